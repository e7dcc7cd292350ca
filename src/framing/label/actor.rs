//! The names that articles give to one actor: proper names, roles that stand for them, titles before and
//! descriptions behind them.

use super::name::{Name, Owner, Referent, is_determiner, qualifies, with_adjectives};
use super::noun::code;
use crate::claim::ActorKind;
use crate::framing::{Page, Scene};
use crate::lang::List;
use crate::text::{Span, fold, strip_accents};

/// What every proper name of one actor goes by, short or full.
const PROPER: &str = "=";
/// The longest title read before a name, in tokens: « secrétaire général de l'Organisation des Nations unies ».
const TITLE_TOKENS: usize = 9;
/// Titles that describe nobody: « Mme », « sa sœur ».
const COURTESY: [&str; 2] = ["courtesy", "kin"];

/// Someone or something named at a place.
struct Mention {
    span: Span,
    /// Number in [`crate::align::Alignment::actors`].
    actor: usize,
    /// Whether by its proper name.
    named: bool,
    person: bool,
}

/// The actors named in an article, by place.
pub(super) struct Mentions {
    all: Vec<Mention>,
    /// Tokens of titles and descriptions beside a person's name, with whom they describe; in order.
    titles: Vec<(std::ops::Range<usize>, usize)>,
}

impl Mentions {
    pub(super) fn new(scene: &Scene, page: &Page) -> Self {
        let mention = |it: &crate::claim::Mention| {
            let actor = scene.shared_actor(page.number, it.actor)?;
            let person = scene.kind_of(actor) == ActorKind::Person;
            Some(Mention { span: it.span, actor, named: it.named, person })
        };
        let all: Vec<Mention> = page.analysed.claims.mentions.iter().filter_map(mention).collect();
        let mut mentions = Self { all, titles: Vec::new() };
        mentions.titles = mentions.described(page);
        mentions.titles.sort_by_key(|(range, _)| range.start);
        mentions
    }

    /// Titles before and descriptions behind the persons named.
    fn described(&self, page: &Page) -> Vec<(std::ops::Range<usize>, usize)> {
        let named = self.all.iter().filter(|it| it.named && it.person);
        let beside = named.flat_map(|it| {
            let tokens = page.tokens_of(it.span);
            let found = [title_before(page, tokens.start), self.apposition(page, tokens.end)];
            found.into_iter().flatten().map(|range| (range, it.actor))
        });
        beside.collect()
    }

    /// « Kerry, le secrétaire d'Etat américain, »: set apart on both sides, and no mention by itself.
    fn apposition(&self, page: &Page, at: usize) -> Option<std::ops::Range<usize>> {
        let first = at + 1 + usize::from(is_determiner(page, at + 1));
        let end = title_end(page, first).filter(|_| page.fold(at) == ",")?;
        let (_, end) = with_adjectives(page, first, end);
        let end = self.complement(page, end).map_or(end, |(end, _)| end);
        let apart = matches!(page.fold(end), "," | "." | "");
        (apart && !self.covers(page.span(first, first + 1))).then_some(first..end)
    }

    /// The actors' own names, roles and titles, where more than one article speaks of them.
    pub(super) fn names(&self, scene: &Scene, page: &Page) -> Vec<Name> {
        let shared = |actor: usize| {
            let members = &scene.alignment.actors[actor].members;
            members.iter().any(|(article, _)| *article != page.number)
        };
        let own = self.all.iter().filter(|it| shared(it.actor));
        let mentioned = own.filter_map(|it| {
            if it.named {
                let key = proper(scene, page, it.actor, it.span);
                let referent = Referent::Actor(it.actor);
                return Some(Name { article: page.number, span: it.span, head: it.span, proper: true, key, referent });
            }
            role(page, page.tokens_of(it.span), it.actor)
        });
        let titles = self.titles.iter().filter(|(_, actor)| shared(*actor));
        mentioned.chain(titles.filter_map(|(range, actor)| role(page, range.clone(), *actor))).collect()
    }

    /// Whether tokens are part of how a person is named: a role, a title, or the word right before a name.
    pub(super) fn takes(&self, page: &Page, from: usize, to: usize) -> bool {
        let span = page.span(from, to);
        // A noun inside a longer name is part of it: « Association pour le droit à mourir ».
        let inside = |it: &Mention| it.span.contains(span) && (it.person || it.named && it.span != span);
        let before = |it: &Mention| it.person && it.named && page.tokens_of(it.span).start == to && page.joined(to);
        let near = self.all.partition_point(|it| it.span.start < span.start);
        let near = &self.all[near.saturating_sub(1)..self.all.len().min(near + 2)];
        let title = self.titles.partition_point(|(range, _)| range.start <= from);
        let titled = title.checked_sub(1).is_some_and(|at| to <= self.titles[at].0.end);
        titled || near.iter().any(|it| inside(it) || before(it))
    }

