//! Word lists: `data/<lang>/<name>.tsv`, the same names in each language.
//!
//! A file begins with `#` lines (what it holds, its columns), then one entry a line, sorted by key,
//! fields parted by tabs, the last field the source. A key may be several words ("d'après").

use std::sync::OnceLock;

use super::by_key::ByKey;
use super::{Language, Vocabulary};
use crate::text::{Clitics, Token, fold, tokenise};

/// Why a lexicon file could not be read. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// A line has not the columns that the file announces.
    #[error("{file}:{line}: expected {expected} fields parted by tabs, found `{found}`")]
    Fields {
        /// Which file.
        file: String,
        /// Which line, from 1.
        line: usize,
        /// How many fields.
        expected: usize,
        /// The line as it stands.
        found: String,
    },
    /// Lines are not sorted, or one is listed twice.
    #[error("{file}:{line}: `{found}` is out of order or listed twice")]
    Order {
        /// Which file.
        file: String,
        /// Which line, from 1.
        line: usize,
        /// The key.
        found: String,
    },
    /// A lexical table is not what this version reads.
    #[error("the lexical table is damaged or of another version: {part}")]
    Table {
        /// Which part of it.
        part: &'static str,
    },
}

/// Declares every word list once: its variant and its file.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident => $file:literal,)*) => {
        /// A word list that each language has.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum List { $($(#[$doc])* $list,)* }

        impl List {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$list,)*];

            /// The file's name.
            pub const fn file(self) -> &'static str {
                match self { $(Self::$list => $file,)* }
            }

            const fn source(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$list, Language::French) => include_str!(concat!("data/fr/", $file)),
                    (Self::$list, Language::English) => include_str!(concat!("data/en/", $file)),)*
                    (_, Language::Other) => "",
                }
            }
        }
    };
}

