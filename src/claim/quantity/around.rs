//! Numbers that belong together: ranges, shares, scores, the two sides of a vote; and the words before a number.

use super::{CHANGE_REACH_TOKENS, Finder, MOST_SCORE, QUALIFIER_TOKENS, Quantity, Read, Unit, YEARS, precision_of};
use crate::claim::Precision;
use crate::lang::List;
use crate::lang::numeral::Numeral;
use crate::text::TokenKind;

/// What a share is told of, besides one in so many.
const ROUND_WHOLES: [f64; 3] = [10.0, 100.0, 1000.0];

impl Finder<'_> {
    /// How many tokens a score takes: « 3-1 », « 2 à 0 »; none where the figures count something.
    pub(super) fn score(&self, at: usize) -> Option<usize> {
        let figure = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
            token.fold.parse::<f64>().ok().filter(|value| *value < MOST_SCORE)
        };
        let tight = |at: usize| self.tokens[at].span.end == self.tokens[at + 1].span.start;
        let (won, lost) = (figure(at)?, figure(at + 2)?);
        let hyphenated = self.fold(at + 1) == "-" && tight(at) && tight(at + 1);
        let spelt = self.class_of(at + 1) == "range" && won > lost && !self.changes(at, false);
        let joined = hyphenated || spelt;
        let bare = self.listed_unit(at + 3).is_none() && self.counted(at + 3, MOST_SCORE).is_none();
        let aged = at.checked_sub(1).is_some_and(|before| self.class_of(before) == "age");
        (joined && bare && !aged).then_some(3)
    }

    /// « deux élèves sur cinq », "one in three voters": the share, and of what.
    pub(super) fn ratio(&self, part: f64, unit: &Unit) -> Option<(f64, Unit)> {
        let (class @ ("ratio" | "ratio_of_one"), _, length) = self.qualifier(unit.end)? else { return None };
        let whole = self.numeral(unit.end + length).filter(|whole| whole.suffix.is_empty())?;
        if class == "ratio_of_one" && part > 1.0 && !ROUND_WHOLES.contains(&whole.value) {
            return None;
        }
        let end = unit.end + length + whole.length_tokens;
        let countable = matches!(unit.class, "" | "count") && whole.value > part && part >= 1.0;
        let year = self.fold(unit.end + length).parse().is_ok_and(|year: u32| YEARS.contains(&year));
        let of = self.unit(end, &whole).filter(|of| matches!(of.class, "" | "count"))?;
        let named = unit.name.is_some() != of.name.is_some() || (unit.name.is_none() && whole.value <= 10.0);
        let (name, end) = if of.name.is_some() { (of.name, of.end) } else { (unit.name.clone(), end) };
        (countable && named && !year).then_some((part / whole.value, Unit { name, class: "count", factor: 1.0, end }))
    }

    /// Whether a minus sign stands right before: « -3,2 % ».
    pub(super) fn is_negative(&self, at: usize, unit: &Unit) -> bool {
        let Some(sign) = at.checked_sub(1).filter(|&sign| matches!(self.fold(sign), "-" | "−")) else { return false };
        let tight = self.tokens[sign].span.end == self.tokens[at].span.start;
        let free = sign.checked_sub(1).is_none_or(|word| self.tokens[word].span.end < self.tokens[sign].span.start);
        tight && free && matches!(unit.class, "percent" | "heat")
    }

    /// Gives « 77 » the unit of « 348 voix contre 77 ».
    pub(super) fn take_other_side(&self, before: Option<&Quantity>, read: &mut Read) {
        let Some(before) = before.filter(|before| before.unit.is_some() && read.quantity.unit.is_none()) else {
            return;
        };
        let link = self.tokens.partition_point(|token| token.span.start < before.span.end);
        let next = self.tokens.get(link + 1).is_some_and(|next| next.span.start == read.quantity.span.start);
        if next
            && (self.class_of(link) == "versus"
                || (self.class_of(link) == "range" && before.value > read.quantity.value))
        {
            read.quantity.unit.clone_from(&before.unit);
        }
    }

    /// First token, bound and whether it is « entre », of the qualifiers that stand right before `at`.
    pub(super) fn qualifiers_before(&self, at: usize) -> (usize, Option<Precision>, bool) {
        let (mut from, mut bound, mut between) = (at, None, false);
        while let Some((class, length)) = self.qualifier_before(from) {
            bound = bound.or(precision_of(class));
            between |= class == "between";
            from -= length;
        }
        (from, bound, between)
    }

    pub(super) fn qualifier_before(&self, at: usize) -> Option<(&'static str, usize)> {
        (1..=QUALIFIER_TOKENS.min(at)).rev().find_map(|back| {
            let (class, side, length) = self.qualifier(at - back)?;
            let fits = length == back && side != "after" && matches!(class, "between" | "age" | "lasting");
            let bounds = length == back && side != "after" && precision_of(class).is_some();
            (fits || bounds).then_some((class, length))
        })
    }

    /// The other end of a range: its lower value (scaled like the upper), its upper numeral, its end.
    pub(super) fn upper_end(&self, start: usize, first: &Numeral, between: bool) -> Option<(f64, Numeral, usize)> {
        let own_unit = self.lexicon.list(List::Units).at(self.tokens, start + first.length_tokens);
        let link = start + first.length_tokens + own_unit.map_or(0, |unit| unit.length_tokens);
        let class = self.class_of(link);
        let linked = class == "range" || (between && class == "between_and");
        if !linked || !first.suffix.is_empty() || (self.fold(link) != "-" && self.changes(start, between)) {
            return None;
        }
        let mut at = link + 1;
        while let Some((class, "before" | "either", length)) = self.qualifier(at) {
            precision_of(class)?;
            at += length;
        }
        at += usize::from(self.currency(at).is_some());
        let second = self.numeral(at)?;
        let end = at + second.length_tokens;
        let scaled = self.tokens[end - 1].kind == TokenKind::Word && own_unit.is_none();
        let lower = if scaled { first.value * scale_between(first.value, second.value) } else { first.value };
        let other_unit = self
            .listed_unit(end)
            .is_some_and(|unit| own_unit.is_some_and(|own| own.entry.fields[1] != unit.name.as_deref().unwrap_or("")));
        let aged = start.checked_sub(1).is_some_and(|before| self.class_of(before) == "age");
        let bare_hyphen =
            !aged && self.fold(link) == "-" && second.suffix.is_empty() && self.unit(end, &second)?.name.is_none();
        (second.value > lower && !bare_hyphen && !other_unit).then_some((lower, second, end))
    }

    /// Gives the unit of « 5 % » to the « 3 » of « passé de 3 à 5 % ».
    pub(super) fn share_unit(&self, before: Option<&mut Quantity>, read: &Read) {
        let Some(before) = before.filter(|before| before.unit.is_none()) else { return };
        let link = self.tokens.partition_point(|token| token.span.start < before.span.end);
        let next = self.tokens.get(link + 1).is_some_and(|next| next.span.start == read.quantity.span.start);
        if next && self.class_of(link) == "range" {
            before.value *= read.factor;
            before.unit.clone_from(&read.quantity.unit);
        }
    }

    /// Whether a verb of change before the number makes « de 3 à 5 » two values, not a range.
    pub(super) fn changes(&self, start: usize, between: bool) -> bool {
        let reach = start.saturating_sub(CHANGE_REACH_TOKENS)..start;
        !between && reach.rev().take_while(|&at| !self.ends_sentence(at)).any(|at| self.class_of(at) == "change")
    }
}

/// The scale an upper end shares with its lower end: « 2 à 3 millions ».
fn scale_between(lower: f64, upper: f64) -> f64 {
    let scales = [(1e9, 1e3), (1e6, 1e3), (1e3, 1e3), (1e2, 10.0)];
    let shared = |&(scale, most): &(f64, f64)| lower < most && upper >= scale && lower * scale < upper;
    scales.into_iter().find(shared).map_or(1.0, |(scale, _)| scale)
}
