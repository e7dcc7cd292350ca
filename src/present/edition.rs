//! Two articles of a comparison as a reader sees them side by side, in no language yet.
//!
//! A *shared claim* is usually one claim on each side, sometimes one that the other outlet tells in two
//! places. It carries a number, counted in the reading order of the first article. A *pair* is one link.

use std::collections::{BTreeMap, BTreeSet};

use super::runs::{MarkSpan, blocks};
use super::{HighlightKind, Piece, TextBlock};
use crate::exchange::contract::{Alignment, Article, Claim, Document, SharedCopy};

/// What is known of an outlet and its article beyond its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct SourceFacts {
    /// Where it is published.
    pub country: Option<String>,
    /// Who owns it, as a neutral fact.
    pub ownership: Option<String>,
}

/// One of the two articles shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// `A`, `B`…: the letter it keeps in every view.
    pub letter: char,
    /// Number of the article in the document.
    pub article: usize,
    /// Who published it; the letter where nobody knows.
    pub outlet: String,
    /// Its text with claims and marks.
    pub blocks: Vec<TextBlock>,
    /// Its claims, in order.
    pub claims: Vec<ClaimAt>,
    /// The text letter by letter: what places of the contract count.
    letters: Vec<char>,
    /// The type of each mark, in order.
    pub mark_kinds: Vec<HighlightKind>,
}

/// A claim in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimAt {
    /// Its number as a shared claim.
    pub number: Option<usize>,
    /// The pairs it belongs to, surest first.
    pub pairs: Vec<usize>,
    /// Its words.
    pub text: String,
}

/// A link between a claim of the first and one of the second source.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Number of the shared claim that each side belongs to: the same but for links across.
    pub numbers: [usize; 2],
    /// The claim in each source.
    pub claims: [usize; 2],
    /// Probability, 0 to 1.
    pub score: f64,
    /// Number of the link in the document.
    pub alignment: usize,
    /// The types of its differences.
    pub difference_kinds: Vec<HighlightKind>,
}

/// What both tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its number, from 1.
    pub number: usize,
    /// The claims that tell it, in each source.
    pub claims: [Vec<usize>; 2],
    /// The pairs inside it, in reading order of the first source.
    pub pairs: Vec<usize>,
}

/// What one tells alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Lone {
    /// Which source tells it: 0 or 1.
    pub source: usize,
    /// The claim.
    pub claim: usize,
    /// The nearest claim of the other source and its score.
    pub nearest: Option<(usize, f64)>,
    /// Whether it dates from after the other article.
    pub later: bool,
}

/// What the reader looks at.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A pair, by number.
    Pair(usize),
    /// A claim of one source that has no counterpart.
    Lone {
        /// 0 or 1.
        source: usize,
        /// The claim.
        claim: usize,
    },
}

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// What it was made from.
    pub document: Document,
    /// First and second source.
    pub sources: [Source; 2],
    /// Links, in the order of their numbers.
    pub pairs: Vec<Pair>,
    /// What both tell, by number.
    pub shared: Vec<Shared>,
    /// What each tells alone, in order.
    pub only: [Vec<Lone>; 2],
}

impl Edition {
    /// Lays two articles of `document` side by side.
    ///
    /// # Panics
    /// If the document has no such articles: a comparison has at least two.
    pub fn new(document: Document, shown: [usize; 2]) -> Self {
        let places = Places::of(&document, shown);
        let links = places.links(&document);
        let shared = number(&document, &links);
        let pairs = pairs(&document, &links, &shared);
        let sources = [0, 1].map(|side| source(&document, shown, side, &pairs, &links, &shared));
        let shared = shared.into_iter().map(|shared| with_pairs(shared, &pairs)).collect();
        let only = [0, 1].map(|side| places.only(&document, side, &sources[side]));
        Self { document, sources, pairs, shared, only }
    }

    /// The contract's record of a claim.
    pub fn claim(&self, source: usize, claim: usize) -> &Claim {
        &self.article(source).claims[claim]
    }

