//! A page as a tree of tags, kept flat: nodes stand in document order and each knows where its subtree ends.
//!
//! The tokens are those of the HTML standard (`html5gum`); the tree is simpler than the standard's. Ends of
//! paragraphs, items and cells are implied, stray end tags ignored, and nothing is moved. Formatting that overlaps
//! is not mended, as only blocks matter here. Tags nested deeper than [`MOST_DEPTH`] hold nothing: their text follows
//! them, as in browsers. Beyond the first [`MOST_NODES`] tags only text is taken. No page, however made, costs more
//! than its length.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::flat;

/// Browsers nest no deeper than this.
const MOST_DEPTH: usize = 512;
/// Long pages have ten thousand tags.
const MOST_NODES: usize = 200_000;
/// Headings and signatures are not longer, markup's blanks included, in bytes.
const MOST_LINE_BYTES: usize = 4_000;

/// Attributes that are kept.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "style",
    "type",
];
/// Tags that stand in a page's head; any other ends it.
const HEAD: &[&str] = &["base", "link", "meta", "noscript", "script", "style", "template", "title"];
/// Tags without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Tags that begin and end a block.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Tags whose content is no text of the page.
const SILENT: &[&str] = &[
    "button", "canvas", "datalist", "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea",
];

/// A tag, or a stretch of text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The tag's name; empty for text.
    pub tag: Box<str>,
    /// The number of the tag around it.
    pub parent: usize,
    /// One past the last node inside it.
    pub end: usize,
    attributes: Vec<(&'static str, Box<str>)>,
    text: Range<usize>,
}

impl Node {
    /// An attribute's value; only those that [`ATTRIBUTES`] lists are known.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// Whether it is a stretch of text.
    pub(super) fn is_text(&self) -> bool {
        self.tag.is_empty()
    }

    /// Whether a block begins and ends with it.
    pub(super) fn is_block(&self) -> bool {
        BLOCKS.binary_search(&&*self.tag).is_ok()
    }

    /// Whether nothing inside it is text of the page.
    pub(super) fn is_silent(&self) -> bool {
        SILENT.binary_search(&&*self.tag).is_ok()
    }
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    /// Its nodes in document order; the first stands for the page itself.
    pub nodes: Vec<Node>,
    text: String,
}

impl Tree {
    /// Reads a page. Any text at all gives a tree.
    pub(super) fn of(html: &str) -> Self {
        let mut builder = Builder::new();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            builder.take(&event);
            None
        });
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
        builder.finish()
    }

    /// The words of a text node.
    pub(super) fn words(&self, node: &Node) -> &str {
        &self.text[node.text.clone()]
    }

    /// The tags of these names, in order, with their numbers.
    pub(super) fn tags<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = (usize, &'a Node)> {
        self.nodes.iter().enumerate().filter(|(_, node)| names.contains(&&*node.tag))
    }

    /// The text inside a node, as it stands: scripts have theirs too.
    pub(super) fn raw(&self, at: usize) -> String {
        let inside = &self.nodes[at..self.nodes[at].end];
        inside.iter().filter(|node| node.is_text()).map(|node| self.words(node)).collect()
    }

    /// The text that a reader sees inside a node, on one line.
    pub(super) fn flat(&self, at: usize) -> String {
        self.within(at, usize::MAX).unwrap_or_default()
    }

    /// The same where it is no more than a heading or a signature; none where more stands there, as in headings that
    /// nobody closed: they may hold each other, and all the page.
    pub(super) fn line(&self, at: usize) -> Option<String> {
        self.within(at, MOST_LINE_BYTES).filter(|line| !line.is_empty())
    }

    fn within(&self, at: usize, most_bytes: usize) -> Option<String> {
        let mut words = String::new();
        let mut next = at;
        while next < self.nodes[at].end {
            let node = &self.nodes[next];
            if next > at && node.is_silent() {
                next = node.end;
                continue;
            }
            let more = if node.is_text() { self.words(node) } else { "" };
            if more.len() >= most_bytes.saturating_sub(words.len()) {
                return None;
            }
            words.push_str(more);
            if node.is_block() || &*node.tag == "br" {
                words.push(' ');
            }
            next += 1;
        }
        Some(flat(&words))
    }
}

