//! Words → parts of a date. Every word is looked up in the date lists; this file knows only in which
//! order day, month, year, weekday and hour may stand.

use super::Found;
use crate::lang::numeral;
use crate::lang::{Lexicon, List, VerbForm};
use crate::text::{Token, TokenKind};
use time::{Month, Weekday};

/// A unit of time that can be counted back or forward.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Minutes or hours: too fine for a date of their own.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// An hour of the day.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: Option<u8>,
    /// Whether it is given in universal time.
    pub universal: bool,
}

/// What a point in time is told by.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: Option<i32>,
    /// The month.
    pub month: Option<Month>,
    /// Day of the month.
    pub day: Option<u8>,
    /// Day of the week.
    pub weekday: Option<Weekday>,
    /// Said to be the last (-1) or the next (1) one.
    pub direction: i8,
    /// So many steps from the article's date.
    pub offset: Option<(Step, i32)>,
    /// So many days from a day named before.
    pub anaphor: Option<i32>,
    /// A weekend.
    pub weekend: bool,
    /// The hour.
    pub hour: Option<Hour>,
}

/// A date as the words have it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A point.
    At(Point),
    /// From one point to another.
    Between(Point, Point),
    /// From a point on.
    Since(Point),
    /// Up to a point.
    Until(Point),
    /// The last so many steps up to the article's date.
    Past(Step, i32),
    /// So many years from this one: « les années 1990 ».
    Decade(i32),
    /// Relative to something that is not resolved: « trois jours plus tard ».
    Floating(Step),
}

/// Years that four bare figures may stand for.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2100;
/// The longest step count taken seriously; keeps calendar sums in range.
const LONGEST_STEPS: f64 = 1000.0;

