//! Claims of N articles → links between those that tell the same thing, and groups of them.

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
}

/// Probability from which a link is shown unless the caller says otherwise.
pub const DEFAULT_THRESHOLD: f64 = 0.5;

/// Joins the claims of all articles that tell the same thing.
pub fn align(_articles: &[Analysed], _lexica: &Lexica, _threshold: f64) -> Alignment {
    Alignment::default()
}
