//! What the program marks in events and texts given by path: found by the command itself, so that places are those
//! of its contract.

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

/// All that is found in the sources: folders of annotated events, and `.jsonl` files of single texts (`id`, `text`).
pub fn all(sources: &[PathBuf]) -> Result<Vec<Found>> {
    shell::run(cargo().args(["build", "--quiet", "--release", "--features", "cli", "--bin", "recoupe"]))?;
    let mut found = Vec::new();
    for source in sources {
        let read = if source.is_dir() { of_event(source) } else { of_texts(source) };
        found.extend(read.with_context(|| source.display().to_string())?);
    }
    Ok(found)
}

fn of_event(folder: &Path) -> Result<Vec<Found>> {
    let event: Value = serde_json::from_str(&fs::read_to_string(folder.join("event.json"))?)?;
    let folder = fs::canonicalize(folder)?;
    let files = list(&event["articles"]).iter().map(|article| folder.join(text(&article["file"])));
    let ids = list(&event["articles"]).iter().map(|article| text(&article["id"]));
    let compared = compared(text(&event["lang"]), files)?;
    let event = Event::of(text(&event["slug"]), ids.collect(), &compared);
    Ok(event.marks().chain(event.differences()).collect())
}

/// Each text stands for itself: it is laid beside the next one because the command compares two, and only its own
/// marks are taken.
fn of_texts(file: &Path) -> Result<Vec<Found>> {
    let records: Vec<Value> =
        fs::read_to_string(file)?.lines().map(serde_json::from_str).collect::<std::result::Result<_, _>>()?;
    let folder = std::env::temp_dir().join(format!("recoupe-precision-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = |at: usize| folder.join(format!("{at}.txt"));
    for (at, record) in records.iter().enumerate() {
        fs::write(path(at), text(&record["text"]))?;
    }
    let slug = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut found = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let compared = compared("auto", [path(at), path((at + 1) % records.len())].into_iter())?;
        found.extend(Event::of(&slug, vec![text(&record["id"])], &compared).marks());
    }
    fs::remove_dir_all(&folder)?;
    Ok(found)
}

fn compared(language: &str, files: impl Iterator<Item = PathBuf>) -> Result<Value> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "--features", "cli", "--bin", "recoupe", "--", "compare"]);
    command.args(["--lang", language]).args(files);
    Ok(serde_json::from_str(&shell::output(&mut command).context("`recoupe compare` failed")?)?)
}

/// An event and its comparison.
struct Event<'a> {
    slug: &'a str,
    ids: Vec<&'a str>,
    articles: &'a [Value],
    letters: Vec<Vec<char>>,
    alignments: &'a [Value],
}

impl<'a> Event<'a> {
    /// A comparison of the articles of these ids; further articles are not looked at.
    fn of(slug: &'a str, ids: Vec<&'a str>, compared: &'a Value) -> Self {
        let articles = list(&compared["articles"]);
        let articles = &articles[..ids.len().min(articles.len())];
        let letters = articles.iter().map(|article| text(&article["text"]).chars().collect());
        Self { slug, ids, letters: letters.collect(), articles, alignments: list(&compared["alignments"]) }
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
        Found { kind: text(&mark["kind"]).to_owned(), language: self.language(at), place, shown }
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
        Some(Found { kind, language: self.language(a.0), place, shown })
    }

    fn language(&self, article: usize) -> String {
        text(&self.articles[article]["lang"]).to_owned()
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
