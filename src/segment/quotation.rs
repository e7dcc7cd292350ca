//! What stands between quotation marks, in any style, and the turns of dialogues.
//!
//! One pass a block with a stack of open marks. A mark that may open or close (straight ones,
//! apostrophes) is told by its neighbours and by what is open; one that finds no partner is matched
//! late with a closer of another style (« “… ’ » is a slip of typing), or ends with its paragraph.

use super::Quotation;
use crate::lang::Language;
use crate::text::Span;

/// Styles of quotation marks. Marks of one style close each other.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Style {
    Guillemet,
    Curly,
    CurlySingle,
    Straight,
    StraightSingle,
    /// Two apostrophes, or two grave accents, typed for a double mark.
    Paired,
}

#[derive(Copy, Clone, Debug)]
struct Mark {
    style: Style,
    span: Span,
    opens: bool,
}

#[derive(Copy, Clone, Debug)]
struct Open {
    mark: Mark,
    depth: usize,
}

/// Finds the quotations of all blocks, in order of their opening marks.
pub(super) fn find(text: &str, blocks: &[Span], language: Language) -> Vec<Quotation> {
    let mut found = Vec::new();
    for &block in blocks {
        let in_block = in_block(text, block);
        let spoken = in_block.is_empty() || in_block.iter().all(|one| one.span.start > block.start);
        if language == Language::French && spoken {
            found.extend(turn(text, block));
        }
        found.extend(in_block);
    }
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    found
}

/// A paragraph that a dash opens: a turn of a dialogue, whatever frame stands in it.
fn turn(text: &str, block: Span) -> Option<Quotation> {
    let words = block.of(text);
    let rest = words.strip_prefix(['—', '–', '―'])?;
    let lead = words.len() - rest.trim_start().len();
    let inner = Span::new(block.start + lead, block.end);
    (!inner.is_empty()).then_some(Quotation { span: block, inner, depth: 0, unclosed: false, dashed: true })
}

fn in_block(text: &str, block: Span) -> Vec<Quotation> {
    let mut open: Vec<Open> = Vec::new();
    let mut stray: Vec<Mark> = Vec::new();
    let mut found: Vec<Quotation> = Vec::new();
    for mark in marks(text, block) {
        let partner = open.iter().rposition(|one| one.mark.style == mark.style);
        match partner.filter(|_| !mark.opens) {
            Some(partner) => {
                let opened = open[partner];
                open.truncate(partner);
                found.extend(closed(text, opened, mark));
            }
            None if mark.opens => open.push(Open { mark, depth: open.len() }),
            None => stray.push(mark),
        }
    }
    left_open(text, block, &open, &stray, &mut found);
    late_closers(text, block, &open, &stray, &mut found);
    found.sort_by_key(|one| (one.span.start, one.depth));
    found
}

fn closed(text: &str, opened: Open, mark: Mark) -> Option<Quotation> {
    quotation(text, Span::new(opened.mark.span.start, mark.span.end), opened.mark, Some(mark), opened.depth)
}

fn quotation(text: &str, span: Span, opened: Mark, closed: Option<Mark>, depth: usize) -> Option<Quotation> {
    let end = closed.map_or(span.end, |mark| mark.span.start);
    let inner = Span::new(opened.span.end, end.max(opened.span.end)).trimmed(text);
    let worded = inner.of(text).contains(char::is_alphanumeric);
    worded.then_some(Quotation { span, inner, depth, unclosed: closed.is_none(), dashed: false })
}

/// Marks still open at the end of the block: closed by a stray closer of another style, or by the paragraph.
fn left_open(text: &str, block: Span, open: &[Open], stray: &[Mark], found: &mut Vec<Quotation>) {
    for &one in open {
        let single = matches!(one.mark.style, Style::CurlySingle | Style::StraightSingle);
        if single {
            continue;
        }
        let other = stray.iter().copied().find(|mark| mark.span.start >= one.mark.span.end && ends_words(text, *mark));
        let end = other.map_or(block.end, |mark| mark.span.end);
        let span = Span::new(one.mark.span.start, end).trimmed(text);
        let mut late = quotation(text, span, one.mark, other, one.depth);
        if let Some(late) = &mut late {
            late.unclosed = other.is_none();
        }
        found.extend(late);
    }
}