    /// Whether a mention covers a span.
    fn covers(&self, span: Span) -> bool {
        let before = self.all.partition_point(|it| it.span.start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.all[at].span.contains(span))
    }

    /// What a noun that ends before token `at` belongs to, and the first token after it.
    pub(super) fn complement(&self, page: &Page, at: usize) -> Option<(usize, Owner)> {
        let mut next = at;
        while next < at + 2 && (page.is_class(List::NounLinks, next, "of") || next > at && is_determiner(page, next)) {
            next += 1;
        }
        let start = page.tokens.get(next).filter(|_| next > at)?.span.start;
        if let Ok(found) = self.all.binary_search_by_key(&start, |it| it.span.start) {
            let Mention { span, actor, named, .. } = self.all[found];
            let end = page.tokens.partition_point(|token| token.span.end <= span.end);
            return named.then_some((end, Owner::Actor(actor)));
        }
        let country = page.entry(List::Places, next).filter(|it| it.entry.fields.first() == Some(&"country"))?;
        let capitalised = page.tokens[next].is_capitalised(page.text);
        code(&country, 1).filter(|_| capitalised).map(|owner| (next + country.length_tokens, owner))
    }

    /// Whether a name that is longer covers `span`: « Washington » in « Washington Post ».
    pub(super) fn longer(&self, span: Span) -> bool {
        let before = self.all.partition_point(|it| it.span.start <= span.start);
        before > 0 && self.all[before - 1].span.contains(span) && self.all[before - 1].span != span
    }
}

/// The end of a title that says what someone is; none for « Mme » or an abbreviation.
fn title_end(page: &Page, at: usize) -> Option<usize> {
    let found = page.entry(List::Titles, at)?;
    let class = found.entry.fields.first().copied().unwrap_or_default();
    let end = at + found.length_tokens;
    let abbreviated = found.entry.key.ends_with('.');
    (!COURTESY.contains(&class) && !abbreviated).then_some(end)
}

/// « le secrétaire d'Etat américain **John Kerry** »: the longest title whose words lead up to the name.
fn title_before(page: &Page, name: usize) -> Option<std::ops::Range<usize>> {
    let joined = (name.saturating_sub(TITLE_TOKENS)..name).rev().take_while(|&at| page.joined(at + 1));
    let first = joined.last()?;
    let leads = |from: usize| {
        let end = title_end(page, from).filter(|end| *end <= name && !page.tags[from].finite)?;
        (end..name).all(|at| qualifies(page, at, at)).then(|| with_adjectives(page, from, end).0)
    };
    (first..name).find_map(leads).map(|from| from..name)
}

/// A role or title without its determiner; none for a pronoun.
fn role(page: &Page, tokens: std::ops::Range<usize>, actor: usize) -> Option<Name> {
    let listed = |list: List, at: usize| page.lexicon.list(list).get(page.fold(at)).is_some();
    let first = tokens.clone().find(|&at| !is_determiner(page, at) && !listed(List::Pronouns, at))?;
    let words = (first..tokens.end).filter(|&at| page.tokens[at].is_word() && !is_determiner(page, at));
    let words: Vec<&str> = words.map(|at| page.fold(at)).collect();
    let head = (first..tokens.end).find_map(|at| Some(page.span(at, title_end(page, at)?)));
    let span = page.span(first, tokens.end);
    (!words.is_empty()).then(|| Name {
        article: page.number,
        span,
        head: head.unwrap_or(span),
        proper: false,
        key: words.join(" "),
        referent: Referent::Actor(actor),
    })
}

/// The key of a proper name: one for all of a person's, for shorter forms of another's, for abbreviations.
fn proper(scene: &Scene, page: &Page, actor: usize, span: Span) -> String {
    let kind = scene.kind_of(actor);
    let actor = &scene.alignment.actors[actor];
    let words = |name: &str| -> Vec<String> {
        let plain = strip_accents(&fold(name));
        let plain = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let content = plain.filter(|word| !page.lexicon.list(List::FunctionWords).has(word));
        content.map(|word| word.trim_end_matches('s').to_owned()).collect()
    };
    let (short, full) = (words(span.of(page.text)), words(&actor.name));
    let part = short.iter().all(|word| full.contains(word));
    let abbreviated = !span.of(page.text).chars().any(char::is_lowercase);
    if kind == ActorKind::Person || part || abbreviated { PROPER.to_owned() } else { short.join(" ") }
}
