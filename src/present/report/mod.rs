//! The views that tell a comparison in tables and sentences: voices, figures and dates, synthesis.
//!
//! Each is a [`Report`]: sections of sentences or of one table, whose cells are made of few kinds of parts. So one
//! component draws all three, every chart is a table for those who don't see it, and what leads to a claim says which.

mod figures;
mod synthesis;
mod voices;

pub use figures::figures;
pub use synthesis::synthesis;
pub use voices::voices;

use std::collections::BTreeMap;

use super::{Catalogue, Edition, Rung};
use crate::exchange::contract::{Article, Claim, Document, VerbCount};
use crate::lang::{message, phrase};

/// A view in sections.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What it shows, in one sentence.
    pub intro: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A section of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it is called.
    pub heading: String,
    /// What to know before reading it; said alone where there is nothing to show.
    pub note: Option<String>,
    /// Its sentences or its table.
    pub body: Body,
}

/// What a section shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Nothing: the note says why.
    Empty,
    /// Sentences.
    Sentences(Vec<Cell>),
    /// A table: the heads of its columns, and rows of as many cells, the first of which heads the row.
    Table(Vec<String>, Vec<Vec<Cell>>),
}

/// Some parts, one after the other, and the claims they are about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub parts: Vec<Part>,
    /// Ids of the claims that choosing it leads to; none where it leads nowhere.
    pub claims: Vec<String>,
    /// What it leads to, for those who hear it only.
    pub leads: String,
}

/// A part of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Words of ours.
    Text(String),
    /// Words of ours that matter less.
    Note(String),
    /// Words of an article, their language, and a note of ours beside them, if any.
    Words(String, String, String),
    /// A bar in a source's hue: words quoted and words retold, in per cent of its width.
    Bar(char, f64, f64),
    /// How sure something is told: the rung, its name, its name and height.
    Rung(Rung, String, String),
}

impl Cell {
    fn text(words: impl Into<String>) -> Self {
        Self { parts: vec![Part::Text(words.into())], ..Self::default() }
    }

    /// The same, leading to claims.
    fn leading(self, claims: &[String], leads: String) -> Self {
        Self { claims: claims.to_vec(), leads, ..self }
    }
}

/// What the reports look up in a document.
struct Desk<'a> {
    edition: &'a Edition,
    document: &'a Document,
    words: &'a Catalogue,
    claims: BTreeMap<&'a str, (&'a Article, &'a Claim)>,
}

impl<'a> Desk<'a> {
    fn new(edition: &'a Edition, words: &'a Catalogue) -> Self {
        let document = &edition.document;
        let of = |article: &'a Article| article.claims.iter().map(move |claim| (claim.id.as_str(), (article, claim)));
        Self { edition, document, words, claims: document.articles.iter().flat_map(of).collect() }
    }

    /// A sentence of the engine in the reader's language.
    fn say(&self, rule: &str, details: &BTreeMap<String, String>) -> String {
        message(self.words.language.of_engine(), rule, details)
    }

    fn phrase(&self, key: &str) -> String {
        phrase(self.words.language.of_engine(), key)
    }

    /// The heads of a table with a column an article: letter and outlet.
    fn columns(&self, first: &str) -> Vec<String> {
        let named = |article: &Article| match &article.outlet {
            Some(outlet) => format!("{} · {outlet}", letter(&article.id)),
            None => letter(&article.id).to_string(),
        };
        std::iter::once(first.to_owned()).chain(self.document.articles.iter().map(named)).collect()
    }
}

/// Words of an article, with its language and a note.
fn quoted(article: &Article, words: &str, note: String) -> Part {
    let lang = if article.lang == "other" { "" } else { &article.lang };
    Part::Words(words.to_owned(), lang.to_owned(), note)
}

/// The letter an article goes by in every view: `a` → `A`.
fn letter(id: &str) -> char {
    id.chars().next().map_or('?', |letter| letter.to_ascii_uppercase())
}

/// A verb and how often: « affirmer ×2 ».
fn verb_text(verb: &VerbCount) -> String {
    if verb.count == 1 { verb.verb.clone() } else { format!("{} ×{}", verb.verb, verb.count) }
}
