//! What holds of the articles as wholes: headlines that do not meet, voices heard by one only, what is shared.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, centrality, short};
use crate::align::{ClaimRef, Link, Only};
use crate::claim::{Place, SpeakerKind, Stance};

use crate::framing::{Details, Heard, Page, Scene, Statement, StatementPart, Voice, letter};

/// What headlines weigh that have nothing in common.
const TITLES_WEIGHT: f64 = 0.9;
/// What a speaker heard by one only weighs, before their share of its speech.
const SILENCE_WEIGHT: f64 = 0.2;
/// A speaker of fewer words is hardly heard.
const LEAST_WORDS: usize = 8;
/// What a camp weighs whose verbs have no stance in common.
const CAMP_WEIGHT: f64 = 0.6;
/// Fewer verbs on a side show no habit.
const LEAST_VERBS: usize = 2;
/// More speakers or verbs than this are no sentence.
const MOST_NAMES: usize = 4;

/// Headlines of two articles that nothing in the other one answers.
pub(super) fn titles(scene: &Scene) -> Vec<Statement> {
    pairs(scene).filter_map(|(a, b)| titles_of(scene, a, b)).collect()
}

fn titles_of(scene: &Scene, a: &Page, b: &Page) -> Option<Statement> {
    let (one, other) = (title_alone(scene, a, b), title_alone(scene, b, a));
    let (rule, claims) = match (one, other) {
        (Some(one), Some(other)) => ("synthesis/titles", vec![one.claim, other.claim]),
        (Some(one), None) => ("synthesis/title-a", vec![one.claim]),
        (None, Some(other)) => ("synthesis/title-b", vec![other.claim]),
        (None, None) => return None,
    };
    let mut details = letters(a, b);
    details.extend(one.and_then(|it| Some(("words_a", short(a, scene.claim(it.claim)?.span)))));
    details.extend(other.and_then(|it| Some(("words_b", short(b, scene.claim(it.claim)?.span)))));
    let near = [one, other].into_iter().flatten().filter_map(|it| it.nearest).map(|(_, score)| score);
    let weight = TITLES_WEIGHT * (1.0 - near.fold(0.0, f64::max));
    Some(Statement { part: StatementPart::Difference, rule, details, claims, weight })
}

/// The claim of an article's headline, where the other article has no counterpart to any of the headline's.
fn title_alone<'a>(scene: &Scene<'a>, page: &Page, other: &Page) -> Option<&'a Only> {
    let claims = &page.analysed.claims.claims;
    let titles = || (0..claims.len()).filter(|&at| claims[at].place == Place::Title);
    let alone = |at: usize| {
        let own = ClaimRef { article: page.number, claim: at };
        scene.alignment.only.iter().find(|only| only.claim == own && only.other_article == other.number)
    };
    titles().all(|at| alone(at).is_some()).then(|| titles().find_map(alone)).flatten()
}

/// Speakers that one article hears and another does not, each with the article that hears them most.
pub(super) fn silences(scene: &Scene, voices: &[Voice]) -> Vec<Statement> {
    let mut speech: BTreeMap<usize, usize> = BTreeMap::new();
    for heard in voices.iter().flat_map(|voice| &voice.heard) {
        *speech.entry(heard.article).or_default() += words(heard);
    }
    let told = |voice: &Voice| {
        let named = voice.kind == SpeakerKind::Named && voice.actor.is_some();
        let heard =
            voice.heard.iter().max_by_key(|heard| words(heard)).filter(|it| named && words(it) >= LEAST_WORDS)?;
        let &(silent, times) = voice.silent.iter().max_by_key(|(_, times)| *times)?;
        let (page, other) = (scene.pages.get(heard.article)?, scene.pages.get(silent)?);
        let mut details = letters(page, other);
        details.extend([
            ("speaker", voice.name.clone()),
            ("count", words(heard).to_string()),
            ("times", times.to_string()),
        ]);
        let all = speech.get(&heard.article).copied().unwrap_or(1).max(1);
        let share = words(heard) as f64 / all as f64;
        Some(Statement {
            part: StatementPart::Difference,
            rule: if times > 0 { "synthesis/silent-named" } else { "synthesis/silent" },
            details,
            claims: refs(heard.article, &heard.claims),
            weight: SILENCE_WEIGHT + (1.0 - SILENCE_WEIGHT) * share,
        })
    };
    voices.iter().filter_map(told).collect()
}

