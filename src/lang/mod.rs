//! What is known of each language: word lists written by hand and lexical tables derived from
//! public packages. Rules live in the stages; words live in `data/<lang>/*.tsv`.

mod by_key;
mod detect;
mod list;
mod messages;
pub mod numeral;
mod tag;
mod translate;
mod vocabulary;

pub use detect::detect;
pub use list::{Entry, LexiconError, List, Match, WordList};
pub use messages::{has_message, message, phrase};
pub use tag::{Class, Role, Tag, tag};
pub use vocabulary::{Pos, Reading, VerbForm, Vocabulary};

use std::collections::BTreeMap;

use crate::text::{Token, tokenise};

/// A language the engine knows, or another one.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// Français.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Any other: only names, numbers, dates and quotations are found in it.
    #[default]
    #[serde(rename = "other")]
    Other,
}

impl Language {
    /// The ISO 639-1 code, or `other`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Other => "other",
        }
    }

    /// The language of such a code.
    pub fn named(code: &str) -> Self {
        [Self::French, Self::English].into_iter().find(|it| it.code() == code).unwrap_or_default()
    }
}

/// The tokens of `text`, the language's clitics split off.
pub fn tokens(language: Language, text: &str) -> Vec<Token> {
    tokenise(text, list::clitics(language))
}

/// Whether a folded word carries grammar rather than content.
pub fn is_function_word(language: Language, word: &str) -> bool {
    list::function_words(language).has(word)
}

/// All that is known of one language.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Which language it is.
    pub language: Language,
    /// Frequencies, lemmas and synonyms; empty until loaded.
    pub vocabulary: Vocabulary,
}

impl Lexicon {
    /// One of the word lists; empty for an unknown language.
    pub fn list(&self, list: List) -> &'static WordList {
        list::built_in(list, self.language)
    }

    /// The tokens of `text`, this language's clitics split off.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        tokens(self.language, text)
    }

    /// The sentence of a rule in this language: [`message`].
    pub fn message(&self, rule: &str, details: &BTreeMap<String, String>) -> String {
        message(self.language, rule, details)
    }

    /// The dictionary form of a folded word, by its likeliest reading; the word itself where unknown.
    pub fn lemma(&self, word: &str) -> String {
        self.vocabulary.readings(word).next().map_or_else(|| word.to_owned(), |reading| reading.lemma.to_owned())
    }

    /// The stem of a folded word (Snowball, Porter 2001); the word itself in an unknown language.
    pub fn stem(&self, word: &str) -> String {
        let algorithm = match self.language {
            Language::French => rust_stemmers::Algorithm::French,
            Language::English => rust_stemmers::Algorithm::English,
            Language::Other => return word.to_owned(),
        };
        rust_stemmers::Stemmer::create(algorithm).stem(word).into_owned()
    }

    fn built_in(language: Language) -> Self {
        Self { language, vocabulary: Vocabulary::default() }
    }
}

/// The lexicons of all languages.
#[derive(Clone, Debug)]
pub struct Lexica {
    french: Lexicon,
    english: Lexicon,
    other: Lexicon,
}

impl Lexica {
    /// The word lists that are part of the program, without lexical tables.
    pub fn built_in() -> Self {
        Self {
            french: Lexicon::built_in(Language::French),
            english: Lexicon::built_in(Language::English),
            other: Lexicon::default(),
        }
    }

    /// The word lists and the lexical tables compiled into the program.
    ///
    /// # Panics
    /// If a checked-in table is malformed: `tests/it/lexica.rs` loads every one.
    #[cfg(any(test, feature = "tables"))]
    pub fn complete() -> Self {
        let mut lexica = Self::built_in();
        lexica.load(Language::French, include_bytes!("../../public/lexicon/fr.lex")).expect("fr.lex");
        lexica.load(Language::English, include_bytes!("../../public/lexicon/en.lex")).expect("en.lex");
        lexica
    }

    /// Adds the lexical tables of one language (`public/lexicon/<lang>.lex`).
    ///
    /// # Errors
    /// [`LexiconError::Table`] naming the first part that is not as it should be; nothing is changed then.
    pub fn load(&mut self, language: Language, table: &[u8]) -> Result<(), LexiconError> {
        let vocabulary = Vocabulary::parse(table)?;
        match language {
            Language::French => self.french.vocabulary = vocabulary,
            Language::English => self.english.vocabulary = vocabulary,
            Language::Other => {}
        }
        Ok(())
    }

    /// The lexicon of `language`.
    pub const fn of(&self, language: Language) -> &Lexicon {
        match language {
            Language::French => &self.french,
            Language::English => &self.english,
            Language::Other => &self.other,
        }
    }
}
