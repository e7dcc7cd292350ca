//! Sentences and reports → claims: stretches small enough to be compared one to one.
//!
//! Every word goes to the narrowest report that holds it, to that report's frame, or to the author. What
//! belongs together in one sentence makes a claim; what would be a fragment stays with its frame.

use super::Report;
use crate::lang::Tag;
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

/// Cuts all sentences.
pub(super) fn cut(tokens: &[Token], tags: &[Tag], segmentation: &Segmentation, reports: &[Report]) -> Vec<Piece> {
    let owners = owners(tokens, reports);
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, sentence) in segmentation.sentences.iter().enumerate() {
        let first = tokens.partition_point(|token| token.span.start < sentence.span.start);
        let end = tokens.partition_point(|token| token.span.start < sentence.span.end);
        let runs = runs(&owners[first..end], tokens, first);
        for piece in in_sentence(&runs, tokens, tags, sentence, number, reports) {
            add(&mut pieces, piece, tokens);
        }
    }
    pieces
}

/// Adds a piece; a further sentence of the same report goes on with it, a very short one joins it.
fn add(pieces: &mut Vec<Piece>, mut piece: Piece, tokens: &[Token]) {
    if let Some(last) = pieces.last_mut().filter(|last| last.report.is_some() && last.report == piece.report) {
        let short = |span: Span| words_in(tokens, span) < SENTENCE_WORDS;
        if short(piece.span) || short(last.span) || last.sentence == piece.sentence {
            last.span.end = piece.span.end;
            return;
        }
        piece.continues = true;
    }
    pieces.push(piece);
}

fn words_in(tokens: &[Token], span: Span) -> usize {
    let first = tokens.partition_point(|token| token.span.start < span.start);
    tokens[first..].iter().take_while(|token| token.span.end <= span.end).filter(|token| token.is_word()).count()
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

fn in_sentence(
    runs: &[Run],
    tokens: &[Token],
    tags: &[Tag],
    sentence: &Sentence,
    number: usize,
    reports: &[Report],
) -> Vec<Piece> {
    let piece = |span: Span, report: Option<usize>| Piece {
        span,
        sentence: number,
        report,
        frame: report.and_then(|at| reports[at].frame),
        continues: false,
    };
    let reported = runs.iter().any(|run| matches!(run.owner, Owner::Content(_)));
    if !reported {
        let framed = runs.iter().any(|run| matches!(run.owner, Owner::Frame(_)));
        let own = runs.iter().map(|run| content_words(tokens, tags, run.first, run.end)).sum::<usize>() >= OWN_WORDS;
        return if framed && !own { Vec::new() } else { vec![piece(sentence.span, None)] };
    }
    let mut pieces = Vec::new();
    for run in runs {
        let last = (run.first..run.end).rev().find(|&at| !is_parting(&tokens[at])).unwrap_or(run.first);
        let span = Span::new(tokens[run.first].span.start, tokens[last].span.end);
        match run.owner {
            Owner::Content(at) if stands_alone(tokens, tags, run, reports, at) => pieces.push(piece(span, Some(at))),
            Owner::Author if content_words(tokens, tags, run.first, run.end) >= OWN_WORDS => {
                pieces.push(piece(span, None));
            }
            Owner::Frame(at) => {
                pieces.extend(circumstance(run, tokens, tags, reports, at).map(|span| piece(span, None)));
            }
            Owner::Content(_) | Owner::Author => {}
        }
    }
    pieces
}

/// Marks that part a claim from what follows and belong to neither.
fn is_parting(token: &Token) -> bool {
    matches!(token.fold.as_str(), "," | ";" | ":" | "-")
}

/// What is left of an outer report beside an inner one must state something; a whole content always stands.
fn stands_alone(tokens: &[Token], tags: &[Tag], run: &Run, reports: &[Report], at: usize) -> bool {
    let content = reports[at].content;
    let inner = reports
        .iter()
        .enumerate()
        .any(|(other, one)| other != at && content.contains(one.content) && one.content != content);
    !inner || (content_words(tokens, tags, run.first, run.end) >= OWN_WORDS)
}

/// A frame that opens with news of its own: « Au cours d'un entretien avec son homologue, il a dit que ».
fn circumstance(run: &Run, tokens: &[Token], tags: &[Tag], reports: &[Report], at: usize) -> Option<Span> {
    let mention = reports[at].mention?;
    let comma = (run.first..run.end)
        .take_while(|&token| tokens[token].span.start < mention.start)
        .filter(|&token| tokens[token].fold == ",")
        .last()?;
    let span = Span::new(tokens[run.first].span.start, tokens[comma].span.start);
    (content_words(tokens, tags, run.first, comma) >= OWN_WORDS).then_some(span)
}

/// Words that carry content.
fn content_words(tokens: &[Token], tags: &[Tag], first: usize, end: usize) -> usize {
    (first..end).filter(|&at| tokens[at].is_word() && tags[at].class.is_none() && tags[at].role.is_none()).count()
}
