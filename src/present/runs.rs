//! An article's text as blocks of pieces: each piece lies in at most one claim and under a fixed set of marks.
//!
//! Claims and marks may overlap in any way; the text is cut at each of their ends, so that drawing needs no
//! nesting of its own. Offsets in the contract are code points; here they become slices.

use super::HighlightKind;
use crate::exchange::contract::Article;

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// `title`, `lead`, `heading` or `paragraph`.
    pub kind: String,
    /// Its text, in order.
    pub stretches: Vec<Stretch>,
}

/// Text of one claim, or text between claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Number of the claim in its article.
    pub claim: Option<usize>,
    /// Whether the claim begins here rather than going on after another one inside it.
    pub opens: bool,
    /// Its text, in order.
    pub pieces: Vec<Piece>,
}

/// Text under the same marks throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Marks over it: type and number of the mark in its article.
    pub marks: Vec<(HighlightKind, usize)>,
    /// Marks that end with this piece: where a type draws a sign after the words.
    pub ends: Vec<HighlightKind>,
}

/// Words under a mark, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkSpan {
    pub start: usize,
    pub end: usize,
    pub kind: HighlightKind,
}

/// The blocks of `article` with its claims and `marks`.
pub(super) fn blocks(article: &Article, marks: &[MarkSpan]) -> Vec<TextBlock> {
    let bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
    let length = bytes.len() - 1;
    let whole = [(0, length, "paragraph")];
    let spans: Vec<(usize, usize, &str)> = if article.blocks.is_empty() {
        whole.to_vec()
    } else {
        article.blocks.iter().map(|block| (block.start, block.end, block.kind.as_str())).collect()
    };
    let mut opened = vec![false; article.claims.len()];
    spans
        .into_iter()
        .map(|(start, end, kind)| {
            let cut = Cut { article, marks, bytes: &bytes };
            let stretches = cut.stretches(start.min(length), end.min(length), &mut opened);
            TextBlock { kind: kind.to_string(), stretches }
        })
        .collect()
}

struct Cut<'a> {
    article: &'a Article,
    marks: &'a [MarkSpan],
    bytes: &'a [usize],
}

impl Cut<'_> {
    fn stretches(&self, start: usize, end: usize, opened: &mut [bool]) -> Vec<Stretch> {
        let claims: Vec<usize> = self.overlapping(start, end);
        let marks: Vec<usize> =
            (0..self.marks.len()).filter(|at| hits(self.marks[*at].start, self.marks[*at].end, start, end)).collect();
        let mut out: Vec<Stretch> = Vec::new();
        for pair in self.ends(start, end, &claims, &marks).windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let claim = self.innermost(&claims, from, to);
            let piece = self.piece(&marks, from, to);
            match out.last_mut() {
                Some(last) if last.claim == claim => last.pieces.push(piece),
                _ => {
                    let opens = claim.is_some_and(|claim| !std::mem::replace(&mut opened[claim], true));
                    out.push(Stretch { claim, opens, pieces: vec![piece] });
                }
            }
        }
        out
    }

    fn overlapping(&self, start: usize, end: usize) -> Vec<usize> {
        let claims = self.article.claims.iter().enumerate();
        claims.filter(|(_, claim)| hits(claim.start, claim.end, start, end)).map(|(at, _)| at).collect()
    }

    /// Every place where a claim or a mark begins or ends inside the block.
    fn ends(&self, start: usize, end: usize, claims: &[usize], marks: &[usize]) -> Vec<usize> {
        let of_claims = claims.iter().flat_map(|at| [self.article.claims[*at].start, self.article.claims[*at].end]);
        let of_marks = marks.iter().flat_map(|at| [self.marks[*at].start, self.marks[*at].end]);
        let inside = of_claims.chain(of_marks).filter(|at| (start..=end).contains(at));
        let mut ends: Vec<usize> = inside.chain([start, end]).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// The shortest claim that holds the piece: a quotation inside a sentence wins over the sentence.
    fn innermost(&self, claims: &[usize], from: usize, to: usize) -> Option<usize> {
        let holding = claims.iter().copied().filter(|at| holds(&self.article.claims[*at], from, to));
        holding.min_by_key(|at| self.article.claims[*at].end - self.article.claims[*at].start)
    }

    fn piece(&self, marks: &[usize], from: usize, to: usize) -> Piece {
        let over: Vec<usize> =
            marks.iter().copied().filter(|at| self.marks[*at].start <= from && to <= self.marks[*at].end).collect();
        let mut kinds: Vec<(HighlightKind, usize)> = over.iter().map(|at| (self.marks[*at].kind, *at)).collect();
        kinds.sort_unstable();
        kinds.dedup_by_key(|(kind, _)| *kind);
        let ends = over.iter().filter(|at| self.marks[**at].end == to).map(|at| self.marks[*at].kind).collect();
        Piece { text: self.article.text[self.bytes[from]..self.bytes[to]].to_string(), marks: kinds, ends }
    }
}

fn hits(start: usize, end: usize, from: usize, to: usize) -> bool {
    start < to && from < end
}

fn holds(claim: &crate::exchange::contract::Claim, from: usize, to: usize) -> bool {
    claim.start <= from && to <= claim.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::sample;

    fn show(blocks: &[TextBlock]) -> String {
        let stretch = |stretch: &Stretch| {
            let pieces: String = stretch
                .pieces
                .iter()
                .map(|piece| {
                    let codes: Vec<&str> = piece.marks.iter().map(|(kind, _)| kind.code()).collect();
                    if codes.is_empty() { piece.text.clone() } else { format!("<{}:{}>", codes.join("+"), piece.text) }
                })
                .collect();
            stretch.claim.map_or(pieces.clone(), |claim| format!("{{{claim} {pieces}}}"))
        };
        let block =
            |block: &TextBlock| format!("{}: {}", block.kind, block.stretches.iter().map(stretch).collect::<String>());
        blocks.iter().map(block).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn overlapping_marks_are_cut_at_every_end() {
        let article = sample::document().articles.remove(0);
        let at = |words: &str| {
            article.text.chars().count() - article.text[article.text.find(words).unwrap_or(0)..].chars().count()
        };
        let marks = [
            MarkSpan { start: at("may have"), end: at("may have") + 14, kind: HighlightKind::Hedge },
            MarkSpan { start: at("shut the"), end: at("shut the") + 15, kind: HighlightKind::Agentless },
        ];
        insta::assert_snapshot!(show(&blocks(&article, &marks)), @r"
        title: {0 The bridge shut}
        paragraph: {1 Officials “<hedge:may have” ><hedge+agentless:shut><agentless: the bridge> at Ivry.} {2 “We wait”, says Lea Morel.}
        ");
    }

    #[test]
    fn offsets_past_the_end_do_no_harm() {
        let mut article = sample::document().articles.remove(0);
        article.blocks[1].end += 1000;
        article.claims[2].end += 1000;
        let text: String = blocks(&article, &[])
            .iter()
            .flat_map(|block| &block.stretches)
            .flat_map(|it| &it.pieces)
            .map(|it| it.text.as_str())
            .collect();
        assert!(text.ends_with("Morel."));
    }
}
