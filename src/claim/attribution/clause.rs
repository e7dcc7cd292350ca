//! What a reporting verb reports, outside and around quotations.

use super::head::{Form, Head};
use super::unit::{Kind, Unit};
use crate::lang::{Class, Language, List, Role};

/// A report found in a unit, in items.
#[derive(Copy, Clone, Debug)]
pub(super) struct Found<'a> {
    pub(super) content: (usize, usize),
    pub(super) frame: (usize, usize),
    pub(super) mention: Option<(usize, usize)>,
    pub(super) verb: Option<Head<'a>>,
}

/// How far behind its verb a clause may begin: « a dit jeudi à la presse, lors d'une visite à Metz, que… ».
const CONTENT_REACH: usize = 18;
/// Words an object must carry to be worth comparing: « confirme la trêve » says less than a claim does.
const OBJECT_WORDS: usize = 2;

/// The report that `head` makes, if it makes one.
pub(super) fn report<'a>(unit: &Unit<'a>, head: &Head<'a>, earlier: Option<(usize, usize)>) -> Option<Found<'a>> {
    if head.form == Form::Passive {
        return passive(unit, head);
    }
    if let Some(found) = incise(unit, head) {
        return Some(found);
    }
    let (first, end) = after(unit, head)?;
    let mention = subject(unit, head).or(earlier);
    if mention.is_some_and(|(at, _)| is_author(unit, at)) {
        return None;
    }
    let opening = mention.map_or(head.first, |(at, _)| at.min(head.first));
    let opening = if opening > head.first || head.first - opening > 40 { head.first } else { opening };
    Some(Found { content: (first, end), frame: (frame_start(unit, opening), first), mention, verb: Some(*head) })
}

/// Whether the author speaks of himself: « je crois que », "we think": his own words, no report.
fn is_author(unit: &Unit, at: usize) -> bool {
    unit.pronoun(at).is_some_and(|fields| fields[0] == "1")
}

/// Who says it: the bound pronoun, or the phrase before the verb.
fn subject(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    if let Some(at) = head.inverted {
        return Some((at, at + 1));
    }
    match head.form {
        Form::Finite => unit.subject_before(head.first),
        _ => None,
    }
}

/// The frame of a report takes what opens its clause: « Interrogé par la presse, il a dit que ».
fn frame_start(unit: &Unit, opening: usize) -> usize {
    (0..opening).rev().find(|&at| unit.is_barrier(at) || unit.is_quote(at)).map_or(0, |at| at + 1)
}

/// « Il est accusé par X de Y »: the complement is what X says.
fn passive<'a>(unit: &Unit<'a>, head: &Head<'a>) -> Option<Found<'a>> {
    if !head.takes('p') {
        return None;
    }
    let link = |at: &usize| {
        unit.context.lexicon.list(List::Auxiliaries).get(unit.fold(*at)).is_some_and(|it| it.fields[0] == "link")
    };
    let agent = unit.context.lexicon.list(List::Auxiliaries);
    let by = agent.get(unit.fold(head.end)).is_some_and(|it| it.fields[0] == "agent");
    let mention = by.then(|| (head.end + 1, agent_end(unit, head.end + 1)));
    let from = mention.map_or(head.end, |(_, end)| end);
    let content = (from..(from + 3).min(unit.items.len())).find(link)?;
    let verbal = unit.tag(content + 1).infinitive || unit.tag(content + 1).present_participle;
    let end = complement_end(unit, content);
    let built = head.first < head.verb;
    let subject = unit.subject_before(head.first).filter(|_| built).map_or(head.first, |(first, _)| first);
    (verbal && end > content + 1).then_some(Found {
        content: (content, end),
        frame: (subject, content),
        mention,
        verb: Some(*head),
    })
}

fn agent_end(unit: &Unit, first: usize) -> usize {
    let end = unit.phrase_end(first);
    let complement = |at: usize| unit.tag(at + 1).infinitive || unit.tag(at + 1).present_participle;
    (first + 1..end).find(|&at| unit.role(at) == Some(Role::Of) && complement(at)).unwrap_or(end)
}

/// A complement ends at a comma before the main verb, else with its clause.
fn complement_end(unit: &Unit, first: usize) -> usize {
    let end = unit.clause_end(first);
    (first..end).find(|&at| unit.is_mark(at, &[','])).unwrap_or(end)
}

/// A report whose frame stands behind or inside what it reports: « …, a-t-il dit », "…, Cox says, …".
fn incise<'a>(unit: &Unit<'a>, head: &Head<'a>) -> Option<Found<'a>> {
    if head.form != Form::Finite || !(head.takes('q') || head.takes('c')) {
        return None;
    }
    let (opening, mention) = incise_opening(unit, head)?;
    let end = incise_end(unit, head, mention)?;
    let content = incise_content(unit, head, opening, end)?;
    Some(Found { content, frame: (opening, end), mention: Some(mention), verb: Some(*head) })
}

