//! Claims of N articles → links between those that tell the same thing, and groups of them.

mod actors;
mod assign;
mod candidates;
mod evidence;
mod features;
mod kinship;
mod model;
mod profile;
mod relation;
mod score;
mod shared_copy;
mod terms;

pub use features::{Feature, Features};
pub use model::{Confidence, Measured, Question, Tree, Weights, WeightsError};
pub use shared_copy::{CopiedPassage, CopyKind, SharedCopy, find as find_shared_copy};

use std::collections::BTreeMap;

use assign::Nearest;

use crate::article::Article;
use crate::claim::Claims;
use crate::lang::Lexica;
use crate::segment::Segmentation;

/// An article with what was found in it.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// The article.
    pub article: Article,
    /// Its sentences and quotations.
    pub segmentation: Segmentation,
    /// Its claims.
    pub claims: Claims,
}

/// A claim of one of the articles compared.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimRef {
    /// Number of the article.
    pub article: usize,
    /// Number of the claim in [`Claims::claims`].
    pub claim: usize,
}

/// How two linked claims relate.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The same in other words.
    Equivalent,
    /// The same fact, details added, dropped or named otherwise.
    Overlap,
    /// The same fact in versions that can't both hold.
    Contradict,
}

/// What kind of reason speaks for a link.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// The same actor.
    Name,
    /// The same number.
    Number,
    /// The same date.
    Date,
    /// The same quoted words.
    Quote,
    /// The same word.
    Word,
    /// Words near in meaning.
    Synonym,
    /// The same speaker.
    Speaker,
    /// The same prose, word for word: a common source rather than two that agree.
    Copy,
}

/// One reason for a link: the words in both claims and what they weigh.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What kind of reason.
    pub kind: EvidenceKind,
    /// The words in the first claim.
    pub a: crate::text::Span,
    /// The words in the second claim.
    pub b: crate::text::Span,
    /// Share of the whole evidence, 0 to 1.
    pub weight: f64,
}

/// Two claims of different articles that tell the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// In the article with the lower number.
    pub a: ClaimRef,
    /// In the other one.
    pub b: ClaimRef,
    /// Probability that a careful reader would lay them side by side, 0 to 1.
    pub score: f64,
    /// How they relate.
    pub relation: Relation,
    /// Why, strongest first.
    pub evidence: Vec<Evidence>,
}

/// A claim that has no counterpart, with the nearest candidate.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Only {
    /// The claim.
    pub claim: ClaimRef,
    /// The article it was looked for in.
    pub other_article: usize,
    /// The nearest claim there and its score.
    pub nearest: Option<(ClaimRef, f64)>,
    /// Whether the claim dates from after the day the other article was published.
    pub later: bool,
}

/// An actor of the whole comparison: which actor of which article is the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedActor {
    /// The fullest name.
    pub name: String,
    /// What kind.
    pub kind: crate::claim::ActorKind,
    /// `(article, actor)` numbers, in order.
    pub members: Vec<(usize, usize)>,
}

/// What alignment found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Links at or above the threshold, surest first.
    pub links: Vec<Link>,
    /// Claims joined by links across articles, each group sorted; groups by their first claim.
    pub groups: Vec<Vec<ClaimRef>>,
    /// Claims without a link.
    pub only: Vec<Only>,
    /// Actors across articles.
    pub actors: Vec<SharedActor>,
    /// What pairs of articles have word for word.
    pub shared_copy: Vec<SharedCopy>,
}

/// Probability from which a link is shown unless the caller says otherwise. The harmonic mean of precision and
/// recall is best near a quarter on the annotated events, in both languages; readers who want only sure links raise it.
pub const DEFAULT_THRESHOLD: f64 = 0.26;

