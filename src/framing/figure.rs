//! `figure`: the same thing counted, with another value.
//!
//! # What it marks
//! Quantities of the same unit in linked claims. Where they differ it says what explains the gap: a
//! bound, an approximation, rounding, another date, another source, another scope; or that the texts
//! don't say.
//!
//! # Why a reader cares
//! Two different figures can both be right; and the choice of the figure is part of the story.
//!
//! # Example
//! « au moins 45 morts » / « une cinquantaine de morts » · "at least 45 dead" / "some 50 dead".
//!
//! # Does not mark
//! Numbers that count different things; several numbers of one unit that can't be paired; numbers more than
//! three times apart, or with no word in common beside them; a number that some other linked claim repeats.
//!
//! # Limits and measured precision
//! The unit is one word: « soldats » and « soldats blessés » are taken as one scope unless that shows
//! right beside the number.
//! Judged on the development events: fr 14 of 14 right; none was found in English.
//!
//! # Source
//! White & Cardie 2002 (RIPTIDES), summarising conflicting reports.

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, FigurePair, FigureRelation, FramingKind, Linked, Mark, Page, Scene, Side};
use crate::claim::{Claim, Precision, Quantity};
use crate::lang::{List, Pos};
use crate::text::Span;

/// Numbers further apart than this hardly count the same thing.
const MOST_RATIO: f64 = 3.0;
/// How far around a number its neighbours stand, in tokens.
const AROUND_TOKENS: usize = 6;
/// Two approximate numbers this near, as a share of the larger, may be the same.
const NEAR_RATIO: f64 = 0.25;
/// One number is the other rounded if it has at most so many digits before its zeros…
const ROUND_DIGITS: f64 = 100.0;
/// …and is this near to it.
const ROUNDED_RATIO: f64 = 0.05;

/// The pairs of quantities that linked claims both give, each once.
pub(super) fn pairs(scene: &Scene) -> Vec<FigurePair> {
    let mut pairs: Vec<FigurePair> = scene.links().flat_map(|linked| equal_pairs(scene, &linked)).collect();
    let ends = |pair: &FigurePair| {
        let link = &scene.alignment.links[pair.link];
        [(link.a.article, pair.a.span, link.b.article), (link.b.article, pair.b.span, link.a.article)]
    };
    // What is told alike somewhere is not told differently elsewhere.
    let mut settled: BTreeSet<(usize, Span, usize)> = pairs.iter().flat_map(ends).collect();
    for pair in scene.links().filter_map(|linked| unequal_pair(scene, &linked)) {
        let ends = ends(&pair);
        if !ends.iter().any(|end| settled.contains(end)) {
            settled.extend(ends);
            pairs.push(pair);
        }
    }
    let mut seen = BTreeSet::new();
    pairs.retain(|pair| seen.insert(ends(pair)));
    pairs.sort_by_key(|pair| (pair.link, pair.a.span));
    pairs
}

/// The numbers that both claims give with the same value and unit.
fn equal_pairs(scene: &Scene, linked: &Linked) -> Vec<FigurePair> {
    let mut right: Vec<&Quantity> = linked.b.quantities.iter().collect();
    let mut pairs = Vec::new();
    for a in &linked.a.quantities {
        if let Some(at) = right.iter().position(|b| a.unit == b.unit && same(a, b)) {
            pairs.push(pair(scene, linked, a, right.remove(at)));
        }
    }
    pairs
}

/// The numbers of one unit that differ, where each claim has only one of it, they are of one order of
/// size, and what stands around them is about the same.
fn unequal_pair(scene: &Scene, linked: &Linked) -> Option<FigurePair> {
    let (left, right) = (alone(&linked.a.quantities), alone(&linked.b.quantities));
    let (a, b) = linked.a.quantities.iter().find_map(|a| {
        let unit = a.unit.as_deref()?;
        let (a, b) = ((*left.get(unit)?)?, (*right.get(unit)?)?);
        (!same(a, b) && comparable(a, b) && near_alike(scene, linked, a, b)).then_some((a, b))
    })?;
    Some(pair(scene, linked, a, b))
}