    /// The text of a claim with its marks.
    pub fn pieces(&self, source: usize, claim: usize) -> Vec<Piece> {
        let stretches = self.sources[source].blocks.iter().flat_map(|block| &block.stretches);
        stretches.filter(|stretch| stretch.claim == Some(claim)).flat_map(|stretch| stretch.pieces.clone()).collect()
    }

    /// The claim of `source` that `selection` is about.
    pub fn claim_of(&self, selection: Option<Selection>, source: usize) -> Option<usize> {
        match selection? {
            Selection::Pair(pair) => self.pairs.get(pair).map(|pair| pair.claims[source]),
            Selection::Lone { source: of, claim } => (of == source).then_some(claim),
        }
    }

    /// The articles shown, as numbers in the document.
    pub const fn shown(&self) -> [usize; 2] {
        [self.sources[0].article, self.sources[1].article]
    }

    /// The languages of the articles shown, as the contract names them.
    pub fn languages(&self) -> BTreeSet<&str> {
        [0, 1].into_iter().map(|side| self.article(side).lang.as_str()).collect()
    }

    /// The contract's record of a source.
    pub fn article(&self, source: usize) -> &Article {
        &self.document.articles[self.sources[source].article]
    }

    /// The text of a source letter by letter.
    pub fn letters(&self, source: usize) -> &[char] {
        &self.sources[source].letters
    }

    /// The contract's record of a pair.
    pub fn alignment(&self, pair: usize) -> &Alignment {
        &self.document.alignments[self.pairs[pair].alignment]
    }

    /// What choosing a claim shows: its surest pair, or the claim alone.
    pub fn selection_of(&self, source: usize, claim: usize) -> Selection {
        let pairs = &self.sources[source].claims[claim].pairs;
        pairs.first().map_or(Selection::Lone { source, claim }, |pair| Selection::Pair(*pair))
    }

    /// What leads to one of these claims in the texts shown: the surest pair among them, or the first of them.
    pub fn selection_among(&self, ids: &[String]) -> Option<Selection> {
        let has = |source: usize, claim: usize| ids.contains(&self.claim(source, claim).id);
        let among =
            (0..self.pairs.len()).filter(|at| [0, 1].iter().all(|&side| has(side, self.pairs[*at].claims[side])));
        let surest =
            among.max_by(|one, other| self.pairs[*one].score.total_cmp(&self.pairs[*other].score).then(other.cmp(one)));
        let first = || {
            ids.iter().find_map(|id| {
                let place =
                    |source: usize| Some((source, self.article(source).claims.iter().position(|it| it.id == *id)?));
                let (source, claim) = place(0).or_else(|| place(1))?;
                Some(self.selection_of(source, claim))
            })
        };
        surest.map(Selection::Pair).or_else(first)
    }

    /// The article that has the first of these claims, where it is not shown.
    pub fn article_to_show(&self, ids: &[String]) -> Option<usize> {
        let first = ids.first()?;
        let has = |article: &Article| article.claims.iter().any(|claim| claim.id == *first);
        self.document.articles.iter().position(has).filter(|article| !self.shown().contains(article))
    }

    /// Ids of the claims that a selection is about.
    pub fn claim_ids(&self, selection: Option<Selection>) -> Vec<String> {
        let id = |source: usize| Some(self.claim(source, self.claim_of(selection, source)?).id.clone());
        [0, 1].into_iter().filter_map(id).collect()
    }

    /// The pair `step` further on (−1: back), round the ends; the first one where nothing is chosen.
    pub fn step(&self, from: Option<Selection>, step: isize) -> Option<Selection> {
        let count = isize::try_from(self.pairs.len()).ok().filter(|count| *count > 0)?;
        let at = match from {
            Some(Selection::Pair(pair)) => (isize::try_from(pair).unwrap_or(0) + step).rem_euclid(count),
            _ if step < 0 => count - 1,
            _ => 0,
        };
        usize::try_from(at).ok().map(Selection::Pair)
    }
}

