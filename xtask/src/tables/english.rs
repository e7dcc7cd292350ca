//! English words: lemmas, irregular forms and synonyms of `WordNet` 3.0, regular forms by rule.

use std::collections::{BTreeMap, BTreeSet};

use super::frequencies::Frequencies;
use super::sources::Sources;
use super::words::Lemmas;

/// Parts of speech in `WordNet`'s files: its name there, our code, the digits of sense keys.
const CLASSES: [(&str, char, &str); 4] =
    [("noun", 'n', "1"), ("verb", 'v', "2"), ("adj", 'a', "35"), ("adv", 'r', "4")];
/// A regular form beside an irregular one is taken if it is frequent at all and this near on the Zipf scale.
const RIVAL_ZIPF: f64 = 1.5;
/// Generated comparatives must be attested this often.
const ATTESTED_ZIPF: f64 = 2.0;
/// A class never met in the tagged texts is left out if the word's other classes were met this often.
const RARE_CLASS_TAGS: f64 = 8.0;

/// `WordNet`: which words are of which class, their irregular forms, their synsets.
pub struct WordNet {
    /// Lemma → class code → how often it was met in tagged texts.
    pub classes: BTreeMap<String, BTreeMap<char, f64>>,
    /// Class code and lemma → irregular forms.
    irregular: BTreeMap<(char, String), Vec<String>>,
    /// All synsets.
    pub synsets: Vec<Synset>,
    /// Lemma and class → its synsets in order, with how often each sense was met.
    pub senses: BTreeMap<(String, char), Vec<(usize, f64)>>,
}

/// A set of words that share one meaning.
pub struct Synset {
    /// Folded words; multi-word ones with underscores.
    pub words: Vec<String>,
    /// More general synsets, similar ones, verb groups.
    pub near: Vec<usize>,
    /// Words derived from a word of this set: its number, the other synset and the number there, all from 0.
    pub derived: Vec<(usize, usize, usize)>,
}

impl WordNet {
    /// Reads the database files.
    pub fn read(sources: &Sources) -> Result<Self, String> {
        let mut offsets: BTreeMap<(char, &str), usize> = BTreeMap::new();
        let files =
            CLASSES.map(|(name, code, _)| (code, sources.text(&format!("wordnet/usr/share/wordnet/data.{name}"))));
        let mut lines = Vec::new();
        for (code, text) in &files {
            let text = text.as_ref().map_err(Clone::clone)?;
            for line in text.lines().filter(|line| !line.starts_with(' ')) {
                offsets.insert((*code, line.split(' ').next().unwrap_or("")), lines.len());
                lines.push((*code, line));
            }
        }
        let synsets: Vec<Synset> = lines.iter().map(|(_code, line)| synset(line, &offsets)).collect();
        let tags = tags(&sources.text("wordnet/usr/share/wordnet/cntlist.rev")?);
        let mut wordnet =
            Self { classes: BTreeMap::new(), irregular: BTreeMap::new(), synsets, senses: BTreeMap::new() };
        for (name, code, _) in CLASSES {
            let index = sources.text(&format!("wordnet/usr/share/wordnet/index.{name}"))?;
            wordnet.add_index(code, &index, &offsets, &tags);
            let irregular = sources.text(&format!("wordnet/usr/share/wordnet/{name}.exc")).unwrap_or_default();
            for line in irregular.lines() {
                if let Some((form, lemma)) = line.split_once(' ') {
                    wordnet.irregular.entry((code, lemma.to_owned())).or_default().push(form.to_owned());
                }
            }
        }
        Ok(wordnet)
    }

    fn add_index(&mut self, code: char, index: &str, offsets: &BTreeMap<(char, &str), usize>, tags: &Tags) {
        for line in index.lines().filter(|line| !line.starts_with(' ')) {
            let mut fields = line.split_whitespace();
            let lemma = fields.next().unwrap_or("");
            let of_class = fields.filter(|field| field.len() == 8 && field.bytes().all(|byte| byte.is_ascii_digit()));
            let senses: Vec<(usize, f64)> = of_class
                .filter_map(|offset| offsets.get(&(code, offset)))
                .enumerate()
                .map(|(at, &synset)| (synset, tags.get(&(lemma.to_owned(), code, at + 1)).copied().unwrap_or(0.0)))
                .collect();
            let is_name =
                senses.iter().all(|(synset, _)| self.synsets[*synset].words.iter().any(|word| is_name_of(word, lemma)));
            if lemma.contains('_') || is_name {
                continue;
            }
            self.classes.entry(lemma.to_owned()).or_default().insert(code, senses.iter().map(|sense| sense.1).sum());
            self.senses.insert((lemma.to_owned(), code), senses);
        }
    }

