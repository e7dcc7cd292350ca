//! Where sentences end.
//!
//! Every full stop, mark of question or exclamation, ellipsis and line break is a candidate; what stands
//! before it (abbreviation, initial, list number) and after it (blank, closers, capital) decides.

use super::enumeration;
use crate::lang::{Language, Lexicon, List};
use crate::text::{Span, fold};

/// No abbreviation or initials are longer, in characters: what stands before is not looked at.
const WORD_CHARS: usize = 64;

/// Nor is a footnote's call longer, between its brackets.
const CALL_CHARS: usize = 12;

/// A candidate: the marks that may end a sentence, what stands around them.
struct Candidate<'a> {
    text: &'a str,
    block: Span,
    /// First byte of the marks.
    start: usize,
    /// One past the marks, before any closer.
    marks_end: usize,
    /// One past the closers and footnote calls that go with the sentence.
    end: usize,
    lexicon: &'a Lexicon,
}

/// The sentences of one block, in order, trimmed, none empty.
pub(super) fn cut(text: &str, block: Span, lexicon: &Lexicon) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    let quotes: Vec<usize> = block.of(text).match_indices('"').map(|(at, _)| block.start + at).collect();
    let items = enumeration::items(text, block);
    let mut items = items.iter().copied().peekable();
    while let Some(c) = char_at(text, at, block) {
        let mut next = at + c.len_utf8();
        if let Some(item) = items.next_if(|item| item.start <= at) {
            push(&mut sentences, Span::new(start, item.start).trimmed(text));
            start = item.start.max(start);
            at = item.end;
            continue;
        }
        let end = if c == '\n' {
            next = block.end - text[at..block.end].trim_start().len();
            line_ends(text, block, Span::new(at, next)).then_some(next)
        } else if is_terminator(c) {
            let candidate = Candidate::read(text, block, at, &quotes, lexicon);
            at = candidate.marks_end;
            candidate.ends_sentence(start).then_some(candidate.end)
        } else {
            None
        };
        if let Some(end) = end {
            push(&mut sentences, Span::new(start, end).trimmed(text));
            start = end;
            at = end;
        } else {
            at = at.max(next);
        }
    }
    push(&mut sentences, Span::new(start, block.end.max(start)).trimmed(text));
    sentences
}

fn push(sentences: &mut Vec<Span>, span: Span) {
    if !span.is_empty() {
        sentences.push(span);
    }
}

fn char_at(text: &str, at: usize, block: Span) -> Option<char> {
    if at >= block.end { None } else { text.get(at..block.end)?.chars().next() }
}

const fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।') || is_wide_terminator(c)
}

/// Marks of scripts that put no blank behind a sentence.
const fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\u{201d}' | '\u{2019}' | '\'' | '»' | '›' | ')' | ']' | '}' | '\u{201c}' | '」' | '』' | '）')
}

const fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '«' | '‹' | '(' | '[' | '{' | '„' | '—' | '–' | '-' | '¿' | '¡' | '•')
        || is_turned_opener(c)
}

/// What opens quotations in German and Danish: »so«.
const fn is_turned_opener(c: char) -> bool {
    matches!(c, '»' | '›')
}

/// A line break, with the blanks around it, ends a sentence unless the text plainly runs on: the line before ends in a
/// comma or the next begins in lower case.
fn line_ends(text: &str, block: Span, blanks: Span) -> bool {
    let before = text[block.start..blanks.start].trim_end();
    let after = &text[blanks.end..block.end];
    let blank_line = blanks.of(text).matches('\n').nth(1).is_some();
    blank_line || !(before.ends_with([',', ';', '-']) || after.starts_with(|c: char| c.is_lowercase() || c == '('))
}

impl<'a> Candidate<'a> {
    fn read(text: &'a str, block: Span, start: usize, quotes: &[usize], lexicon: &'a Lexicon) -> Self {
        let marks_end = marks_end(text, block, start);
        let turned = lexicon.language == Language::Other;
        let end = closers_end(text, block, marks_end, quotes, turned);
        Self { text, block, start, marks_end, end, lexicon }
    }

