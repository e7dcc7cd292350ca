//! Boxes of a page that are not its article: told by their tags, roles, and the words of their class names.
//!
//! Names lie now and then (a whole article in a `promo`), so a box with much of the page's prose is the article's
//! own whatever its name.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{LineReason, furniture};
use super::flat;
use super::tree::{Node, Tree};

/// A box with more of the page's prose than this share is the article's own, whatever its name.
const MOST_SHARE: f64 = 0.25;
/// Comments are often longer than what they comment on.
const MOST_COMMENTS: f64 = 0.9;
/// A page with less prose than this counts all its words, in characters.
const FEW_CHARS: usize = 400;

/// Roles (WAI-ARIA) of boxes beside the article.
const ROLES: &[(&str, LineReason)] = &[
    ("alertdialog", LineReason::Hidden),
    ("banner", LineReason::Menu),
    ("complementary", LineReason::Outside),
    ("contentinfo", LineReason::Legal),
    ("dialog", LineReason::Hidden),
    ("menu", LineReason::Menu),
    ("navigation", LineReason::Menu),
    ("search", LineReason::Menu),
    ("tablist", LineReason::Menu),
];
/// Tags of boxes beside the article.
const TAGS: &[(&str, LineReason)] = &[
    ("aside", LineReason::Outside),
    ("dialog", LineReason::Hidden),
    ("figcaption", LineReason::Caption),
    ("footer", LineReason::Legal),
    ("form", LineReason::Subscribe),
    ("menu", LineReason::Menu),
    ("nav", LineReason::Menu),
];
/// Class names under which sites place posts of others.
const POSTS: &[&str] =
    &["bluesky", "facebook", "fb", "instagram", "mastodon", "reddit", "threads", "tiktok", "tweet", "twitter"];
/// Class names of what is shown to programs that read pages aloud only.
const UNSEEN: &[&str] = &["visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"];

/// What class names say.
pub(super) struct Boxes {
    words: BTreeMap<&'static str, LineReason>,
}

impl Boxes {
    /// The words of `boxes.tsv`.
    pub(super) fn built_in() -> Self {
        let lines = include_str!("boxes.tsv").lines().filter(|line| !line.starts_with('#'));
        let word = |line: &'static str| {
            let mut fields = line.split('\t');
            fields.next().zip(fields.next().and_then(LineReason::named))
        };
        Self { words: lines.filter_map(word).collect() }
    }

    /// For each node, why it stands beside the article, if it or a tag around it says so.
    pub(super) fn marks(&self, tree: &Tree) -> Vec<Option<LineReason>> {
        let size = Size::of(tree);
        let mut marks: Vec<Option<LineReason>> = vec![None; tree.nodes.len()];
        for (at, node) in tree.nodes.iter().enumerate().skip(1) {
            let own = || self.reason(node).filter(|reason| size.is_small(at, node, *reason));
            marks[at] = marks[node.parent].or_else(|| if node.is_text() { None } else { own() });
        }
        marks
    }

    /// Why a tag does not belong to the article, if it says so.
    fn reason(&self, node: &Node) -> Option<LineReason> {
        if matches!(&*node.tag, "html" | "body" | "article" | "main" | "h1") {
            return None;
        }
        let listed = |list: &[(&str, LineReason)], word: &str| {
            list.iter().find(|(known, _)| *known == word).map(|(_, reason)| *reason)
        };
        let role = || listed(ROLES, node.attribute("role")?);
        is_hidden(node)
            .then_some(LineReason::Hidden)
            .or_else(|| listed(TAGS, &node.tag))
            .or_else(role)
            .or_else(|| self.named(node))
    }

    fn named(&self, node: &Node) -> Option<LineReason> {
        let names = || ["class", "id"].into_iter().filter_map(|name| node.attribute(name));
        let words: BTreeSet<String> = names().flat_map(words_of).collect();
        let posts = &*node.tag == "blockquote" && words.iter().any(|word| POSTS.contains(&word.as_str()));
        let known = || words.iter().find_map(|word| self.words.get(word.as_str()).copied());
        posts.then_some(LineReason::Embed).or_else(known)
    }
}

/// Whether a tag is not shown.
fn is_hidden(node: &Node) -> bool {
    let style: String = node.attribute("style").unwrap_or_default().split_whitespace().collect();
    let unseen = |name: &str| UNSEEN.contains(&name);
    node.attribute("hidden").is_some()
        || node.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || node.attribute("class").is_some_and(|names| names.split_whitespace().any(unseen))
}

/// The words of a class name: `Article-relatedLinks` is article, related, links.
fn words_of(names: &str) -> Vec<String> {
    let apart = furniture::unglued(names).to_lowercase();
    apart.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// How much prose stands before each node.
struct Size {
    before: Vec<usize>,
}

impl Size {
    /// Counts what stands in paragraphs, as pages are made; old ones have none, and count all their text.
    fn of(tree: &Tree) -> Self {
        let mut in_paragraph = vec![false; tree.nodes.len()];
        let mut unseen = vec![false; tree.nodes.len()];
        for (at, node) in tree.nodes.iter().enumerate().skip(1) {
            in_paragraph[at] = in_paragraph[node.parent] || &*node.tag == "p";
            unseen[at] = unseen[node.parent] || node.is_silent();
        }
        let chars = |at: usize| {
            let node = &tree.nodes[at];
            if node.is_text() && !unseen[at] { flat(tree.words(node)).chars().count() } else { 0 }
        };
        let paragraphs: Vec<usize> =
            (0..tree.nodes.len()).map(|at| if in_paragraph[at] { chars(at) } else { 0 }).collect();
        let enough = paragraphs.iter().sum::<usize>() >= FEW_CHARS;
        let own = if enough { paragraphs } else { (0..tree.nodes.len()).map(chars).collect() };
        let mut before = Vec::with_capacity(own.len() + 1);
        before.push(0);
        for chars in own {
            before.push(before.last().copied().unwrap_or(0) + chars);
        }
        Self { before }
    }

    fn is_small(&self, at: usize, node: &Node, reason: LineReason) -> bool {
        let most = if reason == LineReason::Comments { MOST_COMMENTS } else { MOST_SHARE };
        let inside = self.before[node.end] - self.before[at];
        let all = self.before.last().copied().unwrap_or_default();
        inside as f64 <= most * all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_says_why() {
        let lines = include_str!("boxes.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(Boxes::built_in().words.len(), lines);
    }
}
