//! The events that come with the application: their articles, and where their comparisons lie.

use serde::Deserialize;

use super::{Input, Job};
use crate::exchange::reading::Known;
use crate::lang::Language;
use crate::present::{SourceFacts, UiLanguage};

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

impl Case {
    /// Where it is listed with the others.
    pub const MANIFEST: &str = "articles/manifest.json";

    /// What is to be compared.
    pub fn job(&self) -> Job {
        Job { inputs: self.articles.iter().map(CaseArticle::input).collect() }
    }

    /// Where its comparison lies, made when the application was built: the last [`super::Report`] on [`Self::job`].
    pub fn prepared(&self) -> String {
        format!("articles/{}.json", self.id)
    }
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
    pub lang: Option<Language>,
}

impl CaseArticle {
    /// As a text to compare.
    fn input(&self) -> Input {
        Input {
            file: Some(self.file.clone()),
            known: Known {
                outlet: self.outlet.clone(),
                url: self.url.clone(),
                date: self.date.clone(),
                language: self.lang,
            },
            ..Input::default()
        }
    }

    /// What is known of its outlet, in the reader's language.
    pub fn facts(&self, language: UiLanguage) -> SourceFacts {
        let of = |text: &Option<Bilingual>| text.as_ref().map(|text| text.of(language).to_string());
        SourceFacts { country: of(&self.country), ownership: of(&self.ownership) }
    }
}
