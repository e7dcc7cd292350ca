//! `loaded`: words that judge or intensify where a flatter one exists.
//!
//! # What it marks
//! Adjectives, adverbs, nouns, verbs and set phrases that carry praise, blame or drama: said by the article
//! itself, told from a source in the article's words, or between quotation marks
//! (there only the strong ones: a speaker is expected to judge). Between linked claims: such a word where the other claim has a flatter one in its place.
//!
//! # Why a reader cares
//! "The senator slammed the plan" and "the senator criticised the plan" tell the same act and leave another
//! picture. Whose word it is matters as much: the mark says whether it is the article's or a speaker's.
//!
//! # Example
//! une hausse **spectaculaire**; il **fustige** le projet. · a **blistering** attack; she **slammed** the plan.
//!
//! # Does not mark
//! Words that name a bad event without judging it (death, war, crisis); names, titles and technical senses
//! ("toxic waste", « monument historique »); verbs of attack whose object is a thing ("slammed the door"),
//! as far as the words around tell.
//!
//! # Limits and measured precision
//! A list knows words, not contexts: "brutal" of a storm is marked as well as of a speech, and a new coinage
//! is not. Irony, and what a word means in one milieu only, are not seen. Where the speaker of a quotation was
//! read wrong, the word is given to the wrong one.
//! Judged on texts that no rule was mended on: fr 35 of 51 right (8 arguable), en 11 of 13 (`docs/precision`).
//!
//! # Source
//! Recasens et al. 2013 (subjectives); Fan et al. 2019 (`BASIL`, lexical bias); Hamborg 2020. List:
//! `loaded_words.tsv`, chosen by hand; its last column says which words the lexicons of Pattern and VADER
//! hold for subjective too.

use super::{Difference, FramingKind, Linked, Mark, Page, Scene, Side};
use crate::align::ClaimRef;
use crate::claim::{Claim, Mode};
use crate::lang::{Class, Entry, List, Match, Pos, Reading, Role, VerbForm};
use crate::text::Span;

/// How many words behind a verb of attack its object is looked for.
const TARGET_REACH: usize = 6;
/// From here on, two words are near enough to stand in the same place of two claims.
const NEAR: f64 = 0.5;

/// A line of the list.
struct Loaded<'a> {
    entry: &'a Entry,
    class: &'a str,
    tone: &'a str,
    strong: bool,
    guard: &'a str,
    flatter: Option<&'a str>,
    length: usize,
}

impl<'a> Loaded<'a> {
    fn read(found: Match<'a>) -> Option<Self> {
        let [class, tone, strength, guard, flatter] = found.entry.fields[..] else { return None };
        let flatter = Some(flatter).filter(|it| *it != "-");
        let length = found.length_tokens;
        Some(Self { entry: found.entry, class, tone, strong: strength == "strong", guard, flatter, length })
    }
}

/// Whose word it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum Voice<'a> {
    /// The article's.
    Own,
    /// The article's or the speaker's, whose words it retells.
    Retold(&'a str),
    /// A speaker's, between quotation marks.
    Quoted,
}

/// One mark a word or phrase.
pub(super) fn marks(page: &Page) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < page.tokens.len() {
        let Some(found) = listed(page, at) else {
            at += 1;
            continue;
        };
        let end = at + found.length;
        let voice = voice(page, page.span(at, end));
        if found.class != "fixed" && (found.strong || voice != Voice::Quoted) {
            marks.push(mark(page, &found, at, voice));
        }
        at = end;
    }
    marks
}

fn mark(page: &Page, found: &Loaded, at: usize, voice: Voice) -> Mark {
    let span = page.span(at, at + found.length);
    let rule = match (voice, found.flatter) {
        (Voice::Own, None) => "loaded/own",
        (Voice::Own, Some(_)) => "loaded/own-flatter",
        (Voice::Retold(_), None) => "loaded/retold",
        (Voice::Retold(_), Some(_)) => "loaded/retold-flatter",
        (Voice::Quoted, None) => "loaded/quoted",
        (Voice::Quoted, Some(_)) => "loaded/quoted-flatter",
    };
    let mut mark = page.mark(FramingKind::Loaded, rule, span, span);
    mark.details.insert("tone", found.tone.to_owned());
    mark.details.extend(found.flatter.map(|flatter| ("flatter", flatter.to_owned())));
    if let Voice::Retold(speaker) = voice {
        mark.details.insert("speaker", speaker.to_owned());
    }
    mark
}

