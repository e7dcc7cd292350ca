//! Whole pages as a reader pastes them, of invented news: what is kept of each line, and why.
//!
//! `T` title, `L` lead, `H` heading, `P` paragraph; `c` credit and `k` caption are set apart; what is dropped stands with
//! its reason alone, as often as it comes.

use std::path::Path;

use recoupe::article::{Article, Hints, LineDecision, LineKind, read};
use recoupe::lang::Lexica;

/// The pages, each built as another kind of site is.
const PAGES: &[&str] = &[
    "en-list",
    "en-menus",
    "en-notitle",
    "en-paywall",
    "en-teasers",
    "en-wrapped",
    "fr-bilingue",
    "fr-commentaires",
    "fr-cookies",
    "fr-court",
    "fr-direct",
    "fr-mur",
];

fn page(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/pages/{name}.txt"));
    std::fs::read(path).expect("a page")
}

fn shown(decision: &LineDecision) -> String {
    let mark = match decision.kind {
        LineKind::Title => 'T',
        LineKind::Lead => 'L',
        LineKind::Heading => 'H',
        LineKind::Paragraph => 'P',
        LineKind::Credit => 'c',
        LineKind::Caption => 'k',
        LineKind::Furniture => return format!("  ({})", decision.reason.name()),
    };
    let words: Vec<&str> = decision.text.split_whitespace().collect();
    format!("{mark} {}", if words.len() > 9 { format!("{} …", words[..9].join(" ")) } else { words.join(" ") })
}

