//! Names → actors: which runs name the same, what kind each is, which role mentions are whose.

use std::collections::BTreeMap;

use super::Names;
use super::context::Context;
use super::index::{Index, stem, suffix_of};
use super::office::Offices;
use super::role::Phrase;
use super::run::Run;
use super::spelling;
use crate::claim::{Actor, ActorKind, Gender, Mention, Role};
use crate::lang::Pos;
use crate::text::{Span, fold, strip_accents};

/// Letters of an acronym in brackets that must head the words before it.
const ACRONYM_LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Fewer votes than these leave a kind unknown.
const LEAST_VOTES: i32 = 2;

/// An actor being put together.
#[derive(Default)]
pub struct Draft {
    /// Its name as compared: the longest.
    pub key: Vec<String>,
    runs: Vec<usize>,
    id: Option<String>,
    country: Option<String>,
    /// By titles.
    pub gender: Option<Gender>,
    /// What it holds or is described as.
    pub roles: Vec<Role>,
    votes: BTreeMap<ActorKind, i32>,
    titled: bool,
    /// « Jr. », "Sr.", where a mention has it.
    suffix: Option<String>,
}

impl Draft {
    /// What most of its mentions say it is, for good once all have voted.
    pub fn kind(&self) -> ActorKind {
        let best = self.votes.iter().rev().max_by_key(|(_, votes)| **votes);
        best.filter(|(_, votes)| **votes >= LEAST_VOTES).map_or(ActorKind::Unknown, |(kind, _)| *kind)
    }

    /// Whether a mention of that gender and suffix may name it: « M. Durand » is not « Mme Durand ».
    fn may_be(&self, gender: Option<Gender>, suffix: Option<&str>) -> bool {
        let genders = self.gender.is_none() || gender.is_none() || self.gender == gender;
        genders && (self.suffix.is_none() || suffix.is_none() || self.suffix.as_deref() == suffix)
    }

    fn vote(&mut self, kind: ActorKind, weight: i32) {
        *self.votes.entry(kind).or_default() += weight;
    }
}

/// What titles and descriptions tell.
pub struct Told<'a> {
    /// The phrases, in order.
    pub phrases: &'a [Phrase],
    /// Which phrase describes which run.
    pub links: &'a [(usize, usize)],
    /// First token, end and run of descriptions without a title.
    pub appositions: &'a [(usize, usize, usize)],
    /// Persons introduced outside the text.
    pub introduced: &'a [Actor],
}

/// Puts all together.
pub fn gather(context: &Context, runs: &[Run], told: &Told) -> Names {
    let mut cast = Cast::new(context, runs);
    cast.merge(told.links, told.phrases);
    cast.take_roles(told.phrases, told.links);
    cast.take_appositions(told.appositions);
    cast.take_introduced(told.introduced);
    cast.vote();
    let mentions = cast.mentions(told.phrases, told.links);
    cast.names(mentions)
}

pub struct Cast<'a> {
    /// The text.
    pub context: &'a Context<'a>,
    /// Its names where they stand.
    pub runs: &'a [Run],
    /// Their words as compared.
    pub keys: Vec<Vec<String>>,
    /// The actors so far.
    pub drafts: Vec<Draft>,
    /// Draft of each run.
    pub of_run: Vec<usize>,
}

impl<'a> Cast<'a> {
    fn new(context: &'a Context<'a>, runs: &'a [Run]) -> Self {
        let keys = runs.iter().map(|run| stem(context, run)).collect();
        Self { context, runs, keys, drafts: Vec::new(), of_run: vec![0; runs.len()] }
    }

