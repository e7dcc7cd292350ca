//! Two passages word by word: which words both use, and which of these stand elsewhere.
//!
//! Words are the engine's tokens, so that an elision is a word of its own (« l' » + « offensive ») and no word is
//! ever cut inside; they are compared by what a reader takes as the same ([`word`]). Patience diff (Cohen 2003)
//! finds the common stretches in order, and what is left is searched for stretches that moved ([`moved`]). Two
//! passages that tell the same in other words share « de », « la » and commas by chance: a stretch of such words
//! counts only if it is long.

mod moved;
mod word;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::lang::Language;
use word::{Word, WordKind, words};

/// So many words in a row are common wording, even if none of them carries content.
const WORDING_WORDS: usize = 4;

/// What the other passage has of some words.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Nothing: they stand in this passage alone.
    Own,
    /// The same words, in the same order.
    Common,
    /// The same words at another place; both places have the same number, from 1.
    Moved(usize),
    /// Words near in meaning, or the same thing named otherwise.
    Near,
}

/// Some words of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffRun {
    /// The words; blanks around them belong to a run of [`RunKind::Own`].
    pub text: String,
    /// What the other passage has of them.
    pub kind: RunKind,
}

/// A passage and the language it is in.
#[derive(Copy, Clone, Debug)]
pub struct Passage<'a> {
    /// The words.
    pub text: &'a str,
    /// What is known of its language decides where words end.
    pub language: Language,
}

/// Both passages as runs of common, moved and own words; exchanging them exchanges the results.
pub fn word_diff(a: Passage, b: Passage) -> [Vec<DiffRun>; 2] {
    let (words_a, words_b) = (words(a), words(b));
    // One order whatever is asked first: diff and tiling break ties by it.
    let turned = keys(&words_a) > keys(&words_b);
    let mut kinds = if turned { kinds(&words_b, &words_a) } else { kinds(&words_a, &words_b) };
    if turned {
        kinds.reverse();
    }
    number_by_first(&mut kinds);
    let [kinds_a, kinds_b] = kinds;
    [runs(a.text, &words_a, &kinds_a), runs(b.text, &words_b, &kinds_b)]
}

/// The same runs, with words that link the passages told apart from those that only one has.
pub fn with_links(runs: Vec<DiffRun>, links: &[&str]) -> Vec<DiffRun> {
    links.iter().filter(|words| !words.trim().is_empty()).fold(runs, |runs, words| {
        let split = |run: DiffRun| match whole_words(&run.text, words).filter(|_| run.kind == RunKind::Own) {
            None => vec![run],
            Some(at) => {
                let end = at + words.len();
                let part = |text: &str, kind: RunKind| DiffRun { text: text.to_string(), kind };
                let own = |text: &str| part(text, RunKind::Own);
                vec![own(&run.text[..at]), part(&run.text[at..end], RunKind::Near), own(&run.text[end..])]
            }
        };
        runs.into_iter().flat_map(split).filter(|run| !run.text.is_empty()).collect()
    })
}

/// Where `words` stand in `text` without cutting into a word.
fn whole_words(text: &str, words: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).find(|(at, found)| {
        !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    });
    found.map(|(at, _)| at)
}

fn keys(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.key.as_str()).collect()
}

/// What the other passage has of each word.
fn kinds(a: &[Word], b: &[Word]) -> [Vec<RunKind>; 2] {
    let mut kinds = [vec![RunKind::Own; a.len()], vec![RunKind::Own; b.len()]];
    for op in capture_diff_slices(Algorithm::Patience, &keys(a), &keys(b)) {
        if op.tag() == DiffTag::Equal {
            let [old, new] = word::whole([a, b], [op.old_range(), op.new_range()]);
            if counts(&a[old.clone()]) {
                kinds[0][old].fill(RunKind::Common);
                kinds[1][new].fill(RunKind::Common);
            }
        }
    }
    moved::mark([a, b], &mut kinds);
    kinds
}

fn counts(stretch: &[Word]) -> bool {
    let words = stretch.iter().filter(|word| word.kind != WordKind::Mark).count();
    words >= WORDING_WORDS || stretch.iter().any(|word| word.kind == WordKind::Content)
}

/// Numbers what moved in the reading order of the first passage.
fn number_by_first([first, second]: &mut [Vec<RunKind>; 2]) {
    let mut order: Vec<usize> = Vec::new();
    for kind in first.iter() {
        if let RunKind::Moved(number) = *kind
            && !order.contains(&number)
        {
            order.push(number);
        }
    }
    for kind in first.iter_mut().chain(second) {
        if let RunKind::Moved(number) = kind {
            *number = order.iter().position(|known| known == number).map_or(0, |at| at + 1);
        }
    }
}

/// The text cut where the kind changes; blanks between two kinds are the passage's own.
fn runs(text: &str, words: &[Word], kinds: &[RunKind]) -> Vec<DiffRun> {
    let mut out: Vec<DiffRun> = Vec::new();
    let mut push = |text: &str, kind: RunKind| match out.last_mut() {
        _ if text.is_empty() => {}
        Some(run) if run.kind == kind => run.text.push_str(text),
        _ => out.push(DiffRun { text: text.to_string(), kind }),
    };
    let (mut end, mut before) = (0, RunKind::Own);
    for (word, &kind) in words.iter().zip(kinds) {
        push(&text[end..word.span.start], if kind == before { kind } else { RunKind::Own });
        push(word.span.of(text), kind);
        (end, before) = (word.span.end, kind);
    }
    push(&text[end..], RunKind::Own);
    out
}
