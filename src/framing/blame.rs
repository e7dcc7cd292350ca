//! `blame`: why it happened, whose fault it is, what must be done.
//!
//! # What it marks
//! Words that give a cause (because of, in retaliation for, sparked by), lay or take blame (responsible for an
//! attack, accused of, war crime), or call for a remedy (must, call for, urge someone to). One rule each.
//!
//! # Why a reader cares
//! To give a cause is to choose one among many, and who is to blame and what is to be done follow from it:
//! with the problem itself these are what a frame consists of.
//!
//! # Example
//! **en représailles à** l'attaque; il est **responsable du** massacre; **il faut** agir. · **because of** the
//! strike; **to blame for** the crash; leaders **must** act.
//!
//! # Does not mark
//! Causes that are denied ("not because of"); offices (« le ministre responsable des transports »); "must" and
//! "should" of rules, guesses and the past ("must be over 18", "must have left"); « devoir » of what is due
//! (« le procès doit s'ouvrir lundi »); fixed expressions (« il faut dire »).
//!
//! # Limits and measured precision
//! A cause told without such words ("the bridge fell; the bolts were loose") is not seen, nor is one in
//! another sentence. Whether "should" advises or expects is told by what follows only.
//! Judged on texts that no rule was mended on: fr 19 of 28 right (6 arguable), en 8 of 10 (`docs/precision`). In reviews,
//! letters and instructions far fewer: "you must try the soup" is a remedy in form alone.
//!
//! # Source
//! Entman 1993: problem, cause, moral judgement, remedy. List: `causes.tsv`.

use super::{FramingKind, Mark, Page};
use crate::lang::{Class, List, Match, Pos, Role};
use crate::text::TokenKind;

/// How far behind its cue a harm may stand: "responsible for *the deadly attack*".
const HARM_REACH: usize = 6;
/// How far behind « devoir » a date may stand.
const DATE_REACH: usize = 20;
/// How far before a modal a question word may stand: "whether he should".
const QUESTION_REACH: usize = 3;
/// Cues of at most so many words begin with the verb that wants: "need to".
const MODAL_TOKENS: usize = 2;
/// How far before its cue a word may stand that takes a cause back: "not only because of".
const DENIAL_REACH: usize = 2;

/// One mark a cue.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < page.tokens.len() {
        let Some(found) = listed(page, at) else {
            at += 1;
            continue;
        };
        let end = at + found.length_tokens;
        if let Some(rule) = rule(page, at, &found) {
            let span = page.span(at, end);
            marks.push(page.mark(FramingKind::Blame, rule, span, span));
        }
        at = end;
    }
    marks
}

/// The longest entry at `at`, its first word in any form.
fn listed<'a>(page: &Page<'a>, at: usize) -> Option<Match<'a>> {
    let list = page.lexicon.list(List::Causes);
    let inflected = page.readings(at).iter().filter_map(|it| list.at_form_of(page.tokens, at, it.lemma));
    let all = list.at(page.tokens, at).into_iter().chain(inflected);
    all.filter(|found| !matches!(class(found), "harm" | "remedial" | "rule" | "not")).max_by_key(|it| it.length_tokens)
}

fn class<'a>(found: &Match<'a>) -> &'a str {
    found.entry.fields.first().copied().unwrap_or_default()
}

/// The rule of a cue, where what follows is as the list asks.
fn rule(page: &Page, at: usize, found: &Match) -> Option<&'static str> {
    let [class, guard] = found.entry.fields[..] else { return None };
    let end = at + found.length_tokens;
    let named = page.is_name(at) && !page.is_headlined(at);
    let told = !named && !page.is_asked(at) && follows(page, at, end, guard);
    let rule = match class {
        "cause" if !is_denied(page, at) && !led(page, at) => "blame/cause",
        "blame" if !is_denied(page, at) => "blame/fault",
        "remedy" if !is_rule(page, at) && !page.is_imagined(at) => "blame/remedy",
        _ => return None,
    };
    told.then_some(rule)
}

/// Whether what the guard asks for follows.
fn follows(page: &Page, at: usize, end: usize, guard: &str) -> bool {
    let next = page.past_small_words(end);
    match guard {
        "noun" => names(page, next) && !is_bare_verb(page, next),
        "deed" => names(page, next) || page.is_infinitive(next),
        "clause" => page.has_finite_verb(end),
        "event" => page.has_finite_verb(end) && tells_event(page, at),
        "verb" => wants(page, at, end),
        "harm" => harms(page, end),
        "act" => acts(page, at) && (takes_object(page, end) || harms(page, end)),
        "said" => acts(page, at),
        "effect" => acts(page, at) && harms(page, end),
        "remedial" => acts(page, at) && is_class(page, page.past_small_words(end), "remedial") && !is_dated(page, end),
        "link" => acts(page, at) && calls(page, end),
        _ => true,
    }
}

fn is_class(page: &Page, at: usize, class: &str) -> bool {
    page.is_class(List::Causes, at, class)
}

/// Whether an article stands before the cue: "her thanks to the mayor", "the need to act".
fn led(page: &Page, at: usize) -> bool {
    at > 0 && page.leads(at - 1)
}

