//! The articles that come with the application, and what is known of each beforehand: `public/articles/manifest.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Format, Hints};
use crate::lang::Language;

/// All cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// In the order they are offered; the first one opens first.
    pub cases: Vec<Case>,
}

/// Articles of different outlets on one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Stable name.
    pub id: String,
    /// Its name for readers, by interface language: `fr`, `en`.
    pub title: BTreeMap<String, String>,
    /// The articles, in the order they are shown.
    pub articles: Vec<Source>,
}

/// One article and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// File beside the manifest: the raw text of its page.
    pub file: String,
    /// Who published it.
    pub outlet: String,
    /// The country of the body that owns it, by interface language.
    pub country: BTreeMap<String, String>,
    /// Who owns and funds the outlet, as facts, by interface language.
    pub ownership: BTreeMap<String, String>,
    /// Its address, where known.
    pub url: Option<String>,
    /// Day of publication, ISO 8601.
    pub date: Option<String>,
    /// Language of the text.
    pub lang: Language,
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// What `serde_json` says of malformed JSON: line, column, what was expected.
    pub fn parse(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }
}

impl Source {
    /// What is known of the article before reading it.
    pub fn hints(&self) -> Hints {
        Hints {
            format: Format::Text,
            language: Some(self.lang),
            outlet: Some(self.outlet.clone()),
            date: self.date.as_deref().and_then(super::date::iso),
            url: self.url.clone(),
            ..Hints::default()
        }
    }
}
