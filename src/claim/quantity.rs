//! Numbers, what they count and how exactly they are given.
//!
//! A numeral is read where it stands ([`numeral`]); words before and after it say how exact it is and
//! whether it is a range; what follows says what it measures (a unit of `units.tsv`) or counts (the
//! head noun). Numbers that only name (« article 5 »), dates and plain articles are left out.

use super::{Precision, Quantity};
use crate::lang::numeral::{self, Numeral, NumeralKind};
use crate::lang::{Language, Lexicon, List, Pos};
use crate::text::{Span, Token, TokenKind};

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
    let mut dates = dates.iter().copied().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let span = tokens[at].span;
        while dates.next_if(|date| date.end <= span.start).is_some() {}
        let date = dates.peek().copied().filter(|date| date.start <= span.start);
        head.pass(&finder, at);
        let read = finder.quantity(at, &head).filter(|read| date.is_none_or(|date| finder.lasts(date, read)));
        let Some(read) = read else {
            at += 1;
            continue;
        };
        head.take(&read);
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
        if read.counted && !self.shared {
            self.unit.clone_from(&read.quantity.unit);
        }
    }
}

/// A quantity, where it ends and whether its unit is a counted noun.
struct Read {
    quantity: Quantity,
    end: usize,
    counted: bool,
    timed: bool,
    factor: f64,
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
        since && read.timed && date.contains(read.quantity.span)
    }

    fn quantity(&self, at: usize, head: &Head) -> Option<Read> {
        let money = self.currency(at);
        let start = at + usize::from(money.is_some());
        let first = self.numeral(start)?;
        if self.only_names(at) {
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
        let counted = unit.class == "count" || unit.class == "casualty";
        if unit.name.is_none() && head.shared {
            unit.name.clone_from(&head.unit);
        }
        if !self.states_a_count(from, at, &last, &unit, bound.is_some()) {
            return None;
        }
        let mut precision = bound.unwrap_or_else(|| inherent(&first));
        let mut to = unit.end;
        if let Some((class, "after" | "either", length)) = self.qualifier(to)
            && let Some(bound) = precision_of(class)
        {
            (precision, to) = (bound, to + length);
        }
        from = from.min(at);
        let span = self.tokens[from].span.cover(self.tokens[to - 1].span);
        let (value, upper) = (value * unit.factor, upper.map(|upper| upper * unit.factor));
        let (timed, factor) = (unit.class == "time", unit.factor);
        let quantity = Quantity { value, upper, unit: unit.name, precision, span };
        Some(Read { quantity, end: to, counted, timed, factor })
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        numeral::at(self.text, self.tokens, at, self.lexicon)
    }

    /// The currency written before a number: `$10bn`.
    fn currency(&self, at: usize) -> Option<&'static str> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Mark || token.fold.len() == 3)?;
        let next = self.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Number)?;
        let entry = self.lexicon.list(List::Units).get(&token.fold)?;
        let close = next.span.start <= token.span.end + '\u{202f}'.len_utf8();
        (close && entry.fields[0] == "money").then_some(entry.fields[1])
    }

    /// Whether the number at `at` is part of a name: « article 5 », "Boeing 737", `3/4`.
    fn only_names(&self, at: usize) -> bool {
        if self.is_series(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let marks = matches!(self.fold(before), "/" | "#" | "°" | "." | "+")
            && self.tokens[before].span.end == self.tokens[at].span.start;
        let label = |back: usize| at.checked_sub(back).is_some_and(|label| self.class_of(label) == "label");
        let dotted = matches!(self.fold(before), "." | "°") && label(2);
        marks || label(1) || dotted
    }

    /// Whether figures are part of a telephone number or of `9/11`.
    fn is_series(&self, at: usize) -> bool {
        let figures = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let short = |at: usize| figures(at) && self.fold(at).len() < 3;
        let before = at.checked_sub(1).is_some_and(short);
        let slashed = matches!(self.fold(at + 1), "/")
            && figures(at + 2)
            && self.tokens[at + 1].span.start == self.tokens[at].span.end;
        slashed || (short(at) && (before || short(at + 1)))
    }

    /// First token, bound and whether it is « entre », of the qualifiers that stand right before `at`.
    fn qualifiers_before(&self, at: usize) -> (usize, Option<Precision>, bool) {
        let (mut from, mut bound, mut between) = (at, None, false);
        while let Some((class, length)) = self.qualifier_before(from) {
            bound = bound.or(precision_of(class));
            between |= class == "between";
            from -= length;
        }
        (from, bound, between)
    }

    fn qualifier_before(&self, at: usize) -> Option<(&'static str, usize)> {
        (1..=QUALIFIER_TOKENS.min(at)).rev().find_map(|back| {
            let (class, side, length) = self.qualifier(at - back)?;
            let fits = length == back && side != "after" && matches!(class, "between" | "age" | "lasting");
            let bounds = length == back && side != "after" && precision_of(class).is_some();
            (fits || bounds).then_some((class, length))
        })
    }

    /// The other end of a range: its lower value (scaled like the upper), its upper numeral, its end.
    fn upper_end(&self, start: usize, first: &Numeral, between: bool) -> Option<(f64, Numeral, usize)> {
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
        let bare_hyphen = self.fold(link) == "-" && second.suffix.is_empty() && self.unit(end, &second)?.name.is_none();
        (second.value > lower && !bare_hyphen && !other_unit).then_some((lower, second, end))
    }

    /// Gives the unit of « 5 % » to the « 3 » of « passé de 3 à 5 % ».
    fn share_unit(&self, before: Option<&mut Quantity>, read: &Read) {
        let Some(before) = before.filter(|before| before.unit.is_none()) else { return };
        let link = self.tokens.partition_point(|token| token.span.start < before.span.end);
        let next = self.tokens.get(link + 1).is_some_and(|next| next.span.start == read.quantity.span.start);
        if next && self.class_of(link) == "range" {
            before.value *= read.factor;
            before.unit.clone_from(&read.quantity.unit);
        }
    }

    /// Whether a verb of change before the number makes « de 3 à 5 » two values, not a range.
    fn changes(&self, start: usize, between: bool) -> bool {
        let reach = start.saturating_sub(CHANGE_REACH_TOKENS)..start;
        !between && reach.rev().take_while(|&at| !self.ends_sentence(at)).any(|at| self.class_of(at) == "change")
    }

    fn money(&self, currency: &str, end: usize, numeral: &Numeral) -> Option<Unit> {
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
    fn unit(&self, at: usize, numeral: &Numeral) -> Option<Unit> {
        if !numeral.suffix.is_empty() {
            return self.glued(at, &numeral.suffix);
        }
        let plain = self.skip_of(at, numeral);
        let listed =
            self.listed_unit(at).or_else(|| self.listed_unit(plain).filter(|unit| plain == at || unit.class != "time"));
        let unlinked = numeral.value >= 1e6
            && plain == at
            && numeral.kind == NumeralKind::Figures
            && self.lexicon.language == Language::French;
        let scaled = self.tokens[at - 1].kind == TokenKind::Word;
        let counted = || if unlinked && scaled { None } else { self.counted(plain, numeral.value) };
        let unit = match listed {
            Some(unit) if unit.class == "none" => return None,
            Some(unit) if unit.class == "casualty" => counted().filter(|it| it.end == unit.end + 1).or(Some(unit)),
            Some(unit) => Some(unit),
            None => counted(),
        };
        Some(unit.unwrap_or(Unit { name: None, class: "", factor: 1.0, end: at }))
    }

    /// A unit glued to the figures: `10km`, `18-year-old`, `300-member`.
    fn glued(&self, at: usize, suffix: &str) -> Option<Unit> {
        let mut parts = suffix.trim_start_matches('-').split('-');
        let first = parts.next().filter(|first| !first.is_empty())?;
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

    fn from_entry(fields: &[&'static str], end: usize) -> Option<Unit> {
        let &[class, name, factor] = fields else { return None };
        let ending = matches!(class, "ending" | "invariable");
        (!ending).then_some(Unit { name: Some(name.to_owned()), class, factor: factor.parse().ok()?, end })
    }

    fn listed_unit(&self, at: usize) -> Option<Unit> {
        let found = self.lexicon.list(List::Units).at(self.tokens, at)?;
        Self::from_entry(&found.entry.fields, at + found.length_tokens)
    }

    /// Past « de », "of the", where the numeral may be linked so: « 10 milliards d'euros », "dozens of".
    fn skip_of(&self, at: usize, numeral: &Numeral) -> usize {
        let linkable = numeral.value >= 1e6
            || matches!(numeral.kind, NumeralKind::Round | NumeralKind::Open | NumeralKind::Fraction);
        match self.qualifier(at) {
            Some(("of", _, length)) if linkable => at + length,
            _ => at,
        }
    }

    /// The noun counted: the first plural noun in reach; after one, the first noun.
    fn counted(&self, at: usize, value: f64) -> Option<Unit> {
        let mut noun = None;
        for end in at..(at + NOUN_REACH_TOKENS).min(self.tokens.len()) {
            let token = &self.tokens[end];
            if self.class_of(end) == "skip" {
                continue;
            }
            if token.kind != TokenKind::Word || self.lexicon.list(List::FunctionWords).has(&token.fold) {
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

    fn is_noun(&self, fold: &str) -> bool {
        self.lexicon.vocabulary.readings(fold).any(|reading| reading.pos == Pos::Noun)
    }

    /// Whether a word is first of all an adjective, with its noun still to come.
    fn describes(&self, at: usize) -> bool {
        let first = self.lexicon.vocabulary.readings(self.fold(at)).next();
        let next = self.fold(at + 1);
        first.is_some_and(|first| first.pos == Pos::Adjective)
            && self.is_plural(next)
            && self.lexicon.vocabulary.readings(next).next().is_some_and(|next| next.pos == Pos::Noun)
    }

    /// Whether a word looks like a plural noun: by its ending, and not known as a verb or adverb alone.
    fn is_plural(&self, fold: &str) -> bool {
        if self.lexicon.list(List::Units).get(fold).is_some_and(|entry| entry.fields[0] == "count") {
            return true;
        }
        let Some((singular, invariable)) = self.ending(fold) else { return false };
        let mut readings = self.lexicon.vocabulary.readings(fold).peekable();
        let unknown = readings.peek().is_none();
        let nominal = unknown || readings.any(|reading| matches!(reading.pos, Pos::Noun | Pos::Adjective));
        nominal && (invariable || singular != fold)
    }

    /// A word without the ending of a plural, and whether that ending is the same in both numbers.
    fn ending(&self, fold: &str) -> Option<(String, bool)> {
        let entries = self.lexicon.list(List::Units).entries().iter();
        let endings = entries.filter(|entry| matches!(entry.fields[0], "ending" | "invariable"));
        let fits = endings.filter_map(|entry| {
            let stem = fold.strip_suffix(entry.key.trim_start_matches('-')).filter(|stem| !stem.is_empty())?;
            let singular = format!("{stem}{}", entry.fields[1].trim_start_matches('-'));
            Some((entry.key.len(), singular, entry.fields[0] == "invariable"))
        });
        fits.max_by_key(|fit| fit.0).map(|(_, singular, invariable)| (singular, invariable))
    }

    fn lemma(&self, fold: &str) -> String {
        if let Some(entry) = self.lexicon.list(List::Units).get(fold).filter(|entry| entry.fields[0] == "count") {
            return entry.fields[1].to_owned();
        }
        let nouns = self.lexicon.vocabulary.readings(fold).find(|reading| reading.pos == Pos::Noun);
        let known = nouns.map(|reading| reading.lemma.to_owned());
        known.or_else(|| self.ending(fold).map(|it| it.0)).unwrap_or_else(|| fold.to_owned())
    }

    /// Makes an age of a number of years where the words around say so.
    fn read_age(&self, from: usize, unit: &mut Unit) {
        if self.qualifier(unit.end).is_some_and(|(class, _, _)| class == "age_after") {
            unit.end += self.qualifier(unit.end).map_or(0, |(_, _, length)| length);
            unit.name = Some(AGE.into());
            return;
        }
        let years = unit.class == "time" && unit.name.as_deref() == Some("year");
        let asked = self.class_of(from) == "age";
        if (years || unit.name.is_none()) && (asked || (years && self.stands_apart(from, unit.end))) {
            unit.name = Some(AGE.into());
        }
        let bare = unit.name.is_none() && self.stands_apart(from, unit.end) && unit.end == from + 1;
        if bare && self.fold(from).parse().is_ok_and(|age: u32| AGES.contains(&age)) {
            unit.name = Some(AGE.into());
        }
    }

    /// Whether commas or brackets set the words off after a name: « Jeanne Petit, 45 ans, ».
    fn stands_apart(&self, from: usize, end: usize) -> bool {
        let (Some(mark), Some(name)) = (from.checked_sub(1), from.checked_sub(2)) else { return false };
        let opened = matches!(self.fold(mark), "," | "(");
        let closed = matches!(self.fold(end), "," | ")" | ".");
        opened && closed && self.tokens[name].kind == TokenKind::Word && self.tokens[name].is_capitalised(self.text)
    }

    /// Whether these words count or measure, rather than being an article, a year or part of a name.
    fn states_a_count(&self, from: usize, at: usize, numeral: &Numeral, unit: &Unit, bounded: bool) -> bool {
        let lasting = from < at && self.class_of(from) == "lasting";
        match numeral.kind {
            NumeralKind::Article => {
                let casualty = unit.class == "casualty" && !self.goes_on(unit.end);
                (bounded && unit.name.is_some()) || casualty || (lasting && unit.class == "time")
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

    fn follows_name(&self, at: usize) -> bool {
        let name = at.checked_sub(1).map(|before| &self.tokens[before]);
        name.is_some_and(|name| name.kind == TokenKind::Word && name.is_capitalised(self.text))
    }

    /// Whether a pronoun or auxiliary follows, so that « un mort » is someone rather than a count.
    fn goes_on(&self, at: usize) -> bool {
        let entry = self.lexicon.list(List::FunctionWords).get(self.fold(at));
        entry.is_some_and(|entry| matches!(entry.fields[0], "pronoun"))
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

/// The scale an upper end shares with its lower end: « 2 à 3 millions ».
fn scale_between(lower: f64, upper: f64) -> f64 {
    [1e9, 1e6, 1e3].into_iter().find(|scale| lower < 1e3 && upper >= *scale && lower * scale < upper).unwrap_or(1.0)
}
