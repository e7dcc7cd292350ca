//! Reporting verbs in a unit, with their auxiliaries, negations and inverted subjects.

use super::unit::Unit;
use crate::lang::{Entry, Language, List, Role};
use crate::text::Token;

/// The form a reporting verb stands in.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// dit, a dit, says, is saying: has a subject of its own.
    Finite,
    /// précisant, adding: shares the subject of its clause.
    Participle,
    /// préciser, to add.
    Infinitive,
    /// est accusé, accused by.
    Passive,
    /// l'annonce que, his claim that.
    Noun,
}

/// A reporting verb in a unit.
#[derive(Copy, Clone, Debug)]
pub(super) struct Head<'a> {
    /// Item of its first auxiliary, or of itself.
    pub(super) first: usize,
    /// Item of the verb.
    pub(super) verb: usize,
    /// One past the verb and what is bound to it.
    pub(super) end: usize,
    /// Item of a pronoun bound to it: -t-il.
    pub(super) inverted: Option<usize>,
    pub(super) form: Form,
    pub(super) entry: &'a Entry,
}

impl Head<'_> {
    /// Whether the word takes this pattern (`reporting_verbs.tsv`, `reporting_nouns.tsv`).
    pub(super) fn takes(&self, pattern: char) -> bool {
        self.entry.fields.get(1).is_some_and(|patterns| patterns.contains(pattern))
    }
}

/// The reporting verbs outside quotations, in order.
pub(super) fn heads<'a>(unit: &Unit<'a>) -> Vec<Head<'a>> {
    (0..unit.items.len()).filter_map(|at| head(unit, at)).collect()
}

fn head<'a>(unit: &Unit<'a>, at: usize) -> Option<Head<'a>> {
    let tag = unit.tag(at);
    let lemma = tag.verb.filter(|_| unit.is_word(at))?;
    let context = unit.context;
    let verbs = context.lexicon.list(List::ReportingVerbs);
    let whole = verbs.at_form_of(context.tokens, unit.items[at].token, lemma);
    let parted = parted_phrase(unit, at);
    let parted =
        parted.as_ref().and_then(|tokens| verbs.at_form_of(tokens, 0, lemma)).filter(|found| found.length_tokens > 1);
    let (entry, length) = match parted {
        Some(found) => (found.entry, found.length_tokens + 1),
        None => whole.map(|found| (found.entry, found.length_tokens))?,
    };
    let (form, first) = form(unit, at)?;
    let end = at + length;
    let bound = (first + 1..=end).find(|&item| unit.is_inverted_pronoun(item));
    Some(Head { first, verb: at, end: end.max(bound.map_or(0, |item| item + 1)), inverted: bound, form, entry })
}

/// The tokens from item `at` on, a pronoun bound to the verb left out: « met-il en garde ».
fn parted_phrase(unit: &Unit, at: usize) -> Option<Vec<Token>> {
    const PHRASE_WORDS: usize = 4;
    if !unit.is_inverted_pronoun(at + 1) {
        return None;
    }
    let first = unit.items[at].token;
    let rest = unit.context.tokens.get(first + 2..)?.iter().take(PHRASE_WORDS);
    Some(unit.context.tokens[first..=first].iter().chain(rest).cloned().collect())
}

fn form(unit: &Unit, at: usize) -> Option<(Form, usize)> {
    let tag = unit.tag(at);
    let english = unit.context.lexicon.language == Language::English;
    if tag.finite {
        return Some((Form::Finite, at));
    }
    if let Some(auxiliary) = tag.auxiliary {
        let first = (0..at).rev().find(|&item| unit.items[item].token <= auxiliary)?;
        let near = (first..at).rev().find(|&item| unit.tag(item).is_auxiliary())?;
        let passive = tag.past_participle && is_copula(unit, near) && !is_reflexive(unit, first);
        return Some((if passive { Form::Passive } else { Form::Finite }, first));
    }
    if tag.present_participle && (!tag.noun || !nominal(unit, at)) {
        return Some((Form::Participle, at));
    }
    if tag.infinitive && !nominal(unit, at) && (!english || led_by_to(unit, at)) {
        return Some((Form::Infinitive, at));
    }
    (tag.past_participle && agent_follows(unit, at)).then_some((Form::Passive, at))
}

/// Whether "to" stands before, an adverb between them or not: without it, "the conspiracy charge" has no verb.
fn led_by_to(unit: &Unit, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|before| unit.role(before) == Some(Role::Infinitive))
}

/// Whether a determiner or adjective before makes it a noun: "the saying".
fn nominal(unit: &Unit, at: usize) -> bool {
    use crate::lang::Class;
    at.checked_sub(1).is_some_and(|before| unit.class(before) == Some(Class::Determiner) || unit.tag(before).adjective)
}

/// Whether the item is a form of the verb that makes passives: data, not code, knows its name.
fn is_copula(unit: &Unit, at: usize) -> bool {
    let copula = unit.context.lexicon.list(List::Auxiliaries);
    unit.tag(at).verb.is_some_and(|lemma| copula.get(lemma).is_some_and(|entry| entry.fields[0] == "passive"))
}

fn is_reflexive(unit: &Unit, first: usize) -> bool {
    let list = unit.context.lexicon.list(List::Auxiliaries);
    let reflexive = |at: usize| list.get(unit.fold(at)).is_some_and(|entry| entry.fields[0] == "reflexive");
    first.checked_sub(1).is_some_and(reflexive)
}

/// Whether « par » or "by" follows closely.
fn agent_follows(unit: &Unit, at: usize) -> bool {
    let list = unit.context.lexicon.list(List::Auxiliaries);
    list.get(unit.fold(at + 1)).is_some_and(|entry| entry.fields[0] == "agent")
}
