//! Text of a whole page → its article, by lines.
//!
//! The article is the run of lines that holds the most prose, labels and furniture counting against it (a
//! maximum-sum run, as in Pasternack & Roth, "Extracting article text from the web with maximum subsequence
//! segmentation", 2009). Above it stands the headline, the line whose words the article takes up most; between
//! both, a lead. Inside the run, lists of labels go, a single label between paragraphs is a heading.

use super::line::{Line, Look, key};
use super::prose;
use super::{Block, BlockKind, LineDecision, LineKind};
use crate::lang::{Lexicon, List};
use crate::text::{Span, TokenKind};

use std::collections::BTreeSet;

/// Prose counts by its length beyond this: teasers of other articles are short sentences too, in characters.
const TEASER_CHARS: i64 = 80;
/// What a label costs the run that goes on through it, in characters of prose.
const LABEL_COST: i64 = 15;
/// What a line of furniture costs at least.
const FURNITURE_COST: i64 = 25;
/// Longer labels are no headings, in characters.
const HEADING_CHARS: usize = 100;
/// Longer lines are no headlines, in characters.
const HEADLINE_CHARS: usize = 250;
/// A headline's words beyond this many prove nothing more.
const HEADLINE_HITS: usize = 8;
/// So many labels in a row, without any prose, are a menu or a list of links.
const MENU_LINES: usize = 4;

/// What became of a page's lines.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    /// One a line, in order.
    pub decisions: Vec<LineDecision>,
    /// Who signs.
    pub byline: Option<String>,
    /// The agency.
    pub agency: Option<String>,
    /// The day.
    pub date: Option<time::Date>,
}

/// Whether a text shows that it is a whole page: furniture, or labels row upon row.
pub(super) fn is_page(lines: &[Line]) -> bool {
    let furniture = lines.iter().any(|line| matches!(line.look, Look::Furniture(_)));
    let is_label = |line: &Line| line.look == Look::Label;
    furniture || lines.windows(MENU_LINES).any(|some| some.iter().all(is_label))
}

/// Decides what every line of a page is; nothing is kept where there is no prose.
pub(super) fn clean(lines: &[Line], text: &str, lexicon: &Lexicon) -> Cleaned {
    let run = best_run(lines);
    let mut kinds: Vec<(LineKind, &'static str)> = lines.iter().map(outside).collect();
    if let Some((start, end)) = run {
        let title = headline(lines, text, start, end, lexicon);
        let lead = title.map_or(start, |at| at + 1);
        inside(&mut kinds, lines, text, start, end);
        above(&mut kinds, lines, lead, start);
        if let Some(at) = title {
            kinds[at] = (LineKind::Title, "headline");
            drop_repeats(&mut kinds, lines, text, at);
        }
        captions(&mut kinds, lines, text, lead.min(start), end);
        set_lead(&mut kinds, lines, text, lexicon);
    }
    finish(lines, text, lexicon, &kinds, run)
}

/// What a line is as long as no article is found around it.
fn outside(line: &Line) -> (LineKind, &'static str) {
    let reason = if let Look::Furniture(kind) = line.look { kind } else { "outside" };
    (LineKind::Furniture, reason)
}

fn weight(line: &Line) -> i64 {
    let chars = i64::try_from(line.chars).unwrap_or(i64::MAX / 4);
    match &line.look {
        Look::Sentence if line.repeated => -FURNITURE_COST,
        Look::Sentence => chars - TEASER_CHARS,
        Look::Label => -LABEL_COST,
        Look::Caption | Look::Credit(_) => 0,
        Look::Furniture(_) => -chars.max(FURNITURE_COST),
    }
}

/// The run of lines with the largest sum of weights: first line, one past the last.
fn best_run(lines: &[Line]) -> Option<(usize, usize)> {
    let (mut best, mut best_sum) = (None, 0);
    let (mut start, mut sum) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(line);
        if sum > best_sum {
            (best, best_sum) = (Some((start, at + 1)), sum);
        }
    }
    best
}

/// The line above the run (or its first) whose words come back most in the run.
fn headline(lines: &[Line], text: &str, start: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut body = BTreeSet::new();
    for line in lines[start..end].iter().filter(|line| line.look == Look::Sentence) {
        content(line.span.of(text), lexicon, |word| {
            body.insert(word);
        });
    }
    let mut best: Option<(usize, usize)> = None;
    for at in (0..=start).rev().filter(|&at| may_be_headline(&lines[at], text)) {
        let words = lines[at].span.of(text);
        let (mut all, mut hits) = (0_usize, 0);
        content(words, lexicon, |word| {
            all += 1;
            hits += usize::from(body.contains(&word));
        });
        let score = hits.min(HEADLINE_HITS);
        if score >= 2 && score * 3 >= all && best.is_none_or(|(_, most)| score > most) {
            best = Some((at, score));
        }
    }
    best.map(|(at, _)| at).or_else(|| nearest_label(lines, text, start))
}

