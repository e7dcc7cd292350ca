//! Who and what an article names, and by which words.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::ActorKind;
use crate::framing::{Linked, Page, Scene};
use crate::lang::{List, Match, Pos};
use crate::text::{Span, TokenKind, fold, strip_accents};

/// How many adjectives a name may carry on each side.
const MOST_ADJECTIVES: usize = 3;
/// What every proper name of one actor goes by, short or full.
const PROPER: &str = "=";

/// What a noun belongs to: « régime **syrien** », « combattants du **Front Al-Nosra** ».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A country or people, by its code; by its own name where it has none.
    Nation(String),
    /// Number in [`crate::align::Alignment::actors`].
    Actor(usize),
}

/// What a name may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// Number in [`crate::align::Alignment::actors`].
    Actor(usize),
    /// Kinds of things, and what it belongs to.
    Kind { families: Vec<&'static str>, owners: BTreeSet<Owner> },
}

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) article: usize,
    pub(super) span: Span,
    /// What tells it from other names: the head noun, a role's words, or [`PROPER`].
    pub(super) key: String,
    pub(super) referent: Referent,
}

/// The names of all articles, by article and place.
pub(super) fn find(scene: &Scene) -> Vec<Name> {
    let linked = Paired::new(scene);
    let mut names: Vec<Name> = scene.pages.iter().flat_map(|page| of_page(scene, page, &linked)).collect();
    names.sort_by_key(|name| (name.article, name.span));
    names
}

fn of_page(scene: &Scene, page: &Page, paired: &Paired) -> Vec<Name> {
    let mentions = Mentions::new(scene, page);
    let mut names: Vec<Name> = mentions.names(scene, page);
    for at in 0..page.tokens.len() {
        let found = noun(page, at).map(|noun| noun.phrase(page, &mentions)).or_else(|| seat(page, at, &mentions));
        names.extend(found.filter(|it| it.wide || paired.holds(page.number, it.name.span)).map(|it| it.name));
    }
    names
}

/// A name, and whether it counts outside of linked claims.
struct Found {
    name: Name,
    wide: bool,
}

/// A noun or verb of `designations.tsv` in a text.
struct Noun {
    key: String,
    families: Vec<&'static str>,
    wide: bool,
    from: usize,
    to: usize,
}

fn noun(page: &Page, at: usize) -> Option<Noun> {
    let found = listed(page, at)?;
    let families: Vec<&'static str> = found.entry.fields.first()?.split(' ').collect();
    let of = |kind: &str| families.iter().any(|family| family.starts_with(kind));
    let fits = found.length_tokens > 1
        || if of("deed/") { page.likeliest(at) == Some(Pos::Verb) } else { stands_as_noun(page, at) };
    let (from, to) = (at, at + found.length_tokens);
    // A capital inside a sentence makes a name or a title of it, of a seat it must.
    let capital = page.tokens[at].is_capitalised(page.text);
    let seat = page.entry(List::Metonyms, at).is_some();
    if !fits || capital && !seat && !page.begins_sentence(at) {
        return None;
    }
    let plural =
        || page.fold(at) != found.entry.key.split(' ').next().unwrap_or_default() || page.fold(at).ends_with('s');
    let wide = found.entry.fields.get(1) == Some(&"wide") && (!(of("group/") || of("force/")) || plural());
    Some(Noun { key: found.entry.key.clone(), families, wide, from, to })
}

/// The entry at a token, by any form of its first word; a plural that the tables lack, by its singular.
fn listed<'a>(page: &Page<'a>, at: usize) -> Option<Match<'a>> {
    let list = page.lexicon.list(List::Designations);
    let singular = || page.fold(at).strip_suffix('s').and_then(|word| list.get(word));
    let content = page.tokens[at].is_word() && page.likeliest(at) != Some(Pos::Other);
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
            let before = (from.saturating_sub(MOST_ADJECTIVES)..from).rev();
            from = before.take_while(|&at| qualifies(page, at, at + 1)).last().unwrap_or(from);
            let after = to..page.tokens.len().min(to + MOST_ADJECTIVES);
            to = after.take_while(|&at| qualifies(page, at, at)).last().map_or(to, |at| at + 1);
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
        Found { name: Name { article: page.number, span: page.span(from, to), key: self.key, referent }, wide }
    }
}

