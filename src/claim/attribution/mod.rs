//! Who is said to have said what: reports, their frames, the words that name the speaker.
//!
//! Rules over units (`unit`): reporting verbs with their clause before, after or around them (`head`,
//! `clause`, `incise`), source cues without a verb (`cue`), quotations that stand by themselves (`quoted`).
//! The patterns are those of the shallow systems for French and English quotations (de La Clergerie 2011,
//! SAPIENS; Pareti 2013 for English), with a verb list per language instead of a parser.

mod clause;
mod cue;
mod head;
mod incise;
mod quoted;
mod unit;

use self::clause::Found;
use self::quoted::{Fate, InnerFrame};
use self::unit::{Kind, Unit};
use super::{ActorKind, Context, Mode, Report, ReportingVerb, Stance};
use crate::article::BlockKind;
use crate::lang::Role;
use crate::segment::Quotation;
use crate::text::Span;

/// Share of a content's bytes between quotation marks from which it counts as quoted.
const QUOTED_SHARE: f64 = 0.7;

/// The reports of an article, in order of their contents.
pub(super) fn find(context: &Context) -> Vec<Report> {
    let Context { segmentation, actors, mentions, .. } = *context;
    let person = |unit: &Unit, (first, end): (usize, usize)| {
        let span = unit.span_of(first, end);
        let at = mentions.partition_point(|mention| mention.span.start < span.start);
        let here = mentions[at..].iter().take_while(|mention| mention.span.end <= span.end);
        here.into_iter().any(|mention| actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person))
    };
    let turns: Vec<Quotation> = segmentation.quotations.iter().filter(|one| one.dashed).copied().collect();
    let spoken = |span: Span| {
        let before = turns.partition_point(|turn| turn.span.start <= span.start);
        before.checked_sub(1).is_some_and(|at| turns[at].span.contains(span))
    };
    let mut reports = Vec::new();
    for unit in unit::units(context).iter().filter(|unit| !spoken(unit.span)) {
        in_unit(unit, &person, &mut reports);
    }
    reports.extend(turns.iter().map(|turn| turn_report(context, turn)));
    for quotation in &segmentation.quotations {
        nested(context, quotation, &mut reports);
    }
    reports.sort_by_key(|report| (report.content.start, std::cmp::Reverse(report.content.end)));
    share_speakers(context, &mut reports);
    reports
}

/// A quotation that goes on in the next paragraph has its speaker where that one names it.
fn share_speakers(context: &Context, reports: &mut [Report]) {
    let open = context.segmentation.quotations.iter().filter(|one| one.unclosed && one.depth == 0);
    let open: Vec<Span> = open.map(|one| one.span).collect();
    for at in (0..reports.len().saturating_sub(1)).rev() {
        let (content, next) = (reports[at].content, &reports[at + 1]);
        let unnamed = reports[at].mention.is_none() && open.binary_search(&content).is_ok();
        let goes_on = Span::new(content.end, next.content.start).of(context.text).trim().is_empty();
        if unnamed && goes_on && next.mode == Mode::Direct && next.content.start > content.end && next.mention.is_some()
        {
            (reports[at].mention, reports[at].verb) = (next.mention, next.verb.clone());
        }
    }
}

fn in_unit<'a>(unit: &Unit<'a>, person: &impl Fn(&Unit<'a>, (usize, usize)) -> bool, reports: &mut Vec<Report>) {
    let mut found = reported(unit);
    found.extend(cue::reports(unit));
    let sentences = &unit.context.segmentation.sentences;
    let sentence = sentences.partition_point(|one| one.span.end <= unit.span.start);
    let kind = sentences.get(sentence).map(|one| one.kind);
    if matches!(kind, Some(BlockKind::Title | BlockKind::Heading)) {
        found.extend(cue::headline(unit, person));
    }
    let taken = Taken::of(unit, &found);
    reports.extend(found.iter().map(|one| to_report(unit, one)));
    let alone = quoted::is_all_quoted(unit);
    for (at, item) in unit.items.iter().enumerate() {
        let Kind::Quote(quote) = item.kind else { continue };
        if !taken.holds(item.span) {
            reports.extend(quotation(unit, at, unit.context.segmentation.quotations[quote], alone));
        }
    }
}