fn words(heard: &Heard) -> usize {
    heard.words_direct + heard.words_indirect
}

/// Camps whose verbs have another stance in one article than in another.
pub(super) fn camps(scene: &Scene, found: &Found) -> Vec<Statement> {
    let mut statements = Vec::new();
    for camp in found.camps {
        let voices: Vec<&Voice> = camp.voices.iter().filter_map(|&at| found.voices.get(at)).collect();
        for (a, b) in pairs(scene) {
            let (one, other) = (verbs(&voices, a.number), verbs(&voices, b.number));
            if one.count < LEAST_VERBS || other.count < LEAST_VERBS {
                continue;
            }
            let mut details = letters(a, b);
            details.extend([("camp", camp.name.clone()), ("verbs_a", one.told()), ("verbs_b", other.told())]);
            statements.push(Statement {
                part: StatementPart::Difference,
                rule: "synthesis/camp",
                details,
                weight: CAMP_WEIGHT * one.apart(&other),
                claims: [refs(a.number, &one.claims), refs(b.number, &other.claims)].concat(),
            });
        }
    }
    statements
}

/// The verbs that one article gives to a camp.
#[derive(Default)]
struct Verbs {
    lemmas: BTreeMap<String, usize>,
    stances: BTreeMap<Stance, usize>,
    claims: Vec<usize>,
    count: usize,
}

fn verbs(voices: &[&Voice], article: usize) -> Verbs {
    let mut all = Verbs::default();
    let heard = voices.iter().flat_map(|voice| &voice.heard).filter(|heard| heard.article == article);
    for verb in heard.flat_map(|heard| &heard.verbs) {
        *all.lemmas.entry(verb.lemma.clone()).or_default() += verb.count;
        *all.stances.entry(verb.stance).or_default() += verb.count;
        all.claims.extend(&verb.claims);
        all.count += verb.count;
    }
    all.claims.sort_unstable();
    all.claims.dedup();
    all
}

impl Verbs {
    /// How far apart the stances are: half the sum of the differences of their shares, 0 to 1.
    fn apart(&self, other: &Self) -> f64 {
        let share = |verbs: &Self, stance: Stance| {
            verbs.stances.get(&stance).copied().unwrap_or(0) as f64 / verbs.count.max(1) as f64
        };
        let all = [Stance::Neutral, Stance::Insist, Stance::Doubt, Stance::Concede, Stance::Blame];
        all.into_iter().map(|stance| (share(self, stance) - share(other, stance)).abs()).sum::<f64>() / 2.0
    }

