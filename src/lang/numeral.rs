//! Numbers as they are written: figures with their separators, number words, round collectives.
//!
//! Shared by quantities and dates, which both meet « trois » and "21". A chain of number words is read
//! from left to right as a sum of products, the way both languages build them; every word and
//! separator comes from `numbers.tsv`.

use super::{Lexicon, List};
use crate::text::{Token, TokenKind};

/// How a number is written.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NumeralKind {
    /// With figures, scale words included: `1,2 million`.
    Figures,
    /// In words.
    Words,
    /// A lone « un », "one": a number or an article.
    Article,
    /// A round collective: « une cinquantaine », "dozens".
    Round,
    /// An open number of round ones: « plusieurs centaines de milliers ».
    Open,
    /// A part of a whole: « deux tiers », "half of".
    Fraction,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Its value.
    pub value: f64,
    /// How it is written.
    pub kind: NumeralKind,
    /// How many tokens it takes.
    pub length_tokens: usize,
    /// Letters glued to its figures, folded: `km` in `10km`, `-year-old` in `18-year-old`; empty if none.
    pub suffix: String,
}

/// From here on it is no number that news give but a serial one: keeps what is calculated with it finite.
const MOST_VALUE: f64 = 1e30;
/// Digits that make a group of thousands.
const GROUP_DIGITS: usize = 3;

/// The number that begins at token `at`, the longest reading.
///
/// Ordinals (« 1er », "20th", « troisième »), hours (« 14h20 ») and decades ("1990s") are not numbers here.
pub fn at(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Numeral> {
    let reader = Reader { text, tokens, lexicon };
    if !may_begin(tokens.get(at)?, lexicon) {
        return None;
    }
    let base = reader.figures(at).or_else(|| reader.phrase(at)).or_else(|| reader.words(at))?;
    Some(reader.with_rounds(at, base)).filter(|numeral| numeral.value < MOST_VALUE)
}

/// Whether a number can begin with a token at all: a quick look before the careful one.
fn may_begin(token: &Token, lexicon: &Lexicon) -> bool {
    token.kind == TokenKind::Number || token.fold.contains('-') || lexicon.list(List::Numbers).begins(&token.fold)
}

/// Kind and value of a number word, folded.
fn word<'a>(lexicon: &'a Lexicon, fold: &str) -> Option<(&'a str, f64)> {
    let entry = lexicon.list(List::Numbers).get(fold)?;
    Some((entry.fields.first()?, entry.fields.get(1)?.parse().ok()?))
}

