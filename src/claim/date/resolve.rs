//! Parts of a date → ISO 8601, by calendar arithmetic against the article's date.

use super::read::{Expression, Hour, Point, Step};
use crate::claim::DatePrecision;
use time::{Date, Duration, Month};

/// A stretch of days, a month or a year.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Value {
    Day(Date),
    Days(Date, Date),
    Month(i32, Month),
    /// Three months from this one on.
    Season(i32, Month),
    Year(i32),
    /// An hour of an unknown day.
    Time(Hour),
}

/// How far ahead news names a day without saying that it is to come. Further off, the past one is meant.
const NEWS_AHEAD_DAYS: i64 = 90;

/// How many tokens back a date may stand that « le lendemain », "a month later" lean on: a paragraph or so.
const ANCHOR_REACH_TOKENS: usize = 80;
/// Months in a season.
const SEASON_MONTHS: u8 = 3;

/// What relative dates lean on.
pub struct Calendar {
    /// The day of publication.
    today: Option<Date>,
    /// The last day, month or year resolved, and at which token: what « la veille » and "a year later" lean on.
    anchor: Option<(Value, usize)>,
    /// The token of the expression at hand.
    now: usize,
}

impl Calendar {
    /// For an article of that day.
    pub fn new(today: Option<Date>) -> Self {
        Self { today, anchor: None, now: 0 }
    }

    /// ISO value (none where it is not sure) and precision, of an expression that begins at token `now`.
    /// `ahead`: the sentence looks to the future.
    pub fn resolve(&mut self, expression: &Expression, ahead: bool, now: usize) -> (Option<String>, DatePrecision) {
        self.now = now;
        match *expression {
            Expression::At(point) => self.at(&point, ahead),
            Expression::Between(from, to) => self.between(&from, &to, ahead),
            Expression::Since(point) => {
                let (iso, precision) = self.at(&point, false);
                (iso.map(|iso| format!("{}/..", first_end(&iso))), precision)
            }
            Expression::Until(point) => {
                let (iso, precision) = self.at(&point, true);
                (iso.map(|iso| format!("../{}", last_end(&iso))), precision)
            }
            Expression::Past(step, count) => {
                let from = self.today.and_then(|today| shift(today, step, -count));
                let iso = from.zip(self.today).map(|(from, today)| format!("{}/{}", iso_day(from), iso_day(today)));
                (iso.filter(|_| step != Step::Hours), precision_of_step(step))
            }
            Expression::Decade(year) => {
                let length = if year % 100 == 0 && year < 1900 { 99 } else { 9 };
                (Some(format!("{year}/{}", year + length)), DatePrecision::Year)
            }
            Expression::Floating(step, count) => {
                let value = self.floating(step, count);
                self.anchor = value.map(|value| (value, now)).or(self.anchor);
                (value.map(|value| write(value, None)), precision_of_step(step))
            }
        }
    }

    fn at(&mut self, point: &Point, ahead: bool) -> (Option<String>, DatePrecision) {
        let value = self.value(point, ahead);
        if let Some(value @ (Value::Day(_) | Value::Month(..) | Value::Year(_))) = value {
            self.anchor = Some((value, self.now));
        }
        let precision = if point.hour.is_some() { DatePrecision::Hour } else { coarse(point, value) };
        (value.map(|value| write(value, point.hour)), precision)
    }

    fn between(&mut self, from: &Point, to: &Point, ahead: bool) -> (Option<String>, DatePrecision) {
        let (start, _) = self.at(from, ahead);
        let (end, precision) = self.at(to, ahead);
        let iso = start.zip(end).map(|(start, end)| format!("{}/{}", first_end(&start), last_end(&end)));
        (iso, precision)
    }

    fn value(&self, point: &Point, ahead: bool) -> Option<Value> {
        if let Some((step, count)) = point.offset {
            return self.offset(step, count, point.weekend);
        }
        if let Some(days) = point.anaphor {
            let Some(Value::Day(day)) = self.near_anchor() else { return None };
            return day.checked_add(Duration::days(days.into())).map(Value::Day);
        }
        if let Some(season) = point.season {
            return self.season(season, point);
        }
        match (point.year, point.month, point.day) {
            (Some(year), Some(month), Some(day)) => Date::from_calendar_date(year, month, day).ok().map(Value::Day),
            (None, Some(month), Some(day)) => self.nearest(month, day, point.direction, ahead).map(Value::Day),
            (Some(year), Some(month), None) => Some(Value::Month(year, month)),
            (None, Some(month), None) => {
                self.year_of(month, point.direction, ahead).map(|year| Value::Month(year, month))
            }
            (Some(year), None, _) => Some(Value::Year(year)),
            (None, None, day) => self.by_weekday(point, day, ahead),
        }
    }

