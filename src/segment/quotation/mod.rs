//! What stands between quotation marks, in any style, and the turns of dialogues.
//!
//! One pass a part with a stack of open marks; a part is a turn of a dialogue, or what lies between two. A mark that
//! finds no partner is matched late with a closer of another style (« “… ’ » is a slip of typing), or ends with its
//! paragraph. A quotation of several paragraphs may open each of them again, or none but the first.

mod mark;
mod turn;

use self::mark::{Mark, Style, marks};
use super::Quotation;
use crate::lang::Lexicon;
use crate::text::Span;

/// Quotations open at once. No text nests deeper: the oldest mark was a slip then, and cost stays in proportion.
const MOST_OPEN: usize = 6;
/// Paragraphs that one quotation may hold whole, without a mark of their own, between its first and its last.
const MOST_PARAGRAPHS: usize = 6;

#[derive(Copy, Clone, Debug)]
struct Open {
    mark: Mark,
    depth: usize,
}

/// Finds the quotations of all blocks, in order of their opening marks.
pub(super) fn find(text: &str, blocks: &[Span], lexicon: &Lexicon) -> Vec<Quotation> {
    let turns = turn::turns(text, blocks, lexicon);
    let mut found = turns.clone();
    let mut parts = Vec::new();
    for part in between(text, blocks, &turns) {
        let reading = Reading::of(text, part);
        parts.push((part, reading.carry()));
        found.extend(reading.found);
    }
    found.extend(whole_paragraphs(&parts));
    for turn in &turns {
        let reading = Reading::of(text, turn.inner);
        let nested = reading.found.into_iter().filter(|one| !one.lost_opener(turn.inner));
        found.extend(nested.map(|one| Quotation { depth: one.depth + 1, ..one }));
    }
    found.sort_by_key(|one| (one.span.start, one.depth));
    found
}

/// What blocks hold outside turns.
fn between(text: &str, blocks: &[Span], turns: &[Quotation]) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut turns = turns.iter().peekable();
    for &block in blocks {
        let mut start = block.start;
        while let Some(turn) = turns.next_if(|turn| turn.span.start < block.end) {
            parts.push(Span::new(start, turn.span.start.max(start)).trimmed(text));
            start = turn.span.end;
        }
        parts.push(Span::new(start, block.end.max(start)).trimmed(text));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What the marks of a paragraph say of those around it.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Carry {
    /// No mark stands in it.
    Silent,
    /// It ends inside a quotation.
    Open,
    /// It begins inside a quotation, which it closes.
    Closes,
    /// It holds quotations of its own.
    Settled,
}

/// Paragraphs without marks between one that ends inside a quotation and one that closes it are quoted whole.
fn whole_paragraphs(parts: &[(Span, Carry)]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut silent: Option<Vec<Span>> = None;
    for &(part, carry) in parts {
        match (carry, &mut silent) {
            (Carry::Open, _) => silent = Some(Vec::new()),
            (Carry::Silent, Some(between)) if between.len() < MOST_PARAGRAPHS => between.push(part),
            (Carry::Closes, Some(between)) => {
                found.append(between);
                silent = None;
            }
            _ => silent = None,
        }
    }
    let quoted = |span| Quotation { span, inner: span, depth: 0, unclosed: true, dashed: false };
    found.into_iter().map(quoted).collect()
}

impl Quotation {
    /// Whether it begins with the text around it, for want of a mark that opens it.
    fn lost_opener(&self, part: Span) -> bool {
        self.unclosed && self.inner.start == self.span.start && self.span.start == part.start
    }
}

/// The quotations of one part, as they are found.
struct Reading<'a> {
    text: &'a str,
    part: Span,
    open: Vec<Open>,
    /// Closers that nothing opened.
    stray: Vec<Mark>,
    found: Vec<Quotation>,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str, part: Span) -> Self {
        let mut reading = Self { text, part, open: Vec::new(), stray: Vec::new(), found: Vec::new() };
        for mark in marks(text, part) {
            if mark.opens {
                reading.opened(mark);
            } else {
                reading.closed(mark);
            }
        }
        reading.late_closers();
        reading.left_open(part.end);
        reading
    }

    fn opened(&mut self, mark: Mark) {
        if mark.begins_line && self.open.iter().any(|one| one.mark.style == mark.style) {
            self.left_open(mark.span.start);
        }
        if self.open.len() == MOST_OPEN {
            self.open.remove(0);
        }
        self.open.push(Open { mark, depth: self.open.len() });
    }

    fn closed(&mut self, mark: Mark) {
        let partner = self.open.iter().rposition(|one| one.mark.style == mark.style);
        let Some(partner) = partner else {
            self.stray.push(mark);
            return;
        };
        let opened = self.open[partner];
        self.open.truncate(partner);
        self.add(opened, mark.span.end, Some(mark));
    }

    fn add(&mut self, opened: Open, end: usize, closer: Option<Mark>) {
        let start = opened.mark.span;
        let inner_end = closer.map_or(end, |mark| mark.span.start);
        let inner = Span::new(start.end, inner_end.max(start.end)).trimmed(self.text);
        if inner.of(self.text).contains(char::is_alphanumeric) {
            let span = Span::new(start.start, end).trimmed(self.text);
            let unclosed = closer.is_none();
            self.found.push(Quotation { span, inner, depth: opened.depth, unclosed, dashed: false });
        }
    }

    /// Marks still open at `end`: closed by a stray closer of another style, or by the paragraph.
    fn left_open(&mut self, end: usize) {
        for one in std::mem::take(&mut self.open) {
            if one.mark.style.is_single() {
                continue;
            }
            let from = self.stray.partition_point(|mark| mark.span.start < one.mark.span.end);
            let other = self.stray[from..].iter().copied().find(|mark| ends_words(self.text, *mark));
            self.add(one, other.map_or(end, |mark| mark.span.end), other);
        }
    }

    /// A closer that nothing opened: the words since the paragraph's beginning were quoted, their opening mark lost
    /// with an earlier paragraph.
    fn late_closers(&mut self) {
        let lost = self.stray.iter().find(|mark| matches!(mark.style, Style::Guillemet | Style::Curly));
        let Some(&mark) = lost.filter(|mark| self.open.is_empty() && !self.begins_before(mark.span.start)) else {
            return;
        };
        let inner = Span::new(self.part.start, mark.span.start).trimmed(self.text);
        if inner.of(self.text).contains(char::is_alphanumeric) {
            let span = Span::new(inner.start, mark.span.end);
            self.found.push(Quotation { span, inner, depth: 0, unclosed: true, dashed: false });
        }
    }

    fn begins_before(&self, at: usize) -> bool {
        self.found.iter().any(|one| one.span.start < at)
    }

    fn carry(&self) -> Carry {
        let last = self.found.iter().max_by_key(|one| (one.span.end, one.span.start));
        match last {
            None => Carry::Silent,
            Some(last) if last.unclosed && last.span.end == self.part.end && !last.lost_opener(self.part) => {
                Carry::Open
            }
            _ if self.found.iter().any(|one| one.lost_opener(self.part)) => Carry::Closes,
            Some(_) => Carry::Settled,
        }
    }
}

fn ends_words(text: &str, mark: Mark) -> bool {
    !text[mark.span.end..].starts_with(char::is_alphanumeric)
}
