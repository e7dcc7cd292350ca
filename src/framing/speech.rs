//! `speech`: words given to a source.
//!
//! # What it marks
//! A claim that the article gives to someone: quoted or retold; a person or body by name, a group, a
//! source without a name, a document. Between linked claims: another speaker, another mode, or a
//! speaker on one side and the outlet's own voice on the other.
//!
//! # Why a reader cares
//! Who gets to speak, and who does not, is a choice; and a claim is as good as its source.
//!
//! # Example
//! « Nous partirons », a déclaré la maire. · "We will leave," the mayor said.
//!
//! # Does not mark
//! Words between quotation marks that nobody says: titles, nicknames, single words (see `distance`).
//!
//! # Limits and measured precision
//! It says no more than what [`crate::claim`] found. That two speakers differ is said only where both
//! are known by name, or one is and the other is kept secret.
//!
//! # Source
//! `PolNeAR` (Newell et al. 2018) for what counts as attributed; FRACAS (2023) for French.

use super::{Difference, FramingKind, Linked, Mark, Page, Scene, Side};
use crate::claim::{Certainty, Claim, Mode, SpeakerKind};

/// One mark a claim that is given to a source.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let claims = page.analysed.claims.claims.iter();
    claims.filter_map(|claim| Some(mark(page, claim, claim.mode?))).collect()
}

fn mark(page: &Page, claim: &Claim, mode: Mode) -> Mark {
    let speaker = claim.speaker.as_ref();
    let anonymous = speaker.is_some_and(|it| it.kind == SpeakerKind::Anonymous);
    let rule = match (mode, speaker, anonymous) {
        (Mode::Direct, None, _) => "speech/direct-unknown",
        (Mode::Direct, _, true) => "speech/direct-anonymous",
        (Mode::Direct, _, false) => "speech/direct",
        (Mode::Indirect, None, _) => "speech/indirect-unknown",
        (Mode::Indirect, _, true) => "speech/indirect-anonymous",
        (Mode::Indirect, _, false) => "speech/indirect",
    };
    let verb = claim.verb.as_ref().map(|verb| verb.span);
    let cue = verb.or_else(|| speaker.and_then(|it| it.mention)).unwrap_or(claim.span);
    let mut mark = page.mark(FramingKind::Speech, rule, claim.span, cue);
    // Whose words these are is what the mark itself says.
    mark.details.remove("said_by");
    if let Some(speaker) = speaker {
        mark.details.insert("speaker", speaker.name.clone());
    }
    mark
}

/// Where linked claims are given to different speakers, or in different ways.
pub(super) fn differences(scene: &Scene) -> Vec<Difference> {
    scene.links().filter_map(|linked| difference(scene, &linked)).collect()
}

fn difference(scene: &Scene, linked: &Linked) -> Option<Difference> {
    let rule = match (&linked.a.speaker, &linked.b.speaker) {
        (Some(a), Some(b)) if scene.same_speaker(linked.link, a, b) == Some(false) => "speech/speaker",
        // Attributed against asserted is what `certainty` tells.
        (Some(_), None) if linked.b.mode.is_none() && !tells_certainty(linked) => "speech/author-b",
        (None, Some(_)) if linked.a.mode.is_none() && !tells_certainty(linked) => "speech/author-a",
        _ => match (linked.a.mode?, linked.b.mode?) {
            (Mode::Direct, Mode::Indirect) => "speech/mode-a",
            (Mode::Indirect, Mode::Direct) => "speech/mode-b",
            _ => return None,
        },
    };
    let mut found = linked.difference(FramingKind::Speech, rule, (side(linked.a), side(linked.b)));
    found.details.extend(linked.a.speaker.as_ref().map(|it| ("speaker_a", it.name.clone())));
    found.details.extend(linked.b.speaker.as_ref().map(|it| ("speaker_b", it.name.clone())));
    Some(found)
}

fn tells_certainty(linked: &Linked) -> bool {
    let rungs = [linked.a.certainty, linked.b.certainty];
    rungs.contains(&Certainty::Attributed) && rungs.contains(&Certainty::Asserted)
}

fn side(claim: &Claim) -> Side {
    let speaker = claim.speaker.as_ref();
    Side { span: speaker.and_then(|it| it.mention), value: speaker.map(|it| it.name.clone()) }
}