/// Joins the claims of all articles that tell the same thing, pair of articles by pair of articles.
pub fn align(articles: &[Analysed], lexica: &Lexica, threshold: f64) -> Alignment {
    let weights = Weights::built_in();
    let actors = actors::merge(articles, lexica);
    let terms = terms::gather(articles, &actors, lexica);
    let profiles = profile::profiles(articles, &terms, &actors);
    let actor_weights = actor_weights(&profiles, actors.len());
    let echoes = echoes(&profiles, &terms, &actor_weights, weights);
    let mut links = Vec::new();
    let mut nearest = Nearest::new();
    let shared_copy = shared_copy::find(articles, lexica);
    for (one, other) in pairs_of(articles.len()) {
        let (a, b) = (&profiles[one], &profiles[other]);
        let copied = shared_copy.iter().find(|it| (it.a, it.b) == (one, other));
        for ((x, y), features) in score::pairs((a, b), (&echoes[one], &echoes[other]), &terms, &actor_weights, weights)
        {
            let (a_ref, b_ref) = (ClaimRef { article: one, claim: x }, ClaimRef { article: other, claim: y });
            let score = weights.second(&features);
            keep_nearest(&mut nearest, (a_ref, other), (b_ref, score));
            keep_nearest(&mut nearest, (b_ref, one), (a_ref, score));
            if score >= threshold {
                let span = |claim: ClaimRef| articles[claim.article].claims.claims[claim.claim].span;
                let copied = copied.and_then(|it| it.between(span(a_ref), span(b_ref)));
                let evidence = evidence::evidence(&a[x], &b[y], &terms, copied);
                links.push(Link {
                    a: a_ref,
                    b: b_ref,
                    score,
                    relation: relation::relation(&features, a[x].negated != b[y].negated),
                    evidence,
                });
            }
        }
    }
    links.sort_by(|one, other| other.score.total_cmp(&one.score).then((one.a, one.b).cmp(&(other.a, other.b))));
    let (groups, only) = (assign::groups(&links), assign::only(articles, &links, &nearest));
    Alignment { links, groups, only, actors, shared_copy }
}

/// The candidate pairs of claims of two articles with their features, for fitting and inspection.
pub fn features(articles: &[Analysed; 2], lexica: &Lexica, weights: &Weights) -> BTreeMap<(usize, usize), Features> {
    let actors = actors::merge(articles, lexica);
    let terms = terms::gather(articles, &actors, lexica);
    let profiles = profile::profiles(articles, &terms, &actors);
    let actor_weights = actor_weights(&profiles, actors.len());
    let echoes = echoes(&profiles, &terms, &actor_weights, weights);
    score::pairs((&profiles[0], &profiles[1]), (&echoes[0], &echoes[1]), &terms, &actor_weights, weights)
}

/// Article by article, which of its claims tell nearly the same: the same whatever it is compared with.
fn echoes(
    profiles: &[Vec<profile::Profile>],
    terms: &terms::Terms,
    actors: &features::ActorWeights,
    weights: &Weights,
) -> Vec<features::Echoes> {
    profiles.iter().map(|own| score::echoes(own, terms, actors, weights)).collect()
}

/// Every pair of different articles, the lower number first.
fn pairs_of(articles: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..articles).flat_map(move |one| (one + 1..articles).map(move |other| (one, other)))
}

fn keep_nearest(nearest: &mut Nearest, key: (ClaimRef, usize), found: (ClaimRef, f64)) {
    let known = nearest.entry(key).or_insert(found);
    if found.1 > known.1 {
        *known = found;
    }
}

/// How rarely each shared actor is named: inverse document frequency over all claims, 0 to 1.
fn actor_weights(profiles: &[Vec<profile::Profile>], actors: usize) -> Vec<f64> {
    let mut claims_naming = vec![0usize; actors];
    let claims: usize = profiles.iter().map(Vec::len).sum();
    for (actor, _) in profiles.iter().flatten().flat_map(|profile| &profile.actors) {
        if let Some(count) = claims_naming.get_mut(*actor) {
            *count += 1;
        }
    }
    let most = (claims as f64 + 1.0).ln().max(f64::MIN_POSITIVE);
    claims_naming.iter().map(|&count| ((claims as f64 + 1.0) / count.max(1) as f64).ln() / most).collect()
}
