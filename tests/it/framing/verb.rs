//! `verb`: reporting verbs that are not neutral.

use recoupe::framing::FramingKind::Verb;
use recoupe::lang::Language::{English, French};

use super::check;

#[test]
fn french() {
    check(
        Verb,
        French,
        "
        Le ministre [affirme] que le pont est solide.
        La direction [assure] que personne ne sera licencié.
        Le préfet a [martelé] que la loi serait appliquée.
        L'accusé [prétend] qu'il dormait.
        Le maire a [reconnu] que les digues étaient trop basses.
        La banque a [admis] que des erreurs avaient été commises.
        Il a [avoué] qu'il avait menti.
        Le journal [révèle] que l'usine pollue la rivière.
        L'opposition [accuse] le gouvernement de cacher les chiffres.
        Le syndicat [dénonce] une décision injuste.
        « Nous n'avons rien fait », [affirme] le directeur.
        « C'est la vérité », [assure]-t-elle.
        « Je me suis trompé », a [reconnu] l'entraîneur.
        « Rien ne changera », [martèle] le président.
        Le témoin [jure] que la porte était fermée.
        L'ONG [soutient] que deux villages ont été brûlés.
        Le procureur [certifie] que l'enquête continue.
        Le patron a [concédé] que les salaires étaient bas.
        Le général [maintient] que ses troupes n'ont pas tiré.
        Les parents [dénoncent] un scandale sanitaire.
        La ministre a [souligné] que les aides étaient versées.
        Le club [clame] qu'il est innocent.
        Le porte-parole a [garanti] que le train roulerait.
        Le député [accuse] la mairie de mentir.
        Il a [répété] que la plage était interdite.
        Le président a fait état de tensions, mais la ministre [fait valoir] que le calme revient.
        L'armée [nie] toute responsabilité dans l'attaque.
        La présidente du club a [démenti] l'information dans un tweet.
        Le géant du pétrole [conteste] les chiffres de l'ONG.
        La commune, [assure]-t-on à la préfecture, n'a pas été prévenue.
        Le bourgmestre a [confessé] qu'il avait menti au conseil.

        Le ministre dit que le pont est solide.
        La direction annonce que l'usine fermera.
        « Nous partons », a déclaré la maire.
        Selon la police, ils étaient mille.
        La police assure la sécurité du stade.
        Il assure l'intérim depuis lundi.
        Le village reconnaît son ancien maire.
        Elle soutient son équipe.
        Le juge a maintenu la peine.
        Le train maintient sa vitesse.
        « Bonjour », a dit l'enfant.
        Le porte-parole indique que le vol est retardé.
        Il explique que la route est coupée.
        Le pays a reconnu le nouvel État.
        Les ouvriers réclament une prime.
        Elle raconte son voyage.
        La mairie précise que l'eau est potable.
        Les élèves répètent la leçon.
        Le mur soutient le toit.
        Il ajoute que la pluie va cesser.
        Les secours ont confirmé leur présence au défilé.
        Le navire accuse un retard de deux jours.
        L'agence rapporte que le port est fermé.
        Le chien a révélé son flair.
        Elle a souligné le mot en rouge.
        Des images montrent que le pont s'est effondré d'un coup.
        L'étude démontre que l'air est meilleur depuis dix ans.
        « Il ne manquait plus que la neige », a ironisé le maire.
        Le conseil a rejeté la demande du promoteur.
        Un radar accuse parfois des écarts de mesure.
        Le vaccin garantit une bonne protection.
        Le rapport souligne que la digue est ancienne.
        ",
    );
}

#[test]
fn english() {
    check(
        Verb,
        English,
        "
        The minister [insists] that the bridge is safe.
        The suspect [claims] he was asleep.
        The mayor [admitted] that the levees were too low.
        The bank [acknowledged] that mistakes had been made.
        He [conceded] that wages were low.
        He [confessed] that he had lied.
        The paper [revealed] that the plant pollutes the river.
        The opposition [accused] the government of hiding the figures.
        The union [denounced] the decision as unfair.
        “We did nothing wrong,” the manager [insisted].
        “I was mistaken,” the coach [admitted].
        The group [alleges] that two villages were burned.
        The lawyer [maintains] that the door was locked.
        The general [asserted] that his troops did not fire.
        Parents [accused] the school of lying.
        “It is the truth,” she [claimed].
        The company [stressed] that no jobs would be lost.
        The senator [blamed] the flood on poor planning.
        The witness [swore] that the road was empty.
        The ministry [claimed] that the strike was over.
        Officials [conceded] that the test had failed.
        The report [reveals] that funds were missing.
        The actor [swears] that the photo was forged.
        The governor [acknowledged] that help came late.
        The club [insisted] it had paid in full.
        The army [denies] any role in the attack.
        Backers of the bill [dismissed] the mayor's fears as “baseless”.
        The firm [disputes] the watchdog's figures.
        Her lawyers have [rebutted] the charge of theft.
        The coach, who had [sworn] that he would stay, left in June.
        The ministers, the union [maintains], knew about the leak.

        The minister says that the bridge is safe.
        The firm announced that the plant will close.
        “We are leaving,” the mayor said.
        According to police, there were a thousand.
        The flood claimed twelve lives.
        He claimed his prize on Monday.
        The city maintains its roads.
        She admitted three patients to the ward.
        The school admitted fewer students.
        She blamed nobody.
        “Hello,” the child said.
        The spokesman noted that the flight is late.
        He explained that the road is cut.
        Workers demand a bonus.
        She told her story.
        The town added that the water is safe.
        The accused stayed silent.
        The mayor replied that rain would stop.
        The agency reported that the port is closed.
        He revealed his tattoo.
        They swore an oath.
        She stated that the rule applies.
        The ship maintains its speed.
        He wrote that spring was near.
        The dog acknowledged its master.
        The footage shows that the bridge fell at once.
        The study demonstrates that the air is cleaner than ten years ago.
        “All we needed was snow,” the mayor joked.
        The council rejected the developer's request.
        The vaccine guarantees good protection.
        The picture, posted on Friday, shows the man, who smiles.
        The disputed account was closed.
        ",
    );
}
