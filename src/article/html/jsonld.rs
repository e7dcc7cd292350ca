//! The article that a page declares in JSON-LD (schema.org), wherever it stands: alone, in arrays, in graphs, nested
//! in the page's own description, over several blocks. Blocks that are not quite JSON are mended where that is safe,
//! and left aside else.

use serde_json::{Map, Value};

use super::flat;
use super::metadata::Metadata;
use super::title::shared_words;
use super::tree::Tree;

/// Kinds of things (schema.org) that are articles, besides all whose name ends in `Article`.
const ARTICLES: &[&str] =
    &["Article", "BlogPosting", "LiveBlogPosting", "Report", "Review", "SocialMediaPosting", "DiscussionForumPosting"];
/// What hangs on an article without being it.
const ELSEWHERE: &[&str] =
    &["citation", "comment", "isBasedOn", "isPartOf", "mentions", "relatedLink", "review", "significantLink"];

/// The article of the page: of several, the one whose headline agrees with the page's headings, else the first.
/// What it does not say is taken from the others of that headline.
pub(super) fn of(tree: &Tree, headings: &[String]) -> Metadata {
    let scripts = tree.tags(&["script"]).filter(|(_, tag)| {
        tag.attribute("type").is_some_and(|it| it.trim().to_ascii_lowercase().starts_with("application/ld+json"))
    });
    let values: Vec<Value> = scripts.flat_map(|(at, _)| values(&tree.raw(at))).collect();
    let articles: Vec<Metadata> = values.iter().flat_map(articles).map(declared).collect();
    let agreement = |article: &Metadata| {
        let title = article.title.as_deref().unwrap_or_default();
        headings.iter().map(|heading| shared_words(heading, title)).fold(0.0, f64::max)
    };
    let mut best: Option<&Metadata> = None;
    for article in &articles {
        if best.is_none_or(|known| agreement(article) > agreement(known)) {
            best = Some(article);
        }
    }
    let Some(best) = best else { return Metadata::default() };
    let same = articles.iter().filter(|it| it.title == best.title || it.title.is_none());
    same.fold(best.clone(), filled)
}

fn filled(mut article: Metadata, other: &Metadata) -> Metadata {
    if article.authors.is_empty() {
        article.authors.clone_from(&other.authors);
    }
    article.date = article.date.or_else(|| other.date.clone());
    article.outlet = article.outlet.or_else(|| other.outlet.clone());
    article.url = article.url.or_else(|| other.url.clone());
    article.body = article.body.or_else(|| other.body.clone());
    article.description = article.description.or_else(|| other.description.clone());
    article
}

/// The values of a block: one, or several in a row; what follows an error is left aside.
fn values(block: &str) -> Vec<Value> {
    // Some pages break lines inside strings: strictly no JSON, but meant as a blank.
    let text: String = block.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.replace("<![CDATA[", " ").replace("]]>", " ");
    let Some(start) = text.find(['{', '[']) else { return Vec::new() };
    let read = |text: &str| serde_json::Deserializer::from_str(text).into_iter().map_while(Result::ok).collect();
    let found: Vec<Value> = read(&text[start..]);
    if found.is_empty() { read(&mended(&text[start..])) } else { found }
}

/// Without commas before a closing bracket, which JavaScript allows and JSON does not.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if !quoted && matches!(c, '}' | ']') {
            out.truncate(out.trim_end().trim_end_matches(',').len());
        }
        quoted ^= c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// The articles in a value, in order.
fn articles(value: &Value) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(all) => waiting.extend(all.iter().rev()),
            Value::Object(object) => {
                if is_article(object) {
                    found.push(object);
                }
                let inner = object.iter().filter(|(key, _)| !ELSEWHERE.contains(&key.as_str()));
                waiting.extend(inner.map(|(_, value)| value).filter(|it| it.is_object() || it.is_array()).rev());
            }
            _ => {}
        }
    }
    found
}

fn is_article(object: &Map<String, Value>) -> bool {
    let known = |kind: &Value| {
        let name = kind.as_str().unwrap_or_default();
        let name = name.rsplit(['/', ':', '#']).next().unwrap_or_default();
        ARTICLES.contains(&name) || name.ends_with("Article")
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(known),
        Some(kind) => known(kind),
        None => false,
    }
}

fn declared(article: &Map<String, Value>) -> Metadata {
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(plain).filter(|it| !it.is_empty());
    Metadata {
        title: text("headline").or_else(|| text("name")),
        authors: article.get("author").or_else(|| article.get("creator")).map(names).unwrap_or_default(),
        date: ["datePublished", "dateCreated", "uploadDate"]
            .iter()
            .find_map(|key| text(key))
            .filter(|it| super::date::iso(it).is_some()),
        outlet: article.get("publisher").and_then(|it| names(it).into_iter().next()),
        url: text("url").filter(|it| it.starts_with("http")),
        body: article.get("articleBody").and_then(Value::as_str).map(decoded).filter(|it| !it.trim().is_empty()),
        description: text("description"),
    }
}

/// Names in a value: a string, an object with a name, or lists of them. Where people and bodies sign together, the
/// people.
fn names(value: &Value) -> Vec<String> {
    let (mut people, mut bodies) = (Vec::new(), Vec::new());
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(name) => people.push(plain(name)),
            Value::Array(all) => waiting.extend(all.iter().rev()),
            Value::Object(object) => {
                let is_body = object.get("@type").is_some_and(|kind| kind.to_string().contains("Organization"));
                let named = object.get("name").into_iter().flat_map(strings);
                if is_body { &mut bodies } else { &mut people }.extend(named);
            }
            _ => {}
        }
    }
    let mut names = if people.iter().all(String::is_empty) { bodies } else { people };
    names.retain(|it| !it.is_empty());
    names
}

/// A string, or a list of them.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![plain(name)],
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(plain).collect(),
        _ => Vec::new(),
    }
}

/// Metadata text without stray markup and entities, on one line.
fn plain(text: &str) -> String {
    flat(&decoded(text))
}

/// Metadata text without stray markup and entities.
fn decoded(text: &str) -> String {
    if text.contains(['<', '&']) { Tree::of(text).flat(0) } else { text.to_owned() }
}
