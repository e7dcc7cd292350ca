//! What rules about verbs ask of a verb: where its words begin, whether it tells of something that did
//! happen, whether it is denied.

use super::Page;
use crate::article::BlockKind;
use crate::claim::Claim;
use crate::lang::{Class, List, Pos, Role, Tag};
use crate::text::{Span, TokenKind};

/// How far back in its clause a word may stand that makes what follows imagined: "if he knew that".
const CONDITION_REACH: usize = 12;
/// How many small words may stand between a verb and what it governs.
const MOST_SMALL_WORDS: usize = 4;
/// How far an object may push away what a verb governs: "prevented *the ship from the north* from leaving".
const OBJECT_REACH: usize = 14;
/// How far behind its conjunction the finite verb of a clause may stand.
const CLAUSE_REACH: usize = 16;
/// How many tokens of a sentence are looked at on either side of a word: longer ones are lists.
const SENTENCE_REACH: usize = 60;
/// In a headline of capitals at least two content words in three begin with one.
const TITLE_CAPITALS: (usize, usize) = (2, 3);

/// A verb with its auxiliaries and negation.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// Its first token: an auxiliary, or the negation before it.
    pub(super) from: usize,
    /// Whether it is negated.
    pub(super) negated: bool,
    /// Whether it tells what was or is, not what may, must, will or would be.
    pub(super) actual: bool,
}