lists! {
    /// Verbs that carry little meaning of their own: dictionary form.
    LightVerbs => "light_verbs.tsv",
    /// Verbs that take several words: key with the verb's dictionary form first, one verb that says the same.
    VerbPhrases => "verb_phrases.tsv",
    /// Where words are cut: key, `prefix` | `suffix` | `whole`.
    Clitics => "clitics.tsv",
    /// Words that carry grammar rather than content: key, class.
    FunctionWords => "function_words.tsv",
    /// Abbreviations that end in a stop: key, `title` | `number` | `inside` | `last` | `place` | `end`.
    Abbreviations => "abbreviations.tsv",
    /// Pronouns and possessives: key, person, number, gender, role.
    Pronouns => "pronouns.tsv",
    /// Small words by what they do in a clause: key, role.
    Particles => "particles.tsv",
    /// Words that build verb groups: key, `passive` | `perfect` | `reflexive` | `agent` | `link` | `refusal` | `share`.
    Auxiliaries => "auxiliaries.tsv",
    /// Words that name a source without a verb: key, `source` | `sure` | `weak` | `noun` | `own` | `among` | `aside`.
    AttributionCues => "attribution_cues.tsv",
    /// Nouns that report: key, stance, patterns.
    ReportingNouns => "reporting_nouns.tsv",
    /// Nouns that can speak: key, `person` | `collective` | `anonymous` | `document`.
    SourceNouns => "source_nouns.tsv",
    /// Words that lower or set certainty: key, rule.
    CertaintyCues => "certainty_cues.tsv",
    /// Verbs that report: lemma, stance, patterns.
    ReportingVerbs => "reporting_verbs.tsv",
    /// Number words and the marks inside figures: key, kind, value.
    Numbers => "numbers.tsv",
    /// Words around a number (bounds, ranges, labels): key, class, side.
    NumberQualifiers => "number_qualifiers.tsv",
    /// Units of measure: key, class, unit, factor.
    Units => "units.tsv",
    /// Months: key, number, `sure` or `unsure`.
    Months => "months.tsv",
    /// Days of the week: key, number from Monday = 1.
    Weekdays => "weekdays.tsv",
    /// Other words of dates: key, kinds, value.
    DateWords => "date_words.tsv",
    /// Frequent words of other languages that this one lacks: key, language.
    ForeignWords => "foreign_words.tsv",
    /// Countries, cities, regions: key, kind, ISO 3166 code of the country.
    Places => "places.tsv",
    /// Places that French and English call otherwise: key, identity shared by both languages.
    Exonyms => "exonyms.tsv",
    /// Inhabitants and adjectives of places, every form: key, ISO 3166 code, kind of place.
    Demonyms => "demonyms.tsv",
    /// Seats of power: key, ISO 3166 code of whom they stand for.
    Metonyms => "metonyms.tsv",
    /// Titles, offices and professions: key, class, role shared by synonyms in both languages.
    Titles => "titles.tsv",
    /// Organisations by acronym and name: key, identity shared by both languages, `acronym` | `name`, full name.
    Acronyms => "acronyms.tsv",
    /// News agencies: key, identity shared by both languages, `sure` | `short`.
    Agencies => "agencies.tsv",
    /// What numbers count: key, identity shared by both languages, roles.
    Counted => "counted.tsv",
    /// Whether an act has an agent: key, class.
    Agents => "agents.tsv",
    /// Names that news give to the same kind of thing: term, families, reach.
    Designations => "designations.tsv",
    /// Words that keep a distance: key, class.
    Distance => "distance.tsv",
    /// Words that tell why, whose fault, what must be done: key, class, guard.
    Causes => "causes.tsv",
    /// Words that judge or intensify: key, class, tone, strength, guard, a flatter word.
    LoadedWords => "loaded_words.tsv",
    /// Verbs and phrases that take something for granted: key, class, links, form, reach.
    Presuppositions => "presuppositions.tsv",
    /// What joins a noun to what belongs to it: key, class.
    NounLinks => "noun_links.tsv",
    /// Phrases of a page that are no part of its article: key, kind, `whole` | `start` | `within`.
    Boilerplate => "boilerplate.tsv",
    /// How a byline, a source or a stamp begins: key, kind.
    Bylines => "bylines.tsv",
    /// What marks a caption or a photo credit: key, `start` | `end` | `within`.
    Captions => "captions.tsv",
    /// Photo agencies: key, full name.
    PhotoAgencies => "photo_agencies.tsv",
    /// Determiners: key, number, gender, class.
    Determiners => "determiners.tsv",
    /// Determiners and prepositions that change with the word behind them: key, six forms, class.
    DeterminerForms => "determiner_forms.tsv",
    /// What the shape of a word tells, its sound, gender or feminine: key, class, value.
    WordShapes => "word_shapes.tsv",
    /// Given names of one gender, without accents: key, gender.
    GivenNames => "given_names.tsv",
    /// Words in and around names: key, class, kind.
    NameWords => "name_words.tsv",
    /// Words of the news in the other language: dictionary form, dictionary forms there, parted by blanks.
    Translations => "translations.tsv",
    /// Endings by which words of both languages differ that are else spelt alike: ending, endings there.
    CognateEndings => "cognate_endings.tsv",
}

/// One line of a word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The folded key.
    pub key: String,
    /// The columns after the key, without the source.
    pub fields: Vec<&'static str>,
    /// Where it comes from.
    pub source: &'static str,
}

/// An entry found in a text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// What was found.
    pub entry: &'a Entry,
    /// How many tokens it takes.
    pub length_tokens: usize,
}

/// A sorted list of words and phrases with what is known of each.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    entries: Vec<Entry>,
    /// Where the entry of each key stands.
    places: ByKey<usize>,
    /// First token of a key → the keys as tokens and their entries, longest first.
    phrases: ByKey<Vec<(Vec<String>, usize)>>,
}

