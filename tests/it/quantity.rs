//! Quantities: sentences that must give one, with what is read, and sentences that must not.

use recoupe::claim::{Precision, Quantity, date, quantity};
use recoupe::lang::{Language, Lexica, Lexicon};

/// The quantities of each line as text: `value[..upper] precision unit «words»`.
fn show(language: Language, lines: &str) -> String {
    let lexicon = LEXICA.of(language);
    lines.lines().flat_map(|line| [line.to_owned(), "\n".to_owned(), show_line(lexicon, line)]).collect()
}

fn show_line(lexicon: &Lexicon, line: &str) -> String {
    let tokens = lexicon.tokens(line);
    let dates: Vec<_> = date::find(line, &tokens, lexicon, None).iter().map(|date| date.span).collect();
    let found = quantity::find(line, &tokens, lexicon, &dates);
    found.iter().flat_map(|one| ["    ".to_owned(), show_one(line, one), "\n".to_owned()]).collect()
}

fn show_one(line: &str, one: &Quantity) -> String {
    let upper = one.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
    let bound = match one.precision {
        Precision::Exact => "",
        Precision::About => "~",
        Precision::AtLeast => ">=",
        Precision::AtMost => "<=",
    };
    format!("{bound}{}{upper} {} «{}»", one.value, one.unit.as_deref().unwrap_or("-"), one.span.of(line))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
Au moins deux morts et trois blessés graves dans l'explosion.
Le fonds gère 10,5 milliards d'euros.
Il a perdu 1,2 million d'euros, soit 1 200 euros par jour.
La ville compte 1 200 000 habitants sur 4,6 km2.
Plusieurs centaines de milliers de réfugiés ont fui.
De quelques centaines de milliers à presque un million de déplacés sont attendus.
Une cinquantaine de manifestants, une dizaine de policiers et une centaine de journalistes.
Huit couloirs humanitaires ont été ouverts, dont six pour les civils et deux pour les combattants.
Dix soldats thaïlandais ont été capturés.
Deux cent mille personnes, quatre-vingt-dix-sept morts, vingt et un blessés, soixante et onze otages.
Le taux a baissé de 10,5 % ; il est passé de 3 à 5 %.
Entre 10 et 20 personnes sont mortes ; il faudra 2 à 3 milliards de dollars.
Elle est âgée de 18 ans. Jeanne Petit, 45 ans, a témoigné.
La trêve dure onze heures par jour, 11 heures au total.
Un mort et un blessé dans l'accident. Un mort qui parle. Une femme est venue.
Environ 300 000 euros, plus de 40 avions, moins de cinq mètres, près de 60 députés.
Des milliers de personnes et des dizaines de milliers d'autres attendent.
Les deux tiers des élus ont voté contre, la moitié des ministres aussi.
Quelque 500 casques bleus, soit 15 pour cent des effectifs.
Le vol a parcouru 12 km en 25 minutes à 900 km/h.
Une amende de 50 000 €, deux ans de prison dont un avec sursis.
Un million et demi de Français, deux douzaines d'œufs.
Jusqu'à 80 chars, 1 500 hommes au moins, 30 blessés ou plus.
Le bilan est passé de 12 à 15 morts.
Trois autres personnes et cinq jeunes militants ont été arrêtés.
Le contrat vaut 3,5 millions de dollars, dont 500 000 euros d'avance.
Vingt-deux députés, trente-trois sénateurs et cent vingt maires ont signé.
Plus d'un million de fidèles et plus d'une centaine de prêtres étaient là.
La banque de 1 500 salariés perd 2 % de son capital.
Les quatre otages et les trois gardes sont sains et saufs.
Un blessé est mort ; au moins un soldat a été tué.
L'incendie a détruit 250 hectares et 12 maisons, à 30 mètres du village.
La dette atteint 2 000 milliards d'euros, soit 95% du PIB.
Ils ont marché pendant une heure, puis trois jours.
Quelques dizaines de personnes et plusieurs milliers de curieux.
Appelez le 05 61 62 08 23 ; la note (1) suit.
La Société Générale 1,7 milliard, la Caisse 950 millions.
Les 40 milliards promis et les 2 milliards de francs.
"), @r"
    Au moins deux morts et trois blessés graves dans l'explosion.
        >=2 mort «Au moins deux morts»
        3 blessé «trois blessés»
    Le fonds gère 10,5 milliards d'euros.
        10500000000 euro «10,5 milliards d'euros»
    Il a perdu 1,2 million d'euros, soit 1 200 euros par jour.
        1200000 euro «1,2 million d'euros»
        1200 euro «1 200 euros»
    La ville compte 1 200 000 habitants sur 4,6 km2.
        1200000 habitant «1 200 000 habitants»
        4600000 square-metre «4,6 km2»
    Plusieurs centaines de milliers de réfugiés ont fui.
        >=100000 réfugié «Plusieurs centaines de milliers de réfugiés»
    De quelques centaines de milliers à presque un million de déplacés sont attendus.
        >=100000..1000000 déplacé «quelques centaines de milliers à presque un million de déplacés»
    Une cinquantaine de manifestants, une dizaine de policiers et une centaine de journalistes.
        ~50 manifestant «Une cinquantaine de manifestants»
        ~10 policier «une dizaine de policiers»
        ~100 journaliste «une centaine de journalistes»
    Huit couloirs humanitaires ont été ouverts, dont six pour les civils et deux pour les combattants.
        8 couloir «Huit couloirs»
        6 couloir «six»
        2 couloir «deux»
    Dix soldats thaïlandais ont été capturés.
        10 soldat «Dix soldats»
    Deux cent mille personnes, quatre-vingt-dix-sept morts, vingt et un blessés, soixante et onze otages.
        200000 personne «Deux cent mille personnes»
        97 mort «quatre-vingt-dix-sept morts»
        21 blessé «vingt et un blessés»
        71 otage «soixante et onze otages»
    Le taux a baissé de 10,5 % ; il est passé de 3 à 5 %.
        10.5 % «10,5 %»
        3 % «3»
        5 % «5 %»
    Entre 10 et 20 personnes sont mortes ; il faudra 2 à 3 milliards de dollars.
        10..20 personne «Entre 10 et 20 personnes»
        2000000000..3000000000 dollar «2 à 3 milliards de dollars»
    Elle est âgée de 18 ans. Jeanne Petit, 45 ans, a témoigné.
        18 age «âgée de 18 ans»
        45 age «45 ans»
    La trêve dure onze heures par jour, 11 heures au total.
        11 hour «onze heures»
        11 hour «11 heures»
    Un mort et un blessé dans l'accident. Un mort qui parle. Une femme est venue.
        1 mort «Un mort»
        1 blessé «un blessé»
    Environ 300 000 euros, plus de 40 avions, moins de cinq mètres, près de 60 députés.
        ~300000 euro «Environ 300 000 euros»
        >=40 avion «plus de 40 avions»
        <=5 metre «moins de cinq mètres»
        ~60 député «près de 60 députés»
    Des milliers de personnes et des dizaines de milliers d'autres attendent.
        >=1000 personne «Des milliers de personnes»
        >=10000 - «des dizaines de milliers»
    Les deux tiers des élus ont voté contre, la moitié des ministres aussi.
        0.666667 élu «Les deux tiers des élus»
        0.5 ministre «la moitié des ministres»
    Quelque 500 casques bleus, soit 15 pour cent des effectifs.
        ~500 casque «Quelque 500 casques»
        15 % «15 pour cent»
    Le vol a parcouru 12 km en 25 minutes à 900 km/h.
        12000 metre «12 km»
        25 minute «25 minutes»
        900 kilometre-hour «900 km/h»
    Une amende de 50 000 €, deux ans de prison dont un avec sursis.
        50000 euro «50 000 €»
        2 year «deux ans»
    Un million et demi de Français, deux douzaines d'œufs.
        1500000 français «Un million et demi de Français»
        ~24 oeuf «deux douzaines d'œufs»
    Jusqu'à 80 chars, 1 500 hommes au moins, 30 blessés ou plus.
        <=80 char «Jusqu'à 80 chars»
        >=1500 homme «1 500 hommes au moins»
        >=30 blessé «30 blessés ou plus»
    Le bilan est passé de 12 à 15 morts.
        12 mort «12»
        15 mort «15 morts»
    Trois autres personnes et cinq jeunes militants ont été arrêtés.
        3 personne «Trois autres personnes»
        5 militant «cinq jeunes militants»
    Le contrat vaut 3,5 millions de dollars, dont 500 000 euros d'avance.
        3500000 dollar «3,5 millions de dollars»
        500000 euro «500 000 euros»
    Vingt-deux députés, trente-trois sénateurs et cent vingt maires ont signé.
        22 député «Vingt-deux députés»
        33 sénateur «trente-trois sénateurs»
        120 maire «cent vingt maires»
    Plus d'un million de fidèles et plus d'une centaine de prêtres étaient là.
        >=1000000 fidèle «Plus d'un million de fidèles»
        >=100 prêtre «plus d'une centaine de prêtres»
    La banque de 1 500 salariés perd 2 % de son capital.
        1500 salarié «1 500 salariés»
        2 % «2 %»
    Les quatre otages et les trois gardes sont sains et saufs.
        4 otage «quatre otages»
        3 garde «trois gardes»
    Un blessé est mort ; au moins un soldat a été tué.
        1 blessé «Un blessé»
        >=1 soldat «au moins un soldat»
    L'incendie a détruit 250 hectares et 12 maisons, à 30 mètres du village.
        2500000 square-metre «250 hectares»
        12 maison «12 maisons»
        30 metre «30 mètres»
    La dette atteint 2 000 milliards d'euros, soit 95% du PIB.
        2000000000000 euro «2 000 milliards d'euros»
        95 % «95%»
    Ils ont marché pendant une heure, puis trois jours.
        1 hour «pendant une heure»
        3 day «trois jours»
    Quelques dizaines de personnes et plusieurs milliers de curieux.
        >=10 personne «Quelques dizaines de personnes»
        >=1000 curieux «plusieurs milliers de curieux»
    Appelez le 05 61 62 08 23 ; la note (1) suit.
    La Société Générale 1,7 milliard, la Caisse 950 millions.
        1700000000 - «1,7 milliard»
        950000000 - «950 millions»
    Les 40 milliards promis et les 2 milliards de francs.
        40000000000 - «40 milliards»
        2000000000 franc «2 milliards de francs»
    ");
}

