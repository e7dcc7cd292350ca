//! Values found by a word: a hash table with a fixed seed over a list, so that a word costs one look, not a search letter
//! by letter, and the order of hashing shows nowhere.

use std::hash::BuildHasher as _;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Values, each under its word.
#[derive(Clone, Debug)]
pub(super) struct ByKey<T> {
    items: Vec<(String, T)>,
    places: HashTable<usize>,
}

impl<T> Default for ByKey<T> {
    fn default() -> Self {
        Self { items: Vec::new(), places: HashTable::new() }
    }
}

impl<T> ByKey<T> {
    /// The value of a word.
    pub(super) fn get(&self, key: &str) -> Option<&T> {
        self.place(key).map(|at| &self.items[at].1)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.places.find(hash(key), |&at| self.items[at].0 == key).copied()
    }
}

impl<T: Default> ByKey<T> {
    /// The value of a word, a fresh one where it has none.
    pub(super) fn or_default(&mut self, key: &str) -> &mut T {
        let at = self.place(key).unwrap_or_else(|| self.add(key));
        &mut self.items[at].1
    }

    fn add(&mut self, key: &str) -> usize {
        let at = self.items.len();
        self.items.push((key.to_owned(), T::default()));
        self.places.insert_unique(hash(key), at, |&at| hash(&self.items[at].0));
        at
    }
}

fn hash(key: &str) -> u64 {
    FxBuildHasher.hash_one(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_finds_its_own_value() {
        let words: Vec<String> = (0..500).map(|at| format!("mot{at}")).collect();
        let mut lengths: ByKey<Vec<usize>> = ByKey::default();
        for (at, word) in words.iter().chain(&words).enumerate() {
            lengths.or_default(word).push(at);
        }
        for (at, word) in words.iter().enumerate() {
            assert_eq!(lengths.get(word), Some(&vec![at, at + words.len()]), "{word}");
        }
        assert_eq!(lengths.get("mot"), None);
    }
}
