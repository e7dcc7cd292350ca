//! Number, gender and first sound of a name, as far as the texts and the shapes of words tell.

use std::collections::BTreeMap;

use super::left::Left;
use crate::framing::{LabelUse, Page, Scene, SwapDoubt};
use crate::lang::{Language, Lexicon, List, Pos, VerbForm};
use crate::text::strip_accents;

/// Grammatical gender.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

/// What the words beside a name follow.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) plural: bool,
    /// None where it is not known.
    pub(super) gender: Option<Gender>,
    /// Whether it begins with a vowel; none where that is not known.
    pub(super) vowel: Option<bool>,
}

impl Shape {
    /// The shape of a name where it stands.
    pub(super) fn of(genders: &Genders, page: &Page, name: &LabelUse, left: &Left) -> Self {
        let tokens = page.tokens_of(name.span);
        let head = head(page, name);
        let plural = left.plural.unwrap_or_else(|| !name.proper && is_plural(page, head));
        let gender = if name.proper { None } else { gender(genders, page, name, head) };
        let gender = gender.or_else(|| determiner_gender(page, tokens.start));
        let first = page.tokens.get(tokens.start).map(|token| token.span.of(page.text));
        Self { plural, gender, vowel: first.and_then(|word| begins_with_vowel(page.lexicon, word)) }
    }

    /// The form before this name; an error where what is not known would decide.
    pub(super) fn fitting(&self, forms: &[&'static str]) -> Result<&'static str, SwapDoubt> {
        let form = |gender: Gender, vowel: bool| {
            let feminine = usize::from(gender == Gender::Feminine);
            let at = if self.plural { 4 } else { 2 * usize::from(vowel) };
            forms.get(at + feminine).copied().filter(|form| *form != "-").ok_or(SwapDoubt::Determiner)
        };
        let both = |gender: Gender| match self.vowel {
            Some(vowel) => form(gender, vowel),
            None if form(gender, true)? == form(gender, false)? => form(gender, true),
            None => Err(SwapDoubt::Sound),
        };
        match self.gender {
            Some(gender) => both(gender),
            None if both(Gender::Masculine)? == both(Gender::Feminine)? => both(Gender::Masculine),
            None => Err(SwapDoubt::Gender),
        }
    }
}

/// The noun that others hang on: the first in French, the last before an "of" in English.
fn head(page: &Page, name: &LabelUse) -> usize {
    let tokens = page.tokens_of(name.head);
    if page.lexicon.language != Language::English {
        return tokens.start;
    }
    let link = tokens.clone().find(|&at| page.is_class(List::NounLinks, at, "of"));
    link.unwrap_or(tokens.end).saturating_sub(1).max(tokens.start)
}

fn is_plural(page: &Page, at: usize) -> bool {
    let ends = page.fold(at).ends_with(['s', 'x']);
    page.tags.get(at).is_some_and(|tag| tag.plural) || page.readings(at).is_empty() && ends
}

/// What the determiner right before a name says of its gender.
fn determiner_gender(page: &Page, name: usize) -> Option<Gender> {
    let before = name.checked_sub(1).filter(|_| page.joined(name))?;
    let entry = page.lexicon.list(List::Determiners).get(page.fold(before))?;
    named(entry.fields.get(1)?)
}

fn named(code: &str) -> Option<Gender> {
    match code {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

/// A noun's gender: by its determiner or adjectives here, by those it has elsewhere in the texts, by its ending.
fn gender(genders: &Genders, page: &Page, name: &LabelUse, head: usize) -> Option<Gender> {
    if page.lexicon.language != Language::French {
        return None;
    }
    let tokens = page.tokens_of(name.span);
    let adjectives = tokens.clone().filter(|at| *at != head).find_map(|at| adjective_gender(page, at));
    let here = determiner_gender(page, tokens.start).or(adjectives);
    here.or_else(|| genders.told(page, head)).or_else(|| by_ending(page, head))
}

/// What an adjective's form says: « syrienne ».
fn adjective_gender(page: &Page, at: usize) -> Option<Gender> {
    let reading = page.readings(at).iter().find(|it| it.pos == Pos::Adjective)?;
    let word = page.fold(at).trim_end_matches('s');
    let epicene = reading.lemma.ends_with('e');
    let feminine = word.ends_with('e');
    (!epicene).then_some(if feminine { Gender::Feminine } else { Gender::Masculine })
}

/// What the determiners of all articles say of their nouns, by dictionary form.
pub(super) struct Genders<'a> {
    /// None where they disagree.
    by_lemma: BTreeMap<&'a str, Option<Gender>>,
}

impl<'a> Genders<'a> {
    /// Reads all articles once.
    pub(super) fn of(scene: &'a Scene<'a>) -> Self {
        let mut by_lemma: BTreeMap<&str, Option<Gender>> = BTreeMap::new();
        for page in scene.pages.iter().filter(|page| page.lexicon.language == Language::French) {
            for at in 0..page.tokens.len() {
                if let (Some(lemma), Some(gender)) = (noun(page, at), determiner_gender(page, at)) {
                    let known = by_lemma.entry(lemma).or_insert(Some(gender));
                    *known = known.filter(|it| *it == gender);
                }
            }
        }
        Self { by_lemma }
    }

    fn told(&self, page: &Page, head: usize) -> Option<Gender> {
        *self.by_lemma.get(noun(page, head)?)?
    }
}

/// The dictionary form of a noun.
fn noun<'a>(page: &Page<'a>, at: usize) -> Option<&'a str> {
    page.readings(at).iter().find(|it| it.pos == Pos::Noun).map(|it| it.lemma)
}

/// The longest listed ending of the noun's dictionary form.
fn by_ending(page: &Page, head: usize) -> Option<Gender> {
    shape(page.lexicon, noun(page, head)?, "gender", Side::End).and_then(named)
}

/// Which side of a word an entry of the list is about.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Side {
    Begin,
    End,
}