    /// Long names first, then the short ones that may be theirs, each to the last one mentioned.
    fn merge(&mut self, links: &[(usize, usize)], phrases: &[Phrase]) {
        let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
        let mut by_key: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        let mut order: Vec<usize> = (0..self.runs.len()).collect();
        order.sort_by_key(|&run| (std::cmp::Reverse(self.keys[run].len().min(2)), run));
        let titled: std::collections::BTreeSet<usize> = links.iter().map(|link| link.1).collect();
        let genders: BTreeMap<usize, Option<Gender>> =
            links.iter().rev().map(|link| (link.1, phrases[link.0].gender)).collect();
        let defined = self.acronyms();
        let mut index = Index::default();
        for run in order {
            let id = self.runs[run].known.as_ref().and_then(|known| known.id.clone());
            let found = id.as_ref().and_then(|id| by_id.get(id).copied());
            let gender = genders.get(&run).copied().flatten();
            let suffix = suffix_of(self.context, &self.runs[run]);
            let may_be = |draft: usize| self.drafts[draft].may_be(gender, suffix.as_deref());
            let by_spelling = || {
                let alone = self.keys[run].len() > 1 || !index.is_shared(&self.keys[run]);
                by_key
                    .get(&self.keys[run])
                    .filter(|_| alone)
                    .and_then(|drafts| drafts.iter().copied().find(|&draft| may_be(draft)))
            };
            let found = found
                .or_else(by_spelling)
                .or_else(|| defined.get(&self.keys[run]).and_then(|long| by_key.get(long)?.first().copied()))
                .or_else(|| index.find(self, run, titled.contains(&run), &may_be).filter(|&draft| may_be(draft)));
            let draft = found.unwrap_or_else(|| self.add(run));
            self.of_run[run] = draft;
            self.drafts[draft].runs.push(run);
            self.drafts[draft].gender = self.drafts[draft].gender.or(gender);
            self.drafts[draft].suffix = self.drafts[draft].suffix.take().or(suffix);
            if let Some(known) = &self.runs[run].known {
                self.drafts[draft].id = self.drafts[draft].id.take().or_else(|| known.id.clone());
                self.drafts[draft].country = self.drafts[draft].country.take().or_else(|| known.country.clone());
            }
            if let Some(id) = id {
                by_id.entry(id).or_insert(draft);
            }
            let bearers = by_key.entry(self.keys[run].clone()).or_default();
            if !bearers.contains(&draft) {
                bearers.push(draft);
            }
            index.add((draft, &self.drafts[draft].key), &self.keys[run], run);
        }
    }

    fn add(&mut self, run: usize) -> usize {
        self.drafts.push(Draft { key: self.keys[run].clone(), ..Draft::default() });
        self.drafts.len() - 1
    }

    /// « Organisation des Nations unies (ONU) »: acronym → the long name beside it.
    fn acronyms(&self) -> BTreeMap<Vec<String>, Vec<String>> {
        let mut found = BTreeMap::new();
        for pair in 0..self.runs.len().saturating_sub(1) {
            let (long, short) = (&self.runs[pair], &self.runs[pair + 1]);
            let bracketed =
                self.context.fold(long.end) == "(" && long.end + 1 == short.first && short.end == short.first + 1;
            if bracketed && self.context.is_all_capitals(short.first) && self.initials_fit(long, short) {
                found.insert(self.keys[pair + 1].clone(), self.keys[pair].clone());
            }
        }
        found
    }

    fn initials_fit(&self, long: &Run, short: &Run) -> bool {
        let letters: Vec<char> = self.keys_of(short).concat().chars().collect();
        let mut wanted = letters.iter().peekable();
        for word in self.keys_of(long) {
            for initial in word.split('-').filter_map(|part| part.chars().next()) {
                wanted.next_if(|letter| **letter == initial);
            }
        }
        ACRONYM_LETTERS.contains(&letters.len()) && wanted.peek().is_none()
    }

    fn keys_of(&self, run: &Run) -> Vec<String> {
        self.context.key(run.first, run.end)
    }

    fn take_roles(&mut self, phrases: &[Phrase], links: &[(usize, usize)]) {
        for &(phrase, run) in links {
            let phrase = &phrases[phrase];
            let draft = &mut self.drafts[self.of_run[run]];
            draft.gender = draft.gender.or(phrase.gender);
            draft.titled = true;
            if !phrase.honorific {
                take_role(draft, role_of(phrase));
            }
        }
    }

    fn take_appositions(&mut self, appositions: &[(usize, usize, usize)]) {
        for &(first, end, run) in appositions {
            let text = self.context.words(first, end);
            let draft = &mut self.drafts[self.of_run[run]];
            draft.vote(ActorKind::Person, 1);
            take_role(draft, Role { text, role_id: None, country: None });
        }
    }

    fn take_introduced(&mut self, introduced: &[Actor]) {
        for actor in introduced {
            let name = key_of(&actor.name);
            let same = |draft: &&mut Draft| {
                draft.key.len() > 1 && draft.key.len() == name.len() && {
                    draft.key.iter().zip(&name).all(|(x, y)| spelling::same_word(x, y))
                }
            };
            let Some(draft) = self.drafts.iter_mut().find(same) else { continue };
            draft.titled = true;
            draft.gender = draft.gender.or(actor.gender);
            for role in &actor.roles {
                take_role(draft, role.clone());
            }
        }
    }

