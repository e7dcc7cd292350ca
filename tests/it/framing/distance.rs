//! `distance`: words the writer does not take on.

use recoupe::framing::FramingKind::Distance;
use recoupe::lang::Language::{English, French};

use super::check;

#[test]
fn french() {
    check(
        Distance,
        French,
        "
        Les deux pays veulent « [normaliser] » leurs relations.
        Le régime parle d'un « [complot étranger] » contre le pays.
        Cette « [libération] » a coûté la vie à mille civils.
        Le [soi-disant] expert n'a jamais étudié.
        La [prétendue] victime a retiré sa plainte.
        Le chef [autoproclamé] de la région a fui.
        Ils ont obtenu une \"[aide]\" de dix euros.
        Le ministre se dit «[très préoccupé]» par la situation.
        Le groupe justifie cette \"[optimisation]\" fiscale.
        L'armée a mené une opération “[chirurgicale]” dans le quartier.
        La direction évoque un « [plan de départs] » pour cent salariés.
        Le maire refuse ce « [cadeau] » aux promoteurs.
        Les habitants dénoncent une justice « [à deux vitesses] ».
        Le président rejette [ce qu'il appelle] une ingérence.
        La [prétendue] preuve était un faux.
        Les « [experts] » du ministère se sont trompés.
        L'entreprise regrette un incident « [isolé] » dans son usine.
        Le pays se présente comme « [neutre] » dans ce conflit.
        Il promet une réponse « [proportionnée] » à l'attaque.
        La ville attend toujours la « [reconstruction] » promise.
        Ces « [volontaires] » étaient des soldats.
        L'opposition réclame une enquête « [indépendante] » sur le scrutin.
        Un [soi-disant] médecin a vendu de faux certificats.
        Le juge parle d'une affaire « [hors norme] » et rare.
        Le mouvement [autoproclamé] défenseur des animaux est poursuivi.
        Les manifestants exigent un salaire « [décent] » pour tous.
        La « [mission de paix] » compte surtout des soldats.
        Le parti promet un État « [fort] » et des impôts bas.
        Ces « [cadeaux] », [soi-disant] offerts aux écoles, étaient payés par la ville.
        Les voisins parlent d'un homme « [sans histoires] » et discret.

        « Nous partirons demain », a déclaré la maire.
        Le ministre a dit : « Nous sommes prêts. »
        Le film « La Rivière » sort mercredi.
        Le roman intitulé « une vie » a été réédité.
        Le mot « guerre » est interdit.
        Le journal « Le Matin » l'affirme.
        L'opération « tempête » a commencé.
        « C'est faux », répond-il.
        Il a reçu le prix « Jeune talent ».
        Les troupes ont libéré la ville.
        « Il faut que chacun fasse un effort pour que la paix revienne », a-t-il ajouté.
        Le programme baptisé « écoles ouvertes » coûte cher.
        Son slogan : « plus jamais ça ».
        Le collectif « mères en colère » manifeste.
        L'homme, surnommé « le boucher », a été arrêté.
        Elle a crié : « au secours ! »
        La chanson « la pluie » passe en boucle.
        « non ! »
        Les prix ont monté de 5 %.
        Le terme « réfugié » a un sens précis.
        Le « 49.3 » sera utilisé.
        Le projet « ville verte » démarre.
        Il a prétendu le contraire.
        Le documentaire « terres brûlées » fait débat.
        Le ministre assure que « les mesures nécessaires seront prises avant la fin de ce mois de mai ».
        « Partez ! », a crié un passant, « partez vite ! »
        L'émission « la nuit des idées » revient jeudi.
        Le navire « esperanza » a quitté le port.
        Le chapitre « des origines à nos jours » est le plus long.
        La formule « liberté, égalité, fraternité » orne le fronton.
        ",
    );
}

#[test]
fn english() {
    check(
        Distance,
        English,
        "
        Both countries want to “[normalise]” their relations.
        The regime blamed a \"[foreign plot]\" for the unrest.
        This “[liberation]” cost a thousand lives.
        The [so-called] expert never studied medicine.
        The [self-proclaimed] leader fled the region.
        The [self-styled] prophet was fined.
        They were given \"[help]\" worth ten dollars.
        The minister was \"[deeply concerned]\" about the case.
        The firm defended its “[tax planning]” in court.
        The army carried out a \"[surgical]\" operation in the district.
        Managers spoke of a “[transition plan]” for a hundred workers.
        The mayor refused this \"[gift]\" to developers.
        The president rejected [what he called] foreign meddling.
        The \"[experts]\" at the ministry were wrong.
        The company regrets an \"[isolated]\" incident at its plant.
        The country calls itself \"[neutral]\" in the war.
        He promised a \"[proportionate]\" answer to the attack.
        The town still waits for the \"[rebuilding]\" it was promised.
        Those \"[volunteers]\" were soldiers.
        The opposition wants an \"[independent]\" inquiry.
        A [so-called] doctor sold fake papers.
        Police described the men as \"[armed and dangerous]\" in a note.
        The [purported] letter was a fake.
        Marchers demand a \"[decent]\" wage for all.
        She denounced [what she described as] a land grab.
        The group spread \"[alternative facts]\" for months.
        The \"[peace mission]\" is made up mostly of soldiers.
        The party promises a \"[strong]\" state and low taxes.
        Those \"[gifts]\" to schools, [so-called] charity, were paid for by the town.
        Neighbours spoke of a \"[quiet]\" and tidy man.

        “We will leave tomorrow,” the mayor said.
        The minister said: \"We are ready.\"
        The film \"The River\" opens on Friday.
        The novel titled \"a life\" was reprinted.
        The word \"war\" is banned.
        The newspaper \"Le Matin\" says so.
        A ship named \"liberty\" sank.
        \"That is false,\" he replied.
        She won the \"Young Talent\" prize.
        The troops liberated the town.
        \"Everyone must make an effort so that peace returns,\" he added.
        The programme dubbed \"open schools\" is costly.
        Their slogan: \"never again\".
        The man, nicknamed \"the butcher\", was arrested.
        She shouted: \"help!\"
        The song \"rain\" is on every radio.
        \"no!\"
        Prices rose by 5 percent.
        The term \"refugee\" has a precise meaning.
        The \"2030\" plan starts now.
        He claimed the opposite.
        The documentary \"burnt land\" stirs debate.
        The phrase \"fake news\" is everywhere.
        The minister said that \"all the measures that are needed will be taken by the end of May\".
        Dwayne \"The Rock\" Johnson smiled.
        \"Leave!\" a passer-by shouted. \"Leave now!\"
        The show \"night of ideas\" is back on Thursday.
        The vessel \"esperanza\" left port.
        The chapter \"from then to now\" is the longest.
        The motto \"live free or die\" is on every plate.
        ",
    );
}
