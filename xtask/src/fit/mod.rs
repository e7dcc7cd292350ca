//! `cargo xtask fit-alignment EVENT_DIR…`: makes `src/align/weights.tsv` from annotated events.
//!
//! A candidate pair of claims counts as a pair where both overlap a gold passage by half of the shorter one. The
//! first pass is fitted on the features of the pair alone, the second on all. Each event is also held out once, so
//! that the figures written into the file are of events the weights have not seen.

mod gold;
mod logistic;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Result;
use gold::{Event, GoldPair};
use logistic::Model;
use recoupe::align::{self, Analysed, Feature, Weights};
use recoupe::compare::analyse;
use recoupe::lang::Lexica;

/// Pull of the weights towards zero. Weaker pulls fit the events at hand better and held-out French ones worse.
const RIDGE: f64 = 10.0;

/// A candidate pair of claims.
struct Candidate {
    event: usize,
    features: Vec<f64>,
    /// Numbers of the gold pairs it meets, over all events.
    meets: Vec<usize>,
}

/// All candidates, and how many gold pairs each event has.
struct Candidates {
    all: Vec<Candidate>,
    gold: Vec<usize>,
}

/// Fits both passes and returns the new `weights.tsv`.
pub fn fit(folders: &[PathBuf]) -> Result<String> {
    let events: Vec<Event> = folders.iter().map(|folder| gold::read(folder)).collect::<Result<_, _>>()?;
    let lexica = Lexica::complete();
    let analysed: Vec<Vec<Analysed>> = events
        .iter()
        .map(|event| event.articles.iter().map(|(_, _, article)| analyse(article, &lexica)).collect())
        .collect();
    let mut tsv = String::new();
    let mut figures = String::new();
    // The second pass sees what the first one estimates, so it is fitted on features made with the new first pass.
    for _ in 0..2 {
        let weights = if tsv.is_empty() { Weights::built_in().clone() } else { parsed(&tsv)? };
        let candidates = candidates(&events, &analysed, &lexica, &weights);
        let first = Model::fit(&examples(&candidates, None, first_pass), RIDGE);
        let second = Model::fit(&examples(&candidates, None, <[f64]>::to_vec), RIDGE);
        figures = held_out(&candidates, &events);
        tsv = written(&first, &second, &events, &figures);
    }
    println!("{figures}");
    Ok(tsv)
}

fn parsed(tsv: &str) -> Result<Weights> {
    Ok(Weights::parse(tsv)?)
}

fn candidates(events: &[Event], analysed: &[Vec<Analysed>], lexica: &Lexica, weights: &Weights) -> Candidates {
    let mut all = Vec::new();
    let mut gold = Vec::new();
    let mut before = 0;
    for (number, (event, articles)) in events.iter().zip(analysed).enumerate() {
        for one in 0..articles.len() {
            for other in one + 1..articles.len() {
                let two = [articles[one].clone(), articles[other].clone()];
                for ((a, b), features) in align::features(&two, lexica, weights) {
                    let meets = meets(event, &Located::of(one, &two[0], a), &Located::of(other, &two[1], b));
                    let meets = meets.into_iter().map(|pair| before + pair).collect();
                    all.push(Candidate { event: number, features: features.to_vec(), meets });
                }
            }
        }
        before += event.pairs.len();
        gold.push(event.pairs.len());
    }
    Candidates { all, gold }
}

/// The gold pairs of an event that two claims meet.
fn meets(event: &Event, a: &Located, b: &Located) -> Vec<usize> {
    let (a_places, b_places) = (a.places(event), b.places(event));
    let overlaps = |(article, passage): &(String, String), claim: &Located, places: &[(usize, usize)]| {
        let (id, text, _) = &event.articles[claim.article];
        let gold = occurrences(text, passage);
        id == article && gold.first().is_some_and(|gold| places.iter().any(|place| overlap_by_half(*gold, *place)))
    };
    let meets = |pair: &GoldPair| {
        (overlaps(&pair.a, a, &a_places) && overlaps(&pair.b, b, &b_places))
            || (overlaps(&pair.b, a, &a_places) && overlaps(&pair.a, b, &b_places))
    };
    event.pairs.iter().enumerate().filter(|(_, pair)| meets(pair)).map(|(number, _)| number).collect()
}

