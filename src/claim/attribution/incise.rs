//! Reports whose frame stands behind or inside what they report: « …, a-t-il dit », "…, Cox says, …".

use super::clause::Found;
use super::head::{Form, Head};
use super::unit::Unit;
use crate::lang::{Class, Language, List, Role};

/// How far behind its verb an inverted subject may begin.
const LATE_SUBJECT_REACH: usize = 24;

/// How many words a speaker with titles may take between a quotation and its verb.
const COMPOUND_WORDS: usize = 9;

/// A report whose frame stands behind or inside what it reports: « …, a-t-il dit », "…, Cox says, …".
pub(super) fn incise<'a>(unit: &Unit<'a>, head: &Head<'a>) -> Option<Found<'a>> {
    if head.form != Form::Finite || !(head.takes('q') || head.takes('c')) {
        return None;
    }
    let (opening, mention) = incise_opening(unit, head)?;
    let end = incise_end(unit, head, opening, mention)?;
    let content = incise_content(unit, head, opening, end)?;
    let mention = heard_from(unit, head, mention, end).unwrap_or(mention);
    Some(Found { content, frame: (opening, end), mention: Some(mention), verb: Some(*head) })
}

/// « apprend-on de source policière », « dit-on à la mairie »: who stands behind « on ».
fn heard_from(unit: &Unit, head: &Head, mention: (usize, usize), end: usize) -> Option<(usize, usize)> {
    let nobody = unit.pronoun(mention.0).is_some_and(|fields| fields[3] == "indefinite");
    let cues = unit.context.lexicon.list(List::AttributionCues);
    let from = head.end.max(mention.1);
    (from..end).filter(|_| nobody).find_map(|at| {
        let found = cues.at(unit.context.tokens, unit.items[at].token)?;
        let first = match found.entry.fields[0] {
            "noun" => at + found.length_tokens - 1,
            "source" | "among" => at + found.length_tokens,
            _ => return None,
        };
        Some((first, unit.phrase_end(first).min(end))).filter(|&(first, end)| first < end)
    })
}

/// Where the frame opens and who stands in it.
fn incise_opening(unit: &Unit, head: &Head) -> Option<(usize, (usize, usize))> {
    let parted = |at: usize| at > 0 && (unit.is_mark(at - 1, &[',', '-', '!', '?', '…']) || unit.is_quote(at - 1));
    let group = clitics_start(unit, head.first);
    if let Some(at) = head.inverted {
        return parted(group).then_some((group, (at, at + 1)));
    }
    if let Some((first, end)) = described(unit, group) {
        return Some((first, (first, end)));
    }
    // English turns subject and verb round with verbs of quoting only: no "…, shows the man".
    let turns = unit.context.lexicon.language != Language::English || head.takes('q');
    if parted(group) && turns {
        let end = unit.phrase_end(head.end);
        let named = (unit.class(head.end) == Some(Class::Determiner) && unit.role(head.end) != Some(Role::Of))
            || unit.is_capitalised(head.end)
            || unit.pronoun(head.end).is_some();
        if end > head.end && named {
            return Some((group, (head.end, end)));
        }
        if let Some(mention) = late_subject(unit, head) {
            return Some((group, mention));
        }
    }
    let subject = unit.subject_before(head.first).filter(|&(first, _)| parted(first));
    let (first, end) = subject.or_else(|| compound(unit, group))?;
    Some((first, (first, end)))
}

/// All that stands between a quotation and its verb, where a noun in it may be read as a verb: "“…,” White House press
/// secretary Ann Lee | told".
fn compound(unit: &Unit, group: usize) -> Option<(usize, usize)> {
    let first = (group.saturating_sub(COMPOUND_WORDS)..group).rev().find(|&at| unit.is_quote(at))? + 1;
    let nominal = |at: usize| unit.is_word(at) && (!unit.tag(at).finite || unit.tag(at).noun);
    let named = unit.is_capitalised(group.checked_sub(1)?) && !unit.is_subject_pronoun(first);
    (first < group && named && (first..group).all(nominal)).then_some((first, group))
}

/// The subject between a quotation and its verb, where commas part it from a description: "“…,” Ann Lee, the firm's
/// lawyer, told | reporters".
fn described(unit: &Unit, group: usize) -> Option<(usize, usize)> {
    let close = group.checked_sub(1).filter(|&at| unit.is_mark(at, &[',']))?;
    let first = (0..close).rev().find(|&at| unit.is_quote(at))? + 1;
    let comma = (first..close).find(|&at| unit.is_mark(at, &[',']))?;
    let whole = first < comma && (first..close).all(|at| unit.is_word(at) || unit.is_mark(at, &[',', '.', '-']));
    let opens = unit.is_capitalised(first) || unit.class(first) == Some(Class::Determiner);
    let plain = !(first..close).any(|at| unit.tag(at).finite && !opened_between(unit, first, at));
    (whole && opens && plain).then_some((first, comma))
}

/// The subject behind what stands between it and its verb: « a déclaré à la presse, mardi, | le porte-parole ».
fn late_subject(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let closed = |at: &usize| !unit.is_word(*at) || unit.tag(*at).finite || unit.is_subject_pronoun(*at);
    let reach = (head.end + LATE_SUBJECT_REACH).min(unit.items.len());
    let end = (head.end..reach).find(closed).unwrap_or(reach);
    let governed = |at: usize| {
        let before = unit.tag(at - 1);
        before.class == Some(Class::Preposition) || matches!(before.role, Some(Role::Of | Role::Infinitive))
    };
    let opens = |at: usize| {
        if unit.class(at) == Some(Class::Determiner) {
            return unit.role(at) != Some(Role::Of) && !is_dated(unit, at + 1);
        }
        let joined = unit.is_capitalised(at - 1) || unit.class(at - 1) == Some(Class::Determiner);
        unit.is_capitalised(at) && !joined && !is_dated(unit, at)
    };
    let contracted = |at: usize| is_contracted(unit, at);
    let first = (head.end + 1..end).find(|&at| opens(at) && !contracted(at) && !governed(at))?;
    Some((first, unit.phrase_end(first).min(end))).filter(|&(first, end)| first < end)
}