fn may_be_headline(line: &Line, text: &str) -> bool {
    let words = line.span.of(text);
    let blanks = words.split_whitespace().count();
    let ends = words.trim_end_matches(['"', '»', '”', ' ', '\u{a0}', '\u{202f}']).ends_with(['.', ':', ';', ',']);
    matches!(line.look, Look::Label | Look::Sentence) && !ends && line.chars <= HEADLINE_CHARS && blanks >= 3
}

/// Where no words prove it: the label right above the run, if it stands alone.
fn nearest_label(lines: &[Line], text: &str, start: usize) -> Option<usize> {
    let at = (0..start).rev().find(|&at| !matches!(lines[at].look, Look::Credit(_) | Look::Caption))?;
    (may_be_headline(&lines[at], text) && (at == 0 || lines[at].set_apart)).then_some(at)
}

/// The content words of a line, folded and cut to their first letters: near enough for a comparison of words.
fn content(words: &str, lexicon: &Lexicon, mut each: impl FnMut(String)) {
    const STEM_CHARS: usize = 6;
    for token in lexicon.tokens(words) {
        if token.kind != TokenKind::Mark && token.span.len() > 3 && !lexicon.list(List::FunctionWords).has(&token.fold)
        {
            each(token.fold.chars().take(STEM_CHARS).collect());
        }
    }
}