/// A claim's words, blanks folded, and the number of its article.
struct Located {
    article: usize,
    words: String,
}

impl Located {
    fn of(article: usize, analysed: &Analysed, claim: usize) -> Self {
        let words = gold::normalised(analysed.claims.claims[claim].span.of(&analysed.article.text));
        Self { article, words }
    }

    fn places(&self, event: &Event) -> Vec<(usize, usize)> {
        occurrences(&event.articles[self.article].1, &self.words)
    }
}

fn occurrences(text: &str, words: &str) -> Vec<(usize, usize)> {
    if words.is_empty() {
        return Vec::new();
    }
    text.match_indices(words).map(|(at, found)| (at, at + found.len())).collect()
}

fn overlap_by_half(one: (usize, usize), other: (usize, usize)) -> bool {
    let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
    shared > 0 && 2 * shared >= (one.1 - one.0).min(other.1 - other.0)
}

/// A pair's features as the first pass sees them: those that come from other pairs left out.
fn first_pass(features: &[f64]) -> Vec<f64> {
    let seen = |(at, value): (usize, &f64)| if at < Feature::BestOfEither as usize { *value } else { 0.0 };
    features.iter().enumerate().map(seen).collect()
}

fn examples(candidates: &Candidates, without: Option<usize>, seen: fn(&[f64]) -> Vec<f64>) -> Vec<(Vec<f64>, bool)> {
    let used = candidates.all.iter().filter(|candidate| Some(candidate.event) != without);
    used.map(|candidate| (seen(&candidate.features), !candidate.meets.is_empty())).collect()
}

/// Figures of each event scored by a model fitted on all others, as comment lines.
fn held_out(candidates: &Candidates, events: &[Event]) -> String {
    let mut lines =
        String::from("# event held out: F1 at the default threshold, average precision over the full ranking\n");
    for (number, event) in events.iter().enumerate() {
        let model = Model::fit(&examples(candidates, Some(number), <[f64]>::to_vec), RIDGE);
        let own = candidates.all.iter().filter(|candidate| candidate.event == number);
        let mut ranking: Vec<(f64, &[usize])> =
            own.map(|candidate| (model.probability(&candidate.features), candidate.meets.as_slice())).collect();
        ranking.sort_by(|one, other| other.0.total_cmp(&one.0));
        let (f1, precision) = figures(&ranking, candidates.gold[number]);
        writeln!(lines, "# {}: F1 {f1:.3}, AP {precision:.3}", event.slug).expect("a String takes all");
    }
    lines
}

/// F1 at the default threshold and average precision, as the scoring protocol counts them.
fn figures(ranking: &[(f64, &[usize])], gold: usize) -> (f64, f64) {
    let (mut right, mut found, mut average) = (0usize, BTreeSet::new(), 0.0);
    let mut f1 = 0.0;
    for (count, (score, meets)) in ranking.iter().enumerate() {
        let before = found.len();
        right += usize::from(!meets.is_empty());
        found.extend(meets.iter().copied());
        let precision = right as f64 / (count + 1) as f64;
        let recall = found.len() as f64 / gold.max(1) as f64;
        average += precision * (found.len() - before) as f64 / gold.max(1) as f64;
        if *score >= align::DEFAULT_THRESHOLD {
            f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        }
    }
    (f1, average)
}

fn written(first: &Model, second: &Model, events: &[Event], figures: &str) -> String {
    let slugs: Vec<&str> = events.iter().map(|event| event.slug.as_str()).collect();
    let mut tsv = format!(
        "# Weights of the alignment model (logistic regression, see model.rs): feature, first pass, second pass.\n\
         # Made by `cargo xtask fit-alignment` from the annotated events {}; do not edit by hand.\n{figures}",
        slugs.join(", ")
    );
    let mut line = |name: &str, first: f64, second: f64| {
        writeln!(tsv, "{name}\t{first:.3}\t{second:.3}").expect("a String takes all");
    };
    line("intercept", first.intercept, second.intercept);
    for feature in Feature::ALL {
        line(feature.name(), first.weights[*feature as usize], second.weights[*feature as usize]);
    }
    tsv
}
