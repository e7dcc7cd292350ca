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

#[test]
fn french_sentences_of_news() {
    holds(
        Language::French,
        "\
Le pont, long de 3,5 km, relie M. Petit à ses voisins. | Il date de 1900.
Le sommet a lieu à Saint-Denis. | St-Denis est au nord.
MM. Roux et Blanc, ainsi que Mmes Petit et Noir, ont voté. | La séance est levée.
La Dre Roy a signé. | Me Blanc plaide.
Rendez-vous au 12 bd. Victor-Hugo à 20 h 30. | L'entrée est libre.
Ils étaient 1 200 000 en 2020. | Ils sont 900 000.
Le bénéfice atteint 1.2 milliard. | C'est un record.
L'article L. 122-5 du code s'applique. | Le juge l'a dit.
Voir l'art. L. 12 et l'al. 3. | La suite manque.
Le vol AF 447... | On se souvient.
Il y avait du pain, du vin... et des rires.
« C'est fini… » a-t-il soufflé.
« C'est fini. » | Puis il est sorti.
« C'est fini ! », a-t-il crié. | Personne n'a répondu.
« Où va-t-on ? » s'interroge la maire.
« Partez !» lança-t-il.
« Tout va bien. | Rien ne presse. » | Elle raccrocha.
Il a lancé : « Vive la mer ! » | Tous ont ri.
Il a lancé : « Vive la mer ! » avant de partir.
\"Nous partons.\" | Il a raccroché.
“Nous partons”, dit-elle. | Il a raccroché.
(Il avait dix ans.) | Elle en avait neuf.
Le chat (il s'appelle Max !) dort.
Le texte [sic] est faux. | On le corrige.
Les ventes ont doublé.[1] | Les prix aussi.[2][3] | Rien d'autre.
Les ventes ont doublé¹. | Les prix aussi.
Les ventes ont doublé.¹ | Les prix aussi.
La hausse est nette [12]. | La baisse suivra.
C'est la fin.|Le public sort. | Il pleut.
Est-ce la fin ?Oui, dit-il.
Le site www.exemple.fr est fermé. | Il rouvrira.
Allez sur https://exemple.fr/a.html?x=1. | Tout y est.
Écrivez à a.b@exemple.fr ou appelez. | Merci.
La version 2.0 est là. | Elle plaît.
Le fichier note.txt est vide. | Recommencez.
Il a fini 2e. | Elle a fini 1re.
Le XXe siècle finit. | Le XXIe commence.
Louis XIV. | Le roi régna longtemps.
Sous Louis XIV, la cour grandit.
L'O.N.U. vote. | L'O.T.A.N. attend.
Le P.-D.G. démissionne. | Son adjoint aussi.
J. Roy, A. Le Gall et P.-Y. Nô ont écrit. | Le livre est paru.
Le rapport de J. Roy. | Il est long.
1. Ouvrez la porte. | 2. Entrez. | 3. Fermez.
Total : 3 M€. | Reste : 2 M€.
Il pleut, etc. | Bref, rien de neuf.
Il pleut, etc., et il vente.
C.-à-d. que rien ne change.
N.B. Le train est supprimé.
P.-S. J'oubliais le pain.
Le 14 juil. 1789 fut un mardi.
Prenez le n° 4. | Il part à 8 h.
Appelez le 01.23.45.67.89. | On vous répondra.
Il a dit oui… | Non… | Peut-être.
Hein ??? | Quoi !!! | Bon.
Oh ! la belle bleue ! | Oui.
Ah ! ah ! fit-il.
Il a lu Qui sont-ils ? et Où vont-ils ? en un soir.
Yahoo! a été vendu. | Le prix est secret.
Le gén. Dupré commande. | Il obéit.",
    );
}

#[test]
fn english_sentences_of_news() {
    holds(
        Language::English,
        "\
The bridge, 3.5 miles long, links Mr. Small to his neighbors. | It dates from 1900.
He was born circa 300 B.C. | No one knows where.
Messrs. Hall and Day agreed. | Ms. Roe did not.
Gen. Lee, Col. Hill and Capt. Roe spoke. | The rest listened.
Sen. John Day, D-Ohio, voted yes. | Rep. Ann Roe, R-Texas, did not.
He moved to Washington, D.C. | She stayed.
He moved to Washington, D.C., in May.
She flew to the U.S. on Monday. | He drove.
She flew to the U.S. | He drove.
The U.S. House passed it. | The Senate balked.
The U.K. economy grew. | The E.U. economy shrank.
The talks begin at 9 a.m. Monday. | They end at noon.
The talks begin at 9 a.m. | The press may attend.
It opens at 10 a.m. and closes at 5 p.m. | Entry is free.
Acme Inc. sued Apex Corp. on Friday. | The case is open.
He works at Acme Inc. | She does not.
Shares of Acme Ltd. rose 2.5 percent. | Oil fell.
The storm hit on Sept. 9. | It killed two.
See fig. 3 and pp. 4-9. | Then stop.
No. 3 won. | No. 4 lost.
It cost $1.5 million. | Nobody paid.
He weighed 180 lbs. and was 6 ft. tall.
Visit www.example.com. | It is free.
Visit https://example.com/a.html?x=1. | It is free.
Write to a.b@example.com. | We will answer.
He paused . . . then went on.
\"I... I can't,\" she said.
\"It's over…\" he said.
\"It's over.\" | He left.
\"It's over!\" he cried. | No one moved.
\"Where to?\" asked the driver.
\"Where to?\" the driver asked.
'It's over,' he said. | She wept.
“We won. | We won!” | The crowd sang.
He shouted, \"Fire!\" | All ran.
He shouted, \"Fire!\" and ran.
(He was ten.) | She was nine.
The cat (his name is Max!) sleeps.
He called it \"a joke.\" | She did not.
The text [sic] is wrong. | Fix it.
Sales doubled.[1] | Prices too.[2][3] | Nothing else.
Sales doubled.1 | Prices did too.
Sales doubled.¹ | Prices did too.
It was the end.|The crowd left. | It rained.
Version 2.0 is out. | It sells.
The file notes.txt is empty. | Try again.
Henry VIII. | The king had six wives.
J.R.R. Tolkien wrote it. | It sold.
George W. Bush spoke. | He left.
It was written by J. | No one knows who that is.
Robert Downey Jr. starred. | It flopped.
Robert Downey Jr. | The film flopped.
1. Open the door. | 2. Walk in. | 3. Shut it.
He has a Ph.D. | She has an M.D.
He lives on Main St. in Dover. | It is quiet.
Elm Ave. is shut. | Use Oak Rd. instead.
E.g. cats and dogs. | Or birds.
Cats, dogs, etc. are banned. | Birds are not.
Cats, dogs, etc. | Birds are not.
Wait... what? | No way!!! | Fine.
Yahoo! was sold. | The price is secret.
He read Who's Afraid? in a night.
Smith v. Jones was heard. | The court sat.
Rev. Martin spoke at St. Paul's. | All sang.
The vs. in the title stands for versus. | So be it.
It rose to 5.5 pct. from 5 pct. | It fell again.",
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

/// Each row was once read to its end at every mark: minutes for a megabyte.
#[test]
fn rows_of_marks_cost_no_more_than_their_length() {
    for row in [". \" ", ".[", "Ab.", ". . ", "? ", "» . «"] {
        let text = row.repeat(100_000);
        for language in [Language::French, Language::Other] {
            assert!(!cut(language, &text).sentences.is_empty(), "{row}");
        }
    }
}