/// The one quantity of each unit; none where a unit has several.
fn alone(all: &[Quantity]) -> BTreeMap<&str, Option<&Quantity>> {
    let mut by_unit: BTreeMap<&str, Option<&Quantity>> = BTreeMap::new();
    for quantity in all {
        let Some(unit) = quantity.unit.as_deref() else { continue };
        by_unit.entry(unit).and_modify(|known| *known = None).or_insert(Some(quantity));
    }
    by_unit
}

fn comparable(a: &Quantity, b: &Quantity) -> bool {
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    low > 0.0 && high / low <= MOST_RATIO
}

/// Whether a content word beside one number also stands beside the other.
fn near_alike(scene: &Scene, linked: &Linked, a: &Quantity, b: &Quantity) -> bool {
    let around = |article: usize, claim: &Claim, it: &Quantity| -> BTreeSet<&str> {
        scene.pages.get(article).map(|page| neighbours(page, claim, it)).unwrap_or_default()
    };
    let (one, other) = (around(linked.link.a.article, linked.a, a), around(linked.link.b.article, linked.b, b));
    one.intersection(&other).next().is_some()
}

/// The lemmas of nouns, verbs and adjectives around a number, inside its claim.
fn neighbours<'a>(page: &Page<'a>, claim: &Claim, quantity: &Quantity) -> BTreeSet<&'a str> {
    let (own, all) = (page.tokens_of(quantity.span), page.tokens_of(claim.span));
    let before = own.start.saturating_sub(AROUND_TOKENS).max(all.start)..own.start;
    let after = own.end..all.end.min(own.end + AROUND_TOKENS).max(own.end);
    let content = |at: &usize| {
        !page.tokens[*at].is_capitalised(page.text)
            && page.lexicon.list(List::FunctionWords).get(page.fold(*at)).is_none()
            && matches!(page.likeliest(*at), Some(Pos::Noun | Pos::Verb | Pos::Adjective))
    };
    let lemma = |at: usize| page.readings(at).first().map(|it| it.lemma);
    before.chain(after).filter(content).filter_map(lemma).collect()
}

fn same(a: &Quantity, b: &Quantity) -> bool {
    a.value.total_cmp(&b.value).is_eq() && a.upper == b.upper
}

fn pair(scene: &Scene, linked: &Linked, a: &Quantity, b: &Quantity) -> FigurePair {
    let (relation, reason) = relation(scene, linked, a, b);
    FigurePair { link: linked.number, a: a.clone(), b: b.clone(), relation, reason }
}

fn relation(scene: &Scene, linked: &Linked, a: &Quantity, b: &Quantity) -> (FigureRelation, Option<&'static str>) {
    use FigureRelation::{Compatible, Different, Equal};
    if same(a, b) {
        return if a.precision == b.precision { (Equal, None) } else { (Compatible, Some(qualified(a, b))) };
    }
    if bounded(a, b) {
        return (Compatible, Some("bound"));
    }
    if about(a, b) && gap(a.value, b.value) <= NEAR_RATIO {
        return (Compatible, Some("approximation"));
    }
    if rounded(a, b) {
        return (Compatible, Some("rounding"));
    }
    (Different, Some(reason(scene, linked, a, b)))
}

/// Which word makes equal values unequal.
fn qualified(a: &Quantity, b: &Quantity) -> &'static str {
    let bound = |it: &Quantity| matches!(it.precision, Precision::AtLeast | Precision::AtMost);
    if bound(a) || bound(b) { "bound" } else { "approximation" }
}

/// Whether one gives a limit that the other keeps to, or a range that it falls in.
fn bounded(a: &Quantity, b: &Quantity) -> bool {
    let holds = |limit: &Quantity, other: &Quantity| match (limit.upper, limit.precision) {
        (Some(upper), _) => limit.value <= other.value && other.upper.unwrap_or(other.value) <= upper,
        (None, Precision::AtLeast) => other.value >= limit.value,
        (None, Precision::AtMost) => other.value <= limit.value,
        (None, Precision::About | Precision::Exact) => false,
    };
    holds(a, b) || holds(b, a)
}

fn about(a: &Quantity, b: &Quantity) -> bool {
    a.precision == Precision::About || b.precision == Precision::About
}

/// How far apart two values are, as a share of the larger.
fn gap(a: f64, b: f64) -> f64 {
    (a - b).abs() / a.abs().max(b.abs()).max(f64::MIN_POSITIVE)
}

