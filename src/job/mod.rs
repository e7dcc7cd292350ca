//! What the page asks for and what it is told, as JSON; and the work in between ([`run`]).
//!
//! The page and the program that works for it are two modules of WebAssembly: they share these types and nothing else.
//! The comparisons of the events that come with the application are made by the same [`run`] when it is built.

mod case;
mod work;

pub use case::{Bilingual, Case, CaseArticle, Manifest};
pub use work::run;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::exchange::contract::Document;
use crate::exchange::reading::{Correction, Found, Known, Trouble};

/// Something to read, and what is known of it. It may hold several articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Where it is fetched from, below `articles/`.
    pub file: Option<String>,
    /// What the reader gave; it travels beside the JSON.
    #[serde(skip)]
    pub bytes: Option<Arc<[u8]>>,
    /// What is known of it.
    pub known: Known,
    /// What the reader corrected, by the article's place in it.
    pub corrections: BTreeMap<usize, Correction>,
}

/// A comparison to make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// What is to be read, in the order of its articles' letters.
    pub inputs: Vec<Input>,
}

/// An article as it came in: which input, its place there, what was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrival {
    /// The input, from 0.
    pub input: usize,
    /// Its place in the input, from 0.
    pub place: usize,
    /// What was found in it.
    pub found: Found,
}

impl Job {
    /// What the reader corrected in the article that arrived there.
    pub fn correction(&self, arrival: &Arrival) -> Correction {
        let input = self.inputs.get(arrival.input);
        input.and_then(|input| input.corrections.get(&arrival.place)).cloned().unwrap_or_default()
    }

    /// Changes a correction; one that corrects nothing any more goes.
    pub fn correct(&mut self, arrival: &Arrival, change: impl FnOnce(&mut Correction)) {
        let Some(input) = self.inputs.get_mut(arrival.input) else { return };
        let mut correction = input.corrections.remove(&arrival.place).unwrap_or_default();
        change(&mut correction);
        if !correction.is_empty() {
            input.corrections.insert(arrival.place, correction);
        }
    }
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
        /// What became of each article's page, in the order of the comparison.
        arrivals: Vec<Arrival>,
        /// Whether synonyms and frequencies were out of reach.
        lexicon_missing: bool,
    },
    /// An article could not be fetched.
    NotFetched {
        /// Why.
        detail: String,
    },
    /// An input could not be read.
    NotRead {
        /// Its place among the inputs.
        input: usize,
        /// Why.
        trouble: Trouble,
    },
    /// There is nothing to compare the only article with.
    OneArticle,
    /// The worker itself does not run.
    NoWorker {
        /// Why.
        detail: String,
    },
}

impl Report {
    /// Whether more is to come.
    pub const fn is_progress(&self) -> bool {
        matches!(self, Self::Ready | Self::Reading | Self::LoadingLexica | Self::Comparing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrival(place: usize) -> Arrival {
        Arrival { input: 0, place, found: Found::default() }
    }

    #[test]
    fn corrections_are_kept_by_article_and_go_when_taken_back() {
        let mut job = Job { inputs: vec![Input::default()] };
        job.correct(&arrival(1), |it| {
            it.lines.insert(3, false);
        });
        assert_eq!(job.correction(&arrival(1)).lines.get(&3), Some(&false));
        assert!(job.correction(&arrival(0)).is_empty());
        job.correct(&arrival(1), |it| {
            it.lines.remove(&3);
        });
        assert!(job.inputs[0].corrections.is_empty());
    }

    #[test]
    fn a_job_travels_without_its_bytes() {
        let known = Known { outlet: Some("Post".into()), ..Known::default() };
        let input = Input { bytes: Some((*b"text").into()), known, ..Input::default() };
        let mut job = Job { inputs: vec![input] };
        job.correct(&arrival(0), |it| it.title = Some("Title".into()));
        let sent: Job = serde_json::from_str(&serde_json::to_string(&job).unwrap()).unwrap();
        assert_eq!(sent.inputs[0], Input { bytes: None, ..job.inputs[0].clone() });
    }
}
