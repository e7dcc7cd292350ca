//! Runs of capitalised words: where names begin and end.
//!
//! Capitals say where a name may be; lists, function words and how the article spells the same word
//! elsewhere say whether a capital at the head of a sentence is one. A run takes in the particles
//! (« Dominique de Villepin ») and, after the head word of an institution, what completes it
//! (« Conseil de sécurité », "Bank of England").

use std::collections::BTreeSet;

use super::context::{Context, Known};
use crate::claim::ActorKind;
use crate::lang::{List, Pos};

/// A name where it stands.
#[derive(Clone, Debug)]
pub struct Run {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// What the lists know of it.
    pub known: Option<Known>,
    /// Kind told by its own words: « Front… », "… Inc".
    pub told: Option<ActorKind>,
    /// Whether an article or demonstrative stands right before it.
    pub definite: bool,
    /// Whether a preposition of place stands right before it.
    pub placed: bool,
    /// Whether only the name of another run can make it one: a lone word at the head of a sentence.
    doubtful: bool,
}

/// No name is longer, in tokens: a line all in capitals is cut there, so that what a run costs stays small.
const MOST_TOKENS: usize = 24;
/// Words that may stand between the head word of an institution and its acronym in brackets.
const DEFINED_TOKENS: usize = 10;
/// Adjectives and nouns that may complete the head word of an institution.
const COMPLEMENT_TOKENS: usize = 2;

/// Finds the runs of a text; `covered` tokens belong to titles and are left out.
pub fn find(context: &Context, covered: &[bool]) -> Vec<Run> {
    let finder = Finder { context, covered };
    let mut runs = Vec::new();
    let mut at = 0;
    while at < context.tokens.len() {
        match finder.run(at) {
            Some(run) => {
                at = run.end.max(at + 1);
                runs.push(run);
            }
            None => at += 1,
        }
    }
    let sure = |run: &&Run| !context.is_loud(run.first) && !run.doubtful;
    let known: BTreeSet<Vec<String>> = runs.iter().filter(sure).map(|run| context.key(run.first, run.end)).collect();
    let last_words: BTreeSet<&str> =
        known.iter().filter_map(|key| key.last()).map(|word| surname(context, word)).collect();
    runs.into_iter().flat_map(|run| finder.quieted(run, &known, &last_words)).collect()
}

/// A last name without the particle tied to it: « al-Assad », "Assad".
pub fn surname<'a>(context: &Context, word: &'a str) -> &'a str {
    let tied = word.split_once('-').filter(|(particle, _)| context.lists_name_word(particle, "particle"));
    tied.map_or(word, |(_, rest)| rest)
}

struct Finder<'a> {
    context: &'a Context<'a>,
    covered: &'a [bool],
}

