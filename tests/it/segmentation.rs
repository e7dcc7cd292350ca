//! Where sentences end and what is quoted: lines cut with `|`, quotations as they nest.

use std::fmt::Write as _;

use recoupe::article::{Article, Block, BlockKind};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::{Segmentation, segment};
use recoupe::text::Span;

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

fn cut(language: Language, text: &str) -> Segmentation {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    let article = Article { text: text.to_owned(), blocks, language, ..Article::default() };
    segment(&article, LEXICA.of(language))
}

/// Lines whose `|` marks must be found again where they stand, and nowhere else.
fn holds(language: Language, lines: &str) {
    for line in lines.lines() {
        let text = line.replace(" | ", " ").replace('|', "");
        let parts: Vec<&str> = cut(language, &text).sentences.iter().map(|one| one.span.of(&text)).collect();
        let expected: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(parts, expected);
    }
}

#[test]
fn french_sentences() {
    holds(
        Language::French,
        "\
Il est parti. | Elle est restée.
M. Durand est arrivé. | Mme Roy l'attendait.
Le Dr. Petit opère demain. | Il est calme.
J.-P. Morel a gagné. | Bravo !
Né en 52 av. J.-C. à Rome, il voyagea. | Il mourut jeune.
Le taux est de 3.5 pour cent. | C'est peu.
Le prix, 1.200 euros, étonne. | Qui paiera ?
Il hésita… puis il partit.
Il hésita… | Puis il partit.
« Viens ! » dit-elle.
« Viens-tu ? » demanda Luc. | Elle sourit.
« Il pleut. | Rentrons ! » | Personne ne bougea.
Le maire (élu en 2014.) se tait.
Il a tout dit. | (Il ment.) | On le sait.
La loi de 1905 [1] tient. | Elle dure.
Elle tient.[2] | Elle dure.
C'est fini.|Le lendemain, il partit.
Écrivez à paul.martin@exemple.fr. | Il répondra.
Voir p. 12 et suiv. pour la suite.
Les fruits, légumes, etc. sont chers. | Le pain aussi.
Art. 5 et art. 6 sont abrogés.
La S.N.C.F. a augmenté ses prix.
Il vit aux E.-U. depuis dix ans.
Quoi ?! | Encore lui !
Le 1er mai, tout ferme. | Le 2, tout ouvre.
Il est 20 h. | La salle est pleine.
Le no. 5 de la revue paraît.
Selon l'A.F.P., rien n'a changé.
Son discours ? | Un succès.
Il a dit : « Partez. »
« Partez », a-t-il dit. | Ils sont partis.
L'entreprise Martin et Cie. a fermé.
Vous avez dit « non » ? | Bien.
C. Leroy et A. Petit ont signé.
Le film Qui a peur ? sort demain.
Le 3.2.1 est sorti. | Il est lent.
Prix : 12 euros. | Port compris.
Il partit... | Elle resta.
Cf. le rapport annuel.
Le St. Patrick a coulé.",
    );
}

#[test]
fn english_sentences() {
    holds(
        Language::English,
        "\
He left. | She stayed.
Mr. Brown arrived. | Mrs. Lee waited.
Dr. Hill and Prof. Day agreed.
Sen. Ann Reed voted no. | She left early.
The U.S. Army moved in. | It stayed.
He lives in the U.S. | He likes it.
They met at 5 p.m. near the lake.
They met at 5 p.m. | The lake was calm.
The firm, Day & Co., has closed.
She works for Day & Co. | The firm is old.
J. K. Lowe wrote it. | It sold well.
Prices rose 3.5 percent. | Nobody cared.
\"Come in!\" she said.
\"Come in.\" | He sat down.
\"Is it late?\" asked Tom. | No one knew.
He paused... then left.
He paused... | Then he left.
Wait!! | Who is there?
It works (really!) well.
It works. | (It really does.)
The law passed.[1] | It holds.
See p. 12 for more.
On Jan. 3 it rained. | It was cold.
St. Mary's Church burned. | No one was hurt.
Her email is ann.lee@example.org. | Write to her.
The Smith Jr. house is empty.
It was No. 5 on the list.
Gov. Hill, R-Ind., spoke first.
What? | Again?
The vote, i.e. the second one, failed.
It ended.|The crowd left.
The U.N. voted. | The plan passed.
He has a Ph.D. in law.
She was 5 ft. tall.
Lt. Col. Day saw it.
Version 3.2.1 is out. | It is slow.
Mt. Hood is near.
The Washington, D.C. office closed.
Nov. 5 was sunny. | Dec. 6 was not.
He said, \"Go.\" | They went.",
    );
}

/// Each line, and below it its quotations, indented by their depth; `…` where the closing mark is missing.
fn quotations(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let _ = writeln!(out, "{line}");
        for one in cut(language, line).quotations {
            let open = if one.unclosed { "…" } else { "" };
            let _ = writeln!(out, "    {}{}{open}", "  ".repeat(one.depth), one.inner.of(line));
        }
    }
    out
}

#[test]
fn quotation_marks() {
    insta::assert_snapshot!(quotations(Language::French, "\
Il a dit « non » et \"oui\".
« Il m'a dit “jamais” », raconte-t-elle.
Il parle de \" paix \" et de “guerre”.
« Rien n'est prêt.
“Rien n'est prêt’ dit-il.
Un ''accord'' historique.
L'arbre d'à côté, aujourd'hui, l'a vu.
C'est 'bien' ainsi.
« « Un » deux »
La salle fait 12\" de large.
Qualifié de \"génie\"par un ami.
Il a dit «oui», puis « non »."), @r#"
    Il a dit « non » et "oui".
        non
        oui
    « Il m'a dit “jamais” », raconte-t-elle.
        Il m'a dit “jamais”
          jamais
    Il parle de " paix " et de “guerre”.
        paix
        guerre
    « Rien n'est prêt.
        Rien n'est prêt.…
    “Rien n'est prêt’ dit-il.
        Rien n'est prêt
    Un ''accord'' historique.
        accord
    L'arbre d'à côté, aujourd'hui, l'a vu.
    C'est 'bien' ainsi.
        bien
    « « Un » deux »
        « Un » deux
          Un
    La salle fait 12" de large.
    Qualifié de "génie"par un ami.
        génie
    Il a dit «oui», puis « non ».
        oui
        non
    "#);
}

proptest::proptest! {
    #[test]
    fn sentences_hold_the_whole_text(text in "\\PC{0,200}") {
        let mut end = 0;
        for sentence in cut(Language::French, &text).sentences {
            let gap = text.get(end..sentence.span.start).expect("a span on character boundaries");
            proptest::prop_assert!(gap.trim().is_empty());
            end = sentence.span.end;
        }
        proptest::prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn quotations_fit_any_text(text in "[a-z \"'«»“”‘’.,!\\n—]{0,120}") {
        for one in cut(Language::English, &text).quotations {
            proptest::prop_assert!(text.get(one.span.range()).is_some() && one.span.contains(one.inner));
        }
    }
}
