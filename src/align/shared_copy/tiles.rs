//! Where two sequences of words are equal: shingles find the places, tiles say which.
//!
//! Shingles of a few words (Broder 1997, *On the resemblance and containment of documents*) stand in an index; each
//! that both have is grown to the longest run of equal words. Runs are taken longest first and each word once
//! (greedy string tiling, Wise 1993), so that a paragraph is not also explained by its own repeated phrases.
//! Winnowing (Schleimer, Wilkerson and Aiken 2003) would keep a sample of the shingles: two articles have room for all.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Words of a shingle, and the shortest run that counts. Three finds set phrases everywhere; with five, one word
/// edited in every five hides a copied sentence.
pub(super) const SHINGLE_WORDS: usize = 4;

/// A shingle that either text has more often is a formula or a refrain, and seeds nothing; so cost stays near-linear.
const CROWDED_PLACES: usize = 4;

/// Runs this few words apart in both texts are one passage with an edit inside: a verb exchanged, an aside added.
const EDIT_WORDS: usize = 5;

/// Equal words: as many from word `a` of the first text as from word `b` of the second.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// First word in the first text.
    pub a: usize,
    /// First word in the second text.
    pub b: usize,
    /// How many.
    pub words: usize,
}

/// The passages two texts share, in the order of the first: each a row of runs with small edits between them.
pub(super) fn passages(a: &[usize], b: &[usize]) -> Vec<Vec<Run>> {
    let mut passages: Vec<Vec<Run>> = Vec::new();
    for run in tiles(runs(a, b), (a.len(), b.len())) {
        match passages.last_mut().filter(|passage| passage.last().is_some_and(|last| is_edit(*last, run))) {
            Some(passage) => passage.push(run),
            None => passages.push(vec![run]),
        }
    }
    passages
}

fn is_edit(before: Run, after: Run) -> bool {
    let gap = |end: usize, start: usize| start.checked_sub(end).is_some_and(|words| words <= EDIT_WORDS);
    gap(before.a + before.words, after.a) && gap(before.b + before.words, after.b)
}

/// Where a shingle stands: how often in the first text, and where in the second.
#[derive(Default)]
struct Places {
    in_a: usize,
    in_b: Vec<usize>,
}

/// The longest runs of equal words around each shingle that both texts have.
fn runs(a: &[usize], b: &[usize]) -> Vec<Run> {
    let index = index(a, b);
    let mut runs = Vec::new();
    // How far the runs found so far reach in the first text, by how much the second text is ahead.
    let mut reached: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, shingle) in a.windows(SHINGLE_WORDS).enumerate() {
        for &other in index.get(shingle).map_or(&[][..], |places| &places.in_b) {
            let diagonal = a.len() + other - at;
            if reached.get(&diagonal).is_none_or(|&end| end <= at) {
                let run = grown(a, b, (at, other));
                reached.insert(diagonal, run.a + run.words);
                runs.push(run);
            }
        }
    }
    runs
}

fn index<'a>(a: &'a [usize], b: &'a [usize]) -> BTreeMap<&'a [usize], Places> {
    let mut index: BTreeMap<&[usize], Places> = BTreeMap::new();
    for (at, shingle) in b.windows(SHINGLE_WORDS).enumerate() {
        index.entry(shingle).or_default().in_b.push(at);
    }
    for shingle in a.windows(SHINGLE_WORDS) {
        if let Some(places) = index.get_mut(shingle) {
            places.in_a += 1;
        }
    }
    index.retain(|_, places| places.in_a <= CROWDED_PLACES && places.in_b.len() <= CROWDED_PLACES);
    index
}

/// The longest run through a pair of equal words.
fn grown(a: &[usize], b: &[usize], (at, other): (usize, usize)) -> Run {
    let after = a[at..].iter().zip(&b[other..]).take_while(|(one, two)| one == two).count();
    let before = a[..at].iter().rev().zip(b[..other].iter().rev()).take_while(|(one, two)| one == two).count();
    Run { a: at - before, b: other - before, words: before + after }
}

/// Runs without overlaps, in the order of the first text.
fn tiles(mut runs: Vec<Run>, (a_words, b_words): (usize, usize)) -> Vec<Run> {
    runs.sort_by_key(|run| (Reverse(run.words), run.a, run.b));
    let (mut taken_a, mut taken_b) = (vec![false; a_words], vec![false; b_words]);
    let mut tiles = Vec::new();
    for run in runs {
        let free = |at: &usize| !taken_a[run.a + at] && !taken_b[run.b + at];
        let Some(tile) = longest_free(run, free).filter(|tile| tile.words >= SHINGLE_WORDS) else { continue };
        taken_a[tile.a..tile.a + tile.words].fill(true);
        taken_b[tile.b..tile.b + tile.words].fill(true);
        tiles.push(tile);
    }
    tiles.sort_by_key(|tile| tile.a);
    tiles
}

/// The longest part of a run whose words are all free; the first of equals.
fn longest_free(run: Run, free: impl Fn(&usize) -> bool) -> Option<Run> {
    let (mut best, mut at) = (None, 0);
    while at < run.words {
        let words = (at..run.words).take_while(&free).count();
        if best.is_none_or(|best: Run| words > best.words) {
            best = Some(Run { a: run.a + at, b: run.b + at, words });
        }
        at += words + 1;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(a: &str, b: &str) -> String {
        let number = |text: &str| -> Vec<usize> { text.bytes().map(usize::from).collect() };
        let passage = |passage: &Vec<Run>| {
            let words: Vec<&str> = passage.iter().map(|run| &a[run.a..run.a + run.words]).collect();
            words.join("·")
        };
        passages(&number(a), &number(b)).iter().map(passage).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn runs_near_each_other_are_one_passage() {
        assert_eq!(found("abcdefXghijkl", "__abcdefYYghijkl__"), "abcdef·ghijkl");
        assert_eq!(found("abcdef________ghijkl", "abcdefghijkl"), "abcdef ghijkl");
        assert_eq!(found("abc", "abc"), "");
    }

    #[test]
    fn what_moved_is_found_and_each_word_once() {
        assert_eq!(found("abcdefghij", "fghij...abcde"), "abcde fghij");
        assert_eq!(found("abcdefgh", "abcdefgh..abcdef"), "abcdefgh");
    }

    #[test]
    fn refrains_are_left_out() {
        assert_eq!(found(&"lalala".repeat(40), &"lalala".repeat(30)), "");
    }
}
