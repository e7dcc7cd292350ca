//! Which actors a short or otherwise spelled name may be.

use std::collections::BTreeMap;

use super::cast::Cast;
use super::context::Context;
use super::run::Run;
use super::spelling;
use crate::claim::ActorKind;

/// Names by their words, for the short forms of long ones.
#[derive(Default)]
pub struct Index {
    surnames: BTreeMap<String, Bearers>,
    given: BTreeMap<String, Bearers>,
    /// First and last word of an actor's name → those actors.
    ends: BTreeMap<(String, String), Vec<usize>>,
    spellings: BTreeMap<String, Vec<(usize, Vec<String>)>>,
}

/// Those who bear a name, wherever they do.
#[derive(Default)]
struct Bearers {
    /// Draft and the run that gave the word, in order of the runs.
    all: Vec<(usize, usize)>,
    /// Whether they are several.
    several: bool,
}

impl Bearers {
    fn add(&mut self, draft: usize, run: usize) {
        self.several |= self.all.first().is_some_and(|(first, _)| *first != draft);
        self.all.push((draft, run));
    }

    fn only(&self) -> Option<usize> {
        self.all.first().filter(|_| !self.several).map(|(draft, _)| *draft)
    }

    /// The bearer last mentioned before the run, else the first one after it.
    fn last_before(&self, run: usize, fits: impl Fn(&(usize, usize)) -> bool) -> Option<usize> {
        let next = self.all.partition_point(|(_, at)| *at < run);
        let before = self.all[..next].iter().rev().find(|one| fits(one));
        before.or_else(|| self.all[next..].iter().find(|one| fits(one))).map(|(draft, _)| *draft)
    }
}

impl Index {
    /// Takes in a name of an actor (whose own is `name`) and the run it stands in; long names in order of their runs.
    pub fn add(&mut self, (draft, name): (usize, &[String]), key: &[String], run: usize) {
        if key.len() < 2 {
            return;
        }
        for start in 1..key.len() {
            self.surnames.entry(key[start..].join(" ")).or_default().add(draft, run);
        }
        if let Some((_, rest)) = key.last().and_then(|word| word.split_once('-')) {
            self.surnames.entry(rest.to_owned()).or_default().add(draft, run);
        }
        self.given.entry(key[0].clone()).or_default().add(draft, run);
        if let ([first, .., last], Some(end)) = (name, key.last())
            && (last == end || end.split_once('-').is_some_and(|(_, rest)| rest == last))
        {
            let alike = self.ends.entry((first.clone(), last.clone())).or_default();
            if alike.last() != Some(&draft) {
                alike.push(draft);
            }
        }
        let known = self.spellings.entry(skeleton_of(key)).or_default();
        if !known.iter().any(|(_, other)| other == key) {
            known.push((draft, key.to_vec()));
        }
    }

    /// Whether several actors bear a surname, so that each mention must be resolved by itself.
    pub fn is_shared(&self, key: &[String]) -> bool {
        self.surnames.get(&key.join(" ")).is_some_and(|bearers| bearers.several)
    }

    /// The actor a name may be a short or other form of.
    ///
    /// `may_be`: whether gender and suffix allow an actor.
    pub fn find(&self, cast: &Cast, run: usize, titled: bool, may_be: &dyn Fn(usize) -> bool) -> Option<usize> {
        let key = &cast.keys[run];
        let known = cast.runs[run].known.as_ref();
        if known.is_some_and(|known| !known.town) {
            return None;
        }
        let words = key.join(" ");
        let general =
            ["head", "weak"].iter().any(|class| cast.context.name_word(cast.runs[run].first, class).is_some());
        if key.len() == 1 && general {
            return None;
        }
        if key.len() > 1 {
            return self
                .variant(key)
                .or_else(|| self.middle(cast, key))
                .or_else(|| self.surnames.get(&words)?.last_before(run, |_| true));
        }
        // A town is no short form of the body or place whose name ends on it: "District of Texas".
        let ends_on = |other: usize| known.is_some() && cast.runs[other].told.is_some();
        let fits = |&(draft, other): &(usize, usize)| may_be(draft) && !ends_on(other);
        let by_last = self.surnames.get(&words).and_then(|bearers| bearers.last_before(run, fits));
        let given = || self.given.get(&words).filter(|_| !titled && known.is_none());
        by_last.or_else(|| given()?.only())
    }

    /// Another spelling of a long name.
    fn variant(&self, key: &[String]) -> Option<usize> {
        let alike = |other: &[String]| {
            other.len() == key.len() && other.iter().zip(key).all(|(x, y)| spelling::same_word(x, y))
        };
        self.spellings.get(&skeleton_of(key))?.iter().find(|(_, other)| alike(other)).map(|(draft, _)| *draft)
    }

    /// The same first and last word with others between: "Robert S. Mueller", "Robert Mueller".
    fn middle(&self, cast: &Cast, key: &[String]) -> Option<usize> {
        let ends = (key.first()?.clone(), key.last()?.clone());
        let short = |draft: usize| key.len() == 2 || cast.drafts[draft].key.len() == 2;
        self.ends.get(&ends)?.iter().copied().find(|&draft| short(draft))
    }
}

fn skeleton_of(key: &[String]) -> String {
    key.iter().map(|word| spelling::skeleton(word)).collect::<Vec<_>>().join(" ")
}

/// « Jr. », "Sr." at the end of a run.
pub fn suffix_of(context: &Context, run: &Run) -> Option<String> {
    let last = (run.first + 1..run.end).rev().find(|&at| context.fold(at) != ".")?;
    let suffix = context.name_word(last, "suffix").is_some_and(|it| it.0 == ActorKind::Person);
    suffix.then(|| context.fold(last).to_owned())
}

/// A run's words as compared, without « Jr. », "Inc" behind and what a list says they are otherwise spelled.
pub fn stem(context: &Context, run: &Run) -> Vec<String> {
    let mut end = run.end;
    while end > run.first + 1
        && (context.name_word(end - 1, "suffix").is_some_and(|it| it.0 == ActorKind::Person)
            || context.fold(end - 1) == ".")
    {
        end -= 1;
    }
    context.key(run.first, end)
}
