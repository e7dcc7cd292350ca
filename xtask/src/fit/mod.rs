//! `cargo xtask fit-alignment EVENT_DIR…`: makes the files of `src/align/model/` from annotated events.
//!
//! A candidate pair of claims counts as a pair where both overlap a gold passage by half of the shorter one. The
//! first pass is fitted on the features of the pair alone, the second on all, and trees on what the second leaves. Each
//! event is also held out once, from all three, so that the figures written into the files are of events that the model
//! has not seen.

mod boost;
mod gold;
mod logistic;
mod reliability;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Result;
use gold::{Event, GoldPair};
use logistic::Model;
use recoupe::align::{self, Analysed, Feature, Tree, Weights};
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

/// What fitting makes: the texts of the three files.
pub struct Fitted {
    /// `weights.tsv`.
    pub weights: String,
    /// `trees.tsv`.
    pub trees: String,
    /// `reliability.tsv`.
    pub reliability: String,
}

/// A candidate of an event that the model has not seen.
struct HeldOut<'a> {
    candidate: &'a Candidate,
    score: f64,
}

/// Fits all passes.
pub fn fit(folders: &[PathBuf]) -> Result<Fitted> {
    let events: Vec<Event> = folders.iter().map(|folder| gold::read(folder)).collect::<Result<_, _>>()?;
    let lexica = Lexica::complete();
    let analysed: Vec<Vec<Analysed>> = events
        .iter()
        .map(|event| event.articles.iter().map(|(_, _, article)| analyse(article, &lexica)).collect())
        .collect();
    // What a pair shows by itself does not hang on weights; what it shows among others does, so the second pass is
    // fitted on features made with the first one's.
    let alone = candidates(&events, &analysed, &lexica, &Weights::parse("", "")?);
    let fit = |without: Option<usize>| -> Result<(Passes, Candidates)> {
        let first = Model::fit(&examples(&alone, without, first_pass), RIDGE);
        let weights = Weights::parse(&written(&first, &first, ""), "")?;
        let among = candidates(&events, &analysed, &lexica, &weights);
        Ok((Passes::fit(first, &among, without), among))
    };
    let mut figures =
        String::from("# event held out: F1 at the default threshold, average precision over the full ranking\n");
    let mut judged = Vec::new();
    for (number, event) in events.iter().enumerate() {
        let (passes, among) = fit(Some(number))?;
        let own = among.all.iter().filter(|candidate| candidate.event == number);
        let own: Vec<HeldOut> =
            own.map(|candidate| HeldOut { candidate, score: passes.score(&candidate.features) }).collect();
        let (f1, precision) = figures_of(&own, among.gold[number]);
        writeln!(figures, "# {}: F1 {f1:.3}, AP {precision:.3}", event.slug)?;
        judged.extend(own.iter().map(|it| (event.language, it.score, !it.candidate.meets.is_empty())));
    }
    println!("{figures}");
    let (passes, _) = fit(None)?;
    Ok(passes.files(&events, &figures, &judged))
}

/// A model of both passes and the trees.
struct Passes {
    first: Model,
    second: Model,
    trees: Vec<Tree>,
}

impl Passes {
    fn fit(first: Model, among: &Candidates, without: Option<usize>) -> Self {
        let examples = examples(among, without, <[f64]>::to_vec);
        let second = Model::fit(&examples, RIDGE);
        let base: Vec<f64> = examples.iter().map(|(features, _)| second.log_odds(features)).collect();
        Self { first, second, trees: boost::fit(&examples, &base) }
    }

    fn score(&self, features: &[f64]) -> f64 {
        let mended: f64 = self.trees.iter().map(|tree| tree.value(features)).sum();
        logistic::probability(self.second.log_odds(features) + mended)
    }

    fn files(&self, events: &[Event], figures: &str, judged: &[reliability::Judged]) -> Fitted {
        let slugs: Vec<&str> = events.iter().map(|event| event.slug.as_str()).collect();
        let made = format!(
            "# Made by `cargo xtask fit-alignment` from the annotated events {}; do not edit by hand.\n",
            slugs.join(", ")
        );
        let what =
            "# Weights of the alignment model (logistic regression, see mod.rs): feature, first pass, second pass.\n";
        let trees = self.trees.iter().map(|tree| tree.written() + "\n").collect::<String>();
        let about = "# Trees of the second pass (see trees.rs): first question, the one after no, the one after yes, what the four answers add.\n";
        Fitted {
            weights: written(&self.first, &self.second, &format!("{what}{made}{figures}")),
            trees: format!("{about}{made}{trees}"),
            reliability: reliability::written(judged, &made),
        }
    }
}

/// The candidate pairs of all events, with the features that the first pass of `weights` gives.
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

/// F1 at the default threshold and average precision, as the scoring protocol counts them.
fn figures_of(own: &[HeldOut], gold: usize) -> (f64, f64) {
    let mut ranking: Vec<&HeldOut> = own.iter().collect();
    ranking.sort_by(|one, other| other.score.total_cmp(&one.score));
    let (mut right, mut found, mut average) = (0usize, BTreeSet::new(), 0.0);
    let mut f1 = 0.0;
    for (count, HeldOut { candidate, score }) in ranking.iter().enumerate() {
        let before = found.len();
        right += usize::from(!candidate.meets.is_empty());
        found.extend(candidate.meets.iter().copied());
        let precision = right as f64 / (count + 1) as f64;
        let recall = found.len() as f64 / gold.max(1) as f64;
        average += precision * (found.len() - before) as f64 / gold.max(1) as f64;
        if *score >= align::DEFAULT_THRESHOLD {
            f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        }
    }
    (f1, average)
}

/// `weights.tsv`, after its comments.
fn written(first: &Model, second: &Model, comments: &str) -> String {
    let mut tsv = comments.to_owned();
    let mut line = |name: &str, first: f64, second: f64| {
        writeln!(tsv, "{name}\t{first:.3}\t{second:.3}").expect("a String takes all");
    };
    line("intercept", first.intercept, second.intercept);
    for feature in Feature::ALL {
        line(feature.name(), first.weights[*feature as usize], second.weights[*feature as usize]);
    }
    tsv
}
