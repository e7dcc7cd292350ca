//! Sources named without a verb: « selon X », "according to X", « Réponse de X : », « Lavrov : ».

use super::clause::Found;
use super::unit::Unit;
use crate::lang::{Class, List, Role};

/// How many words a headline may put before its colon to name who speaks.
const HEADLINE_SPEAKER_WORDS: usize = 6;

/// All reports of the unit that a cue word makes.
pub(super) fn reports<'a>(unit: &Unit<'a>) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < unit.items.len() {
        let report = if unit.is_word(at) { sourced(unit, at).or_else(|| noun_clause(unit, at)) } else { None };
        at = report.map_or(at, |report: Found| report.mention.map_or(at, |(_, end)| end.max(at))) + 1;
        found.extend(report);
    }
    found
}

fn sourced<'a>(unit: &Unit<'a>, at: usize) -> Option<Found<'a>> {
    let cues = unit.context.lexicon.list(List::AttributionCues);
    let cue = cues.at(unit.context.tokens, unit.items[at].token)?;
    let kind = *cue.entry.fields.first()?;
    let from = at + cue.length_tokens;
    if kind == "source" && unit.role(from) == Some(Role::Relative) {
        let end = unit.clause_end(from + 1);
        let speaker = (from, from + 1);
        return unit.states_something(from + 1, end).then_some(Found {
            content: (from + 1, end),
            frame: (at, from + 1),
            mention: Some(speaker),
            verb: None,
        });
    }
    let mention = match kind {
        "own" => (at..from).find(|&item| unit.pronoun(item).is_some()).map_or((at, from), |item| (item, item + 1)),
        "noun" => (from - 1, source_end(unit, from - 1)),
        _ => (from, source_end(unit, from)),
    };
    let leads = (0..at).all(|item| {
        matches!(unit.role(item), Some(Role::Coordinator))
            || unit.class(item) == Some(Class::Adverb)
            || unit.is_mark(item, &[',', '-'])
    });
    let fits = match kind {
        "own" => true,
        "weak" => leads && unit.is_mark(mention.1, &[',']) && can_speak(unit, mention),
        "aside" => false,
        _ => can_speak(unit, mention),
    };
    if !fits || mention.0 >= mention.1 {
        return None;
    }
    let (content, frame) = around(unit, at, mention.1.max(from), leads)?;
    Some(Found { content, frame, mention: Some(mention), verb: None })
}

/// The source: a noun phrase, with appositions left out, prepositions of place kept.
fn source_end(unit: &Unit, from: usize) -> usize {
    let mut end = unit.phrase_end(from);
    while unit.class(end) == Some(Class::Preposition) && unit.is_word(end) {
        let next = unit.phrase_end(end + 1);
        if next == end + 1 || unit.tag(next).finite {
            break;
        }
        end = next;
    }
    if unit.tag(end).finite { last_phrase(unit, from, end) } else { end }
}

/// Where the source ends and the subject of the next verb begins, no comma parting them.
fn last_phrase(unit: &Unit, from: usize, end: usize) -> usize {
    let opens = |at: &usize| unit.class(*at) == Some(Class::Determiner) && unit.role(*at) != Some(Role::Of);
    (from + 1..end).find(opens).unwrap_or(end)
}

/// Whether the phrase names someone: a name, a pronoun, a noun for people, bodies or documents.
fn can_speak(unit: &Unit, (first, end): (usize, usize)) -> bool {
    let nouns = unit.context.lexicon.list(List::SourceNouns);
    let bare = unit.pronoun(first).is_some_and(|it| it[3] != "possessive" && it[3] != "relative");
    let one = |at: usize| unit.is_capitalised(at) || nouns.has(unit.fold(at));
    let acts = (first..end).any(|at| unit.tag(at).infinitive && !unit.tag(at).noun);
    (bare && end == first + 1) || (!acts && (first..end.min(first + 5)).any(one))
}

/// The content around a frame that stands at items `at..end`.
fn around(unit: &Unit, at: usize, end: usize, leads: bool) -> Option<((usize, usize), (usize, usize))> {
    let end = closing_apposition(unit, end);
    if leads {
        let first = if unit.is_mark(end, &[',', ':']) { end + 1 } else { end };
        let last = unit.clause_end(first);
        let said = unit.states_something(first, last) || (first..last).any(|item| unit.is_quote(item));
        return said.then_some(((first, last), (0, first)));
    }
    let begin = (0..at).rev().find(|&item| unit.is_mark(item, &[';', ':', '.', '!', '?'])).map_or(0, |item| item + 1);
    let closes = end >= unit.items.len() || unit.is_barrier(end);
    let comma = unit.is_mark(at - 1, &[',', '-']);
    let before = if comma { at - 1 } else { at };
    let said = |first, last| unit.states_something(first, last) || (first..last).any(|item| unit.is_quote(item));
    if closes {
        return (said(begin, before) && begin < before).then_some(((begin, before), (before, end)));
    }
    let last = unit.clause_end(end);
    said(begin, last)
        .then_some(((begin, last), (before, if comma && unit.is_mark(end, &[',']) { end + 1 } else { end })))
}

