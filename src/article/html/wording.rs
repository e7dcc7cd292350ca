//! What words a text is made of, as runs of three of them: to tell whether another text says the same.

use std::collections::BTreeSet;

use super::blocks::Block;

/// A declared body this long is trusted, in characters.
const DECLARED_CHARS: usize = 500;
/// … where so much of it is shown, as a share.
const SHOWN_SHARE: f64 = 0.5;
/// A text with this share of its runs known is the same.
const SAME_SHARE: f64 = 0.5;

/// The wording of a text: its runs of words, as numbers.
#[derive(Debug, Default)]
pub(super) struct Wording {
    shingles: BTreeSet<u64>,
}

impl Wording {
    /// The body that a page declares, where it is long and the page shows it.
    pub(super) fn declared(body: Option<&str>, blocks: &[Block]) -> Option<Self> {
        let body = body.filter(|it| it.chars().count() >= DECLARED_CHARS)?;
        let mut declared = Self::default();
        declared.add(body);
        let shown = blocks.iter().filter(|block| block.aside.is_none() && declared.share(&block.text) >= SAME_SHARE);
        let shown: usize = shown.map(|block| block.chars).sum();
        (shown as f64 >= SHOWN_SHARE * body.chars().count() as f64).then_some(declared)
    }

    /// Whether most of these texts is worded so: what speaks of all of them may speak against one.
    pub(super) fn covers<'a>(&self, texts: impl Iterator<Item = &'a Block>) -> bool {
        let (mut all, mut known) = (0, 0);
        for block in texts {
            all += block.chars;
            known += if self.has(&block.text) { block.chars } else { 0 };
        }
        known as f64 >= SHOWN_SHARE * all as f64
    }

    /// Takes in another text.
    pub(super) fn add(&mut self, text: &str) {
        self.shingles.extend(shingles(text));
    }

    /// Whether most of a text is worded so.
    pub(super) fn has(&self, text: &str) -> bool {
        self.share(text) >= SAME_SHARE
    }

    /// How much of a text is worded so, 0 to 1.
    pub(super) fn share(&self, text: &str) -> f64 {
        let (mut all, mut known) = (0_usize, 0_usize);
        for shingle in shingles(text) {
            all += 1;
            known += usize::from(self.shingles.contains(&shingle));
        }
        known as f64 / all.max(1) as f64
    }
}

/// Runs of three words, each as a number (FNV-1a): a chance in millions that two share one is no harm here.
fn shingles(text: &str) -> impl Iterator<Item = u64> {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let folded = crate::text::fold(text);
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let words: Vec<u64> = words.map(|word| word.bytes().fold(OFFSET, hash)).collect();
    let runs = words.len().saturating_sub(2);
    let run = move |at: usize| words[at..at + 3].iter().flat_map(|word| word.to_le_bytes()).fold(OFFSET, hash);
    (0..runs).map(run)
}
