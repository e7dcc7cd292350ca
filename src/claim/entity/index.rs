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
    /// Last word → drafts and the run that gave the word, in order.
    surnames: BTreeMap<String, Vec<(usize, usize)>>,
    given: BTreeMap<String, Vec<(usize, usize)>>,
    spellings: BTreeMap<String, Vec<(usize, Vec<String>)>>,
}

impl Index {
    /// Takes in a name and the run it stands in.
    pub fn add(&mut self, draft: usize, key: &[String], run: usize) {
        if key.len() < 2 {
            return;
        }
        for start in 1..key.len() {
            self.surnames.entry(key[start..].join(" ")).or_default().push((draft, run));
        }
        if let Some((_, rest)) = key.last().and_then(|word| word.split_once('-')) {
            self.surnames.entry(rest.to_owned()).or_default().push((draft, run));
        }
        self.given.entry(key[0].clone()).or_default().push((draft, run));
        let known = self.spellings.entry(skeleton_of(key)).or_default();
        if !known.iter().any(|(_, other)| other == key) {
            known.push((draft, key.to_vec()));
        }
    }

    /// Whether several actors bear a surname, so that each mention must be resolved by itself.
    pub fn is_shared(&self, key: &[String]) -> bool {
        let Some(bearers) = self.surnames.get(&key.join(" ")) else { return false };
        bearers.iter().any(|(draft, _)| *draft != bearers[0].0)
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
                .or_else(|| Self::last_before(self.surnames.get(&words)?, run));
        }
        let bearers = self.surnames.get(&words);
        // A town is no short form of the body or place whose name ends on it: "District of Texas".
        let ends_on = |other: usize| known.is_some() && cast.runs[other].told.is_some();
        let fits = |&(draft, other): &(usize, usize)| may_be(draft) && !ends_on(other);
        let fitting: Option<Vec<(usize, usize)>> =
            bearers.map(|bearers| bearers.iter().copied().filter(fits).collect());
        let by_last = fitting.and_then(|bearers| Self::last_before(&bearers, run));
        let given = || {
            self.given
                .get(&words)
                .filter(|_| !titled && known.is_none())
                .filter(|bearers| bearers.iter().all(|it| it.0 == bearers[0].0))
        };
        by_last.or_else(|| given().map(|bearers| bearers[0].0))
    }

    /// The bearer last mentioned before the run, else the first one after it.
    fn last_before(bearers: &[(usize, usize)], run: usize) -> Option<usize> {
        let before = bearers.iter().filter(|(_, at)| *at < run).max_by_key(|(_, at)| *at);
        before.or_else(|| bearers.iter().min_by_key(|(_, at)| *at)).map(|(draft, _)| *draft)
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
        let (first, last) = (key.first()?, key.last()?);
        let bearers = self.surnames.get(last)?;
        let same = |draft: usize| {
            let other = &cast.drafts[draft].key;
            other.first() == Some(first) && other.last() == Some(last) && (other.len() == 2 || key.len() == 2)
        };
        bearers.iter().map(|(draft, _)| *draft).find(|&draft| same(draft))
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