/// What the reporting verbs of a unit report.
fn reported<'a>(unit: &Unit<'a>) -> Vec<Found<'a>> {
    let mut found: Vec<Found> = Vec::new();
    let mut earlier = None;
    for head in head::heads(unit) {
        let report = clause::report(unit, &head, earlier);
        earlier = report.and_then(|report| report.mention).or(earlier);
        found.extend(report);
    }
    found
}

/// Speech that someone quotes who tells of it at length, where a verb beside it says whose it is.
fn nested(context: &Context, outer: &Quotation, reports: &mut Vec<Report>) {
    for unit in unit::within(context, outer.inner, outer.depth + 1) {
        if !quoted::is_told(&unit) {
            continue;
        }
        let speech = |found: &Found| {
            let (first, end) = found.content;
            mode(&unit, found) == Mode::Direct && (first..end).any(|at| quoted::is_speech(&unit, at))
        };
        reports.extend(reported(&unit).iter().filter(|found| speech(found)).map(|found| to_report(&unit, found)));
    }
}

/// Which stretches of a unit reports hold already.
struct Taken {
    /// Where each begins, in order, and how far those up to it reach.
    reaches: Vec<(usize, usize)>,
}

impl Taken {
    fn of(unit: &Unit, found: &[Found]) -> Self {
        let span = |one: &Found| unit.span_of(one.content.0, one.content.1);
        let mut reaches: Vec<(usize, usize)> = found.iter().map(|one| (span(one).start, span(one).end)).collect();
        reaches.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reaches {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reaches }
    }

    fn holds(&self, span: Span) -> bool {
        let before = self.reaches.partition_point(|&(start, _)| start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.reaches[at].1 >= span.end)
    }
}

/// A quotation outside all reports found so far. `alone`: nothing but quotations stands in its unit.
fn quotation(unit: &Unit, at: usize, quotation: Quotation, alone: bool) -> Option<Report> {
    if let Some(inner) = quoted::inner_frame(unit.context, quotation) {
        return Some(framed_inside(quotation.span, &inner));
    }
    let direct = |mention: Option<Span>, inherits| Report {
        content: quotation.span,
        frame: None,
        mode: Mode::Direct,
        mention,
        verb: None,
        inherits,
    };
    match quoted::fate(unit, at, quotation, alone) {
        Fate::Framed(found) => Some(to_report(unit, &found)),
        Fate::Free => Some(direct(None, true)),
        Fate::Woven(mention) => Some(direct(mention.map(|(first, end)| unit.span_of(first, end)), mention.is_none())),
        Fate::Borrowed => None,
    }
}

fn framed_inside(content: Span, inner: &InnerFrame) -> Report {
    Report {
        content,
        frame: Some(inner.frame),
        mode: Mode::Direct,
        mention: Some(inner.mention),
        verb: Some(reporting_verb(&inner.verb, inner.verb_span)),
        inherits: false,
    }
}

/// A turn of a dialogue, without the frame that ends it.
fn turn_report(context: &Context, turn: &Quotation) -> Report {
    let Some(mut inner) = quoted::inner_frame(context, *turn) else {
        return Report {
            content: turn.span,
            frame: None,
            mode: Mode::Direct,
            mention: None,
            verb: None,
            inherits: true,
        };
    };
    inner.frame = quoted::frame_of_turn(context, inner.frame, turn.inner);
    let ends = inner.frame.end >= turn.inner.end;
    let content = if ends { Span::new(turn.span.start, inner.frame.start) } else { turn.span };
    framed_inside(content.trimmed(context.text), &inner)
}

fn to_report(unit: &Unit, found: &Found) -> Report {
    let content = unit.span_of(found.content.0, found.content.1);
    let verb = found.verb.map(|head| reporting_verb(&head, unit.span_of(head.verb, head.verb + 1)));
    let mode = mode(unit, found);
    Report {
        content,
        frame: Some(unit.span_of(found.frame.0, found.frame.1)).filter(|frame| !frame.is_empty()),
        mode,
        mention: found.mention.map(|(first, end)| unit.span_of(first, end)),
        verb,
        inherits: found.mention.is_none() && mode == Mode::Direct,
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
