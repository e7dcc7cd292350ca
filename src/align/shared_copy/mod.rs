//! Passages that two articles have word for word: copy of one agency's dispatch, as opposed to agreement.
//!
//! Two outlets that print the same dispatch do not confirm each other, so a reader must be told. [`tiles`] finds
//! the equal words; here each passage is judged. What both have between quotation marks is a quotation that both
//! chose, and proves no common copy. Names, offices, numbers and dates are what everyone writes alike; function words
//! hold no choice of words. So a passage is copy only where enough other words, outside quotation marks, are the same.
//!
//! Judged by hand on the 27 pairs of the development events: 17 passages in 6 pairs are taken for copy, 16 of them
//! from one dispatch, and one the set name of a mission, in a pair that shares two others. Ten words alone, whatever
//! they are, would add two lists of sums and one plain statement. On 117 pairs of articles of different events: none.

mod tiles;

use std::collections::BTreeMap;

use self::tiles::{Run, SHINGLE_WORDS, passages};
use super::Analysed;
use crate::lang::{Lexica, List};
use crate::text::{Span, TokenKind, strip_accents};

/// Fewest equal words of a copied passage.
const COPY_WORDS: usize = 10;
/// Fewest of them that tell something by themselves: no quotation, name, number, date or function word.
const COPY_TELLING_WORDS: usize = 4;
/// A passage shorter than this is copy only in company: two outlets do write the same dozen words by chance, but
/// not twice.
const LONE_COPY_WORDS: usize = 15;
/// Fewest words of a quotation that both chose to quote.
const QUOTATION_WORDS: usize = 5;

/// What two articles have word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedCopy {
    /// Number of the first article.
    pub a: usize,
    /// Number of the second article.
    pub b: usize,
    /// The passages, in the order of the first article.
    pub passages: Vec<CopiedPassage>,
    /// Share of the first article's words that stand in copied prose, 0 to 1.
    pub share_a: f64,
    /// Share of the second article's words that stand in copied prose, 0 to 1.
    pub share_b: f64,
    /// The news agency, where both credit the same.
    pub agency: Option<String>,
}

/// What a passage that two articles share is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// Prose, with the quotations in it: taken from a common source.
    Copy,
    /// Words of a speaker that both quote: each may have heard them.
    Quotation,
}

/// A passage that two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedPassage {
    /// What it is.
    pub kind: CopyKind,
    /// Where it stands in the first article.
    pub a: Span,
    /// Where it stands in the second article.
    pub b: Span,
    /// Each word that both have, in order.
    pub words: Vec<(Span, Span)>,
    /// What was edited between them; empty on the side that has nothing there.
    pub changes: Vec<(Span, Span)>,
}

impl SharedCopy {
    /// The words that a stretch of each article shares, where they are enough to be seen.
    pub(super) fn between(&self, a: Span, b: Span) -> Option<(CopyKind, Span, Span)> {
        let parts = self.passages.iter().filter(|passage| passage.a.overlaps(a) && passage.b.overlaps(b));
        let shared = parts.filter_map(|passage| {
            let mut inside = passage.words.iter().filter(|(one, other)| a.contains(*one) && b.contains(*other));
            let (first, words) = (*inside.next()?, inside.clone().count() + 1);
            let last = inside.next_back().copied().unwrap_or(first);
            let spans = (passage.kind, first.0.cover(last.0), first.1.cover(last.1));
            (words >= SHINGLE_WORDS).then_some((words, spans))
        });
        shared.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, spans)| spans)
    }
}

/// What each pair of articles has word for word; pairs that share nothing are left out.
pub fn find(articles: &[Analysed], lexica: &Lexica) -> Vec<SharedCopy> {
    let mut numbers = BTreeMap::new();
    let words: Vec<Words> = articles.iter().map(|it| Words::of(it, lexica, &mut numbers)).collect();
    let pairs = super::pairs_of(articles.len());
    pairs.filter_map(|(a, b)| of_pair((a, &articles[a], &words[a]), (b, &articles[b], &words[b]))).collect()
}

type Side<'a> = (usize, &'a Analysed, &'a Words);

fn of_pair(a: Side, b: Side) -> Option<SharedCopy> {
    let found = equal_passages(a, b);
    let mut passages: Vec<CopiedPassage> = found.iter().filter_map(|runs| judged(runs, a, b)).collect();
    if passages.iter().filter(|it| it.kind == CopyKind::Copy).count() == 1 {
        passages.retain(|it| it.kind == CopyKind::Quotation || it.words.len() >= LONE_COPY_WORDS);
    }
    let copied: usize = passages.iter().filter(|it| it.kind == CopyKind::Copy).map(|it| it.words.len()).sum();
    let share = |side: Side| copied as f64 / side.2.numbers.len().max(1) as f64;
    let agency = a.1.article.agency.as_ref().filter(|&agency| b.1.article.agency.as_ref() == Some(agency));
    let (share_a, share_b) = (share(a), share(b));
    let shared = SharedCopy { a: a.0, b: b.0, share_a, share_b, agency: agency.cloned(), passages };
    (!shared.passages.is_empty()).then_some(shared)
}

