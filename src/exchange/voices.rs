//! Who speaks in which article, how much, and with which verbs.

use std::collections::{BTreeMap, BTreeSet};

use super::contract::{Heard, VerbCount, Voice};
use super::names;
use crate::align::{Analysed, ClaimRef};
use crate::claim::{Claim, Mode, Speaker, SpeakerKind};
use crate::compare::Comparison;

/// What one speaker says, gathered while reading.
struct Gathered {
    name: String,
    kind: SpeakerKind,
    claims: BTreeMap<usize, Vec<usize>>,
}

/// One voice a speaker, in order of first appearance.
pub(super) fn voices(comparison: &Comparison) -> Vec<Voice> {
    let mut order: Vec<String> = Vec::new();
    let mut gathered: BTreeMap<String, Gathered> = BTreeMap::new();
    for (article, analysed) in comparison.articles.iter().enumerate() {
        for (number, claim) in analysed.claims.claims.iter().enumerate() {
            let Some(speaker) = &claim.speaker else { continue };
            let name = shared_name(comparison, article, speaker);
            let voice = gathered.entry(name.clone()).or_insert_with(|| {
                order.push(name.clone());
                Gathered { name, kind: speaker.kind, claims: BTreeMap::new() }
            });
            voice.claims.entry(article).or_default().push(number);
        }
    }
    order.iter().filter_map(|name| gathered.get(name)).map(|voice| written(comparison, voice)).collect()
}

/// The name all articles share for a speaker; their own where no other article has them.
fn shared_name(comparison: &Comparison, article: usize, speaker: &Speaker) -> String {
    let member = speaker.actor.map(|actor| (article, actor));
    let shared = comparison.alignment.actors.iter().find(|it| member.is_some_and(|one| it.members.contains(&one)));
    shared.map_or_else(|| speaker.name.clone(), |it| it.name.clone())
}

fn written(comparison: &Comparison, voice: &Gathered) -> Voice {
    let heard = voice.claims.iter().map(|(&article, claims)| heard(&comparison.articles[article], article, claims));
    Voice { speaker: voice.name.clone(), kind: names::speaker(voice.kind).to_owned(), heard: heard.collect() }
}

fn heard(analysed: &Analysed, article: usize, claims: &[usize]) -> Heard {
    let words = |wanted: Mode| -> usize {
        let said = claims.iter().map(|&claim| &analysed.claims.claims[claim]).filter(|it| it.mode == Some(wanted));
        said.map(|claim| words(analysed, claim)).sum()
    };
    Heard {
        article: names::article(article),
        claims: claims.iter().map(|&claim| names::claim(ClaimRef { article, claim })).collect(),
        words_direct: words(Mode::Direct),
        words_indirect: words(Mode::Indirect),
        verbs: verbs(analysed, claims),
    }
}

fn words(analysed: &Analysed, claim: &Claim) -> usize {
    let tokens = &analysed.claims.tokens;
    let first = tokens.partition_point(|token| token.span.start < claim.span.start);
    let inside = tokens[first..].iter().take_while(|token| token.span.end <= claim.span.end);
    inside.filter(|token| token.is_word()).count()
}

/// Each verb once, though it may report several claims of a sentence.
fn verbs(analysed: &Analysed, claims: &[usize]) -> Vec<VerbCount> {
    let used = claims.iter().filter_map(|&claim| analysed.claims.claims[claim].verb.as_ref());
    let mut places: BTreeMap<(&str, &'static str), BTreeSet<usize>> = BTreeMap::new();
    for verb in used {
        places.entry((verb.lemma.as_str(), names::stance(verb.stance))).or_default().insert(verb.span.start);
    }
    let counted = places.into_iter();
    counted
        .map(|((verb, stance), starts)| VerbCount {
            verb: verb.to_owned(),
            stance: stance.to_owned(),
            count: starts.len(),
        })
        .collect()
}
