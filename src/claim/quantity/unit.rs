//! What a number measures or counts: a listed unit, a currency, the head noun behind it.

use super::{AGE, Finder, NOUN_REACH_TOKENS, SUM, Unit};
use crate::lang::numeral::{Numeral, NumeralKind};
use crate::lang::{Language, List, Pos};
use crate::text::{Token, TokenKind};

impl Finder<'_> {
    /// A number word tied to its unit: "two-day", "ten-year-old".
    pub(super) fn compound(&self, at: usize) -> Option<Numeral> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        let (number, unit) = token.fold.split_once('-')?;
        let entry = self.lexicon.list(List::Numbers).get(number)?;
        let known = self.lexicon.list(List::Units).get(unit.split('-').next()?).is_some();
        let small = known && matches!(entry.fields[0], "unit" | "ten" | "article");
        let value = entry.fields.get(1)?.parse().ok().filter(|_| small)?;
        let suffix = token.fold[number.len()..].to_owned();
        Some(Numeral { value, kind: NumeralKind::Words, length_tokens: 1, suffix })
    }

    /// The currency written before a number: `$10bn`.
    pub(super) fn currency(&self, at: usize) -> Option<&'static str> {
        let code = |token: &Token| token.fold.len() == 3 && token.span.of(self.text).chars().all(char::is_uppercase);
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Mark || code(token))?;
        let next = self.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Number)?;
        let entry = self.lexicon.list(List::Units).get(&token.fold)?;
        let close = next.span.start <= token.span.end + '\u{202f}'.len_utf8();
        (close && entry.fields[0] == "money").then_some(entry.fields[1])
    }

    pub(super) fn money(&self, currency: &str, end: usize, numeral: &Numeral) -> Option<Unit> {
        let factor = match numeral.suffix.as_str() {
            "" => 1.0,
            "m" => 1e6,
            "b" => 1e9,
            "k" => 1e3,
            _ => return None,
        };
        let repeated = self.listed_unit(end).filter(|unit| unit.class == "money");
        let end = repeated.map_or(end, |unit| unit.end);
        Some(Unit { name: Some(currency.to_owned()), class: "money", factor, end })
    }

    /// What the number before token `at` measures or counts; none where the figures are no number after all.
    pub(super) fn unit(&self, at: usize, numeral: &Numeral) -> Option<Unit> {
        if !numeral.suffix.is_empty() {
            return self.glued(at, &numeral.suffix);
        }
        let plain = self.skip_of(at, numeral);
        let round = matches!(numeral.kind, NumeralKind::Round | NumeralKind::Open);
        let measured = |unit: &Unit| plain == at || round || unit.class != "time";
        let listed = self.listed_unit(at).or_else(|| self.listed_unit(plain).filter(measured));
        let unlinked = numeral.value >= 1e6
            && plain == at
            && numeral.kind == NumeralKind::Figures
            && self.lexicon.language == Language::French;
        let scaled = self.tokens[at - 1].kind == TokenKind::Word;
        let counted = || if unlinked && scaled { None } else { self.counted_of(at, plain, numeral.value) };
        let unit = match listed {
            Some(unit) if unit.class == "none" => return None,
            Some(unit) if unit.class == "casualty" => counted().filter(|it| it.end == unit.end + 1).or(Some(unit)),
            Some(unit) => Some(unit),
            None => counted(),
        };
        Some(unit.unwrap_or(Unit { name: None, class: "", factor: 1.0, end: at }))
    }

    /// A unit glued to the figures: `10km`, `18-year-old`, `300-member`.
    pub(super) fn glued(&self, at: usize, suffix: &str) -> Option<Unit> {
        let mut parts = suffix.trim_start_matches('-').split('-');
        let first = parts.next().filter(|first| !first.is_empty())?;
        let written = self.tokens[at - 1].span.of(self.text);
        if suffix.starts_with('-')
            && written.rsplit('-').next().is_some_and(|last| last.starts_with(char::is_uppercase))
        {
            return None;
        }
        let is_age = parts.any(|part| {
            self.lexicon.list(List::NumberQualifiers).get(part).is_some_and(|entry| entry.fields[0] == "age_after")
        });
        if is_age {
            return Some(Unit { name: Some(AGE.into()), class: AGE, factor: 1.0, end: at });
        }
        if let Some(entry) = self.lexicon.list(List::Units).get(first) {
            return Self::from_entry(&entry.fields, at);
        }
        let lemma = suffix.starts_with('-').then(|| self.lemma(first))?;
        Some(Unit { name: Some(lemma), class: "count", factor: 1.0, end: at })
    }

    pub(super) fn from_entry(fields: &[&'static str], end: usize) -> Option<Unit> {
        let &[class, name, factor] = fields else { return None };
        let ending = matches!(class, "ending" | "invariable");
        (!ending).then_some(Unit { name: Some(name.to_owned()), class, factor: factor.parse().ok()?, end })
    }

    pub(super) fn listed_unit(&self, at: usize) -> Option<Unit> {
        let found = self.lexicon.list(List::Units).at(self.tokens, at)?;
        Self::from_entry(&found.entry.fields, at + found.length_tokens)
    }

    /// Past « de », "of the", where the numeral may be linked so: « 10 milliards d'euros », "dozens of".
    pub(super) fn skip_of(&self, at: usize, numeral: &Numeral) -> usize {
        let linkable = numeral.value >= SUM
            || matches!(numeral.kind, NumeralKind::Round | NumeralKind::Open | NumeralKind::Fraction);
        match self.qualifier(at) {
            Some(("of", _, length)) if linkable => at + length,
            Some(("part", _, length)) if linkable || numeral.value >= 2.0 => at + length,
            _ => at,
        }
    }

    /// What is counted behind a link: in « quatre des six otages » the second number keeps its own words.
    pub(super) fn counted_of(&self, at: usize, plain: usize, value: f64) -> Option<Unit> {
        match self.numeral(plain).filter(|_| plain > at) {
            Some(inner) => {
                let unit = self.counted(plain + inner.length_tokens, inner.value)?;
                Some(Unit { end: at, ..unit })
            }
            None => self.counted(plain, value),
        }
    }

    /// The noun counted: the first plural noun in reach; after one, the first noun.
    pub(super) fn counted(&self, at: usize, value: f64) -> Option<Unit> {
        let mut noun = None;
        for end in at..(at + NOUN_REACH_TOKENS).min(self.tokens.len()) {
            let token = &self.tokens[end];
            if self.class_of(end) == "skip" {
                continue;
            }
            let grammar = self.lexicon.list(List::FunctionWords).has(&token.fold) && !self.is_listed_count(&token.fold);
            let dated = [List::Months, List::Weekdays].into_iter().any(|list| self.lexicon.list(list).has(&token.fold));
            if token.kind != TokenKind::Word
                || grammar
                || (dated && token.is_capitalised(self.text))
                || self.is_adverb(&token.fold)
            {
                break;
            }
            let plural = self.is_plural(&token.fold) && !self.describes(end);
            if plural || value < 2.0 {
                noun = Some(end);
                break;
            }
            let noun_here = self.is_noun(&token.fold);
            if noun_here {
                noun = Some(end);
            } else if noun.is_some() {
                break;
            }
        }
        let noun = noun?;
        let name = Some(self.lemma(&self.tokens[noun].fold));
        Some(Unit { name, class: "count", factor: 1.0, end: noun + 1 })
    }

    pub(super) fn is_listed_count(&self, fold: &str) -> bool {
        self.lexicon.list(List::Units).get(fold).is_some_and(|entry| entry.fields[0] == "count")
    }

    pub(super) fn is_adverb(&self, fold: &str) -> bool {
        let first = self.lexicon.vocabulary.readings(fold).next();
        first.is_some_and(|first| first.pos == Pos::Adverb) && !self.is_noun(fold)
    }

    pub(super) fn is_noun(&self, fold: &str) -> bool {
        self.lexicon.vocabulary.readings(fold).any(|reading| reading.pos == Pos::Noun)
    }

    /// Whether a word is first of all an adjective, with its noun still to come.
    pub(super) fn describes(&self, at: usize) -> bool {
        let first = self.lexicon.vocabulary.readings(self.fold(at)).next();
        let next = self.fold(at + 1);
        first.is_some_and(|first| first.pos == Pos::Adjective)
            && self.is_plural(next)
            && self.lexicon.vocabulary.readings(next).next().is_some_and(|next| next.pos == Pos::Noun)
    }

    /// Whether a word looks like a plural noun: by its ending, and not known as a verb or adverb alone.
    pub(super) fn is_plural(&self, fold: &str) -> bool {
        if self.is_listed_count(fold) {
            return true;
        }
        let Some((singular, invariable)) = self.ending(fold) else { return false };
        let mut readings = self.lexicon.vocabulary.readings(fold).peekable();
        let unknown = readings.peek().is_none();
        let people = self.lexicon.list(List::Demonyms).has(fold);
        let nominal = unknown || people || readings.any(|reading| matches!(reading.pos, Pos::Noun | Pos::Adjective));
        nominal && (invariable || singular != fold)
    }

    /// A word without the ending of a plural, and whether that ending is the same in both numbers.
    pub(super) fn ending(&self, fold: &str) -> Option<(String, bool)> {
        let entries = self.lexicon.list(List::Units).entries().iter();
        let endings = entries.filter(|entry| matches!(entry.fields[0], "ending" | "invariable"));
        let fits = endings.filter_map(|entry| {
            let stem = fold.strip_suffix(entry.key.trim_start_matches('-')).filter(|stem| !stem.is_empty())?;
            let singular = format!("{stem}{}", entry.fields[1].trim_start_matches('-'));
            Some((entry.key.len(), singular, entry.fields[0] == "invariable"))
        });
        fits.max_by_key(|fit| fit.0).map(|(_, singular, invariable)| (singular, invariable))
    }

    pub(super) fn lemma(&self, fold: &str) -> String {
        if let Some(entry) = self.lexicon.list(List::Units).get(fold).filter(|entry| entry.fields[0] == "count") {
            return entry.fields[1].to_owned();
        }
        let nouns = self.lexicon.vocabulary.readings(fold).find(|reading| reading.pos == Pos::Noun);
        let known = nouns.map(|reading| reading.lemma.to_owned());
        known.or_else(|| self.ending(fold).map(|it| it.0)).unwrap_or_else(|| fold.to_owned())
    }
}
