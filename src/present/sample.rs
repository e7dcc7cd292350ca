//! A tiny comparison for the tests of this folder.

use std::collections::BTreeMap;

use super::Edition;
use crate::exchange::contract::{
    Alignment, Article, Block, Claim, Difference, Document, Evidence, Marker, Only, SCHEMA, Side,
};

const A: &str = "The bridge shut\n\nOfficials “may have” shut the bridge at Ivry. “We wait”, says Lea Morel.";
const B: &str = "Ivry cut off\n\nThe bridge at Ivry is shut. Buses run instead.";

fn article(id: &str, text: &str, claims: &[&str]) -> Article {
    let (head, _) = text.split_once("\n\n").unwrap_or((text, ""));
    let (head, all) = (head.chars().count(), text.chars().count());
    let block = |start, end, kind: &str| Block { start, end, kind: kind.into() };
    Article {
        id: id.into(),
        title: None,
        outlet: Some(format!("Journal {id}")),
        byline: None,
        agency: None,
        date: Some("2024-03-05".into()),
        lang: "en".into(),
        lang_confidence: 1.0,
        url: None,
        text: text.into(),
        blocks: vec![block(0, head, "title"), block(head + 2, all, "paragraph")],
        captions: Vec::new(),
        claims: claims.iter().enumerate().map(|(at, words)| claim(id, at, text, words)).collect(),
        markers: Vec::new(),
    }
}

fn claim(article: &str, at: usize, text: &str, words: &str) -> Claim {
    let (start, end) = span(text, words);
    Claim {
        id: format!("{article}{at}"),
        start,
        end,
        text: words.into(),
        place: if at == 0 { "title" } else { "body" }.into(),
        mode: None,
        speaker: None,
        speaker_kind: None,
        speaker_candidates: Vec::new(),
        speaker_through: Vec::new(),
        verb: None,
        stance: None,
        certainty: if words.contains("may have") { "hedged" } else { "asserted" }.into(),
        cues: Vec::new(),
        entities: Vec::new(),
        quantities: Vec::new(),
        dates: Vec::new(),
    }
}

/// Where `words` stand in `text`, in code points.
pub fn span(text: &str, words: &str) -> (usize, usize) {
    let start = text[..text.find(words).unwrap_or(0)].chars().count();
    (start, start + words.chars().count())
}

/// Two articles on a closed bridge; one claim is shared, one mark stands in the first.
pub fn document() -> Document {
    let mut a = article(
        "a",
        A,
        &["The bridge shut", "Officials “may have” shut the bridge at Ivry.", "“We wait”, says Lea Morel."],
    );
    a.claims[2].speaker = Some("Lea Morel".into());
    let (start, end) = span(A, "may have");
    a.markers.push(Marker {
        start,
        end,
        text: "may have".into(),
        kind: "hedge".into(),
        rule: "elsewhere/modal".into(),
        cue: "may have".into(),
        note: "The writer does not vouch for it.".into(),
        details: BTreeMap::new(),
    });
    let b = article("b", B, &["Ivry cut off", "The bridge at Ivry is shut.", "Buses run instead."]);
    let side = |value: &str| Side { start: None, end: None, text: None, value: Some(value.into()) };
    let alignment = Alignment {
        a: "a1".into(),
        b: "b1".into(),
        score: 0.93,
        relation: "overlap".into(),
        evidence: vec![Evidence { kind: "word".into(), a: "bridge".into(), b: "bridge".into(), weight: 1.0 }],
        differences: vec![Difference {
            kind: "certainty".into(),
            rule: "elsewhere/rung".into(),
            a: side("hedged"),
            b: side("asserted"),
            note: "A hedges; B asserts.".into(),
            details: BTreeMap::new(),
        }],
    };
    let only = |claim: &str, missing_in: &str, nearest: Option<&str>| Only {
        claim: claim.into(),
        missing_in: missing_in.into(),
        nearest: nearest.map(Into::into),
        nearest_score: nearest.map(|_| 0.2),
        later: false,
    };
    Document {
        schema: SCHEMA.into(),
        articles: vec![a, b],
        alignments: vec![alignment],
        groups: Vec::new(),
        labels: Vec::new(),
        voices: Vec::new(),
        camps: Vec::new(),
        speech: Vec::new(),
        figures: Vec::new(),
        timeline: Vec::new(),
        synthesis: Vec::new(),
        only: vec![
            only("a0", "b", Some("b0")),
            only("a2", "b", None),
            only("b0", "a", Some("a0")),
            only("b2", "a", None),
        ],
        shared_copy: vec![],
        notices: vec![],
        notes: Vec::new(),
    }
}

/// The edition of [`document`].
pub fn edition() -> Edition {
    Edition::new(document(), [0, 1])
}
