//! What cards, table and lists show, made of an edition.

use crate::present::detail::{Detail, confidence_text};
use crate::present::{Catalogue, Confidence, Edition, Lone, Selection, Shared};
use crate::web::components::{CardData, CardSide, LoneItem};

/// A shared claim in short: all its passages, and the differences of its surest pair.
pub fn card(edition: &Edition, shared: &Shared, words: &Catalogue) -> CardData {
    let surest = shared
        .pairs
        .iter()
        .copied()
        .max_by(|one, other| edition.pairs[*one].score.total_cmp(&edition.pairs[*other].score));
    let pair = surest.unwrap_or(0);
    let score = edition.pairs[pair].score;
    let differences = match Detail::of(edition, Selection::Pair(pair), words) {
        Some(Detail::Pair(detail)) => detail.differences,
        _ => Vec::new(),
    };
    let side = |source: usize| CardSide {
        letter: edition.sources[source].letter,
        outlet: edition.sources[source].outlet.clone(),
        lang: edition.article(source).lang.clone(),
        passages: shared.claims[source].iter().map(|claim| edition.pieces(source, *claim)).collect(),
    };
    CardData {
        number: shared.number,
        pair,
        confidence: Confidence::of(score),
        confidence_text: confidence_text(score, words),
        sides: [side(0), side(1)],
        differences,
    }
}

/// Claims that stand alone, as items of a list.
pub fn lone_items(edition: &Edition, claims: &[Lone]) -> Vec<LoneItem> {
    claims.iter().map(|lone| LoneItem { claim: lone.claim, pieces: edition.pieces(lone.source, lone.claim) }).collect()
}
