//! Why two claims are linked, in words that stand in both.

use super::features::{agree, nearest};
use super::profile::Profile;
use super::terms::Terms;
use super::{CopyKind, Evidence, EvidenceKind};
use crate::text::Span;

/// More reasons than a reader takes in help nobody.
const MOST_REASONS: usize = 8;
/// What a shared name, number, date or speaker weighs beside a term of weight 1.
const NAME_WEIGHT: f64 = 0.6;
const NUMBER_WEIGHT: f64 = 0.8;
const DATE_WEIGHT: f64 = 0.6;
const SPEAKER_WEIGHT: f64 = 0.6;
/// Equal wording says more than any one word of it.
const WORDING_WEIGHT: f64 = 1.5;

/// The words of two claims that are the same, and what they are.
type Wording = (CopyKind, Span, Span);

/// The strongest reasons for a link; weights are shares of all of them.
pub(super) fn evidence(a: &Profile, b: &Profile, terms: &Terms, wording: Option<Wording>) -> Vec<Evidence> {
    let mut reasons = words(a, b, terms);
    reasons.extend(wording.map(same_wording));
    reasons.extend(numbers(a, b));
    reasons.extend(dates(a, b));
    reasons.extend(names(a, b));
    reasons.extend(speaker(a, b));
    reasons.sort_by(|one, other| other.weight.total_cmp(&one.weight).then(one.a.cmp(&other.a)));
    reasons = without_repeats(reasons);
    let whole: f64 = reasons.iter().map(|reason| reason.weight).sum();
    for reason in &mut reasons {
        reason.weight /= whole;
    }
    reasons
}

fn words(a: &Profile, b: &Profile, terms: &Terms) -> Vec<Evidence> {
    let first = |profile: &Profile, term| profile.words.iter().find(|word| word.term == term).map(|word| word.span);
    let reasons = a.terms.iter().filter_map(|&term| {
        let (other, nearness) = nearest(term, &b.terms, terms)?;
        let kind = match other == term {
            true if terms.all[term].key.starts_with(|c: char| c.is_ascii_digit()) => EvidenceKind::Number,
            true => EvidenceKind::Word,
            false => EvidenceKind::Synonym,
        };
        let weight = terms.all[term].weight() * nearness;
        Some(named(Evidence { kind, a: first(a, term)?, b: first(b, other)?, weight }, a, b))
    });
    reasons.filter(|reason| reason.weight > 0.0).collect()
}

/// A word that names the same actor on both sides is a name, and is shown whole.
fn named(reason: Evidence, a: &Profile, b: &Profile) -> Evidence {
    let holding = |profile: &Profile, word: Span| {
        let actors = profile.actors.iter().copied();
        actors.filter(move |(_, mention)| mention.contains(word)).collect::<Vec<_>>()
    };
    let in_b = holding(b, reason.b);
    let pairs = holding(a, reason.a).into_iter().filter_map(|(actor, one)| {
        let (_, other) = in_b.iter().find(|(number, _)| *number == actor)?;
        Some((one, *other))
    });
    match pairs.into_iter().next() {
        Some((a, b)) => Evidence { kind: EvidenceKind::Name, a, b, ..reason },
        None => reason,
    }
}

fn numbers(a: &Profile, b: &Profile) -> Vec<Evidence> {
    let pairs = a.quantities.iter().flat_map(|one| b.quantities.iter().map(move |other| (one, other)));
    let equal = pairs.filter(|(one, other)| agree(one, other) && one.unit == other.unit);
    equal.map(|(one, other)| reason(EvidenceKind::Number, one.span, other.span, NUMBER_WEIGHT)).collect()
}

fn dates(a: &Profile, b: &Profile) -> Vec<Evidence> {
    let pairs = a.dates.iter().flat_map(|one| b.dates.iter().map(move |other| (one, other)));
    let equal = pairs.filter(|(one, other)| one.iso.is_some() && one.iso == other.iso);
    equal.map(|(one, other)| reason(EvidenceKind::Date, one.span, other.span, DATE_WEIGHT)).collect()
}

fn names(a: &Profile, b: &Profile) -> Vec<Evidence> {
    let pairs = a.actors.iter().flat_map(|one| b.actors.iter().map(move |other| (one, other)));
    let same = pairs.filter(|(one, other)| one.0 == other.0);
    same.map(|(one, other)| reason(EvidenceKind::Name, one.1, other.1, NAME_WEIGHT)).collect()
}

fn speaker(a: &Profile, b: &Profile) -> Option<Evidence> {
    let same = a.speaker.is_some() && a.speaker == b.speaker;
    same.then_some(reason(EvidenceKind::Speaker, a.speaker_words?, b.speaker_words?, SPEAKER_WEIGHT))
}

const fn same_wording((kind, a, b): Wording) -> Evidence {
    let kind = match kind {
        CopyKind::Copy => EvidenceKind::Copy,
        CopyKind::Quotation => EvidenceKind::Quote,
    };
    reason(kind, a, b, WORDING_WEIGHT)
}

const fn reason(kind: EvidenceKind, a: Span, b: Span, weight: f64) -> Evidence {
    Evidence { kind, a, b, weight }
}

/// Keeps the strongest of reasons that point at the same words, up to as many as a reader takes in.
fn without_repeats(reasons: Vec<Evidence>) -> Vec<Evidence> {
    let mut kept: Vec<Evidence> = Vec::new();
    for reason in reasons {
        if kept.len() == MOST_REASONS {
            break;
        }
        if !kept.iter().any(|other| other.a.overlaps(reason.a) && other.b.overlaps(reason.b)) {
            kept.push(reason);
        }
    }
    kept
}
