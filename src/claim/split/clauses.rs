//! Where the author's own sentence holds several statements: coordinated clauses, shares of a figure.

use super::Context;
use crate::lang::{Class, List, Role};
use crate::text::{Span, TokenKind};

/// Content words a clause must have on both sides of a cut: less is no claim anyone could compare.
const CLAUSE_WORDS: usize = 3;
/// How far behind its conjunction a clause's verb may stand.
const SUBJECT_REACH: usize = 14;

impl Context<'_> {
    /// The statements among tokens `first..end`, at least one.
    pub(super) fn clauses(&self, first: usize, end: usize) -> Vec<Span> {
        let mut shared = false;
        self.parts(first, end, |begun, at| {
            let share = self.opens_share(at, shared);
            shared |= share;
            let least = if share { CLAUSE_WORDS - 1 } else { CLAUSE_WORDS };
            (share || self.opens_clause(begun, at, end)).then_some(least)
        })
    }

    /// The statements of reported words: « que le pont a tenu | et que la route est rouverte ».
    pub(super) fn complements(&self, first: usize, end: usize) -> Vec<Span> {
        self.parts(first, end, |begun, at| self.goes_on(begun, at, end).then_some(CLAUSE_WORDS - 1))
    }

    /// Cuts `first..end` before each token that `opens` a part, told the token where the part before it began. What it
    /// returns is how many content words both parts need; nothing is cut inside a quotation.
    fn parts(&self, first: usize, end: usize, mut opens: impl FnMut(usize, usize) -> Option<usize>) -> Vec<Span> {
        let mut cuts = vec![first];
        for at in first + 1..end {
            let begun = *cuts.last().unwrap_or(&first);
            let Some(least) = opens(begun, at) else { continue };
            if !self.quoted(at) && self.content_words(begun, at) >= least && self.content_words(at, end) >= least {
                cuts.push(at);
            }
        }
        let ends = cuts.iter().skip(1).copied().chain([end]);
        cuts.iter().zip(ends).map(|(&from, to)| self.without_parting(from, to)).collect()
    }

    /// « et que », with a verb on both sides.
    fn goes_on(&self, begun: usize, at: usize, end: usize) -> bool {
        let again = at + 1 < end && self.tags[at + 1].role == Some(Role::Complementiser);
        let stated = |mut part: std::ops::Range<usize>| part.any(|token| self.tags[token].finite);
        self.tags[at].role == Some(Role::Coordinator) && again && stated(begun..at) && stated(at..end)
    }

    /// « , et la ville a répondu »: a conjunction, a subject and its verb; or what a semicolon parts.
    fn opens_clause(&self, begun: usize, at: usize, end: usize) -> bool {
        let stated = (begun..at).any(|token| self.tags[token].finite);
        let before = self.tokens[at - 1].fold.as_str();
        if !stated || self.bracketed(begun, at) {
            return false;
        }
        if before == ";" {
            return (at..end).any(|token| self.tags[token].finite);
        }
        before == "," && self.tags[at].role == Some(Role::Coordinator) && self.has_subject_and_verb(at + 1, end)
    }

    fn has_subject_and_verb(&self, first: usize, end: usize) -> bool {
        let opens = self.tags.get(first).is_some_and(|tag| {
            let subject =
                tag.class == Some(Class::Determiner) || (tag.class == Some(Class::Pronoun) && tag.role.is_none());
            subject || (tag.class.is_none() && tag.role.is_none() && !tag.finite)
        });
        let reach = end.min(first + SUBJECT_REACH);
        let verb = (first + 1..reach).find(|&at| self.tags[at].finite);
        let apart = |at: usize| {
            self.tokens[at].fold == ","
                || matches!(self.tags[at].role, Some(Role::Relative | Role::Complementiser | Role::Subordinator))
        };
        opens && verb.is_some_and(|verb| !(first..verb).any(apart))
    }

    /// « dont six pour les civils », and after it « et deux pour le retrait ».
    fn opens_share(&self, at: usize, shared: bool) -> bool {
        let shares = self.lexicon.list(List::Auxiliaries).get(&self.tokens[at].fold);
        let opens = shares.is_some_and(|entry| entry.fields[0] == "share");
        let goes_on = shared && self.tags[at].role == Some(Role::Coordinator);
        (opens || goes_on) && self.is_number(at + 1)
    }

    fn is_number(&self, at: usize) -> bool {
        let worded = |word: &str| {
            let entry = self.lexicon.list(List::Numbers).get(word);
            entry.is_some_and(|entry| matches!(entry.fields[0], "unit" | "ten" | "hundred" | "scale" | "round"))
        };
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number || worded(&token.fold))
    }

    fn bracketed(&self, begun: usize, at: usize) -> bool {
        let count = |mark: &str| (begun..at).filter(|&token| self.tokens[token].fold == mark).count();
        count("(") > count(")")
    }

    fn quoted(&self, at: usize) -> bool {
        let start = self.tokens[at].span.start;
        let quotations = &self.segmentation.quotations;
        let before = quotations.partition_point(|one| one.span.start < start);
        quotations[..before].iter().rev().take(3).any(|one| one.span.end > start)
    }
}
