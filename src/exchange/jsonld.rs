//! A comparison as annotations of the W3C Web Annotation Data Model (2017), in JSON-LD.
//!
//! Each mark is an annotation on its words; each link is an annotation on the first claim whose body
//! is the second, and so is each passage that two articles have word for word. Words are pointed at twice, by position (code points of the cleaned text) and by
//! quotation with what stands around, so that other tools find them in the page itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::contract::{Alignment, Article, CopiedPassage, Document, Marker, SharedCopy};
use super::reader::{Reader, address};

/// Code points quoted before and after a passage: enough to be found again when a page repeats words.
const CONTEXT_POINTS: usize = 32;

/// The annotations, as one collection with one page.
pub fn jsonld(document: &Document) -> String {
    let sources: BTreeMap<&str, Source> =
        document.articles.iter().map(|article| (article.id.as_str(), Source::new(article))).collect();
    let reader = Reader::new(document, super::language_of(document));
    let marks = sources.values().flat_map(Source::marks);
    let links = document.alignments.iter().enumerate().filter_map(|(at, it)| link(&reader, &sources, at, it));
    let copies = document.shared_copy.iter().enumerate().flat_map(|(at, it)| copies(&reader, &sources, at, it));
    let items: Vec<Value> = marks.chain(links).chain(copies).collect();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identifier(&document.articles.iter().map(|it| it.text.as_str()).collect::<Vec<_>>()),
        "type": "AnnotationCollection",
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    format!("{collection:#}\n")
}

/// An article as a source of annotations: its text ready to be cut at code points.
struct Source<'a> {
    article: &'a Article,
    text: Vec<char>,
    address: String,
}

impl<'a> Source<'a> {
    /// The article goes by its address, or by a name made from its text where that is not known.
    fn new(article: &'a Article) -> Self {
        let address = address(article).map_or_else(|| identifier(&[&article.text]), str::to_owned);
        Self { article, text: article.text.chars().collect(), address }
    }

    fn marks(&self) -> impl Iterator<Item = Value> {
        self.article.markers.iter().enumerate().map(|(at, marker)| self.mark(at, marker))
    }

    fn mark(&self, at: usize, marker: &Marker) -> Value {
        let kind = json!({ "type": "TextualBody", "purpose": "tagging", "value": marker.kind });
        json!({
            "id": identifier(&[&self.address, "mark", &at.to_string(), &marker.rule]),
            "type": "Annotation",
            "motivation": "commenting",
            "body": [kind, comment(&marker.note, &self.article.lang)],
            "target": self.target(marker.start, marker.end),
        })
    }

    /// The words from `start` up to `end` (code points).
    fn target(&self, start: usize, end: usize) -> Value {
        json!({
            "type": "SpecificResource",
            "source": self.address,
            "selector": [
                { "type": "TextPositionSelector", "start": start, "end": end },
                {
                    "type": "TextQuoteSelector",
                    "exact": self.slice(start, end),
                    "prefix": self.slice(start.saturating_sub(CONTEXT_POINTS), start),
                    "suffix": self.slice(end, end.saturating_add(CONTEXT_POINTS)),
                },
            ],
        })
    }

    fn slice(&self, start: usize, end: usize) -> String {
        self.text.get(start..end.min(self.text.len())).unwrap_or_default().iter().collect()
    }
}

fn link(reader: &Reader, sources: &BTreeMap<&str, Source>, at: usize, link: &Alignment) -> Option<Value> {
    let target = |id: &str| {
        let (article, claim) = reader.claim(id)?;
        let source = sources.get(article.id.as_str())?;
        Some((source, source.target(claim.start, claim.end)))
    };
    let ((a, first), (b, mut second)) = (target(&link.a)?, target(&link.b)?);
    second["purpose"] = json!("linking");
    let relation = json!({ "type": "TextualBody", "purpose": "classifying", "value": link.relation });
    let mut body = vec![second, relation];
    body.extend(link.differences.iter().map(|it| comment(&it.note, &a.article.lang)));
    Some(json!({
        "id": identifier(&[&a.address, &b.address, "link", &at.to_string()]),
        "type": "Annotation",
        "motivation": "linking",
        "body": body,
        "target": first,
    }))
}

/// The passages that two articles have word for word.
fn copies(reader: &Reader, sources: &BTreeMap<&str, Source>, pair: usize, shared: &SharedCopy) -> Vec<Value> {
    let sides = sources.get(shared.a.as_str()).zip(sources.get(shared.b.as_str()));
    let Some((a, b)) = sides else { return Vec::new() };
    let copy = |(at, passage): (usize, &CopiedPassage)| {
        let mut second = b.target(passage.b.start, passage.b.end);
        second["purpose"] = json!("linking");
        let kind = json!({ "type": "TextualBody", "purpose": "classifying", "value": passage.kind });
        json!({
            "id": identifier(&[&a.address, &b.address, "copy", &pair.to_string(), &at.to_string()]),
            "type": "Annotation",
            "motivation": "linking",
            "body": [second, kind, comment(&reader.copied(passage), reader.language.code())],
            "target": a.target(passage.a.start, passage.a.end),
        })
    };
    shared.passages.iter().enumerate().map(copy).collect()
}

fn comment(words: &str, language: &str) -> Value {
    let mut body = json!({ "type": "TextualBody", "purpose": "commenting", "value": words, "format": "text/plain" });
    if language != "other" {
        body["language"] = json!(language);
    }
    body
}

/// A name that is the same for the same words, everywhere and always: a version 8 UUID (RFC 9562) over
/// the FNV-1a hash of `parts`.
fn identifier(parts: &[&str]) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let digits = format!("{hash:032x}");
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..])
}