/// Claim id → source and claim.
struct Places {
    at: BTreeMap<String, (usize, usize)>,
    ids: [String; 2],
}

/// `[claim in A, claim in B]` and the alignment's number.
type Link = ([usize; 2], usize);

impl Places {
    fn of(document: &Document, shown: [usize; 2]) -> Self {
        let claims = |side: usize| {
            let claims = document.articles[shown[side]].claims.iter().enumerate();
            claims.map(move |(at, claim)| (claim.id.clone(), (side, at)))
        };
        let ids = shown.map(|article| document.articles[article].id.clone());
        Self { at: claims(0).chain(claims(1)).collect(), ids }
    }

    /// The links between the two sources, in reading order.
    fn links(&self, document: &Document) -> Vec<Link> {
        let place = |id: &str| self.at.get(id).copied();
        let link = |(number, it): (usize, &Alignment)| match (place(&it.a)?, place(&it.b)?) {
            ((0, a), (1, b)) | ((1, b), (0, a)) => Some(([a, b], number)),
            _ => None,
        };
        let mut links: Vec<Link> = document.alignments.iter().enumerate().filter_map(link).collect();
        links.sort_by_key(|(claims, _)| *claims);
        links
    }

    fn only(&self, document: &Document, side: usize, source: &Source) -> Vec<Lone> {
        let missing_in = &self.ids[1 - side];
        let lone = |only: &crate::exchange::contract::Only| {
            let (of, claim) = *self.at.get(&only.claim)?;
            let nearest = only.nearest.as_ref().and_then(|id| self.at.get(id)).map(|(_, at)| *at);
            let nearest = nearest.zip(only.nearest_score);
            (of == side && only.missing_in == *missing_in).then_some(Lone {
                source: side,
                claim,
                nearest,
                later: only.later,
            })
        };
        let mut all: Vec<Lone> = document.only.iter().filter_map(lone).collect();
        all.retain(|lone| source.claims[lone.claim].pairs.is_empty());
        all.sort_by_key(|lone| lone.claim);
        all
    }
}

/// Gives each shared claim its number, in reading order of the first article.
///
/// The surest links whose claims are both still free make the shared claims; a claim left over joins the
/// shared claim of its surest partner. So one doubtful link never melts two shared claims into one.
fn number(document: &Document, links: &[Link]) -> Vec<Shared> {
    let score = |link: &Link| document.alignments[link.1].score;
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by(|one, other| score(&links[*other]).total_cmp(&score(&links[*one])).then(one.cmp(other)));
    let mut groups: Vec<[BTreeSet<usize>; 2]> = Vec::new();
    let mut of: [BTreeMap<usize, usize>; 2] = Default::default();
    for at in &order {
        let [a, b] = links[*at].0;
        if !of[0].contains_key(&a) && !of[1].contains_key(&b) {
            of[0].insert(a, groups.len());
            of[1].insert(b, groups.len());
            groups.push([BTreeSet::from([a]), BTreeSet::from([b])]);
        }
    }
    for at in order {
        let claims = links[at].0;
        for (side, claim) in claims.into_iter().enumerate() {
            let partner = of[1 - side].get(&claims[1 - side]).copied();
            if let (false, Some(group)) = (of[side].contains_key(&claim), partner) {
                of[side].insert(claim, group);
                groups[group][side].insert(claim);
            }
        }
    }
    groups.sort_by(|one, other| one[0].iter().cmp(other[0].iter()));
    let shared = |(at, claims): (usize, [BTreeSet<usize>; 2])| Shared {
        number: at + 1,
        claims: claims.map(|claims| claims.into_iter().collect()),
        pairs: Vec::new(),
    };
    groups.into_iter().enumerate().map(shared).collect()
}

