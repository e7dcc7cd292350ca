//! Bytes → Unicode code points: the contract counts as most languages' strings do.

use super::contract::Passage;
use crate::text::Span;

/// Turns the byte offsets of one text into code points.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before each [`STEP`] bytes.
    checkpoints: Vec<usize>,
}

/// Bytes between two checkpoints: long enough to be small, short enough to be quick.
const STEP: usize = 256;

impl<'a> CodePoints<'a> {
    /// Prepares `text`.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut points = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                checkpoints.push(points);
            }
            points += usize::from(is_first(byte));
        }
        Self { text, checkpoints }
    }

    /// The code points before byte `offset`; past the end, all of them.
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let step = offset / STEP;
        let Some(&before) = self.checkpoints.get(step).or(self.checkpoints.last()) else { return 0 };
        let start = step.min(self.checkpoints.len() - 1) * STEP;
        before + self.text.as_bytes()[start..offset].iter().filter(|&&byte| is_first(byte)).count()
    }

    /// The words of `span` with their place.
    pub fn passage(&self, span: Span) -> Passage {
        Passage { start: self.at(span.start), end: self.at(span.end), text: self.words(span) }
    }

    /// The words of `span`.
    pub fn words(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }
}

/// Whether a byte begins a character.
const fn is_first(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_chars_does(text in "\\PC{0,900}") {
            let points = CodePoints::new(&text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(at), count);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count());
        }
    }
}
