//! `hedge`: certainty lowered, or a quantity approximated, by other means than the conditional.
//!
//! # What it marks
//! Words that give a claim as possible, likely, apparent or hearsay; numbers given as limits or orders
//! of size.
//!
//! # Why a reader cares
//! One small word can turn a fact into a guess. Often it is a sign of care, and it says so.
//!
//! # Example
//! Il est **peut-être** blessé; **une centaine de** manifestants. · He **may** be hurt; **about a hundred** protesters.
//!
//! # Does not mark
//! « pouvoir » and "can", "could" of ability or permission (« il peut marcher »), the month of May,
//! « sans doute » negated; exact numbers.
//!
//! # Limits and measured precision
//! Whether "could" is ability or possibility takes more than its neighbours to tell; where they don't,
//! it is left alone.
//! Measured: `docs/precision`.
//!
//! # Source
//! Hyland 1998; Recasens et al. 2013 (hedges). The words are found by [`crate::claim`], the qualifiers
//! of numbers likewise.

use std::collections::BTreeSet;

use super::{FramingKind, Mark, Page};
use crate::claim::{Precision, Quantity};
use crate::lang::{List, Pos};
use crate::text::{Span, TokenKind};

/// One mark a cue or approximate number; a cue inside such a number is part of it.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut seen = BTreeSet::new();
    let claims = &page.analysed.claims.claims;
    let quantities = claims.iter().flat_map(|claim| &claim.quantities);
    let inexact = quantities.filter(|it| it.precision != Precision::Exact && !follows_number(page, it.span));
    let numbers = inexact.map(|it| (it.span, number_rule(page, it)));
    let cues = claims
        .iter()
        .flat_map(|claim| &claim.cues)
        .filter(|cue| cue.rule.starts_with("hedge/") && !is_noun(page, cue.span));
    let mut found: Vec<_> = numbers.chain(cues.map(|cue| (cue.span, cue.rule))).collect();
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|(span, _)| {
        let apart = span.start >= end && seen.insert(*span);
        end = if apart { span.end } else { end };
        apart
    });
    found.into_iter().map(|(span, rule)| page.mark(FramingKind::Hedge, rule, span, span)).collect()
}

/// A limit may be quite exact, as the most that a law allows: it is told apart from a number that is rounded or an
/// order of size (« un millier », "thousands").
fn number_rule(page: &Page, quantity: &Quantity) -> &'static str {
    let bounds =
        |at: usize| ["at_least", "at_most"].iter().any(|class| page.is_class(List::NumberQualifiers, at, class));
    let bounded = quantity.precision != Precision::About && page.tokens_of(quantity.span).any(bounds);
    if bounded { "hedge/limit" } else { "hedge/quantity" }
}

/// Whether a number stands right before: then the words are its unit, not an approximate number.
fn follows_number(page: &Page, span: Span) -> bool {
    let first = page.tokens_of(span).start;
    first.checked_sub(1).is_some_and(|before| page.tokens[before].kind == TokenKind::Number)
}

/// Whether a cue's first word is a noun here: « les risques de dérive ».
fn is_noun(page: &Page, span: Span) -> bool {
    let first = page.tokens_of(span).start;
    page.likeliest(first) == Some(Pos::Noun)
        && page.tags.get(first).is_some_and(|tag| tag.verb.is_some() && !tag.finite)
}
