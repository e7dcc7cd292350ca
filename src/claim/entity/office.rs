//! Who is meant by an office without a name: « le chef de la diplomatie », « son homologue américain ».
//!
//! The roles of all actors are found by their wording, their words, their office and their country in one index,
//! which is kept up as counterparts are given theirs: what a phrase costs does not grow with the number of actors.

use std::collections::{BTreeMap, BTreeSet};

use super::cast::Cast;
use super::role::{Determiner, Phrase};
use crate::claim::{ActorKind, Role};

/// How many mentions of persons and offices before a counterpart may tell whose it is; as many behind it. Further
/// away, no reader would look, and a text full of counterparts of nobody would be gone through once for each.
const REACH_MENTIONS: usize = 300;

/// What a role is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// All its words.
    Wording(String),
    /// One of them.
    Word(String),
    /// The office, the same in all languages.
    Office(String),
}

/// Roles by country, each as draft and number among the draft's.
type ByCountry = BTreeMap<Option<String>, Vec<(usize, usize)>>;

/// Where someone is mentioned.
#[derive(Copy, Clone, Debug)]
enum Spot {
    /// A person, by draft.
    Person(usize),
    /// An office whose holder is not named beside it, by phrase.
    Office(usize),
}

/// Who holds which office, and where they are mentioned.
pub struct Offices {
    signs: BTreeMap<Sign, ByCountry>,
    /// Drafts that are persons.
    people: BTreeSet<usize>,
    /// Country → persons with a role for it.
    serving: BTreeMap<String, BTreeSet<usize>>,
    /// Persons of whom neither country nor office is told.
    untold: BTreeSet<usize>,
    /// First token of each mention, in order; names before offices.
    spots: Vec<(usize, Spot)>,
}

impl Offices {
    /// The offices of a cast whose kinds are settled; `linked`: which phrase stands beside which run.
    pub fn of(cast: &Cast, phrases: &[Phrase], linked: &BTreeMap<usize, usize>) -> Self {
        let is_person = |&at: &usize| cast.drafts[at].kind() == ActorKind::Person;
        let people: BTreeSet<usize> = (0..cast.drafts.len()).filter(is_person).collect();
        let spots = spots(cast, phrases, linked, &people);
        let mut offices =
            Self { signs: BTreeMap::new(), untold: people.clone(), people, serving: BTreeMap::new(), spots };
        for (at, draft) in cast.drafts.iter().enumerate() {
            for (number, role) in draft.roles.iter().enumerate() {
                offices.add(at, number, role);
            }
        }
        offices
    }

    fn add(&mut self, draft: usize, number: usize, role: &Role) {
        let words: BTreeSet<&str> = role.text.split(' ').collect();
        let words = words.into_iter().map(|word| Sign::Word(word.to_owned()));
        let office = role.role_id.clone().map(Sign::Office);
        for sign in words.chain([Sign::Wording(role.text.clone())]).chain(office) {
            let by_country = self.signs.entry(sign).or_default();
            by_country.entry(role.country.clone()).or_default().push((draft, number));
        }
        if let Some(country) = role.country.clone().filter(|_| self.people.contains(&draft)) {
            self.serving.entry(country).or_default().insert(draft);
        }
        if role.country.is_some() || role.role_id.is_some() {
            self.untold.remove(&draft);
        }
    }

    /// The one actor who holds the office of a phrase: by the same words, else by words among the role's, else
    /// by the same office in other words.
    pub fn holder(&self, cast: &Cast, phrase: &Phrase) -> Option<usize> {
        if phrase.determiner != Determiner::Definite {
            return None;
        }
        let words = phrase.title.split(' ').map(|word| Sign::Word(word.to_owned()));
        let rarest = words.min_by_key(|word| self.bearers(word));
        let wording = Sign::Wording(phrase.text.clone());
        let signs = [(3, Some(wording)), (2, rarest), (1, phrase.role_id.clone().map(Sign::Office))];
        for (nearness, sign) in signs {
            let roles = sign.iter().flat_map(|sign| self.of_country(sign, phrase.country.as_ref()));
            let near = roles.filter(|&(draft, role)| holds(&cast.drafts[draft].roles[role], phrase) == Some(nearness));
            let mut near = near.map(|(draft, _)| draft);
            if let Some(first) = near.next() {
                return near.all(|other| other == first).then_some(first);
            }
        }
        None
    }

    fn bearers(&self, sign: &Sign) -> usize {
        self.signs.get(sign).map_or(0, |by_country| by_country.values().map(Vec::len).sum())
    }

