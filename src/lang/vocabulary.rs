//! Lexical tables: how frequent a word is, what it is a form of, what it is near in meaning.
//!
//! A table (`public/lexicon/<lang>.lex`, made by `cargo xtask tables`) holds each lemma as a stem and a
//! paradigm, the endings its forms take: "resign" + `ed:fp ing:g s:f`. Nothing is expanded on loading: a form
//! is looked up by trying every cut into a stem, found by binary search, and an ending of its paradigm.

use std::ops::Range;

use super::LexiconError;

/// Part of speech, as coarse as the stages need it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pos {
    /// Common noun.
    Noun,
    /// Verb or auxiliary.
    Verb,
    /// Adjective.
    Adjective,
    /// Adverb.
    Adverb,
    /// Any other.
    Other,
}

/// What form of a verb a word is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerbForm {
    /// dire, say.
    Infinitive,
    /// dit, said.
    PastParticiple,
    /// disant, saying.
    PresentParticiple,
    /// dirait (French only).
    Conditional,
    /// disait (French only).
    Imperfect,
    /// dira (French only).
    Future,
    /// dise (French only).
    Subjunctive,
    /// Any other finite form: dit, dirent, says, said.
    Finite,
}

/// One way to read a word form.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// Dictionary form, folded.
    pub lemma: &'a str,
    /// Part of speech.
    pub pos: Pos,
    /// For verbs, which form.
    pub verb_form: Option<VerbForm>,
}

/// What a table begins with; the digit is its version.
const MAGIC: &[u8] = b"recoupe1";
/// Steps of the table's frequencies for 1 on the Zipf scale.
const ZIPF_STEPS: f64 = 5.0;
/// The strength that stands for 1 in a table.
const STRENGTH_STEPS: f64 = 10.0;
/// What is left of the two strengths when words are related only through a third.
const SECOND_ORDER: f64 = 0.6;

/// The lexical tables of one language; empty by default, and every answer is then "unknown".
///
/// Lookups take folded words. "œ" and "oe" are the same, and "etat" is taken for "état" where only that is
/// known: capitals often lose their accents in print.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Paradigm lines: `lemma ending<TAB>ending:codes<TAB>…`.
    paradigms: String,
    paradigm_lines: Vec<Paradigm>,
    /// The endings of all paradigms, one after the other.
    endings: Vec<Ending>,
    /// All lemmas, one after the other.
    lemmas: String,
    /// In order of their stems.
    entries: Vec<Entry>,
    /// Forms whose likeliest lemma is not their most frequent one, with it; sorted.
    preferred: Vec<(String, String)>,
    /// Links of all entries, those of one after those of another, each part sorted by entry.
    links: Vec<Link>,
}

/// A paradigm: where in [`Vocabulary::paradigms`] its lemma's ending stands, which [`Vocabulary::endings`] are its own.
#[derive(Clone, Debug)]
struct Paradigm {
    lemma_ending: Range<usize>,
    endings: Range<usize>,
}

/// Where in [`Vocabulary::paradigms`] an ending and its codes stand.
#[derive(Clone, Debug)]
struct Ending {
    text: Range<usize>,
    codes: Range<usize>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// In [`Vocabulary::lemmas`].
    lemma: Range<usize>,
    stem_end: usize,
    paradigm: u16,
    zipf: u8,
    /// In [`Vocabulary::links`].
    links: Range<usize>,
}

#[derive(Copy, Clone, Debug)]
struct Link {
    entry: u16,
    strength: u8,
}

impl Link {
    fn strength(self) -> f64 {
        f64::from(self.strength) / STRENGTH_STEPS
    }
}

impl Vocabulary {
    /// Reads `public/lexicon/<lang>.lex`.
    ///
    /// # Errors
    /// [`LexiconError::Table`] naming the first part that is malformed.
    pub fn parse(table: &[u8]) -> Result<Self, LexiconError> {
        let mut sections = Sections { rest: table.strip_prefix(MAGIC).ok_or(malformed("beginning"))? };
        let paradigms = sections.text("paradigms")?;
        let mut vocabulary = Self { paradigms, ..Self::default() };
        vocabulary.add_paradigms()?;
        let stems = sections.text("stems")?;
        let paradigm_numbers = sections.columns("paradigm numbers")?;
        vocabulary.add_entries(&stems, &paradigm_numbers, sections.bytes("frequencies")?)?;
        vocabulary.preferred = preferred(&sections.text("preferred lemmas")?)?;
        let counts = sections.bytes("link counts")?;
        let targets = sections.columns("link targets")?;
        vocabulary.add_links(counts, &targets, sections.bytes("link strengths")?)?;
        Ok(vocabulary)
    }

