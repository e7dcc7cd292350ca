//! What the program marks in events given by their folders: found by the command itself, so that places are those of
//! its contract.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::sheet::{Place, hash};
use crate::shell::{self, cargo};

/// How much text is shown around a mark, in code points.
const BEFORE: usize = 260;
const AFTER: usize = 160;

/// A mark, or a difference between two articles, with what a judge needs to see.
pub struct Found {
    /// Highlight type.
    pub kind: String,
    /// Language of the articles.
    pub language: String,
    /// Where it is, and by which rule.
    pub place: Place,
    /// The words in their text, for the terminal only.
    pub shown: String,
}

/// All that is found in the events.
pub fn all(folders: &[PathBuf]) -> Result<Vec<Found>> {
    shell::run(cargo().args(["build", "--quiet", "--release", "--features", "cli", "--bin", "recoupe"]))?;
    let mut found = Vec::new();
    for folder in folders {
        let event: Value = serde_json::from_str(&read(&folder.join("event.json"))?)?;
        let compared = compared(folder, &event).with_context(|| folder.display().to_string())?;
        let event = Event::of(&event, &compared);
        found.extend(event.marks());
        found.extend(event.differences());
    }
    Ok(found)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

/// The comparison of all of an event's articles.
fn compared(folder: &Path, event: &Value) -> Result<Value> {
    let folder = fs::canonicalize(folder)?;
    let files = list(&event["articles"]).iter().map(|article| folder.join(text(&article["file"])));
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--features", "cli", "--bin", "recoupe", "--", "compare"]);
    command.args(["--lang", text(&event["lang"])]).args(files);
    Ok(serde_json::from_str(&shell::output(&mut command).context("`recoupe compare` failed")?)?)
}

/// An event and its comparison.
struct Event<'a> {
    slug: &'a str,
    language: &'a str,
    ids: Vec<&'a str>,
    articles: &'a [Value],
    letters: Vec<Vec<char>>,
    alignments: &'a [Value],
}

impl<'a> Event<'a> {
    fn of(event: &'a Value, compared: &'a Value) -> Self {
        let articles = list(&compared["articles"]);
        Self {
            slug: text(&event["slug"]),
            language: text(&event["lang"]),
            ids: list(&event["articles"]).iter().map(|article| text(&article["id"])).collect(),
            articles,
            letters: articles.iter().map(|article| text(&article["text"]).chars().collect()).collect(),
            alignments: list(&compared["alignments"]),
        }
    }

    fn marks(&self) -> impl Iterator<Item = Found> {
        let each = self.articles.iter().enumerate();
        each.flat_map(move |(at, article)| list(&article["markers"]).iter().map(move |mark| self.mark(at, mark)))
    }

    fn mark(&self, at: usize, mark: &Value) -> Found {
        let (start, end) = (number(&mark["start"]), number(&mark["end"]));
        let shown = format!("{}\n    {}", self.context(at, start, end), text(&mark["note"]));
        let place = Place {
            event: self.slug.to_owned(),
            article: self.ids[at].to_owned(),
            start: start.to_string(),
            end: end.to_string(),
            words: hash(text(&mark["text"])),
            rule: text(&mark["rule"]).to_owned(),
        };
        Found { kind: text(&mark["kind"]).to_owned(), language: self.language.to_owned(), place, shown }
    }

    fn differences(&self) -> impl Iterator<Item = Found> {
        self.alignments.iter().flat_map(move |link| {
            let differences = list(&link["differences"]).iter();
            differences.filter_map(move |difference| self.difference(link, difference))
        })
    }

    fn difference(&self, link: &Value, difference: &Value) -> Option<Found> {
        let (a, b) = (self.side(&link["a"], &difference["a"])?, self.side(&link["b"], &difference["b"])?);
        let shown = format!("{}\n  · {}\n    {}", self.shown(&a), self.shown(&b), text(&difference["note"]));
        let place = Place {
            event: self.slug.to_owned(),
            article: format!("{}/{}", self.ids[a.0], self.ids[b.0]),
            start: format!("{}/{}", a.1, b.1),
            end: format!("{}/{}", a.2, b.2),
            words: hash(&format!("{} / {}", self.words(&a), self.words(&b))),
            rule: text(&difference["rule"]).to_owned(),
        };
        let kind = format!("{} pair", text(&difference["kind"]));
        Some(Found { kind, language: self.language.to_owned(), place, shown })
    }

    /// Article and place of one side of a difference: its own words, or the whole claim.
    fn side(&self, claim: &Value, side: &Value) -> Option<(usize, usize, usize)> {
        let has = |claims: &Value| list(claims).iter().position(|it| it["id"] == *claim);
        let (at, found) = self.articles.iter().enumerate().find_map(|(at, it)| Some((at, has(&it["claims"])?)))?;
        let words = if side["start"].is_u64() { side } else { &self.articles[at]["claims"][found] };
        Some((at, number(&words["start"]), number(&words["end"])))
    }

    fn shown(&self, (article, start, end): &(usize, usize, usize)) -> String {
        self.context(*article, *start, *end)
    }

    fn words(&self, (article, start, end): &(usize, usize, usize)) -> String {
        self.letters[*article].get(*start..*end).unwrap_or_default().iter().collect()
    }

    /// The words between brackets, in their text.
    fn context(&self, article: usize, start: usize, end: usize) -> String {
        let letters = &self.letters[article];
        let part = |from: usize, to: usize| -> String {
            let part: String = letters.get(from..to.min(letters.len())).unwrap_or_default().iter().collect();
            part.replace('\n', " ⏎ ")
        };
        let before = part(start.saturating_sub(BEFORE), start);
        format!("…{before}[[{}]]{}…", part(start, end), part(end, end + AFTER))
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
}
