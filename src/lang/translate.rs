//! What a word of one language is called in the other: by a list written by hand, else by spelling.
//!
//! French and English share thousands of words but for the ending (« victoire », "victory"). Such a cognate is taken
//! only where the other language's table knows it as the same part of speech. A listed word has no other cognates than
//! those listed: « librairie » is no "library".

use super::{Language, Lexica, Lexicon, List};
use crate::text::strip_accents;

/// How sure a listed translation is: words have several senses.
const LISTED: f64 = 0.9;
/// How sure a cognate found by spelling is.
const COGNATE: f64 = 0.7;
/// Shorter words are alike by chance.
const COGNATE_LETTERS: usize = 5;
/// At most this many letters are tried with and without an accent: every further one doubles the spellings.
const ACCENTS: usize = 3;

impl Lexica {
    /// The lemmas of English for a lemma of French, and the other way round, with how sure each is, 0 to 1; best first.
    ///
    /// Listed words need no table; cognates need both. A word of another language has none.
    pub fn translations(&self, language: Language, lemma: &str) -> Vec<(String, f64)> {
        let (own, other) = match language {
            Language::French => (self.of(language), self.of(Language::English)),
            Language::English => (self.of(language), self.of(Language::French)),
            Language::Other => return Vec::new(),
        };
        if let Some(entry) = own.list(List::Translations).get(lemma) {
            return entry.fields[0].split(' ').map(|word| (word.to_owned(), LISTED)).collect();
        }
        let unlisted = |word: &String| !other.list(List::Translations).has(word);
        let mut found: Vec<String> = cognates(own, other, lemma).into_iter().filter(unlisted).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|word| (word, COGNATE)).collect()
    }
}

/// The lemmas of `other` that are spelt as `lemma` is, but for accents and the ending.
fn cognates(own: &Lexicon, other: &Lexicon, lemma: &str) -> Vec<String> {
    if lemma.chars().count() < COGNATE_LETTERS {
        return Vec::new();
    }
    let plain = strip_accents(lemma);
    let endings = own.list(List::CognateEndings).entries().iter();
    let mut stems: Vec<(&str, &str)> = endings
        .filter_map(|entry| {
            let ending = strip_accents(entry.key.trim_start_matches('-'));
            Some((plain.strip_suffix(&ending)?, entry.fields[0]))
        })
        .collect();
    stems.sort_unstable();
    let spellings = stems.iter().flat_map(|(stem, endings)| {
        endings.split(' ').map(move |ending| format!("{stem}{}", ending.trim_start_matches('-')))
    });
    let accents = if other.language == Language::French { ACCENTS } else { 0 };
    let spellings = spellings.flat_map(|spelling| accented(&spelling, accents));
    spellings.filter(|word| same_class(own, lemma, other, word)).collect()
}

/// A spelling as it stands, and with an acute accent on each choice of its first `e`s, by far the commonest accent on
/// stems that English shares.
fn accented(spelling: &str, accents: usize) -> Vec<String> {
    let places: Vec<usize> = spelling.match_indices('e').map(|(at, _)| at).take(accents).collect();
    let chosen = |choice: usize| {
        let has_accent =
            |at: usize| places.iter().position(|&place| place == at).is_some_and(|place| choice >> place & 1 == 1);
        spelling.char_indices().map(|(at, c)| if has_accent(at) { 'é' } else { c }).collect()
    };
    (0..1 << places.len()).map(chosen).collect()
}

/// Whether `word` is a lemma of `other` and can be of a part of speech that `lemma` can be of.
fn same_class(own: &Lexicon, lemma: &str, other: &Lexicon, word: &str) -> bool {
    let readings = other.vocabulary.readings(word).filter(|reading| reading.lemma == word);
    let of_lemma = |pos| own.vocabulary.readings(lemma).any(|reading| reading.lemma == lemma && reading.pos == pos);
    readings.into_iter().any(|reading| of_lemma(reading.pos))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(language: Language, lemmas: &str) -> String {
        let lexica = Lexica::complete();
        let line = |lemma: &str| {
            let all: Vec<String> =
                lexica.translations(language, lemma).iter().map(|(word, sure)| format!("{word} {sure}")).collect();
            format!("{lemma}: {}\n", all.join(", "))
        };
        lemmas.split(' ').map(line).collect()
    }

    #[test]
    fn french_words_are_found_in_english() {
        let lemmas =
            "démissionner trêve librairie négociation président dramatique optimiste inflation médiateur main zzz";
        insta::assert_snapshot!(show(Language::French, lemmas), @"
        démissionner: resign 0.9, quit 0.9
        trêve: truce 0.9, ceasefire 0.9
        librairie: bookshop 0.9, bookstore 0.9
        négociation: negotiation 0.9, talk 0.9
        président: president 0.9, chairman 0.9
        dramatique: dramatic 0.7
        optimiste: optimist 0.7
        inflation: inflation 0.7
        médiateur: mediator 0.7
        main: hand 0.9
        zzz:
        ");
    }

    #[test]
    fn english_words_are_found_in_french() {
        let lemmas = "resign truce library president dramatic optimist inflation mediator actually";
        insta::assert_snapshot!(show(Language::English, lemmas), @"
        resign: démissionner 0.9
        truce: cessez-le-feu 0.9, trêve 0.9
        library: bibliothèque 0.9
        president: président 0.9
        dramatic: dramatique 0.7
        optimist: optimiste 0.7
        inflation: inflation 0.7
        mediator: médiateur 0.7
        actually:
        ");
    }

    #[test]
    fn without_tables_only_listed_words_are_known() {
        let lexica = Lexica::built_in();
        assert_eq!(lexica.translations(Language::French, "guerre"), [("war".to_owned(), LISTED)]);
        assert!(lexica.translations(Language::French, "inflation").is_empty());
        assert!(lexica.translations(Language::Other, "guerre").is_empty());
    }

    #[test]
    fn both_directions_are_one_list() {
        let lexica = Lexica::built_in();
        for list in [List::Translations, List::CognateEndings] {
            let pairs = |language, turned: bool| {
                let mut pairs: Vec<(String, String)> = Vec::new();
                for entry in lexica.of(language).list(list).entries() {
                    pairs.extend(entry.fields[0].split(' ').map(|word| {
                        let pair = (entry.key.clone(), word.to_owned());
                        if turned { (pair.1, pair.0) } else { pair }
                    }));
                }
                pairs.sort_unstable();
                pairs
            };
            assert_eq!(pairs(Language::French, false), pairs(Language::English, true));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_word_can_be_asked_for(word in "\\PC{0,12}") {
            static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);
            for language in [Language::French, Language::English, Language::Other] {
                for (other, sure) in LEXICA.translations(language, &word) {
                    proptest::prop_assert!((0.0..=1.0).contains(&sure) && !other.is_empty());
                }
            }
        }
    }
}
