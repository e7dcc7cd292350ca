//! Sentences and reports → claims: stretches small enough to be compared one to one.
//!
//! Every word goes to the narrowest report that holds it, to that report's frame, or to the author. What
//! belongs together in one sentence makes a claim; what would be a fragment stays with its frame. The
//! author's own sentences are cut where a coordinated clause or a share of a figure stands by itself.

mod clauses;

use super::Report;
use crate::lang::{Lexicon, Tag};
use crate::segment::{Segmentation, Sentence};
use crate::text::{Span, Token};

/// A claim to be: where it stands and which report it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) sentence: usize,
    pub(super) report: Option<usize>,
    pub(super) frame: Option<Span>,
    pub(super) continues: bool,
}

/// Content words a stretch of the author's must have to stand apart from a report beside it.
const OWN_WORDS: usize = 4;
/// Content words beyond its speaker from which a reporting frame is news itself: a verb, to whom and where take fewer.
const NEWS_WORDS: usize = 6;
/// Words below which a further sentence of a quotation stays with the one before it: « Oui. »
const SENTENCE_WORDS: usize = 3;

/// Whose a token is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Owner {
    Author,
    Content(usize),
    Frame(usize),
}

/// A run of tokens of one owner in one sentence.
#[derive(Copy, Clone, Debug)]
struct Run {
    owner: Owner,
    first: usize,
    end: usize,
}

/// What is cut.
pub(super) struct Context<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) tags: &'a [Tag<'a>],
    pub(super) segmentation: &'a Segmentation,
    pub(super) lexicon: &'a Lexicon,
    pub(super) reports: &'a [Report],
}

/// Cuts all sentences.
pub(super) fn cut(context: &Context) -> Vec<Piece> {
    let tokens = context.tokens;
    let owners = owners(tokens, context.reports);
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, sentence) in context.segmentation.sentences.iter().enumerate() {
        let first = tokens.partition_point(|token| token.span.start < sentence.span.start);
        let end = tokens.partition_point(|token| token.span.start < sentence.span.end);
        let runs = runs(&owners[first..end], tokens, first);
        for piece in context.in_sentence(&runs, sentence, number) {
            context.add(&mut pieces, piece);
        }
    }
    context.complete(&mut pieces);
    pieces
}

/// The narrowest content or frame that holds each token; a frame counts as narrow as its content.
fn owners(tokens: &[Token], reports: &[Report]) -> Vec<Owner> {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse((reports[at].content.len(), at)));
    let mut owners = vec![Owner::Author; tokens.len()];
    let mut fill = |span: Span, owner: Owner| {
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let end = tokens.partition_point(|token| token.span.end <= span.end);
        owners[first..end.max(first)].fill(owner);
    };
    for at in order {
        fill(reports[at].content, Owner::Content(at));
        if let Some(frame) = reports[at].frame {
            fill(frame, Owner::Frame(at));
        }
    }
    owners
}

/// Runs of one owner. Marks go with the run before them.
fn runs(owners: &[Owner], tokens: &[Token], offset: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, &owner) in owners.iter().enumerate() {
        let at = at + offset;
        match runs.last_mut() {
            Some(run) if run.owner == owner || (!tokens[at].is_word() && owner == Owner::Author) => run.end = at + 1,
            _ => runs.push(Run { owner, first: at, end: at + 1 }),
        }
    }
    runs
}

/// Marks that part a claim from what follows and belong to neither.
fn is_parting(token: &Token) -> bool {
    matches!(token.fold.as_str(), "," | ";" | ":" | "-")
}

