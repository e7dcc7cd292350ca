//! A name where it stands, and what it may name.

use std::collections::BTreeSet;

use crate::framing::Page;
use crate::lang::{Language, List, Pos};
use crate::text::Span;

/// How many adjectives a name may carry on each side.
pub(super) const MOST_ADJECTIVES: usize = 3;

/// What a noun belongs to: « régime **syrien** », « combattants du **Front Al-Nosra** ».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A country or people, by its code; by its own name where it has none.
    Nation(String),
    /// Number in [`crate::align::Alignment::actors`].
    Actor(usize),
}

/// What a name may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// Number in [`crate::align::Alignment::actors`].
    Actor(usize),
    /// Kinds of things, and what it belongs to.
    Kind { families: Vec<&'static str>, owners: BTreeSet<Owner> },
    /// What linked claims say in words near in meaning; numbered.
    Aligned(usize),
}

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) article: usize,
    pub(super) span: Span,
    /// The word that the others hang on.
    pub(super) head: Span,
    /// Whether it is a proper name.
    pub(super) proper: bool,
    /// What tells it from other names: the head noun, a role's words, or one for all proper names of an actor.
    pub(super) key: String,
    pub(super) referent: Referent,
}

/// Whether a token is an adjective of the noun beside it, on the same line as the token before `joint`.
pub(super) fn qualifies(page: &Page, at: usize, joint: usize) -> bool {
    let adjective = nation(page, at).is_some()
        || !page.tags[at].finite
            && page.likeliest(at) == Some(Pos::Adjective)
            && [List::FunctionWords, List::Numbers].iter().all(|list| page.entry(*list, at).is_none());
    adjective && page.joined(joint)
}

/// A range of tokens with its adjectives: before it, and behind it in a language that puts them there.
pub(super) fn with_adjectives(page: &Page, from: usize, to: usize) -> (usize, usize) {
    let before = (from.saturating_sub(MOST_ADJECTIVES)..from).rev();
    let first = before.take_while(|&at| qualifies(page, at, at + 1)).last().unwrap_or(from);
    let behind = if page.lexicon.language == Language::English { 0 } else { MOST_ADJECTIVES };
    let after = to..page.tokens.len().min(to + behind);
    (first, after.take_while(|&at| qualifies(page, at, at)).last().map_or(to, |at| at + 1))
}

/// The country or people that a token names, as an adjective or noun.
pub(super) fn nation(page: &Page, at: usize) -> Option<Owner> {
    let entry = page.entry(List::Demonyms, at)?.entry;
    let code = entry.fields.first().copied().filter(|code| *code != "-");
    let lemma = || page.lexicon.vocabulary.readings(&entry.key).next().map_or(entry.key.as_str(), |it| it.lemma);
    Some(Owner::Nation(code.unwrap_or_else(lemma).to_owned()))
}

pub(super) fn is_determiner(page: &Page, at: usize) -> bool {
    page.is_class(List::FunctionWords, at, "determiner")
}
