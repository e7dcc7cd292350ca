//! How two linked claims relate: the same, the same with other details, or versions that clash.

use super::Relation;
use super::features::{Feature, Features};

/// From this much of both claims met in the other, they say the same.
const EQUIVALENT_COVERAGE: f64 = 0.62;
/// A clash of numbers counts only where the rest is this near: else the numbers tell of other things.
const CLASH_COVERAGE: f64 = 0.25;
/// A negation counts only where this much of both claims is told alike: else it negates something else.
const NEGATION_COVERAGE: f64 = 0.6;

/// Decides from the pair's features, and whether one claim negates and the other does not.
pub(super) fn relation(features: &Features, one_negates: bool) -> Relation {
    let of = |feature: Feature| features[feature as usize];
    let numbers = of(Feature::NumbersClash) > 0.5 && of(Feature::CoverageHigh) >= CLASH_COVERAGE;
    let negation = one_negates && of(Feature::ToldLow) >= NEGATION_COVERAGE;
    if numbers || negation {
        Relation::Contradict
    } else if of(Feature::CoverageLow) >= EQUIVALENT_COVERAGE {
        Relation::Equivalent
    } else {
        Relation::Overlap
    }
}