/// The number of the shared claim that a claim belongs to.
fn number_of(shared: &[Shared], side: usize, claim: usize) -> usize {
    shared.iter().find(|shared| shared.claims[side].contains(&claim)).map_or(0, |shared| shared.number)
}

fn pairs(document: &Document, links: &[Link], shared: &[Shared]) -> Vec<Pair> {
    let pair = |(claims, alignment): &Link| {
        let record = &document.alignments[*alignment];
        let numbers = [0, 1].map(|side| number_of(shared, side, claims[side]));
        let kinds = record.differences.iter().filter_map(|difference| HighlightKind::named(&difference.kind));
        Pair { numbers, claims: *claims, score: record.score, alignment: *alignment, difference_kinds: kinds.collect() }
    };
    let mut out: Vec<Pair> = links.iter().map(pair).collect();
    out.sort_by_key(|pair| (pair.numbers[0], pair.claims));
    out
}

fn with_pairs(mut shared: Shared, pairs: &[Pair]) -> Shared {
    shared.pairs = (0..pairs.len()).filter(|at| pairs[*at].numbers.contains(&shared.number)).collect();
    shared
}

fn source(
    document: &Document,
    shown: [usize; 2],
    side: usize,
    pairs: &[Pair],
    links: &[Link],
    shared: &[Shared],
) -> Source {
    let article = shown[side];
    let record = &document.articles[article];
    let letter = char::from(b'A' + u8::try_from(article % 26).unwrap_or(0));
    let other = &document.articles[shown[1 - side]];
    let marks = marks(document, [record, other], side, links);
    let claim_at = |(at, claim): (usize, &Claim)| {
        let mut mine: Vec<usize> = (0..pairs.len()).filter(|pair| pairs[*pair].claims[side] == at).collect();
        mine.sort_by(|one, other| pairs[*other].score.total_cmp(&pairs[*one].score));
        ClaimAt { number: mine.first().map(|_| number_of(shared, side, at)), pairs: mine, text: claim.text.clone() }
    };
    Source {
        letter,
        article,
        outlet: record.outlet.clone().unwrap_or_else(|| letter.to_string()),
        blocks: blocks(record, &marks),
        letters: record.text.chars().collect(),
        claims: record.claims.iter().enumerate().map(claim_at).collect(),
        mark_kinds: marks.iter().map(|mark| mark.kind).collect(),
    }
}

/// The article's own marks, the words that differences of its pairs point at, and the prose it has word for word with
/// the other article.
fn marks(document: &Document, [article, other]: [&Article; 2], side: usize, links: &[Link]) -> Vec<MarkSpan> {
    let letters: Vec<char> = article.text.chars().collect();
    let own = article.markers.iter().map(|marker| (marker.start, marker.end, marker.kind.as_str()));
    let paired =
        links.iter().flat_map(|(_, alignment)| &document.alignments[*alignment].differences).filter_map(|difference| {
            let words = if side == 0 { &difference.a } else { &difference.b };
            Some((words.start?, words.end?, difference.kind.as_str()))
        });
    let span = |(start, end, kind): (usize, usize, &str)| {
        let kind = HighlightKind::named(kind)
            .filter(|kind| kind.is_in_text() && *kind != HighlightKind::Only && start < end)?;
        let (start, end) =
            if kind == HighlightKind::Distance { with_quotes(&letters, start, end) } else { (start, end) };
        Some(MarkSpan { start, end, kind })
    };
    let copied = copied(document, &article.id, &other.id);
    let mut all: Vec<MarkSpan> = own.chain(paired).chain(copied).filter_map(span).collect();
    all.sort_by_key(|mark| (mark.start, mark.end, mark.kind));
    all.dedup();
    all
}