impl<'a> Page<'a> {
    fn tag(&self, at: usize) -> Tag<'a> {
        self.tags.get(at).copied().unwrap_or_default()
    }

    /// The verb group of the token, where it stands as a verb: finite, or with an auxiliary.
    pub(super) fn verb_group(&self, at: usize) -> Option<VerbGroup> {
        let tag = self.tag(at);
        if tag.verb.is_none() || !(tag.finite || tag.auxiliary.is_some()) || self.is_name(at) {
            return None;
        }
        let first = tag.auxiliary.unwrap_or(at).min(at);
        let negates = |other: usize| self.tag(other).role == Some(Role::Negation);
        let clitic = |other: usize| self.tag(other).role == Some(Role::Clitic);
        let before = (0..first).rev().take(MOST_SMALL_WORDS).take_while(|&other| negates(other) || clitic(other));
        let from = before.filter(|&other| negates(other)).last().unwrap_or(first);
        let negated = (from..at).any(negates) || self.follows_negation(at);
        let possible = |other: usize| self.is_class(List::Presuppositions, other, "unreal");
        let lead = self.tag(first);
        let unreal = (first.saturating_sub(1)..at).any(possible) || lead.conditional || lead.future;
        let actual = !unreal && !self.is_imagined(from) && !self.is_asked(at);
        Some(VerbGroup { from, negated, actual })
    }

    /// Whether the word right behind a simple verb negates it: « ne sait pas ».
    fn follows_negation(&self, at: usize) -> bool {
        self.tag(at).auxiliary.is_none() && self.tag(at + 1).role == Some(Role::Negation)
    }

    /// Whether the token is a name: a capital that no sentence's beginning explains.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capitalised(self.text)) && !self.begins_sentence(at)
    }

    /// Whether a condition stands before the token in its clause.
    pub(super) fn is_imagined(&self, at: usize) -> bool {
        let before = (at.saturating_sub(CONDITION_REACH)..at).rev();
        let clause = before.take_while(|&other| self.tokens[other].kind != TokenKind::Mark);
        clause.into_iter().any(|other| self.is_class(List::CertaintyCues, other, "irrealis"))
    }

    /// Whether the token's sentence asks.
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let sentences = &self.analysed.segmentation.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start <= token.span.start);
        let own = next.checked_sub(1).and_then(|it| sentences.get(it));
        own.is_some_and(|it| it.span.of(self.text).trim_end_matches(['»', '"', '”', ' ', '\u{a0}']).ends_with('?'))
    }

    /// The first token from `at` on that is neither adverb, negation nor clitic.
    pub(super) fn past_small_words(&self, at: usize) -> usize {
        let small = |&other: &usize| {
            let tag = self.tag(other);
            let adverb = tag.class == Some(Class::Adverb) || self.likeliest(other) == Some(Pos::Adverb);
            adverb && tag.role != Some(Role::Interrogative)
                || matches!(tag.role, Some(Role::Negation | Role::Clitic)) && tag.class != Some(Class::Preposition)
        };
        at + (at..self.tokens.len()).take(MOST_SMALL_WORDS).take_while(small).count()
    }

    /// The first token from `at` on that does not tell when: "knew *on Tuesday* that".
    pub(super) fn past_time(&self, at: usize) -> usize {
        let dated = |at: usize| {
            // « le 3 mai » begins with a word that mostly tells no time.
            if self.tag(at).class == Some(Class::Determiner) {
                return None;
            }
            let lists = [List::Weekdays, List::Months, List::DateWords];
            lists.iter().filter_map(|&list| self.entry(list, at)).map(|found| found.length_tokens).max()
        };
        let next = self.past_small_words(at);
        let led = usize::from(self.tag(next).class == Some(Class::Preposition));
        dated(next + led).map_or(next, |length| next + led + length)
    }

    /// The tokens from `at` on among which a verb finds what it governs: to the next mark or finite verb.
    pub(super) fn governed(&self, at: usize) -> std::ops::Range<usize> {
        // Behind an article no form is finite, whatever it may be elsewhere: « les avions ».
        let led = |other: usize| other > 0 && self.tag(other - 1).class == Some(Class::Determiner);
        let open =
            |&other: &usize| self.tokens[other].kind != TokenKind::Mark && (!self.tag(other).finite || led(other));
        at..at + (at..self.tokens.len()).take(OBJECT_REACH).take_while(open).count()
    }

    /// Whether a clause with a finite verb begins at `at`.
    pub(super) fn has_finite_verb(&self, at: usize) -> bool {
        let clause = (at..self.tokens.len()).take(CLAUSE_REACH);
        clause
            .take_while(|&other| !matches!(self.fold(other), "." | ";" | ":" | "!" | "?"))
            .any(|it| self.tag(it).finite)
    }

    /// Whether the words at `at` are a thing: an article, an adjective, a noun, a name.
    pub(super) fn governs_noun(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let led = tag.class == Some(Class::Determiner);
        led || tag.class.is_none() && matches!(self.likeliest(at), Some(Pos::Noun | Pos::Adjective)) || self.is_name(at)
    }

    /// Whether the token is an article or another word that leads to a noun.
    pub(super) fn leads(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.class == Some(Class::Determiner) && tag.role != Some(Role::Infinitive)
    }

    /// Whether the token is a personal pronoun.
    pub(super) fn is_person(&self, at: usize) -> bool {
        let pronoun = self.lexicon.list(List::Pronouns).get(self.fold(at));
        pronoun.is_some_and(|it| matches!(it.fields.last(), Some(&("object" | "subject"))))
    }

    /// Whether the token stands in a headline whose words all begin with capitals: they are no sign of a name there.
    pub(super) fn is_headlined(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let sentences = &self.analysed.segmentation.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start <= token.span.start);
        let own = next.checked_sub(1).and_then(|it| sentences.get(it));
        if own.is_none_or(|it| it.kind != BlockKind::Title) {
            return false;
        }
        let content = |&at: &usize| self.tokens[at].kind == TokenKind::Word && self.tag(at).class.is_none();
        let words: Vec<usize> = self.sentence_tokens(at).filter(content).collect();
        let capitals = words.iter().filter(|&&at| self.tokens[at].is_capitalised(self.text)).count();
        capitals * TITLE_CAPITALS.1 >= words.len() * TITLE_CAPITALS.0
    }

    /// The tokens of the sentence that a token stands in, those near it where it is a long list.
    pub(super) fn sentence_tokens(&self, at: usize) -> std::ops::Range<usize> {
        let Some(token) = self.tokens.get(at) else { return at..at };
        let sentences = &self.analysed.segmentation.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start <= token.span.start);
        let own = next.checked_sub(1).and_then(|it| sentences.get(it));
        let near = |tokens: std::ops::Range<usize>| {
            tokens.start.max(at.saturating_sub(SENTENCE_REACH))..tokens.end.min(at + SENTENCE_REACH)
        };
        own.map_or(at..at, |sentence| near(self.tokens_of(sentence.span)))
    }

    /// The claim that the words belong to.
    pub(super) fn claim_at(&self, span: Span) -> Option<&'a Claim> {
        let claims = &self.analysed.claims.claims;
        let before = claims.partition_point(|claim| claim.span.start <= span.start);
        claims[..before].last().filter(|claim| claim.span.contains(span))
    }

    /// Whether the token is an infinitive here, small words before it left out.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.tag(self.past_small_words(at)).infinitive
    }

    /// Whether the token is a present participle.
    pub(super) fn is_gerund(&self, at: usize) -> bool {
        self.tag(self.past_small_words(at)).present_participle
    }

    /// Whether a clause begins with a subject pronoun and its verb, no conjunction before it: "knew [he had lied]".
    pub(super) fn is_bare_clause(&self, at: usize) -> bool {
        let pronoun = self.lexicon.list(List::Pronouns).get(self.fold(at));
        pronoun.is_some_and(|it| it.fields.last() == Some(&"subject")) && self.tag(self.past_small_words(at + 1)).finite
    }
}
