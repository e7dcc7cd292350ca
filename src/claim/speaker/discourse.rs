//! Whom the text speaks of, sentence after sentence, and whom each pronoun stands for.
//!
//! One pass in reading order keeps a list of antecedents: names, nouns that can speak (« la direction », "police")
//! and pronouns read before. A pronoun goes to the antecedent that agrees with it and stands out most, by the salience
//! weights of Lappin & Leass 1994 reduced to three: who speaks, who is a subject, how far back. Where two stand out
//! alike, none is chosen. What stands between quotation marks is someone else's discourse and left out.

use std::collections::BTreeMap;

use super::super::Context;
use super::phrase::{Designation, Features, designations};
use super::title::Titles;
use crate::claim::{ActorKind, Gender, Report};
use crate::lang::{Class, Language, Role};
use crate::segment::Quotation;
use crate::text::Span;

/// How many sentences of the author a pronoun may look back.
const REACH_SENTENCES: usize = 4;
/// How many antecedents it may look at, so that one endless sentence costs no more than others.
const REACH_ANTECEDENTS: usize = 48;
/// What a sentence between pronoun and antecedent takes off.
const DISTANCE: f64 = 1.0;
/// What known agreement in gender, and being a person, add.
const CERTAIN: f64 = 0.5;
/// What a place loses: towns seldom speak.
const PLACE: f64 = 1.0;
/// Below this nobody stands out.
const LEAST: f64 = 0.0;
/// Two antecedents nearer than this stand out alike.
const MARGIN: f64 = 0.5;

/// Who or what an antecedent is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// An actor of the article, by number.
    Actor(usize),
    /// A designation or several names, as written there.
    Words(Span),
}

/// How much an antecedent stands out in its sentence.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Object, complement.
    Other,
    /// Subject of a clause.
    Subject,
    /// Said something.
    Speaker,
}

impl Rank {
    fn weight(self) -> f64 {
        match self {
            Self::Other => 1.0,
            Self::Subject => 2.6,
            Self::Speaker => 3.0,
        }
    }
}

/// Someone or something that a later pronoun may stand for.
#[derive(Copy, Clone, Debug)]
pub(super) struct Antecedent {
    pub(super) span: Span,
    pub(super) referent: Referent,
    pub(super) features: Features,
    pub(super) rank: Rank,
    /// Sentences of the author before it.
    clock: usize,
    place: bool,
}

/// Whom a pronoun stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The one who stands out; none where nobody agrees or several stand out alike.
    pub(super) referent: Option<Referent>,
    /// Those who stand out alike.
    pub(super) rivals: Vec<Referent>,
}

/// All antecedents in order, and the readings of pronouns by their first byte.
pub(super) struct Discourse {
    pub(super) antecedents: Vec<Antecedent>,
    readings: BTreeMap<usize, Reading>,
}

impl Discourse {
    /// How the pronoun that begins at a byte is read.
    pub(super) fn reading(&self, start_bytes: usize) -> Reading {
        self.readings.get(&start_bytes).cloned().unwrap_or_default()
    }
}

/// What an event of the pass is about.
enum Event {
    Named(usize),
    Designated(Designation),
    Pronoun(usize),
}

/// What a pronoun asks of its antecedent.
struct Wanted {
    plural: Option<bool>,
    gender: Option<Gender>,
    /// Stands for no person: "it".
    thing: bool,
    /// Stands for the last one named: « ce dernier », "the latter".
    last: bool,
}

/// Reads a text once.
pub(super) fn read(context: &Context, reports: &[Report], titles: &mut Titles) -> Discourse {
    let mut reader = Reader::new(context, reports);
    for (start, event) in reader.events() {
        match event {
            Event::Named(mention) => reader.name(mention),
            Event::Designated(designation) => reader.designate(designation, titles),
            Event::Pronoun(length) => reader.pronoun(start, length),
        }
    }
    Discourse { antecedents: reader.antecedents, readings: reader.readings }
}

