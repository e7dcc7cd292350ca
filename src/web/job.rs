//! What page and worker say to each other, and the comparison itself: bytes in, contract out.

use serde::{Deserialize, Serialize};

use crate::article::{self, Article, Hints};
use crate::compare::{Options, compare};
use crate::exchange::contract::Document;
use crate::exchange::document;
use crate::lang::{Language, Lexica};
use crate::present::{SourceFacts, UiLanguage};

/// A text to compare, and what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Where it is fetched from, below `articles/`.
    pub file: Option<String>,
    /// The text itself, where the reader gave it.
    pub text: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The day it was published, ISO 8601.
    pub date: Option<String>,
    /// Its language, as a code.
    pub lang: Option<String>,
}

/// A comparison to make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The texts, in the order of their letters.
    pub inputs: Vec<Input>,
}

/// What the worker says while it works.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// It is ready for a job.
    Ready,
    /// It fetches and reads the articles.
    Reading,
    /// It fetches lexical tables.
    LoadingLexica,
    /// It compares.
    Comparing,
    /// Done; whether a lexical table was missing.
    Done {
        /// The comparison.
        document: Box<Document>,
        /// Whether synonyms and frequencies were out of reach.
        lexicon_missing: bool,
    },
    /// An article could not be fetched.
    NotFetched {
        /// Why.
        detail: String,
    },
    /// An article could not be read.
    NotRead {
        /// Its place among the inputs.
        input: usize,
        /// Why.
        detail: String,
    },
    /// The worker itself does not run.
    NoWorker {
        /// Why.
        detail: String,
    },
}

/// Reads one input.
///
/// # Errors
/// The sentence that says why there is no article in it.
pub fn read(input: &Input, bytes: &[u8], lexica: &Lexica) -> Result<Article, String> {
    let hints = Hints {
        language: input.lang.as_deref().and_then(language),
        outlet: input.outlet.clone().filter(|outlet| !outlet.trim().is_empty()),
        date: input.date.as_deref().and_then(day),
        url: input.url.clone(),
        ..Hints::default()
    };
    article::read(bytes, &hints, lexica).map_err(|error| error.to_string())
}

/// Compares what was read.
pub fn run(articles: &[Article], lexica: &Lexica) -> Document {
    document(&compare(articles, lexica, &Options::default()), lexica)
}

fn language(code: &str) -> Option<Language> {
    [Language::French, Language::English].into_iter().find(|language| language.code() == code)
}

fn day(iso: &str) -> Option<time::Date> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = time::Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    time::Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}

/// `articles/manifest.json`: the events that come with the application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The events.
    pub cases: Vec<Case>,
}

/// An event and the articles on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Case {
    /// A stable name.
    pub id: String,
    /// What it is called.
    pub title: Bilingual,
    /// The articles.
    pub articles: Vec<CaseArticle>,
}

/// A text in both languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Bilingual {
    fr: String,
    en: String,
}

impl Bilingual {
    /// The text in one of them.
    pub fn of(&self, language: UiLanguage) -> &str {
        match language {
            UiLanguage::French => &self.fr,
            UiLanguage::English => &self.en,
        }
    }
}

/// An article that comes with the application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct CaseArticle {
    /// Its file below `articles/`.
    pub file: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// In which country.
    pub country: Option<Bilingual>,
    /// Who owns the outlet.
    pub ownership: Option<Bilingual>,
    /// Its address.
    pub url: Option<String>,
    /// The day it was published.
    pub date: Option<String>,
    /// Its language.
    pub lang: Option<String>,
}

impl CaseArticle {
    /// As a text to compare.
    pub fn input(&self) -> Input {
        Input {
            file: Some(self.file.clone()),
            text: None,
            outlet: self.outlet.clone(),
            url: self.url.clone(),
            date: self.date.clone(),
            lang: self.lang.clone(),
        }
    }

    /// What is known of its outlet, in the reader's language.
    pub fn facts(&self, language: UiLanguage) -> SourceFacts {
        let of = |text: &Option<Bilingual>| text.as_ref().map(|text| text.of(language).to_string());
        SourceFacts { country: of(&self.country), ownership: of(&self.ownership) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly() {
        assert_eq!(day("2016-10-21").map(|day| day.ordinal()), Some(295));
        assert_eq!(day("2016-13-21"), None);
        assert_eq!(day("hier"), None);
    }
}
