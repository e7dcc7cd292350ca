//! What counts as a word, and which words are the same.

use std::ops::Range;

use super::Passage;
use crate::lang::{Language, is_function_word, tokens};
use crate::text::{Span, Token, TokenKind, strip_accents};

/// What a word is made for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// No word at all.
    Mark,
    /// It carries grammar.
    Grammar,
    /// It carries content.
    Content,
}

/// A word of a passage.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// Words with the same key are the same: case, kind of apostrophe, dash or quotation mark don't matter, nor an
    /// accent on the first letter, which capitals often lack.
    pub(super) key: String,
    pub(super) kind: WordKind,
    /// Whether it hangs on the word before it: « a » + « -t-il », "Syria" + "'s".
    pub(super) hangs: bool,
    /// Whether another word hangs on it.
    pub(super) bears: bool,
}

/// The words and marks of a passage, in order.
pub(super) fn words(passage: Passage) -> Vec<Word> {
    let tokens = tokens(passage.language, passage.text);
    let hangs = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        tokens.get(at).is_some_and(|token| before.is_some_and(|before| hangs_on(before, token)))
    };
    let word = |(at, token): (usize, &Token)| Word {
        span: token.span,
        key: key(&token.fold),
        kind: if hangs(at) { WordKind::Grammar } else { kind(passage.language, token) },
        hangs: hangs(at),
        bears: hangs(at + 1),
    };
    tokens.iter().enumerate().map(word).collect()
}

fn hangs_on(before: &Token, token: &Token) -> bool {
    let words = before.is_word() && token.kind == TokenKind::Word;
    words && before.span.end == token.span.start && !before.fold.ends_with('\'')
}

fn kind(language: Language, token: &Token) -> WordKind {
    match token.kind {
        TokenKind::Mark => WordKind::Mark,
        TokenKind::Word if is_function_word(language, &token.fold) => WordKind::Grammar,
        TokenKind::Word | TokenKind::Number => WordKind::Content,
    }
}

fn key(fold: &str) -> String {
    let mut rest = fold.chars();
    match rest.next() {
        Some('«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›') => "\"".to_owned(),
        Some(first) if !rest.as_str().is_empty() => {
            let spelt_out = rest.as_str().replace('œ', "oe").replace('æ', "ae");
            strip_accents(first.encode_utf8(&mut [0; 4])) + &spelt_out
        }
        _ => fold.to_owned(),
    }
}

/// A stretch that both sides have, without what a reader would not call common at its ends: marks, and words cut from
/// those that hang on them.
pub(super) fn whole(words: [&[Word]; 2], places: [Range<usize>; 2]) -> [Range<usize>; 2] {
    let begins = |word: &Word| word.kind != WordKind::Mark && !word.hangs;
    let ends = |word: &Word| word.kind == WordKind::Content || word.kind == WordKind::Grammar && !word.bears;
    trimmed(words, places, begins, ends)
}

/// A stretch that both sides have, without the words of grammar at its ends.
pub(super) fn to_content(words: [&[Word]; 2], places: [Range<usize>; 2]) -> [Range<usize>; 2] {
    let content = |word: &Word| word.kind == WordKind::Content;
    trimmed(words, places, content, content)
}

/// A stretch from the first word that may begin it to the last that may end it, on both sides alike; empty where
/// there is none.
fn trimmed(
    [a, b]: [&[Word]; 2],
    [one, other]: [Range<usize>; 2],
    begins: impl Fn(&Word) -> bool,
    ends: impl Fn(&Word) -> bool,
) -> [Range<usize>; 2] {
    let mut steps = 0..one.len().min(other.len());
    let first = steps.clone().find(|at| begins(&a[one.start + at]) && begins(&b[other.start + at]));
    let last = steps.rfind(|at| ends(&a[one.start + at]) && ends(&b[other.start + at]));
    let kept = first.zip(last).filter(|(first, last)| first <= last).map_or(0..0, |(first, last)| first..last + 1);
    [one.start, other.start].map(|start| start + kept.start..start + kept.end)
}
