//! `label`: pairs of short texts of one event; what each calls the same, or nothing.
//!
//! A row is `A | B | names of A / names of B; …`; the last part is empty where nothing must be found.

use recoupe::compare::{Options, compare};
use recoupe::framing::Label;
use recoupe::lang::Language::{self, English, French};

use super::{LEXICA, paragraph};

/// The names that differ: `rebelles / terroristes`.
fn labels(a: &str, b: &str, language: Language) -> String {
    let comparison = compare(&[paragraph(a, language), paragraph(b, language)], &LEXICA, &Options::default());
    let names = |label: &Label, article: usize| {
        let own = label.names.iter().filter(|name| name.article == article);
        own.map(|name| name.words.as_str()).collect::<Vec<_>>().join(", ")
    };
    let differing = comparison.framing.labels.iter().filter(|label| label.differs);
    differing.map(|label| format!("{} / {}", names(label, 0), names(label, 1))).collect::<Vec<_>>().join("; ")
}

/// Checks a table; at least 25 rows must fire and 25 must not.
fn check(language: Language, table: &str) {
    let rows = super::rows_as_wanted(table, |a, b| labels(a, b, language));
    let fires = rows.iter().filter(|[_, _, wanted]| !wanted.is_empty()).count();
    assert!(fires >= 25 && rows.len() - fires >= 25, "{fires} of {} fire", rows.len());
}

#[test]
fn french() {
    check(
        French,
        "
        Les rebelles ont quitté la ville. | Les terroristes ont quitté la ville. | rebelles / terroristes
        Les insurgés tiennent le port. | Des djihadistes tiennent le port. | insurgés / djihadistes
        Les miliciens ont tiré sur le convoi. | Les combattants ont tiré sur le convoi. | miliciens / combattants
        Le régime syrien refuse de négocier. | Damas refuse de négocier. | régime syrien / Damas
        Le gouvernement russe se tait. | Le Kremlin se tait. | gouvernement russe / Kremlin
        Le gouvernement britannique hésite encore. | Londres hésite encore. | gouvernement britannique / Londres
        L'offensive a commencé à l'aube. | L'invasion a commencé à l'aube. | offensive / invasion
        Un raid a touché le marché. | Une frappe a touché le marché. | raid / frappe
        Les bombardements ont repris lundi. | Les frappes ont repris lundi. | bombardements / frappes
        La trêve tient depuis deux jours. | Le cessez-le-feu tient depuis deux jours. | trêve / cessez-le-feu
        Deux couloirs humanitaires sont ouverts. | Deux corridors sont ouverts. | couloirs humanitaires / corridors
        Des migrants ont été secourus en mer. | Des clandestins ont été secourus en mer. | migrants / clandestins
        Les manifestants ont bloqué le pont. | Les émeutiers ont bloqué le pont. | manifestants / émeutiers
        Les zadistes occupent le bois. | Les activistes occupent le bois. | zadistes / activistes
        Des heurts ont éclaté près du stade. | Des affrontements ont éclaté près du stade. | heurts / affrontements
        La rigueur pèse sur les ménages. | L'austérité pèse sur les ménages. | rigueur / austérité
        Le mur passera près du village. | La barrière passera près du village. | mur / barrière
        L'annexion date de 2014. | Le rattachement date de 2014. | annexion / rattachement
        L'avortement reste légal. | L'IVG reste légale. | avortement / IVG
        Le massacre a eu lieu mardi. | Le carnage a eu lieu mardi. | massacre / carnage
        Les forces de l'ordre ont chargé. | Les policiers ont chargé. | forces de l'ordre / policiers
        Les colonies s'étendent. | Les implantations s'étendent. | colonies / implantations
        Des séparatistes ont pris la mairie. | Des rebelles armés ont pris la mairie. | séparatistes / rebelles armés
        Le putsch a échoué dans la nuit. | Le coup d'État a échoué dans la nuit. | putsch / coup d'État
        Les soldats patrouillent en ville. | Les militaires patrouillent en ville. | soldats / militaires
        L'euthanasie divise les députés. | L'aide à mourir divise les députés. | euthanasie / aide à mourir
        Le réchauffement inquiète les maires. | La crise climatique inquiète les maires. | réchauffement / crise climatique
        Paul Ardant, le maire de Lens, a démissionné. | Paul Ardant a démissionné. | Paul Ardant, maire / Paul Ardant
        Le ministre Paul Ardant a démissionné. | Paul Ardant a démissionné. | ministre, Paul Ardant / Paul Ardant

        Les rebelles ont quitté la ville. | Des rebelles armés ont quitté la ville. |
        La trêve tient depuis deux jours. | Une trêve fragile tient depuis deux jours. |
        Des milices kurdes avancent. | Les rebelles tchétchènes reculent. |
        Le régime syrien refuse. | La foule attend à Damas. |
        Le régime alimentaire du patient change. | Le gouvernement change la loi. |
        Le gouvernement italien cède. | Le gouvernement espagnol cède. |
        Le raid cycliste part dimanche. | Le pont ferme dimanche. |
        Paul Ardant a démissionné. | M. Ardant a démissionné. |
        La ministre Léa Morel démissionne. | Léa Morel, ministre, démissionne. |
        L'ONU condamne. | L'Organisation des Nations unies condamne. |
        Le prix du pain monte. | Le coût du blé baisse. |
        Un enfant joue au parc. | Un militaire dort à la caserne. |
        Il pleut sur la ville. | Le soleil brille au sud. |
        Les soldats français quittent le Mali. | Les troupes russes entrent en Géorgie. |
        Le mur du jardin est tombé. | La réunion est finie. |
        Elle a signé un accord avec la banque. | Il a perdu un marché de Noël. |
        Le texte sera lu par une comédienne au festival. | La loi sera votée en décembre par les sénateurs. |
        Les États-Unis refusent. | Les Etats-Unis acceptent. |
        Le patron de l'usine se tait. | Les salariés de l'hôtel chantent. |
        La marche du roi est lente. | Le bal est annulé. |
        Paul Ardant parle. Il sourit. | Paul Ardant parle. Celui-ci sourit. |
        Le vol part de Damas. | Le gouvernement égyptien se réunit. |
        Une attaque de guêpes a gâché le repas. | Une attaque de guêpes a gâché la fête. |
        L'opération du genou a réussi. | Le malade se repose. |
        Les habitants votent dimanche. | Les habitants de Lyon votent dimanche. |
        Le juge a libéré l'homme. | Le juge a entendu l'homme. |
        La police enquête. | La police cherche. |
        ",
    );
}