struct Reader<'a, 'b> {
    context: &'b Context<'a>,
    /// Words that name a speaker → what that speaker says.
    speaking: BTreeMap<usize, (Span, Span)>,
    /// Outermost quotations.
    quoted: Vec<Span>,
    /// Sentences of the author before each sentence.
    clocks: Vec<usize>,
    /// What a noun told of the name right behind it: « la société | Alpha ».
    told: Option<(usize, Features)>,
    antecedents: Vec<Antecedent>,
    readings: BTreeMap<usize, Reading>,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(context: &'b Context<'a>, reports: &[Report]) -> Self {
        let outermost = |one: &&Quotation| one.depth == 0 && !one.dashed;
        let quoted: Vec<Span> = context.segmentation.quotations.iter().filter(outermost).map(|one| one.span).collect();
        let spoken = reports.iter().filter_map(|report| Some((report.mention?, report.content)));
        let speaking = spoken.map(|(mention, content)| (mention.start, (mention, content))).collect();
        let mut reader = Self {
            context,
            speaking,
            quoted,
            clocks: Vec::new(),
            told: None,
            antecedents: Vec::new(),
            readings: BTreeMap::new(),
        };
        let mut clock = 0;
        for sentence in &context.segmentation.sentences {
            clock += usize::from(!reader.is_quoted(sentence.span.start));
            reader.clocks.push(clock);
        }
        reader
    }

    /// Names, nouns that can speak and pronouns, in order.
    fn events(&self) -> Vec<(usize, Event)> {
        let context = self.context;
        let named = context.mentions.iter().enumerate().map(|(at, mention)| (mention.span.start, Event::Named(at)));
        let nouns = designations(context).into_iter().map(|one| (one.span.start, Event::Designated(one)));
        let pronouns = (0..context.tokens.len()).filter_map(|at| self.pronoun_at(at));
        let mut events: Vec<(usize, Event)> = named.chain(nouns).chain(pronouns).collect();
        events.retain(|(start, _)| !self.is_quoted(*start) || self.speaking.contains_key(start));
        events.sort_by_key(|(start, _)| *start);
        events
    }

    /// A pronoun in a subject's place, or one that names a speaker.
    fn pronoun_at(&self, at: usize) -> Option<(usize, Event)> {
        let (entry, length_tokens) = self.context.pronoun_at(at)?;
        let start = self.context.tokens[at].span.start;
        let role = entry.fields[3];
        let subject = matches!(role, "subject" | "demonstrative") && entry.fields[0] == "3";
        let speaks = self.speaking.get(&start).is_some_and(|_| role != "relative");
        (subject || speaks).then_some((start, Event::Pronoun(length_tokens)))
    }

    fn is_quoted(&self, at: usize) -> bool {
        let before = self.quoted.partition_point(|span| span.start <= at);
        before.checked_sub(1).is_some_and(|last| at < self.quoted[last].end)
    }

    fn clock(&self, at: usize) -> usize {
        self.clocks.get(self.context.sentence_of(at)).copied().unwrap_or_default()
    }

    fn name(&mut self, number: usize) {
        let mention = self.context.mentions[number];
        let actor = &self.context.actors[mention.actor];
        let first = self.context.token_at(mention.span.start);
        let told = self.told.take().filter(|(end, _)| *end == first).map(|it| it.1);
        let before = told.or_else(|| self.context.determined(first));
        let given = self.context.given_gender(&actor.name);
        let person = match actor.kind {
            ActorKind::Person => Some(true),
            ActorKind::Unknown => given.map(|_| true),
            _ => Some(false),
        };
        let gender = if person == Some(false) {
            before.and_then(|it| it.gender)
        } else {
            actor.gender.or(given).or(before.and_then(|it| it.gender))
        };
        let plural = actor.plural || before.is_some_and(|it| it.plural == Some(true));
        self.push(
            mention.span,
            Referent::Actor(mention.actor),
            Features { gender, plural: Some(plural), person },
            actor.kind == ActorKind::Place,
        );
    }

    fn designate(&mut self, one: Designation, titles: &mut Titles) {
        if self.context.mentions_in(one.span).iter().any(|mention| mention.span.start == one.span.start) {
            return;
        }
        let named = self.context.mention_from(one.noun_end).is_some();
        if named {
            self.told = Some((one.noun_end, one.features));
            return;
        }
        let comma = one.first.checked_sub(1).filter(|&at| self.context.tokens[at].fold == ",");
        let described = comma.is_some_and(|at| {
            let end = self.context.tokens[at].span.start;
            self.antecedents.last().is_some_and(|last| last.span.end == end && last.features.person == Some(true))
        });
        if !described {
            let words = self.speaking.get(&one.span.start).map_or(one.span, |it| it.0);
            let definite = self.context.determiner_class(one.first) == Some("definite");
            let holder = match titles.fitting(self.context, words) {
                [one] if definite => Some(Referent::Actor(*one)),
                _ => None,
            };
            self.push(words, holder.unwrap_or(Referent::Words(words)), one.features, false);
        }
    }

