//! Which actor of one article is which actor of another.

use super::{Analysed, SharedActor};
use crate::claim::{Actor, entity};

/// From this likeness two actors of different articles are taken as one ([`entity::same_name`]).
const SAME_FROM: f64 = 0.75;

/// Merges the actors of all articles. Every actor of every article is a member of exactly one result.
pub(super) fn merge(articles: &[Analysed]) -> Vec<SharedActor> {
    let mut shared: Vec<SharedActor> = Vec::new();
    for (article, analysed) in articles.iter().enumerate() {
        let known = shared.len();
        for (number, actor) in analysed.claims.actors.iter().enumerate() {
            match best(articles, &shared[..known], actor) {
                Some(at) => join(&mut shared[at], (article, number), actor),
                None => shared.push(SharedActor {
                    name: actor.name.clone(),
                    kind: actor.kind,
                    members: vec![(article, number)],
                }),
            }
        }
    }
    shared
}

/// The shared actor that is likest, if one is like enough; the first of equals.
fn best(articles: &[Analysed], shared: &[SharedActor], actor: &Actor) -> Option<usize> {
    let likeness = |one: &SharedActor| {
        let members = one.members.iter().map(|&(article, number)| &articles[article].claims.actors[number]);
        members.map(|member| entity::same_name(member, actor)).fold(0.0, f64::max)
    };
    let scored = shared.iter().map(likeness).enumerate().filter(|&(_, score)| score >= SAME_FROM);
    scored.max_by(|(at, one), (other_at, other)| one.total_cmp(other).then(other_at.cmp(at))).map(|(at, _)| at)
}

fn join(shared: &mut SharedActor, member: (usize, usize), actor: &Actor) {
    shared.members.push(member);
    if actor.name.chars().count() > shared.name.chars().count() {
        shared.name.clone_from(&actor.name);
    }
}
