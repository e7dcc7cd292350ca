//! What a comparison looks like in each format it is written in.

use std::collections::BTreeMap;

use recoupe::exchange::contract::{
    Alignment, Article, Camp, CampTold, Claim, Difference, Document, Evidence, Figure, Heard, Label, Marker, Name,
    Occurrence, Only, Passage, Side, Silent, Statement, TimelineEntry, VerbCount, Voice,
};
use recoupe::exchange::{csv, html, jsonld, text};
use recoupe::lang::Language;

const HEADLINE: &str = "Le maire démissionne";
const REPLY: &str = "=Le maire \"quitte\" sa charge, <b>selon</b> Ann Reed";
const ALONE: &str = "Il pleut";

fn claim(id: &str, start: usize, words: &str) -> Claim {
    Claim {
        id: id.into(),
        start,
        end: start + words.chars().count(),
        text: words.into(),
        place: "title".into(),
        mode: None,
        speaker: None,
        speaker_kind: None,
        speaker_candidates: vec![],
        speaker_through: vec![],
        verb: None,
        stance: None,
        certainty: "asserted".into(),
        cues: vec![],
        entities: vec![],
        quantities: vec![],
        dates: vec![],
    }
}

fn article(id: &str, outlet: &str, url: Option<&str>, claims: Vec<Claim>) -> Article {
    Article {
        id: id.into(),
        title: claims.first().map(|it| it.text.clone()),
        outlet: Some(outlet.into()),
        byline: None,
        agency: None,
        date: Some("2016-10-21".into()),
        lang: "fr".into(),
        lang_confidence: 1.0,
        url: url.map(str::to_owned),
        text: claims.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n\n"),
        blocks: vec![],
        captions: vec![],
        claims,
        markers: vec![],
    }
}

/// Two articles, one shared claim, one found in one text only.
fn figure() -> Figure {
    Figure {
        unit: None,
        a: "a1".into(),
        b: "b1".into(),
        a_text: "45 morts".into(),
        b_text: "au moins 40".into(),
        relation: "compatible".into(),
        reason: Some("bound".into()),
        note: String::new(),
        details: BTreeMap::new(),
    }
}

fn camp(verb: VerbCount) -> Camp {
    Camp {
        id: "GB".into(),
        name: "Royaume-Uni".into(),
        speakers: vec!["Ann Reed".into()],
        told: vec![CampTold { article: "b".into(), verbs: vec![verb] }],
    }
}

fn occurrence(passage: Passage) -> Occurrence {
    Occurrence {
        start: passage.start,
        end: passage.end,
        text: passage.text,
        sentence_start: 0,
        sentence_end: 11,
        claim: Some("a1".into()),
        said_by: None,
        swaps: vec![],
    }
}

fn label(passage: Passage) -> Label {
    Label {
        referent: "maire".into(),
        kind: "person".into(),
        rule: "label/actor".into(),
        differs: true,
        names: vec![Name {
            article: "a".into(),
            text: "maire".into(),
            shared: false,
            occurrences: vec![occurrence(passage)],
        }],
    }
}

fn document() -> Document {
    let mut reported = claim("b1", 0, REPLY);
    reported.mode = Some("indirect".into());
    reported.speaker = Some("Ann Reed".into());
    reported.certainty = "attributed".into();
    let alone = claim("a2", HEADLINE.chars().count() + 2, ALONE);
    let mut a = article("a", "Le Jour", Some("https://jour.example/1?a=1&b=2"), vec![claim("a1", 0, HEADLINE), alone]);
    a.markers.push(Marker {
        start: 3,
        end: 8,
        text: "maire".into(),
        kind: "label".into(),
        rule: "label/actor".into(),
        cue: "maire".into(),
        note: "Une note.".into(),
        details: BTreeMap::new(),
    });
    let b = article("b", "The <Night>", Some("javascript:alert(1)"), vec![reported]);
    let details = [("a", "A"), ("b", "B"), ("rung_a", "asserted"), ("speaker_b", "Ann Reed")];
    let said = || VerbCount { verb: "dire".into(), stance: "neutral".into(), count: 1, claims: vec!["b1".into()] };
    let side = || Side { start: None, end: None, text: None, value: None };
    let passage = Passage { start: 3, end: 8, text: "maire".into() };
    Document {
        schema: "recoupe/1".into(),
        articles: vec![a, b],
        alignments: vec![Alignment {
            a: "a1".into(),
            b: "b1".into(),
            score: 0.93,
            relation: "overlap".into(),
            evidence: vec![Evidence { kind: "word".into(), a: "maire".into(), b: "maire".into(), weight: 1.0 }],
            differences: vec![Difference {
                kind: "certainty".into(),
                rule: "certainty/rung-source-b".into(),
                a: side(),
                b: side(),
                note: "Une différence.".into(),
                details: details.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            }],
        }],
        groups: vec![],
        labels: vec![label(passage)],
        voices: vec![Voice {
            speaker: "Ann Reed".into(),
            kind: "named".into(),
            heard: vec![Heard {
                article: "b".into(),
                claims: vec!["b1".into()],
                words_direct: 0,
                words_indirect: 6,
                verbs: vec![said()],
                place: "title".into(),
                depth: 0.0,
            }],
            silent: vec![Silent { article: "a".into(), named: 1 }],
            camp: Some("GB".into()),
        }],
        camps: vec![camp(said())],
        speech: vec![],
        figures: vec![figure()],
        timeline: vec![TimelineEntry {
            iso: "2016-10-20".into(),
            precision: "day".into(),
            claim: "a2".into(),
            text: "jeudi".into(),
            later_than: vec!["b".into()],
            to_come: false,
        }],
        synthesis: vec![Statement {
            part: "shared".into(),
            rule: "synthesis/shared-none".into(),
            note: String::new(),
            details: [("a", "A"), ("b", "B")].map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            claims: vec![],
            weight: 0.0,
        }],
        only: vec![Only {
            claim: "a2".into(),
            missing_in: "b".into(),
            nearest: Some("b1".into()),
            nearest_score: Some(0.12),
            later: false,
        }],
        shared_copy: vec![],
        notices: vec![],
        notes: vec![],
    }
}

