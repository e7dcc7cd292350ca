//! Features → probability: logistic regression and small trees, both kept as readable data.
//!
//! Two passes. The first sees a pair by itself, as a weighted sum; the second also sees how its first estimate stands among
//! those of its row, its column, its neighbours, and small trees mend its sum. `weights.tsv` and `trees.tsv`
//! beside this file hold both, `reliability.tsv` how often they were right; `cargo xtask fit-alignment` makes them anew
//! from annotated events.

mod confidence;
mod trees;

pub use confidence::{Confidence, Measured};
pub use trees::{Question, Tree};

use std::sync::LazyLock;

use super::features::{Feature, Features};

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| parsed().expect("built-in weights: a test loads them"));

fn parsed() -> Result<Weights, WeightsError> {
    Weights::parse(include_str!("weights.tsv"), include_str!("trees.tsv"))
}

/// Weights of both passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    first: Pass,
    second: Pass,
    trees: Vec<Tree>,
}

#[derive(Clone, Debug, PartialEq)]
struct Pass {
    intercept: f64,
    weights: Features,
}

/// Why a weights file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// A line of `weights.tsv` is not as it should be.
    #[error(
        "weights.tsv:{line}: expected `feature<TAB>first<TAB>second` with a known feature and two numbers, found `{found}`"
    )]
    Weight {
        /// Which line, from 1.
        line: usize,
        /// The line as it stands.
        found: String,
    },
    /// A line of `trees.tsv` is not as it should be.
    #[error(
        "trees.tsv:{line}: expected three questions (a known feature and a number each) and four numbers, found `{found}`"
    )]
    Tree {
        /// Which line, from 1.
        line: usize,
        /// The line as it stands.
        found: String,
    },
}

impl Weights {
    /// The weights that are part of the program.
    pub fn built_in() -> &'static Self {
        &WEIGHTS
    }

    /// Reads `feature<TAB>first<TAB>second` lines, `intercept` one of them, and the lines of trees; `#` begins a comment.
    ///
    /// # Errors
    /// [`WeightsError`] for the first line that is not as it should be.
    pub fn parse(text: &str, trees: &str) -> Result<Self, WeightsError> {
        let empty = || Pass { intercept: 0.0, weights: [0.0; Feature::ALL.len()] };
        let mut weights = Self { first: empty(), second: empty(), trees: trees::parse(trees)? };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            weights.read(line).ok_or_else(|| WeightsError::Weight { line: at + 1, found: line.to_owned() })?;
        }
        Ok(weights)
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let (name, first, second) = (fields.next()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        if name == "intercept" {
            (self.first.intercept, self.second.intercept) = (first, second);
            return Some(());
        }
        let feature = Feature::ALL.iter().find(|feature| feature.name() == name)?;
        self.first.weights[*feature as usize] = first;
        self.second.weights[*feature as usize] = second;
        Some(())
    }

    /// Probability by the pair alone.
    pub fn first(&self, features: &Features) -> f64 {
        probability(self.first.log_odds(features))
    }

    /// Probability by the pair and its surroundings.
    pub fn second(&self, features: &Features) -> f64 {
        probability(self.second.log_odds(features) + trees::value(&self.trees, features))
    }
}

impl Pass {
    fn log_odds(&self, features: &Features) -> f64 {
        self.intercept + self.weights.iter().zip(features).map(|(weight, value)| weight * value).sum::<f64>()
    }
}

fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_weights_load_and_name_every_feature() {
        let text = include_str!("weights.tsv");
        assert_eq!(parsed().map(|_| ()), Ok(()));
        for feature in Feature::ALL {
            assert!(text.contains(&format!("\n{}\t", feature.name())), "{} has no weight", feature.name());
        }
    }

    #[test]
    fn a_bad_line_is_named() {
        let error = Weights::parse("# weights\ncosine\t1\t2\nnonsense\t1\t2", "").unwrap_err();
        assert_eq!(error, WeightsError::Weight { line: 3, found: "nonsense\t1\t2".into() });
    }
}
