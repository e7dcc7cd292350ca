//! Offices and descriptions: « le chef de la diplomatie russe », "Chinese foreign ministry spokesman".
//!
//! A phrase grows from a title of the lists: to the left over adjectives of nationality and possessives
//! ("Russia's"), to the right over nationality and « de la Russie ». What stands beside it then says
//! whether it names someone (« …, Sergueï Lavrov »), or is a mention of its own.

use super::context::Context;
use super::run::Run;
use crate::claim::Gender;
use crate::lang::{List, Pos};

/// What determines a phrase.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Determiner {
    /// Nothing.
    None,
    /// « le », "the".
    Definite,
    /// « un », "a".
    Indefinite,
    /// « son », "his".
    Possessive,
}

/// An office or description where it stands.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// First token, its determiner not included.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The words of the title alone.
    pub title: String,
    /// All its words, without the determiner.
    pub text: String,
    /// The office, the same in all languages.
    pub role_id: Option<String>,
    /// Whether it only comes before a name: « M. », "Dr".
    pub honorific: bool,
    /// Whether it is « homologue », "counterpart".
    pub counterpart: bool,
    /// Gender it tells.
    pub gender: Option<Gender>,
    /// The country it is held for.
    pub country: Option<String>,
    /// What determines it.
    pub determiner: Determiner,
    /// First token with the determiner.
    pub from: usize,
    /// One past the last token of what it governs: « gouverneur de la Banque de France »; else its end.
    pub reach: usize,
}

/// How many adjectives of nationality and such may stand on one side of a title.
const MODIFIERS: usize = 3;
/// How many tokens a minister's charge may take.
const PORTFOLIO_TOKENS: usize = 12;
/// The longest apposition read as a description, in tokens.
const APPOSITION_TOKENS: usize = 9;

/// Tokens taken by titles, so that no name begins inside (« secrétaire d'Etat », "Foreign Minister").
pub fn covered(context: &Context) -> Vec<bool> {
    let mut covered = vec![false; context.tokens.len()];
    let mut at = 0;
    while at < context.tokens.len() {
        let length = title_length(context, at, &covered);
        let length = if length > 0 { portfolio_end(context, at, at + length) - at } else { 0 };
        covered[at..at + length].fill(true);
        at += length.max(1);
    }
    covered
}

/// How many tokens of a title begin here; 0 where there is none or the word is part of a name.
fn title_length(context: &Context, at: usize, covered: &[bool]) -> usize {
    let Some(title) = context.title(at) else { return 0 };
    let after_name = at.checked_sub(1).is_some_and(|before| {
        let named = context.is_capital(before) && !covered[before] && context.is_joined(at);
        let head = context.name_word(before, "head").is_some() || context.name_word(before, "weak").is_some();
        let next = at + title.length_tokens;
        let suffixed = context.name_word(next, "suffix").is_some();
        let before_name = context.is_common(before) && context.is_capital(next) && context.is_joined(next) && !suffixed;
        named
            && !head
            && !before_name
            && context.known(before).is_none()
            && context.function(before).is_none()
            && !context.is_loud(at)
    });
    let headed = at
        .checked_sub(1)
        .is_some_and(|before| context.is_capital(before) && context.name_word(before, "head").is_some());
    let described = headed && context.is_joined(at) && !context.is_capital(at) && context.reads_as(at, Pos::Adjective);
    let completes = headed && context.is_joined(at) && !context.is_capital(at + 1);
    let surname = context.is_capital(at) && (after_name || completes) && title.length_tokens == 1;
    let next = at + title.length_tokens;
    let body = context.is_capital(at)
        && context.is_capital(next)
        && (context.name_word(next, "head").is_some() || context.function(next).is_some());
    let elided = title.courtesy && !names_follow(context, at + title.length_tokens);
    if surname || elided || body || described { 0 } else { title.length_tokens }
}

