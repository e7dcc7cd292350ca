//! `recoupe extract`: a page, a paste or a file → the article in it, one JSON object; one a line where a file holds
//! several articles.

use clap::ValueEnum;
use recoupe::article::{Article, Format, Hints, LineDecision, read_all};
use recoupe::lang::{Language, Lexica, phrase};

use crate::input::Source;
use crate::{JsonOnly, Lang, Outcome, json};

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// How the input is written.
    #[arg(long, value_enum, default_value = "auto")]
    from: From,
    /// Language of the article.
    #[arg(long, value_enum, default_value = "auto")]
    lang: Lang,
    /// Character set of the input, as its server declared it; found out where not given.
    #[arg(long, value_name = "NAME")]
    charset: Option<String>,
    /// Output format.
    #[arg(long, value_enum, default_value = "json")]
    format: JsonOnly,
    /// Add what became of each line of the input, and why.
    #[arg(long)]
    lines: bool,
}

/// How the input is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    /// Found out from the input.
    Auto,
    /// A web page.
    Html,
    /// Plain text, clean or pasted from a page.
    Text,
    /// Markdown.
    Markdown,
}

/// What is printed; `text` is lead and body without the title.
#[derive(serde::Serialize)]
struct Extracted<'a> {
    title: Option<&'a str>,
    text: &'a str,
    byline: Option<&'a str>,
    date: Option<String>,
    agency: Option<&'a str>,
    place: Option<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    lang: &'static str,
    lang_confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    captions: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<Decided<'a>>>,
}

/// One line of the input.
#[derive(serde::Serialize)]
struct Decided<'a> {
    text: &'a str,
    kept: bool,
    kind: &'static str,
    reason: &'static str,
}

impl<'a> Decided<'a> {
    fn of(decision: &'a LineDecision) -> Self {
        let LineDecision { text, kind, reason } = decision;
        Self { text, kept: kind.is_kept(), kind: kind.name(), reason: reason.name() }
    }
}

pub fn run(arguments: &Arguments) -> Outcome {
    let JsonOnly::Json = arguments.format;
    let format = match arguments.from {
        From::Auto => Format::Auto,
        From::Html => Format::Html,
        From::Text => Format::Text,
        From::Markdown => Format::Markdown,
    };
    let charset = arguments.charset.clone();
    let hints = Hints { format, charset, language: arguments.lang.fixed(), ..Hints::default() };
    let bytes = arguments.source.bytes()?;
    let articles = read_all(&bytes, &hints, &Lexica::built_in()).map_err(|error| arguments.source.wrong(&error))?;
    let lines: Vec<Vec<u8>> =
        articles.iter().map(|article| json(&extracted(article, arguments.lines))).collect::<Result<_, _>>()?;
    Ok(lines.concat())
}

fn extracted(article: &Article, lines: bool) -> Extracted<'_> {
    let decided = || article.decisions.iter().map(Decided::of).collect();
    Extracted {
        title: article.title(),
        text: article.lead_and_body(),
        byline: article.byline.as_deref(),
        date: article.date.map(|date| date.to_string()),
        agency: article.agency.as_deref(),
        place: article.place.as_deref(),
        outlet: article.outlet.as_deref(),
        url: article.url.as_deref(),
        lang: article.language.code(),
        lang_confidence: (article.language_confidence * 100.0).round() / 100.0,
        note: (article.language == Language::Other).then(|| phrase(Language::Other, "language/other")),
        captions: &article.captions,
        lines: lines.then(decided),
    }
}
