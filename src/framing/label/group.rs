//! Names → groups of names of the same, or nearly.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Name, Owner, Referent};
use crate::claim::ActorKind;
use crate::framing::{LabelKind, Scene};
use crate::text::{Span, fold};

/// Names of groups of people that say nothing of what these belong to go with what most others of their
/// family belong to, if that is at least this share of them. Acts don't: a strike is not everyone's.
const MAIN_OWNER_SHARE: f64 = 0.6;

/// Names of the same, used differently.
pub(super) struct Group {
    /// The name of the actor they name; none for kinds of things.
    pub(super) actor: Option<String>,
    pub(super) kind: LabelKind,
    pub(super) rule: &'static str,
    /// By article and place.
    pub(super) names: Vec<Name>,
    /// The keys each article uses.
    used: BTreeMap<usize, BTreeSet<String>>,
}

/// What names have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Actor(usize),
    Kind(&'static str, BTreeSet<Owner>),
    Aligned(usize),
}

/// What several articles name, by first occurrence: any actor, and what they name differently of the rest.
pub(super) fn groups(scene: &Scene, names: &[Name]) -> Vec<Group> {
    let main = main_owners(names);
    let mut groups: BTreeMap<Key, Vec<Name>> = BTreeMap::new();
    for name in names {
        for key in keys(name, &main) {
            groups.entry(key).or_default().push(name.clone());
        }
    }
    let mut found: Vec<Group> = groups
        .into_iter()
        .map(|(key, names)| Group::new(scene, &key, names))
        .filter(|group| group.used.len() > 1 && (group.actor.is_some() || group.differs()))
        .collect();
    found.sort_by_key(|group| group.names.first().map(|name| (name.article, name.span)));
    found
}

/// For each family, what most of its names that belong to something belong to.
fn main_owners(names: &[Name]) -> BTreeMap<&'static str, BTreeSet<Owner>> {
    let mut counts: BTreeMap<&'static str, BTreeMap<&BTreeSet<Owner>, usize>> = BTreeMap::new();
    for name in names {
        let Referent::Kind { families, owners } = &name.referent else { continue };
        for family in families.iter().filter(|_| !owners.is_empty()) {
            *counts.entry(family).or_default().entry(owners).or_default() += 1;
        }
    }
    let main = counts.into_iter().filter_map(|(family, counts)| {
        let all: usize = counts.values().sum();
        let (owners, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        (count as f64 >= MAIN_OWNER_SHARE * all as f64).then(|| (family, owners.clone()))
    });
    main.collect()
}

fn keys(name: &Name, main: &BTreeMap<&'static str, BTreeSet<Owner>>) -> Vec<Key> {
    match &name.referent {
        Referent::Actor(actor) => vec![Key::Actor(*actor)],
        Referent::Aligned(number) => vec![Key::Aligned(*number)],
        Referent::Kind { families, owners } => {
            let key = |family: &&'static str| {
                let main = main.get(family).filter(|_| owners.is_empty() && family.starts_with("group/"));
                Key::Kind(family, main.unwrap_or(owners).clone())
            };
            families.iter().map(key).collect()
        }
    }
}

const fn rule(key: &Key) -> &'static str {
    match key {
        Key::Actor(_) => "label/actor",
        Key::Aligned(_) => "label/aligned",
        Key::Kind(family, _) => match kind_of(family) {
            LabelKind::Act => "label/act",
            _ => "label/family",
        },
    }
}

/// What a family of names is of; its first letters say.
const fn kind_of(family: &str) -> LabelKind {
    match family.as_bytes() {
        [b'a', b'c', b't', ..] | [b'd', b'e', b'e', b'd', ..] => LabelKind::Act,
        [b'p', b'l', b'a', b'c', b'e', ..] => LabelKind::Place,
        [b't', b'h', b'i', b'n', b'g', ..] => LabelKind::Thing,
        _ => LabelKind::Group,
    }
}

const fn kind_of_actor(kind: ActorKind) -> LabelKind {
    match kind {
        ActorKind::Person => LabelKind::Person,
        ActorKind::Organisation => LabelKind::Organisation,
        ActorKind::Place => LabelKind::Place,
        ActorKind::Group => LabelKind::Group,
        ActorKind::Unknown => LabelKind::Thing,
    }
}

