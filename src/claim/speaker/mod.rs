//! Who speaks: from the words of a frame to an actor of the article, or to the words themselves.
//!
//! Names go to their actors, designations to the one actor whose titles they give (`title`), pronouns to whom the
//! text has in mind there (`discourse`). Where several fit alike, the words stay as they are written, with the actors
//! they may mean.

mod discourse;
mod phrase;
mod title;

use self::discourse::{Discourse, Rank, Referent};
use self::title::Titles;
use super::{ActorKind, Context, Gender, Mention, Note, Report, Speaker, SpeakerKind};
use crate::lang::{Class, Entry, List, Role, WordList};
use crate::text::{Span, Token, fold, strip_accents};

/// How many blocks back a quotation without a frame may take its speaker from.
const INHERITANCE_BLOCKS: usize = 2;
/// How many reports one report may stand in.
const NESTING: usize = 4;

/// The speakers of all reports, in their order, and what was doubted.
pub(super) fn resolve(context: &Context, reports: &[Report]) -> (Vec<Option<Speaker>>, Vec<Note>) {
    let mut titles = Titles::new(context);
    let mut resolver = Resolver {
        context,
        discourse: discourse::read(context, reports, &mut titles),
        titles,
        last: None,
        speakers: Vec::with_capacity(reports.len()),
        notes: Vec::new(),
    };
    let mut open: Vec<usize> = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        open.retain(|&outer| reports[outer].content.end > report.content.start);
        let speaker = resolver.speaker(report, reports);
        let through = resolver.passed_on(&open, reports, report, speaker.as_ref());
        resolver.last = speaker.as_ref().map(|_| at).or(resolver.last);
        resolver.speakers.push(speaker.map(|speaker| Speaker { through, ..speaker }));
        open.push(at);
        open.drain(..open.len().saturating_sub(NESTING));
    }
    (resolver.speakers, resolver.notes)
}

struct Resolver<'a, 'b> {
    context: &'b Context<'a>,
    discourse: Discourse,
    titles: Titles,
    /// The last report that has a speaker.
    last: Option<usize>,
    speakers: Vec<Option<Speaker>>,
    notes: Vec<Note>,
}

impl Resolver<'_, '_> {
    fn speaker(&mut self, report: &Report, reports: &[Report]) -> Option<Speaker> {
        let found = match report.mention {
            Some(mention) => Some(self.mentioned(mention)),
            None if report.inherits => self.inherited(report, reports),
            None => None,
        };
        let span = report.mention.unwrap_or(report.content);
        match &found {
            Some(speaker) if !speaker.candidates.is_empty() => self.doubt("speaker/ambiguous", span),
            Some(_) if report.mention.is_none() => self.doubt("speaker/inherited", span),
            None if report.inherits => self.doubt("speaker/unknown", span),
            _ => {}
        }
        found
    }

    fn doubt(&mut self, rule: &'static str, span: Span) {
        self.notes.push(Note { rule, span });
    }

    fn mentioned(&mut self, mention: Span) -> Speaker {
        let context = self.context;
        let tokens = context.tokens_in(mention);
        if let Some((start, third)) = context.pronoun(tokens) {
            return self.of_pronoun(mention, start, third);
        }
        if let Some(actor) = context.named(mention, tokens) {
            return Speaker { mention: Some(mention), ..context.known(actor) };
        }
        match self.titles.fitting(context, mention) {
            [one] => Speaker { mention: Some(mention), ..context.known(*one) },
            several => Speaker { candidates: several.to_vec(), ..context.as_written(mention) },
        }
    }

    fn of_pronoun(&mut self, mention: Span, start: usize, third: bool) -> Speaker {
        let context = self.context;
        let reading = self.discourse.reading(start);
        let actor = |referent: &Referent| match referent {
            Referent::Actor(actor) => Some(*actor),
            Referent::Words(_) => None,
        };
        if let Some(referent) = reading.referent {
            return context.of(referent, Some(mention));
        }
        let candidates: Vec<usize> = reading.rivals.iter().filter_map(actor).collect();
        if third && candidates.is_empty() {
            self.doubt("speaker/unresolved", mention);
        }
        Speaker { candidates, ..context.as_written(mention) }
    }

