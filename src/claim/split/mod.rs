//! Sentences and reports → claims: stretches small enough to be compared one to one.
//!
//! Every word goes to the narrowest report that holds it, to that report's frame, or to the author. What
//! belongs together in one sentence makes a claim; what would be a fragment stays with its frame. The
//! author's own sentences are cut where a coordinated clause or a share of a figure stands by itself.

mod clauses;

use self::clauses::{CLAUSE_WORDS, Counts};
use super::Report;
use crate::lang::{Class, Lexicon, Role, Tag};
use crate::segment::{Quotation, Segmentation, Sentence};
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
/// Words between a conjunction and the verb of a frame.
const FRAME_REACH: usize = 6;
/// Words below which a further sentence of a quotation stays with the one before it: « Oui. »
const SENTENCE_WORDS: usize = 3;

/// Quotations that may stand around a claim, innermost first.
const MOST_OPEN: usize = 6;

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
    tokens: &'a [Token],
    tags: &'a [Tag<'a>],
    segmentation: &'a Segmentation,
    lexicon: &'a Lexicon,
    reports: &'a [Report],
    /// The frame of each report, without the news that stands before it.
    frames: Vec<Option<Span>>,
    counts: Counts,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        tokens: &'a [Token],
        tags: &'a [Tag<'a>],
        segmentation: &'a Segmentation,
        lexicon: &'a Lexicon,
        reports: &'a [Report],
    ) -> Self {
        let frames = reports.iter().map(|report| report.frame).collect();
        let mut context =
            Self { tokens, tags, segmentation, lexicon, reports, frames, counts: Counts::of(tokens, tags) };
        context.frames = reports.iter().map(|report| context.frame_apart(report)).collect();
        context
    }
}

/// Cuts all sentences.
pub(super) fn cut(context: &Context) -> Vec<Piece> {
    let tokens = context.tokens;
    let owners = owners(context);
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
    for piece in &mut pieces {
        piece.span = context.balanced(piece.span);
    }
    pieces
}

