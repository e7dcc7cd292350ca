//! `figure`: the same thing counted, with another value.
//!
//! # What it marks
//! The same thing counted or measured in linked claims, whatever each calls it. Where the values differ it says what
//! explains the gap: a bound, an approximation, rounding, another date (of the facts or of the article), another
//! source, another scope; that both cannot hold; or that the texts don't say.
//!
//! # Why a reader cares
//! Two different figures can both be right; and the choice of the figure is part of the story.
//!
//! # Example
//! « au moins 45 morts » / « une cinquantaine de morts » · "at least 45 dead" / "some 50 dead".
//!
//! # Does not mark
//! Numbers that count different things; several numbers of one unit that can't be paired; numbers more than
//! three times apart, or with no word in common beside them; a number that some other linked claim repeats.
//!
//! # Limits and measured precision
//! What is counted is one word and what befell them one more; finer scope shows only right beside the number.
//! Judged on the development events (`docs/precision`): fr 6 of 6 right; none was found in English.
//!
//! # Source
//! White & Cardie 2002 (RIPTIDES), summarising conflicting reports.

mod counted;
mod reason;

use std::collections::{BTreeMap, BTreeSet};

use super::{Details, Difference, FigurePair, FramingKind, Linked, Mark, Page, Scene, Side, letter};
use crate::claim::{Claim, Quantity};
use crate::lang::{List, Pos};
use crate::text::Span;
use counted::{Counted, counted};

/// Numbers further apart than this hardly count the same thing.
const MOST_RATIO: f64 = 3.0;
/// How far around a number its neighbours stand, in tokens.
const AROUND_TOKENS: usize = 6;
/// From this probability on, claims that count one listed thing need no other word in common beside the number.
const SURE_SCORE: f64 = 0.6;

/// The pairs of quantities that linked claims both give, each once.
pub(super) fn pairs(scene: &Scene) -> Vec<FigurePair> {
    let mut pairs: Vec<FigurePair> = scene.links().flat_map(|linked| equal_pairs(scene, &linked)).collect();
    let ends = |pair: &FigurePair| {
        let link = &scene.alignment.links[pair.link];
        [(link.a.article, pair.a.span, link.b.article), (link.b.article, pair.b.span, link.a.article)]
    };
    // What is told alike somewhere is not told differently elsewhere.
    let mut settled: BTreeSet<(usize, Span, usize)> = pairs.iter().flat_map(ends).collect();
    for pair in scene.links().flat_map(|linked| unequal_pairs(scene, &linked)) {
        let ends = ends(&pair);
        if !ends.iter().any(|end| settled.contains(end)) {
            settled.extend(ends);
            pairs.push(pair);
        }
    }
    let mut seen = BTreeSet::new();
    pairs.retain(|pair| seen.insert(ends(pair)));
    pairs.sort_by_key(|pair| (pair.link, pair.a.span));
    pairs
}

fn both<'a>(scene: &Scene, linked: &Linked<'a>) -> (Vec<Counted<'a>>, Vec<Counted<'a>>) {
    (counted(scene, linked.link.a.article, linked.a), counted(scene, linked.link.b.article, linked.b))
}

/// The numbers that both claims give with the same value, of the same thing.
fn equal_pairs(scene: &Scene, linked: &Linked) -> Vec<FigurePair> {
    let (left, mut right) = both(scene, linked);
    let mut pairs = Vec::new();
    for a in &left {
        if let Some(at) = right.iter().position(|b| a.alike(b) && a.equals(b)) {
            pairs.push(pair(scene, linked, a, &right.remove(at)));
        }
    }
    pairs
}

/// The numbers of one thing that differ, where each claim has only one of it, they are of one order of size, and what
/// stands around them is about the same.
fn unequal_pairs(scene: &Scene, linked: &Linked) -> Vec<FigurePair> {
    let (left, right) = both(scene, linked);
    let (one_a, one_b) = (alone(&left), alone(&right));
    let met = |a: &Counted, b: &Counted| {
        let sure = a.listed && b.listed && linked.link.score >= SURE_SCORE;
        let about_one = || sure || !named_apart(scene, linked) && near_alike(scene, linked, a, b);
        a.alike(b) && !a.equals(b) && comparable(a, b) && about_one()
    };
    let things = one_a.iter().filter_map(|(what, a)| Some(((*a)?, (*one_b.get(what)?)?)));
    things.filter(|(a, b)| met(a, b)).map(|(a, b)| pair(scene, linked, a, b)).collect()
}

/// The one number of each thing; none where a thing is counted several times.
fn alone<'a, 'b>(all: &'b [Counted<'a>]) -> BTreeMap<&'b str, Option<&'b Counted<'a>>> {
    let mut by_unit: BTreeMap<&str, Option<&Counted>> = BTreeMap::new();
    for counted in all {
        let Some(what) = counted.what.as_deref() else { continue };
        by_unit.entry(what).and_modify(|known| *known = None).or_insert(Some(counted));
    }
    by_unit
}

