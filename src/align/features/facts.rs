//! What two claims have in common beside words: whom they name, what they count, when, and who speaks.

use super::super::profile::{Named, Profile};
use super::{ActorWeights, flag};
use crate::claim::{DateMention, Precision, Quantity, date};

/// Share of the actors of whichever names fewer that the other names too, weighed by how rarely they are named.
pub(super) fn names(a: &[Named], b: &[Named], weights: &ActorWeights) -> f64 {
    let weight = |actor: &usize| weights.get(*actor).copied().unwrap_or(0.0);
    let all = |named: &[Named]| named.iter().map(|(actor, _)| weight(actor)).sum::<f64>();
    let in_b = |actor: &usize| b.binary_search_by_key(actor, |(other, _)| *other).is_ok();
    let shared: f64 = a.iter().filter(|(actor, _)| in_b(actor)).map(|(actor, _)| weight(actor)).sum();
    let whole = all(a).min(all(b));
    if whole > 0.0 { shared / whole } else { 0.0 }
}

/// Equal numbers, and numbers of the same thing that clash.
pub(super) fn numbers(a: &[Quantity], b: &[Quantity]) -> (f64, f64) {
    let mut best: f64 = 0.0;
    let mut clash: f64 = 0.0;
    for one in a {
        for other in b {
            let same_unit = one.unit.is_some() && one.unit == other.unit;
            if agree(one, other) {
                best = best.max(if same_unit { 1.0 } else { telling(one.value) });
            } else if same_unit {
                clash = 1.0;
            }
        }
    }
    (best, if best >= 1.0 { 0.0 } else { clash })
}

/// Whether both can be the same number: equal, or within ten percent where one is approximate.
pub(in crate::align) fn agree(one: &Quantity, other: &Quantity) -> bool {
    let gap = (one.value - other.value).abs() / one.value.abs().max(other.value.abs()).max(f64::MIN_POSITIVE);
    let loose = one.precision != Precision::Exact || other.precision != Precision::Exact;
    gap < 1e-9 || (loose && gap <= 0.1)
}

/// How much an equal number without an equal unit says: small and round numbers are everywhere.
fn telling(value: f64) -> f64 {
    if value.abs() < 5.0 {
        0.2
    } else if (value / 10.0).fract() == 0.0 {
        0.5
    } else {
        0.8
    }
}

/// The nearest two dates come, and whether no two can be the same.
pub(super) fn dates(a: &[DateMention], b: &[DateMention]) -> (f64, f64) {
    let pairs = a.iter().flat_map(|one| b.iter().filter_map(move |other| date::closeness(one, other)));
    pairs.reduce(f64::max).map_or((0.0, 0.0), |nearest| (nearest, flag(nearest <= 0.0)))
}

/// Whether both are given to the same speaker, and whether to two that are known to differ.
pub(super) fn speakers(a: &Profile, b: &Profile) -> (f64, f64) {
    match (a.speaker, b.speaker) {
        (Some(one), Some(other)) => (flag(one == other), flag(one != other)),
        _ => (0.0, 0.0),
    }
}
