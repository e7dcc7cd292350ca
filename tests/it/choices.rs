//! What a reader decides otherwise, and files that hold several articles.

use std::sync::LazyLock;

use recoupe::article::{Article, Choice, Choices, Hints, LineKind, LineReason, ReadError, read, read_all};
use recoupe::lang::Lexica;

static LEXICA: LazyLock<Lexica> = LazyLock::new(Lexica::built_in);

const PAGE: &str = "Accueil\nMonde\nSports\nMétéo\n\nLe pont de Valmer rouvre aux voitures\n\nPar Anne Morel\n\n\
    Fermé depuis deux ans, le pont de Valmer a rouvert lundi matin aux voitures, a annoncé la mairie.\n\n\
    Le chantier a coûté neuf millions d'euros, soit deux de plus que ce qui avait été prévu au départ.\n\n\
    Partager :\nPublicité";

fn one(text: &str) -> Article {
    read(text.as_bytes(), &Hints::default(), &LEXICA).expect("an article")
}

fn all(text: &str) -> Vec<Article> {
    read_all(text.as_bytes(), &Hints::default(), &LEXICA).expect("articles")
}

fn line(article: &Article, words: &str) -> usize {
    article.decisions.iter().position(|it| it.text.starts_with(words)).expect("a line")
}

#[test]
fn no_choice_changes_nothing() {
    let article = one(PAGE);
    assert_eq!(article.with_choices(&Choices::new(), &LEXICA), article);
    assert_eq!(article.with_choices(&Choices::from([(9_999, Choice::Keep)]), &LEXICA), article);
    let same = Choices::from([(line(&article, "Fermé"), Choice::Keep), (line(&article, "Monde"), Choice::Drop)]);
    assert_eq!(article.with_choices(&same, &LEXICA), article);
}

#[test]
fn what_was_dropped_can_be_kept_and_the_other_way_round() {
    let article = one(PAGE);
    let choices =
        Choices::from([(line(&article, "Publicité"), Choice::Keep), (line(&article, "Le chantier"), Choice::Drop)]);
    let other = article.with_choices(&choices, &LEXICA);
    assert!(other.text.ends_with("a annoncé la mairie.\n\nPublicité"), "{}", other.text);
    assert_eq!(other.decisions.len(), article.decisions.len());
    assert_eq!(other.decisions[line(&article, "Publicité")].reason, LineReason::Reader);
    for (was, is) in article.decisions.iter().zip(&other.decisions) {
        assert_eq!(was.text, is.text);
    }
}

#[test]
fn a_chosen_title_takes_the_place_of_the_one_found() {
    let article = one(PAGE);
    let choices = Choices::from([(line(&article, "Le chantier"), Choice::As(LineKind::Title))]);
    let other = article.with_choices(&choices, &LEXICA);
    assert!(other.title().is_some_and(|it| it.starts_with("Le chantier")));
    assert!(other.text.starts_with("Le chantier") && !other.text.contains("rouvre aux voitures"));
}

#[test]
fn credits_follow_their_line() {
    let article = one(PAGE);
    assert_eq!(article.byline.as_deref(), Some("Anne Morel"));
    let kept = article.with_choices(&Choices::from([(line(&article, "Par Anne"), Choice::Keep)]), &LEXICA);
    assert_eq!(kept.byline, None);
    let credit = Choices::from([(line(&article, "Partager"), Choice::As(LineKind::Credit))]);
    assert_eq!(article.with_choices(&credit, &LEXICA).byline.as_deref(), Some("Anne Morel"));
}

#[test]
fn every_choice_on_every_line_holds_together() {
    let article = one(PAGE);
    let kinds = [LineKind::Title, LineKind::Lead, LineKind::Credit, LineKind::Caption, LineKind::Furniture];
    for at in 0..article.decisions.len() {
        for choice in kinds.map(Choice::As).into_iter().chain([Choice::Keep, Choice::Drop]) {
            let other = article.with_choices(&Choices::from([(at, choice)]), &LEXICA);
            let mut end = 0;
            for block in &other.blocks {
                assert!(block.span.start >= end && !block.span.of(&other.text).is_empty());
                end = block.span.end;
            }
        }
    }
}

