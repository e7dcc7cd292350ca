//! `recoupe compare`: files → a comparison, in the format asked for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use recoupe::article::{Article, Hints, read_all};
use recoupe::compare::{Options, compare};
use recoupe::exchange::{self, contract::Document};
use recoupe::lang::Lexica;
use recoupe::present::HighlightKind;

use crate::{Lang, Outcome, input, json};

#[derive(clap::Args)]
pub struct Arguments {
    /// Two articles or more: pages, pasted texts or clean ones; one file may hold several, parted by a line of `=====`.
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Output format.
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    /// Language of the articles.
    #[arg(long, value_enum, default_value = "auto")]
    lang: Lang,
    /// Character set of the files, as their server declared it; found out where not given.
    #[arg(long, value_name = "NAME")]
    charset: Option<String>,
    /// Leave out links below this probability, 0 to 1.
    #[arg(long, value_name = "P", value_parser = probability)]
    threshold: Option<f64>,
    /// Show only these types of marks and differences. Where none is named: all in JSON, JSON-LD and CSV; in a page or a
    /// report for people, those that are right often enough in the articles' language (docs/precision.md).
    #[arg(long, value_enum, value_delimiter = ',', value_name = "TYPE")]
    marks: Vec<Marks>,
}

/// How a comparison is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The contract `recoupe/1`.
    Json,
    /// W3C Web Annotations.
    Jsonld,
    /// A table, one row a pair of claims.
    Csv,
    /// A page that stands alone.
    Html,
    /// A report for terminals.
    Text,
}

/// The types of marks and differences.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Marks {
    /// Every type, also those that are wrong too often to be shown unasked.
    All,
    /// Other names for the same.
    Label,
    /// Words that judge or intensify.
    Loaded,
    /// Words given to a source.
    Speech,
    /// The reporting verb's stance.
    Verb,
    /// The journalistic conditional.
    Conditional,
    /// Certainty lowered by other means.
    Hedge,
    /// Quotation marks or words that keep a distance.
    Distance,
    /// What a verb takes for granted.
    Presupposed,
    /// Who did it is not said.
    Agentless,
    /// Why, whose fault, what must be done.
    Blame,
    /// The same quantity, another value.
    Figure,
    /// Title or lead here, late there.
    Place,
    /// How far each outlet commits.
    Certainty,
    /// Found in one text only.
    Only,
}

fn probability(value: &str) -> Result<f64, String> {
    let number: f64 = value.parse().map_err(|_| format!("`{value}` is no number"))?;
    (0.0..=1.0).contains(&number).then_some(number).ok_or_else(|| format!("{value} is not between 0 and 1"))
}

pub fn run(arguments: &Arguments) -> Outcome {
    let lexica = Lexica::complete();
    let hints = Hints { charset: arguments.charset.clone(), language: arguments.lang.fixed(), ..Hints::default() };
    let articles = articles(&arguments.files, &hints, &lexica)?;
    let options = Options { threshold: arguments.threshold.unwrap_or(Options::default().threshold) };
    let mut document = exchange::document(&compare(&articles, &lexica, &options), &lexica);
    keep(&mut document, |kind, languages| shows(arguments, kind, languages));
    let language = exchange::language_of(&document);
    match arguments.format {
        Format::Json => json(&document),
        Format::Jsonld => Ok(exchange::jsonld(&document).into_bytes()),
        Format::Csv => Ok(exchange::csv(&document).into_bytes()),
        Format::Html => Ok(exchange::html(&document, language).into_bytes()),
        Format::Text => Ok(exchange::text(&document, language).into_bytes()),
    }
}

/// The articles of all files, two at least.
fn articles(files: &[PathBuf], hints: &Hints, lexica: &Lexica) -> Result<Vec<Article>, String> {
    let mut articles = Vec::new();
    for path in files {
        articles.extend(articles_of(path, hints, lexica)?);
    }
    match files {
        [only] if articles.len() < 2 => Err(format!(
            "{}: one article, and it takes two to compare; name a second file, or part the articles of this one by a line of =====",
            only.display()
        )),
        _ => Ok(articles),
    }
}

/// The articles of one file; what is wrong with it names it.
fn articles_of(path: &Path, hints: &Hints, lexica: &Lexica) -> Result<Vec<Article>, String> {
    let bytes = input::file(path)?;
    read_all(&bytes, hints, lexica).map_err(|error| input::wrong(path, &error))
}

/// Whether a type is to be shown of articles in these languages.
fn shows(arguments: &Arguments, kind: &str, languages: &[&str]) -> bool {
    let named = |marks: &Marks| marks.to_possible_value().is_some_and(|it| it.get_name() == kind);
    let is_fit = |kind: HighlightKind| languages.iter().all(|language| kind.is_fit(language));
    match &arguments.marks[..] {
        [] if matches!(arguments.format, Format::Html | Format::Text) => HighlightKind::named(kind).is_none_or(is_fit),
        [] => true,
        marks => marks.contains(&Marks::All) || marks.iter().any(named),
    }
}

/// Leaves only the marks and differences that `shows` lets through, asked by type and languages.
fn keep(document: &mut Document, shows: impl Fn(&str, &[&str]) -> bool) {
    for article in &mut document.articles {
        article.markers.retain(|marker| shows(&marker.kind, &[&article.lang]));
    }
    let languages: BTreeSet<&str> = document.articles.iter().map(|article| article.lang.as_str()).collect();
    let languages: Vec<&str> = languages.into_iter().collect();
    for alignment in &mut document.alignments {
        alignment.differences.retain(|difference| shows(&difference.kind, &languages));
    }
}
