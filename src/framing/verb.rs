//! `verb`: the stance of the verb that reports.
//!
//! # What it marks
//! A reporting verb that insists, doubts, admits, blames or turns down; a neutral one only where the linked claim of
//! the other article has one that is not. Between linked claims: verbs of different stance.
//!
//! # Why a reader cares
//! « il dit », « il prétend », « il avoue »: three ways to present the same sentence.
//!
//! # Example
//! Elle **prétend** que l'usine est sûre. · She **admitted** that the plant was unsafe.
//!
//! # Does not mark
//! Neutral verbs (dire, annoncer; say, add) on their own; verbs that report no speech (« assurer la
//! sécurité », "claim lives"), which [`crate::claim`] leaves out.
//!
//! # Limits and measured precision
//! The stance is the verb's usual one: in some registers "claim" or « assurer » are quite neutral, as in what a lawsuit
//! claims. What shows or proves something (« montrer », "show") is evidence, and left alone. Measured: `docs/precision`.
//!
//! # Source
//! Monville-Burston 1993; Charaudeau 1992; Recasens et al. 2013. List: `reporting_verbs.tsv`.

use std::collections::BTreeSet;

use super::{Difference, FramingKind, Mark, Page, Scene, Side};
use crate::align::ClaimRef;
use crate::claim::{Claim, Mode, ReportingVerb, SpeakerKind, Stance};
use crate::lang::{List, Pos};
use crate::text::Span;

/// One mark a verb whose stance a reader may want to know.
pub(super) fn marks(scene: &Scene, page: &Page) -> Vec<Mark> {
    let contrasted = contrasted(scene, page.number);
    let mut seen = BTreeSet::new();
    let claims = page.analysed.claims.claims.iter().enumerate();
    let reports = claims.filter(|(_, claim)| reports(page, claim));
    let verbs = reports.filter_map(|(number, claim)| Some((number, claim.verb.as_ref()?)));
    verbs
        .filter(|(number, verb)| verb.stance != Stance::Neutral || contrasted.contains(number))
        .filter(|(_, verb)| seen.insert(verb.span))
        .map(|(_, verb)| mark(page, verb))
        .collect()
}

/// Whether a claim is said rather than done: « assurer la sécurité », "grant immunity to all who ask" have
/// a noun where a report has a quotation or a clause. Blame takes nouns of someone who blames.
fn reports(page: &Page, claim: &Claim) -> bool {
    let Some(verb) = &claim.verb else { return false };
    if claim.mode == Some(Mode::Direct) {
        return true;
    }
    let content = page.tokens_of(claim.span);
    let opens_with_verb = page.tags.get(content.start).is_some_and(|tag| tag.finite && tag.role.is_none());
    let blames = verb.stance == Stance::Blame && claim.speaker.is_some() && is_verb(page, verb.span);
    let denies = rule(page, verb) == DENY;
    // What shows or proves is evidence, neither insistence nor admission; so is what a document stresses.
    let document = claim.speaker.as_ref().is_some_and(|it| it.kind == SpeakerKind::Document);
    let evidence = match verb.stance {
        Stance::Insist => document || !speaks(page, claim),
        Stance::Concede => !takes(page, verb, 'q'),
        _ => false,
    };
    if follows_noun(page, verb.span) || opens_with_verb || evidence {
        return false;
    }
    (page.is_clause(content, takes(page, verb, 'c')) && follows_closely(page, claim, verb)) || blames || denies
}

/// Whether the speaker is someone rather than something: events underscore and highlight, and insist on nothing.
fn speaks(page: &Page, claim: &Claim) -> bool {
    let Some(speaker) = &claim.speaker else { return false };
    let words = speaker.mention.map(|mention| page.tokens_of(mention)).unwrap_or_default();
    let lists = [List::SourceNouns, List::Titles, List::Pronouns].map(|list| page.lexicon.list(list));
    let can = |at: usize| lists.iter().any(|list| list.at_lemma(page.tokens, at, &page.lexicon.vocabulary).is_some());
    speaker.actor.is_some() || words.into_iter().any(can)
}

/// Whether a verb takes this pattern (`reporting_verbs.tsv`): of "attacks that…" the clause belongs to the noun.
fn takes(page: &Page, verb: &ReportingVerb, pattern: char) -> bool {
    patterns(page, verb).is_none_or(|patterns| patterns.contains(pattern))
}

/// What a reporting verb takes; none for a reporting noun.
fn patterns(page: &Page, verb: &ReportingVerb) -> Option<&'static str> {
    page.lexicon.list(List::ReportingVerbs).get(&verb.lemma)?.fields.get(1).copied()
}