/// Gives a shorter role the key of the one longer role that has all its words: « chef de la diplomatie » is
/// « chef de la diplomatie russe ».
fn lengthen(names: &mut [Name]) {
    let keys: BTreeSet<String> = names.iter().filter(|name| !name.proper).map(|name| name.key.clone()).collect();
    let longest = |short: &String| -> Option<String> {
        let longer: Vec<&String> = keys.iter().filter(|long| *long != short && covers(long, short)).collect();
        let fullest = *longer.iter().max_by_key(|key| key.len())?;
        longer.iter().all(|key| covers(fullest, key)).then(|| fullest.clone())
    };
    let fuller: BTreeMap<&String, String> = keys.iter().filter_map(|key| Some((key, longest(key)?))).collect();
    for name in names.iter_mut().filter(|name| !name.proper) {
        if let Some(key) = fuller.get(&name.key) {
            name.key.clone_from(key);
        }
    }
}

/// A role that another article has in its text is no name that it lacks, even where whom it stands for was not found.
fn said_elsewhere(scene: &Scene, names: &[Name], used: &mut BTreeMap<usize, BTreeSet<String>>) {
    let roles: BTreeMap<&str, String> = names
        .iter()
        .filter(|name| !name.proper)
        .map(|name| (name.key.as_str(), fold(&scene.pages[name.article].words(name.span))))
        .collect();
    for (article, keys) in used {
        let page = &scene.pages[*article];
        let said = roles.iter().filter(|(_, words)| page.says(words)).map(|(key, _)| (*key).to_owned());
        keys.extend(said);
    }
}

/// Whether the longer of two names has all words of the shorter.
fn covers(long: &str, short: &str) -> bool {
    short.split(' ').all(|word| long.split(' ').any(|it| it == word))
}

impl Group {
    fn new(scene: &Scene, key: &Key, mut names: Vec<Name>) -> Self {
        names.sort_by_key(|name| (name.article, name.span));
        names.dedup_by_key(|name| (name.article, name.span));
        if let Key::Actor(_) = key {
            lengthen(&mut names);
        }
        let mut used: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for name in &names {
            used.entry(name.article).or_default().insert(name.key.clone());
        }
        if let Key::Actor(_) = key {
            said_elsewhere(scene, &names, &mut used);
        }
        let actor = match key {
            Key::Actor(actor) => scene.alignment.actors.get(*actor),
            Key::Kind(..) | Key::Aligned(_) => None,
        };
        let kind = match key {
            Key::Kind(family, _) => kind_of(family),
            Key::Actor(actor) => kind_of_actor(scene.kind_of(*actor)),
            Key::Aligned(_) => LabelKind::Thing,
        };
        Self { actor: actor.map(|it| it.name.clone()), kind, rule: rule(key), names, used }
    }

    /// Whether some article has a name for it that another lacks.
    pub(super) fn differs(&self) -> bool {
        self.names.iter().any(|name| self.lacking(name).is_some())
    }

    /// Another article that speaks of the same but never by this name; none if all of them do.
    pub(super) fn lacking(&self, name: &Name) -> Option<usize> {
        let uses = |keys: &BTreeSet<String>| keys.iter().any(|key| self.alike(key, &name.key));
        let mut others = self.used.iter().filter(|(article, _)| **article != name.article);
        others.find(|(_, keys)| !uses(keys)).map(|(article, _)| *article)
    }

    /// Whether two names are the same, or one is a shorter form of the other.
    pub(super) fn same(&self, one: &Name, other: &Name) -> bool {
        self.alike(&one.key, &other.key)
    }

    fn alike(&self, one: &str, other: &str) -> bool {
        one == other || self.rule == "label/actor" && (covers(one, other) || covers(other, one))
    }

    /// The names inside a span of an article.
    pub(super) fn inside(&self, article: usize, span: Span) -> Vec<&Name> {
        let first = self.names.partition_point(|name| (name.article, name.span.start) < (article, span.start));
        let near = self.names[first..].iter().take_while(|name| name.article == article && name.span.start < span.end);
        near.filter(|name| span.contains(name.span)).collect()
    }
}
