//! Numbers, what they count and how exactly they are given.
//!
//! A numeral is read where it stands ([`numeral`]); words before and after it say how exact it is and
//! whether it is a range; what follows says what it measures (a unit of `units.tsv`) or counts (the
//! head noun). Numbers that only name (« article 5 »), dates and plain articles are left out.

mod around;
mod doubt;
mod unit;

use super::{Precision, Quantity};
use crate::lang::numeral::{self, Numeral, NumeralKind};
use crate::lang::{Lexicon, List};
use crate::text::{Span, Token, TokenKind};

/// From here on a sum is told in millions.
const SUM: f64 = 1e6;
/// Two bare figures below this, joined by a hyphen, are a score.
const MOST_SCORE: f64 = 20.0;
/// The unit of an age, in years.
const AGE: &str = "age";
/// How many words may stand between a number and the noun it counts, that noun included.
const NOUN_REACH_TOKENS: usize = 4;
/// How many words make up a qualifier at most (« un peu plus de »).
const QUALIFIER_TOKENS: usize = 4;
/// How far before a number a verb of change (« passé de 3 à 5 ») is looked for.
const CHANGE_REACH_TOKENS: usize = 4;
/// Figures without a unit between these read as years.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2100;
/// Bare figures beside a name between these read as an age: "Jane Doe, 45, said".
const AGES: std::ops::RangeInclusive<u32> = 10..=110;

/// Finds the quantities of a text, in order, without overlaps. `dates` are the spans already read as dates.
pub fn find(text: &str, tokens: &[Token], lexicon: &Lexicon, dates: &[Span]) -> Vec<Quantity> {
    let finder = Finder { text, tokens, lexicon };
    let mut found: Vec<Quantity> = Vec::new();
    let mut head = Head::default();
    let mut sums = Sums::default();
    let mut dates = dates.iter().copied().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let span = tokens[at].span;
        while dates.next_if(|date| date.end <= span.start).is_some() {}
        let date = dates.peek().copied().filter(|date| date.start <= span.start);
        head.pass(&finder, at);
        let read = finder.quantity(at, &head).filter(|read| date.is_none_or(|date| finder.lasts(date, read)));
        let Some(mut read) = read else {
            at += finder.score(at).unwrap_or(1);
            continue;
        };
        head.take(&read);
        sums.complete(&mut read);
        finder.take_other_side(found.last(), &mut read);
        finder.share_unit(found.last_mut(), &read);
        at = read.end.max(at + 1);
        if found.last().is_none_or(|last| last.span.end <= read.quantity.span.start) {
            found.push(read.quantity);
        }
    }
    found
}

/// What the sentence counted first, for « dont six… et deux… ».
#[derive(Default)]
struct Head {
    unit: Option<String>,
    shared: bool,
}

impl Head {
    fn pass(&mut self, finder: &Finder, at: usize) {
        if finder.ends_sentence(at) {
            *self = Self::default();
        } else if self.unit.is_some() && finder.qualifier(at).is_some_and(|(class, _, _)| class == "share") {
            self.shared = true;
        }
    }

    fn take(&mut self, read: &Read) {
        if matches!(read.class, "count" | "casualty" | "time") && !self.shared {
            self.unit.clone_from(&read.quantity.unit);
        }
    }
}

/// The one thing whose millions an article counts, for sums that leave it out: « l'une reçoit 3 milliards d'euros,
/// l'autre 2 milliards ».
#[derive(Default)]
struct Sums {
    unit: Option<String>,
    mixed: bool,
}

impl Sums {
    fn complete(&mut self, read: &mut Read) {
        if read.quantity.value < SUM {
            return;
        }
        match (&read.quantity.unit, &self.unit) {
            (None, _) if read.scaled && !self.mixed => read.quantity.unit.clone_from(&self.unit),
            (Some(_), _) if read.class != "money" => self.mixed = true,
            (Some(unit), Some(known)) => self.mixed |= unit != known,
            (Some(unit), None) => self.unit = Some(unit.clone()),
            (None, _) => {}
        }
    }
}

/// A quantity, where it ends, the class of its unit, and whether it ends on a scale word.
struct Read {
    quantity: Quantity,
    end: usize,
    class: &'static str,
    factor: f64,
    scaled: bool,
}