fn show(article: &Article) -> String {
    let told = [&article.byline, &article.agency, &article.place].map(|it| it.as_deref().unwrap_or("-"));
    let date = article.date.map_or("-".to_owned(), |date| date.to_string());
    let mut lines: Vec<String> = article.decisions.iter().map(shown).collect();
    lines.dedup();
    format!("{} | {date}\n{}", told.join(" | "), lines.join("\n"))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a snapshot that reads as text")]
fn pages_are_cleaned_line_by_line() {
    let lexica = Lexica::built_in();
    let all = PAGES.iter().map(|name| {
        let article = read(&page(name), &Hints::default(), &lexica).expect("an article");
        format!("=== {name}\n{}", show(&article))
    });
    insta::assert_snapshot!(all.collect::<Vec<_>>().join("\n"), @r#"
    === en-list
    Jo Webb | - | - | 2024-03-12
      (menu)
      (outside)
      (menu)
      (outside)
      (menu)
    T What the new bread law means for bakers
    c Jo Webb | 12th March 2024 at 7:00pm
      (comments)
    P From Monday, every loaf sold in the country must …
    P What must be shown?
    P The name of the mill and the month of …
    P Who has to comply?
    P All shops, market stalls and restaurants, with these exceptions:
    P - bakeries with fewer than three workers
    P - bread given away by charities
    P - biscuits and cakes
    P "It's a lot of paper for a bun," said …
    P What happens if they don't?
    P Inspectors will warn them once. After that the fine …
      (menu)
      (outside)
      (related)
      (outside)
      (share)
      (related)
      (outside)
      (comments)
      (newsletter)
      (share)
      (outside)
    === en-menus
    Ruth Calder and Imran Dale | - | - | 2024-03-12
      (menu)
      (outside)
      (menu)
      (subscribe)
      (menu)
      (outside)
    T Ferry crews vote to strike over Easter
    L Union says talks with the operator have broken down; …
    c By Ruth Calder and Imran Dale
      (label)
    c 12 March 2024, 6:02am
    c Updated 2 hours ago
      (share)
    k The ferry Lady Isle in Port Harbour last week …
    P Ferry crews on the island route have voted by …
    P The union said on Monday that 412 of its …
    P "Nobody wants this," said Mary Tolan, who speaks for …
      (advert)
    P The operator called the vote "deeply disappointing". It said …
      (related)
      (list)
    P About 9,000 people had booked crossings for the weekend, …
    H 'A lost weekend'
    P Hotels on the island said cancellations had begun within …
    P "It is a lost weekend," said Peter Shaw, who …
    P Ministers have so far declined to step in. A …
      (comments)
      (related)
      (outside)
      (related)
      (outside)
      (comments)
      (outside)
      (comments)
      (outside)
      (comments)
      (menu)
      (cookies)
      (legal)
    === en-notitle
    - | - | - | -
      (share)
    P Police in Westmere have arrested a man of 34 …
    P The man, from the Riverside district, was being questioned …
    P • Cleaning the front of the building is expected …
    P • The first attack took place on 10 February.
    P • A reward had been offered by a group …
    P Anyone with information is asked to call the police.
      (share)
    === en-paywall
    Carla Ruiz | - | - | 2024-03-12
      (outside)
      (share)
      (outside)
    T A Town Votes to Keep Its Clock Wrong
    L For 61 years the clock of Millford, Ohio, has …
      (share)
    k The clock tower on Main Street in Millford. Credit...Jane …
    c By Carla Ruiz
    c Reporting from Millford, Ohio
    c March 12, 2024
    P The clock on Main Street has been seven minutes …
    P On Monday, the people of Millford had the chance …
      (subscribe)
    P Want all of The Times? Subscribe.
      (related)
      (outside)
      (advert)
    === en-teasers
    Nadia Osei, Science Reporter | - | - | 2024-03-12
      (advert)
      (menu)
      (outside)
      (menu)
    T Old whale song heard again after 50 years
    c By Nadia Osei, Science Reporter — Mar 12, 2024, …
    P A song that whales stopped singing in the 1970s …
    P The team compared 11,000 hours of recordings. In 14 …
    k Image caption
    k A humpback whale off Tromso in January
    P "We thought the instrument was broken," said the lead …
    P Whales learn songs from one another, and a song …
      (newsletter)
    P How it came back is unclear. One idea is …
    P The study was published in the journal Marine Voices.
      (outside)
      (related)
      (outside)
      (menu)
      (outside)
    === en-wrapped
    Ann Reed | Reuters | BRUSSELS | -
      (outside)
    T TREATY ON NIGHT TRAINS SIGNED IN BRUSSELS
    P BRUSSELS, March 12 (Reuters) - Eleven countries signed a …
    P The text leaves the choice of routes to the …
    P "A small step for a train, a large one …
    P Critics note that the treaty has no penalty for …
    c (Reporting by Ann Reed; Editing by Tom Hall)
      (legal)
    === fr-bilingue
    RFV Suivre | AFP | - | 2023-05-02
      (outside)
      (menu)
      (outside)
    T Mali: l'armée annonce la reprise de Tessalo
    c Texte par RFV Suivre
    c Publié le: 02/05/2023 - 22:14
    L L'armée malienne a affirmé mardi avoir repris la localité …
    c AFP
    k Des soldats maliens à Mopti, le 12 avril 2023. …
    c De notre correspondant à Bamako,
    P Selon un communiqué de l'état-major, « plusieurs dizaines de …
    P Des habitants joints par téléphone évoquent, eux, des maisons …
      (related)
      (outside)
      (newsletter)
      (subscribe)
    === fr-commentaires
    J. Marchand | - | - | -
      (menu)
      (subscribe)
      (outside)
    T La mairie de Valmer ferme deux bibliothèques de quartier
    c Publié hier à 18h30
    c Par J. Marchand
      (share)
      (label)
      (share)
    P La décision a été votée lundi soir par 24 …
    P La majorité invoque une baisse de la fréquentation de …
    P Dans le public, une centaine d'habitants brandissaient des livres.
    P L'opposition a annoncé qu'elle déposerait un recours devant le …
      (comments)
      (outside)
      (comments)
      (outside)
      (comments)
      (outside)
      (comments)
      (share)
      (menu)
    === fr-cookies
    Louise Farge | - | - | 2024-03-12
      (cookies)
      (outside)
      (menu)
      (subscribe)
      (menu)
      (outside)
      (menu)
      (outside)
      (menu)
      (outside)
    T INFO LE COURRIER. Le tramway de Valmer ne roulera …
    L Le chantier accuse dix-huit mois de retard, selon un …
    c Par Louise Farge
    c Publié le 12/03/2024 à 06h02, mis à jour le …
      (share)
    P La première rame du tramway devait entrer en gare …
    P Le document de 84 pages détaille les causes du …
      (related)
    P « Nous avons été transparents avec les habitants », …
    H Une facture qui grimpe
    P Le coût, lui, est passé de 310 à 388 …
    P Le maire de Valmer a convoqué une réunion publique …
      (share)
      (outside)
      (share)
      (related)
      (outside)
      (newsletter)
      (related)
      (outside)
      (legal)
      (cookies)
      (legal)
    === fr-court
    - | AFP | - | -
      (outside)
    T Football : Valmer arrache le nul à la dernière …
    P L'équipe de Valmer a obtenu dimanche un match nul …
    c Avec AFP
      (outside)
      (related)
      (outside)
    === fr-direct
    Radio Valmée | AFP | - | 2023-11-04
      (menu)
      (outside)
      (menu)
      (outside)
    T Crue de l'Orne : 1 200 habitants évacués, l'eau …
    c Publié le : 4 novembre 2023 à 07:12 Modifié …
      (share)
    L L'Orne a dépassé samedi matin son niveau record de …
    c Texte par : Radio Valmée avec AFP
      (label)
    P Quelque 1 200 personnes ont été évacuées dans la …
    P À 8 heures, le niveau du fleuve atteignait 5,42 …
    P « On n'a jamais vu ça », raconte Odile, …
      (advert)
    P Aucune victime n'est à déplorer à cette heure. Trois …
      (embed)
    P Une cellule de crise s'est réunie à Paris autour …
      (outside)
      (newsletter)
      (missing)
    === fr-mur
    Élise Tournier (Valmer, envoyée spéciale) | - | - | -
      (menu)
      (outside)
      (subscribe)
      (menu)
      (outside)
    T À Valmer, un musée du brouillard ouvre ses portes
    L Le bâtiment, dessiné par l'architecte Hana Mori, plonge les …
    c Par Élise Tournier (Valmer, envoyée spéciale)
    c Publié aujourd’hui à 05h00
      (label)
      (share)
      (label)
      (share)
      (subscribe)
    P On entre à tâtons. Passé le sas, la brume …
    P Posé au bord de la mer, le bâtiment ressemble …
      (paywall)
      (subscribe)
      (share)
      (subscribe)
      (legal)
      (outside)
    "#);
}

#[test]
fn clean_pages_stay_as_they_are() {
    let lexica = Lexica::built_in();
    for name in PAGES {
        let once = read(&page(name), &Hints::default(), &lexica).expect("an article");
        let again = read(once.text.as_bytes(), &Hints::default(), &lexica).expect("an article");
        assert_eq!(once.text, again.text, "{name}");
    }
}

#[test]
fn decisions_cover_every_line_in_order_and_kept_words_stand_in_the_input() {
    let lexica = Lexica::built_in();
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in PAGES {
        let input = String::from_utf8(page(name)).expect("UTF-8");
        let article = read(input.as_bytes(), &Hints::default(), &lexica).expect("an article");
        let decided: Vec<&str> = article.decisions.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(flat(&decided.join(" ")), flat(&input), "{name}");
    }
}
