//! Which characters are quotation marks, and whether each opens or closes.
//!
//! « and “ say so themselves, unless what stands beside them plainly says otherwise (»so«, „so“, ”so”). Straight marks
//! are told by their neighbours, then by what is open. Single marks look like apostrophes: only those that find a
//! partner count.

use crate::text::Span;

/// Styles of quotation marks. Marks of one style close each other.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Guillemet,
    Curly,
    CurlySingle,
    Straight,
    StraightSingle,
    /// Two apostrophes, or two grave accents, typed for a double mark.
    Paired,
}

impl Style {
    pub(super) const fn is_single(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle)
    }
}

#[derive(Copy, Clone, Debug)]
pub(super) struct Mark {
    pub(super) style: Style,
    pub(super) span: Span,
    pub(super) opens: bool,
    /// Whether only blanks stand before it in its line.
    pub(super) begins_line: bool,
}

/// The quotation marks of a stretch of text, in order, apostrophes left out.
pub(super) fn marks(text: &str, part: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut singles = Vec::new();
    let mut reader = Reader::default();
    let mut at = part.start;
    let mut begins_line = true;
    while let Some(c) = text[at..part.end].chars().next() {
        let doubled = is_doubled(c) && text[at + c.len_utf8()..part.end].starts_with(c);
        let end = at + if doubled { 2 * c.len_utf8() } else { c.len_utf8() };
        let sign = Sign { c, span: Span::new(at, end), begins_line, part: part.of(text), offset: part.start };
        if is_single(c) && !doubled {
            singles.push(sign);
        } else {
            marks.extend(reader.mark(&sign, doubled));
        }
        begins_line = c == '\n' || (begins_line && c.is_whitespace());
        at = end;
    }
    let (straight, curly): (Vec<Sign>, Vec<Sign>) = singles.into_iter().partition(|sign| sign.c == '\'');
    marks.extend(paired(Style::StraightSingle, &straight));
    marks.extend(paired(Style::CurlySingle, &curly));
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

/// Signs that are typed twice for want of a double mark: apostrophes, grave accents, angle brackets.
const fn is_doubled(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2019}' | '\u{2018}' | '<' | '>')
}

const fn is_single(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}')
}

/// A character that may be a mark, and the text around it.
#[derive(Copy, Clone)]
struct Sign<'a> {
    c: char,
    span: Span,
    begins_line: bool,
    part: &'a str,
    offset: usize,
}

impl<'a> Sign<'a> {
    fn before(&self) -> Option<char> {
        self.part[..self.span.start - self.offset].chars().next_back()
    }

    fn rest(&self) -> &'a str {
        &self.part[self.span.end - self.offset..]
    }

    fn after(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether nothing that a quotation could end with stands before.
    fn free_before(&self) -> bool {
        self.before().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '“' | '—' | '–' | '-' | '\''))
    }

    /// Whether nothing that a quotation could begin with stands behind.
    fn free_after(&self) -> bool {
        self.after().is_none_or(|c| {
            !c.is_alphanumeric() && !matches!(c, '(' | '[' | '«' | '“' | '‘' | '$' | '€' | '#' | '…' | '.')
        })
    }

    /// Whether it is printed before each line of a long quotation, as once was usual: « » Et il partit ».
    fn goes_on(&self) -> bool {
        self.begins_line && self.rest().trim_start().starts_with(char::is_uppercase)
    }

    fn mark(&self, style: Style, opens: bool) -> Mark {
        Mark { style, span: self.span, opens, begins_line: self.begins_line }
    }
}

/// Reads double marks in order: knows which are open.
#[derive(Default)]
struct Reader {
    open: Vec<Style>,
}

impl Reader {
    fn mark(&mut self, sign: &Sign, doubled: bool) -> Option<Mark> {
        let style = match sign.c {
            '«' | '»' => Style::Guillemet,
            '<' | '>' if doubled => Style::Guillemet,
            '“' | '”' | '„' => Style::Curly,
            '"' => Style::Straight,
            _ if doubled => Style::Paired,
            _ => return None,
        };
        let open = self.open.contains(&style);
        let opens = match sign.c {
            '»' if sign.goes_on() => true,
            '«' | '“' | '„' => directed(sign, true, open),
            '»' | '”' => directed(sign, false, open),
            '<' | '>' => sign.c == '<',
            _ => straight(sign, open)?,
        };
        self.open.retain(|&one| one != style);
        self.open.extend(opens.then_some(style));
        Some(sign.mark(style, opens))
    }
}

/// Whether a mark that has a direction opens: as it looks, unless its neighbours and what is open say otherwise.
fn directed(sign: &Sign, opening: bool, open: bool) -> bool {
    let (before, after) = (sign.free_before(), sign.free_after());
    if opening { before || !after || !open } else { !open && before && !after }
}

/// Whether a straight mark opens: by its neighbours where they tell, else by what is open. None for inches.
fn straight(sign: &Sign, open: bool) -> Option<bool> {
    let inches = sign.before().is_some_and(|c| c.is_ascii_digit()) && !open;
    if inches {
        return None;
    }
    Some(match (sign.free_before(), sign.free_after()) {
        (true, false) => true,
        (false, true) => false,
        _ => !open,
    })
}

/// The single marks that find a partner; a curly closer without one may still close another style's quotation.
fn paired(style: Style, signs: &[Sign]) -> Vec<Mark> {
    let closers = next(signs, |sign| closes(sign) && !belongs(sign));
    let openers = next(signs, opens);
    let any_closer = next(signs, closes);
    let mut marks = Vec::new();
    let mut open: Option<usize> = None;
    for (at, sign) in signs.iter().enumerate() {
        let possessive = belongs(sign) && closers[at + 1] < openers[at + 1];
        match open {
            Some(opened) if closes(sign) && !possessive => {
                marks.extend([signs[opened].mark(style, true), sign.mark(style, false)]);
                open = None;
            }
            _ if opens(sign) && any_closer[at + 1] < signs.len() => open = Some(at),
            None if closes(sign) && style == Style::CurlySingle => marks.push(sign.mark(style, false)),
            _ => {}
        }
    }
    marks
}

/// For each place in the list, and one past it, the next sign from there on that fits; the list's length if none.
fn next(signs: &[Sign], fits: impl Fn(&Sign) -> bool) -> Vec<usize> {
    let mut next = vec![signs.len(); signs.len() + 1];
    for at in (0..signs.len()).rev() {
        next[at] = if fits(&signs[at]) { at } else { next[at + 1] };
    }
    next
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn opens(sign: &Sign) -> bool {
    let free = !sign.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?'));
    let begins = sign.after().is_some_and(|c| c.is_alphabetic() || matches!(c, '“' | '«' | '"'));
    let number = sign.c == '\u{2018}' && sign.after().is_some_and(|c| c.is_ascii_digit());
    sign.c != '\u{2019}' && free && (begins || number)
}

fn closes(sign: &Sign) -> bool {
    sign.c != '\u{2018}' && !is_letter(sign.after()) && sign.before().is_some_and(|c| !c.is_whitespace())
}

/// Whether it may mark a plural's possession, "the boys' bikes", so that a better closer goes first.
fn belongs(sign: &Sign) -> bool {
    let rest = sign.rest();
    let noun = rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase);
    noun && sign.before().is_some_and(|c| matches!(c, 's' | 'S'))
}
