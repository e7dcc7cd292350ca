//! Links that no thesaurus has: nouns made from verbs by their endings, participles that are words of their own,
//! and the pairs written by hand in `xtask/data`.

use std::collections::{BTreeMap, BTreeSet};

use super::thesaurus::Thesaurus;
use super::vectors::Vectors;
use super::words::Lemmas;

/// Pairs of lemmas, the first before the second, with strengths from 0 to 1.
pub type Links = BTreeMap<(String, String), f64>;

/// How near a participle's noun or adjective is to its verb: blesser, « un blessé »; kill, "a killing".
const PARTICIPLE: f64 = 0.9;
/// Letters by which two words are taken to be of one family when senses are compared.
const FAMILY_LETTERS: usize = 4;
/// A noun fits a verb only if the thesaurus gives both this many words of the same families,
const SHARED_FAMILIES: usize = 2;
/// and this share of the smaller number. Only the longest endings (-ation, -ement) need less: "porte" and
/// "portion" are not what one does in "porter".
const SHARED_SHARE: f64 = 0.2;

/// From this cosine of their vectors on a verb and a noun are taken for one family without asking the thesaurus.
const SAME_SENSE_COSINE: f64 = 0.35;

/// Adds a link unless a stronger one is there.
pub fn add(links: &mut Links, a: &str, b: &str, strength: f64) {
    if a != b {
        let pair = if a < b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) };
        let known = links.entry(pair).or_default();
        *known = known.max(strength);
    }
}

/// Verbs with the nouns and adjectives that are spelt as one of their participles.
pub fn participles(lemmas: &Lemmas, links: &mut Links) {
    for (verb, entry) in lemmas.iter().filter(|(lemma, entry)| is(entry.forms.get(*lemma), 'i')) {
        for (form, (codes, _)) in &entry.forms {
            let other = lemmas.get(form).and_then(|other| other.forms.get(form));
            if codes.contains(['p', 'g']) && (is(other, 'n') || is(other, 'a')) {
                add(links, verb, form, PARTICIPLE);
            }
        }
    }
}

fn is(form: Option<&(String, f64)>, code: char) -> bool {
    form.is_some_and(|(codes, _)| codes.contains(code))
}

/// Verbs with the nouns made of them, by `rules` (`verb ending<TAB>noun ending<TAB>tenths`).
///
/// Endings alone would take "portion" for what one does in "porter": running text must use both words alike, or their
/// synonyms must share families.
pub fn derivations(rules: &str, lemmas: &Lemmas, thesaurus: &Thesaurus, vectors: &Vectors, links: &mut Links) {
    let rules: Vec<(&str, &str, f64)> = rules.lines().filter(|line| !line.starts_with('#')).filter_map(rule).collect();
    for (verb, entry) in lemmas.iter().filter(|(lemma, entry)| is(entry.forms.get(*lemma), 'i')) {
        for (ending, noun_ending, strength) in &rules {
            let Some(stem) = verb.strip_suffix(ending) else { continue };
            let noun = format!("{stem}{noun_ending}");
            let is_noun = lemmas.get(&noun).is_some_and(|entry| is(entry.forms.get(&noun), 'n'));
            // A noun spelt as a form of the verb (« ferme », « porte ») is used like it for that reason alone.
            let alike = !entry.forms.contains_key(&noun)
                && vectors.cosine(verb, &noun).is_some_and(|cosine| cosine >= SAME_SENSE_COSINE);
            if is_noun && stem.len() > 1 && (alike || same_sense(verb, &noun, noun_ending.len(), thesaurus)) {
                add(links, verb, &noun, *strength);
            }
        }
    }
}

fn rule(line: &str) -> Option<(&str, &str, f64)> {
    let mut fields = line.split('\t');
    let (verb, noun, tenths) = (fields.next()?, fields.next()?, fields.next()?);
    Some((verb, noun, tenths.parse::<f64>().ok()? / 10.0))
}

/// Whether the synonyms of a verb and of a noun are of the same families. Long endings are trusted where the
/// thesaurus does not know a word.
fn same_sense(verb: &str, noun: &str, ending: usize, thesaurus: &Thesaurus) -> bool {
    let (Some(of_verb), Some(of_noun)) = (families(verb, thesaurus), families(noun, thesaurus)) else {
        return ending > 3;
    };
    let shared = of_verb.intersection(&of_noun).count();
    let share = shared as f64 / of_verb.len().min(of_noun.len()).max(1) as f64;
    if ending > 4 { shared > 0 } else { shared >= SHARED_FAMILIES && share >= SHARED_SHARE }
}

/// The beginnings of a word's synonyms, its own family left out.
fn families(word: &str, thesaurus: &Thesaurus) -> Option<BTreeSet<String>> {
    let family = |word: &str| word.chars().take(FAMILY_LETTERS).collect::<String>();
    let own = family(word);
    let families: BTreeSet<String> =
        thesaurus.get(word)?.iter().map(|word| family(word)).filter(|it| *it != own).collect();
    (!families.is_empty()).then_some(families)
}

/// Pairs written by hand: `tenths<TAB>words that are all near each other`.
pub fn by_hand(text: &str, links: &mut Links) {
    for (tenths, words) in text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
        let words: Vec<&str> = words.split(' ').collect();
        let strength = tenths.parse::<f64>().unwrap_or(0.0) / 10.0;
        for (at, a) in words.iter().enumerate() {
            words[at + 1..].iter().for_each(|b| add(links, a, b, strength));
        }
    }
}
