//! `distance`: quotation marks and words by which the writer does not take words on.
//!
//! # What it marks
//! A few words in quotation marks that are part of the writer's own sentence (« îlot textuel »), and
//! words that say as much: so-called, self-proclaimed, "what he called".
//!
//! # Why a reader cares
//! The article shows that these words are not its own. It may distrust them, or just quote with care:
//! the mark says both.
//!
//! # Example
//! Ils veulent « **normaliser** » la situation; le **soi-disant** expert. · the "**normalised**" relations; the **so-called** expert.
//!
//! # Does not mark
//! Whole quotations and quoted clauses; "yes" and "no"; titles of works and names; words spoken of as words (« le mot “guerre” »).
//!
//! # Limits and measured precision
//! The marks alone don't tell distance from precision or stress. Capitals at the start of the words are
//! taken for a name or a whole quotation, so that some fragments are missed.
//! Measured: `docs/precision`.
//!
//! # Source
//! Authier-Revuz 1995; Nita 2019 on quotation marks in the press.

use super::{FramingKind, Mark, Page};
use crate::lang::{List, Pos};
use crate::segment::Quotation;
use crate::text::TokenKind;

/// Longer fragments are quoted for what they say rather than for their wording.
const MOST_WORDS: usize = 5;
/// From here on, words with a finite verb are a quoted clause.
const CLAUSE_WORDS: usize = 3;
/// How many words before a fragment may say that it is a name or title: « le film d'horreur ».
const NAMING_REACH: usize = 3;

/// One mark a fragment or flag word.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let fragments = page.analysed.segmentation.quotations.iter().filter(|quotation| is_fragment(page, quotation));
    let mut marks: Vec<Mark> = fragments
        .map(|quotation| {
            let mut mark = page.mark(FramingKind::Distance, "distance/quotes", quotation.inner, quotation.span);
            mark.details.insert("words", page.words(quotation.inner));
            mark
        })
        .collect();
    marks.extend(flags(page));
    marks
}

fn flags(page: &Page) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for at in 0..page.tokens.len() {
        let Some(found) = page.entry(List::Distance, at) else { continue };
        let span = page.span(at, at + found.length_tokens);
        let rule = match found.entry.fields.first() {
            // Behind an auxiliary it is a verb: « il a prétendu ».
            Some(&"flag") if page.tags[at].auxiliary.is_none() => "distance/flag",
            Some(&"called") => "distance/called",
            _ => continue,
        };
        if marks.last().is_none_or(|last| last.span.end <= span.start) {
            marks.push(page.mark(FramingKind::Distance, rule, span, span));
        }
    }
    marks
}

/// Whether quoted words are part of the writer's own sentence, and few.
fn is_fragment(page: &Page, quotation: &Quotation) -> bool {
    if quotation.unclosed || quotation.dashed || quotation.depth > 0 {
        return false;
    }
    let inside = page.tokens_of(quotation.inner);
    let words = page.tokens[inside.clone()].iter().filter(|token| token.is_word()).count();
    let first = page.tokens.get(inside.start);
    let spelled = first.is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised(page.text));
    let clause = words >= CLAUSE_WORDS && inside.clone().any(|at| is_finite(page, at));
    let borrowed = (1..=MOST_WORDS).contains(&words) && spelled && !clause;
    borrowed
        && !page.is_class(List::Distance, inside.start, "plain")
        && !ends_a_sentence(page, quotation)
        && !is_said_whole(page, quotation, inside.start, inside.end)
        && !is_named(page, inside.start, words)
}

fn is_finite(page: &Page, at: usize) -> bool {
    page.tags[at].finite && page.likeliest(at) == Some(Pos::Verb)
}

/// Whether a stop stands inside the marks: then they hold a sentence, or its end.
fn ends_a_sentence(page: &Page, quotation: &Quotation) -> bool {
    quotation.inner.of(page.text).ends_with(['.', '!', '?', ',', '…', ';'])
}

/// Whether the marks hold all that is said: what leads up to them is a colon, or the sentence begins
/// with them and goes on after a comma.
fn is_said_whole(page: &Page, quotation: &Quotation, first: usize, end: usize) -> bool {
    let before = page.text[..quotation.span.start].trim_end();
    let after = page.text[quotation.span.end..].trim_start();
    let sentences = &page.analysed.segmentation.sentences;
    let next = sentences.partition_point(|sentence| sentence.span.start < quotation.span.start);
    let begins = sentences.get(next).is_some_and(|sentence| sentence.span.start == quotation.span.start);
    let lonely = sentences.get(next).is_some_and(|sentence| quotation.span.contains(sentence.span));
    before.ends_with([':', ',']) && after.starts_with([',', '.']) && first > 0
        || before.ends_with(':')
        || lonely
        || begins && (after.starts_with([',', '.']) || page.tokens.get(end + 1).is_none())
}

/// Whether the words just before say that a name, a title or a word as such follows; an adjective
/// alone is none.
fn is_named(page: &Page, first: usize, words: usize) -> bool {
    if words == 1 && page.likeliest(first) == Some(Pos::Adjective) {
        return false;
    }
    let before = (first.saturating_sub(NAMING_REACH + 1)..first).rev();
    let words = before.filter(|&at| page.tokens[at].is_word()).take(NAMING_REACH);
    words.take_while(|&at| !page.tokens[at].fold.is_empty()).any(|at| page.is_class(List::Distance, at, "naming"))
}
