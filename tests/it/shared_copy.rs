//! Shared copy as a reader sees it: which passages two articles have word for word, and what they are taken for.

use std::fmt::Write;

use proptest::prelude::*;
use recoupe::align::{CopiedPassage, CopyKind, EvidenceKind, SharedCopy};
use recoupe::article::{Article, from_plain};
use recoupe::compare::{Comparison, Options, compare};
use recoupe::exchange::{csv, document, html, jsonld, text};
use recoupe::lang::{Language, Lexica};

const DISPATCH: &str = "Le toit d'une piscine s'effondre à Montfaucon

Le toit de la piscine municipale s'est effondré samedi matin sous le poids de la neige, sans faire de victime. Les \
agents chargés de l'entretien venaient de quitter les lieux lorsque la charpente a commencé à céder.

« Nous avons entendu un long craquement, puis plus rien », a raconté le gardien.";

const EDITED: &str = "Montfaucon : une piscine détruite par la neige

Frayeur dans la vallée.

Le toit de la piscine municipale s’est effondré dimanche matin sous le poids de la neige, sans faire de victime. Les \
employés chargés de l’entretien venaient de quitter les lieux lorsque la charpente a commencé à céder.

Le gardien dit avoir entendu craquer.";

const RETOLD: &str = "Une piscine s'écroule, pas de blessé

À Montfaucon, la couverture du bassin n'a pas résisté aux chutes de neige du week-end.

Personne ne se trouvait à l'intérieur. « Nous avons entendu un long craquement, puis plus rien », se souvient le gardien.";

fn article(text: &str, language: Language) -> Article {
    Article { language, ..from_plain(text) }
}

fn lexica() -> &'static Lexica {
    static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::built_in);
    &LEXICA
}

fn pair(a: &str, b: &str, language: Language) -> Comparison {
    compare(&[article(a, language), article(b, language)], lexica(), &Options::default())
}

fn show(a: &str, b: &str, language: Language) -> String {
    let comparison = pair(a, b, language);
    let mut out = String::new();
    for shared in &comparison.alignment.shared_copy {
        writeln!(out, "{:.2} of A, {:.2} of B", shared.share_a, shared.share_b).unwrap();
        for CopiedPassage { kind, a: one, b: two, words, changes } in &shared.passages {
            let (from, to) = (one.of(a), two.of(b));
            writeln!(out, "{kind:?} {}: {from}\n  B: {to}", words.len()).unwrap();
            for (one, two) in changes {
                writeln!(out, "  {:?} / {:?}", one.of(a), two.of(b)).unwrap();
            }
        }
    }
    out
}

