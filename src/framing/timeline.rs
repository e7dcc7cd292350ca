//! Timeline: what each article dates, in order of time.
//!
//! # What it tells
//! Every date of a claim that can be put on a calendar. A fact later than the day another article was published could
//! not stand there; one that was still to come when its own article was published is an announcement, which any
//! article might have made.
//!
//! # Limits
//! An article without a day is never said to be earlier than anything.

use super::{Dated, Page, Scene};
use crate::align::ClaimRef;
use crate::claim::DateMention;

/// All dated claims, by time, then by article and claim.
pub(super) fn entries(scene: &Scene) -> Vec<Dated> {
    let mut entries: Vec<Dated> = scene.pages.iter().flat_map(|page| of_article(scene, page)).collect();
    entries.sort_by(|one, other| (order(one), one.claim).cmp(&(order(other), other.claim)));
    entries
}

/// What an entry is sorted by: when it begins, or ends where its beginning is open.
fn order(dated: &Dated) -> (&str, &str) {
    let iso = dated.date.iso.as_deref().unwrap_or_default();
    let begins = match iso.split_once('/') {
        Some((first, last)) if !first.starts_with(|c: char| c.is_ascii_digit()) => last,
        Some((first, _)) => first,
        None => iso,
    };
    (begins, iso)
}

fn of_article(scene: &Scene, page: &Page) -> Vec<Dated> {
    let claims = page.analysed.claims.claims.iter().enumerate();
    let dates = claims.flat_map(|(claim, it)| it.dates.iter().map(move |date| (claim, date)));
    let placed = dates.filter(|(_, date)| date.iso.is_some());
    placed
        .map(|(claim, date)| {
            let to_come = is_after(page, date);
            let others = scene.pages.iter().filter(|other| other.number != page.number && !to_come);
            Dated {
                claim: ClaimRef { article: page.number, claim },
                date: date.clone(),
                later_than: others.filter(|other| is_after(other, date)).map(|other| other.number).collect(),
                to_come,
            }
        })
        .collect()
}

/// Whether a date lies after the day of an article.
fn is_after(page: &Page, date: &DateMention) -> bool {
    page.analysed.article.date.is_some_and(|day| date.is_after(&day.to_string()))
}
