//! Quotations that no verb outside reports: frames inside them, frames before a colon, none at all.

use super::super::Context;
use super::clause::Found;
use super::cue::before_colon;
use super::head::{Head, heads};
use super::unit::{Kind, Unit, within};
use crate::lang::{Class, List, Role};
use crate::segment::Quotation;
use crate::text::Span;

/// Words below which a quotation inside a sentence is a borrowed expression rather than speech.
const SPEECH_WORDS: usize = 6;
/// Words around a quotation inside a quotation from which it is a story that is told.
const TOLD_WORDS: usize = 12;
/// Items that a frame inside a quotation may hold behind its speaker.
const FRAME_ITEMS: usize = 24;
/// How far before a quotation woven into a sentence its verb may stand.
const VERB_REACH: usize = 60;

/// A frame that stands inside a quotation: « …, souligne-t-elle. … ».
#[derive(Copy, Clone, Debug)]
pub(super) struct InnerFrame<'a> {
    pub(super) frame: Span,
    pub(super) mention: Span,
    pub(super) verb: Head<'a>,
    /// Where the verb stands.
    pub(super) verb_span: Span,
}

/// The frame inside the words of a quotation.
pub(super) fn inner_frame<'a>(context: &'a Context<'a>, quotation: Quotation) -> Option<InnerFrame<'a>> {
    within(context, quotation.inner, quotation.depth + 1).into_iter().find_map(|unit| {
        let found = heads(&unit).into_iter().find_map(|head| inner_head(&unit, head));
        found.map(|(head, opening, end, mention)| InnerFrame {
            frame: unit.span_of(opening, end),
            mention: unit.span_of(mention.0, mention.1),
            verb: head,
            verb_span: unit.span_of(head.verb, head.verb + 1),
        })
    })
}

type Inner<'a> = (Head<'a>, usize, usize, (usize, usize));

fn inner_head<'a>(unit: &Unit<'a>, head: Head<'a>) -> Option<Inner<'a>> {
    let mut group = head.first;
    while group > 0 && matches!(unit.role(group - 1), Some(Role::Clitic | Role::Negation)) {
        group -= 1;
    }
    let parted = group > 0 && unit.is_mark(group - 1, &[',', '!', '?', '…', '-', '.']);
    if !parted || !head.takes('q') {
        return None;
    }
    let third = |at: usize| unit.pronoun(at).is_some_and(|it| it[0] == "3" || unit.fold(at).ends_with("je"));
    let mention = match head.inverted {
        Some(at) if third(at) => (at, at + 1),
        Some(_) => return None,
        None => inverted_speaker(unit, head.end)?,
    };
    let from = mention.1.max(head.end);
    let close = frame_close(unit, from)?;
    let opens = |at: &usize| {
        matches!(unit.role(*at), Some(Role::Relative | Role::Subordinator | Role::Complementiser | Role::Interrogative))
    };
    let aside = (from..close).find(opens).unwrap_or(close);
    let plain = !(from..aside).any(|at| unit.tag(at).finite);
    let opening = if unit.is_mark(group - 1, &[',', '-']) { group - 1 } else { group };
    plain.then_some((head, opening, close, mention))
}

/// Where the frame closes: at the mark behind its speaker, or behind what the speaker does meanwhile: « dit Paul, en
/// montrant la porte, qui battait ».
fn frame_close(unit: &Unit, from: usize) -> Option<usize> {
    let marks = [',', '.', '!', '?', ';', ':', '-', '…'];
    let end = unit.items.len().min(from + FRAME_ITEMS);
    let mut close = from;
    loop {
        close = (close..end).find(|&at| unit.is_mark(at, &marks)).or((end == unit.items.len()).then_some(end))?;
        let next = close + 1;
        let meanwhile = unit.class(next) == Some(Class::Preposition) && unit.tag(next + 1).present_participle;
        let told = close > from && unit.role(next) == Some(Role::Relative);
        let clitic = usize::from(unit.role(next) == Some(Role::Clitic));
        let and_does = relative(unit, from, close) && unit.tag(next + clitic).finite;
        if !(unit.is_mark(close, &[',']) && (meanwhile || told || and_does)) {
            return Some(close);
        }
        close = next;
    }
}

fn relative(unit: &Unit, first: usize, end: usize) -> bool {
    (first..end).any(|at| unit.role(at) == Some(Role::Relative))
}

/// Who stands behind the verb: « dit Paul », « demanda en riant la voisine », « reprit mère Jeanne ».
fn inverted_speaker(unit: &Unit, verb_end: usize) -> Option<(usize, usize)> {
    let mut at = verb_end;
    loop {
        let gerund = unit.class(at) == Some(Class::Preposition) && unit.tag(at + 1).present_participle;
        if gerund {
            at += 2;
        } else if unit.class(at) == Some(Class::Adverb) || (unit.tag(at).adverb && !unit.is_capitalised(at)) {
            at += 1;
        } else {
            break;
        }
    }
    let determined = unit.class(at) == Some(Class::Determiner) && unit.role(at) != Some(Role::Of);
    let bare = unit.tag(at).noun && unit.tag(at).class.is_none() && unit.is_capitalised(at + 1);
    let end = unit.phrase_end(at);
    ((determined || unit.is_capitalised(at) || bare) && end > at).then_some((at, end))
}

