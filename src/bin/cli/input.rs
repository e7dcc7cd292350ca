//! What comes in: standard input and files, refused with a sentence that says what to do.

use std::io::Read;

use recoupe::article::{self, Article};
use recoupe::lang::{Lexica, detect};

use crate::Lang;

/// All bytes of standard input.
pub fn standard_input() -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
    Ok(bytes)
}

/// Standard input as an article that is clean already: kept as it is, whatever it holds.
pub fn clean_article(lang: Lang, lexica: &Lexica) -> Result<Article, String> {
    let bytes = standard_input()?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("standard input, byte {at}: not UTF-8 text; save it as UTF-8, or run `recoupe extract` on it first")
    })?;
    if text.trim().is_empty() {
        return Err("standard input: empty; pipe a text in, for example `recoupe segment < article.txt`".into());
    }
    let mut article = article::from_plain(&text);
    article.language = lang.fixed().unwrap_or_else(|| detect(&text, lexica).0);
    Ok(article)
}
