//! Sentences each cue-based type must mark, and must not: `[words]` are what it marks, nothing else.
//!
//! One table a type and language, a sentence a line; the first half must fire, the second must not.

mod agentless;
mod blame;
mod compared;
mod conditional;
mod distance;
mod hedge;
mod label;
mod loaded;
mod pairs;
mod presupposed;
mod speech;
mod swap;
mod verb;
pub(crate) mod voices;

use std::sync::LazyLock;

use recoupe::align::Alignment;
use recoupe::article::{Article, Block, BlockKind};
use recoupe::compare::analyse;
use recoupe::framing::{FramingKind, frame};
use recoupe::lang::{Language, Lexica};
use recoupe::text::Span;

pub(crate) static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::complete);

/// An article of one paragraph.
pub(crate) fn paragraph(text: &str, language: Language) -> Article {
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
    Article { text: text.to_owned(), blocks: vec![block], language, ..Article::default() }
}

/// A sentence with what `kind` marks between brackets.
fn marked(sentence: &str, kind: FramingKind, language: Language) -> String {
    let analysed = analyse(&paragraph(sentence, language), &LEXICA);
    let framing = frame(&[analysed], &Alignment::default(), &LEXICA);
    let mut out = sentence.to_owned();
    for mark in framing.marks.iter().rev().filter(|mark| mark.kind == kind) {
        out.insert(mark.span.end, ']');
        out.insert(mark.span.start, '[');
    }
    out
}

/// Checks by which rules `kind` marks each sentence: `sentence → rule, rule` a line.
fn check_rules(kind: FramingKind, language: Language, table: &str) {
    let rows = table.lines().map(str::trim).filter(|row| !row.is_empty());
    let told = rows.clone().map(|row| {
        let sentence = row.split(" →").next().unwrap_or(row);
        let analysed = analyse(&paragraph(sentence, language), &LEXICA);
        let framing = frame(&[analysed], &Alignment::default(), &LEXICA);
        let rules = framing.marks.iter().filter(|mark| mark.kind == kind).map(|mark| mark.rule);
        format!("{sentence} → {}", rules.collect::<Vec<_>>().join(", ")).trim_end().to_owned()
    });
    assert_eq!(told.collect::<Vec<_>>(), rows.clone().collect::<Vec<_>>());
}

/// Checks a table: all sentences with brackets first, then all without; at least 25 of each.
fn check(kind: FramingKind, language: Language, table: &str) {
    let rows: Vec<&str> = table.lines().map(str::trim).filter(|row| !row.is_empty()).collect();
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, marked(&row.replace(['[', ']'], ""), kind, language)))
        .filter(|(row, found)| **row != found)
        .map(|(row, found)| format!("  wanted {row}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
    let fires = rows.iter().filter(|row| row.contains('[')).count();
    assert!(fires >= 25 && rows.len() - fires >= 25, "{fires} of {} fire", rows.len());
}

/// The rows `a | b | wanted` of a table, each found to give what it wants; all that don't are told at once.
fn rows_as_wanted(table: &str, found: impl Fn(&str, &str) -> String) -> Vec<[&str; 3]> {
    let rows: Vec<[&str; 3]> = table
        .lines()
        .filter(|row| !row.trim().is_empty())
        .map(|row| row.splitn(3, '|').map(str::trim).collect::<Vec<_>>().try_into().expect("three parts a row"))
        .collect();
    let wrong: Vec<String> = rows
        .iter()
        .map(|[a, b, wanted]| (format!("{a} | {b} | {wanted}"), found(a, b), *wanted))
        .filter(|(_, found, wanted)| found != wanted)
        .map(|(row, found, _)| format!("  {row}\n    found: {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
    rows
}
