//! `agentless`: what was done, without who did it.
//!
//! # What it marks
//! A passive without its agent; « on » before an act.
//!
//! # Why a reader cares
//! Leaving out who acted changes what readers remember. Often it is just not known, or obvious: the mark
//! does not say which.
//!
//! # Example
//! Des couloirs **ont été mis en place**. · Three men **were killed**.
//!
//! # Does not mark
//! A passive with « par » or "by"; states (« la ville est située », "is known"); reflexive verbs; verbs
//! whose past is made with « être »; what could be done (« pourrait être créé »). A present or imperfect only with verbs of acts, as « est fermé » is
//! mostly a state.
//!
//! # Limits and measured precision
//! An agent named in another sentence or clause, or by another word than "by" (« dans un raid turc »), is not seen: half of
//! the doubtful marks. What is demanded or planned (« devra être fermé ») is marked like what was done.
//! An act as the subject of a verb (« des frappes ont visé ») names no agent either, and is not marked.
//! Headlines without auxiliary (« trois hommes tués ») are left alone.
//! Measured: `docs/precision`.
//!
//! # Source
//! Entman 1991; Pan & Kosicki 1993; Trew 1979 on agency in headlines. List: `agents.tsv`.

use super::{FramingKind, Mark, Page};
use crate::lang::{List, Pos};

/// How many adverbs may stand between the auxiliary and its participle.
const MOST_BETWEEN: usize = 3;
/// How far after the participle an agent is looked for, in tokens.
const AGENT_REACH: usize = 14;

/// One mark a verb.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for sentence in &page.analysed.segmentation.sentences {
        let range = page.tokens_of(sentence.span);
        let mut at = range.start;
        while at < range.end {
            let found = passive(page, at, range.end).or_else(|| nobody(page, at, range.end));
            let Some(Found { rule, from, to }) = found else {
                at += 1;
                continue;
            };
            let span = page.span(from.max(range.start), to);
            marks.push(page.mark(FramingKind::Agentless, rule, span, page.span(at, at + 1)));
            at = to.max(at + 1);
        }
    }
    marks
}

/// Tokens of a verb without an agent.
struct Found {
    rule: &'static str,
    from: usize,
    to: usize,
}

/// How surely an auxiliary makes a passive of an act rather than tell a state.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Strength {
    /// been, being, to be: nearly always.
    Strong,
    /// was, fut, sera: mostly.
    Middling,
    /// is, est, était: only with verbs of acts.
    Weak,
}

fn passive(page: &Page, at: usize, end: usize) -> Option<Found> {
    let strength = match class(page, at)? {
        "been" | "be" => Strength::Strong,
        "be_then" => Strength::Middling,
        "be_now" => Strength::Weak,
        _ => return None,
    };
    // "is being", "has been": the later auxiliary decides.
    let verb = after_adverbs(page, at + 1, end)?;
    let graded = (at + 1..verb).any(|between| class(page, between) == Some("degree"));
    let active = reflexive_before(page, at) || is_possible(page, at) || is_hedged(page, at, verb) || graded;
    if matches!(class(page, verb), Some("been" | "be")) || active {
        return None;
    }
    let done = is_done(page, verb, strength);
    let to = tail(page, verb + 1).min(end);
    (done && !has_agent(page, to, end)).then(|| Found { rule: "agentless/passive", from: start(page, at), to })
}

fn class<'a>(page: &Page<'a>, at: usize) -> Option<&'a str> {
    page.entry(List::Agents, at)?.entry.fields.first().copied()
}

/// The first token that is not an adverb.
fn after_adverbs(page: &Page, from: usize, end: usize) -> Option<usize> {
    let passed =
        |at: usize| matches!(class(page, at), Some("skip" | "degree")) || page.likeliest(at) == Some(Pos::Adverb);
    (from..end.min(from + MOST_BETWEEN + 1)).find(|&at| !passed(at))
}

/// Whether the token is the participle of something done by someone.
fn is_done(page: &Page, at: usize, strength: Strength) -> bool {
    let list = page.lexicon.list(List::Agents);
    let of_class = |lemma: &str, class: &str| list.get(lemma).is_some_and(|it| it.fields.first() == Some(&class));
    let mut verbs = page.participle_of(at).peekable();
    if verbs.peek().is_none() {
        return false;
    }
    let verbs: Vec<&str> = verbs.collect();
    let adjective = page.likeliest(at) != Some(Pos::Verb);
    let event = verbs.iter().any(|lemma| of_class(lemma, "event"));
    let never = verbs.iter().any(|lemma| of_class(lemma, "never"));
    let free = match strength {
        Strength::Strong => true,
        Strength::Middling => !adjective,
        Strength::Weak => false,
    };
    event || free && !never
}

/// Past the words that belong to the verb: « mis **en place** ».
fn tail(page: &Page, at: usize) -> usize {
    let found = page.entry(List::Agents, at).filter(|it| it.entry.fields.first() == Some(&"tail"));
    at + found.map_or(0, |it| it.length_tokens)
}

/// Whether an agent follows before the clause ends.
fn has_agent(page: &Page, from: usize, end: usize) -> bool {
    let stop = end.min(from + AGENT_REACH);
    let clause = (from..stop).take_while(|&at| !matches!(page.fold(at), "." | ";" | ":" | "!" | "?"));
    clause.into_iter().any(|at| class(page, at) == Some("agent"))
}

/// Whether an infinitive tells what could be done: « pourrait être créé », "can be appealed" tell no act.
fn is_possible(page: &Page, at: usize) -> bool {
    let modal = (at.saturating_sub(MOST_BETWEEN)..at).any(|before| class(page, before) == Some("possible"));
    modal && class(page, at) == Some("be")
}

/// Whether auxiliary and participle are words that lower certainty: "was set to", « est supposé ».
fn is_hedged(page: &Page, at: usize, verb: usize) -> bool {
    let cues = page.lexicon.list(List::CertaintyCues);
    let found = cues.at_lemma(page.tokens, at, &page.lexicon.vocabulary);
    found.is_some_and(|it| it.length_tokens > verb - at && it.entry.fields[0].starts_with("hedge/"))
}

fn reflexive_before(page: &Page, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| class(page, before) == Some("reflexive"))
}

/// The first token of the verb: « **ont** été ».
fn start(page: &Page, at: usize) -> usize {
    let auxiliary = |at: usize| matches!(class(page, at), Some("have" | "be_now" | "be_then" | "been"));
    let mut first = at;
    for before in (at.saturating_sub(MOST_BETWEEN)..at).rev() {
        match class(page, before) {
            _ if auxiliary(before) => first = before,
            Some("skip" | "degree") => {}
            _ => break,
        }
    }
    first
}

/// A subject that names nobody, before an act: « on a tiré ».
fn nobody(page: &Page, at: usize, end: usize) -> Option<Found> {
    if class(page, at)? != "one" {
        return None;
    }
    let auxiliary = after_adverbs(page, at + 1, end).filter(|&it| class(page, it) == Some("have"))?;
    let verb = after_adverbs(page, auxiliary + 1, end)?;
    is_done(page, verb, Strength::Weak).then_some(Found { rule: "agentless/on", from: at, to: verb + 1 })
}
