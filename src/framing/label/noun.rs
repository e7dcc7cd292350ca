//! Nouns and verbs that news give to one kind of thing (`designations.tsv`), and capitals that stand for powers.

use std::collections::BTreeSet;

use super::actor::Mentions;
use super::name::{Name, Owner, Referent, is_determiner, nation, with_adjectives};
use crate::framing::Page;
use crate::lang::{List, Match, Pos};
use crate::text::{TokenKind, strip_accents};

/// The names of kinds of things in an article: a noun counts all over the text, or where `paired` says so.
pub(super) fn names(page: &Page, mentions: &Mentions, paired: impl Fn(crate::text::Span) -> bool) -> Vec<Name> {
    let mut names = Vec::new();
    // « officiers » inside « officiers de police » is no name of its own, « frappes » inside « arrêt des frappes » is.
    let mut outer: (usize, Vec<&str>) = (0, Vec::new());
    for at in 0..page.tokens.len() {
        let own = noun(page, at);
        if let Some(own) = &own {
            if at < outer.0 && own.families.iter().all(|family| outer.1.contains(family)) {
                continue;
            }
            outer = (own.to, own.families.clone());
        }
        let own = own.filter(|it| !mentions.takes(page, it.from, it.to)).map(|noun| noun.phrase(page, mentions));
        let found = own.or_else(|| seat(page, at, mentions));
        names.extend(found.filter(|it| it.wide || paired(it.name.span)).map(|it| it.name));
    }
    names
}

/// A name, and whether it counts outside of linked claims.
struct Found {
    name: Name,
    wide: bool,
}

/// A noun or verb of `designations.tsv` in a text.
pub(super) struct Noun {
    pub(super) key: String,
    pub(super) families: Vec<&'static str>,
    wide: bool,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The listed noun or verb that begins at a token.
pub(super) fn noun(page: &Page, at: usize) -> Option<Noun> {
    let found = listed(page, at)?;
    let families: Vec<&'static str> = found.entry.fields.first()?.split(' ').collect();
    let of = |kind: &str| families.iter().any(|family| family.starts_with(kind));
    let fits = found.length_tokens > 1 && !page.tags[at].finite
        || if of("deed/") { page.likeliest(at) == Some(Pos::Verb) } else { stands_as_noun(page, at) };
    let (from, to) = (at, at + found.length_tokens);
    // A capital inside a sentence makes a name or a title of it, of a seat it must.
    let capital = page.tokens[at].is_capitalised(page.text);
    let seat = page.entry(List::Metonyms, at).is_some();
    if !fits || capital && !seat && !page.begins_sentence(at) && !is_acronym(page, at) {
        return None;
    }
    let plural =
        || page.fold(at) != found.entry.key.split(' ').next().unwrap_or_default() || page.fold(at).ends_with('s');
    let wide = found.entry.fields.get(1) == Some(&"wide") && (!(of("group/") || of("force/")) || plural());
    Some(Noun { key: singular(&found.entry.key), families, wide, from, to })
}

/// One key for a name in singular and plural, with and without the accents that capitals lack.
fn singular(key: &str) -> String {
    let words: Vec<String> = strip_accents(key).split(' ').map(|word| word.trim_end_matches('s').to_owned()).collect();
    words.join(" ")
}

/// Whether a word is written in capitals by itself: « l'IVG », not a line of capitals.
fn is_acronym(page: &Page, at: usize) -> bool {
    let loud = |at: usize| {
        let words = page.tokens.get(at).filter(|it| it.is_word()).map(|it| it.span.of(page.text));
        words.is_some_and(|it| it.chars().nth(1).is_some_and(char::is_uppercase) && !it.contains(char::is_lowercase))
    };
    loud(at) && !loud(at + 1) && !at.checked_sub(1).is_some_and(loud)
}

/// The entry at a token, by any form of its first word; a plural that the tables lack, by its singular.
fn listed<'a>(page: &Page<'a>, at: usize) -> Option<Match<'a>> {
    let list = page.lexicon.list(List::Designations);
    let singular = || page.fold(at).strip_suffix('s').and_then(|word| list.get(word));
    let content = page.tokens[at].is_word() && page.entry(List::FunctionWords, at).is_none();
    let found = if content { list.at_lemma(page.tokens, at, &page.lexicon.vocabulary) } else { None };
    found.or_else(|| singular().map(|entry| Match { entry, length_tokens: 1 }))
}

/// Whether a word is a noun here: likeliest by itself, or by the determiner before it or link before it (« les rebelles »).
fn stands_as_noun(page: &Page, at: usize) -> bool {
    let leads = |before: usize| {
        is_determiner(page, before)
            || page.is_class(List::NounLinks, before, "of")
            || page.entry(List::Numbers, before).is_some()
            || page.tokens[before].kind == TokenKind::Number
    };
    let led = at.checked_sub(1).is_some_and(leads);
    page.likeliest(at).is_none_or(|pos| pos == Pos::Noun) || led && !page.tags[at].finite
}

impl Noun {
    fn is(&self, kind: &str) -> bool {
        self.families.iter().any(|family| family.starts_with(kind))
    }

    /// The noun with its adjectives and what it belongs to.
    fn phrase(self, page: &Page, mentions: &Mentions) -> Found {
        let (mut from, mut to) = (self.from, self.to);
        let mut owners = BTreeSet::new();
        if !self.is("deed/") {
            (from, to) = with_adjectives(page, from, to);
            owners.extend((from..to).filter_map(|at| nation(page, at)));
            owners.extend(page.entry(List::Metonyms, self.from).and_then(|seat| code(&seat, 0)));
            if let Some((end, owner)) = mentions.complement(page, to) {
                to = end;
                owners.insert(owner);
            }
        }
        // Whose government « le gouvernement » is, only what stands around it tells.
        let wide = self.wide && (!self.is("state/") || !owners.is_empty());
        let referent = Referent::Kind { families: self.families, owners };
        let head = page.span(self.from, self.to);
        let proper = page.entry(List::Metonyms, self.from).is_some();
        let span = page.span(from, to);
        Found { name: Name { article: page.number, span, head, proper, key: self.key, referent }, wide }
    }
}

/// The country in a field of an entry.
pub(super) fn code(found: &Match, field: usize) -> Option<Owner> {
    found.entry.fields.get(field).map(|code| Owner::Nation((*code).to_owned()))
}

/// A capital that stands for its government: « Damas » as one who acts, not « à Damas ».
fn seat(page: &Page, at: usize, mentions: &Mentions) -> Option<Found> {
    let found = page.entry(List::Places, at).filter(|it| it.entry.fields.first() == Some(&"capital"))?;
    let end = at + found.length_tokens;
    let place =
        at.checked_sub(1).is_some_and(|it| page.entry(List::NounLinks, it).is_some() || is_determiner(page, it));
    let span = page.span(at, end);
    if place || set_apart(page, end) || !page.tokens[at].is_capitalised(page.text) || mentions.longer(span) {
        return None;
    }
    let referent = Referent::Kind { families: vec![STATE], owners: code(&found, 1).into_iter().collect() };
    let key = found.entry.key.clone();
    Some(Found { name: Name { article: page.number, span, head: span, proper: true, key, referent }, wide: true })
}

/// The family of governments: what capitals and seats are names of.
const STATE: &str = "state/government";

/// Whether a bracket, comma or dash follows: a dateline or an address rather than an actor.
fn set_apart(page: &Page, at: usize) -> bool {
    page.tokens.get(at).is_none_or(|token| matches!(token.fold.as_str(), "(" | "," | "-" | ")"))
}
