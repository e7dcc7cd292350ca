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
//! Words between quotation marks that nobody says: titles, nicknames, single words (see `distance`); what the author
//! says of himself (« je crois que », "we think").
//!
//! # Limits and measured precision
//! It says no more than what [`crate::claim`] found, and less where the text does not name the speaker on the spot:
//! a quotation further on in a paragraph is *most likely* its speaker's, one in another paragraph may be anyone's. What
//! is retold without a subject is left alone, unless a passive hides who says it. That two speakers differ is said
//! only where both are known by name, or one is and the other is kept secret.
//!
//! # Source
//! `PolNeAR` (Newell et al. 2018) for what counts as attributed; FRACAS (2023) for French.

use super::{Difference, FramingKind, Linked, Mark, Page, Scene, Side};
use crate::claim::{Certainty, Claim, Mode, Speaker, SpeakerKind, Stance};
use crate::lang::List;

/// Fewer words retold are a rest of the frame: "anything | he says".
const LEAST_WORDS: usize = 3;

/// One mark a claim that is given to a source.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let claims = page.analysed.claims.claims.iter();
    claims.filter_map(|claim| Some((claim, rule(page, claim)?))).map(|(claim, rule)| mark(page, claim, rule)).collect()
}

fn mark(page: &Page, claim: &Claim, rule: &'static str) -> Mark {
    let speaker = claim.speaker.as_ref();
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

/// How surely the text says who speaks; none for the author's own words.
fn rule(page: &Page, claim: &Claim) -> Option<&'static str> {
    let known = known(page, claim);
    Some(match (claim.mode?, known) {
        (Mode::Direct, Known::No) => "speech/direct-unknown",
        (Mode::Direct, Known::Before) => "speech/direct-before",
        (Mode::Direct, Known::Pronoun) => "speech/direct-pronoun",
        (Mode::Direct, Known::Anonymous) => "speech/direct-anonymous",
        (Mode::Direct, Known::Yes) => "speech/direct",
        // « défend le projet », "questioned the science" tell an attitude rather than words.
        (Mode::Indirect, _) if !tells(page, claim) => return None,
        // Without a subject in reach, what looks like a report is as often the author's own remark.
        (Mode::Indirect, Known::No) if is_hidden(page, claim) => "speech/indirect-unknown",
        (Mode::Indirect, Known::No) => return None,
        (Mode::Indirect, Known::Pronoun) => "speech/indirect-pronoun",
        (Mode::Indirect, Known::Anonymous) => "speech/indirect-anonymous",
        (Mode::Indirect, Known::Yes | Known::Before) => "speech/indirect",
    })
}

/// How the text names a speaker.
enum Known {
    /// Not at all, or too far away to be sure.
    No,
    /// Just before, in the same paragraph.
    Before,
    /// By a pronoun that goes to nobody for sure.
    Pronoun,
    /// As someone without a name.
    Anonymous,
    /// Here.
    Yes,
}

fn known(page: &Page, claim: &Claim) -> Known {
    let Some(speaker) = &claim.speaker else { return Known::No };
    let Some(mention) = speaker.mention else {
        return if is_near(page, claim, speaker) { Known::Before } else { Known::No };
    };
    let words = page.tokens_of(mention);
    let pronoun = words.len() <= 2 && words.clone().any(|at| is_pronoun(page, at));
    match speaker.kind {
        _ if speaker.actor.is_none() && pronoun && speaker.name.to_lowercase() == page.fold(words.end - 1) => {
            Known::Pronoun
        }
        SpeakerKind::Anonymous => Known::Anonymous,
        _ => Known::Yes,
    }
}

fn is_pronoun(page: &Page, at: usize) -> bool {
    let entry = page.lexicon.list(List::Pronouns).get(page.fold(at));
    entry.is_some_and(|it| it.fields.last() == Some(&"subject"))
}

/// Whether the one who speaks is named in the paragraph: a quotation further on may be anyone's.
fn is_near(page: &Page, claim: &Claim, speaker: &Speaker) -> bool {
    let blocks = &page.analysed.article.blocks;
    let Some(block) = blocks.iter().find(|block| block.span.contains(claim.span)) else { return false };
    let claims = page.analysed.claims.claims.iter().filter(|other| block.span.contains(other.span));
    let mut speakers = claims.filter_map(|other| other.speaker.as_ref());
    speakers.any(|other| other.name == speaker.name && other.mention.is_some())
}

/// Whether what is retold is more than a noun: a clause, an infinitive, or words of which some are quoted.
fn tells(page: &Page, claim: &Claim) -> bool {
    let quotations = &page.analysed.segmentation.quotations;
    let first = quotations.partition_point(|quotation| quotation.span.start < claim.span.start);
    let quoted = quotations.get(first).is_some_and(|quotation| claim.span.contains(quotation.span));
    let content = page.tokens_of(claim.span);
    let verbal = |at: usize| page.tags[at].infinitive || page.tags[at].present_participle;
    let blames = claim.verb.as_ref().is_some_and(|verb| verb.stance == Stance::Blame);
    let acts = if blames {
        content.clone().any(|at| verbal(at) && !page.tags[at].noun)
    } else {
        content.clone().take(1).any(verbal)
    };
    let told = claim.verb.is_none() || quoted || acts || page.is_clause(content.clone(), true);
    let words = page.tokens[content].iter().filter(|token| token.is_word()).count();
    told && words >= LEAST_WORDS && !proves(page, claim)
}

/// Whether someone shows rather than says: evidence is said by documents alone.
fn proves(page: &Page, claim: &Claim) -> bool {
    let document = claim.speaker.as_ref().is_some_and(|it| it.kind == SpeakerKind::Document);
    let verb = claim.verb.as_ref().and_then(|verb| page.lexicon.list(List::ReportingVerbs).get(&verb.lemma));
    let patterns = verb.and_then(|entry| entry.fields.get(1)).copied().unwrap_or_default();
    !document && patterns.contains('e') && !patterns.contains('q')
}

/// Whether the text hides who says it by a passive: « il a été annoncé que ».
fn is_hidden(page: &Page, claim: &Claim) -> bool {
    let Some(verb) = &claim.verb else { return false };
    page.tags.get(page.tokens_of(verb.span).start).is_some_and(|tag| tag.past_participle && tag.auxiliary.is_some())
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