/// Whether a token is an adjective of the noun beside it, on the same line as the token before `joint`.
fn qualifies(page: &Page, at: usize, joint: usize) -> bool {
    let adjective = nation(page, at).is_some()
        || page.likeliest(at) == Some(Pos::Adjective)
            && [List::FunctionWords, List::Numbers].iter().all(|list| page.entry(*list, at).is_none());
    adjective && page.joined(joint)
}

/// The country in a field of an entry.
fn code(found: &Match, field: usize) -> Option<Owner> {
    found.entry.fields.get(field).map(|code| Owner::Nation((*code).to_owned()))
}

/// The country or people that a token names, as an adjective or noun.
fn nation(page: &Page, at: usize) -> Option<Owner> {
    let entry = page.entry(List::Demonyms, at)?.entry;
    let code = entry.fields.first().copied().filter(|code| *code != "-");
    let lemma = || page.lexicon.vocabulary.readings(&entry.key).next().map_or(entry.key.as_str(), |it| it.lemma);
    Some(Owner::Nation(code.unwrap_or_else(lemma).to_owned()))
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
    Some(Found { name: Name { article: page.number, span, key: found.entry.key.clone(), referent }, wide: true })
}

/// The family of governments: what capitals and seats are names of.
const STATE: &str = "state/government";

/// Whether a bracket, comma or dash follows: a dateline or an address rather than an actor.
fn set_apart(page: &Page, at: usize) -> bool {
    page.tokens.get(at).is_none_or(|token| matches!(token.fold.as_str(), "(" | "," | "-" | ")"))
}

fn is_determiner(page: &Page, at: usize) -> bool {
    page.is_class(List::FunctionWords, at, "determiner")
}

/// The actors named in an article, by place.
struct Mentions {
    /// Span, shared actor, whether by its proper name.
    all: Vec<(Span, usize, bool)>,
}

impl Mentions {
    fn new(scene: &Scene, page: &Page) -> Self {
        let mentions = page.analysed.claims.mentions.iter();
        let shared = mentions.filter_map(|it| Some((it.span, scene.shared_actor(page.number, it.actor)?, it.named)));
        Self { all: shared.collect() }
    }

    /// The actors' own names and roles, where more than one article speaks of them.
    fn names(&self, scene: &Scene, page: &Page) -> Vec<Name> {
        let shared = |actor: usize| {
            let members = &scene.alignment.actors[actor].members;
            members.iter().any(|(article, _)| *article != page.number)
        };
        let own = self.all.iter().filter(|(_, actor, _)| shared(*actor));
        own.filter_map(|&(span, actor, named)| {
            let (key, span) = if named { (proper(scene, page, actor, span), span) } else { role(page, span)? };
            Some(Name { article: page.number, span, key, referent: Referent::Actor(actor) })
        })
        .collect()
    }

    /// What a noun that ends before token `at` belongs to, and the first token after it.
    fn complement(&self, page: &Page, at: usize) -> Option<(usize, Owner)> {
        let mut next = at;
        while next < at + 2 && (page.is_class(List::NounLinks, next, "of") || next > at && is_determiner(page, next)) {
            next += 1;
        }
        let start = page.tokens.get(next).filter(|_| next > at)?.span.start;
        if let Ok(found) = self.all.binary_search_by_key(&start, |(span, _, _)| span.start) {
            let (span, actor, named) = self.all[found];
            let end = page.tokens.partition_point(|token| token.span.end <= span.end);
            return named.then_some((end, Owner::Actor(actor)));
        }
        let country = page.entry(List::Places, next).filter(|it| it.entry.fields.first() == Some(&"country"))?;
        let capitalised = page.tokens[next].is_capitalised(page.text);
        code(&country, 1).filter(|_| capitalised).map(|owner| (next + country.length_tokens, owner))
    }

