//! What stands before a name: determiner, preposition, both in one word.

use super::shape::Shape;
use crate::framing::{Page, SwapDoubt};
use crate::lang::{Entry, Lexicon, List};

/// The sort of a determiner.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Det {
    None,
    Definite,
    Indefinite,
    Demonstrative,
    Possessive,
}

/// The words before a name that follow it.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// First token that is to be written again; the name's own where nothing is.
    pub(super) first: usize,
    pub(super) det: Det,
    /// The determiner itself; none where it is part of a contraction.
    word: Option<&'static [&'static str]>,
    /// The preposition's class (`of`, `to`, `other`), alone or contracted.
    preposition: Option<&'static str>,
    /// The number that the determiner tells.
    pub(super) plural: Option<bool>,
}

impl Left {
    /// Whether a preposition governs the name, so that it is nobody's subject.
    pub(super) fn is_governed(&self, page: &Page) -> bool {
        let before = self.first.checked_sub(1).filter(|_| page.joined(self.first));
        let led = |at: usize| {
            page.is_class(List::FunctionWords, at, "preposition") || page.entry(List::NounLinks, at).is_some()
        };
        self.preposition.is_some() || before.is_some_and(led)
    }

    /// What stands before the name that begins at token `name`.
    pub(super) fn of(page: &Page, name: usize) -> Self {
        let nothing = Self { first: name, det: Det::None, word: None, preposition: None, plural: None };
        let Some(before) = name.checked_sub(1).filter(|_| page.joined(name)) else { return nothing };
        // A name in the genitive determines as a possessive does: "Russia's government".
        let genitive = page.fold(before).starts_with('\'') && page.entry(List::NounLinks, before).is_some();
        if genitive {
            return Self { det: Det::Possessive, ..nothing };
        }
        let Some(entry) = forms(page.lexicon, page.fold(before)) else { return nothing };
        let plural = plural(entry, page.fold(before));
        let class = class(entry);
        if matches!(class, "of" | "to" | "other") {
            let det = if is_contraction(entry) { Det::Definite } else { Det::None };
            let plural = plural.filter(|_| det == Det::Definite);
            return Self { first: before, det, word: None, preposition: Some(class), plural };
        }
        let det = match class {
            "definite" => Det::Definite,
            "demonstrative" => Det::Demonstrative,
            "possessive" => Det::Possessive,
            _ => Det::Indefinite,
        };
        let own = Self { first: before, det, word: Some(&entry.fields), preposition: None, plural };
        let preposition = before.checked_sub(1).filter(|_| det == Det::Definite && page.joined(before));
        let preposition = preposition.and_then(|at| Some((at, forms(page.lexicon, page.fold(at))?)));
        match preposition.filter(|(_, entry)| matches!(self::class(entry), "of" | "to") && !is_contraction(entry)) {
            Some((at, entry)) => Self { first: at, preposition: Some(self::class(entry)), ..own },
            None => own,
        }
    }

    /// These words before another name, with the blank behind them.
    pub(super) fn with(&self, lexicon: &Lexicon, det: Det, shape: &Shape) -> Result<String, SwapDoubt> {
        let list = lexicon.list(List::DeterminerForms).entries();
        let of_class = |wanted: &str, contraction: bool| {
            let fits = |it: &&Entry| class(it) == wanted && is_contraction(it) == contraction;
            list.iter().find(fits).map(|it| it.fields.as_slice())
        };
        let alone = |preposition: Option<&'static str>| preposition.and_then(|class| of_class(class, false));
        let contracted = self.preposition.and_then(|class| of_class(class, true));
        let parts: [Option<&[&'static str]>; 2] = match det {
            Det::None => [alone(self.preposition), None],
            Det::Definite if contracted.is_some() => [contracted, None],
            Det::Definite => {
                [alone(self.preposition), self.word.filter(|_| self.det == det).or(of_class("definite", false))]
            }
            _ => [alone(self.preposition), self.word],
        };
        let [first, second] = parts;
        let second = second.map(|fields| shape.fitting(fields)).transpose()?.unwrap_or_default();
        // A preposition elides before the name, not before the determiner.
        let first = match first {
            Some(fields) if second.is_empty() => shape.fitting(fields)?,
            Some(fields) => fields[0],
            None => "",
        };
        let spaced =
            |word: &str| if word.is_empty() || word.ends_with('\'') { word.to_owned() } else { format!("{word} ") };
        Ok(spaced(first) + &spaced(second))
    }
}

fn forms(lexicon: &Lexicon, word: &str) -> Option<&'static Entry> {
    lexicon.list(List::DeterminerForms).get(word)
}

fn class(entry: &Entry) -> &'static str {
    entry.fields.last().copied().unwrap_or_default()
}

/// Whether a preposition has the article in it.
fn is_contraction(entry: &Entry) -> bool {
    matches!(class(entry), "of" | "to") && entry.fields.first() != entry.fields.get(1)
}

/// The number that a determiner tells; none where one form serves for both.
fn plural(entry: &Entry, word: &str) -> Option<bool> {
    let (singular, plural) = entry.fields.split_at_checked(4)?;
    let plural = plural.iter().take(2).any(|form| *form == word);
    let singular = singular.contains(&word);
    (plural != singular).then_some(plural)
}
