//! The views in tables and sentences, as text: a line a row, cells parted by bars; `→` what leads to claims.

use std::fmt::Write as _;

use recoupe::present::report::{Body, Cell, Part, Report, figures, synthesis, voices};
use recoupe::present::{Catalogue, Edition, Selection, UiLanguage};

use crate::framing::voices::two_bridges;

fn cell(cell: &Cell) -> String {
    let part = |part: &Part| match part {
        Part::Text(words) => words.clone(),
        Part::Note(words) => format!("({words})"),
        Part::Words(words, lang, note) => format!("{lang}“{words}” ({note})").replace(" ()", ""),
        Part::Bar(letter, quoted, retold) => format!("{letter}[{quoted:.0}+{retold:.0}]"),
        Part::Rung(rung, name, _) => format!("{name}:{}", rung.height()),
    };
    let parts: Vec<String> = cell.parts.iter().map(part).collect();
    let leads = if cell.claims.is_empty() { String::new() } else { format!(" → {}", cell.claims.join(" ")) };
    format!("{}{leads}", parts.join(" "))
}

fn show(report: &Report) -> String {
    let mut out = String::new();
    for section in &report.sections {
        let _ = writeln!(out, "# {}", section.heading);
        match &section.body {
            Body::Empty => out.push_str("-\n"),
            Body::Sentences(cells) => out.extend(cells.iter().flat_map(|it| [cell(it), "\n".to_owned()])),
            Body::Table(head, rows) => {
                let _ = writeln!(out, "{}", head.join(" | "));
                for row in rows {
                    let _ = writeln!(out, "{}", row.iter().map(cell).collect::<Vec<_>>().join(" | "));
                }
            }
        }
    }
    out.replace('\u{202f}', "_")
}

fn edition() -> Edition {
    Edition::new(two_bridges(), [0, 1])
}

#[test]
fn voices_are_a_chart_that_is_a_table() {
    insta::assert_snapshot!(show(&voices(&edition(), Catalogue::of(UiLanguage::French))), @"
    # Part de la parole
    Article | Part de la parole
    A | A[8+29] 63_% dits par l’article lui-même, 8_% cités, 29_% redits
    B | B[0+22] 78_% dits par l’article lui-même, 0_% cités, 22_% redits
    # Qui est entendu
    Voix | A | B
    Jan Nowak (Pologne) | A[44+56] 4 mots cités, 5 mots redits fr“affirmer, ajouter” (d’abord vers 31_% du texte) → a2 a3 | (nommé 1 fois, pas entendu)
    L'armée allemande (groupe ou institution · Allemagne) | A[0+56] 0 mots cités, 5 mots redits fr“prétendre” (d’abord vers 82_% du texte) → a5 | B[0+44] 0 mots cités, 4 mots redits fr“reconnaître” (d’abord vers 13_% du texte) → b2
    un témoin (source anonyme) | A[0+56] 0 mots cités, 5 mots redits (d’abord vers 63_% du texte) → a4 | (pas entendu)
    un témoin (source anonyme) | (pas entendu) | B[0+56] 0 mots cités, 5 mots redits (d’abord vers 72_% du texte) → b5
    ");
}

#[test]
fn figures_and_dates() {
    insta::assert_snapshot!(show(&figures(&edition(), Catalogue::of(UiLanguage::French))), @"
    # Chiffres
    Les deux chiffres | A | B | Pourquoi
    différents → a6 b3 | fr“320 tonnes” | fr“300 tonnes” | A_: «_320 tonnes_»_; B_: «_300 tonnes_». Ces deux nombres ne vont pas ensemble.
    # Chronologie
    Date | A | B
    9 mars 2020 | fr“une fissure est apparue lundi.” → a4 | 
    10 mars 2020 | (parution de l’article) | 
    11 mars 2020 |  | fr“Le ministre Jan Nowak n'était pas sur place mercredi.” (plus récent que A) → b4
    12 mars 2020 |  | (parution de l’article)
    20 mars 2020 |  | fr“Les travaux commenceront le 20 mars.” (à venir) → b6
    ");
    insta::assert_snapshot!(show(&figures(&edition(), Catalogue::of(UiLanguage::English))), @"
    # Figures
    The two figures | A | B | Why
    different → a6 b3 | fr“320 tonnes” | fr“300 tonnes” | A: “320 tonnes”; B: “300 tonnes”. These two numbers do not fit together.
    # Timeline
    Date | A | B
    9 March 2020 | fr“une fissure est apparue lundi.” → a4 | 
    10 March 2020 | (the article is published) | 
    11 March 2020 |  | fr“Le ministre Jan Nowak n'était pas sur place mercredi.” (more recent than A) → b4
    12 March 2020 |  | (the article is published)
    20 March 2020 |  | fr“Les travaux commenceront le 20 mars.” (to come) → b6
    ");
}

#[test]
fn the_synthesis_leads_to_claims() {
    insta::assert_snapshot!(show(&synthesis(&edition(), Catalogue::of(UiLanguage::French))), @"
    # Ce qui change le plus
    Les deux titres ne disent pas la même chose. A_: «_Le pont de Lanvaux reste fermé_». B_: «_Des camions traversent encore_». → a1 b1
    A écrit «_320 tonnes_», B «_300 tonnes_»_: nombres incompatibles. → a6 b3
    Jan Nowak a la parole chez A (9 mots)_; B en parle sans lui donner la parole. → a2 a3
    # Ce qu’ils ont en commun
    B dit aussi 2 des 6 affirmations de A_; A dit aussi 2 des 6 de B. La plus sûre_: «_que le pont est sûr_». → a5 b2
    # Ce qu’un seul dit
    Seulement chez A, pas trouvé chez B (4). Le plus en vue_: «_Nous attendons les experts_». → a3
    Seulement chez B, pas trouvé chez A (4). Le plus en vue_: «_Le ministre Jan Nowak n'était pas sur place mercredi_». → b4
    # Qui a la parole
    A donne la parole à Jan Nowak, un témoin, L'armée allemande_: 37_% de ses mots. → a2 a3
    B donne la parole à un témoin, L'armée allemande_: 22_% de ses mots. → b5
    # Qui dit, qui affirme, qui reconnaît
    Camp | A | B
    Pologne (Jan Nowak) | fr“affirmer” (insiste) fr“ajouter” (neutre) → a2 a3 | (pas entendu)
    Allemagne (L'armée allemande) | fr“prétendre” (met en doute) → a5 | fr“reconnaître” (reconnaît ou révèle) → b2
    # Degrés de certitude, côte à côte
    N° | A | B
    1 → a5 b2 | attribué avec distance:4 fr“que le pont est sûr.” (Les mots qui le disent_: «_prétend_») | tenu pour acquis:6 fr“Le pont est sûr” (Les mots qui le disent_: «_reconnu_»)
    2 → a6 b3 | affirmé:7 fr“Il pèse 320 tonnes, selon un plan.” | affirmé:7 fr“Il pèse 300 tonnes.”
    ");
}

#[test]
fn claims_lead_to_their_surest_pair_or_stand_alone() {
    let edition = edition();
    let pair = edition.claim_ids(Some(Selection::Pair(0)));
    assert_eq!(pair.len(), 2);
    assert_eq!(edition.selection_among(&pair), Some(Selection::Pair(0)));
    let lone = edition.only[1][0].claim;
    let id = edition.claim(1, lone).id.clone();
    assert_eq!(edition.selection_among(&[id]), Some(Selection::Lone { source: 1, claim: lone }));
    assert_eq!(edition.selection_among(&["z9".to_owned()]), None);
    assert_eq!(edition.article_to_show(&pair), None);
}