/// The end of an office with its charge: « ministre de la Culture et de la Communication ».
///
/// The words of a charge are common nouns capitalised by custom, which tells them from the name behind.
fn portfolio_end(context: &Context, first: usize, end: usize) -> usize {
    if context.name_word(first, "portfolio").is_none() {
        return end;
    }
    let mut last = end;
    for at in end..(end + PORTFOLIO_TOKENS).min(context.tokens.len()) {
        let linking =
            context.function(at).is_some() || context.name_word(at, "link").is_some() || context.fold(at) == ",";
        let charged = context.is_capital(at) && context.is_common(at) && context.known(at).is_none();
        let described = last == at
            && last > end
            && !context.is_capital(at)
            && context.reads_as(at, Pos::Adjective)
            && context.demonym(at).is_none();
        let national = at == end && !context.is_capital(at) && context.demonym(at).is_some();
        if national {
            continue;
        }
        if charged && !linking || described {
            last = at + 1;
        } else if !linking || context.is_capital(at) {
            break;
        }
    }
    last
}

/// Whether a capitalised word follows, past the stop of an abbreviation.
fn names_follow(context: &Context, at: usize) -> bool {
    context.is_capital(at + usize::from(context.fold(at) == "."))
}

/// The phrases of a text, in order.
pub fn find(context: &Context, covered: &[bool], runs: &[Run]) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < context.tokens.len() {
        let starts = covered[at] || context.name_word(at, "counterpart").is_some();
        let Some(phrase) = starts.then(|| phrase(context, at, runs)).flatten() else {
            at += 1;
            continue;
        };
        at = phrase.end.max(at + 1);
        phrases.push(phrase);
    }
    phrases
}

fn phrase(context: &Context, at: usize, runs: &[Run]) -> Option<Phrase> {
    let title = context.title(at);
    let counterpart = title.is_none();
    let length = title
        .as_ref()
        .map_or_else(|| context.name_word(at, "counterpart").map(|it| it.1), |it| Some(it.length_tokens))?;
    let honorific = title.as_ref().is_some_and(|title| title.courtesy);
    let charged_end = portfolio_end(context, at, at + length);
    let mut end = charged_end;
    let mut country = None;
    let mut general = !honorific;
    if honorific {
        end += usize::from(context.fold(end) == ".");
    } else {
        (end, country) = grown_right(context, end, runs);
        general &= !governs_body(context, end, runs);
    }
    let charged = charge_id(context, at, charged_end).filter(|_| charged_end > at + length);
    let listed = title.as_ref().and_then(|title| title.role_id.clone());
    let role_id = charged.or_else(|| listed.filter(|_| general));
    let inner = (at..charged_end).find_map(|at| context.demonym(at)).map(|(code, _)| code);
    let (first, left_country) = if honorific { (at, None) } else { grown_left(context, at) };
    let (determiner, from) = determiner(context, first);
    let reach = if honorific { end } else { governed(context, end, runs) };
    Some(Phrase {
        first,
        end,
        title: if charged_end > at + length {
            context.words(at, charged_end)
        } else {
            title.as_ref().map_or_else(|| context.words(at, at + length), |title| title.key.clone())
        },
        text: context.words(first, reach),
        role_id,
        honorific,
        counterpart,
        gender: title.and_then(|title| title.gender),
        country: country.or(left_country).or(inner),
        determiner,
        from,
        reach,
    })
}

/// Past « de la Banque de France », "of the ruling party": noun phrases joined to a title.
fn governed(context: &Context, mut end: usize, runs: &[Run]) -> usize {
    for _ in 0..MODIFIERS {
        let Some((_, length)) = context.name_word(end, "link") else { break };
        let noun = end + length;
        let lower = !context.is_capital(noun) && context.reads_as(noun, Pos::Noun) && context.function(noun).is_none();
        let next = match run_at(runs, noun) {
            Some(run) => run.end,
            None if lower => noun + 1,
            None => break,
        };
        let adjective = |at: &usize| {
            let verb = context.readings(*at).next().is_some_and(|reading| reading.pos == Pos::Verb);
            !context.is_capital(*at)
                && !verb
                && context.reads_as(*at, Pos::Adjective)
                && context.function(*at).is_none()
        };
        end = next + (next..next + MODIFIERS).take_while(adjective).count();
    }
    end
}

