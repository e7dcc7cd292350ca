//! Which actor of one article is which actor of another, by an index of what tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use super::{Analysed, SharedActor};
use crate::claim::{Actor, entity};
use crate::lang::{Lexica, Lexicon, List};
use crate::text::fold;

/// From this likeness two actors of different articles are taken as one ([`entity::same_name`]).
const SAME_FROM: f64 = 0.75;

const _: () = assert!(SAME_FROM > entity::WITHOUT_SIGN, "an actor is only compared with those that share a sign");

/// Merges the actors of all articles. Every actor of every article is a member of exactly one result.
pub(super) fn merge(articles: &[Analysed], lexica: &Lexica) -> Vec<SharedActor> {
    let mut shared: Vec<SharedActor> = Vec::new();
    let mut by_sign: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (article, analysed) in articles.iter().enumerate() {
        let known = shared.len();
        for (number, actor) in analysed.claims.actors.iter().enumerate() {
            let named = Named { actor, lexicon: lexica.of(analysed.article.language) };
            let signs = named.signs();
            let near: BTreeSet<usize> = signs.iter().filter_map(|sign| by_sign.get(sign)).flatten().copied().collect();
            let near = near.range(..known).map(|&at| (at, &shared[at]));
            let at = best(articles, lexica, near, named).unwrap_or(shared.len());
            match shared.get_mut(at) {
                Some(one) => join(one, (article, number), actor),
                None => shared.push(SharedActor {
                    name: actor.name.clone(),
                    kind: actor.kind,
                    members: vec![(article, number)],
                }),
            }
            for sign in signs {
                by_sign.entry(sign).or_default().insert(at);
            }
        }
    }
    shared
}

/// The shared actor that is likest, if one is like enough; the first of equals.
fn best<'a>(
    articles: &[Analysed],
    lexica: &Lexica,
    shared: impl Iterator<Item = (usize, &'a SharedActor)>,
    actor: Named,
) -> Option<usize> {
    let member = |&(article, number): &(usize, usize)| {
        let Analysed { article, claims, .. } = &articles[article];
        Named { actor: &claims.actors[number], lexicon: lexica.of(article.language) }
    };
    let likeness = |one: &SharedActor| one.members.iter().map(|it| member(it).likeness(actor)).fold(0.0, f64::max);
    let scored = shared.map(|(at, one)| (at, likeness(one))).filter(|&(_, score)| score >= SAME_FROM);
    scored.max_by(|(at, one), (other_at, other)| one.total_cmp(other).then(other_at.cmp(at))).map(|(at, _)| at)
}

/// An actor with the language that names it.
#[derive(Copy, Clone)]
struct Named<'a> {
    actor: &'a Actor,
    lexicon: &'a Lexicon,
}

impl Named<'_> {
    /// How sure it is that both are the same. Between languages a listed name is as sure as it gets: « Alep » is "Aleppo".
    fn likeness(self, other: Self) -> f64 {
        let translated = self.exonym().zip(other.exonym()).filter(|_| self.lexicon.language != other.lexicon.language);
        let same = |(one, two): (&str, &str)| f64::from(u8::from(one == two));
        translated.map_or_else(|| entity::same_name(self.actor, other.actor), same)
    }

    /// What to look it up by, in whatever language.
    fn signs(self) -> BTreeSet<String> {
        let mut signs = entity::signs(self.actor);
        signs.extend(self.exonym().map(|name| format!("exonym {name}")));
        signs
    }

    fn exonym(&self) -> Option<&'static str> {
        self.lexicon.list(List::Exonyms).get(&fold(&self.actor.name))?.fields.first().copied()
    }
}

fn join(shared: &mut SharedActor, member: (usize, usize), actor: &Actor) {
    shared.members.push(member);
    if actor.name.chars().count() > shared.name.chars().count() {
        shared.name.clone_from(&actor.name);
    }
}