    /// Whether no table is loaded.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The readings of a folded word form, likeliest first.
    pub fn readings(&self, form: &str) -> impl Iterator<Item = Reading<'_>> {
        self.analyses(form).into_iter().flat_map(|(entry, codes)| {
            codes.chars().map(|code| Reading {
                lemma: self.lemma_of(entry),
                pos: pos(code),
                verb_form: verb_form(code),
            })
        })
    }

    /// How frequent a folded word is in the language, all forms of its likeliest lemma taken together: Zipf
    /// scale (log10 of occurrences in a billion words), 0 to 8.
    pub fn zipf(&self, form: &str) -> Option<f64> {
        self.analyses(form).first().map(|(entry, _)| f64::from(entry.zipf) / ZIPF_STEPS)
    }

    /// How near in meaning two lemmas are: 1 the same, about 0.9 a verb and its noun, 0 unrelated.
    ///
    /// Words that are not linked themselves but share a neighbour get a share of both links.
    pub fn relatedness(&self, lemma: &str, other: &str) -> f64 {
        if lemma == other {
            return 1.0;
        }
        let (Some(links), Some(other_number)) = (self.links_of(lemma), self.number(other)) else { return 0.0 };
        let direct = links.iter().find(|link| usize::from(link.entry) == other_number);
        direct.map_or_else(|| through_a_third(links, self.links(other_number)), |link| link.strength())
    }

    /// The lemmas near a lemma, with their strengths (0 to 1), in the table's order.
    pub fn synonyms(&self, lemma: &str) -> impl Iterator<Item = (&str, f64)> {
        let links = self.links_of(lemma).unwrap_or(&[]);
        links
            .iter()
            .filter_map(|link| Some((self.lemma_of(self.entries.get(usize::from(link.entry))?), link.strength())))
    }

    /// Finds where everything stands in the text of the paradigms.
    fn add_paradigms(&mut self) -> Result<(), LexiconError> {
        let mut at = 0;
        for line in self.paradigms.lines() {
            let (lemma, forms) = line.split_once('\t').ok_or(malformed("paradigms"))?;
            let lemma_ending = at..at + lemma.len();
            let first = self.endings.len();
            at += lemma.len() + 1;
            for form in forms.split('\t') {
                let colon = form.find(':').ok_or(malformed("paradigms"))?;
                self.endings.push(Ending { text: at..at + colon, codes: at + colon + 1..at + form.len() });
                at += form.len() + 1;
            }
            self.paradigm_lines.push(Paradigm { lemma_ending, endings: first..self.endings.len() });
        }
        Ok(())
    }

    fn add_entries(&mut self, stems: &str, paradigms: &[u16], zipf: &[u8]) -> Result<(), LexiconError> {
        let mut stem = String::new();
        for (at, line) in stems.lines().enumerate() {
            let (shared, rest) = line.split_at_checked(1).ok_or(malformed("stems"))?;
            let shared = usize::from(shared.as_bytes()[0]).wrapping_sub(usize::from(b' '));
            if !stem.is_char_boundary(shared) {
                return Err(malformed("stems"));
            }
            stem.truncate(shared);
            stem.push_str(rest);
            let (Some(&paradigm), Some(&zipf)) = (paradigms.get(at), zipf.get(at)) else {
                return Err(malformed("columns"));
            };
            let line = self.paradigm_lines.get(usize::from(paradigm)).ok_or(malformed("paradigm numbers"))?;
            let ending = &self.paradigms[line.lemma_ending.clone()];
            let start = self.lemmas.len();
            self.lemmas.push_str(&stem);
            self.lemmas.push_str(ending);
            let lemma = start..self.lemmas.len();
            self.entries.push(Entry { lemma, stem_end: start + stem.len(), paradigm, zipf, links: 0..0 });
        }
        Ok(())
    }

    /// Each pair is listed once, with the entry that comes first; here both ends get it.
    fn add_links(&mut self, counts: &[u8], targets: &[u16], strengths: &[u8]) -> Result<(), LexiconError> {
        let listed: usize = counts.iter().map(|&count| usize::from(count)).sum();
        let in_range = targets.iter().all(|&target| usize::from(target) < self.entries.len());
        if counts.len() != self.entries.len() || listed != targets.len() || listed != strengths.len() || !in_range {
            return Err(malformed("links"));
        }
        let sources = counts.iter().zip(0_u16..).flat_map(|(&count, entry)| (0..count).map(move |_| entry));
        let pairs: Vec<_> = sources.zip(targets.iter().zip(strengths)).map(|(a, (&b, &s))| (a, b, s)).collect();
        let mut ends = vec![0; self.entries.len() + 1];
        for &(a, b, _) in &pairs {
            ends[usize::from(a) + 1] += 1;
            ends[usize::from(b) + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        for (entry, bounds) in self.entries.iter_mut().zip(ends.windows(2)) {
            entry.links = bounds[0]..bounds[1];
        }
        self.links = vec![Link { entry: 0, strength: 0 }; pairs.len() * 2];
        for &(a, b, strength) in &pairs {
            for (from, to) in [(a, b), (b, a)] {
                let next = &mut ends[usize::from(from)];
                self.links[*next] = Link { entry: to, strength };
                *next += 1;
            }
        }
        for entry in &self.entries {
            self.links[entry.links.clone()].sort_unstable_by_key(|link| link.entry);
        }
        Ok(())
    }

    /// The codes of an ending in a paradigm, whose endings are sorted.
    fn codes(&self, paradigm: u16, ending: &str) -> Option<&str> {
        let endings = &self.endings[self.paradigm_lines[usize::from(paradigm)].endings.clone()];
        let at = endings.binary_search_by(|known| self.paradigms[known.text.clone()].cmp(ending)).ok()?;
        self.paradigms.get(endings[at].codes.clone())
    }

    fn lemma_of(&self, entry: &Entry) -> &str {
        &self.lemmas[entry.lemma.clone()]
    }

    fn stem_of(&self, entry: &Entry) -> &str {
        &self.lemmas[entry.lemma.start..entry.stem_end]
    }

    /// Every cut of a word into a stem that is known and what follows it, longest stem first.
    fn cuts<'a>(&'a self, word: &'a str) -> Vec<(usize, &'a str)> {
        let mut cuts = Vec::new();
        let mut begins = 0..self.entries.len(); // The entries whose stem begins with the prefix looked at.
        for (prefix, ending) in (0..=word.len()).filter_map(|at| word.split_at_checked(at)) {
            let entries = &self.entries[begins.clone()];
            let start = begins.start + entries.partition_point(|entry| self.stem_of(entry) < prefix);
            let count =
                self.entries[start..begins.end].partition_point(|entry| self.stem_of(entry).starts_with(prefix));
            begins = start..start + count;
            if begins.is_empty() {
                break;
            }
            cuts.extend(
                begins.clone().take_while(|&at| self.stem_of(&self.entries[at]) == prefix).map(|at| (at, ending)),
            );
        }
        cuts.reverse();
        cuts
    }

    /// The number of the entry of a lemma.
    fn number(&self, lemma: &str) -> Option<usize> {
        let lemma = spelt_out(lemma);
        let mut numbers = self.cuts(&lemma).into_iter().map(|(number, _)| number);
        numbers.find(|&number| self.lemma_of(&self.entries[number]) == lemma)
    }

    fn links(&self, number: usize) -> &[Link] {
        self.entries.get(number).map_or(&[], |entry| &self.links[entry.links.clone()])
    }

    fn links_of(&self, lemma: &str) -> Option<&[Link]> {
        self.number(lemma).map(|number| self.links(number))
    }

    /// The entries that have a form, and what it is there; likeliest first.
    fn analyses(&self, form: &str) -> Vec<(&Entry, &str)> {
        let form = spelt_out(form);
        let found = self.analyses_of(&form);
        match form.strip_prefix('e') {
            Some(rest) if found.is_empty() => self.analyses_of(&format!("é{rest}")),
            _ => found,
        }
    }

    fn analyses_of(&self, form: &str) -> Vec<(&Entry, &str)> {
        let fitting = |(number, ending)| {
            let entry: &Entry = &self.entries[number];
            Some((entry, self.codes(entry.paradigm, ending)?))
        };
        let mut found: Vec<(&Entry, &str)> = self.cuts(form).into_iter().filter_map(fitting).collect();
        if found.len() > 1 {
            let at = self.preferred.binary_search_by(|(known, _)| known.as_str().cmp(form)).ok();
            let preferred = at.map_or("", |at| self.preferred[at].1.as_str());
            found.sort_by_key(|(entry, _)| (self.lemma_of(entry) != preferred, std::cmp::Reverse(entry.zipf)));
        }
        found
    }
}

