//! What each token does in its clause, as far as tables and neighbours tell.
//!
//! No statistical tagger: a word's readings come from the lexical tables, and where a form is both noun
//! and verb (« porte », "reports") the word before decides. Good enough to find where clauses have
//! their verbs, which is all the later stages ask.

use std::collections::BTreeMap;

use super::{Language, Lexicon, List, Pos, Reading, VerbForm};
use crate::text::{Token, TokenKind};

/// Classes of grammatical words (`function_words.tsv`).
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Class {
    /// le, une, the.
    Determiner,
    /// dans, with.
    Preposition,
    /// il, she.
    Pronoun,
    /// a, serait, has, would.
    Auxiliary,
    /// et, because.
    Conjunction,
    /// déjà, also.
    Adverb,
}

/// Roles of small words (`particles.tsv`).
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// que, that.
    Complementiser,
    /// comment, whether.
    Interrogative,
    /// qui, which.
    Relative,
    /// et, but.
    Coordinator,
    /// parce que, while.
    Subordinator,
    /// ne, not.
    Negation,
    /// se, lui.
    Clitic,
    /// de, of.
    Of,
    /// to.
    Infinitive,
}

/// What is known of one token.
#[derive(Copy, Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each form is a fact of its own, and several hold at once")]
pub struct Tag<'a> {
    /// Its class, for grammatical words.
    pub class: Option<Class>,
    /// Its role, for small words.
    pub role: Option<Role>,
    /// Dictionary form of its likeliest reading as a verb, if it has one.
    pub verb: Option<&'a str>,
    /// Whether it stands as the finite verb (or finite auxiliary) of a clause.
    pub finite: bool,
    /// For a participle or infinitive: the token of the auxiliary it goes with.
    pub auxiliary: Option<usize>,
    /// Whether it may be an infinitive.
    pub infinitive: bool,
    /// Whether it may be a past participle.
    pub past_participle: bool,
    /// Whether it may be a present participle.
    pub present_participle: bool,
    /// Whether it may be in the conditional.
    pub conditional: bool,
    /// Whether it may be in the future tense.
    pub future: bool,
    /// Whether it may be in the imperfect.
    pub imperfect: bool,
    /// Whether it may be a noun.
    pub noun: bool,
    /// Whether it may be an adjective.
    pub adjective: bool,
    /// Whether it may be an adverb.
    pub adverb: bool,
    /// Whether it may be a noun in another form than the dictionary's: the plural.
    pub plural: bool,
    /// Whether its likeliest reading is a verb.
    verb_first: bool,
    /// Whether a reading as a finite verb exists.
    may_be_finite: bool,
}

/// How many words an auxiliary and its participle may be apart.
const COMPOUND_REACH: usize = 5;

/// Tags all tokens of a text.
pub fn tag<'a>(text: &str, tokens: &[Token], lexicon: &'a Lexicon) -> Vec<Tag<'a>> {
    let mut known: BTreeMap<&str, Tag> = BTreeMap::new();
    let mut tags: Vec<Tag> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let word = *known.entry(&token.fold).or_insert_with(|| alone(token, lexicon));
        tags.push(Tag { role: role(tokens, at, lexicon), ..word });
    }
    for at in 0..tokens.len() {
        tags[at].auxiliary = auxiliary(&tags, tokens, at);
        tags[at].finite = tags[at].auxiliary.is_none()
            && (finite(&tags, text, tokens, at, lexicon) || after_noun(&tags, at, lexicon));
    }
    tags
}

/// What the word is by itself: looked up once, however often it stands in the text.
fn alone<'a>(token: &Token, lexicon: &'a Lexicon) -> Tag<'a> {
    if token.kind != TokenKind::Word {
        return Tag::default();
    }
    let mut tag = Tag { class: class(&token.fold, lexicon), ..Tag::default() };
    for (rank, reading) in lexicon.vocabulary.readings(&token.fold).enumerate() {
        tag.verb_first |= rank == 0 && reading.pos == Pos::Verb;
        tag.read(reading);
        tag.plural |= reading.pos == Pos::Noun && reading.lemma != token.fold;
    }
    tag
}

impl<'a> Tag<'a> {
    fn read(&mut self, reading: Reading<'a>) {
        match reading.pos {
            Pos::Noun => self.noun = true,
            Pos::Adjective => self.adjective = true,
            Pos::Adverb => self.adverb = true,
            Pos::Other => {}
            Pos::Verb => {
                self.verb = self.verb.or(Some(reading.lemma));
                self.read_form(reading.verb_form);
            }
        }
    }

