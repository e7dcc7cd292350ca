//! Synthesis: the few differences that matter most, what is shared, what is told by one only, and who is heard.
//!
//! # What it tells
//! At most [`MOST_POINTS`] differences, each one sentence made of what the engine found, and for each article what the
//! others share of it, what it tells alone and to whom it gives the word.
//!
//! # How differences are ranked
//! By weight, never by how many marks there are. A difference between linked claims weighs *centrality* × *probability*
//! × *size*: how near the claim stands to the beginning of either article (headline 1, introduction .9, body .8 down to
//! .3 at its end), how sure the link is, and how far apart the two tellings are ([`size`]). Headlines that do not meet
//! weigh how far they are from meeting; a speaker heard by one only, their share of its speech; a camp, how far apart the
//! stances of its verbs are. Of equal kind, and of equal claims, only the weightiest is told.
//!
//! # Does not tell
//! Anything that no mark, link or count stands for: sentences are templates of `messages.tsv`, filled with words of the
//! articles. It says no outlet is right.
//!
//! # Source
//! Pan & Kosicki 1993 for prominence as a framing device; the weights are ours, stated here and moved by nothing else.

mod size;
mod whole;

use std::collections::BTreeSet;

use super::{Camp, Details, Difference, FramingKind, Linked, Page, Scene, Statement, StatementPart, Voice};
use crate::align::{ClaimRef, Relation};
use crate::claim::{Claim, Place};
use crate::text::Span;

/// More differences than this are no synthesis.
const MOST_POINTS: usize = 3;
/// Weights of a claim by its place; in the body from the first to the last line.
const TITLE_WEIGHT: f64 = 1.0;
const LEAD_WEIGHT: f64 = 0.9;
const FIRST_LINE_WEIGHT: f64 = 0.8;
const LAST_LINE_WEIGHT: f64 = 0.3;
/// Words of a claim told in a sentence; more are cut.
const MOST_WORDS: usize = 16;

/// What the rest of framing found.
pub(super) struct Found<'a> {
    pub(super) differences: &'a [Difference],
    pub(super) voices: &'a [Voice],
    pub(super) camps: &'a [Camp],
}

/// The weightiest differences, then what is shared, told alone and said by whom, pair by pair.
pub(super) fn statements(scene: &Scene, found: &Found) -> Vec<Statement> {
    let mut points: Vec<Statement> = found.differences.iter().filter_map(|it| point(scene, it)).collect();
    points.extend(scene.links().filter_map(|linked| clash(scene, &linked)));
    points.extend(whole::titles(scene));
    points.extend(whole::silences(scene, found.voices));
    points.extend(whole::camps(scene, found));
    points.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.claims.cmp(&other.claims)));
    let (mut told, mut claims) = (BTreeSet::new(), BTreeSet::new());
    let fresh = |point: &Statement| {
        let met = point.claims.iter().any(|claim| claims.contains(claim));
        let fresh = !told.contains(kind(point.rule)) && !met;
        if fresh {
            told.insert(kind(point.rule));
            claims.extend(point.claims.iter().copied());
        }
        fresh
    };
    let mut statements: Vec<Statement> = points.into_iter().filter(fresh).take(MOST_POINTS).collect();
    statements.extend(whole::shared(scene));
    statements.extend(whole::alone(scene));
    statements.extend(whole::heard(scene, found.voices));
    statements
}

/// What a rule tells, whichever side it tells it of.
fn kind(rule: &'static str) -> &'static str {
    rule.split('-').next().unwrap_or(rule)
}

/// A difference between linked claims, told with the claim it is about.
fn point(scene: &Scene, difference: &Difference) -> Option<Statement> {
    let linked = scene.linked(difference.link)?;
    let size = size::of(scene, &linked, difference)?;
    let rule = match (difference.kind, difference.rule) {
        (FramingKind::Certainty, "certainty/rung-source-a") => "synthesis/source-a",
        (FramingKind::Certainty, "certainty/rung-source-b") => "synthesis/source-b",
        (FramingKind::Certainty, _) => "synthesis/certainty",
        (FramingKind::Figure, _) => "synthesis/figure",
        (FramingKind::Label, _) => "synthesis/label",
        (FramingKind::Speech, "speech/speaker") => "synthesis/speaker",
        (FramingKind::Verb, _) => "synthesis/verb",
        (FramingKind::Place, _) => "synthesis/place",
        _ => return None,
    };
    let mut details = difference.details.clone();
    details.extend(words(scene, &linked));
    details.extend(difference.rule.strip_prefix("figure/").map(|reason| ("reason", reason.to_owned())));
    Some(of_link(scene, &linked, rule, details, size))
}

/// Versions that cannot both hold, where figures alone don't say so.
fn clash(scene: &Scene, linked: &Linked) -> Option<Statement> {
    let counts = !linked.a.quantities.is_empty() && !linked.b.quantities.is_empty();
    let clashes = linked.link.relation == Relation::Contradict && !(linked.a.negated == linked.b.negated && counts);
    clashes.then(|| of_link(scene, linked, "synthesis/clash", words(scene, linked), size::CONTRADICTION))
}

fn of_link(scene: &Scene, linked: &Linked, rule: &'static str, mut details: Details, size: f64) -> Statement {
    details.extend([("a", super::letter(linked.link.a.article)), ("b", super::letter(linked.link.b.article))]);
    let central = centrality(scene, linked.link.a).max(centrality(scene, linked.link.b));
    Statement {
        part: StatementPart::Difference,
        rule,
        details,
        claims: vec![linked.link.a, linked.link.b],
        weight: central * linked.link.score * size,
    }
}

/// The words of both claims, long ones cut.
fn words(scene: &Scene, linked: &Linked) -> Details {
    let of = |number: ClaimRef, claim: &Claim| scene.pages.get(number.article).map(|page| short(page, claim.span));
    let sides = [("words_a", of(linked.link.a, linked.a)), ("words_b", of(linked.link.b, linked.b))];
    sides.into_iter().filter_map(|(name, words)| Some((name, words?))).collect()
}

/// The words of a span, cut behind so many; quotation marks around them are left to the sentence.
fn short(page: &Page, span: Span) -> String {
    let words = page.words(span);
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | '“' | '”' | '"' | '.' | ','));
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= MOST_WORDS { words.to_owned() } else { format!("{} […]", all[..MOST_WORDS].join(" ")) }
}

/// How near a claim stands to the beginning of its article, 0 to 1.
fn centrality(scene: &Scene, number: ClaimRef) -> f64 {
    let (Some(page), Some(claim)) = (scene.pages.get(number.article), scene.claim(number)) else { return 0.0 };
    let depth = claim.span.start as f64 / page.text.len().max(1) as f64;
    match claim.place {
        Place::Title => TITLE_WEIGHT,
        Place::Lead => LEAD_WEIGHT,
        Place::Body => FIRST_LINE_WEIGHT - (FIRST_LINE_WEIGHT - LAST_LINE_WEIGHT) * depth,
    }
}
