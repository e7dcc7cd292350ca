//! Logistic regression with a ridge penalty, by Newton's method (iteratively reweighted least squares).

/// Steps of Newton's method; it stops moving after about ten.
const STEPS: usize = 25;
/// A step shorter than this moves no probability that anyone sees.
const STANDS_STILL: f64 = 1e-9;

/// A fitted model: `intercept + weights · features` is the log odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Log odds where all features are zero.
    pub intercept: f64,
    /// One weight a feature.
    pub weights: Vec<f64>,
}

impl Model {
    /// Fits `examples` (features, whether they are a pair), pulling weights towards zero with strength `ridge`
    /// (in examples: 1 is the pull of one Gaussian prior of variance 1). The intercept is not pulled.
    pub fn fit(examples: &[(Vec<f64>, bool)], ridge: f64) -> Self {
        let width = examples.first().map_or(0, |(features, _)| features.len());
        let mut model = Self { intercept: 0.0, weights: vec![0.0; width] };
        for _ in 0..STEPS {
            let (slope, curve) = model.slope_and_curve(examples, ridge);
            let step = solve(curve, slope);
            model.weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight -= step);
            model.intercept -= step[width];
            if step.iter().all(|step| step.abs() < STANDS_STILL) {
                break;
            }
        }
        model
    }

    /// The log odds that the model gives a pair.
    pub fn log_odds(&self, features: &[f64]) -> f64 {
        self.intercept + self.weights.iter().zip(features).map(|(weight, value)| weight * value).sum::<f64>()
    }

    /// First and second derivatives of the loss by weight, the intercept last.
    fn slope_and_curve(&self, examples: &[(Vec<f64>, bool)], ridge: f64) -> (Vec<f64>, Vec<Vec<f64>>) {
        let width = self.weights.len();
        let mut slope: Vec<f64> = self.weights.iter().map(|weight| ridge * weight).chain([0.0]).collect();
        let mut curve = vec![vec![0.0; width + 1]; width + 1];
        for (at, row) in curve.iter_mut().enumerate() {
            // The intercept is not pulled but by a trace, without which no examples could not be solved.
            row[at] = if at < width { ridge } else { 1e-9 };
        }
        for (features, is_pair) in examples {
            let odds = probability(self.log_odds(features));
            let (error, spread) = (odds - f64::from(u8::from(*is_pair)), odds * (1.0 - odds));
            let values = || features.iter().chain([&1.0]).enumerate().filter(|(_, value)| **value != 0.0);
            for (row, value) in values() {
                slope[row] += error * value;
                for (column, other) in values().take_while(|(column, _)| *column <= row) {
                    curve[row][column] += spread * value * other;
                }
            }
        }
        (slope, curve)
    }
}

/// Log odds → probability.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Solves `matrix · x = right` for a symmetric positive definite matrix given by its lower triangle (Cholesky).
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for row in 0..size {
        for column in 0..=row {
            let known: f64 = (0..column).map(|at| matrix[row][at] * matrix[column][at]).sum();
            let rest = matrix[row][column] - known;
            matrix[row][column] =
                if row == column { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / matrix[column][column] };
        }
        let known: f64 = (0..row).map(|at| matrix[row][at] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|at| matrix[at][row] * right[at]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_telling_feature() {
        let examples: Vec<(Vec<f64>, bool)> =
            (0..200).map(|n| (vec![f64::from(n % 2), f64::from(n % 3) / 2.0], n % 2 == 1)).collect();
        let model = Model::fit(&examples, 1.0);
        assert!(model.weights[0] > 10.0 * model.weights[1].abs(), "{model:?}");
        assert!(model.log_odds(&[1.0, 0.0]) > 2.0 && model.log_odds(&[0.0, 1.0]) < -2.0);
    }

    #[test]
    fn odds_match_the_share_where_nothing_tells() {
        let examples: Vec<(Vec<f64>, bool)> = (0..100).map(|n| (vec![0.0], n < 25)).collect();
        let odds = probability(Model::fit(&examples, 1.0).log_odds(&[0.0]));
        assert!((odds - 0.25).abs() < 0.001);
    }

    #[test]
    fn solves() {
        let solved = solve(vec![vec![4.0, 0.0], vec![2.0, 3.0]], vec![8.0, 7.0]);
        assert!((solved[0] - 1.25).abs() < 1e-12 && (solved[1] - 1.5).abs() < 1e-12, "{solved:?}");
    }
}
