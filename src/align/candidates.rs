//! Which pairs of claims are worth scoring: those an inverted index brings together.
//!
//! All pairs of two long articles would cost their product. A claim meets only claims whose sentences share
//! a term, a near term, a name, a number or a date with its own, and of terms that stand in very many claims only the
//! pairs that something rarer brings together anyway. Headlines and openings meet each other always.

use std::collections::{BTreeMap, BTreeSet};

use super::profile::Profile;
use super::terms::Terms;
use crate::claim::Place;

/// A key that stands in more claims of the other article than this brings nobody together by itself.
/// Higher finds a few more weak pairs and costs more time.
const CROWDED_CLAIMS: usize = 48;

/// How many opening claims of each article meet.
const OPENING_CLAIMS: usize = 3;

/// The pairs of claims of two articles that are worth scoring, sorted.
pub(super) fn candidates(a: &[Profile], b: &[Profile], terms: &Terms) -> BTreeSet<(usize, usize)> {
    let index = Index::of(b);
    let mut pairs = BTreeSet::new();
    for (at, profile) in a.iter().enumerate() {
        for key in keys(profile, terms) {
            pairs.extend(index.claims(&key).iter().map(|&other| (at, other)));
        }
    }
    let opens = |(at, profile): &(usize, &Profile)| *at < OPENING_CLAIMS || profile.place != Place::Body;
    for (at, _) in a.iter().enumerate().filter(opens) {
        pairs.extend(b.iter().enumerate().filter(opens).map(|(other, _)| (at, other)));
    }
    pairs
}

/// What brings claims together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Term(usize),
    Actor(usize),
    Number(u64),
    Date(String),
}

/// What stands where in one article.
struct Index {
    claims: BTreeMap<Key, Vec<usize>>,
}

impl Index {
    fn of(profiles: &[Profile]) -> Self {
        let mut claims: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (at, profile) in profiles.iter().enumerate() {
            for key in own_keys(profile).collect::<BTreeSet<_>>() {
                claims.entry(key).or_default().push(at);
            }
        }
        claims.retain(|_, found| found.len() <= CROWDED_CLAIMS);
        Self { claims }
    }

    fn claims(&self, key: &Key) -> &[usize] {
        self.claims.get(key).map_or(&[], Vec::as_slice)
    }
}

fn own_keys(profile: &Profile) -> impl Iterator<Item = Key> {
    let terms = profile.context.iter().map(|&term| Key::Term(term));
    let actors = profile.actors.iter().map(|&(actor, _)| Key::Actor(actor));
    let numbers = profile.quantities.iter().map(|it| Key::Number(it.value.to_bits()));
    let dates = profile.dates.iter().filter_map(|it| it.iso.clone()).map(Key::Date);
    terms.chain(actors).chain(numbers).chain(dates)
}

/// A claim's own keys and those of terms near in meaning.
fn keys(profile: &Profile, terms: &Terms) -> BTreeSet<Key> {
    let near = profile.context.iter().flat_map(|&term| &terms.all[term].related).map(|&(other, _)| Key::Term(other));
    own_keys(profile).chain(near).collect()
}