impl WordList {
    /// Reads a file.
    ///
    /// # Errors
    /// [`LexiconError`] for a line with too few columns or out of order.
    pub fn parse(file: &str, text: &'static str, clitics: &Clitics) -> Result<Self, LexiconError> {
        let mut list = Self::default();
        let mut columns = None;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            let fields: Vec<&'static str> = line.split('\t').collect();
            let expected = *columns.get_or_insert(fields.len().max(2));
            if fields.len() != expected || fields.iter().any(|field| field.is_empty()) {
                return Err(LexiconError::Fields { file: file.into(), line: at + 1, expected, found: line.into() });
            }
            let key = fold(fields[0]);
            if list.entries.last().is_some_and(|last| last.key >= key) {
                return Err(LexiconError::Order { file: file.into(), line: at + 1, found: fields[0].into() });
            }
            list.add(Entry { key, fields: fields[1..expected - 1].to_vec(), source: fields[expected - 1] }, clitics);
        }
        Ok(list)
    }

    fn add(&mut self, entry: Entry, clitics: &Clitics) {
        let words: Vec<String> = tokenise(&entry.key, clitics).into_iter().map(|token| token.fold).collect();
        if let Some(first) = words.first() {
            let phrases = self.phrases.or_default(first);
            phrases.push((words, self.entries.len()));
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        *self.places.or_default(&entry.key) = self.entries.len();
        self.entries.push(entry);
    }

    /// All entries, sorted by key.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a folded word or phrase.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.places.get(key).map(|&at| &self.entries[at])
    }

    /// Whether a folded word or phrase is listed.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Whether a folded word is the first of any entry.
    pub fn begins(&self, word: &str) -> bool {
        self.phrases.get(word).is_some()
    }

    /// The longest entry that begins at token `at`, word by word as written.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<Match<'_>> {
        let first = tokens.get(at)?;
        self.longest(&first.fold, &tokens[at..])
    }

    /// Like [`Self::at`], but the first word may be any inflected form of the entry's first word.
    pub fn at_lemma(&self, tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> Option<Match<'_>> {
        let first = tokens.get(at)?;
        self.at(tokens, at).or_else(|| {
            let lemmas = vocabulary.readings(&first.fold).map(|reading| reading.lemma);
            lemmas.filter_map(|lemma| self.longest(lemma, &tokens[at..])).max_by_key(|found| found.length_tokens)
        })
    }

    /// Like [`Self::at_lemma`], where the lemma of the first word is known already.
    pub fn at_form_of(&self, tokens: &[Token], at: usize, lemma: &str) -> Option<Match<'_>> {
        let inflected = self.longest(lemma, tokens.get(at..)?);
        let written = self.at(tokens, at);
        match (written, inflected) {
            (Some(written), Some(inflected)) if inflected.length_tokens > written.length_tokens => Some(inflected),
            (written, inflected) => written.or(inflected),
        }
    }

    fn longest(&self, first: &str, tokens: &[Token]) -> Option<Match<'_>> {
        let fits = |words: &Vec<String>| {
            words.len() <= tokens.len() && words.iter().zip(tokens).skip(1).all(|(word, token)| *word == token.fold)
        };
        let (words, entry) = self.phrases.get(first)?.iter().find(|(words, _)| fits(words))?;
        Some(Match { entry: &self.entries[*entry], length_tokens: words.len() })
    }
}

/// Where a language cuts words.
pub(super) fn clitics(language: Language) -> &'static Clitics {
    static READ: [OnceLock<Clitics>; 3] = [const { OnceLock::new() }; 3];
    READ[language as usize].get_or_init(|| {
        let list = WordList::parse(List::Clitics.file(), List::Clitics.source(language), &Clitics::default())
            .expect("built-in list: tests/it/lexica.rs loads every file");
        let of = |kind: &str| -> Vec<String> {
            list.entries.iter().filter(|entry| entry.fields[0] == kind).map(|entry| entry.key.clone()).collect()
        };
        Clitics { prefixes: of("prefix"), suffixes: of("suffix"), whole: of("whole") }
    })
}

/// The words that carry grammar rather than content, without the other lists: all that the page needs.
pub(super) fn function_words(language: Language) -> &'static WordList {
    static READ: [OnceLock<WordList>; 3] = [const { OnceLock::new() }; 3];
    READ[language as usize].get_or_init(|| {
        WordList::parse(List::FunctionWords.file(), List::FunctionWords.source(language), clitics(language))
            .expect("built-in list: tests/it/lexica.rs loads every file")
    })
}

/// A list that is part of the program, read when it is first asked for: few tasks need all of them.
pub(super) fn built_in(list: List, language: Language) -> &'static WordList {
    static READ: [[OnceLock<WordList>; List::ALL.len()]; 3] =
        [const { [const { OnceLock::new() }; List::ALL.len()] }; 3];
    READ[language as usize][list as usize].get_or_init(|| {
        WordList::parse(list.file(), list.source(language), clitics(language))
            .expect("built-in list: tests/it/lexica.rs loads every file")
    })
}
