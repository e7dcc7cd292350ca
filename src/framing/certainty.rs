//! `certainty`: how far each outlet commits to what both tell.
//!
//! # What it marks
//! Linked claims that stand on different rungs of the ladder: asserted · presupposed · attributed ·
//! distanced · hedged · conditional · denied. Both rungs are given, with the words that carry them.
//!
//! # Why a reader cares
//! The same thing can be a fact for one and a rumour for the other.
//!
//! # Example
//! « Dix personnes sont mortes » / « Dix personnes seraient mortes » · "Ten people died" / "Ten people may have died".
//!
//! # Does not mark
//! How true a claim is: no rung is better than another. Claims whose link is doubtful; their rungs still show beside them.
//!
//! # Limits and measured precision
//! A claim has one rung, the lowest its words give it; [`crate::claim`] decides which. The words pointed at are those
//! that set the rung; where the outlet speaks for itself, none do.
//! Judged on the development events (`docs/precision`): fr 6 of 30 right, en 12 of 21. What is wrong is the link, or a speaker
//! who is none, hardly ever the rung itself: so it is off at first.
//!
//! # Source
//! Sauri & Pustejovsky 2009 (`FactBank`) for the ladder's idea; TAXONOMY for its rungs.

use super::{Difference, FramingKind, Linked, Scene, Side};
use crate::align::Confidence;
use crate::claim::{Certainty, Claim};

/// Where linked claims stand on different rungs.
pub(super) fn differences(scene: &Scene) -> Vec<Difference> {
    // A link that is only possible is more often wrong than right: what its claims' rungs differ by says nothing.
    let told = |linked: &Linked| Confidence::of(linked.link.score) != Confidence::Possible;
    let differ = |linked: &Linked| told(linked) && linked.a.certainty != linked.b.certainty;
    scene.links().filter(differ).map(|linked| difference(&linked)).collect()
}

fn difference(linked: &Linked) -> Difference {
    let attributed = |claim: &Claim| claim.certainty == Certainty::Attributed && claim.speaker.is_some();
    let rule = match (attributed(linked.a), attributed(linked.b)) {
        (true, _) => "certainty/rung-source-a",
        (_, true) => "certainty/rung-source-b",
        _ => "certainty/rung",
    };
    let mut found = linked.difference(FramingKind::Certainty, rule, (side(linked.a), side(linked.b)));
    found.details.extend([("rung_a", rung(linked.a.certainty)), ("rung_b", rung(linked.b.certainty))]);
    found.details.extend(linked.a.speaker.as_ref().map(|it| ("speaker_a", it.name.clone())));
    found.details.extend(linked.b.speaker.as_ref().map(|it| ("speaker_b", it.name.clone())));
    found
}

fn side(claim: &Claim) -> Side {
    Side { span: claim.carriers().first().copied(), value: Some(rung(claim.certainty)) }
}

fn rung(certainty: Certainty) -> String {
    let name = match certainty {
        Certainty::Denied => "denied",
        Certainty::Conditional => "conditional",
        Certainty::Hedged => "hedged",
        Certainty::Distanced => "distanced",
        Certainty::Attributed => "attributed",
        Certainty::Presupposed => "presupposed",
        Certainty::Asserted => "asserted",
    };
    name.to_owned()
}
