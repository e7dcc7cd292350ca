//! Where a sentence holds several statements: coordinated clauses, relative clauses that tell something of their own,
//! shares of a figure.
//!
//! One pass over the tokens. A cut needs a finished statement before it, a verb behind it, and content enough on both
//! sides; whatever would leave a subject without its verb stays whole.

use super::Context;
use crate::lang::{Class, List, Role, Tag};
use crate::text::{Span, Token, TokenKind};

/// Content words a clause must have on both sides of a cut: less is no claim anyone could compare.
pub(super) const CLAUSE_WORDS: usize = 3;
/// The same where the clause before says what both are about: a share of its figure, a further « que ».
const DEPENDENT_WORDS: usize = 2;
/// How far behind its conjunction a clause's verb may stand.
const SUBJECT_REACH: usize = 14;
/// How far behind its pronoun a relative clause's verb may stand.
const RELATIVE_REACH: usize = 10;

/// Sums over the tokens of an article, so that any stretch of them is counted at once.
pub(super) struct Counts {
    content: Vec<usize>,
    finite: Vec<usize>,
    words: Vec<usize>,
    /// Brackets opened and not closed.
    brackets: Vec<isize>,
}

impl Counts {
    pub(super) fn of(tokens: &[Token], tags: &[Tag]) -> Self {
        let mut counts = Self { content: vec![0], finite: vec![0], words: vec![0], brackets: vec![0] };
        for (token, tag) in tokens.iter().zip(tags) {
            let content = token.is_word() && tag.class.is_none() && tag.role.is_none();
            let bracket = match token.fold.as_str() {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            add(&mut counts.content, usize::from(content));
            add(&mut counts.finite, usize::from(tag.finite));
            add(&mut counts.words, usize::from(token.is_word()));
            let open = counts.brackets.last().copied().unwrap_or(0);
            counts.brackets.push(open + bracket);
        }
        counts
    }

    /// Words that carry content among tokens `first..end`.
    pub(super) fn content(&self, first: usize, end: usize) -> usize {
        self.content[end.max(first)] - self.content[first]
    }

    /// Words among tokens `first..end`.
    pub(super) fn words(&self, first: usize, end: usize) -> usize {
        self.words[end.max(first)] - self.words[first]
    }

    /// Whether a clause's verb is among tokens `first..end`.
    pub(super) fn stated(&self, first: usize, end: usize) -> bool {
        self.finite[end.max(first)] > self.finite[first]
    }

    /// Whether a bracket opened from token `first` on is still open before token `at`.
    fn bracketed(&self, first: usize, at: usize) -> bool {
        self.brackets[at] > self.brackets[first]
    }
}

fn add(sums: &mut Vec<usize>, count: usize) {
    let sum = sums.last().copied().unwrap_or(0);
    sums.push(sum + count);
}

/// Whether the statement being read has its main verb: one that no subordinate clause holds.
#[derive(Default)]
struct Progress {
    stated: bool,
    /// Whether a subordinate clause is being read, and has its verb.
    inside: Option<bool>,
}

impl Progress {
    fn read(&mut self, token: &Token, tag: &Tag) {
        let opens =
            matches!(tag.role, Some(Role::Relative | Role::Subordinator | Role::Complementiser | Role::Interrogative));
        if opens {
            self.inside = Some(false);
        } else if tag.finite {
            match &mut self.inside {
                Some(verb) => *verb = true,
                None => self.stated = true,
            }
        } else if token.fold == "," && self.inside == Some(true) {
            self.inside = None;
        }
    }
}

impl Context<'_> {
    /// The statements among tokens `first..end`, at least one.
    pub(super) fn clauses(&self, first: usize, end: usize) -> Vec<Span> {
        let mut shared = false;
        self.parts(first, end, |begun, at, progress| {
            let share = self.opens_share(at, shared);
            shared |= share;
            if share {
                return Some(DEPENDENT_WORDS);
            }
            self.opens_clause(begun, at, end, progress).then_some(CLAUSE_WORDS)
        })
    }

    /// The statements of reported words: « que le pont a tenu | et que la route est rouverte ».
    pub(super) fn complements(&self, first: usize, end: usize) -> Vec<Span> {
        self.parts(first, end, |begun, at, progress| {
            if self.goes_on(begun, at, end) {
                return Some(DEPENDENT_WORDS);
            }
            self.opens_clause(begun, at, end, progress).then_some(CLAUSE_WORDS)
        })
    }

