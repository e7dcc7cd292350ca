//! Scored pairs → links, groups across articles, and what stands in one article only.

use std::collections::{BTreeMap, BTreeSet};

use super::{Analysed, ClaimRef, Link, Only};
use crate::claim::DateMention;

/// Two groups join when their claims are linked at least this well on average; lower would chain
/// claims that share nothing with each other.
const JOIN_AT_LEAST: f64 = 0.34;

/// Claims joined across articles. Links are taken surest first; each claim is in at most one group.
pub(super) fn groups(links: &[Link]) -> Vec<Vec<ClaimRef>> {
    let scores: BTreeMap<(ClaimRef, ClaimRef), f64> = links.iter().map(|link| ((link.a, link.b), link.score)).collect();
    let mut groups: Vec<Vec<ClaimRef>> = Vec::new();
    let mut home: BTreeMap<ClaimRef, usize> = BTreeMap::new();
    for link in links {
        let (one, other) = (place(&mut groups, &mut home, link.a), place(&mut groups, &mut home, link.b));
        if one != other && cohesion(&groups[one], &groups[other], &scores) >= JOIN_AT_LEAST {
            let moved = std::mem::take(&mut groups[other]);
            for &claim in &moved {
                home.insert(claim, one);
            }
            groups[one].extend(moved);
        }
    }
    groups.retain(|group| group.len() > 1);
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    groups
}

fn place(groups: &mut Vec<Vec<ClaimRef>>, home: &mut BTreeMap<ClaimRef, usize>, claim: ClaimRef) -> usize {
    *home.entry(claim).or_insert_with(|| {
        groups.push(vec![claim]);
        groups.len() - 1
    })
}

/// The mean score of the links between two groups; pairs of one article do not count.
fn cohesion(one: &[ClaimRef], other: &[ClaimRef], scores: &BTreeMap<(ClaimRef, ClaimRef), f64>) -> f64 {
    let pairs = one.iter().flat_map(|&a| other.iter().map(move |&b| if a < b { (a, b) } else { (b, a) }));
    let across: Vec<f64> =
        pairs.filter(|(a, b)| a.article != b.article).map(|pair| scores.get(&pair).copied().unwrap_or(0.0)).collect();
    if across.is_empty() { 0.0 } else { across.iter().sum::<f64>() / across.len() as f64 }
}

/// For each claim and each other article where it has no link: the nearest candidate there.
pub(super) fn only(articles: &[Analysed], links: &[Link], nearest: &Nearest) -> Vec<Only> {
    let linked: BTreeSet<(ClaimRef, usize)> =
        links.iter().flat_map(|link| [(link.a, link.b.article), (link.b, link.a.article)]).collect();
    let mut only = Vec::new();
    for (article, analysed) in articles.iter().enumerate() {
        for claim in (0..analysed.claims.claims.len()).map(|claim| ClaimRef { article, claim }) {
            let others = (0..articles.len()).filter(|&other| other != article && !linked.contains(&(claim, other)));
            only.extend(others.map(|other_article| Only {
                claim,
                other_article,
                nearest: nearest.get(&(claim, other_article)).copied(),
                later: is_later(articles, claim, other_article),
            }));
        }
    }
    only
}

/// The best-scored claim of another article, by claim and article.
pub(super) type Nearest = BTreeMap<(ClaimRef, usize), (ClaimRef, f64)>;

/// Whether all that a claim dates lies after the other article's day; what was to come even for its own article is
/// an announcement, which the other might have made.
fn is_later(articles: &[Analysed], claim: ClaimRef, other: usize) -> bool {
    let day = |article: usize| articles[article].article.date.map(|date| date.to_string());
    let (own, Some(other)) = (day(claim.article), day(other)) else { return false };
    let dates = &articles[claim.article].claims.claims[claim.claim].dates;
    let mut dates = dates.iter().filter(|date| date.iso.is_some()).peekable();
    let between = |date: &DateMention| date.is_after(&other) && !own.as_ref().is_some_and(|own| date.is_after(own));
    dates.peek().is_some() && dates.all(between)
}
