//! A web page → its article: what the page declares of itself, and the body that most of its prose stands in, seen
//! with a newsroom's eye.
//!
//! Boxes that never belong to an article are told by their tags and class names; each block of the body is held
//! against the same phrases as a pasted line, and against the `articleBody` that many pages declare. Every block has
//! a decision, kept or dropped, so that the reader can see and reverse it.

mod blocks;
mod body;
mod boxes;
mod decide;
mod jsonld;
mod metadata;
mod sections;
mod title;
mod tree;
mod wording;

use super::line::key;
use super::{Article, Hints, LineKind, MOST_TEXT_BYTES, ReadError, date, furniture, pasted, prose};
use crate::lang::{Language, Lexica, detect};
use metadata::Metadata;

/// Reads a page.
///
/// # Errors
/// [`ReadError::NoArticle`] where it holds no run of sentences.
pub(super) fn read(html: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    let tree = tree::Tree::of(html);
    let metadata = Metadata::of(&tree);
    let marks = boxes::Boxes::built_in().marks(&tree);
    let mut blocks = blocks::blocks(&tree, &marks);
    sections::mark(&tree, &mut blocks, lexica);
    let declared = wording::Wording::declared(metadata.body.as_deref(), &blocks);
    let inside = body::inside(&tree, &blocks, declared.as_ref());
    let own =
        || blocks.iter().zip(&inside).filter(|(block, inside)| **inside && block.aside.is_none()).map(|(it, _)| it);
    let declared = declared.filter(|it| it.covers(own()));
    let sample: String = own().flat_map(|block| [block.text.as_str(), "\n"]).collect();
    if sample.len() > MOST_TEXT_BYTES {
        return Err(ReadError::TooLarge { bytes: sample.len(), most_bytes: MOST_TEXT_BYTES });
    }
    let language = hints.language.unwrap_or_else(|| detect(&sample, lexica).0);
    let page = decide::Page {
        blocks: &blocks,
        inside: &inside,
        metadata: &metadata,
        declared: declared.as_ref(),
        make: body::make(&blocks, &inside),
    };
    let cleaned = page.decide(language, lexica);
    if !cleaned.decisions.iter().any(|it| matches!(it.kind, LineKind::Lead | LineKind::Paragraph)) {
        return Err(ReadError::NoArticle);
    }
    let article = pasted::article(cleaned, lexica.of(language))?;
    Ok(with_metadata(article, metadata, language, lexica))
}

/// What the page declares goes before what its lines say.
fn with_metadata(mut article: Article, metadata: Metadata, language: Language, lexica: &Lexica) -> Article {
    let lexicons = furniture::lexicons(language, lexica);
    let credited = |words: &str| lexicons.iter().find_map(|lexicon| prose::credit(words, lexicon).byline);
    let signed = |words: String| credited(&words).unwrap_or(words);
    article.byline = metadata.byline().map(signed).or(article.byline);
    let in_words = |stamp: &str| date::first(stamp, lexica.of(language)).map(|(date, _)| date);
    article.date = metadata.date.as_deref().and_then(|it| date::iso(it).or_else(|| in_words(it))).or(article.date);
    article.outlet = metadata.outlet.or(article.outlet);
    article.url = metadata.url.or(article.url);
    article
}

/// A text with its blanks run together.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