    fn read_form(&mut self, form: Option<VerbForm>) {
        match form {
            Some(VerbForm::Infinitive) => self.infinitive = true,
            Some(VerbForm::PastParticiple) => self.past_participle = true,
            Some(VerbForm::PresentParticiple) => self.present_participle = true,
            Some(VerbForm::Conditional) => self.conditional = true,
            Some(VerbForm::Future) => self.future = true,
            Some(VerbForm::Imperfect) => self.imperfect = true,
            Some(VerbForm::Finite | VerbForm::Subjunctive) | None => {}
        }
        let nominal =
            matches!(form, Some(VerbForm::Infinitive | VerbForm::PastParticiple | VerbForm::PresentParticiple) | None);
        self.may_be_finite |= !nominal;
    }

    /// Whether it is an auxiliary with a finite reading.
    pub fn is_auxiliary(&self) -> bool {
        self.class == Some(Class::Auxiliary)
    }
}

fn class(folded: &str, lexicon: &Lexicon) -> Option<Class> {
    let entry = lexicon.list(List::FunctionWords).get(folded)?;
    Some(match *entry.fields.first()? {
        "determiner" => Class::Determiner,
        "preposition" => Class::Preposition,
        "pronoun" => Class::Pronoun,
        "auxiliary" => Class::Auxiliary,
        "conjunction" => Class::Conjunction,
        _ => Class::Adverb,
    })
}

fn role(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Role> {
    let found = lexicon.list(List::Particles).at(tokens, at)?;
    Some(match *found.entry.fields.first()? {
        "complementiser" => Role::Complementiser,
        "interrogative" => Role::Interrogative,
        "relative" => Role::Relative,
        "coordinator" => Role::Coordinator,
        "subordinator" => Role::Subordinator,
        "negation" => Role::Negation,
        "clitic" => Role::Clitic,
        "infinitive" => Role::Infinitive,
        _ => Role::Of,
    })
}

/// The auxiliary that makes a compound form of the participle or infinitive at `at`.
fn auxiliary(tags: &[Tag], tokens: &[Token], at: usize) -> Option<usize> {
    let tag = tags[at];
    if !(tag.past_participle || tag.present_participle || tag.infinitive) || tag.class == Some(Class::Determiner) {
        return None;
    }
    let first = at.saturating_sub(COMPOUND_REACH);
    for before in (first..at).rev() {
        let other = tags[before];
        if other.is_auxiliary() {
            return Some(other.auxiliary.unwrap_or(before));
        }
        let passes = other.adverb
            || matches!(other.class, Some(Class::Adverb | Class::Pronoun))
            || matches!(other.role, Some(Role::Negation | Role::Clitic));
        if tokens[before].kind != TokenKind::Word || !passes {
            return None;
        }
    }
    None
}

/// French puts no noun right behind a noun: « l'enquête avance » has its verb there.
fn after_noun(tags: &[Tag], at: usize, lexicon: &Lexicon) -> bool {
    let tag = tags[at];
    let Some([led, noun]) = at.checked_sub(2).and_then(|first| tags.get(first..at)) else { return false };
    let subject =
        led.class == Some(Class::Determiner) && led.role != Some(Role::Of) && noun.noun && noun.class.is_none();
    let ambiguous = tag.may_be_finite && tag.noun && !tag.adjective && tag.class.is_none();
    lexicon.language == Language::French && subject && ambiguous
}

/// What the noun before tells of a form that may be a verb or a noun; nothing where it does not tell.
fn beside_noun(
    tags: &[Tag],
    text: &str,
    tokens: &[Token],
    (near, at): (usize, usize),
    lexicon: &Lexicon,
) -> Option<bool> {
    let (before, tag) = (tags[near], tags[at]);
    if !(tag.noun || tag.adjective) || tokens[near].kind == TokenKind::Mark {
        return None;
    }
    let name = tokens[near].is_capitalised(text) && before.class.is_none();
    if lexicon.language == Language::French {
        return (name && tag.noun && !tag.adjective).then_some(true);
    }
    let word = |at: usize| tokens.get(at).map_or("", |token| token.fold.as_str());
    let owns = |at: usize| word(at).starts_with('\'') && lexicon.list(List::NounLinks).has(word(at));
    if owns(at + 1) || owns(near) {
        return Some(false);
    }
    let agent = lexicon.list(List::Auxiliaries).get(word(at + 1)).is_some_and(|entry| entry.fields[0] == "agent");
    if tag.past_participle && agent && before.noun {
        return Some(false);
    }
    let next = (tags.get(at + 1), tags.get(at + 2));
    if let (Some(that), Some(verb)) = next
        && that.role == Some(Role::Complementiser)
        && verb.may_be_finite
        && !verb.noun
        && !tag.past_participle
    {
        return Some(false);
    }
    if lexicon.language != Language::English || tag.past_participle {
        return None;
    }
    agrees(tags, tokens, (near, at), name, lexicon)
}

/// English verbs agree with their subjects: "the attacks that" has no verb, "the firm says," has one.
fn agrees(tags: &[Tag], tokens: &[Token], (near, at): (usize, usize), name: bool, lexicon: &Lexicon) -> Option<bool> {
    let (before, tag) = (tags[near], tags[at]);
    let described = before.adjective && !before.noun && before.class.is_none() && !name;
    if described {
        return Some(false);
    }
    if !(before.noun || name) || before.class.is_some() {
        return None;
    }
    let collective = || {
        let entry = lexicon.list(List::SourceNouns).get(&tokens[near].fold);
        entry.is_some_and(|entry| entry.fields[0] == "collective")
    };
    let many = before.plural && !name;
    if tag.verb == Some(tokens[at].fold.as_str()) {
        return (!many && !name && !collective()).then_some(false);
    }
    if many {
        return Some(false);
    }
    let closes = tokens.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark);
    let speech = tag.verb.is_some_and(|lemma| lexicon.list(List::ReportingVerbs).has(lemma));
    (closes && speech && !before.adjective).then_some(true)
}