/// What a number measures or counts.
struct Unit {
    name: Option<String>,
    class: &'static str,
    factor: f64,
    end: usize,
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Finder<'_> {
    fn fold(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    /// Class, side and length of the qualifier that begins at a token.
    fn qualifier(&self, at: usize) -> Option<(&'static str, &'static str, usize)> {
        let found = self.lexicon.list(List::NumberQualifiers).at(self.tokens, at)?;
        Some((found.entry.fields.first()?, found.entry.fields.get(1)?, found.length_tokens))
    }

    fn class_of(&self, at: usize) -> &'static str {
        self.qualifier(at).map_or("", |(class, _, _)| class)
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let gap =
            at.checked_sub(1).map_or("", |before| &self.text[self.tokens[before].span.end..self.tokens[at].span.start]);
        matches!(self.fold(at), "." | "!" | "?") || gap.contains('\n')
    }

    /// Whether a quantity inside a date is one of its own all the same: « depuis 7 jours ».
    fn lasts(&self, date: Span, read: &Read) -> bool {
        let first = self.tokens.partition_point(|token| token.span.start < date.start);
        let found = self.lexicon.list(List::DateWords).at(self.tokens, first);
        let since = found.is_some_and(|found| found.entry.fields[0].split('|').any(|kind| kind == "since"));
        since && read.class == "time" && date.contains(read.quantity.span)
    }

    fn quantity(&self, at: usize, head: &Head) -> Option<Read> {
        let money = self.currency(at);
        let start = at + usize::from(money.is_some());
        let first = self.numeral(start).or_else(|| self.compound(start))?;
        if self.only_names(at) || self.score(at).is_some() {
            return None;
        }
        let (mut from, bound, between) = self.qualifiers_before(at);
        let after_first = start + first.length_tokens;
        let (mut value, mut last, mut end) = (first.value, first.clone(), after_first);
        let mut upper = None;
        if let Some((lower, second, second_end)) = self.upper_end(start, &first, between) {
            (value, upper, last, end) = (lower, Some(second.value), second, second_end);
        }
        let mut unit = money.map_or_else(|| self.unit(end, &last), |money| self.money(money, end, &last))?;
        self.read_age(from, &mut unit);
        from = if self.class_of(from) == "lasting" && unit.class != "time" { at } else { from };
        let ratio = upper.is_none().then(|| self.ratio(value, &unit)).flatten();
        let bounded = bound.is_some() || ratio.is_some();
        if let Some((share, whole)) = ratio {
            (value, unit) = (share, whole);
        }
        if unit.name.is_none() && head.shared {
            unit.name.clone_from(&head.unit);
        }
        if !self.states_a_count(from, at, &last, &unit, bounded) {
            return None;
        }
        let mut precision = bound.unwrap_or_else(|| inherent(&first));
        let mut to = unit.end;
        if let Some((class, "after" | "either", length)) = self.qualifier(to)
            && let Some(bound) = precision_of(class)
        {
            (precision, to) = (bound, to + length);
        }
        let negative = self.is_negative(at, &unit);
        from = from.min(at - usize::from(negative));
        let span = self.tokens[from].span.cover(self.tokens[to - 1].span);
        let value = if negative { -value } else { value };
        let (value, upper) = (value * unit.factor, upper.map(|upper| upper * unit.factor));
        let (class, factor) = (unit.class, unit.factor);
        let quantity = Quantity { value, upper, unit: unit.name, precision, span };
        let scaled = self.tokens[end - 1].kind == TokenKind::Word;
        Some(Read { quantity, end: to, class, factor, scaled })
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        numeral::at(self.text, self.tokens, at, self.lexicon)
    }
}

fn precision_of(class: &str) -> Option<Precision> {
    match class {
        "about" => Some(Precision::About),
        "at_least" => Some(Precision::AtLeast),
        "at_most" => Some(Precision::AtMost),
        "exact" => Some(Precision::Exact),
        _ => None,
    }
}

fn inherent(numeral: &Numeral) -> Precision {
    match numeral.kind {
        NumeralKind::Round => Precision::About,
        NumeralKind::Open => Precision::AtLeast,
        _ => Precision::Exact,
    }
}