pub(super) fn is_contracted(unit: &Unit, at: usize) -> bool {
    unit.context.lexicon.list(List::Determiners).get(unit.fold(at)).is_some_and(|entry| entry.fields[2] == "contracted")
}

/// Whether a word of a date stands there: « ce lundi », « la veille ».
fn is_dated(unit: &Unit, at: usize) -> bool {
    let Some(item) = unit.items.get(at) else { return false };
    let listed = |list| unit.context.lexicon.list(list).at(unit.context.tokens, item.token).is_some();
    let number = unit.fold(at).starts_with(|c: char| c.is_ascii_digit());
    number || [List::Weekdays, List::Months, List::DateWords].into_iter().any(listed)
}

/// Clitics and negations before the verb belong to its group: « lui a-t-il répondu ».
pub(super) fn clitics_start(unit: &Unit, mut first: usize) -> usize {
    while first > 0 && unit.is_word(first - 1) && matches!(unit.role(first - 1), Some(Role::Clitic | Role::Negation)) {
        first -= 1;
    }
    first
}

/// Where the frame closes; none if a clause of its own follows, so that it is no incise.
fn incise_end(unit: &Unit, head: &Head, opening: usize, mention: (usize, usize)) -> Option<usize> {
    let quoted = opening.checked_sub(1).is_some_and(|at| unit.is_quote(at) || (at > 0 && unit.is_quote(at - 1)));
    let mut at = head.end.max(if mention.0 >= head.end { mention.1 } else { head.end });
    let from = at;
    let object = unit.class(at) == Some(Class::Determiner) && mention.1 <= head.first && !head.takes('o');
    if object {
        return None;
    }
    while at < unit.items.len() {
        if unit.is_quote(at) || unit.is_mark(at, &['.', ';', '!', '?']) {
            return Some(at);
        }
        if unit.is_mark(at, &[':']) {
            return quoted.then_some(at);
        }
        if unit.is_mark(at, &[',', '-']) && !apposition(unit, at) {
            return Some(at);
        }
        let clause = unit.tag(at).finite && !opened_between(unit, from, at);
        let complement = at < from + 2 && unit.role(at) == Some(Role::Complementiser);
        if clause || complement {
            return None;
        }
        at += 1;
    }
    Some(at)
}

fn opened_between(unit: &Unit, from: usize, at: usize) -> bool {
    let opens = |at: usize| {
        matches!(unit.role(at), Some(Role::Relative | Role::Subordinator | Role::Complementiser | Role::Coordinator))
    };
    (from..at).any(opens)
}

/// Whether the comma opens an apposition to the speaker: "said Ann Lee, a spokeswoman for the group."
fn apposition(unit: &Unit, comma: usize) -> bool {
    let next = comma + 1;
    let opens = unit.class(next) == Some(Class::Determiner)
        || unit.role(next) == Some(Role::Relative)
        || (unit.tag(next).noun && !unit.is_capitalised(next));
    let close = (next..unit.items.len()).find(|&at| unit.is_mark(at, &[',', '.', ';', '-']) || unit.is_quote(at));
    let close = close.unwrap_or(unit.items.len());
    let relative = unit.role(next) == Some(Role::Relative);
    opens && (relative || !unit.states_something(next, close))
}

/// What stands around the frame, back to the beginning of its part of the unit.
fn incise_content(unit: &Unit, head: &Head, opening: usize, end: usize) -> Option<(usize, usize)> {
    let before = opening.checked_sub(1)?;
    let quoted =
        unit.is_quote(before) || (before > 0 && unit.is_mark(before, &[',', '-']) && unit.is_quote(before - 1));
    if quoted {
        let quote = if unit.is_quote(before) { before } else { before - 1 };
        let goes_on = if unit.is_quote(end) {
            Some(end)
        } else {
            Some(end + 1).filter(|&at| unit.is_mark(end, &[',', '-', ':']) && unit.is_quote(at))
        };
        let first = quoted_start(unit, quote);
        return Some((first, goes_on.map_or(quote + 1, |at| at + 1)));
    }
    if !head.takes('c') && head.inverted.is_none() {
        return None;
    }
    let first = (0..before).rev().find(|&at| unit.is_mark(at, &[';', ':', '.', '!', '?'])).map_or(0, |at| at + 1);
    let goes_on = unit.is_mark(end, &[',', '-']) && !unit.turns_to_report(end);
    let resumes = goes_on && unit.content_words(end, unit.clause_end(end + 1)) > 0;
    let last = if resumes { unit.clause_end(end + 1) } else { before };
    let said = unit.states_something(first, before)
        || (resumes && unit.states_something(end, last))
        || (first..before).any(|at| unit.is_quote(at));
    (said && first < before).then_some((first, last))
}

/// Where words quoted in the middle of a clause begin: with the clause, if its verb stands before the quotation.
fn quoted_start(unit: &Unit, quote: usize) -> usize {
    let first = (0..quote).rev().find(|&at| unit.is_mark(at, &[';', ':', '.', '!', '?'])).map_or(0, |at| at + 1);
    if first < quote && unit.content_words(first, quote) > 1 { first } else { quote }
}
