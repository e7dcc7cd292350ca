//! Article → sentences and quotations.

use crate::article::{Article, BlockKind};
use crate::lang::Lexicon;
use crate::text::Span;

/// A sentence, never running over the end of a block.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without blanks at its ends.
    pub span: Span,
    /// Number of its block in [`Article::blocks`].
    pub block: usize,
    /// What kind of block that is.
    pub kind: BlockKind,
}

/// Words between quotation marks.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without its marks and the blanks beside them.
    pub inner: Span,
    /// 0 outermost, 1 a quotation inside a quotation…
    pub depth: usize,
    /// Whether its closing mark is missing; it then ends with its paragraph.
    pub unclosed: bool,
}

/// An article cut up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmentation {
    /// In order; together they hold every word of the text.
    pub sentences: Vec<Sentence>,
    /// In order of their opening marks.
    pub quotations: Vec<Quotation>,
}

/// Cuts an article into sentences and finds its quotations.
pub fn segment(article: &Article, _lexicon: &Lexicon) -> Segmentation {
    let mut sentences = Vec::new();
    for (at, block) in article.blocks.iter().enumerate() {
        sentences.push(Sentence { span: block.span, block: at, kind: block.kind });
    }
    Segmentation { sentences, quotations: Vec::new() }
}