/// The frame of a turn goes on to its end where nothing more is said: « dit Paul, en riant », « dit Paul. Il sortit. »
pub(super) fn frame_of_turn(context: &Context, frame: Span, turn: Span) -> Span {
    let all = context.tokens;
    let first = all.partition_point(|token| token.span.start < frame.end);
    let last = all.partition_point(|token| token.span.end <= turn.end).max(first);
    let rest = Rest { context, first, last };
    if rest.is_narrated() || last - first <= 1 { Span::new(frame.start, turn.end) } else { frame }
}

/// What follows the frame of a turn, as tokens.
struct Rest<'a> {
    context: &'a Context<'a>,
    first: usize,
    last: usize,
}

impl Rest<'_> {
    /// Whether nobody speaks in it: no verb of its own; or the author tells, of third persons, what was.
    fn is_narrated(&self) -> bool {
        let (tokens, tags) = (&self.context.tokens[self.first..self.last], &self.context.tags[self.first..self.last]);
        let voiced = tokens.iter().any(|token| matches!(token.fold.as_str(), "!" | "?" | "-"));
        let mut relative = false;
        let bare = tags.iter().all(|tag| {
            relative |= matches!(tag.role, Some(Role::Relative | Role::Subordinator | Role::Complementiser));
            !tag.finite || relative
        });
        let stops = tokens.first().is_some_and(|token| matches!(token.fold.as_str(), "." | "…"));
        let past = tags.iter().any(|tag| tag.finite && tag.imperfect);
        let third = self.opens_with_third_person();
        !voiced && (bare || (stops && (past || third) && !self.is_personal()))
    }

    fn opens_with_third_person(&self) -> bool {
        let first = (self.first..self.last).find(|&at| self.context.tokens[at].is_word());
        let pronouns = self.context.lexicon.list(List::Pronouns);
        first.is_some_and(|at| {
            let entry = pronouns.get(&self.context.tokens[at].fold);
            entry.is_some_and(|entry| entry.fields[0] == "3" && entry.fields[3] == "subject")
        })
    }

    fn is_personal(&self) -> bool {
        speaks_of_itself(self.context, self.first..self.last)
    }
}

/// Whether someone speaks among the tokens of himself or to someone: "I", « vous ».
fn speaks_of_itself(context: &Context, mut tokens: std::ops::Range<usize>) -> bool {
    let pronouns = context.lexicon.list(List::Pronouns);
    tokens.any(|at| pronouns.get(&context.tokens[at].fold).is_some_and(|it| it.fields[0] != "3"))
}

/// What becomes of a quotation that no verb outside it reports.
pub(super) enum Fate<'a> {
    /// Its frame stands before a colon.
    Framed(Found<'a>),
    /// Speech whose speaker was named before.
    Free,
    /// Speech woven into a sentence: its subject says it.
    Woven(Option<(usize, usize)>),
    /// A borrowed expression, a title, a name.
    Borrowed,
}

/// Decides what quotation `quote`, item `at` of the unit, is.
///
/// `alone`: nothing but quotations stands in the unit.
pub(super) fn fate<'a>(unit: &Unit<'a>, at: usize, quotation: Quotation, alone: bool) -> Fate<'a> {
    let words = quotation.inner.of(unit.context.text).split_whitespace().count();
    let colon = at.checked_sub(1).filter(|&before| unit.is_mark(before, &[':']));
    if let Some(colon) = colon.filter(|_| words > 1) {
        let mention = before_colon(unit, colon);
        return Fate::Framed(Found { content: (at, at + 1), frame: (0, at), mention, verb: None });
    }
    let sentence =
        quotation.inner.of(unit.context.text).ends_with(['.', '!', '?', '…', ',']) || states(unit, quotation);
    if alone {
        return if words >= 3 && sentence { Fate::Free } else { Fate::Borrowed };
    }
    if words < SPEECH_WORDS || !(states(unit, quotation) || personal(unit, quotation)) {
        return Fate::Borrowed;
    }
    let verb = (at.saturating_sub(VERB_REACH)..at).rev().find(|&item| unit.tag(item).finite);
    Fate::Woven(verb.and_then(|verb| unit.subject_before(verb)).filter(|(first, end)| first < end))
}

/// Whether no word of the unit stands outside quotations.
pub(super) fn is_all_quoted(unit: &Unit) -> bool {
    (0..unit.items.len()).all(|item| !unit.is_word(item))
}

/// Whether the item is a quotation long enough to be speech.
pub(super) fn is_speech(unit: &Unit, at: usize) -> bool {
    let Some(Kind::Quote(quote)) = unit.kind(at) else { return false };
    let inner = unit.context.segmentation.quotations[quote].inner;
    inner.of(unit.context.text).split_whitespace().take(SPEECH_WORDS).count() == SPEECH_WORDS
}

/// Whether the unit tells so much around the speech that it quotes that both stand apart.
pub(super) fn is_told(unit: &Unit) -> bool {
    let speech = (0..unit.items.len()).any(|at| is_speech(unit, at));
    speech && (0..unit.items.len()).filter(|&at| unit.is_word(at)).count() >= TOLD_WORDS
}

/// Whether a clause with its verb stands in the quotation.
fn states(unit: &Unit, quotation: Quotation) -> bool {
    tokens(unit, quotation).any(|at| unit.context.tags[at].finite)
}

fn personal(unit: &Unit, quotation: Quotation) -> bool {
    speaks_of_itself(unit.context, tokens(unit, quotation))
}

fn tokens(unit: &Unit, quotation: Quotation) -> std::ops::Range<usize> {
    let all = unit.context.tokens;
    let first = all.partition_point(|token| token.span.start < quotation.inner.start);
    first..all.partition_point(|token| token.span.start < quotation.inner.end)
}