    fn push(&mut self, span: Span, referent: Referent, features: Features, place: bool) {
        let rank = self.rank(span);
        let clock = self.clock(span.start);
        let joined = self.antecedents.last().filter(|last| self.joins(last, span, features)).copied();
        self.antecedents.push(Antecedent { span, referent, features, rank, clock, place });
        if let Some(last) = joined {
            let span = last.span.cover(span);
            let both = features.gender.filter(|gender| last.features.gender == Some(*gender));
            let gender = both.or(Some(Gender::Masculine)).filter(|_| features.gender.is_some());
            let features = Features { gender, plural: Some(true), person: Some(true) };
            let referent = Referent::Words(span);
            self.antecedents.push(Antecedent { span, referent, features, rank: last.rank, clock, place });
        }
    }

    /// Whether « et », "and" alone stands between two persons.
    fn joins(&self, last: &Antecedent, span: Span, features: Features) -> bool {
        let (first, end) = (self.context.token_at(last.span.end), self.context.token_at(span.start));
        let coordinator = |at: usize| self.context.tags[at].role == Some(Role::Coordinator);
        let between = first + 1 == end && coordinator(first);
        between && last.features.person == Some(true) && features.person == Some(true)
    }

    /// Whether it speaks, is a subject, or else.
    fn rank(&self, span: Span) -> Rank {
        let context = self.context;
        let speaking = self.speaking.range(..=span.start).next_back().filter(|(_, (words, _))| words.contains(span));
        let first_named = |words: Span| self.antecedents.last().is_none_or(|last| last.span.start < words.start);
        if speaking.is_some_and(|(_, (words, _))| first_named(*words)) {
            return Rank::Speaker;
        }
        let mut first = context.token_at(span.start);
        while first > 0 && context.tags[first - 1].class == Some(Class::Determiner) && !self.opens_sentence(first) {
            first -= 1;
        }
        let contracted = context.determiner_class(first) == Some("contracted");
        let of = context.tags.get(first).is_some_and(|tag| tag.role == Some(Role::Of));
        let led = first.checked_sub(1).filter(|_| !self.opens_sentence(first)).is_some_and(|before| {
            let tag = context.tags[before];
            tag.class == Some(Class::Preposition) || matches!(tag.role, Some(Role::Of | Role::Infinitive))
        });
        if led || (!self.opens_sentence(first) && (contracted || of)) {
            return Rank::Other;
        }
        if self.before_verb(first) || self.verb_follows(context.token_at(span.end)) {
            Rank::Subject
        } else {
            Rank::Other
        }
    }

    fn opens_sentence(&self, token: usize) -> bool {
        let Some(start) = self.context.tokens.get(token).map(|token| token.span.start) else { return true };
        let sentence = self.context.segmentation.sentences.get(self.context.sentence_of(start));
        sentence.is_none_or(|sentence| sentence.span.start == start)
    }

    /// Whether no verb of its sentence stands before the token; looked for no further than a subject may reach.
    fn before_verb(&self, token: usize) -> bool {
        const SUBJECT_TOKENS: usize = 24;
        let start = self.context.tokens.get(token).map_or(0, |token| token.span.start);
        let sentence = self.context.segmentation.sentences.get(self.context.sentence_of(start));
        let first = sentence.map_or(0, |sentence| self.context.token_at(sentence.span.start));
        token - first.min(token) <= SUBJECT_TOKENS && !(first..token).any(|at| self.context.tags[at].finite)
    }

    /// Whether a finite verb comes next, adverbs and small pronouns apart.
    fn verb_follows(&self, token: usize) -> bool {
        let rest = self.context.tags.iter().skip(token).take(4);
        let mut passed = rest.skip_while(|tag| {
            !tag.finite && (tag.class == Some(Class::Adverb) || matches!(tag.role, Some(Role::Clitic | Role::Negation)))
        });
        passed.next().is_some_and(|tag| tag.finite)
    }

    /// Reads a pronoun, and lets it stand for its referent from there on.
    fn pronoun(&mut self, start: usize, length_tokens: usize) {
        let at = self.context.token_at(start);
        let span = self.context.tokens[at].span.cover(self.context.tokens[at + length_tokens - 1].span);
        let Some(wanted) = self.wanted(at) else { return };
        let said = self.speaking.get(&start).map(|it| it.1);
        let reading = self.choose(start, &wanted, said);
        if let Some(found) = reading.referent.and_then(|referent| self.latest(referent)) {
            let features = Features { gender: wanted.gender.or(found.features.gender), ..found.features };
            let rank = if said.is_some() { Rank::Speaker } else { Rank::Subject };
            let clock = self.clock(start);
            self.antecedents.push(Antecedent { span, features, rank, clock, ..found });
        }
        self.readings.insert(start, reading);
    }

