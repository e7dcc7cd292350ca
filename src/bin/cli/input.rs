//! What comes in: standard input and files, refused with a sentence that says what to do.

use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use recoupe::article::{self, Article, MOST_TEXT_BYTES, ReadError};
use recoupe::lang::{Lexica, detect};

use crate::{JsonOnly, Lang};

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
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| refusal("standard input", &error))?;
    Ok(bytes)
}

/// All bytes of a file.
pub fn file(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| refusal(&path.display().to_string(), &error))
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
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("standard input, byte {at}: not UTF-8 text; save it as UTF-8, or run `recoupe extract` on it first")
    })?;
    if text.len() > MOST_TEXT_BYTES {
        let error = ReadError::TooLarge { bytes: text.len(), most_bytes: MOST_TEXT_BYTES };
        return Err(format!("standard input: {error}"));
    }
    if text.trim().is_empty() {
        return Err("standard input: empty; pipe a text in, for example `recoupe segment < article.txt`".into());
    }
    let mut article = article::from_plain(&text);
    article.language = lang.fixed().unwrap_or_else(|| detect(&text, lexica).0);
    Ok(article)
}
