//! What lines are about: their content words, so that a headline, a lead or a passage further down can be held against
//! the article they may belong to.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Line, Look};
use crate::lang::{Lexicon, List};
use crate::text::TokenKind;

/// Shorter words carry no topic, in bytes.
const LEAST_BYTES: usize = 3;
/// Words that begin alike are near enough, in characters.
const STEM_CHARS: usize = 6;

/// The content words of a stretch, folded and cut to their first letters.
pub(super) fn content(words: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    stems(words, lexicon).map(|(stem, _)| stem).collect()
}

/// The words that a run of lines is about: said in two of its lines or more, or capitalised within a sentence.
pub(super) fn of_run(lines: &[Line], text: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let mut said: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| !matches!(line.look, Look::Furniture(_))) {
        let mut here: BTreeMap<String, usize> = BTreeMap::new();
        for (stem, is_name) in stems(line.span.of(text), lexicon) {
            let weight = here.entry(stem).or_default();
            *weight = (*weight).max(if is_name { 2 } else { 1 });
        }
        for (stem, weight) in here {
            *said.entry(stem).or_default() += weight;
        }
    }
    said.into_iter().filter(|&(_, weight)| weight > 1).map(|(stem, _)| stem).collect()
}

/// Each content word's stem, and whether it is written like a name.
fn stems<'a>(words: &'a str, lexicon: &'a Lexicon) -> impl Iterator<Item = (String, bool)> + 'a {
    let function_words = lexicon.list(List::FunctionWords);
    let tokens = lexicon.tokens(words);
    let mut opens = true;
    tokens.into_iter().filter_map(move |token| {
        let first = std::mem::replace(&mut opens, matches!(token.fold.as_str(), "." | "!" | "?" | "«" | "“" | "\""));
        let counts = token.kind == TokenKind::Word && token.span.len() >= LEAST_BYTES;
        if !counts || function_words.has(&token.fold) {
            return None;
        }
        Some((token.fold.chars().take(STEM_CHARS).collect(), !first && token.is_capitalised(words)))
    })
}