    /// The most used ones.
    fn told(&self) -> String {
        let mut lemmas: Vec<(&String, &usize)> = self.lemmas.iter().collect();
        lemmas.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
        lemmas.into_iter().take(MOST_NAMES).map(|(lemma, _)| lemma.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// How many claims of each article the other one tells too, and the surest of them.
pub(super) fn shared(scene: &Scene) -> Vec<Statement> {
    let told = |(a, b): (&Page, &Page)| {
        let between = |link: &&Link| (link.a.article, link.b.article) == (a.number, b.number);
        let links: Vec<&Link> = scene.alignment.links.iter().filter(between).collect();
        let Some(surest) = links.first() else {
            return statement(StatementPart::Shared, "synthesis/shared-none", letters(a, b), Vec::new());
        };
        let linked = |article: usize| {
            let ends = links.iter().flat_map(|link| [link.a, link.b]).filter(|end| end.article == article);
            ends.collect::<BTreeSet<ClaimRef>>().len().to_string()
        };
        let total = |page: &Page| page.analysed.claims.claims.len().to_string();
        let mut details = letters(a, b);
        details.extend([
            ("count_a", linked(a.number)),
            ("count_b", linked(b.number)),
            ("total_a", total(a)),
            ("total_b", total(b)),
        ]);
        details.extend(scene.claim(surest.a).map(|claim| ("words", short(a, claim.span))));
        statement(StatementPart::Shared, "synthesis/shared", details, vec![surest.a, surest.b])
    };
    pairs(scene).map(told).collect()
}

/// What each article tells alone: how much, and which of it stands nearest to its beginning.
pub(super) fn alone(scene: &Scene) -> Vec<Statement> {
    let both_ways = pairs(scene).flat_map(|(a, b)| [(a, b), (b, a)]);
    both_ways
        .filter_map(|(page, other)| {
            let own = |only: &&Only| only.claim.article == page.number && only.other_article == other.number;
            let told = |only: &&Only| scene.claim(only.claim).is_some_and(|it| scene.words(page.number, it.span) >= 4);
            let all: Vec<&Only> = scene.alignment.only.iter().filter(own).filter(told).collect();
            let far = |only: &&&Only| centrality(scene, only.claim) * (1.0 - only.nearest.map_or(0.0, |it| it.1));
            let body = |only: &&&Only| scene.claim(only.claim).is_some_and(|it| it.place != Place::Title);
            let first = all
                .iter()
                .filter(body)
                .max_by(|one, two| far(one).total_cmp(&far(two)).then(two.claim.cmp(&one.claim)))?;
            let mut details = letters(page, other);
            details.insert("count", all.len().to_string());
            details.insert("words", short(page, scene.claim(first.claim)?.span));
            Some(statement(StatementPart::Only, "synthesis/only", details, vec![first.claim]))
        })
        .collect()
}

/// To whom each article gives the word, those with most words first.
pub(super) fn heard(scene: &Scene, voices: &[Voice]) -> Vec<Statement> {
    let told = |page: &Page| {
        let of = |voice: &'_ Voice| voice.heard.iter().find(|heard| heard.article == page.number).cloned();
        let mut all: Vec<(&Voice, Heard)> = voices.iter().filter_map(|voice| Some((voice, of(voice)?))).collect();
        all.sort_by_key(|(_, heard)| std::cmp::Reverse(words(heard)));
        let whole = page.tokens.iter().filter(|token| token.is_word()).count().max(1);
        let said: usize = all.iter().map(|(_, heard)| words(heard)).sum();
        let mut details = Details::from([("a", letter(page.number))]);
        if all.is_empty() {
            return statement(StatementPart::Heard, "synthesis/heard-none", details, Vec::new());
        }
        let names: Vec<&str> = all.iter().take(MOST_NAMES).map(|(voice, _)| voice.name.as_str()).collect();
        let rule = if all.len() > MOST_NAMES { "synthesis/heard-more" } else { "synthesis/heard" };
        details.extend([
            ("speakers", names.join(", ")),
            ("more", all.len().saturating_sub(MOST_NAMES).to_string()),
            ("percent", format!("{:.0}", said as f64 / whole as f64 * 100.0)),
        ]);
        let claims = all.iter().take(1).flat_map(|(_, heard)| refs(page.number, &heard.claims)).collect();
        statement(StatementPart::Heard, rule, details, claims)
    };
    scene.pages.iter().map(told).collect()
}

const fn statement(part: StatementPart, rule: &'static str, details: Details, claims: Vec<ClaimRef>) -> Statement {
    Statement { part, rule, details, claims, weight: 0.0 }
}

fn letters(a: &Page, b: &Page) -> Details {
    Details::from([("a", letter(a.number)), ("b", letter(b.number))])
}

fn refs(article: usize, claims: &[usize]) -> Vec<ClaimRef> {
    claims.iter().map(|&claim| ClaimRef { article, claim }).collect()
}

/// Every two articles, in order.
fn pairs<'s, 'a>(scene: &'s Scene<'a>) -> impl Iterator<Item = (&'s Page<'a>, &'s Page<'a>)> {
    let pages = &scene.pages;
    pages.iter().enumerate().flat_map(move |(at, one)| pages[at + 1..].iter().map(move |other| (one, other)))
}
