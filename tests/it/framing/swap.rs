//! The label swap: another article's name in a sentence, with all that follows it.
//!
//! A row is `sentence | the other text | the sentence as it must become`, or `(reason)` where it must be left alone.

use recoupe::compare::{Options, compare};
use recoupe::framing::{Edit, LabelUse, SwapDoubt};
use recoupe::lang::Language::{self, English, French};

use super::{LEXICA, paragraph};

/// The sentence with the first name that has a swap exchanged.
fn swapped(a: &str, b: &str, language: Language) -> String {
    let comparison = compare(&[paragraph(a, language), paragraph(b, language)], &LEXICA, &Options::default());
    let names = comparison.framing.labels.iter().flat_map(|label| &label.names).filter(|name| name.article == 0);
    let mut uses: Vec<&LabelUse> = names.flat_map(|name| &name.uses).filter(|it| !it.swaps.is_empty()).collect();
    uses.sort_by_key(|it| it.span);
    match uses.first().map(|it| &it.swaps[0].edits) {
        None => "(nothing)".to_owned(),
        Some(Ok(edits)) => written(a, edits),
        Some(Err(SwapDoubt::Number)) => "(number)".to_owned(),
        Some(Err(SwapDoubt::Gender)) => "(gender)".to_owned(),
        Some(Err(SwapDoubt::Agreement)) => "(agreement)".to_owned(),
        Some(Err(SwapDoubt::Determiner)) => "(determiner)".to_owned(),
        Some(Err(SwapDoubt::Sound)) => "(sound)".to_owned(),
    }
}

fn written(sentence: &str, edits: &[Edit]) -> String {
    let mut out = sentence.to_owned();
    for edit in edits.iter().rev() {
        out.replace_range(edit.span.range(), &edit.text);
    }
    out
}

fn check(language: Language, table: &str) {
    let rows = super::rows_as_wanted(table, |a, b| swapped(a, b, language));
    assert!(rows.len() >= 25, "{} rows", rows.len());
}

#[test]
fn french() {
    check(
        French,
        "
        Les rebelles ont quitté la ville. | Les terroristes ont quitté la ville. | Les terroristes ont quitté la ville.
        La ville est aux mains des rebelles. | La ville est aux mains des insurgés. | La ville est aux mains des insurgés.
        Le régime syrien refuse de négocier. | Damas refuse de négocier. | Damas refuse de négocier.
        Les alliés du régime syrien refusent de négocier. | Damas refuse de négocier. | Les alliés de Damas refusent de négocier.
        La paix dépend du régime irakien, dit-on. | Bagdad négocie la paix. | La paix dépend de Bagdad, dit-on.
        Damas refuse de négocier. | Le régime syrien refuse de négocier. | Le régime syrien refuse de négocier.
        L'accord déplaît au Kremlin. | Le gouvernement russe rejette l'accord. | L'accord déplaît au gouvernement russe.
        L'accord déplaît au gouvernement russe. | Le Kremlin rejette l'accord. | L'accord déplaît au Kremlin.
        La trêve tient depuis deux jours. | Le cessez-le-feu tient depuis deux jours. | Le cessez-le-feu tient depuis deux jours.
        La prolongation de la trêve est prévue. | Le cessez-le-feu sera prolongé. | La prolongation du cessez-le-feu est prévue.
        Le début du raid a surpris la ville. | La frappe a surpris la ville. | Le début de la frappe a surpris la ville.
        L'offensive a commencé à l'aube. | Un assaut a commencé à l'aube. | L'assaut a commencé à l'aube.
        Cette offensive a commencé à l'aube. | Un assaut a commencé à l'aube. | Cet assaut a commencé à l'aube.
        Ce raid a touché le marché. | Une frappe a touché le marché. | Cette frappe a touché le marché.
        Un raid a touché le marché. | La frappe a touché le marché. | Une frappe a touché le marché.
        La première trêve tient. | Le cessez-le-feu tient. | (agreement)
        Aucun raid n'a été mené lundi. | Une frappe a été menée lundi. | Aucune frappe n'a été menée lundi.
        Le massacre a été condamné mardi. | Une tuerie a été condamnée mardi. | (nothing)
        L'attentat a été condamné mardi. | L'attaque a été condamnée mardi. | L'attaque a été condamnée mardi.
        L’attentat visait le marché. | L'attaque visait le marché. | L’attaque visait le marché.
        Le bilan de l'attentat s'alourdit. | Le bilan de la fusillade s'alourdit. | Le bilan de la fusillade s'alourdit.
        Le raid mené lundi a touché le marché. | La frappe menée lundi a touché le marché. | La frappe menée lundi a touché le marché.
        Il parle d'annexion. | Le rattachement date de 2014. | Il parle de rattachement.
        Il parle de rattachement. | L'annexion date de 2014. | Il parle d'annexion.
        Le gouvernement libyen se réunit. | Les autorités libyennes se réunissent. | (number)
        Des rebelles tiennent le port. | Des insurgés tiennent le port. | Des insurgés tiennent le port.
        Deux couloirs sont ouverts. | Les corridors sont ouverts. | Deux corridors sont ouverts.
        La révolte gagne la capitale, elle ne faiblit pas. | Le soulèvement gagne la capitale. | (agreement)
        Il soutient une révolte. | Le soulèvement gagne la capitale. | Il soutient un soulèvement.
        Son putsch a échoué. | L'insurrection a échoué. | (nothing)
        Paul Ardant a démissionné mardi. | Le ministre Paul Ardant a démissionné mardi. | Le ministre a démissionné mardi.
        La crise du climat ? Non : le réchauffement climatique. | La crise climatique inquiète. | La crise du climat ? Non : la crise climatique.
        ",
    );
}

