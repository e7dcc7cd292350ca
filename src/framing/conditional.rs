//! `conditional`: the French conditional that passes news on without commitment.
//!
//! # What it marks
//! A verb in the conditional by which the article transmits what it does not confirm.
//!
//! # Why a reader cares
//! It is the French way of saying "we were told so, we are not sure", in a single ending.
//!
//! # Example
//! Le ministre **aurait répondu**. Trois soldats **seraient morts**. (English has no such form: see `hedge`.)
//!
//! # Does not mark
//! Suppositions with « si », politeness (« je voudrais »), the future seen from the past (« il a dit qu'il
//! viendrait »), « pourrait » and « devrait » as modals, plans in the passive (« une aide serait versée »).
//!
//! # Limits and measured precision
//! Form decides, not meaning; [`crate::claim`] abstains where a supposition may be left unsaid.
//! Measured: `docs/precision`.
//!
//! # Source
//! Abouda 2001; Merle 2004; contested by Dendale 1993, who calls it borrowed rather than doubtful.

use std::collections::BTreeSet;

use super::{FramingKind, Mark, Page};
use crate::claim::Claim;
use crate::lang::List;
use crate::text::Span;

/// How far before its participle a verb's pronoun may stand.
const REFLEXIVE_REACH: usize = 4;

/// One mark a verb.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut seen = BTreeSet::new();
    let claims = page.analysed.claims.claims.iter();
    let cues = claims.flat_map(|claim| claim.cues.iter().map(move |cue| (claim, cue)));
    cues.filter(|(claim, cue)| cue.rule.starts_with("conditional/") && passes_on(page, claim, cue.span))
        .map(|(_, cue)| cue)
        .filter(|cue| seen.insert(cue.span))
        .map(|cue| page.mark(FramingKind::Conditional, cue.rule, cue.span, cue.span))
        .collect()
}

/// Whether the form may pass news on. A modal (« pourrait être créé ») says what is possible; a passive
/// (« serait attribué ») is mostly a plan, and news only where a source is named.
fn passes_on(page: &Page, claim: &Claim, span: Span) -> bool {
    let tokens = page.tokens_of(span);
    let Some(tag) = page.tags.get(tokens.start) else { return false };
    let list = page.lexicon.list(List::CertaintyCues);
    let modal = tag.verb.and_then(|lemma| list.get(lemma)).is_some_and(|it| it.fields[0].starts_with("conditional/"));
    let passive =
        page.is_class(List::Agents, tokens.start, "be_then") && tokens.len() > 1 && is_transitive(page, tokens.end - 1);
    let sourced = claim.speaker.is_some() && claim.verb.is_none();
    !modal && (!passive || sourced)
}

/// Whether a participle is of a verb that has a passive.
fn is_transitive(page: &Page, at: usize) -> bool {
    let list = page.lexicon.list(List::Agents);
    let never = |lemma: &str| list.get(lemma).is_some_and(|it| it.fields.first() == Some(&"never"));
    page.participle_of(at).all(|lemma| !never(lemma)) && !reflexive(page, at)
}

/// Whether a reflexive pronoun stands before the verb: « se serait rendu ».
fn reflexive(page: &Page, at: usize) -> bool {
    (at.saturating_sub(REFLEXIVE_REACH)..at).any(|before| page.is_class(List::Agents, before, "reflexive"))
}
