//! How surely it is told: sentences with their rung and the words that set it, and sentences that look alike but do not.

use std::fmt::Write as _;

use recoupe::lang::Language;

use crate::attribution::{article, claims};

/// Each line is an article of its own; below it the rung of each claim and its cues.
fn show(language: Language, lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        let _ = writeln!(out, "{line}");
        for claim in claims(&article(language, line)) {
            let _ = write!(out, "    {:?}", claim.certainty);
            for cue in &claim.cues {
                let _ = write!(out, " [{} {}]", cue.rule, cue.span.of(line));
            }
            out.push('\n');
        }
    }
    out
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn french() {
    insta::assert_snapshot!(show(Language::French, "\
Le ministre aurait rencontré deux fois le banquier.
Trois soldats seraient morts dans l'attaque.
Le suspect se serait rendu à la police.
Selon la presse, le contrat vaudrait dix millions.
S'il avait su, il serait parti plus tôt.
Si la pluie tombait, la récolte serait sauvée.
Je voudrais remercier les bénévoles.
Nous aimerions une réponse rapide.
Le maire a dit qu'il viendrait samedi.
Elle pensait que le train partirait à l'heure.
Sans les pompiers, la maison aurait brûlé.
Il aurait pu prévenir les voisins.
Il aurait dû fermer la porte.
La loi pourrait être votée en mai.
Le train devrait arriver à midi.
Ce serait une erreur de partir.
Il serait utile de reporter le vote.
L'avion a peut-être touché un câble.
L'homme semble avoir perdu le contrôle.
Il est possible que la digue cède.
Le conducteur a probablement freiné trop tard.
La Russie dément avoir fourni les armes.
Le gouvernement nie que la route soit coupée.
Le pont n'est pas fermé.
Aucun blessé n'a été signalé.
L'accusé prétend que la lettre est fausse.
La commission a révélé que les comptes étaient faux.
Le maire regrette que la fête soit annulée.
Le maire a dit que la fête était annulée.
Les soldats veulent « pacifier » la vallée.
« La vallée est calme, peut-être », a dit le général.
Le général aurait répondu que la vallée était calme.
Les juges estiment que la somme aurait été versée en Suisse.
L'épave risque de polluer la plage.
Le tireur présumé a été arrêté.
Il paraît que la mairie va vendre le stade.
Qui aurait parié sur une telle victoire ?
Le directeur aurait aimé une autre fin.
La fusion coûterait trop cher, si elle avait lieu.
On aurait dit un orage."), @r#"
    Le ministre aurait rencontré deux fois le banquier.
        Conditional [conditional/journalistic aurait rencontré]
    Trois soldats seraient morts dans l'attaque.
        Conditional [conditional/journalistic seraient morts]
    Le suspect se serait rendu à la police.
        Conditional [conditional/journalistic serait rendu]
    Selon la presse, le contrat vaudrait dix millions.
        Conditional [conditional/journalistic vaudrait]
    S'il avait su, il serait parti plus tôt.
        Asserted
    Si la pluie tombait, la récolte serait sauvée.
        Asserted
    Je voudrais remercier les bénévoles.
        Asserted
    Nous aimerions une réponse rapide.
        Asserted
    Le maire a dit qu'il viendrait samedi.
        Attributed
    Elle pensait que le train partirait à l'heure.
        Attributed
    Sans les pompiers, la maison aurait brûlé.
        Asserted
    Il aurait pu prévenir les voisins.
        Asserted
    Il aurait dû fermer la porte.
        Asserted
    La loi pourrait être votée en mai.
        Hedged [hedge/modal pourrait]
    Le train devrait arriver à midi.
        Hedged [hedge/attitude devrait]
    Ce serait une erreur de partir.
        Asserted
    Il serait utile de reporter le vote.
        Asserted
    L'avion a peut-être touché un câble.
        Hedged [hedge/adverb peut-être]
    L'homme semble avoir perdu le contrôle.
        Hedged [hedge/verb semble]
    Il est possible que la digue cède.
        Hedged [hedge/modal Il est possible]
    Le conducteur a probablement freiné trop tard.
        Hedged [hedge/adverb probablement]
    La Russie dément avoir fourni les armes.
        Denied [denied/verb dément]
    Le gouvernement nie que la route soit coupée.
        Denied [denied/verb nie]
    Le pont n'est pas fermé.
        Asserted
    Aucun blessé n'a été signalé.
        Asserted
    L'accusé prétend que la lettre est fausse.
        Distanced [distance/verb prétend]
    La commission a révélé que les comptes étaient faux.
        Presupposed [presupposed/factive révélé]
    Le maire regrette que la fête soit annulée.
        Presupposed [presupposed/factive regrette]
    Le maire a dit que la fête était annulée.
        Attributed
    Les soldats veulent « pacifier » la vallée.
        Asserted [distance/quotes « pacifier »]
    « La vallée est calme, peut-être », a dit le général.
        Attributed
    Le général aurait répondu que la vallée était calme.
        Conditional [conditional/journalistic aurait répondu]
    Les juges estiment que la somme aurait été versée en Suisse.
        Conditional [conditional/journalistic aurait été versée]
    L'épave risque de polluer la plage.
        Hedged [hedge/modal risque de]
    Le tireur présumé a été arrêté.
        Hedged [hedge/attitude présumé]
    Il paraît que la mairie va vendre le stade.
        Hedged [hedge/report Il paraît]
    Qui aurait parié sur une telle victoire ?
        Asserted
    Le directeur aurait aimé une autre fin.
        Asserted
    La fusion coûterait trop cher, si elle avait lieu.
        Asserted
    On aurait dit un orage.
        Asserted
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one snapshot, read as a list")]
fn english() {
    insta::assert_snapshot!(show(Language::English, "\
The minister reportedly met the banker twice.
The suspect is said to have fled abroad.
He said to reporters that he was tired.
The bridge may be closed until June.
The bridge was closed in May.
The law could pass by spring.
She could not open the door.
The man appears to have lost control.
The man appeared on stage at nine.
Perhaps the pilot hit a cable.
The driver probably braked too late.
The plan is likely to fail.
Russia denies supplying the weapons.
The government denied that the road was closed.
The bridge is not closed.
No injuries were reported.
The defendant claims that the letter is a forgery.
The inquiry revealed that the accounts were false.
The mayor said that the feast was cancelled.
Soldiers want to \"pacify\" the valley.
\"The valley is quiet, perhaps,\" the general said.
The train is expected to arrive at noon.
The gunman allegedly bought the rifle online.
The leader is believed to be hiding in the hills.
It is possible that the dam will break.
The mayor might resign this week.
The might of the army was on display.
The suspected gunman was arrested.
He seems tired.
The tool seems of little use to farmers.
The union says the deal may collapse.
\"May I leave?\" she asked.
The prosecutor alleges the money went to Geneva.
The minister admitted that the figures were wrong.
Officials know that the wall is weak.
If the dam broke, the valley would flood.
Maybe the vote will be delayed.
Apparently the doors were locked.
The doors were locked.
The firm is presumably bankrupt."), @r#"
    The minister reportedly met the banker twice.
        Hedged [hedge/report reportedly]
    The suspect is said to have fled abroad.
        Hedged [hedge/report said to]
    He said to reporters that he was tired.
        Attributed
    The bridge may be closed until June.
        Hedged [hedge/modal may]
    The bridge was closed in May.
        Asserted
    The law could pass by spring.
        Hedged [hedge/modal could]
    She could not open the door.
        Asserted
    The man appears to have lost control.
        Hedged [hedge/verb appears to]
    The man appeared on stage at nine.
        Asserted
    Perhaps the pilot hit a cable.
        Hedged [hedge/adverb Perhaps]
    The driver probably braked too late.
        Hedged [hedge/adverb probably]
    The plan is likely to fail.
        Hedged [hedge/attitude likely to]
    Russia denies supplying the weapons.
        Denied [denied/verb denies]
    The government denied that the road was closed.
        Denied [denied/verb denied]
    The bridge is not closed.
        Asserted
    No injuries were reported.
        Asserted
    The defendant claims that the letter is a forgery.
        Distanced [distance/verb claims]
    The inquiry revealed that the accounts were false.
        Presupposed [presupposed/factive revealed]
    The mayor said that the feast was cancelled.
        Attributed
    Soldiers want to "pacify" the valley.
        Asserted [distance/quotes "pacify"]
    "The valley is quiet, perhaps," the general said.
        Attributed
    The train is expected to arrive at noon.
        Hedged [hedge/attitude expected to]
    The gunman allegedly bought the rifle online.
        Hedged [hedge/report allegedly]
    The leader is believed to be hiding in the hills.
        Hedged [hedge/report believed to]
    It is possible that the dam will break.
        Hedged [hedge/modal It is possible]
    The mayor might resign this week.
        Hedged [hedge/modal might]
    The might of the army was on display.
        Asserted
    The suspected gunman was arrested.
        Hedged [hedge/attitude suspected]
    He seems tired.
        Hedged [hedge/verb seems]
    The tool seems of little use to farmers.
        Hedged [hedge/verb seems]
    The union says the deal may collapse.
        Hedged [hedge/modal may]
    "May I leave?" she asked.
        Attributed
    The prosecutor alleges the money went to Geneva.
        Distanced [distance/verb alleges]
    The minister admitted that the figures were wrong.
        Presupposed [presupposed/factive admitted]
    Officials know that the wall is weak.
        Presupposed [presupposed/factive know]
    If the dam broke, the valley would flood.
        Asserted
    Maybe the vote will be delayed.
        Hedged [hedge/adverb Maybe]
    Apparently the doors were locked.
        Hedged [hedge/adverb Apparently]
    The doors were locked.
        Asserted
    The firm is presumably bankrupt.
        Hedged [hedge/adverb presumably]
    "#);
}
