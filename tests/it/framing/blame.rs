//! `blame`: cause, blame, remedy.

use recoupe::framing::FramingKind::Blame;
use recoupe::lang::Language::{English, French};

use super::{check, check_rules};

#[test]
fn french() {
    check(
        Blame,
        French,
        "
        Le vol est annulé [à cause de] la neige.
        La route est fermée [en raison d']un éboulement.
        L'armée a bombardé le port [en représailles à] l'attaque.
        Les deux camps ont tiré [en représailles].
        L'usine ferme [faute de] commandes.
        L'accident a été [provoqué par] un frein usé.
        La panne a [provoqué] un embouteillage monstre.
        La fuite a [entraîné] la fermeture de l'usine.
        L'incendie [résulte d']une erreur de câblage.
        La digue a été détruite [parce que] personne ne l'avait réparée.
        Le maire est [responsable de] la mort des deux ouvriers.
        Les rebelles [accusent] l'armée de piller les villages.
        Le juge l'a [reconnu coupable] de vol.
        Elle est [soupçonnée d']avoir vendu les plans.
        L'ONU parle de [crimes de guerre].
        Le syndicat [rejette la faute sur] la direction.
        Les parents [mettent en cause] l'école.
        Le rapport [pointe du doigt] le fabricant.
        Un avocat [reproche] à la mairie d'avoir caché l'étude.
        [Il faut] réparer la digue avant l'hiver.
        [Il faut que] le maire parte.
        [Nous devons] protéger les témoins.
        Le syndicat [exige] la réouverture de la ligne.
        L'opposition [réclame] une enquête.
        Le pape a [appelé] les chefs à cesser le feu.
        Les voisins [exhortent] la mairie à agir.
        La France [doit] cesser ses ventes d'armes.
        [Il est temps de] changer la loi.
        Ils ont défilé [en signe de protestation].

        Le ministre responsable des transports visite le port.
        Le responsable de la police a parlé.
        Le procès doit s'ouvrir lundi.
        Il doit avoir quarante ans.
        Elle doit beaucoup à son frère.
        Le vol est annulé, non à cause de la neige.
        Il faut dire que la soirée fut longue.
        Il faudra attendre mardi.
        Faut-il réparer la digue ?
        Elle se demande s'il faut réparer la digue.
        Le règlement dit qu'il faut présenter un billet.
        Le car part à huit heures.
        Elle a appelé sa mère à midi.
        Un appel à témoins a été lancé.
        La cour d'appel rendra son arrêt.
        Les auteurs du livre signent samedi.
        Elle entraîne l'équipe depuis deux ans.
        Cette route conduit à la mer.
        La cause du décès reste inconnue.
        La cause des femmes avance.
        Elle aime ce village parce qu'il est calme.
        L'équipe joue derrière les tribunes.
        Le tableau est attribué à un élève du maître.
        Le vainqueur revendique son titre.
        La lettre exprime sa gratitude au maire.
        Le devoir de mémoire est au programme.
        Chacun appelle un ami.
        Le retard est de deux heures.
        Elle était appelée à de hautes fonctions.
        ",
    );
}

#[test]
fn english() {
    check(
        Blame,
        English,
        "
        The flight was cancelled [because of] snow.
        The road is closed [due to] a landslide.
        The army shelled the port [in retaliation for] the attack.
        Both sides opened fire [in revenge].
        The plant closed [as a result of] falling orders.
        The crash was [caused by] a worn brake.
        The outage [caused] a huge jam.
        The leak [led to] the closure of the plant.
        The ruling has [triggered] protests in the capital.
        The levee was destroyed [because] nobody had repaired it.
        The mayor is [responsible for] the deaths of two workers.
        The rebels [accuse] the army of looting villages.
        The clerk was [found guilty] of theft.
        She was [accused of] selling the plans.
        The envoy spoke of [war crimes].
        The union [blames] the board.
        The mayor is [to blame for] the flood.
        A militia [claimed responsibility] on Friday.
        The minister was [held responsible for] the crash.
        The pilot was [charged with] manslaughter.
        Leaders [must] act before winter.
        The council [should] repair the levee.
        The city [needs to] rebuild the bridge.
        The opposition [called for] an inquiry.
        The pope [urged] leaders to stop the fighting.
        Neighbours [called on] the mayor to resign.
        Lawmakers [demanded that] the minister explain the loss.
        [It is time to] change the law.
        The prisoners [should] be released at once.
        They marched [in protest against] the cuts.

        The minister responsible for transport visited the port.
        She is responsible for education and health.
        The train is due to arrive at noon.
        It was cancelled, not because of snow.
        Applicants must be over 18.
        Under the law, shops must close at ten.
        He must have left by now.
        She must be tired.
        The film is a must.
        It should be noted that the road is old.
        The parcel should have arrived.
        Should the council repair the levee?
        She wonders whether he should leave.
        The road leads to the sea.
        He likes the village because it is quiet.
        The cause of death is unknown.
        She gave her thanks to the mayor.
        The house stands behind the church.
        He called on an old friend.
        The recipe calls for two eggs.
        The lost cause was his life.
        There is no need to worry.
        They needed to win both games.
        The bill did not need to pass.
        The spark plug was replaced.
        The company has a good cause to support.
        The trigger was never found.
        It should not take long.
        We shouldn't have left the door open.
        The club paid its dues to the league.
        ",
    );
}

#[test]
fn cause_fault_and_remedy_are_told_apart() {
    check_rules(
        Blame,
        French,
        "
        Le pont est fermé à cause du gel. → blame/cause
        La mairie est responsable de l'accident. → blame/fault
        Il faut fermer le pont. → blame/remedy
        ",
    );
    check_rules(
        Blame,
        English,
        "
        The bridge is closed because of frost. → blame/cause
        The council is responsible for the accident. → blame/fault
        The council must close the bridge. → blame/remedy
        ",
    );
}
