//! Dates and times, absolute and relative, against the article's date.
//!
//! Words are read into parts ([`read`]: day, month, weekday, « la veille »…); the calendar turns parts
//! into ISO 8601 values ([`resolve`]). What cannot be resolved keeps its words and precision only.

mod day;
mod hour;
mod read;
mod resolve;
mod season;

use super::DateMention;
use crate::lang::Lexicon;
use crate::text::Token;
use read::{Expression, Reader};
use resolve::Calendar;

/// How far around a weekday the words that look ahead (« sera », "will") are looked for, in tokens.
const TENSE_REACH_TOKENS: usize = 14;

/// Finds the dates of a text, in order, without overlaps. `today` is the day of publication.
///
/// Intervals are written as ISO 8601 has them (`2016-10-13/2016-10-20`), open ones with two dots
/// (`2011/..`, ISO 8601-2).
pub fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, today: Option<time::Date>) -> Vec<DateMention> {
    let reader = Reader::new(text, tokens, lexicon);
    let mut calendar = Calendar::new(today);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(length) = reader.not_a_date(at) {
            at += length;
            continue;
        }
        let Some(read) = reader.expression(at) else {
            at += 1;
            continue;
        };
        let ahead = reader.looks_ahead(read.start, read.end, TENSE_REACH_TOKENS);
        let (iso, precision) = calendar.resolve(&read.expression, ahead, read.start);
        let span = tokens[read.start].span.cover(tokens[read.end - 1].span);
        found.push(DateMention { span, iso, precision });
        at = read.end;
    }
    found
}

/// Whether two dates can be told to be the same, from 0 (they exclude each other) to 1 (the same value).
///
/// A day inside a month, an end of an interval that is the other's value, an hour of the same day: in between.
/// None where either is unresolved.
pub fn closeness(a: &DateMention, b: &DateMention) -> Option<f64> {
    let (first, second) = (a.iso.as_deref()?, b.iso.as_deref()?);
    if first == second {
        return Some(1.0);
    }
    let ends = |iso: &str| -> Vec<String> {
        iso.split('/').filter(|end| !end.is_empty() && *end != "..").map(str::to_owned).collect()
    };
    let (first, second) = (ends(first), ends(second));
    let nested = |x: &String, y: &String| x.starts_with(y.as_str()) || y.starts_with(x.as_str());
    let shares_end = first.iter().any(|x| second.contains(x));
    let one_in_other = first.iter().any(|x| second.iter().any(|y| nested(x, y)));
    let close = match (shares_end, one_in_other, first.len() == 2 || second.len() == 2) {
        (true, _, _) => 0.8,
        (_, true, _) => 0.6,
        (_, _, true) if within(&first, &second) => 0.4,
        _ => 0.0,
    };
    Some(close)
}

/// Whether one interval and the other value overlap, compared as ISO text.
fn within(first: &[String], second: &[String]) -> bool {
    let (Some(a), Some(b)) = (first.first(), first.last()) else { return false };
    let (Some(c), Some(d)) = (second.first(), second.last()) else { return false };
    a <= d && c <= b
}

/// An expression and the tokens it takes.
struct Found {
    expression: Expression,
    start: usize,
    end: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::DatePrecision;
    use crate::text::Span;

    fn mention(iso: &str) -> DateMention {
        DateMention { span: Span::new(0, 0), iso: Some(iso.into()), precision: DatePrecision::Day }
    }

    #[test]
    fn closeness_orders_values() {
        let day = mention("2016-10-20");
        assert_eq!(closeness(&day, &mention("2016-10-20")), Some(1.0));
        assert_eq!(closeness(&day, &mention("2016-10-13/2016-10-20")), Some(0.8));
        assert_eq!(closeness(&day, &mention("2016-10")), Some(0.6));
        assert_eq!(closeness(&day, &mention("2016-10-13/2016-10-22")), Some(0.4));
        assert_eq!(closeness(&day, &mention("2016-10-21")), Some(0.0));
        assert_eq!(closeness(&day, &DateMention { iso: None, ..mention("") }), None);
    }
}
