//! Who says what: articles of one paragraph with their claims, and sentences in which nobody is quoted.

use std::fmt::Write as _;

use recoupe::article::{Article, Block, BlockKind};
use recoupe::claim::{Claim, Mode, extract};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;
use recoupe::text::Span;

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

/// An article of paragraphs, one a line.
pub fn article(language: Language, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    Article { text: text.to_owned(), blocks, language, ..Article::default() }
}

pub fn claims(article: &Article) -> Vec<Claim> {
    let lexicon = LEXICA.of(article.language);
    extract(article, &segment(article, lexicon), lexicon).claims
}

/// Compares a document of sentences, each with what is read in it below, with what is read now. Set `UPDATE_READINGS` to
/// write it anew, then read what changed.
pub fn holds(file: &str, read: impl Fn(&str) -> String) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/readings").join(file);
    let written = std::fs::read_to_string(&path).expect("a document of readings");
    let found = read(&written);
    if std::env::var_os("UPDATE_READINGS").is_some() {
        std::fs::write(&path, &found).expect("writing a document of readings");
    }
    let differs = written.lines().zip(found.lines()).find(|(one, other)| one != other);
    assert!(written == found, "{file}: the first line that differs: {differs:?}");
}

/// Each line is an article of its own; below it its claims as `speaker says (quoted) | means (reported): words`.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let article = article(language, line);
        let _ = writeln!(out, "{line}");
        for claim in claims(&article) {
            let verb = match claim.mode {
                Some(Mode::Direct) => "says: ",
                Some(Mode::Indirect) => "means: ",
                None => "",
            };
            let who = claim.speaker.as_ref().map_or("", |speaker| &speaker.name);
            let _ = writeln!(out, "    {} {verb}{}", if claim.mode.is_some() { who } else { "-" }, claim.span.of(line));
        }
    }
    out
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
Le maire a affirmé que le pont resterait fermé tout l'été.
« Le pont restera fermé », a affirmé le maire.
« Le pont restera fermé tout l'été, a précisé la maire. Les travaux coûteront deux millions d'euros. »
Selon la préfecture, douze familles ont quitté l'immeuble.
Douze familles ont quitté l'immeuble, selon la préfecture.
Douze familles, d'après les pompiers, ont quitté l'immeuble.
Le choix dépendra, selon la saison, du prix du blé.
Paul Marchand dit avoir vu l'avion descendre.
Le syndicat se dit prêt à reprendre les discussions.
La ministre a annoncé la fermeture de trois centrales.
L'ONG accuse le groupe d'avoir pollué la rivière.
Le groupe est accusé par une ONG d'avoir pollué la rivière.
Le club a qualifié la décision de « scandale ».
Réponse de la directrice : « Nous n'avons rien caché. »
Anne Leroy a prévenu : « Il n'y aura pas de deuxième chance. »
Le ministre a démissionné, annonce son cabinet.
« Tout est prêt », assure-t-elle.
L'enquête avance, a indiqué le procureur, précisant que deux suspects étaient entendus.
Le président a rappelé à la presse, lors d'une visite à Metz, que la loi serait votée en mai.
Les habitants expliquent comment ils ont fui l'incendie.
A ses yeux, le projet est mort.
De source policière, trois hommes ont été arrêtés.
Le rapport révèle que la moitié des ponts sont en mauvais état.
Le ministre a vu que la route était coupée.
Elle porte un manteau que le couturier a dessiné.
Le journal que dirige Paul Marchand paraît le jeudi.
La réunion a duré plus longtemps que prévu.
Le film « La Nuit des rois » sort mercredi.
Le conseil a voté le budget, et la maire a quitté la salle.
« Nous avons tout perdu. Il ne reste que les murs », raconte Samia Benali, une habitante du quartier.
Il ajoute que les secours sont arrivés trop tard.
Luc Petit, le directeur de l'usine, a confirmé la suppression de cent postes.
Pour la syndicaliste, il n'y a pas d'autre solution.
Pour la troisième fois, la grève a été reconduite.
La police dément avoir tiré sur la foule.
« Ce n'est pas un adieu », a lancé l'entraîneur à ses joueurs avant de monter dans le car.
Les experts estiment que la hausse durera et que les prix monteront encore.
La commission suggère que le tarif baisse dès janvier.
Interrogé par la radio locale, l'élu a reconnu une erreur de calcul.
L'armée, de son côté, affirme que le village est vide."), @r#"
    Le maire a affirmé que le pont resterait fermé tout l'été.
        Le maire means: que le pont resterait fermé tout l'été.
    « Le pont restera fermé », a affirmé le maire.
        le maire says: « Le pont restera fermé »
    « Le pont restera fermé tout l'été, a précisé la maire. Les travaux coûteront deux millions d'euros. »
        la maire says: Le pont restera fermé tout l'été
        la maire says: Les travaux coûteront deux millions d'euros.
    Selon la préfecture, douze familles ont quitté l'immeuble.
        la préfecture means: douze familles ont quitté l'immeuble.
    Douze familles ont quitté l'immeuble, selon la préfecture.
        la préfecture means: Douze familles ont quitté l'immeuble
    Douze familles, d'après les pompiers, ont quitté l'immeuble.
        les pompiers means: Douze familles, d'après les pompiers, ont quitté l'immeuble.
    Le choix dépendra, selon la saison, du prix du blé.
        - Le choix dépendra, selon la saison, du prix du blé.
    Paul Marchand dit avoir vu l'avion descendre.
        Paul Marchand means: avoir vu l'avion descendre.
    Le syndicat se dit prêt à reprendre les discussions.
        Le syndicat means: prêt à reprendre les discussions.
    La ministre a annoncé la fermeture de trois centrales.
        La ministre means: la fermeture de trois centrales.
    L'ONG accuse le groupe d'avoir pollué la rivière.
        ONG means: le groupe d'avoir pollué la rivière.
    Le groupe est accusé par une ONG d'avoir pollué la rivière.
        ONG means: d'avoir pollué la rivière.
    Le club a qualifié la décision de « scandale ».
        Le club means: la décision de « scandale ».
    Réponse de la directrice : « Nous n'avons rien caché. »
        la directrice says: « Nous n'avons rien caché. »
    Anne Leroy a prévenu : « Il n'y aura pas de deuxième chance. »
        Anne Leroy says: « Il n'y aura pas de deuxième chance. »
    Le ministre a démissionné, annonce son cabinet.
        son cabinet means: Le ministre a démissionné
    « Tout est prêt », assure-t-elle.
        elle says: « Tout est prêt »
    L'enquête avance, a indiqué le procureur, précisant que deux suspects étaient entendus.
        le procureur means: L'enquête avance
        le procureur means: que deux suspects étaient entendus.
    Le président a rappelé à la presse, lors d'une visite à Metz, que la loi serait votée en mai.
        Le président means: que la loi serait votée en mai.
    Les habitants expliquent comment ils ont fui l'incendie.
        Les habitants means: comment ils ont fui l'incendie.
    A ses yeux, le projet est mort.
        ses means: le projet est mort.
    De source policière, trois hommes ont été arrêtés.
        source policière means: trois hommes ont été arrêtés.
    Le rapport révèle que la moitié des ponts sont en mauvais état.
        Le rapport means: que la moitié des ponts sont en mauvais état.
    Le ministre a vu que la route était coupée.
        - Le ministre a vu que la route était coupée.
    Elle porte un manteau que le couturier a dessiné.
        - Elle porte un manteau que le couturier a dessiné.
    Le journal que dirige Paul Marchand paraît le jeudi.
        - Le journal que dirige Paul Marchand paraît le jeudi.
    La réunion a duré plus longtemps que prévu.
        - La réunion a duré plus longtemps que prévu.
    Le film « La Nuit des rois » sort mercredi.
        - Le film « La Nuit des rois » sort mercredi.
    Le conseil a voté le budget, et la maire a quitté la salle.
        - Le conseil a voté le budget
        - et la maire a quitté la salle.
    « Nous avons tout perdu. Il ne reste que les murs », raconte Samia Benali, une habitante du quartier.
        Samia Benali says: Nous avons tout perdu.
        Samia Benali says: Il ne reste que les murs
    Il ajoute que les secours sont arrivés trop tard.
        Il means: que les secours sont arrivés trop tard.
    Luc Petit, le directeur de l'usine, a confirmé la suppression de cent postes.
        Luc Petit means: la suppression de cent postes.
    Pour la syndicaliste, il n'y a pas d'autre solution.
        la syndicaliste means: il n'y a pas d'autre solution.
    Pour la troisième fois, la grève a été reconduite.
        - Pour la troisième fois, la grève a été reconduite.
    La police dément avoir tiré sur la foule.
        La police means: avoir tiré sur la foule.
    « Ce n'est pas un adieu », a lancé l'entraîneur à ses joueurs avant de monter dans le car.
        l'entraîneur says: « Ce n'est pas un adieu »
    Les experts estiment que la hausse durera et que les prix monteront encore.
        Les experts means: que la hausse durera
        Les experts means: et que les prix monteront encore.
    La commission suggère que le tarif baisse dès janvier.
        La commission means: que le tarif baisse dès janvier.
    Interrogé par la radio locale, l'élu a reconnu une erreur de calcul.
        l'élu means: une erreur de calcul.
    L'armée, de son côté, affirme que le village est vide.
        L'armée means: que le village est vide.
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
The mayor said the bridge would stay closed all summer.
\"The bridge will stay closed,\" the mayor said.
\"The bridge,\" she said, \"will stay closed all summer.\"
According to the fire service, twelve families left the building.
Twelve families left the building, according to the fire service.
The bridge, officials say, is beyond repair.
Paul Marsh told reporters Tuesday that the plant would reopen.
Paul Marsh told the Daily Post he saw the plane go down.
The union accused the company of hiding the leak.
The company was accused by the union of hiding the leak.
She called the ruling \"a disgrace.\"
Anna Reed tweeted: \"There will be no second chance.\"
The minister has resigned, his office announced.
The inquiry is moving fast, the prosecutor said, adding that two suspects were being questioned.
The report found that half of the bridges were in poor shape.
Researchers explain how the virus spreads.
The senator, who voted against the bill, said it would hurt farmers.
\"We lost everything. Only the walls are left,\" said Sara Benson, who lives nearby.
In her view, the plan is dead.
His claim that the votes were lost has been rejected.
The board criticized the sale of the stadium to a rival.
The police deny firing on the crowd.
The company announced the closure of three plants.
He said in a statement on Friday that the talks had failed.
Residents say they were never warned.
The report that he wrote last year is still secret.
The house that burned was empty.
The film \"A Quiet Harbour\" opens on Friday.
She saw that the road was closed.
The price depends on the season, according to need.
The council urged residents to boil their water.
The firm pointed out that the law had not changed.
Asked about the delay, Ann Lee said the parts had not arrived.
The coach said his team was tired and added that two players were injured.
The minister admitted that mistakes had been made.
Neighbours described the man as quiet.
The general insisted the village was empty.
\"It is not a goodbye,\" said the coach.
Two police sources said the driver had fled.
The party says it \"will never forget\" the victims."), @r#"
    The mayor said the bridge would stay closed all summer.
        The mayor means: the bridge would stay closed all summer.
    "The bridge will stay closed," the mayor said.
        the mayor says: "The bridge will stay closed,"
    "The bridge," she said, "will stay closed all summer."
        she says: "The bridge," she said, "will stay closed all summer."
    According to the fire service, twelve families left the building.
        the fire service means: twelve families left the building.
    Twelve families left the building, according to the fire service.
        the fire service means: Twelve families left the building
    The bridge, officials say, is beyond repair.
        officials means: The bridge, officials say, is beyond repair.
    Paul Marsh told reporters Tuesday that the plant would reopen.
        Paul Marsh means: that the plant would reopen.
    Paul Marsh told the Daily Post he saw the plane go down.
        Paul Marsh means: he saw the plane go down.
    The union accused the company of hiding the leak.
        The union means: the company of hiding the leak.
    The company was accused by the union of hiding the leak.
        the union means: of hiding the leak.
    She called the ruling "a disgrace."
        She means: the ruling "a disgrace."
    Anna Reed tweeted: "There will be no second chance."
        Anna Reed says: "There will be no second chance."
    The minister has resigned, his office announced.
        his office means: The minister has resigned
    The inquiry is moving fast, the prosecutor said, adding that two suspects were being questioned.
        the prosecutor means: The inquiry is moving fast
        the prosecutor means: that two suspects were being questioned.
    The report found that half of the bridges were in poor shape.
        The report means: that half of the bridges were in poor shape.
    Researchers explain how the virus spreads.
        Researchers means: how the virus spreads.
    The senator, who voted against the bill, said it would hurt farmers.
        The senator means: it would hurt farmers.
    "We lost everything. Only the walls are left," said Sara Benson, who lives nearby.
        Sara Benson says: We lost everything.
        Sara Benson says: Only the walls are left,
    In her view, the plan is dead.
        her means: the plan is dead.
    His claim that the votes were lost has been rejected.
        His means: that the votes were lost has been rejected.
    The board criticized the sale of the stadium to a rival.
        The board means: the sale of the stadium to a rival.
    The police deny firing on the crowd.
        The police means: firing on the crowd.
    The company announced the closure of three plants.
        The company means: the closure of three plants.
    He said in a statement on Friday that the talks had failed.
        He means: that the talks had failed.
    Residents say they were never warned.
        Residents means: they were never warned.
    The report that he wrote last year is still secret.
        - The report that he wrote last year is still secret.
    The house that burned was empty.
        - The house that burned was empty.
    The film "A Quiet Harbour" opens on Friday.
        - The film "A Quiet Harbour" opens on Friday.
    She saw that the road was closed.
        - She saw that the road was closed.
    The price depends on the season, according to need.
        - The price depends on the season, according to need.
    The council urged residents to boil their water.
        The council means: residents to boil their water.
    The firm pointed out that the law had not changed.
        The firm means: that the law had not changed.
    Asked about the delay, Ann Lee said the parts had not arrived.
        Ann Lee means: the parts had not arrived.
    The coach said his team was tired and added that two players were injured.
        The coach means: his team was tired
        The coach means: that two players were injured.
    The minister admitted that mistakes had been made.
        The minister means: that mistakes had been made.
    Neighbours described the man as quiet.
        Neighbours means: the man as quiet.
    The general insisted the village was empty.
        The general means: the village was empty.
    "It is not a goodbye," said the coach.
        the coach says: "It is not a goodbye,"
    Two police sources said the driver had fled.
        Two police sources means: the driver had fled.
    The party says it "will never forget" the victims.
        The party means: it "will never forget" the victims.
    "#);
}

