//! `conditional`: the French conditional that passes news on; English never has it.

use recoupe::framing::FramingKind::Conditional;
use recoupe::lang::Language::{English, French};

use super::{check, marked};

#[test]
fn french() {
    check(
        Conditional,
        French,
        "
        Trois soldats [seraient morts] dans l'embuscade.
        Le ministre [aurait répondu] sèchement à son collègue.
        L'avion [aurait été abattu] par erreur.
        Selon la police, l'homme [serait] âgé de trente ans.
        D'après nos informations, la vente [serait] imminente.
        Le chef rebelle se [serait rendu] à l'étranger.
        Deux touristes [auraient disparu] en montagne.
        Le groupe [aurait versé] un million d'euros à un intermédiaire.
        L'entreprise [aurait caché] ces résultats.
        Le bilan [serait] de douze victimes, selon les secours.
        La victime [aurait reçu] plusieurs coups.
        Les ravisseurs [auraient demandé] une rançon.
        Des négociations secrètes [auraient eu] lieu à Genève.
        Le tireur [serait] un ancien militaire.
        Selon un témoin, les policiers [auraient tiré] les premiers.
        Plusieurs élus [auraient touché] de l'argent.
        Le général [aurait quitté] le pays dans la nuit.
        Une vingtaine de maisons [auraient été détruites].
        Le président [aurait donné] son accord.
        Selon la presse locale, le suspect [aurait avoué].
        Le navire [transporterait] des armes, selon l'armée.
        Une explosion se [serait produite] vers minuit.
        Le chanteur [aurait consommé] de la drogue.
        Le juge [aurait refusé] la demande.
        Le missile [aurait manqué] sa cible.
        Le tunnel [aurait été creusé] en une nuit, d'après les enquêteurs.
        La chanteuse, qui [serait] enceinte, annule sa tournée.
        Les deux chefs se [seraient rencontrés] en secret.
        Selon le quotidien, la banque [préparerait] cent licenciements.
        L'arme [proviendrait] d'un vol, selon le parquet.

        S'il avait su, il aurait agi autrement.
        Si la pluie cessait, la crue serait moins forte.
        Je voudrais remercier les secouristes.
        Il a dit qu'il viendrait le lendemain.
        Elle a promis que l'usine rouvrirait.
        Nous aimerions connaître la vérité.
        Le maire avait annoncé que les travaux dureraient un an.
        Il faudrait une nouvelle loi.
        Le gouvernement devrait réagir.
        Pourriez-vous répéter la question ?
        Sans cette aide, le village aurait disparu.
        La réforme pourrait coûter cher.
        Ce serait une erreur.
        Au cas où il pleuvrait, le match sera reporté.
        Il vaudrait mieux attendre.
        Le ministre a répondu sèchement.
        Trois soldats sont morts.
        Elle partira demain.
        Ils avaient quitté le pays.
        On dirait un orage.
        Elle pensait que tout irait bien.
        Même s'il gagnait, il refuserait le poste.
        Il préférerait partir.
        Les secours arrivaient lentement.
        Cela ne servirait à rien.
        À sa place, j'aurais refusé.
        Le ministre souhaiterait une réponse rapide.
        Qui aurait cru à une telle victoire ?
        Elle jurait que rien ne changerait.
        Un accord permettrait de rouvrir la route.
        Auriez-vous l'heure ?
        ",
    );
}

/// English passes news on by other words ("reportedly", "is said to"): its fifty sentences stand in `hedge`.
#[test]
fn english_has_no_such_form() {
    for sentence in ["He would have come.", "The minister would have replied.", "It would be a mistake."] {
        assert_eq!(marked(sentence, Conditional, English), sentence);
    }
}
