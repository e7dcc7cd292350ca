//! A tree of tags → the blocks of text that a reader sees, in order.

use super::super::LineReason;
use super::flat;
use super::tree::{Node, Tree};

/// How many boxes around a block tell its kind …
const PLACE_TAGS: usize = 3;
/// … by so much of their class names, in characters.
const PLACE_CHARS: usize = 100;
/// Shorter links are names and words, not headlines, in characters.
const LEAST_HEADLINE_CHARS: usize = 25;

/// One block of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words, blanks run together.
    pub text: String,
    /// How many characters they are.
    pub chars: usize,
    /// The innermost tag that says more than that a block begins.
    pub tag: String,
    /// Whether it stands in a box of its own making, not in a tag for paragraphs.
    pub is_loose: bool,
    /// Whether it stands in a quotation.
    pub is_quoted: bool,
    /// How many of its characters are links.
    pub link_chars: usize,
    /// How many of its first characters are a link.
    pub opening_link_chars: usize,
    /// What kind of box it stands in: tags and class names of the nearest ones.
    pub place: String,
    /// The number of the block's tag in the tree.
    pub node: usize,
    /// Why the box around it does not belong to the article, by the box's name.
    pub aside: Option<LineReason>,
}

impl Block {
    /// Whether most of it is links.
    pub(super) fn is_links(&self) -> bool {
        const MOSTLY: f64 = 0.5;
        self.link_chars as f64 > MOSTLY * self.chars as f64
    }

    /// Whether it is an item that begins with a link: another article's headline and what it says.
    pub(super) fn is_teaser(&self) -> bool {
        self.is_item() && self.opening_link_chars > LEAST_HEADLINE_CHARS
    }

    /// Whether it is hardly more than a link.
    pub(super) fn is_link(&self) -> bool {
        const NEARLY_ALL: f64 = 0.8;
        self.link_chars as f64 > NEARLY_ALL * self.chars as f64
    }

    /// Whether it is a heading.
    pub(super) fn is_heading(&self) -> bool {
        self.tag.len() == 2 && self.tag.starts_with('h')
    }

    /// Whether it is an item of a list or a cell of a table.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.tag.as_str(), "li" | "dd" | "dt" | "td" | "th")
    }
}

/// All blocks of a page; `marks` says of each node whether it stands beside the article.
pub(super) fn blocks(tree: &Tree, marks: &[Option<LineReason>]) -> Vec<Block> {
    let mut writer = Writer::new(tree, marks);
    let mut at = 1;
    while let Some(node) = tree.nodes.get(at) {
        writer.close_before(at);
        if node.is_silent() {
            at = node.end;
        } else if writer.is_inset(node, at) {
            writer.inset(at);
            at = node.end;
        } else {
            if node.is_text() {
                writer.text(at, tree.words(node));
            } else {
                writer.open(at, node);
            }
            at += 1;
        }
    }
    writer.close_before(usize::MAX);
    writer.flush();
    writer.blocks
}

/// Collects text until a block ends.
struct Writer<'a> {
    tree: &'a Tree,
    marks: &'a [Option<LineReason>],
    blocks: Vec<Block>,
    /// What was set into the block that is open, and is no part of it.
    insets: Vec<Block>,
    text: String,
    link_chars: usize,
    opening_link_chars: usize,
    /// Whether nothing but links was seen of the block.
    is_opening: bool,
    /// Line breaks since the last word.
    breaks: usize,
    /// Open blocks.
    open: Vec<usize>,
    /// Where the link that is open ends.
    link_end: usize,
}

impl<'a> Writer<'a> {
    fn new(tree: &'a Tree, marks: &'a [Option<LineReason>]) -> Self {
        let (blocks, insets, text, open) = (Vec::new(), Vec::new(), String::new(), Vec::new());
        Self {
            tree,
            marks,
            blocks,
            insets,
            text,
            link_chars: 0,
            opening_link_chars: 0,
            is_opening: true,
            breaks: 0,
            open,
            link_end: 0,
        }
    }

    /// Whether words of formatting inside a block are no part of it: a hidden `<span>`, a share button.
    fn is_inset(&self, node: &Node, at: usize) -> bool {
        let block = self.open.last().is_some_and(|&block| self.marks[block].is_some());
        !node.is_text() && !node.is_block() && self.marks[at].is_some() && !block
    }

    fn inset(&mut self, at: usize) {
        let text = self.tree.flat(at);
        if !text.is_empty() {
            let chars = text.chars().count();
            let (tag, place) = (self.tag(), self.place());
            let aside = self.marks[at];
            self.insets.push(Block { text, chars, tag, is_loose: true, place, node: at, aside, ..Block::default() });
        }
        self.text.push(' ');
    }

    fn text(&mut self, at: usize, words: &str) {
        if words.trim().is_empty() {
            return self.text.push(' ');
        }
        self.breaks = 0;
        if at < self.link_end {
            let chars = words.trim().chars().count();
            self.link_chars += chars;
            if self.is_opening {
                self.opening_link_chars += chars;
            }
        } else {
            self.is_opening = false;
        }
        self.text.push_str(words);
    }

    /// Ends the blocks that end before node `at`.
    fn close_before(&mut self, at: usize) {
        while self.open.last().is_some_and(|&block| self.tree.nodes[block].end <= at) {
            self.flush();
            self.open.pop();
        }
    }

    fn open(&mut self, at: usize, node: &Node) {
        if node.is_block() {
            self.flush();
            self.open.push(at);
        } else if &*node.tag == "a" && !leads_nowhere(node) {
            self.link_end = self.link_end.max(node.end);
        } else if &*node.tag == "br" {
            // Two line breaks part paragraphs on old pages; one is a blank.
            self.breaks += 1;
            self.text.push(' ');
            if self.breaks > 1 {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        let text = flat(&self.text);
        self.text.clear();
        let link_chars = std::mem::take(&mut self.link_chars);
        let opening_link_chars = std::mem::take(&mut self.opening_link_chars);
        self.is_opening = true;
        if !text.is_empty() {
            let chars = text.chars().count();
            let (tag, place) = (self.tag(), self.place());
            let node = self.open.last().copied().unwrap_or(0);
            let is_loose = matches!(&*self.tree.nodes[node].tag, "div" | "section" | "article" | "main" | "header");
            let aside = self.marks[node];
            let is_quoted = self.open.iter().any(|&at| &*self.tree.nodes[at].tag == "blockquote");
            self.blocks.push(Block {
                text,
                chars,
                tag,
                is_loose,
                is_quoted,
                link_chars,
                opening_link_chars,
                place,
                node,
                aside,
            });
        }
        self.blocks.append(&mut self.insets);
    }

    fn tag(&self) -> String {
        let plain = |tag: &&str| matches!(*tag, "div" | "section" | "article" | "main" | "center");
        let mut tags = self.open.iter().rev().map(|&at| &*self.tree.nodes[at].tag);
        tags.find(|tag| !plain(tag)).unwrap_or("p").to_owned()
    }

    fn place(&self) -> String {
        let nearest = self.open.iter().rev().take(PLACE_TAGS).map(|&at| &self.tree.nodes[at]);
        let mut place = String::new();
        for node in nearest {
            let named = node.tag.chars().chain(['.']).chain(node.attribute("class").unwrap_or_default().chars());
            place.extend(named.take(PLACE_CHARS).chain(['<']));
        }
        place
    }
}

/// Whether a link leads to another place of the same page.
fn leads_nowhere(node: &Node) -> bool {
    node.attribute("href").is_none_or(|href| href.starts_with('#'))
}
