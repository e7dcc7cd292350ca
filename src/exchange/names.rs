//! The contract's stable names of what the engine has as enums.

use crate::align::{ClaimRef, CopyKind, EvidenceKind, Relation};
use crate::article::BlockKind;
use crate::claim::{ActorKind, Certainty, DatePrecision, Mode, Place, Precision, SpeakerKind, Stance};
use crate::framing::{FigureRelation, FramingKind, LabelKind, StatementPart, SwapDoubt};

/// `a`, `b`, … `z`, then `a1`, `b1`…
pub(super) fn article(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}-"),
    }
}

/// Article id and claim number, from 1: `a3`.
pub(super) fn claim(claim: ClaimRef) -> String {
    format!("{}{}", article(claim.article), claim.claim + 1)
}

/// Declares one enum's names.
macro_rules! names {
    ($($function:ident($enum:ident) { $($variant:ident => $name:literal,)* })*) => {$(
        pub(super) const fn $function(value: $enum) -> &'static str {
            match value { $($enum::$variant => $name,)* }
        }
    )*};
}

names! {
    block(BlockKind) { Title => "title", Lead => "lead", Heading => "heading", Paragraph => "paragraph", }
    place(Place) { Title => "title", Lead => "lead", Body => "body", }
    mode(Mode) { Direct => "direct", Indirect => "indirect", }
    speaker(SpeakerKind) {
        Named => "named", Collective => "collective", Anonymous => "anonymous", Document => "document",
    }
    stance(Stance) {
        Neutral => "neutral", Insist => "insist", Doubt => "doubt", Concede => "concede", Blame => "blame",
    }
    certainty(Certainty) {
        Denied => "denied", Conditional => "conditional", Hedged => "hedged", Distanced => "distanced",
        Attributed => "attributed", Presupposed => "presupposed", Asserted => "asserted",
    }
    actor(ActorKind) {
        Person => "person", Organisation => "organisation", Place => "place", Group => "group", Unknown => "unknown",
    }
    precision(Precision) { Exact => "exact", About => "about", AtLeast => "at-least", AtMost => "at-most", }
    date_precision(DatePrecision) { Year => "year", Month => "month", Day => "day", Hour => "hour", }
    relation(Relation) { Equivalent => "equivalent", Overlap => "overlap", Contradict => "contradict", }
    evidence(EvidenceKind) {
        Name => "name", Number => "number", Date => "date", Quote => "quote", Word => "word",
        Synonym => "synonym", Speaker => "speaker", Copy => "copy",
    }
    copy(CopyKind) { Copy => "copy", Quotation => "quotation", }
    framing(FramingKind) {
        Label => "label", Loaded => "loaded", Speech => "speech", Verb => "verb", Conditional => "conditional", Hedge => "hedge",
        Distance => "distance", Presupposed => "presupposed", Agentless => "agentless", Blame => "blame", Figure => "figure", Place => "place",
        Certainty => "certainty", Only => "only",
    }
    swap_doubt(SwapDoubt) {
        Number => "number", Gender => "gender", Agreement => "agreement", Determiner => "determiner",
        Sound => "sound",
    }
    label(LabelKind) {
        Person => "person", Organisation => "organisation", Group => "group", Place => "place", Act => "act",
        Thing => "thing",
    }
    statement(StatementPart) {
        Difference => "difference", Shared => "shared", Only => "only", Heard => "heard",
    }
    figure(FigureRelation) { Equal => "equal", Compatible => "compatible", Different => "different", }
}

/// Four decimals: as fine as a score means anything, and the same text on every machine.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