/// Whether little stands between a verb and what it reports: "grants immunity to those [who ask]" reports nothing.
fn follows_closely(page: &Page, claim: &Claim, verb: &ReportingVerb) -> bool {
    let between = page.tokens_of(Span::new(verb.span.end, claim.span.start.max(verb.span.end)));
    let dated =
        |at: usize| [List::Weekdays, List::Months, List::DateWords].iter().any(|list| page.entry(*list, at).is_some());
    let noun = |at: usize| page.likeliest(at) == Some(Pos::Noun) && !page.tokens[at].is_capitalised(page.text);
    !between.into_iter().any(|at| noun(at) && !dated(at))
}

/// Whether the reporting word is a noun with an adjective or noun before it: "terrorist attacks".
fn follows_noun(page: &Page, span: Span) -> bool {
    let at = page.tokens_of(span).start;
    let nominal = |at: usize| matches!(page.likeliest(at), Some(Pos::Noun | Pos::Adjective));
    page.tags.get(at).is_some_and(|tag| tag.noun)
        && page.likeliest(at) == Some(Pos::Noun)
        && at.checked_sub(1).is_some_and(nominal)
}

/// Whether the reporting word stands as a verb: "attacks" may be a noun.
fn is_verb(page: &Page, span: Span) -> bool {
    let tag = page.tokens_of(span).next_back().and_then(|at| page.tags.get(at));
    tag.is_some_and(|tag| tag.finite || tag.auxiliary.is_some() || tag.present_participle)
}

/// The claims of an article whose linked claim is reported by a verb of another stance.
fn contrasted(scene: &Scene, article: usize) -> BTreeSet<usize> {
    let pairs = scene.links().filter(|linked| differ(linked.a, linked.b));
    let sides = pairs.flat_map(|linked| [linked.link.a, linked.link.b]);
    sides.filter(|it| it.article == article).map(|ClaimRef { claim, .. }| claim).collect()
}

fn differ(a: &Claim, b: &Claim) -> bool {
    let stance = |claim: &Claim| claim.verb.as_ref().map(|verb| verb.stance);
    matches!((stance(a), stance(b)), (Some(one), Some(other)) if one != other)
}

fn mark(page: &Page, verb: &ReportingVerb) -> Mark {
    let span = whole(page, verb);
    let mut mark = page.mark(FramingKind::Verb, rule(page, verb), span, span);
    mark.details.insert("verb", verb.lemma.clone());
    mark
}

/// A verb with the words it takes along: « faisant état », "points out".
fn whole(page: &Page, verb: &ReportingVerb) -> Span {
    let at = page.tokens_of(verb.span).start;
    let first = verb.lemma.split(' ').next().unwrap_or(&verb.lemma);
    let found = page.lexicon.list(List::ReportingVerbs).at_form_of(page.tokens, at, first);
    let length_tokens = found.filter(|it| it.entry.key == verb.lemma).map_or(1, |it| it.length_tokens);
    verb.span.cover(page.span(at, at + length_tokens))
}

/// The sentence of a verb: its stance's, or that it denies or turns down.
fn rule(page: &Page, verb: &ReportingVerb) -> &'static str {
    let cue = page.lexicon.list(List::CertaintyCues).get(&verb.lemma);
    let denies = cue.is_some_and(|it| it.fields.first() == Some(&"denied/verb"));
    let rejects = verb.stance != Stance::Neutral && patterns(page, verb).is_some_and(|it| it.contains('r'));
    if denies || rejects {
        return DENY;
    }
    match verb.stance {
        Stance::Neutral => "verb/neutral",
        Stance::Insist => "verb/insist",
        Stance::Doubt => "verb/doubt",
        Stance::Concede => "verb/concede",
        Stance::Blame => "verb/blame",
    }
}

/// The rule of verbs that deny or turn down: their stance alone would say that the outlet doubts.
const DENY: &str = "verb/deny";

/// The stance's stable name.
fn name(stance: Stance) -> String {
    let name = match stance {
        Stance::Neutral => "neutral",
        Stance::Insist => "insist",
        Stance::Doubt => "doubt",
        Stance::Concede => "concede",
        Stance::Blame => "blame",
    };
    name.to_owned()
}

/// Where linked claims are reported by verbs of different stance.
pub(super) fn differences(scene: &Scene) -> Vec<Difference> {
    let pairs = scene.links().filter(|linked| differ(linked.a, linked.b));
    pairs
        .filter_map(|linked| {
            let (a, b) = (linked.a.verb.as_ref()?, linked.b.verb.as_ref()?);
            let mut found = linked.difference(FramingKind::Verb, "verb/stance", (side(a), side(b)));
            found.details.extend([
                ("verb_a", a.lemma.clone()),
                ("verb_b", b.lemma.clone()),
                ("stance_a", name(a.stance)),
                ("stance_b", name(b.stance)),
            ]);
            Some(found)
        })
        .collect()
}

fn side(verb: &ReportingVerb) -> Side {
    Side { span: Some(verb.span), value: Some(verb.lemma.clone()) }
}