    /// What each mention tells of the kind of its actor.
    fn vote(&mut self) {
        for run in 0..self.runs.len() {
            let votes = self.votes_of(&self.runs[run]);
            let draft = &mut self.drafts[self.of_run[run]];
            for (kind, weight) in votes {
                draft.vote(kind, weight);
            }
        }
        for draft in &mut self.drafts {
            if draft.titled {
                draft.vote(ActorKind::Person, 12);
            }
            let surnames = draft.key.len() > 1 && draft.runs.iter().any(|&run| self.keys[run].len() == 1);
            if surnames && draft.id.is_none() {
                draft.vote(ActorKind::Person, 2);
            }
        }
    }

    fn votes_of(&self, run: &Run) -> Vec<(ActorKind, i32)> {
        let context = self.context;
        let mut votes = Vec::new();
        if let Some(known) = &run.known {
            let sure = if known.town { 3 } else { 20 };
            votes.push((known.kind, sure));
        } else if let Some(told) = run.told {
            votes.push((told, 6));
        }
        let introduced = run.first.checked_sub(1).and_then(|before| context.name_word(before, "head"));
        votes
            .extend(introduced.filter(|_| !context.is_capital(run.first.saturating_sub(1))).map(|(kind, _)| (kind, 6)));
        let words = self.context.key(run.first, run.end).len();
        let lettered =
            words > 1 && run.told.is_none() && context.is_all_capitals(run.first) && !context.is_loud(run.first);
        votes.push((ActorKind::Organisation, i32::from(lettered) * 4));
        let common = (run.first..run.end).filter(|&at| context.is_common(at)).count();
        let plain = run.told.is_none() && run.known.is_none();
        let tailed = context.name_word(run.end - 1, "tail").is_some();
        if plain && !tailed && !run.definite && (2..=3).contains(&words) {
            let person =
                if common == 0 { 3 } else { 2 - i32::from(common + 1 >= words) - i32::from(common >= words) * 2 };
            votes.push((ActorKind::Person, person));
        }
        if run.definite && plain {
            votes.push((ActorKind::Person, -2));
        }
        if run.placed && !run.definite {
            votes.push((ActorKind::Place, 1));
        }
        if context.reports(run.end) || run.first.checked_sub(1).is_some_and(|before| context.reports(before)) {
            votes.push((if run.definite { ActorKind::Organisation } else { ActorKind::Person }, 2));
        }
        votes.extend(self.lead_of(run).map(|kind| (kind, 5)));
        let aged = context.fold(run.end) == "," && context.fold(run.end + 1).parse::<u8>().is_ok();
        votes.push((ActorKind::Person, i32::from(aged) * 4));
        votes
    }

    /// Kind told by the noun that a name completes: « le temple de Louxor », "the city of Homs".
    fn lead_of(&self, run: &Run) -> Option<ActorKind> {
        let described = run.first.checked_sub(2).filter(|&at| self.context.reads_as(at, Pos::Adjective));
        let bare = run.first.checked_sub(2).filter(|&at| self.context.name_word(at, "place_head").is_some());
        let noun = bare.or_else(|| described?.checked_sub(1))?;
        let linked = self.context.name_word(run.first - 1, "link").is_some_and(|(_, length)| length == 1);
        let lead = self.context.name_word(noun, "place_head").filter(|_| linked && !self.context.is_capital(noun));
        lead.map(|it| it.0)
    }