#[test]
fn english() {
    check(
        English,
        "
        Rebels have left the city. | The terrorists have left the city. | Terrorists have left the city.
        The city is held by rebels. | Insurgents hold the city. | The city is held by insurgents.
        The Syrian regime refuses to talk. | Damascus refuses to talk. | Damascus refuses to talk.
        Damascus refuses to talk. | The Syrian regime refuses to talk. | The Syrian regime refuses to talk.
        Allies of the Syrian regime refuse to talk. | Damascus refuses to talk to allies. | Allies of Damascus refuse to talk.
        The deal angers the Kremlin. | The Russian government rejects the deal. | The deal angers the Russian government.
        The deal angers the Russian government. | The Kremlin rejects the deal. | The deal angers the Kremlin.
        The truce has held for two days. | The ceasefire has held for two days. | The ceasefire has held for two days.
        A raid began at dawn. | An offensive began at dawn. | (nothing)
        An offensive began at dawn. | The invasion began at dawn. | An invasion began at dawn.
        An uprising began at dawn. | The revolt began at dawn. | A revolt began at dawn.
        A revolt began at dawn. | The uprising began at dawn. | An uprising began at dawn.
        This attack killed two guards. | A shooting killed two guards. | This shooting killed two guards.
        These clashes wounded ten people. | The skirmishes wounded ten people. | These skirmishes wounded ten people.
        Many migrants were rescued at sea. | The refugees were rescued at sea. | Many refugees were rescued at sea.
        The wall will pass the village. | A fence will pass the village. | The fence will pass the village.
        Two soldiers patrol the town. | Troops patrol the town. | Two troops patrol the town.
        The reunification dates from 2014. | The annexation dates from 2014. | The annexation dates from 2014.
        He spoke of annexation. | The reunification dates from 2014. | He spoke of reunification.
        The coup failed overnight. | The putsch failed overnight. | The putsch failed overnight.
        The attack by armed rebels failed. | The attack by separatists failed. | The attack by armed separatists failed.
        Their truce has held. | The ceasefire has held. | Their ceasefire has held.
        A coup failed overnight. | Moves against a coup: the putsch failed. | A putsch failed overnight.
        The regime in Syria stays. Its Syrian regime allies stay. | Damascus stays. | (determiner)
        Protesters blocked the bridge. | Rioters blocked the bridge. | Rioters blocked the bridge.
        Paul Ardent resigned on Tuesday. | The mayor, Paul Ardent, resigned on Tuesday. | The mayor resigned on Tuesday.
        An airstrike hit the market. | The air raid hit the market. | An air raid hit the market.
        Every airstrike is an error. | The bombardment hit the market. | Every bombardment is an error.
        ",
    );
}
