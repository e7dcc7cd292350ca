//! Every word list and lexical table loads, and says what it must.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use recoupe::lang::{Language, Lexica, List, detect};

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// The files of a folder of word lists.
fn files(language: Language) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang/data").join(language.code());
    let files = fs::read_dir(folder).expect("the folder of a language");
    files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn both_languages_have_the_same_lists() {
    let listed: BTreeSet<String> = List::ALL.iter().map(|list| list.file().to_owned()).collect();
    for language in LANGUAGES {
        for file in &listed {
            assert!(files(language).contains(file), "{}/{file} is missing", language.code());
        }
    }
    assert_eq!(files(Language::French), files(Language::English));
}

#[test]
fn every_list_loads_and_holds_something() {
    let lexica = Lexica::built_in();
    for language in LANGUAGES {
        for list in List::ALL {
            // Panics on a malformed or unsorted list.
            assert!(!lexica.of(language).list(*list).entries().is_empty(), "{}/{}", language.code(), list.file());
        }
    }
}

#[test]
fn every_clitic_has_an_apostrophe_or_a_hyphen() {
    let lexica = Lexica::built_in();
    for language in LANGUAGES {
        for entry in lexica.of(language).list(List::Clitics).entries() {
            assert!(entry.key.contains(['\'', '-']), "words without either are not cut: {}", entry.key);
        }
    }
}

#[test]
fn identities_meet_across_languages() {
    let lexica = Lexica::built_in();
    let field = |language, list, key: &str, at: usize| {
        let entry = lexica.of(language).list(list).get(key).unwrap_or_else(|| panic!("{key} is not listed"));
        entry.fields[at]
    };
    let pairs = [
        (List::Acronyms, "otan", "nato", 0),
        (List::Acronyms, "nations unies", "united nations", 0),
        (List::Agencies, "agence france-presse", "afp", 0),
        (List::Demonyms, "américaines", "americans", 0),
        (List::Exonyms, "la haye", "the hague", 0),
        (List::Metonyms, "maison-blanche", "white house", 0),
        (List::Places, "etats-unis", "united states", 1),
        (List::Places, "alep", "aleppo", 1),
        (List::Titles, "chef de la diplomatie", "foreign minister", 1),
        (List::Titles, "ministre des affaires étrangères", "secretary of state", 1),
        (List::Titles, "porte-parole", "spokeswoman", 1),
    ];
    for (list, french, english, at) in pairs {
        assert_eq!(
            field(Language::French, list, french, at),
            field(Language::English, list, english, at),
            "{french} and {english}"
        );
    }
}

/// Sentences and headlines of seven languages, written for this test: `code<TAB>text`.
const SENTENCES: &str = include_str!("languages.tsv");

/// How many sentences of each language are told right.
fn right(lexica: &Lexica) -> String {
    let mut right: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
    for (code, sentence) in SENTENCES.lines().filter_map(|line| line.split_once('\t')) {
        let expected = LANGUAGES.into_iter().find(|language| language.code() == code).unwrap_or(Language::Other);
        let (found, all) = right.entry(code).or_default();
        *found += usize::from(detect(sentence, lexica).0 == expected);
        *all += 1;
    }
    let lines: Vec<String> = right.iter().map(|(code, (found, all))| format!("{code} {found}/{all}")).collect();
    lines.join("\n")
}

#[test]
fn languages_are_told_apart() {
    insta::assert_snapshot!(right(&Lexica::complete()), @"
    de 11/12
    en 20/20
    es 20/20
    fr 20/20
    it 18/20
    nl 11/12
    pt 12/12
    ");
    insta::assert_snapshot!(right(&Lexica::built_in()), @"
    de 12/12
    en 9/20
    es 20/20
    fr 14/20
    it 20/20
    nl 12/12
    pt 12/12
    ");
}

#[test]
fn articles_are_told_without_tables() {
    let lexica = Lexica::built_in();
    for article in ["rfi", "rt-france"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/articles/{article}.txt"));
        let (language, confidence) = detect(&fs::read_to_string(path).expect("an article"), &lexica);
        assert!(language == Language::French && confidence > 0.5, "{article}: {language:?} {confidence}");
    }
    for text in ["", "42", "Президент России", "大统领", "🙂🙂"] {
        assert_eq!(detect(text, &lexica).0, Language::Other, "{text}");
    }
}

/// The strength of each pair, a line each.
fn strengths(language: Language, pairs: &str) -> String {
    let lexica = Lexica::complete();
    let vocabulary = &lexica.of(language).vocabulary;
    let strength = |(a, b)| format!("{a}~{b} {:.2}", vocabulary.relatedness(a, b));
    let lines: Vec<String> = pairs.split(' ').filter_map(|pair| pair.split_once('~')).map(strength).collect();
    lines.join("\n")
}

#[test]
fn near_words_are_related() {
    let pairs = "couloir~corridor trêve~pause pause~arrêt raid~frappe prolonger~poursuivre démissionner~démission \
                 évacuer~évacuation retirer~retrait tuer~meurtre enquête~enquêteur blesser~blessé modifier~modification \
                 discuter~discussion exploser~explosion comprendre~compréhension";
    insta::assert_snapshot!(strengths(Language::French, pairs), @"
    couloir~corridor 0.90
    trêve~pause 0.70
    pause~arrêt 0.18
    raid~frappe 0.80
    prolonger~poursuivre 0.70
    démissionner~démission 0.90
    évacuer~évacuation 0.90
    retirer~retrait 0.90
    tuer~meurtre 0.70
    enquête~enquêteur 0.38
    blesser~blessé 0.90
    modifier~modification 0.90
    discuter~discussion 0.90
    exploser~explosion 0.90
    comprendre~compréhension 0.90
    ");
    let pairs = "raid~strike resign~quit accord~deal kill~slay resign~resignation truce~ceasefire injure~injury \
                 attack~raid evacuate~evacuation";
    insta::assert_snapshot!(strengths(Language::English, pairs), @"
    raid~strike 0.80
    resign~quit 0.80
    accord~deal 0.70
    kill~slay 0.80
    resign~resignation 0.90
    truce~ceasefire 0.80
    injure~injury 0.90
    attack~raid 0.70
    evacuate~evacuation 0.90
    ");
}

#[test]
fn other_words_are_not() {
    let french = strengths(
        Language::French,
        "couloir~président hausse~baisse porter~portion mentir~mention passer~passion année~mois médecin~pluie tuer~voiture",
    );
    let english = strengths(
        Language::English,
        "corridor~president rise~fall truce~rain police~weather number~sea treaty~bicycle",
    );
    for line in french.lines().chain(english.lines()) {
        assert!(line.ends_with(" 0.00"), "{line}");
    }
}

#[test]
fn words_of_one_thesaurus_list_that_running_text_keeps_apart_are_not_linked() {
    let lexica = Lexica::complete();
    for (language, word, other) in [
        (Language::French, "comité", "soirée"),
        (Language::French, "banque", "industrie"),
        (Language::English, "minute", "small"),
        (Language::English, "amount", "number"),
    ] {
        let mut near = lexica.of(language).vocabulary.synonyms(word).map(|(near, _)| near);
        assert!(near.all(|near| near != other), "{word}~{other}");
    }
}