#[test]
fn french_must_not() {
    insta::assert_snapshot!(show(Language::French, "\
L'article 5 du traité et la résolution 2254 s'appliquent.
La première fois, le troisième homme, le 1er ministre, le XXe siècle.
En 1962, il est parti. Les années 1990 furent dures.
Un homme a parlé à une femme de la guerre.
Le Boeing 737 a décollé à 14h20.
Il est arrivé le 21 octobre 2016 à 11 heures.
Le groupe G20 se réunit.
L'un des ministres et l'une des élues sont absents.
Il est deux fois plus grand.
"), @r"
    L'article 5 du traité et la résolution 2254 s'appliquent.
    La première fois, le troisième homme, le 1er ministre, le XXe siècle.
    En 1962, il est parti. Les années 1990 furent dures.
    Un homme a parlé à une femme de la guerre.
    Le Boeing 737 a décollé à 14h20.
    Il est arrivé le 21 octobre 2016 à 11 heures.
    Le groupe G20 se réunit.
    L'un des ministres et l'une des élues sont absents.
    Il est deux fois plus grand.
    ");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
At least two dead and 10 wounded in the blast.
The fund manages $10bn, or €1.2m a day, and 1,200 staff members.
Some 50 protesters, dozens of officers and a score of reporters came.
Half a million people fled; two-thirds of lawmakers voted against it.
Inflation hit 10.5 per cent, up from 3 to 5 percent.
Hundreds of thousands of refugees and tens of thousands of soldiers waited.
Ten Thai soldiers were captured, including three officers and two wounded.
Eight humanitarian corridors were opened, including six for civilians and two for fighters.
An 18-year-old student, Jane Doe, 45, and a man aged 30 were hurt.
Between 10 and 20 people died; it will cost 2 to 3 billion dollars.
The 300-member council met for two hours.
A dozen tanks, two dozen trucks, a hundred and twenty planes, two hundred and six ships.
More than 1.2 million people, fewer than 30 lawmakers, nearly 400 pages, up to 80 tanks.
The plant is 12 miles away and covers 40 square miles.
The bill passed 348-77.
One dead, one missing. One man said no. A victim spoke.
About $300,000 or more was stolen in 25 minutes.
The truce lasts eleven hours a day.
Twenty-one people, thirty thousand troops and several hundred aircraft.
Three more people and five suspected militants were arrested.
A few dozen people, a couple of policemen, several thousand protesters.
He weighs 80 kg and is 1.80 m tall.
The contract is worth $3.5 million, including 500,000 euros up front.
Twenty-two lawmakers, thirty-three senators and one hundred and twenty mayors signed.
More than a million believers and at least a hundred priests came.
The 1,500-employee bank lost 2 percent of its capital.
The four hostages and three guards are safe.
At least one soldier was killed and one wounded.
The fire destroyed 250 acres and 12 homes, 30 feet from the village.
The debt is $2 trillion, or 95% of GDP.
They walked for an hour, then three days.
A score of towns, scores of villages and a handful of cities.
The 9/11 families and the 97-1 vote.
Unemployment rose from 5 to 7 percent, the biggest jump in 30 years.
"), @r"
    At least two dead and 10 wounded in the blast.
        >=2 dead «At least two dead»
        10 wounded «10 wounded»
    The fund manages $10bn, or €1.2m a day, and 1,200 staff members.
        10000000000 dollar «$10bn»
        1200000 euro «€1.2m»
        1200 member «1,200 staff members»
    Some 50 protesters, dozens of officers and a score of reporters came.
        ~50 protester «Some 50 protesters»
        >=12 officer «dozens of officers»
        ~20 reporter «a score of reporters»
    Half a million people fled; two-thirds of lawmakers voted against it.
        500000 people «Half a million people»
        0.666667 lawmaker «two-thirds of lawmakers»
    Inflation hit 10.5 per cent, up from 3 to 5 percent.
        10.5 % «10.5 per cent»
        3 % «3»
        5 % «5 percent»
    Hundreds of thousands of refugees and tens of thousands of soldiers waited.
        >=100000 refugee «Hundreds of thousands of refugees»
        >=10000 soldier «tens of thousands of soldiers»
    Ten Thai soldiers were captured, including three officers and two wounded.
        10 soldier «Ten Thai soldiers»
        3 officer «three officers»
        2 wounded «two wounded»
    Eight humanitarian corridors were opened, including six for civilians and two for fighters.
        8 corridor «Eight humanitarian corridors»
        6 corridor «six»
        2 corridor «two»
    An 18-year-old student, Jane Doe, 45, and a man aged 30 were hurt.
        18 age «18-year-old»
        45 age «45»
        30 age «aged 30»
    Between 10 and 20 people died; it will cost 2 to 3 billion dollars.
        10..20 people «Between 10 and 20 people»
        2000000000..3000000000 dollar «2 to 3 billion dollars»
    The 300-member council met for two hours.
        300 member «300-member»
        2 hour «for two hours»
    A dozen tanks, two dozen trucks, a hundred and twenty planes, two hundred and six ships.
        ~12 tank «A dozen tanks»
        ~24 truck «two dozen trucks»
        120 plane «a hundred and twenty planes»
        206 ship «two hundred and six ships»
    More than 1.2 million people, fewer than 30 lawmakers, nearly 400 pages, up to 80 tanks.
        >=1200000 people «More than 1.2 million people»
        <=30 lawmaker «fewer than 30 lawmakers»
        ~400 page «nearly 400 pages»
        <=80 tank «up to 80 tanks»
    The plant is 12 miles away and covers 40 square miles.
        19312.128 metre «12 miles»
        103599520 square-metre «40 square miles»
    The bill passed 348-77.
        348 - «348»
        77 - «77»
    One dead, one missing. One man said no. A victim spoke.
        1 dead «One dead»
        1 missing «one missing»
    About $300,000 or more was stolen in 25 minutes.
        >=300000 dollar «About $300,000 or more»
        25 minute «25 minutes»
    The truce lasts eleven hours a day.
        11 hour «eleven hours»
    Twenty-one people, thirty thousand troops and several hundred aircraft.
        21 people «Twenty-one people»
        30000 troop «thirty thousand troops»
        >=100 aircraft «several hundred aircraft»
    Three more people and five suspected militants were arrested.
        3 people «Three more people»
        5 militant «five suspected militants»
    A few dozen people, a couple of policemen, several thousand protesters.
        >=12 people «A few dozen people»
        ~2 policeman «a couple of policemen»
        >=1000 protester «several thousand protesters»
    He weighs 80 kg and is 1.80 m tall.
        80 kilogram «80 kg»
        1.8 metre «1.80 m»
    The contract is worth $3.5 million, including 500,000 euros up front.
        3500000 dollar «$3.5 million»
        500000 euro «500,000 euros»
    Twenty-two lawmakers, thirty-three senators and one hundred and twenty mayors signed.
        22 lawmaker «Twenty-two lawmakers»
        33 senator «thirty-three senators»
        120 mayor «one hundred and twenty mayors»
    More than a million believers and at least a hundred priests came.
        >=1000000 believer «More than a million believers»
        >=100 priest «at least a hundred priests»
    The 1,500-employee bank lost 2 percent of its capital.
        1500 employee «1,500-employee»
        2 % «2 percent»
    The four hostages and three guards are safe.
        4 hostage «four hostages»
        3 guard «three guards»
    At least one soldier was killed and one wounded.
        >=1 soldier «At least one soldier»
        1 wounded «one wounded»
    The fire destroyed 250 acres and 12 homes, 30 feet from the village.
        1011715 square-metre «250 acres»
        12 home «12 homes»
        9.144 metre «30 feet»
    The debt is $2 trillion, or 95% of GDP.
        2000000000000 dollar «$2 trillion»
        95 % «95%»
    They walked for an hour, then three days.
        3 day «three days»
    A score of towns, scores of villages and a handful of cities.
        ~20 town «A score of towns»
        >=20 village «scores of villages»
    The 9/11 families and the 97-1 vote.
        97 vote «97»
        1 vote «1 vote»
    Unemployment rose from 5 to 7 percent, the biggest jump in 30 years.
        5 % «5»
        7 % «7 percent»
        30 year «30 years»
    ");
}

#[test]
fn english_must_not() {
    insta::assert_snapshot!(show(Language::English, "\
Article 5 of the treaty and Resolution 2254 apply.
The first man, the 20th century, the third time.
In 1962 he left. The 1990s were hard.
A man spoke to a woman about an apple.
The Boeing 737 left at 7 p.m. on October 21, 2016.
The G20 meets and one of the ministers left.
It is two times bigger; no one came.
Flight 370 vanished.
"), @r"
    Article 5 of the treaty and Resolution 2254 apply.
    The first man, the 20th century, the third time.
    In 1962 he left. The 1990s were hard.
    A man spoke to a woman about an apple.
    The Boeing 737 left at 7 p.m. on October 21, 2016.
    The G20 meets and one of the ministers left.
    It is two times bigger; no one came.
    Flight 370 vanished.
    ");
}

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

proptest::proptest! {
    /// Any text at all: nothing panics, spans are in order and on character boundaries, twice the same.
    #[test]
    fn any_text(text in "[0-9]{0,4}( |[0-9]|cent|vingt|et|million|à|to|\\$|de|two|and|dozen|%|of|plus|more|km|\\PC){0,60}") {
        for language in [Language::French, Language::English, Language::Other] {
            let lexicon = LEXICA.of(language);
            let tokens = lexicon.tokens(&text);
            let found = quantity::find(&text, &tokens, lexicon, &[]);
            let mut end = 0;
            for one in &found {
                proptest::prop_assert!(one.span.start >= end && text.get(one.span.range()).is_some());
                end = one.span.end;
            }
            proptest::prop_assert_eq!(&found, &quantity::find(&text, &tokens, lexicon, &[]));
        }
    }
}
