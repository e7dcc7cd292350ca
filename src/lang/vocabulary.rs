//! Lexical tables: how frequent a word is, what it is a form of, what it is near in meaning.

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

/// The lexical tables of one language; empty by default, and every answer is then "unknown".
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {}

impl Vocabulary {
    /// Reads `public/lexicon/<lang>.tsv`.
    ///
    /// # Errors
    /// [`LexiconError`] naming the first malformed line.
    pub fn parse(_table: &[u8]) -> Result<Self, LexiconError> {
        Ok(Self::default())
    }

    /// The readings of a folded word form, likeliest first.
    pub fn readings(&self, _form: &str) -> impl Iterator<Item = Reading<'_>> {
        std::iter::empty()
    }

    /// How frequent a folded word form is in the language: Zipf scale (log10 per billion words), 0 to 8.
    pub fn zipf(&self, _form: &str) -> Option<f64> {
        None
    }

    /// How near in meaning two lemmas are by the thesaurus: 1 the same, 0 unrelated.
    pub fn relatedness(&self, lemma: &str, other: &str) -> f64 {
        f64::from(u8::from(lemma == other))
    }

    /// The lemmas near a lemma in meaning and how near, 0 to 1.
    pub fn synonyms(&self, _lemma: &str) -> impl Iterator<Item = (&str, f64)> {
        std::iter::empty()
    }
}
