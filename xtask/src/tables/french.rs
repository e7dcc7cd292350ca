//! French words: lemmas and forms of Lexique 3.83, verbs completed by the conjugation of their like.

use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use super::frequencies::Frequencies;
use super::words::{Lemma, Lemmas};

/// A conjugation is taken as a model if it lists this many pairs of ending and code ("-ons" finite, "-é" participle).
const MODEL_CELLS: usize = 38;

/// Reads Lexique's table (`1_ortho 2_phon 3_lemme 4_cgram … 9_freqfilms2 10_freqlivres 11_infover …`).
pub fn read(table: &str, frequencies: &Frequencies) -> Lemmas {
    let mut lemmas = Lemmas::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, _, lemma, class, _, _, _, _, films, books, verb, ..] = columns[..] else { continue };
        let (form, lemma) = (fold(form), fold(lemma));
        if lemma.is_empty() || form.contains(' ') || form.ends_with('\'') {
            continue;
        }
        let usage = number(films) + number(books);
        let codes = codes(class, verb.trim_matches('"'));
        for &code in &codes {
            lemmas.entry(lemma.clone()).or_default().add(&form, code, usage / codes.len() as f64);
        }
    }
    lemmas.retain(|lemma, entry| entry.forms.contains_key(lemma));
    complete_verbs(&mut lemmas);
    complete_plurals(&mut lemmas, frequencies);
    lemmas
}

fn number(field: &str) -> f64 {
    field.replace(',', ".").parse().unwrap_or(0.0)
}

/// The codes of one row. Finite readings come before the subjunctive that is spelt alike.
fn codes(class: &str, verb: &str) -> BTreeSet<char> {
    match class.split(':').next().unwrap_or("") {
        "NOM" => BTreeSet::from(['n']),
        "ADJ" if class == "ADJ" => BTreeSet::from(['a']),
        "ADV" => BTreeSet::from(['r']),
        "VER" | "AUX" => verb.split(';').filter_map(verb_code).collect(),
        _ => BTreeSet::from(['o']),
    }
}

fn verb_code(cell: &str) -> Option<char> {
    Some(match cell.trim() {
        "" => return None,
        "inf" => 'i',
        "par:pas" => 'p',
        "par:pre" => 'g',
        cell if cell.starts_with("cnd") => 'c',
        cell if cell.starts_with("ind:imp") => 'm',
        cell if cell.starts_with("ind:fut") => 'u',
        cell if cell.starts_with("sub") => 's',
        _ => 'f',
    })
}

/// A conjugation: the lemma's ending, and every ending with its codes.
type Conjugation = (String, BTreeSet<(String, char)>);

/// Gives verbs of which only some forms are attested all forms of the commonest fitting conjugation.
fn complete_verbs(lemmas: &mut Lemmas) {
    let mut models: BTreeMap<Conjugation, usize> = BTreeMap::new();
    for (lemma, entry) in lemmas.iter() {
        if let Some(model) = conjugation(lemma, entry).filter(|model| model.1.len() >= MODEL_CELLS) {
            *models.entry(model).or_default() += 1;
        }
    }
    let mut by_ending: BTreeMap<&str, Vec<(&Conjugation, usize)>> = BTreeMap::new();
    for (model, &support) in &models {
        by_ending.entry(&model.0).or_default().push((model, support));
    }
    for (lemma, entry) in lemmas.iter_mut().filter(|(_, entry)| is_verb(entry)) {
        let fitting = by_ending.iter().filter(|(ending, _)| lemma.ends_with(**ending)).flat_map(|(_, models)| models);
        let best = fitting
            .filter(|(model, _)| fits(lemma, entry, model))
            .max_by_key(|(model, support)| (if *support >= 3 { model.0.len() } else { 0 }, *support, model.1.len()));
        if let Some((model, _)) = best {
            let stem = lemma[..lemma.len() - model.0.len()].to_owned();
            for (ending, code) in &model.1 {
                entry.add(&format!("{stem}{ending}"), *code, 0.0);
            }
        }
    }
}

fn is_verb(entry: &Lemma) -> bool {
    entry.forms.values().any(|(codes, _)| codes.contains('i'))
}

/// The verbal forms of an entry.
fn verbal(entry: &Lemma) -> impl Iterator<Item = (&String, char)> {
    entry.forms.iter().flat_map(|(form, (codes, _))| {
        codes.chars().filter(|code| "ipgcmusf".contains(*code)).map(move |code| (form, code))
    })
}

fn conjugation(lemma: &str, entry: &Lemma) -> Option<Conjugation> {
    is_verb(entry).then_some(())?;
    let stem = verbal(entry).fold(lemma.len(), |length, (form, _)| length.min(common(lemma, form)));
    let endings = verbal(entry).map(|(form, code)| (form[stem..].to_owned(), code)).collect();
    Some((lemma[stem..].to_owned(), endings))
}

fn fits(lemma: &str, entry: &Lemma, model: &Conjugation) -> bool {
    let stem = &lemma[..lemma.len() - model.0.len()];
    verbal(entry)
        .all(|(form, code)| form.strip_prefix(stem).is_some_and(|ending| model.1.contains(&(ending.to_owned(), code))))
}

/// Length in bytes of what two words begin with in common.
pub fn common(a: &str, b: &str) -> usize {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y);
    same.map(|(x, _)| x.len_utf8()).sum()
}

/// Adds the regular plural, and the feminine of adjectives, where `frequencies` attests it.
fn complete_plurals(lemmas: &mut Lemmas, frequencies: &Frequencies) {
    let known: BTreeSet<String> = lemmas.values().flat_map(|entry| entry.forms.keys().cloned()).collect();
    for (lemma, entry) in lemmas.iter_mut() {
        let Some(codes) = entry.forms.get(lemma).map(|(codes, _)| codes.clone()) else { continue };
        for (code, endings) in [('n', &["s"][..]), ('a', &["s", "e", "es"][..])] {
            for ending in endings.iter().filter(|_| codes.contains(code)) {
                let form = format!("{lemma}{ending}");
                if !known.contains(&form) && frequencies.of(&form) > 0.0 {
                    entry.add(&form, code, 0.0);
                }
            }
        }
    }
}