fn comparable(a: &Counted, b: &Counted) -> bool {
    let (low, high) = (a.value.min(b.value), a.value.max(b.value));
    low > 0.0 && high / low <= MOST_RATIO
}

/// Whether each claim names someone or some place, and none is named in both: they may tell of two events.
fn named_apart(scene: &Scene, linked: &Linked) -> bool {
    let named = |article: usize, claim: &Claim| -> BTreeSet<usize> {
        let mentions = scene.pages.get(article).map_or(&[][..], |page| &page.analysed.claims.mentions);
        let actors = claim.mentions.iter().filter_map(|&at| Some(mentions.get(at)?.actor));
        actors.filter_map(|actor| scene.shared_actor(article, actor)).collect()
    };
    let (one, other) = (named(linked.link.a.article, linked.a), named(linked.link.b.article, linked.b));
    !one.is_empty() && !other.is_empty() && one.is_disjoint(&other)
}

/// Whether a content word beside one number also stands beside the other.
fn near_alike(scene: &Scene, linked: &Linked, a: &Counted, b: &Counted) -> bool {
    let around = |article: usize, claim: &Claim, it: &Counted| -> BTreeSet<&str> {
        scene.pages.get(article).map(|page| neighbours(page, claim, it.quantity)).unwrap_or_default()
    };
    let (one, other) = (around(linked.link.a.article, linked.a, a), around(linked.link.b.article, linked.b, b));
    one.intersection(&other).next().is_some()
}

/// The lemmas of nouns, verbs and adjectives around a number, inside its claim.
fn neighbours<'a>(page: &Page<'a>, claim: &Claim, quantity: &Quantity) -> BTreeSet<&'a str> {
    let (own, all) = (page.tokens_of(quantity.span), page.tokens_of(claim.span));
    let before = own.start.saturating_sub(AROUND_TOKENS).max(all.start)..own.start;
    let after = own.end..all.end.min(own.end + AROUND_TOKENS).max(own.end);
    let content = |at: &usize| {
        !page.tokens[*at].is_capitalised(page.text)
            && page.lexicon.list(List::FunctionWords).get(page.fold(*at)).is_none()
            && matches!(page.likeliest(*at), Some(Pos::Noun | Pos::Verb | Pos::Adjective))
    };
    let lemma = |at: usize| page.readings(at).first().map(|it| it.lemma);
    before.chain(after).filter(content).filter_map(lemma).collect()
}

fn pair(scene: &Scene, linked: &Linked, a: &Counted, b: &Counted) -> FigurePair {
    let (relation, rule) = reason::relation(scene, linked, a, b);
    let (a, b) = (a.quantity.clone(), b.quantity.clone());
    let details = details(scene, linked, &a, &b);
    FigurePair { link: linked.number, a, b, relation, rule, details }
}

/// What the sentence of a pair is filled with.
fn details(scene: &Scene, linked: &Linked, a: &Quantity, b: &Quantity) -> Details {
    let (link, page) = (linked.link, |article: usize| scene.pages.get(article));
    let words = |article: usize, it: &Quantity| page(article).map(|page| page.words(it.span)).unwrap_or_default();
    let mut details = Details::from([
        ("a", letter(link.a.article)),
        ("b", letter(link.b.article)),
        ("figure_a", words(link.a.article, a)),
        ("figure_b", words(link.b.article, b)),
    ]);
    let day = |article: usize| page(article)?.analysed.article.date.map(|day| day.to_string());
    details.extend(day(link.a.article).map(|day| ("day_a", day)));
    details.extend(day(link.b.article).map(|day| ("day_b", day)));
    details.extend(linked.a.speaker.as_ref().map(|it| ("source_a", it.name.clone())));
    details.extend(linked.b.speaker.as_ref().map(|it| ("source_b", it.name.clone())));
    details
}

/// Both numbers of each pair that differs.
pub(super) fn marks(scene: &Scene, pairs: &[FigurePair]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (pair, rule) in pairs.iter().filter_map(|pair| Some((pair, pair.rule?))) {
        let link = &scene.alignment.links[pair.link];
        for (article, quantity) in [(link.a.article, &pair.a), (link.b.article, &pair.b)] {
            let Some(page) = scene.pages.get(article) else { continue };
            let mut mark = page.mark(FramingKind::Figure, rule, quantity.span, quantity.span);
            mark.details.extend(pair.details.clone());
            marks.push(mark);
        }
    }
    marks
}

/// One difference a pair that differs.
pub(super) fn differences(scene: &Scene, pairs: &[FigurePair]) -> Vec<Difference> {
    let side = |it: &Quantity| Side { span: Some(it.span), value: Some(it.value.to_string()) };
    let told = pairs.iter().filter_map(|pair| {
        let sides = (side(&pair.a), side(&pair.b));
        let mut found = scene.linked(pair.link)?.difference(FramingKind::Figure, pair.rule?, sides);
        found.details.extend(pair.details.clone());
        Some(found)
    });
    told.collect()
}
