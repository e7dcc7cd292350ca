//! What a reader gives → articles as read, with what became of each line, and the reader's corrections in them.
//!
//! A [`Reading`] is an article as JSON: one program may read it and another compare it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::names;
use crate::article::{self, Article, Block, BlockKind, Choice, Choices, Hints, LineKind, LineReason, ReadError};
use crate::lang::{Language, Lexica};
use crate::text::Span;

/// What is known of what is to be read, beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The day it was published, ISO 8601.
    pub date: Option<String>,
    /// Its language.
    pub language: Option<Language>,
}

/// An article as read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    text: String,
    blocks: Vec<(String, usize, usize)>,
    byline: Option<String>,
    agency: Option<String>,
    date: Option<String>,
    #[serde(default)]
    place: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
    language: Language,
    captions: Vec<String>,
    /// What the program found, before any correction.
    pub found: Found,
}

/// What the program found in one article: what the reader may correct.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The headline.
    pub title: Option<String>,
    /// Who signs it.
    pub byline: Option<String>,
    /// The news agency credited.
    pub agency: Option<String>,
    /// Day of publication, ISO 8601.
    pub date: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its language.
    pub language: Language,
    /// How sure the language is, 0 to 1.
    pub confidence: f64,
    /// What became of each line of the input; none for text that was clean already.
    pub lines: Vec<Line>,
}

/// A line of the input and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The line.
    pub text: String,
    /// What it was taken for.
    pub kind: LineKind,
    /// Why.
    pub reason: LineReason,
}

/// What the reader knows better of one article; what is absent stays as found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The headline.
    pub title: Option<String>,
    /// Who signs it; nobody where empty, as below.
    pub byline: Option<String>,
    /// The news agency.
    pub agency: Option<String>,
    /// Day of publication, ISO 8601.
    pub date: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its language.
    pub language: Option<Language>,
    /// Lines by their place: whether they are part of the text.
    pub lines: BTreeMap<usize, bool>,
}

/// Why nothing could be read, in a form that the interface can put into the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// Nothing, or blanks only.
    Empty,
    /// Larger than any article, in megabytes.
    TooLarge {
        /// Its size, rounded up.
        megabytes: usize,
        /// The largest size read.
        most_megabytes: usize,
    },
    /// A picture, an office document…
    NotText,
    /// Text without an article in it.
    NoArticle,
    /// A web page, in a program without the part that reads them.
    Page,
    /// One of several articles in a file.
    Part {
        /// Which, from 1.
        number: usize,
        /// How many there are.
        count: usize,
        /// What is wrong with it.
        why: Box<Self>,
    },
}

/// Reads all articles in `input` and applies the reader's corrections, one per article, in order.
///
/// # Errors
/// [`Trouble`] where there is no article in it.
pub fn read(
    input: &[u8],
    known: &Known,
    corrections: &BTreeMap<usize, Correction>,
    lexica: &Lexica,
) -> Result<Vec<Reading>, Trouble> {
    let articles = article::read_all(input, &known.hints(), lexica).map_err(|error| Trouble::of(&error))?;
    let reading = |(at, article): (usize, Article)| {
        let found = Found::of(&article);
        match corrections.get(&at) {
            Some(correction) => Reading::of(&correction.applied_to(&article, lexica), found),
            None => Reading::of(&article, found),
        }
    };
    Ok(articles.into_iter().enumerate().map(reading).collect())
}

impl Known {
    fn hints(&self) -> Hints {
        Hints {
            language: self.language,
            outlet: self.outlet.clone().filter(|outlet| !outlet.trim().is_empty()),
            date: self.date.as_deref().and_then(day),
            url: self.url.clone(),
            ..Hints::default()
        }
    }
}

