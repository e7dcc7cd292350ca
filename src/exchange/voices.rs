//! Voices and camps as the contract has them.

use std::collections::BTreeMap;

use super::contract::{Camp, CampTold, Heard, Silent, Speech, VerbCount, Voice};
use super::names;
use crate::align::ClaimRef;
use crate::compare::Comparison;
use crate::framing::{self, CampId, VerbUse};

/// One voice a speaker, in order of first appearance.
pub(super) fn voices(comparison: &Comparison) -> Vec<Voice> {
    comparison.framing.voices.iter().map(|voice| written(comparison, voice)).collect()
}

fn written(comparison: &Comparison, voice: &framing::Voice) -> Voice {
    let silent = |&(article, named): &(usize, usize)| Silent { article: names::article(article), named };
    Voice {
        speaker: voice.name.clone(),
        kind: names::speaker(voice.kind).to_owned(),
        heard: voice.heard.iter().map(heard).collect(),
        silent: voice.silent.iter().map(silent).collect(),
        camp: voice.camp.as_ref().map(|camp| id(comparison, camp)),
    }
}

fn heard(heard: &framing::Heard) -> Heard {
    Heard {
        article: names::article(heard.article),
        claims: ids(heard.article, &heard.claims),
        words_direct: heard.words_direct,
        words_indirect: heard.words_indirect,
        verbs: heard.verbs.iter().map(|verb| verb_count(heard.article, verb)).collect(),
        place: names::place(heard.place).to_owned(),
        depth: names::rounded(heard.depth_share),
    }
}

fn ids(article: usize, claims: &[usize]) -> Vec<String> {
    claims.iter().map(|&claim| names::claim(ClaimRef { article, claim })).collect()
}

fn verb_count(article: usize, verb: &VerbUse) -> VerbCount {
    VerbCount {
        verb: verb.lemma.clone(),
        stance: names::stance(verb.stance).to_owned(),
        count: verb.count,
        claims: ids(article, &verb.claims),
    }
}

/// The code of a country, the name of a body.
fn id(comparison: &Comparison, camp: &CampId) -> String {
    match camp {
        CampId::Country(code) => code.clone(),
        CampId::Body(actor) => comparison.alignment.actors.get(*actor).map(|it| it.name.clone()).unwrap_or_default(),
    }
}

/// Whom voices speak for, with the verbs each article gives them.
pub(super) fn camps(comparison: &Comparison) -> Vec<Camp> {
    let camps = comparison.framing.camps.iter();
    camps
        .map(|camp| {
            let voices: Vec<&framing::Voice> =
                camp.voices.iter().filter_map(|&at| comparison.framing.voices.get(at)).collect();
            Camp {
                id: id(comparison, &camp.id),
                name: camp.name.clone(),
                speakers: voices.iter().map(|voice| voice.name.clone()).collect(),
                told: told(&voices),
            }
        })
        .collect()
}

/// The verbs of several voices together, article by article.
fn told(voices: &[&framing::Voice]) -> Vec<CampTold> {
    let mut articles: BTreeMap<usize, Vec<VerbCount>> = BTreeMap::new();
    for heard in voices.iter().flat_map(|voice| &voice.heard) {
        let all = articles.entry(heard.article).or_default();
        for verb in heard.verbs.iter().map(|verb| verb_count(heard.article, verb)) {
            match all.iter_mut().find(|known| known.verb == verb.verb && known.stance == verb.stance) {
                Some(known) => {
                    known.count += verb.count;
                    known.claims.extend(verb.claims);
                }
                None => all.push(verb),
            }
        }
    }
    let sorted = articles.into_iter().map(|(article, mut verbs)| {
        verbs.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.verb.cmp(&other.verb)));
        CampTold { article: names::article(article), verbs }
    });
    sorted.collect()
}

/// How much of each article is speech.
pub(super) fn speech(comparison: &Comparison) -> Vec<Speech> {
    let all = comparison.framing.speech.iter().enumerate();
    let speech = |(article, speech): (usize, &framing::Speech)| Speech {
        article: names::article(article),
        words: speech.words,
        direct: speech.direct,
        indirect: speech.indirect,
        unknown: speech.unknown,
    };
    all.map(speech).collect()
}
