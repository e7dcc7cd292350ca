//! Writes a table as `recoupe::lang::Vocabulary` reads it; `public/lexicon/README.md` describes the format.

use std::collections::{BTreeMap, BTreeSet};

use super::french::common;
use super::words::{Lemma, Lemmas};

/// What goes into a table.
pub struct Table {
    /// Words held.
    pub lemmas: Lemmas,
    /// Their frequencies.
    pub zipf: BTreeMap<String, f64>,
    /// How near two lemmas are, 0 to 1, each pair once.
    pub near: BTreeMap<(String, String), f64>,
    /// Forms whose likeliest lemma is not the most frequent of those they may belong to.
    pub preferred: BTreeMap<String, String>,
}

/// Strengths are kept in this many steps above 0.
const STRENGTH_STEPS: f64 = 10.0;
/// Frequencies are kept in steps of a fifth on the Zipf scale.
const ZIPF_STEPS: f64 = 5.0;

impl Table {
    /// The bytes of the table.
    pub fn bytes(&self) -> Vec<u8> {
        let (paradigms, rows) = self.rows();
        let numbers: BTreeMap<&str, u16> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (row.lemma, u16::try_from(at).expect("fewer than 65,536 lemmas")))
            .collect();
        let preferred: Vec<String> = self
            .preferred
            .iter()
            .filter(|(_, lemma)| numbers.contains_key(lemma.as_str()))
            .map(|(form, lemma)| format!("{form}\t{lemma}\n"))
            .collect();
        let mut out = b"recoupe1".to_vec();
        section(&mut out, paradigms.concat().as_bytes());
        section(&mut out, &front_coded(&rows));
        section(&mut out, &columns(rows.iter().map(|row| row.paradigm)));
        section(&mut out, &rows.iter().map(|row| quantise(self.zipf[row.lemma] * ZIPF_STEPS)).collect::<Vec<_>>());
        section(&mut out, preferred.concat().as_bytes());
        for part in self.links(&numbers) {
            section(&mut out, &part);
        }
        out
    }

    /// Paradigms as lines, commonest first, and the rows in order of their stems.
    fn rows(&self) -> (Vec<String>, Vec<Row<'_>>) {
        let cut: Vec<_> = self
            .lemmas
            .iter()
            .map(|(lemma, entry)| (lemma.as_str(), stem(lemma, entry), paradigm(lemma, entry)))
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, _, line) in &cut {
            *counts.entry(line).or_default() += 1;
        }
        let mut lines: Vec<_> = counts.into_iter().collect();
        lines.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let numbers: BTreeMap<&str, u16> = lines
            .iter()
            .enumerate()
            .map(|(at, (line, _))| (*line, u16::try_from(at).expect("fewer than 65,536 paradigms")))
            .collect();
        let mut rows: Vec<Row<'_>> =
            cut.iter().map(|(lemma, stem, line)| Row { lemma, stem, paradigm: numbers[line.as_str()] }).collect();
        rows.sort_by_key(|row| (row.stem, row.lemma));
        (lines.iter().map(|(line, _)| (*line).to_owned()).collect(), rows)
    }

    /// Links in order of their first lemma: how many each lemma has, the second lemmas, the strengths.
    fn links(&self, numbers: &BTreeMap<&str, u16>) -> [Vec<u8>; 3] {
        let mut of: BTreeMap<u16, BTreeSet<(u16, u8)>> = BTreeMap::new();
        for ((a, b), strength) in &self.near {
            if let (Some(&a), Some(&b)) = (numbers.get(a.as_str()), numbers.get(b.as_str())) {
                of.entry(a.min(b)).or_default().insert((a.max(b), quantise(strength * STRENGTH_STEPS)));
            }
        }
        let empty = BTreeSet::new();
        let all = || (0..numbers.len()).map(|at| u16::try_from(at).ok().and_then(|at| of.get(&at)).unwrap_or(&empty));
        let counts = all().map(|links| u8::try_from(links.len()).expect("fewer than 256 links a lemma")).collect();
        let targets = columns(all().flatten().map(|link| link.0));
        [counts, targets, all().flatten().map(|link| link.1).collect()]
    }
}

struct Row<'a> {
    lemma: &'a str,
    stem: &'a str,
    paradigm: u16,
}

fn quantise(value: f64) -> u8 {
    (0..=u8::MAX).min_by(|&a, &b| (f64::from(a) - value).abs().total_cmp(&(f64::from(b) - value).abs())).unwrap_or(0)
}

fn section(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(u32::try_from(bytes.len()).expect("a table is far below 4 GB").to_le_bytes());
    out.extend(bytes);
}

/// Low bytes, then high bytes: compresses better than both interleaved.
fn columns(numbers: impl Iterator<Item = u16> + Clone) -> Vec<u8> {
    let low = numbers.clone().map(|number| number.to_le_bytes()[0]);
    low.chain(numbers.map(|number| number.to_le_bytes()[1])).collect()
}

/// Each stem as one byte, the length of what it shares with the one before, then the rest and a line feed.
fn front_coded(rows: &[Row<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut previous = "";
    for row in rows {
        let shared = common(previous, row.stem);
        out.push(u8::try_from(shared).expect("no stem has 256 bytes") + b' ');
        out.extend(row.stem[shared..].bytes());
        out.push(b'\n');
        previous = row.stem;
    }
    out
}

/// What all forms begin with.
fn stem<'a>(lemma: &'a str, entry: &Lemma) -> &'a str {
    &lemma[..entry.forms.keys().fold(lemma.len(), |length, form| length.min(common(lemma, form)))]
}

/// `lemma ending<TAB>ending:codes<TAB>…<LF>`.
fn paradigm(lemma: &str, entry: &Lemma) -> String {
    let stem = stem(lemma, entry);
    let endings = entry.forms.iter().map(|(form, (codes, _))| format!("\t{}:{codes}", &form[stem.len()..]));
    format!("{}{}\n", &lemma[stem.len()..], endings.collect::<String>())
}
