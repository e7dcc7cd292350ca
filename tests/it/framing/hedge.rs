//! `hedge`: certainty lowered, quantities approximated.

use recoupe::framing::FramingKind::Hedge;
use recoupe::lang::Language::{English, French};

use super::check;

#[test]
fn french() {
    check(
        Hedge,
        French,
        "
        Le suspect est [peut-être] à l'étranger.
        L'incendie est [probablement] d'origine criminelle.
        Le chauffeur a [apparemment] perdu le contrôle.
        La négociation [semble] bloquée.
        Le conflit [pourrait] durer des années.
        [Il est possible] que le sommet soit annulé.
        [Environ deux cents personnes] ont défilé.
        [Au moins douze personnes] sont mortes.
        [Une centaine de manifestants] étaient présents.
        [Près de trois millions d'électeurs] ont voté.
        [Plus de mille maisons] sont inondées.
        [Il se peut] que l'accord échoue.
        Le retard serait [vraisemblablement] dû à la neige.
        L'auteur [présumé] des tirs a fui.
        Le bilan [risque de] s'alourdir.
        [Une dizaine de blindés] gardent le pont.
        Le tireur [supposé] avait vingt ans.
        La banque est [théoriquement] solide.
        [Quelque 400 salariés] sont concernés.
        Les pertes atteignent [presque dix millions d'euros].
        L'attaque a [sans doute] été préparée.
        La ministre [devrait] démissionner lundi.
        Il [semble] que la piste soit sérieuse.
        [Jusqu'à 50 000 spectateurs] étaient là dimanche.
        [Une vingtaine de pays] ont signé.
        Le navire est [éventuellement] réparable.
        Le tableau, [apparemment] volé, était dans une cave.
        [Moins de cent personnes] ont répondu à l'appel.
        L'accord [pourrait], à en croire les deux camps, être signé lundi.
        Elle n'a [sans doute] jamais lu la lettre.
        Le volcan [semble] s'être rendormi, mais [une trentaine de familles] attendent encore.

        Le blessé peut marcher.
        Les visiteurs peuvent entrer gratuitement.
        Douze personnes sont mortes.
        Le chauffeur a perdu le contrôle.
        Le sommet est annulé.
        Nul doute que la crise est grave.
        Il a pu voir le juge.
        La négociation est bloquée.
        Elle ne peut pas voter.
        Ils ont semé le doute.
        Le conflit dure depuis dix ans.
        La police a arrêté trois hommes.
        Le pont mesure 300 mètres.
        Le juge a rejeté la plainte.
        L'équipe a gagné 3 à 1.
        Le chômage a baissé de 2 %.
        Le prix du pain augmente.
        Les pompiers ont éteint le feu.
        Le musée rouvre lundi.
        Le maire a promis une enquête.
        Les deux armées reculent.
        L'usine emploie 120 personnes.
        Il doit de l'argent à son frère.
        La rivière déborde.
        Tous les élus ont voté le texte.
        Il peut soulever cent kilos.
        Le pouvoir d'achat recule.
        Sans aucun doute, le pont tiendra.
        La loi permet aux élus de voter à distance.
        Le train de 8 h 12 est parti à l'heure.
        Les jeunes sont plus susceptibles de voter le dimanche que le samedi.
        Elle a eu peur, mais elle a pu s'enfuir.
        ",
    );
}

#[test]
fn english() {
    check(
        Hedge,
        English,
        "
        The suspect is [perhaps] abroad.
        The fire was [probably] started on purpose.
        The driver [apparently] lost control.
        The talks [seem] stuck.
        The war [may] last for years.
        The summit [might] be cancelled.
        [About two hundred people] marched.
        [At least twelve people] died.
        [Nearly three million voters] took part.
        [More than a thousand homes] are flooded.
        The deal [could] collapse.
        He [allegedly] stole the money.
        She [reportedly] left the country.
        The delay is [likely] due to snow.
        The bank is [supposedly] sound.
        The gunman was [possibly] a soldier.
        [Some 400 workers] are affected.
        Losses reach [almost ten million dollars].
        The attack was [presumably] planned.
        The leader is [said to] be ill.
        The two men are [thought to] be brothers.
        [Up to 50,000 people] watched the match.
        The toll is [expected to] rise.
        The lead [appears to] be serious.
        [Maybe] the answer is simpler.
        [Around twenty countries] signed.
        The painting, [apparently] stolen, was in a cellar.
        [Fewer than a hundred people] answered the call.
        The deal, both sides say, [may] be signed on Monday.
        The volcano [seems] to have gone quiet, but [some thirty families] are still waiting.
        She [probably] never read the letter.

        The wounded man can walk.
        Visitors can enter free of charge.
        Twelve people died.
        The driver lost control.
        The summit is cancelled.
        The vote was held in May.
        Theresa May spoke first.
        The talks are stuck.
        She cannot vote.
        The war has lasted ten years.
        Police arrested three men.
        The bridge is 300 metres long.
        The judge dismissed the complaint.
        The team won 3-1.
        Unemployment fell by 2 percent.
        Bread prices are rising.
        Firefighters put out the blaze.
        The museum opens on Monday.
        The mayor promised an inquiry.
        Both armies withdrew.
        The plant employs 120 people.
        He owes money to his brother.
        The river burst its banks.
        All members backed the bill.
        She was the likeable one.
        He can lift two hundred pounds.
        The May elections were postponed.
        The mighty river froze.
        She was frightened but was able to flee.
        Buying power is down.
        The 8:12 train left on time.
        Women are more likely to vote than men.
        ",
    );
}