    fn marks(&self) -> &'a str {
        &self.text[self.start..self.marks_end]
    }

    fn after(&self) -> &'a str {
        &self.text[self.end..self.block.end]
    }

    fn closed(&self) -> bool {
        self.end > self.marks_end
    }

    /// The run without blanks before the marks: `M`, `J.-P`, `12`.
    fn word_before(&self) -> &'a str {
        let before = &self.text[self.block.start..self.start];
        let near = before.char_indices().rev().take(WORD_CHARS);
        let edge = near.clone().find(|&(_, c)| c.is_whitespace() || is_edge(c));
        let from = edge.map(|(at, c)| at + c.len_utf8()).or_else(|| near.last().map(|(at, _)| at));
        &before[from.unwrap_or(0)..]
    }

    fn ends_sentence(&self, sentence_start: usize) -> bool {
        let after = self.after();
        if after.trim().is_empty() {
            return true;
        }
        let goes_on = after.trim_start().starts_with(['.', '…']) || after.starts_with(is_terminator);
        if goes_on {
            return false;
        }
        let spaced = after.starts_with(char::is_whitespace) || self.marks().ends_with(is_wide_terminator);
        if !spaced && !self.glued(after) {
            return false;
        }
        let next = after.trim_start().trim_start_matches(|c: char| is_opener(c) || c.is_whitespace());
        let Some(first) = next.chars().next() else { return false };
        if self.marks() == "." {
            return self.full_stop_ends(sentence_start, next, first);
        }
        if is_mark_of_clause(after.trim_start()) {
            return false;
        }
        if self.marks().starts_with(['.', '…']) && !self.marks().contains(['!', '?']) {
            return self.ellipsis_ends(next, first);
        }
        let shouted = !self.closed() && self.marks().len() > 1;
        (shouted || !first.is_lowercase()) && !(self.closed() && self.reported(after))
    }

    /// Whether a new sentence begins though no blank parts it: « fini.Le lendemain ».
    fn glued(&self, after: &str) -> bool {
        let before = self.word_before();
        let mut letters = after.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let opens = after.starts_with(['«', '“']);
        let lower = letters.next().is_some_and(|c| c.is_lowercase() || c == '\'' || c == '\u{2019}');
        let figure = !before.is_empty() && before.chars().all(|c| c.is_ascii_digit());
        let word = before.chars().count() > 1 && before.chars().all(|c| c.is_alphabetic() || is_apostrophe(c));
        let plain = before.chars().skip(1).all(|c| c.is_lowercase() || is_apostrophe(c));
        let addressed = || {
            let near: String = after.chars().take(WORD_CHARS).collect();
            let rest = near.split(char::is_whitespace).next().unwrap_or("");
            rest.contains(['@', '/']) || rest.trim_end_matches(['.', ',']).contains('.')
        };
        opens || ((figure || (word && plain)) && capital && lower && !addressed())
    }

    fn full_stop_ends(&self, sentence_start: usize, next: &str, first: char) -> bool {
        if is_mark_of_clause(self.after().trim_start()) {
            return false;
        }
        let before = self.word_before();
        if self.closed() {
            let bracketed_initials = is_initials(before) && self.text[self.marks_end..].starts_with(']');
            return !(first.is_lowercase() || bracketed_initials || self.reported(self.after()));
        }
        if self.is_list_number(sentence_start, before) || self.is_ordinal(before, first) {
            return false;
        }
        if let Some(class) = self.abbreviation(before) {
            return ends_after_abbreviation(class, next, first, self.lexicon);
        }
        if is_initials(before) {
            return self.initials_end(sentence_start, before, next);
        }
        true
    }

    /// The class of the abbreviation before the stop, if it is one.
    fn abbreviation(&self, before: &str) -> Option<&'static str> {
        let folded = fold(before);
        let tail =
            if is_initials(before) { &folded } else { folded.rsplit(['\'', '-', '/']).next().unwrap_or(&folded) };
        let list = self.lexicon.list(List::Abbreviations);
        [folded.as_str(), tail].into_iter().find_map(|key| list.get(key)).and_then(|entry| {
            let class = *entry.fields.first()?;
            let capital = before.starts_with(char::is_uppercase);
            (!matches!(class, "title" | "place") || capital).then_some(class)
        })
    }

    /// « 1. Premier point », "a. The first item": the number opens the sentence.
    fn is_list_number(&self, sentence_start: usize, before: &str) -> bool {
        if self.start - sentence_start > WORD_CHARS {
            return false;
        }
        let lead =
            self.text[sentence_start..self.start].trim_start_matches(|c: char| is_opener(c) || c.is_whitespace());
        let short = before.len() <= 3 && before.chars().all(|c| c.is_ascii_digit());
        let letter = before.len() == 1 && before.chars().all(char::is_alphabetic);
        lead == before && (short || letter)
    }

    /// In many languages a full stop makes a number an ordinal: "14. März".
    fn is_ordinal(&self, before: &str, first: char) -> bool {
        let short = (1..=2).contains(&before.len()) && before.bytes().all(|c| c.is_ascii_digit());
        self.lexicon.language == Language::Other && short && first.is_alphabetic()
    }

    /// After initials a sentence ends only where the next word can hardly be a name: « … du plan B. Le maire », not
    /// « A. Le Gall ». Initials that open it stand for more: « N.B. Le train est supprimé ».
    fn initials_end(&self, sentence_start: usize, before: &str, next: &str) -> bool {
        let first = self.start - before.len();
        if first <= sentence_start {
            return false;
        }
        let words = self.lexicon.list(List::FunctionWords);
        let earlier = &self.text[self.block.start..first];
        let from = earlier.char_indices().rev().take(WORD_CHARS).last().map_or(0, |(at, _)| at);
        let word = earlier[from..].split_whitespace().next_back().unwrap_or("");
        let single = before.chars().count() == 1;
        let noun = word.starts_with(char::is_lowercase) && !words.has(&fold(word));
        let pronoun = single && self.lexicon.list(List::Pronouns).has(&fold(before));
        if pronoun && word.starts_with(char::is_lowercase) {
            return next.starts_with(char::is_uppercase);
        }
        let particle =
            single && !noun && next.split_whitespace().nth(1).is_some_and(|it| it.starts_with(char::is_uppercase));
        starts_like_a_sentence(next, self.lexicon) && !particle
    }

    /// An ellipsis ends a sentence before a capital, unless it stands for words left out in brackets or for a stammer.
    fn ellipsis_ends(&self, next: &str, first: char) -> bool {
        let opened = self.text[self.block.start..self.start].trim_end().ends_with(['(', '[']);
        let bracket = opened && self.text[self.marks_end..self.end].starts_with([')', ']']);
        let before = self.word_before();
        let again = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let stammer = !self.closed() && !before.is_empty() && fold(before) == fold(again);
        first.is_uppercase() && !bracket && !stammer
    }

    /// Whether what follows the closing mark is the frame of the quotation: « ! » Marie said, « ? » M. Roux demande. Its
    /// capital is that of a name, not of a sentence: « ! » Tous ont crié.
    fn reported(&self, after: &str) -> bool {
        const FRAME_WORDS: usize = 6;
        let closes = self.text[self.marks_end..self.end].contains(['"', '\u{201d}', '»', '\u{2019}']);
        if !closes || starts_like_a_sentence(after.trim_start(), self.lexicon) {
            return false;
        }
        let end = after.find(['.', '!', '?', '…', ',', ':', '«', '“', '"']).unwrap_or(after.len());
        let words: Vec<&str> = after[..end].split_whitespace().take(FRAME_WORDS).collect();
        let verbs = self.lexicon.list(List::ReportingVerbs);
        let says = |word: &&str| {
            let folded = fold(word);
            let mut readings = self.lexicon.vocabulary.readings(&folded);
            verbs.has(&folded) || readings.any(|reading| verbs.has(reading.lemma))
        };
        words.len() <= 4 && words.last().is_some_and(|word| word.starts_with(char::is_lowercase) && says(word))
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Marks after which what was read so far can't have ended: a comma, a colon, a semicolon.
fn is_mark_of_clause(after: &str) -> bool {
    after.starts_with([',', ';', ':'])
}

const fn is_edge(c: char) -> bool {
    matches!(c, '(' | '[' | '«' | '“' | '"' | '‘' | '„' | '»' | '”' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// `J`, `J.-P`, `U.S`, `J.C`: letters parted by stops, or one capital.
fn is_initials(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '-']).filter(|part| !part.is_empty()).collect();
    let single = |part: &&str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let capital = word.chars().any(char::is_uppercase);
    !parts.is_empty() && parts.iter().all(single) && (capital || parts.len() > 1)
}

/// Whether a sentence may end at an abbreviation of this class, seen what follows.
fn ends_after_abbreviation(class: &str, next: &str, first: char, lexicon: &Lexicon) -> bool {
    match class {
        "title" | "inside" => false,
        "number" => !first.is_lowercase() && !is_numbering(next),
        "end" => first.is_uppercase() && !is_date(next, lexicon),
        _ => first.is_uppercase() && starts_like_a_sentence(next, lexicon),
    }
}

/// Whether `next` begins as what is numbered goes on: `12`, `IV`, `L. 122-5`, `R123`.
fn is_numbering(next: &str) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let lettered = word.chars().skip(1).all(|c| c.is_ascii_digit());
    let stopped = word.chars().count() > 1 || next[word.len()..].starts_with('.');
    next.starts_with(char::is_numeric) || roman || (lettered && stopped)
}

