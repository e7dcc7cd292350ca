//! What a reporting verb reports, outside and around quotations.

use super::head::{Form, Head};
use super::incise::{clitics_start, incise, is_contracted};
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
/// How far before its verb a shared subject's own verb may stand.
const SHARED_REACH: usize = 40;
/// How many small words may stand between a verb and the infinitive it governs.
const GOVERNOR_REACH: usize = 4;
/// Words an object must carry to be worth comparing: « confirme la trêve » says less than a claim does.
const OBJECT_WORDS: usize = 2;

/// The report that `head` makes, if it makes one.
pub(super) fn report<'a>(unit: &Unit<'a>, head: &Head<'a>, earlier: Option<(usize, usize)>) -> Option<Found<'a>> {
    if head.form == Form::Passive {
        return passive(unit, head).or_else(|| impersonal(unit, head)).or_else(|| believed(unit, head));
    }
    if let Some(found) = incise(unit, head) {
        return Some(found);
    }
    let (first, end) = after(unit, head)?;
    if withheld(unit, head, first) {
        return None;
    }
    let end = relative_end(unit, head, (first, end));
    let mention = subject(unit, head)
        .or_else(|| shared_subject(unit, head, earlier))
        .filter(|&mention| names_someone(unit, mention));
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
        Form::Finite => {
            let (first, end) = unit.subject_before(head.first).filter(|&(first, end)| first < end)?;
            let pronoun =
                first.checked_sub(1).filter(|&at| unit.is_subject_pronoun(at) && !has_noun(unit, (first, end)));
            let joined = unit.role(end - 1) == Some(Role::Coordinator);
            pronoun.map(|at| (at, first)).or_else(|| (!joined).then_some((first, end)))
        }
        _ => None,
    }
}

/// The subject that a participle, an infinitive or a coordinated verb shares: of the report before where that comes
/// last, else of the last finite verb. « Il a salué la foule, assurant que… », "appears tired and asks".
fn shared_subject(unit: &Unit, head: &Head, earlier: Option<(usize, usize)>) -> Option<(usize, usize)> {
    let coordinated = head.form != Form::Finite
        || clitics_start(unit, head.first).checked_sub(2).is_some_and(|at| unit.role(at) == Some(Role::Coordinator))
        || clitics_start(unit, head.first).checked_sub(1).is_some_and(|at| unit.role(at) == Some(Role::Coordinator));
    let reach = head.first.saturating_sub(SHARED_REACH);
    let parted = |at: usize| unit.is_mark(at, &['.', ';', '!', '?']) || unit.is_quote(at);
    let verb = (reach..head.first)
        .rev()
        .take_while(|&at| !parted(at))
        .find(|&at| unit.tag(at).finite && !is_subordinate(unit, at));
    let own = verb.filter(|&verb| coordinated && earlier.is_none_or(|(first, _)| first < verb));
    let group = own.map(|verb| clitics_start(unit, verb));
    let reported = group.is_some_and(|group| earlier.is_some_and(|(first, end)| end <= group || first > group));
    let found = group.filter(|_| !reported).and_then(|group| unit.subject_before(group));
    found.filter(|&(first, end)| first < end).or(earlier)
}

/// Whether a relative or conjunction opens the clause of the verb: « des pays où la loi est appliquée, soulignant… ».
fn is_subordinate(unit: &Unit, verb: usize) -> bool {
    let clause =
        (verb.saturating_sub(SHARED_REACH)..verb).rev().take_while(|&at| unit.is_word(at) && !unit.tag(at).finite);
    clause
        .into_iter()
        .any(|at| matches!(unit.role(at), Some(Role::Relative | Role::Complementiser | Role::Subordinator)))
}

/// Whether a phrase may name a speaker: it has a noun, and is no end of a verb's: "could | not implement their laws".
fn names_someone(unit: &Unit, mention: (usize, usize)) -> bool {
    has_noun(unit, mention) && unit.role(mention.0) != Some(Role::Negation)
}

