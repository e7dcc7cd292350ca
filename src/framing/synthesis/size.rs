//! How far apart two tellings of one claim are, by the type of their difference: 0 (hardly) to 1 (they cannot both hold).

use crate::claim::{ActorKind, Certainty, Stance};
use crate::framing::{Difference, FramingKind, Linked, Scene, Side};

/// Versions that cannot both hold.
pub(super) const CONTRADICTION: f64 = 1.0;
/// Figures that something explains: another date, source or scope.
const FIGURE_EXPLAINED: f64 = 0.8;
/// Figures that nothing explains.
const FIGURE_UNKNOWN: f64 = 0.7;
/// Figures that can both be right.
const FIGURE_COMPATIBLE: f64 = 0.3;
/// Neighbouring rungs, and what each rung more adds.
const RUNGS_NEIGHBOURING: f64 = 0.4;
const RUNG_MORE: f64 = 0.1;
/// Other names for a group, place or act; for one person they are mostly a matter of style.
const NAMES: f64 = 0.6;
const NAMES_OF_A_PERSON: f64 = 0.2;
/// The same words given to somebody else.
const SPEAKERS: f64 = 0.7;
/// A neutral verb here, one that insists there; and one that doubts, admits or accuses.
const VERB_INSISTS: f64 = 0.4;
const VERB_JUDGES: f64 = 0.6;
/// Early here, late there.
const PLACES: f64 = 0.5;

/// The size of a difference; none for one that no synthesis tells.
pub(super) fn of(scene: &Scene, linked: &Linked, difference: &Difference) -> Option<f64> {
    Some(match difference.kind {
        FramingKind::Figure => figure(difference.rule),
        FramingKind::Certainty => rungs(linked.a.certainty, linked.b.certainty),
        FramingKind::Label => names(scene, linked, difference),
        FramingKind::Speech => SPEAKERS,
        FramingKind::Verb => verbs(linked)?,
        FramingKind::Place => PLACES,
        _ => return None,
    })
}

fn figure(rule: &str) -> f64 {
    match rule {
        "figure/contradiction" => CONTRADICTION,
        "figure/bound" | "figure/approximation" | "figure/rounding" => FIGURE_COMPATIBLE,
        "figure/unknown" => FIGURE_UNKNOWN,
        _ => FIGURE_EXPLAINED,
    }
}

fn rungs(a: Certainty, b: Certainty) -> f64 {
    let apart = (a as u8).abs_diff(b as u8).saturating_sub(1);
    RUNGS_NEIGHBOURING + RUNG_MORE * f64::from(apart)
}

fn names(scene: &Scene, linked: &Linked, difference: &Difference) -> f64 {
    let person = |article: usize, side: &Side| {
        let claims = &scene.pages.get(article)?.analysed.claims;
        let span = side.span?;
        let first = claims.mentions.partition_point(|mention| mention.span.end <= span.start);
        let mention = claims.mentions.get(first).filter(|mention| mention.span.overlaps(span))?;
        Some(claims.actors.get(mention.actor)?.kind == ActorKind::Person)
    };
    let sides = [person(linked.link.a.article, &difference.a), person(linked.link.b.article, &difference.b)];
    if sides.contains(&Some(true)) { NAMES_OF_A_PERSON } else { NAMES }
}

fn verbs(linked: &Linked) -> Option<f64> {
    let (a, b) = (linked.a.verb.as_ref()?.stance, linked.b.verb.as_ref()?.stance);
    let mild = |stance: Stance| matches!(stance, Stance::Neutral | Stance::Insist);
    Some(if mild(a) && mild(b) { VERB_INSISTS } else { VERB_JUDGES })
}
