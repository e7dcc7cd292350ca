//! The lines of a text and what each looks like by itself: sentence, label, caption, credit, furniture.

use std::collections::BTreeMap;

use super::LineReason;
use super::caption::is_caption;
use super::furniture;
use super::prose::{self, Credit};
use super::words::Words;
use crate::lang::{Language, Lexica, Lexicon, List};
use crate::text::{Span, Token, fold};

/// Shorter sentences are as often labels ("Contact us."), in columns.
const SENTENCE_COLUMNS: usize = 40;
/// … and in words.
const SENTENCE_WORDS: usize = 6;
/// A sentence of a known language has at least this share of function words.
const FUNCTION_SHARE: f64 = 0.18;
/// A run of words this long is prose even where its end is cut off, in columns.
const UNFINISHED_COLUMNS: usize = 160;
/// A longer line that comes twice is said twice; a shorter one is a label or a caption, in columns.
const REPEATED_COLUMNS: usize = 260;

/// What a line is by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A sentence or more.
    Sentence,
    /// A sentence too short to tell by itself from a label: "He declined."
    Remark,
    /// An entry of a list that a line of prose introduces.
    Item,
    /// A few words without a sentence's end: heading, menu entry, name.
    Label,
    /// A caption or a photo credit.
    Caption,
    /// A byline, an agency credit, a stamp.
    Credit(Credit),
    /// Part of the page, by its phrases.
    Furniture(LineReason),
}

/// A line with what it looks like.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Where it stands in the input.
    pub span: Span,
    /// How wide it is: a character takes one column, one of Chinese or Japanese two, as it says as much as two.
    pub columns: usize,
    /// What it is by itself.
    pub look: Look,
    /// Whether the same words come again elsewhere.
    pub repeated: bool,
    /// Whether a blank line stands before it.
    pub set_apart: bool,
}

impl Line {
    /// Its words; where it was hard-wrapped, blanks stand for the line ends.
    pub(super) fn words(&self, text: &str) -> String {
        let words = self.span.of(text);
        let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    }
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
            Line { span, columns: columns(words), look, repeated: false, set_apart }
        })
        .collect();
    mark_repeated(&mut lines, text);
    mark_items(&mut lines, text);
    mark_signatures(&mut lines, text, own);
    lines
}

/// Where « Par » or "By" stands in a line of its own, the next line is the name.
fn mark_signatures(lines: &mut [Line], text: &str, lexicon: &Lexicon) {
    for at in 1..lines.len() {
        let opens = lines[at - 1].look == Look::Label && prose::opens_byline(lines[at - 1].span.of(text), lexicon);
        if !opens || lines[at].look != Look::Label {
            continue;
        }
        if let Some(name) = prose::signature(lines[at].span.of(text), lexicon) {
            lines[at - 1].look = Look::Credit(Credit { stamp: true, ..Credit::default() });
            lines[at].look = Look::Credit(Credit { byline: Some(name), ..Credit::default() });
        }
    }
}

/// Marks the lists that prose introduces by a colon: bulleted ones, and others that prose follows as well.
fn mark_items(lines: &mut [Line], text: &str) {
    const MOST_ITEMS: usize = 12;
    const LEAST_ITEMS: usize = 2;
    for at in 0..lines.len() {
        if !introduces(&lines[at], text) {
            continue;
        }
        let may_be = |line: &&Line| matches!(line.look, Look::Label | Look::Remark) && !line.repeated;
        let rest = &lines[at + 1..];
        let short = rest.iter().take(MOST_ITEMS).take_while(may_be).count();
        let bulleted = rest[..short].iter().take_while(|line| is_bulleted(line.span.of(text))).count();
        let framed = rest.get(short).is_some_and(|line| line.look == Look::Sentence);
        let count = if framed { short } else { bulleted };
        for line in lines[at + 1..].iter_mut().take(if count >= LEAST_ITEMS { count } else { 0 }) {
            line.look = Look::Item;
        }
    }
}

/// Whether a line announces what comes: « Voici ce qui change à partir de lundi : ».
fn introduces(line: &Line, text: &str) -> bool {
    const LEAST_WORDS: usize = 4;
    let words = line.span.of(text);
    let announces = match line.look {
        Look::Sentence => true,
        Look::Label => words.split_whitespace().count() >= LEAST_WORDS,
        _ => false,
    };
    announces && words.ends_with(':')
}

fn is_bulleted(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')']);
    let numbered = number.len() < first.len() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    numbered || matches!(first, "-" | "–" | "—" | "•" | "*" | "·" | "▪" | "■" | "◦" | "‣" | "►" | "→")
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
    let cut = Words::of(words, own);
    let sentence = is_sentence(&cut, language);
    if let Some(kind) = furniture::kind(&cut, sentence, lexicons) {
        return Look::Furniture(kind);
    }
    if is_caption(&cut) {
        return Look::Caption;
    }
    if sentence {
        return Look::Sentence;
    }
    let credit = prose::credit(words, own);
    match credit.is_empty() {
        false => Look::Credit(credit),
        true if is_remark(words) => Look::Remark,
        true => Look::Label,
    }
}

/// Whether a short line ends as sentences do; « Lire : » and "Contact." are labels all the same.
fn is_remark(words: &str) -> bool {
    const LEAST_WORDS: usize = 3;
    prose::ends_sentence(words) && !words.ends_with(':') && words.split_whitespace().count() >= LEAST_WORDS
}

/// How wide a text is: characters, those of East Asian scripts twice.
fn columns(words: &str) -> usize {
    words.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Kana, Chinese characters, Hangul, and the marks that go with them.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a line reads as a sentence: long enough, ended as one, with a language's small words in it.
fn is_sentence(words: &Words, language: Language) -> bool {
    let columns = columns(words.line);
    let ended = prose::ends_sentence(words.line);
    if columns < SENTENCE_COLUMNS || !ended && (columns < UNFINISHED_COLUMNS || is_listing(words.line)) {
        return false;
    }
    if language == Language::Other {
        return true;
    }
    let all = words.tokens.iter().filter(|token| token.is_word()).count();
    all >= SENTENCE_WORDS && function_words(&words.tokens, words.lexicon) as f64 >= FUNCTION_SHARE * all as f64
}

/// Whether words merely stand in a row, as in menus and tag clouds: hardly a comma, or nearly all capitalised.
fn is_listing(words: &str) -> bool {
    const WORDS_A_MARK: usize = 40;
    let all = words.split_whitespace().count();
    let marks = words.matches([',', ';', ':', '.', '«', '“', '"', '،', '、', '。', '，']).count();
    let loud = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    loud * 2 > all || marks * WORDS_A_MARK < all
}

fn function_words(tokens: &[Token], lexicon: &Lexicon) -> usize {
    tokens.iter().filter(|token| lexicon.list(List::FunctionWords).has(&token.fold)).count()
}

/// Marks short lines that come again, alone or as the beginning of another line.
fn mark_repeated(lines: &mut [Line], text: &str) {
    let mut order: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.columns <= REPEATED_COLUMNS) {
        order.entry(key(line.span.of(text))).or_default().push(at);
    }
    let keys: Vec<&String> = order.keys().collect();
    let mut repeated: Vec<usize> = Vec::new();
    for (at, &key) in keys.iter().enumerate() {
        // Sorted, a line that begins with another one comes right after it.
        let begins_next =
            key.len() >= SENTENCE_COLUMNS && keys.get(at + 1).is_some_and(|next| next.starts_with(key.as_str()));
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
    let mut letters = fold(words);
    letters.retain(char::is_alphanumeric);
    letters
}
