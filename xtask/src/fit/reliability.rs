//! How often what the model says is so, on events it has not seen.

use std::fmt::Write;

use recoupe::align::{Confidence, DEFAULT_THRESHOLD};
use recoupe::lang::Language;

/// A candidate's language, its probability, and whether people had paired it.
pub type Judged = (Language, f64, bool);

/// Steps of the reliability table.
const STEPS: usize = 10;

/// `reliability.tsv`: the table and the expected calibration error as comments, then each word's links and how many were right.
pub fn written(judged: &[Judged], made: &str) -> String {
    let mut tsv = String::from(
        "# How often links were right, each event scored by a model that had not seen it: word, language, links, right.\n",
    );
    tsv += made;
    let mut line = |line: String| writeln!(tsv, "{line}").expect("a String takes all");
    line("# probability\tlinks\tmean probability\tshare right".to_owned());
    for step in 0..STEPS {
        let inside: Vec<&Judged> = judged.iter().filter(|(_, score, _)| step_of(*score) == step).collect();
        let (low, high) = (step as f64 / STEPS as f64, (step + 1) as f64 / STEPS as f64);
        line(format!("# {low:.1}-{high:.1}\t{}\t{:.3}\t{:.3}", inside.len(), mean(&inside), right(&inside)));
    }
    let shown: Vec<&Judged> = judged.iter().filter(|(_, score, _)| *score >= DEFAULT_THRESHOLD).collect();
    let all: Vec<&Judged> = judged.iter().collect();
    line(format!("# expected calibration error: links shown {:.3}, all candidates {:.3}", error(&shown), error(&all)));
    for word in Confidence::ALL {
        for language in [Language::French, Language::English] {
            let said: Vec<&&Judged> =
                shown.iter().filter(|(of, score, _)| *of == language && Confidence::of(*score) == word).collect();
            let right = said.iter().filter(|(_, _, right)| *right).count();
            line(format!("{}\t{}\t{}\t{right}", word.code(), language.code(), said.len()));
        }
    }
    tsv
}

fn step_of(score: f64) -> usize {
    (1..STEPS).take_while(|step| score >= *step as f64 / STEPS as f64).count()
}

fn mean(judged: &[&Judged]) -> f64 {
    judged.iter().map(|(_, score, _)| score).sum::<f64>() / judged.len().max(1) as f64
}

fn right(judged: &[&Judged]) -> f64 {
    judged.iter().filter(|(_, _, right)| *right).count() as f64 / judged.len().max(1) as f64
}

/// Expected calibration error (Naeini et al. 2015): the mean gap between said and seen, by step, weighed by how many.
fn error(judged: &[&Judged]) -> f64 {
    let steps = (0..STEPS).map(|step| judged.iter().filter(|it| step_of(it.1) == step).copied().collect::<Vec<_>>());
    let gaps = steps.map(|inside| inside.len() as f64 * (mean(&inside) - right(&inside)).abs());
    gaps.sum::<f64>() / judged.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_gap_between_said_and_seen() {
        let judged: Vec<Judged> = (0..10).map(|n| (Language::French, 0.85, n < 8)).collect();
        let all: Vec<&Judged> = judged.iter().collect();
        assert!((error(&all) - 0.05).abs() < 1e-9);
    }

    #[test]
    fn each_word_says_how_many_and_how_many_right() {
        let judged = [(Language::French, 0.9, true), (Language::French, 0.9, false), (Language::English, 0.1, true)];
        let tsv = written(&judged, "");
        assert!(tsv.contains("\nsure\tfr\t2\t1\n") && tsv.contains("\npossible\ten\t0\t0\n"), "{tsv}");
    }
}