    /// The roles of a sign that may be held for a country: all where the phrase tells none.
    fn of_country(&self, sign: &Sign, country: Option<&String>) -> impl Iterator<Item = (usize, usize)> {
        let all = self.signs.get(sign).into_iter().flatten();
        let fitting = all.filter(move |(held, _)| country.is_none() || held.is_none() || held.as_ref() == country);
        fitting.flat_map(|(_, roles)| roles.iter().copied())
    }

    /// « son homologue américain »: a person of that country in the same office, or the one person whose
    /// office the article does not tell.
    pub fn counterpart(&mut self, cast: &mut Cast, phrase: &Phrase, phrases: &[Phrase]) -> Option<usize> {
        let of = self.counterpart_of(cast, phrase, phrases)?;
        let one_of = |people: &BTreeSet<usize>| {
            let mut others = people.iter().copied().filter(|&person| person != of);
            (others.next(), others.next())
        };
        let serving = phrase.country.as_ref().and_then(|country| self.serving.get(country));
        let serving = serving.map_or((None, None), one_of);
        let fitting = if serving.0.is_some() { serving } else { one_of(&self.untold) };
        let (Some(found), None) = fitting else { return None };
        let office = cast.drafts[of].roles.iter().find_map(|role| role.role_id.clone());
        let role = Role { text: phrase.text.clone(), role_id: office, country: phrase.country.clone() };
        let number = cast.drafts[found].roles.len();
        if !cast.drafts[found].roles.contains(&role) {
            self.add(found, number, &role);
            cast.drafts[found].roles.push(role);
        }
        Some(found)
    }

    /// Whose counterpart: the nearest person in the sentence with an office, before the phrase or else after
    /// it; else the last one before.
    fn counterpart_of(&self, cast: &Cast, phrase: &Phrase, phrases: &[Phrase]) -> Option<usize> {
        let sentence = cast.context.sentence(phrase.first);
        let here = |at: usize| cast.context.sentence(at) == sentence;
        let official = |&(at, spot): &(usize, Spot)| {
            let actor = match spot {
                Spot::Person(person) => Some(person),
                Spot::Office(number) => self.holder(cast, &phrases[number]).filter(|one| self.people.contains(one)),
            };
            let elsewhere = |role: &Role| role.country != phrase.country || role.country.is_none();
            actor.filter(|&actor| cast.drafts[actor].roles.iter().any(elsewhere)).map(|actor| (at, actor))
        };
        let (before, behind) = self.spots.split_at(self.spots.partition_point(|(at, _)| *at < phrase.first));
        let last = before.iter().rev().take(REACH_MENTIONS).find_map(official);
        let next = || {
            let behind = behind.iter().filter(|(at, _)| *at > phrase.first).take(REACH_MENTIONS);
            behind.take_while(|(at, _)| here(*at)).find_map(official)
        };
        let near = last.filter(|(at, _)| here(*at)).or_else(next);
        near.or(last).map(|(_, actor)| actor)
    }
}

fn spots(
    cast: &Cast,
    phrases: &[Phrase],
    linked: &BTreeMap<usize, usize>,
    people: &BTreeSet<usize>,
) -> Vec<(usize, Spot)> {
    let named = cast.runs.iter().zip(&cast.of_run).map(|(run, &draft)| (run.first, Spot::Person(draft)));
    let offices = phrases.iter().enumerate().filter(|(_, phrase)| !phrase.counterpart && !phrase.honorific);
    let offices = offices.map(|(number, phrase)| {
        let beside = linked.get(&number).map(|&run| Spot::Person(cast.of_run[run]));
        (phrase.first, beside.unwrap_or(Spot::Office(number)))
    });
    let someone = |spot: Spot| !matches!(spot, Spot::Person(draft) if !people.contains(&draft));
    let mut spots: Vec<(usize, Spot)> = named.chain(offices).filter(|&(_, spot)| someone(spot)).collect();
    spots.sort_by_key(|(first, _)| *first);
    spots
}

/// How near a role is to the one a phrase names: 3 the same words, 2 the phrase's words among its own, 1 the
/// same office; none for another office or country.
fn holds(role: &Role, phrase: &Phrase) -> Option<u8> {
    let countries = role.country.is_none() || phrase.country.is_none() || role.country == phrase.country;
    let same_office = role.role_id.is_some() && role.role_id == phrase.role_id;
    let included = || {
        let words: Vec<&str> = role.text.split(' ').collect();
        phrase.title.split(' ').all(|word| words.contains(&word))
    };
    let may_include = countries && role.text.len() >= phrase.title.len();
    let nearness = match (role.text == phrase.text, may_include && included(), same_office) {
        (true, _, _) => 3,
        (_, true, _) => 2,
        (_, _, true) => 1,
        _ => 0,
    };
    (countries && nearness > 0).then_some(nearness)
}
