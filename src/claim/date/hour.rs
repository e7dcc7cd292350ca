//! Words → an hour of the day: `14h20`, "7:30 p.m.", « à 11 heures ».

use super::read::{Hour, Reader};
use crate::lang::List;
use crate::text::TokenKind;

impl Reader<'_> {
    /// « 14h20 », « 11 heures » after a preposition of time, "7:30 p.m.", "noon".
    pub(super) fn hour(&self, at: usize) -> Option<(Hour, usize)> {
        let lead = self.kind(at, "hour_lead").map(|(_, length)| at + length);
        let start = lead.unwrap_or(at);
        let sure = lead.is_some() || self.kind_before(at, "hour_lead").is_some();
        let (mut hour, end) = self.glued_hour(start).or_else(|| self.spelt_hour(start, sure))?;
        let opened = usize::from(self.fold(end) == "(");
        let zone = self.kind(end, "zone");
        let end = match zone {
            Some((value, length)) => {
                hour.universal = value == 0;
                end + length
            }
            None if opened == 1 => self.bracketed_zone(end),
            None => end,
        };
        Some((hour, end))
    }

    /// End of « (04H00 GMT) » that repeats an hour in another zone; `at` where there is none.
    fn bracketed_zone(&self, at: usize) -> usize {
        let inner = self.glued_hour(at + 1).or_else(|| self.spelt_hour(at + 1, true));
        let zoned = inner.and_then(|(_, end)| self.kind(end, "zone").map(|(_, length)| end + length));
        zoned.filter(|&end| self.fold(end) == ")").map_or(at, |end| end + 1)
    }

    /// `14h20`, `11H00`, `7pm`.
    fn glued_hour(&self, at: usize) -> Option<(Hour, usize)> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let cut = token.fold.find(|c: char| !c.is_ascii_digit())?;
        let (hour, rest) = token.fold.split_at(cut);
        let hour: u8 = hour.parse().ok()?;
        if let Some(half) = self.half_of_day(rest) {
            return Self::clock(hour, None, Some(half)).map(|hour| (hour, at + 1));
        }
        let letters = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let minute = &rest[letters.len()..];
        let known = self.kind_of(letters, "hour") && (minute.is_empty() || minute.len() == 2);
        let minute = if minute.is_empty() { None } else { Some(minute.parse().ok()?) };
        if !known || (minute.is_none() && self.kind_before(at, "hour_lead").is_none()) {
            return None;
        }
        Self::clock(hour, minute, None).map(|hour| (hour, at + 1))
    }

    /// Whether a single folded word is of a kind.
    fn kind_of(&self, fold: &str, kind: &str) -> bool {
        let entry = self.lexicon.list(List::DateWords).get(fold);
        entry.is_some_and(|entry| entry.fields[0].split('|').any(|one| one == kind))
    }

    /// 0 before noon, 12 after it.
    fn half_of_day(&self, fold: &str) -> Option<u8> {
        if self.kind_of(fold, "am") { Some(0) } else { self.kind_of(fold, "pm").then_some(12) }
    }

    fn clock(hour: u8, minute: Option<u8>, half: Option<u8>) -> Option<Hour> {
        let hour = match half {
            Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
            Some(_) => return None,
            None => hour,
        };
        (hour < 24 && minute.is_none_or(|minute| minute < 60)).then_some(Hour {
            number: hour,
            minute,
            universal: false,
        })
    }

    /// `14 h 20`, `7:30 p.m.`, « à 11 heures », "at noon".
    fn spelt_hour(&self, at: usize, led: bool) -> Option<(Hour, usize)> {
        if let Some((hour, length)) = self.kind(at, "noon").filter(|_| led) {
            let hour = u8::try_from(hour).ok()?;
            return Self::clock(hour, None, None).map(|hour| (hour, at + length));
        }
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.fold.len() <= 2)?;
        let hour: u8 = token.fold.parse().ok()?;
        let colon = matches!(self.fold(at + 1), ":" | ".") && self.fold(at + 2).len() == 2 && self.tight(at, at + 2);
        let minute: Option<u8> = if colon { self.fold(at + 2).parse().ok() } else { None };
        let end = at + 1 + if minute.is_some() { 2 } else { 0 };
        let half = self.kind(end, "am").map(|it| (0, it.1)).or_else(|| self.kind(end, "pm").map(|it| (12, it.1)));
        if let Some((half, length)) = half {
            return Self::clock(hour, minute, Some(half)).map(|hour| (hour, end + length));
        }
        if minute.is_some() {
            let sure = led && self.fold(at + 1) == ":";
            return Self::clock(hour, minute, None).filter(|_| sure).map(|hour| (hour, end));
        }
        let (_, length) = self.kind(end, "hour")?;
        let behind: Option<u8> =
            self.tokens.get(end + length).filter(|next| next.fold.len() == 2).and_then(|next| next.fold.parse().ok());
        let minute = behind.filter(|minute| *minute < 60);
        let end = end + length + usize::from(minute.is_some());
        Self::clock(hour, minute, None).filter(|_| led || minute.is_some()).map(|hour| (hour, end))
    }
}
