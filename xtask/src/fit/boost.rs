//! Small trees that mend what a straight line leaves: gradient boosting of the logistic loss (Friedman 2001, with the
//! second-order leaves of Chen and Guestrin 2016), each tree two questions deep.

use recoupe::align::Tree;

use super::logistic::probability;

/// More trees fit the events at hand better and held-out ones no more.
const TREES: usize = 60;
/// How much of each tree's correction is taken.
const SHRINKAGE: f64 = 0.1;
/// Pull of the leaves towards zero.
const PULL: f64 = 10.0;
/// Fewer examples than this found no leaf.
const LEAST_EXAMPLES: usize = 40;
/// Between how many values of a feature a question can cut.
const CUTS: usize = 48;

/// Fits trees on what `base`, the log odds given so far, leaves to explain.
pub fn fit(examples: &[(Vec<f64>, bool)], base: &[f64]) -> Vec<Tree> {
    let cuts = cuts(examples);
    let binned = binned(examples, &cuts);
    let mut odds = base.to_vec();
    let all: Vec<usize> = (0..examples.len()).collect();
    let mut trees = Vec::new();
    for _ in 0..TREES {
        let pulls: Vec<Pull> =
            examples.iter().zip(&odds).map(|((_, is_pair), &odds)| Pull::of(odds, *is_pair)).collect();
        let Some(tree) = grow(&all, &pulls, &binned, &cuts) else { break };
        for ((features, _), odds) in examples.iter().zip(&mut odds) {
            *odds += tree.value(features);
        }
        trees.push(tree);
    }
    trees
}

/// First and second derivative of the loss by log odds, summed over examples.
#[derive(Copy, Clone, Default)]
struct Pull {
    slope: f64,
    curve: f64,
    examples: usize,
}

impl Pull {
    fn of(odds: f64, is_pair: bool) -> Self {
        let given = probability(odds);
        Self { slope: given - f64::from(u8::from(is_pair)), curve: given * (1.0 - given), examples: 1 }
    }

    fn and(self, other: Self) -> Self {
        Self {
            slope: self.slope + other.slope,
            curve: self.curve + other.curve,
            examples: self.examples + other.examples,
        }
    }

    fn without(self, other: Self) -> Self {
        Self {
            slope: self.slope - other.slope,
            curve: self.curve - other.curve,
            examples: self.examples - other.examples,
        }
    }

    fn gain(self) -> f64 {
        self.slope * self.slope / (self.curve + PULL)
    }

    fn leaf(self) -> f64 {
        -SHRINKAGE * self.slope / (self.curve + PULL)
    }
}

/// A question and what stands on either side of it.
struct Split {
    feature: usize,
    cut: f64,
    low: Pull,
    high: Pull,
    gain: f64,
}

fn grow(all: &[usize], pulls: &[Pull], binned: &[Vec<u8>], cuts: &[Vec<f64>]) -> Option<Tree> {
    let root = best_split(all, pulls, binned, cuts)?;
    let first_above = cuts[root.feature].partition_point(|cut| *cut <= root.cut);
    let (low, high): (Vec<usize>, Vec<usize>) =
        all.iter().partition(|&&at| usize::from(binned[root.feature][at]) < first_above);
    let side = |examples: &[usize], whole: Pull| match best_split(examples, pulls, binned, cuts) {
        Some(split) => (Some((split.feature, split.cut)), [split.low.leaf(), split.high.leaf()]),
        None => (None, [whole.leaf(); 2]),
    };
    let ((low_question, low_leaves), (high_question, high_leaves)) = (side(&low, root.low), side(&high, root.high));
    Some(Tree::new((root.feature, root.cut), [low_question, high_question], [low_leaves, high_leaves]))
}

/// The question that explains most, the first of equals.
fn best_split(examples: &[usize], pulls: &[Pull], binned: &[Vec<u8>], cuts: &[Vec<f64>]) -> Option<Split> {
    let whole = examples.iter().fold(Pull::default(), |sum, &at| sum.and(pulls[at]));
    let mut best: Option<Split> = None;
    for (feature, cuts) in cuts.iter().enumerate() {
        let mut bins = vec![Pull::default(); cuts.len() + 1];
        for &at in examples {
            let bin = &mut bins[usize::from(binned[feature][at])];
            *bin = bin.and(pulls[at]);
        }
        let mut low = Pull::default();
        for (bin, &cut) in bins.iter().zip(cuts) {
            low = low.and(*bin);
            let high = whole.without(low);
            let gain = low.gain() + high.gain() - whole.gain();
            let enough = low.examples.min(high.examples) >= LEAST_EXAMPLES;
            if enough && gain > best.as_ref().map_or(1e-6, |best| best.gain) {
                best = Some(Split { feature, cut, low, high, gain });
            }
        }
    }
    best
}

/// For each feature, the values that questions can cut at: at most [`CUTS`], as evenly spread over its examples' distinct
/// values as can be.
fn cuts(examples: &[(Vec<f64>, bool)]) -> Vec<Vec<f64>> {
    let width = examples.first().map_or(0, |(features, _)| features.len());
    let of_feature = |feature: usize| {
        let mut values: Vec<f64> = examples.iter().map(|(features, _)| rounded(features[feature])).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let count = values.len().saturating_sub(1).min(CUTS);
        let mut cuts: Vec<f64> = (1..=count)
            .map(|at| values[at * (values.len() - 1) / count.max(1)])
            .map(|high| high - HALF_A_STEP)
            .collect();
        cuts.dedup();
        cuts
    };
    (0..width).map(of_feature).collect()
}

/// Cuts stand between thousandths, so that the four decimals of the file say them wholly.
const HALF_A_STEP: f64 = 0.0005;

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// Feature by feature, between which cuts each example stands.
fn binned(examples: &[(Vec<f64>, bool)], cuts: &[Vec<f64>]) -> Vec<Vec<u8>> {
    let bin = |cuts: &[f64], value: f64| u8::try_from(cuts.partition_point(|cut| *cut < value)).unwrap_or(u8::MAX);
    let column = |(feature, cuts): (usize, &Vec<f64>)| {
        examples.iter().map(|(features, _)| bin(cuts, features[feature])).collect()
    };
    cuts.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_no_line_can() {
        let examples: Vec<(Vec<f64>, bool)> =
            (0..400).map(|n| (vec![f64::from(n % 2), f64::from(n / 2 % 2)], n % 2 == n / 2 % 2)).collect();
        // Nothing tells by itself: a nudge on one feature lets the first question be asked.
        let base: Vec<f64> = examples.iter().map(|(features, _)| 0.2 * features[0]).collect();
        let trees = fit(&examples, &base);
        let odds = |features: [f64; 2]| trees.iter().map(|tree| tree.value(&features)).sum::<f64>();
        assert!(odds([1.0, 1.0]) > 0.5 && odds([0.0, 0.0]) > 0.5 && odds([0.0, 1.0]) < -0.5, "{trees:?}");
    }
}
