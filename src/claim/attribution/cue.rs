//! Sources named without a verb: « selon X », "according to X", « Réponse de X : », « Lavrov : ».

use super::clause::{Found, main_verb};
use super::head::{Form, Head};
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
        at = match &report {
            Some(Found { verb: Some(_), content, .. }) => content.0.max(at),
            Some(Found { mention: Some((_, end)), .. }) => (*end).max(at),
            _ => at,
        } + 1;
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
        let content = (from + 1, main_verb(unit, from, end).unwrap_or(end));
        return unit.states_something(content.0, content.1).then_some(Found {
            content,
            frame: (at, from + 1),
            mention: None,
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
        "aside" | "among" => false,
        "sure" => is_phrase(unit, mention) || can_speak(unit, mention),
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

/// Whether the phrase is led by a determiner, or a plural: "according to the plan", not "according to plan".
fn is_phrase(unit: &Unit, (first, end): (usize, usize)) -> bool {
    first < end && unit.context.lexicon.list(List::Determiners).has(unit.fold(first))
}

/// "the minister's claim that…", « l'annonce que… », « sa promesse de… »: a reporting noun with what it says.
fn noun_clause<'a>(unit: &Unit<'a>, at: usize) -> Option<Found<'a>> {
    let entry = unit.context.lexicon.list(List::ReportingNouns).get(unit.fold(at)).filter(|_| !unit.tag(at).finite)?;
    let takes = |pattern: char| entry.fields[1].contains(pattern);
    let (owner, from) = owner(unit, at);
    let relating = selon_laquelle(unit, from);
    let that = relating.unwrap_or(from);
    let clause = relating.is_some() || unit.role(from) == Some(Role::Complementiser);
    let end = unit.clause_end(that);
    let end = main_verb(unit, if relating.is_some() { from } else { that }, end).unwrap_or(end);
    let stated = clause
        && (takes('c') || (takes('o') && owner.is_some()))
        && unit.states_something(that, end)
        && (relating.is_some() || owner.is_some() || !is_relative(unit, that, end));
    let linked = matches!(unit.role(from), Some(Role::Of | Role::Infinitive));
    let verb = if unit.role(from + 1) == Some(Role::Negation) { from + 2 } else { from + 1 };
    let planned = takes('i') && owner.is_some() && linked && unit.tag(verb).infinitive;
    let opening = owner.map_or(at, |(first, _)| first.min(at));
    let head = Head { first: at, verb: at, end: at + 1, inverted: None, form: Form::Noun, entry };
    (stated || planned).then_some(Found {
        content: (that, end),
        frame: (opening, that),
        mention: owner,
        verb: Some(head),
    })
}

/// Whose words they are, and where what they say begins.
fn owner(unit: &Unit, noun: usize) -> (Option<(usize, usize)>, usize) {
    const OWNER_REACH: usize = 4;
    let near =
        || (noun.saturating_sub(OWNER_REACH)..noun).rev().take_while(|&at| unit.is_word(at) && !unit.tag(at).finite);
    if let Some(at) = near().find(|&at| unit.pronoun(at).is_some_and(|it| it[3] == "possessive")) {
        return (Some((at, at + 1)), noun + 1);
    }
    let links = unit.context.lexicon.list(List::NounLinks);
    let bound =
        |at: usize| unit.fold(at).starts_with('\'') && links.get(unit.fold(at)).is_some_and(|it| it.fields[0] == "of");
    if let Some(at) = near().find(|&at| bound(at)) {
        let first = unit.noun_phrase_start(at);
        return (Some((first, at)).filter(|_| first < at), noun + 1);
    }
    let by = unit.role(noun + 1) == Some(Role::Of)
        || unit
            .context
            .lexicon
            .list(List::Auxiliaries)
            .get(unit.fold(noun + 1))
            .is_some_and(|it| it.fields[0] == "agent");
    let end = unit.phrase_end(noun + 2);
    let spoken = by && !unit.tag(noun + 2).infinitive && noun + 2 < end && can_speak(unit, (noun + 2, end));
    if spoken { (Some((noun + 2, end)), end) } else { (None, noun + 1) }
}

/// « selon laquelle »: where what it brings begins.
fn selon_laquelle(unit: &Unit, at: usize) -> Option<usize> {
    let cue = unit.context.lexicon.list(List::AttributionCues).at(unit.context.tokens, unit.items.get(at)?.token)?;
    let from = at + cue.length_tokens;
    (cue.entry.fields[0] == "source" && unit.role(from) == Some(Role::Relative)).then_some(from + 1)
}

/// Whether the clause tells which one is meant rather than what it says: "the claim that he made".
fn is_relative(unit: &Unit, that: usize, end: usize) -> bool {
    let Some(verb) = (that + 1..end).find(|&at| unit.tag(at).finite) else { return true };
    let last =
        (verb..end).take_while(|&at| unit.tag(at).finite || unit.tag(at).auxiliary.is_some()).last().unwrap_or(verb);
    let gap = last + 1 >= end || !unit.is_word(last + 1) || unit.class(last + 1) == Some(Class::Preposition);
    let builders = unit.context.lexicon.list(List::Auxiliaries);
    let passive =
        |at| unit.tag(at).verb.and_then(|lemma| builders.get(lemma)).is_some_and(|it| it.fields[0] == "passive");
    verb == that + 1 || ((gap || unit.is_subject_pronoun(that + 1)) && !(verb..=last).any(passive))
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

/// A headline « X : ce que X dit » or "What X says: X" without a verb of speech.
pub(super) fn headline<'a>(
    unit: &Unit<'a>,
    is_person: impl Fn(&Unit<'a>, (usize, usize)) -> bool,
) -> Option<Found<'a>> {
    let colon = (0..unit.items.len()).find(|&at| unit.is_mark(at, &[':']))?;
    let end = unit.clause_end(colon + 1);
    let worded = |first: usize, end: usize| {
        (1..=HEADLINE_SPEAKER_WORDS).contains(&(end - first))
            && (first..end).all(|at| unit.is_word(at) && !unit.tag(at).finite)
    };
    let said = |first: usize, end: usize| unit.states_something(first, end) || (first..end).any(|at| unit.is_quote(at));
    let plain = !(colon..end).any(|at| unit.is_quote(at));
    let theme = (0..colon).any(|at| unit.role(at) == Some(Role::Of));
    if !theme
        && worded(0, colon)
        && plain
        && said(colon + 1, end)
        && (is_person(unit, (0, colon)) || is_someone(unit, (0, colon), false))
    {
        return Some(Found { content: (colon + 1, end), frame: (0, colon + 1), mention: Some((0, colon)), verb: None });
    }
    let tail = colon + 1..unit.items.len();
    let named = tail.start < tail.end
        && worded(tail.start, tail.end)
        && (is_person(unit, (tail.start, tail.end)) || is_someone(unit, (tail.start, tail.end), true));
    (named && said(0, colon)).then_some(Found {
        content: (0, colon),
        frame: (colon, tail.end),
        mention: Some((tail.start, tail.end)),
        verb: None,
    })
}

/// Whether the words are one noun for someone; bodies speak only behind: « Police : 300 postes supprimés » has a theme.
fn is_someone(unit: &Unit, (first, end): (usize, usize), bodies: bool) -> bool {
    const WORDS: usize = 3;
    let nouns = unit.context.lexicon.list(List::SourceNouns);
    let last = end.checked_sub(1).and_then(|at| nouns.get(unit.fold(at)));
    let speaks = |kind: &str| matches!(kind, "person" | "anonymous") || bodies;
    end - first <= WORDS && last.is_some_and(|entry| speaks(entry.fields[0]))
}
