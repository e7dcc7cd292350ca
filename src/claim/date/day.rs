//! Words → a day, month or year: which parts may stand in which order.

use super::read::{Point, Reader, Step, YEARS};
use crate::lang::{Language, List, numeral};
use crate::text::TokenKind;
use time::{Month, Weekday};

impl Reader<'_> {
    pub(super) fn day_point(&self, at: usize) -> Option<(Point, usize)> {
        self.numeric(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.weekday_first(at))
            .or_else(|| self.with_month(at).map(|(point, end)| self.directed(point, end)))
            .or_else(|| self.season(at))
            .or_else(|| self.period(at))
            .or_else(|| self.lone_month(at))
            .or_else(|| self.lone_year(at))
    }

    pub(super) fn relative(&self, at: usize) -> Option<(Point, usize)> {
        let (kinds, value, length) = self.entry(at)?;
        let point = match kinds.split('|').next()? {
            "day" => Point { offset: Some((Step::Days, value)), ..Point::default() },
            "week" => Point { offset: Some((Step::Weeks, value)), ..Point::default() },
            "weekend" => Point { offset: Some((Step::Weeks, value)), weekend: true, ..Point::default() },
            "month" => Point { offset: Some((Step::Months, value)), ..Point::default() },
            "year" => Point { offset: Some((Step::Years, value)), ..Point::default() },
            "fixed" => {
                let date = |divisor: i32| u8::try_from(value / divisor % 100).ok();
                let month = date(100).and_then(|month| Month::try_from(month).ok());
                Point { year: Some(value / 10_000), month, day: date(1), ..Point::default() }
            }
            "anaphor" => Point { anaphor: Some(value), ..Point::default() },
            _ => return None,
        };
        Some((point, at + length))
    }

    pub(super) fn weekday(&self, at: usize) -> Option<(Weekday, usize)> {
        let number = self.lookup(at).weekday?;
        let end = at + 1 + usize::from(self.abbreviated(at));
        Some((Weekday::Monday.nth_next(number.saturating_sub(1)), end))
    }

    /// Whether a short name is followed by the stop of an abbreviation, glued to it.
    pub(super) fn abbreviated(&self, at: usize) -> bool {
        let (Some(word), Some(stop)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        stop.fold == "."
            && stop.span.start == word.span.end
            && word.fold.chars().count() <= if self.lexicon.language == Language::French { 4 } else { 5 }
            && self.tokens.get(at + 2).is_some()
    }

    /// « jeudi », « jeudi 20 octobre », "last Thursday".
    pub(super) fn weekday_first(&self, at: usize) -> Option<(Point, usize)> {
        let lead =
            |kind| self.kind(at, kind).map(|(_, length)| at + length).filter(|&next| self.weekday(next).is_some());
        let (past, next) = (lead("last"), lead("next"));
        let start = past.or(next).unwrap_or(at);
        let (weekday, mut end) = self.weekday(start)?;
        let mut point = Point { weekday: Some(weekday), ..Point::default() };
        if let Some((_, length)) = self.kind(end, "part").filter(|_| self.with_month(end).is_none()) {
            end += length;
        }
        let after = |kind: &str, end: usize| self.kind(end, kind).map(|(_, length)| end + length);
        let (past_after, next_after) = (after("last", end), after("next", end));
        point.direction =
            i8::from(next.is_some() || next_after.is_some()) - i8::from(past.is_some() || past_after.is_some());
        end = past_after.or(next_after).unwrap_or(end);
        let comma = usize::from(self.fold(end) == ",");
        if let Some((dated, last)) = self.with_month(end).or_else(|| self.with_month(end + comma)) {
            return Some(self.directed(Point { weekday: Some(weekday), ..dated }, last));
        }
        if let Some(day) = self.day(end).filter(|_| point.direction == 0 && !self.measures(end + 1)) {
            return Some((Point { day: Some(day), ..point }, end + 1));
        }
        Some((point, end))
    }

    /// « le 14 juillet dernier »: a day said to be the last or the next one.
    fn directed(&self, point: Point, end: usize) -> (Point, usize) {
        let open = point.day.is_some() && point.year.is_none() && self.lexicon.language == Language::French;
        let (past, next) = (self.kind(end, "last"), self.kind(end, "next"));
        match past.or(next).filter(|_| open) {
            Some((_, length)) => {
                (Point { direction: i8::from(next.is_some()) - i8::from(past.is_some()), ..point }, end + length)
            }
            None => (point, end),
        }
    }

    pub(super) fn month(&self, at: usize) -> Option<(Month, bool, usize)> {
        let token = self.tokens.get(at)?;
        let (month, sure) = self.lookup(at).month?;
        let end = at + 1 + usize::from(self.abbreviated(at) && token.fold.chars().count() < 5);
        Some((month, sure, end))
    }

    /// « 20 octobre 2016 », "October 20, 2016", « 1er mai », "20th of May".
    pub(super) fn with_month(&self, at: usize) -> Option<(Point, usize)> {
        let spelt = self.kind(at, "first").map(|_| 1);
        if let Some(day) = self.day(at).or(spelt) {
            let of = self.kind(at + 1, "month_lead").map_or(0, |(_, length)| length);
            let free = spelt.is_none() || self.lexicon.language == Language::French;
            let (month, _, end) = self
                .month(at + 1)
                .filter(|_| free)
                .or_else(|| self.month(at + 1 + of).filter(|_| of == 1 && self.is_linked(at + 1)))?;
            if self.lexicon.language == Language::English && self.day(end).is_some() {
                return None;
            }
            let comma = usize::from(self.fold(end) == ",");
            let year = self
                .year(end)
                .map(|year| (year, end + 1))
                .or_else(|| self.year(end + comma).map(|year| (year, end + comma + 1)));
            let point = Point { day: Some(day), month: Some(month), year: year.map(|it| it.0), ..Point::default() };
            return Some((point, year.map_or(end, |it| it.1)));
        }
        let (month, _, end) = self.month(at)?;
        let capital = self.tokens[at].is_capitalised(self.text);
        if let Some(day) = self.day(end).filter(|_| capital && self.day_behind_month(end)) {
            let comma = usize::from(self.fold(end + 1) == ",");
            let year = self.year(end + 1 + comma).map(|year| (year, end + 2 + comma));
            let point = Point { day: Some(day), month: Some(month), year: year.map(|it| it.0), ..Point::default() };
            return Some((point, year.map_or(end + 1, |it| it.1)));
        }
        let comma = usize::from(self.fold(end) == "," && capital);
        let year = self.year(end + comma)?;
        Some((Point { month: Some(month), year: Some(year), ..Point::default() }, end + comma + 1))
    }

    /// "the 20th of May", « 20 de mayo »: the ordinal's link to its month.
    pub(super) fn is_linked(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|day| numeral::is_ordinal(self.lexicon, self.fold(day)))
    }

    /// English order only: where the day may stand before the month, the number behind counts something else.
    pub(super) fn day_behind_month(&self, at: usize) -> bool {
        self.lexicon.language != Language::French && !self.measures(at + 1)
    }

    /// Whether a unit or a scale word follows, so that the figures before it count.
    pub(super) fn measures(&self, at: usize) -> bool {
        let unit = self.lexicon.list(List::Units).at(self.tokens, at);
        let unit =
            unit.is_some_and(|unit| !matches!(unit.entry.fields[0], "count" | "casualty" | "ending" | "invariable"));
        let number = self.lexicon.list(List::Numbers).get(self.fold(at));
        unit || number.is_some_and(|entry| entry.fields[0].starts_with("scale"))
    }

    /// « début octobre », "late 2015".
    pub(super) fn period(&self, at: usize) -> Option<(Point, usize)> {
        let glued = self.fold(at).split_once('-').and_then(|(part, month)| {
            let entry = self.lexicon.list(List::Months).get(month)?;
            let known = self.lexicon.list(List::DateWords).get(part)?.fields[0].contains("period");
            known.then(|| entry.fields[0].parse::<u8>().ok().and_then(|number| Month::try_from(number).ok()))?
        });
        if let Some(month) = glued {
            let year = self.year(at + 1);
            let point = Point { month: Some(month), year, ..Point::default() };
            return Some((point, at + 1 + usize::from(year.is_some())));
        }
        let (_, length) = self.kind(at, "period")?;
        let start = at + length + usize::from(self.fold(at + length) == "-");
        if let Some((month, _, end)) = self.month(start) {
            let year = self.year(end);
            let point = Point { month: Some(month), year, ..Point::default() };
            return Some((point, end + usize::from(year.is_some())));
        }
        let year = self.year(start).filter(|_| !self.measures(start + 1))?;
        Some((Point { year: Some(year), ..Point::default() }, start + 1))
    }

    /// « en octobre », "last May": a month alone, if a preposition or its own name makes it sure.
    pub(super) fn lone_month(&self, at: usize) -> Option<(Point, usize)> {
        let (month, sure, end) = self.month(at)?;
        let led = self.kind_before(at, "month_lead").is_some();
        let english = self.lexicon.language == Language::English;
        let capital = self.tokens[at].is_capitalised(self.text);
        let whole = self.abbreviated(at) || !self.is_abbreviation(at);
        let fits = if sure { capital || !english } else { led && whole && capital == english };
        let direction = i8::from(self.kind_before(at, "next").is_some() || self.kind(end, "next").is_some())
            - i8::from(self.kind_before(at, "last").is_some() || self.kind(end, "last").is_some());
        let after = self.kind(end, "last").or_else(|| self.kind(end, "next")).filter(|_| !english);
        let end = after.map_or(end, |(_, length)| end + length);
        fits.then_some((Point { month: Some(month), direction, ..Point::default() }, end))
    }

    /// Whether the name of a month is a short form, which another word may be spelt as (« sept »).
    fn is_abbreviation(&self, at: usize) -> bool {
        let entry = self.lexicon.list(List::Months).get(self.fold(at));
        entry.is_some_and(|entry| entry.fields.get(1) == Some(&"short"))
    }

    /// « en 1962 », "the 2008 election".
    pub(super) fn lone_year(&self, at: usize) -> Option<(Point, usize)> {
        let year = self.year(at)?;
        let led = self.kind_before(at, "year_lead").is_some();
        let ranges = self.kind(at + 1, "to").is_some() && self.measures(at + 3);
        let fits = led && !ranges && !self.measures(at + 1) && self.fold(at + 1) != "-";
        fits.then_some((Point { year: Some(year), ..Point::default() }, at + 1))
    }

    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let fold = self.fold(at);
        let figures = fold.len() == 4 && fold.bytes().all(|c| c.is_ascii_digit());
        fold.parse().ok().filter(|year| figures && YEARS.contains(year))
    }

    /// A day of the month: `20`, `1er`, `20th`.
    pub(super) fn day(&self, at: usize) -> Option<u8> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let digits = token.fold.trim_end_matches(char::is_alphabetic);
        let plain = digits.len() == token.fold.len() || numeral::is_ordinal(self.lexicon, &token.fold);
        digits.parse().ok().filter(|day| plain && digits.len() <= 2 && (1..=31).contains(day))
    }

    /// `2016-10-21`, `20/10/2016`, `20.10.2016`.
    pub(super) fn numeric(&self, at: usize) -> Option<(Point, usize)> {
        let dotted: Vec<&str> = self.fold(at).split('.').collect();
        let (parts, end) = if dotted.len() == 3 {
            (dotted, at + 1)
        } else {
            let mark = self.fold(at + 1);
            let joined = matches!(mark, "/" | "-") && self.fold(at + 3) == mark && self.tight(at, at + 4);
            if !joined {
                return None;
            }
            (vec![self.fold(at), self.fold(at + 2), self.fold(at + 4)], at + 5)
        };
        let number = |part: usize| parts[part].parse::<u8>().ok();
        let year =
            |part: usize| parts[part].parse::<i32>().ok().filter(|year| parts[part].len() == 4 && YEARS.contains(year));
        let (year, month, day) = match (year(0), year(2)) {
            (Some(year), _) => (year, number(1)?, number(2)?),
            (_, Some(year)) => self.order(number(0)?, number(1)?).map(|(day, month)| (year, month, day))?,
            _ => return None,
        };
        let month = Month::try_from(month).ok()?;
        let valid = time::Date::from_calendar_date(year, month, day).is_ok();
        valid.then_some((Point { year: Some(year), month: Some(month), day: Some(day), ..Point::default() }, end))
    }

    /// Day and month of two numbers in the order of the language; English ones only where sure.
    pub(super) fn order(&self, first: u8, second: u8) -> Option<(u8, u8)> {
        let english = self.lexicon.language == Language::English;
        match (first > 12, second > 12) {
            (true, true) => None,
            (true, false) => Some((first, second)),
            (false, true) => Some((second, first)),
            (false, false) => (first == second || !english).then_some((first, second)),
        }
    }

    pub(super) fn tight(&self, first: usize, last: usize) -> bool {
        last < self.tokens.len() && (first..last).all(|at| self.tokens[at].span.end == self.tokens[at + 1].span.start)
    }
}
