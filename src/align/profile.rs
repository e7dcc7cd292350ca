//! What alignment knows of each claim: its terms, and whom, what number and what day it names.

use std::collections::BTreeSet;

use super::terms::{Occurrence, Term, TermId, Terms};
use super::{Analysed, SharedActor};
use crate::claim::{Certainty, Claim, DateMention, Mode, Place, Quantity};
use crate::text::Span;

/// How many content words on either side of a claim its sentence may add to it. No sentence anyone reads has as many;
/// one of a whole book would be gone through again for each of its claims.
const REACH: usize = 100;

/// Who or what is named: the number of a shared actor and the words that name it.
pub(super) type Named = (usize, Span);

/// By what a term is weighed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    /// How rare it is in the language and in the event ([`Term::weight`]).
    Event,
    /// The same, less as it is part of names ([`Term::told`]).
    Told,
}

impl Worth {
    /// What a term is worth.
    pub fn of(self, term: &Term) -> f64 {
        match self {
            Self::Event => term.weight(),
            Self::Told => term.told(),
        }
    }
}

/// What a passage's terms are worth in all.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Mass {
    /// Their sum.
    pub whole: f64,
    /// The sum of their squares.
    pub square: f64,
}

impl Mass {
    fn of(list: &[TermId], worth: Worth, terms: &Terms) -> Self {
        list.iter().map(|&term| worth.of(&terms.all[term])).fold(Self::default(), |mass, worth| Self {
            whole: mass.whole + worth,
            square: mass.square + worth * worth,
        })
    }
}

/// One claim, ready to be compared.
#[derive(Debug)]
pub(super) struct Profile<'a> {
    /// Its content words, in order.
    pub words: &'a [Occurrence],
    /// Its distinct terms, sorted.
    pub terms: Vec<TermId>,
    /// The distinct terms of its whole sentence, sorted: who says it stands there, and what « this » is.
    pub context: Vec<TermId>,
    /// What its terms are worth, by [`Worth`].
    masses: [Mass; 2],
    /// What its sentence's terms are worth in the event.
    pub context_mass: Mass,
    /// Neighbouring terms, sorted: wording in common shows there.
    pub pairs: BTreeSet<(TermId, TermId)>,
    /// Who and what it names: numbers of shared actors and the words that name them.
    pub actors: Vec<Named>,
    /// Whom it is given to, as a shared actor.
    pub speaker: Option<usize>,
    /// The words that name the speaker beside it.
    pub speaker_words: Option<Span>,
    /// How it is given.
    pub mode: Option<Mode>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// Its numbers.
    pub quantities: &'a [Quantity],
    /// Its dates.
    pub dates: &'a [DateMention],
    /// Where it stands.
    pub place: Place,
    /// How far down its article it stands, 0 (first claim) to 1 (last).
    pub depth: f64,
}

impl Profile<'_> {
    /// What its terms are worth in all.
    pub const fn mass(&self, worth: Worth) -> Mass {
        self.masses[worth as usize]
    }
}

/// The profiles of all claims, article by article.
pub(super) fn profiles<'a>(
    articles: &'a [Analysed],
    terms: &'a Terms,
    actors: &[SharedActor],
) -> Vec<Vec<Profile<'a>>> {
    let shared = shared_numbers(articles, actors);
    let articles = articles.iter().enumerate();
    articles
        .map(|(at, analysed)| {
            let claims = &analysed.claims.claims;
            let last = claims.len().saturating_sub(1).max(1) as f64;
            let profile = |(number, claim): (usize, &'a Claim)| {
                let words = terms.inside(at, claim.span);
                let sentence = analysed.segmentation.sentences.get(claim.sentence).map_or(claim.span, |it| it.span);
                let (own, context) =
                    (distinct(words), distinct(context(terms.inside(at, sentence.cover(claim.span)), words)));
                Profile {
                    words,
                    masses: [Worth::Event, Worth::Told].map(|worth| Mass::of(&own, worth, terms)),
                    context_mass: Mass::of(&context, Worth::Event, terms),
                    terms: own,
                    context,
                    pairs: words.windows(2).map(|two| (two[0].term, two[1].term)).collect(),
                    actors: named(analysed, claim, &shared[at]),
                    speaker: claim.speaker.as_ref().and_then(|it| it.actor).and_then(|it| shared[at].get(it)).copied(),
                    speaker_words: claim.speaker.as_ref().and_then(|it| it.mention),
                    mode: claim.mode,
                    negated: claim.negated != (claim.certainty == Certainty::Denied),
                    quantities: &claim.quantities,
                    dates: &claim.dates,
                    place: claim.place,
                    depth: number as f64 / last,
                }
            };
            claims.iter().enumerate().map(profile).collect()
        })
        .collect()
}

/// Article → actor → number of the shared actor.
fn shared_numbers(articles: &[Analysed], actors: &[SharedActor]) -> Vec<Vec<usize>> {
    let mut numbers: Vec<Vec<usize>> =
        articles.iter().map(|analysed| vec![usize::MAX; analysed.claims.actors.len()]).collect();
    for (shared, actor) in actors.iter().enumerate() {
        for &(article, member) in &actor.members {
            numbers[article][member] = shared;
        }
    }
    numbers
}

fn named(analysed: &Analysed, claim: &Claim, shared: &[usize]) -> Vec<Named> {
    let mentions = claim.mentions.iter().filter_map(|&at| analysed.claims.mentions.get(at));
    let mut named: Vec<Named> =
        mentions.filter_map(|mention| Some((*shared.get(mention.actor)?, mention.span))).collect();
    named.sort_unstable();
    named.dedup_by_key(|(actor, _)| *actor);
    named
}

/// The words of a sentence that stand near a claim's own, which are some of them.
fn context<'a>(sentence: &'a [Occurrence], claim: &[Occurrence]) -> &'a [Occurrence] {
    let Some((first, last)) = claim.first().zip(claim.last()) else { return &sentence[..sentence.len().min(REACH)] };
    let start = sentence.partition_point(|word| word.span < first.span);
    let end = sentence.partition_point(|word| word.span <= last.span);
    &sentence[start.saturating_sub(REACH)..(end + REACH).min(sentence.len())]
}

fn distinct(words: &[Occurrence]) -> Vec<TermId> {
    let mut terms: Vec<TermId> = words.iter().map(|word| word.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}