    /// A quotation without a frame: said by the person of the sentence before it, else by whoever spoke last, if near.
    fn inherited(&self, report: &Report, reports: &[Report]) -> Option<Speaker> {
        let context = self.context;
        let here = context.sentence_of(report.content.start);
        let block = |sentence: usize| context.segmentation.sentences.get(sentence).map_or(0, |one| one.block);
        let spoke = self
            .last
            .filter(|&at| block(context.sentence_of(reports[at].content.start)) + INHERITANCE_BLOCKS >= block(here));
        let since = spoke.map_or(0, |at| {
            let spoken = reports[at].mention.map_or(0, |it| it.end).max(reports[at].content.end);
            context
                .segmentation
                .sentences
                .get(context.sentence_of(spoken.saturating_sub(1)))
                .map_or(spoken, |one| one.span.end)
        });
        let all = &self.discourse.antecedents;
        let before = all.partition_point(|one| one.span.start < report.content.start);
        let introduced = all[..before].iter().rev().take_while(|one| one.span.start >= since).find(|one| {
            let sentence = context.sentence_of(one.span.start);
            let near = sentence + 1 >= here && block(sentence) == block(here);
            near && one.rank >= Rank::Subject && one.features.person == Some(true)
        });
        match introduced {
            Some(one) => Some(context.of(one.referent, None)),
            None => self.speakers[spoke?].clone().map(|speaker| Speaker { mention: None, ..speaker }),
        }
    }

    /// Those who pass on what is said: the speakers of the reports that this one stands in, nearest first.
    fn passed_on(&self, open: &[usize], reports: &[Report], report: &Report, speaker: Option<&Speaker>) -> Vec<String> {
        let Some(speaker) = speaker else { return Vec::new() };
        let outer = open.iter().rev().filter(|&&at| {
            let content = reports[at].content;
            content.contains(report.content)
                && report.mention.is_some_and(|mention| content.contains(mention))
                && content != report.content
        });
        let names = outer.filter_map(|&at| Some(self.speakers[at].as_ref()?.name.clone()));
        let mut through: Vec<String> = Vec::new();
        for name in names.filter(|name| *name != speaker.name) {
            if !through.contains(&name) {
                through.push(name);
            }
        }
        through
    }
}

impl<'a> Context<'a> {
    /// The one a pronoun or a quotation without a frame goes to.
    fn of(&self, referent: Referent, mention: Option<Span>) -> Speaker {
        let speaker = match referent {
            Referent::Actor(actor) => self.known(actor),
            Referent::Words(span) => self.as_written(span),
        };
        Speaker { mention, ..speaker }
    }

    fn known(&self, actor: usize) -> Speaker {
        let one = &self.actors[actor];
        let kind = match one.kind {
            ActorKind::Group => SpeakerKind::Collective,
            _ => SpeakerKind::Named,
        };
        Speaker {
            name: one.name.clone(),
            actor: Some(actor),
            mention: None,
            kind,
            candidates: Vec::new(),
            through: Vec::new(),
        }
    }

    /// The designation itself, typed by its first noun that can speak.
    fn as_written(&self, mention: Span) -> Speaker {
        let words = mention.of(self.text);
        let name = BINDING.iter().find_map(|bound| words.strip_prefix(bound)).unwrap_or(words).to_owned();
        let kind = self.kind_of(mention);
        Speaker { name, actor: None, mention: Some(mention), kind, candidates: Vec::new(), through: Vec::new() }
    }

    /// A person is anonymous where only « un », "some" stands before the noun; « le maire » is known by the office.
    fn kind_of(&self, mention: Span) -> SpeakerKind {
        let nouns = self.lexicon.list(List::SourceNouns);
        let first = self.token_at(mention.start);
        let end = first + self.tokens_in(mention).len();
        let noun = (first..end).find_map(|at| Some((at, nouns.at(self.tokens, at)?.entry.fields[0])));
        let vague = (first..noun.map_or(end, |it| it.0)).any(|at| self.determiner_class(at) == Some("indefinite"));
        let named = (first..end).any(|at| at > first && self.tokens[at].is_capitalised(self.text));
        let pronoun = self.pronoun_at(first).map(|(entry, _)| entry.fields[3]);
        match noun.map(|it| it.1) {
            Some("collective") => SpeakerKind::Collective,
            Some("document") => SpeakerKind::Document,
            Some("anonymous") => SpeakerKind::Anonymous,
            Some(_) if vague && !named => SpeakerKind::Anonymous,
            None if pronoun == Some("indefinite") => SpeakerKind::Anonymous,
            _ => SpeakerKind::Named,
        }
    }

    /// Where a pronoun stands that the mention is or holds (« à ses yeux »), and whether it is of the third person.
    fn pronoun(&self, tokens: &[Token]) -> Option<(usize, bool)> {
        let list = self.lexicon.list(List::Pronouns);
        let first = tokens.first()?;
        let third = |person: &str| person == "3";
        let whole = self.pronoun_at(self.token_at(first.span.start)).filter(|(_, length)| *length == tokens.len());
        if let Some((entry, _)) = whole {
            return Some((first.span.start, third(entry.fields[0])));
        }
        let cue = self.lexicon.list(List::AttributionCues).at(tokens, 0)?;
        let owned = cue.length_tokens == tokens.len();
        let owner = tokens.iter().filter(|_| owned).find_map(|token| Some((token, list.get(&token.fold)?)));
        owner.map(|(token, entry)| (token.span.start, third(entry.fields[0])))
    }