/// The strongest way from one word to another through a third; both sorted by entry.
fn through_a_third(links: &[Link], others: &[Link]) -> f64 {
    let strength = |link: &Link| {
        let at = others.binary_search_by_key(&link.entry, |other| other.entry).ok()?;
        Some(link.strength() * others[at].strength() * SECOND_ORDER)
    };
    links.iter().filter_map(strength).fold(0.0, f64::max)
}

fn spelt_out(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains(['œ', 'æ']) { word.replace('œ', "oe").replace('æ', "ae").into() } else { word.into() }
}

fn pos(code: char) -> Pos {
    match code {
        'n' => Pos::Noun,
        'a' => Pos::Adjective,
        'r' => Pos::Adverb,
        _ => verb_form(code).map_or(Pos::Other, |_| Pos::Verb),
    }
}

fn verb_form(code: char) -> Option<VerbForm> {
    Some(match code {
        'i' => VerbForm::Infinitive,
        'p' => VerbForm::PastParticiple,
        'g' => VerbForm::PresentParticiple,
        'c' => VerbForm::Conditional,
        'm' => VerbForm::Imperfect,
        'u' => VerbForm::Future,
        's' => VerbForm::Subjunctive,
        'f' => VerbForm::Finite,
        _ => return None,
    })
}

