//! What a page declares of itself: JSON-LD, `OpenGraph`, `<meta>`, microdata, `<time>`.

use dom_query::Document;
use serde_json::Value;

use super::flat;

/// What a page declares.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The authors, parted by commas.
    pub byline: Option<String>,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// The whole text, where declared.
    pub body: Option<String>,
    /// The introduction, where declared.
    pub description: Option<String>,
}

/// Kinds of things (schema.org) that are articles.
const ARTICLES: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "TechArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "SatiricalArticle",
    "AdvertiserContentArticle",
    "Review",
];

impl Metadata {
    pub(super) fn of(document: &Document) -> Self {
        let declared = json_ld(document);
        let page = |names: &[&str]| meta(document, names);
        let outlet =
            declared.outlet.or_else(|| page(&["og:site_name", "application-name", "dc.publisher", "publisher"]));
        let title = title(document, declared.title.as_deref(), outlet.as_deref());
        let byline = byline(document, declared.byline);
        let dates = [
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "pubdate",
            "publishdate",
            "publish-date",
            "sailthru.date",
            "parsely-pub-date",
            "cxenseparse:recs:publishtime",
            "article.published",
            "published_time",
            "og:article:published_time",
        ];
        Self {
            title,
            byline,
            date: declared
                .date
                .or_else(|| page(&dates).filter(|it| super::date::iso(it).is_some()))
                .or_else(|| time(document)),
            url: link(document).or_else(|| page(&["og:url"])).or(declared.url),
            outlet,
            body: declared.body,
            description: declared
                .description
                .or_else(|| page(&["og:description", "description", "twitter:description"])),
        }
    }
}

/// The first of these `<meta>` (by name, property or itemprop) that says something.
fn meta(document: &Document, names: &[&str]) -> Option<String> {
    names.iter().find_map(|wanted| {
        document.select("meta").iter().find_map(|tag| {
            let is = |attribute: &str| tag.attr(attribute).is_some_and(|it| it.trim().eq_ignore_ascii_case(wanted));
            let fits = is("property") || is("name") || is("itemprop");
            let content = tag.attr("content").map(|it| flat(&it)).filter(|it| !it.is_empty());
            content.filter(|_| fits)
        })
    })
}

fn link(document: &Document) -> Option<String> {
    let canonical = document.select("link[rel=canonical]").iter().find_map(|tag| tag.attr("href"))?;
    canonical.starts_with("http").then(|| canonical.to_string())
}

/// The headline: as given for sharing where that agrees with the page, else as declared, else the page's `<h1>`.
fn title(document: &Document, declared: Option<&str>, outlet: Option<&str>) -> Option<String> {
    const AGREES: f64 = 0.3;
    let shared =
        meta(document, &["og:title", "twitter:title", "dc.title", "headline"]).map(|it| without_outlet(&it, outlet));
    let head = document.select("head title").iter().next().map(|tag| without_outlet(&flat(&tag.text()), outlet));
    let declared = declared.map(flat).filter(|it| !it.is_empty());
    let headings: Vec<String> =
        document.select("h1").iter().map(|tag| flat(&tag.text())).filter(|it| !it.is_empty()).collect();
    let agrees = |title: &String| {
        let mut others = headings.iter().chain(&declared).chain(&head).peekable();
        others.peek().is_none() || others.any(|other| shared_words(other, title) >= AGREES)
    };
    // The page's name may hold its outlet's: a heading that agrees with it is cleaner.
    let named = head
        .clone()
        .filter(|it| !it.is_empty())
        .map(|head| headings.iter().find(|it| shared_words(it, &head) >= AGREES).cloned().unwrap_or(head));
    let known = shared.filter(agrees).or(declared).or(named);
    let same = |heading: &&String, title: &str| super::key(heading) == super::key(title);
    match known {
        // The spelling on the page is the reader's.
        Some(title) => headings.iter().find(|it| same(it, &title)).cloned().or(Some(title)),
        None => headings.into_iter().next(),
    }
}

