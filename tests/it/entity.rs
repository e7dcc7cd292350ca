//! Names: articles of one paragraph with the actors found in them, and sentences without any.

use std::fmt::Write as _;

use recoupe::article::{Article, Block, BlockKind, Hints};
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
            let _ = writeln!(out, "    {:?} {}{country}: {}{roles}", actor.kind, actor.name, mentions.join(" "));
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
La ministre de l'Economie Christine Martin et le ministre russe de la Défense Igor Petrov se sont vus.
Le gouverneur de la Banque de France, Christian Petit, a parlé. M. Petit est sorti.
Le maire de Paris Anne Durand et le porte-parole du ministère des Affaires étrangères, Luc Roy, ont signé.
L'ONU, l'Otan et l'Unesco ont condamné ; Daesh a revendiqué.
Le commandant cambodgien Bun Thean a parlé à l'AFP ; son homologue thaïlandais a refusé.
L'Union européenne et la Cour pénale internationale attendent.
Le secrétaire d'Etat aux Sports, Bernard Petit, et Mme Claire Roux.
"), @r"
    Le chef de la diplomatie russe Sergueï Lavrov a parlé. Lavrov, à Moscou, a reçu le secrétaire d'Etat américain John Kerry. Le chef de la diplomatie a vu son homologue américain.
        Person Sergueï Lavrov RU: «Sergueï Lavrov» «Lavrov» ~«Le chef de la diplomatie» (chef de la diplomatie russe=foreign-minister)
        Place Moscou RU: «Moscou»
        Person John Kerry US: «John Kerry» ~«son homologue américain» (secrétaire d'etat américain=foreign-minister; homologue américain=foreign-minister)
    Mme Dati a répondu. Rachida Dati, la ministre de la Justice, quittera Paris. La ministre l'a dit.
        Person Rachida Dati: «Dati» «Rachida Dati» ~«la ministre de la Justice» ~«La ministre» (ministre de la justice=justice-minister)
        Place Paris FR: «Paris»
    Le général Paul Martin commande l'armée. « Nous avançons », a dit M. Martin.
        Person Paul Martin: «Paul Martin» «Martin» (général=general)
    Dominique de Villepin et Charles de La Tour ont dîné. M. de Villepin est parti.
        Person Dominique de Villepin: «Dominique de Villepin» «Villepin»
        Unknown Charles de La Tour: «Charles de La Tour»
    Le front Al-Nosra refuse. Les combattants du Front Al-Nosra tirent.
        Organisation Front Al-Nosra: «front Al-Nosra» «Front Al-Nosra»
    L'Organisation mondiale du commerce (OMC) se réunit à Genève. L'OMC hésite.
        Organisation Organisation mondiale du commerce: «Organisation mondiale du commerce» «OMC» «OMC»
        Place Genève CH: «Genève»
    Les Russes et les Syriens avancent en Syrie ; la Turquie proteste. Ankara attend.
        Group Russes RU: «Russes»
        Group Syriens SY: «Syriens»
        Place Syrie SY: «Syrie»
        Place Turquie TR: «Turquie»
        Place Ankara TR: «Ankara»
    La Maison-Blanche et le Kremlin se taisent ; l'Elysée aussi.
        Organisation Maison-Blanche US: «Maison-Blanche»
        Organisation Kremlin RU: «Kremlin»
        Organisation Elysée FR: «Elysée»
    Le Conseil constitutionnel et le Sénat ont tranché.
        Organisation Conseil constitutionnel: «Conseil constitutionnel»
        Organisation Sénat FR: «Sénat»
    Jean Dupont, 45 ans, avocat, a parlé. Dupont a nié.
        Person Jean Dupont: «Jean Dupont» «Dupont»
    La chancelière Angela Merkel rencontre Vladimir Poutine, le président russe. Mme Merkel est partie.
        Person Angela Merkel: «Angela Merkel» «Merkel» (chancelière=head-of-government)
        Person Vladimir Poutine RU: «Vladimir Poutine» ~«le président russe» (président russe=head-of-state)
    Le porte-parole du ministère, Paul Petit, a confirmé. Le porte-parole a souri.
        Person Paul Petit: ~«Le porte-parole» «Paul Petit» ~«Le porte-parole» (porte-parole du ministère=spokesperson)
    Selon Bachar al-Assad, la guerre finira. Assad reste.
        Person Bachar al-Assad: «Bachar al-Assad» «Assad»
    La société Renault et le groupe Total ont signé avec la banque BNP Paribas.
        Organisation Renault: «Renault»
        Organisation Total: «Total»
        Organisation BNP Paribas: «BNP Paribas»
    La ministre de l'Economie Christine Martin et le ministre russe de la Défense Igor Petrov se sont vus.
        Person Christine Martin: «Christine Martin» (ministre de l'economie=finance-minister)
        Person Igor Petrov RU: «Igor Petrov» (ministre russe de la défense=defence-minister)
    Le gouverneur de la Banque de France, Christian Petit, a parlé. M. Petit est sorti.
        Person Christian Petit: ~«Le gouverneur» «Christian Petit» «Petit» (gouverneur de la banque de france=?)
        Organisation Banque de France: «Banque de France»
    Le maire de Paris Anne Durand et le porte-parole du ministère des Affaires étrangères, Luc Roy, ont signé.
        Place Paris FR: «Paris»
        Person Anne Durand: «Anne Durand»
        Person Luc Roy: ~«le porte-parole» «Luc Roy» (porte-parole du ministère des affaires étrangères=?)
        Organisation ministère des Affaires étrangères: «ministère des Affaires étrangères»
    L'ONU, l'Otan et l'Unesco ont condamné ; Daesh a revendiqué.
        Organisation ONU: «ONU»
        Organisation Otan: «Otan»
        Organisation Unesco: «Unesco»
    Le commandant cambodgien Bun Thean a parlé à l'AFP ; son homologue thaïlandais a refusé.
        Person Bun Thean KH: «Bun Thean» (commandant cambodgien=?)
        Organisation AFP: «AFP»
    L'Union européenne et la Cour pénale internationale attendent.
        Organisation Union européenne: «Union européenne»
        Organisation Cour pénale internationale: «Cour pénale internationale»
    Le secrétaire d'Etat aux Sports, Bernard Petit, et Mme Claire Roux.
        Person Bernard Petit: ~«Le secrétaire d'Etat aux Sports» «Bernard Petit» (secrétaire d'etat aux sports=secretary-of-state)
        Person Claire Roux: «Claire Roux»
    ");
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
"), @r"
    Bref, tout va bien. Ainsi, on attend. Malgré tout, il part. Interrogé, il se tait. Exactement.
    Un homme est mort. Deux femmes aussi. Jeudi, il pleuvait. En janvier, il neigeait.
    « Bonjour », dit-il. « Nous partons. » Monsieur, dit-elle, venez.
    Les autorités russes et les soldats américains avancent.
    Le ministre a parlé. Son homologue est venu. Une porte-parole a confirmé.
    Alors que tout change, rien ne bouge. Pourtant, rien. Cependant, tout.
    ");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
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
Republican Jane Roe and Democrat John Doe debated. Republicans won.
The governor of the Bank of England, Mark Hill, spoke. Mr. Hill left.
Paris Mayor Anne Durand and House Speaker Tom Reed signed.
The U.N., NATO and the European Union condemned it; ISIS claimed it.
Justice Minister Ann Lee spoke to Reuters; her French counterpart refused.
The Justice Against Sponsors of Terrorism Act passed the House.
Rep. Bob Smith (D-Texas) and Sen. Amy Jones, R-Ohio, agreed.
U.S. District Judge Robert L. Wilson ruled. Wilson waited.
"), @r#"
    Russian Foreign Minister Sergei Lavrov met John Kerry, the US secretary of state, in Geneva. Lavrov thanked his American counterpart. Kerry left.
        Person Sergei Lavrov RU: «Sergei Lavrov» «Lavrov» (russian foreign minister=foreign-minister)
        Person John Kerry: «John Kerry» ~«the US secretary of state» «Kerry» (us secretary of state=foreign-minister)
        Place Geneva CH: «Geneva»
    President Barack Obama spoke. Mr. Obama said Congress would act. The president smiled.
        Person Barack Obama: «Barack Obama» «Obama» ~«The president» (president=head-of-state)
        Organisation Congress US: «Congress»
    Chinese foreign ministry spokesman Wang Yi said so. Wang left Beijing.
        Person Wang Yi: «Wang Yi» «Wang» (spokesman=spokesperson)
        Place Beijing CN: «Beijing»
    Rep. Jane Smith, D-N.C., apologised. Smith, a Democrat, said so.
        Person Jane Smith: «Jane Smith» «Smith» (rep.=legislator)
    Rep. Jesse Jackson Jr. pleaded guilty. Jackson wept.
        Person Jesse Jackson Jr: «Jesse Jackson Jr» «Jackson» (rep.=legislator)
    The World Trade Organization (WTO) met. The WTO will decide.
        Organisation World Trade Organization: «World Trade Organization» «WTO» «WTO»
    The White House and the Pentagon denied it; the United Nations did not. The U.N. waits.
        Organisation White House US: «White House»
        Organisation Pentagon US: «Pentagon»
        Organisation United Nations: «United Nations» «U.N.»
    Russians and Americans talk; the French do not. Russian officials left Syria.
        Group Russians RU: «Russians»
        Group Americans US: «Americans»
        Group French FR: «French»
        Place Syria SY: «Syria»
    Robert S. Mueller III and Robert Mueller are one. Mueller spoke.
        Person Robert S. Mueller III: «Robert S. Mueller III» «Robert Mueller» «Mueller»
    Jane Doe, 45, and Tom Roe, a lawyer from Boston, sued Acme Inc. and the Bank of England.
        Person Jane Doe: «Jane Doe»
        Person Tom Roe: «Tom Roe» ~«a lawyer» (lawyer=lawyer)
        Place Boston US: «Boston»
        Organisation Acme Inc: «Acme Inc»
        Organisation Bank of England: «Bank of England»
    Bill Clinton and Hillary Clinton came. Mrs. Clinton spoke.
        Unknown Bill Clinton: «Bill Clinton»
        Person Hillary Clinton: «Hillary Clinton» «Clinton»
    Gen. Paul Martin leads the army. "We move," said Martin.
        Person Paul Martin: «Paul Martin» «Martin» (gen.=general)
    Justice Department spokesman Peter Carr declined. The Department of Homeland Security agreed.
        Organisation Justice Department: «Justice Department»
        Person Peter Carr: «Peter Carr» (justice department spokesman=spokesperson)
        Organisation Department of Homeland Security: «Department of Homeland Security»
    The Senate passed it. The House of Representatives waited. The Supreme Court ruled.
        Organisation Senate: «Senate»
        Organisation House of Representatives US: «House of Representatives»
        Organisation Supreme Court: «Supreme Court»
    According to Bashar al-Assad, it is over. Assad stays.
        Person Bashar al-Assad: «Bashar al-Assad» «Assad»
    Republican Jane Roe and Democrat John Doe debated. Republicans won.
        Unknown Jane Roe: «Jane Roe»
        Unknown John Doe: «John Doe»
        Group Republicans: «Republicans»
    The governor of the Bank of England, Mark Hill, spoke. Mr. Hill left.
        Person Mark Hill: ~«The governor» «Mark Hill» «Hill» (governor of the bank of england=?)
        Organisation Bank of England: «Bank of England»
    Paris Mayor Anne Durand and House Speaker Tom Reed signed.
        Place Paris FR: «Paris»
        Person Anne Durand: «Anne Durand» (mayor=mayor)
        Person Tom Reed: «Tom Reed» (house speaker=speaker)
    The U.N., NATO and the European Union condemned it; ISIS claimed it.
        Organisation U.N.: «U.N.»
        Organisation NATO: «NATO»
        Organisation European Union: «European Union»
        Organisation ISIS: «ISIS»
    Justice Minister Ann Lee spoke to Reuters; her French counterpart refused.
        Person Ann Lee: «Ann Lee» (justice minister=justice-minister)
        Organisation Reuters: «Reuters»
    The Justice Against Sponsors of Terrorism Act passed the House.
        Unknown Justice Against Sponsors of Terrorism Act: «Justice Against Sponsors of Terrorism Act»
        Organisation House: «House»
    Rep. Bob Smith (D-Texas) and Sen. Amy Jones, R-Ohio, agreed.
        Person Bob Smith: «Bob Smith» (rep.=legislator)
        Person Amy Jones: «Amy Jones» (sen.=senator)
    U.S. District Judge Robert L. Wilson ruled. Wilson waited.
        Place U.S. US: «U.S.»
        Person Robert L. Wilson: «Robert L. Wilson» «Wilson» (judge=judge)
    "#);
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
"), @r#"
    However, it rained. Meanwhile, they left. Asked about it, he laughed. Exactly.
    A man died. Two women did too. On Thursday it rained. In January it snowed.
    "Hello," he said. "We leave." I think so. Yes, I do.
    American officials and Russian soldiers moved.
    The minister spoke. His counterpart came. A spokesman confirmed.
    While all changes, nothing moves. Still, nothing. But all.
    "#);
}

