//! Text of a whole page → its article, by lines.
//!
//! The article is a run of lines (`run.rs`). Above it stands the headline (`headline.rs`); between both, a lead. Inside
//! the run, lists of labels go, a single label between paragraphs is a heading.

use std::collections::BTreeSet;

use super::headline::{self, Headline};
use super::line::{Line, Look, key};
use super::{Block, BlockKind, LineDecision, LineKind, LineReason, agency, run, topic};
use crate::lang::Lexicon;
use crate::text::Span;

/// Shorter sentences among labels, or above the run, are teasers and labels, in columns.
const TEASER_COLUMNS: usize = 80;
/// Longer labels are no headings, in columns.
const HEADING_COLUMNS: usize = 100;
/// Headings inside an article are mostly not longer, headlines of other articles mostly are, in columns.
const SHORT_HEADING_COLUMNS: usize = 60;
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
    let run = run::best(lines, text, lexicon);
    let mut kinds: Vec<(LineKind, LineReason)> = lines.iter().map(outside).collect();
    if let Some((start, end)) = run {
        let Headline { title, standfirst } = headline::find(lines, text, start, end, lexicon);
        let lead = title.map_or(start, |at| at + 1);
        inside(&mut kinds, lines, text, start, end);
        above(&mut kinds, lines, lead, start);
        if let Some(at) = title {
            kinds[at] = (LineKind::Title, LineReason::Headline);
            drop_repeats(&mut kinds, lines, text, at);
        }
        captions(&mut kinds, lines, text, lead.min(start), end);
        match standfirst {
            Some(at) => kinds[at] = (LineKind::Lead, LineReason::Standfirst),
            None => set_lead(&mut kinds, lines, text, lexicon),
        }
    }
    finish(lines, text, lexicon, &kinds, run)
}

/// What a line is as long as no article is found around it.
fn outside(line: &Line) -> (LineKind, LineReason) {
    let reason = if let Look::Furniture(kind) = line.look { kind } else { LineReason::Outside };
    (LineKind::Furniture, reason)
}

/// Inside the run: sentences stay, lists of labels go, a label alone is a heading.
fn inside(kinds: &mut [(LineKind, LineReason)], lines: &[Line], text: &str, start: usize, end: usize) {
    let is_prose = |at: usize| at >= start && at < end && lines[at].look == Look::Sentence;
    let is_list = |at: usize| {
        at >= start
            && at < end
            && matches!(
                lines[at].look,
                Look::Label | Look::Furniture(LineReason::Related | LineReason::Menu | LineReason::Share)
            )
    };
    // Below a list, a heading is told by the blank lines on both its sides, and by being shorter than headlines are.
    let opens_apart = |at: usize| lines[at + 1].set_apart && lines[at].columns <= SHORT_HEADING_COLUMNS;
    for at in start..end {
        let line = &lines[at];
        let among = |at: usize| at > start && is_list(at - 1) || is_list(at + 1);
        let teaser = line.columns < TEASER_COLUMNS && at > start && is_list(at - 1) && is_list(at + 1);
        kinds[at] = match &line.look {
            Look::Sentence | Look::Remark | Look::Label if line.repeated => (LineKind::Furniture, LineReason::Repeated),
            Look::Sentence if teaser => (LineKind::Furniture, LineReason::List),
            Look::Sentence | Look::Remark => (LineKind::Paragraph, LineReason::Prose),
            Look::Item => (LineKind::Paragraph, LineReason::Item),
            Look::Label if among(at) && !(line.set_apart && is_prose(at + 1) && opens_apart(at)) => {
                (LineKind::Furniture, LineReason::List)
            }
            Look::Label if is_prose(at + 1) && may_be_heading(line, text) => (LineKind::Heading, LineReason::Heading),
            Look::Label => (LineKind::Furniture, LineReason::Label),
            other => look_kind(other),
        };
    }
}

/// A heading is short and says something: handles and numbers are none.
fn may_be_heading(line: &Line, text: &str) -> bool {
    let words = line.span.of(text);
    line.columns <= HEADING_COLUMNS && words.contains(char::is_alphabetic) && !words.contains('@')
}

/// Between headline and run: prose there is a lead.
fn above(kinds: &mut [(LineKind, LineReason)], lines: &[Line], lead: usize, start: usize) {
    for at in lead..start {
        let line = &lines[at];
        kinds[at] = match &line.look {
            Look::Sentence if line.repeated => (LineKind::Furniture, LineReason::Repeated),
            Look::Sentence if line.columns > TEASER_COLUMNS => (LineKind::Paragraph, LineReason::Prose),
            Look::Sentence | Look::Remark | Look::Item | Look::Label => (LineKind::Furniture, LineReason::Label),
            other => look_kind(other),
        };
    }
}