const fn malformed(part: &'static str) -> LexiconError {
    LexiconError::Table { part }
}

/// The parts of a table, each after its length in bytes (32 bits, low byte first).
struct Sections<'a> {
    rest: &'a [u8],
}

impl<'a> Sections<'a> {
    fn bytes(&mut self, part: &'static str) -> Result<&'a [u8], LexiconError> {
        let (length, rest) = self.rest.split_first_chunk().ok_or(malformed(part))?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| malformed(part))?;
        let (bytes, rest) = rest.split_at_checked(length).ok_or(malformed(part))?;
        self.rest = rest;
        Ok(bytes)
    }

    fn text(&mut self, part: &'static str) -> Result<String, LexiconError> {
        String::from_utf8(self.bytes(part)?.to_vec()).map_err(|_| malformed(part))
    }

    /// 16-bit numbers: all low bytes, then all high bytes.
    fn columns(&mut self, part: &'static str) -> Result<Vec<u16>, LexiconError> {
        let bytes = self.bytes(part)?;
        let (low, high) = bytes.split_at(bytes.len() / 2);
        Ok(low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high])).collect())
    }
}

fn preferred(text: &str) -> Result<Vec<(String, String)>, LexiconError> {
    let pair = |line: &str| line.split_once('\t').map(|(form, lemma)| (form.to_owned(), lemma.to_owned()));
    text.lines().map(pair).collect::<Option<_>>().ok_or(malformed("preferred lemmas"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    fn show(language: Language, forms: &str) -> String {
        let lexica = Lexica::complete();
        let vocabulary = &lexica.of(language).vocabulary;
        let reading = |reading: Reading<'_>| match reading.verb_form {
            Some(form) => format!("{} {form:?}", reading.lemma),
            None => format!("{} {:?}", reading.lemma, reading.pos),
        };
        let line = |form: &str| {
            let readings: Vec<String> = vocabulary.readings(form).map(reading).collect();
            format!("{form}: {}\n", readings.join(", "))
        };
        forms.split(' ').map(line).collect()
    }

    #[test]
    fn french_forms_are_read() {
        insta::assert_snapshot!(show(Language::French, "voie dirait évacués suis annonçait etat œuvres zzz"), @"
        voie: voie Noun, voir Subjunctive
        dirait: dire Conditional
        évacués: évacuer PastParticiple, évacué Adjective, évacué Noun
        suis: être Finite, suivre Finite
        annonçait: annoncer Imperfect
        etat: état Noun
        œuvres: oeuvre Noun, oeuvrer Finite, oeuvrer Subjunctive
        zzz:
        ");
    }

    #[test]
    fn english_forms_are_read() {
        insta::assert_snapshot!(show(Language::English, "went strikes killings children written resigned"), @"
        went: go Finite
        strikes: strike Finite, strike Noun
        killings: killing Noun
        children: child Noun
        written: write PastParticiple, written Adjective
        resigned: resign Finite, resign PastParticiple
        ");
    }

    #[test]
    fn damaged_tables_are_refused() {
        let table = include_bytes!("../../public/lexicon/fr.lex");
        assert!(Vocabulary::parse(b"").is_err());
        for length in [7, 8, 20, 150_000, 300_000, table.len() - 1] {
            assert!(Vocabulary::parse(&table[..length]).is_err(), "cut at {length}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_word_can_be_asked_for(word in "\\PC{0,12}", other in "\\PC{0,12}") {
            static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);
            for language in [Language::French, Language::English, Language::Other] {
                let vocabulary = &LEXICA.of(language).vocabulary;
                proptest::prop_assert!((0.0..=1.0).contains(&vocabulary.relatedness(&word, &other)));
                proptest::prop_assert_eq!(vocabulary.zipf(&word).is_some(), vocabulary.readings(&word).next().is_some());
            }
        }
    }
}