#[test]
fn a_table_has_a_row_for_each_link_and_each_lonely_claim() {
    insta::assert_snapshot!(csv(&document()).replace("\r\n", "⏎\n"), @r#"
    kind,score,relation,later,differences,a_article,a_outlet,a_claim,a_start,a_end,a_place,a_mode,a_speaker,a_verb,a_certainty,a_text,b_article,b_outlet,b_claim,b_start,b_end,b_place,b_mode,b_speaker,b_verb,b_certainty,b_text⏎
    shared,0.93,overlap,,certainty/rung-source-b,a,Le Jour,a1,0,20,title,,,,asserted,Le maire démissionne,b,The <Night>,b1,0,51,title,indirect,Ann Reed,,attributed,"'=Le maire ""quitte"" sa charge, <b>selon</b> Ann Reed"⏎
    only,0.12,,false,,a,Le Jour,a2,22,30,title,,,,asserted,Il pleut,b,The <Night>,b1,0,51,title,indirect,Ann Reed,,attributed,"'=Le maire ""quitte"" sa charge, <b>selon</b> Ann Reed"⏎
    "#);
}

#[test]
fn a_terminal_gets_a_report_in_the_readers_language() {
    insta::assert_snapshot!(text(&document(), Language::French).replace('\u{202f}', "_"), @r#"
    A Le maire démissionne
      Le Jour · 2016-10-21
    B =Le maire "quitte" sa charge, <b>selon</b> Ann Reed
      The <Night> · 2016-10-21

    En bref
    -------
    - A et B n’ont aucune affirmation commune au seuil choisi.

    Affirmations communes (1)
    -------------------------
    1. lien sûr (0,93) · se recoupe en partie
      A Le maire démissionne
          [affirmé par l’article]
      B =Le maire "quitte" sa charge, <b>selon</b> Ann Reed
          [attribué à une source · paroles rapportées · Ann Reed]
      Ce qui change
        - A_: affirmé par l’article_; B l’attribue à Ann Reed.
      Pourquoi ce lien_: même mot (maire)


    Seulement en A, pas trouvé en B (1)
    -----------------------------------
    - Il pleut
        Candidat le plus proche en B_: «_=Le maire "quitte" sa charge, <b>selon</b> Ann Reed_»
        (0,12)

    Désignations
    ------------
    maire
      A 1 × «_maire_»

    Voix
    ----
    Ann Reed (personne ou organisme nommé)
      B 0 mots cités, 6 mots redits (dire ×1)

    Verbes de parole par camp
    -------------------------
    Royaume-Uni
      B dire ×1 (neutre)

    Chiffres
    --------
    - 45 morts / au moins 40 (limite)

    Chronologie
    -----------
    - 2016-10-20 (jeudi) A: Il pleut [plus récent que B]
    "#);
    let english = text(&document(), Language::English);
    assert!(english.contains("sure link (0.93) · partly the same"), "{english}");
}

#[test]
fn a_terminal_is_never_written_to_by_an_article() {
    let mut document = document();
    document.articles[0].claims[0].text = "Ding\u{7} \u{1b}[31mred\nline".into();
    assert!(!text(&document, Language::English).contains(['\u{7}', '\u{1b}']));
}

#[test]
fn a_page_escapes_what_articles_hold() {
    let page = html(&document(), Language::French);
    let body = page.split_once("</style>").map_or("", |(_, body)| body);
    insta::assert_snapshot!(body.replace('\u{202f}', "_"), @r#"
    </head>
    <body>
    <h1>Recoupe_: comparaison d’articles</h1>
    <p class="a" lang="fr"><b>A</b> <a href="https://jour.example/1?a=1&amp;b=2">Le maire démissionne</a><small>Le Jour · 2016-10-21</small></p>
    <p class="b" lang="fr"><b>B</b> =Le maire &quot;quitte&quot; sa charge, &lt;b&gt;selon&lt;/b&gt; Ann Reed<small>The &lt;Night&gt; · 2016-10-21</small></p>
    <section>
    <h2>En bref</h2>
    <ul>
    <li>A et B n’ont aucune affirmation commune au seuil choisi.</li>
    </ul>
    </section>
    <h2>Affirmations communes (1)</h2>
    <article>
    <h3>1. lien sûr (0,93) · se recoupe en partie</h3>
    <div class="pair">
    <div class="a"><b>A</b><blockquote lang="fr">Le maire démissionne</blockquote><small>affirmé par l’article</small></div>
    <div class="b"><b>B</b><blockquote lang="fr">=Le maire &quot;quitte&quot; sa charge, &lt;b&gt;selon&lt;/b&gt; Ann Reed</blockquote><small>attribué à une source · paroles rapportées · Ann Reed</small></div>
    </div>
    <h4>Ce qui change</h4>
    <ul>
    <li>A_: affirmé par l’article_; B l’attribue à Ann Reed.</li>
    </ul>
    <h4>Pourquoi ce lien</h4>
    <ul>
    <li>même mot (maire)</li>
    </ul>
    </article>
    <section>
    <h2>Seulement en A, pas trouvé en B (1)</h2>
    <div class="a"><blockquote lang="fr">Il pleut</blockquote><small>Candidat le plus proche en B_: «_=Le maire &quot;quitte&quot; sa charge, &lt;b&gt;selon&lt;/b&gt; Ann Reed_» (0,12)</small></div>
    </section>
    <section>
    <h2>Désignations</h2>
    <table>
    <tr><td></td><th scope="col">A</th><th scope="col">B</th></tr>
    <tr><th scope="row">maire</th><td lang="fr">1 × «_maire_»</td><td lang="fr"></td></tr>
    </table>
    </section>
    <section>
    <h2>Voix</h2>
    <table>
    <tr><td></td><th scope="col">A</th><th scope="col">B</th></tr>
    <tr><th scope="row">Ann Reed (personne ou organisme nommé)</th><td></td><td>0 mots cités, 6 mots redits (dire ×1)</td></tr>
    </table>
    </section>
    <section>
    <h2>Verbes de parole par camp</h2>
    <table>
    <tr><td></td><th scope="col">A</th><th scope="col">B</th></tr>
    <tr><th scope="row">Royaume-Uni</th><td></td><td>dire ×1 (neutre)</td></tr>
    </table>
    </section>
    <section>
    <h2>Chiffres</h2>
    <ul>
    <li>45 morts / au moins 40 (limite)</li>
    </ul>
    </section>
    <section>
    <h2>Chronologie</h2>
    <ul>
    <li>2016-10-20 (jeudi) A: Il pleut [plus récent que B]</li>
    </ul>
    </section>
    <p><small>Extraits courts, pour comparer_; les articles restent à leurs éditeurs.</small></p>
    </body>
    </html>
    "#);
    assert!(!page.contains("<script") && !page.contains("javascript:"));
}

#[test]
fn annotations_point_twice_at_each_passage() {
    let all = jsonld(&document());
    let mark = all.split("\n      {").find(|item| item.contains("\"tagging\"")).unwrap_or_default();
    insta::assert_snapshot!(mark, @r#"
      "body": [
        {
          "purpose": "tagging",
          "type": "TextualBody",
          "value": "label"
        },
        {
          "format": "text/plain",
          "language": "fr",
          "purpose": "commenting",
          "type": "TextualBody",
          "value": "Une note."
        }
      ],
      "id": "urn:uuid:84460b90-af1b-84e8-825d-aaf4713f8052",
      "motivation": "commenting",
      "target": {
        "selector": [
          {
            "end": 8,
            "start": 3,
            "type": "TextPositionSelector"
          },
          {
            "exact": "maire",
            "prefix": "Le ",
            "suffix": " démissionne\n\nIl pleut",
            "type": "TextQuoteSelector"
          }
        ],
        "source": "https://jour.example/1?a=1&b=2",
        "type": "SpecificResource"
      },
      "type": "Annotation"
    },
    "#);
    let link = all.split("\n      {").find(|item| item.contains("\"linking\"")).unwrap_or_default();
    assert!(link.contains("\"source\": \"urn:uuid:"), "no address to visit, a name instead: {link}");
    assert!(all.contains("\"total\": 2") && all.contains("http://www.w3.org/ns/anno.jsonld"));
}

#[test]
fn nothing_to_compare_is_still_a_document() {
    let mut empty = document();
    empty.articles.clear();
    assert_eq!(csv(&empty).lines().count(), 3);
    for language in [Language::French, Language::English, Language::Other] {
        assert!(!text(&empty, language).is_empty());
        assert!(html(&empty, language).ends_with("</html>\n"));
    }
    assert!(jsonld(&empty).contains("\"total\": 0"));
}
