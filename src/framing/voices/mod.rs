//! Voices: who speaks in which article, how much, directly or not, with which verbs, and for whom.
//!
//! # What it tells
//! For each speaker and article: words quoted and words reported, the reporting verbs with their stance, where the
//! speaker is first heard; where a speaker is silent, how often the article names them all the same. *Verb by camp*:
//! the verbs that each article gives to those who speak for one country or one body.
//!
//! # Why a reader cares
//! Who gets to speak is a choice; so is who « affirme », who « prétend » and who « reconnaît ».
//!
//! # Example
//! One article quotes a minister at length, the other only names her.
//!
//! # Does not tell
//! Whether two sources without a name are the same one: they are kept apart. For whom somebody speaks where the texts
//! do not say it, or say it in two ways.
//!
//! # Limits
//! It counts what [`crate::claim`] found. A camp is read from a designation, an office or a listed place, never from an
//! opinion.
//!
//! # Source
//! Pan & Kosicki 1993 on sources as a framing device; `PolNeAR` (Newell et al. 2018) for what counts as attributed.

mod camp;

use std::collections::{BTreeMap, BTreeSet};

use super::{Camp, CampId, Heard, Page, Scene, Speech, VerbUse, Voice};
use crate::claim::{Claim, Mode, Speaker, SpeakerKind, Stance};
use crate::lang::List;
use crate::text::{Span, fold};

/// What makes two speakers one voice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// An actor of all articles.
    Actor(usize),
    /// A group, an office or a document by its words: in articles on one event the same words mean the same one.
    Words(String),
    /// Somebody without a name: nothing says that two articles heard the same one.
    Unnamed(usize, String),
}

/// A voice while the articles are read.
struct Gathered {
    voice: Voice,
    claims: BTreeMap<usize, Vec<usize>>,
    camps: BTreeSet<CampId>,
}

/// One voice a speaker, in order of first appearance.
pub(super) fn find(scene: &Scene) -> Vec<Voice> {
    let mut all: Vec<Gathered> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for page in &scene.pages {
        let bodies = camp::Bodies::of(page);
        for (number, claim) in page.analysed.claims.claims.iter().enumerate() {
            let Some(speaker) = &claim.speaker else { continue };
            let at = *known.entry(key(scene, page, speaker)).or_insert(all.len());
            if at == all.len() {
                all.push(opened(scene, page, speaker));
            }
            all[at].claims.entry(page.number).or_default().push(number);
            all[at].camps.extend(bodies.camps(scene, page, speaker));
        }
    }
    let named = named(scene);
    all.into_iter().map(|gathered| closed(scene, gathered, &named)).collect()
}

/// How often each article names each shared actor.
fn named(scene: &Scene) -> BTreeMap<(usize, usize), usize> {
    let mut named = BTreeMap::new();
    for page in &scene.pages {
        let mentions = page.analysed.claims.mentions.iter();
        for actor in mentions.filter_map(|mention| scene.shared_actor(page.number, mention.actor)) {
            *named.entry((page.number, actor)).or_default() += 1;
        }
    }
    named
}

fn key(scene: &Scene, page: &Page, speaker: &Speaker) -> Key {
    match (shared(scene, page, speaker), speaker.kind) {
        (Some(actor), _) => Key::Actor(actor),
        (None, SpeakerKind::Anonymous) => Key::Unnamed(page.number, bare(page, &speaker.name)),
        (None, _) => Key::Words(bare(page, &speaker.name)),
    }
}

fn shared(scene: &Scene, page: &Page, speaker: &Speaker) -> Option<usize> {
    scene.shared_actor(page.number, speaker.actor?)
}

/// A designation without the determiner it begins with, folded.
fn bare(page: &Page, name: &str) -> String {
    let tokens = page.lexicon.tokens(name);
    let determiners = page.lexicon.list(List::Determiners);
    let words = tokens.iter().skip_while(|token| determiners.has(&token.fold)).map(|token| token.fold.as_str());
    let words: Vec<&str> = words.collect();
    if words.is_empty() { fold(name) } else { words.join(" ") }
}

fn opened(scene: &Scene, page: &Page, speaker: &Speaker) -> Gathered {
    let actor = shared(scene, page, speaker);
    let known = actor.and_then(|at| scene.alignment.actors.get(at));
    let voice = Voice {
        name: known.map_or(&speaker.name, |actor| &actor.name).clone(),
        kind: speaker.kind,
        actor,
        camp: None,
        heard: Vec::new(),
        silent: Vec::new(),
    };
    Gathered { voice, claims: BTreeMap::new(), camps: BTreeSet::new() }
}