#[test]
fn speakers_of_the_two_public_articles() {
    let speaks = |file: &str, words: &str, name: &str| {
        let path = format!("{}/public/articles/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a public article");
        let article = article(Language::French, &text);
        let claims = claims(&article);
        let claim = claims.iter().find(|claim| claim.span.of(&text).contains(words)).expect("a claim with these words");
        let speaker = claim.speaker.as_ref().expect("a speaker");
        assert!(speaker.name.contains(name), "{words}: {}", speaker.name);
    };
    speaks("rfi.txt", "La coalition américaine prévient les habitants", "Lavrov");
    speaks("rfi.txt", "Les estimations de l'ONU", "Lavrov");
    speaks("rfi.txt", "A Mossoul, nous avons planifié", "Kerry");
    speaks("rfi.txt", "aucun raid aérien", "armée russe");
    speaks("rt-france.txt", "la prolongation de la trêve", "Roudskoï");
    speaks("rt-france.txt", "frappes meurtrières turques", "Lavrov");
}

proptest::proptest! {
    #[test]
    fn every_word_has_one_place(text in "[a-zé ,.:;«»“”\"'!?\n—-]{0,160}") {
        holds_every_word(&text);
    }

    #[test]
    fn reports_of_any_order_keep_every_word(parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..24)) {
        holds_every_word(&parts.join(" "));
    }
}

const PARTS: &[&str] = &[
    "Le maire",
    "a dit",
    "que",
    "la route",
    "était coupée",
    ".",
    ",",
    "« Nous partons »",
    "selon",
    "la police",
    "et",
    "a-t-il ajouté",
    "précisant que",
    ":",
    "« Tout",
    "va bien",
    "»",
    "dont six",
    "pour les civils",
    "\n",
    "Paul Martin",
    "M.",
];

/// Words stand in one claim at most, or in a frame; spans fit the text; twice the same.
fn holds_every_word(text: &str) {
    let article = article(Language::French, text);
    let found = claims(&article);
    assert_eq!(found, claims(&article));
    let mut end = 0;
    for claim in &found {
        assert!(text.get(claim.span.range()).is_some() && claim.span.start >= end, "{claim:?}");
        end = claim.span.end;
    }
    for token in LEXICA.of(Language::French).tokens(text).iter().filter(|token| token.is_word()) {
        let here = |span: Span| span.contains(token.span);
        assert!(found.iter().any(|claim| here(claim.span) || claim.frame.is_some_and(here)), "{}", token.span.of(text));
    }
}