/// Whether a name, a noun or a pronoun stands in the phrase.
fn has_noun(unit: &Unit, (first, end): (usize, usize)) -> bool {
    (first..end).any(|at| {
        let tag = unit.tag(at);
        let unknown = tag.class.is_none() && tag.role.is_none() && !tag.adjective && !tag.adverb && tag.verb.is_none();
        tag.noun || unknown || unit.is_capitalised(at) || unit.pronoun(at).is_some()
    })
}

/// Whether nothing is said: « refuse de dire combien… », "did not say when…".
fn withheld(unit: &Unit, head: &Head, content: usize) -> bool {
    let refuses = |at: usize| unit.tag(at).verb.is_some_and(|lemma| is_builder(unit, lemma, "refusal"));
    let governed = head.form == Form::Infinitive
        && (head.first.saturating_sub(GOVERNOR_REACH)..head.first).any(|at| unit.is_word(at) && refuses(at));
    let asks = |at: usize| {
        matches!(unit.role(at), Some(Role::Interrogative | Role::Subordinator))
            && unit.role(at) != Some(Role::Complementiser)
    };
    let negated = (head.first.saturating_sub(2)..head.end).any(|at| unit.role(at) == Some(Role::Negation));
    governed || (negated && (asks(content) || content.checked_sub(1).is_some_and(asks)))
}

/// Whether a lemma or word builds verb groups in this way (`auxiliaries.tsv`).
fn is_builder(unit: &Unit, word: &str, role: &str) -> bool {
    unit.context.lexicon.list(List::Auxiliaries).get(word).is_some_and(|entry| entry.fields[0] == role)
}

/// What a relative clause reports ends with that clause: « X, qui affirme que…, a fait appel ».
fn relative_end(unit: &Unit, head: &Head, (first, end): (usize, usize)) -> usize {
    let group = clitics_start(unit, head.first);
    let relative = group.checked_sub(1).filter(|&at| unit.role(at) == Some(Role::Relative));
    let Some(relative) = relative else { return end };
    let parted = relative.checked_sub(1).is_some_and(|at| unit.is_mark(at, &[',', '-']));
    if parted {
        let closes = |at: &usize| unit.is_mark(*at, &[',', '-']) && verb_group(unit, *at + 1);
        return (first + 1..end).find(closes).unwrap_or(end);
    }
    main_verb(unit, first, end).unwrap_or(end)
}

/// Whether a finite verb begins at the item, small words before it apart.
fn verb_group(unit: &Unit, mut at: usize) -> bool {
    let limit = at + 4;
    while at < limit && !unit.tag(at).finite && matches!(unit.role(at), Some(Role::Clitic | Role::Negation)) {
        at += 1;
    }
    unit.tag(at).finite
}

