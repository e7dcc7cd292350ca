//! Words → parts of a date. Every word is looked up in the date lists; this file knows only in which
//! order day, month, year, weekday and hour may stand.

use super::Found;
use crate::lang::numeral;
use crate::lang::{Entry, Language, Lexicon, List, VerbForm};
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
    pub number: u8,
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
    /// A season, from spring = 1.
    pub season: Option<u8>,
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
    /// So many steps from what was dated before: « trois jours plus tard »; 0 where the words name something else.
    Floating(Step, i32),
}

/// Years that four bare figures may stand for.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1500..=2100;
/// The longest step count taken seriously; keeps calendar sums in range.
const LONGEST_STEPS: f64 = 1000.0;

/// Reads dates at given tokens.
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    /// What the date lists say of each token, looked up once.
    lookups: Vec<Lookup>,
}

/// What the date lists say of one token.
#[derive(Copy, Clone, Default)]
pub(super) struct Lookup {
    /// Kinds, value and length of the date words that begin here.
    entry: Option<(&'static str, i32, usize)>,
    /// The month it names, and whether surely.
    pub(super) month: Option<(Month, bool)>,
    /// The weekday it names, from Monday = 1.
    pub(super) weekday: Option<u8>,
}

impl<'a> Reader<'a> {
    /// Over the tokens of a text.
    pub fn new(text: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon) -> Self {
        let (words, months, weekdays) =
            (lexicon.list(List::DateWords), lexicon.list(List::Months), lexicon.list(List::Weekdays));
        let month = |entry: &Entry| {
            let month = Month::try_from(entry.fields.first()?.parse::<u8>().ok()?).ok()?;
            Some((month, entry.fields.get(1) == Some(&"sure")))
        };
        let lookup = |at: usize| Lookup {
            entry: words
                .at(tokens, at)
                .map(|found| (found.entry, found.length_tokens))
                .or_else(|| words.get(&tokens[at].fold).map(|entry| (entry, 1)))
                .and_then(|(entry, length)| Some((*entry.fields.first()?, entry.fields.get(1)?.parse().ok()?, length))),
            month: months.get(&tokens[at].fold).and_then(month),
            weekday: weekdays.get(&tokens[at].fold).and_then(|entry| entry.fields.first()?.parse().ok()),
        };
        Self { text, tokens, lexicon, lookups: (0..tokens.len()).map(lookup).collect() }
    }

    pub(super) fn lookup(&self, at: usize) -> Lookup {
        self.lookups.get(at).copied().unwrap_or_default()
    }