/// Reads dates at given tokens.
pub struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl<'a> Reader<'a> {
    /// Over the tokens of a text.
    pub const fn new(text: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Self {
        Self { text, tokens, lexicon }
    }

    fn fold(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    /// Kinds, value and length of the date words that begin at a token.
    fn entry(&self, at: usize) -> Option<(&'static str, i32, usize)> {
        let found = self.lexicon.list(List::DateWords).at(self.tokens, at)?;
        Some((found.entry.fields.first()?, found.entry.fields.get(1)?.parse().ok()?, found.length_tokens))
    }

    /// Value and length, where the words at a token are of one kind.
    fn kind(&self, at: usize, kind: &str) -> Option<(i32, usize)> {
        let (kinds, value, length) = self.entry(at)?;
        kinds.split('|').any(|one| one == kind).then_some((value, length))
    }

    /// Whether the words that end right before a token are of one kind; how many tokens they take.
    fn kind_before(&self, at: usize, kind: &str) -> Option<usize> {
        (1..=4.min(at)).rev().find(|&back| self.kind(at - back, kind).is_some_and(|(_, length)| length == back))
    }

    fn skip_article(&self, at: usize) -> usize {
        at + self.kind(at, "article").map_or(0, |(_, length)| length)
    }

    /// Tokens to pass over: words that look like a date and are none (« vendredi saint »).
    pub fn not_a_date(&self, at: usize) -> Option<usize> {
        self.kind(at, "none").map(|(_, length)| length)
    }

    /// Whether the verb nearest to the date, before it or else behind, looks ahead.
    pub fn looks_ahead(&self, start: usize, end: usize, reach: usize) -> bool {
        let stops = |at: &usize| matches!(self.fold(*at), "." | ";" | "!" | "?");
        let mut before = (start.saturating_sub(reach)..start).rev().take_while(|at| !stops(at));
        let mut after =
            (end..(end + reach).min(self.tokens.len())).take_while(|at| !stops(at) && self.fold(*at) != ",");
        before.find_map(|at| self.tense(at)).or_else(|| after.find_map(|at| self.tense(at))).unwrap_or(false)
    }

    /// Whether a verb looks ahead; none for other words, infinitives and participles behind an auxiliary.
    fn tense(&self, at: usize) -> Option<bool> {
        let ahead = self.kind(at, "future").is_some();
        let mut readings = self.lexicon.vocabulary.readings(self.fold(at)).peekable();
        let form = readings.peek().and_then(|first| first.verb_form);
        if ahead || form == Some(VerbForm::Future) {
            return Some(true);
        }
        let participle = readings.any(|reading| reading.verb_form == Some(VerbForm::PastParticiple));
        let auxiliary = at.checked_sub(1).is_some_and(|before| {
            let entry = self.lexicon.list(List::FunctionWords).get(self.fold(before));
            entry.is_some_and(|entry| entry.fields.first() == Some(&"auxiliary"))
        });
        let bare = matches!(form, None | Some(VerbForm::Infinitive));
        (!bare && !(participle && auxiliary)).then_some(false)
    }

    /// The date that begins at a token, the longest reading.
    pub fn expression(&self, at: usize) -> Option<Found> {
        let (expression, end) = self
            .between(at)
            .or_else(|| self.recent(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.open(at))
            .or_else(|| self.range(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.point(at).map(|(point, end)| (Expression::At(point), end)))?;
        Some(Found { expression, start: at, end })
    }

    /// « du 13 au 20 octobre », "between 13 and 20 October".
    fn between(&self, at: usize) -> Option<(Expression, usize)> {
        let (opened, link) = ["from", "between"]
            .into_iter()
            .zip(["to", "and"])
            .find_map(|(open, link)| self.kind(at, open).map(|(_, length)| (at + length, link)))?;
        let first = self.skip_article(opened);
        let (start, middle) = self.point(first).or_else(|| self.bare(first))?;
        let (_, length) = self.kind(middle, link)?;
        let second = self.skip_article(middle + length);
        let (end, last) = self.point(second).or_else(|| self.bare(second))?;
        if self.measures(last) {
            return None;
        }
        self.interval(start, end).map(|expression| (expression, last))
    }

    /// "October 13-20", « 2014-2015 », "13-20 October".
    fn range(&self, at: usize) -> Option<(Expression, usize)> {
        let (start, middle) = self.point(at).or_else(|| self.bare(at))?;
        let dash = self.fold(middle) == "-";
        let tight = dash && self.tokens.get(middle + 1).is_some_and(|next| next.kind == TokenKind::Number);
        let years = start.month.is_none()
            && start.year.is_some()
            && self.year(middle + 1).is_some()
            && !self.measures(middle + 2);
        let dated = start.month.is_some() && start.day.is_some();
        let linked = tight || (self.kind(middle, "to").is_some() && (dated || years));
        let (end, last) = if linked { self.point(middle + 1).or_else(|| self.bare(middle + 1))? } else { return None };
        self.interval(start, end).map(|expression| (expression, last))
    }

    /// Both ends, each completed by the other; none if together they tell no date.
    fn interval(&self, mut start: Point, mut end: Point) -> Option<Expression> {
        if end.hour.is_none() && start.hour.is_some() && start.day.is_none() && start.weekday.is_none() {
            return None;
        }
        start.month = start.month.or(end.month.filter(|_| start.day.is_some()));
        end.month = end.month.or(start.month.filter(|_| end.day.is_some()));
        start.year = start.year.or(end.year.filter(|_| start.month.is_some()));
        let told = |it: &Point| it.month.is_some() || it.year.is_some() || it.weekday.is_some() || it.hour.is_some();
        (told(&start) && told(&end)).then_some(Expression::Between(start, end))
    }

    /// A day or year without anything that makes it sure: an end of an interval.
    fn bare(&self, at: usize) -> Option<(Point, usize)> {
        if let Some(year) = self.year(at) {
            return Some((Point { year: Some(year), ..Point::default() }, at + 1));
        }
        let day = self.day(at)?;
        Some((Point { day: Some(day), ..Point::default() }, at + 1))
    }

    /// « depuis jeudi », "until 22 October".
    fn open(&self, at: usize) -> Option<(Expression, usize)> {
        let since = self.kind(at, "since");
        let (_, length) = since.or_else(|| self.kind(at, "until"))?;
        let start = self.skip_article(at + length);
        if since.is_some()
            && let Some((step, count, end)) = self.steps(start)
        {
            return Some((Expression::Past(step, count), end));
        }
        let lone_year = || self.year(start).filter(|_| !self.measures(start + 1));
        let point = self
            .point(start)
            .or_else(|| lone_year().map(|year| (Point { year: Some(year), ..Point::default() }, start + 1)));
        let (point, end) = point?;
        Some((if since.is_some() { Expression::Since(point) } else { Expression::Until(point) }, end))
    }

    /// Count and unit: « trois mois », "7 days".
    fn steps(&self, at: usize) -> Option<(Step, i32, usize)> {
        let number = numeral::at(self.text, self.tokens, at, self.lexicon)?;
        let (step, factor, end) = self.step(at + number.length_tokens)?;
        let count = (number.value * f64::from(factor)).clamp(0.0, LONGEST_STEPS);
        #[expect(clippy::cast_possible_truncation, reason = "clamped to a thousand above")]
        Some((step, count.round() as i32, end))
    }

    fn step(&self, at: usize) -> Option<(Step, i32, usize)> {
        let found = self.lexicon.list(List::Units).at(self.tokens, at)?;
        let (step, factor) = match *found.entry.fields.get(1)? {
            "second" | "minute" | "hour" => (Step::Hours, 1),
            "day" | "night" => (Step::Days, 1),
            "week" => (Step::Weeks, 1),
            "month" => (Step::Months, 1),
            "quarter" => (Step::Months, 3),
            "year" => (Step::Years, 1),
            "decade" => (Step::Years, 10),
            "century" => (Step::Years, 100),
            _ => return None,
        };
        Some((step, factor, at + found.length_tokens))
    }

    /// « les trois derniers mois », "the past two weeks".
    fn recent(&self, at: usize) -> Option<(Expression, usize)> {
        if let Some((_, length)) = self.kind(at, "recent") {
            let (step, count, end) = self.steps(at + length)?;
            return Some((Expression::Past(step, count), end));
        }
        let number = numeral::at(self.text, self.tokens, at, self.lexicon)?;
        let (_, length) = self.kind(at + number.length_tokens, "recent")?;
        let (step, factor, end) = self.step(at + number.length_tokens + length)?;
        #[expect(clippy::cast_possible_truncation, reason = "clamped to a thousand")]
        let count = number.value.clamp(0.0, LONGEST_STEPS).round() as i32;
        Some((Expression::Past(step, count * factor), end))
    }

    /// « il y a trois jours », "three days ago", « dans deux semaines », « trois jours plus tard ».
    fn ago(&self, at: usize) -> Option<(Expression, usize)> {
        let shifted = |step, count| Expression::At(Point { offset: Some((step, count)), ..Point::default() });
        if let Some((_, length)) = self.kind(at, "ago_before") {
            let (step, count, end) = self.steps(at + length)?;
            return Some((shifted(step, -count), end));
        }
        if let Some((_, length)) = self.kind(at, "in_before")
            && let Some((step, count, end)) = self.steps(at + length)
        {
            let ahead = step != Step::Hours && self.looks_ahead(at, end, super::TENSE_REACH_TOKENS);
            return ahead.then(|| (shifted(step, count), end));
        }
        let (step, count, end) = self.steps(at)?;
        if let Some((_, length)) = self.kind(end, "ago_after") {
            return Some((shifted(step, -count), end + length));
        }
        let (_, length) = self.kind(end, "then")?;
        Some((Expression::Floating(step), end + length))
    }

    /// « les années 1990 », "the 1990s".
    fn decade(&self, at: usize) -> Option<(Expression, usize)> {
        let figures = self.fold(at).strip_suffix('s');
        if let Some(year) = figures.filter(|it| it.len() == 4).and_then(|it| it.parse().ok()) {
            return YEARS.contains(&year).then_some((Expression::Decade(year), at + 1));
        }
        let (_, length) = self.kind(at, "era")?;
        let year = self.year(at + length)?;
        (year % 10 == 0).then_some((Expression::Decade(year), at + length + 1))
    }

    /// A point in time with its hour before or behind it.
    fn point(&self, at: usize) -> Option<(Point, usize)> {
        if let Some((hour, end)) = self.hour(at) {
            let (_, with_preposition) = (end, self.skip_article(end));
            return match self.day_point(with_preposition).filter(|(point, _)| point.hour.is_none()) {
                Some((point, last)) => Some((Point { hour: Some(hour), ..point }, last)),
                None => Some((Point { hour: Some(hour), ..Point::default() }, end)),
            };
        }
        let (mut point, mut end) = self.day_point(at)?;
        if let Some((_, length)) = self.kind(end, "part") {
            end += length;
        }
        let behind = end + usize::from(self.fold(end) == ",");
        let hour = self.kind(behind, "hour_lead").and_then(|(_, length)| self.hour_after_lead(behind, length));
        if let Some((hour, last)) = hour.or_else(|| self.hour(end)) {
            point.hour = Some(hour);
            end = last;
        }
        Some((point, end))
    }

    fn hour_after_lead(&self, at: usize, length: usize) -> Option<(Hour, usize)> {
        self.hour(at).or_else(|| self.hour(at + length))
    }

    fn day_point(&self, at: usize) -> Option<(Point, usize)> {
        self.numeric(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.weekday_first(at))
            .or_else(|| self.with_month(at))
            .or_else(|| self.period(at))
            .or_else(|| self.lone_month(at))
            .or_else(|| self.lone_year(at))
    }

    fn relative(&self, at: usize) -> Option<(Point, usize)> {
        let (kinds, value, length) = self.entry(at)?;
        let point = match kinds.split('|').next()? {
            "day" => Point { offset: Some((Step::Days, value)), ..Point::default() },
            "week" => Point { offset: Some((Step::Weeks, value)), ..Point::default() },
            "weekend" => Point { offset: Some((Step::Weeks, value)), weekend: true, ..Point::default() },
            "month" => Point { offset: Some((Step::Months, value)), ..Point::default() },
            "year" => Point { offset: Some((Step::Years, value)), ..Point::default() },
            "anaphor" => Point { anaphor: Some(value), ..Point::default() },
            _ => return None,
        };
        Some((point, at + length))
    }

    fn weekday(&self, at: usize) -> Option<(Weekday, usize)> {
        let entry = self.lexicon.list(List::Weekdays).get(self.fold(at))?;
        let number: u8 = entry.fields.first()?.parse().ok()?;
        let dotted = usize::from(entry.key.len() <= 5 && self.fold(at + 1) == "." && self.fold(at).len() < 6);
        Some((
            Weekday::Monday.nth_next(number.saturating_sub(1)),
            at + 1 + if self.abbreviated(at) { dotted } else { 0 },
        ))
    }

    /// Whether a short name is followed by the stop of an abbreviation, glued to it.
    fn abbreviated(&self, at: usize) -> bool {
        let (Some(word), Some(stop)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        stop.fold == "."
            && stop.span.start == word.span.end
            && word.fold.chars().count() <= 5
            && self.tokens.get(at + 2).is_some()
    }

    /// « jeudi », « jeudi 20 octobre », "last Thursday".
    fn weekday_first(&self, at: usize) -> Option<(Point, usize)> {
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
            return Some((Point { weekday: Some(weekday), ..dated }, last));
        }
        if let Some(day) = self.day(end).filter(|_| point.direction == 0 && !self.measures(end + 1)) {
            return Some((Point { day: Some(day), ..point }, end + 1));
        }
        Some((point, end))
    }

    fn month(&self, at: usize) -> Option<(Month, bool, usize)> {
        let token = self.tokens.get(at)?;
        let entry = self.lexicon.list(List::Months).get(&token.fold)?;
        let month = entry.fields.first()?.parse::<u8>().ok().and_then(|number| Month::try_from(number).ok())?;
        let end = at + 1 + usize::from(self.abbreviated(at) && token.fold.chars().count() < 5);
        Some((month, entry.fields.get(1) == Some(&"sure"), end))
    }

    /// « 20 octobre 2016 », "October 20, 2016", « 1er mai », "20th of May".
    fn with_month(&self, at: usize) -> Option<(Point, usize)> {
        if let Some(day) = self.day(at) {
            let of = self.kind(at + 1, "month_lead").map_or(0, |(_, length)| length);
            let (month, _, end) =
                self.month(at + 1).or_else(|| self.month(at + 1 + of).filter(|_| of == 1 && self.is_linked(at + 1)))?;
            if self.lexicon.language == crate::lang::Language::English && self.day(end).is_some() {
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
    fn is_linked(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|day| numeral::is_ordinal(self.lexicon, self.fold(day)))
    }

    /// English order only: where the day may stand before the month, the number behind counts something else.
    fn day_behind_month(&self, at: usize) -> bool {
        self.lexicon.language != crate::lang::Language::French && !self.measures(at + 1)
    }

    /// Whether a unit or a scale word follows, so that the figures before it count.
    fn measures(&self, at: usize) -> bool {
        let unit = self.lexicon.list(List::Units).at(self.tokens, at);
        let unit =
            unit.is_some_and(|unit| !matches!(unit.entry.fields[0], "count" | "casualty" | "ending" | "invariable"));
        let number = self.lexicon.list(List::Numbers).get(self.fold(at));
        unit || number.is_some_and(|entry| entry.fields[0].starts_with("scale"))
    }

    /// « début octobre », "late 2015".
    fn period(&self, at: usize) -> Option<(Point, usize)> {
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
    fn lone_month(&self, at: usize) -> Option<(Point, usize)> {
        let (month, sure, end) = self.month(at)?;
        let token = &self.tokens[at];
        let led = self.kind_before(at, "month_lead").is_some();
        let english = self.lexicon.language == crate::lang::Language::English;
        let capital = token.is_capitalised(self.text);
        let long = token.fold.chars().count() > 4 || self.abbreviated(at) || !english;
        let fits = if sure {
            capital || !english
        } else {
            led && (capital || !english)
                && (long || token.fold.len() == 3 && end > at + 1 || token.fold == self.fold(at) && capital)
        };
        let direction = i8::from(self.kind_before(at, "next").is_some() || self.kind(end, "next").is_some())
            - i8::from(self.kind_before(at, "last").is_some() || self.kind(end, "last").is_some());
        let after = self.kind(end, "last").or_else(|| self.kind(end, "next")).filter(|_| !english);
        let end = after.map_or(end, |(_, length)| end + length);
        fits.then_some((Point { month: Some(month), direction, ..Point::default() }, end))
    }

    /// « en 1962 », "the 2008 election".
    fn lone_year(&self, at: usize) -> Option<(Point, usize)> {
        let year = self.year(at)?;
        let led = self.kind_before(at, "year_lead").is_some();
        let ranges = self.kind(at + 1, "to").is_some() && self.measures(at + 3);
        let fits = led && !ranges && !self.measures(at + 1) && self.fold(at + 1) != "-";
        fits.then_some((Point { year: Some(year), ..Point::default() }, at + 1))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let fold = self.fold(at);
        let figures = fold.len() == 4 && fold.bytes().all(|c| c.is_ascii_digit());
        fold.parse().ok().filter(|year| figures && YEARS.contains(year))
    }

    /// A day of the month: `20`, `1er`, `20th`.
    fn day(&self, at: usize) -> Option<u8> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let digits = token.fold.trim_end_matches(char::is_alphabetic);
        let plain = digits.len() == token.fold.len() || numeral::is_ordinal(self.lexicon, &token.fold);
        digits.parse().ok().filter(|day| plain && digits.len() <= 2 && (1..=31).contains(day))
    }

    /// `2016-10-21`, `20/10/2016`, `20.10.2016`.
    fn numeric(&self, at: usize) -> Option<(Point, usize)> {
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
    fn order(&self, first: u8, second: u8) -> Option<(u8, u8)> {
        let english = self.lexicon.language == crate::lang::Language::English;
        match (first > 12, second > 12) {
            (true, true) => None,
            (true, false) => Some((first, second)),
            (false, true) => Some((second, first)),
            (false, false) => (first == second || !english).then_some((first, second)),
        }
    }

    fn tight(&self, first: usize, last: usize) -> bool {
        last < self.tokens.len() && (first..last).all(|at| self.tokens[at].span.end == self.tokens[at + 1].span.start)
    }

    /// « 14h20 », « 11 heures » after a preposition of time, "7:30 p.m.", "noon".
    fn hour(&self, at: usize) -> Option<(Hour, usize)> {
        let lead = self.kind(at, "hour_lead").map(|(_, length)| at + length);
        let start = lead.unwrap_or(at);
        let led = lead.is_some() || self.kind_before(at, "hour_lead").is_some();
        let (mut hour, end) = self.glued_hour(start).or_else(|| self.spelt_hour(start, led))?;
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
        (hour < 24 && minute.is_none_or(|minute| minute < 60)).then_some(Hour { hour, minute, universal: false })
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
