//! `speech`: what the article gives to someone, quoted or retold.

use recoupe::framing::FramingKind::Speech;
use recoupe::lang::Language::{English, French};

use super::check;

#[test]
fn french() {
    check(
        Speech,
        French,
        "
        [« Nous partirons demain »], a déclaré la maire.
        Le ministre a dit [que le pont était solide.]
        Selon la police, [ils étaient mille.]
        [La rivière déborde], selon les pompiers.
        D'après un rapport, [l'usine pollue la nappe.]
        [« C'est faux »], répond-il.
        Le porte-parole explique [que la route est coupée depuis midi.]
        Elle se dit [prête à démissionner.]
        Il affirme [avoir prévenu la mairie.]
        Le syndicat accuse [la direction de cacher les chiffres.]
        [La piscine rouvrira en mai], a promis l'adjointe aux sports.
        [Le train, précise la compagnie, partira avec une heure de retard.]
        Interrogé par la presse, le préfet a répondu [que l'enquête suivait son cours.]
        [« Le toit a cédé », raconte une voisine, « et tout est tombé ».]
        Pour l'opposition, [cette loi est une erreur.]
        De source judiciaire, [deux hommes ont été arrêtés.]
        [Les salaires seront gelés], a-t-on appris auprès de la direction.
        Le président de la région a fait savoir [que les travaux commenceraient en mars.]
        L'avocate a ajouté, sans donner de détails, [que son client était innocent.]
        Les riverains se plaignent : [« On ne dort plus la nuit. »]
        Le maire a nié [avoir reçu de l'argent.]
        Aux yeux du juge, [la preuve est insuffisante.]
        Il a rappelé [que « la règle est la même pour tous ».]
        Un témoin a assuré, mardi soir, devant les caméras, [que le bus roulait trop vite.]
        La ministre a reconnu lundi [que l'aide arriverait trop tard.]
        À en croire le fabricant, [le moteur ne chauffe jamais.]
        [L'accord sera signé jeudi], indique un communiqué du ministère.

        Le pont est fermé depuis lundi.
        Le film « La Rivière » sort mercredi.
        La police a arrêté trois hommes.
        Je crois que le pont est solide.
        Nous pensons que l'été sera chaud.
        Elle a dit non.
        Le maire a refusé de dire combien il avait payé.
        Elle parle trois langues.
        On discute beaucoup de cette loi au village.
        Le mot « guerre » est interdit.
        Les enfants ont raconté une histoire.
        À noter que le musée sera fermé lundi.
        Une lettre a été envoyée aux parents leur rappelant les règles de l'école.
        Le ministre annonce un plan.
        Selon le temps, la fête aura lieu dehors ou dedans.
        La fin du film, c'est elle qui la raconte le mieux.
        La pluie a assuré la récolte.
        Le navire accuse un retard de deux jours.
        Le règlement de la piscine est affiché à l'entrée.
        Le collectif « mères en colère » manifeste.
        Le docteur a prescrit du repos.
        Il se dit au revoir dans le miroir.
        L'écrivain signe ses livres à la librairie.
        La radio diffuse un concert.
        Les voisins ont parlé du match toute la soirée.
        Il a expliqué la règle aux joueurs.
        Ils sont venus montrer que personne n'a peur.
        Les députés défendent le plan de soutien aux banques.
        L'élève récite un poème.
        ",
    );
}

#[test]
fn english() {
    check(
        Speech,
        English,
        "
        [“We will leave tomorrow,”] the mayor said.
        The minister said [the bridge was safe.]
        The minister said [that the bridge was safe.]
        According to police, [there were a thousand.]
        [The river is rising], according to firefighters.
        [“That is false,”] he replied.
        The spokesman explained [that the road had been closed since noon.]
        She denied [taking any money.]
        The union accused [managers of hiding the figures.]
        [The pool will reopen in May], the council promised.
        [The train, the company said, will leave an hour late.]
        Asked by reporters, the governor answered [that the inquiry was under way.]
        [“The roof gave way,”] a neighbour said. [“Everything came down.”]
        [“He is resting,”] Ann Lee, the singer's agent, told the Gazette.
        [“There is nothing new,”] White House press secretary Ann Lee told reporters.
        He first announced [that he would retire last spring.]
        The lawyer added, without giving details, [that her client was innocent.]
        Residents complain: [“Nobody sleeps any more.”]
        The report says [the plant polluted the stream.]
        A witness told reporters on Tuesday [that the bus was going too fast.]
        The senator acknowledged on Monday [that aid would come too late.]
        [Two men were arrested], officials said.
        [“I was mistaken,”] the coach admitted.
        The chairman wrote [that the club would survive.]
        [The deal will be signed on Thursday], the ministry said in a statement.
        In the view of the judge, [the evidence is too thin.]
        Doctors warn [that the virus may return.]
        The company claims [its engine never overheats.]

        The bridge has been closed since Monday.
        The film \"The River\" opens on Friday.
        Police arrested three men.
        I think the bridge is safe.
        We believe that the summer will be hot.
        She said no.
        The mayor did not say how much he had paid.
        She speaks three languages.
        Villagers talk a lot about the law.
        The word \"war\" is banned.
        The children told a story.
        The picture, taken last Friday, shows the man, who smiles.
        A letter went to parents reminding them of the rules.
        The minister announced a plan.
        The flood claimed twelve lives.
        The ship reports to the harbour each morning.
        He admitted three patients to the ward.
        The conspiracy charge was dropped.
        The rules of the pool hang at the gate.
        The doctor prescribed rest.
        The writer signs books at the shop.
        The radio plays a concert.
        Neighbours spoke of the match all evening.
        He explained the rule to the players.
        The pupil recites a poem.
        Terrorist attacks that killed nine people shook the town.
        They came to show that nobody was afraid.
        The lawmakers questioned the science of the report.
        The faces of people asking the way were blurred.
        ",
    );
}
