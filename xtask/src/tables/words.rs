//! What both languages' tables are built from: lemmas, their forms, how often each is used.

use std::collections::BTreeMap;

use super::frequencies::{Frequencies, zipf};

/// What a form can be, one letter each, as the table has it: `n`oun, `a`djective, adve`r`b, `o`ther; of verbs
/// `i`nfinitive, `p`ast participle, present participle `g`, `c`onditional, i`m`perfect, f`u`ture, `s`ubjunctive,
/// other `f`inite form.
pub type Codes = String;

/// A lemma with its forms.
#[derive(Clone, Debug, Default)]
pub struct Lemma {
    /// What each form can be, and how often it is used as a form of this lemma (any unit, the same for all lemmas).
    pub forms: BTreeMap<String, (Codes, f64)>,
}

impl Lemma {
    /// Adds a use of a form.
    pub fn add(&mut self, form: &str, code: char, usage: f64) {
        let (codes, sum) = self.forms.entry(form.to_owned()).or_default();
        if !codes.contains(code) {
            codes.push(code);
        }
        *sum += usage;
    }
}

/// All lemmas of a language.
pub type Lemmas = BTreeMap<String, Lemma>;

/// The forms of all lemmas: which lemmas each may belong to, and what share of its uses each gets.
pub fn shares(lemmas: &Lemmas) -> BTreeMap<&str, Vec<(&str, f64)>> {
    let mut shares: BTreeMap<&str, Vec<(&str, f64)>> = BTreeMap::new();
    for (lemma, entry) in lemmas {
        for (form, (_, usage)) in &entry.forms {
            shares.entry(form).or_default().push((lemma, usage + 0.01));
        }
    }
    for uses in shares.values_mut() {
        let sum: f64 = uses.iter().map(|one| one.1).sum();
        for one in uses.iter_mut() {
            one.1 /= sum;
        }
        uses.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    }
    shares
}

/// The frequency of each lemma on the Zipf scale: its share of the frequency of each of its forms.
pub fn lemma_zipf(lemmas: &Lemmas, frequencies: &Frequencies) -> BTreeMap<String, f64> {
    let mut sums: BTreeMap<String, f64> = lemmas.keys().map(|lemma| (lemma.clone(), 0.0)).collect();
    for (form, uses) in shares(lemmas) {
        for (lemma, share) in uses {
            *sums.entry(lemma.to_owned()).or_default() += share * frequencies.of(form);
        }
    }
    sums.into_iter().map(|(lemma, sum)| (lemma, zipf(sum))).collect()
}