fn is_date(next: &str, lexicon: &Lexicon) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let folded = fold(&word);
    lexicon.list(List::Weekdays).has(&folded) || lexicon.list(List::Months).has(&folded)
}

/// Whether `next` begins with a capitalised grammatical word: an article, a pronoun, a conjunction.
fn starts_like_a_sentence(next: &str, lexicon: &Lexicon) -> bool {
    if !next.starts_with(char::is_uppercase) {
        return false;
    }
    let word: String = next.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}')).collect();
    let folded = fold(&word);
    let words = lexicon.list(List::FunctionWords);
    let elided = folded.find('\'').map(|at| &folded[..=at]);
    folded.chars().count() > 1 && (words.has(&folded) || elided.is_some_and(|head| words.has(head)))
}

/// The end of the run of marks: `?!`, `...`, `. . .`.
fn marks_end(text: &str, block: Span, start: usize) -> usize {
    let mut end = start;
    let mut ahead = start;
    while let Some(c) = char_at(text, ahead, block) {
        ahead += c.len_utf8();
        if is_terminator(c) {
            end = ahead;
        } else if c != ' ' || !text[start..end].ends_with('.') || !is_spaced_ellipsis(text, block, ahead) {
            break;
        }
    }
    end
}

/// Whether a lone full stop stands at `at`, as in « . . . ».
fn is_spaced_ellipsis(text: &str, block: Span, at: usize) -> bool {
    let rest = &text[at.min(block.end)..block.end];
    rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_alphanumeric())
}