    /// The pronoun at a token, with its length in tokens; one bound to its verb is listed with its hyphen.
    fn pronoun_at(&self, at: usize) -> Option<(&'a Entry, usize)> {
        let list = self.lexicon.list(List::Pronouns);
        let found = list.at(self.tokens, at).map(|found| (found.entry, found.length_tokens));
        found.or_else(|| Some((list.get(&self.tokens.get(at)?.fold)?, 1)))
    }

    /// The actor named in the mention: a person first; not one that only completes another noun.
    fn named(&self, mention: Span, tokens: &[Token]) -> Option<usize> {
        let here = self.mentions_in(mention);
        let first = self.token_at(mention.start);
        let common = |at: &usize| {
            let tag = self.tags[*at];
            let content = self.tokens[*at].is_word() && tag.class.is_none() && tag.role.is_none() && !tag.finite;
            content && !self.tokens[*at].is_capitalised(self.text) && (tag.noun || !tag.adjective)
        };
        let noun = (first..first + tokens.len()).find(common);
        let completes = |one: &Mention| {
            let name = self.token_at(one.span.start);
            let person = self.actors[one.actor].kind == ActorKind::Person;
            let from = if person { name.saturating_sub(2) } else { 0 };
            let led = noun.is_some_and(|noun| noun < name && self.parted(from.max(noun + 1), name));
            led || self.owns(one.span, mention) || !person && self.qualifies(one.span, mention)
        };
        let person = |one: &&Mention| self.actors[one.actor].kind == ActorKind::Person && !completes(one);
        let found = here.iter().find(person).or_else(|| here.iter().find(|one| !completes(one)));
        found.map(|one| one.actor)
    }

    /// Whether a preposition or relative stands among the tokens: « un rapport publié par | l'ONU ».
    fn parted(&self, first: usize, end: usize) -> bool {
        let links = self.lexicon.list(List::Auxiliaries);
        (first..end).any(|at| {
            let tag = self.tags[at];
            let relates = matches!(tag.role, Some(Role::Of | Role::Relative | Role::Infinitive));
            relates || tag.class == Some(Class::Preposition) || links.has(&self.tokens[at].fold)
        })
    }

    /// Whether a name owns what follows it in the mention: "Ann Lee's lawyer".
    fn owns(&self, name: Span, mention: Span) -> bool {
        let next = self.token_at(name.end);
        let links = self.lexicon.list(List::NounLinks);
        let token = self.tokens.get(next).filter(|token| token.span.end < mention.end && token.span.start == name.end);
        token.is_some_and(|token| links.get(&token.fold).is_some_and(|entry| entry.fields[0] == "of"))
    }

    /// Whether a name only says where the one meant belongs: "the Vermont senator", "New Jersey officials".
    fn qualifies(&self, name: Span, mention: Span) -> bool {
        let next = self.token_at(name.end);
        let within = self.tokens.get(next).is_some_and(|token| token.span.end <= mention.end);
        let lists = [List::SourceNouns, List::Titles].map(|list| self.lexicon.list(list));
        let noun = |list: &&WordList| list.at_lemma(self.tokens, next, &self.lexicon.vocabulary).is_some();
        within && !self.tokens[next].is_capitalised(self.text) && lists.iter().any(noun)
    }

    /// The gender of a person by the given name.
    fn given_gender(&self, name: &str) -> Option<Gender> {
        let (given, _) = name.split_once(' ')?;
        match self.lexicon.list(List::GivenNames).get(&strip_accents(&fold(given)))?.fields[0] {
            "m" => Some(Gender::Masculine),
            _ => Some(Gender::Feminine),
        }
    }

    fn tokens_in(&self, span: Span) -> &'a [Token] {
        let first = self.token_at(span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        &self.tokens[first..end.max(first)]
    }

    /// The first token that begins at or behind a byte.
    fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < at)
    }

    fn mentions_in(&self, span: Span) -> &'a [Mention] {
        let all = self.mentions;
        let first = all.partition_point(|one| one.span.start < span.start);
        let end = all.partition_point(|one| one.span.end <= span.end);
        &all[first..end.max(first)]
    }

    /// The mention that a span lies in.
    fn mention_over(&self, span: Span) -> Option<&'a Mention> {
        let before = self.mentions.partition_point(|one| one.span.start <= span.start).checked_sub(1)?;
        self.mentions.get(before).filter(|one| one.span.contains(span))
    }

    /// The mention that begins with a token.
    fn mention_from(&self, token: usize) -> Option<&'a Mention> {
        let start = self.tokens.get(token)?.span.start;
        self.mentions.binary_search_by(|one| one.span.start.cmp(&start)).ok().map(|at| &self.mentions[at])
    }

    fn sentence_of(&self, at: usize) -> usize {
        self.segmentation.sentences.partition_point(|one| one.span.end <= at)
    }
}

/// What binds a pronoun to the verb before it: « dit-elle », « a-t-elle ».
const BINDING: [&str; 2] = ["-t-", "-"];
