//! Who is said to have said what: reports, their frames, the words that name the speaker.
//!
//! Rules over units (`unit`): reporting verbs with their clause before, after or around them (`head`,
//! `clause`), source cues without a verb (`cue`), quotations that stand by themselves (`quoted`).
//! The patterns are those of the shallow systems for French and English quotations (de La Clergerie 2011,
//! SAPIENS; Pareti 2013 for English), with a verb list per language instead of a parser.

mod clause;
mod cue;
mod head;
mod quoted;
mod unit;

use std::collections::BTreeSet;

use self::clause::Found;
use self::quoted::Fate;
use self::unit::{Context, Kind, Unit};
use super::{Actor, ActorKind, Mention, Mode, Report, ReportingVerb, Stance};
use crate::article::BlockKind;
use crate::lang::{Lexicon, Role, Tag};
use crate::segment::{Quotation, Segmentation};
use crate::text::{Span, Token};

/// Share of a content's bytes between quotation marks from which it counts as quoted.
const QUOTED_SHARE: f64 = 0.7;

/// The reports of an article, in order of their contents.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    tags: &[Tag],
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    actors: &[Actor],
    mentions: &[Mention],
) -> Vec<Report> {
    let context = Context { text, tokens, tags, segmentation, lexicon };
    let person = |unit: &Unit, (first, end): (usize, usize)| {
        let span = unit.span_of(first, end);
        let at = mentions.partition_point(|mention| mention.span.start < span.start);
        let here = mentions[at..].iter().take_while(|mention| mention.span.end <= span.end);
        here.into_iter().any(|mention| actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person))
    };
    let turns = turns(&context);
    let spoken: BTreeSet<usize> = turns.iter().map(|(block, _)| *block).collect();
    let mut reports = Vec::new();
    for unit in unit::units(&context) {
        if !spoken.contains(&unit.block) {
            in_unit(&unit, &person, &mut reports);
        }
    }
    reports.extend(turns.into_iter().map(|(_, report)| report));
    reports.sort_by_key(|report| (report.content.start, std::cmp::Reverse(report.content.end)));
    reports
}

fn in_unit<'a>(unit: &Unit<'a>, person: &impl Fn(&Unit<'a>, (usize, usize)) -> bool, reports: &mut Vec<Report>) {
    let mut found: Vec<Found> = Vec::new();
    let mut earlier = None;
    for head in head::heads(unit) {
        let report = clause::report(unit, &head, earlier);
        earlier = report.and_then(|report| report.mention).or(earlier);
        found.extend(report);
    }
    found.extend(cue::reports(unit));
    let sentences = &unit.context.segmentation.sentences;
    let sentence = sentences.partition_point(|one| one.span.start < unit.span.start);
    let kind = sentences.get(sentence).map(|one| one.kind);
    if matches!(kind, Some(BlockKind::Title | BlockKind::Heading)) {
        found.extend(cue::headline(unit, person));
    }
    let spans: Vec<Span> = found.iter().map(|one| unit.span_of(one.content.0, one.content.1)).collect();
    reports.extend(found.iter().map(|one| to_report(unit, one)));
    for (at, item) in unit.items.iter().enumerate() {
        let Kind::Quote(quote) = item.kind else { continue };
        if !spans.iter().any(|span| span.contains(item.span)) {
            reports.extend(quotation(unit, at, unit.context.segmentation.quotations[quote]));
        }
    }
}

/// A quotation outside all reports found so far.
fn quotation(unit: &Unit, at: usize, quotation: Quotation) -> Option<Report> {
    if let Some(inner) = quoted::inner_frame(unit.context, quotation.inner, unit.block) {
        let verb = Some(reporting_verb(&inner.verb, inner.verb_span));
        let frame = Some(inner.frame);
        return Some(Report {
            content: quotation.span,
            frame,
            mode: Mode::Direct,
            mention: Some(inner.mention),
            verb,
            inherits: false,
        });
    }
    let direct = |mention: Option<Span>, inherits| Report {
        content: quotation.span,
        frame: None,
        mode: Mode::Direct,
        mention,
        verb: None,
        inherits,
    };
    match quoted::fate(unit, at, quotation) {
        Fate::Framed(found) => Some(to_report(unit, &found)),
        Fate::Free => Some(direct(None, true)),
        Fate::Woven(mention) => Some(direct(mention.map(|(first, end)| unit.span_of(first, end)), false)),
        Fate::Borrowed => None,
    }
}

/// The turns of dialogues: the paragraph, without the frame that ends it.
fn turns(context: &Context) -> Vec<(usize, Report)> {
    let mut turns = Vec::new();
    let mut sentences = context.segmentation.sentences.iter().enumerate().peekable();
    for quotation in context.segmentation.quotations.iter().filter(|one| one.dashed) {
        while sentences.next_if(|(_, sentence)| sentence.span.end <= quotation.span.start).is_some() {}
        let block = sentences.peek().map_or(0, |(_, sentence)| sentence.block);
        turns.push((block, turn(context, quotation, block)));
    }
    turns
}

fn turn(context: &Context, quotation: &Quotation, block: usize) -> Report {
    let mut report =
        Report { content: quotation.span, frame: None, mode: Mode::Direct, mention: None, verb: None, inherits: true };
    if let Some(inner) = quoted::inner_frame(context, quotation.inner, block) {
        let frame = quoted::frame_of_turn(context, inner.frame, quotation.inner);
        if frame.end >= quotation.inner.end {
            report.content.end = frame.start;
        }
        report.frame = Some(frame);
        report.mention = Some(inner.mention);
        report.verb = Some(reporting_verb(&inner.verb, inner.verb_span));
        report.inherits = false;
    }
    report
}

fn to_report(unit: &Unit, found: &Found) -> Report {
    let content = unit.span_of(found.content.0, found.content.1);
    let verb = found.verb.map(|head| reporting_verb(&head, unit.span_of(head.verb, head.verb + 1)));
    Report {
        content,
        frame: Some(unit.span_of(found.frame.0, found.frame.1)).filter(|frame| !frame.is_empty()),
        mode: mode(unit, found),
        mention: found.mention.map(|(first, end)| unit.span_of(first, end)),
        verb,
        inherits: false,
    }
}

fn mode(unit: &Unit, found: &Found) -> Mode {
    let (mut first, end) = found.content;
    while matches!(unit.role(first), Some(Role::Complementiser)) {
        first += 1;
    }
    let content = unit.span_of(first, end);
    let quoted: usize = (first..end).filter(|&at| unit.is_quote(at)).map(|at| unit.items[at].span.len()).sum();
    if quoted as f64 >= QUOTED_SHARE * content.len() as f64 && unit.is_quote(first) {
        Mode::Direct
    } else {
        Mode::Indirect
    }
}

fn reporting_verb(head: &head::Head, span: Span) -> ReportingVerb {
    let stance = match head.entry.fields.first().copied() {
        Some("insist") => Stance::Insist,
        Some("doubt") => Stance::Doubt,
        Some("concede") => Stance::Concede,
        Some("blame") => Stance::Blame,
        _ => Stance::Neutral,
    };
    ReportingVerb { span, lemma: head.entry.key.clone(), stance }
}