/// One past the closers (and a blank before « » ») and footnote calls that belong to the sentence. `quotes`: where
/// straight quotation marks stand; where an odd number stands before, one is open. In `turned` text, guillemets may
/// point inwards as in German and Danish: »so«.
fn closers_end(text: &str, block: Span, from: usize, quotes: &[usize], turned: bool) -> usize {
    let mut end = from;
    loop {
        let rest = &text[end..block.end];
        let blank: usize =
            rest.chars().take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')).map(char::len_utf8).sum();
        let Some(c) = rest[blank..].chars().next() else { return end };
        let after = &rest[blank + c.len_utf8()..];
        let glued_after = after.starts_with(char::is_alphanumeric);
        let opens_turned = turned && blank > 0 && glued_after;
        let closes_turned = turned && blank == 0 && !glued_after && matches!(c, '«' | '‹');
        let spaced_closer = closes_turned
            || is_turned_opener(c) && !opens_turned
            || (c == '"' && blank > 0 && !glued_after && quotes.partition_point(|&at| at < end) % 2 == 1);
        // German closes with the mark that Chinese opens with.
        let opens_next = c == '\u{201c}' && text[..end].ends_with(is_wide_terminator);
        if (blank == 0 && is_closer(c) && !opens_next && !(c == '"' && end == from && glued_after)) || spaced_closer {
            end += blank + c.len_utf8();
        } else if let Some(length) = footnote_call(&rest[blank..]).filter(|_| blank <= 1) {
            end += blank + length;
        } else if let Some(length) = glued_number(text, rest, end).filter(|_| blank == 0) {
            end += length;
        } else {
            return end;
        }
    }
}

/// Length of a footnote's number glued to the full stop that ends a word: « (type 2).10 Ce modèle ».
fn glued_number(text: &str, rest: &str, end: usize) -> Option<usize> {
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let word = text[..end].strip_suffix('.')?.ends_with(|c: char| c.is_alphabetic() || c == ')');
    let blank = rest[digits..].starts_with(char::is_whitespace);
    let capital = rest[digits..].trim_start().starts_with(char::is_uppercase);
    ((1..=2).contains(&digits) && word && blank && capital).then_some(digits)
}

/// Length of a footnote call: `[1]`, `[2–11]`, `¹`.
fn footnote_call(rest: &str) -> Option<usize> {
    if let Some(inner) = rest.strip_prefix('[') {
        let close = inner.char_indices().take(CALL_CHARS).find(|&(_, c)| c == ']')?.0;
        let digits = inner[..close].chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | ' '));
        return (digits && close > 0).then_some(close + 2);
    }
    let raised: usize = rest.chars().take_while(|c| matches!(c, '¹' | '²' | '³' | '⁰'..='⁹')).map(char::len_utf8).sum();
    (raised > 0).then_some(raised)
}
