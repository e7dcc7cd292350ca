//! Alignment as a reader sees it: which claims of two short articles are laid side by side.

use std::fmt::Write;

use proptest::prelude::*;
use recoupe::align::{ClaimRef, Link};
use recoupe::article::{Article, Hints, from_plain};
use recoupe::compare::{Comparison, Options, compare};
use recoupe::lang::{Language, Lexica};

const FLOOD_A: &str = "Crues : le barrage de Belleroche a cédé dans la nuit

Le barrage de Belleroche a cédé mardi vers trois heures du matin, inondant la vallée.

Au moins douze personnes ont été blessées, selon la préfecture.

Les pompiers ont évacué six cents habitants vers le gymnase municipal.

Le prix du foin avait déjà doublé cet hiver chez les éleveurs.";

const FLOOD_B: &str = "Rupture d'un barrage : la vallée sous les eaux

La vallée est inondée depuis la rupture du barrage de Belleroche, mardi avant l'aube.

Six cents riverains ont trouvé refuge au gymnase de la commune.

La préfecture fait état d'une quinzaine de blessés.

Une enquête sur l'entretien de l'ouvrage a été ouverte par le parquet.";

const STRIKE_A: &str = "Rail unions call three-day strike over pensions

Rail unions called a three-day strike from Monday after talks on pensions collapsed.

The transport ministry said it regretted the decision and would keep the door open.

Ticket sales for the summer festival in the capital begin next week.";

const STRIKE_B: &str = "Talks fail, trains to stop for three days

Negotiations over pensions broke down and unions will stop trains for three days, starting on Monday.

The government's door remains open, the transport ministry said, calling the walkout regrettable.

Bakers in the north report a shortage of butter.";

fn lexica() -> &'static Lexica {
    static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);
    &LEXICA
}

fn article(text: &str, language: Language) -> Article {
    Article { language, ..from_plain(text) }
}

fn pair(a: &str, b: &str, language: Language) -> Comparison {
    compare(&[article(a, language), article(b, language)], lexica(), &Options::default())
}

fn words(comparison: &Comparison, claim: ClaimRef) -> &str {
    let analysed = &comparison.articles[claim.article];
    analysed.claims.claims[claim.claim].span.of(&analysed.article.text)
}

/// Whether some link joins a claim holding `a` with a claim of the second article holding `b`.
fn linked(comparison: &Comparison, a: &str, b: &str) -> bool {
    let joins = |link: &Link| words(comparison, link.a).contains(a) && words(comparison, link.b).contains(b);
    comparison.alignment.links.iter().any(joins)
}

fn show(comparison: &Comparison) -> String {
    let mut shown = String::new();
    for link in &comparison.alignment.links {
        let (a, b) = (words(comparison, link.a), words(comparison, link.b));
        writeln!(shown, "{a}\n= {b}\n").expect("a String takes all");
    }
    shown
}

#[test]
fn french_claims_in_other_words_are_linked() {
    let comparison = pair(FLOOD_A, FLOOD_B, Language::French);
    for (a, b) in [
        ("a cédé mardi", "rupture du barrage"),
        ("évacué six cents habitants", "Six cents riverains"),
        ("douze personnes", "quinzaine de blessés"),
    ] {
        assert!(linked(&comparison, a, b), "{a} = {b} is missing from\n{}", show(&comparison));
    }
    for (a, b) in [("prix du foin", ""), ("", "enquête sur l'entretien"), ("gymnase", "blessés")] {
        assert!(!linked(&comparison, a, b), "{a} = {b} should not be in\n{}", show(&comparison));
    }
}

#[test]
fn english_claims_in_other_words_are_linked() {
    let comparison = pair(STRIKE_A, STRIKE_B, Language::English);
    for (a, b) in
        [("called a three-day strike", "unions will stop trains"), ("keep the door open", "door remains open")]
    {
        assert!(linked(&comparison, a, b), "{a} = {b} is missing from\n{}", show(&comparison));
    }
    for (a, b) in [("summer festival", ""), ("", "shortage of butter")] {
        assert!(!linked(&comparison, a, b), "{a} = {b} should not be in\n{}", show(&comparison));
    }
}

/// The first case as the command reads it.
fn first_case() -> Comparison {
    let read = |bytes: &[u8]| {
        let hints = Hints { language: Some(Language::French), ..Hints::default() };
        recoupe::article::read(bytes, &hints, lexica()).expect("both articles are readable")
    };
    let rfi = read(include_bytes!("../../public/articles/rfi.txt"));
    let rt = read(include_bytes!("../../public/articles/rt-france.txt"));
    compare(&[rfi, rt], lexica(), &Options::default())
}

