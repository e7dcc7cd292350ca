//! What speaks for or against two claims telling the same thing, as named numbers from 0 to 1.

use std::collections::BTreeMap;

use super::profile::Profile;
use super::terms::{TermId, Terms};
use crate::claim::{DateMention, Mode, Place, Precision, Quantity, date};

/// Declares the features once: their place, their name in `weights.tsv`, their meaning.
macro_rules! features {
    ($($(#[$doc:meta])* $feature:ident => $name:literal,)*) => {
        /// A named feature of a pair of claims.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Feature { $($(#[$doc])* $feature,)* }

        impl Feature {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$feature,)*];

            /// The name in `weights.tsv`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$feature => $name,)* }
            }
        }
    };
}

features! {
    /// Cosine of the term vectors, weighed by event and language rarity.
    Cosine => "cosine",
    /// Cosine that counts near terms by their nearness (soft cosine, Sidorov 2014).
    SoftCosine => "soft-cosine",
    /// Share of the weightier claim's terms met in the other, near terms counted by nearness.
    CoverageLow => "coverage-low",
    /// Share of the lighter claim's terms met in the other: a short claim inside a long one.
    CoverageHigh => "coverage-high",
    /// Weight of the single rarest term met, near terms by nearness.
    RarestShared => "rarest-shared",
    /// Absolute weight of all that is shared, saturating: many shared rare words.
    SharedWeight => "shared-weight",
    /// Soft cosine of the whole sentences' term vectors.
    ContextCosine => "context-cosine",
    /// Share of the weightier sentence's terms met in the other sentence.
    ContextCoverage => "context-coverage",
    /// Share of neighbouring word pairs in common.
    Wording => "wording",
    /// Names in common, weighed by how rarely they are named.
    Names => "names",
    /// An equal number of the same thing, or of anything where it is not round.
    Numbers => "numbers",
    /// The same thing counted with another value.
    NumbersClash => "numbers-clash",
    /// How near the nearest dates of both are.
    Dates => "dates",
    /// Dates on both sides and none in common.
    DatesClash => "dates-clash",
    /// Both are given to the same speaker, by how much they share.
    SameSpeaker => "same-speaker",
    /// Given to two speakers known to differ.
    OtherSpeaker => "other-speaker",
    /// Both stand between quotation marks.
    BothQuoted => "both-quoted",
    /// Both are headlines, by how much they share.
    BothTitles => "both-titles",
    /// One is a headline, the other opens its article, by how much they share.
    TitleAndOpening => "title-and-opening",
    /// How far apart they stand in their articles.
    DepthGap => "depth-gap",
    /// How short the shorter claim is.
    Shortness => "shortness",
    /// The pair's first estimate as a share of the best of the claim where it stands higher.
    BestOfEither => "best-of-either",
    /// The pair's first estimate as a share of the best of the claim where it stands lower.
    BestOfBoth => "best-of-both",
    /// The best first estimate among pairs beside it.
    Neighbours => "neighbours",
    /// The best first estimate of a claim of the same article that tells what this one tells.
    Echo => "echo",
    /// How near both are to what opens their articles, by how much they share: the news itself, told again.
    Central => "central",
}

/// The features of one pair, by [`Feature`].
pub type Features = [f64; Feature::ALL.len()];

/// How rarely each shared actor is named, 0 to 1, by its number.
pub(super) type ActorWeights = Vec<f64>;

/// The features that need no other pair: all before [`Feature::BestOfEither`].
pub(super) fn of_pair(a: &Profile, b: &Profile, terms: &Terms, actors: &ActorWeights) -> Features {
    let mut features = [0.0; Feature::ALL.len()];
    let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
    let weight = |term: TermId| terms.all[term].weight();
    let shared = Shared::of(&a.terms, &b.terms, terms);
    let context = Shared::of(&a.context, &b.context, terms);
    set(Feature::Cosine, cosine(&a.terms, &b.terms, weight));
    set(Feature::SoftCosine, soft_cosine(&a.terms, &b.terms, terms));
    set(Feature::ContextCosine, soft_cosine(&a.context, &b.context, terms));
    set(Feature::ContextCoverage, context.a_share.min(context.b_share));
    set(Feature::CoverageLow, shared.a_share.min(shared.b_share));
    set(Feature::CoverageHigh, shared.a_share.max(shared.b_share));
    set(Feature::RarestShared, shared.rarest);
    set(Feature::SharedWeight, saturating(shared.weight));
    set(Feature::Wording, wording(a, b));
    set(Feature::Names, names(a, b, actors));
    let (numbers, clash) = numbers(a.quantities, b.quantities);
    set(Feature::Numbers, numbers);
    set(Feature::NumbersClash, clash);
    let (dates, clash) = dates(a.dates, b.dates);
    set(Feature::Dates, dates);
    set(Feature::DatesClash, clash);
    let (same, other) = speakers(a, b);
    // One speaker says many things: only where the words meet too is it the same one.
    set(Feature::SameSpeaker, same * saturating(shared.weight));
    set(Feature::OtherSpeaker, other);
    set(Feature::BothQuoted, flag(a.mode == Some(Mode::Direct) && b.mode == Some(Mode::Direct)));
    // Headlines tell the news of their articles, but of what both tell only words can say.
    let common_ground = saturating(context.weight);
    let titles = a.place == Place::Title && b.place == Place::Title;
    set(Feature::BothTitles, flag(titles) * common_ground);
    set(Feature::TitleAndOpening, flag(title_and_opening(a, b) || title_and_opening(b, a)) * common_ground);
    set(Feature::DepthGap, (a.depth - b.depth).abs());
    set(Feature::Shortness, 1.0 / (1.0 + a.words.len().min(b.words.len()) as f64 / 4.0));
    features
}