fn look_kind(look: &Look) -> (LineKind, LineReason) {
    match look {
        Look::Sentence | Look::Remark => (LineKind::Paragraph, LineReason::Prose),
        Look::Item => (LineKind::Paragraph, LineReason::Item),
        Look::Label => (LineKind::Furniture, LineReason::Label),
        Look::Caption => (LineKind::Caption, LineReason::Caption),
        Look::Credit(_) => (LineKind::Credit, LineReason::Credit),
        Look::Furniture(kind) => (LineKind::Furniture, *kind),
    }
}

/// The headline said again, in whole, is not part of the body.
fn drop_repeats(kinds: &mut [(LineKind, LineReason)], lines: &[Line], text: &str, title: usize) {
    let words = key(lines[title].span.of(text));
    for (at, line) in lines.iter().enumerate().filter(|&(at, _)| at != title) {
        if matches!(kinds[at].0, LineKind::Paragraph | LineKind::Heading) && key(line.span.of(text)) == words {
            kinds[at] = (LineKind::Furniture, LineReason::Repeated);
        }
    }
}

/// A line that comes again with a photo credit at its end is a caption too, and so is what a mere mark announces:
/// "Image caption", then the words.
fn captions(kinds: &mut [(LineKind, LineReason)], lines: &[Line], text: &str, from: usize, to: usize) {
    let marked: BTreeSet<String> =
        (from..to).filter(|&at| lines[at].look == Look::Caption).map(|at| key(lines[at].span.of(text))).collect();
    for at in from..to {
        let words = key(lines[at].span.of(text));
        // Sorted, what begins with the words comes first of all that is not before them.
        let first = || marked.range(words.clone()..).next();
        let again = || !words.is_empty() && first().is_some_and(|caption| caption.starts_with(&words));
        let announced = || at > from && lines[at - 1].look == Look::Caption && is_mark(lines[at - 1].span.of(text));
        let short = matches!(lines[at].look, Look::Label | Look::Remark);
        if kinds[at].0 == LineKind::Title {
            continue;
        }
        if short && announced() {
            kinds[at] = (LineKind::Caption, LineReason::Caption);
        }
        if lines[at].repeated && again() {
            kinds[at] = (LineKind::Caption, LineReason::Caption);
        }
    }
}

/// Whether a caption is no more than the word that announces it.
fn is_mark(words: &str) -> bool {
    const MARK_WORDS: usize = 2;
    words.split_whitespace().count() <= MARK_WORDS
}

/// The first paragraph is a lead where something stands between it and the rest, or where the second takes up the
/// headline again as a beginning does.
fn set_lead(kinds: &mut [(LineKind, LineReason)], lines: &[Line], text: &str, lexicon: &Lexicon) {
    const TAKEN_UP: usize = 3;
    let mut paragraphs = (0..kinds.len()).filter(|&at| kinds[at].0 == LineKind::Paragraph);
    let (Some(first), Some(second)) = (paragraphs.next(), paragraphs.next()) else { return };
    let Some(title) = kinds[..first].iter().position(|kind| kind.0 == LineKind::Title) else { return };
    let words = |at: usize| topic::content(lines[at].span.of(text), lexicon);
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
    kinds: &[(LineKind, LineReason)],
    run: Option<(usize, usize)>,
) -> Cleaned {
    const MARGIN_LINES: usize = 3;
    let mut cleaned = Cleaned::default();
    let kept = |kind: &(LineKind, LineReason)| kind.0.is_kept();
    let from = kinds.iter().position(kept).unwrap_or(0).saturating_sub(MARGIN_LINES);
    let to = (run.map_or(0, |(_, end)| end) + MARGIN_LINES).min(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let (mut kind, mut reason) = kinds[at];
        let near = at >= from && at < to;
        if let (Look::Credit(credit), true) = (&line.look, near) {
            (kind, reason) = (LineKind::Credit, LineReason::Credit);
            cleaned.byline = cleaned.byline.take().or_else(|| credit.byline.clone());
            cleaned.agency = cleaned.agency.take().or_else(|| credit.agency.clone());
            cleaned.date = cleaned.date.or(credit.date.filter(|_| !credit.updated));
        }
        if line.look == Look::Caption && near {
            cleaned.agency = cleaned.agency.take().or_else(|| agency::source_agency(line.span.of(text), lexicon));
        }
        cleaned.decisions.push(LineDecision { text: line.words(text), kind, reason });
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
