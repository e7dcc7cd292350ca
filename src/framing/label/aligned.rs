//! Words that linked claims put side by side.
//!
//! Some nouns are too broad to be compared all over two texts: « accord », « dossier ». They count where a linked
//! claim has another noun of the same family in their place. Nouns of no family count where the alignment found
//! them near in meaning, if the link is sure enough and neither claim has both.

use std::collections::BTreeMap;

use super::name::{MOST_ADJECTIVES, Name, Referent, with_adjectives};
use super::noun::{Noun, noun};
use crate::align::EvidenceKind;
use crate::framing::{Linked, Page, Scene};
use crate::lang::{List, Pos};
use crate::text::Span;

/// From this score a link says that its words stand for one another. Judged on half of the development events.
const ALIGNED_FROM: f64 = 0.5;

/// Where words count that only count inside linked claims that put them side by side.
pub(super) struct Paired {
    spans: BTreeMap<usize, Vec<Span>>,
}

impl Paired {
    pub(super) fn new(scene: &Scene) -> Self {
        let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for linked in scene.links() {
            for (article, span) in pair(scene, &linked) {
                spans.entry(article).or_default().push(span);
            }
        }
        for spans in spans.values_mut() {
            spans.sort();
            spans.dedup();
        }
        Self { spans }
    }

    /// Whether a phrase holds one of those words.
    pub(super) fn holds(&self, article: usize, span: Span) -> bool {
        let Some(spans) = self.spans.get(&article) else { return false };
        let first = spans.partition_point(|it| it.start < span.start);
        spans[first..].iter().take_while(|it| it.start < span.end).any(|it| span.contains(*it))
    }
}

/// The words of two linked claims that are of one family and not the same.
fn pair(scene: &Scene, linked: &Linked) -> Vec<(usize, Span)> {
    let nouns = |article: usize, span: Span| -> Vec<(usize, Span, Noun)> {
        let Some(page) = scene.pages.get(article) else { return Vec::new() };
        let found = page.tokens_of(span).filter_map(|at| noun(page, at));
        found.map(|it| (article, page.span(it.from, it.to), it)).collect()
    };
    let a = nouns(linked.link.a.article, linked.a.span);
    let b = nouns(linked.link.b.article, linked.b.span);
    // A word that both use says that they name it alike; its families are then no contrast here.
    let both = a.iter().filter(|one| b.iter().any(|other| one.2.key == other.2.key));
    let alike: Vec<&'static str> = both.flat_map(|one| one.2.families.clone()).collect();
    let contrasts = |one: &Noun, all: &[(usize, Span, Noun)]| {
        one.families.iter().any(|family| !alike.contains(family) && all.iter().any(|it| it.2.families.contains(family)))
    };
    let left = a.iter().filter(|one| contrasts(&one.2, &b));
    let right = b.iter().filter(|one| contrasts(&one.2, &a));
    left.chain(right).map(|(article, span, _)| (*article, *span)).collect()
}

/// Nouns near in meaning that linked claims have in each other's place; those that share a word name the same.
pub(super) fn names(scene: &Scene) -> Vec<Name> {
    let pairs: Vec<[Near; 2]> = scene.links().flat_map(|linked| near(scene, &linked)).collect();
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for [one, other] in &pairs {
        let known = [one, other].map(|it| groups.get(&it.key).copied());
        let group = known.iter().flatten().min().copied().unwrap_or(groups.len());
        for merged in known.into_iter().flatten() {
            groups.values_mut().filter(|it| **it == merged).for_each(|it| *it = group);
        }
        groups.insert(one.key.clone(), group);
        groups.insert(other.key.clone(), group);
    }
    let names = pairs.iter().flatten().filter_map(|it| {
        let page = scene.pages.get(it.article)?;
        let (from, to) = with_adjectives(page, it.at, it.at + 1);
        let (span, head) = (page.span(from, to), page.span(it.at, it.at + 1));
        let referent = Referent::Aligned(*groups.get(&it.key)?);
        Some(Name { article: it.article, span, head, proper: false, key: it.key.clone(), referent })
    });
    names.collect()
}

/// A noun of a linked claim.
struct Near {
    article: usize,
    at: usize,
    /// Its dictionary form.
    key: String,
}

fn near(scene: &Scene, linked: &Linked) -> Vec<[Near; 2]> {
    if linked.link.score < ALIGNED_FROM {
        return Vec::new();
    }
    let articles = [linked.link.a.article, linked.link.b.article];
    let (Some(a), Some(b)) = (scene.pages.get(articles[0]), scene.pages.get(articles[1])) else { return Vec::new() };
    let said = |page: &Page, span: Span, key: &str| page.tokens_of(span).any(|at| lemma(page, at) == key);
    let pair = |(one, other): (Span, Span)| {
        let (one, other) = (common_noun(a, one)?, common_noun(b, other)?);
        let both = said(a, linked.a.span, &other.key) || said(b, linked.b.span, &one.key);
        let alike = a.tags[one.at].plural == b.tags[other.at].plural && is_owned(a, one.at) == is_owned(b, other.at);
        // Names that are both listed are compared by their families, or known as names of different things.
        let listed = holding(a, one.at).is_some() && holding(b, other.at).is_some();
        (!both && alike && !listed && one.key != other.key).then_some([one, other])
    };
    let reasons = linked.link.evidence.iter().filter(|it| it.kind == EvidenceKind::Synonym);
    reasons.filter_map(|it| pair((it.a, it.b))).collect()
}

/// The listed name that a token is part of.
fn holding(page: &Page, at: usize) -> Option<Noun> {
    (at.saturating_sub(MOST_ADJECTIVES)..=at).filter_map(|from| noun(page, from)).find(|it| it.to > at)
}

/// Whether a possessive stands before a noun: « ses avocats » are somebody's.
fn is_owned(page: &Page, at: usize) -> bool {
    let (from, _) = with_adjectives(page, at, at + 1);
    let before = from.checked_sub(1).and_then(|it| page.lexicon.list(List::Determiners).get(page.fold(it)));
    before.is_some_and(|entry| entry.fields.get(2) == Some(&"possessive"))
}

/// The noun that a reason of a link points at; none for a verb, an adjective, a name or several words.
fn common_noun(page: &Page, span: Span) -> Option<Near> {
    let tokens = page.tokens_of(span);
    let at = tokens.start;
    let plain = tokens.len() == 1 && !page.tokens[at].is_capitalised(page.text);
    let stands = plain && page.likeliest(at) == Some(Pos::Noun) && !page.tags[at].finite;
    let carries = stands && page.entry(List::FunctionWords, at).is_none() && page.entry(List::Numbers, at).is_none();
    carries.then(|| Near { article: page.number, at, key: lemma(page, at) })
}

fn lemma(page: &Page, at: usize) -> String {
    let readings = page.readings(at);
    let noun = readings.iter().find(|it| it.pos == Pos::Noun).or_else(|| readings.first());
    noun.map_or_else(|| page.fold(at).to_owned(), |it| it.lemma.to_owned())
}
