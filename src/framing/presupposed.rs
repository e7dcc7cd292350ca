//! `presupposed`: verbs that take what they are about for granted.
//!
//! # What it marks
//! Factive verbs and phrases with a clause (reveal, know, regret; « le fait que »), and implicative ones with
//! what they imply: managed, failed, prevented, forced, ended up. The mark says what the words imply here, so
//! a negation is part of it: « n'a pas réussi à » says that it was tried and did not succeed.
//!
//! # Why a reader cares
//! What is presupposed is accepted before it is discussed: "he realised that they had lied" is hard to read
//! without believing that they had.
//!
//! # Example
//! Elle **a révélé** que le pont fuyait; il **n'a pas réussi à** partir. · She **revealed** that the bridge leaked; he
//! **failed to** leave.
//!
//! # Does not mark
//! These verbs without such a complement (« il connaît la ville », "she managed the team"), as nouns, in
//! questions, conditions, or as what may, must or will be ("a plan to prevent attacks"): nothing is taken
//! for granted there. Fixed expressions (« faire savoir », "declined to comment").
//!
//! # Limits and measured precision
//! Verbs that presuppose a state before ("stop", « continuer à ») and nouns ("his failure to…") are left out.
//! Which verbs are factive is disputed at the edges: "admit" and « reconnaître » take what follows as true by
//! the usage of news, as the ladder of certainty has it too ([`crate::claim`]).
//! Judged on texts that no rule was mended on: fr 16 of 19 right (3 arguable), en 9 of 10 (`docs/precision`).
//!
//! # Source
//! Kiparsky & Kiparsky 1970; Karttunen 1971; Hooper 1975; Recasens et al. 2013. Lists: `presuppositions.tsv`,
//! and the factives of `certainty_cues.tsv`.

use super::{FramingKind, Mark, Page};
use crate::claim::Mode;
use crate::lang::{Entry, List, Role};

/// The rule of verbs of fact, here and on the ladder of certainty.
const FACTIVE: &str = "presupposed/factive";

/// One mark a verb or phrase.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut found: Vec<Mark> = quoted(page).collect();
    let mut at = 0;
    while at < page.tokens.len() {
        let Some(words) = listed(page, at).or_else(|| known(page, at)) else {
            at += 1;
            continue;
        };
        let cue = page.span(at, at + words.length.max(1));
        found.extend(
            words.rule.map(|rule| page.mark(FramingKind::Presupposed, rule, page.span(words.from, words.to), cue)),
        );
        at = words.to.max(at + 1);
    }
    found.sort_by_key(|mark| mark.span);
    found.dedup_by(|later, first| later.span.start < first.span.end);
    found
}

/// Words of the list that were read, marked or not.
struct Words {
    rule: Option<&'static str>,
    from: usize,
    to: usize,
    length: usize,
}

/// The verbs of fact that report a quotation: what the ladder of certainty calls presupposed.
fn quoted<'p>(page: &'p Page) -> impl Iterator<Item = Mark> + 'p {
    let claims = page.analysed.claims.claims.iter().filter(|claim| claim.mode == Some(Mode::Direct));
    let cues = claims.flat_map(|claim| claim.cues.iter()).filter(|cue| cue.rule == FACTIVE);
    cues.map(|cue| {
        let verb = page.tokens_of(cue.span);
        let from = page.verb_group(verb.start).map_or(verb.start, |group| group.from);
        page.mark(FramingKind::Presupposed, FACTIVE, page.span(from, verb.end), cue.span)
    })
}