/// A closer that nothing opened: the words since the block's beginning were quoted, their opening mark lost
/// with an earlier paragraph.
fn late_closers(text: &str, block: Span, open: &[Open], stray: &[Mark], found: &mut Vec<Quotation>) {
    let lost = stray.iter().find(|mark| matches!(mark.style, Style::Guillemet | Style::Curly));
    let Some(mark) = lost.filter(|_| open.is_empty()) else { return };
    if found.iter().any(|one| one.span.start < mark.span.start) {
        return;
    }
    let inner = Span::new(block.start, mark.span.start).trimmed(text);
    if inner.of(text).contains(char::is_alphanumeric) {
        found.push(Quotation {
            span: Span::new(inner.start, mark.span.end),
            inner,
            depth: 0,
            unclosed: true,
            dashed: false,
        });
    }
}

fn ends_words(text: &str, mark: Mark) -> bool {
    !text[mark.span.end..].starts_with(char::is_alphanumeric)
}

/// The quotation marks of a block, apostrophes left out.
fn marks(text: &str, block: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut state = Straights::default();
    let mut at = block.start;
    while let Some(c) = text[at..block.end].chars().next() {
        let doubled =
            matches!(c, '\'' | '`' | '\u{2019}' | '\u{2018}') && text[at + c.len_utf8()..block.end].starts_with(c);
        let end = at + if doubled { 2 * c.len_utf8() } else { c.len_utf8() };
        let span = Span::new(at, end);
        let before = text[block.start..at].chars().next_back();
        let after = text[end..block.end].chars().next();
        marks.extend(if doubled {
            state.double(Style::Paired, span, before, after)
        } else {
            state.mark(c, span, before, after)
        });
        at = end;
    }
    marks
}

/// Which of the marks that look the same at both ends are open.
#[derive(Default)]
struct Straights {
    straight: bool,
    paired: bool,
    single: bool,
}

impl Straights {
    fn mark(&mut self, c: char, span: Span, before: Option<char>, after: Option<char>) -> Option<Mark> {
        let directed = |style, opens| Some(Mark { style, span, opens });
        match c {
            '«' => directed(Style::Guillemet, true),
            '»' => directed(Style::Guillemet, false),
            '“' | '„' => directed(Style::Curly, true),
            '”' => directed(Style::Curly, false),
            '"' => self.double(Style::Straight, span, before, after),
            '‘' if !is_letter(before) => directed(Style::CurlySingle, true),
            '’' if !is_letter(after) && before.is_some_and(|c| !c.is_whitespace()) => {
                directed(Style::CurlySingle, false)
            }
            '\'' => self.single(span, before, after),
            _ => None,
        }
    }

    /// A straight double mark: by its neighbours where they tell, else by what is open.
    fn double(&mut self, style: Style, span: Span, before: Option<char>, after: Option<char>) -> Option<Mark> {
        let open = if style == Style::Paired { &mut self.paired } else { &mut self.straight };
        let free_before =
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '—' | '–' | '-' | '\''));
        let free_after = after.is_none_or(|c| {
            !c.is_alphanumeric() && !matches!(c, '(' | '[' | '«' | '“' | '‘' | '$' | '€' | '#' | '…' | '.')
        });
        let inches = before.is_some_and(|c| c.is_ascii_digit()) && !*open;
        if inches {
            return None;
        }
        let opens = match (free_before, free_after) {
            (true, false) => true,
            (false, true) => false,
            _ => !*open,
        };
        *open = opens;
        Some(Mark { style, span, opens })
    }

    fn single(&mut self, span: Span, before: Option<char>, after: Option<char>) -> Option<Mark> {
        let opens = !self.single
            && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?'))
            && is_letter(after);
        let closes = self.single && !is_letter(after) && before.is_some_and(|c| !c.is_whitespace());
        if !(opens || closes) {
            return None;
        }
        self.single = opens;
        Some(Mark { style: Style::StraightSingle, span, opens })
    }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}