fn rounded(a: &Quantity, b: &Quantity) -> bool {
    let round = |one: f64, other: f64| digits(one) < one && digits(one) < digits(other) && digits(one) < ROUND_DIGITS;
    gap(a.value, b.value) <= ROUNDED_RATIO && (round(a.value, b.value) || round(b.value, a.value))
}

/// A whole number without the zeros at its end: 45 for 45 000.
fn digits(mut value: f64) -> f64 {
    if value.fract() != 0.0 || !value.is_finite() {
        return f64::INFINITY;
    }
    while value >= 10.0 && value % 10.0 == 0.0 {
        value /= 10.0;
    }
    value
}

/// What may explain two values that can't both hold as they stand.
fn reason(scene: &Scene, linked: &Linked, a: &Quantity, b: &Quantity) -> &'static str {
    if dates_differ(linked.a, linked.b) {
        return "date";
    }
    if let (Some(one), Some(other)) = (&linked.a.speaker, &linked.b.speaker)
        && scene.same_speaker(linked.link, one, other) == Some(false)
    {
        return "source";
    }
    let beside = |article: usize, it: &Quantity| scene.pages.get(article).map(|page| after(page, it));
    if beside(linked.link.a.article, a) != beside(linked.link.b.article, b) {
        return "scope";
    }
    let sure = |it: &Quantity| it.precision == Precision::Exact;
    if sure(a) && sure(b) { "contradiction" } else { "unknown" }
}

fn dates_differ(a: &Claim, b: &Claim) -> bool {
    let dates = |claim: &Claim| claim.dates.iter().filter_map(|date| date.iso.clone()).collect::<Vec<_>>();
    let (a, b) = (dates(a), dates(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|date| b.contains(date))
}

/// The adjective or participle right after a number, folded: what narrows down what is counted.
fn after<'a>(page: &Page<'a>, quantity: &Quantity) -> Option<&'a str> {
    let at = page.tokens.partition_point(|token| token.span.start < quantity.span.end);
    let narrows = page.likeliest(at) == Some(Pos::Adjective) || page.participle_of(at).next().is_some();
    narrows.then(|| page.fold(at))
}

/// Both numbers of each pair that differs.
pub(super) fn marks(scene: &Scene, pairs: &[FigurePair]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (pair, difference) in pairs.iter().filter_map(|pair| Some((pair, difference(scene, pair)?))) {
        let link = &scene.alignment.links[pair.link];
        for (article, quantity) in [(link.a.article, &pair.a), (link.b.article, &pair.b)] {
            let Some(page) = scene.pages.get(article) else { continue };
            let mut mark = page.mark(FramingKind::Figure, difference.rule, quantity.span, quantity.span);
            mark.details.extend(difference.details.clone());
            marks.push(mark);
        }
    }
    marks
}

/// One difference a pair that differs.
pub(super) fn differences(scene: &Scene, pairs: &[FigurePair]) -> Vec<Difference> {
    pairs.iter().filter_map(|pair| difference(scene, pair)).collect()
}

fn difference(scene: &Scene, pair: &FigurePair) -> Option<Difference> {
    let linked = scene.linked(pair.link)?;
    let words = |article: usize, it: &Quantity| scene.pages.get(article).map(|page| page.words(it.span));
    let (a, b) = (words(linked.link.a.article, &pair.a)?, words(linked.link.b.article, &pair.b)?);
    let side = |it: &Quantity| Side { span: Some(it.span), value: Some(it.value.to_string()) };
    let mut found = linked.difference(FramingKind::Figure, rule(pair.reason?), (side(&pair.a), side(&pair.b)));
    found.details.extend([("figure_a", a), ("figure_b", b)]);
    found.details.extend(linked.a.speaker.as_ref().map(|it| ("source_a", it.name.clone())));
    found.details.extend(linked.b.speaker.as_ref().map(|it| ("source_b", it.name.clone())));
    Some(found)
}

/// The sentence of a reason.
fn rule(reason: &str) -> &'static str {
    match reason {
        "bound" => "figure/bound",
        "approximation" => "figure/approximation",
        "rounding" => "figure/rounding",
        "date" => "figure/date",
        "source" => "figure/source",
        "scope" => "figure/scope",
        "contradiction" => "figure/contradiction",
        _ => "figure/unknown",
    }
}