impl Context<'_> {
    fn in_sentence(&self, runs: &[Run], sentence: &Sentence, number: usize) -> Vec<Piece> {
        let piece = |span: Span, report: Option<usize>| Piece {
            span,
            sentence: number,
            report,
            frame: report.and_then(|at| self.reports[at].frame),
            continues: false,
        };
        if !runs.iter().any(|run| matches!(run.owner, Owner::Content(_))) {
            return self.unreported(runs, sentence).into_iter().map(|span| piece(span, None)).collect();
        }
        let mut pieces = Vec::new();
        for run in runs {
            match run.owner {
                Owner::Content(at) if self.stands_alone(run, at) => {
                    let statements = self.complements(run.first, run.end).into_iter().enumerate();
                    pieces.extend(
                        statements.map(|(number, span)| Piece { continues: number > 0, ..piece(span, Some(at)) }),
                    );
                }
                Owner::Author if self.content_words(run.first, run.end) >= OWN_WORDS => {
                    pieces.extend(self.clauses(run.first, run.end).into_iter().map(|span| piece(span, None)));
                }
                Owner::Frame(at) if self.states_news(run, at) => {
                    pieces.push(piece(self.without_parting(run.first, run.end), None));
                }
                Owner::Frame(at) => pieces.extend(self.circumstance(run, at).map(|span| piece(span, None))),
                Owner::Content(_) | Owner::Author => {}
            }
        }
        pieces
    }

    /// Words that no claim and no frame holds yet go to the claim beside them in their sentence, as its frame
    /// if it has none, or make one by themselves.
    fn complete(&self, pieces: &mut Vec<Piece>) {
        let mut held = vec![false; self.tokens.len()];
        for span in pieces.iter().flat_map(|piece| [Some(piece.span), piece.frame]).flatten() {
            let first = self.tokens.partition_point(|token| token.span.start < span.start);
            let end = self.tokens.partition_point(|token| token.span.end <= span.end);
            held[first..end.max(first)].fill(true);
        }
        let mut at = 0;
        for (number, sentence) in self.segmentation.sentences.iter().enumerate() {
            while let Some(first) = self.loose(&held, at, sentence.span.end) {
                let end = (first..held.len())
                    .find(|&token| held[token] || self.tokens[token].span.start >= sentence.span.end);
                at = end.unwrap_or(held.len());
                Self::take_in(pieces, self.without_parting(first, at), number);
            }
        }
    }

    /// The first word from token `from` on, before byte `until`, that nothing holds.
    fn loose(&self, held: &[bool], from: usize, until: usize) -> Option<usize> {
        let near = (from..held.len()).take_while(|&token| self.tokens[token].span.start < until);
        near.into_iter().find(|&token| !held[token] && self.tokens[token].is_word())
    }

    fn take_in(pieces: &mut Vec<Piece>, span: Span, sentence: usize) {
        let next = pieces.partition_point(|piece| piece.span.start <= span.start);
        let here = |piece: &&mut Piece| piece.sentence == sentence;
        let beside = |frame: Span, claim: Span| !frame.overlaps(claim) && !frame.cover(span).overlaps(claim);
        let (before, after) = pieces.split_at_mut(next);
        let taker = before.last_mut().filter(here).or_else(|| after.first_mut().filter(here));
        match taker {
            Some(piece) if piece.report.is_some() && piece.frame.is_none_or(|frame| beside(frame, piece.span)) => {
                piece.frame = Some(piece.frame.map_or(span, |frame| frame.cover(span)));
            }
            Some(piece) => piece.span = piece.span.cover(span),
            None => pieces.insert(next, Piece { span, sentence, report: None, frame: None, continues: false }),
        }
    }

    /// A sentence in which nothing is reported, though it may be all frame.
    fn unreported(&self, runs: &[Run], sentence: &Sentence) -> Vec<Span> {
        let framed = runs.iter().any(|run| matches!(run.owner, Owner::Frame(_)));
        let words: usize = runs.iter().map(|run| self.content_words(run.first, run.end)).sum();
        match (runs.first(), runs.last()) {
            (Some(first), Some(last)) if !framed => self.clauses(first.first, last.end),
            _ if framed && words < OWN_WORDS => Vec::new(),
            _ => vec![sentence.span],
        }
    }

    /// Adds a piece; a further sentence of the same report goes on with it, a very short one joins it.
    fn add(&self, pieces: &mut Vec<Piece>, mut piece: Piece) {
        if let Some(last) = pieces.last_mut().filter(|last| last.report.is_some() && last.report == piece.report) {
            let short = |span: Span| self.words_in(span) < SENTENCE_WORDS;
            if !piece.continues && (short(piece.span) || short(last.span) || last.sentence == piece.sentence) {
                last.span.end = piece.span.end;
                return;
            }
            piece.continues = true;
        }
        pieces.push(piece);
    }

    fn words_in(&self, span: Span) -> usize {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        self.tokens[first..]
            .iter()
            .take_while(|token| token.span.end <= span.end)
            .filter(|token| token.is_word())
            .count()
    }

    /// What is left of an outer report beside an inner one must state something; a whole content always stands.
    fn stands_alone(&self, run: &Run, at: usize) -> bool {
        let content = self.reports[at].content;
        let first = self.reports.partition_point(|one| one.content.start < content.start);
        let near = self.reports[first..].iter().take_while(|one| one.content.start < content.end);
        let inner = near.into_iter().any(|one| content.contains(one.content) && one.content != content);
        let stated = (run.first..run.end).any(|at| self.tags[at].finite);
        let least = if stated { OWN_WORDS / 2 } else { OWN_WORDS };
        !inner || self.content_words(run.first, run.end) >= least
    }

    /// A frame that says much more than who speaks is news itself: « Deux avocats, arrivés lundi dans la ville
    /// après un long voyage, ont dit que… ».
    fn states_news(&self, run: &Run, at: usize) -> bool {
        let named = self.reports[at].mention.map_or(0, |mention| {
            let first = self.tokens.partition_point(|token| token.span.start < mention.start);
            let end = self.tokens.partition_point(|token| token.span.start < mention.end);
            self.content_words(first, end)
        });
        self.content_words(run.first, run.end) >= named + NEWS_WORDS
    }

    /// A frame that opens with news of its own: « Au cours d'un entretien avec son homologue, il a dit que ».
    fn circumstance(&self, run: &Run, at: usize) -> Option<Span> {
        let mention = self.reports[at].mention?;
        let before = (run.first..run.end).take_while(|&token| self.tokens[token].span.start < mention.start);
        let comma = before.filter(|&token| self.tokens[token].fold == ",").last()?;
        let span = self.without_parting(run.first, comma);
        (self.content_words(run.first, comma) >= OWN_WORDS).then_some(span)
    }

    /// The span of tokens, parting marks at its end left out.
    fn without_parting(&self, first: usize, end: usize) -> Span {
        let last = (first..end).rev().find(|&at| !is_parting(&self.tokens[at])).unwrap_or(first);
        Span::new(self.tokens[first].span.start, self.tokens[last].span.end)
    }

    /// Words that carry content.
    fn content_words(&self, first: usize, end: usize) -> usize {
        let carries =
            |at: &usize| self.tokens[*at].is_word() && self.tags[*at].class.is_none() && self.tags[*at].role.is_none();
        (first..end).filter(carries).count()
    }
}
