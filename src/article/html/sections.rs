//! Boxes without a name: told by the words they begin with. Many sites give their boxes names made by machines, but
//! still head them « Lire aussi » or "Sign up for our newsletter".

use super::super::words::Words;
use super::super::{LineReason, furniture};
use super::blocks::Block;
use super::tree::Tree;
use crate::lang::{Language, Lexica};

/// Longer blocks head nothing, in characters.
const HEAD_CHARS: usize = 80;
/// A box with more of the page's words than this share is the article's own, whatever it begins with.
const MOST_SHARE: f64 = 0.25;
/// Kinds of phrases that head a box.
const KINDS: &[LineReason] = &[
    LineReason::Comments,
    LineReason::Cookies,
    LineReason::Newsletter,
    LineReason::Related,
    LineReason::Share,
    LineReason::Subscribe,
];

/// Marks the blocks of boxes that begin with such words.
pub(super) fn mark(tree: &Tree, blocks: &mut [Block], lexica: &Lexica) {
    let lexicons = furniture::lexicons(Language::French, lexica);
    let all: usize = blocks.iter().map(|block| block.chars).sum();
    let mut next = 0;
    while next < blocks.len() {
        let at = next;
        next += 1;
        let block = &blocks[at];
        if block.aside.is_some() || block.chars > HEAD_CHARS {
            continue;
        }
        let words = Words::of(&block.text, lexicons[0]);
        let Some(kind) = furniture::kind(&words, false, &lexicons).filter(|it| KINDS.contains(it)) else {
            continue;
        };
        let end = section_end(tree, blocks, at);
        let chars: usize = blocks[at..end].iter().map(|it| it.chars).sum();
        if end > at + 1 && chars as f64 <= MOST_SHARE * all as f64 {
            blocks[at..end].iter_mut().for_each(|it| it.aside = it.aside.or(Some(kind)));
            next = end;
        }
    }
}

/// One past the last block of the widest tag that begins with block `at`.
fn section_end(tree: &Tree, blocks: &[Block], at: usize) -> usize {
    let before = at.checked_sub(1).map_or(0, |before| blocks[before].node);
    let mut widest = blocks[at].node;
    while widest > 0 {
        let parent = tree.nodes[widest].parent;
        let holds_more = parent <= before && before < tree.nodes[parent].end;
        if holds_more || matches!(&*tree.nodes[parent].tag, "body" | "article" | "main" | "html") {
            break;
        }
        widest = parent;
    }
    let inside = |block: &&Block| block.node >= widest && block.node < tree.nodes[widest].end;
    at + blocks[at..].iter().take_while(inside).count()
}
