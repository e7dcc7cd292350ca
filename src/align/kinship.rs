//! Which terms are near: by meaning (thesaurus, derivation), by translation, by spelling.

use std::collections::{BTreeMap, BTreeSet};

use super::terms::{Term, TermId};
use crate::lang::{Language, Lexica, Vocabulary};

/// Same beginnings below this many letters say little about kinship.
const SHARED_BEGINNING_LETTERS: usize = 5;
/// What words of one beginning are worth, by how much of the longer they share, where no table knows them as a family.
const SHARED_BEGINNING: f64 = 0.8;
/// Relations below this mislead too often: in the thesaurus they are one-sided or go through a third word; spellings share less
/// than four fifths.
const RELATED_AT_LEAST: f64 = 0.65;

/// Finds, for each term, the other terms near in meaning or spelling, and what it is called in the other language where
/// there are terms of both.
pub(super) fn relate(all: &mut [Term], lexica: &Lexica) {
    let mut by_lemma: BTreeMap<(Language, &str), Vec<TermId>> = BTreeMap::new();
    let mut by_beginning: BTreeMap<String, Vec<TermId>> = BTreeMap::new();
    for (id, term) in all.iter().enumerate() {
        for (language, lemma) in &term.lemmas {
            by_lemma.entry((*language, lemma)).or_default().push(id);
        }
        if let Some(beginning) = beginning(&term.key) {
            by_beginning.entry(beginning).or_default().push(id);
        }
    }
    let languages: BTreeSet<Language> = by_lemma.keys().map(|(language, _)| *language).collect();
    let translated = languages.contains(&Language::French) && languages.contains(&Language::English);
    let mut found: Vec<BTreeMap<TermId, f64>> = vec![BTreeMap::new(); all.len()];
    for (id, term) in all.iter().enumerate() {
        for (language, lemma) in &term.lemmas {
            let mut noted = |language: Language, word: &str, strength: f64| {
                for &other in by_lemma.get(&(language, word)).into_iter().flatten() {
                    note(&mut found, id, other, strength);
                }
            };
            for (synonym, strength) in near(&lexica.of(*language).vocabulary, lemma) {
                noted(*language, synonym, strength);
            }
            // The other way round would find the same, at more cost.
            if translated && *language == Language::French {
                for (word, strength) in lexica.translations(Language::French, lemma) {
                    noted(Language::English, &word, strength);
                }
            }
        }
        for &other in beginning(&term.key).and_then(|it| by_beginning.get(&it)).into_iter().flatten() {
            note(&mut found, id, other, likeness(&term.key, &all[other].key));
        }
    }
    for (term, related) in all.iter_mut().zip(found) {
        term.related = related.into_iter().collect();
    }
}

/// From this strength a relation is one of form, as between a verb and its noun.
const DERIVED_AT_LEAST: f64 = 0.85;

/// The lemmas near a lemma, and those derived from them: what is near a verb is near its noun.
fn near<'a>(vocabulary: &'a Vocabulary, lemma: &str) -> Vec<(&'a str, f64)> {
    let mut found: Vec<(&str, f64)> = vocabulary.synonyms(lemma).collect();
    for at in 0..found.len() {
        let (synonym, strength) = found[at];
        let derived = vocabulary.synonyms(synonym).filter(|(_, likeness)| *likeness >= DERIVED_AT_LEAST);
        found.extend(derived.map(|(derived, likeness)| (derived, likeness * strength)));
    }
    found
}

/// Remembers that two terms are related, both ways.
fn note(found: &mut [BTreeMap<TermId, f64>], one: TermId, other: TermId, strength: f64) {
    if one == other || strength < RELATED_AT_LEAST {
        return;
    }
    for (from, to) in [(one, other), (other, one)] {
        let known = found[from].entry(to).or_insert(0.0);
        *known = known.max(strength);
    }
}

fn beginning(key: &str) -> Option<String> {
    let letters: String = key.chars().take(SHARED_BEGINNING_LETTERS).collect();
    (letters.chars().count() == SHARED_BEGINNING_LETTERS && letters.chars().all(char::is_alphabetic)).then_some(letters)
}

/// How alike two spellings of one beginning are: the shared beginning as a share of the longer word.
fn likeness(one: &str, other: &str) -> f64 {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count()).max(1);
    let share = shared as f64 / longer as f64;
    SHARED_BEGINNING * share
}