/// The narrowest content or frame that holds each token; a frame counts as narrow as its content.
fn owners(context: &Context) -> Vec<Owner> {
    let (tokens, reports) = (context.tokens, context.reports);
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
        if let Some(frame) = context.frames[at] {
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

/// Gives loose words to the claim before or behind them in their sentence, if there is one.
fn take_in(pieces: &mut [Piece], span: Span, sentence: usize) -> bool {
    let next = pieces.partition_point(|piece| piece.span.start <= span.start);
    let (before, after) = pieces.split_at_mut(next);
    let here = |piece: &&mut Piece| piece.sentence == sentence;
    let Some(piece) = before.last_mut().filter(here).or_else(|| after.first_mut().filter(here)) else { return false };
    let beside = |frame: Span, claim: Span| !frame.overlaps(claim) && !frame.cover(span).overlaps(claim);
    if piece.report.is_some() && piece.frame.is_none_or(|frame| beside(frame, piece.span)) {
        piece.frame = Some(piece.frame.map_or(span, |frame| frame.cover(span)));
    } else {
        piece.span = piece.span.cover(span);
    }
    true
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
            frame: report.and_then(|at| self.frames[at]),
            continues: false,
        };
        if !runs.iter().any(|run| matches!(run.owner, Owner::Content(_))) {
            return self.unreported(runs, sentence).into_iter().map(|span| piece(span, None)).collect();
        }
        let mut pieces = Vec::new();
        for run in runs {
            match run.owner {
                Owner::Content(at) if self.counts.words(run.first, run.end) > 0 && self.stands_alone(run, at) => {
                    let statements = self.complements(run.first, run.end).into_iter().enumerate();
                    pieces.extend(
                        statements.map(|(number, span)| Piece { continues: number > 0, ..piece(span, Some(at)) }),
                    );
                }
                Owner::Author if self.says_enough(run) => {
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

    /// Without a quotation mark at its beginning or end that has its partner in another claim, or none.
    fn balanced(&self, mut span: Span) -> Span {
        let quotations = &self.segmentation.quotations;
        let first = quotations.partition_point(|one| one.span.start < span.start);
        let apart = |one: &&Quotation| !one.dashed && (one.unclosed || one.span.end > span.end);
        let opening = quotations.get(first).filter(|one| one.span.start == span.start).filter(apart);
        if let Some(opening) = opening.filter(|one| one.inner.start < span.end) {
            span.start = opening.inner.start;
        }
        let begun = first + usize::from(opening.is_some());
        let mut around = quotations[..begun].iter().rev().take(MOST_OPEN).filter(|one| !one.dashed);
        let closing = around.find(|one| (span.start..=span.end).contains(&one.span.end));
        let shorter = closing.map(|one| Span::new(span.start, one.inner.end.max(span.start)));
        shorter.filter(|shorter| self.words_in(*shorter) == self.words_in(span)).unwrap_or(span)
    }

    /// The frame of a report without a clause of its own before it: « La maire a signé l'arrêté | et promet que… »,
    /// "He left the party | but he acknowledged that…".
    fn frame_apart(&self, report: &Report) -> Option<Span> {
        let frame = report.frame?;
        let (first, end) = self.tokens_of(frame);
        let verb = report.verb.as_ref().map_or(first, |verb| self.tokens_of(verb.span).0).min(end);
        let small = |at: usize| {
            let tag = &self.tags[at];
            let grammar = matches!(tag.class, Some(Class::Adverb | Class::Auxiliary | Class::Pronoun));
            matches!(tag.role, Some(Role::Clitic | Role::Negation)) || (grammar && tag.role.is_none())
        };
        let before = (first..verb).rev().take(FRAME_REACH);
        let conjunction = before.into_iter().find(|&at| !small(at)).filter(|&at| {
            let coordinated = self.tags[at].role == Some(Role::Coordinator);
            coordinated && self.counts.stated(first, at) && self.counts.content(first, at) >= CLAUSE_WORDS
        });
        Some(conjunction.map_or(frame, |at| Span::new(self.tokens[at].span.start, frame.end)))
    }

    /// Whether what the author says beside a report stands apart from it.
    fn says_enough(&self, run: &Run) -> bool {
        let least = if self.counts.stated(run.first, run.end) { CLAUSE_WORDS } else { OWN_WORDS };
        self.counts.content(run.first, run.end) >= least
    }

    /// Words that no claim and no frame holds yet go to the claim beside them in their sentence, as its frame
    /// if it has none, or make one by themselves.
    fn complete(&self, pieces: &mut Vec<Piece>) {
        let mut held = vec![false; self.tokens.len()];
        for span in pieces.iter().flat_map(|piece| [Some(piece.span), piece.frame]).flatten() {
            let (first, end) = self.tokens_of(span);
            held[first..end].fill(true);
        }
        let mut apart: Vec<Piece> = Vec::new();
        let mut at = 0;
        for (number, sentence) in self.segmentation.sentences.iter().enumerate() {
            at = at.max(self.tokens.partition_point(|token| token.span.start < sentence.span.start));
            while let Some(first) = self.loose(&held, at, sentence.span.end) {
                let end = (first..held.len())
                    .find(|&token| held[token] || self.tokens[token].span.start >= sentence.span.end);
                at = end.unwrap_or(held.len());
                let span = self.without_parting(first, at);
                if !take_in(pieces, span, number) {
                    apart.push(Piece { span, sentence: number, report: None, frame: None, continues: false });
                }
            }
        }
        pieces.append(&mut apart);
        pieces.sort_by_key(|piece| piece.span.start);
    }

    /// The first word from token `from` on, before byte `until`, that nothing holds.
    fn loose(&self, held: &[bool], from: usize, until: usize) -> Option<usize> {
        let near = (from..held.len()).take_while(|&token| self.tokens[token].span.start < until);
        near.into_iter().find(|&token| !held[token] && self.tokens[token].is_word())
    }

    /// A sentence in which nothing is reported, though it may be all frame.
    fn unreported(&self, runs: &[Run], sentence: &Sentence) -> Vec<Span> {
        let framed = runs.iter().any(|run| matches!(run.owner, Owner::Frame(_)));
        let words: usize = runs.iter().map(|run| self.counts.content(run.first, run.end)).sum();
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
        let (first, end) = self.tokens_of(span);
        self.counts.words(first, end)
    }

    /// The tokens that a span holds whole.
    fn tokens_of(&self, span: Span) -> (usize, usize) {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        (first, end.max(first))
    }

    /// What is left of an outer report beside an inner one must state something; a whole content always stands.
    fn stands_alone(&self, run: &Run, at: usize) -> bool {
        let content = self.reports[at].content;
        let first = self.reports.partition_point(|one| one.content.start < content.start);
        let near = self.reports[first..].iter().take_while(|one| one.content.start < content.end);
        let inner = near.into_iter().any(|one| content.contains(one.content) && one.content != content);
        let least = if self.counts.stated(run.first, run.end) { OWN_WORDS / 2 } else { OWN_WORDS };
        !inner || self.counts.content(run.first, run.end) >= least
    }

    /// A frame that says much more than who speaks is news itself: « Deux avocats, arrivés lundi dans la ville
    /// après un long voyage, ont dit que… ».
    fn states_news(&self, run: &Run, at: usize) -> bool {
        let named = self.reports[at].mention.map_or(0, |mention| {
            let (first, end) = self.tokens_of(mention);
            self.counts.content(first, end)
        });
        self.counts.content(run.first, run.end) >= named + NEWS_WORDS
    }

    /// A frame that opens with news of its own: « Au cours d'un entretien avec son homologue, il a dit que ».
    fn circumstance(&self, run: &Run, at: usize) -> Option<Span> {
        let mention = self.reports[at].mention?;
        let before = (run.first..run.end).take_while(|&token| self.tokens[token].span.start < mention.start);
        let comma = before.filter(|&token| self.tokens[token].fold == ",").last()?;
        let span = self.without_parting(run.first, comma);
        (self.counts.content(run.first, comma) >= OWN_WORDS).then_some(span)
    }

    /// The span of tokens, parting marks at its end left out.
    fn without_parting(&self, first: usize, end: usize) -> Span {
        let last = (first..end).rev().find(|&at| !is_parting(&self.tokens[at])).unwrap_or(first);
        Span::new(self.tokens[first].span.start, self.tokens[last].span.end)
    }
}
