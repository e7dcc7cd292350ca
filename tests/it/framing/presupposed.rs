//! `presupposed`: what a verb takes for granted.

use recoupe::framing::FramingKind::Presupposed;
use recoupe::lang::Language::{English, French};

use super::{check, check_rules};

#[test]
fn french() {
    check(
        Presupposed,
        French,
        "
        Le rapport [révèle] que l'usine pollue la rivière.
        La ministre [savait] que le pont était fragile.
        Il [ne savait] pas que la porte était ouverte.
        Les experts [ont constaté] que la digue fuyait.
        Elle [regrette] que le musée ait fermé.
        On [ignore] pourquoi le train s'est arrêté.
        Le club [a appris] mardi que son gardien partait.
        Les voisins se [sont aperçus] que la cave était inondée.
        Les pompiers [ont réussi à] sauver la bibliothèque.
        Le navire [n'a pas réussi à] quitter le port.
        Les syndicats [sont parvenus à] arracher un accord.
        Elle [n'arrive pas à] payer son loyer.
        La mairie [a refusé de] publier le rapport.
        Le caissier [a oublié de] fermer le coffre.
        Le patron [n'a pas négligé de] prévenir ses ouvriers.
        La neige [a empêché] les avions de décoller.
        Les gardes [ont empêché] que la foule envahisse le palais.
        La police [a déjoué] un attentat contre la gare.
        Rien [n'a empêché] le maire de signer le décret.
        La crise [a contraint] la banque à vendre ses immeubles.
        Le directeur [a été forcé de] démissionner.
        Il [a fini par] avouer le vol.
        Personne [n'a osé] contredire le général.
        Le juge insiste sur [le fait] que la lettre est fausse.
        Elle est [consciente] que le délai est court.
        L'entreprise [a longtemps évité de] répondre aux plaintes.
        « Le coffre était vide », [a reconnu] le gérant.
        L'équipe [a échoué à] redresser les comptes.

        Il connaît bien la ville.
        Elle sait nager depuis l'enfance.
        Le savoir se transmet de père en fils.
        Savait-il que la porte était ouverte ?
        S'il savait que la banque ment, il partirait.
        Le plan vise à empêcher les fraudes.
        Une barrière pour empêcher les camions de passer coûte cher.
        La réforme pourrait contraindre la banque à vendre.
        Le navire va réussir à quitter le port.
        Le gouvernement a fait savoir que la loi serait votée.
        La mairie doit refuser de payer.
        Le journal révélera demain que le maire part.
        Elle a révélé son nom.
        Il n'a révélé que son prénom.
        Les employés ont réussi leur examen.
        Le train arrive à Paris à midi.
        La tentative a échoué.
        La commune refuse l'offre.
        Il regrette son départ.
        À force de crier, il a perdu sa voix.
        Il n'empêche que la route est coupée.
        Les forces de l'ordre ont bloqué la rue.
        Elle finit par la lettre z.
        Il pense que la porte est ouverte.
        Le préfet a déclaré que la digue fuyait.
        Reste à savoir si la loi passera.
        La découverte de la grotte date de 1990.
        Sans savoir que la route était coupée, ils ont pris la voiture.
        ",
    );
}

#[test]
fn english() {
    check(
        Presupposed,
        English,
        "
        The report [reveals] that the plant pollutes the river.
        The minister [knew] that the bridge was weak.
        He [did not know] that the door was open.
        Inspectors [discovered] that the levee was leaking.
        She [regrets] that the museum has closed.
        The coach [regretted] leaving his best striker on the bench.
        Nobody [knows] why the train stopped.
        The club [learned] on Tuesday that its keeper was leaving.
        He [knew] he had lost.
        Firefighters [managed to] save the library.
        The ship [did not manage to] leave the port.
        The unions [have succeeded in] winning a pay rise.
        The council [refused to] publish the report.
        The cashier [forgot to] lock the safe.
        The owner [never failed to] pay his workers.
        Snow [prevented] the planes from taking off.
        The guards [kept] the crowd from entering the palace.
        Police [thwarted] an attack on the station.
        The fine [didn't stop] the firm from dumping waste.
        The crisis [forced] the bank to sell its buildings.
        The director [was forced to] resign.
        He [ended up] paying twice.
        The town narrowly [avoided] losing its only school.
        The judge dwelt on [the fact] that the letter was forged.
        She [was aware] that time was short.
        “The safe was empty,” the manager [admitted].
        The mayor [has not bothered to] reply.
        The company [apologised for] misleading its clients.

        He knows the town well.
        She knows how to swim.
        Did he know that the door was open?
        If he knew that the bank lied, he would leave.
        The plan aims to prevent fraud.
        A barrier to stop lorries from passing costs too much.
        The reform could force the bank to sell.
        The ship will manage to leave the port.
        The council must refuse to pay.
        The paper will reveal on Monday that the mayor is leaving.
        She revealed her name.
        She managed the team for ten years.
        The pupils failed their exam.
        A failed attempt to reach the summit cost two lives.
        The talks failed.
        The town refused the offer.
        The mayor declined to comment.
        He regrets the decision.
        The forces of order blocked the street.
        She kept a diary from her first trip.
        He thinks that the door is open.
        The officer said that the levee was leaking.
        It is not known whether the bill will pass.
        The singer is so well known that she needs no name on the poster.
        The discovery of the cave dates from 1990.
        He was accused of failing to lock the safe.
        The store stopped selling milk.
        The two drivers may have avoided paying the toll.
        ",
    );
}

#[test]
fn negation_turns_what_is_implied() {
    check_rules(
        Presupposed,
        French,
        "
        Elle a réussi à partir. → presupposed/managed
        Elle n'a pas réussi à partir. → presupposed/managed-not
        Il a oublié de signer. → presupposed/failed
        Il n'a pas oublié de signer. → presupposed/failed-not
        Le mur a empêché la vache de sortir. → presupposed/prevented
        Le mur n'a pas empêché la vache de sortir. → presupposed/prevented-not
        La loi a forcé la banque à payer. → presupposed/forced
        On ne l'a pas forcé à parler. →
        Il a fini par céder. → presupposed/ended
        Il ne savait pas que le mur tombait. → presupposed/factive
        ",
    );
    check_rules(
        Presupposed,
        English,
        "
        She managed to leave. → presupposed/managed
        She did not manage to leave. → presupposed/managed-not
        He forgot to sign. → presupposed/failed
        He did not forget to sign. → presupposed/failed-not
        The wall stopped the cow from leaving. → presupposed/prevented
        The wall did not stop the cow from leaving. → presupposed/prevented-not
        The law forced the bank to pay. → presupposed/forced
        He was not forced to sign. →
        He ended up signing. → presupposed/ended
        He did not know that the wall was falling. → presupposed/factive
        ",
    );
}
