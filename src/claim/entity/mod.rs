//! People, organisations, places and groups, merged within the article.
//!
//! Runs of capitals become names ([`run`]), lists and grammar tell their kind, titles beside them their
//! roles ([`role`]); names that may be the same are merged into actors ([`cast`]), and role mentions
//! (« le chef de la diplomatie », « son homologue américain ») go to the one actor they fit.

mod cast;
mod context;
mod index;
mod office;
mod role;
mod run;
mod spelling;

use std::collections::BTreeSet;

use super::{Actor, ActorKind, Mention};
use crate::lang::Lexicon;
use crate::segment::Segmentation;
use crate::text::{Token, fold, strip_accents};
use context::Context;

/// Who and what an article names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// One a person, body, place or group.
    pub actors: Vec<Actor>,
    /// In order of their spans, without overlaps.
    pub mentions: Vec<Mention>,
}

/// Finds names, and merges those that name the same.
///
/// `captions` are no part of the text, but often say in full who someone is: their names give their roles to
/// the actors of the text.
pub fn find(
    text: &str,
    tokens: &[Token],
    segmentation: &Segmentation,
    lexicon: &Lexicon,
    captions: &[String],
) -> Names {
    let introduced: Vec<Actor> = captions.iter().flat_map(|caption| introduced(caption, lexicon)).collect();
    let context = Context::new(text, tokens, segmentation, lexicon);
    gathered(&context, &introduced)
}

/// The persons a caption introduces with their roles.
fn introduced(caption: &str, lexicon: &Lexicon) -> Vec<Actor> {
    let tokens = lexicon.tokens(caption);
    let context = Context::new(caption, &tokens, &Segmentation::default(), lexicon);
    let people = gathered(&context, &[]).actors.into_iter();
    people.filter(|actor| !actor.roles.is_empty()).collect()
}

fn gathered(context: &Context, introduced: &[Actor]) -> Names {
    let covered = role::covered(context);
    let runs = run::find(context, &covered);
    let phrases = role::find(context, &covered, &runs);
    let links = role::links(context, &phrases, &runs);
    let appositions = role::appositions(context, &covered, &runs);
    cast::gather(
        context,
        &runs,
        &cast::Told { phrases: &phrases, links: &links, appositions: &appositions, introduced },
    )
}

/// How sure it is that two actors, of one article or of two, are the same: 0 to 1.
///
/// 1 the same name or listed identity · .95 another spelling of it · .9 the surname of the other's full name ·
/// .8 the same office for the same country · .6 a single word of the other's name. Persons with different
/// given names, and names of clearly different kinds, are told apart.
pub fn same_name(a: &Actor, b: &Actor) -> f64 {
    if a.shared_id.is_some() && b.shared_id.is_some() {
        return f64::from(u8::from(a.shared_id == b.shared_id));
    }
    let apart = |one: ActorKind, other: ActorKind| {
        one != other
            && one != ActorKind::Unknown
            && other != ActorKind::Unknown
            && (one == ActorKind::Person || other == ActorKind::Person)
    };
    if apart(a.kind, b.kind) {
        return 0.0;
    }
    let by_name =
        names_of(a).iter().flat_map(|x| names_of(b).into_iter().map(move |y| nearness(x, &y))).fold(0.0, f64::max);
    let by_role = if a.kind == ActorKind::Person && b.kind == ActorKind::Person { shared_role(a, b) } else { 0.0 };
    let named_apart =
        a.kind == ActorKind::Person && words(&a.name).len() > 1 && words(&b.name).len() > 1 && by_name < 0.9;
    if named_apart { by_name.min(0.3) } else { by_name.max(by_role) }
}

/// The most that [`same_name`] is sure of two actors without a common sign ([`signs`]).
pub const WITHOUT_SIGN: f64 = 0.6;

/// What to look an actor up by: two that share none of these are the same with [`WITHOUT_SIGN`] at most.
///
/// A listed identity, how each of its names ends (whatever the transliteration), its offices by country.
pub fn signs(actor: &Actor) -> BTreeSet<String> {
    let names =
        names_of(actor).into_iter().filter_map(|name| Some(format!("name {}", spelling::skeleton(name.last()?))));
    let offices = actor.roles.iter().filter_map(|role| Some((role.role_id.as_ref()?, role.country.as_ref()?)));
    let offices = offices.map(|(office, country)| format!("office {office} {country}"));
    names.chain(offices).chain(actor.shared_id.iter().map(|id| format!("id {id}"))).collect()
}

/// The full name, and the aliases that are no roles.
fn names_of(actor: &Actor) -> Vec<Vec<String>> {
    let roles: Vec<&str> = actor.roles.iter().map(|role| role.text.as_str()).collect();
    let aliases =
        actor.aliases.iter().filter(|alias| actor.kind != ActorKind::Person && !roles.contains(&alias.as_str()));
    std::iter::once(words(&actor.name)).chain(aliases.map(|alias| words(alias))).collect()
}

fn words(name: &str) -> Vec<String> {
    strip_accents(&fold(name)).split([' ', '.']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn nearness(a: &[String], b: &[String]) -> f64 {
    let same =
        |a: &[String], b: &[String]| a.len() == b.len() && a.iter().zip(b).all(|(x, y)| spelling::same_word(x, y));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if a.is_empty() || b.is_empty() {
        0.0
    } else if a == b {
        1.0
    } else if same(a, b) {
        0.95
    } else if same(short, &long[long.len() - short.len()..]) || same_ends(short, long) {
        0.9
    } else if short.len() == 1 && long.iter().any(|word| spelling::same_word(word, &short[0])) {
        0.6
    } else {
        0.0
    }
}

/// The same first and last word, others between: "Robert S. Mueller", "Robert Mueller".
fn same_ends(short: &[String], long: &[String]) -> bool {
    let ends = |name: &[String]| name.first().cloned().zip(name.last().cloned());
    let alike = |((a, z), (b, y)): ((String, String), (String, String))| {
        spelling::same_word(&a, &b) && spelling::same_word(&z, &y)
    };
    short.len() > 1 && ends(short).zip(ends(long)).is_some_and(alike)
}

/// Offices that many hold at once: two holders are not the same person.
const HELD_BY_MANY: &[&str] = &[
    "activist",
    "ambassador",
    "candidate",
    "ceo",
    "coach",
    "consul",
    "deputy-mayor",
    "diplomat",
    "envoy",
    "former-holder",
    "general",
    "governor",
    "journalist",
    "judge",
    "lawyer",
    "legislator",
    "mayor",
    "mep",
    "party-leader",
    "prefect",
    "prosecutor",
    "rebel-leader",
    "senator",
    "spokesperson",
    "spouse",
    "suspect",
    "union-leader",
    "victim",
    "witness",
];

/// Persons known by surname alone may share an office of one country.
fn shared_role(a: &Actor, b: &Actor) -> f64 {
    let lone = words(&a.name).len() == 1 || words(&b.name).len() == 1;
    let shared = a.roles.iter().any(|role| {
        role.role_id.as_deref().is_some_and(|office| !HELD_BY_MANY.contains(&office))
            && role.country.is_some()
            && b.roles.iter().any(|other| other.role_id == role.role_id && other.country == role.country)
    });
    let surnames = words(&a.name).last().cloned() == words(&b.name).last().cloned();
    if shared && (surnames || !lone) {
        0.8
    } else if shared {
        0.5
    } else {
        0.0
    }
}
