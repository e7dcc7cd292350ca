//! `agentless`: who did it is not said.

use recoupe::framing::FramingKind::Agentless;
use recoupe::lang::Language::{English, French};

use super::check;

#[test]
fn french() {
    check(
        Agentless,
        French,
        "
        Trois hommes [ont été arrêtés] mardi soir.
        Le village [a été bombardé] pendant la nuit.
        Deux soldats [ont été tués] et six autres [ont été blessés].
        Des barrages [ont été mis en place] sur la route.
        Le journaliste [aurait été enlevé] devant chez lui.
        La loi [sera adoptée] avant l'été.
        L'usine doit [être fermée] en juin.
        Les otages [furent libérés] au petit matin.
        Le directeur [a finalement été renvoyé].
        Plusieurs maisons [ont été entièrement détruites].
        Le suspect [est interpellé] deux jours plus tard.
        Les habitants [sont évacués] vers le nord.
        Le rapport n'[a jamais été publié].
        Des armes [avaient été livrées] aux deux camps.
        La manifestation [a été interdite] au dernier moment.
        Le contrat vient d'[être annulé].
        Les dossiers [auraient été falsifiés].
        Une enquête [a été ouverte] à Lyon.
        Le maire [a été mis en examen] jeudi.
        La somme n'[a pas été remboursée].
        Le pont [était bombardé] chaque nuit.
        L'accord [ayant été signé], les troupes se retirent.
        Il craint d'[être licencié].
        [On a tiré] sur la foule.
        Ce jour-là, [on a brûlé] des livres.
        La statue [a été retirée] hier.
        Le texte [serait modifié] dès lundi.
        Le col, long de deux kilomètres, [a été rouvert] dans la matinée.
        Personne n'a vu qui tirait, mais deux passants [ont été touchés].
        L'homme, qui [avait été condamné] en mars, a fait appel.
        Les tableaux [avaient été cachés] dans une grange.
        Les prix [ont encore été relevés] ce mois-ci.

        Trois hommes ont été arrêtés par la police.
        Le village a été bombardé dans la nuit par l'aviation.
        La loi sera adoptée, sauf surprise, par le Sénat.
        Les troupes sont arrivées à la frontière.
        Le ministre est venu sur place.
        La ville est située au bord du fleuve.
        Il est mort à l'hôpital.
        Elle est née à Bamako.
        Les négociations se sont terminées hier.
        Ils se sont emparés de la ville.
        Le magasin est ouvert le dimanche.
        L'homme était connu des services de police.
        Cette idée est partagée.
        La réunion est prévue lundi.
        Les enfants sont inquiets.
        Elle est restée chez elle.
        Le prix est tombé à dix euros.
        On espère un accord.
        On verra demain.
        Le président a signé le décret.
        La police a arrêté trois hommes.
        Les parents sont séparés.
        Il est marié et père de deux enfants.
        Le train est parti à l'heure.
        Elle a été surprise et ravie.
        Il est devenu célèbre.
        L'été a été chaud.
        Le pays est considéré comme sûr.
        La ville a été reprise mardi soir, après trois jours de combats, par les insurgés.
        Le vin est fait pour être bu jeune.
        L'actrice est très entourée depuis la mort de sa mère.
        La côte est découpée et rocheuse.
        Il s'est fait arrêter par deux gendarmes.
        Le dispositif pourrait être reconduit l'an prochain.
        La plage ne peut pas être fermée.
        Le juge a été très mesuré.
        ",
    );
}

#[test]
fn english() {
    check(
        Agentless,
        English,
        "
        Three men [were killed] on Tuesday.
        The village [was bombed] overnight.
        Two soldiers [have been wounded] near the border.
        The road [had been closed] for hours.
        The report [was never published].
        The suspect [was later released].
        He [is being held] without charge.
        The law will [be repealed].
        The mayor should [be fired].
        Dozens of houses [were completely destroyed].
        Weapons [were delivered] to both sides.
        The protest [has been banned].
        Hundreds of people [were evacuated] on Sunday.
        The files may [have been destroyed].
        The journalist [was abducted] outside his home.
        She fears [being deported].
        The hostages [were freed] at dawn.
        Her contract [has not been renewed].
        An inquiry [was opened] last week.
        The two leaders [were poisoned].
        The bridge [is bombed] every night.
        Five people [are arrested] each day.
        The statue [was removed] yesterday.
        The agreement [has since been signed].
        Mistakes [were made].
        The workers [were not paid].
        The bill [was passed] on Friday.
        The pass, two miles long, [was reopened] in the morning.
        Nobody saw who fired, but two passers-by [were hit].
        The man, who [had been convicted] in March, has appealed.
        Prices [were raised] again this month.
        The letters, it turned out, [had never been opened].

        Three men were killed by soldiers.
        The village was bombed overnight by government planes.
        The law will be repealed, he said, by the next parliament.
        The town is located near the river.
        She is known for her novels.
        He was born in Cairo.
        They are married.
        The shop is closed on Sundays.
        The meeting is scheduled for Monday.
        The prices are expected to rise.
        He was worried about the cost.
        The children were scared and tired.
        She was interested in the job.
        The two cases are related.
        They were concerned about safety.
        The president signed the order.
        Police arrested three men.
        The talks have ended.
        Troops have arrived at the border.
        The army destroyed the bridge.
        The plan is based on a study.
        He is gone.
        She has been a judge for ten years.
        They were pleased with the result.
        He was supposed to attend.
        The city is divided.
        It was raining.
        The man was believed to be in Spain.
        The city was retaken on Tuesday night, after three days of fighting, by the rebels.
        The coast is rugged and indented.
        She was left alone for hours by her brothers.
        The old man is well liked.
        He was drunk and tired.
        The case could be appealed within a month.
        He was too focused on the race.
        It should be noted that the shop is small.
        The band was set to play on Friday.
        Proof of residence can be required.
        ",
    );
}
