//! Texts in other languages than French and English, and pairs of two languages: what is still laid side by side.

use std::fmt::Write;

use recoupe::align::ClaimRef;
use recoupe::article::{Article, from_plain};
use recoupe::compare::{Comparison, Options, compare};
use recoupe::exchange::document;
use recoupe::lang::{Lexica, detect};

const FRENCH: &str = "Le toit d'une piscine s'effondre en Allemagne

Le toit de la piscine municipale de Montfeld s'est effondré le 14 mars 2021 sous le poids de la neige. Il y a 23 \
blessés, selon le maire, Karl Brandt.

La piscine avait été construite en 1974. Les boulangers du Jura manquent de beurre.";

const ENGLISH: &str = "Swimming pool roof collapses in Germany

The roof of the municipal pool in Montfeld collapsed on 14 March 2021 under the weight of snow. Mayor Karl Brandt \
said 23 people were injured.

The pool was built in 1974. Rail fares will rise next year.";

const GERMAN: &str = "Dach eines Hallenbads in Montfeld eingestürzt

Das Dach des Hallenbads in Montfeld ist am 14. März 2021 unter der Last des Schnees eingestürzt. Dabei wurden 23 \
Menschen verletzt, teilte Karl Brandt mit.

Das Gebäude war 1974 gebaut worden. Der Verkehr ruht.";

const RUSSIAN: &str = "В Германии обрушилась крыша бассейна

Крыша бассейна в Монтфельде обрушилась 14 марта 2021 года под тяжестью снега. Пострадали 23 человека, сообщил мэр.

Бассейн был построен в 1974 году. Движение остановлено.";

const CHINESE: &str = "德国一游泳馆屋顶坍塌

2021年3月14日，游泳馆的屋顶因积雪坍塌。市长说，23人受伤。“我们听到一声巨响！”

该馆建于1974年。交通中断。";

const ARABIC: &str = "انهيار سقف مسبح في ألمانيا

انهار سقف المسبح البلدي في ١٤ مارس ٢٠٢١ تحت ثقل الثلوج. هل من مسؤول؟ وأصيب ٢٣ شخصا.

بني المسبح عام ١٩٧٤.";

fn lexica() -> &'static Lexica {
    static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);
    &LEXICA
}

fn article(text: &str) -> Article {
    Article { language: detect(text, lexica()).0, ..from_plain(text) }
}

fn pair(a: &str, b: &str) -> Comparison {
    compare(&[article(a), article(b)], lexica(), &Options::default())
}

fn words(comparison: &Comparison, claim: ClaimRef) -> &str {
    let analysed = &comparison.articles[claim.article];
    analysed.claims.claims[claim.claim].span.of(&analysed.article.text)
}

fn has_link(comparison: &Comparison, a: &str, b: &str) -> bool {
    let holds = |claim, part: &str| words(comparison, claim).contains(part);
    comparison.alignment.links.iter().any(|link| holds(link.a, a) && holds(link.b, b))
}

#[test]
fn other_languages_are_linked_by_figures_and_names() {
    for (other, [day, injured, built]) in [
        (GERMAN, ["14. März", "23", "1974"]),
        (RUSSIAN, ["14 марта", "23", "1974"]),
        (CHINESE, ["3月14日", "23人", "1974"]),
        (ARABIC, ["١٤", "٢٣", "١٩٧٤"]),
    ] {
        for (known, known_day) in [(FRENCH, "14 mars 2021"), (ENGLISH, "14 March 2021")] {
            let comparison = pair(other, known);
            for (one, two) in [(day, known_day), (injured, "23"), (built, "1974")] {
                assert!(has_link(&comparison, one, two), "{one} | {two}");
            }
        }
    }
}

#[test]
fn what_shares_no_figure_and_no_name_is_not_linked() {
    for (other, alone) in [(GERMAN, "Verkehr"), (RUSSIAN, "Движение"), (CHINESE, "交通")] {
        for (known, known_alone) in [(FRENCH, "boulangers"), (ENGLISH, "Rail fares")] {
            let comparison = pair(other, known);
            assert!(!has_link(&comparison, alone, ""), "{alone}");
            assert!(!has_link(&comparison, "", known_alone), "{known_alone}");
        }
    }
}

#[test]
fn french_and_english_are_linked_by_translated_names_figures_and_dates() {
    let comparison = pair(FRENCH, ENGLISH);
    for (french, english) in [
        ("s'effondre en Allemagne", "collapses in Germany"),
        ("14 mars 2021", "14 March 2021"),
        ("23 blessés", "23 people"),
    ] {
        assert!(has_link(&comparison, french, english), "{french} | {english}");
    }
    assert!(!has_link(&comparison, "boulangers", "") && !has_link(&comparison, "", "Rail fares"));
}

