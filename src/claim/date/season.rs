//! Words → a season of a year: « l'été dernier », "the summer of 2004".

use super::read::{Point, Reader};
use crate::lang::Language;

impl Reader<'_> {
    /// A season that its words place in a year; a season alone is no date.
    pub(super) fn season(&self, at: usize) -> Option<(Point, usize)> {
        let named = |season: i32| Point { season: u8::try_from(season).ok(), ..Point::default() };
        if let Some((season, length)) = self.kind(at, "this_season") {
            return Some((named(season), at + length));
        }
        let lead = |kind| self.kind(at, kind).map(|(_, length)| at + length);
        let led = |next: &usize| self.kind(*next, "season").is_some();
        let (past, next) = (lead("last").filter(led), lead("next").filter(led));
        let start = past.or(next).unwrap_or(at);
        let (season, length) = self.kind(start, "season")?;
        let end = start + length;
        let behind = |kind| self.kind(end, kind).filter(|_| self.lexicon.language == Language::French);
        let (past_behind, next_behind) = (behind("last"), behind("next"));
        let direction =
            i8::from(next.is_some() || next_behind.is_some()) - i8::from(past.is_some() || past_behind.is_some());
        if direction != 0 {
            let last = past_behind.or(next_behind).map_or(end, |(_, length)| end + length);
            return Some((Point { direction, ..named(season) }, last));
        }
        let linked = self.kind(end, "year_lead").map_or(end, |(_, length)| end + length);
        let (year, last) = [end, linked].into_iter().find_map(|at| self.year(at).map(|year| (year, at + 1)))?;
        Some((Point { year: Some(year), ..named(season) }, last))
    }
}
