//! A comparison as a table for spreadsheets and statistics (RFC 4180).
//!
//! One row a link (`shared`), then one row a claim found in one text only (`only`, with its nearest
//! candidate at the right), then one row a passage that two articles have word for word (`copy`, `quotation`, with the
//! number of equal words as its score). The columns never change, so that tables of many comparisons can be put
//! below each other. Written by hand: quoting is one rule, and a crate for it would be bigger than it.

use super::contract::{Article, Claim, CopiedPassage, Document, Passage, SharedCopy};
use super::reader::Reader;

const HEADER: [&str; 27] = [
    "kind",
    "score",
    "relation",
    "later",
    "differences",
    "a_article",
    "a_outlet",
    "a_claim",
    "a_start",
    "a_end",
    "a_place",
    "a_mode",
    "a_speaker",
    "a_verb",
    "a_certainty",
    "a_text",
    "b_article",
    "b_outlet",
    "b_claim",
    "b_start",
    "b_end",
    "b_place",
    "b_mode",
    "b_speaker",
    "b_verb",
    "b_certainty",
    "b_text",
];

/// The table, in UTF-8, lines ended by CR LF. Offsets are code points.
///
/// A cell of words that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or CR first) gets
/// an apostrophe in front, as OWASP advises: articles are other people's text.
pub fn csv(document: &Document) -> String {
    let reader = Reader::new(document, super::language_of(document));
    let mut out = String::new();
    push_row(&mut out, HEADER.iter().map(|name| Cell::Words((*name).to_owned())));
    for link in &document.alignments {
        let kinds: Vec<&str> = link.differences.iter().map(|it| it.rule.as_str()).collect();
        let first = [
            Cell::Words("shared".into()),
            Cell::Number(link.score.to_string()),
            Cell::Words(link.relation.clone()),
            Cell::Words(String::new()),
            Cell::Words(kinds.join(" ")),
        ];
        let (a, b) = (side(reader.claim(&link.a)), side(reader.claim(&link.b)));
        push_row(&mut out, first.into_iter().chain(a).chain(b));
    }
    for only in &document.only {
        let first = [
            Cell::Words("only".into()),
            Cell::Number(only.nearest_score.map(|score| score.to_string()).unwrap_or_default()),
            Cell::Words(String::new()),
            Cell::Words(only.later.to_string()),
            Cell::Words(String::new()),
        ];
        let mut b = side(only.nearest.as_deref().and_then(|id| reader.claim(id)));
        b[0] = Cell::Words(only.missing_in.clone());
        push_row(&mut out, first.into_iter().chain(side(reader.claim(&only.claim))).chain(b));
    }
    for shared in &document.shared_copy {
        for passage in &shared.passages {
            push_row(&mut out, copied(document, shared, passage));
        }
    }
    out
}

/// The row of a passage that two articles share.
fn copied(document: &Document, shared: &SharedCopy, passage: &CopiedPassage) -> impl Iterator<Item = Cell> {
    let side = |id: &str, words: &Passage| {
        let article = document.articles.iter().find(|article| article.id == id);
        let mut cells = side(None);
        cells[0] = Cell::Words(id.to_owned());
        cells[1] = Cell::Words(article.and_then(|it| it.outlet.clone()).unwrap_or_default());
        cells[3] = Cell::Number(words.start.to_string());
        cells[4] = Cell::Number(words.end.to_string());
        cells[10] = Cell::Words(words.text.clone());
        cells
    };
    let empty = || Cell::Words(String::new());
    let first = [Cell::Words(passage.kind.clone()), Cell::Number(passage.words.to_string()), empty(), empty(), empty()];
    first.into_iter().chain(side(&shared.a, &passage.a)).chain(side(&shared.b, &passage.b))
}

/// What a cell holds: words of an article may look like a formula, numbers of ours may not be touched.
enum Cell {
    Words(String),
    Number(String),
}

/// The eleven cells of one side.
fn side(found: Option<(&Article, &Claim)>) -> Vec<Cell> {
    let words = |value: Option<&str>| Cell::Words(value.unwrap_or_default().to_owned());
    let number = |value: Option<usize>| Cell::Number(value.map(|it| it.to_string()).unwrap_or_default());
    let article = found.map(|(article, _)| article);
    let claim = found.map(|(_, claim)| claim);
    vec![
        words(article.map(|it| it.id.as_str())),
        words(article.and_then(|it| it.outlet.as_deref())),
        words(claim.map(|it| it.id.as_str())),
        number(claim.map(|it| it.start)),
        number(claim.map(|it| it.end)),
        words(claim.map(|it| it.place.as_str())),
        words(claim.and_then(|it| it.mode.as_deref())),
        words(claim.and_then(|it| it.speaker.as_deref())),
        words(claim.and_then(|it| it.verb.as_deref())),
        words(claim.map(|it| it.certainty.as_str())),
        words(claim.map(|it| it.text.as_str())),
    ]
}

fn push_row(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        match cell {
            Cell::Number(digits) => out.push_str(&digits),
            Cell::Words(words) => push_words(out, &words),
        }
    }
    out.push_str("\r\n");
}

fn push_words(out: &mut String, words: &str) {
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = formula || words.contains([',', '"', '\n', '\r', ';', '\t']);
    if !quoted {
        out.push_str(words);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&words.replace('"', "\"\""));
    out.push('"');
}
