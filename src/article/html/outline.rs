//! A tree of tags → the blocks of text that a reader sees, in order, without recursion.

use dom_query::NodeRef;

use super::flat;

/// One block of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// Its words, blanks run together.
    pub text: String,
    /// The block's tag.
    pub tag: String,
    /// How many of its characters are links.
    pub link_chars: usize,
    /// What kind of box it stands in: tags and class names of the nearest ones.
    pub place: String,
}

/// Tags that begin and end a block.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "figure",
    "figcaption",
    "header",
    "footer",
    "aside",
    "nav",
    "form",
    "fieldset",
    "address",
    "hr",
    "body",
    "details",
    "summary",
    "center",
    "caption",
];
/// How many boxes around a block tell its kind.
const PLACE_TAGS: usize = 3;
/// Tags whose content is no text.
const SILENT: &[&str] =
    &["script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea", "head"];

/// The blocks below `root`.
pub(super) fn blocks(root: &NodeRef<'_>) -> Vec<Outline> {
    let mut writer = Writer::default();
    let mut node = root.first_child();
    let mut depth = 0_usize;
    while let Some(current) = node {
        let name = current.node_name().map(|it| it.to_string()).unwrap_or_default();
        let silent = SILENT.contains(&name.as_str());
        if current.is_text() {
            writer.text(&current.text());
        } else if current.is_element() && !silent {
            writer.open(&name, &current);
            if let Some(child) = current.first_child() {
                depth += 1;
                node = Some(child);
                continue;
            }
            writer.close(&name);
        }
        node = next(current, &mut depth, &mut writer);
    }
    writer.flush("");
    writer.blocks
}

/// The next node in document order that is no child, closing what ends on the way.
fn next<'a>(mut node: NodeRef<'a>, depth: &mut usize, writer: &mut Writer) -> Option<NodeRef<'a>> {
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        *depth = depth.checked_sub(1)?;
        node = node.parent()?;
        writer.close(&node.node_name().map(|it| it.to_string()).unwrap_or_default());
    }
}

/// Collects text until a block ends.
#[derive(Default)]
struct Writer {
    blocks: Vec<Outline>,
    text: String,
    link_chars: usize,
    links_open: usize,
    breaks: usize,
    /// Open blocks: tag and class names.
    tags: Vec<(String, String)>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        if self.links_open > 0 {
            self.link_chars += text.trim().chars().count();
        }
        self.text.push_str(text);
    }

    fn open(&mut self, name: &str, node: &NodeRef<'_>) {
        if BLOCKS.contains(&name) {
            self.flush("");
            self.tags.push((name.to_owned(), node.class().map(|it| it.to_string()).unwrap_or_default()));
        } else if name == "a" {
            self.links_open += 1;
        } else if name == "br" {
            // Two line breaks part paragraphs on old pages; one is a blank.
            self.breaks += 1;
            self.text.push(' ');
            if self.breaks > 1 {
                self.flush("p");
            }
        }
    }

    fn close(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.flush("");
            self.tags.pop();
        } else if name == "a" {
            self.links_open = self.links_open.saturating_sub(1);
        }
    }

    fn flush(&mut self, tag: &str) {
        let text = flat(&self.text);
        let plain = |tag: &str| matches!(tag, "div" | "section" | "article" | "main");
        let inner = self.tags.iter().rev().map(|(tag, _)| tag.as_str()).find(|tag| !plain(tag));
        let tag = if tag.is_empty() { inner.unwrap_or("p") } else { tag }.to_owned();
        if !text.is_empty() {
            let nearest = self.tags.iter().rev().take(PLACE_TAGS);
            let place = nearest.map(|(tag, class)| format!("{tag}.{class}")).collect::<Vec<_>>().join("<");
            self.blocks.push(Outline { text, tag, link_chars: self.link_chars, place });
        }
        self.text.clear();
        self.link_chars = 0;
    }
}

/// How deep the tags of a page nest, near enough: tags that need no end are not counted.
pub(super) fn depth(html: &str) -> usize {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p",
        "li", "td", "tr", "th", "dd", "dt", "option", "path", "use", "circle", "rect", "g", "polygon",
    ];
    let (mut open, mut most) = (0_usize, 0);
    for piece in html.split('<').skip(1) {
        let closing = piece.starts_with('/');
        let name: String =
            piece.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        if name.is_empty() || VOID.contains(&name.to_ascii_lowercase().as_str()) {
            continue;
        }
        if closing {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
        }
    }
    most
}

/// A page's text, line ends where blocks begin and end: for trees too deep to be built.
pub(super) fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    for piece in html.split('<') {
        let name: String =
            piece.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        if BLOCKS.contains(&name.to_ascii_lowercase().as_str()) {
            out.push_str("\n\n");
        }
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    out
}
