//! `label`: different names for the same person, group, place or act.
//!
//! # What it marks
//! Each occurrence of a name that one article uses and another does not, for what both speak of; between
//! linked claims, the two names. All names are counted per article, with whose words they are inside quotation marks.
//! People, bodies and places that all articles name alike are counted too, and marked nowhere.
//!
//! # Why a reader cares
//! Choosing a name already says how one sees a thing.
//!
//! # Example
//! rebelles / terroristes; régime / gouvernement; libérer / reprendre. · rebels / militants; strike / bombing.
//!
//! # Does not mark
//! The same name on both sides, whatever adjectives it has; shorter forms of the same proper name or role;
//! pronouns; anything in an article of another language than most.
//!
//! # Limits and measured precision
//! Three sorts of sameness are told apart by rule. `label/actor`: all name one actor, by proper names, roles that
//! stand for it, titles before and descriptions behind the name ([`actor`]). `label/family` and `label/act`: both use
//! nouns that news give to one kind of thing (`designations.tsv`), with nothing beside them that says otherwise
//! (« milices kurdes » are not « milices turques »); these may be neighbours rather than the same, and the
//! sentence says so. `label/aligned`: two linked claims have nouns near in meaning in one place ([`aligned`]).
//! A title is found only where the lists have it; « la ville » for a town named before is not.
//! Wrong where an act is told that happened before, where two practices are set beside one another, and where a word
//! that looks like a noun is a verb. Judged on development events where nothing was mended: fr 38 of 43 right, en 16
//! of 20 (`docs/precision/label.*.tsv`).
//!
//! # Source
//! Hamborg et al. 2019, word choice and labelling.

mod actor;
mod aligned;
mod group;
mod name;
mod noun;

use std::collections::{BTreeMap, BTreeSet};

use super::{Difference, FramingKind, Label, LabelName, LabelUse, Linked, Mark, Page, Scene, Side, letter};
use crate::text::{Span, fold};
use actor::Mentions;
use aligned::Paired;
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
    let names = in_one_language(scene, names(scene));
    let groups = group::groups(scene, &names);
    let labels: Vec<Label> = groups.iter().map(|group| label(scene, group)).collect();
    let mut seen = BTreeSet::new();
    let marks = groups.iter().zip(&labels).flat_map(|(group, label)| marks(scene, group, label));
    let marks = marks.filter(|mark| seen.insert((mark.article, mark.span))).collect();
    Found { labels, marks, differences: differences(scene, &groups) }
}

/// The names of all articles, by article and place.
fn names(scene: &Scene) -> Vec<Name> {
    let paired = Paired::new(scene);
    let of_page = |page: &Page| {
        let mentions = Mentions::new(scene, page);
        let mut names = mentions.names(scene, page);
        names.extend(noun::names(page, &mentions, |span| paired.holds(page.number, span)));
        names
    };
    let mut names: Vec<Name> = scene.pages.iter().flat_map(of_page).chain(aligned::names(scene)).collect();
    names.sort_by_key(|name| (name.article, name.span));
    names
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
    let mut names: Vec<LabelName> =
        counted(group).into_values().map(|names| label_name(scene, group, &names)).collect();
    names.sort_by_key(|name| (name.article, std::cmp::Reverse(name.uses.len()), name.uses[0].span));
    let referent = group.actor.clone().unwrap_or_else(|| heading(&names));
    Label { referent, kind: group.kind, rule: group.rule, differs: group.differs(), names }
}

fn label_name(scene: &Scene, group: &Group, names: &[&Name]) -> LabelName {
    let page = &scene.pages[names[0].article];
    let place = |name: &&Name| LabelUse {
        span: name.span,
        head: name.head,
        proper: name.proper,
        said_by: page.speaker_at(name.span).map(str::to_owned),
        swaps: Vec::new(),
    };
    LabelName {
        article: page.number,
        words: shown(page, names),
        shared: names.iter().all(|name| group.lacking(name).is_none()),
        uses: names.iter().map(place).collect(),
    }
}

/// What names of a kind of thing are shown under: the commonest of each article, as none goes before another.
fn heading(names: &[LabelName]) -> String {
    let mut articles = BTreeSet::new();
    let mut heads: Vec<&str> = Vec::new();
    for name in names {
        if articles.insert(name.article) && !heads.contains(&name.words.as_str()) {
            heads.push(&name.words);
        }
    }
    heads.join(" / ")
}

/// The occurrences of each name, by article.
fn counted(group: &Group) -> BTreeMap<(usize, &str), Vec<&Name>> {
    let mut counted: BTreeMap<(usize, &str), Vec<&Name>> = BTreeMap::new();
    for name in &group.names {
        counted.entry((name.article, &name.key)).or_default().push(name);
    }
    counted
}

/// The words a name is shown by: a proper name as fully, another as often as the article writes it; the capital
/// that begins a sentence is none of the name's.
fn shown(page: &Page, names: &[&Name]) -> String {
    let mut forms: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for name in names {
        let words = if name.proper { page.words(name.span) } else { page.plain_words(name.span) };
        forms.entry(fold(&words)).or_insert((0, words)).0 += 1;
    }
    let proper = names.iter().all(|name| name.proper);
    let rank = |(count, words): &(usize, String)| {
        let length = words.chars().count();
        if proper { (length, *count) } else { (*count, length) }
    };
    let best = forms.into_values().reduce(|best, form| if rank(&form) > rank(&best) { form } else { best });
    best.map(|(_, words)| words).unwrap_or_default()
}

/// The names of a group that some other article does not use.
fn marks(scene: &Scene, group: &Group, label: &Label) -> Vec<Mark> {
    let list = |article: usize| {
        let names = label.names.iter().filter(|name| name.article == article);
        names.map(|name| name.words.as_str()).collect::<Vec<_>>().join(", ")
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
