//! `only`: claims that no passage of the other text comes near to.
//!
//! # What it marks
//! A claim without a link into one other article, with the nearest candidate there and its score. One
//! that dates from after the other article's day is marked so: it could not have been told there.
//!
//! # Why a reader cares
//! What is left out is invisible in each text alone.
//!
//! # Example
//! A witness that only one of the two heard.
//!
//! # Does not mark
//! Anything beyond "not found in the other text": measured on BASIL, being alone does not predict bias
//! (AUC 0.52). Headings and other very short claims are left alone, and so are those whose nearest candidate may tell the
//! same.
//!
//! # Limits and measured precision
//! As good as the alignment's recall: a claim told in quite other words is wrongly marked.
//! Judged on the development events (`docs/precision`): fr 21 of 34 right, en 18 of 26: off at first.
//!
//! # Source
//! COSS (2025), omissions across sources.

use super::{FramingKind, Mark, Page, Scene, letter};
use crate::align::Only;

/// Claims of fewer words say too little for their absence to be worth a mark: they are headings, exclamations, rests.
const LEAST_WORDS: usize = 6;
/// From this score on the nearest candidate may well tell it, though not surely enough for a link: nothing is said.
const DOUBTFUL_SCORE: f64 = 0.15;

/// One mark a claim and article where it was not found.
pub(super) fn marks(scene: &Scene, page: &Page) -> Vec<Mark> {
    let own = scene.alignment.only.iter().filter(|only| only.claim.article == page.number);
    own.filter_map(|only| mark(scene, page, only)).collect()
}

fn mark(scene: &Scene, page: &Page, only: &Only) -> Option<Mark> {
    let span = scene.claim(only.claim)?.span;
    let doubtful = only.nearest.is_some_and(|(_, score)| score >= DOUBTFUL_SCORE);
    if doubtful || scene.words(page.number, span) < LEAST_WORDS {
        return None;
    }
    let other = scene.pages.get(only.other_article)?;
    let nearest = only.nearest.and_then(|(claim, score)| Some((scene.claim(claim)?.span, score)));
    let rule = match (only.later, nearest) {
        (true, _) => "only/later",
        (false, Some(_)) => "only/nearest",
        (false, None) => "only/absent",
    };
    let mut mark = page.mark(FramingKind::Only, rule, span, span);
    mark.details.insert("b", letter(only.other_article));
    mark.details.extend(other.analysed.article.date.map(|date| ("published", date.to_string())));
    if let Some((nearest, score)) = nearest {
        mark.details.insert("nearest", other.words(nearest));
        mark.details.insert("score", format!("{score:.2}"));
    }
    mark.details.remove("said_by");
    Some(mark)
}