/// Whose word stands at `span`.
fn voice<'a>(page: &Page<'a>, span: Span) -> Voice<'a> {
    if page.is_quoted(span) {
        return Voice::Quoted;
    }
    let claim = page.claim_at(span).filter(|claim| claim.mode == Some(Mode::Indirect));
    let told = claim.filter(|claim| !claim.frame.is_some_and(|frame| frame.contains(span)));
    told.and_then(|claim| claim.speaker.as_ref()).map_or(Voice::Own, |speaker| Voice::Retold(&speaker.name))
}

/// What the list knows of the words at `at`: the longest entry that fits here.
fn listed<'a>(page: &Page<'a>, at: usize) -> Option<Loaded<'a>> {
    let list = page.lexicon.list(List::LoadedWords);
    let written = list.at(page.tokens, at);
    let inflected = page.readings(at).iter().filter_map(|it| list.at_form_of(page.tokens, at, it.lemma));
    let mut found: Vec<_> = written.into_iter().chain(inflected).filter_map(Loaded::read).collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.length));
    found.into_iter().find(|it| fits(page, at, it))
}

/// Whether the words are what the entry means, as far as form and neighbours tell.
fn fits(page: &Page, at: usize, found: &Loaded) -> bool {
    let end = at + found.length;
    let proper = page.is_name(at) && !page.is_headlined(at);
    let form = match found.class {
        "fixed" => return true,
        "words" => true,
        "adverb" => page.fold(at) == found.entry.key,
        "adjective" => !page.tags[at].finite && may_be(page, at, &found.entry.key, Pos::Adjective),
        "noun" => found.length > 1 || stands_as_noun(page, at),
        "verb" => stands_as_verb(page, at),
        _ => false,
    };
    let guarded = match found.guard {
        "target" => hits(page, at, end, true),
        "said" => hits(page, at, end, false),
        "object" => page.governs_noun(page.past_small_words(end)),
        "prenominal" => at > 0 && page.leads(at - 1) && page.governs_noun(end),
        _ => true,
    };
    form && guarded && !proper
}

/// Whether a token is the very word of the list, or a form of it as this part of speech.
fn may_be(page: &Page, at: usize, key: &str, pos: Pos) -> bool {
    page.fold(at) == key || page.readings(at).iter().any(|reading| reading.pos == pos && reading.lemma == key)
}

fn stands_as_noun(page: &Page, at: usize) -> bool {
    let tag = &page.tags[at];
    let led_to = at > 0 && page.tags[at - 1].role == Some(Role::Infinitive);
    (tag.noun || page.readings(at).is_empty()) && !tag.finite && tag.auxiliary.is_none() && !led_to
}

/// Finite, in a compound tense, an infinitive or participle; in a headline of capitals by its form alone.
fn stands_as_verb(page: &Page, at: usize) -> bool {
    let tag = &page.tags[at];
    let led = at > 0 && page.leads(at - 1);
    let formed = page.readings(at).iter().any(|it| it.verb_form == Some(VerbForm::Finite));
    let bare = tag.infinitive && (!tag.noun || at > 0 && page.tags[at - 1].role == Some(Role::Infinitive));
    page.verb_group(at).is_some()
        || !led && (tag.present_participle || bare)
        || formed && !led && at > 0 && page.is_headlined(at)
}

/// Whether a verb of attack hits what someone said or decided, or (`people`) someone; or someone is hit for it.
fn hits(page: &Page, at: usize, end: usize, people: bool) -> bool {
    let start = page.past_small_words(end);
    let list = page.lexicon.list(List::LoadedWords);
    let class = |at: usize| list.get(page.fold(at)).and_then(|entry| entry.fields.first().copied());
    let passive = people && page.tags[at].auxiliary.is_some() && class(start) == Some("reason");
    let someone = |at: usize| {
        let speaks = [List::SourceNouns, List::Titles].iter().any(|&list| page.entry(list, at).is_some());
        class(at) == Some("target") || people && (speaks || page.is_name(at) || page.is_person(at))
    };
    let led = page.tags.get(end).is_some_and(|tag| tag.class == Some(Class::Preposition));
    let opens =
        page.leads(start) || page.is_name(start) || people && (page.governs_noun(start) || page.is_person(start));
    let direct = !led && opens;
    let object = (start..page.tokens.len()).take(TARGET_REACH);
    let ends = |at: usize| !page.tokens[at].is_word() || page.tags[at].class == Some(Class::Preposition);
    passive || direct && object.take_while(|&it| !ends(it)).any(someone)
}

