//! `recoupe segment`: text → sentences.

use recoupe::compare::analyse;
use recoupe::lang::Lexica;

use crate::input::CleanText;
use crate::{JsonOnly, Outcome, json};

#[derive(serde::Serialize)]
struct Sentences<'a> {
    sentences: Vec<&'a str>,
}

pub fn run(arguments: &CleanText) -> Outcome {
    let JsonOnly::Json = arguments.format;
    let lexica = Lexica::built_in();
    let article = arguments.article(&lexica)?;
    let found = analyse(&article, &lexica);
    let sentences = found.segmentation.sentences.iter().map(|it| it.span.of(&found.article.text)).collect();
    json(&Sentences { sentences })
}