impl Reading {
    fn of(article: &Article, found: Found) -> Self {
        let block = |block: &Block| (names::block(block.kind).to_owned(), block.span.start, block.span.end);
        Self {
            text: article.text.clone(),
            blocks: article.blocks.iter().map(block).collect(),
            byline: article.byline.clone(),
            agency: article.agency.clone(),
            date: article.date.map(|date| date.to_string()),
            place: article.place.clone(),
            outlet: article.outlet.clone(),
            url: article.url.clone(),
            language: article.language,
            captions: article.captions.clone(),
            found,
        }
    }

    /// The article; blocks that do not fit its text are left out, as it may come from elsewhere.
    pub fn into_article(self) -> Article {
        let block = |(kind, start, end): &(String, usize, usize)| {
            let span = Span::new(*start, *end);
            let fits = self.text.get(span.range()).is_some();
            Some(Block { kind: block_kind(kind)?, span }).filter(|_| fits)
        };
        Article {
            blocks: self.blocks.iter().filter_map(block).collect(),
            text: self.text,
            byline: self.byline,
            agency: self.agency,
            date: self.date.as_deref().and_then(day),
            place: self.place,
            outlet: self.outlet,
            url: self.url,
            language: self.language,
            language_confidence: self.found.confidence,
            captions: self.captions,
            decisions: Vec::new(),
        }
    }
}

impl Found {
    fn of(article: &Article) -> Self {
        let line = |decision: &article::LineDecision| Line {
            text: decision.text.clone(),
            kind: decision.kind,
            reason: decision.reason,
        };
        Self {
            title: article.title().map(str::to_owned),
            byline: article.byline.clone(),
            agency: article.agency.clone(),
            date: article.date.map(|date| date.to_string()),
            outlet: article.outlet.clone(),
            language: article.language,
            confidence: article.language_confidence,
            lines: article.decisions.iter().map(line).collect(),
        }
    }
}

impl Correction {
    /// Whether it corrects nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn applied_to(&self, article: &Article, lexica: &Lexica) -> Article {
        let choice = |(&at, &kept): (&usize, &bool)| (at, if kept { Choice::Keep } else { Choice::Drop });
        let choices: Choices = self.lines.iter().map(choice).collect();
        let mut corrected = article.with_choices(&choices, lexica);
        let known = |said: &Option<String>, found: Option<String>| match said {
            Some(said) => Some(said.trim().to_owned()).filter(|said| !said.is_empty()),
            None => found,
        };
        corrected.byline = known(&self.byline, corrected.byline);
        corrected.agency = known(&self.agency, corrected.agency);
        corrected.outlet = known(&self.outlet, corrected.outlet);
        if let Some(date) = &self.date {
            corrected.date = day(date);
        }
        if let Some(language) = self.language {
            corrected.language = language;
            corrected.language_confidence = 1.0;
        }
        if let Some(title) = &self.title {
            set_title(&mut corrected, title.trim());
        }
        corrected
    }
}

/// Puts another headline before the text; none where it is empty.
fn set_title(article: &mut Article, title: &str) {
    let head = if title.is_empty() { String::new() } else { format!("{title}\n\n") };
    let body_start = article.text.len() - article.lead_and_body().len();
    let body: Vec<Block> = article.blocks.iter().copied().filter(|it| it.span.start >= body_start).collect();
    article.text.replace_range(..body_start, &head);
    let moved = |span: Span| Span::new(span.start - body_start + head.len(), span.end - body_start + head.len());
    let headline = Block { kind: BlockKind::Title, span: Span::new(0, title.len()) };
    let blocks = body.into_iter().map(|it| Block { span: moved(it.span), ..it });
    article.blocks = Some(headline).filter(|_| !title.is_empty()).into_iter().chain(blocks).collect();
}

impl Trouble {
    /// For `bytes` where at most `most_bytes` are read.
    pub const fn too_large(bytes: usize, most_bytes: usize) -> Self {
        const MEGABYTE: usize = 1_000_000;
        Self::TooLarge { megabytes: bytes.div_ceil(MEGABYTE), most_megabytes: most_bytes / MEGABYTE }
    }

