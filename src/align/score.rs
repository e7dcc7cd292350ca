//! Scores all candidate pairs of two articles, in two passes.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::candidates;
use super::features::{ActorWeights, Echoes, Features, Scores, Surroundings, of_pair};
use super::model::Weights;
use super::profile::Profile;
use super::terms::Terms;

/// A claim tells nearly what another of its own article tells from this first estimate on.
const ECHO_AT_LEAST: f64 = 0.3;

/// The candidate pairs of two articles with all their features, sorted by place.
pub(super) fn pairs(
    (a, b): (&[Profile], &[Profile]),
    echoes: (&Echoes, &Echoes),
    terms: &Terms,
    actors: &ActorWeights,
    weights: &Weights,
) -> BTreeMap<(usize, usize), Features> {
    let mut features: BTreeMap<(usize, usize), Features> = BTreeMap::new();
    for (one, other) in candidates(a, b, terms) {
        features.insert((one, other), of_pair(&a[one], &b[other], terms, actors));
    }
    let scores: Scores = features.iter().map(|(&pair, features)| (pair, weights.first(features))).collect();
    let surroundings = Surroundings::of(&scores, echoes);
    for (&pair, features) in &mut features {
        surroundings.complete(features, pair);
    }
    features
}

/// For each claim, the claims of its own article that tell nearly the same: a headline and the lead under it.
pub(super) fn echoes(own: &[Profile], terms: &Terms, actors: &ActorWeights, weights: &Weights) -> Echoes {
    let mut echoes = Echoes::new();
    let pairs: BTreeSet<(usize, usize)> = candidates(own, own, terms);
    for (one, other) in pairs.into_iter().filter(|(one, other)| one < other) {
        let likeness = weights.first(&of_pair(&own[one], &own[other], terms, actors));
        if likeness >= ECHO_AT_LEAST {
            echoes.entry(one).or_default().push((other, likeness));
            echoes.entry(other).or_default().push((one, likeness));
        }
    }
    echoes
}