/// A voice once all articles are read; two camps are none.
fn closed(
    scene: &Scene,
    Gathered { mut voice, claims, camps }: Gathered,
    named: &BTreeMap<(usize, usize), usize>,
) -> Voice {
    let heard = claims.into_iter().filter_map(|(article, claims)| Some(heard(scene.pages.get(article)?, claims)));
    voice.heard = heard.collect();
    let silent = scene.pages.iter().filter(|page| voice.heard.iter().all(|heard| heard.article != page.number));
    let times = |article: usize| named.get(&(article, voice.actor?)).copied();
    voice.silent = silent.map(|page| (page.number, times(page.number).unwrap_or(0))).collect();
    voice.camp = (camps.len() == 1).then(|| camps.into_iter().next()).flatten();
    voice
}

fn heard(page: &Page, claims: Vec<usize>) -> Heard {
    let all = &page.analysed.claims.claims;
    let (direct, indirect) = claims
        .iter()
        .map(|&at| spoken(page, &all[at]))
        .fold((0, 0), |(quoted, told), words| (quoted + words.0, told + words.1));
    let first = &all[claims[0]];
    Heard {
        article: page.number,
        words_direct: direct,
        words_indirect: indirect,
        verbs: verbs(page, &claims),
        place: first.place,
        depth_share: first.span.start as f64 / page.text.len().max(1) as f64,
        claims,
    }
}

/// Words of a claim between quotation marks, and the rest of it; what reports it counts for nobody.
fn spoken(page: &Page, claim: &Claim) -> (usize, usize) {
    let tokens = page.tokens[page.tokens_of(claim.span)].iter();
    let own = tokens.filter(|token| token.is_word() && claim.frame.is_none_or(|frame| !frame.contains(token.span)));
    let quoted = |span: Span| claim.mode == Some(Mode::Direct) || page.is_quoted(span);
    let (direct, indirect): (Vec<Span>, Vec<Span>) = own.map(|token| token.span).partition(|span| quoted(*span));
    (direct.len(), indirect.len())
}

/// Each verb once, though it may report several claims of a sentence; the most used first.
fn verbs(page: &Page, claims: &[usize]) -> Vec<VerbUse> {
    let mut uses: BTreeMap<(&str, Stance), Vec<(Span, usize)>> = BTreeMap::new();
    for &claim in claims {
        let Some(verb) = &page.analysed.claims.claims[claim].verb else { continue };
        uses.entry((&verb.lemma, verb.stance)).or_default().push((verb.span, claim));
    }
    let counted = uses.into_iter().map(|((lemma, stance), told)| VerbUse {
        lemma: lemma.to_owned(),
        stance,
        count: told.iter().map(|(place, _)| place).collect::<BTreeSet<_>>().len(),
        claims: told.into_iter().map(|(_, claim)| claim).collect(),
    });
    let mut verbs: Vec<VerbUse> = counted.collect();
    verbs.sort_by_key(|verb| std::cmp::Reverse(verb.count));
    verbs
}

/// How much of each article is speech: all its words, those quoted, those reported, those given to nobody told.
pub(super) fn speech(scene: &Scene) -> Vec<Speech> {
    let told = |page: &Page| {
        let mut speech =
            Speech { words: page.tokens.iter().filter(|token| token.is_word()).count(), ..Speech::default() };
        for claim in page.analysed.claims.claims.iter().filter(|claim| claim.mode.is_some()) {
            let (direct, indirect) = spoken(page, claim);
            match claim.speaker {
                Some(_) => {
                    speech.direct += direct;
                    speech.indirect += indirect;
                }
                None => speech.unknown += direct + indirect,
            }
        }
        speech
    };
    scene.pages.iter().map(told).collect()
}

/// The camps that are heard, in order of first appearance, with the voices that speak for each.
pub(super) fn camps(scene: &Scene, voices: &[Voice]) -> Vec<Camp> {
    let mut camps: Vec<Camp> = Vec::new();
    let mut known: BTreeMap<&CampId, usize> = BTreeMap::new();
    for (number, voice) in voices.iter().enumerate() {
        let Some(id) = &voice.camp else { continue };
        let at = *known.entry(id).or_insert(camps.len());
        if at == camps.len() {
            camps.push(Camp { id: id.clone(), name: camp::name(scene, id), voices: Vec::new() });
        }
        camps[at].voices.push(number);
    }
    camps
}
