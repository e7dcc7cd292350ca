//! `recoupe segment`: text → sentences.

use recoupe::compare::analyse;
use recoupe::lang::Lexica;

use crate::{JsonOnly, Lang, Outcome, input, json};

#[derive(clap::Args)]
pub struct Arguments {
    /// Language of the text.
    #[arg(long, value_enum, default_value = "auto")]
    lang: Lang,
    /// Output format.
    #[arg(long, value_enum, default_value = "json")]
    format: JsonOnly,
}

#[derive(serde::Serialize)]
struct Sentences<'a> {
    sentences: Vec<&'a str>,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let JsonOnly::Json = arguments.format;
    let lexica = Lexica::built_in();
    let article = input::clean_article(arguments.lang, &lexica)?;
    let found = analyse(&article, &lexica);
    let sentences = found.segmentation.sentences.iter().map(|it| it.span.of(&found.article.text)).collect();
    json(&Sentences { sentences })
}
