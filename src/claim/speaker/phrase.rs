//! Nouns that can speak, where the text designates someone without a name: « la direction », "two officials".

use std::collections::BTreeMap;

use super::super::Context;
use crate::claim::Gender;
use crate::lang::{Class, List, Role};
use crate::text::Span;

/// How many words a designation may take behind its noun: « une source proche du dossier ».
const TAIL_TOKENS: usize = 6;
/// How many adjectives may stand between a determiner and its noun.
const ADJECTIVES: usize = 2;

/// Gender, number, and whether it is a person; each only where something tells.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Features {
    pub(super) gender: Option<Gender>,
    pub(super) plural: Option<bool>,
    pub(super) person: Option<bool>,
}

/// A noun that can speak, with its determiner.
#[derive(Copy, Clone, Debug)]
pub(super) struct Designation {
    /// Its first token.
    pub(super) first: usize,
    /// One past its noun.
    pub(super) noun_end: usize,
    /// One past its last word.
    end: usize,
    /// All of it.
    pub(super) span: Span,
    pub(super) features: Features,
}

/// The designations of a text, in order.
pub(super) fn designations(context: &Context) -> Vec<Designation> {
    let mut found = Vec::new();
    let mut known: BTreeMap<&str, bool> = BTreeMap::new();
    let mut at = 0;
    while at < context.tokens.len() {
        let word = context.tokens[at].fold.as_str();
        let begins = *known.entry(word).or_insert_with(|| may_begin(context, word));
        let one = if begins { designation(context, at) } else { None };
        at = one.map_or(at + 1, |one: Designation| one.end);
        found.extend(one);
    }
    found
}

/// Whether the word or a dictionary form of it begins a listed noun: looked up once a word.
fn may_begin(context: &Context, word: &str) -> bool {
    let lists = [List::SourceNouns, List::Titles].map(|list| context.lexicon.list(list));
    let mut lemmas = context.lexicon.vocabulary.readings(word).map(|reading| reading.lemma);
    lists.iter().any(|list| list.begins(word)) || lemmas.any(|lemma| lists.iter().any(|list| list.begins(lemma)))
}

fn designation(context: &Context, noun: usize) -> Option<Designation> {
    let (length_tokens, person) = speaking_noun(context, noun)?;
    let tag = context.tags[noun];
    if tag.finite || context.mention_over(context.tokens[noun].span).is_some() {
        return None;
    }
    let noun_end = noun + length_tokens;
    let first = determiner_before(context, noun).unwrap_or(noun);
    let told = context.determined(noun).unwrap_or_default();
    let bare_plural = context.lexicon.lemma(&context.tokens[noun].fold) != context.tokens[noun].fold;
    let features = Features {
        gender: told.gender.or_else(|| context.noun_gender(&context.tokens[noun].fold)),
        plural: told.plural.or(Some(bare_plural)),
        person: Some(person),
    };
    let end = tail(context, noun_end);
    let span = context.tokens[first].span.cover(context.tokens[end - 1].span);
    Some(Designation { first, noun_end, end, span, features })
}

/// How many tokens a noun that can speak takes, and whether it is a person; offices and professions are.
fn speaking_noun(context: &Context, at: usize) -> Option<(usize, bool)> {
    let (lexicon, vocabulary) = (context.lexicon, &context.lexicon.vocabulary);
    let source = lexicon.list(List::SourceNouns).at_lemma(context.tokens, at, vocabulary);
    let told = source.map(|found| (found.length_tokens, matches!(found.entry.fields[0], "person" | "anonymous")));
    let office = || {
        lexicon
            .list(List::Titles)
            .at_lemma(context.tokens, at, vocabulary)
            .filter(|it| it.entry.fields[0] != "courtesy")
    };
    told.or_else(|| office().map(|found| (found.length_tokens, true)))
}

/// The determiner of a noun, adjectives skipped.
fn determiner_before(context: &Context, noun: usize) -> Option<usize> {
    let first = noun.saturating_sub(ADJECTIVES + 1);
    for at in (first..noun).rev() {
        if context.determiner_class(at).is_some() {
            return Some(at);
        }
        if !context.tags[at].adjective || context.tags[at].finite {
            return None;
        }
    }
    None
}

/// Where the words that complete a noun end: adjectives, and nouns behind « de », "of".
fn tail(context: &Context, noun_end: usize) -> usize {
    let mut end = noun_end;
    for at in noun_end..(noun_end + TAIL_TOKENS).min(context.tokens.len()) {
        let tag = context.tags[at];
        let links = tag.role == Some(Role::Of) || tag.class == Some(Class::Determiner);
        let content = context.tokens[at].is_word() && tag.class.is_none() && (tag.adjective || tag.noun);
        if tag.finite || tag.auxiliary.is_some() || !(links || content) {
            break;
        }
        if links && at > end {
            continue;
        }
        if content {
            end = at + 1;
        }
    }
    end
}

impl Context<'_> {
    /// What the determiner before a token tells of the noun there.
    pub(super) fn determined(&self, noun: usize) -> Option<Features> {
        let at = determiner_before(self, noun)?;
        let entry = self.lexicon.list(List::Determiners).get(&self.tokens[at].fold)?;
        let plural = match entry.fields[0] {
            "p" => Some(true),
            "s" => Some(false),
            _ => None,
        };
        let gender = match entry.fields[1] {
            "m" => Some(Gender::Masculine),
            "f" => Some(Gender::Feminine),
            _ => None,
        };
        Some(Features { gender, plural, person: None })
    }

    /// Definite, indefinite…, where the token is a determiner.
    pub(super) fn determiner_class(&self, at: usize) -> Option<&'static str> {
        let token = self.tokens.get(at)?;
        self.lexicon.list(List::Determiners).get(&token.fold).map(|entry| entry.fields[2])
    }

    /// The gender a noun has by itself: "spokeswoman".
    pub(super) fn noun_gender(&self, noun: &str) -> Option<Gender> {
        match *self.lexicon.list(List::NameWords).get(noun)?.fields.first()? {
            "masculine" => Some(Gender::Masculine),
            "feminine" => Some(Gender::Feminine),
            _ => None,
        }
    }
}
