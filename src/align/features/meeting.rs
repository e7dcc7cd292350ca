//! Which words of one passage meet which of another, and what that is worth.

use super::super::profile::{Mass, Worth};
use super::super::terms::{TermId, Terms};

/// A term of one passage and the term of the other that it meets.
struct Met {
    term: TermId,
    near: TermId,
    /// 1 for the same term.
    nearness: f64,
}

/// The terms of two passages that meet, seen from either side: each meets the nearest of the other.
pub(in crate::align) struct Meeting {
    from_a: Vec<Met>,
    from_b: Vec<Met>,
}

/// Which meetings count.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// Only the same term.
    Same,
    /// Terms near in meaning or spelling too, by how near they are.
    Near,
}

/// What two passages share, by one kind of worth.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Shared {
    /// Cosine of the term vectors; with near terms after the soft cosine of Sidorov 2014, with the plain norm.
    pub cosine: f64,
    /// Share of the weightier passage met in the other.
    pub low: f64,
    /// Share of the lighter passage met in the other.
    pub high: f64,
    /// Worth of the worthiest term met.
    pub rarest: f64,
    /// Worth of all terms met.
    pub whole: f64,
}

impl Meeting {
    /// Of two sorted lists of terms.
    pub fn of(a: &[TermId], b: &[TermId], terms: &Terms) -> Self {
        Self { from_a: met(a, b, terms), from_b: met(b, a, terms) }
    }

    /// What they share; `a` and `b` are what each passage has in all.
    pub fn shared(&self, kinship: Kinship, worth: Worth, (a, b): (Mass, Mass), terms: &Terms) -> Shared {
        let (from_a, from_b) =
            (Sums::of(&self.from_a, kinship, worth, terms), Sums::of(&self.from_b, kinship, worth, terms));
        let norm = (a.square * b.square).sqrt();
        let share = |met: f64, whole: f64| if whole > 0.0 { met / whole } else { 0.0 };
        let (a_share, b_share) = (share(from_a.worth, a.whole), share(from_b.worth, b.whole));
        Shared {
            cosine: share(f64::midpoint(from_a.product, from_b.product), norm),
            low: a_share.min(b_share),
            high: a_share.max(b_share),
            rarest: from_a.rarest.max(from_b.rarest),
            whole: f64::midpoint(from_a.worth, from_b.worth),
        }
    }
}

/// What one side's met terms come to.
#[derive(Default)]
struct Sums {
    worth: f64,
    product: f64,
    rarest: f64,
}

impl Sums {
    fn of(met: &[Met], kinship: Kinship, worth: Worth, terms: &Terms) -> Self {
        let mut sums = Self::default();
        for Met { term, near, nearness } in met.iter().filter(|met| kinship == Kinship::Near || met.term == met.near) {
            let own = worth.of(&terms.all[*term]);
            sums.worth += own * nearness;
            sums.product += own * worth.of(&terms.all[*near]) * nearness;
            sums.rarest = sums.rarest.max(own * nearness);
        }
        sums
    }
}

fn met(own: &[TermId], other: &[TermId], terms: &Terms) -> Vec<Met> {
    let nearest = |&term: &TermId| nearest(term, other, terms).map(|(near, nearness)| Met { term, near, nearness });
    own.iter().filter_map(nearest).collect()
}

/// The nearest of some sorted terms to `term`: itself, else the likest related one.
pub(in crate::align) fn nearest(term: TermId, among: &[TermId], terms: &Terms) -> Option<(TermId, f64)> {
    if among.binary_search(&term).is_ok() {
        return Some((term, 1.0));
    }
    let related = terms.all[term].related.iter().filter(|(other, _)| among.binary_search(other).is_ok());
    related.copied().max_by(|(_, one), (_, other)| one.total_cmp(other))
}
