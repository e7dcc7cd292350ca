//! The word diff: what a reader sees of two passages. `[common]`, `<1:moved>`, the rest is one's own.

use recoupe::lang::Language::{self, English, French};
use recoupe::present::{DiffRun, Passage, RunKind, with_links, word_diff};

fn shown(runs: &[DiffRun]) -> String {
    let run = |run: &DiffRun| match run.kind {
        RunKind::Own => run.text.clone(),
        RunKind::Common => format!("[{}]", run.text),
        RunKind::Moved(number) => format!("<{number}:{}>", run.text),
        RunKind::Near => format!("~{}~", run.text),
    };
    runs.iter().map(run).collect()
}

/// Checks pairs of passages as a reader sees them: a pair is two lines, pairs are parted by an empty line.
fn check(language: Language, table: &str) {
    let table: Vec<&str> = table.lines().map(str::trim).collect();
    let pairs: Vec<&[&str]> = table.split(|line| line.is_empty()).filter(|pair| pair.len() == 2).collect();
    assert!(pairs.len() >= 25, "{} pairs", pairs.len());
    let plain = |line: &str| line.replace(['[', ']', '>'], "").split('<').map(after_number).collect::<String>();
    let wrong = pairs.into_iter().filter_map(|pair| {
        let [a, b] = [plain(pair[0]), plain(pair[1])];
        let found = word_diff(passage(&a, language), passage(&b, language)).map(|runs| shown(&runs));
        (found != [pair[0], pair[1]]).then(|| format!("{}\n{}", found[0], found[1]))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "found instead:\n{}", wrong.join("\n\n"));
}

/// `1:maire` → `maire`.
fn after_number(part: &str) -> &str {
    part.split_once(':').filter(|(number, _)| number.parse::<usize>().is_ok()).map_or(part, |(_, words)| words)
}

fn passage(text: &str, language: Language) -> Passage<'_> {
    Passage { text, language }
}

