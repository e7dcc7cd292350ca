//! Tokens: words, numbers and marks, with a language's clitics split off.
//!
//! A word is a run of letters and digits; hyphens and apostrophes inside it hold it together
//! unless the language's [`Clitics`] cut there: « l'offensive » is `l'` + `offensive`,
//! « a-t-il » is `a` + `-t-il`, "Syria's" is `Syria` + `'s`.

use super::{Span, fold, fold_char};

/// What a token is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with hyphens, apostrophes and digits inside.
    Word,
    /// Begins with a digit: `7`, `1,2`, `11H00`, `1er`.
    Number,
    /// One mark that is neither.
    Mark,
}

/// A word, number or mark of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its folded spelling ([`fold`]): what word lists are looked up with.
    pub fold: String,
}

impl Token {
    /// Whether it begins with a capital letter in `text`.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.span.of(text).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.kind != TokenKind::Mark
    }
}

/// Where a language cuts words: data of `clitics.tsv`, all folded, each with an apostrophe or a hyphen.
#[derive(Clone, Debug, Default)]
pub struct Clitics {
    /// Elided words before an apostrophe, with it: `l'`, `qu'`.
    pub prefixes: Vec<String>,
    /// Endings cut off, with their apostrophe or hyphen: `-t-il`, `'s`. Longest first.
    pub suffixes: Vec<String>,
    /// Words with an apostrophe or hyphen that stay whole: `aujourd'hui`.
    pub whole: Vec<String>,
}

/// The tokens of `text`, in order. Blanks are left out; nothing else is.
pub fn tokenise(text: &str, clitics: &Clitics) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() || is_invisible(c) {
            continue;
        }
        if !c.is_alphanumeric() {
            push(&mut tokens, text, Span::new(start, start + c.len_utf8()), TokenKind::Mark);
            continue;
        }
        if is_ideograph(c) {
            push(&mut tokens, text, Span::new(start, start + c.len_utf8()), TokenKind::Word);
            continue;
        }
        let end = with_elision(text, Span::new(start, word_end(text, start)), clitics);
        while rest.peek().is_some_and(|&(at, _)| at < end) {
            rest.next();
        }
        if c.is_numeric() {
            push(&mut tokens, text, Span::new(start, end), TokenKind::Number);
        } else {
            split_word(&mut tokens, text, Span::new(start, end), clitics);
        }
    }
    tokens
}

fn push(tokens: &mut Vec<Token>, text: &str, span: Span, kind: TokenKind) {
    if !span.is_empty() {
        tokens.push(Token { span, kind, fold: fold(span.of(text)) });
    }
}

/// Whether a character is a word by itself, as no blanks part words in its script: Han and Japanese syllables
/// (Unicode Standard Annex 29).
pub const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2fa1f}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// End of the word or number that begins at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].chars().peekable();
    let mut previous = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let joins = c.is_alphanumeric() || is_combining(c) || is_invisible(c) || is_joint(previous, c, next);
        if !joins || is_ideograph(c) {
            break;
        }
        end += c.len_utf8();
        previous = c;
    }
    end
}

/// The end of the word, its apostrophe included where it is an elision before a mark: « d'« aide » ».
fn with_elision(text: &str, word: Span, clitics: &Clitics) -> usize {
    let Some(next) = text[word.end..].chars().next() else { return word.end };
    let end = word.end + next.len_utf8();
    let elided = fold_char(next) == '\'' && clitics.prefixes.contains(&fold(&text[word.start..end]));
    if elided { end } else { word.end }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}')
}

/// Whether `c` holds together what stands around it: an apostrophe or hyphen between letters, a
/// decimal mark between digits, the apostrophe of an elision before any sign that opens a word.
fn is_joint(previous: char, c: char, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    match fold_char(c) {
        '\'' => previous.is_alphabetic() && next.is_alphanumeric(),
        '-' => previous.is_alphanumeric() && next.is_alphabetic(),
        '.' | ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
        '&' => previous.is_uppercase() && next.is_uppercase(),
        _ => false,
    }
}

/// Cuts clitics off both ends of a word.
fn split_word(tokens: &mut Vec<Token>, text: &str, mut span: Span, clitics: &Clitics) {
    while has_joint(span.of(text)) && !is_whole(span.of(text), clitics) {
        let Some(length) = prefix_length(span.of(text), clitics) else { break };
        push(tokens, text, Span::new(span.start, span.start + length), TokenKind::Word);
        span.start += length;
    }
    let word = span.of(text);
    let suffix = if !has_joint(word) || is_whole(word, clitics) { None } else { suffix_length(word, clitics) };
    let cut = span.end - suffix.unwrap_or(0);
    let kind = if span.of(text).starts_with(char::is_numeric) { TokenKind::Number } else { TokenKind::Word };
    push(tokens, text, Span::new(span.start, cut), kind);
    push(tokens, text, Span::new(cut, span.end), TokenKind::Word);
}

/// Whether a word may be cut at all: every clitic, and every word kept whole, has an apostrophe or a hyphen. Texts
/// without one have the same tokens in every language.
pub fn has_joint(word: &str) -> bool {
    word.chars().any(|c| matches!(fold_char(c), '\'' | '-'))
}

/// More than any clitic or word kept whole has, in bytes: longer stretches need not be folded, so that a "word" of
/// a megabyte costs no more than its length.
const LONGEST_BYTES: usize = 48;

fn is_whole(word: &str, clitics: &Clitics) -> bool {
    word.len() <= LONGEST_BYTES && clitics.whole.contains(&fold(word))
}

fn prefix_length(word: &str, clitics: &Clitics) -> Option<usize> {
    let mut near = word.char_indices().take_while(|&(at, _)| at < LONGEST_BYTES);
    let (at, apostrophe) = near.find(|&(_, c)| fold_char(c) == '\'')?;
    let end = at + apostrophe.len_utf8();
    let known = clitics.prefixes.contains(&fold(&word[..end]));
    (known && end < word.len()).then_some(end)
}

fn suffix_length(word: &str, clitics: &Clitics) -> Option<usize> {
    let first = word.ceil_char_boundary(word.len().saturating_sub(LONGEST_BYTES));
    let near = word[first..].char_indices().map(|(at, c)| (first + at, c));
    let starts = near.filter(|&(at, c)| at > 0 && matches!(fold_char(c), '\'' | '-' | 'n'));
    starts.map(|(at, _)| &word[at..]).find(|end| clitics.suffixes.contains(&fold(end))).map(str::len)
}
