//! What a page declares of itself: JSON-LD, `OpenGraph`, `<meta>`, microdata, `<time>`.

use super::tree::{Node, Tree};
use super::{flat, jsonld, title};
use crate::text::fold;

/// What a page declares.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The authors.
    pub authors: Vec<String>,
    /// When it was published, ISO 8601 or in words.
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

/// Names of `<meta>` that give the day of publication.
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published_time",
];
/// Names of `<meta>` that give an author.
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "sailthru.author",
    "twitter:creator:name",
];
/// Class names of bylines.
const BYLINES: &[&str] =
    &["byline", "author", "author-name", "byline__name", "byline-name", "article-author", "auteur", "signature"];
/// Names longer than this are no names, in bytes.
const MOST_NAME_BYTES: usize = 200;

impl Metadata {
    pub(super) fn of(tree: &Tree) -> Self {
        let headings = title::headings(tree);
        let declared = jsonld::of(tree, &headings);
        let page = |names: &[&str]| meta(tree, names);
        let outlet =
            declared.outlet.or_else(|| page(&["og:site_name", "application-name", "dc.publisher", "publisher"]));
        let shared = ["og:title", "twitter:title", "parsely-title", "dc.title", "headline"];
        let sources = title::Sources {
            declared: declared.title.or_else(|| property(tree, "headline")),
            headings,
            shared: page(&shared),
            head: tree.tags(&["title"]).next().map(|(at, _)| flat(&tree.raw(at))),
        };
        Self {
            title: sources.headline(outlet.as_deref()),
            authors: authors(tree, declared.authors, outlet.as_deref()),
            date: declared.date.or_else(|| page(DATES)).or_else(|| stamp(tree)),
            url: canonical(tree).or_else(|| page(&["og:url"])).or(declared.url),
            outlet,
            body: declared.body,
            description: declared
                .description
                .or_else(|| page(&["og:description", "description", "twitter:description"])),
        }
    }

    /// The authors, parted by commas.
    pub(super) fn byline(&self) -> Option<String> {
        Some(self.authors.join(", ")).filter(|it| !it.is_empty())
    }
}

/// The first of these `<meta>` (by name, property or itemprop) that says something.
fn meta(tree: &Tree, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| metas(tree, name).next())
}

/// What the `<meta>` of this name say.
fn metas<'a>(tree: &'a Tree, wanted: &'a str) -> impl Iterator<Item = String> + 'a {
    tree.tags(&["meta"]).filter_map(move |(_, tag)| {
        let is = |attribute: &str| tag.attribute(attribute).is_some_and(|it| it.trim().eq_ignore_ascii_case(wanted));
        let named = is("property") || is("name") || is("itemprop");
        tag.attribute("content").filter(|_| named).map(flat).filter(|it| !it.is_empty())
    })
}

/// The text of the first tag with this microdata name.
fn property(tree: &Tree, wanted: &str) -> Option<String> {
    let tags = tree.nodes.iter().enumerate().filter(|(_, node)| &*node.tag != "meta");
    let mut named = tags.filter(|(_, node)| node.attribute("itemprop") == Some(wanted));
    named.next().map(|(at, _)| tree.flat(at)).filter(|it| !it.is_empty())
}

fn canonical(tree: &Tree) -> Option<String> {
    let links = tree.tags(&["link"]).filter(|(_, tag)| tag.attribute("rel") == Some("canonical"));
    links.filter_map(|(_, tag)| tag.attribute("href")).find(|it| it.starts_with("http")).map(str::to_owned)
}

/// The authors: declared, in `<meta>`, or marked as such in the page. An outlet signs only where nobody else does.
fn authors(tree: &Tree, declared: Vec<String>, outlet: Option<&str>) -> Vec<String> {
    let own = |names: &[String]| -> Vec<String> {
        let outlet = outlet.map(fold);
        names.iter().filter(|name| Some(fold(name)) != outlet).cloned().collect()
    };
    let in_meta = AUTHORS.iter().map(|name| metas(tree, name).filter(|it| is_name(it)).collect::<Vec<_>>());
    let mut outlets = Vec::new();
    for names in std::iter::once(declared).chain(in_meta).chain(std::iter::once(marked(tree))) {
        let names = distinct(names);
        let people = own(&names);
        if !people.is_empty() {
            return people;
        }
        if outlets.is_empty() {
            outlets = names;
        }
    }
    outlets
}

/// Each name once.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for name in names.into_iter().filter(|it| is_name(it)) {
        if !once.iter().any(|known| fold(known) == fold(&name)) {
            once.push(name);
        }
    }
    once
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() < MOST_NAME_BYTES && !name.contains("://")
}

/// The first byline that the page marks as one.
fn marked(tree: &Tree) -> Vec<String> {
    let is_byline = |node: &Node| {
        let classes = node.attribute("class").unwrap_or_default();
        node.attribute("rel") == Some("author")
            || node.attribute("itemprop") == Some("author")
            || classes.split_whitespace().any(|name| BYLINES.contains(&name))
    };
    let written = |name: &String| is_name(name) && name.chars().any(char::is_uppercase) && !name.contains('@');
    let marked = tree.nodes.iter().enumerate().filter(|(_, node)| &*node.tag != "meta" && is_byline(node));
    marked.filter_map(|(at, _)| tree.line(at)).find(written).into_iter().collect()
}

/// The first stamp of the page: `<time>`, or microdata.
fn stamp(tree: &Tree) -> Option<String> {
    let is_stamp = |node: &Node| &*node.tag == "time" || node.attribute("itemprop") == Some("datePublished");
    tree.nodes.iter().filter(|node| is_stamp(node)).find_map(|node| {
        let stamp = node.attribute("datetime").or_else(|| node.attribute("content"))?;
        super::date::iso(stamp).map(|_| stamp.to_owned())
    })
}
