//! The body of a page: boxes cut out beforehand, the tree that holds most prose, its blocks decided one by one.

use std::collections::BTreeSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::super::furniture;
use super::super::line::{self, Look, key};
use super::super::paste::Cleaned;
use super::super::{LineDecision, LineKind};
use super::flat;
use super::metadata::Metadata;
use super::outline::{self, Outline};
use crate::lang::{Language, Lexica};

/// What was seen of a page before its body was cut out.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Captions and credits of its pictures.
    pub captions: Vec<String>,
    /// All its blocks, in order, for what the body's tree left out.
    pub all: Vec<Outline>,
}

/// Tags that never hold an article's text.
const ASIDE: &str = "nav, aside, footer, form, button, iframe, noscript, svg, menu, dialog, template, \
    [role=navigation], [role=complementary], [role=contentinfo], [role=banner], [role=search], [role=dialog], \
    [role=alertdialog], [role=menu], [role=tablist], [aria-hidden=true], [hidden], \
    [style*='display:none'], [style*='display: none'], .visually-hidden, .sr-only, .screen-reader-text";

/// Words of class names and ids that name a box beside the article. Markup vocabulary, whatever the page's language.
const BOXES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "adslot",
    "sponsor",
    "sponsored",
    "promo",
    "promoted",
    "promotion",
    "newsletter",
    "newsletters",
    "signup",
    "subscribe",
    "subscription",
    "paywall",
    "share",
    "sharing",
    "sharebar",
    "social",
    "socials",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "recirculation",
    "outbrain",
    "taboola",
    "trending",
    "popular",
    "mostread",
    "comments",
    "comment",
    "disqus",
    "breadcrumb",
    "breadcrumbs",
    "tags",
    "taglist",
    "toolbar",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "banner",
    "widget",
    "sidebar",
    "readmore",
    "seealso",
    "teaser",
    "teasers",
    "carousel",
    "slideshow",
    "gallery",
    "byline",
    "bio",
    "authorbox",
    "timestamp",
    "dateline",
    "caption",
    "credit",
    "copyright",
    "disclaimer",
    "footer",
    "toc",
    "pagination",
    "pager",
    "nextprev",
    "skip",
    "navigation",
    "nav",
    "menu",
    "modal",
    "popup",
    "overlay",
    "tooltip",
    "hidden",
    "print",
    "pullquote",
    "youtube",
    "playlist",
    "podcast",
    "affiliate",
    "inread",
    "inline-related",
];

/// A box with more of the page's prose than this share is the article's own, whatever its name.
const MOST_SHARE: f64 = 0.25;
/// A paragraph longer than this is the article's, whatever phrases it holds, in characters.
const LONG_CHARS: usize = 150;
/// A block as long as this that comes again is a pull quote or a copy, in characters.
const REPEATED_CHARS: usize = 40;
/// A declared body this long is trusted, in characters.
const DECLARED_CHARS: usize = 500;
/// … where it has at least this share of what was found.
const DECLARED_SHARE: f64 = 0.5;

/// Cuts out of the page what is no article, after noting captions.
pub(super) fn prepare(document: &Document) -> Page {
    let captions =
        document.select("figcaption").iter().map(|tag| flat(&tag.text())).filter(|it| !it.is_empty()).collect();
    document.select("script, style, figcaption, figure figure").iter().for_each(|it| {
        it.remove();
    });
    let size = Size::of(document);
    for node in document.select(ASIDE).nodes() {
        if size.is_small(node) {
            node.remove_from_parent();
        }
    }
    for node in document.select("[class], [id]").nodes() {
        if names_a_box(node) && size.is_small(node) {
            node.remove_from_parent();
        }
    }
    Page { captions, all: outline::blocks(&document.root()) }
}

/// How much text a page holds, and how it is counted.
struct Size {
    /// By paragraphs, as pages are made; old ones have none, and count by all their text.
    by_paragraphs: bool,
    chars: usize,
}

impl Size {
    fn of(document: &Document) -> Self {
        const FEW_CHARS: usize = 400;
        let paragraphs = Self { by_paragraphs: true, chars: 0 }.chars_in(&document.root());
        if paragraphs >= FEW_CHARS {
            Self { by_paragraphs: true, chars: paragraphs }
        } else {
            Self { by_paragraphs: false, chars: document.root().normalized_char_count() }
        }
    }

