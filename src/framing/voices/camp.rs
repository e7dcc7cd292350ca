//! For whom a speaker speaks: a country or a body, where the words say so.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Actor, ActorKind, Role, Speaker};
use crate::framing::{CampId, Page, Scene};
use crate::lang::{Lexicon, List};
use crate::text::{Span, Token, fold};

/// The bodies that an article names, by the first word of their names, so that an office is looked up word by word.
pub(super) struct Bodies {
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Bodies {
    pub(super) fn of(page: &Page) -> Self {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        let actors = page.analysed.claims.actors.iter().enumerate();
        for (number, actor) in actors.filter(|(_, actor)| is_body(actor)) {
            let words: Vec<String> = page.lexicon.tokens(&actor.name).into_iter().map(|token| token.fold).collect();
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push((words, number));
            }
        }
        Self { by_first }
    }

    /// The camps that the words around one speaker name; none where they say nothing, several where they disagree.
    pub(super) fn camps(&self, scene: &Scene, page: &Page, speaker: &Speaker) -> BTreeSet<CampId> {
        let known = speaker.actor.and_then(|at| Some((at, page.analysed.claims.actors.get(at)?)));
        match (known, speaker.mention) {
            (Some((number, actor)), _) => self.of_actor(scene, page, number, actor),
            (None, Some(mention)) => of_words(scene, page, mention),
            (None, None) => BTreeSet::new(),
        }
    }

    fn of_actor(&self, scene: &Scene, page: &Page, number: usize, actor: &Actor) -> BTreeSet<CampId> {
        let country = || actor.country.iter().filter(|code| is_country(code)).cloned().map(CampId::Country).collect();
        match actor.kind {
            ActorKind::Organisation if page.lexicon.list(List::Metonyms).has(&fold(&actor.name)) => country(),
            ActorKind::Organisation => body(scene, page, number).into_iter().collect(),
            ActorKind::Place | ActorKind::Group => country(),
            ActorKind::Person | ActorKind::Unknown => {
                let office = |role: &Role| role.role_id.as_ref().and(role.country.clone());
                let offices = actor.roles.iter().filter_map(office).filter(|code| is_country(code));
                let offices: BTreeSet<CampId> = offices.map(CampId::Country).collect();
                let bodies = || actor.roles.iter().flat_map(|role| self.named(scene, page, &role.text)).collect();
                [offices, bodies(), country()].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
            }
        }
    }

    /// The bodies whose names stand in the words of an office.
    fn named(&self, scene: &Scene, page: &Page, role: &str) -> Vec<CampId> {
        let tokens = page.lexicon.tokens(role);
        let mut found = Vec::new();
        for at in 0..tokens.len() {
            let stands = |words: &[String]| {
                let here = &tokens[at..];
                words.len() <= here.len() && words.iter().zip(here).all(|(word, token)| *word == token.fold)
            };
            let all = self.by_first.get(&tokens[at].fold).into_iter().flatten();
            found.extend(all.filter(|(words, _)| stands(words)).filter_map(|(_, it)| body(scene, page, *it)));
        }
        found
    }
}

/// The bodies named in a designation, else the countries: « un porte-parole de l'ONU », « l'armée syrienne ».
fn of_words(scene: &Scene, page: &Page, mention: Span) -> BTreeSet<CampId> {
    let claims = &page.analysed.claims;
    let first = claims.mentions.partition_point(|one| one.span.start < mention.start);
    let inside = claims.mentions[first..].iter().take_while(|one| one.span.end <= mention.end);
    let bodies = inside.filter(|one| claims.actors.get(one.actor).is_some_and(is_body));
    let bodies: BTreeSet<CampId> = bodies.filter_map(|one| body(scene, page, one.actor)).collect();
    if bodies.is_empty() { countries(page.lexicon, &page.tokens[page.tokens_of(mention)]) } else { bodies }
}

fn is_body(actor: &Actor) -> bool {
    actor.kind == ActorKind::Organisation
}

fn body(scene: &Scene, page: &Page, actor: usize) -> Option<CampId> {
    scene.shared_actor(page.number, actor).map(CampId::Body)
}

/// The countries that words name, by themselves, by their inhabitants or by their seats of power.
fn countries(lexicon: &Lexicon, tokens: &[Token]) -> BTreeSet<CampId> {
    let code = |at: usize| {
        let demonym = lexicon.list(List::Demonyms).at(tokens, at).map(|found| found.entry.fields[0]);
        let place = || lexicon.list(List::Places).at(tokens, at).map(|found| found.entry.fields[1]);
        let seat = || lexicon.list(List::Metonyms).at(tokens, at).map(|found| found.entry.fields[0]);
        demonym.or_else(place).or_else(seat)
    };
    let codes = (0..tokens.len()).filter_map(code).filter(|code| is_country(code));
    codes.map(|code| CampId::Country(code.to_owned())).collect()
}

/// Whether a code is that of a country or of the European Union, rather than of a continent or of several.
fn is_country(code: &str) -> bool {
    code.len() == 2 && code.chars().all(|c| c.is_ascii_uppercase())
}

/// What readers call a camp: as an article names it where one does.
pub(super) fn name(scene: &Scene, id: &CampId) -> String {
    match id {
        CampId::Body(actor) => scene.alignment.actors.get(*actor).map(|actor| actor.name.clone()).unwrap_or_default(),
        CampId::Country(code) => {
            let written = scene.pages.iter().find_map(|page| written(page, code));
            let listed = || scene.pages.iter().find_map(|page| listed(page.lexicon, code));
            written.or_else(listed).unwrap_or_else(|| code.clone())
        }
    }
}

/// A country's name as the article writes it.
fn written(page: &Page, code: &str) -> Option<String> {
    let country = |name: &str| {
        let entry = page.lexicon.list(List::Places).get(&fold(name));
        entry.is_some_and(|entry| entry.fields[0] == "country" && entry.source == COMMON_NAMES)
    };
    let places = page.analysed.claims.actors.iter().filter(|actor| actor.kind == ActorKind::Place);
    places
        .filter(|actor| actor.country.as_deref() == Some(code))
        .map(|actor| &actor.name)
        .find(|it| country(it))
        .cloned()
}

/// The source of the names that countries usually go by.
const COMMON_NAMES: &str = "cldr";

/// A country's usual name, with its capitals; the spelling with accents comes last in the list.
fn listed(lexicon: &Lexicon, code: &str) -> Option<String> {
    let mut all = lexicon.list(List::Places).entries().iter();
    let usual = all.rfind(|entry| entry.fields[..] == ["country", code] && entry.source == COMMON_NAMES)?;
    let (mut name, mut end) = (String::new(), 0);
    for token in lexicon.tokens(&usual.key) {
        name.push_str(&usual.key[end..token.span.start]);
        let mut letters = token.fold.chars();
        match letters.next().filter(|_| !lexicon.list(List::FunctionWords).has(&token.fold)) {
            Some(first) => name.extend(first.to_uppercase().chain(letters)),
            None => name.push_str(&token.fold),
        }
        end = token.span.end;
    }
    Some(name)
}
