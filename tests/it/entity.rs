//! Names: articles of one paragraph with the actors found in them, and sentences without any.

use recoupe::article::{Article, Block, BlockKind};
use recoupe::claim::entity::{self, Names};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;
use recoupe::text::Span;

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

fn names(language: Language, text: &str) -> Names {
    let lexicon = LEXICA.of(language);
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    let article = Article { text: text.to_owned(), blocks, language, ..Article::default() };
    let segmentation = segment(&article, lexicon);
    entity::find(text, &lexicon.tokens(text), &segmentation, lexicon, &[])
}

/// Each line is an article of its own: its actors as `kind name: «mentions» (roles)`.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let names = names(language, line);
        out.push_str(line);
        out.push('\n');
        for (at, actor) in names.actors.iter().enumerate() {
            let mentions = names.mentions.iter().filter(|mention| mention.actor == at);
            let mentions: Vec<String> =
                mentions.map(|it| format!("{}«{}»", if it.named { "" } else { "~" }, it.span.of(line))).collect();
            let roles: Vec<String> = actor
                .roles
                .iter()
                .map(|role| format!("{}={}", role.text, role.role_id.as_deref().unwrap_or("?")))
                .collect();
            let roles = if roles.is_empty() { String::new() } else { format!(" ({})", roles.join("; ")) };
            let country = actor.country.as_deref().map(|code| format!(" {code}")).unwrap_or_default();
            out.push_str(&format!("    {:?} {}{country}: {}{roles}\n", actor.kind, actor.name, mentions.join(" ")));
        }
    }
    out
}

#[test]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
Le chef de la diplomatie russe Sergueï Lavrov a parlé. Lavrov, à Moscou, a reçu le secrétaire d'Etat américain John Kerry. Le chef de la diplomatie a vu son homologue américain.
Mme Dati a répondu. Rachida Dati, la ministre de la Justice, quittera Paris. La ministre l'a dit.
Le général Paul Martin commande l'armée. « Nous avançons », a dit M. Martin.
Dominique de Villepin et Charles de La Tour ont dîné. M. de Villepin est parti.
Le front Al-Nosra refuse. Les combattants du Front Al-Nosra tirent.
L'Organisation mondiale du commerce (OMC) se réunit à Genève. L'OMC hésite.
Les Russes et les Syriens avancent en Syrie ; la Turquie proteste. Ankara attend.
La Maison-Blanche et le Kremlin se taisent ; l'Elysée aussi.
Le Conseil constitutionnel et le Sénat ont tranché.
Jean Dupont, 45 ans, avocat, a parlé. Dupont a nié.
La chancelière Angela Merkel rencontre Vladimir Poutine, le président russe. Mme Merkel est partie.
Le porte-parole du ministère, Paul Petit, a confirmé. Le porte-parole a souri.
Selon Bachar al-Assad, la guerre finira. Assad reste.
La société Renault et le groupe Total ont signé avec la banque BNP Paribas.
"), @"");
}

#[test]
fn french_must_not() {
    insta::assert_snapshot!(show(Language::French, "\
Bref, tout va bien. Ainsi, on attend. Malgré tout, il part. Interrogé, il se tait. Exactement.
Un homme est mort. Deux femmes aussi. Jeudi, il pleuvait. En janvier, il neigeait.
« Bonjour », dit-il. « Nous partons. » Monsieur, dit-elle, venez.
Les autorités russes et les soldats américains avancent.
Le ministre a parlé. Son homologue est venu. Une porte-parole a confirmé.
Alors que tout change, rien ne bouge. Pourtant, rien. Cependant, tout.
"), @"");
}

#[test]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
Russian Foreign Minister Sergei Lavrov met John Kerry, the US secretary of state, in Geneva. Lavrov thanked his American counterpart. Kerry left.
President Barack Obama spoke. Mr. Obama said Congress would act. The president smiled.
Chinese foreign ministry spokesman Wang Yi said so. Wang left Beijing.
Rep. Jane Smith, D-N.C., apologised. Smith, a Democrat, said so.
Rep. Jesse Jackson Jr. pleaded guilty. Jackson wept.
The World Trade Organization (WTO) met. The WTO will decide.
The White House and the Pentagon denied it; the United Nations did not. The U.N. waits.
Russians and Americans talk; the French do not. Russian officials left Syria.
Robert S. Mueller III and Robert Mueller are one. Mueller spoke.
Jane Doe, 45, and Tom Roe, a lawyer from Boston, sued Acme Inc. and the Bank of England.
Bill Clinton and Hillary Clinton came. Mrs. Clinton spoke.
Gen. Paul Martin leads the army. \"We move,\" said Martin.
Justice Department spokesman Peter Carr declined. The Department of Homeland Security agreed.
The Senate passed it. The House of Representatives waited. The Supreme Court ruled.
According to Bashar al-Assad, it is over. Assad stays.
"), @"");
}

#[test]
fn english_must_not() {
    insta::assert_snapshot!(show(Language::English, "\
However, it rained. Meanwhile, they left. Asked about it, he laughed. Exactly.
A man died. Two women did too. On Thursday it rained. In January it snowed.
\"Hello,\" he said. \"We leave.\" I think so. Yes, I do.
American officials and Russian soldiers moved.
The minister spoke. His counterpart came. A spokesman confirmed.
While all changes, nothing moves. Still, nothing. But all.
"), @"");
}

#[test]
fn actors_of_two_articles_meet() {
    let first =
        names(Language::French, "Le ministre des Affaires étrangères russe Sergueï Lavrov et Vladimir Poutine.");
    let second = names(Language::English, "Russian Foreign Minister Sergei Lavrov met Putin and Sergei Ivanov.");
    let mut table = String::new();
    for a in &first.actors {
        for b in &second.actors {
            table.push_str(&format!("{:.2} {} ~ {}\n", entity::same_name(a, b), a.name, b.name));
        }
    }
    insta::assert_snapshot!(table, @"");
}

proptest::proptest! {
    /// Any text at all: nothing panics, mentions are in order, on character boundaries, and name an actor.
    #[test]
    fn any_text(text in "(Le |la |de |M\\. |Mr |The |of |Jean |Paul-|al-|ONU|\\(|\\)|, |\\. |russe |ministre |homologue |son |\\PC){0,60}") {
        for language in [Language::French, Language::English, Language::Other] {
            let found = names(language, &text);
            let mut end = 0;
            for mention in &found.mentions {
                proptest::prop_assert!(mention.span.start >= end && text.get(mention.span.range()).is_some());
                proptest::prop_assert!(mention.actor < found.actors.len());
                end = mention.span.end;
            }
            proptest::prop_assert_eq!(&found, &names(language, &text));
        }
    }
}
