//! Designations by office: which actors « le chef de la diplomatie » fits, by an index over the words of their titles.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Context;
use crate::lang::List;
use crate::text::{Span, fold};

/// A word that more actors than this bear in their titles tells nobody apart.
const BEARERS: usize = 16;

/// The titles of all actors.
pub(super) struct Titles {
    /// Word → titles that hold it, each as actor and its words.
    by_word: BTreeMap<String, Vec<(usize, Vec<String>)>>,
    /// Designations looked up before.
    known: BTreeMap<String, Vec<usize>>,
}

impl Titles {
    pub(super) fn new(context: &Context) -> Self {
        let mut by_word: BTreeMap<String, Vec<(usize, Vec<String>)>> = BTreeMap::new();
        let roles =
            context.actors.iter().enumerate().flat_map(|(at, one)| one.roles.iter().map(move |role| (at, &role.text)));
        for (actor, role) in roles {
            let words = content(context, role);
            for word in words.iter().collect::<BTreeSet<_>>() {
                by_word.entry(word.clone()).or_default().push((actor, words.clone()));
            }
        }
        by_word.retain(|_, titles| titles.len() <= BEARERS);
        Self { by_word, known: BTreeMap::new() }
    }

    /// The actors one of whose titles has all words of the designation, or all of whose words it has.
    pub(super) fn fitting(&mut self, context: &Context, mention: Span) -> &[usize] {
        let designation = fold(mention.of(context.text));
        let by_word = &self.by_word;
        self.known.entry(designation).or_insert_with_key(|designation| {
            let words = content(context, designation);
            let fits = |title: &[String]| {
                words.iter().all(|word| title.contains(word)) || title.iter().all(|word| words.contains(word))
            };
            let titles = words.iter().filter_map(|word| by_word.get(word)).flatten();
            let actors: BTreeSet<usize> = titles.filter(|(_, title)| fits(title)).map(|(actor, _)| *actor).collect();
            actors.into_iter().collect()
        })
    }
}

/// The words of a phrase without grammatical ones.
fn content(context: &Context, phrase: &str) -> Vec<String> {
    let small = context.lexicon.list(List::FunctionWords);
    let words = context.lexicon.tokens(phrase).into_iter().filter(|token| token.is_word() && !small.has(&token.fold));
    words.map(|token| token.fold).collect()
}