    /// All lemmas with their forms. `past` tells past tenses from participles where they differ.
    pub fn lemmas(&self, frequencies: &Frequencies, past: &BTreeMap<String, char>) -> Lemmas {
        let mut lemmas = Lemmas::new();
        for (lemma, classes) in &self.classes {
            let most = classes.values().copied().fold(0.0, f64::max);
            let mut classes: Vec<_> =
                classes.iter().filter(|(_, tags)| **tags > 0.0 || most < RARE_CLASS_TAGS).collect();
            classes.sort_by(|a, b| b.1.total_cmp(a.1).then(order(*a.0).cmp(&order(*b.0))));
            let entry = lemmas.entry(lemma.clone()).or_default();
            for (&class, tags) in classes {
                for (form, codes) in self.forms(class, lemma, frequencies, past) {
                    let usage = (tags + 0.1) * if form == *lemma { 0.5 } else { 0.2 };
                    for code in codes.chars() {
                        entry.add(&form, code, usage / codes.len() as f64);
                    }
                }
            }
        }
        lemmas
    }

    fn forms(
        &self,
        class: char,
        lemma: &str,
        frequencies: &Frequencies,
        past: &BTreeMap<String, char>,
    ) -> Vec<(String, String)> {
        let irregular = self.irregular.get(&(class, lemma.to_owned())).map_or(&[][..], Vec::as_slice);
        let own = |codes: &str| (lemma.to_owned(), codes.to_owned());
        match class {
            'n' => {
                let slot = Slot { irregular: irregular.to_vec(), regular: vec![with_s(lemma)] };
                let mut forms = vec![own("n")];
                forms.extend(slot.forms(frequencies).into_iter().map(|form| (form, "n".to_owned())));
                forms
            }
            'v' => verb_forms(lemma, irregular, frequencies, past),
            'a' | 'r' => {
                let regular = [with_e(lemma, "er"), with_e(lemma, "est")].into_iter();
                let attested =
                    regular.filter(|form| frequencies.zipf(form) >= ATTESTED_ZIPF && !self.classes.contains_key(form));
                let all = irregular.iter().cloned().chain(attested.filter(|_| class == 'a'));
                [lemma.to_owned()].into_iter().chain(all).map(|form| (form, class.to_string())).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn order(class: char) -> usize {
    CLASSES.iter().position(|known| known.1 == class).unwrap_or(CLASSES.len())
}

/// Whether `word` is `lemma` written with a capital.
fn is_name_of(word: &str, lemma: &str) -> bool {
    word != lemma && word.to_lowercase() == lemma
}

/// How often each sense (lemma, class, number from 1) was met.
type Tags = BTreeMap<(String, char, usize), f64>;

/// Reads `cntlist.rev`: `lemma%class:… sense count`.
fn tags(text: &str) -> Tags {
    let mut tags = Tags::new();
    for line in text.lines() {
        let mut fields = line.split(' ');
        let (Some(key), Some(sense), Some(count)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let Some((lemma, rest)) = key.split_once('%') else { continue };
        let class = CLASSES.iter().find(|class| rest.starts_with(|digit| class.2.contains(digit)));
        if let (Some(class), Ok(sense), Ok(count)) = (class, sense.parse(), count.parse()) {
            tags.insert((lemma.to_owned(), class.1, sense), count);
        }
    }
    tags
}

/// Reads a line of a data file: `offset file type count word id … count pointer offset class source/target … | gloss`.
fn synset(line: &str, offsets: &BTreeMap<(char, &str), usize>) -> Synset {
    let fields: Vec<&str> = line.split('|').next().unwrap_or("").split_whitespace().collect();
    let count = usize::from_str_radix(fields[3], 16).unwrap_or(0);
    let words = (0..count).map(|at| fields[4 + 2 * at].split('(').next().unwrap_or("").to_owned()).collect();
    let (mut near, mut derived) = (Vec::new(), Vec::new());
    for pointer in fields[5 + 2 * count..].chunks(4).take_while(|pointer| pointer.len() == 4) {
        let other = if pointer[2] == "s" { 'a' } else { pointer[2].chars().next().unwrap_or(' ') };
        let Some(&target) =
            offsets.get(&(CLASSES.iter().find(|known| known.1 == other).map_or(' ', |known| known.1), pointer[1]))
        else {
            continue;
        };
        let from = usize::from_str_radix(&pointer[3][..2], 16).unwrap_or(0);
        let to = usize::from_str_radix(&pointer[3][2..], 16).unwrap_or(0);
        match pointer[0] {
            "@" | "&" | "$" => near.push(target),
            "+" if from > 0 && to > 0 => derived.push((from - 1, target, to - 1)),
            _ => {}
        }
    }
    Synset { words, near, derived }
}

/// One inflected form that may have irregular and regular spellings.
struct Slot {
    irregular: Vec<String>,
    regular: Vec<String>,
}

impl Slot {
    /// The irregular spellings, and the regular ones unless there are irregular ones that are far more frequent.
    fn forms(self, frequencies: &Frequencies) -> BTreeSet<String> {
        let best = self.irregular.iter().map(|form| frequencies.zipf(form)).fold(0.0, f64::max);
        let rivals = |form: &String| {
            best == 0.0 || (frequencies.zipf(form) >= ATTESTED_ZIPF && frequencies.zipf(form) >= best - RIVAL_ZIPF)
        };
        let regular: Vec<String> = self.regular.into_iter().filter(rivals).collect();
        self.irregular.into_iter().chain(regular).collect()
    }
}

fn verb_forms(
    lemma: &str,
    irregular: &[String],
    frequencies: &Frequencies,
    past: &BTreeMap<String, char>,
) -> Vec<(String, String)> {
    let like = |form: &&String, ending: &str| form.ends_with(ending) && form.len() > lemma.len();
    let gerunds = irregular.iter().filter(|form| like(form, "ing")).cloned().collect();
    let thirds: Vec<String> =
        irregular.iter().filter(|form| form.ends_with('s') && past.get(*form) != Some(&'f')).cloned().collect();
    let pasts: Vec<String> =
        irregular.iter().filter(|form| !like(form, "ing") && !thirds.contains(form)).cloned().collect();
    let slot = |irregular, regular: String| Slot { irregular, regular: vec![regular] }.forms(frequencies);
    let own = past.get(lemma).filter(|code| "pb".contains(**code));
    let mut forms = vec![(lemma.to_owned(), if own.is_some() { "ifp" } else { "if" }.to_owned())];
    forms.extend(slot(thirds, with_s(lemma)).into_iter().map(|form| (form, "f".to_owned())));
    forms.extend(slot(gerunds, with_ing(lemma)).into_iter().map(|form| (form, "g".to_owned())));
    let regular = if own == Some(&'b') { lemma.to_owned() } else { with_e(lemma, "ed") };
    for form in slot(pasts, regular).into_iter().filter(|form| form != lemma) {
        let codes = past.get(&form).map_or("fp".to_owned(), char::to_string);
        forms.push((form, codes));
    }
    forms
}

fn ends_in_consonant_y(word: &str) -> bool {
    let before = word.strip_suffix('y').and_then(|stem| stem.chars().last());
    before.is_some_and(|c| !"aeiou".contains(c))
}

fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|ending| word.ends_with(ending)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// With an ending that begins with e: -ed, -er, -est.
fn with_e(word: &str, ending: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}i{ending}", &word[..word.len() - 1])
    } else if word.ends_with('e') {
        format!("{word}{}", &ending[1..])
    } else {
        format!("{word}{ending}")
    }
}

fn with_ing(word: &str) -> String {
    let silent =
        word.ends_with('e') && !["ee", "ye", "oe"].iter().any(|ending| word.ends_with(ending)) && word.len() > 2;
    if silent { format!("{}ing", &word[..word.len() - 1]) } else { format!("{word}ing") }
}