    fn latest(&self, referent: Referent) -> Option<Antecedent> {
        self.antecedents.iter().rev().take(REACH_ANTECEDENTS).find(|one| one.referent == referent).copied()
    }

    fn wanted(&self, at: usize) -> Option<Wanted> {
        let (entry, _) = self.context.pronoun_at(at)?;
        let gender = match entry.fields[2] {
            "m" => Some(Gender::Masculine),
            "f" => Some(Gender::Feminine),
            _ => None,
        };
        let plural = match entry.fields[1] {
            "p" => Some(true),
            "s" => Some(false),
            _ => None,
        };
        let last = entry.fields[3] == "demonstrative";
        (entry.fields[0] == "3").then_some(Wanted { plural, gender, thing: entry.fields[2] == "n", last })
    }

    /// The antecedent that stands out; one inside what the pronoun's owner says is left out.
    fn choose(&self, start: usize, wanted: &Wanted, said: Option<Span>) -> Reading {
        let now = self.clock(start);
        let within = |one: &&Antecedent| said.is_none_or(|said| !said.contains(one.span));
        let near =
            self.antecedents.iter().rev().take(REACH_ANTECEDENTS).take_while(|one| one.clock + REACH_SENTENCES >= now);
        let mut scored: Vec<(Referent, f64)> = Vec::new();
        for (back, one) in near.filter(within).filter(|one| self.agrees(one.features, wanted)).enumerate() {
            let score = if wanted.last { -(back as f64) } else { salience(one, wanted, now) };
            match scored.iter_mut().find(|(referent, _)| *referent == one.referent) {
                Some((_, best)) => *best = best.max(score),
                None => scored.push((one.referent, score)),
            }
        }
        scored.sort_by(|one, other| other.1.total_cmp(&one.1));
        let Some(&(referent, best)) = scored.first().filter(|(_, best)| wanted.last || *best >= LEAST) else {
            return Reading::default();
        };
        let alike = scored.iter().filter(|(_, score)| best - score < MARGIN).map(|(referent, _)| *referent);
        let mut rivals: Vec<Referent> = alike.collect();
        let named: Vec<Referent> = rivals.iter().copied().filter(|one| matches!(one, Referent::Actor(_))).collect();
        if let [one] = named.as_slice()
            && rivals.iter().all(|rival| rival == one || self.may_mean(*rival))
        {
            rivals = vec![*one];
        }
        let referent = if rivals.contains(&referent) { referent } else { rivals[0] };
        if rivals.len() > 1 {
            Reading { referent: None, rivals }
        } else {
            Reading { referent: Some(referent), rivals: Vec::new() }
        }
    }

    /// Whether a designation may be another word for someone named: « le maire », not « un maire ».
    fn may_mean(&self, referent: Referent) -> bool {
        let Referent::Words(span) = referent else { return false };
        let one = self.antecedents.iter().rev().take(REACH_ANTECEDENTS).find(|one| one.referent == referent);
        let definite = self.context.determiner_class(self.context.token_at(span.start)) == Some("definite");
        definite && one.is_some_and(|one| one.features.person == Some(true) && one.features.plural != Some(true))
    }

    /// Whether gender, number and kind are those the pronoun asks for, as far as known.
    fn agrees(&self, features: Features, wanted: &Wanted) -> bool {
        let english = self.context.lexicon.language == Language::English;
        let body = english && features.person == Some(false);
        let number = match wanted.plural {
            Some(true) => features.plural == Some(true) || body,
            Some(false) => features.plural != Some(true),
            None => true,
        };
        let gender = features.gender.is_none() || wanted.gender.is_none() || features.gender == wanted.gender;
        let person = if wanted.thing {
            features.person != Some(true)
        } else {
            !(english && wanted.gender.is_some() && features.person == Some(false))
        };
        number && gender && person
    }
}

fn salience(one: &Antecedent, wanted: &Wanted, now: usize) -> f64 {
    let gender = wanted.gender.is_some() && one.features.gender == wanted.gender;
    let person = one.features.person == Some(true) && !wanted.thing;
    let sure = f64::from(u8::from(gender) + u8::from(person)) * CERTAIN;
    let away = now.saturating_sub(one.clock) as f64 * DISTANCE;
    one.rank.weight() + sure - away - f64::from(u8::from(one.place)) * PLACE
}
