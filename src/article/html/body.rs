//! Which blocks of a page are its article's body: the tag that holds most prose, and what belongs to it beyond.
//!
//! Paragraphs speak for the tags around them, the nearer the louder, as in Arc90's Readability (2009) and Mozilla's
//! descendant of it. Advertising cuts articles in pieces: paragraphs near the body that stand in boxes of the same
//! kind join it. What a page declares as its article's text joins it wherever it stands.

use std::collections::BTreeSet;

use super::blocks::Block;
use super::tree::Tree;
use super::wording::Wording;

/// Shorter blocks speak for nothing: labels and teasers, in characters.
const LEAST_CHARS: usize = 25;
/// Length counts up to this, so that one long quotation does not outweigh a text, in characters.
const MOST_CHARS: usize = 600;
/// How many tags around a paragraph it speaks for.
const LEVELS: usize = 6;
/// Shorter blocks do not join, in characters.
const JOINING_CHARS: usize = 60;
/// How many blocks may stand between two pieces of one article.
const MOST_GAP: usize = 12;

/// Prose counts by its length beyond this: teasers of other articles are short sentences too, in characters.
const TEASER_CHARS: i64 = 80;
/// What a label costs the text that goes on through it, in characters of prose.
const LABEL_COST: i64 = 25;

/// Which blocks stand in the article's body.
pub(super) fn inside(tree: &Tree, blocks: &[Block], declared: Option<&Wording>) -> Vec<bool> {
    let Some(top) = top(tree, blocks) else { return vec![true; blocks.len()] };
    let top = widened(tree, blocks, top);
    let within = |block: &Block| block.node >= top && block.node < tree.nodes[top].end;
    let inside: Vec<bool> = blocks.iter().map(within).collect();
    let mut inside = joined(blocks, &inside);
    if let Some(declared) = declared {
        for (at, block) in blocks.iter().enumerate() {
            inside[at] |= joins(block) && declared.has(&block.text);
        }
    }
    inside
}

/// How a body is made.
pub(super) struct Make {
    /// Its prose stands in tags for paragraphs, so that words in other boxes are labels.
    pub in_paragraphs: bool,
    /// It is a list of links with a few words to each.
    pub of_teasers: bool,
    /// The words of its paragraphs, without what is set apart as quotations.
    pub wording: Wording,
}

/// How the body of a page is made.
pub(super) fn make(blocks: &[Block], inside: &[bool]) -> Make {
    let chars = |fits: fn(&Block) -> bool| -> usize {
        let own = blocks.iter().zip(inside).filter(|(block, inside)| **inside && fits(block));
        own.map(|(block, _)| block.chars).sum()
    };
    let prose = chars(is_prose);
    let mut wording = Wording::default();
    let paragraphs = blocks.iter().zip(inside).filter(|(block, inside)| **inside && joins(block));
    for (block, _) in paragraphs.filter(|(block, _)| !block.is_quoted && !block.is_loose) {
        wording.add(&block.text);
    }
    Make {
        wording,
        in_paragraphs: chars(|block| is_prose(block) && block.is_loose) * 5 < prose,
        of_teasers: chars(Block::is_teaser) > prose,
    }
}

fn is_prose(block: &Block) -> bool {
    block.aside.is_none() && !block.is_links() && !block.is_heading() && !block.is_teaser()
}

/// The tag that the paragraphs speak for most.
fn top(tree: &Tree, blocks: &[Block]) -> Option<usize> {
    let mut scores = vec![0.0_f64; tree.nodes.len()];
    let mut several = BTreeSet::new();
    let mut nodes = BTreeSet::new();
    for block in blocks {
        if !nodes.insert(block.node) {
            several.insert(block.node);
        }
    }
    let speaks = |block: &&Block| is_prose(block) && block.chars >= LEAST_CHARS;
    for block in blocks.iter().filter(speaks) {
        let links = block.link_chars as f64 / block.chars as f64;
        let weight = block.chars.min(MOST_CHARS) as f64 * (1.0 - links);
        // Where line breaks part paragraphs, their tag holds the text; else the tag is the paragraph.
        let mut at = if several.contains(&block.node) { block.node } else { tree.nodes[block.node].parent };
        for level in 0..LEVELS {
            scores[at] += weight / share(level);
            if at == 0 {
                break;
            }
            at = tree.nodes[at].parent;
        }
    }
    let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)))?;
    (scores[best] > 0.0).then_some(best)
}

/// By what a paragraph's weight is divided, so many tags above it.
fn share(level: usize) -> f64 {
    match level {
        0 => 1.0,
        1 => 2.0,
        _ => level as f64 * 3.0,
    }
}

/// The tag around `top`, or itself, whose blocks weigh most: prose speaks for going on, labels and links against it.
fn widened(tree: &Tree, blocks: &[Block], top: usize) -> usize {
    let mut before = vec![0_i64; tree.nodes.len() + 1];
    for block in blocks.iter().filter(|block| block.aside.is_none()) {
        before[block.node + 1] += weight(block);
    }
    for at in 1..before.len() {
        before[at] += before[at - 1];
    }
    let sum = |at: usize| before[tree.nodes[at].end] - before[at];
    let (mut best, mut at) = (top, top);
    while at > 0 {
        at = tree.nodes[at].parent;
        if sum(at) > sum(best) {
            best = at;
        }
    }
    best
}

/// What a block adds to the text that goes on through it, in characters of prose.
fn weight(block: &Block) -> i64 {
    let chars = i64::try_from(block.chars).unwrap_or(i64::MAX / 4);
    let prose = chars - TEASER_CHARS;
    if block.is_links() {
        -chars.max(LABEL_COST)
    } else if !is_prose(block) || prose <= 0 {
        -LABEL_COST
    } else {
        prose
    }
}

/// The kinds of boxes that these blocks' paragraphs stand in.
fn places<'a>(blocks: impl Iterator<Item = &'a Block>) -> BTreeSet<&'a str> {
    blocks.filter(|block| joins(block)).map(|block| block.place.as_str()).collect()
}

fn joins(block: &Block) -> bool {
    is_prose(block) && block.chars >= JOINING_CHARS
}

/// With the paragraphs that stand in boxes of the same kind near the body.
fn joined(blocks: &[Block], inside: &[bool]) -> Vec<bool> {
    let places = places(blocks.iter().zip(inside).filter(|(_, inside)| **inside).map(|(block, _)| block));
    let fits = |at: usize| joins(&blocks[at]) && places.contains(blocks[at].place.as_str());
    let mut joined = inside.to_vec();
    grow(&mut joined, &fits, (0..blocks.len()).collect());
    grow(&mut joined, &fits, (0..blocks.len()).rev().collect());
    joined
}

/// Takes in what fits, going one way from the body as long as the gaps are small.
fn grow(joined: &mut [bool], fits: &dyn Fn(usize) -> bool, order: Vec<usize>) {
    let mut gap = usize::MAX;
    for at in order {
        let near = gap <= MOST_GAP;
        if joined[at] || near && fits(at) {
            joined[at] = true;
            gap = 0;
        } else {
            gap = gap.saturating_add(1);
        }
    }
}