#[test]
fn the_first_case_links_what_both_tell_and_nothing_else() {
    let comparison = first_case();
    for (a, b) in [
        ("conversation téléphonique avec son homologue", "se sont entretenus au téléphone"),
        ("couloirs humanitaires ont été mis en place", "huit couloirs humanitaires ont été établis"),
        ("couloirs humanitaires ont été mis en place", "les corridors mis en place"),
        ("aucun raid aérien", "prolonger"),
        ("cette pause va se poursuivre", "la prolongation de la trêve"),
    ] {
        assert!(linked(&comparison, a, b), "{a} = {b} is missing from\n{}", show(&comparison));
    }
    for (a, b) in [
        ("estimations de l'ONU", ""),
        ("vous n'aviez rien prévu", ""),
        ("", "frappes meurtrières turques"),
        ("prévient les habitants", ""),
    ] {
        assert!(!linked(&comparison, a, b), "{a} = {b} should not be in\n{}", show(&comparison));
    }
}

#[test]
fn what_has_no_counterpart_stands_in_one_article_only() {
    let comparison = pair(FLOOD_A, FLOOD_B, Language::French);
    let only: Vec<&str> = comparison.alignment.only.iter().map(|only| words(&comparison, only.claim)).collect();
    assert!(only.iter().any(|claim| claim.contains("prix du foin")), "{only:?}");
    assert!(only.iter().any(|claim| claim.contains("enquête sur l'entretien")), "{only:?}");
}

#[test]
fn a_lower_threshold_keeps_all_links_of_a_higher_one() {
    let at = |threshold| {
        let articles = [article(FLOOD_A, Language::French), article(FLOOD_B, Language::French)];
        let links = compare(&articles, lexica(), &Options { threshold }).alignment.links;
        links.iter().map(|link| (link.a, link.b)).collect::<Vec<_>>()
    };
    let (all, few) = (at(0.0), at(0.6));
    assert!(few.len() < all.len());
    assert_eq!(all[..few.len()], few[..], "the surest stand first");
}

#[test]
fn evidence_weights_are_shares_of_a_whole() {
    for link in pair(STRIKE_A, STRIKE_B, Language::English).alignment.links {
        let whole: f64 = link.evidence.iter().map(|reason| reason.weight).sum();
        assert!(link.evidence.is_empty() || (whole - 1.0).abs() < 1e-9, "{link:?}");
    }
}

#[test]
fn three_articles_make_groups_of_claims_that_tell_the_same() {
    let third = "Barrage rompu : douze blessés\n\nLe barrage de Belleroche a cédé mardi dans la nuit.";
    let articles = [FLOOD_A, FLOOD_B, third].map(|text| article(text, Language::French));
    let comparison = compare(&articles, lexica(), &Options::default());
    let spans_all = |group: &Vec<ClaimRef>| (0..3).all(|number| group.iter().any(|claim| claim.article == number));
    assert!(comparison.alignment.groups.iter().any(spans_all), "{:?}", comparison.alignment.groups);
    let mut claims: Vec<ClaimRef> = comparison.alignment.groups.concat();
    let count = claims.len();
    claims.sort_unstable();
    claims.dedup();
    assert_eq!(claims.len(), count, "a claim is in one group at most");
}

#[test]
fn an_empty_article_is_compared_with_nothing() {
    for articles in [vec![], vec![Article::default()], vec![Article::default(), article(FLOOD_A, Language::French)]] {
        let comparison = compare(&articles, lexica(), &Options { threshold: 0.0 });
        assert!(comparison.alignment.links.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn turning_the_articles_round_turns_the_links_round(swap in proptest::collection::vec(0usize..9, 2..9)) {
        let sentences: Vec<&str> = FLOOD_A.split("\n\n").chain(FLOOD_B.split("\n\n")).collect();
        let text = swap.iter().map(|&at| sentences[at]).collect::<Vec<_>>().join("\n\n");
        let (one, other) = (article(&text, Language::French), article(FLOOD_B, Language::French));
        let options = Options { threshold: 0.2 };
        let forth = compare(&[one.clone(), other.clone()], lexica(), &options);
        let back = compare(&[other, one], lexica(), &options);
        let turned = |link: &Link| (link.b.claim, link.a.claim, format!("{:.9}", link.score));
        let mut expected: Vec<_> =
            forth.alignment.links.iter().map(|link| (link.a.claim, link.b.claim, format!("{:.9}", link.score))).collect();
        let mut found: Vec<_> = back.alignment.links.iter().map(turned).collect();
        expected.sort();
        found.sort();
        prop_assert_eq!(expected, found);
    }

    #[test]
    fn any_two_texts_are_compared_without_panic(a in "\\PC{0,160}", b in "\\PC{0,160}") {
        let options = Options { threshold: 0.0 };
        let comparison = compare(&[article(&a, Language::French), article(&b, Language::English)], lexica(), &options);
        for link in &comparison.alignment.links {
            prop_assert!((0.0..=1.0).contains(&link.score));
        }
    }
}