/// A source may carry an apposition: "according to Ann Lee, a lawyer."
fn closing_apposition(unit: &Unit, end: usize) -> usize {
    if !unit.is_mark(end, &[',']) || unit.class(end + 1) != Some(Class::Determiner) {
        return end;
    }
    let close = (end + 1..unit.items.len()).find(|&at| unit.is_mark(at, &[',', '.']) || unit.is_quote(at));
    let close = close.unwrap_or(unit.items.len());
    if unit.states_something(end + 1, close) || close - end > 12 { end } else { close }
}

/// "his claim that…", « l'idée que… »: a reporting noun with its clause, where someone has it.
fn noun_clause<'a>(unit: &Unit<'a>, at: usize) -> Option<Found<'a>> {
    let nouns = unit.context.lexicon.list(List::ReportingNouns);
    let noun = nouns.has(unit.fold(at)) && !unit.tag(at).finite;
    let that = at + 1;
    if !noun || unit.role(that) != Some(Role::Complementiser) {
        return None;
    }
    let owner =
        (at.saturating_sub(4)..at).rev().find(|&item| unit.pronoun(item).is_some_and(|it| it[3] == "possessive"))?;
    let end = main_verb(unit, that);
    let apart = (owner + 1..at).all(|item| unit.is_word(item) && !unit.tag(item).finite);
    (apart && unit.states_something(that, end)).then_some(Found {
        content: (that, end),
        frame: (owner, that),
        mention: Some((owner, owner + 1)),
        verb: None,
    })
}

/// Where the clause opened at `that` gives way to the main verb: "his claim that X won | was rejected".
fn main_verb(unit: &Unit, that: usize) -> usize {
    let end = unit.clause_end(that);
    let mut stated = false;
    for at in that + 1..end {
        let opens = matches!(
            unit.role(at),
            Some(Role::Relative | Role::Complementiser | Role::Subordinator | Role::Coordinator)
        );
        if opens || unit.is_mark(at, &[',']) || unit.is_subject_pronoun(at) {
            stated = false;
        } else if unit.tag(at).finite && stated {
            return at;
        } else {
            stated |= unit.tag(at).finite;
        }
    }
    end
}

/// What stands before a colon and speaks: « Réponse de Sergueï Lavrov », « Lavrov ».
pub(super) fn before_colon(unit: &Unit, colon: usize) -> Option<(usize, usize)> {
    let first = (0..colon).rev().find(|&at| unit.is_barrier(at) || unit.is_quote(at)).map_or(0, |at| at + 1);
    let nouns = unit.context.lexicon.list(List::ReportingNouns);
    if let Some(noun) = (first..colon).find(|&at| nouns.has(unit.fold(at))) {
        if unit.role(noun + 1) == Some(Role::Of) {
            return Some((noun + 2, unit.phrase_end(noun + 2).min(colon)));
        }
        let owner = (first..noun).rev().find(|&at| unit.pronoun(at).is_some_and(|it| it[3] == "possessive"));
        if let Some(owner) = owner {
            return Some((owner, owner + 1));
        }
    }
    if let Some(verb) = (first..colon).find(|&at| unit.tag(at).finite) {
        return unit.subject_before(verb).filter(|&(start, end)| start >= first && start < end);
    }
    let words = colon.saturating_sub(first);
    (1..=HEADLINE_SPEAKER_WORDS * 2).contains(&words).then_some((first, colon))
}

/// A headline « X : ce que X dit » without quotation marks, where X is a person known to the article.
pub(super) fn headline<'a>(
    unit: &Unit<'a>,
    is_person: impl Fn(&Unit<'a>, (usize, usize)) -> bool,
) -> Option<Found<'a>> {
    let colon = (0..unit.items.len().min(HEADLINE_SPEAKER_WORDS + 1)).find(|&at| unit.is_mark(at, &[':']))?;
    let named = colon > 0 && (0..colon).all(|at| unit.is_word(at)) && unit.is_capitalised(0);
    let end = unit.clause_end(colon + 1);
    let plain = !(colon..end).any(|at| unit.is_quote(at)) && unit.states_something(colon + 1, end);
    (named && plain && is_person(unit, (0, colon))).then_some(Found {
        content: (colon + 1, end),
        frame: (0, colon + 1),
        mention: Some((0, colon)),
        verb: None,
    })
}