#[test]
fn exonyms_are_one_name() {
    let french =
        "Sommet\n\nMoscou et Pékin ont promis 300 millions d'euros à Alep.\n\nLa Maison Blanche se tait sur la Syrie.";
    let english = "Summit\n\nMoscow and Beijing pledged 300 million euros to Aleppo.\n\nThe weather in Japan is fine.";
    let comparison = pair(french, english);
    assert!(has_link(&comparison, "Moscou", "Moscow"));
    assert!(!has_link(&comparison, "", "Japan") && !has_link(&comparison, "Maison Blanche", ""));
    let actor = |name: &str| comparison.alignment.actors.iter().find(|it| it.name == name).map(|it| it.members.len());
    assert_eq!((actor("Beijing"), actor("Syrie"), actor("Japan")), (Some(2), Some(1), Some(1)));
    let reasons = &document(&comparison, lexica()).alignments[0].evidence;
    let name = |one: &str, two: &str| reasons.iter().any(|it| it.kind == "name" && it.a == one && it.b == two);
    assert!(name("Moscou", "Moscow") && name("Alep", "Aleppo"), "{reasons:?}");
}

#[test]
fn sentences_of_other_scripts_are_cut() {
    let cut = |text: &str| {
        let comparison = pair(text, ENGLISH);
        let analysed = &comparison.articles[0];
        let mut out = String::new();
        for sentence in &analysed.segmentation.sentences {
            writeln!(out, "{}", sentence.span.of(&analysed.article.text)).unwrap();
        }
        out
    };
    insta::assert_snapshot!(cut(CHINESE), @"
    德国一游泳馆屋顶坍塌
    2021年3月14日，游泳馆的屋顶因积雪坍塌。
    市长说，23人受伤。
    “我们听到一声巨响！”
    该馆建于1974年。
    交通中断。
    ");
    insta::assert_snapshot!(cut(ARABIC), @"
    انهيار سقف مسبح في ألمانيا
    انهار سقف المسبح البلدي في ١٤ مارس ٢٠٢١ تحت ثقل الثلوج.
    هل من مسؤول؟
    وأصيب ٢٣ شخصا.
    بني المسبح عام ١٩٧٤.
    ");
    insta::assert_snapshot!(cut(GERMAN), @"
    Dach eines Hallenbads in Montfeld eingestürzt
    Das Dach des Hallenbads in Montfeld ist am 14. März 2021 unter der Last des Schnees eingestürzt.
    Dabei wurden 23 Menschen verletzt, teilte Karl Brandt mit.
    Das Gebäude war 1974 gebaut worden.
    Der Verkehr ruht.
    ");
}

#[test]
fn guillemets_that_point_inwards_stay_with_their_words() {
    const TEXT: &str = "Die Brücke ist offen\n\nDer Verkehr ruht seit Montag. »Wir warten noch«, sagte Karl Brandt. Er fügte hinzu: \
                        »Es dauert.« Danach ging er nach Hause. „Endlich!“ Die Stadt atmet auf.";
    let comparison = pair(TEXT, ENGLISH);
    let analysed = &comparison.articles[0];
    let sentences: Vec<&str> =
        analysed.segmentation.sentences.iter().map(|it| it.span.of(&analysed.article.text)).collect();
    assert_eq!(
        sentences[1..],
        [
            "Der Verkehr ruht seit Montag.",
            "»Wir warten noch«, sagte Karl Brandt.",
            "Er fügte hinzu: »Es dauert.«",
            "Danach ging er nach Hause.",
            "„Endlich!“",
            "Die Stadt atmet auf.",
        ]
    );
}

#[test]
fn no_rule_of_wording_fires_on_an_unread_language() {
    for other in [GERMAN, RUSSIAN, CHINESE, ARABIC] {
        let document = document(&pair(other, FRENCH), lexica());
        assert_eq!(document.articles[0].lang, "other");
        assert!(document.articles[0].markers.iter().all(|marker| marker.kind == "only"), "{other}");
        assert!(document.articles[0].claims.iter().all(|claim| claim.speaker.is_none() && claim.verb.is_none()));
        let kinds = document.alignments.iter().flat_map(|it| &it.differences).map(|it| it.kind.as_str());
        assert!(kinds.into_iter().all(|kind| matches!(kind, "figure" | "place")), "{other}");
    }
}

#[test]
fn what_is_weaker_is_said() {
    let rules = |a: &str, b: &str| {
        let notices = document(&pair(a, b), lexica()).notices;
        notices.iter().map(|it| format!("{} {}", it.rule, it.articles.join(" "))).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(rules(FRENCH, GERMAN), "notice/language b");
    assert_eq!(rules(ENGLISH, FRENCH), "notice/languages a b");
    assert_eq!(rules(RUSSIAN, CHINESE), "notice/language a, notice/language b");
    assert_eq!(rules(FRENCH, FRENCH), "");
}