/// Where an article has prose word for word with another one; quotations that both give are no copy.
fn copied<'a>(document: &'a Document, id: &'a str, other: &'a str) -> impl Iterator<Item = (usize, usize, &'a str)> {
    let of_both = move |shared: &&SharedCopy| [(id, other), (other, id)].contains(&(&*shared.a, &*shared.b));
    document
        .shared_copy
        .iter()
        .filter(of_both)
        .flat_map(move |shared| {
            let prose = shared.passages.iter().filter(|passage| passage.kind == HighlightKind::Copy.code());
            prose.map(move |passage| if shared.a == id { &passage.a } else { &passage.b })
        })
        .map(|words| (words.start, words.end, HighlightKind::Copy.code()))
}

/// Words between quotation marks, with those marks: a ring around both shows what keeps the distance.
fn with_quotes(letters: &[char], start: usize, end: usize) -> (usize, usize) {
    let is_quote = |c: &char| matches!(c, '«' | '»' | '“' | '”' | '"' | '‘' | '’' | '„');
    let blank = |at: usize| letters.get(at).is_some_and(|c| c.is_whitespace());
    let before = start.checked_sub(1).and_then(|at| if blank(at) { at.checked_sub(1) } else { Some(at) });
    let after = if blank(end) { end + 1 } else { end };
    match (before, letters.get(after)) {
        (Some(before), Some(close)) if letters.get(before).is_some_and(is_quote) && is_quote(close) => {
            (before, after + 1)
        }
        _ => (start, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::sample;

    #[test]
    fn shared_claims_are_numbered_and_the_rest_is_lone() {
        let edition = sample::edition();
        assert_eq!(edition.shared.len(), 1);
        assert_eq!(edition.sources[0].claims[1].number, Some(1));
        assert_eq!(edition.sources[1].claims[1].number, Some(1));
        let lone = |side: usize| edition.only[side].iter().map(|lone| lone.claim).collect::<Vec<_>>();
        assert_eq!((lone(0), lone(1)), (vec![0, 2], vec![0, 2]));
    }

    #[test]
    fn one_claim_told_in_two_places_keeps_one_number() {
        let mut document = sample::document();
        let mut second = document.alignments[0].clone();
        (second.b, second.score) = ("b2".into(), 0.7);
        document.alignments.push(second);
        let edition = Edition::new(document, [0, 1]);
        assert_eq!(edition.shared.len(), 1);
        assert_eq!(edition.shared[0].claims, [vec![1], vec![1, 2]]);
        assert_eq!(edition.selection_of(1, 2), Selection::Pair(1));
        assert_eq!(edition.only[1].len(), 1);
    }

    #[test]
    fn a_doubtful_link_does_not_melt_two_shared_claims() {
        let mut document = sample::document();
        let link = |a: &str, b: &str, score: f64| {
            let mut link = document.alignments[0].clone();
            (link.a, link.b, link.score) = (a.into(), b.into(), score);
            link
        };
        document.alignments = vec![link("a1", "b1", 0.9), link("a2", "b2", 0.8), link("a1", "b2", 0.5)];
        let edition = Edition::new(document, [0, 1]);
        assert_eq!(
            edition.shared.iter().map(|shared| shared.claims.clone()).collect::<Vec<_>>(),
            [[vec![1], vec![1]], [vec![2], vec![2]]]
        );
        assert_eq!(edition.pairs.iter().map(|pair| pair.numbers).collect::<Vec<_>>(), [[1, 1], [1, 2], [2, 2]]);
    }

    #[test]
    fn quotation_marks_belong_to_the_ring() {
        let letters: Vec<char> = "un « mot » dit".chars().collect();
        assert_eq!(with_quotes(&letters, 5, 8), (3, 10));
        assert_eq!(with_quotes(&letters, 0, 2), (0, 2));
    }

    #[test]
    fn steps_go_round() {
        let edition = sample::edition();
        assert_eq!(edition.step(None, 1), Some(Selection::Pair(0)));
        assert_eq!(edition.step(Some(Selection::Pair(0)), 1), Some(Selection::Pair(0)));
        assert_eq!(edition.step(Some(Selection::Lone { source: 0, claim: 0 }), -1), Some(Selection::Pair(0)));
    }
}