/// The office of a title with its charge, words of nationality left out: « ministre russe des Affaires étrangères ».
fn charge_id(context: &Context, first: usize, end: usize) -> Option<String> {
    let words: Vec<&str> =
        (first..end).filter(|&at| context.demonym(at).is_none()).map(|at| context.fold(at)).collect();
    let entry = context.lexicon.list(List::Titles).get(&words.join(" ").replace("' ", "'"))?;
    entry.fields.get(1).filter(|id| **id != "-").map(|id| (*id).to_owned())
}

/// Past « russe », « de la Russie », "of Russia"; and the country they tell.
fn grown_right(context: &Context, mut end: usize, runs: &[Run]) -> (usize, Option<String>) {
    let mut country = None;
    for _ in 0..MODIFIERS {
        if end >= context.tokens.len() || !context.is_joined(end) {
            break;
        }
        let lower = context.demonym(end).filter(|_| !context.is_capital(end));
        if let Some((code, length)) = lower.filter(|_| country.is_none()) {
            (country, end) = (Some(code), end + length);
            continue;
        }
        let Some((_, length)) = context.name_word(end, "link") else { break };
        let Some(run) = run_at(runs, end + length) else { break };
        let place = run.known.as_ref().filter(|known| known.id.is_some() && known.country.is_some());
        let Some(place) = place.filter(|_| country.is_none()) else { break };
        (country, end) = (place.country.clone(), run.end);
    }
    (end, country)
}

/// Whether a body or town that is no country follows: « président de la SNCF » heads no state.
fn governs_body(context: &Context, end: usize, runs: &[Run]) -> bool {
    let Some((_, length)) = context.name_word(end, "link") else { return false };
    let run = run_at(runs, end + length);
    run.is_some_and(|run| {
        run.known.as_ref().is_none_or(|known| known.kind != crate::claim::ActorKind::Place || known.id.is_none())
    })
}

/// Back over "Russian", "Russia's", "former"; and the country they tell.
fn grown_left(context: &Context, at: usize) -> (usize, Option<String>) {
    let (mut first, mut country) = (at, None);
    for _ in 0..MODIFIERS {
        let told = (1..=3.min(first)).rev().find_map(|back| adjective_of(context, first - back, back));
        match told {
            Some((back, code)) if country.is_none() && code.is_some() => (first, country) = (first - back, code),
            Some((back, None)) => first -= back,
            _ => break,
        }
    }
    (first, country)
}

/// A modifier of exactly `length` tokens: a demonym, a country with or without possessive, « ancien ».
fn adjective_of(context: &Context, at: usize, length: usize) -> Option<(usize, Option<String>)> {
    if !context.is_joined(at + length) || context.sentence(at) != context.sentence(at + length) {
        return None;
    }
    if context.demonym(at).is_some_and(|(_, taken)| taken == length) {
        return context.demonym(at).map(|(code, _)| (length, Some(code)));
    }
    let possessive = context.fold(at + length - 1) == "'s";
    let known = context.known(at).filter(|known| known.length_tokens + usize::from(possessive) == length);
    if let Some(known) = known.filter(|known| known.id.is_some()) {
        return Some((length, known.country));
    }
    context.name_word(at, "former").filter(|it| it.1 == length).map(|_| (length, None))
}

fn determiner(context: &Context, first: usize) -> (Determiner, usize) {
    let Some(at) = first.checked_sub(1) else { return (Determiner::None, first) };
    let is = |class: &str| context.name_word(at, class).is_some_and(|(_, length)| length == 1);
    if is("possessor") {
        (Determiner::Possessive, at)
    } else if is("indefinite") && !is("definite") {
        (Determiner::Indefinite, at)
    } else if is("definite") {
        (Determiner::Definite, at)
    } else {
        (Determiner::None, first)
    }
}

/// The run that begins at a token.
pub fn run_at(runs: &[Run], at: usize) -> Option<&Run> {
    runs.binary_search_by(|run| run.first.cmp(&at)).ok().and_then(|found| runs.get(found))
}

