//! Logistic regression with a ridge penalty, by plain gradient descent with momentum: a few dozen features and a
//! few thousand pairs need no more.

/// Steps of gradient descent: well past where the weights stop moving on some thousand pairs.
const STEPS: usize = 6_000;
const STEP_SIZE: f64 = 0.5;
const MOMENTUM: f64 = 0.9;

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
    /// (in examples: 1 is the pull of one Gaussian prior of variance 1).
    pub fn fit(examples: &[(Vec<f64>, bool)], ridge: f64) -> Self {
        let width = examples.first().map_or(0, |(features, _)| features.len());
        let mut model = Self { intercept: 0.0, weights: vec![0.0; width] };
        let mut speed = vec![0.0; width + 1];
        for _ in 0..STEPS {
            let slope = model.slope(examples, ridge);
            for (speed, slope) in speed.iter_mut().zip(slope) {
                *speed = MOMENTUM * *speed - STEP_SIZE * slope;
            }
            model.intercept += speed[width];
            for (weight, speed) in model.weights.iter_mut().zip(&speed) {
                *weight += speed;
            }
        }
        model
    }

    /// The probability that the model gives a pair.
    pub fn probability(&self, features: &[f64]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(weight, value)| weight * value).sum();
        1.0 / (1.0 + (-(self.intercept + sum)).exp())
    }

    /// Slope of the mean loss by weight; the intercept's, which is not pulled, comes last.
    fn slope(&self, examples: &[(Vec<f64>, bool)], ridge: f64) -> Vec<f64> {
        let count = examples.len().max(1) as f64;
        let mut slope: Vec<f64> = self.weights.iter().map(|weight| ridge * weight / count).collect();
        slope.push(0.0);
        for (features, is_pair) in examples {
            let error = (self.probability(features) - f64::from(u8::from(*is_pair))) / count;
            for (slope, value) in slope.iter_mut().zip(features.iter().chain([&1.0])) {
                *slope += error * value;
            }
        }
        slope
    }
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
        assert!(model.probability(&[1.0, 0.0]) > 0.9 && model.probability(&[0.0, 1.0]) < 0.1);
    }

    #[test]
    fn odds_match_the_share_where_nothing_tells() {
        let examples: Vec<(Vec<f64>, bool)> = (0..100).map(|n| (vec![0.0], n < 25)).collect();
        assert!((Model::fit(&examples, 1.0).probability(&[0.0]) - 0.25).abs() < 0.01);
    }
}
