//! Stretches that both passages have, but at another place: greedy string tiling (Wise 1993) over what is left.

use std::collections::BTreeMap;
use std::ops::Range;

use super::word::{Word, WordKind, to_content};
use super::{RunKind, counts};

/// A word that stands more often than this on the other side is looked for at its first places only, so that no
/// passage costs more than its length.
const MOST_PLACES: usize = 8;
/// Longer stretches are told in pieces, for the same reason.
const MOST_WORDS: usize = 64;

/// A stretch at its two places.
struct Tile {
    places: [Range<usize>; 2],
}

/// Marks the longest stretches first; of equally long ones the first.
pub(super) fn mark(words: [&[Word]; 2], kinds: &mut [Vec<RunKind>; 2]) {
    let mut tiles = tiles(words, kinds);
    tiles.sort_by_key(|tile| (std::cmp::Reverse(tile.places[0].len()), tile.places[0].start, tile.places[1].start));
    let mut number = 0;
    for tile in tiles {
        let free = |side: usize| kinds[side][tile.places[side].clone()].iter().all(|kind| *kind == RunKind::Own);
        if free(0) && free(1) {
            number += 1;
            for (side, place) in tile.places.into_iter().enumerate() {
                kinds[side][place].fill(RunKind::Moved(number));
            }
        }
    }
}

/// Every stretch of free words that both sides have, from its first word to its last.
fn tiles([a, b]: [&[Word]; 2], kinds: &[Vec<RunKind>; 2]) -> Vec<Tile> {
    let free = |side: usize, at: usize| kinds[side].get(at) == Some(&RunKind::Own);
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, word) in b.iter().enumerate().filter(|(at, word)| word.kind == WordKind::Content && free(1, *at)) {
        places.entry(&word.key).or_default().push(at);
    }
    let mut found = Vec::new();
    for (at, word) in a.iter().enumerate().filter(|(at, word)| word.kind == WordKind::Content && free(0, *at)) {
        for &other in places.get(word.key.as_str()).into_iter().flatten().take(MOST_PLACES) {
            let same = |step: &usize| {
                let (one, two) = (at + step, other + step);
                free(0, one) && free(1, two) && a[one].key == b[two].key
            };
            let length = (0..MOST_WORDS).take_while(same).count();
            let places = to_content([a, b], [at..at + length, other..other + length]);
            if counts(&a[places[0].clone()]) {
                found.push(Tile { places });
            }
        }
    }
    found
}
