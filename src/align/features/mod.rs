//! What speaks for or against two claims telling the same thing, as named numbers, nearly all from 0 to 1.

mod facts;
mod meeting;
mod surroundings;

pub(super) use facts::agree;
pub(super) use meeting::nearest;
pub(super) use surroundings::{Echoes, Scores, Surroundings};

use super::profile::{Profile, Worth};
use super::terms::Terms;
use crate::claim::{Mode, Place};
use meeting::{Kinship, Meeting, Shared};

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
    /// Cosine that counts near terms by their nearness (after the soft cosine of Sidorov 2014, with the plain norm).
    SoftCosine => "soft-cosine",
    /// Share of the weightier claim's terms met in the other, near terms counted by nearness.
    CoverageLow => "coverage-low",
    /// Share of the lighter claim's terms met in the other: a short claim inside a long one.
    CoverageHigh => "coverage-high",
    /// Weight of the single rarest term met, near terms by nearness.
    RarestShared => "rarest-shared",
    /// Absolute weight of all that is shared, saturating: many shared rare words.
    SharedWeight => "shared-weight",
    /// `soft-cosine` of what is told: words weighed down by how often they are part of a name. That both
    /// name the chief actor of the news says little of what they tell of them.
    ToldCosine => "told-cosine",
    /// `coverage-low` of what is told.
    ToldLow => "told-low",
    /// `coverage-high` of what is told.
    ToldHigh => "told-high",
    /// `rarest-shared` of what is told.
    ToldRarest => "told-rarest",
    /// `shared-weight` of what is told.
    ToldWeight => "told-weight",
    /// Soft cosine of the whole sentences' term vectors.
    ContextCosine => "context-cosine",
    /// Share of the weightier sentence's terms met in the other sentence.
    ContextCoverage => "context-coverage",
    /// Share of neighbouring word pairs in common.
    Wording => "wording",
    /// Absolute weight of neighbouring word pairs in common, saturating.
    Phrases => "phrases",
    /// Names in common, weighed by how rarely they are named.
    Names => "names",
    /// Names in common, by how much else is told alike.
    NamesAndTold => "names-and-told",
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
    /// One over the pair's rank among those of the claim where it ranks higher.
    RankEither => "rank-either",
    /// One over the pair's rank among those of the claim where it ranks lower.
    RankBoth => "rank-both",
    /// How far the pair's first estimate is above all others of its two claims, -1 to 1.
    Margin => "margin",
    /// The best first estimate among pairs beside it.
    Neighbours => "neighbours",
    /// The first estimates of the pairs near it, before both claims or after both, by how near they are, saturating.
    Around => "around",
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
    let claims = Meeting::of(&a.terms, &b.terms, terms);
    let claims = |kinship, worth| claims.shared(kinship, worth, (a.mass(worth), b.mass(worth)), terms);
    let (near, told) = (claims(Kinship::Near, Worth::Event), claims(Kinship::Near, Worth::Told));
    set(Feature::Cosine, claims(Kinship::Same, Worth::Event).cosine);
    set(Feature::SoftCosine, near.cosine);
    set(Feature::CoverageLow, near.low);
    set(Feature::CoverageHigh, near.high);
    set(Feature::RarestShared, near.rarest);
    set(Feature::SharedWeight, saturating(near.whole));
    set(Feature::ToldCosine, told.cosine);
    set(Feature::ToldLow, told.low);
    set(Feature::ToldHigh, told.high);
    set(Feature::ToldRarest, told.rarest);
    set(Feature::ToldWeight, saturating(told.whole));
    set(Feature::Wording, wording(a, b));
    set(Feature::Phrases, saturating(phrases(a, b, terms)));
    let context = sentences(a, b, terms, &mut set);
    of_facts((a, b), (&near, &told), actors, &mut set);
    of_places((a, b), &context, &mut set);
    features
}

/// The features of the sentences around two claims; what they share is told.
fn sentences(a: &Profile, b: &Profile, terms: &Terms, set: &mut impl FnMut(Feature, f64)) -> Shared {
    let sentences = Meeting::of(&a.context, &b.context, terms);
    let masses = (a.context_mass, b.context_mass);
    let near = sentences.shared(Kinship::Near, Worth::Event, masses, terms);
    set(Feature::ContextCosine, near.cosine);
    set(Feature::ContextCoverage, near.low);
    near
}

/// The features of names, numbers, dates and speakers.
fn of_facts(
    (a, b): (&Profile, &Profile),
    (near, told): (&Shared, &Shared),
    actors: &ActorWeights,
    set: &mut impl FnMut(Feature, f64),
) {
    let names = facts::names(&a.actors, &b.actors, actors);
    set(Feature::Names, names);
    set(Feature::NamesAndTold, names * saturating(told.whole));
    let (numbers, clash) = facts::numbers(a.quantities, b.quantities);
    set(Feature::Numbers, numbers);
    set(Feature::NumbersClash, clash);
    let (dates, clash) = facts::dates(a.dates, b.dates);
    set(Feature::Dates, dates);
    set(Feature::DatesClash, clash);
    let (same, other) = facts::speakers(a, b);
    // One speaker says many things: only where the words meet too is it the same one.
    set(Feature::SameSpeaker, same * saturating(near.whole));
    set(Feature::OtherSpeaker, other);
    set(Feature::BothQuoted, flag(a.mode == Some(Mode::Direct) && b.mode == Some(Mode::Direct)));
}

/// The features of where two claims stand and how long they are.
fn of_places((a, b): (&Profile, &Profile), context: &Shared, set: &mut impl FnMut(Feature, f64)) {
    // Headlines tell the news of their articles, but of what both tell only words can say.
    let common_ground = saturating(context.whole);
    let titles = a.place == Place::Title && b.place == Place::Title;
    set(Feature::BothTitles, flag(titles) * common_ground);
    set(Feature::TitleAndOpening, flag(title_and_opening(a, b) || title_and_opening(b, a)) * common_ground);
    set(Feature::DepthGap, (a.depth - b.depth).abs());
    set(Feature::Shortness, 1.0 / (1.0 + a.words.len().min(b.words.len()) as f64 / 4.0));
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

fn wording(a: &Profile, b: &Profile) -> f64 {
    let shared = a.pairs.intersection(&b.pairs).count() as f64;
    let fewer = a.pairs.len().min(b.pairs.len()) as f64;
    if fewer > 0.0 { shared / fewer } else { 0.0 }
}

fn phrases(a: &Profile, b: &Profile, terms: &Terms) -> f64 {
    let weight = |term: usize| terms.all[term].weight();
    a.pairs.intersection(&b.pairs).map(|&(one, next)| weight(one) + weight(next)).sum()
}