/// Whether a folded word is an ordinal: « troisième », "20th".
pub fn is_ordinal(lexicon: &Lexicon, fold: &str) -> bool {
    let letters = fold.trim_start_matches(|c: char| c.is_ascii_digit());
    let expected = if letters.len() == fold.len() { "ordinal" } else { "suffix" };
    word(lexicon, letters).is_some_and(|(kind, _)| kind == expected)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<(&str, f64)> {
        word(self.lexicon, &self.tokens.get(at)?.fold)
    }

    /// Whether exactly one blank (and no line end) stands between two tokens.
    fn one_blank_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let mut gap = self.text[self.tokens[before].span.end..self.tokens[at].span.start].chars();
        gap.next().is_some_and(|c| c.is_whitespace() && c != '\n' && c != '\r') && gap.next().is_none()
    }

    /// `1 200,5`, `10bn`: figures, with later groups of three and the letters glued to the last one.
    fn figures(&self, at: usize) -> Option<Numeral> {
        let first = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let mut figures = first.fold.clone();
        let mut length_tokens = 1;
        while self.continues(&figures, at + length_tokens) {
            figures.push_str(&self.tokens[at + length_tokens].fold);
            length_tokens += 1;
        }
        let cut = figures.find(|c: char| c.is_alphabetic() || c == '-').unwrap_or(figures.len());
        let suffix = figures.split_off(cut);
        if suffix.contains(|c: char| c.is_ascii_digit()) && !suffix.ends_with(['2', '3'])
            || self.is_ordinal_end(&suffix)
        {
            return None;
        }
        let value = self.value_of(&figures)?;
        let scale = word(self.lexicon, &suffix).filter(|(kind, _)| kind.starts_with("scale"));
        let value = scale.map_or(value, |(_, scale)| value * scale);
        let suffix = if scale.is_some() { String::new() } else { suffix };
        let numeral = Numeral { value, kind: NumeralKind::Figures, length_tokens, suffix };
        Some(self.scaled(at, numeral))
    }

    fn is_ordinal_end(&self, suffix: &str) -> bool {
        suffix == "s" || word(self.lexicon, suffix).is_some_and(|(kind, _)| kind == "suffix")
    }

    /// Whether the token goes on with the figures before it: exactly three digits after one blank, as
    /// long as what stands before is itself one to three digits or such groups.
    fn continues(&self, figures: &str, at: usize) -> bool {
        let Some(next) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number) else { return false };
        let digits = next.fold.chars().take_while(char::is_ascii_digit).count();
        let alone = figures.chars().all(|c| c.is_ascii_digit());
        let first_group = figures.len() % GROUP_DIGITS;
        let grouped = figures.len() <= GROUP_DIGITS || first_group != 0 || self.grouped_before(at);
        alone
            && !figures.starts_with('0')
            && digits == GROUP_DIGITS
            && !next.fold[digits..].starts_with('.')
            && grouped
            && self.tokens[at - 1].fold.len() <= GROUP_DIGITS
            && self.one_blank_before(at)
    }

    fn grouped_before(&self, at: usize) -> bool {
        self.tokens[at - 1].fold.len() == GROUP_DIGITS
    }

    /// The value of digits with decimal and group marks; none where they make no number (`1.2.3`).
    fn value_of(&self, figures: &str) -> Option<f64> {
        let decimal = self.mark("decimal").unwrap_or(".");
        let group = self.mark("group").unwrap_or(",");
        let whole_groups = |parts: &[&str]| {
            parts.len() > 1
                && parts[0].len() <= GROUP_DIGITS
                && parts[1..].iter().all(|part| part.len() == GROUP_DIGITS)
        };
        let (whole, fraction) = figures.split_once(decimal).unwrap_or((figures, ""));
        let parts: Vec<&str> = whole.split(group).collect();
        if fraction.contains([',', '.']) {
            let parts: Vec<&str> = figures.split(decimal).collect();
            return if whole_groups(&parts) { parts.concat().parse().ok() } else { None };
        }
        if parts.len() == 1 || whole_groups(&parts) {
            return format!("{}.{}", parts.concat(), if fraction.is_empty() { "0" } else { fraction }).parse().ok();
        }
        if parts.len() == 2 && fraction.is_empty() { figures.replacen(group, ".", 1).parse().ok() } else { None }
    }

    fn mark(&self, kind: &str) -> Option<&str> {
        let entries = self.lexicon.list(List::Numbers).entries();
        entries.iter().find(|entry| entry.fields[0] == kind).map(|entry| entry.key.as_str())
    }

    /// Multiplied by the scale words that follow: `1,2 million`, `10 000 milliards`.
    fn scaled(&self, at: usize, mut numeral: Numeral) -> Numeral {
        while let Some((kind, scale)) = self.word(at + numeral.length_tokens) {
            if !kind.starts_with("scale") || !numeral.suffix.is_empty() {
                break;
            }
            numeral.value *= scale;
            numeral.length_tokens += 1;
        }
        numeral
    }

    /// Fractions, halves and open numbers: entries of several words, or that need what follows.
    fn phrase(&self, at: usize) -> Option<Numeral> {
        let found = self.lexicon.list(List::Numbers).at(self.tokens, at)?;
        let (kind, value) = word(self.lexicon, &found.entry.key)?;
        let next = self.word(at + found.length_tokens);
        let of = |kind, value, length_tokens| Some(Numeral { value, kind, length_tokens, suffix: String::new() });
        match (kind, next) {
            ("fraction", _) => of(NumeralKind::Fraction, value, found.length_tokens),
            ("half", Some(("scale" | "round", scale))) => {
                of(NumeralKind::Words, value * scale, found.length_tokens + 1)
            }
            ("vague", Some(("rounds" | "scales" | "round" | "scale" | "hundred", scale))) => {
                of(NumeralKind::Open, scale, found.length_tokens + 1)
            }
            ("rounds" | "scales", _) => of(NumeralKind::Open, value, 1),
            ("det" | "article", Some(("round", scale))) => of(NumeralKind::Round, scale, 2),
            ("round", _) if self.tokens[at].fold.contains('-') => of(NumeralKind::Round, value, 1),
            _ => None,
        }
    }

    /// A chain of number words: « deux cent mille », "a hundred and twenty".
    fn words(&self, at: usize) -> Option<Numeral> {
        let mut sum = Sum::default();
        let mut length_tokens = 0;
        while let Some(token) = self.tokens.get(at + length_tokens) {
            let joiner = self.joiner(at + length_tokens, &sum);
            let step = self.tokens.get(at + length_tokens + usize::from(joiner)).unwrap_or(token);
            if !self.add(&mut sum, &step.fold, length_tokens == 0) {
                break;
            }
            length_tokens += 1 + usize::from(joiner);
        }
        let value = sum.total + sum.current;
        let lone = length_tokens == 1 && self.word(at).is_some_and(|(kind, _)| kind == "article");
        let only_det = length_tokens == 1 && self.word(at).is_some_and(|(kind, _)| kind == "det");
        let kind = if lone { NumeralKind::Article } else { NumeralKind::Words };
        (length_tokens > 0 && !only_det).then_some(Numeral { value, kind, length_tokens, suffix: String::new() })
    }

    /// Whether the token links two number words here: « vingt et un », "two hundred and six".
    fn joiner(&self, at: usize, sum: &Sum) -> bool {
        let Some(("joiner", least)) = self.word(at) else { return false };
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let mut tried = sum.clone();
        let small = self.word(at + 1).is_some_and(|(_, value)| value < least.max(12.0));
        sum.value() >= least && small && self.add(&mut tried, &next.fold, false)
    }

    /// Adds a word, or each part of a hyphenated one; `false` (and nothing added) if it is no number here.
    fn add(&self, sum: &mut Sum, fold: &str, first: bool) -> bool {
        let mut tried = sum.clone();
        let parts: Vec<&str> = if word(self.lexicon, fold).is_some() { vec![fold] } else { fold.split('-').collect() };
        let several = parts.len() > 1;
        for (at, part) in parts.into_iter().enumerate() {
            let Some((kind, value)) = word(self.lexicon, part) else { return false };
            if kind == "joiner" && several && at > 0 {
                continue;
            }
            if !tried.add(kind, value, first && at == 0) {
                return false;
            }
        }
        *sum = tried;
        true
    }

    /// With the collectives that follow: "two dozen", « centaines de milliers », and « et demi ».
    fn with_rounds(&self, at: usize, mut numeral: Numeral) -> Numeral {
        let is_round = matches!(numeral.kind, NumeralKind::Round | NumeralKind::Open);
        loop {
            let next = at + numeral.length_tokens;
            let linked = usize::from(is_round && self.is_of(next));
            match self.word(next + linked) {
                Some(("round" | "rounds", value)) if numeral.suffix.is_empty() => {
                    numeral.value *= value;
                    numeral.kind = if is_round { numeral.kind } else { NumeralKind::Round };
                }
                Some(("scales" | "scale", value)) if is_round => numeral.value *= value,
                _ => break,
            }
            numeral.length_tokens += 1 + linked;
        }
        if numeral.value >= 1000.0 && matches!(numeral.kind, NumeralKind::Words | NumeralKind::Figures) {
            self.add_half(at, &mut numeral);
        }
        numeral
    }

    fn is_of(&self, at: usize) -> bool {
        let qualifier =
            self.tokens.get(at).and_then(|token| self.lexicon.list(List::NumberQualifiers).get(&token.fold));
        qualifier.is_some_and(|entry| entry.fields.first() == Some(&"of"))
    }

    /// « un million et demi »: half of the scale word before.
    fn add_half(&self, at: usize, numeral: &mut Numeral) {
        let next = at + numeral.length_tokens;
        let Some((kind, scale)) = self.word(next - 1) else { return };
        let found = self.lexicon.list(List::Numbers).at(self.tokens, next);
        let half = found.filter(|found| found.entry.fields[0] == "half_after");
        if let Some(half) = half.filter(|_| kind.starts_with("scale")) {
            numeral.value += scale / 2.0;
            numeral.length_tokens += half.length_tokens;
        }
    }
}

