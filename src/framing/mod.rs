//! Links and articles → differences in how the same is told. One type, one file.

use std::collections::BTreeMap;

use crate::align::{Alignment, Analysed};
use crate::claim::Quantity;
use crate::lang::Lexica;
use crate::text::Span;

/// The highlight types, in the order readers meet them.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FramingKind {
    /// Other names for the same.
    Label,
    /// Words given to a source.
    Speech,
    /// The reporting verb's stance.
    Verb,
    /// The journalistic conditional.
    Conditional,
    /// Certainty lowered by other means.
    Hedge,
    /// Quotation marks or words that keep a distance.
    Distance,
    /// Who did it is not said.
    Agentless,
    /// The same quantity, another value.
    Figure,
    /// Title or lead here, late there.
    Place,
    /// How far each outlet commits.
    Certainty,
    /// Found in one text only.
    Only,
}

/// Words of one article that frame what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Number of the article.
    pub article: usize,
    /// The words.
    pub span: Span,
    /// Which type.
    pub kind: FramingKind,
    /// Stable name of the rule, key of its sentence in `messages.tsv`: `conditional/journalistic`.
    pub rule: &'static str,
    /// The words that made the rule fire.
    pub cue: Span,
    /// What the rule's sentence is filled with: `speaker` → « John Kerry ».
    pub details: BTreeMap<&'static str, String>,
}

/// One side of a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The words, where there are any.
    pub span: Option<Span>,
    /// A stable value: a certainty rung, a place, a number.
    pub value: Option<String>,
}

/// A difference between two linked claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Number of the link in the alignment.
    pub link: usize,
    /// Which type.
    pub kind: FramingKind,
    /// Stable name of the rule, key of its sentence in `messages.tsv`.
    pub rule: &'static str,
    /// In the first claim.
    pub a: Side,
    /// In the second claim.
    pub b: Side,
    /// What the rule's sentence is filled with.
    pub details: BTreeMap<&'static str, String>,
}

/// The names one actor, group, place or act is given, per article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is named, in its fullest or commonest name.
    pub referent: String,
    /// `(article, the words, where they stand)`, by article, then by how often.
    pub names: Vec<(usize, String, Vec<Span>)>,
}

/// How two statements of one quantity relate.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureRelation {
    /// The same value, equally exact.
    Equal,
    /// Both can hold: « au moins 45 », « une cinquantaine ».
    Compatible,
    /// They can't both hold as written.
    Different,
}

/// The same thing counted in two linked claims.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePair {
    /// Number of the link in the alignment.
    pub link: usize,
    /// In the first claim.
    pub a: Quantity,
    /// In the second claim.
    pub b: Quantity,
    /// How they relate.
    pub relation: FigureRelation,
    /// Why they differ, as a stable name: `bound`, `approximation`, `scope`, `unknown`…
    pub reason: Option<&'static str>,
}

/// How the articles frame what they tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framing {
    /// By article and place.
    pub marks: Vec<Mark>,
    /// By link.
    pub differences: Vec<Difference>,
    /// By first occurrence.
    pub labels: Vec<Label>,
    /// By link.
    pub figures: Vec<FigurePair>,
}

/// Finds how the articles frame what they tell.
pub fn frame(_articles: &[Analysed], _alignment: &Alignment, _lexica: &Lexica) -> Framing {
    Framing::default()
}
