//! How two linked claims relate: the same, the same with other details, or versions that can't both hold.

use recoupe::align::Relation;
use recoupe::article::{Article, from_plain};
use recoupe::compare::{Options, compare};
use recoupe::lang::{Language, Lexica};

/// `one | other`, each the second sentence of an article on the same event.
const FRENCH: &[(&str, &str, Relation)] = &[
    (
        "Le ministre a présenté ses excuses aux victimes lundi à Brest.",
        "Le ministre n'a pas présenté ses excuses aux victimes lundi.",
        Relation::Contradict,
    ),
    (
        "La mairie ne vendra pas le vieux théâtre au promoteur.",
        "La mairie vendra le vieux théâtre au promoteur.",
        Relation::Contradict,
    ),
    (
        "L'explosion de l'entrepôt a fait douze blessés parmi les dockers.",
        "L'explosion de l'entrepôt a fait trente blessés parmi les dockers.",
        Relation::Contradict,
    ),
    ("La vieille mine de Brell est sûre.", "La vieille mine de Brell n'est pas sûre.", Relation::Contradict),
    (
        "Le tribunal n'a jamais condamné la société Bertin.",
        "Le tribunal n'a pas condamné la société Bertin.",
        Relation::Equivalent,
    ),
    (
        "La mairie a vendu le vieux théâtre au promoteur.",
        "Le vieux théâtre a été vendu au promoteur par la mairie.",
        Relation::Equivalent,
    ),
    (
        "Le syndicat appelle à la grève des éboueurs dès mardi à Nantes.",
        "La grève des éboueurs, à laquelle le syndicat appelle, ne touchera pas les communes voisines ni la collecte du verre.",
        Relation::Overlap,
    ),
];

const ENGLISH: &[(&str, &str, Relation)] = &[
    (
        "The minister apologised to the victims on Monday.",
        "The minister has not apologised to the victims.",
        Relation::Contradict,
    ),
    (
        "The council will not sell the old theatre to the developer.",
        "The council will sell the old theatre to the developer.",
        Relation::Contradict,
    ),
    (
        "The warehouse explosion injured twelve dock workers.",
        "The warehouse explosion injured thirty dock workers.",
        Relation::Contradict,
    ),
    ("The old mine at Brell is safe.", "The old mine at Brell is not safe.", Relation::Contradict),
    (
        "The court never convicted the Bertin company.",
        "The court did not convict the Bertin company.",
        Relation::Equivalent,
    ),
    (
        "The court fined the Bertin company for pollution.",
        "The Bertin company was fined by the court for pollution.",
        Relation::Equivalent,
    ),
];

#[test]
fn relations_of_french_pairs() {
    check(FRENCH, Language::French, "Le point du jour\n\n");
}

#[test]
fn relations_of_english_pairs() {
    check(ENGLISH, Language::English, "The day in brief\n\n");
}

fn check(rows: &[(&str, &str, Relation)], language: Language, title: &str) {
    let lexica = Lexica::complete();
    let article = |text: &str| Article { language, ..from_plain(&format!("{title}{text}")) };
    for (one, other, relation) in rows {
        for (a, b) in [(one, other), (other, one)] {
            let comparison = compare(&[article(a), article(b)], &lexica, &Options::default());
            let text = |at: usize| &comparison.articles[at].article.text;
            let spans = |at: usize, claim: usize| comparison.articles[at].claims.claims[claim].span.of(text(at));
            let links = comparison.alignment.links.iter();
            let found = links
                .filter(|link| a.contains(spans(0, link.a.claim)) && b.contains(spans(1, link.b.claim)))
                .max_by(|x, y| x.score.total_cmp(&y.score));
            assert_eq!(found.map(|link| link.relation), Some(*relation), "{a} | {b}");
        }
    }
}