    fn near_anchor(&self) -> Option<Value> {
        self.anchor.filter(|(_, at)| self.now.saturating_sub(*at) <= ANCHOR_REACH_TOKENS).map(|(value, _)| value)
    }

    /// « deux jours plus tard », "a month later", from the date named before.
    fn floating(&self, step: Step, count: i32) -> Option<Value> {
        if count == 0 {
            return None;
        }
        match (step, self.near_anchor()?) {
            (Step::Days | Step::Weeks, Value::Day(day)) => shift(day, step, count).map(Value::Day),
            (Step::Months, Value::Day(day)) => shift(day, step, count).map(|day| Value::Month(day.year(), day.month())),
            (Step::Months, Value::Month(year, month)) => {
                shift(in_month(year, month, 1)?, step, count).map(|day| Value::Month(day.year(), day.month()))
            }
            (Step::Years, Value::Day(day)) => Some(Value::Year(day.year() + count)),
            (Step::Years, Value::Month(year, _) | Value::Year(year)) => Some(Value::Year(year + count)),
            _ => None,
        }
    }

    /// The three months of a season, as the northern hemisphere has them. A winter lies in two years: named with
    /// one, it tells no more than that year.
    fn season(&self, season: u8, point: &Point) -> Option<Value> {
        let month = Month::try_from(season.checked_mul(SEASON_MONTHS)?).ok()?;
        if let Some(year) = point.year {
            return Some(if month == Month::December { Value::Year(year) } else { Value::Season(year, month) });
        }
        let today = self.today?;
        let starts = (-2..=1).filter_map(|back| in_month(today.year() + back, month, 1));
        let ended = |start: &Date| shift(*start, Step::Months, SEASON_MONTHS.into()).is_some_and(|end| end <= today);
        let start = match point.direction {
            ..=-1 => starts.filter(ended).max(),
            0 => starts.filter(|start| !ended(start)).min(),
            1.. => starts.filter(|start| *start > today).min(),
        };
        start.map(|start| Value::Season(start.year(), month))
    }

    fn by_weekday(&self, point: &Point, day: Option<u8>, ahead: bool) -> Option<Value> {
        let Some(weekday) = point.weekday else { return point.hour.map(Value::Time) };
        let today = self.today?;
        let back = i64::from((today.weekday().number_days_from_monday() + 7 - weekday.number_days_from_monday()) % 7);
        let forward = point.direction > 0 || (point.direction == 0 && ahead);
        let days = match (forward, back) {
            (true, 0) if point.direction > 0 => 7,
            (true, back) => (7 - back) % 7,
            (false, 0) if point.direction < 0 => -7,
            (false, back) => -back,
        };
        let date = today.checked_add(Duration::days(days))?;
        let agreed = |date: Date| day.is_none_or(|day| date.day() == day);
        let weeks = [0, -7, 7, -14, 14, -21, 21, -28, 28, -35, 35];
        weeks
            .into_iter()
            .filter_map(|shift| date.checked_add(Duration::days(shift)))
            .find(|date| agreed(*date))
            .map(Value::Day)
    }

    fn offset(&self, step: Step, count: i32, weekend: bool) -> Option<Value> {
        let today = self.today?;
        let date = shift(today, step, count)?;
        match step {
            Step::Hours => None,
            Step::Days => Some(Value::Day(date)),
            Step::Weeks => {
                let monday = date.checked_sub(Duration::days(date.weekday().number_days_from_monday().into()))?;
                let first = monday.checked_add(Duration::days(if weekend { 5 } else { 0 }))?;
                let back = if weekend && first > today && count == 0 { -7 } else { 0 };
                let first = first.checked_add(Duration::days(back))?;
                Some(Value::Days(first, first.checked_add(Duration::days(if weekend { 1 } else { 6 }))?))
            }
            Step::Months => Some(Value::Month(date.year(), date.month())),
            Step::Years => Some(Value::Year(date.year())),
        }
    }