#[test]
fn english() {
    check(
        English,
        "
        Rebels have left the city. | Terrorists have left the city. | rebels / terrorists
        The insurgents hold the port. | The militants hold the port. | insurgents / militants
        Fighters shelled the convoy. | Jihadists shelled the convoy. | fighters / jihadists
        The Syrian regime refuses to talk. | Damascus refuses to talk. | Syrian regime / Damascus
        The Russian government denies it. | The Kremlin denies it. | Russian government / Kremlin
        The offensive began at dawn. | The invasion began at dawn. | offensive / invasion
        Airstrikes hit the market. | Air raids hit the market. | airstrikes / air raids
        The shelling resumed on Monday. | The bombardment resumed on Monday. | shelling / bombardment
        The truce has held for two days. | The ceasefire has held for two days. | truce / ceasefire
        Migrants were rescued at sea. | Refugees were rescued at sea. | migrants / refugees
        Protesters blocked the bridge. | Rioters blocked the bridge. | protesters / rioters
        Clashes broke out near the stadium. | Skirmishes broke out near the stadium. | clashes / skirmishes
        Austerity weighs on families. | Spending cuts weigh on families. | austerity / spending cuts
        The wall will pass the village. | The fence will pass the village. | wall / fence
        The annexation dates from 2014. | The reunification dates from 2014. | annexation / reunification
        The massacre took place on Tuesday. | The carnage took place on Tuesday. | massacre / carnage
        Police officers charged the crowd. | Security forces charged the crowd. | police officers / security forces
        The settlements keep growing. | The outposts keep growing. | settlements / outposts
        Separatists seized the town hall. | Armed rebels seized the town hall. | separatists / armed rebels
        The coup failed overnight. | The putsch failed overnight. | coup / putsch
        Soldiers patrol the town. | Troops patrol the town. | soldiers / troops
        Assisted suicide divides the party. | Assisted dying divides the party. | assisted suicide / assisted dying
        Global warming worries mayors. | The climate crisis worries mayors. | global warming / climate crisis
        Asylum seekers wait at the gate. | Illegal immigrants wait at the gate. | asylum seekers / illegal immigrants
        Lawmakers left on Friday. | Politicians left on Friday. | lawmakers / politicians
        The corridor is open. | Safe passage is open. | corridor / safe passage
        Senator Paul Ardent resigned. | Paul Ardent resigned. | senator, Paul Ardent / Paul Ardent

        Rebels have left the city. | Armed rebels have left the city. |
        The truce has held. | A fragile truce has held. |
        Kurdish militias advance. | Chechen rebels retreat. |
        The Syrian regime refuses. | The crowd waits in Damascus. |
        The Italian government yields. | The Spanish government yields. |
        Paul Ardent resigned. | Mr Ardent resigned. |
        Minister Ann Reed resigns. | Ann Reed, a minister, resigns. |
        The U.N. condemns it. | The United Nations condemns it. |
        The price of bread rises. | The cost of wheat falls. |
        A child plays in the park. | A soldier sleeps in the barracks. |
        It rains on the town. | The sun shines in the south. |
        French soldiers leave Mali. | Russian troops enter Georgia. |
        The meeting is over. | The garden wall fell. |
        She signed a deal with the bank. | He lost a bet at the market. |
        The text will be read. | The law will be passed elsewhere. |
        The boss of the plant is silent. | The hotel staff sing. |
        Paul Ardent speaks. He smiles. | Paul Ardent speaks. The man smiles. |
        The flight leaves from Damascus. | The Egyptian government meets. |
        Residents vote on Sunday. | Residents of Leeds vote on Sunday. |
        The judge freed the man. | The judge heard the man. |
        Police are investigating. | Police are searching. |
        The firing of the kiln takes a day. | The bakers rest. |
        He was struck by the beauty of the place. | She kept silent about it. |
        The bank of the river is steep. | A path leads down there. |
        The strike will last a week. | The strike may last a month. |
        The doctor came late. | The engineer came early. |
        Judge Ann Reed spoke. | Ann Reed spoke. A judge listened. |
        ",
    );
}
