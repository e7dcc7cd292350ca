//! French synonyms: the `MyThes` thesaurus weighed by how much of their neighbourhood two words share.
//!
//! The thesaurus lists up to a hundred words of all senses in one line, so being listed says little. Two words
//! are near if each lists the other and the lists overlap.

use std::collections::{BTreeMap, BTreeSet};

use super::fold;

/// Folded headword → all words its senses list, itself included.
pub type Thesaurus = BTreeMap<String, BTreeSet<String>>;

/// Reads `thes_fr.dat`: `headword|n` and then n lines `(class)|word|word|…`.
pub fn read(text: &str) -> Thesaurus {
    let mut thesaurus = Thesaurus::new();
    let mut headword = String::new();
    for line in text.lines().skip(1) {
        let mut words = line.split('|');
        let first = words.next().unwrap_or("");
        if first.starts_with('(') {
            thesaurus.entry(headword.clone()).or_default().extend(words.map(fold));
        } else {
            headword = fold(first);
            thesaurus.entry(headword.clone()).or_default().insert(headword.clone());
        }
    }
    thesaurus
}

/// How near two words are, for every pair of which at least one lists the other.
pub fn strengths(thesaurus: &Thesaurus) -> BTreeMap<(String, String), f64> {
    let mut strengths = BTreeMap::new();
    for (a, listed) in thesaurus {
        for b in listed.iter().filter(|b| *b != a) {
            let pair = if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
            if let Some(other) = thesaurus.get(b) {
                strengths.entry(pair).or_insert_with(|| strength(a, listed, b, other));
            }
        }
    }
    strengths
}

/// The mean of cosine and containment of the lists; a third off where only one lists the other.
fn strength(a: &str, listed: &BTreeSet<String>, b: &str, other: &BTreeSet<String>) -> f64 {
    let shared = listed.intersection(other).count() as f64;
    let (size, other_size) = (listed.len() as f64, other.len() as f64);
    let overlap = f64::midpoint(shared / (size * other_size).sqrt(), shared / size.min(other_size));
    let mutual = listed.contains(b) && other.contains(a);
    if mutual { overlap } else { overlap * 2.0 / 3.0 }
}