    /// The year that brings a day of a month nearest to the article's date; a day far ahead needs a sentence
    /// that looks to the future.
    fn nearest(&self, month: Month, day: u8, direction: i8, ahead: bool) -> Option<Date> {
        let today = self.today?;
        let years = [today.year(), today.year() - 1, today.year() + 1];
        let dates = years.into_iter().filter_map(|year| Date::from_calendar_date(year, month, day).ok());
        let near = dates.filter(|date| match direction {
            ..=-1 => *date < today,
            0 => ahead || (*date - today).whole_days() <= NEWS_AHEAD_DAYS,
            1.. => *date > today,
        });
        near.min_by_key(|date| (*date - today).abs())
    }

    /// The year of a month named alone: this year's, unless it lies on the wrong side of the article's date.
    fn year_of(&self, month: Month, direction: i8, ahead: bool) -> Option<i32> {
        let today = self.today?;
        let (named, current) = (u8::from(month), u8::from(today.month()));
        let year = match (direction, ahead) {
            (1.., _) => today.year() + i32::from(named <= current),
            (..=-1, _) => today.year() - i32::from(named >= current),
            (0, true) => today.year() + i32::from(named < current),
            (0, false) => today.year() - i32::from(named > current),
        };
        Some(year)
    }
}

/// The same day so many steps on; the last day of the month where the month is too short.
fn shift(date: Date, step: Step, count: i32) -> Option<Date> {
    match step {
        Step::Hours => Some(date),
        Step::Days => date.checked_add(Duration::days(count.into())),
        Step::Weeks => date.checked_add(Duration::weeks(count.into())),
        Step::Months => {
            let months = date.year() * 12 + i32::from(u8::from(date.month())) - 1 + count;
            let month = Month::try_from(u8::try_from(months.rem_euclid(12) + 1).ok()?).ok()?;
            in_month(months.div_euclid(12), month, date.day())
        }
        Step::Years => in_month(date.year() + count, date.month(), date.day()),
    }
}

fn in_month(year: i32, month: Month, day: u8) -> Option<Date> {
    (0..4).find_map(|short| Date::from_calendar_date(year, month, day.saturating_sub(short)).ok())
}

const fn precision_of_step(step: Step) -> DatePrecision {
    match step {
        Step::Hours => DatePrecision::Hour,
        Step::Days | Step::Weeks => DatePrecision::Day,
        Step::Months => DatePrecision::Month,
        Step::Years => DatePrecision::Year,
    }
}

fn coarse(point: &Point, value: Option<Value>) -> DatePrecision {
    match value {
        Some(Value::Month(..) | Value::Season(..)) => DatePrecision::Month,
        Some(Value::Year(_)) => DatePrecision::Year,
        Some(Value::Time(_)) => DatePrecision::Hour,
        Some(Value::Day(_) | Value::Days(..)) => DatePrecision::Day,
        None => match (point.day, point.month, point.offset) {
            (None, Some(_), _) => DatePrecision::Month,
            (_, _, Some((step, _))) => precision_of_step(step),
            _ => DatePrecision::Day,
        },
    }
}

fn write(value: Value, hour: Option<Hour>) -> String {
    let time = hour.map_or_else(String::new, iso_hour);
    match value {
        Value::Day(day) => format!("{}{time}", iso_day(day)),
        Value::Days(first, last) => format!("{}/{}", iso_day(first), iso_day(last)),
        Value::Month(year, month) => format!("{year:04}-{:02}", u8::from(month)),
        Value::Season(year, month) => {
            let last = u8::from(month) + SEASON_MONTHS - 1;
            format!("{year:04}-{:02}/{:04}-{:02}", u8::from(month), year + i32::from(last > 12), (last - 1) % 12 + 1)
        }
        Value::Year(year) => format!("{year:04}"),
        Value::Time(hour) => iso_hour(hour),
    }
}

fn iso_day(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

fn iso_hour(hour: Hour) -> String {
    let zone = if hour.universal { "Z" } else { "" };
    format!("T{:02}:{:02}{zone}", hour.number, hour.minute.unwrap_or(0))
}

fn first_end(iso: &str) -> &str {
    iso.split('/').next().unwrap_or(iso)
}

fn last_end(iso: &str) -> &str {
    iso.rsplit('/').next().unwrap_or(iso)
}