const FIRST: &str = "Le pont de Valmer rouvre aux voitures\n\nFermé depuis deux ans, le pont de Valmer a rouvert lundi \
    matin aux voitures, a annoncé la mairie.\n\nLe chantier a coûté neuf millions d'euros, selon la ville.\n";
const SECOND: &str = "Valmer inaugure son pont dans la colère\n\nDes riverains ont manifesté lundi devant le pont de \
    Valmer, rouvert sans la piste cyclable promise.\n\nIls réclament une réunion avec le maire avant la fin du mois.\n";

fn titles(text: &str) -> Vec<String> {
    all(text).iter().map(|it| it.title().unwrap_or("-").to_owned()).collect()
}

#[test]
fn clear_separators_part_a_file() {
    let both = ["Le pont de Valmer rouvre aux voitures", "Valmer inaugure son pont dans la colère"];
    for border in [
        "\n=====\n\n",
        "\n---\n\n",
        "\n* * *\n",
        "\n***\n\n",
        "\n____________\n",
        "\u{c}",
        "\n\u{c}\n",
        "\n⁂\n",
        "\n=== Le Courrier ===\n",
        "\n----- Article 2 -----\n",
        "\r\n=====\r\n\r\n",
        "\n———————————\n",
    ] {
        assert_eq!(titles(&format!("{FIRST}{border}{SECOND}")), both, "{border:?}");
    }
    assert_eq!(titles(&format!("# {FIRST}\n\n# {SECOND}")), both);
    assert_eq!(titles(&format!("---\nsource: A\n---\n{FIRST}\n---\nsource: B\n---\n{SECOND}")), both);
    assert_eq!(titles(&format!("\n=====\n{FIRST}\n=====\n{SECOND}\n=====\n")), both);
}

#[test]
fn a_name_in_a_separator_is_the_outlet() {
    let outlets = |text: &str| all(text).into_iter().map(|it| it.outlet).collect::<Vec<_>>();
    let named = format!("=== Le Courrier ===\n{FIRST}\n=== La Gazette ===\n{SECOND}");
    assert_eq!(outlets(&named), [Some("Le Courrier".to_owned()), Some("La Gazette".to_owned())]);
    let numbered = format!("--- Article 1 ---\n{FIRST}\n--- Article 2 ---\n{SECOND}");
    assert_eq!(outlets(&numbered), [None, None]);
    let front = format!("---\nsource: A\n---\n{FIRST}\n---\nsource: B\n---\n{SECOND}");
    assert_eq!(outlets(&front), [Some("A".to_owned()), Some("B".to_owned())]);
}

#[test]
fn what_parts_one_article_does_not_part_a_file() {
    let body = "Des riverains ont manifesté lundi devant le pont de Valmer, rouvert sans la piste cyclable promise. \
        Ils réclament une réunion avec le maire avant la fin du mois, faute de quoi ils reviendront.\n";
    for text in [
        format!("# {FIRST}\n---\n\n{body}"),
        format!("# {FIRST}\n* * *\n\n{body}\n***\n\n{body}"),
        format!("# {FIRST}\n---\n\n## Une colère qui monte\n\n{body}"),
        format!("{FIRST}\n---\nCorrection\n"),
        format!("{FIRST}\n=====\nContact : redaction@valmer.example\n"),
        format!("# Le contexte\n\n{body}\n# La suite\n\n{body}"),
        format!(
            "Le pont de Valmer rouvre aux voitures\n=====================================\n\n{body}\nLa suite\n--------\n\n{body}"
        ),
        format!("---\ntitle: Le pont\n---\n{body}\n---\n\n{body}"),
        FIRST.to_owned(),
        PAGE.to_owned(),
    ] {
        assert_eq!(all(&text).len(), 1, "{text}");
    }
}

#[test]
fn what_is_wrong_with_one_of_several_names_it() {
    let text =
        format!("{FIRST}\n=====\n{SECOND}\n=====\n{}", "0123456789 0123456789 0123456789 0123456789.\n".repeat(4));
    match read_all(text.as_bytes(), &Hints::default(), &LEXICA) {
        Err(error @ ReadError::Part { number: 3, count: 3, .. }) => {
            assert!(error.to_string().starts_with("article 3 of 3 in it: no article found"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}