#[test]
fn french() {
    check(
        French,
        "
        Le <1:maire> a annoncé [la fermeture du pont].
        [La fermeture du pont] a été annoncée par le <1:maire>.

        Il [parle de l'offensive], aujourd'hui.
        Elle [parle de l’offensive] d'hier.

        [L'opération a commencé] lundi.
        [L’OPÉRATION a commencé] mardi.

        « [Nous partirons demain] », a-t-il indiqué.
        \"[Nous partirons demain]\", a-t-elle précisé.

        [Les Etats-Unis] saluent [l'accord].
        [Les États-Unis] rejettent [l’accord].

        Le pont de la ville a fermé.
        Il faut de la patience.

        Ils étaient [45] hier, dit la police.
        On en compte [45] ici.

        [Les secours ont trouvé douze survivants] dans les <1:décombres>.
        Dans les <1:décombres>, [les secours ont trouvé douze survivants].

        <1:Lundi matin>, [le ministre a reçu les syndicats] à <2:Lyon>.
        [Le ministre a reçu] à <2:Lyon> [les syndicats] <1:lundi matin>.

        La trêve sera prolongée [jusqu'à dimanche].
        La pause se prolongera [jusqu’à dimanche] soir.

        [Kerry] appelle son homologue russe.
        Un appel de [Kerry] à Moscou.

        Qu'il s'agisse d'un accident ou d'une <1:attaque>, [l'enquête] le [dira].
        [L'enquête dira] s'il s'agit d'une <1:attaque>.

        Le <1:gouvernement> n'a pas [confirmé] ce <2:bilan>.
        Ce <2:bilan> n'a pas été [confirmé] par le <1:gouvernement>.

        C'est la plus <1:grande manifestation> [depuis dix ans].
        [Depuis dix ans], on n'avait pas vu une si <1:grande manifestation>.

        <1:Peut-être> [viendra-t-elle].
        [Viendra-t-elle] <1:peut-être> ?

        [Le cœur de la ville] est [fermé].
        [Le coeur de la ville] reste [fermé].

        Le prix du [pain] a augmenté de [3,5] %.
        Le [pain] coûte [3,5] % de plus.

        <1:Paul Ardant>, [président de la région], [a démissionné].
        Le [président de la région], <1:Paul Ardant>, [a démissionné].

        [Les troupes quitteront la région] avant l'<1:hiver>.
        Avant l'<1:hiver>, [les troupes quitteront la région].

        [Elle a dit] non.
        [Elle a dit] oui.

        [Trois personnes sont mortes].
        [Trois personnes sont mortes].

        Un texte sans rien de commun.
        Voilà tout autre chose ici.

        [Quatorze villages] sont privés [d'eau], selon la <1:préfecture>.
        Selon la <1:préfecture>, [quatorze villages] n'ont plus [d'eau].

        [Le juge a libéré l'homme] et <1:saisi la voiture>.
        [Le juge a] <1:saisi la voiture> et [libéré l'homme].

        [Œuvre d'art volée à Lille] : l'œuvre [retrouvée].
        L'[œuvre d’art volée à Lille] a été [retrouvée].

        <1:Au-delà du fleuve>, [l'armée avance].
        [L'armée avance] <1:au-delà du fleuve>.
        ",
    );
}

#[test]
fn english() {
    check(
        English,
        "
        The <1:mayor> <2:announced> the [closure of the bridge].
        The [closure of the bridge] was <2:announced> by the <1:mayor>.

        He didn't [deny] <1:Syria>'s [role].
        He doesn’t [deny] the [role] of <1:Syria>.

        “[We leave tomorrow],” she [said].
        \"[We leave tomorrow]\", [said] the minister.

        The firm will cut [45 jobs] by <1:June>.
        By <1:June>, [45 jobs] will go.

        [Rescuers found twelve survivors] in the <1:rubble>.
        In the <1:rubble>, [rescuers found twelve survivors].

        [THE TRUCE WILL HOLD].
        [The truce will hold], he hopes.

        The road to the town is in a bad state.
        It is the end of an era in the north.

        On <1:Monday> [the minister met union leaders in Leeds].
        [The minister met union leaders in Leeds] on <1:Monday>.

        [Police arrested three men] and <1:seized a car>.
        [Police] <1:seized a car> and [arrested three men].

        The well-known [singer left].
        The [singer], well known, [left].

        It's <1:o'clock> somewhere, [the captain's mate said].
        [The captain’s mate said] it was five <1:o’clock>.

        [Prices] rose [3.5 percent] in <1:June>.
        In <1:June> [prices] went up by [3.5 percent].

        [Ann Reed], the <1:mayor>, [has resigned].
        The <1:mayor>, [Ann Reed], [has resigned].

        The strike will last [until Friday].
        [Until Friday], there will be no trains.

        [No one was hurt].
        [No one was hurt].

        Nothing here is shared at all.
        Something quite different stands there.

        The <1:inquiry will tell> [whether it was an attack].
        [Whether it was an attack], the <1:inquiry will tell>.

        They could not confirm [the toll].
        [The toll] could not be confirmed.

        [She said] yes.
        [She said] no.

        [The U.N. envoy] <1:met> <2:rebels>.
        <2:Rebels> <1:met> [the U.N. envoy].

        [Fourteen villages have no water], <1:officials say>.
        <1:Officials say> [fourteen villages have no water].

        The biggest <1:march> [in ten years] filled [the square].
        [In ten years the square] had not seen such a <1:march>.

        The <1:senator> voted [against the bill].
        [Against the bill], the <1:senator> did not vote.

        [Troops will leave] before the <1:summer>.
        Before the <1:summer>, [troops will leave] the valley.

        The café [reopened].
        The cafe [reopened].

        [Kerry] calls his Russian counterpart.
        A call from [Kerry] to Moscow.
        ",
    );
}

#[test]
fn words_that_link_are_told_apart_from_ones_own() {
    let [a, _] = word_diff(
        passage("Kerry appelle son homologue.", French),
        passage("Un coup de fil de Kerry à son collègue.", French),
    );
    insta::assert_snapshot!(shown(&with_links(a, &["homologue", "son h"])), @"[Kerry] appelle son ~homologue~.");
}

/// Runs without the numbers of what moved, which follow the first passage.
fn texts(runs: &[DiffRun]) -> Vec<(String, std::mem::Discriminant<RunKind>)> {
    runs.iter().map(|run| (run.text.clone(), std::mem::discriminant(&run.kind))).collect()
}

proptest::proptest! {
    #[test]
    fn nothing_is_lost(a in "\\PC{0,80}", b in "\\PC{0,80}") {
        let [left, right] = word_diff(passage(&a, French), passage(&b, French));
        let join = |runs: &[DiffRun]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        proptest::prop_assert_eq!(join(&left), a);
        proptest::prop_assert_eq!(join(&right), b);
    }

    #[test]
    fn exchanging_the_passages_exchanges_the_results(a in "([a-d]{1,2}ette|de|la|,|45)( ([a-d]{1,2}ette|de|la|,|45)){0,12}", b in "([a-d]{1,2}ette|de|la|,|45)( ([a-d]{1,2}ette|de|la|,|45)){0,12}") {
        let [a_first, b_second] = word_diff(passage(&a, French), passage(&b, French));
        let [b_first, a_second] = word_diff(passage(&b, French), passage(&a, French));
        proptest::prop_assert_eq!(texts(&a_first), texts(&a_second));
        proptest::prop_assert_eq!(texts(&b_first), texts(&b_second));
    }

    #[test]
    fn what_moved_has_two_places(a in "([a-d]{1,2}ette|de|45)( ([a-d]{1,2}ette|de|la|45)){0,12}", b in "([a-d]{1,2}ette|de|45)( ([a-d]{1,2}ette|de|la|45)){0,12}") {
        let moved = |runs: &[DiffRun]| {
            let mut texts: Vec<(usize, String)> = runs.iter().filter_map(|run| match run.kind {
                RunKind::Moved(number) => Some((number, run.text.clone())),
                _ => None,
            }).collect();
            texts.sort();
            texts
        };
        let [left, right] = word_diff(passage(&a, French), passage(&b, French));
        proptest::prop_assert_eq!(moved(&left), moved(&right));
    }
}