/// Share of the shorter one's words that the other has too.
fn shared_words(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let folded = crate::text::fold(text);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|it| it.chars().count() > 1).map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared as f64 / long.len().max(1) as f64
}

/// « Le pont rouvre - Le Journal » without its outlet.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    const PARTS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " · "];
    let Some((at, mark)) = PARTS.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, mark))).max() else {
        return title.to_owned();
    };
    let (head, tail) = (&title[..at], &title[at + mark.len()..]);
    let named = outlet.is_some_and(|outlet| shared_words(outlet, tail) > 0.0);
    let short = tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 4;
    if named || short && mark.contains('|') { head.trim().to_owned() } else { title.to_owned() }
}

/// The authors: declared, in `<meta>`, or marked as such in the page.
fn byline(document: &Document, declared: Option<String>) -> Option<String> {
    const PLACES: &str = "[rel=author], [itemprop=author], .byline, .author, .author-name, .byline__name, .article-author, .auteur, .signature";
    let usable = |name: &String| !name.contains("://") && !name.is_empty() && name.chars().count() < 200;
    let named = |name: &String| usable(name) && name.chars().any(char::is_uppercase) && !name.contains('@');
    declared
        .filter(usable)
        .or_else(|| {
            meta(document, &["author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"])
                .filter(usable)
        })
        .or_else(|| document.select(PLACES).iter().map(|tag| flat(&tag.text())).find(named))
}

fn time(document: &Document) -> Option<String> {
    let stamps = document.select("time[datetime], [itemprop=datePublished]");
    stamps.iter().find_map(|tag| {
        let stamp = tag.attr("datetime").or_else(|| tag.attr("content"))?;
        super::date::iso(&stamp).map(|_| stamp.to_string())
    })
}

/// The first article among the page's JSON-LD blocks.
fn json_ld(document: &Document) -> Metadata {
    for script in &document.select("script[type='application/ld+json']") {
        let text = script.text();
        // Some pages break lines inside strings: strictly no JSON, but meant as a blank.
        let text = text.replace(['\n', '\r', '\t'], " ");
        let Ok(value) = serde_json::from_str::<Value>(text.trim().trim_end_matches(';')) else { continue };
        if let Some(article) = article(&value) {
            return from_json(article);
        }
    }
    Metadata::default()
}

/// The article in a value: itself, one of an array, or one of a graph.
fn article(value: &Value) -> Option<&Value> {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(all) => waiting.extend(all.iter().rev()),
            Value::Object(object) => {
                if is_article(value) {
                    return Some(value);
                }
                waiting.extend(["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
    }
    None
}

fn is_article(value: &Value) -> bool {
    let known =
        |kind: &Value| kind.as_str().is_some_and(|it| ARTICLES.contains(&it.trim_start_matches("http://schema.org/")));
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(known),
        Some(kind) => known(kind),
        None => false,
    }
}

fn from_json(article: &Value) -> Metadata {
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(plain).filter(|it| !it.is_empty());
    Metadata {
        title: text("headline").or_else(|| text("name")),
        byline: article
            .get("author")
            .or_else(|| article.get("creator"))
            .map(|it| names(it).join(", "))
            .filter(|it| !it.is_empty()),
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

/// Names in a value: a string, an object with a name, or several.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![plain(name)].into_iter().filter(|it| !it.is_empty()).collect(),
        Value::Array(all) => {
            let mut names: Vec<String> = Vec::new();
            for name in all.iter().flat_map(|one| one.get("name").map_or_else(|| names_of_text(one), names_of_text)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        }
        Value::Object(object) => object.get("name").map(names_of_text).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn names_of_text(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => Some(plain(name)).filter(|it| !it.is_empty()).into_iter().collect(),
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(plain).filter(|it| !it.is_empty()).collect(),
        _ => Vec::new(),
    }
}

/// Declared text without stray markup and entities, on one line.
fn plain(text: &str) -> String {
    flat(&decoded(text))
}

/// Declared text without stray markup and entities.
fn decoded(text: &str) -> String {
    if text.contains(['<', '&']) { Document::fragment(text).text().to_string() } else { text.to_owned() }
}