    fn chars_in(&self, node: &NodeRef<'_>) -> usize {
        if !self.by_paragraphs {
            return node.normalized_char_count();
        }
        node.descendants_it().filter(|it| it.has_name("p")).map(|it| it.normalized_char_count()).sum()
    }

    fn is_small(&self, node: &NodeRef<'_>) -> bool {
        self.chars_in(node) as f64 <= MOST_SHARE * self.chars as f64
    }
}

fn names_a_box(node: &NodeRef<'_>) -> bool {
    if node.has_name("body") || node.has_name("html") || node.has_name("article") || node.has_name("main") {
        return false;
    }
    let names = [node.class(), node.id_attr()].into_iter().flatten();
    names.into_iter().any(|names| words_of(&names).iter().any(|word| BOXES.contains(&word.as_str())))
}

/// The words of a class name: `Article-relatedLinks` is article, related, links.
fn words_of(names: &str) -> BTreeSet<String> {
    let apart = furniture::unglued(names).to_lowercase();
    apart.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// The blocks of the tree with the article, and those like them that it left out.
pub(super) fn outlines(document: Document, page: &Page) -> Vec<Outline> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).and_then(|mut it| it.parse());
    match found {
        Ok(article) => completed(outline::blocks(&Document::from(article.content).root()), page),
        Err(_) => page.all.clone(),
    }
}

/// Adds the paragraphs that stand in boxes of the same kind, near the ones found: pages cut articles in pieces
/// to place advertising between them, and a tree of one piece holds but a part.
fn completed(found: Vec<Outline>, page: &Page) -> Vec<Outline> {
    const PARAGRAPH_CHARS: usize = 60;
    const KNOWN_SHARE: f64 = 0.8;
    const MOST_GAP: usize = 12;
    let keys: BTreeSet<String> = found.iter().map(|block| key(&block.text)).collect();
    let known: Vec<bool> = page.all.iter().map(|block| keys.contains(&key(&block.text))).collect();
    let chars = |blocks: &mut dyn Iterator<Item = &Outline>| blocks.map(|it| it.text.len()).sum::<usize>() as f64;
    let matched = chars(&mut page.all.iter().zip(&known).filter(|(_, known)| **known).map(|(block, _)| block));
    if matched < KNOWN_SHARE * chars(&mut found.iter()) {
        return found;
    }
    let is_paragraph = |block: &Outline| block.text.chars().count() >= PARAGRAPH_CHARS && !block.is_links();
    let boxes: BTreeSet<&str> = page
        .all
        .iter()
        .zip(&known)
        .filter(|(block, known)| **known && is_paragraph(block))
        .map(|(block, _)| block.place.as_str())
        .collect();
    let mut last = known.iter().position(|&it| it);
    let mut kept = Vec::new();
    for (at, block) in page.all.iter().enumerate() {
        let near = last.is_some_and(|last| at >= last && at - last <= MOST_GAP);
        let added = near && is_paragraph(block) && boxes.contains(block.place.as_str());
        if known[at] || added {
            last = Some(at);
            kept.push(block.clone());
        }
    }
    kept
}

/// Decides each block; phrases, links and the declared body speak against it.
pub(super) fn decide(
    outlines: &[Outline],
    metadata: &Metadata,
    page: &Page,
    language: Language,
    lexica: &Lexica,
) -> Cleaned {
    let lexicons = furniture::lexicons(language, lexica);
    let own = lexica.of(language);
    let declared = Declared::of(metadata.body.as_deref(), outlines);
    let mut cleaned = Cleaned::default();
    let title = metadata.title.as_deref().map(key).unwrap_or_default();
    let mut seen = BTreeSet::new();
    for (at, block) in outlines.iter().enumerate() {
        let look = line::look(&block.text, own, language, &lexicons);
        let again = !seen.insert(key(&block.text));
        let (kind, reason) = if let Look::Credit(credit) = &look {
            cleaned.byline = cleaned.byline.take().or_else(|| credit.byline.clone());
            cleaned.agency = cleaned.agency.take().or_else(|| credit.agency.clone());
            cleaned.date = cleaned.date.or(credit.date);
            (LineKind::Credit, "credit")
        } else if block.tag == "h1" || key(&block.text) == title {
            (LineKind::Furniture, "repeated")
        } else if let Some(kept) =
            declared.as_ref().map(|it| it.has(&block.text)).filter(|_| block.text.chars().count() > 40)
        {
            if kept { (LineKind::Paragraph, "declared") } else { (LineKind::Furniture, "undeclared") }
        } else {
            decide_one(block, &look, again, outlines.get(at + 1))
        };
        cleaned.decisions.push(LineDecision { text: block.text.clone(), kind, reason });
    }
    end_at_paywall(&mut cleaned);
    add_lead(&mut cleaned, metadata, page);
    cleaned
}

