//! Which language a text is in, by the share of its words that carry grammar in each.

use crate::lang::{Language, Lexica, List};

/// Words looked at: enough to be sure, few enough to be quick.
const SAMPLE_WORDS: usize = 2_000;
/// A text of a known language has more function words than this share of all; other languages share few by chance.
const LEAST_SHARE: f64 = 0.2;

/// The language whose function words are most frequent in `text`.
pub fn detect(text: &str, lexica: &Lexica) -> Language {
    let share = |language: Language| {
        let lexicon = lexica.of(language);
        let sample: String = text.split_inclusive(char::is_whitespace).take(SAMPLE_WORDS).collect();
        let tokens = lexicon.tokens(&sample);
        let words: Vec<_> = tokens.iter().filter(|token| token.is_word()).collect();
        let known = words.iter().filter(|token| lexicon.list(List::FunctionWords).has(&token.fold)).count();
        known as f64 / words.len().max(1) as f64
    };
    let (french, english) = (share(Language::French), share(Language::English));
    match (french.max(english) < LEAST_SHARE, french >= english) {
        (true, _) => Language::Other,
        (_, true) => Language::French,
        (_, false) => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_english_and_neither() {
        let lexica = Lexica::built_in();
        assert_eq!(detect("Le maire a dit que la ville ne paiera pas.", &lexica), Language::French);
        assert_eq!(detect("The mayor said that the town would not pay.", &lexica), Language::English);
        assert_eq!(detect("Der Bürgermeister sagte gestern, dass niemand zahlen muss.", &lexica), Language::Other);
        assert_eq!(detect("", &lexica), Language::Other);
    }
}
