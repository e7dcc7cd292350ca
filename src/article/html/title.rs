//! Which of a page's titles is its headline.
//!
//! Pages name their article up to four times: in JSON-LD, in the heading that readers see, in the title for sharing,
//! in the window's title. They differ where the newsroom wrote another one for search engines or for social
//! networks. The one for sharing is what readers meet everywhere, and mostly the heading too; it is the headline
//! where it agrees with the rest of the page. Where it, the heading and the declared headline are three different
//! ones and the window says the declared one again, two against one and one, that is it.

use super::tree::Tree;
use super::{flat, key};
use crate::text::fold;

/// Two titles that share fewer of their words are of different things.
const AGREES: f64 = 0.3;
/// Marks between a headline and its outlet's name.
const PARTS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " · "];

/// What a page's titles say.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// The headline of its JSON-LD or microdata.
    pub declared: Option<String>,
    /// Its first-level headings.
    pub headings: Vec<String>,
    /// The title for sharing.
    pub shared: Option<String>,
    /// The window's title.
    pub head: Option<String>,
}

/// The first-level headings that readers see, in order.
pub(super) fn headings(tree: &Tree) -> Vec<String> {
    tree.tags(&["h1"]).filter_map(|(at, _)| tree.line(at)).collect()
}

impl Sources {
    /// The headline, without its outlet's name, in the spelling that readers see.
    pub(super) fn headline(&self, outlet: Option<&str>) -> Option<String> {
        let given = |title: &Option<String>| title.as_deref().map(flat).filter(|it| !it.is_empty());
        let named = |title: &Option<String>| given(title).map(|it| without_outlet(&it, outlet));
        let (declared, shared, head) = (given(&self.declared), named(&self.shared), named(&self.head));
        let (declared, shared, head) = (declared.as_deref(), shared.as_deref(), head.as_deref());
        let heading = self.heading(&[declared, shared, head]);
        let agreeing = shared.filter(|title| {
            let headings = self.headings.iter().map(String::as_str);
            let mut others = [declared, head].into_iter().flatten().chain(headings).peekable();
            others.peek().is_none() || others.any(|other| shared_words(other, title) >= AGREES)
        });
        let lonely = differ(heading, agreeing) && differ(heading, declared) && differ(agreeing, declared);
        let twice = declared.filter(|_| lonely && !differ(declared, head));
        let best = twice.or(agreeing).or(declared).or(heading).or(head);
        let same = |heading: &&String| best.is_some_and(|title| key(heading) == key(title));
        self.headings.iter().find(same).cloned().or(best.map(str::to_owned)).or(self.headings.first().cloned())
    }

    /// The heading of the article: a site's name is one too, but only the article's agrees with other titles.
    fn heading(&self, others: &[Option<&str>]) -> Option<&str> {
        let others = || others.iter().flatten();
        let agrees = |heading: &&String| others().any(|other| shared_words(heading, other) >= AGREES);
        let first = if others().next().is_none() { self.headings.first() } else { self.headings.iter().find(agrees) };
        first.map(String::as_str)
    }
}

/// Whether two titles are not the same, or one is not known.
fn differ(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_none_or(|(a, b)| key(a) != key(b))
}

/// Share of the longer one's words that the other has too.
pub(super) fn shared_words(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|it| it.chars().count() > 1).map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared as f64 / long.len().max(1) as f64
}

/// « Le pont rouvre - Le Journal » without its outlet.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let Some((at, mark)) = PARTS.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, mark))).max() else {
        return title.to_owned();
    };
    let (head, tail) = (&title[..at], &title[at + mark.len()..]);
    let named = outlet.is_some_and(|outlet| shared_words(outlet, tail) > 0.0);
    let short = tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 4;
    if named || short && mark.contains('|') { head.trim().to_owned() } else { title.to_owned() }
}