    /// Whether a name that is longer covers `span`: « Washington » in « Washington Post ».
    fn longer(&self, span: Span) -> bool {
        let before = self.all.partition_point(|(mention, _, _)| mention.start <= span.start);
        before > 0 && self.all[before - 1].0.contains(span) && self.all[before - 1].0 != span
    }
}

/// The key of a proper name: one for all of a person's, for shorter forms of another's, for abbreviations.
fn proper(scene: &Scene, page: &Page, actor: usize, span: Span) -> String {
    let actor = &scene.alignment.actors[actor];
    let words = |name: &str| -> Vec<String> {
        let plain = strip_accents(&fold(name));
        plain.split_whitespace().map(|word| word.trim_end_matches('s').to_owned()).collect()
    };
    let (short, full) = (words(span.of(page.text)), words(&actor.name));
    let part = short.iter().all(|word| full.contains(word));
    let abbreviated = !span.of(page.text).chars().any(char::is_lowercase);
    if actor.kind == ActorKind::Person || part || abbreviated { PROPER.to_owned() } else { short.join(" ") }
}

/// A role without its determiner: its words as a key, and where they stand; none for a pronoun.
fn role(page: &Page, span: Span) -> Option<(String, Span)> {
    let listed = |list: List, at: usize| page.lexicon.list(list).get(page.fold(at)).is_some();
    let tokens = page.tokens_of(span);
    let first = tokens.clone().find(|&at| !is_determiner(page, at) && !listed(List::Pronouns, at))?;
    let words = (first..tokens.end).filter(|&at| page.tokens[at].is_word() && !is_determiner(page, at));
    let words: Vec<&str> = words.map(|at| page.fold(at)).collect();
    (!words.is_empty()).then(|| (words.join(" "), page.span(first, tokens.end)))
}

/// Where words count that only count inside linked claims that put them side by side.
struct Paired {
    spans: BTreeMap<usize, Vec<Span>>,
}

impl Paired {
    fn new(scene: &Scene) -> Self {
        let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for linked in scene.links() {
            for (article, span) in pair(scene, &linked) {
                spans.entry(article).or_default().push(span);
            }
        }
        for spans in spans.values_mut() {
            spans.sort();
            spans.dedup();
        }
        Self { spans }
    }

    /// Whether a phrase holds one of those words.
    fn holds(&self, article: usize, span: Span) -> bool {
        let Some(spans) = self.spans.get(&article) else { return false };
        let first = spans.partition_point(|it| it.start < span.start);
        spans[first..].iter().take_while(|it| it.start < span.end).any(|it| span.contains(*it))
    }
}

/// The words of two linked claims that are of one family and not the same.
fn pair(scene: &Scene, linked: &Linked) -> Vec<(usize, Span)> {
    let nouns = |article: usize, span: Span| -> Vec<(usize, Span, Noun)> {
        let Some(page) = scene.pages.get(article) else { return Vec::new() };
        let found = page.tokens_of(span).filter_map(|at| noun(page, at));
        found.map(|it| (article, page.span(it.from, it.to), it)).collect()
    };
    let a = nouns(linked.link.a.article, linked.a.span);
    let b = nouns(linked.link.b.article, linked.b.span);
    let families = |all: &[(usize, Span, Noun)], key: &str| -> BTreeSet<&'static str> {
        all.iter().filter(|it| it.2.key == key).flat_map(|it| it.2.families.clone()).collect()
    };
    // A word that both use says that they name it alike; its family is then not a contrast here.
    let alike: BTreeSet<&'static str> = a
        .iter()
        .filter(|one| b.iter().any(|other| one.2.key == other.2.key))
        .flat_map(|one| families(&a, &one.2.key))
        .collect();
    let contrasts = |one: &Noun, all: &[(usize, Span, Noun)]| {
        one.families.iter().any(|family| !alike.contains(family) && all.iter().any(|it| it.2.families.contains(family)))
    };
    let left = a.iter().filter(|one| contrasts(&one.2, &b));
    let right = b.iter().filter(|one| contrasts(&one.2, &a));
    left.chain(right).map(|(article, span, _)| (*article, *span)).collect()
}
