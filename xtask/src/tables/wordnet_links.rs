//! English links: words of one synset and of a synset and its more general one, weighed by how common the senses are
//! among those of each word; and derivations.

use super::english::WordNet;
use super::families::{Links, add as link};

/// A word and the more general word.
const GENERAL: f64 = 0.6;
/// A verb and its noun, an adjective and its noun.
const DERIVED: f64 = 0.9;
/// A general synset is left out from this many words on: it says too little.
const WIDE_SET: usize = 12;

/// How near in sense two words are, for every pair that has a synset or two neighbouring ones.
pub fn strengths(wordnet: &WordNet) -> Links {
    let shares = sense_shares(wordnet);
    let mut strengths = Links::new();
    let mut add = |a: &(String, f64), b: &(String, f64), weight: f64| {
        if a.0 != b.0 {
            let pair = if a.0 < b.0 { (a.0.clone(), b.0.clone()) } else { (b.0.clone(), a.0.clone()) };
            let strength = strengths.entry(pair).or_default();
            *strength = (*strength + weight * (a.1 * b.1).sqrt()).min(1.0);
        }
    };
    for (at, synset) in wordnet.synsets.iter().enumerate() {
        let own = &shares[at];
        for (number, a) in own.iter().enumerate() {
            for b in &own[number + 1..] {
                add(a, b, 1.0);
            }
            for other in synset.near.iter().map(|near| &shares[*near]).filter(|other| other.len() <= WIDE_SET) {
                for b in other {
                    add(a, b, GENERAL);
                }
            }
        }
    }
    strengths
}

/// Words of one family: resign, resignation.
pub fn derivations(wordnet: &WordNet, links: &mut Links) {
    for synset in &wordnet.synsets {
        for &(word, other, other_word) in &synset.derived {
            let (a, b) = (&synset.words[word], &wordnet.synsets[other].words[other_word]);
            link(links, &a.to_lowercase(), &b.to_lowercase(), DERIVED);
        }
    }
}

/// For each synset its single words, and what share of the word's uses (of that class) has this sense.
fn sense_shares(wordnet: &WordNet) -> Vec<Vec<(String, f64)>> {
    let mut shares = vec![Vec::new(); wordnet.synsets.len()];
    for ((lemma, _), senses) in &wordnet.senses {
        let all: f64 = senses.iter().enumerate().map(|(at, sense)| weight(at, sense.1)).sum();
        for (at, (synset, tags)) in senses.iter().enumerate() {
            shares[*synset].push((lemma.clone(), weight(at, *tags) / all));
        }
    }
    shares
}

/// Senses are listed commonest first; most were never met in the tagged texts.
fn weight(at: usize, tags: f64) -> f64 {
    tags + 1.0 / (at + 1) as f64
}