/// Where a claim has a loaded word and the linked one a flatter word in its place.
pub(super) fn differences(scene: &Scene, marks: &[Mark]) -> Vec<Difference> {
    scene.links().flat_map(|linked| contrasts(scene, &linked, marks)).collect()
}

fn contrasts(scene: &Scene, linked: &Linked, marks: &[Mark]) -> Vec<Difference> {
    let (a, b) = (loaded_in(marks, linked.link.a, linked.a), loaded_in(marks, linked.link.b, linked.b));
    let of_a = a.iter().filter(|_| b.is_empty()).filter_map(|mark| {
        let flat = flatter(scene, mark, linked.link.b, linked.b, linked.a)?;
        Some((side(scene, linked.link.a, mark.span), side(scene, linked.link.b, flat), "loaded/contrast-a"))
    });
    let of_b = b.iter().filter(|_| a.is_empty()).filter_map(|mark| {
        let flat = flatter(scene, mark, linked.link.a, linked.a, linked.b)?;
        Some((side(scene, linked.link.a, flat), side(scene, linked.link.b, mark.span), "loaded/contrast-b"))
    });
    let found = of_a.chain(of_b).map(|(a, b, rule)| {
        let words = [("words_a", a.value.clone()), ("words_b", b.value.clone())];
        let mut found = linked.difference(FramingKind::Loaded, rule, (a, b));
        found.details.extend(words.into_iter().filter_map(|(name, words)| Some((name, words?))));
        found
    });
    found.collect()
}

/// A claim with the words that report it: their verb may be the loaded one.
fn told(claim: &Claim) -> Span {
    claim.frame.map_or(claim.span, |frame| frame.cover(claim.span))
}

/// The loaded words of a claim; marks are sorted by article and place.
fn loaded_in<'m>(marks: &'m [Mark], number: ClaimRef, claim: &Claim) -> Vec<&'m Mark> {
    let told = told(claim);
    let first = marks.partition_point(|mark| (mark.article, mark.span.start) < (number.article, told.start));
    let inside = marks[first..].iter();
    let inside = inside.take_while(|mark| mark.article == number.article && mark.span.start < told.end);
    inside.filter(|mark| mark.kind == FramingKind::Loaded).collect()
}

fn side(scene: &Scene, number: ClaimRef, span: Span) -> Side {
    Side { span: Some(span), value: scene.pages.get(number.article).map(|page| page.words(span)) }
}

/// The word of the other claim that stands where the mark's word stands: near it in meaning, of the same part of
/// speech, not loaded, and not in the mark's own claim.
fn flatter(scene: &Scene, mark: &Mark, number: ClaimRef, other: &Claim, own: &Claim) -> Option<Span> {
    let (here, there) = (scene.pages.get(mark.article)?, scene.pages.get(number.article)?);
    if here.lexicon.language != there.lexicon.language {
        return None;
    }
    let words = here.readings(here.tokens_of(mark.span).start);
    let own: Vec<&str> = here.tokens_of(told(own)).filter_map(|at| Some(here.readings(at).first()?.lemma)).collect();
    let (list, plain) = (there.lexicon.list(List::LoadedWords), mark.details.get("flatter").map(String::as_str));
    let alike = |word: &Reading, reading: &Reading| {
        let near = there.lexicon.vocabulary.relatedness(word.lemma, reading.lemma) >= NEAR;
        word.pos == reading.pos && (near || plain == Some(reading.lemma))
    };
    let near = |&at: &usize| {
        let readings = there.readings(at).iter();
        let mut plain = readings.filter(|it| !list.has(it.lemma) && !own.contains(&it.lemma));
        plain.any(|it| (it.pos != Pos::Verb || stands_as_verb(there, at)) && words.iter().any(|word| alike(word, it)))
    };
    there.tokens_of(told(other)).find(near).map(|at| there.span(at, at + 1))
}
