//! Who speaks: from the words of a frame to an actor of the article, or to the words themselves.
//!
//! A designation is resolved where only one actor fits it; otherwise it stays as it is written, with the
//! actors it may be. Pronouns go to whom the article last gave words to, or last named.

use super::{Actor, ActorKind, Gender, Mention, Report, Speaker, SpeakerKind};
use crate::lang::{Lexicon, List};
use crate::segment::Segmentation;
use crate::text::{Span, Token, fold};

/// How many blocks back a quotation without a frame may take its speaker from.
const INHERITANCE_BLOCKS: usize = 2;
/// How many sentences back a pronoun may find whom it stands for.
const PRONOUN_SENTENCES: usize = 4;

/// What resolution looks into.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) segmentation: &'a Segmentation,
    pub(super) lexicon: &'a Lexicon,
    pub(super) actors: &'a [Actor],
    pub(super) mentions: &'a [Mention],
}

/// The speakers of all reports, in their order.
pub(super) fn resolve(context: &Context, reports: &[Report]) -> Vec<Option<Speaker>> {
    let mut speakers: Vec<Option<Speaker>> = Vec::with_capacity(reports.len());
    for (at, report) in reports.iter().enumerate() {
        let speaker = match report.mention {
            Some(mention) => Some(context.speaker(mention, reports, &speakers)),
            None if report.inherits => context.inherited(at, reports, &speakers),
            None => None,
        };
        speakers.push(speaker);
    }
    speakers
}

