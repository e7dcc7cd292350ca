//! Word frequencies of `wordfreq`: a gzipped msgpack list whose n-th item is the list of words that
//! occur once in 10^(n/100) words.

use std::collections::BTreeMap;

use super::fold;

/// Share of running text of each folded word form.
pub struct Frequencies(BTreeMap<String, f64>);

impl Frequencies {
    /// Reads a `large_<lang>.msgpack`.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let mut reader = Reader { bytes, at: 0 };
        let mut frequencies = BTreeMap::new();
        let levels = reader.count()?;
        reader.skip_header()?;
        for level in 0..levels.saturating_sub(1) {
            let frequency = 10_f64.powf(-(f64::from(level)) / 100.0);
            for _ in 0..reader.count()? {
                *frequencies.entry(fold(reader.string()?)).or_insert(0.0) += frequency;
            }
        }
        Ok(Self(frequencies))
    }

    /// Share of running text.
    pub fn of(&self, form: &str) -> f64 {
        self.0.get(form).copied().unwrap_or(0.0)
    }

    /// On the Zipf scale: log10 of occurrences in a billion words; 0 for unknown words.
    pub fn zipf(&self, form: &str) -> f64 {
        zipf(self.of(form))
    }

    /// All forms.
    pub fn forms(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(form, &frequency)| (form.as_str(), frequency))
    }
}

/// A share of running text on the Zipf scale.
pub fn zipf(frequency: f64) -> f64 {
    (frequency * 1e9).max(1.0).log10()
}

/// As much of msgpack as these files use.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let taken = self.bytes.get(self.at..self.at + length).ok_or("frequency list ends early")?;
        self.at += length;
        Ok(taken)
    }

    fn number(&mut self, length: usize) -> Result<u32, String> {
        Ok(self.take(length)?.iter().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    fn count(&mut self) -> Result<u32, String> {
        match self.number(1)? {
            tag @ 0x90..=0x9f => Ok(tag & 0x0f),
            0xdc => self.number(2),
            0xdd => self.number(4),
            tag => Err(format!("frequency list: expected a list, found tag {tag:#x}")),
        }
    }

    fn string(&mut self) -> Result<&'a str, String> {
        let length = match self.number(1)? {
            tag @ 0xa0..=0xbf => tag & 0x1f,
            0xd9 => self.number(1)?,
            0xda => self.number(2)?,
            tag => return Err(format!("frequency list: expected a word, found tag {tag:#x}")),
        };
        std::str::from_utf8(self.take(length as usize)?).map_err(|error| format!("frequency list: {error}"))
    }

    /// The first item says which format this is: `{"format": "cB", "version": 1}`.
    fn skip_header(&mut self) -> Result<(), String> {
        let known = self.number(1)? == 0x82
            && self.string()? == "format"
            && self.string()? == "cB"
            && self.string()? == "version"
            && self.number(1)? == 1;
        if known { Ok(()) } else { Err("frequency list: not in format cB, version 1".into()) }
    }
}
