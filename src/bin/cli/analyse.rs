//! `recoupe analyse`: text → claims and marks.

use recoupe::compare::statements;
use recoupe::exchange::{contract, document};
use recoupe::lang::Lexica;

use crate::input::CleanText;
use crate::{JsonOnly, Outcome, json};

/// What is found in a single article: a comparison of one.
#[derive(Default, serde::Serialize)]
struct Analysis {
    claims: Vec<contract::Claim>,
    markers: Vec<contract::Marker>,
}

pub fn run(arguments: &CleanText) -> Outcome {
    let JsonOnly::Json = arguments.format;
    let lexica = Lexica::complete();
    let article = arguments.article(&lexica)?;
    let comparison = statements(&article, &lexica);
    let article = document(&comparison, &lexica).articles.into_iter().next();
    json(&article.map_or_else(Analysis::default, |it| Analysis { claims: it.claims, markers: it.markers }))
}