/// Whether a modal belongs to a question asked in passing, to a relative clause, or to an "it" that stands for nothing.
fn is_embedded(page: &Page, at: usize) -> bool {
    let before = (at.saturating_sub(QUESTION_REACH)..at).rev().take_while(|&it| page.tokens[it].is_word());
    let asked = before.into_iter().any(|it| matches!(page.tags[it].role, Some(Role::Interrogative | Role::Relative)));
    let subject = at.checked_sub(1).and_then(|it| page.lexicon.list(List::Pronouns).get(page.fold(it)));
    asked || subject.is_some_and(|it| it.fields.get(2) == Some(&"n"))
}

/// Whether the sentence tells of a harm or of an act with an effect on others: what is loved or thought has reasons, no cause.
/// An effect stands before its cause, or after a cause that begins the sentence.
fn tells_event(page: &Page, at: usize) -> bool {
    let agents = page.lexicon.list(List::Agents);
    let event = |lemma: &str| agents.get(lemma).is_some_and(|it| it.fields.first() == Some(&"event"));
    let sentence = page.sentence_tokens(at);
    let told = if page.begins_sentence(at) { at..sentence.end } else { sentence.start..at };
    told.into_iter().any(|it| is_class(page, it, "harm") || page.tags[it].verb.is_some_and(event))
}

/// Whether the token stands as a verb in the active voice, of what was, is or is wanted.
fn acts(page: &Page, at: usize) -> bool {
    let Some(tag) = page.tags.get(at) else { return false };
    let built = |it: usize| {
        matches!(
            page.entry(List::Agents, it).and_then(|it| it.entry.fields.first().copied()),
            Some("be_now" | "be_then" | "be" | "been")
        )
    };
    if tag.past_participle && at > 0 && tag.auxiliary.is_some_and(|it| built(it) || built(at - 1)) {
        return false;
    }
    let infinitive = tag.infinitive && at > 0 && page.tags[at - 1].role == Some(Role::Infinitive);
    page.verb_group(at).is_some() || infinitive || tag.present_participle && !tag.noun
}

fn is_bare_verb(page: &Page, at: usize) -> bool {
    page.tags.get(at).is_some_and(|tag| tag.infinitive && !tag.noun && !tag.adjective)
}

/// Whether a thing, a doing or a number is named at `at`.
fn names(page: &Page, at: usize) -> bool {
    let number = page.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    number || page.governs_noun(at) || page.is_gerund(at)
}

/// Whether an object follows a verb: someone or something, without a preposition.
fn takes_object(page: &Page, end: usize) -> bool {
    let next = page.past_small_words(end);
    let led = page.tags.get(end).is_some_and(|tag| tag.class == Some(Class::Preposition));
    !led && (page.governs_noun(next) || page.is_person(next))
}

/// Whether a harm follows in the same phrase.
fn harms(page: &Page, from: usize) -> bool {
    let words = (from..page.tokens.len()).take(HARM_REACH);
    let mut phrase = words.take_while(|&at| page.tokens[at].is_word() && (at == from || !page.tags[at].finite));
    phrase.any(|at| is_class(page, at, "harm"))
}

/// Whether a modal wants something done: an infinitive follows, of no state and no past.
fn wants(page: &Page, at: usize, end: usize) -> bool {
    let next = page.past_small_words(end);
    let Some(tag) = page.tags.get(next) else { return false };
    // "would need to", "did not need to" want nothing; a phrase that begins with no verb is as written.
    let modal = page.tags[at].is_auxiliary() || page.tags[at].verb.is_none() || end > at + MODAL_TOKENS;
    let wanted = modal || page.verb_group(at).is_some_and(|group| group.actual && !group.negated);
    if led(page, at) || !wanted || !tag.infinitive || is_embedded(page, at) {
        return false;
    }
    if page.is_class(List::Agents, next, "have") {
        return false;
    }
    // "must be held", "should be a priority", against "must be tired", "should be ready by noon".
    let state = page.is_class(List::Agents, next, "be") || tag.class == Some(Class::Auxiliary);
    let after = page.past_small_words(next + 1);
    let done = page.tags.get(after).is_some_and(|tag| tag.past_participle);
    !state || done && page.likeliest(after) != Some(Pos::Adjective) || page.leads(after)
}

/// Whether someone is called on to do something: an object, then a small word with an infinitive; or a noun of an act.
fn calls(page: &Page, end: usize) -> bool {
    let linked = |at: usize| {
        let tag = &page.tags[at];
        let small = matches!(tag.role, Some(Role::Infinitive | Role::Of)) || tag.class == Some(Class::Preposition);
        small && page.is_infinitive(at + 1)
    };
    page.governed(end).any(linked)
}

/// Whether a word of denial stands just before: "not because of".
fn is_denied(page: &Page, at: usize) -> bool {
    let before = (at.saturating_sub(DENIAL_REACH)..at).rev();
    let negated = page.verb_group(at).is_some_and(|group| group.negated);
    negated || before.take_while(|&it| page.tokens[it].is_word()).any(|it| is_class(page, it, "not"))
}

/// Whether the sentence speaks of rules: what must be done is then no remedy.
fn is_rule(page: &Page, at: usize) -> bool {
    page.sentence_tokens(at).any(|it| is_class(page, it, "rule"))
}

/// Whether a date follows in the clause: what must happen then is due.
fn is_dated(page: &Page, from: usize) -> bool {
    let clause = (from..page.tokens.len()).take(DATE_REACH).take_while(|&at| page.tokens[at].is_word());
    let lists = [List::Weekdays, List::Months];
    clause.into_iter().any(|at| lists.iter().any(|&list| page.entry(list, at).is_some()))
}
