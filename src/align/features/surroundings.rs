//! How a pair's first estimate stands among those of other pairs.

use std::collections::BTreeMap;

use super::{Feature, Features, saturating};

/// Pair of claims → first estimate, sorted by place.
pub(in crate::align) type Scores = BTreeMap<(usize, usize), f64>;

/// Claim → claims of its own article that tell nearly the same, and how nearly.
pub(in crate::align) type Echoes = BTreeMap<usize, Vec<(usize, f64)>>;

/// What the pairs around a pair are looked up in.
pub(in crate::align) struct Surroundings<'a> {
    scores: &'a Scores,
    /// The estimates of each claim of the first article, and of the second, highest first.
    rows: BTreeMap<usize, Vec<f64>>,
    columns: BTreeMap<usize, Vec<f64>>,
    echoes: (&'a Echoes, &'a Echoes),
}

/// How many claims away a pair still counts as around another, its estimate divided by how far it is.
const AROUND: usize = 3;

impl<'a> Surroundings<'a> {
    /// Sorts the estimates by claim.
    pub fn of(scores: &'a Scores, echoes: (&'a Echoes, &'a Echoes)) -> Self {
        let mut rows: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        let mut columns: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for (&(a, b), &score) in scores {
            rows.entry(a).or_default().push(score);
            columns.entry(b).or_default().push(score);
        }
        for estimates in rows.values_mut().chain(columns.values_mut()) {
            estimates.sort_by(|one, other| other.total_cmp(one));
        }
        Self { scores, rows, columns, echoes }
    }

    /// Sets the features that come from other pairs.
    pub fn complete(&self, features: &mut Features, (a, b): (usize, usize)) {
        let own = self.score(Some(a), Some(b));
        let (row, column) = (Standing::of(own, self.rows.get(&a)), Standing::of(own, self.columns.get(&b)));
        let central = central(a, self.echoes.0) * central(b, self.echoes.1);
        let shared = features[Feature::SharedWeight as usize];
        let mut set = |feature: Feature, value: f64| features[feature as usize] = value;
        set(Feature::BestOfEither, row.of_best.max(column.of_best));
        set(Feature::BestOfBoth, row.of_best.min(column.of_best));
        set(Feature::RankEither, row.rank.max(column.rank));
        set(Feature::RankBoth, row.rank.min(column.rank));
        set(Feature::Margin, row.margin.min(column.margin));
        set(Feature::Neighbours, self.neighbours(a, b));
        set(Feature::Around, self.around(a, b));
        set(Feature::Echo, self.echo(a, b));
        set(Feature::Central, central * shared);
    }

    fn score(&self, a: Option<usize>, b: Option<usize>) -> f64 {
        a.zip(b).and_then(|pair| self.scores.get(&pair)).copied().unwrap_or(0.0)
    }

    fn neighbours(&self, a: usize, b: usize) -> f64 {
        let before = self.score(a.checked_sub(1), b.checked_sub(1));
        let after = self.score(a.checked_add(1), b.checked_add(1));
        before.max(after)
    }

    /// The pairs that stand within reach before both claims or after both: a text goes on where it was, and so does one
    /// that tells the same. Each counts by how near it is.
    fn around(&self, a: usize, b: usize) -> f64 {
        let rows = a.saturating_sub(AROUND)..=a + AROUND;
        let near = rows.flat_map(|row| self.scores.range((row, b.saturating_sub(AROUND))..=(row, b + AROUND)));
        let far = |(x, y): (usize, usize)| x.abs_diff(a).max(y.abs_diff(b)) as f64;
        let onward = |(x, y): (usize, usize)| (x < a && y < b) || (x > a && y > b);
        saturating(near.filter(|(pair, _)| onward(**pair)).map(|(&pair, score)| score / far(pair)).sum())
    }

    fn echo(&self, a: usize, b: usize) -> f64 {
        let like = |echoes: &'a Echoes, claim: usize| echoes.get(&claim).into_iter().flatten();
        let through_a = like(self.echoes.0, a).map(|&(other, like)| like * self.score(Some(other), Some(b)));
        let through_b = like(self.echoes.1, b).map(|&(other, like)| like * self.score(Some(a), Some(other)));
        through_a.chain(through_b).fold(0.0, f64::max)
    }
}

/// How an estimate stands among those of one claim.
#[derive(Default)]
struct Standing {
    /// As a share of the best.
    of_best: f64,
    /// One over its rank, equals sharing the better one.
    rank: f64,
    /// How far above the best other it is; below zero where that is better.
    margin: f64,
}

impl Standing {
    /// Among `estimates`, highest first, of which it is one.
    fn of(own: f64, estimates: Option<&Vec<f64>>) -> Self {
        let Some((estimates, &best)) = estimates.and_then(|it| Some((it, it.first()?))) else { return Self::default() };
        let better = estimates.partition_point(|&other| other > own);
        let other = if better > 0 { best } else { estimates.get(1).copied().unwrap_or(0.0) };
        Self {
            of_best: if best > 0.0 { own / best } else { 0.0 },
            rank: 1.0 / (1.0 + better as f64),
            margin: own - other,
        }
    }
}

/// How nearly a claim tells what its article opens with: its first two claims, as a rule the headline and what follows.
fn central(claim: usize, echoes: &Echoes) -> f64 {
    if claim < OPENING {
        return 1.0;
    }
    let of_opening = echoes.get(&claim).into_iter().flatten().filter(|(other, _)| *other < OPENING);
    of_opening.map(|&(_, like)| like).fold(0.0, f64::max)
}

/// Claims that open an article.
const OPENING: usize = 2;