/// A sum of products being read: `total` above, `current` since the last scale word.
#[derive(Clone, Debug, Default)]
struct Sum {
    total: f64,
    current: f64,
    last_scale: Option<f64>,
}

impl Sum {
    fn value(&self) -> f64 {
        self.total + self.current
    }

    fn add(&mut self, kind: &str, value: f64, first: bool) -> bool {
        let (tens, hundreds) = (self.current % 100.0, self.current >= 100.0);
        let fits = match kind {
            "article" | "unit" => first || self.takes_unit(value),
            "det" => first,
            "ten" => first || self.current == 0.0 || (tens == 0.0 && hundreds) || self.current_is_score(value),
            "hundred" => self.current < 20.0 && (first || self.current > 1.0 || self.total > 0.0 || self.is_one()),
            "scale" | "scales" => {
                (!first || (kind == "scale" && value <= 1000.0)) && self.last_scale.is_none_or(|last| value < last)
            }
            _ => false,
        };
        if fits {
            self.take(kind, value);
        }
        fits
    }

    fn is_one(&self) -> bool {
        (self.current - 1.0).abs() < f64::EPSILON
    }

    /// « quatre-vingt »: four times twenty.
    fn current_is_score(&self, value: f64) -> bool {
        (value - 20.0).abs() < f64::EPSILON && (self.current % 100.0 - 4.0).abs() < f64::EPSILON
    }

    /// Whether a number below twenty may follow: after tens, hundreds or a scale; ten to nineteen after
    /// « soixante », « quatre-vingt ».
    fn takes_unit(&self, value: f64) -> bool {
        let tens = self.current % 100.0;
        let after_scale = self.current == 0.0 && self.total > 0.0;
        let after_hundred = self.current >= 100.0 && tens == 0.0;
        let after_ten = tens >= 20.0 && tens % 10.0 == 0.0 && (value < 10.0 || tens % 20.0 == 0.0);
        let after_sum_of_ten = (tens % 20.0 - 10.0).abs() < f64::EPSILON && tens >= 10.0 && value < 10.0 && value > 6.0;
        value > 0.0 && (after_scale || after_hundred || after_ten || after_sum_of_ten)
    }

    fn take(&mut self, kind: &str, value: f64) {
        match kind {
            "hundred" => self.current = self.current.max(1.0) * value,
            "scale" | "scales" => {
                self.total += self.current.max(1.0) * value;
                self.current = 0.0;
                self.last_scale = Some(value);
            }
            "ten" if self.current_is_score(value) => self.current += 76.0,
            _ => self.current += value,
        }
    }
}
