//! The door: bytes, HTML, Markdown or pasted text → [`Article`].

mod language;
mod plain;

pub use language::detect;
pub use plain::from_plain;

use crate::lang::Language;
use crate::text::Span;

/// What a stretch of an article's text is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The introduction set apart from the body (« chapô »).
    Lead,
    /// A heading inside the body.
    Heading,
    /// A paragraph of the body.
    Paragraph,
}

/// A stretch of an article's text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`Article::text`].
    pub span: Span,
}

/// An article, cleaned: all that later stages know of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Title, lead and body in reading order, blocks parted by a blank line; every word stands in the input.
    pub text: String,
    /// The blocks of `text`, in order, without overlaps.
    pub blocks: Vec<Block>,
    /// Who signs it, as written.
    pub byline: Option<String>,
    /// The news agency credited: AFP, Reuters…
    pub agency: Option<String>,
    /// The day it was published.
    pub date: Option<time::Date>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub language: Language,
    /// Captions and photo credits, set apart from the text.
    pub captions: Vec<String>,
}

impl Article {
    /// The headline, where there is one.
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span.of(&self.text))
    }
}
