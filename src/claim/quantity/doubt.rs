//! Which numbers count nothing (years, names, series), and which years are an age.

use super::{AGE, AGES, Finder, Unit, YEARS};
use crate::lang::List;
use crate::lang::numeral::{Numeral, NumeralKind};
use crate::text::{Token, TokenKind};

impl Finder<'_> {
    /// Whether the number at `at` is part of a name: « article 5 », "Boeing 737", `3/4`.
    pub(super) fn only_names(&self, at: usize) -> bool {
        if self.is_series(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let marks = matches!(self.fold(before), "/" | "#" | "°" | "." | "+")
            && self.tokens[before].span.end == self.tokens[at].span.start;
        let lettered = self.fold(before) == "-"
            && before.checked_sub(1).is_some_and(|name| {
                let letters = &self.tokens[name];
                let tight = letters.span.end == self.tokens[before].span.start;
                tight && letters.is_capitalised(self.text) && self.tokens[before].span.end == self.tokens[at].span.start
            });
        let label = |back: usize| at.checked_sub(back).is_some_and(|label| self.class_of(label) == "label");
        let dotted = matches!(self.fold(before), "." | "°") && label(2);
        marks || lettered || label(1) || dotted
    }

    /// Whether figures are part of a telephone number or of `9/11`.
    pub(super) fn is_series(&self, at: usize) -> bool {
        let figures = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let short = |at: usize| figures(at) && self.fold(at).len() < 3;
        let before = at.checked_sub(1).is_some_and(short);
        let slashed = matches!(self.fold(at + 1), "/")
            && figures(at + 2)
            && self.tokens[at + 1].span.start == self.tokens[at].span.end;
        slashed || (short(at) && (before || short(at + 1)))
    }

    /// Makes an age of a number of years where the words around say so.
    pub(super) fn read_age(&self, from: usize, unit: &mut Unit) {
        if self.qualifier(unit.end).is_some_and(|(class, _, _)| class == "age_after") {
            unit.end += self.qualifier(unit.end).map_or(0, |(_, _, length)| length);
            unit.name = Some(AGE.into());
            return;
        }
        let years = unit.class == "time" && unit.name.as_deref() == Some("year");
        let asked = self.class_of(from) == "age";
        let aging = years && self.ages(from, unit.end);
        if aging || (years || unit.name.is_none()) && (asked || (years && self.stands_apart(from, unit.end))) {
            unit.name = Some(AGE.into());
        }
        let bare = unit.name.is_none() && self.stands_apart(from, unit.end) && unit.end == from + 1;
        if bare && self.fold(from).parse().is_ok_and(|age: u32| AGES.contains(&age)) {
            unit.name = Some(AGE.into());
        }
    }

    /// Whether years are someone's age: « elle a 32 ans. », « un homme de 45 ans ».
    pub(super) fn ages(&self, from: usize, end: usize) -> bool {
        let closes =
            self.tokens.get(end).is_none_or(|next| next.kind == TokenKind::Mark || self.class_of(end) == "between_and");
        let led =
            (1..=2.min(from)).any(|back| self.qualifier(from - back).is_some_and(|it| it.0 == "aging" && it.2 == back));
        let of = from.checked_sub(1).is_some_and(|link| self.class_of(link) == "of");
        let people = self.lexicon.list(List::SourceNouns);
        let person = from.checked_sub(2).and_then(|noun| people.get(self.fold(noun)));
        let someone = person.is_some_and(|entry| matches!(entry.fields[0], "person" | "anonymous"));
        (led && closes) || (of && someone)
    }

    /// Whether commas or brackets set the words off after a name: « Jeanne Petit, 45 ans, ».
    pub(super) fn stands_apart(&self, from: usize, end: usize) -> bool {
        let (Some(mark), Some(name)) = (from.checked_sub(1), from.checked_sub(2)) else { return false };
        let opened = matches!(self.fold(mark), "," | "(");
        let closed = matches!(self.fold(end), "," | ")" | ".");
        opened && closed && self.tokens[name].kind == TokenKind::Word && self.tokens[name].is_capitalised(self.text)
    }

    /// Whether these words count or measure, rather than being an article, a year or part of a name.
    pub(super) fn states_a_count(&self, from: usize, at: usize, numeral: &Numeral, unit: &Unit, bounded: bool) -> bool {
        let lasting = from < at && self.class_of(from) == "lasting";
        match numeral.kind {
            NumeralKind::Article => {
                let casualty = unit.class == "casualty" && !self.goes_on(unit.end);
                (bounded && unit.name.is_some()) || casualty || unit.factor < 1.0 || (lasting && unit.class == "time")
            }
            NumeralKind::Words if numeral.value < 20.0 => unit.name.is_some() || bounded,
            NumeralKind::Figures if unit.name.is_none() && !bounded => {
                let year = numeral.length_tokens == 1
                    && self.fold(at).len() == 4
                    && self.fold(at).parse().is_ok_and(|year: u32| YEARS.contains(&year));
                let named = numeral.length_tokens == 1 && numeral.value < 1000.0 && self.follows_name(at);
                let note = numeral.value < 10.0 && at.checked_sub(1).is_some_and(|before| self.fold(before) == "(");
                let footnote = note && self.fold(at + 1) == ")";
                !(year || named || footnote)
            }
            _ => true,
        }
    }

    pub(super) fn follows_name(&self, at: usize) -> bool {
        let name = at.checked_sub(1).map(|before| &self.tokens[before]);
        let capital = |name: &Token| name.span.of(self.text).contains(char::is_uppercase);
        name.is_some_and(|name| name.kind == TokenKind::Word && capital(name))
    }

    /// Whether a pronoun or auxiliary follows, so that « un mort » is someone rather than a count.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let entry = self.lexicon.list(List::FunctionWords).get(self.fold(at));
        entry.is_some_and(|entry| matches!(entry.fields[0], "pronoun"))
    }
}
