//! A web page → its article: what the page declares of itself, and the body that `dom_smoothie` (Mozilla's
//! Readability) finds, with a newsroom's eye before and after.
//!
//! Before: boxes that never belong to an article are cut out by their class names. After: each block is held
//! against the same phrases as a pasted line, and against the `articleBody` that many pages declare.

mod body;
mod metadata;
mod outline;

use dom_query::Document;

use super::line::key;
use super::paste::Cleaned;
use super::{Article, Hints, LineDecision, LineKind, ReadError, date, pasted, prose};
use crate::lang::{Lexica, Lexicon, detect};
use metadata::Metadata;
use outline::Outline;

/// Pages nested deeper are read as plain lines: no honest page is, and trees that deep are slow to walk.
const MOST_DEPTH: usize = 400;

/// Reads a page.
///
/// # Errors
/// [`ReadError::NoArticle`] where it holds no run of sentences.
pub(super) fn read(html: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    if outline::depth(html) > MOST_DEPTH {
        return super::from_text(&outline::without_tags(html), hints, lexica);
    }
    let document = Document::from(html);
    let metadata = Metadata::of(&document);
    let page = body::prepare(&document);
    let outlines = body::outlines(document, &page);
    let sample: String = outlines.iter().flat_map(|it| [it.text.as_str(), "\n"]).collect();
    let language = hints.language.unwrap_or_else(|| detect(&sample, lexica).0);
    let mut cleaned = body::decide(&outlines, &metadata, &page, language, lexica);
    add_title(&mut cleaned, &metadata);
    if !cleaned.decisions.iter().any(|it| matches!(it.kind, LineKind::Lead | LineKind::Paragraph)) {
        return Err(ReadError::NoArticle);
    }
    let article = pasted::article(cleaned, lexica.of(language))?;
    Ok(with_metadata(article, metadata, &page, lexica.of(language)))
}

/// The declared headline goes first.
fn add_title(cleaned: &mut Cleaned, metadata: &Metadata) {
    if let Some(title) = &metadata.title {
        let decision = LineDecision { text: title.clone(), kind: LineKind::Title, reason: "headline" };
        cleaned.decisions.insert(0, decision);
    }
}

/// What the page declares goes before what its lines say.
fn with_metadata(mut article: Article, metadata: Metadata, page: &body::Page, lexicon: &Lexicon) -> Article {
    let signed = |words: String| prose::credit(&words, lexicon).byline.unwrap_or(words);
    article.byline = metadata.byline.map(signed).or(article.byline);
    article.date = metadata.date.as_deref().and_then(date::iso).or(article.date);
    article.outlet = metadata.outlet.or(article.outlet);
    article.url = metadata.url.or(article.url);
    article.captions.extend(page.captions.iter().cloned());
    article.captions.dedup();
    article
}

/// A text with its blanks run together.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Outline {
    /// Whether most of it is links.
    fn is_links(&self) -> bool {
        const MOSTLY: f64 = 0.5;
        self.link_chars as f64 > MOSTLY * self.text.chars().count() as f64
    }
}
