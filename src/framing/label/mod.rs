//! `label`: different names for the same person, group, place or act.
//!
//! # What it marks
//! Each occurrence of a name that one article uses and another does not, for what both speak of; between
//! linked claims, the two names. All names are counted per article.
//!
//! # Why a reader cares
//! Choosing a name already says how one sees a thing.
//!
//! # Example
//! rebelles / terroristes; régime / gouvernement; libérer / reprendre. · rebels / militants; strike / bombing.
//!
//! # Does not mark
//! The same name on both sides, whatever adjectives it has; shorter forms of the same proper name;
//! pronouns.
//!
//! # Limits and measured precision
//! Two sorts of sameness are told apart by rule. `label/actor`: both name one actor, by names or roles
//! that [`crate::align`] took as one. `label/family` and `label/act`: both use nouns that news give to
//! one kind of thing (`designations.tsv`), with nothing beside them that says otherwise (« milices
//! kurdes » are not « milices turques »). The latter may be neighbours rather than the same, and the
//! sentence says so.
//! Judged on the development events, a third of the marks: fr 15 of 16 right, en 11 of 13.
//!
//! # Source
//! Hamborg et al. 2019, word choice and labelling.

mod group;
mod name;

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, FramingKind, Label, Linked, Mark, Page, Scene, Side, letter};
use crate::text::Span;
use group::Group;
use name::Name;

/// All that labels give.
pub(super) struct Found {
    pub(super) labels: Vec<Label>,
    pub(super) marks: Vec<Mark>,
    pub(super) differences: Vec<Difference>,
}

/// Finds what the articles name differently.
pub(super) fn find(scene: &Scene) -> Found {
    let names = in_one_language(scene, name::find(scene));
    let groups = group::groups(scene, &names);
    let labels: Vec<Label> = groups.iter().map(|group| label(scene, group)).collect();
    let mut seen = BTreeSet::new();
    let marks = groups.iter().zip(&labels).flat_map(|(group, label)| marks(scene, group, label));
    let marks = marks.filter(|mark| seen.insert((mark.article, mark.span))).collect();
    Found { labels, marks, differences: differences(scene, &groups) }
}

/// The names of the articles in the language that most are in, the first of equals: another language names
/// everything otherwise, and frames nothing by it.
fn in_one_language(scene: &Scene, mut names: Vec<Name>) -> Vec<Name> {
    let language = |article: usize| scene.pages[article].lexicon.language;
    let count = |wanted: usize| (0..scene.pages.len()).filter(|&at| language(at) == language(wanted)).count();
    let most = (0..scene.pages.len()).max_by_key(|&at| (count(at), std::cmp::Reverse(at)));
    names.retain(|name| most.is_some_and(|most| language(name.article) == language(most)));
    names
}

fn label(scene: &Scene, group: &Group) -> Label {
    let shown =
        |((article, _), spans): ((usize, &str), Vec<Span>)| (article, shown(&scene.pages[article], &spans), spans);
    let mut names: Vec<(usize, String, Vec<Span>)> = counted(group).into_iter().map(shown).collect();
    names.sort_by_key(|(article, _, spans)| (*article, std::cmp::Reverse(spans.len()), spans[0]));
    Label { referent: group.actor.clone().unwrap_or_else(|| heading(&names)), names }
}

/// What names of a kind of thing are shown under: the commonest of each article, as none goes before another.
fn heading(names: &[(usize, String, Vec<Span>)]) -> String {
    let mut articles = BTreeSet::new();
    let mut heads: Vec<&str> = Vec::new();
    for (article, words, _) in names {
        if articles.insert(article) && !heads.contains(&words.as_str()) {
            heads.push(words);
        }
    }
    heads.join(" / ")
}

/// The occurrences of each name, by article.
fn counted(group: &Group) -> BTreeMap<(usize, &str), Vec<Span>> {
    let mut counted: BTreeMap<(usize, &str), Vec<Span>> = BTreeMap::new();
    for name in &group.names {
        counted.entry((name.article, &name.key)).or_default().push(name.span);
    }
    counted
}

/// The words a name is shown by: the fullest way the article writes it.
fn shown(page: &Page, spans: &[Span]) -> String {
    let longest = spans.iter().max_by_key(|span| (span.len(), std::cmp::Reverse(span.start)));
    longest.map(|span| page.words(*span)).unwrap_or_default()
}

/// The names of a group that some other article does not use.
fn marks(scene: &Scene, group: &Group, label: &Label) -> Vec<Mark> {
    let list = |article: usize| {
        let names = label.names.iter().filter(|(number, _, _)| *number == article);
        names.map(|(_, words, _)| words.as_str()).collect::<Vec<_>>().join(", ")
    };
    let lacking = group.names.iter().filter_map(|name| Some((name, group.lacking(name)?)));
    lacking
        .map(|(name, other)| {
            let mut mark = scene.pages[name.article].mark(FramingKind::Label, group.rule, name.span, name.span);
            mark.details.extend([
                ("a", letter(name.article)),
                ("b", letter(other)),
                ("names_a", list(name.article)),
                ("names_b", list(other)),
                ("referent", label.referent.clone()),
            ]);
            mark
        })
        .collect()
}

/// The names of a group that stand in both claims of a link and are not the same.
fn differences(scene: &Scene, groups: &[Group]) -> Vec<Difference> {
    let links = scene.links();
    links.flat_map(|linked| groups.iter().filter_map(move |group| difference(scene, &linked, group))).collect()
}

fn difference(scene: &Scene, linked: &Linked, group: &Group) -> Option<Difference> {
    let inside = |article: usize, span: Span| group.inside(article, span);
    let (a, b) = (inside(linked.link.a.article, linked.a.span), inside(linked.link.b.article, linked.b.span));
    let (one, other) = (a.first()?, b.first()?);
    if a.iter().any(|name| b.iter().any(|other| group.same(name, other))) {
        return None;
    }
    let words = |name: &Name| scene.pages[name.article].words(name.span);
    let side = |name: &Name| Side { span: Some(name.span), value: Some(words(name)) };
    let mut found = linked.difference(FramingKind::Label, "label/differs", (side(one), side(other)));
    found.details.extend([("name_a", words(one)), ("name_b", words(other))]);
    Some(found)
}