#[test]
fn an_edited_dispatch_is_copy_with_its_changes() {
    insta::assert_snapshot!(show(DISPATCH, EDITED, Language::French), @r#"
    0.61 of A, 0.66 of B
    Copy 37: Le toit de la piscine municipale s'est effondré samedi matin sous le poids de la neige, sans faire de victime. Les agents chargés de l'entretien venaient de quitter les lieux lorsque la charpente a commencé à céder
      B: Le toit de la piscine municipale s’est effondré dimanche matin sous le poids de la neige, sans faire de victime. Les employés chargés de l’entretien venaient de quitter les lieux lorsque la charpente a commencé à céder
      "samedi" / "dimanche"
      "agents" / "employés"
    "#);
}

#[test]
fn the_same_quotation_is_no_copy() {
    insta::assert_snapshot!(show(DISPATCH, RETOLD, Language::French), @r"
    0.00 of A, 0.00 of B
    Quotation 9: Nous avons entendu un long craquement, puis plus rien
      B: Nous avons entendu un long craquement, puis plus rien
    ");
}

#[test]
fn names_offices_and_set_phrases_are_no_copy() {
    let a = "The foreign minister of the Republic of Aland, Sir Edmund Harcourt-Blake, arrived in Geneva on Tuesday \
             morning.\n\nAt the end of the day it is one of the most difficult files in a very long time.";
    let b = "Talks stalled.\n\nThe foreign minister of the Republic of Aland, Sir Edmund Harcourt-Blake, denied it on \
             Tuesday morning.\n\nFor many, it is one of the most boring files.";
    assert_eq!(show(a, b, Language::English), "");
}

#[test]
fn one_short_passage_is_chance_and_two_are_copy() {
    let first = "the bridge will stay closed until engineers finish checking every cable";
    let second = "drivers must take the mountain road that winds past the old quarry";
    let alone = (format!("Officials say {first}."), format!("On Monday, {first}!"));
    assert_eq!(show(&alone.0, &alone.1, Language::English), "");
    let both = (
        format!("Officials say {first}. Bakers complain. Instead, {second}."),
        format!("Locals grumble: {second}. On Monday, {first}!"),
    );
    assert_eq!(show(&both.0, &both.1, Language::English).matches("Copy").count(), 2);
}

#[test]
fn a_link_through_copy_says_so_first() {
    let comparison = pair(DISPATCH, EDITED, Language::French);
    let first: Vec<EvidenceKind> =
        comparison.alignment.links.iter().filter_map(|link| Some(link.evidence.first()?.kind)).collect();
    assert!(first.contains(&EvidenceKind::Copy), "{first:?}");
    let quoted = pair(DISPATCH, RETOLD, Language::French);
    let kinds: Vec<EvidenceKind> =
        quoted.alignment.links.iter().flat_map(|link| &link.evidence).map(|it| it.kind).collect();
    assert!(kinds.contains(&EvidenceKind::Quote) && !kinds.contains(&EvidenceKind::Copy), "{kinds:?}");
}

#[test]
fn an_agency_is_named_where_both_credit_it() {
    let credited =
        |text, agency: Option<&str>| Article { agency: agency.map(str::to_owned), ..article(text, Language::French) };
    let agency = |one, other| {
        let articles = [credited(DISPATCH, one), credited(EDITED, other)];
        compare(&articles, lexica(), &Options::default()).alignment.shared_copy[0].agency.clone()
    };
    assert_eq!(agency(Some("AFP"), Some("AFP")).as_deref(), Some("AFP"));
    assert_eq!(agency(Some("AFP"), Some("Reuters")), None);
    assert_eq!(agency(Some("AFP"), None), None);
}

#[test]
fn every_format_tells_it() {
    let document = document(&pair(DISPATCH, EDITED, Language::French), lexica());
    let share = &document.shared_copy[0];
    let changes: Vec<&str> = share.passages[0].changes.iter().map(|it| it.b.text.as_str()).collect();
    assert_eq!((share.a.as_str(), share.b.as_str(), changes), ("a", "b", vec!["dimanche", "employés"]));
    let written = [text(&document, Language::French), html(&document, Language::French)];
    for report in written {
        assert!(report.contains("Passages identiques") && report.contains("61\u{202f}% de A"), "{report}");
        assert!(report.contains("employés") && report.contains("repris mot pour mot (37 mots)"), "{report}");
        assert!(report.contains("mêmes phrases, sans doute d’une même agence"), "{report}");
    }
    let rows: Vec<String> = csv(&document).lines().map(str::to_owned).collect();
    assert_eq!(rows.iter().filter(|row| row.starts_with("copy,37,")).count(), 1);
    assert!(jsonld(&document).contains("repris mot pour mot (37 mots)"));
}

/// Spans of both sides, each side's words, the kind: all that must not depend on which article is first.
fn facts(shared: &[SharedCopy], mirrored: bool) -> Vec<String> {
    let side = |passage: &CopiedPassage| if mirrored { (passage.b, passage.a) } else { (passage.a, passage.b) };
    let passages = shared.iter().flat_map(|it| &it.passages);
    let mut facts: Vec<String> =
        passages.map(|it| format!("{:?} {:?} {}", it.kind, side(it), it.words.len())).collect();
    facts.sort();
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn copy_is_symmetric_exact_and_ordered(
        parts in prop::collection::vec(prop::sample::select(vec![
            "Le toit de la piscine s'est effondré sous le poids de la neige tombée. ",
            "« Nous avons entendu un long craquement, puis plus rien », a-t-il dit. ",
            "Les agents de l’entretien venaient de quitter les lieux avant la nuit. ",
            "e\u{301}té 🏊 ", "\n\n", "ouvrir ", "la porte du gymnase ", "« "
        ]), 0..24),
        cut in 0usize..24,
    ) {
        let (a, b) = (parts.concat(), parts[cut.min(parts.len())..].concat());
        let (found, turned) = (pair(&a, &b, Language::French), pair(&b, &a, Language::French));
        let (found, turned) = (&found.alignment.shared_copy, &turned.alignment.shared_copy);
        prop_assert_eq!(facts(found, false), facts(turned, true));
        for shared in found {
            prop_assert!((0.0..=1.0).contains(&shared.share_a) && (0.0..=1.0).contains(&shared.share_b));
            let mut end = 0;
            for passage in &shared.passages {
                prop_assert!(end <= passage.a.start && a.get(passage.a.range()).is_some());
                prop_assert!(b.get(passage.b.range()).is_some());
                end = passage.a.end;
                for (one, other) in &passage.words {
                    prop_assert!(passage.a.contains(*one) && passage.b.contains(*other));
                    prop_assert_eq!(recoupe::text::fold(one.of(&a)), recoupe::text::fold(other.of(&b)));
                }
                prop_assert!(passage.kind != CopyKind::Copy || passage.words.len() >= 10);
            }
        }
    }
}