/// The value of the longest entry of a class that fits a word on one side, or is the whole word.
fn shape(lexicon: &Lexicon, word: &str, class: &str, side: Side) -> Option<&'static str> {
    let list = lexicon.list(List::WordShapes);
    let value = |key: &str| {
        let entry = list.get(key)?;
        (entry.fields.first() == Some(&class)).then(|| entry.fields.get(1).copied()).flatten()
    };
    let cuts = word.char_indices().map(|(at, _)| at).skip(1);
    let mut keys: Vec<String> = match side {
        Side::Begin => cuts.map(|at| format!("{}-", &word[..at])).chain([format!("{word}-")]).collect(),
        Side::End => cuts.map(|at| format!("-{}", &word[at..])).collect(),
    };
    keys.sort_by_key(|key| std::cmp::Reverse(key.len()));
    value(word).or_else(|| keys.iter().find_map(|key| value(key)))
}

/// Whether a word begins with a vowel for the word before it; none for a name with an h, and for an abbreviation
/// that may be read as a word or by its letters, where these differ.
pub(super) fn begins_with_vowel(lexicon: &Lexicon, word: &str) -> Option<bool> {
    let fold = crate::text::fold(word);
    let is_vowel = |value: &str| value == "vowel";
    let first = strip_accents(&fold).chars().next()?;
    let letters = match first {
        'a' | 'e' | 'i' | 'o' | 'u' => true,
        'h' => lexicon.language == Language::French,
        _ => false,
    };
    let singular = fold.trim_end_matches(['s', 'x']);
    let listed = shape(lexicon, &fold, "sound", Side::Begin).or_else(|| shape(lexicon, singular, "sound", Side::Begin));
    let as_word = listed.map_or(letters, is_vowel);
    let capitals = word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
    if capitals {
        let letter = lexicon.list(List::WordShapes).get(first.encode_utf8(&mut [0; 4]))?;
        let as_letters = is_vowel(letter.fields.get(1)?);
        return (as_letters == as_word).then_some(as_word);
    }
    let unsure = first == 'h' && listed.is_none() && word.starts_with(char::is_uppercase);
    (!unsure || lexicon.language == Language::English).then_some(as_word)
}

/// A participle or adjective in another gender, its number kept; none where the tables do not confirm the form.
pub(super) fn in_gender(page: &Page, at: usize, gender: Gender) -> Option<String> {
    let agrees =
        |it: &&crate::lang::Reading| it.pos == Pos::Adjective || it.verb_form == Some(VerbForm::PastParticiple);
    let lemma = page.readings(at).iter().find(agrees)?.lemma;
    let known = |word: &str| page.lexicon.vocabulary.readings(word).any(|it| agrees(&&it) && it.lemma == lemma);
    let word = page.fold(at);
    let plural = word.ends_with('s') && known(word.strip_suffix('s')?);
    let singular = if plural { word.strip_suffix('s')? } else { word };
    let changed = match gender {
        Gender::Feminine => feminine(page.lexicon, singular, &known),
        Gender::Masculine => masculine(page.lexicon, singular, &known),
    }?;
    let ended = |ending: &str| Some(format!("{changed}{ending}")).filter(|word| known(word));
    if plural && !changed.ends_with(['s', 'x']) { ended("s") } else { Some(changed) }
}

fn feminine(lexicon: &Lexicon, word: &str, known: &impl Fn(&str) -> bool) -> Option<String> {
    if word.ends_with('e') {
        return Some(word.to_owned());
    }
    let entries = lexicon.list(List::WordShapes).entries().iter();
    let rules = entries.filter(|entry| entry.fields.first() == Some(&"feminine"));
    let mut made = rules.filter_map(|entry| {
        let stem = word.strip_suffix(entry.key.trim_start_matches('-'))?;
        let mut forms = entry.fields.get(1)?.split(' ').map(|ending| format!("{stem}{ending}"));
        forms.find(|form| known(form))
    });
    made.next()
}

fn masculine(lexicon: &Lexicon, word: &str, known: &impl Fn(&str) -> bool) -> Option<String> {
    if !word.ends_with('e') {
        return Some(word.to_owned());
    }
    let entries = lexicon.list(List::WordShapes).entries().iter();
    let rules = entries.filter(|entry| entry.fields.first() == Some(&"feminine"));
    let mut made = rules.filter_map(|entry| {
        let ending = entry.key.trim_start_matches('-');
        let endings = entry.fields.get(1)?.split(' ');
        let stems = endings.filter_map(|it| word.strip_suffix(it));
        stems.map(|stem| format!("{stem}{ending}")).find(|form| known(form))
    });
    // « armée » has « armé »; a word that is the same in both genders has no other form.
    made.next().or_else(|| Some(word.to_owned()))
}
