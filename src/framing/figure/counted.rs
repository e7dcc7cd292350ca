//! What a number counts or measures, so that two outlets' words for it meet: « 45 morts », "killed 45 people".
//!
//! `counted.tsv` says which words name the same countable thing, in both languages by one identity, and which words near
//! a number say what befell those counted. Units of time that surely convert are brought to one.

use crate::claim::{Claim, Quantity};
use crate::framing::{Page, Scene};
use crate::lang::{List, Role};
use crate::text::{Span, TokenKind};

/// How far from a number the word may stand that says what befell those counted, in tokens.
const STATE_REACH: usize = 6;

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Counted<'a> {
    /// As the article states it.
    pub quantity: &'a Quantity,
    /// What is counted or measured, by an identity where one is listed.
    pub what: Option<String>,
    /// What befell those counted: « cinq soldats blessés ».
    pub state: Option<&'static str>,
    /// Whether a list knows what is counted.
    pub listed: bool,
    /// In the unit of `what`.
    pub value: f64,
    /// Upper end of a range, in the unit of `what`.
    pub upper: Option<f64>,
}

impl Counted<'_> {
    /// Whether both count the same thing, as far as the words tell.
    pub(super) fn alike(&self, other: &Self) -> bool {
        self.what == other.what && (self.state == other.state || self.state.is_none() || other.state.is_none())
    }

    /// Whether both give the same value.
    pub(super) fn equals(&self, other: &Self) -> bool {
        let same = |one: f64, two: f64| one.total_cmp(&two).is_eq();
        same(self.value, other.value)
            && self.upper.zip(other.upper).map_or(self.upper == other.upper, |(one, two)| same(one, two))
    }
}

/// The numbers of a claim with what each counts.
pub(super) fn counted<'a>(scene: &Scene, article: usize, claim: &'a Claim) -> Vec<Counted<'a>> {
    let Some(page) = scene.pages.get(article) else { return Vec::new() };
    claim.quantities.iter().map(|quantity| of(page, claim, quantity)).collect()
}

fn of<'a>(page: &Page, claim: &Claim, quantity: &'a Quantity) -> Counted<'a> {
    let unit = quantity.unit.as_deref();
    let entry = unit.and_then(|unit| page.lexicon.list(List::Counted).get(unit));
    let is = |role: &str| entry.is_some_and(|entry| entry.fields[1].split(' ').any(|it| it == role));
    let anyone = unit.is_none() || is(ANYONE);
    let state = if is(STATE) { None } else { state(page, claim, quantity.span) };
    let (what, state) = match (entry, state) {
        (_, Some(state)) if anyone => (Some(state.to_owned()), None),
        (Some(entry), state) => (Some(entry.fields[0].to_owned()), state),
        (None, state) => (unit.map(str::to_owned), state),
    };
    let (what, factor) = what.map_or((None, 1.0), |what| {
        let (base, factor) = converted(&what).unwrap_or((&what, 1.0));
        (Some(base.to_owned()), factor)
    });
    Counted {
        listed: entry.is_some() || unit.is_none(),
        value: quantity.value * factor,
        upper: quantity.upper.map(|upper| upper * factor),
        quantity,
        what,
        state,
    }
}

/// The roles of a listed word beside being a unit: it says what befell those counted; it may be anyone.
const STATE: &str = "state";
const ANYONE: &str = "anyone";

/// What the words around a number say of those counted: behind it first, then before, up to the next number,
/// coordination or mark.
fn state(page: &Page, claim: &Claim, number: Span) -> Option<&'static str> {
    let (own, all) = (page.tokens_of(number), page.tokens_of(claim.span));
    let after = own.start..all.end.min(own.end + STATE_REACH).max(own.start);
    let before = own.start.saturating_sub(STATE_REACH).max(all.start)..own.start;
    let stops = |at: &usize| {
        let token = &page.tokens[*at];
        let other = |it: &Quantity| it.span.contains(token.span) && it.span != number;
        token.kind == TokenKind::Mark
            || page.tags[*at].role == Some(Role::Coordinator)
            || claim.quantities.iter().any(other)
    };
    let told = |at: usize| {
        let list = page.lexicon.list(List::Counted);
        let lemmas = page.tags[at].verb.into_iter().chain(page.readings(at).iter().map(|it| it.lemma));
        let found = std::iter::once(page.fold(at)).chain(lemmas).find_map(|word| list.get(word))?;
        found.fields[1].split(' ').any(|role| role == STATE).then_some(found.fields[0])
    };
    let behind = after.take_while(|at| !stops(at)).find_map(told);
    behind.or_else(|| before.rev().take_while(|at| !stops(at)).find_map(told))
}

/// The unit that a unit of time surely converts to, and by how much. A month has no fixed number of days.
fn converted(unit: &str) -> Option<(&'static str, f64)> {
    TIME.iter().find(|(known, _, _)| *known == unit).map(|(_, base, factor)| (*base, *factor))
}

const TIME: [(&str, &str, f64); 8] = [
    ("minute", "second", 60.0),
    ("hour", "second", 3_600.0),
    ("day", "second", 86_400.0),
    ("week", "second", 604_800.0),
    ("quarter", "month", 3.0),
    ("year", "month", 12.0),
    ("decade", "month", 120.0),
    ("century", "month", 1_200.0),
];