    /// Cuts `first..end` before each token that `opens` a part, told the token where the part before it began and
    /// whether that one has its main verb. What it returns is how many content words both parts need; nothing is cut
    /// inside a quotation.
    fn parts(
        &self,
        first: usize,
        end: usize,
        mut opens: impl FnMut(usize, usize, &Progress) -> Option<usize>,
    ) -> Vec<Span> {
        let mut cuts = vec![first];
        let mut progress = Progress::default();
        for at in first..end {
            let begun = *cuts.last().unwrap_or(&first);
            if at > first
                && let Some(least) = opens(begun, at, &progress)
                && self.counts.content(begun, at) >= least
                && self.counts.content(at, end) >= least
                && !self.quoted(at)
            {
                cuts.push(at);
                progress = Progress::default();
                continue;
            }
            progress.read(&self.tokens[at], &self.tags[at]);
        }
        let ends = cuts.iter().skip(1).copied().chain([end]);
        cuts.iter().zip(ends).map(|(&from, to)| self.without_parting(from, to)).collect()
    }

    /// « et que », with a verb on both sides.
    fn goes_on(&self, begun: usize, at: usize, end: usize) -> bool {
        let again = at + 1 < end && self.tags[at + 1].role == Some(Role::Complementiser);
        let coordinated = self.tags[at].role == Some(Role::Coordinator) && again;
        coordinated && self.counts.stated(begun, at) && self.counts.stated(at, end)
    }

    /// Whether a statement of its own begins at the token.
    fn opens_clause(&self, begun: usize, at: usize, end: usize, progress: &Progress) -> bool {
        if !self.counts.stated(begun, at) || !self.counts.stated(at, end) || self.counts.bracketed(begun, at) {
            return false;
        }
        match self.tokens[at - 1].fold.as_str() {
            ";" => true,
            ":" => progress.stated,
            "," => {
                self.coordinates_clause(at, end)
                    || (progress.stated && (self.tells_of_its_own(at, end) || self.shares_subject(at, end)))
                    || (progress.stated && self.tags[at].role == Some(Role::Subordinator))
            }
            _ => {
                progress.stated
                    && progress.inside != Some(false)
                    && (self.shares_subject(at, end) || (self.is_led(at + 1) && self.coordinates_clause(at, end)))
            }
        }
    }

    /// Whether a noun phrase with its article, or a pronoun, begins at the token: without a comma before it, a bare
    /// name may only be the last of a list.
    fn is_led(&self, at: usize) -> bool {
        self.tags.get(at).is_some_and(|tag| matches!(tag.class, Some(Class::Determiner | Class::Pronoun)))
    }

    /// « , et la ville a répondu »: a conjunction, a subject and its verb.
    fn coordinates_clause(&self, at: usize, end: usize) -> bool {
        self.tags[at].role == Some(Role::Coordinator) && self.has_subject_and_verb(at + 1, end)
    }

    /// « et a répondu »: a conjunction and a verb with the subject of the clause before.
    fn shares_subject(&self, at: usize, end: usize) -> bool {
        let small =
            |tag: &Tag| matches!(tag.role, Some(Role::Clitic | Role::Negation)) || tag.class == Some(Class::Adverb);
        let verb = (at + 1..end.min(at + 5)).find(|&token| !small(&self.tags[token]));
        self.tags[at].role == Some(Role::Coordinator) && verb.is_some_and(|verb| self.tags[verb].finite)
    }

    /// « , qui a fait douze morts »: a relative clause that ends its sentence, apart from what it tells of.
    fn tells_of_its_own(&self, at: usize, end: usize) -> bool {
        let tag = &self.tags[at];
        let led = matches!(tag.class, Some(Class::Preposition | Class::Pronoun | Class::Determiner))
            || tag.role == Some(Role::Of);
        let pronoun = at + usize::from(led && tag.role != Some(Role::Relative));
        if pronoun >= end || self.tags[pronoun].role != Some(Role::Relative) {
            return false;
        }
        let Some(verb) = (pronoun + 1..end.min(pronoun + RELATIVE_REACH)).find(|&token| self.tags[token].finite) else {
            return false;
        };
        let comma = (verb + 1..end).find(|&token| self.tokens[token].fold == ",");
        comma.is_none_or(|comma| match self.tags.get(comma + 1).and_then(|next| next.role) {
            Some(Role::Relative) => true,
            Some(Role::Subordinator) => self.counts.stated(comma + 1, end),
            Some(Role::Coordinator) => self.coordinates_clause(comma + 1, end) || self.shares_subject(comma + 1, end),
            _ => false,
        })
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

    fn quoted(&self, at: usize) -> bool {
        let start = self.tokens[at].span.start;
        let quotations = &self.segmentation.quotations;
        let before = quotations.partition_point(|one| one.span.start < start);
        quotations[..before].iter().rev().take(3).any(|one| one.span.end > start)
    }
}