/// Shared weight at which [`Feature::SharedWeight`] reaches 63 %: about three rare words.
const SHARED_WEIGHT_SCALE: f64 = 2.0;

fn saturating(weight: f64) -> f64 {
    1.0 - (-weight / SHARED_WEIGHT_SCALE).exp()
}

fn flag(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

fn title_and_opening(title: &Profile, other: &Profile) -> bool {
    title.place == Place::Title && (other.place == Place::Lead || (other.place == Place::Body && other.depth < 0.1))
}

fn cosine(a: &[TermId], b: &[TermId], weight: impl Fn(TermId) -> f64) -> f64 {
    let square = |terms: &[TermId]| terms.iter().map(|&term| weight(term).powi(2)).sum::<f64>();
    let common: f64 = common(a, b).map(|term| weight(term).powi(2)).sum();
    let norm = (square(a) * square(b)).sqrt();
    if norm > 0.0 { common / norm } else { 0.0 }
}

/// Each term meets the nearest of the other side; both directions count alike.
fn soft_cosine(a: &[TermId], b: &[TermId], terms: &Terms) -> f64 {
    let weight = |term: TermId| terms.all[term].weight();
    let square = |side: &[TermId]| side.iter().map(|&term| weight(term).powi(2)).sum::<f64>();
    let met = |own: &[TermId], other: &[TermId]| -> f64 {
        let nearest = own.iter().filter_map(|&term| Some((term, nearest(term, other, terms)?)));
        nearest.map(|(term, (near, nearness))| weight(term) * weight(near) * nearness).sum()
    };
    let norm = (square(a) * square(b)).sqrt();
    if norm > 0.0 { f64::midpoint(met(a, b), met(b, a)) / norm } else { 0.0 }
}

/// What stands in both of two sorted lists.
fn common<'a>(a: &'a [TermId], b: &'a [TermId]) -> impl Iterator<Item = TermId> + 'a {
    a.iter().copied().filter(|term| b.binary_search(term).is_ok())
}

/// What two claims share, near terms included.
struct Shared {
    a_share: f64,
    b_share: f64,
    rarest: f64,
    weight: f64,
}

impl Shared {
    fn of(a: &[TermId], b: &[TermId], terms: &Terms) -> Self {
        let from_a = met(a, b, terms);
        let from_b = met(b, a, terms);
        let worth = |met: &[(f64, f64)]| met.iter().map(|&(weight, nearness)| weight * nearness).sum::<f64>();
        let rarest = |met: &[(f64, f64)]| met.iter().map(|&(weight, nearness)| weight * nearness).fold(0.0, f64::max);
        Self {
            a_share: share(&from_a),
            b_share: share(&from_b),
            rarest: rarest(&from_a).max(rarest(&from_b)),
            weight: f64::midpoint(worth(&from_a), worth(&from_b)),
        }
    }
}

/// Each term's weight and how nearly it is met in `other`.
fn met(own: &[TermId], other: &[TermId], terms: &Terms) -> Vec<(f64, f64)> {
    own.iter()
        .map(|&term| (terms.all[term].weight(), nearest(term, other, terms).map_or(0.0, |(_, near)| near)))
        .collect()
}

/// The nearest of some terms to `term`: itself, else the likest related one.
pub(super) fn nearest(term: TermId, among: &[TermId], terms: &Terms) -> Option<(TermId, f64)> {
    if among.binary_search(&term).is_ok() {
        return Some((term, 1.0));
    }
    let related = terms.all[term].related.iter().filter(|(other, _)| among.binary_search(other).is_ok());
    related.copied().max_by(|(_, one), (_, other)| one.total_cmp(other))
}

fn share(met: &[(f64, f64)]) -> f64 {
    let whole: f64 = met.iter().map(|(weight, _)| weight).sum();
    let found: f64 = met.iter().map(|(weight, nearness)| weight * nearness).sum();
    if whole > 0.0 { found / whole } else { 0.0 }
}

fn wording(a: &Profile, b: &Profile) -> f64 {
    let shared = a.pairs.intersection(&b.pairs).count() as f64;
    let fewer = a.pairs.len().min(b.pairs.len()) as f64;
    if fewer > 0.0 { shared / fewer } else { 0.0 }
}

fn names(a: &Profile, b: &Profile, weights: &ActorWeights) -> f64 {
    let weight = |actors: &[(usize, crate::text::Span)]| -> f64 {
        actors.iter().filter_map(|(actor, _)| weights.get(*actor)).sum()
    };
    let shared: f64 = a
        .actors
        .iter()
        .filter(|(actor, _)| b.actors.iter().any(|(other, _)| other == actor))
        .filter_map(|(actor, _)| weights.get(*actor))
        .sum();
    let whole = weight(&a.actors).min(weight(&b.actors));
    if whole > 0.0 { shared / whole } else { 0.0 }
}

/// Equal numbers, and numbers of the same thing that clash.
fn numbers(a: &[Quantity], b: &[Quantity]) -> (f64, f64) {
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
pub(super) fn agree(one: &Quantity, other: &Quantity) -> bool {
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
fn dates(a: &[DateMention], b: &[DateMention]) -> (f64, f64) {
    let pairs = a.iter().flat_map(|one| b.iter().filter_map(move |other| date::closeness(one, other)));
    pairs.reduce(f64::max).map_or((0.0, 0.0), |nearest| (nearest, flag(nearest <= 0.0)))
}

fn speakers(a: &Profile, b: &Profile) -> (f64, f64) {
    match (a.speaker, b.speaker) {
        (Some(one), Some(other)) => (flag(one == other), flag(one != other)),
        _ => (0.0, 0.0),
    }
}

/// First estimates of all candidate pairs, and the features that come from them.
pub(super) struct Estimates<'a> {
    /// First estimate of each pair.
    pub scores: &'a BTreeMap<(usize, usize), f64>,
    /// Best of each claim of the first article.
    pub rows: BTreeMap<usize, f64>,
    /// Best of each claim of the second article.
    pub columns: BTreeMap<usize, f64>,
    /// Claims of the first article that tell nearly the same, and how nearly.
    pub echoes_a: &'a BTreeMap<usize, Vec<(usize, f64)>>,
    /// Likewise in the second article.
    pub echoes_b: &'a BTreeMap<usize, Vec<(usize, f64)>>,
}

impl<'a> Estimates<'a> {
    /// Gathers the best of each row and column.
    pub fn of(
        scores: &'a BTreeMap<(usize, usize), f64>,
        echoes_a: &'a BTreeMap<usize, Vec<(usize, f64)>>,
        echoes_b: &'a BTreeMap<usize, Vec<(usize, f64)>>,
    ) -> Self {
        let mut rows: BTreeMap<usize, f64> = BTreeMap::new();
        let mut columns: BTreeMap<usize, f64> = BTreeMap::new();
        for (&(a, b), &score) in scores {
            let row = rows.entry(a).or_default();
            *row = row.max(score);
            let column = columns.entry(b).or_default();
            *column = column.max(score);
        }
        Self { scores, rows, columns, echoes_a, echoes_b }
    }

    /// Sets the features that come from other pairs.
    pub fn complete(&self, features: &mut Features, (a, b): (usize, usize)) {
        let own = self.score(Some(a), Some(b));
        let of_best = |best: Option<&f64>| best.filter(|best| **best > 0.0).map_or(0.0, |best| own / best);
        let (of_row, of_column) = (of_best(self.rows.get(&a)), of_best(self.columns.get(&b)));
        features[Feature::BestOfEither as usize] = of_row.max(of_column);
        features[Feature::BestOfBoth as usize] = of_row.min(of_column);
        features[Feature::Neighbours as usize] = self.neighbours(a, b);
        features[Feature::Echo as usize] = self.echo(a, b);
        features[Feature::Central as usize] =
            central(a, self.echoes_a) * central(b, self.echoes_b) * features[Feature::SharedWeight as usize];
    }

    fn score(&self, a: Option<usize>, b: Option<usize>) -> f64 {
        a.zip(b).and_then(|pair| self.scores.get(&pair)).copied().unwrap_or(0.0)
    }

    fn neighbours(&self, a: usize, b: usize) -> f64 {
        let before = self.score(a.checked_sub(1), b.checked_sub(1));
        let after = self.score(a.checked_add(1), b.checked_add(1));
        before.max(after)
    }

    fn echo(&self, a: usize, b: usize) -> f64 {
        let through_a =
            self.echoes_a.get(&a).into_iter().flatten().map(|&(other, like)| like * self.score(Some(other), Some(b)));
        let through_b =
            self.echoes_b.get(&b).into_iter().flatten().map(|&(other, like)| like * self.score(Some(a), Some(other)));
        through_a.chain(through_b).fold(0.0, f64::max)
    }
}

/// How nearly a claim tells what its article opens with: its headline and the claim after it.
fn central(claim: usize, echoes: &BTreeMap<usize, Vec<(usize, f64)>>) -> f64 {
    if claim < OPENING {
        return 1.0;
    }
    let of_opening = echoes.get(&claim).into_iter().flatten().filter(|(other, _)| *other < OPENING);
    of_opening.map(|&(_, like)| like).fold(0.0, f64::max)
}

/// Claims that open an article: its headline and its first sentence.
const OPENING: usize = 2;
