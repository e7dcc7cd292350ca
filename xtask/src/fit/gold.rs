//! Annotated events: articles and the pairs of passages that people laid side by side.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use recoupe::article::Article;
use recoupe::lang::Language;
use serde_json::Value;

/// An event with its articles and gold pairs.
pub struct Event {
    /// Short name.
    pub slug: String,
    /// The language of its articles.
    pub language: Language,
    /// Its articles.
    pub articles: Vec<(String, String, Article)>,
    /// What people paired.
    pub pairs: Vec<GoldPair>,
}

/// Two passages that people laid side by side: article id and blank-normalised words of each.
pub struct GoldPair {
    /// One passage.
    pub a: (String, String),
    /// The other.
    pub b: (String, String),
}

/// Reads an event folder: `event.json`, `gold.json`, one text an article.
pub fn read(folder: &Path) -> Result<Event> {
    let event = json(&folder.join("event.json"))?;
    let gold = json(&folder.join("gold.json"))?;
    let language = if event["lang"] == "fr" { Language::French } else { Language::English };
    let mut articles = Vec::new();
    for entry in list(&event["articles"]) {
        let raw = text(&folder.join(string(&entry["file"])))?;
        let mut article = recoupe::article::from_plain(&raw);
        article.language = language;
        articles.push((string(&entry["id"]), normalised(&raw), article));
    }
    let side = |pair: &Value, side: &str| (string(&pair[side]["article"]), normalised(&string(&pair[side]["quote"])));
    let pairs = list(&gold["pairs"]).iter().map(|pair| GoldPair { a: side(pair, "a"), b: side(pair, "b") }).collect();
    Ok(Event { slug: string(&event["slug"]), language, articles, pairs })
}

/// Blanks folded to one space: how passages are found in their articles.
pub fn normalised(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn json(path: &Path) -> Result<Value> {
    serde_json::from_str(&text(path)?).with_context(|| path.display().to_string())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
