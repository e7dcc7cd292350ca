//! What comes in: standard input and files, refused with a sentence that says what to do.

use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use recoupe::article::{self, Article, MOST_BYTES};
use recoupe::lang::Lexica;

use crate::{JsonOnly, Lang};

/// The name of standard input in sentences.
pub const STANDARD_INPUT: &str = "standard input";

/// What is asked of a text that is clean already.
#[derive(clap::Args)]
pub struct CleanText {
    /// Language of the text.
    #[arg(long, value_enum, default_value = "auto")]
    pub lang: Lang,
    /// Output format.
    #[arg(long, value_enum, default_value = "json")]
    pub format: JsonOnly,
}

/// All bytes of standard input.
pub fn standard_input() -> Result<Vec<u8>, String> {
    all(std::io::stdin().lock(), STANDARD_INPUT)
}

/// All bytes of a file.
pub fn file(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|error| refusal(&name, &error))?;
    all(file, &name)
}

/// All bytes of a place that may never end: reading stops once there are more than any article has.
fn all(source: impl Read, name: &str) -> Result<Vec<u8>, String> {
    const MEGABYTE: usize = 1_000_000;
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| refusal(name, &error))?;
    if bytes.len() > MOST_BYTES {
        return Err(format!("{name}: larger than {} MB; give the article alone", MOST_BYTES / MEGABYTE));
    }
    Ok(bytes)
}

/// Why a place could not be read from, and what helps.
fn refusal(place: &str, error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("{place}: no such file; check its name and folder"),
        ErrorKind::IsADirectory => format!("{place}: a folder, not a file; name the files in it one by one"),
        ErrorKind::PermissionDenied => format!("{place}: may not be read; change who may read it, or copy it"),
        _ => format!("{place}: {error}; try a copy of it"),
    }
}

/// Standard input as an article that is clean already: kept as it is, whatever it holds.
pub fn clean_article(lang: Lang, lexica: &Lexica) -> Result<Article, String> {
    let bytes = standard_input()?;
    article::read_clean(&bytes, lang.fixed(), lexica).map_err(|error| format!("{STANDARD_INPUT}: {error}"))
}