    fn of(error: &ReadError) -> Self {
        match error {
            ReadError::Empty => Self::Empty,
            ReadError::TooLarge { bytes, most_bytes } => Self::too_large(*bytes, *most_bytes),
            ReadError::Binary { .. } | ReadError::UnknownCharset { .. } => Self::NotText,
            ReadError::NoArticle => Self::NoArticle,
            ReadError::Part { number, count, why } => {
                Self::Part { number: *number, count: *count, why: Box::new(Self::of(why)) }
            }
            ReadError::HtmlNotBuiltIn => Self::Page,
        }
    }
}

fn block_kind(name: &str) -> Option<BlockKind> {
    let kinds = [BlockKind::Title, BlockKind::Lead, BlockKind::Heading, BlockKind::Paragraph];
    kinds.into_iter().find(|kind| names::block(*kind) == name)
}

/// A day of the calendar in ISO 8601.
fn day(iso: &str) -> Option<time::Date> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = time::Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    time::Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "Menu\nSe connecter\n\nLe pont rouvre à Lyon\n\nPar Anne Morel\n\nLe pont de Lyon a rouvert lundi après \
        deux ans de travaux, a annoncé la ville. Les habitants attendaient ce jour depuis des mois.\n\nPartager :\nPublicité";

    fn with(correction: Correction) -> Article {
        let corrections = BTreeMap::from([(0, correction)]);
        let mut all = read(PAGE.as_bytes(), &Known::default(), &corrections, &Lexica::built_in()).unwrap();
        all.remove(0).into_article()
    }

    fn found() -> Found {
        read(PAGE.as_bytes(), &Known::default(), &BTreeMap::new(), &Lexica::built_in()).unwrap().remove(0).found
    }

    #[test]
    fn an_article_comes_through_json_as_it_was() {
        let article = article::read(PAGE.as_bytes(), &Hints::default(), &Lexica::built_in()).unwrap();
        let json = serde_json::to_string(&Reading::of(&article, Found::of(&article))).unwrap();
        let back = serde_json::from_str::<Reading>(&json).unwrap().into_article();
        assert_eq!(back, Article { decisions: Vec::new(), ..article });
    }

    #[test]
    fn every_line_says_what_became_of_it() {
        let lines: Vec<String> = found()
            .lines
            .iter()
            .map(|it| format!("{} {} {}", it.kind.is_kept(), it.kind.name(), it.reason.name()))
            .collect();
        assert_eq!(lines[2], "true title headline");
        assert!(lines.contains(&"false furniture share".to_owned()), "{lines:?}");
    }

    #[test]
    fn a_line_turned_round_changes_the_text() {
        let at = found().lines.iter().position(|line| line.text == "Publicité").unwrap();
        assert!(with(Correction { lines: [(at, true)].into(), ..Correction::default() }).text.ends_with("Publicité"));
    }

    #[test]
    fn what_the_reader_knows_goes_before_what_was_found() {
        let article = with(Correction {
            title: Some("Un pont rouvre".into()),
            byline: Some(String::new()),
            date: Some("2024-03-05".into()),
            language: Some(Language::Other),
            ..Correction::default()
        });
        assert_eq!(article.title(), Some("Un pont rouvre"));
        assert!(article.lead_and_body().starts_with("Le pont de Lyon a rouvert"));
        assert_eq!((article.byline, article.date.map(|it| it.to_string())), (None, Some("2024-03-05".into())));
        assert_eq!(article.language, Language::Other);
        let untitled = with(Correction { title: Some(String::new()), ..Correction::default() });
        assert_eq!(untitled.title(), None);
        assert!(untitled.text.starts_with("Le pont de Lyon a rouvert"));
    }

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(day("2016-10-21").map(time::Date::ordinal), Some(295));
        assert_eq!((day("2016-13-21"), day("hier")), (None, None));
    }
}