/// Whether the token is the finite verb of a clause, told by the word before where it may be a noun too.
fn finite(tags: &[Tag], text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let tag = tags[at];
    if tag.is_auxiliary() {
        return tag.may_be_finite || tag.verb.is_none();
    }
    if !tag.may_be_finite || tag.class.is_some() {
        return false;
    }
    let Some(before) = at.checked_sub(1) else { return tag.verb_first && !tokens[at].is_capitalised(text) };
    if tokens[at].is_capitalised(text) {
        return false;
    }
    let earlier = (0..at)
        .rev()
        .find(|&other| !(tags[other].adverb && tags[other].class != Some(Class::Determiner)) || before - other > 2);
    let passed = earlier.unwrap_or(before);
    let named =
        passed < before && tags[passed].class == Some(Class::Determiner) && tags[passed].role != Some(Role::Clitic);
    let near_at = if named && (tags[before].noun || tags[before].adjective) { before } else { passed };
    let near = tags[near_at];
    if let Some(finite) = beside_noun(tags, text, tokens, (near_at, at), lexicon) {
        return finite;
    }
    let pronoun = near.class == Some(Class::Pronoun) && near.role != Some(Role::Relative);
    let clitic = near.role == Some(Role::Clitic);
    if near.role == Some(Role::Negation) || near.role == Some(Role::Relative) || (pronoun && !clitic) {
        return true;
    }
    if near.class == Some(Class::Determiner) && !clitic {
        return false;
    }
    if clitic {
        let subject = at.checked_sub(2).map(|two| tags[two]);
        let led = subject.is_some_and(|two| {
            matches!(two.class, Some(Class::Pronoun))
                || matches!(two.role, Some(Role::Negation | Role::Relative | Role::Clitic))
        });
        return near.class != Some(Class::Determiner) || led || (!tag.noun && !tag.adjective);
    }
    if matches!(near.class, Some(Class::Preposition)) || matches!(near.role, Some(Role::Of | Role::Infinitive)) {
        return false;
    }
    let next = tags.get(at + 1).copied().unwrap_or_default();
    let named = tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised(text));
    let inverted = tokens[before].kind == TokenKind::Mark && named;
    let past = tag.past_participle && !tag.noun;
    let opens_object = next.infinitive
        || matches!(next.class, Some(Class::Determiner | Class::Pronoun))
        || matches!(next.role, Some(Role::Complementiser | Role::Infinitive | Role::Negation));
    if tag.noun || tag.adjective { tag.verb_first || opens_object || inverted || past } else { true }
}