/// Where the frame opens and who stands in it.
fn incise_opening(unit: &Unit, head: &Head) -> Option<(usize, (usize, usize))> {
    let parted = |at: usize| at > 0 && (unit.is_mark(at - 1, &[',', '-', '!', '?', '…']) || unit.is_quote(at - 1));
    let group = clitics_start(unit, head.first);
    if let Some(at) = head.inverted {
        return parted(group).then_some((group, (at, at + 1)));
    }
    if parted(group) {
        let end = unit.phrase_end(head.end);
        let named = unit.class(head.end) == Some(Class::Determiner)
            || unit.is_capitalised(head.end)
            || unit.pronoun(head.end).is_some();
        if end > head.end && named {
            return Some((group, (head.end, end)));
        }
    }
    let (first, end) = unit.subject_before(head.first)?;
    parted(first).then_some((first, (first, end)))
}

/// Clitics and negations before the verb belong to its group: « lui a-t-il répondu ».
fn clitics_start(unit: &Unit, mut first: usize) -> usize {
    while first > 0 && unit.is_word(first - 1) && matches!(unit.role(first - 1), Some(Role::Clitic | Role::Negation)) {
        first -= 1;
    }
    first
}

/// Where the frame closes; none if a clause of its own follows, so that it is no incise.
fn incise_end(unit: &Unit, head: &Head, mention: (usize, usize)) -> Option<usize> {
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
            return None;
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

/// Where what follows the verb begins and ends.
fn after(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let named = if head.takes('k') { naming(unit, head) } else { None };
    named.or_else(|| clause_after(unit, head)).or_else(|| person_complement(unit, head)).or_else(|| object(unit, head))
}

/// « qualifie X de « Y » », "called X “Y”".
fn naming(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let end = unit.clause_end(head.end);
    let quote = (head.end..end).find(|&at| unit.is_quote(at) || unit.is_mark(at, &[',', ':']))?;
    let plain = !unit.states_something(head.end, quote);
    (unit.is_quote(quote) && plain && quote - head.end < CONTENT_REACH).then_some((head.end, end))
}

fn clause_after(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let french = unit.context.lexicon.language == Language::French;
    let mut object = false;
    let mut governed = false;
    if let Some(first) = complement_right_after(unit, head, french) {
        return Some((first, unit.clause_end(first)));
    }
    for at in head.end..(head.end + CONTENT_REACH).min(unit.items.len()) {
        let tag = unit.tag(at);
        match unit.kind(at)? {
            Kind::Quote(quote) => return quoted_after(unit, head, at, quote, object),
            Kind::Mark(':') => return after_colon(unit, head, at),
            Kind::Mark(',' | '-') => governed = false,
            Kind::Mark(_) => return None,
            Kind::Word => {}
        }
        if tag.role == Some(Role::Complementiser) {
            let fits = head.takes('c') && (!object || head.takes('o'));
            return fits.then(|| (at, unit.clause_end(at)));
        }
        if tag.role == Some(Role::Interrogative) && at <= head.end + 1 && head.takes('c') {
            return Some((at, unit.clause_end(at)));
        }
        if tag.finite {
            return bare_clause(unit, head, at, french);
        }
        if french && matches!(tag.role, Some(Role::Relative | Role::Subordinator)) {
            return None;
        }
        let preposition = tag.class == Some(Class::Preposition) || (tag.role == Some(Role::Of) && at > head.end);
        let opens = tag.class == Some(Class::Determiner) && tag.role != Some(Role::Of);
        object |= opens && !governed;
        governed = preposition || (governed && !tag.noun);
    }
    None
}

/// « dit avoir… », « se dit prêt… », « dit « mettre en garde » ».
fn complement_right_after(unit: &Unit, head: &Head, french: bool) -> Option<usize> {
    let at = head.end;
    let tag = unit.tag(at);
    let infinitive = tag.infinitive && tag.class != Some(Class::Determiner) && tag.class != Some(Class::Preposition);
    let led = tag.role == Some(Role::Infinitive) && unit.tag(at + 1).infinitive;
    let fits = if french { infinitive } else { led || (tag.present_participle && !tag.finite) };
    if head.takes('i') && fits && unit.is_word(at) {
        return Some(at);
    }
    let reflexive = |at: usize| {
        let list = unit.context.lexicon.list(List::Auxiliaries);
        list.get(unit.fold(at)).is_some_and(|entry| entry.fields[0] == "reflexive")
    };
    let reflexive = head.first.checked_sub(1).is_some_and(reflexive);
    let state = tag.adjective || tag.past_participle || unit.is_quote(at) || unit.class(at) == Some(Class::Adverb);
    (reflexive && head.takes('i') && state).then_some(at)
}

/// A quotation behind the verb, with what goes on in its clause.
fn quoted_after(unit: &Unit, head: &Head, at: usize, quote: usize, object: bool) -> Option<(usize, usize)> {
    let quotation = unit.context.segmentation.quotations[quote];
    let words = quotation.inner.of(unit.context.text).split_whitespace().count();
    let near = at == head.end
        || unit.is_mark(at - 1, &[',', ':'])
        || (at == head.end + 1 && !unit.is_subject_pronoun(head.end));
    let fragment = words < 4 && !quotation.inner.of(unit.context.text).ends_with(['.', '!', '?', ',']);
    if !head.takes('q') && !head.takes('c') || (object && !near && fragment) {
        return None;
    }
    if object && !near && head.takes('n') {
        return Some((head.end, unit.clause_end(head.end)));
    }
    let english = unit.context.lexicon.language == Language::English;
    let begins = unit.is_subject_pronoun(head.end) || unit.class(head.end) == Some(Class::Determiner);
    if english && head.takes('c') && !near && begins && !head.takes('o') {
        return Some((head.end, unit.clause_end(head.end)));
    }
    let mut end = at + 1;
    while unit.is_quote(end) || (unit.role(end) == Some(Role::Coordinator) && unit.is_quote(end + 1)) {
        end += 1;
    }
    let runs_on = fragment && unit.is_word(end) && unit.role(end) != Some(Role::Coordinator);
    Some((at, if runs_on { unit.clause_end(at) } else { end }))
}

/// After a colon: the quotations there, or the clause.
fn after_colon(unit: &Unit, head: &Head, colon: usize) -> Option<(usize, usize)> {
    let first = colon + 1;
    if !head.takes('q') && !head.takes('c') {
        return None;
    }
    if unit.is_quote(first) {
        let mut end = first + 1;
        while unit.is_quote(end) {
            end += 1;
        }
        return Some((first, end));
    }
    let end = unit.clause_end(first);
    (unit.states_something(first, end) && head.takes('c')).then_some((first, end))
}

/// English needs no "that": the clause begins with the subject of the verb found at `verb`.
fn bare_clause(unit: &Unit, head: &Head, verb: usize, french: bool) -> Option<(usize, usize)> {
    if french || !head.takes('c') || in_relative(unit, head) {
        return None;
    }
    let comma = (head.end..verb).any(|at| unit.is_mark(at, &[',', '-']));
    let (first, _) = unit.subject_before(verb).filter(|&(first, end)| first < end)?;
    let first = first.max(head.end);
    let subject = if first == head.end { bare_subject(unit, head, verb) } else { first };
    let relative = (head.end..verb).any(|at| unit.role(at) == Some(Role::Relative));
    (subject < verb && !relative && !(comma && first == head.end)).then(|| (subject, unit.clause_end(subject)))
}

/// Whether the verb itself stands in a clause about a noun: "the report that he wrote".
fn in_relative(unit: &Unit, head: &Head) -> bool {
    let Some((first, _)) = unit.subject_before(head.first) else { return false };
    let Some(before) = first.checked_sub(2) else { return false };
    let opens = matches!(unit.role(before + 1), Some(Role::Complementiser | Role::Relative));
    opens && unit.is_word(before) && unit.tag(before).noun && !unit.tag(before).finite
}

/// Skips when and to whom it was said: "told reporters Tuesday the plan would…".
fn bare_subject(unit: &Unit, head: &Head, verb: usize) -> usize {
    let addressed = head.takes('o') && !unit.is_subject_pronoun(head.end);
    let timed = unit.class(head.end) == Some(Class::Preposition);
    if !addressed && !timed {
        return head.end;
    }
    let opens = |at: &usize| {
        unit.is_subject_pronoun(*at)
            || (unit.class(*at) == Some(Class::Determiner) && unit.class(*at - 1) != Some(Class::Preposition))
    };
    (head.end + 1..verb).find(opens).unwrap_or(head.end)
}

/// « accuse X de Y », "urged X to Y": the person and the complement together.
fn person_complement(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    if !head.takes('p') {
        return None;
    }
    let list = unit.context.lexicon.list(List::Auxiliaries);
    let end = unit.clause_end(head.end);
    let link = (head.end..end.min(head.end + CONTENT_REACH)).find(|&at| {
        let links = list.get(unit.fold(at)).is_some_and(|entry| entry.fields[0] == "link");
        let next = unit.tag(at + 1);
        unit.is_word(at)
            && links
            && (next.infinitive || next.present_participle)
            && next.class != Some(Class::Determiner)
    })?;
    let plain = !unit.states_something(head.end, link);
    (plain && link > head.end).then_some((head.end, end))
}

/// « confirme la prolongation de la trêve »: a noun and its complements as what is reported.
fn object(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let opens = unit.class(head.end) == Some(Class::Determiner) || unit.tag(head.end).adjective;
    if !head.takes('n') || head.form != Form::Finite || !opens {
        return None;
    }
    let end = unit.clause_end(head.end);
    (unit.content_words(head.end, end) >= OBJECT_WORDS).then_some((head.end, end))
}