/// The passages whose words are equal, whichever article is called the first.
fn equal_passages(a: Side, b: Side) -> Vec<Vec<Run>> {
    if a.1.article.text <= b.1.article.text {
        return passages(&a.2.numbers, &b.2.numbers);
    }
    let mut found = passages(&b.2.numbers, &a.2.numbers);
    for run in found.iter_mut().flatten() {
        (run.a, run.b) = (run.b, run.a);
    }
    found.sort_by_key(|runs| runs[0].a);
    found
}

/// What a passage is, if it is anything but words that everyone writes alike.
fn judged(runs: &[Run], a: Side, b: Side) -> Option<CopiedPassage> {
    let pairs: Vec<(usize, usize)> =
        runs.iter().flat_map(|run| (0..run.words).map(|at| (run.a + at, run.b + at))).collect();
    let facts = |&(one, other): &(usize, usize)| (a.2.facts[one], b.2.facts[other]);
    let is_telling = |(one, other): (Facts, Facts)| one.telling && other.telling && !one.quoted && !other.quoted;
    let is_quoted = |(one, other): (Facts, Facts)| one.quoted && other.quoted;
    let telling = pairs.iter().filter(|pair| is_telling(facts(pair))).count();
    if pairs.len() >= COPY_WORDS && telling >= COPY_TELLING_WORDS {
        return passage(CopyKind::Copy, &pairs, a, b);
    }
    let quoted: Vec<(usize, usize)> = pairs.into_iter().filter(|pair| is_quoted(facts(pair))).collect();
    (quoted.len() >= QUOTATION_WORDS).then(|| passage(CopyKind::Quotation, &quoted, a, b)).flatten()
}

fn passage(kind: CopyKind, pairs: &[(usize, usize)], a: Side, b: Side) -> Option<CopiedPassage> {
    let words: Vec<(Span, Span)> = pairs.iter().map(|&(one, other)| (a.2.spans[one], b.2.spans[other])).collect();
    let (first, last) = (words.first()?, words.last()?);
    let edited = pairs.windows(2).filter(|two| two[1].0 - two[0].0 > 1 || two[1].1 - two[0].1 > 1);
    let changes = edited.map(|two| (a.2.between(two[0].0, two[1].0), b.2.between(two[0].1, two[1].1))).collect();
    Some(CopiedPassage { kind, a: first.0.cover(last.0), b: first.1.cover(last.1), changes, words })
}

/// The words and numbers of an article, without what outlets set otherwise: marks, blanks, capitals, accents.
struct Words {
    /// One number a spelling, the same in all articles.
    numbers: Vec<usize>,
    spans: Vec<Span>,
    facts: Vec<Facts>,
}

#[derive(Copy, Clone)]
struct Facts {
    /// Between quotation marks.
    quoted: bool,
    /// Chosen by the writer: no name, number, date or function word.
    telling: bool,
}

impl Words {
    fn of(analysed: &Analysed, lexica: &Lexica, known: &mut BTreeMap<String, usize>) -> Self {
        let functional = lexica.of(analysed.article.language).list(List::FunctionWords);
        let quotations = Cover::of(analysed.segmentation.quotations.iter().map(|it| it.inner));
        let claims = &analysed.claims.claims;
        let dates = claims.iter().flat_map(|claim| &claim.dates).map(|date| date.span);
        let quantities = claims.iter().flat_map(|claim| &claim.quantities).map(|quantity| quantity.span);
        let common = Cover::of(analysed.claims.mentions.iter().map(|it| it.span).chain(dates).chain(quantities));
        let mut words = Self { numbers: Vec::new(), spans: Vec::new(), facts: Vec::new() };
        for token in analysed.claims.tokens.iter().filter(|token| token.is_word()) {
            let (next, span) = (known.len(), token.span);
            words.numbers.push(*known.entry(strip_accents(&token.fold)).or_insert(next));
            words.spans.push(span);
            let name = token.is_capitalised(&analysed.article.text) || common.holds(span);
            let telling = token.kind == TokenKind::Word && !name && !functional.has(&token.fold);
            words.facts.push(Facts { quoted: quotations.holds(span), telling });
        }
        words
    }

    /// What stands between two words.
    fn between(&self, one: usize, other: usize) -> Span {
        match (self.spans[one + 1..other].first(), self.spans[one + 1..other].last()) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::new(self.spans[one].end, self.spans[one].end),
        }
    }
}

/// Stretches of a text, overlaps joined, in order.
struct Cover(Vec<Span>);

impl Cover {
    fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut sorted: Vec<Span> = spans.collect();
        sorted.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for span in sorted {
            match joined.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => *last = last.cover(span),
                None => joined.push(span),
            }
        }
        Self(joined)
    }

    fn holds(&self, span: Span) -> bool {
        let before = self.0.partition_point(|one| one.start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.0[at].contains(span))
    }
}
