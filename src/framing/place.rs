//! `place`: the same claim early here, late there.
//!
//! # What it marks
//! A claim that one article tells in its headline, introduction or first words, and the other only past
//! its middle. Where a claim is told several times, its first time counts.
//!
//! # Why a reader cares
//! People mostly read the beginning; what comes first seems to matter more.
//!
//! # Example
//! In one headline, on the other's last line.
//!
//! # Does not mark
//! Small differences in order; articles too short to have a late part; links that are only likely.
//!
//! # Limits and measured precision
//! Articles without a title or lead are judged by position alone. A wrong link makes a wrong difference.
//! Judged on the development events (`docs/precision`): fr 2 of 2 right, en 2 of 2.
//!
//! # Source
//! Pan & Kosicki 1993, syntactical structures; the inverted pyramid.

use std::collections::BTreeMap;

use super::{Difference, FramingKind, Linked, Scene, Side};
use crate::align::{ClaimRef, EvidenceKind};
use crate::claim::{Claim, Place};

/// Up to this share of the text a claim stands early, from the other one on late. Wide apart, so that
/// only order that a reader would call different is marked.
const EARLY_SHARE: f64 = 0.15;
const LATE_SHARE: f64 = 0.5;
/// Links less sure than this don't carry a difference that spans a whole article…
const SURE_SCORE: f64 = 0.7;
/// …nor those that rest on names more than on this share of other words…
const LEAST_CONTENT_SHARE: f64 = 0.4;
/// …nor do claims of fewer words: a name alone comes back everywhere.
const LEAST_WORDS: usize = 5;
/// Articles with fewer claims have no late part worth the name.
const LEAST_CLAIMS: usize = 6;

/// One difference a group of claims and pair of articles, at most.
pub(super) fn differences(scene: &Scene) -> Vec<Difference> {
    let first = first_places(scene);
    scene.links().filter(|linked| is_first(&first, linked)).filter_map(|linked| difference(scene, &linked)).collect()
}

/// For each claim, the first claim of its own article that tells the same.
fn first_places(scene: &Scene) -> BTreeMap<ClaimRef, ClaimRef> {
    let mut first = BTreeMap::new();
    for group in &scene.alignment.groups {
        for &claim in group {
            let own = group.iter().filter(|other| other.article == claim.article);
            let earliest = own.min_by_key(|&&other| scene.claim(other).map(|it| it.span.start));
            first.extend(earliest.map(|&earliest| (claim, earliest)));
        }
    }
    first
}

fn is_first(first: &BTreeMap<ClaimRef, ClaimRef>, linked: &Linked) -> bool {
    let own = |claim: ClaimRef| first.get(&claim).is_none_or(|&earliest| earliest == claim);
    own(linked.link.a) && own(linked.link.b)
}

fn difference(scene: &Scene, linked: &Linked) -> Option<Difference> {
    let (a, b) = (position(scene, linked.link.a, linked.a)?, position(scene, linked.link.b, linked.b)?);
    let long = |number: ClaimRef, claim: &Claim| scene.words(number.article, claim.span) >= LEAST_WORDS;
    if linked.link.score < SURE_SCORE
        || content_share(scene, linked) < LEAST_CONTENT_SHARE
        || !long(linked.link.a, linked.a)
        || !long(linked.link.b, linked.b)
    {
        return None;
    }
    let apart = early(linked.a, a) && late(linked.b, b) || late(linked.a, a) && early(linked.b, b);
    apart.then(|| {
        let sides = (side(linked.a), side(linked.b));
        let mut found = linked.difference(FramingKind::Place, "place/order", sides);
        found.details.extend([
            ("place_a", name(linked.a.place).to_owned()),
            ("place_b", name(linked.b.place).to_owned()),
            ("percent_a", format!("{:.0}", a * 100.0)),
            ("percent_b", format!("{:.0}", b * 100.0)),
        ]);
        found
    })
}

/// How much of a link's evidence is other than names: words in small letters, and numbers.
fn content_share(scene: &Scene, linked: &Linked) -> f64 {
    let Some(page) = scene.pages.get(linked.link.a.article) else { return 0.0 };
    let content = linked.link.evidence.iter().filter(|it| !it.a.of(page.text).starts_with(char::is_uppercase));
    content.filter(|it| !matches!(it.kind, EvidenceKind::Name | EvidenceKind::Speaker)).map(|it| it.weight).sum()
}

/// The share of the text that stands before a claim; none for an article too short to tell.
fn position(scene: &Scene, number: ClaimRef, claim: &Claim) -> Option<f64> {
    let page = scene.pages.get(number.article)?;
    let long = page.analysed.claims.claims.len() >= LEAST_CLAIMS;
    long.then(|| claim.span.start as f64 / page.text.len().max(1) as f64)
}

fn early(claim: &Claim, position: f64) -> bool {
    matches!(claim.place, Place::Title | Place::Lead) || position <= EARLY_SHARE
}

fn late(claim: &Claim, position: f64) -> bool {
    claim.place == Place::Body && position >= LATE_SHARE
}

fn side(claim: &Claim) -> Side {
    Side { span: Some(claim.span), value: Some(name(claim.place).to_owned()) }
}

const fn name(place: Place) -> &'static str {
    match place {
        Place::Title => "title",
        Place::Lead => "lead",
        Place::Body => "body",
    }
}
