//! The day a line of text gives: « 21 octobre 2016 », "Oct 21, 2016", 21/10/2016, 2016-10-21.

use time::{Date, Month};

use crate::lang::{Lexicon, List};
use crate::text::{Span, Token};

/// Newspapers go back no further, and nobody publishes far ahead: other years are no dates of publication.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// The first full date in `text`, and where it stands.
pub(super) fn first(text: &str, lexicon: &Lexicon) -> Option<(Date, Span)> {
    let tokens = lexicon.tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (date, length) = in_words(&tokens[at..], lexicon).or_else(|| in_figures(&tokens[at..], text, lexicon))?;
        Some((date, Span::new(tokens[at].span.start, tokens[at + length - 1].span.end)))
    })
}

/// A date at the beginning of an ISO 8601 stamp; the time and its zone are left aside.
pub(super) fn iso(stamp: &str) -> Option<Date> {
    let stamp = stamp.trim().get(..10)?;
    let mut parts = stamp.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    date(year, month, day)
}

/// « 21 octobre 2016 », "21st of October, 2016", "October 21st, 2016", « 1er mai 2020 ».
fn in_words(tokens: &[Token], lexicon: &Lexicon) -> Option<(Date, usize)> {
    let month = |at: usize| {
        let entry = lexicon.list(List::Months).get(&tokens.get(at)?.fold)?;
        entry.fields[0].parse::<u8>().ok()
    };
    let skip = |at: usize| at + usize::from(tokens.get(at).is_some_and(|it| matches!(it.fold.as_str(), "." | ",")));
    if let Some(first) = month(0) {
        let at = skip(1);
        let year = skip(at + 1);
        return Some((date(number(tokens.get(year)?)?, first, day(tokens.get(at)?)?)?, year + 1));
    }
    let day = day(tokens.first()?)?;
    let linked = usize::from(tokens.get(1).is_some_and(|it| month(1).is_none() && it.is_word()));
    let year = skip(1 + linked + 1);
    Some((date(number(tokens.get(year)?)?, month(1 + linked)?, day)?, year + 1))
}

/// 21/10/2016, 21.10.2016, 2016-10-21 and, in English, 10/21/2016.
fn in_figures(tokens: &[Token], text: &str, lexicon: &Lexicon) -> Option<(Date, usize)> {
    let first = tokens.first()?.span;
    let run = text[first.start..].split(|c: char| !c.is_ascii_digit() && !"/.-".contains(c)).next()?;
    let end = first.start + run.trim_end_matches(['/', '.', '-']).len();
    let parts: Vec<&str> = text[first.start..end].split(['/', '.', '-']).collect();
    let [a, b, c] = parts[..] else { return None };
    let figure = |part: &str| part.parse::<u8>().ok();
    let found = if a.len() == 4 {
        date(a.parse().ok()?, figure(b)?, figure(c)?)
    } else if c.len() == 4 {
        let (a, b, year) = (figure(a)?, figure(b)?, c.parse().ok()?);
        let day_first = date(year, b, a);
        let month_first = date(year, a, b);
        let american = lexicon.language == crate::lang::Language::English && text[first.start..end].contains('/');
        if american { month_first.or(day_first) } else { day_first.or(month_first) }
    } else {
        None
    }?;
    Some((found, tokens.iter().take_while(|token| token.span.start < end).count()))
}

/// A day of the month in figures, « 1er » and "21st" included.
fn day(token: &Token) -> Option<u8> {
    let figures = token.fold.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = token.fold.len() - figures.len();
    (ending <= 3).then(|| figures.parse().ok().filter(|day| (1..=31).contains(day))).flatten()
}

fn number(token: &Token) -> Option<i32> {
    (token.fold.len() == 4).then(|| token.fold.parse().ok()).flatten()
}

fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    YEARS.contains(&year).then(|| Date::from_calendar_date(year, month, day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    fn show(text: &str, language: Language) -> String {
        let lexica = Lexica::built_in();
        first(text, lexica.of(language)).map_or("none".into(), |(date, span)| format!("{date} in `{}`", span.of(text)))
    }

    #[test]
    fn french_forms() {
        for text in
            ["Publié le 21 octobre 2016 à 14h52", "vendredi 21 octobre 2016", "Le 21.10.2016", "21/10/2016 - 18:03"]
        {
            assert!(show(text, Language::French).starts_with("2016-10-21"), "{text}: {}", show(text, Language::French));
        }
        assert_eq!(show("Mis à jour le 1er mai 2020", Language::French), "2020-05-01 in `1er mai 2020`");
        assert_eq!(show("le 9 déc. 2019", Language::French), "2019-12-09 in `9 déc. 2019`");
    }

    #[test]
    fn english_forms() {
        for text in [
            "Published October 21, 2016",
            "Oct. 21, 2016 9:01 am ET",
            "21st of October 2016",
            "10/21/2016",
            "2016-10-21T09:00",
        ] {
            assert!(
                show(text, Language::English).starts_with("2016-10-21"),
                "{text}: {}",
                show(text, Language::English)
            );
        }
        assert_eq!(show("21 Oct 2016", Language::English), "2016-10-21 in `21 Oct 2016`");
    }

    #[test]
    fn what_is_no_date() {
        for text in
            ["", "31 février 2016", "21 octobre", "1.2.3", "le 21 mars des 2016 habitants", "99/99/2016", "12/2016"]
        {
            assert_eq!(show(text, Language::French), "none", "{text}");
        }
    }

    #[test]
    fn what_is_no_date_in_english() {
        for text in [
            "October 21",
            "21 October",
            "February 30, 2016",
            "May 2016 members",
            "March 3 of 2020 runners",
            "the 3rd of 2016",
            "10/2016",
            "24/7/365",
            "13/13/2016",
            "Oct 21, 16",
            "1.2.3",
        ] {
            assert_eq!(show(text, Language::English), "none", "{text}");
        }
    }

    #[test]
    fn iso_stamps_lose_their_time() {
        assert_eq!(iso("2016-10-21T23:59:00-08:00").map(|it| it.to_string()).as_deref(), Some("2016-10-21"));
        assert_eq!(iso("2016-13-21"), None);
        assert_eq!(iso("é2016-10-21"), None);
    }
}
