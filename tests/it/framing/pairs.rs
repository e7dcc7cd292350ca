//! The types that compare: what two articles on one event say differently.

use recoupe::compare::{Comparison, Options, compare};
use recoupe::lang::Language::{self, English, French};
use recoupe::lang::message;

use super::{LEXICA, paragraph};

fn compared(a: &str, b: &str, language: Language) -> Comparison {
    compare(&[paragraph(a, language), paragraph(b, language)], &LEXICA, &Options::default())
}

/// The labels, one a line, as `A: names / B: names`.
fn labels(a: &str, b: &str, language: Language) -> String {
    let comparison = compared(a, b, language);
    let names = |label: &recoupe::framing::Label, article: usize| {
        let own = label.names.iter().filter(|name| name.article == article);
        own.map(|name| format!("{} ×{}", name.words, name.uses.len())).collect::<Vec<_>>().join(", ")
    };
    let line = |label| format!("A: {} / B: {}", names(label, 0), names(label, 1));
    comparison.framing.labels.iter().filter(|label| label.differs).map(line).collect::<Vec<_>>().join("\n")
}

/// The differences, as readers are told them.
fn differences(a: &str, b: &str, language: Language) -> String {
    let comparison = compared(a, b, language);
    let told = comparison.framing.differences.iter().map(|it| message(language, it.rule, &it.details));
    told.collect::<Vec<_>>().join("\n").replace('\u{202f}', " ")
}

#[test]
fn groups_are_named_differently() {
    insta::assert_snapshot!(
        labels(
            "Les rebelles ont quitté Alep. Des insurgés armés gardent le couloir humanitaire.",
            "Les terroristes ont quitté Alep. Les djihadistes gardent le corridor.",
            French
        ),
        @"
    A: rebelles ×1, insurgés armés ×1 / B: terroristes ×1, djihadistes ×1
    A: couloir humanitaire ×1 / B: corridor ×1
    "
    );
    insta::assert_snapshot!(
        labels("Rebels have left the city. The regime praised the airstrikes.", "Militants have left the city.", English),
        @"A: rebels ×1 / B: militants ×1"
    );
}

#[test]
fn the_same_name_is_no_label() {
    assert_eq!(labels("Les rebelles ont quitté Alep.", "Des rebelles armés ont quitté Alep.", French), "");
    assert_eq!(labels("Rebels have left the city.", "Armed rebels have left the city.", English), "");
}

#[test]
fn a_government_goes_by_its_capital() {
    insta::assert_snapshot!(
        labels("Le régime syrien refuse la trêve.", "Damas refuse la pause.", French),
        @"
    A: régime syrien ×1 / B: Damas ×1
    A: trêve ×1 / B: pause ×1
    "
    );
    assert_eq!(labels("Le régime syrien refuse.", "Le vol part de Damas. La foule attend à Damas.", French), "");
}

#[test]
fn owners_keep_namesakes_apart() {
    assert_eq!(labels("Des milices kurdes avancent.", "Les rebelles tchétchènes reculent.", French), "");
}

#[test]
fn figures_say_why_they_differ() {
    insta::assert_snapshot!(
        differences(
            "L'attentat de Lahore a fait 45 morts dimanche.",
            "L'attentat de Lahore a fait au moins 40 morts dimanche.",
            French
        ),
        @"A : « 45 morts » ; B : « au moins 40 morts ». L’un des deux donne une limite (au moins, plus de, jusqu’à…) : les deux peuvent être justes."
    );
    insta::assert_snapshot!(
        differences(
            "The Lahore bombing killed 45 people on Sunday.",
            "The Lahore bombing killed 52 people on Sunday.",
            English
        ),
        @"A: “45 people”; B: “52 people”. These two numbers do not fit together."
    );
}

#[test]
fn certainty_and_source_are_laid_side_by_side() {
    insta::assert_snapshot!(
        differences(
            "Trois soldats sont morts dans l'explosion du dépôt de Kharkiv.",
            "Trois soldats seraient morts dans l'explosion du dépôt de Kharkiv.",
            French
        ),
        @"A : affirmé par l’article. B : au conditionnel."
    );
    insta::assert_snapshot!(
        differences(
            "Three soldiers died in the Kharkiv depot explosion.",
            "Three soldiers may have died in the Kharkiv depot explosion.",
            English
        ),
        @"A: stated by the article. B: softened."
    );
}

#[test]
fn a_flatter_word_stands_beside_a_loaded_one() {
    insta::assert_snapshot!(
        differences(
            "La ministre Anne Morel a fustigé le projet de tramway de Lyon.",
            "La ministre Anne Morel a critiqué le projet de tramway de Lyon.",
            French
        ),
        @"A : « fustigé », un mot qui juge ou grossit ; B : « critiqué », plus plat."
    );
    insta::assert_snapshot!(
        differences(
            "Senator Ann Reed criticised the Boston tram plan on Monday.",
            "Senator Ann Reed slammed the Boston tram plan on Monday.",
            English
        ),
        @"A: “criticised”, flatter; B: “slammed”, a word that judges or magnifies."
    );
    assert_eq!(
        differences(
            "Senator Ann Reed slammed the Boston tram plan on Monday.",
            "Senator Ann Reed blasted the Boston tram plan on Monday.",
            English
        ),
        ""
    );
}