impl Context<'_> {
    fn speaker(&self, mention: Span, reports: &[Report], before: &[Option<Speaker>]) -> Speaker {
        let tokens = self.tokens_in(mention);
        if let Some(pronoun) = self.pronoun(tokens) {
            return self.of_pronoun(mention, pronoun, reports, before);
        }
        if let Some(actor) = self.named(mention, tokens) {
            return self.known(actor, mention);
        }
        match self.designated(mention, tokens).as_slice() {
            [one] => self.known(*one, mention),
            several => Speaker { candidates: several.to_vec(), ..self.as_written(mention) },
        }
    }

    fn tokens_in(&self, span: Span) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        &self.tokens[first..end.max(first)]
    }

    /// The columns of the pronoun that the mention is, or that owns it (« à ses yeux »).
    fn pronoun(&self, tokens: &[Token]) -> Option<&[&'static str]> {
        let list = self.lexicon.list(List::Pronouns);
        let whole = list.at(tokens, 0).filter(|found| found.length_tokens == tokens.len()).map(|found| found.entry);
        let bound = tokens.first().filter(|_| tokens.len() == 1).and_then(|token| list.get(&token.fold));
        if let Some(entry) = whole.or(bound) {
            return Some(&entry.fields);
        }
        let cue = self.lexicon.list(List::AttributionCues).at(tokens, 0)?;
        let owned = cue.length_tokens == tokens.len();
        tokens.iter().filter(|_| owned).find_map(|token| list.get(&token.fold)).map(|entry| entry.fields.as_slice())
    }

    fn known(&self, actor: usize, mention: Span) -> Speaker {
        let one = &self.actors[actor];
        let kind = match one.kind {
            ActorKind::Group => SpeakerKind::Collective,
            _ => SpeakerKind::Named,
        };
        Speaker { name: one.name.clone(), actor: Some(actor), mention: Some(mention), kind, candidates: Vec::new() }
    }

    /// The designation itself, typed by its first noun that can speak.
    fn as_written(&self, mention: Span) -> Speaker {
        let nouns = self.lexicon.list(List::SourceNouns);
        let kind = self.tokens_in(mention).iter().find_map(|token| nouns.get(&token.fold)).map(|entry| entry.fields[0]);
        let capitalised = self.tokens_in(mention).iter().any(|token| token.is_capitalised(self.text));
        let kind = match kind {
            Some("anonymous") => SpeakerKind::Anonymous,
            Some("collective") => SpeakerKind::Collective,
            Some("document") => SpeakerKind::Document,
            Some(_) if !capitalised => SpeakerKind::Anonymous,
            _ => SpeakerKind::Named,
        };
        Speaker {
            name: mention.of(self.text).to_owned(),
            actor: None,
            mention: Some(mention),
            kind,
            candidates: Vec::new(),
        }
    }

    /// The actor named in the mention: a person first; not one that only completes another noun.
    fn named(&self, mention: Span, tokens: &[Token]) -> Option<usize> {
        let here = self.mentions_in(mention);
        let nouns = self.lexicon.list(List::SourceNouns);
        let first_noun = tokens.iter().find(|token| nouns.has(&token.fold));
        let completes = |one: &Mention| {
            let led = first_noun.is_some_and(|noun| noun.span.end <= one.span.start);
            led && self.follows_link(one.span)
        };
        let person = |one: &&Mention| self.actors[one.actor].kind == ActorKind::Person && !completes(one);
        let found = here.iter().find(person).or_else(|| here.iter().find(|one| !completes(one)));
        found.map(|one| one.actor)
    }

    /// Whether « de », "of" or the like stands before, with or without an article.
    fn follows_link(&self, span: Span) -> bool {
        let mut at = self.tokens.partition_point(|token| token.span.start < span.start);
        let links = self.lexicon.list(List::Auxiliaries);
        let small = self.lexicon.list(List::FunctionWords);
        let article =
            |word: &str| small.get(word).is_some_and(|entry| entry.fields[0] == "determiner") && !links.has(word);
        if at > 0 && article(&self.tokens[at - 1].fold) {
            at -= 1;
        }
        let before = at.checked_sub(1).map(|before| &self.tokens[before].fold);
        before.is_some_and(|word| links.get(word).is_some_and(|entry| entry.fields[0] == "link"))
    }

    fn mentions_in(&self, span: Span) -> &[Mention] {
        let all = self.mentions;
        let first = all.partition_point(|one| one.span.start < span.start);
        let end = all.partition_point(|one| one.span.end <= span.end);
        &all[first..end.max(first)]
    }

    /// The actors whose titles the designation gives: « le chef de la diplomatie ».
    fn designated(&self, mention: Span, tokens: &[Token]) -> Vec<usize> {
        let words = self.content(&fold(mention.of(self.text)));
        if words.is_empty() || tokens.is_empty() {
            return Vec::new();
        }
        let fits = |actor: &Actor| {
            actor.aliases.iter().any(|alias| {
                let alias = self.content(alias);
                !alias.is_empty()
                    && (words.iter().all(|word| alias.contains(word)) || alias.iter().all(|word| words.contains(word)))
            })
        };
        let fitting = self.actors.iter().enumerate().filter(|(_, actor)| fits(actor));
        fitting.map(|(at, _)| at).collect()
    }

    /// The words of a phrase without grammatical ones.
    fn content(&self, phrase: &str) -> Vec<String> {
        let small = self.lexicon.list(List::FunctionWords);
        self.lexicon
            .tokens(phrase)
            .into_iter()
            .filter(|token| token.is_word() && !small.has(&token.fold))
            .map(|token| token.fold)
            .collect()
    }

    /// Whom a pronoun stands for: the last speaker near by, or the last person named before it.
    fn of_pronoun(
        &self,
        mention: Span,
        pronoun: &[&'static str],
        reports: &[Report],
        before: &[Option<Speaker>],
    ) -> Speaker {
        let written = self.as_written(mention);
        let third = pronoun.first() == Some(&"3");
        let plural = pronoun.get(1) == Some(&"p");
        if !third || pronoun.get(3) == Some(&"relative") {
            return written;
        }
        let sentence = self.sentence_of(mention.start);
        let near = |span: Span| self.sentence_of(span.start) + PRONOUN_SENTENCES >= sentence;
        let recent = before.iter().zip(reports).rev().take_while(|(_, report)| near(report.content));
        let spoke =
            recent.filter(|(_, report)| report.content.start < mention.start).find_map(|(speaker, _)| speaker.as_ref());
        let spoken_at = spoke.and_then(|speaker| speaker.mention).map_or(0, |span| span.end);
        let fits = |actor: usize| self.agrees(actor, pronoun);
        let named = self.subject_before(mention, sentence, spoken_at, &fits);
        let chosen = named.or_else(|| spoke.and_then(|speaker| speaker.actor).filter(|&actor| fits(actor)));
        match chosen {
            Some(actor) if !plural => self.known(actor, mention),
            _ => match spoke.filter(|speaker| speaker.actor.is_none() && !plural) {
                Some(speaker) => Speaker { mention: Some(mention), ..speaker.clone() },
                None => written,
            },
        }
    }

    /// Whether an actor's gender, where known, is the pronoun's.
    fn agrees(&self, actor: usize, pronoun: &[&'static str]) -> bool {
        !matches!(
            (self.actors[actor].gender, pronoun.get(2)),
            (Some(Gender::Masculine), Some(&"f")) | (Some(Gender::Feminine), Some(&"m"))
        )
    }

    /// The first fitting person of the nearest sentence before the pronoun, later than `after`.
    fn subject_before(
        &self,
        mention: Span,
        sentence: usize,
        after: usize,
        fits: &impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let sentences = &self.segmentation.sentences;
        let earliest = sentence.saturating_sub(PRONOUN_SENTENCES);
        (earliest..=sentence).rev().find_map(|at| {
            let span = sentences.get(at)?.span;
            let span = Span::new(span.start.max(after), span.end.min(mention.start));
            let here = if span.is_empty() { &[][..] } else { self.mentions_in(span) };
            let person = |one: &&Mention| self.actors[one.actor].kind == ActorKind::Person && fits(one.actor);
            here.iter().find(person).map(|one| one.actor)
        })
    }

    fn sentence_of(&self, at: usize) -> usize {
        self.segmentation.sentences.partition_point(|one| one.span.end <= at)
    }

    /// The speaker of the report before, if it stands near.
    fn inherited(&self, at: usize, reports: &[Report], before: &[Option<Speaker>]) -> Option<Speaker> {
        let block =
            |span: Span| self.segmentation.sentences.get(self.sentence_of(span.start)).map_or(0, |one| one.block);
        let here = block(reports[at].content);
        let (speaker, report) = before.iter().zip(reports).rev().find(|(speaker, _)| speaker.is_some())?;
        let near = block(report.content) + INHERITANCE_BLOCKS >= here;
        let speaker = speaker.as_ref().filter(|_| near)?;
        Some(Speaker { mention: None, ..speaker.clone() })
    }
}
