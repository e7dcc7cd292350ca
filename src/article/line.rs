//! The lines of a text and what each looks like by itself: sentence, label, caption, credit, furniture.

use std::collections::BTreeMap;

use super::furniture;
use super::prose::{self, Credit};
use crate::lang::{Language, Lexica, Lexicon, List};
use crate::text::{Span, Token, fold};

/// Shorter sentences are as often labels ("Contact us."), in characters.
const SENTENCE_CHARS: usize = 40;
/// … and in words.
const SENTENCE_WORDS: usize = 6;
/// A sentence of a known language has at least this share of function words.
const FUNCTION_SHARE: f64 = 0.18;
/// A run of words this long is prose even where its end is cut off, in characters.
const UNFINISHED_CHARS: usize = 160;
/// A longer line that comes twice is said twice; a shorter one is a label or a caption, in characters.
const REPEATED_CHARS: usize = 260;

/// What a line is by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A sentence or more.
    Sentence,
    /// A few words without a sentence's end: heading, menu entry, name.
    Label,
    /// A caption or a photo credit.
    Caption,
    /// A byline, an agency credit, a stamp.
    Credit(Credit),
    /// Part of the page, by its phrases; their kind.
    Furniture(&'static str),
}

/// A line with what it looks like.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Where it stands in the input.
    pub span: Span,
    /// Number of characters.
    pub chars: usize,
    /// What it is by itself.
    pub look: Look,
    /// Whether the same words come again elsewhere.
    pub repeated: bool,
    /// Whether a blank line stands before it.
    pub set_apart: bool,
}

/// Cuts a text into lines (hard-wrapped ones joined) and looks at each.
pub(super) fn lines(text: &str, language: Language, lexica: &Lexica) -> Vec<Line> {
    let lexicons = furniture::lexicons(language, lexica);
    let own = lexica.of(language);
    let spans = if is_wrapped(text) { groups(text) } else { single(text) };
    let mut lines: Vec<Line> = spans
        .into_iter()
        .map(|(span, set_apart)| {
            let words = span.of(text);
            let look = look(words, own, language, &lexicons);
            Line { span, chars: words.chars().count(), look, repeated: false, set_apart }
        })
        .collect();
    mark_repeated(&mut lines, text);
    lines
}

/// Each line that is not blank, and whether a blank one stands before it.
fn single(text: &str) -> Vec<(Span, bool)> {
    let mut spans = Vec::new();
    let (mut start, mut apart) = (0, true);
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        // The two characters of a Windows line end are one.
        let half = line == "\n" && text[..start - 1].ends_with('\r');
        if !span.is_empty() {
            spans.push((span, apart));
        }
        apart = span.is_empty() && (!half || apart);
    }
    spans
}

/// Lines without a blank one between them as one: for texts wrapped at a fixed width.
fn groups(text: &str) -> Vec<(Span, bool)> {
    let mut joined: Vec<(Span, bool)> = Vec::new();
    for (span, apart) in single(text) {
        match joined.last_mut() {
            Some((last, _)) if !apart => last.end = span.end,
            _ => joined.push((span, true)),
        }
    }
    joined
}

/// Whether sentences run over line ends throughout, as in mail and old text files.
fn is_wrapped(text: &str) -> bool {
    const WIDTHS: std::ops::RangeInclusive<usize> = 45..=100;
    let lines = single(text);
    let pairs = lines.windows(2).filter(|pair| !pair[1].1);
    let runs_on = |pair: &&[(Span, bool)]| {
        let (line, next) = (pair[0].0.of(text), pair[1].0.of(text));
        WIDTHS.contains(&line.chars().count())
            && !prose::ends_sentence(line)
            && next.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
    };
    let (all, run) = (pairs.clone().count(), pairs.filter(runs_on).count());
    run >= 2 && run * 3 >= all
}

/// What a line is by itself.
pub(super) fn look(words: &str, own: &Lexicon, language: Language, lexicons: &[&Lexicon]) -> Look {
    let sentence = is_sentence(words, own, language);
    if let Some(kind) = furniture::kind(words, sentence, lexicons) {
        return Look::Furniture(kind);
    }
    if prose::is_caption(words, own) {
        return Look::Caption;
    }
    if sentence {
        return Look::Sentence;
    }
    let credit = prose::credit(words, own);
    if credit.is_empty() { Look::Label } else { Look::Credit(credit) }
}

/// Whether a line reads as a sentence: long enough, ended as one, with a language's small words in it.
fn is_sentence(words: &str, lexicon: &Lexicon, language: Language) -> bool {
    let chars = words.chars().count();
    if chars < SENTENCE_CHARS || !prose::ends_sentence(words) && chars < UNFINISHED_CHARS {
        return false;
    }
    if language == Language::Other {
        return true;
    }
    let tokens = lexicon.tokens(words);
    let all = tokens.iter().filter(|token| token.is_word()).count();
    all >= SENTENCE_WORDS && function_words(&tokens, lexicon) as f64 >= FUNCTION_SHARE * all as f64
}

fn function_words(tokens: &[Token], lexicon: &Lexicon) -> usize {
    tokens.iter().filter(|token| lexicon.list(List::FunctionWords).has(&token.fold)).count()
}

/// Marks short lines that come again, alone or as the beginning of another line.
fn mark_repeated(lines: &mut [Line], text: &str) {
    let mut order: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.chars <= REPEATED_CHARS) {
        order.entry(key(line.span.of(text))).or_default().push(at);
    }
    let keys: Vec<&String> = order.keys().collect();
    let mut repeated: Vec<usize> = Vec::new();
    for (at, &key) in keys.iter().enumerate() {
        // Sorted, a line that begins with another one comes right after it.
        let begins_next =
            key.len() >= SENTENCE_CHARS && keys.get(at + 1).is_some_and(|next| next.starts_with(key.as_str()));
        if order[key].len() > 1 || begins_next {
            repeated.extend(&order[key]);
        }
        if begins_next {
            repeated.extend(&order[keys[at + 1]]);
        }
    }
    for at in repeated {
        lines[at].repeated = true;
    }
}

/// What two spellings of one line share: letters and digits.
pub(super) fn key(words: &str) -> String {
    fold(words).chars().filter(|c| c.is_alphanumeric()).collect()
}
