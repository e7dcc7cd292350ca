//! Features → probability: logistic regression with weights kept as readable data.
//!
//! Two passes. The first sees a pair by itself; the second also sees how its first estimate stands among
//! those of its row, its column, its neighbours. `weights.tsv` beside this file holds both, with where
//! they come from; `cargo xtask fit-alignment` makes it anew from annotated events.

use std::sync::LazyLock;

use super::features::{Feature, Features};

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::parse(include_str!("weights.tsv")).expect("built-in weights: a test loads them"));

/// Weights of both passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    first: Pass,
    second: Pass,
}

#[derive(Clone, Debug, PartialEq)]
struct Pass {
    intercept: f64,
    weights: Features,
}

/// Why a weights file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "weights.tsv:{line}: expected `feature<TAB>first<TAB>second` with a known feature and two numbers, found `{found}`"
)]
pub struct WeightsError {
    /// Which line, from 1.
    pub line: usize,
    /// The line as it stands.
    pub found: String,
}

impl Weights {
    /// The weights that are part of the program.
    pub fn built_in() -> &'static Self {
        &WEIGHTS
    }

    /// Reads `feature<TAB>first<TAB>second` lines; `intercept` is one of them, `#` begins a comment.
    ///
    /// # Errors
    /// [`WeightsError`] for the first line that is not as it should be.
    pub fn parse(text: &str) -> Result<Self, WeightsError> {
        let empty = || Pass { intercept: 0.0, weights: [0.0; Feature::ALL.len()] };
        let mut weights = Self { first: empty(), second: empty() };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            weights.read(line).ok_or_else(|| WeightsError { line: at + 1, found: line.to_owned() })?;
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
        self.first.probability(features)
    }

    /// Probability by the pair and its surroundings.
    pub fn second(&self, features: &Features) -> f64 {
        self.second.probability(features)
    }
}

impl Pass {
    fn probability(&self, features: &Features) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(weight, value)| weight * value).sum();
        1.0 / (1.0 + (-(self.intercept + sum)).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_weights_load_and_name_every_feature() {
        let text = include_str!("weights.tsv");
        assert!(Weights::parse(text).is_ok());
        for feature in Feature::ALL {
            assert!(text.contains(&format!("\n{}\t", feature.name())), "{} has no weight", feature.name());
        }
    }

    #[test]
    fn a_bad_line_is_named() {
        let error = Weights::parse("# weights\ncosine\t1\t2\nnonsense\t1\t2").unwrap_err();
        assert_eq!(error, WeightsError { line: 3, found: "nonsense\t1\t2".into() });
    }
}
