//! Which language a text is in: by the words that carry grammar, of which every running text is full.
//!
//! In French and English texts about half of all words are function words of the language; in Spanish a quarter
//! look like French ones ("de", "la", "que"), but then more are Spanish ones. So the share of a language's own
//! function words must exceed that of every other language's most frequent words ([`List::ForeignWords`]).
//! Letters that the language does not use speak against it. A headline holds few function words: short texts
//! are also judged by which lexical tables, where loaded, know their words.
//!
//! On 116 sentences and headlines of seven languages, written for the purpose (`tests/it/languages.tsv`), this is
//! right 112 times, without tables 98 times; trigrams (`whatlang` 0.18) are right 101 times, for 54 kB more to
//! download, and take half of the English headlines for something else. What remains wrong are headlines of four
//! words, mostly names.

use std::collections::BTreeMap;

use super::{Language, Lexica, List};
use crate::text::Token;

/// Words looked at: enough to be sure, few enough to be quick.
const SAMPLE_WORDS: usize = 2_000;
/// Below this many words the lexical tables are asked too.
const SHORT_WORDS: usize = 40;
/// What a word that speaks for or against a language otherwise than by grammar is worth, a function word being
/// worth 1.
const WORD_WORTH: f64 = 0.5;
/// A word known to both tables speaks for the one where it is this much more frequent (Zipf scale).
const LEAD_ZIPF: f64 = 1.0;
/// At or below this score a text is in another language. Raising it makes more French and English headlines
/// "other".
const LEAST_SCORE: f64 = 0.04;
/// At this score, or this lead over the other language, there is no doubt.
const SURE_SCORE: f64 = 0.25;

/// The language of `text`, and how sure that is, 0 to 1. Without any word it is [`Language::Other`], for sure.
pub fn detect(text: &str, lexica: &Lexica) -> (Language, f64) {
    let sample = sample(text);
    let french = score(sample, lexica, Language::French, Language::English);
    let english = score(sample, lexica, Language::English, Language::French);
    let (best, score, lead) = if french >= english {
        (Language::French, french, french - english)
    } else {
        (Language::English, english, english - french)
    };
    if score <= LEAST_SCORE {
        (Language::Other, ((LEAST_SCORE - score) / SURE_SCORE).clamp(0.0, 1.0))
    } else {
        (best, (score.min(lead) / SURE_SCORE).clamp(0.0, 1.0))
    }
}

/// The first words of a text.
fn sample(text: &str) -> &str {
    let end = text.split_inclusive(char::is_whitespace).take(SAMPLE_WORDS).map(str::len).sum();
    &text[..end]
}

/// The share of words that speak for `language`, less the share that speaks against it.
fn score(text: &str, lexica: &Lexica, language: Language, rival: Language) -> f64 {
    let lexicon = lexica.of(language);
    let tokens = lexicon.tokens(text);
    let words: Vec<&Token> = tokens.iter().filter(|token| token.fold.starts_with(char::is_alphabetic)).collect();
    let (own, foreign) = (lexicon.list(List::FunctionWords), lexicon.list(List::ForeignWords));
    let (is_short, mut sum) = (words.len() < SHORT_WORDS, 0.0);
    let mut others: BTreeMap<&str, f64> = BTreeMap::new();
    for token in &words {
        let word = token.fold.as_str();
        for other in foreign.get(word).iter().flat_map(|entry| entry.fields[0].split(' ')) {
            *others.entry(other).or_default() += 1.0;
        }
        sum += match own.has(word) {
            true => 1.0,
            false if word.chars().any(|letter| is_foreign(letter, language)) => -WORD_WORTH,
            false if is_short => WORD_WORTH * known(token, text, lexica, language, rival),
            false => 0.0,
        };
    }
    let strongest = others.into_values().fold(0.0, f64::max);
    (sum - strongest) / words.len().max(1) as f64
}

/// What the tables say of a word: 1 it is of `language`, -1 it is not, 0 can't be told. Names tell nothing.
fn known(token: &Token, text: &str, lexica: &Lexica, language: Language, rival: Language) -> f64 {
    let zipf = |language: Language| lexica.of(language).vocabulary.zipf(&token.fold);
    match (zipf(language), zipf(rival)) {
        (Some(here), there) if here > there.unwrap_or(0.0) + LEAD_ZIPF => 1.0,
        (None, _) if !lexica.of(language).vocabulary.is_empty() && !token.is_capitalised(text) => -1.0,
        _ => 0.0,
    }
}

/// Whether native words of a language are not written with this letter.
fn is_foreign(letter: char, language: Language) -> bool {
    let is_french =
        matches!(letter, 'à' | 'â' | 'æ' | 'ç' | 'è' | 'é' | 'ê' | 'ë' | 'î' | 'ï' | 'ô' | 'û' | 'ù' | 'ü' | 'ÿ' | 'œ');
    letter.is_alphabetic() && !letter.is_ascii() && !(is_french && language == Language::French)
}