fn decide_one(block: &Outline, look: &Look, again: bool, next: Option<&Outline>) -> (LineKind, &'static str) {
    let heading = block.tag.starts_with('h') && block.tag.len() == 2;
    let item = matches!(block.tag.as_str(), "li" | "dd" | "td");
    let chars = block.text.chars().count();
    match look {
        // A page's tree has put it among the article's paragraphs: a phrase alone does not outweigh that.
        Look::Furniture(_) if chars > LONG_CHARS && !block.is_links() => (LineKind::Paragraph, "prose"),
        Look::Furniture(kind) => (LineKind::Furniture, kind),
        Look::Caption => (LineKind::Caption, "caption"),
        Look::Credit(_) => (LineKind::Credit, "credit"),
        _ if again && !item && chars > REPEATED_CHARS => (LineKind::Furniture, "repeated"),
        Look::Sentence if item => (LineKind::Paragraph, "item"),
        _ if block.is_links() && !heading => (LineKind::Furniture, "list"),
        _ if heading && next.is_some() => (LineKind::Heading, "heading"),
        _ if heading => (LineKind::Furniture, "heading"),
        _ if item => (LineKind::Paragraph, "item"),
        _ => (LineKind::Paragraph, "prose"),
    }
}

/// Where a page says that the rest is for subscribers, nothing of the article follows.
fn end_at_paywall(cleaned: &mut Cleaned) {
    let paywall = cleaned.decisions.iter().rposition(|it| it.reason == "paywall");
    for decision in cleaned.decisions.iter_mut().skip(paywall.unwrap_or(usize::MAX)) {
        if decision.kind.is_kept() {
            (decision.kind, decision.reason) = (LineKind::Furniture, "outside");
        }
    }
}

/// The introduction that the page declares and shows, where the body's tree left it out.
fn add_lead(cleaned: &mut Cleaned, metadata: &Metadata, page: &Page) {
    const LEAD_CHARS: usize = 60;
    let Some(description) = metadata.description.as_deref().filter(|it| it.chars().count() >= LEAD_CHARS) else {
        return;
    };
    let wanted = key(description);
    let wanted: String = wanted.chars().take(80).collect();
    if cleaned.decisions.iter().any(|it| it.kind.is_kept() && key(&it.text).contains(&wanted)) {
        return;
    }
    let shown = page
        .all
        .iter()
        .find(|block| key(&block.text).starts_with(&wanted) && block.text.len() < 2 * description.len() + 100);
    if let Some(block) = shown {
        let decision = LineDecision { text: block.text.clone(), kind: LineKind::Lead, reason: "declared" };
        cleaned.decisions.insert(0, decision);
    }
}

/// The text that a page declares as its article's body, as shingles of words.
struct Declared {
    shingles: BTreeSet<String>,
}

impl Declared {
    /// Where the declared body is long and agrees with what was found.
    fn of(body: Option<&str>, outlines: &[Outline]) -> Option<Self> {
        let body = body.filter(|it| it.chars().count() >= DECLARED_CHARS)?;
        let declared = Self { shingles: shingles(body).collect() };
        let all: usize = outlines.iter().map(|it| it.text.len()).sum();
        let known: usize = outlines.iter().filter(|it| declared.has(&it.text)).map(|it| it.text.len()).sum();
        (known as f64 >= DECLARED_SHARE * all as f64).then_some(declared)
    }

    /// Whether most of a block stands in the declared body.
    fn has(&self, text: &str) -> bool {
        let (mut all, mut known) = (0_usize, 0);
        for shingle in shingles(text) {
            all += 1;
            known += usize::from(self.shingles.contains(&shingle));
        }
        all > 0 && known * 2 >= all
    }
}

/// Runs of three words.
fn shingles(text: &str) -> impl Iterator<Item = String> {
    let folded = crate::text::fold(text);
    let words: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    (0..words.len().saturating_sub(2)).map(move |at| words[at..at + 3].join(" "))
}
