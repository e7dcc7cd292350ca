//! Whatever stands in a text, comparing it ends: no panic, every passage verbatim.

use std::sync::LazyLock;

use proptest::prelude::*;
use recoupe::article::{Article, Hints, from_plain, read};
use recoupe::compare::{Options, compare};
use recoupe::exchange::{contract::Document, csv, document, html, jsonld, text};
use recoupe::lang::{Language, Lexica};

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::complete);

const FRENCH: &str = concat!(
    "Le pont rouvre à Lyon\n\n« Nous avons prévenu 45 habitants », aurait répondu la maire, Anne Morel, lundi 3 mars 2020. ",
    "Selon elle, les soi-disant experts ont été écartés, a-t-elle ajouté.\n\nAu moins deux cents personnes sont mortes.",
);
const ENGLISH: &str = concat!(
    "Bridge reopens in Leeds\n\nAt least 45 people were killed, Mayor Ann Reed said on 3 March 2020. \"We had warned them,\" ",
    "she told reporters.\n\nAccording to police, the so-called experts didn't know. Mr Hall's office denied it.",
);
/// What breaks careless text code: marks without partners, signs of several bytes, numbers and dates that are none.
const ODD: &[&str] = &[
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "—",
    "...",
    "…",
    "?!",
    ":",
    "\n\n",
    "\r\n",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "\u{200b}",
    "İ",
    "ß",
    "ﬃ",
    "œ",
    "e\u{301}",
    "👨‍👩‍👧",
    "١٢٣",
    "½",
    "²",
    "1er",
    "1,2,3",
    "1.2.3.4",
    "31/02/2016",
    "25h61",
    "0",
    "99999999999999999999999999999999999999",
    "million million",
    "l'",
    "qu'",
    "-t-il",
    "n't",
    "'s",
    "selon",
    "said that",
    "M.",
    "U.S.",
    "aurait",
    "<p>",
    "</p>",
    "&amp;",
    "# ",
    "[1]",
];

/// Compares two articles and writes the result in every form.
fn written(one: &Article, other: &Article) -> Document {
    let articles = [one.clone(), other.clone()];
    let found = document(&compare(&articles, &LEXICA, &Options { threshold: 0.05 }), &LEXICA);
    for language in [Language::French, Language::English] {
        assert!(!html(&found, language).is_empty() && !text(&found, language).is_empty());
    }
    assert!(!csv(&found).is_empty() && !jsonld(&found).is_empty());
    found
}

/// Whether every claim and mark is, by its code points, what the text says there.
fn verbatim(found: &Document) -> bool {
    found.articles.iter().all(|article| {
        let points: Vec<char> = article.text.chars().collect();
        let is = |start: usize, end: usize, words: &str| {
            points.get(start..end).is_some_and(|there| there.iter().copied().eq(words.chars()))
        };
        article.claims.iter().all(|claim| is(claim.start, claim.end, &claim.text))
            && article.markers.iter().all(|mark| is(mark.start, mark.end, &mark.text))
    })
}

/// A text with odd things put in, each at a share of its length.
fn with(base: &str, odd: &[(usize, u8)]) -> String {
    let mut letters: Vec<char> = base.chars().collect();
    for &(which, place) in odd {
        let at = letters.len() * usize::from(place) / 256;
        letters.splice(at..at, ODD[which % ODD.len()].chars());
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_compared(odd in prop::collection::vec((any::<usize>(), any::<u8>()), 1..24), french in any::<bool>()) {
        let (base, other) = if french { (FRENCH, ENGLISH) } else { (ENGLISH, FRENCH) };
        let (damaged, whole) = (with(base, &odd), from_plain(other));
        for language in [Language::French, Language::English, Language::Other] {
            let article = Article { language, ..from_plain(&damaged) };
            prop_assert!(verbatim(&written(&article, &whole)));
        }
        if let Ok(article) = read(damaged.as_bytes(), &Hints::default(), &LEXICA) {
            prop_assert!(verbatim(&written(&article, &whole)));
        }
    }
}
