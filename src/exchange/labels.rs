//! The names given to one thing, as the contract has them.

use super::contract::{Edit, Label, Name, Occurrence, Swap};
use super::{CodePoints, names};
use crate::align::ClaimRef;
use crate::compare::Comparison;
use crate::framing;
use crate::text::Span;

/// How many claims before and behind a name may hold it: claims hardly overlap.
const REACH: usize = 4;

/// All labels of a comparison; `points` holds one table an article.
pub(super) fn labels(comparison: &Comparison, points: &[CodePoints]) -> Vec<Label> {
    let view = View { comparison, points };
    comparison.framing.labels.iter().map(|label| view.label(label)).collect()
}

struct View<'a> {
    comparison: &'a Comparison,
    points: &'a [CodePoints<'a>],
}

impl View<'_> {
    fn label(&self, label: &framing::Label) -> Label {
        Label {
            referent: label.referent.clone(),
            kind: names::label(label.kind).to_owned(),
            rule: label.rule.to_owned(),
            differs: label.differs,
            names: label.names.iter().map(|name| self.name(name)).collect(),
        }
    }

    fn name(&self, name: &framing::LabelName) -> Name {
        Name {
            article: names::article(name.article),
            text: name.words.clone(),
            shared: name.shared,
            occurrences: name.uses.iter().map(|place| self.occurrence(name.article, place)).collect(),
        }
    }

    fn occurrence(&self, article: usize, place: &framing::LabelUse) -> Occurrence {
        let points = &self.points[article];
        let passage = points.passage(place.span);
        let sentence = self.sentence(article, place.span);
        Occurrence {
            start: passage.start,
            end: passage.end,
            text: passage.text,
            sentence_start: points.at(sentence.start),
            sentence_end: points.at(sentence.end),
            claim: self.claim_at(article, place.span),
            said_by: place.said_by.clone(),
            swaps: place.swaps.iter().map(|swap| written(points, swap)).collect(),
        }
    }

    /// The sentence a span stands in; the span itself where it stands in none.
    fn sentence(&self, article: usize, span: Span) -> Span {
        let sentences = &self.comparison.articles[article].segmentation.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let own = next.checked_sub(1).map(|at| sentences[at].span).filter(|sentence| sentence.start <= span.start);
        own.map_or(span, |sentence| sentence.cover(span))
    }

    /// The claim that holds a span, itself or with the frame that reports it; a frame stands beside its claim.
    fn claim_at(&self, article: usize, span: Span) -> Option<String> {
        let claims = &self.comparison.articles[article].claims.claims;
        let next = claims.partition_point(|claim| claim.span.start <= span.start);
        let near = next.saturating_sub(REACH)..claims.len().min(next + REACH);
        let holds = |at: &usize| claims[*at].span.contains(span);
        let framed = |at: &usize| claims[*at].frame.is_some_and(|frame| frame.contains(span));
        let found = near.clone().rev().find(holds).or_else(|| near.clone().find(framed))?;
        Some(names::claim(ClaimRef { article, claim: found }))
    }
}

fn written(points: &CodePoints, swap: &framing::Swap) -> Swap {
    let edit = |edit: &framing::Edit| Edit {
        start: points.at(edit.span.start),
        end: points.at(edit.span.end),
        text: edit.text.clone(),
    };
    Swap {
        article: names::article(swap.article),
        text: swap.words.clone(),
        edits: swap.edits.iter().flatten().map(edit).collect(),
        doubt: swap.edits.as_ref().err().map(|doubt| names::swap_doubt(*doubt).to_owned()),
    }
}