impl Finder<'_> {
    fn is_open(&self, at: usize) -> bool {
        at < self.covered.len() && !self.covered[at]
    }

    fn run(&self, at: usize) -> Option<Run> {
        let context = self.context;
        if !self.is_open(at) {
            return None;
        }
        if let Some(known) = context.known(at).filter(|known| self.is_whole(at, known)) {
            return self.known_run(at, known);
        }
        if let Some((kind, length)) = context.name_word(at, "head_in").filter(|_| !context.is_capital(at)) {
            let national = usize::from(context.demonym(at + length).is_some_and(|_| !context.is_capital(at + length)));
            let behind = at + length + national;
            let linked = context.name_word(at, "portfolio").and_then(|_| context.name_word(behind, "link"));
            let next = linked.map_or(at + length, |(_, length)| behind + length);
            if self.is_open(next) && self.starts(next) && !context.known(next).is_some_and(|known| known.demonym) {
                let end = if linked.is_some() { self.portfolio_end(next) } else { self.end_of(next) };
                return Some(self.finished(at, end, Some(kind), context.known_body(at)));
            }
        }
        if !self.starts(at) {
            return None;
        }
        if let Some(length) = self.membership(at) {
            let next = at + length;
            let plural = context.name_word(at, "members").is_some();
            return if plural { Some(self.finished(at, next, Some(ActorKind::Group), None)) } else { None };
        }
        let end = self.completed(at, self.end_of(at));
        let told = self.told(at, end);
        let run = self.finished(at, end, told, None);
        match self.certainty(&run) {
            Some(true) => Some(run),
            Some(false) => Some(Run { doubtful: true, ..run }),
            None => None,
        }
    }

    /// Whether what a list knows ends where the capitals end, or may be followed by other names.
    fn is_whole(&self, at: usize, known: &Known) -> bool {
        let next = at + known.length_tokens;
        let goes_on = self.is_open(next) && self.starts(next) && self.context.is_joined(next);
        let countrywide = known.demonym || known.id.is_some();
        let abbreviated = self.context.fold(next - 1).contains('.');
        // French names a town without an article, a region with one: « député des Ardennes Jean Martin ».
        let articled = self.context.lexicon.language == crate::lang::Language::French
            && at.checked_sub(1).is_some_and(|before| self.context.name_word(before, "definite").is_some());
        let member = self.context.name_word(next, "member").or_else(|| self.context.name_word(next, "members"));
        let described = member.is_some_and(|(_, length)| !self.context.is_capital(next + length));
        !goes_on
            || abbreviated
            || described
            || (articled && known.kind == ActorKind::Place)
            || countrywide
            || self.is_governed(at)
            || self.context.known(next).is_some()
    }

    /// Whether a title governs what begins here: « maire de Paris Anne Martin ».
    fn is_governed(&self, at: usize) -> bool {
        let link =
            (1..=2.min(at)).find(|&back| self.context.name_word(at - back, "link").is_some_and(|it| it.1 == back));
        link.and_then(|back| (at - back).checked_sub(1)).is_some_and(|title| self.covered[title])
    }

    /// A listed name; a demonym only as a noun.
    fn known_run(&self, at: usize, known: Known) -> Option<Run> {
        let end = at + known.length_tokens;
        if known.demonym && !self.is_people(end) {
            return None;
        }
        let kind = known.kind;
        Some(self.finished(at, end, Some(kind), Some(known)))
    }

    /// Whether a demonym stands for people: « les Russes », "Russians", not « Russian officials ».
    fn is_people(&self, end: usize) -> bool {
        let context = self.context;
        if context.tokens.get(end).is_none_or(|next| !next.is_word()) {
            return true;
        }
        let verb_first = context.readings(end).next().is_some_and(|reading| reading.pos == Pos::Verb);
        let unknown = context.readings(end).next().is_none();
        let lower = !context.is_capital(end);
        let french = context.lexicon.language == crate::lang::Language::French;
        let ends = context.function(end).is_some() || verb_first || (french && (lower || unknown));
        let plural = context.fold(end - 1).ends_with('s') && !french;
        ends && !self.covered.get(end).copied().unwrap_or(false) || plural
    }

    fn finished(&self, first: usize, end: usize, told: Option<ActorKind>, known: Option<Known>) -> Run {
        let before = |class: &str| {
            (1..=2.min(first))
                .any(|back| self.context.name_word(first - back, class).is_some_and(|(_, length)| length == back))
        };
        Run { first, end, known, told, definite: before("definite"), placed: before("place_lead"), doubtful: false }
    }

    /// Length of a word of party or faith that is no part of a body's name: "Republican Jane Roe", "Democrats".
    fn membership(&self, at: usize) -> Option<usize> {
        let context = self.context;
        let (_, length) = context.name_word(at, "member").or_else(|| context.name_word(at, "members"))?;
        let body = (at + length..self.end_of(at)).any(|at| context.name_word(at, "head").is_some());
        (!body).then_some(length)
    }

    /// Whether a name may begin here.
    fn starts(&self, at: usize) -> bool {
        let context = self.context;
        if !context.is_capital(at)
            || context.is_calendar(at)
            || context.name_word(at, "never").is_some_and(|it| it.1 == 1)
        {
            return false;
        }
        let leads_title = context.name_word(at, "former").is_some() && self.covered.get(at + 1) == Some(&true);
        if context.is_roman(at) || leads_title {
            return false;
        }
        let small = context.function(at).is_some() || context.name_word(at, "definite").is_some();
        if small && context.name_word(at, "particle").is_none() {
            return false;
        }
        !small
            || (!context.is_initial(at) && context.is_capital(at + 1) && self.is_open(at + 1)) && !context.is_loud(at)
    }

    /// The end of the run that begins at `first`: capitals, particles and initials.
    fn end_of(&self, first: usize) -> usize {
        let context = self.context;
        let mut end = first + 1;
        let mut headed = context.name_word(first, "head").is_some() || context.name_word(first, "place_head").is_some();
        while let Some(next) = self.next_part(first, end, headed).filter(|next| next - first <= MOST_TOKENS) {
            headed |= context.name_word(next - 1, "head").is_some();
            end = next;
        }
        end
    }

    fn next_part(&self, first: usize, end: usize, headed: bool) -> Option<usize> {
        let context = self.context;
        if !self.is_open(end) || !context.is_joined(end) {
            return None;
        }
        if self.continues(end) {
            return Some(end + 1);
        }
        let initial =
            context.fold(end) == "." && context.gap(end).is_empty() && context.fold(end - 1).chars().count() <= 2;
        if initial
            && context.is_capital(end - 1)
            && self.is_open(end + 1)
            && self.continues(end + 1)
            && context.gap(end + 1).chars().count() <= 1
        {
            return Some(end + 2);
        }
        if context.fold(end) == "&" && self.continues(end + 1) && self.is_open(end + 1) {
            return Some(end + 2);
        }
        let after = |class: &str| context.name_word(end, class).map(|(_, length)| end + length);
        let joint = after("joint")
            .filter(|&next| headed && context.name_word(end - 1, "head").is_none() && self.heads_follow(next));
        let link = after("link").filter(|&next| headed || self.heads_follow(next)).or(joint);
        let particle = after("particle").filter(|_| end == first + 1 || self.is_particle_chain(first, end));
        let next = link
            .filter(|&next| self.continues(next) && self.is_open(next))
            .or_else(|| Some(self.past_particles(particle?)))?;
        let placed = context.known(end - 1).is_some() && !headed;
        (!placed && self.is_open(next) && self.continues(next) && context.is_joined(next)).then_some(next + 1)
    }

    /// Whether the capitals from here on end in the head word of a body or law: "… of Terrorism Act".
    fn heads_follow(&self, at: usize) -> bool {
        let capitals =
            (at..at + COMPLEMENT_TOKENS + 2).take_while(|&at| self.is_open(at) && self.context.is_capital(at));
        let last = capitals.last();
        let ends = |last: usize| ["head", "tail"].iter().any(|class| self.context.name_word(last, class).is_some());
        last.is_some_and(|last| last > at && ends(last))
    }

    /// Past « de la », "van der".
    fn past_particles(&self, at: usize) -> usize {
        let second = self.context.name_word(at, "particle").filter(|_| !self.context.is_capital(at));
        at + second.map_or(0, |(_, length)| length)
    }

    fn is_particle_chain(&self, first: usize, end: usize) -> bool {
        end - first <= 2 && self.context.name_word(first, "definite").is_none()
    }

    fn continues(&self, at: usize) -> bool {
        let context = self.context;
        let countrywide = context.known(at).is_some_and(|known| known.demonym && known.id.is_some());
        context.is_capital(at)
            && (!context.is_calendar(at) || self.is_named_so(at))
            && !countrywide
            && (context.function(at).is_none() || context.is_capital(at + 1) || context.is_all_capitals(at))
    }

    /// Whether a month's name is part of a name: « Champ de Mars », where French writes months small; "Theresa May",
    /// where no figure follows.
    fn is_named_so(&self, at: usize) -> bool {
        let context = self.context;
        let Some(before) = at.checked_sub(1) else { return false };
        if context.is_initial(at) || context.is_loud(at) {
            return false;
        }
        let dated = context.tokens.get(at + 1).is_some_and(|next| next.kind == crate::text::TokenKind::Number);
        let unsure = context.lexicon.list(List::Months).get(context.fold(at));
        let word = unsure.is_some_and(|entry| entry.fields.get(1) == Some(&"unsure"));
        match context.lexicon.language {
            crate::lang::Language::French => context.name_word(before, "link").is_some() && !dated,
            _ => word && !dated && context.is_capital(before) && context.readings(before).next().is_none(),
        }
    }

    /// The end of what a ministry is for: « Affaires étrangères », « Santé et des Sports ».
    fn portfolio_end(&self, first: usize) -> usize {
        let mut end = self.end_of(first);
        while self.describes(end) {
            end += 1;
        }
        end
    }

    /// The end with what completes an institution's head word: « Assemblée nationale », « Cour des comptes ».
    fn completed(&self, first: usize, end: usize) -> usize {
        let context = self.context;
        let head = context.name_word(first, "head").or_else(|| context.name_word(first, "head_in"));
        let lone_head = head.is_some_and(|(_, length)| first + length == end);
        if head.is_none() || context.lexicon.language != crate::lang::Language::French {
            return end;
        }
        if let Some(defined) = self.defined(first, end) {
            return defined;
        }
        if !lone_head || context.name_word(first, "head").is_none() {
            return end;
        }
        let adjectives = (end..end + COMPLEMENT_TOKENS).take_while(|&at| self.describes(at)).count();
        if adjectives > 0 {
            return end + adjectives;
        }
        let noun = context.name_word(end, "link").map(|(_, length)| end + length);
        match noun.filter(|&noun| self.is_open(noun) && context.reads_as(noun, Pos::Noun) && !context.is_calendar(noun))
        {
            Some(noun) => noun + 1 + usize::from(self.describes(noun + 1)),
            None => end,
        }
    }

    /// The end of a name whose acronym follows in brackets: « Association des maires de montagne (AMM) ».
    fn defined(&self, first: usize, end: usize) -> Option<usize> {
        let context = self.context;
        let part = |at: &usize| self.is_open(*at) && context.is_joined(*at) && context.tokens[*at].is_word();
        let last = end + (end..end + DEFINED_TOKENS).take_while(part).count();
        let opened = context.fold(last) == "(" && context.fold(last + 2) == ")";
        let other = (end..last).any(|at| {
            let head = context.name_word(at, "head").or_else(|| context.name_word(at, "head_in"));
            context.is_capital(at) && head.is_some()
        });
        let acronym = opened && last > end && !other && context.is_all_capitals(last + 1);
        let initials = |name: &[String]| -> Vec<char> {
            name.iter().flat_map(|word| word.split('-')).filter_map(|part| part.chars().next()).collect()
        };
        let words = initials(&context.key(first, last));
        let mut heads = words.iter();
        let letters = context.fold(last + 1).to_owned();
        let fits = letters.chars().all(|letter| heads.any(|head| *head == letter));
        (acronym && fits).then_some(last)
    }

    fn describes(&self, at: usize) -> bool {
        let context = self.context;
        let verb = context.readings(at).next().is_some_and(|reading| reading.pos == Pos::Verb);
        let adjective = context.reads_as(at, Pos::Adjective) && !verb;
        self.is_open(at)
            && context.is_joined(at)
            && !context.is_capital(at)
            && adjective
            && context.function(at).is_none()
    }

    /// The kind that the words of the run tell.
    fn told(&self, first: usize, end: usize) -> Option<ActorKind> {
        let context = self.context;
        let last = context.name_word(end - 1, "suffix").or_else(|| context.name_word(end - 1, "head"));
        let several = last.filter(|_| end - first > 1).map(|(kind, _)| kind);
        let head = context.name_word(first, "head").or_else(|| context.name_word(first, "head_in"));
        let inner = (first..end).find_map(|at| context.name_word(at, "head")).filter(|_| end - first > 2);
        let place = context.name_word(first, "place_head").or_else(|| context.name_word(end - 1, "place_head"));
        several
            .or(head.map(|it| it.0))
            .or(place.filter(|_| end - first > 1).map(|it| it.0))
            .or(inner.map(|it| it.0))
            .or_else(|| context.is_all_capitals(first).then_some(ActorKind::Organisation).filter(|_| end == first + 1))
    }

    /// Whether a run is surely a name, or one only if the article names it elsewhere; none for a common word
    /// capitalised by its place.
    fn certainty(&self, run: &Run) -> Option<bool> {
        let context = self.context;
        let lone = run.end == run.first + 1;
        let letters = (run.first..run.end).all(|at| context.fold(at).chars().count() < 2);
        if letters || (lone && self.is_no_name(run)) {
            return None;
        }
        if !context.is_initial(run.first) {
            return Some(true);
        }
        let capital_elsewhere = context.is_capital_elsewhere(run.first);
        if !capital_elsewhere && (context.is_lower_elsewhere(run.first) || self.is_common(run)) {
            return None;
        }
        if !lone {
            return Some(true);
        }
        if context.function(run.first).is_some() {
            return None;
        }
        let strange =
            context.has_tables && context.readings(run.first).next().is_none() && !self.is_compound(run.first);
        let acronym =
            context.is_all_capitals(run.first) && !context.is_loud(run.first) && !context.is_common(run.first);
        Some(capital_elsewhere || acronym || strange)
    }

    /// Whether a part of a hyphenated word is grammar or a number: « Au-delà », « Quarante-six ».
    fn is_compound(&self, at: usize) -> bool {
        let lexicon = self.context.lexicon;
        let known = |part: &str| lexicon.list(List::FunctionWords).has(part) || lexicon.list(List::Numbers).has(part);
        self.context.fold(at).contains('-') && self.context.fold(at).split('-').any(known)
    }

    /// Lone words that name nobody: "a Democrat", the D-Ohio behind a name, single letters, « Conseil ».
    fn is_no_name(&self, run: &Run) -> bool {
        let context = self.context;
        let before = run.first.checked_sub(1);
        let one_of_many = before.is_some_and(|at| context.name_word(at, "one").is_some());
        let constituency = before.is_some_and(|at| matches!(context.fold(at), "," | "("))
            && context.fold(run.first).char_indices().nth(1).is_some_and(|(_, c)| c == '-');
        let weak = context.name_word(run.first, "weak").is_some() && !run.definite;
        let shouted = context.is_all_capitals(run.first) && !run.definite && context.reads_as(run.first, Pos::Noun);
        let suffix = context.name_word(run.first, "suffix").is_some_and(|it| it.0 == ActorKind::Person);
        let zone = context.lexicon.list(List::DateWords).get(context.fold(run.first));
        let zone = zone.is_some_and(|entry| entry.fields[0].contains("zone") && context.is_all_capitals(run.first));
        suffix || zone || one_of_many || constituency || weak || shouted || context.fold(run.first).chars().count() < 2
    }

    /// Whether the first word is a noun or verb that goes on in lower case: « Réponse de Sergueï Lavrov ».
    fn is_common(&self, run: &Run) -> bool {
        let goes_on = run.end > run.first + 1 && !self.context.is_capital(run.first + 1);
        let word = self.context.reads_as(run.first, Pos::Noun) || self.context.reads_as(run.first, Pos::Verb);
        goes_on && run.told.is_none() && word
    }

    /// In a headline in capitals, only what the quiet sentences name.
    fn quieted(&self, run: Run, known: &BTreeSet<Vec<String>>, last_words: &BTreeSet<&str>) -> Vec<Run> {
        let context = self.context;
        if run.doubtful {
            let key = context.key(run.first, run.end);
            let named =
                known.contains(&key) || key.last().is_some_and(|word| last_words.contains(surname(context, word)));
            return if named { vec![run] } else { Vec::new() };
        }
        if !context.is_loud(run.first) || run.known.is_some() {
            return vec![run];
        }
        let mut runs = Vec::new();
        let mut at = run.first;
        while at < run.end {
            let longest = (at + 1..=run.end).rev().find(|&end| {
                let key = context.key(at, end);
                known.contains(&key)
                    || (end == at + 1 && key.last().is_some_and(|word| last_words.contains(surname(context, word))))
            });
            if let Some(end) = longest.filter(|_| self.starts(at)) {
                runs.push(self.finished(at, end, self.told(at, end), None));
            }
            at = longest.unwrap_or(at + 1);
        }
        runs
    }
}
