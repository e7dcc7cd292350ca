//! Who is heard, for whom they speak, what is dated, and the few sentences that sum it up.

use recoupe::article::{Article, Block, BlockKind};
use recoupe::compare::{Options, compare};
use recoupe::exchange::contract::Document;
use recoupe::exchange::document;
use recoupe::lang::Language::{self, English, French};
use recoupe::text::Span;

use super::LEXICA;

/// An article whose first line is its headline.
fn article(text: &str, language: Language, day: u8) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for (at, line) in text.split("\n\n").enumerate() {
        let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        blocks.push(Block { kind, span: Span::new(start, start + line.len()) });
        start += line.len() + 2;
    }
    let date = time::Date::from_calendar_date(2020, time::Month::March, day).ok();
    Article { text: text.to_owned(), blocks, language, date, ..Article::default() }
}

fn compared(a: &str, b: &str, language: Language) -> Document {
    let articles = [article(a, language, 10), article(b, language, 12)];
    document(&compare(&articles, &LEXICA, &Options::default()), &LEXICA)
}

/// Two articles on one bridge.
pub(crate) fn two_bridges() -> Document {
    compared(BRIDGE_A, BRIDGE_B, French)
}

/// A voice a line: kind, camp, words quoted + retold and verbs by article, where it is named without being heard.
fn voices(document: &Document) -> String {
    let line = |voice: &recoupe::exchange::contract::Voice| {
        let heard = voice.heard.iter().map(|it| {
            let verbs: Vec<&str> = it.verbs.iter().map(|verb| verb.verb.as_str()).collect();
            format!("{} {}+{} {} {}", it.article, it.words_direct, it.words_indirect, it.place, verbs.join(" "))
        });
        let silent = voice.silent.iter().map(|it| format!("{} silent, named {}", it.article, it.named));
        let parts: Vec<String> = heard.chain(silent).collect();
        format!("{} ({}, {}): {}", voice.speaker, voice.kind, voice.camp.as_deref().unwrap_or("-"), parts.join("; "))
    };
    document.voices.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn synthesis(document: &Document) -> String {
    let line = |it: &recoupe::exchange::contract::Statement| format!("{}: {}", it.part, it.note);
    document.synthesis.iter().map(line).collect::<Vec<_>>().join("\n").replace('\u{202f}', "_")
}

const BRIDGE_A: &str = "Le pont de Lanvaux reste fermé\n\nLe ministre polonais des Transports Jan Nowak a affirmé mardi \
    que le pont resterait fermé. « Nous attendons les experts », a-t-il ajouté.\n\nSelon un témoin, une fissure est \
    apparue lundi. L'armée allemande prétend que le pont est sûr. Il pèse 320 tonnes, selon un plan.";
const BRIDGE_B: &str = "Des camions traversent encore\n\nLe pont est sûr, a reconnu l'armée allemande. Il pèse 300 tonnes. Le ministre \
    Jan Nowak n'était pas sur place mercredi.\n\nSelon un témoin, les camions traversent la nuit. Les travaux commenceront \
    le 20 mars.";

#[test]
fn voices_are_counted_and_silences_told() {
    insta::assert_snapshot!(voices(&two_bridges()), @"
    Jan Nowak (named, PL): a 4+5 body affirmer ajouter; b silent, named 1
    un témoin (anonymous, -): a 0+5 body ; b silent, named 0
    L'armée allemande (collective, DE): a 0+5 body prétendre; b 0+4 body reconnaître
    un témoin (anonymous, -): b 0+5 body ; a silent, named 0
    ");
}

#[test]
fn anonymous_sources_are_kept_apart() {
    let document = two_bridges();
    let unnamed = document.voices.iter().filter(|voice| voice.kind == "anonymous");
    assert_eq!(unnamed.map(|voice| voice.heard.len()).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn a_camp_is_told_with_the_verbs_each_article_gives_it() {
    let camps = |document: Document| {
        let told = |camp: &recoupe::exchange::contract::Camp| {
            let verbs = camp.told.iter().flat_map(|told| {
                told.verbs.iter().map(|verb| format!("{} {} {}", told.article, verb.verb, verb.stance))
            });
            format!("{} {}: {}", camp.id, camp.name, verbs.collect::<Vec<_>>().join(", "))
        };
        document.camps.iter().map(told).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(camps(two_bridges()), @"
    PL Pologne: a affirmer insist, a ajouter neutral
    DE Allemagne: a prétendre doubt, b reconnaître concede
    ");
    insta::assert_snapshot!(
        camps(compared(
            "Border talks stall\n\nRussian foreign minister Ivan Petrov claimed on Monday that the border was open.",
            "Border talks go on\n\nIvan Petrov, the Russian foreign minister, said the border was open. The Red Cross spokesman Luc Morel warned that trucks were waiting.",
            English
        )),
        @"
        RU Russia: a claim doubt, b say neutral
        Red Cross Red Cross: b warn neutral
        "
    );
}

#[test]
fn what_is_later_than_the_other_article_is_told_and_what_is_to_come_is_no_such_thing() {
    let document = two_bridges();
    let line = |it: &recoupe::exchange::contract::TimelineEntry| {
        format!("{} {} later than {:?}, to come: {}", it.iso, it.claim, it.later_than, it.to_come)
    };
    insta::assert_snapshot!(document.timeline.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
    2020-03-09 a4 later than [], to come: false
    2020-03-11 b4 later than ["a"], to come: false
    2020-03-20 b6 later than [], to come: true
    "#);
}

#[test]
fn the_synthesis_is_made_of_what_was_found() {
    let document = two_bridges();
    insta::assert_snapshot!(synthesis(&document), @"
    difference: Les deux titres ne disent pas la même chose. A_: «_Le pont de Lanvaux reste fermé_». B_: «_Des camions traversent encore_».
    difference: A écrit «_320 tonnes_», B «_300 tonnes_»_: nombres incompatibles.
    difference: Jan Nowak a la parole chez A (9 mots)_; B en parle sans lui donner la parole.
    shared: B dit aussi 2 des 6 affirmations de A_; A dit aussi 2 des 6 de B. La plus sûre_: «_que le pont est sûr_».
    only: Seulement chez A, pas trouvé chez B (4). Le plus en vue_: «_Nous attendons les experts_».
    only: Seulement chez B, pas trouvé chez A (4). Le plus en vue_: «_Le ministre Jan Nowak n'était pas sur place mercredi_».
    heard: A donne la parole à Jan Nowak, un témoin, L'armée allemande_: 37_% de ses mots.
    heard: B donne la parole à un témoin, L'armée allemande_: 22_% de ses mots.
    ");
    let claims: Vec<&str> =
        document.articles.iter().flat_map(|article| &article.claims).map(|claim| claim.id.as_str()).collect();
    assert!(document.synthesis.iter().flat_map(|it| &it.claims).all(|id| claims.contains(&id.as_str())));
    assert!(document.synthesis.iter().filter(|it| it.part == "difference").count() <= 3);
}

#[test]
fn the_words_that_carry_a_rung_are_those_of_the_cue_that_set_it() {
    let carried = |text: &str, language| {
        let document = compared(text, "Autre chose", language);
        let claim = document.articles[0].claims.last().cloned().unwrap_or_else(|| panic!("no claim in {text}"));
        let words: Vec<&str> = claim.cues.iter().map(|cue| cue.text.as_str()).collect();
        format!("{}: {}", claim.certainty, words.join(" | "))
    };
    let title = |text: &str| format!("Titre\n\n{text}");
    insta::assert_snapshot!(
        [
            carried(&title("Le « patron » aurait vendu l'usine."), French),
            carried(&title("La maire dément que l'usine ait fermé."), French),
            carried(&title("Selon la police, l'usine a fermé."), French),
            carried(&title("L'usine « modèle » a fermé."), French),
            carried(&title("The mayor claims that the plant may close."), English),
            carried(&title("The plant closed, the mayor said."), English),
        ]
        .join("\n"),
        @"
        conditional: aurait vendu
        denied: dément
        attributed: la police
        asserted: 
        hedged: may
        attributed: said
        "
    );
}