#[test]
fn actors_of_two_articles_meet() {
    let first =
        names(Language::French, "Le ministre des Affaires étrangères russe Sergueï Lavrov et Vladimir Poutine.");
    let second = names(Language::English, "Russian Foreign Minister Sergei Lavrov met Putin and Sergei Ivanov.");
    let mut table = String::new();
    for a in &first.actors {
        for b in &second.actors {
            let _ = writeln!(table, "{:.2} {} ~ {}", entity::same_name(a, b), a.name, b.name);
        }
    }
    insta::assert_snapshot!(table, @r"
    0.95 Sergueï Lavrov ~ Sergei Lavrov
    0.00 Sergueï Lavrov ~ Putin
    0.00 Sergueï Lavrov ~ Sergei Ivanov
    0.00 Vladimir Poutine ~ Sergei Lavrov
    0.90 Vladimir Poutine ~ Putin
    0.00 Vladimir Poutine ~ Sergei Ivanov
    ");
}

/// The actors of a page as it was saved, one a line.
fn page(bytes: &[u8]) -> String {
    let article = recoupe::article::read(bytes, &Hints::default(), &LEXICA).expect("a page of the project reads");
    let lexicon = LEXICA.of(article.language);
    let tokens = lexicon.tokens(&article.text);
    let names = entity::find(&article.text, &tokens, &segment(&article, lexicon), lexicon, &article.captions);
    let mut out = String::new();
    for (at, actor) in names.actors.iter().enumerate() {
        let words: std::collections::BTreeSet<&str> =
            names.mentions.iter().filter(|it| it.actor == at).map(|it| it.span.of(&article.text)).collect();
        let words: Vec<&str> = words.into_iter().collect();
        let _ = writeln!(out, "{:?} {}: {}", actor.kind, actor.name, words.join(" · "));
    }
    out
}

#[test]
fn the_two_pages() {
    insta::assert_snapshot!(page(include_bytes!("../../public/articles/rfi.txt")), @r"
    Place Russie: Russie
    Person Sergueï Lavrov: Lavrov · Serguei Lavrov · Sergueï Lavrov · le chef de la diplomatie russe
    Place Mossoul: Mossoul
    Place Alep: Alep
    Person John Kerry: John Kerry · son homologue américain
    Place Etats-Unis: Etats-Unis
    Place Irak: Irak
    Place Syrie: Syrie
    Group Russes: Russes
    Group Syriens: Syriens
    Organisation ONU: ONU
    Place Moscou: Moscou
    Group Occidentaux: Occidentaux
    ");
    insta::assert_snapshot!(page(include_bytes!("../../public/articles/rt-france.txt")), @r"
    Place Russie: Russie
    Organisation Front Al-Nosra: Front Al-Nosra · front Al-Nosra
    Place Alep: Alep
    Person Sergueï Lavrov: Le chef de la diplomatie · Sergueï Lavrov · Sergueï Lavrov · le ministre des Affaires étrangères russe
    Place Moscou: Moscou
    Place Damas: Damas
    Person Vladimir Poutine: Vladimir Poutine
    Place Etats-Unis: Etats-Unis
    Organisation Daesh: Daesh
    Person John Kerry: John Kerry
    Person Sergueï Roudskoï: Sergueï Roudskoï
    ");
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
