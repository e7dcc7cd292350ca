//! The door: bytes, HTML, Markdown or pasted text → [`Article`].
//!
//! ```
//! use recoupe::{article::{Hints, read}, lang::Lexica};
//!
//! let page = "Menu\nSe connecter\n\nLe pont rouvre à Lyon\n\nPar Anne Morel\n\nLe pont de Lyon a rouvert lundi après deux ans de \
//!             travaux, a annoncé la ville. Les habitants attendaient ce jour depuis des mois.\n\nPartager :\nPublicité";
//! let article = read(page.as_bytes(), &Hints::default(), &Lexica::built_in()).expect("an article");
//! assert_eq!(article.title(), Some("Le pont rouvre à Lyon"));
//! assert_eq!(article.byline.as_deref(), Some("Anne Morel"));
//! assert_eq!(article.blocks.len(), 2);
//! ```

mod agency;
mod caption;
mod choice;
mod date;
mod dateline;
mod decision;
mod decode;
mod error;
mod furniture;
mod headline;
#[cfg(feature = "html")]
mod html;
mod line;
mod manifest;
mod markdown;
mod mend;
mod parts;
mod paste;
mod pasted;
mod plain;
mod prose;
mod run;
mod topic;
mod words;

pub use choice::{Choice, Choices};
pub use dateline::datelines;
pub use decision::{LineDecision, LineKind, LineReason};
pub use decode::MOST_BYTES;
pub use error::ReadError;
pub use manifest::{Case, Manifest, Source};
pub use pasted::MOST_TEXT_BYTES;
pub use plain::from_plain;

use crate::lang::{Language, Lexica, detect};
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
    /// Where it was written, as its dateline says; the dateline itself stays in the text.
    pub place: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language.
    pub language: Language,
    /// How sure its language is, 0 to 1; 1 where it was given.
    pub language_confidence: f64,
    /// Captions and photo credits, set apart from the text.
    pub captions: Vec<String>,
    /// What the door made of each line of the input, in order; empty for text that was clean already.
    pub decisions: Vec<LineDecision>,
}

impl Article {
    /// The headline, where there is one.
    pub fn title(&self) -> Option<&str> {
        self.blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span.of(&self.text))
    }

    /// The text without its headline.
    pub fn lead_and_body(&self) -> &str {
        let title = self.blocks.first().filter(|block| block.kind == BlockKind::Title);
        self.text[title.map_or(0, |block| block.span.end)..].trim_start()
    }
}

/// How the input is written.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Found out from the input.
    #[default]
    Auto,
    /// A web page.
    Html,
    /// Plain text, clean or pasted from a page.
    Text,
    /// Markdown.
    Markdown,
}

/// What the caller knows of an article beforehand; it goes before what is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// How it is written.
    pub format: Format,
    /// The character set that whoever sent it declared, by its name on the web.
    pub charset: Option<String>,
    /// Its language.
    pub language: Option<Language>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day it was published.
    pub date: Option<time::Date>,
    /// Its address.
    pub url: Option<String>,
}

/// Reads an article out of any bytes: a page, a paste, a file.
///
/// # Errors
/// [`ReadError`] where there is nothing, too much, no text or no article in them.
pub fn read(input: &[u8], hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    let text = decode::decode(input, hints.charset.as_deref())?;
    read_text(&text, hints, lexica)
}

/// Reads all articles of a file that holds several, one below the other with a clear separator between them; any
/// other input is one article, read as [`read`] does.
///
/// A line of `=====`, `--- Le Journal ---`, a form feed, Markdown with several front matters or first-level headings
/// part a file anywhere; `---` and `* * *` only where a headline follows. The name in a separator is the outlet's.
/// Of several articles, `hints` tells the format and language only.
///
/// # Errors
/// [`ReadError`] as [`read`] gives it; [`ReadError::Part`] says which of several articles it is about.
pub fn read_all(input: &[u8], hints: &Hints, lexica: &Lexica) -> Result<Vec<Article>, ReadError> {
    let text = decode::decode(input, hints.charset.as_deref())?;
    let is_page = format(&text, hints.format) == Format::Html;
    let parts = if is_page { Vec::new() } else { parts::split(&text) };
    if parts.len() < 2 {
        return Ok(vec![read_text(&text, hints, lexica)?]);
    }
    let read = |(at, part): (usize, &parts::Part)| {
        let outlet = part.label.map(str::to_owned);
        let hints = Hints { format: hints.format, language: hints.language, outlet, ..Hints::default() };
        let wrong = |error| ReadError::Part { number: at + 1, count: parts.len(), why: Box::new(error) };
        read_text(part.text, &hints, lexica).map_err(wrong)
    };
    parts.iter().enumerate().map(read).collect()
}

