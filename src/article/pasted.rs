//! Text → article: clean text is kept whole, a pasted page is cleaned line by line.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::line::{self, Line, Look};
use super::paste::{self, Cleaned};
use super::{Article, LineDecision, LineKind, LineReason, ReadError, agency, dateline, prose};
use crate::lang::{Language, Lexica, Lexicon};

/// Fewer letters than this say nothing.
const LEAST_LETTERS: usize = 8;
/// Above a byline or stamp at a clean article's head stand fewer other lines than this: headline, lead, a first line.
/// Only lines that may stay are counted, so that what is set apart once changes nothing for the rest.
const HEAD_LINES: usize = 3;
/// Below an agency's credit at its foot stand fewer other lines than this.
const FOOT_LINES: usize = 2;

/// More text than this is no article, in bytes: a long novel, so that no paste can stall a browser.
pub const MOST_TEXT_BYTES: usize = 2_000_000;

/// Reads text that may be an article alone or a whole page pasted.
///
/// # Errors
/// [`ReadError`] where there are only labels, or far too much.
pub(super) fn read(text: &str, language: Language, lexica: &Lexica) -> Result<Article, ReadError> {
    if text.len() > MOST_TEXT_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len(), most_bytes: MOST_TEXT_BYTES });
    }
    let lexicon = lexica.of(language);
    let lines = line::lines(text, language, lexica);
    let mut cleaned = if paste::is_page(&lines) { paste::clean(&lines, text, lexicon) } else { whole(&lines, text) };
    if !cleaned.decisions.iter().any(|it| matches!(it.kind, LineKind::Lead | LineKind::Paragraph)) {
        cleaned = sentences(&lines, text);
    }
    article(cleaned, lexicon)
}

/// An article of decided lines.
///
/// # Errors
/// [`ReadError::NoArticle`] where none is kept.
pub(super) fn article(cleaned: Cleaned, lexicon: &Lexicon) -> Result<Article, ReadError> {
    let (text, blocks) = paste::assemble(&cleaned.decisions);
    if text.chars().filter(|c| c.is_alphabetic()).take(LEAST_LETTERS).count() < LEAST_LETTERS {
        return Err(ReadError::NoArticle);
    }
    let paragraphs = || cleaned.decisions.iter().filter(|it| matches!(it.kind, LineKind::Lead | LineKind::Paragraph));
    // A lead may stand before the paragraph that has the dateline.
    let dateline = paragraphs().take(2).find_map(|it| dateline::dateline(&it.text, lexicon)).unwrap_or_default();
    let closing = || paragraphs().next_back().and_then(|it| agency::closing_agency(&it.text, lexicon));
    let captions = captions(&cleaned);
    Ok(Article {
        agency: cleaned.agency.clone().or(dateline.agency).or_else(closing),
        text,
        blocks,
        byline: cleaned.byline,
        date: cleaned.date.or(dateline.date),
        place: Some(dateline.place).filter(|place| !place.is_empty()),
        language: lexicon.language,
        captions,
        decisions: cleaned.decisions,
        ..Article::default()
    })
}

/// The captions; one that comes again with a credit at its end is given once, with its credit.
fn captions(cleaned: &Cleaned) -> Vec<String> {
    let all = || cleaned.decisions.iter().filter(|it| it.kind == LineKind::Caption).map(|it| it.text.as_str());
    let sorted: BTreeSet<&str> = all().collect();
    let mut seen = BTreeSet::new();
    // Sorted, a longer one that begins with the caption comes right after it.
    let said_better = |caption: &str| {
        sorted
            .range::<str, _>((Bound::Excluded(caption), Bound::Unbounded))
            .next()
            .is_some_and(|next| next.starts_with(caption))
    };
    all().filter(|caption| !said_better(caption) && seen.insert(*caption)).map(str::to_owned).collect()
}

/// Everything is kept: the first line as headline if it is like one, credits at head and foot set apart.
fn whole(lines: &[Line], text: &str) -> Cleaned {
    let mut cleaned = Cleaned::default();
    let others = |lines: &[Line]| lines.iter().filter(|it| !matches!(it.look, Look::Credit(_) | Look::Caption)).count();
    let all = others(lines);
    let mut above = 0;
    for (at, line) in lines.iter().enumerate() {
        let words = line.span.of(text);
        let at_edge = above < HEAD_LINES || all - above < FOOT_LINES;
        above += others(std::slice::from_ref(line));
        let followed = lines.get(at + 1).is_some_and(|next| next.look == Look::Sentence);
        let (kind, reason) = match &line.look {
            _ if at == 0 && lines.len() > 1 && !closes(words) => (LineKind::Title, LineReason::Headline),
            Look::Credit(credit) if at_edge => {
                cleaned.byline = cleaned.byline.take().or_else(|| credit.byline.clone());
                cleaned.agency = cleaned.agency.take().or_else(|| credit.agency.clone());
                cleaned.date = cleaned.date.or(credit.date);
                (LineKind::Credit, LineReason::Credit)
            }
            Look::Caption if !prose::ends_sentence(words) => (LineKind::Caption, LineReason::Caption),
            Look::Label if at > 0 && followed && !closes(words) => (LineKind::Heading, LineReason::Heading),
            _ => (LineKind::Paragraph, LineReason::Prose),
        };
        cleaned.decisions.push(LineDecision { text: line.words(text), kind, reason });
    }
    cleaned
}

/// Whether a line ends with a full stop or another mark that no headline ends with.
fn closes(words: &str) -> bool {
    words.trim_end_matches(['"', '»', '”', ' ', '\u{a0}', '\u{202f}', ')']).ends_with(['.', ':', ';', ','])
}

/// Where no run of prose was found, the sentences there are.
fn sentences(lines: &[Line], text: &str) -> Cleaned {
    let decide = |line: &Line| {
        let (kind, reason) = match line.look {
            Look::Sentence => (LineKind::Paragraph, LineReason::Prose),
            _ => (LineKind::Furniture, LineReason::Label),
        };
        LineDecision { text: line.words(text), kind, reason }
    };
    Cleaned { decisions: lines.iter().map(decide).collect(), ..Cleaned::default() }
}