/// What the list of presuppositions knows of the words at `at`.
fn listed(page: &Page, at: usize) -> Option<Words> {
    let list = page.lexicon.list(List::Presuppositions);
    let found = match page.tags[at].verb {
        Some(lemma) => list.at_form_of(page.tokens, at, lemma)?,
        None => list.at(page.tokens, at)?,
    };
    let end = at + found.length_tokens;
    let length = found.length_tokens;
    match *found.entry.fields.first()? {
        "fixed" => Some(Words { rule: None, from: at, to: end, length }),
        "phrase" => {
            let told = !page.is_imagined(at) && !page.is_asked(at) && page.has_finite_verb(end);
            told.then(|| Words { rule: Some(FACTIVE), from: at, to: end - 1, length: length - 1 })
        }
        "asked" | "unreal" => None,
        class => {
            let group = page.verb_group(at).filter(|group| group.actual)?;
            let to = complement(page, found.entry, end)?;
            Some(Words { rule: Some(outcome(class, group.negated)?), from: group.from, to, length })
        }
    }
}

/// The rule of a class; none where negation leaves nothing implied.
fn outcome(class: &str, negated: bool) -> Option<&'static str> {
    Some(match (class, negated) {
        ("factive", _) => FACTIVE,
        ("managed", false) => "presupposed/managed",
        ("managed", true) => "presupposed/managed-not",
        ("failed", false) => "presupposed/failed",
        ("failed", true) => "presupposed/failed-not",
        ("prevented", false) => "presupposed/prevented",
        ("prevented", true) => "presupposed/prevented-not",
        ("forced", false) => "presupposed/forced",
        ("ended", false) => "presupposed/ended",
        _ => return None,
    })
}

/// Where the words end that lead from a verb to its complement; none without one.
fn complement(page: &Page, entry: &Entry, end: usize) -> Option<usize> {
    let [_, links, form, reach] = entry.fields[..] else { return None };
    let fits = |at: usize| match form {
        "gerund" => page.is_gerund(at),
        "clause" => false,
        _ => page.is_infinitive(at) || form == "any" && page.is_gerund(at),
    };
    let start = page.past_time(end);
    if links == "-" {
        return fits(end).then_some(end);
    }
    let led = |at: usize| {
        let linked = links.split(',').any(|link| link == page.fold(at));
        linked && (fits(at + 1) || page.tags[at].role == Some(Role::Complementiser) && page.has_finite_verb(at + 1))
    };
    let near = (end..=start).find(|&at| at < page.tokens.len() && led(at));
    let joins = |at: usize| at <= page.past_small_words(end) && page.tags[at].role != Some(Role::Complementiser);
    if reach == "near" || near.is_some() {
        return near.map(|at| if joins(at) { at + 1 } else { end });
    }
    let object = page.governed(start);
    let far = object.clone().any(led);
    let thing = form == "any" && object.len() > 1 && page.governs_noun(start);
    (far || thing).then_some(end)
}

/// A verb that the ladder of certainty lists as one of fact, with its clause.
fn known(page: &Page, at: usize) -> Option<Words> {
    let list = page.lexicon.list(List::CertaintyCues);
    let found = list.at_form_of(page.tokens, at, page.tags[at].verb?)?;
    let end = at + found.length_tokens;
    if found.entry.fields.first() != Some(&FACTIVE) {
        return None;
    }
    let group = page.verb_group(at).filter(|group| group.actual)?;
    let next = page.past_time(end);
    let clause = match page.tags.get(next)?.role {
        Some(Role::Complementiser) => page.has_finite_verb(next + 1) && !only(page, group.from, at),
        Some(Role::Interrogative) => {
            page.is_class(List::Presuppositions, next, "asked")
                && !page.is_infinitive(next + 1)
                && page.has_finite_verb(next + 1)
        }
        _ => page.is_bare_clause(next),
    };
    clause.then_some(Words { rule: Some(FACTIVE), from: group.from, to: end, length: found.length_tokens })
}

/// Whether half a negation stands before the verb and the other half does not follow: « ne révèle que ».
fn only(page: &Page, from: usize, at: usize) -> bool {
    let negates = |it: usize| page.tags.get(it).is_some_and(|tag| tag.role == Some(Role::Negation));
    from < at && negates(from) && (from + 1..=at + 1).all(|it| !negates(it))
}
