//! What is quoted, and who says it, in every style of marks: each line is an article, `⏎` parts its paragraphs; below it
//! stands what is said between quotation marks, with its speaker. Nothing stands below lines in which nobody is quoted.

use std::fmt::Write as _;

use recoupe::claim::Mode;
use recoupe::lang::Language;

use crate::attribution;

fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let text = line.replace('⏎', "\n");
        let _ = writeln!(out, "{line}");
        let article = attribution::article(language, &text);
        for claim in attribution::claims(&article).iter().filter(|claim| claim.mode == Some(Mode::Direct)) {
            let who = claim.speaker.as_ref().map_or("?", |speaker| &speaker.name);
            let _ = writeln!(out, "    {who}: {}", claim.span.of(&text).replace('\n', "⏎"));
        }
    }
    out
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
« Nous partons demain », a dit la maire.
« Nous partons demain », a dit la maire. « Rien ne nous retient ici. »
« Nous partons demain, a dit la maire. Rien ne nous retient ici. »
« Nous partons, a dit la maire, car rien ne nous retient. »
« Nous partons », a dit la maire, « car rien ne nous retient ici. »
La maire a dit : « Nous partons demain. Rien ne nous retient. »
La maire a dit : \"Nous partons demain.\"
La maire a dit : “Nous partons demain.”
La maire a dit : <<Nous partons demain.>>
La maire a dit : ''Nous partons demain.''
La maire a dit : «Nous partons demain.»
La maire a dit : « Nous partons demain.”
La maire a dit : « Nous partons demain.
« Nous partons demain.⏎« Rien ne nous retient ici », a dit la maire.
« Nous partons demain.⏎Rien ne nous retient.⏎La route est longue », a dit la maire.
« Nous partons demain.⏎» Rien ne nous retient ici. »⏎Le pont est fermé.
« Il m'a dit : “Ne reviens jamais dans cette ville” », raconte Anne Roy.
« Il m'a dit : « Ne reviens jamais dans cette ville » », raconte Anne Roy.
« Il m'a dit “jamais” », raconte Anne Roy.
Le « petit prince » de la finance a perdu son procès.
Il parle d'un « accord historique » et d'une « ère nouvelle ».
Le film « Les Enfants du fleuve » sort mercredi en salles.
La revue « Nature » paraît jeudi.
Le mot « trêve » n'a pas été prononcé.
Il n'a dit ni « oui » ni « non ».
Le maire juge le projet « inutile ».
Le maire juge que le projet est « inutile, coûteux et dangereux ».
L'arbre d'à côté, aujourd'hui, n'a plus d'ombre.
Jusqu'à l'aube, l'équipe d'Anne a cherché l'enfant.
La salle fait 12\" de large et 15\" de long.
— Tu viens avec nous ? demanda Luc.⏎— Non, dit-elle, je reste ici.⏎La porte se ferma.
— Où est le pont ?⏎— Il n'y a plus de pont.
— Je pars, dit Luc en prenant son chapeau, qui était mouillé.
— Je pars, dit Luc. Il prit son chapeau et sortit.
— Je pars, dit Luc. Venez avec moi !
— « Où allez-vous ? » demanda la vieille dame.
— Il m'a répondu « jamais de la vie », vous entendez ?
- Vous partez ce soir ?⏎- Oui, je pars avec ma sœur.
Le plan prévoit :⏎— un pont ;⏎— une route.
— Le budget est voté.⏎— La route rouvre lundi.
Il a crié « Au feu ! » avant de sauter par la fenêtre.
« Au feu ! » a-t-il crié.
« Qui est là ? » demande la voisine. « C'est moi », répond Paul Roy.
« Personne ne nous a prévenus. Nous avons tout perdu. »
Anne Roy ne décolère pas. « Personne ne nous a prévenus de la crue. » Elle a perdu sa maison."), @r#"
    « Nous partons demain », a dit la maire.
        la maire: « Nous partons demain »
    « Nous partons demain », a dit la maire. « Rien ne nous retient ici. »
        la maire: « Nous partons demain »
        la maire: « Rien ne nous retient ici. »
    « Nous partons demain, a dit la maire. Rien ne nous retient ici. »
        la maire: Nous partons demain
        la maire: Rien ne nous retient ici.
    « Nous partons, a dit la maire, car rien ne nous retient. »
        la maire: « Nous partons, a dit la maire, car rien ne nous retient. »
    « Nous partons », a dit la maire, « car rien ne nous retient ici. »
        la maire: « Nous partons », a dit la maire, « car rien ne nous retient ici. »
    La maire a dit : « Nous partons demain. Rien ne nous retient. »
        La maire: Nous partons demain.
        La maire: Rien ne nous retient.
    La maire a dit : "Nous partons demain."
        La maire: "Nous partons demain."
    La maire a dit : “Nous partons demain.”
        La maire: “Nous partons demain.”
    La maire a dit : <<Nous partons demain.>>
        La maire: <<Nous partons demain.>>
    La maire a dit : ''Nous partons demain.''
        La maire: ''Nous partons demain.''
    La maire a dit : «Nous partons demain.»
        La maire: «Nous partons demain.»
    La maire a dit : « Nous partons demain.”
        La maire: « Nous partons demain.”
    La maire a dit : « Nous partons demain.
        La maire: Nous partons demain.
    « Nous partons demain.⏎« Rien ne nous retient ici », a dit la maire.
        la maire: Nous partons demain.
        la maire: « Rien ne nous retient ici »
    « Nous partons demain.⏎Rien ne nous retient.⏎La route est longue », a dit la maire.
        la maire: Nous partons demain.
        la maire: Rien ne nous retient.
        la maire: La route est longue
    « Nous partons demain.⏎» Rien ne nous retient ici. »⏎Le pont est fermé.
        ?: Nous partons demain.
        ?: » Rien ne nous retient ici. »
    « Il m'a dit : “Ne reviens jamais dans cette ville” », raconte Anne Roy.
        Anne Roy: « Il m'a dit : “Ne reviens jamais dans cette ville” »
    « Il m'a dit : « Ne reviens jamais dans cette ville » », raconte Anne Roy.
        Anne Roy: « Il m'a dit : « Ne reviens jamais dans cette ville » »
    « Il m'a dit “jamais” », raconte Anne Roy.
        Anne Roy: « Il m'a dit “jamais” »
    Le « petit prince » de la finance a perdu son procès.
    Il parle d'un « accord historique » et d'une « ère nouvelle ».
    Le film « Les Enfants du fleuve » sort mercredi en salles.
    La revue « Nature » paraît jeudi.
    Le mot « trêve » n'a pas été prononcé.
    Il n'a dit ni « oui » ni « non ».
        Il: « oui » ni « non ».
    Le maire juge le projet « inutile ».
    Le maire juge que le projet est « inutile, coûteux et dangereux ».
    L'arbre d'à côté, aujourd'hui, n'a plus d'ombre.
    Jusqu'à l'aube, l'équipe d'Anne a cherché l'enfant.
    La salle fait 12" de large et 15" de long.
    — Tu viens avec nous ? demanda Luc.⏎— Non, dit-elle, je reste ici.⏎La porte se ferma.
        Luc: — Tu viens avec nous ?
        Luc: — Non, dit-elle, je reste ici.
    — Où est le pont ?⏎— Il n'y a plus de pont.
        ?: — Où est le pont ?
        ?: — Il n'y a plus de pont.
    — Je pars, dit Luc en prenant son chapeau, qui était mouillé.
        Luc: — Je pars
    — Je pars, dit Luc. Il prit son chapeau et sortit.
        Luc: — Je pars
    — Je pars, dit Luc. Venez avec moi !
        Luc: — Je pars, dit Luc. Venez avec moi !
    — « Où allez-vous ? » demanda la vieille dame.
    — Il m'a répondu « jamais de la vie », vous entendez ?
        ?: — Il m'a répondu « jamais de la vie », vous entendez ?
    - Vous partez ce soir ?⏎- Oui, je pars avec ma sœur.
        ?: - Vous partez ce soir ?
        ?: - Oui, je pars avec ma sœur.
    Le plan prévoit :⏎— un pont ;⏎— une route.
    — Le budget est voté.⏎— La route rouvre lundi.
    Il a crié « Au feu ! » avant de sauter par la fenêtre.
        Il: « Au feu ! » avant de sauter par la fenêtre.
    « Au feu ! » a-t-il crié.
        il: « Au feu ! »
    « Qui est là ? » demande la voisine. « C'est moi », répond Paul Roy.
        la voisine: « Qui est là ? »
        Paul Roy: « C'est moi »
    « Personne ne nous a prévenus. Nous avons tout perdu. »
        ?: Personne ne nous a prévenus.
        ?: Nous avons tout perdu.
    Anne Roy ne décolère pas. « Personne ne nous a prévenus de la crue. » Elle a perdu sa maison.
        Anne Roy: « Personne ne nous a prévenus de la crue. »
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
\"We leave tomorrow,\" the mayor said.
\"We leave tomorrow,\" the mayor said. \"Nothing keeps us here.\"
\"We leave,\" the mayor said, \"because nothing keeps us here.\"
The mayor said, \"We leave tomorrow. Nothing keeps us here.\"
The mayor said: “We leave tomorrow.”
The mayor said: ‘We leave tomorrow.’
'We leave tomorrow,' the mayor said.
'The boys' bikes were stolen last night,' the mayor said.
‘The boys’ bikes were stolen last night,’ the mayor said.
The mayor said: ''We leave tomorrow.''
The mayor said: ``We leave tomorrow.''
The mayor said: «We leave tomorrow.»
The mayor said: “We leave tomorrow.\"
The mayor said: \"We leave tomorrow.
“We leave tomorrow.⏎“Nothing keeps us here,” the mayor said.
“We leave tomorrow.⏎Nothing keeps us here.⏎The road is long,” the mayor said.
\"We leave tomorrow.⏎\"Nothing keeps us here,\" the mayor said.
\"He told me, 'Never come back to this town,'\" Ann Roe said.
“He told me, ‘Never come back to this town,’” Ann Roe said.
\"He told me 'never,'\" Ann Roe said.
The \"boy king\" of finance lost his case.
He spoke of a \"historic deal\" and a \"new era.\"
The film \"Children of the River\" opens Wednesday.
The magazine \"Nature\" comes out Thursday.
The word \"truce\" was never used.
The answer was neither \"yes\" nor \"no.\"
The mayor called the project \"useless.\"
The mayor said the project is \"useless, costly and dangerous.\"
The mayors' offices and the workers' homes were flooded.
It's the players' union that won't sign.
The '90s were good to rock 'n' roll.
Give 'em the keys and don't ask.
The room is 12\" wide and 15\" long.
He is 6'2\" tall and she is 5'10\".
He shouted \"Fire!\" before he jumped.
\"Fire!\" he shouted.
\"Who is there?\" the neighbor asked. \"It's me,\" Paul Roe answered.
\"Nobody warned us. We lost everything.\"
Ann Roe is angry. \"Nobody warned us about the flood.\" She lost her house.
— Are you coming? asked Luke.
The plan calls for:⏎- a bridge;⏎- a road.
\"I was there,\" says Roe, who lost a leg. \"I saw it all.\"
The so-called 'experts' were wrong, Roe said.
“The ‘experts’ were wrong about the flood,” Roe said."), @r#"
    "We leave tomorrow," the mayor said.
        the mayor: "We leave tomorrow,"
    "We leave tomorrow," the mayor said. "Nothing keeps us here."
        the mayor: "We leave tomorrow,"
        the mayor: "Nothing keeps us here."
    "We leave," the mayor said, "because nothing keeps us here."
        the mayor: "We leave," the mayor said, "because nothing keeps us here."
    The mayor said, "We leave tomorrow. Nothing keeps us here."
        The mayor: We leave tomorrow.
        The mayor: Nothing keeps us here.
    The mayor said: “We leave tomorrow.”
        The mayor: “We leave tomorrow.”
    The mayor said: ‘We leave tomorrow.’
        The mayor: ‘We leave tomorrow.’
    'We leave tomorrow,' the mayor said.
        the mayor: 'We leave tomorrow,'
    'The boys' bikes were stolen last night,' the mayor said.
        the mayor: 'The boys' bikes were stolen last night,'
    ‘The boys’ bikes were stolen last night,’ the mayor said.
        the mayor: ‘The boys’ bikes were stolen last night,’
    The mayor said: ''We leave tomorrow.''
        The mayor: ''We leave tomorrow.''
    The mayor said: ``We leave tomorrow.''
        The mayor: ``We leave tomorrow.''
    The mayor said: «We leave tomorrow.»
        The mayor: «We leave tomorrow.»
    The mayor said: “We leave tomorrow."
        The mayor: “We leave tomorrow."
    The mayor said: "We leave tomorrow.
        The mayor: We leave tomorrow.
    “We leave tomorrow.⏎“Nothing keeps us here,” the mayor said.
        the mayor: We leave tomorrow.
        the mayor: “Nothing keeps us here,”
    “We leave tomorrow.⏎Nothing keeps us here.⏎The road is long,” the mayor said.
        the mayor: We leave tomorrow.
        the mayor: Nothing keeps us here.
        the mayor: The road is long,
    "We leave tomorrow.⏎"Nothing keeps us here," the mayor said.
        the mayor: We leave tomorrow.
        the mayor: "Nothing keeps us here,"
    "He told me, 'Never come back to this town,'" Ann Roe said.
        Ann Roe: "He told me, 'Never come back to this town,'"
    “He told me, ‘Never come back to this town,’” Ann Roe said.
        Ann Roe: “He told me, ‘Never come back to this town,’”
    "He told me 'never,'" Ann Roe said.
        Ann Roe: "He told me 'never,'"
    The "boy king" of finance lost his case.
    He spoke of a "historic deal" and a "new era."
    The film "Children of the River" opens Wednesday.
    The magazine "Nature" comes out Thursday.
    The word "truce" was never used.
    The answer was neither "yes" nor "no."
    The mayor called the project "useless."
    The mayor said the project is "useless, costly and dangerous."
    The mayors' offices and the workers' homes were flooded.
    It's the players' union that won't sign.
    The '90s were good to rock 'n' roll.
    Give 'em the keys and don't ask.
    The room is 12" wide and 15" long.
    He is 6'2" tall and she is 5'10".
    He shouted "Fire!" before he jumped.
        He: "Fire!" before he jumped.
    "Fire!" he shouted.
        he: "Fire!"
    "Who is there?" the neighbor asked. "It's me," Paul Roe answered.
        the neighbor: "Who is there?"
        Paul Roe: "It's me,"
    "Nobody warned us. We lost everything."
        ?: Nobody warned us.
        ?: We lost everything.
    Ann Roe is angry. "Nobody warned us about the flood." She lost her house.
        ?: "Nobody warned us about the flood."
    — Are you coming? asked Luke.
    The plan calls for:⏎- a bridge;⏎- a road.
    "I was there," says Roe, who lost a leg. "I saw it all."
        Roe: "I was there,"
        Roe: "I saw it all."
    The so-called 'experts' were wrong, Roe said.
    “The ‘experts’ were wrong about the flood,” Roe said.
        Roe: “The ‘experts’ were wrong about the flood,”
    "#);
}