    /// Named mentions, and role mentions that fit one actor only.
    fn mentions(&mut self, phrases: &[Phrase], links: &[(usize, usize)]) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = self
            .runs
            .iter()
            .enumerate()
            .map(|(at, run)| Mention {
                span: self.context.span(run.first, run.end),
                actor: self.of_run[at],
                named: true,
            })
            .collect();
        let linked: BTreeMap<usize, usize> = links.iter().copied().collect();
        let mut offices = Offices::of(self, phrases, &linked);
        for (number, phrase) in phrases.iter().enumerate().filter(|(_, phrase)| !phrase.honorific) {
            let beside = linked.get(&number).copied();
            let apart = beside.is_none_or(|run| self.runs[run].first != phrase.end);
            let actor = match beside {
                Some(run) => Some(self.of_run[run]),
                None if phrase.counterpart => offices.counterpart(self, phrase, phrases),
                None => offices.holder(self, phrase),
            };
            if let Some(actor) = actor.filter(|_| apart) {
                mentions.push(Mention { span: self.span_of(phrase), actor, named: false });
            }
        }
        mentions.sort_by_key(|mention| (mention.span, !mention.named));
        let mut end = 0;
        mentions.retain(|mention| {
            let fits = mention.span.start >= end;
            end = if fits { mention.span.end } else { end };
            fits
        });
        mentions
    }

    /// A phrase with its determiner, without the names it ends on.
    fn span_of(&self, phrase: &Phrase) -> Span {
        let inner = self.runs.partition_point(|run| run.first < phrase.first);
        let end = self.runs.get(inner).map_or(phrase.end, |run| run.first.min(phrase.end));
        let mut end = end.max(phrase.first + 1);
        while end > phrase.first + 1 && end < phrase.end && self.context.name_word(end - 1, "link").is_some() {
            end -= 1;
        }
        self.context.span(phrase.from, end)
    }

    /// Actors in order of their first mention.
    fn names(self, mut mentions: Vec<Mention>) -> Names {
        let mut number: BTreeMap<usize, usize> = BTreeMap::new();
        for mention in &mut mentions {
            let next = number.len();
            mention.actor = *number.entry(mention.actor).or_insert(next);
        }
        let mut actors: Vec<(usize, Actor)> =
            number.iter().map(|(&draft, &at)| (at, self.actor(&self.drafts[draft]))).collect();
        actors.sort_by_key(|(at, _)| *at);
        Names { actors: actors.into_iter().map(|(_, actor)| actor).collect(), mentions }
    }

    fn actor(&self, draft: &Draft) -> Actor {
        let written: Vec<&str> = draft
            .runs
            .iter()
            .map(|&run| self.context.span(self.runs[run].first, self.runs[run].end).of(self.context.text))
            .collect();
        let quiet = |at: &usize| !self.context.is_loud(self.runs[draft.runs[*at]].first);
        let fullest = (0..written.len()).max_by_key(|at| {
            let capital = written[*at].starts_with(char::is_uppercase);
            let letters = written[*at].chars().filter(|c| c.is_alphabetic()).count();
            (quiet(at), self.keys[draft.runs[*at]].len(), capital, letters, std::cmp::Reverse(draft.runs[*at]))
        });
        let name = fullest.map_or_else(String::new, |at| written[at].split_whitespace().collect::<Vec<_>>().join(" "));
        let mut aliases: Vec<String> = Vec::new();
        let texts = draft.roles.iter().flat_map(|role| role_aliases(self.context, role));
        let others = written.iter().map(|words| fold(&words.split_whitespace().collect::<Vec<_>>().join(" ")));
        for alias in others.chain(texts) {
            if alias != fold(&name) && !alias.is_empty() && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        let kind = draft.kind();
        let by_role = || draft.roles.iter().find_map(|role| role.country.clone());
        let plural = kind == ActorKind::Group;
        Actor {
            name,
            kind,
            aliases,
            country: draft.country.clone().filter(|_| kind != ActorKind::Person).or_else(by_role),
            roles: draft.roles.clone(),
            shared_id: draft.id.clone(),
            gender: draft.gender.filter(|_| kind == ActorKind::Person),
            plural,
        }
    }
}

fn key_of(name: &str) -> Vec<String> {
    strip_accents(&fold(name)).split([' ', '.']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn role_of(phrase: &Phrase) -> Role {
    Role { text: phrase.text.clone(), role_id: phrase.role_id.clone(), country: phrase.country.clone() }
}

fn take_role(draft: &mut Draft, role: Role) {
    if !draft.roles.contains(&role) {
        draft.roles.push(role);
    }
}

/// The role as written, and without the words of nationality.
fn role_aliases(context: &Context, role: &Role) -> Vec<String> {
    let words: Vec<&str> = role.text.split(' ').collect();
    let national = |word: &&str| context.lexicon.list(crate::lang::List::Demonyms).has(word);
    let bare: Vec<&str> = words.iter().copied().filter(|word| !national(word)).collect();
    vec![role.text.clone(), bare.join(" ")]
}
