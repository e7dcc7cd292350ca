//! The types that compare two texts: short pairs that must show a difference, and pairs that must not.
//!
//! One file a type and language in `cases/`, a pair a line; at least 25 of each.

use recoupe::align::Link;
use recoupe::article::{Article, Block, BlockKind};
use recoupe::compare::{Comparison, Options, compare};
use recoupe::framing::FramingKind;
use recoupe::lang::Language::{self, English, French};
use recoupe::text::Span;

use super::{LEXICA, paragraph};

/// Sentences around those of a pair that must come early or late; those of the first text and of the second.
const AROUND: [(Language, [&str; 2]); 2] = [
    (
        French,
        [
            "Un boulanger prépare des brioches chaque dimanche. Ma tante collectionne les timbres de Norvège. Le chat \
             dort sous un fauteuil vert. Des cigognes nichent sur le clocher. Un violon coûte cher à réparer. La neige \
             fond lentement dans la vallée.",
            "Les abeilles préfèrent la lavande au thym. Un menuisier rabote sa planche de chêne. Sa voisine joue du \
             tuba après dîner. Deux canoës descendent la rivière. Le fromage vieillit trois ans en cave. Un enfant perd \
             sa moufle rouge.",
        ],
    ),
    (
        English,
        [
            "A baker makes buns each weekend. My aunt collects Norwegian stamps. The cat sleeps under a green armchair. \
             Storks nest on the church tower. A violin is dear to repair. Snow melts slowly in the valley.",
            "Bees prefer lavender to thyme. A joiner planes his oak board. Her neighbour plays the tuba after dinner. \
             Two canoes drift down the river. Cheese ages in cellars for ages. A child loses one red mitten.",
        ],
    ),
];

fn compared(a: &Article, b: &Article) -> Comparison {
    compare(&[a.clone(), b.clone()], &LEXICA, &Options::default())
}

/// The surest link that shows a difference of a type, with that difference's rule.
fn shown(comparison: &Comparison, kind: FramingKind) -> Option<(&Link, &'static str)> {
    let found = comparison.framing.differences.iter().find(|it| it.kind == kind)?;
    Some((&comparison.alignment.links[found.link], found.rule))
}

fn figure(a: &str, b: &str, language: Language) -> String {
    let comparison = compared(&paragraph(a, language), &paragraph(b, language));
    let found = shown(&comparison, FramingKind::Figure);
    found.map_or("-", |(_, rule)| rule.trim_start_matches("figure/")).to_owned()
}

fn certainty(a: &str, b: &str, language: Language) -> String {
    let comparison = compared(&paragraph(a, language), &paragraph(b, language));
    let found = comparison.framing.differences.iter().find(|it| it.kind == FramingKind::Certainty);
    let rung = |side: &recoupe::framing::Side| side.value.clone().unwrap_or_default();
    found.map_or_else(|| "-".to_owned(), |it| format!("{}/{}", rung(&it.a), rung(&it.b)))
}

/// The first text with brackets around what it tells alone.
fn only(a: &str, b: &str, language: Language) -> String {
    let comparison = compared(&paragraph(a, language), &paragraph(b, language));
    let mut out = a.to_owned();
    let own = |mark: &&recoupe::framing::Mark| mark.article == 0 && mark.kind == FramingKind::Only;
    for mark in comparison.framing.marks.iter().rev().filter(own) {
        out.insert(mark.span.end, ']');
        out.insert(mark.span.start, '[');
    }
    out
}

/// A sentence as headline, first, in the middle or last, among the sentences of its side.
fn placed(sentence: &str, place: &str, side: usize, language: Language) -> Article {
    let around = AROUND.iter().find(|(known, _)| *known == language).map_or("", |(_, texts)| texts[side]);
    let (head, tail) = around.split_at(around.match_indices(". ").nth(2).map_or(0, |(at, _)| at + 2));
    let (title, body) = match place {
        "title" => (Some(sentence), around.to_owned()),
        "first" => (None, format!("{sentence} {around}")),
        "middle" => (None, format!("{head}{sentence} {tail}")),
        _ => (None, format!("{around} {sentence}")),
    };
    let headline = title.map(|title| format!("{title}\n\n")).unwrap_or_default();
    let text = format!("{headline}{body}");
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    let title = title.map(|title| block(BlockKind::Title, 0, title.len()));
    let body = block(BlockKind::Paragraph, headline.len(), text.len());
    Article { blocks: title.into_iter().chain([body]).collect(), language, text, ..Article::default() }
}

fn place(places: &str, a: &str, b: &str, language: Language) -> &'static str {
    let (one, other) = places.split_once(' ').unwrap_or((places, places));
    let comparison = compared(&placed(a, one, 0, language), &placed(b, other, 1, language));
    if shown(&comparison, FramingKind::Place).is_some() { "" } else { "- " }
}

/// Checks a table of `wanted | a | b`: each row gives what is found; `-` is nothing. At least 25 must show something
/// and 25 nothing.
fn check(table: &str, found: impl Fn(&[&str]) -> String) {
    let rows: Vec<&str> = table.lines().filter(|row| !row.starts_with('#')).collect();
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, found(&row.split(" | ").collect::<Vec<_>>())))
        .filter(|(row, found)| **row != found)
        .map(|(row, found)| format!("  wanted {row}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} pairs:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
    let silent =
        rows.iter().filter(|row| !row.contains('[') && (row.starts_with('-') || row.matches(" | ").count() == 1));
    let silent = silent.count();
    assert!(silent >= 25 && rows.len() - silent >= 25, "{silent} of {} must show nothing", rows.len());
}

#[test]
fn figures() {
    for (language, table) in
        [(French, include_str!("cases/figure.fr.txt")), (English, include_str!("cases/figure.en.txt"))]
    {
        check(table, |row| format!("{} | {} | {}", figure(row[1], row[2], language), row[1], row[2]));
    }
}

#[test]
fn rungs() {
    for (language, table) in
        [(French, include_str!("cases/certainty.fr.txt")), (English, include_str!("cases/certainty.en.txt"))]
    {
        check(table, |row| format!("{} | {} | {}", certainty(row[1], row[2], language), row[1], row[2]));
    }
}

#[test]
fn told_by_one() {
    for (language, table) in [(French, include_str!("cases/only.fr.txt")), (English, include_str!("cases/only.en.txt"))]
    {
        check(table, |row| format!("{} | {}", only(&row[0].replace(['[', ']'], ""), row[1], language), row[1]));
    }
}

#[test]
fn places() {
    for (language, table) in
        [(French, include_str!("cases/place.fr.txt")), (English, include_str!("cases/place.en.txt"))]
    {
        check(table, |row| {
            let places = row[0].trim_start_matches("- ");
            format!("{}{places} | {} | {}", place(places, row[1], row[2], language), row[1], row[2])
        });
    }
}
