//! How two linked claims relate: the same, the same with other details, or versions that clash.

use super::Relation;
use super::features::{Feature, Features};

/// From this much of both claims met in the other, they say the same.
const EQUIVALENT_COVERAGE: f64 = 0.62;
/// A clash of numbers counts only where the rest is this near: else the numbers tell of other things.
const CLASH_COVERAGE: f64 = 0.25;

/// Decides from the pair's features.
pub(super) fn relation(features: &Features) -> Relation {
    let of = |feature: Feature| features[feature as usize];
    if of(Feature::NumbersClash) > 0.5 && of(Feature::CoverageHigh) >= CLASH_COVERAGE {
        Relation::Contradict
    } else if of(Feature::CoverageLow) >= EQUIVALENT_COVERAGE {
        Relation::Equivalent
    } else {
        Relation::Overlap
    }
}