/// Where what is said from `first` on gives way to the main verb: "his claim that X won | was rejected".
pub(super) fn main_verb(unit: &Unit, first: usize, end: usize) -> Option<usize> {
    let clausal = matches!(unit.role(first), Some(Role::Complementiser | Role::Interrogative | Role::Relative));
    let planned =
        (first..end.min(first + GOVERNOR_REACH)).any(|at| unit.tag(at).infinitive && unit.tag(at).class.is_none());
    let mut stated = !clausal && (planned || unit.role(first) == Some(Role::Of));
    for at in first + 1..end {
        let opens = matches!(
            unit.role(at),
            Some(Role::Relative | Role::Complementiser | Role::Subordinator | Role::Coordinator)
        );
        if opens || unit.is_mark(at, &[',']) || unit.is_subject_pronoun(at) {
            stated = false;
        } else if unit.tag(at).finite && stated {
            return Some(clitics_start(unit, at).max(first + 1));
        } else {
            stated |= unit.tag(at).finite;
        }
    }
    None
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
    if mention.is_none() && head.entry.fields[0] != "blame" {
        return None;
    }
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

/// « il a été annoncé que », "it was announced that", "was told that": nobody need be named.
fn impersonal<'a>(unit: &Unit<'a>, head: &Head<'a>) -> Option<Found<'a>> {
    let by = is_builder(unit, unit.fold(head.end), "agent");
    let mention = by.then(|| (head.end + 1, unit.phrase_end(head.end + 1))).filter(|&(first, end)| first < end);
    let that = mention.map_or(head.end, |(_, end)| end);
    let said = head.takes('c') && head.first < head.verb && unit.role(that) == Some(Role::Complementiser);
    let end = unit.clause_end(that);
    (said && unit.states_something(that, end)).then_some(Found {
        content: (that, end),
        frame: (frame_start(unit, head.first), that),
        mention,
        verb: Some(*head),
    })
}

/// "The driver is said to have fled": what is said runs around the verb.
fn believed<'a>(unit: &Unit<'a>, head: &Head<'a>) -> Option<Found<'a>> {
    let to = unit.role(head.end) == Some(Role::Infinitive) && unit.tag(head.end + 1).infinitive;
    if !to || !head.takes('c') || head.takes('p') || head.first >= head.verb {
        return None;
    }
    let (first, _) = unit.subject_before(head.first).filter(|&(first, end)| first < end && end <= head.first)?;
    Some(Found {
        content: (first, unit.clause_end(head.end)),
        frame: (head.first, head.end),
        mention: None,
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
        let asks = match tag.role {
            Some(Role::Interrogative) => head.takes('c'),
            Some(Role::Subordinator) => head.takes('w'),
            _ => false,
        };
        if asks && at <= head.end + 1 {
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
        object |= opens && !governed && !is_contracted(unit, at);
        governed = preposition || (governed && !tag.noun);
    }
    None
}

/// « dit avoir… », « se dit prêt… », « dit « mettre en garde » ».
fn complement_right_after(unit: &Unit, head: &Head, french: bool) -> Option<usize> {
    let at = head.end;
    let small = |at: &usize| matches!(unit.role(*at), Some(Role::Negation | Role::Clitic));
    let verb = (at..at + GOVERNOR_REACH).find(|at| !small(at)).unwrap_or(at);
    let tag = unit.tag(if french { verb } else { at });
    let infinitive = tag.infinitive && tag.class != Some(Class::Determiner) && tag.class != Some(Class::Preposition);
    let to = if unit.role(at) == Some(Role::Negation) { at + 1 } else { at };
    let led = unit.role(to) == Some(Role::Infinitive) && unit.tag(to + 1).infinitive;
    let linked = is_builder(unit, unit.fold(verb), "link") && unit.tag(verb + 1).infinitive;
    let fits = if french { infinitive || linked } else { led || (tag.present_participle && !tag.finite) };
    if head.takes('i') && fits && unit.is_word(at) {
        return Some(at);
    }
    let reflexive = |at: usize| {
        let list = unit.context.lexicon.list(List::Auxiliaries);
        list.get(unit.fold(at)).is_some_and(|entry| entry.fields[0] == "reflexive")
    };
    let reflexive = head.first.checked_sub(1).is_some_and(reflexive);
    let tag = unit.tag(at);
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
    let governed = at > head.end
        && (unit.role(at - 1) == Some(Role::Of)
            || unit.class(at - 1) == Some(Class::Preposition)
            || is_contracted(unit, at - 1));
    if !head.takes('q') && !head.takes('c') || (object && !near && fragment) || (governed && fragment) {
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

/// Whether a pronoun before the verb is its object: « l'a reconnu coupable ».
fn has_object(unit: &Unit, head: &Head) -> bool {
    let before = head.first.checked_sub(1).filter(|&at| unit.role(at) == Some(Role::Clitic));
    before.is_some_and(|at| unit.class(at) == Some(Class::Determiner))
}

/// « confirme la prolongation de la trêve »: a noun and its complements as what is reported.
fn object(unit: &Unit, head: &Head) -> Option<(usize, usize)> {
    let determined = unit.class(head.end) == Some(Class::Determiner) && unit.role(head.end) != Some(Role::Of);
    let opens = determined && !is_contracted(unit, head.end)
        || unit.tag(head.end).adjective
        || unit.context.lexicon.list(List::Determiners).has(unit.fold(head.end)) && !is_contracted(unit, head.end);
    let added = head.form == Form::Participle && head.first.checked_sub(1).is_some_and(|at| unit.is_mark(at, &[',']));
    if !head.takes('n') || !(head.form == Form::Finite || added) || !opens || has_object(unit, head) {
        return None;
    }
    let end = unit.clause_end(head.end);
    (unit.content_words(head.end, end) >= OBJECT_WORDS).then_some((head.end, end))
}
