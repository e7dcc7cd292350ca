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
//! viendrait »), « pourrait » and « devrait » as modals.
//!
//! # Limits
//! Form decides, not meaning; [`crate::claim`] abstains where a supposition may be left unsaid.
//!
//! # Source
//! Abouda 2001; Merle 2004; contested by Dendale 1993, who calls it borrowed rather than doubtful.

use std::collections::BTreeSet;

use super::{FramingKind, Mark, Page};

/// One mark a verb.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut seen = BTreeSet::new();
    let cues = page.analysed.claims.claims.iter().flat_map(|claim| &claim.cues);
    cues.filter(|cue| cue.rule.starts_with("conditional/") && seen.insert(cue.span))
        .map(|cue| page.mark(FramingKind::Conditional, cue.rule, cue.span, cue.span))
        .collect()
}