/// Inside the run: sentences stay, lists of labels go, a label alone is a heading.
fn inside(kinds: &mut [(LineKind, &'static str)], lines: &[Line], text: &str, start: usize, end: usize) {
    let is_prose = |at: usize| at >= start && at < end && lines[at].look == Look::Sentence;
    let is_list = |at: usize| {
        at >= start && at < end && matches!(lines[at].look, Look::Label | Look::Furniture("related" | "menu" | "share"))
    };
    for at in start..end {
        let line = &lines[at];
        let among = |at: usize| at > start && is_list(at - 1) || is_list(at + 1);
        let teaser =
            line.chars < usize::try_from(TEASER_CHARS).unwrap_or(0) && at > start && is_list(at - 1) && is_list(at + 1);
        kinds[at] = match &line.look {
            Look::Sentence | Look::Label if line.repeated => (LineKind::Furniture, "repeated"),
            Look::Sentence if teaser => (LineKind::Furniture, "list"),
            Look::Sentence => (LineKind::Paragraph, "prose"),
            Look::Label if among(at) => (LineKind::Furniture, "list"),
            Look::Label if prose::ends_sentence(line.span.of(text)) => (LineKind::Paragraph, "prose"),
            Look::Label if line.chars <= HEADING_CHARS && is_prose(at + 1) => (LineKind::Heading, "heading"),
            Look::Label => (LineKind::Furniture, "label"),
            other => look_kind(other),
        };
    }
}

/// Between headline and run: prose there is a lead.
fn above(kinds: &mut [(LineKind, &'static str)], lines: &[Line], lead: usize, start: usize) {
    for at in lead..start {
        let line = &lines[at];
        kinds[at] = match &line.look {
            Look::Sentence if line.repeated => (LineKind::Furniture, "repeated"),
            Look::Sentence if i64::try_from(line.chars).is_ok_and(|chars| chars > TEASER_CHARS) => {
                (LineKind::Paragraph, "prose")
            }
            Look::Sentence | Look::Label => (LineKind::Furniture, "label"),
            other => look_kind(other),
        };
    }
}

fn look_kind(look: &Look) -> (LineKind, &'static str) {
    match look {
        Look::Sentence => (LineKind::Paragraph, "prose"),
        Look::Label => (LineKind::Furniture, "label"),
        Look::Caption => (LineKind::Caption, "caption"),
        Look::Credit(_) => (LineKind::Credit, "credit"),
        Look::Furniture(kind) => (LineKind::Furniture, kind),
    }
}

/// The headline said again, in whole, is not part of the body.
fn drop_repeats(kinds: &mut [(LineKind, &'static str)], lines: &[Line], text: &str, title: usize) {
    let words = key(lines[title].span.of(text));
    for (at, line) in lines.iter().enumerate().filter(|&(at, _)| at != title) {
        if matches!(kinds[at].0, LineKind::Paragraph | LineKind::Heading) && key(line.span.of(text)) == words {
            kinds[at] = (LineKind::Furniture, "repeated");
        }
    }
}

/// A line that comes again with a photo credit at its end is a caption too.
fn captions(kinds: &mut [(LineKind, &'static str)], lines: &[Line], text: &str, from: usize, to: usize) {
    let marked: Vec<String> =
        (from..to).filter(|&at| lines[at].look == Look::Caption).map(|at| key(lines[at].span.of(text))).collect();
    for at in from..to {
        let words = key(lines[at].span.of(text));
        let again = || marked.iter().any(|caption| !words.is_empty() && caption.starts_with(&words));
        if lines[at].repeated && kinds[at].0 != LineKind::Title && again() {
            kinds[at] = (LineKind::Caption, "caption");
        }
    }
}

/// The first paragraph is a lead where something stands between it and the rest, or where the second takes up the
/// headline again as a beginning does.
fn set_lead(kinds: &mut [(LineKind, &'static str)], lines: &[Line], text: &str, lexicon: &Lexicon) {
    const TAKEN_UP: usize = 3;
    let mut paragraphs = (0..kinds.len()).filter(|&at| kinds[at].0 == LineKind::Paragraph);
    let (Some(first), Some(second)) = (paragraphs.next(), paragraphs.next()) else { return };
    let Some(title) = kinds[..first].iter().position(|kind| kind.0 == LineKind::Title) else { return };
    let words = |at: usize| {
        let mut words = BTreeSet::new();
        content(lines[at].span.of(text), lexicon, |word| {
            words.insert(word);
        });
        words
    };
    let headline = words(title);
    let taken_up = |at: usize| words(at).intersection(&headline).count();
    let parted = (first + 1..second).any(|at| kinds[at].0 != LineKind::Heading);
    if parted || taken_up(second) >= TAKEN_UP && taken_up(first) >= TAKEN_UP {
        kinds[first].0 = LineKind::Lead;
    }
}

/// Collects what credits tell, near the article only: a page's margins credit other articles.
fn finish(
    lines: &[Line],
    text: &str,
    lexicon: &Lexicon,
    kinds: &[(LineKind, &'static str)],
    run: Option<(usize, usize)>,
) -> Cleaned {
    const MARGIN_LINES: usize = 3;
    let mut cleaned = Cleaned::default();
    let kept = |kind: &(LineKind, &str)| kind.0.is_kept();
    let from = kinds.iter().position(kept).unwrap_or(0).saturating_sub(MARGIN_LINES);
    let to = (run.map_or(0, |(_, end)| end) + MARGIN_LINES).min(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let (mut kind, mut reason) = kinds[at];
        let near = at >= from && at < to;
        if let (Look::Credit(credit), true) = (&line.look, near) {
            (kind, reason) = (LineKind::Credit, "credit");
            cleaned.byline = cleaned.byline.take().or_else(|| credit.byline.clone());
            cleaned.agency = cleaned.agency.take().or_else(|| credit.agency.clone());
            cleaned.date = cleaned.date.or(credit.date.filter(|_| !credit.updated));
        }
        if line.look == Look::Caption && near {
            cleaned.agency = cleaned.agency.take().or_else(|| prose::source_agency(line.span.of(text), lexicon));
        }
        cleaned.decisions.push(LineDecision { text: line.span.of(text).to_owned(), kind, reason });
    }
    cleaned.date = cleaned.date.or_else(|| updated(lines, from, to));
    cleaned
}

/// The day of change, where none of publication is given.
fn updated(lines: &[Line], from: usize, to: usize) -> Option<time::Date> {
    lines[from..to].iter().find_map(|line| match &line.look {
        Look::Credit(credit) => credit.date,
        _ => None,
    })
}

/// The kept lines as an article's text and blocks, the title first wherever it stands.
pub(super) fn assemble(decisions: &[LineDecision]) -> (String, Vec<Block>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    let is_title = |it: &&LineDecision| it.kind == LineKind::Title;
    let title = decisions.iter().filter(is_title);
    for decision in title.chain(decisions.iter().filter(|it| !is_title(it))) {
        let kind = match decision.kind {
            LineKind::Title => BlockKind::Title,
            LineKind::Lead => BlockKind::Lead,
            LineKind::Heading => BlockKind::Heading,
            LineKind::Paragraph => BlockKind::Paragraph,
            LineKind::Credit | LineKind::Caption | LineKind::Furniture => continue,
        };
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&decision.text);
        blocks.push(Block { kind, span: Span::new(start, text.len()) });
    }
    (text, blocks)
}