/// Puts tokens together.
struct Builder {
    tree: Tree,
    /// Numbers of the tags that are open.
    open: Vec<usize>,
    /// The tag whose attributes are being read.
    tag: Node,
    /// The attribute being read.
    attribute: Option<&'static str>,
}

impl Builder {
    fn new() -> Self {
        let root = Node { tag: "#page".into(), ..Node::default() };
        Self {
            tree: Tree { nodes: vec![root], text: String::new() },
            open: vec![0],
            tag: Node::default(),
            attribute: None,
        }
    }

    fn take(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Node { tag: String::from_utf8_lossy(name).into(), ..Node::default() };
                self.attribute = None;
            }
            CallbackEvent::AttributeName { name } => {
                let known = ATTRIBUTES.iter().find(|it| it.as_bytes() == *name).copied();
                self.attribute = known.filter(|name| self.tag.attribute(name).is_none());
                self.tag.attributes.extend(self.attribute.map(|name| (name, "".into())));
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(_), Some(last)) = (self.attribute, self.tag.attributes.last_mut()) {
                    last.1 = String::from_utf8_lossy(value).into();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => self.end(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => self.string(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn innermost(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn start(&mut self, self_closing: bool) {
        let mut tag = std::mem::take(&mut self.tag);
        self.imply_ends(&tag);
        if self.tree.nodes.len() >= MOST_NODES {
            return self.string(" ");
        }
        tag.parent = self.innermost();
        tag.end = self.tree.nodes.len() + 1;
        // Only drawings close themselves; elsewhere the slash means nothing.
        let drawn = self_closing && !tag.is_block() && self.open.iter().any(|&at| &*self.tree.nodes[at].tag == "svg");
        let holds = !drawn && VOID.binary_search(&&*tag.tag).is_err();
        if holds && self.open.len() <= MOST_DEPTH {
            self.open.push(self.tree.nodes.len());
        }
        self.tree.nodes.push(tag);
    }

    /// Closes what cannot go on once `tag` begins.
    fn imply_ends(&mut self, tag: &Node) {
        let (ended, within): (&[&str], &[&str]) = match &*tag.tag {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "option" => (&["option"], &["select", "datalist"]),
            name if HEAD.binary_search(&name).is_err() => (&["head"], &["body"]),
            _ => (&[], &[]),
        };
        self.close(|name| ended.contains(&name), |name| within.contains(&name));
        if tag.is_block() {
            let inline = |name: &str| BLOCKS.binary_search(&name).is_ok() && name != "p";
            self.close(|name| name == "p", inline);
        }
    }

    /// Closes the nearest open tag that `ends` names, and all inside it, looking no further than a `barrier`.
    fn close(&mut self, ends: impl Fn(&str) -> bool, barrier: impl Fn(&str) -> bool) {
        for at in (1..self.open.len()).rev() {
            let name = &*self.tree.nodes[self.open[at]].tag;
            if ends(name) {
                return self.close_from(at);
            }
            if barrier(name) {
                return;
            }
        }
    }

    fn close_from(&mut self, at: usize) {
        for closed in self.open.drain(at..) {
            self.tree.nodes[closed].end = self.tree.nodes.len();
        }
    }

    /// An end tag: one of formatting reaches no further than its block, one of a block no further than its cell.
    fn end(&mut self, name: &str) {
        let block = BLOCKS.binary_search(&name).is_ok();
        let cell = |tag: &str| matches!(tag, "td" | "th" | "caption" | "template") && name != "table" && name != "tr";
        self.close(|tag| tag == name, |tag| if block { cell(tag) } else { BLOCKS.binary_search(&tag).is_ok() });
    }

    fn string(&mut self, words: &str) {
        let start = self.tree.text.len();
        self.tree.text.push_str(words);
        let end = self.tree.text.len();
        let (parent, next) = (self.innermost(), self.tree.nodes.len());
        match self.tree.nodes.last_mut() {
            // What stands in one tag without another between is one text.
            Some(last) if last.is_text() && last.parent == parent && last.text.end == start => last.text.end = end,
            _ => {
                let text = Node { parent, end: next + 1, text: start..end, ..Node::default() };
                self.tree.nodes.push(text);
            }
        }
    }

    fn finish(mut self) -> Tree {
        self.close_from(0);
        self.tree
    }
}
