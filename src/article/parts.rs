//! Several articles in one file: where one ends and the next begins.
//!
//! People put texts one below the other with whatever stands for a border. From the clearest to the weakest: several
//! front matters; form feeds; a rule with a name in it (`=== Le Journal ===`); a heavy rule (`=====`); several
//! first-level headings; a light rule (`---`, `* * *`). One file uses one kind of border, the clearest
//! that parts it. A light rule also stands inside articles, between two scenes or before a note, so it parts only
//! where a headline with prose below it follows. A border that leaves no prose on one of its sides is none.

use super::{markdown, plain, prose};

/// Shorter rules are no rules.
const RULE_SIGNS: usize = 3;
/// A name inside a rule is not longer, in characters.
const LABEL_CHARS: usize = 60;
/// An article has lines of so many characters …
const PROSE_LINE_CHARS: usize = 40;
/// … that together have at least so many.
const PROSE_CHARS: usize = 120;
/// A headline has at least so many words.
const HEADLINE_WORDS: usize = 3;

/// One of several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// Its text.
    pub text: &'a str,
    /// The name that the border before it bears.
    pub label: Option<&'a str>,
}

/// Where one text may end and another begin: what stands between `start` and `end` belongs to neither.
#[derive(Clone, Copy, Debug)]
struct Border<'a> {
    kind: Kind,
    start: usize,
    end: usize,
    label: Option<&'a str>,
}

/// The kinds of borders, clearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    FrontMatter,
    FormFeed,
    Named,
    Heavy,
    Heading,
    Light,
}

/// The articles of a file, in order; one part, the whole text, where there are not several.
pub(super) fn split(text: &str) -> Vec<Part<'_>> {
    const CLEAREST_FIRST: [Kind; 6] =
        [Kind::FrontMatter, Kind::FormFeed, Kind::Named, Kind::Heavy, Kind::Heading, Kind::Light];
    let borders = borders(text);
    let of = |kind| parts(text, borders.iter().filter(|border| border.kind == kind));
    let found = CLEAREST_FIRST.into_iter().map(of).find(|parts| parts.len() > 1);
    found.unwrap_or_else(|| vec![Part { text, label: None }])
}

/// Every line that may be a border.
fn borders(text: &str) -> Vec<Border<'_>> {
    let mut borders = Vec::new();
    let (mut at, mut after_blank, mut front_end, mut in_code) = (0, true, 0, false);
    let mut above = "";
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let end = at + line.len();
        let border = |kind, start, end, label| Border { kind, start, end, label };
        in_code ^= line.trim_start().starts_with("```");
        if at >= front_end && !in_code {
            if let Some(length) = markdown::front_matter_len(&text[at..]) {
                front_end = at + length;
                borders.push(border(Kind::FrontMatter, at, at, None));
            } else if is_first_heading(line) {
                borders.push(border(Kind::Heading, at, at, None));
            } else if !after_blank && is_underline(line) && has_headline_words(above) {
                borders.push(border(Kind::Heading, at - above.len(), at - above.len(), None));
            } else if let Some((kind, label)) = rule(line, after_blank) {
                borders.push(border(kind, at, end, label));
            }
        }
        if line.ends_with('\u{c}') {
            borders.push(border(Kind::FormFeed, end - 1, end, None));
        }
        after_blank = line.trim().is_empty();
        above = line;
        at = end;
    }
    borders
}

/// `# A headline of several words`.
fn is_first_heading(line: &str) -> bool {
    line.strip_prefix("# ").is_some_and(has_headline_words)
}

/// `=====` below a headline.
fn is_underline(line: &str) -> bool {
    let line = line.trim();
    line.len() >= RULE_SIGNS && line.bytes().all(|byte| byte == b'=')
}

fn has_headline_words(words: &str) -> bool {
    words.split_whitespace().count() >= HEADLINE_WORDS
}

/// Whether a line is drawn rather than written, and the name it bears.
///
/// Right below words, `===` and `---` underline a heading of Markdown.
fn rule(line: &str, after_blank: bool) -> Option<(Kind, Option<&str>)> {
    let line = line.trim();
    let sign = line.chars().next().filter(|&c| is_rule_sign(c))?;
    let of_rule = |c: char| c == sign || c == ' ';
    let words = line.trim_matches(of_rule);
    if !words.is_empty() {
        let opening = line.chars().take_while(|&c| c == sign).count();
        let closing = line.chars().rev().take_while(|&c| c == sign).count();
        let named = opening >= RULE_SIGNS && closing >= RULE_SIGNS && words.chars().count() <= LABEL_CHARS;
        return (named && !words.contains(sign)).then_some((Kind::Named, label(words)));
    }
    let signs = line.chars().filter(|&c| c == sign).count();
    let underlines = !after_blank && matches!(sign, '=' | '-') && !line.contains(' ');
    let kind = if sign == '=' { Kind::Heavy } else { Kind::Light };
    (!underlines && (signs >= RULE_SIGNS || sign == '⁂')).then_some((kind, None))
}

const fn is_rule_sign(c: char) -> bool {
    matches!(c, '-' | '=' | '*' | '_' | '#' | '~' | '+' | '–' | '—' | '―' | '─' | '━' | '═' | '•' | '·' | '⁂')
}

/// The name in a rule; « Article 2 » and « Texte B » only number it.
fn label(words: &str) -> Option<&str> {
    let last = words.split_whitespace().next_back()?;
    let numbers = last.chars().all(char::is_numeric) || last.chars().count() == 1;
    (!numbers).then_some(words)
}

/// The text cut at those borders that have an article on both sides.
fn parts<'a, 'b>(text: &'a str, borders: impl Iterator<Item = &'b Border<'a>>) -> Vec<Part<'a>>
where
    'a: 'b,
{
    let borders: Vec<&Border> = borders.collect();
    let mut parts: Vec<Part> = Vec::new();
    let (mut start, mut name) = (0, None);
    for (at, border) in borders.iter().enumerate() {
        let before = &text[start..border.start.max(start)];
        let after = &text[border.end..borders.get(at + 1).map_or(text.len(), |next| next.start.max(border.end))];
        if before.trim().is_empty() {
            (start, name) = (border.end, border.label);
        } else if has_prose(after) && (border.kind != Kind::Light || opens(after)) && has_prose(before) {
            // In this order each stretch is looked at once or twice, however many borders are none.
            parts.push(Part { text: before, label: name });
            (start, name) = (border.end, border.label);
        }
    }
    parts.push(Part { text: &text[start..], label: name });
    parts
}

/// Whether a stretch holds enough prose for an article, however short.
fn has_prose(text: &str) -> bool {
    let long = text.lines().map(|line| line.trim().chars().count()).filter(|&chars| chars >= PROSE_LINE_CHARS);
    long.sum::<usize>() >= PROSE_CHARS && text.lines().any(prose::ends_sentence)
}

/// Whether a stretch begins as articles do: a headline, not of a lower level, and more lines below.
fn opens(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return false };
    let words = first.strip_prefix("# ").unwrap_or(first);
    let upper = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let is_marked = first.starts_with("##") || words.starts_with(['-', '*', '>', '[', '(', '+']);
    upper
        && !is_marked
        && has_headline_words(words)
        && plain::is_headline(words, plain::HEADLINE_CHARS)
        && lines.next().is_some()
}
