//! `loaded`: words that judge or intensify.

use recoupe::framing::FramingKind::Loaded;
use recoupe::lang::Language::{English, French};

use super::{check, check_rules};

#[test]
fn french() {
    check(
        Loaded,
        French,
        "
        La banque annonce une hausse [spectaculaire] de ses profits.
        Le syndicat [fustige] un plan social.
        C'est un [véritable] tour de passe qui attend la ministre.
        Les troupes ont commis un [massacre] dans le village.
        Une décision [scandaleuse] pour les riverains.
        Le maire a subi un [camouflet] devant son conseil.
        L'annonce a provoqué un [tollé] dans la ville.
        Les chiffres sont [catastrophiques] cette année.
        Des milices [barbares] tiennent la route.
        La direction s'[obstine] à nier les faits.
        Le patron s'est [farouchement] opposé à la vente.
        Un discours [incendiaire] contre la presse.
        L'[ubuesque] procédure dure depuis dix ans.
        Le ministre a [balayé d'un revers de main] les critiques.
        L'équipe s'offre un match [magnifique].
        Le préfet [torpille] le projet de tramway.
        La compagnie [brade] ses avions.
        Le général, un [tyran] aux yeux de tous, part en exil.
        Les prix ont atteint un niveau [vertigineux].
        Un silence [assourdissant] a suivi.
        La réforme est [vertement] critiquée.
        [Curieusement], la porte était ouverte.
        Le député [vilipende] le gouvernement.
        Les deux partis se livrent un [bras de fer].
        Le parti est [vent debout] contre la taxe.
        Le chanteur a été [encensé] par la critique.
        Ce [fiasco] coûte deux millions à la commune.
        Il juge la mesure « [inacceptable] » et partira.

        Le bilan est de douze morts et trois blessés.
        La guerre a repris dans le nord du pays.
        La crise économique touche les usines.
        L'attaque a visé un convoi militaire.
        Le défenseur a égratigné la voiture en reculant.
        Le monument historique sera restauré.
        Un engin explosif a été désamorcé.
        La grève sauvage a cessé à midi.
        Le voleur a été pris en flagrant délit.
        L'assemblée générale extraordinaire se tient lundi.
        La route est fermée à cause de la neige.
        Les pompiers ont éteint l'incendie en une heure.
        Le film Massacre sort mercredi.
        Il est vrai que le pont est vieux.
        « La vague a surpris tout le monde et nous irons jusqu'au bout de l'enquête », dit-elle.
        Les animaux sauvages chassent la nuit.
        Le professeur donne un cours magistral.
        Le ministre critique le projet de loi.
        La hausse atteint douze pour cent.
        Elle a obtenu une large majorité.
        Les manifestants ont bloqué la gare.
        Le tribunal a condamné le maire à une amende.
        Le boucher du village ferme sa boutique.
        L'auteur dramatique reçoit un prix.
        La tempête a privé la région d'électricité.
        Le cirque s'installe sur la place.
        Il a dit « non » au projet.
        Le taux de chômage baisse de deux points.
        ",
    );
}

#[test]
fn english() {
    check(
        Loaded,
        English,
        "
        The senator [slammed] the plan on Monday.
        A [blistering] attack on the mayor.
        The bank posted a [staggering] loss.
        Troops carried out a [massacre] in the village.
        The [embattled] minister resigned.
        The verdict caused an [uproar] in the town.
        He [touted] the deal as a success.
        Lawmakers [railed] against the tax.
        Critics [lashed out] at the company.
        The [notorious] landlord was fined.
        The vote was a [debacle] for the party.
        The [brazen] theft took two minutes.
        She [vehemently] denied the charge.
        The firm [bungled] the launch.
        [Ironically], the lock was new.
        The coach went on a [tirade] after the game.
        The [draconian] rules will stay.
        The council [caved] on Friday.
        The prince is a [tyrant] to his staff.
        Prices [skyrocketed] in May.
        The crowd [heckled] the speaker.
        The show was a [triumph].
        The party is [in disarray] after the vote.
        Opponents [seized on] the report.
        The governor was [blasted] for the delay.
        The [hapless] goalkeeper let in six.
        It is another [slap in the face] for nurses.
        The plan is “[ludicrous],” the union said of the cuts.

        The blast killed twelve people.
        The war entered its third year.
        The crisis has closed two plants.
        The car slammed into a wall.
        He slammed the door and left.
        The attack wounded three soldiers.
        The team hit a grand slam in May.
        Toxic waste leaked into the river.
        He was held in contempt of court.
        The historic district draws visitors.
        An explosive device was found.
        She hammered a nail into the board.
        The dog barked all night.
        The film Savage Harvest opens on Friday.
        “It is a massive bill, and we will fight it until the last day,” she said.
        The minister criticised the plan.
        The rate rose by two points.
        Police arrested three men on Tuesday.
        The storm cut power to the region.
        The court fined the mayor.
        Crude oil fell by a dollar.
        The blunt instrument was never found.
        They ordered scrambled eggs and toast.
        Two outstanding warrants were served.
        The circus comes to town in June.
        Workers blasted a tunnel through the rock.
        The cave was closed to visitors.
        He said no to the offer.
        The mock exam takes place in May.
        The majority was larger than expected.
        ",
    );
}

#[test]
fn whose_word_it_is_is_told() {
    check_rules(
        Loaded,
        French,
        "
        La réforme est scandaleuse. → loaded/own
        Le député fustige la réforme. → loaded/own-flatter
        Selon Anne Morel, la réforme est scandaleuse. → loaded/retold
        Anne Morel parle d'une réforme « scandaleuse » pour les ouvriers. → loaded/quoted
        « La réforme est scandaleuse et nous la combattrons jusqu'au bout », dit Anne Morel. → loaded/quoted
        « La hausse est historique et nous la combattrons jusqu'au bout », dit Anne Morel. →
        ",
    );
    check_rules(
        Loaded,
        English,
        "
        The reform is outrageous. → loaded/own
        The deputy slammed the reform. → loaded/own-flatter
        According to Ann Reed, the reform is outrageous. → loaded/retold
        Ann Reed spoke of an “outrageous” reform on Monday. → loaded/quoted
        “The reform is outrageous and we will fight it to the end,” Ann Reed said. → loaded/quoted
        “The rise is massive and we will fight it to the end,” Ann Reed said. →
        ",
    );
}