/// Which phrase describes which run: `(phrase, run)` numbers.
pub fn links(context: &Context, phrases: &[Phrase], runs: &[Run]) -> Vec<(usize, usize)> {
    let mut links = Vec::new();
    for (number, phrase) in phrases.iter().enumerate() {
        if phrase.counterpart && phrase.end == phrase.first {
            continue;
        }
        let found = named_behind(context, phrase, runs).or_else(|| named_before(context, phrase, runs));
        links.extend(found.map(|run| (number, run)));
    }
    links
}

fn number_of(runs: &[Run], first: usize) -> Option<usize> {
    runs.binary_search_by(|run| run.first.cmp(&first)).ok()
}

/// « le ministre X », « le ministre, X, », "the minister, X,".
fn named_behind(context: &Context, phrase: &Phrase, runs: &[Run]) -> Option<usize> {
    for end in [phrase.end, phrase.reach] {
        let direct = number_of(runs, end).filter(|_| end < context.tokens.len() && context.is_joined(end));
        let lower = end == phrase.end || !context.is_capital(end - 1);
        if let Some(run) = direct.filter(|&run| lower && may_be_person(&runs[run])) {
            return Some(run);
        }
    }
    if phrase.honorific || context.fold(phrase.reach) != "," || phrase.determiner == Determiner::None {
        return None;
    }
    let name = past_courtesy(context, phrase.reach + 1);
    let long = |run: &Run| run.end - run.first > 1 || name > phrase.reach + 1;
    let run = number_of(runs, name).filter(|&run| may_be_person(&runs[run]) && long(&runs[run]))?;
    let closed = matches!(context.fold(runs[run].end), "," | "." | ")" | "");
    closed.then_some(run)
}

/// Past « M. », "Mr".
fn past_courtesy(context: &Context, at: usize) -> usize {
    let title = context.title(at).filter(|title| title.courtesy);
    title.map_or(at, |title| at + title.length_tokens)
}

/// « X, le ministre », "X, the minister".
fn named_before(context: &Context, phrase: &Phrase, runs: &[Run]) -> Option<usize> {
    let comma = phrase.from.checked_sub(1).filter(|&at| matches!(context.fold(at), "," | "("))?;
    if phrase.honorific || phrase.determiner == Determiner::Possessive {
        return None;
    }
    let run = runs.partition_point(|run| run.end <= comma).checked_sub(1)?;
    let fits = runs[run].end == comma
        && may_be_person(&runs[run])
        && context.sentence(comma) == context.sentence(runs[run].first);
    fits.then_some(run)
}

/// Whether a run may name someone.
fn may_be_person(run: &Run) -> bool {
    run.known.as_ref().is_none_or(|known| known.town)
        && !matches!(run.told, Some(kind) if run.known.is_none() && kind != crate::claim::ActorKind::Person)
}

/// Descriptions without a listed title: « X, un avocat de Lyon, ». First and last token, and the run described.
pub fn appositions(context: &Context, covered: &[bool], runs: &[Run]) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (number, run) in runs.iter().enumerate().filter(|(_, run)| run.end - run.first > 1 && may_be_person(run)) {
        let first = run.end + 1;
        if context.fold(run.end) != ","
            || first >= context.tokens.len()
            || context.sentence(first) != context.sentence(run.first)
        {
            continue;
        }
        let Some(length) =
            ["definite", "indefinite"].iter().find_map(|class| context.name_word(first, class)).map(|it| it.1)
        else {
            continue;
        };
        let noun = first + length;
        let last = (noun..(noun + APPOSITION_TOKENS).min(context.tokens.len()))
            .find(|&at| matches!(context.fold(at), "," | "." | ";"));
        let titled = covered.get(noun..last.unwrap_or(noun)).is_none_or(|taken| taken.contains(&true));
        let nominal = context.reads_as(noun, Pos::Noun) || !context.has_tables;
        let closed = last.is_some_and(|last| context.fold(last) == ",");
        if let Some(last) =
            last.filter(|&last| !titled && nominal && closed && last > noun && !context.is_capital(noun))
        {
            found.push((noun, last, number));
        }
    }
    found
}