/// Reads text that is known to be clean: every byte set that [`read`] knows, and nothing dropped or moved.
///
/// # Errors
/// [`ReadError`] where there is nothing, too much, or no text.
pub fn read_clean(input: &[u8], language: Option<Language>, lexica: &Lexica) -> Result<Article, ReadError> {
    let text = decode::decode(input, None)?;
    if text.len() > MOST_TEXT_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len(), most_bytes: MOST_TEXT_BYTES });
    }
    let (language, language_confidence) = language.map_or_else(|| detect(&text, lexica), |known| (known, 1.0));
    Ok(Article { language, language_confidence, ..from_plain(&text) })
}

fn read_text(text: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    let mut article = of_format(text, hints, lexica)?;
    article.language_confidence = 1.0;
    if hints.language.is_none() {
        let (language, confidence) = detect(&article.text, lexica);
        if language != article.language {
            // The menus around it are in another language than the article: read again by its own.
            let known = Hints { language: Some(language), ..hints.clone() };
            article = of_format(text, &known, lexica).unwrap_or(Article { language, ..article });
        }
        article.language_confidence = confidence;
    }
    article.outlet = hints.outlet.clone().or(article.outlet);
    article.date = hints.date.or(article.date);
    article.url = hints.url.clone().or(article.url);
    Ok(article)
}

fn of_format(text: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    match format(text, hints.format) {
        Format::Markdown => from_markdown(text, hints, lexica),
        Format::Html => html_article(text, hints, lexica),
        Format::Text | Format::Auto => from_text(text, hints, lexica),
    }
}

fn format(text: &str, asked: Format) -> Format {
    match asked {
        Format::Auto if is_html(text) => Format::Html,
        Format::Auto if markdown::is_markdown(text) => Format::Markdown,
        Format::Auto => Format::Text,
        known => known,
    }
}

/// Whether a text is a web page or a piece of one: it opens as pages do or with a tag that is closed somewhere, or
/// closes paragraphs.
fn is_html(text: &str) -> bool {
    const OPENINGS: &[&str] =
        &["<!doctype html", "<html", "<?xml", "<!--", "<head", "<body", "<article", "<div", "<p", "<meta"];
    let head: String = text.trim_start().chars().take(20).flat_map(char::to_lowercase).collect();
    let name = head.strip_prefix('<').and_then(|rest| rest.split([' ', '>', '\n', '\t']).next()).unwrap_or_default();
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    OPENINGS.iter().any(|tag| head.starts_with(tag))
        || is_tag && text.contains(&format!("</{name}>"))
        || text.contains("<html")
        || text.matches("</p>").take(3).count() == 3
}

fn from_text(text: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    pasted::read(text, language(text, hints, lexica), lexica)
}

/// The language of the lines that read like sentences, as menus may be in another; of all lines where those are few.
fn language(text: &str, hints: &Hints, lexica: &Lexica) -> Language {
    const SENTENCE_CHARS: usize = 40;
    const ENOUGH_BYTES: usize = 200;
    hints.language.unwrap_or_else(|| {
        let reads_so = |line: &&str| prose::ends_sentence(line) && line.chars().nth(SENTENCE_CHARS).is_some();
        let prose: String = text.lines().filter(reads_so).flat_map(|line| [line, "\n"]).collect();
        detect(if prose.len() >= ENOUGH_BYTES { &prose } else { text }, lexica).0
    })
}

fn from_markdown(text: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    let plain = markdown::plain(text);
    let front = |names: &[&str]| {
        let known = |(key, value): &&(String, String)| names.contains(&key.as_str()) && !value.is_empty();
        plain.front.iter().find(known).map(|(_, value)| value.clone())
    };
    let title = front(&["title"]).or_else(|| plain.title.clone());
    let titled = match &title {
        Some(title) if plain.title.as_ref() != Some(title) => format!("{title}\n\n{}", plain.text),
        _ => plain.text.clone(),
    };
    let mut article = from_text(&titled, hints, lexica)?.with_marks(title.as_deref(), &plain.headings, lexica);
    let day = |date: String| date::iso(&date).or_else(|| Some(date::first(&date, lexica.of(article.language))?.0));
    article.date = front(&["date", "published", "pubdate"]).and_then(day).or(article.date);
    article.byline = front(&["author", "authors", "byline"]).or(article.byline);
    article.outlet = front(&["outlet", "source", "publisher", "site"]).or(article.outlet);
    article.url = front(&["url", "link", "canonical"]).or(article.url);
    Ok(article)
}

#[cfg(feature = "html")]
fn html_article(text: &str, hints: &Hints, lexica: &Lexica) -> Result<Article, ReadError> {
    html::read(text, hints, lexica)
}

#[cfg(not(feature = "html"))]
fn html_article(_text: &str, _hints: &Hints, _lexica: &Lexica) -> Result<Article, ReadError> {
    Err(ReadError::HtmlNotBuiltIn)
}