    pub(super) fn fold(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    /// Kinds, value and length of the date words that begin at a token.
    pub(super) fn entry(&self, at: usize) -> Option<(&'static str, i32, usize)> {
        self.lookup(at).entry
    }

    /// Whether a date may begin at a token at all: a quick look before the careful one.
    fn may_begin(&self, at: usize) -> bool {
        let Lookup { entry, month, weekday } = self.lookup(at);
        let token = &self.tokens[at];
        let number = || token.kind == TokenKind::Number || self.lexicon.list(List::Numbers).begins(&token.fold);
        entry.is_some() || month.is_some() || weekday.is_some() || token.fold.contains('-') || number()
    }

    /// Value and length, where the words at a token are of one kind.
    pub(super) fn kind(&self, at: usize, kind: &str) -> Option<(i32, usize)> {
        let (kinds, value, length) = self.entry(at)?;
        kinds.split('|').any(|one| one == kind).then_some((value, length))
    }

    /// Whether the words that end right before a token are of one kind; how many tokens they take.
    pub(super) fn kind_before(&self, at: usize, kind: &str) -> Option<usize> {
        (1..=4.min(at)).rev().find(|&back| self.kind(at - back, kind).is_some_and(|(_, length)| length == back))
    }

    pub(super) fn skip_article(&self, at: usize) -> usize {
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
    pub(super) fn tense(&self, at: usize) -> Option<bool> {
        let ahead = self.kind(at, "future").is_some();
        let before = at.checked_sub(1).map(|before| self.fold(before));
        if !ahead && before.is_some_and(|before| self.introduces_noun(before)) {
            return None;
        }
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
        let progressive = at.checked_sub(1).is_some_and(|before| self.kind(before, "present").is_some());
        if progressive && form == Some(VerbForm::PresentParticiple) {
            return Some(true);
        }
        let bare = matches!(form, None | Some(VerbForm::Infinitive));
        let composed = participle && auxiliary;
        (!bare && !composed).then_some(false)
    }

    /// Whether the word behind this one is a noun or an infinitive, whatever verb is spelt so: "the hearing", "to sentence".
    fn introduces_noun(&self, fold: &str) -> bool {
        let of = |list| self.lexicon.list(list).get(fold).and_then(|entry| entry.fields.first().copied());
        self.lexicon.language == Language::English
            && (of(List::FunctionWords) == Some("determiner") || of(List::Particles) == Some("infinitive"))
    }

    /// The date that begins at a token, the longest reading.
    pub fn expression(&self, at: usize) -> Option<Found> {
        if !self.may_begin(at) {
            return None;
        }
        let (expression, end) = self
            .between(at)
            .or_else(|| self.recent(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.open(at))
            .or_else(|| self.days(at))
            .or_else(|| self.range(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.point(at).map(|(point, end)| (Expression::At(point), end)))?;
        Some(Found { expression, start: at, end })
    }

    /// « du 13 au 20 octobre », "between 13 and 20 October".
    pub(super) fn between(&self, at: usize) -> Option<(Expression, usize)> {
        let (opened, link) = ["from", "between"]
            .into_iter()
            .zip(["to", "and"])
            .find_map(|(open, link)| self.kind(at, open).map(|(_, length)| (at + length, link)))?;
        let first = self.skip_article(opened);
        let (start, middle) = self.point(first).or_else(|| self.bare(first))?;
        let middle = middle + usize::from(self.fold(middle) == "," && self.kind(middle + 1, link).is_some());
        let (_, length) = self.kind(middle, link)?;
        let second = self.skip_article(middle + length);
        let (end, last) = self.point(second).or_else(|| self.bare(second))?;
        if self.measures(last) {
            return None;
        }
        Self::interval(start, end).map(|expression| (expression, last))
    }

    /// « les 3 et 4 mai », "May 3 and 4".
    fn days(&self, at: usize) -> Option<(Expression, usize)> {
        let bare = |at: usize| self.day(at).map(|day| (Point { day: Some(day), ..Point::default() }, at + 1));
        let english = self.lexicon.language == Language::English;
        let month_first = self.with_month(at).filter(|_| english && self.day(at).is_none());
        let (start, middle) = month_first.or_else(|| bare(at))?;
        let (_, length) = self.kind(middle, "and")?;
        let (end, last) = if start.month.is_some() {
            let counts = |next: &Token| next.is_word() && !self.lexicon.list(List::FunctionWords).has(&next.fold);
            bare(middle + length).filter(|(_, last)| !self.tokens.get(*last).is_some_and(counts))?
        } else {
            self.with_month(middle + length).filter(|(end, _)| end.day.is_some())?
        };
        let ordered = start.day.is_some() && start.day < end.day && start.year.is_none();
        let interval = Self::interval(start, end).filter(|_| ordered)?;
        Some((interval, last))
    }

    /// "October 13-20", « 2014-2015 », "13-20 October".
    pub(super) fn range(&self, at: usize) -> Option<(Expression, usize)> {
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
        Self::interval(start, end).map(|expression| (expression, last))
    }

    /// Both ends, each completed by the other; none if together they tell no date.
    pub(super) fn interval(mut start: Point, mut end: Point) -> Option<Expression> {
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
    pub(super) fn bare(&self, at: usize) -> Option<(Point, usize)> {
        if let Some(year) = self.year(at) {
            return Some((Point { year: Some(year), ..Point::default() }, at + 1));
        }
        let day = self.day(at)?;
        Some((Point { day: Some(day), ..Point::default() }, at + 1))
    }

    /// « depuis jeudi », "until 22 October".
    pub(super) fn open(&self, at: usize) -> Option<(Expression, usize)> {
        let since = self.kind(at, "since");
        let (_, length) = since.or_else(|| self.kind(at, "until"))?;
        let start = self.skip_article(at + length);
        // "backed by 9/11 families": a day known by name is no term.
        if since.is_none() && self.kind(start, "fixed").is_some() {
            return None;
        }
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
    pub(super) fn steps(&self, at: usize) -> Option<(Step, i32, usize)> {
        if let Some((count, length)) = self.kind(at, "single")
            && let Some((step, factor, end)) = self.step(at + length)
        {
            return Some((step, count * factor, end));
        }
        let number = numeral::at(self.text, self.tokens, at, self.lexicon)?;
        let (step, factor, end) = self.step(at + number.length_tokens)?;
        let count = (number.value * f64::from(factor)).clamp(0.0, LONGEST_STEPS);
        #[expect(clippy::cast_possible_truncation, reason = "clamped to a thousand above")]
        Some((step, count.round() as i32, end))
    }

    pub(super) fn step(&self, at: usize) -> Option<(Step, i32, usize)> {
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
    pub(super) fn recent(&self, at: usize) -> Option<(Expression, usize)> {
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
    pub(super) fn ago(&self, at: usize) -> Option<(Expression, usize)> {
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
        let (direction, length) = self.kind(end, "then")?;
        Some((Expression::Floating(step, count * direction), end + length))
    }

    /// « les années 1990 », "the 1990s".
    pub(super) fn decade(&self, at: usize) -> Option<(Expression, usize)> {
        let figures = self.fold(at).strip_suffix('s');
        if let Some(year) = figures.filter(|it| it.len() == 4).and_then(|it| it.parse().ok()) {
            return YEARS.contains(&year).then_some((Expression::Decade(year), at + 1));
        }
        let (_, length) = self.kind(at, "era")?;
        let year = self.year(at + length).or_else(|| self.short_decade(at + length))?;
        (year % 10 == 0).then_some((Expression::Decade(year), at + length + 1))
    }

    /// « les années 90 », "the 90s".
    fn short_decade(&self, at: usize) -> Option<i32> {
        let fold = self.fold(at);
        let digits = fold.strip_suffix('s').or(Some(fold).filter(|_| self.lexicon.language == Language::French))?;
        let tens = digits.parse::<i32>().ok().filter(|tens| digits.len() == 2 && (20..=90).contains(tens))?;
        Some(1900 + tens)
    }

    /// A point in time with its hour before or behind it.
    pub(super) fn point(&self, at: usize) -> Option<(Point, usize)> {
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
        if point.day.is_none() && (point.month.is_some() || point.year.is_some()) {
            return Some((point, end));
        }
        let behind = end + usize::from(self.fold(end) == ",");
        let hour = self.kind(behind, "hour_lead").and_then(|(_, length)| self.hour_after_lead(behind, length));
        if let Some((hour, last)) = hour.or_else(|| self.hour(end)) {
            point.hour = Some(hour);
            end = last;
        }
        Some((point, end))
    }

    pub(super) fn hour_after_lead(&self, at: usize, length: usize) -> Option<(Hour, usize)> {
        self.hour(at).or_else(|| self.hour(at + length))
    }
}
