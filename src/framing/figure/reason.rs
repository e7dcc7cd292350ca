//! Why two figures for the same thing differ.

use super::counted::Counted;
use crate::claim::{Claim, Precision};
use crate::framing::{FigureRelation, Linked, Page, Scene};
use crate::lang::{List, Pos};

/// Two approximate numbers this near, as a share of the larger, may be the same.
const NEAR_RATIO: f64 = 0.25;
/// One number is the other rounded if it has at most so many digits before its zeros…
const ROUND_DIGITS: f64 = 100.0;
/// …and is this near to it.
const ROUNDED_RATIO: f64 = 0.05;

/// How two statements of one quantity relate, and the rule that says why where they differ.
pub(super) fn relation(
    scene: &Scene,
    linked: &Linked,
    a: &Counted,
    b: &Counted,
) -> (FigureRelation, Option<&'static str>) {
    use FigureRelation::{Compatible, Different, Equal};
    let about = is_about(a) || is_about(b);
    let range = |it: &Counted| matches!(it.quantity.precision, Precision::AtLeast | Precision::AtMost);
    if a.equals(b) {
        return match a.quantity.precision == b.quantity.precision {
            true => (Equal, None),
            false if range(a) || range(b) => (Compatible, Some("figure/bound")),
            false => (Compatible, Some("figure/approximation")),
        };
    }
    if meet(a, b) {
        return (Compatible, Some("figure/bound"));
    }
    if about && gap(a.value, b.value) <= NEAR_RATIO {
        return (Compatible, Some("figure/approximation"));
    }
    if rounded(a.value, b.value) {
        return (Compatible, Some("figure/rounding"));
    }
    (Different, Some(reason(scene, linked, a, b)))
}

fn is_about(it: &Counted) -> bool {
    it.quantity.precision == Precision::About
}

/// The values a statement allows: a bound leaves one end open.
fn allowed(it: &Counted) -> (f64, f64) {
    match (it.upper, it.quantity.precision) {
        (Some(upper), _) => (it.value, upper),
        (None, Precision::AtLeast) => (it.value, f64::INFINITY),
        (None, Precision::AtMost) => (f64::NEG_INFINITY, it.value),
        (None, Precision::About | Precision::Exact) => (it.value, it.value),
    }
}

/// Whether some value fits both: one keeps to the limit that the other gives, or falls in its range.
fn meet(a: &Counted, b: &Counted) -> bool {
    let ((low_a, high_a), (low_b, high_b)) = (allowed(a), allowed(b));
    low_a <= high_b && low_b <= high_a
}

/// How far apart two values are, as a share of the larger.
fn gap(a: f64, b: f64) -> f64 {
    (a - b).abs() / a.abs().max(b.abs()).max(f64::MIN_POSITIVE)
}

fn rounded(a: f64, b: f64) -> bool {
    let round = |one: f64, other: f64| digits(one) < one && digits(one) < digits(other) && digits(one) < ROUND_DIGITS;
    gap(a, b) <= ROUNDED_RATIO && (round(a, b) || round(b, a))
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
fn reason(scene: &Scene, linked: &Linked, a: &Counted, b: &Counted) -> &'static str {
    if dates_differ(linked.a, linked.b) {
        return "figure/date";
    }
    if let (Some(one), Some(other)) = (&linked.a.speaker, &linked.b.speaker)
        && scene.same_speaker(linked.link, one, other) == Some(false)
    {
        return "figure/source";
    }
    let page = |article: usize| scene.pages.get(article);
    let (Some(page_a), Some(page_b)) = (page(linked.link.a.article), page(linked.link.b.article)) else {
        return "figure/unknown";
    };
    if a.state != b.state || narrowed(page_a, linked.a, a) != narrowed(page_b, linked.b, b) {
        return "figure/scope";
    }
    if grows((page_a, a), (page_b, b)) {
        return "figure/later";
    }
    if is_about(a) || is_about(b) { "figure/unknown" } else { "figure/contradiction" }
}

/// Whether both claims date what they tell, and no date of one can be the other's.
fn dates_differ(a: &Claim, b: &Claim) -> bool {
    let resolved = |claim: &Claim| claim.dates.iter().filter_map(|date| date.iso.clone()).collect::<Vec<_>>();
    let (one, other) = (resolved(a), resolved(b));
    let meet =
        |x: &String, y: &String| x.starts_with(y.as_str()) || y.starts_with(x.as_str()) || within(x, y) || within(y, x);
    !one.is_empty() && !other.is_empty() && !one.iter().any(|x| other.iter().any(|y| meet(x, y)))
}

/// Whether an ISO date lies in an ISO interval.
fn within(date: &str, interval: &str) -> bool {
    interval.split_once('/').is_some_and(|(first, last)| first <= date && date <= last)
}

/// What narrows down what is counted: a share of something counted before, and the adjectives and participles between
/// number and noun or right behind them.
fn narrowed<'a>(page: &Page<'a>, claim: &Claim, it: &Counted) -> (bool, Vec<&'a str>) {
    let (own, all) = (page.tokens_of(it.quantity.span), page.tokens_of(claim.span));
    let share = |at: usize| page.is_class(List::NumberQualifiers, at, "share");
    let part = own.start.checked_sub(1).is_some_and(|before| before >= all.start && share(before));
    let behind = page.tokens.partition_point(|token| token.span.start < it.quantity.span.end);
    let unit = it.quantity.unit.as_deref();
    let narrows = |at: &usize| {
        let adjective = page.likeliest(*at) == Some(Pos::Adjective) || page.participle_of(*at).next().is_some();
        let known =
            [List::NumberQualifiers, List::Numbers, List::Units].iter().any(|list| page.entry(*list, *at).is_some());
        let counted = page.readings(*at).iter().any(|reading| Some(reading.lemma) == unit);
        adjective && !known && !counted && it.state.is_none()
    };
    let last = behind + usize::from(behind < all.end);
    (part, (own.start..last).filter(narrows).map(|at| page.fold(at)).collect())
}

/// Whether the larger count stands in the article of a later day: tolls are counted on.
fn grows((page_a, a): (&Page, &Counted), (page_b, b): (&Page, &Counted)) -> bool {
    let (Some(day_a), Some(day_b)) = (page_a.analysed.article.date, page_b.analysed.article.date) else { return false };
    let toll = |it: &Counted| it.listed && it.what.is_some();
    toll(a) && toll(b) && day_a != day_b && (day_a < day_b) == (a.value < b.value)
}
