//! Linked scrolling: where the other text must stand so that what both tell is level.
//!
//! Shared claims are anchors; between two anchors the other text moves in proportion. Crossing links
//! can't all be level: the heaviest set of anchors that run the same way in both texts is kept, and it
//! always holds the pair in focus.

/// A place that is the same in both texts, in CSS pixels from the top of each.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Anchor {
    /// In the first text.
    pub a: f64,
    /// In the second text.
    pub b: f64,
    /// How much it counts, above 0.
    pub weight: f64,
}

/// From places of one text to places of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Growing in both.
    points: Vec<(f64, f64)>,
}

impl Mapping {
    /// The mapping for two texts of these heights.
    pub fn new(anchors: &[Anchor], focused: Option<Anchor>, heights: (f64, f64)) -> Self {
        let agrees = |anchor: &&Anchor| focused.is_none_or(|focus| (anchor.a - focus.a) * (anchor.b - focus.b) > 0.0);
        let mut candidates: Vec<Anchor> = anchors.iter().filter(agrees).chain(focused.as_ref()).copied().collect();
        candidates.sort_by(|one, other| one.a.total_cmp(&other.a).then(one.b.total_cmp(&other.b)));
        let mut points = vec![(0.0, 0.0)];
        points.extend(heaviest_chain(&candidates));
        points.push(heights);
        Self { points }
    }

    /// The place in the second text that goes with `a` in the first.
    pub fn to_b(&self, a: f64) -> f64 {
        between(self.points.iter().copied(), a)
    }

    /// The place in the first text that goes with `b` in the second.
    pub fn to_a(&self, b: f64) -> f64 {
        between(self.points.iter().map(|(a, b)| (*b, *a)), b)
    }
}

/// The heaviest growing chain (a longest-increasing-subsequence with weights).
fn heaviest_chain(anchors: &[Anchor]) -> Vec<(f64, f64)> {
    let mut best: Vec<(f64, Option<usize>)> = Vec::with_capacity(anchors.len());
    for (at, anchor) in anchors.iter().enumerate() {
        let before = (0..at).filter(|it| anchors[*it].a < anchor.a && anchors[*it].b < anchor.b);
        let previous = before.max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
        let weight = previous.map_or(0.0, |it| best[it].0) + anchor.weight;
        best.push((weight, previous));
    }
    let mut at = (0..best.len()).max_by(|one, other| best[*one].0.total_cmp(&best[*other].0));
    let mut chain = Vec::new();
    while let Some(here) = at {
        chain.push((anchors[here].a, anchors[here].b));
        at = best[here].1;
    }
    chain.reverse();
    chain
}

fn between(points: impl Iterator<Item = (f64, f64)>, place: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for (from, to) in points {
        if place <= from {
            let Some((from_before, to_before)) = before else { return to };
            let length = from - from_before;
            let share = if length > 0.0 { (place - from_before) / length } else { 1.0 };
            return to_before + share * (to - to_before);
        }
        before = Some((from, to));
    }
    before.map_or(0.0, |(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(a: f64, b: f64) -> Anchor {
        Anchor { a, b, weight: 1.0 }
    }

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-6
    }

    #[test]
    fn anchors_are_level_and_the_way_between_is_even() {
        let mapping = Mapping::new(&[anchor(100.0, 300.0), anchor(200.0, 400.0)], None, (1000.0, 800.0));
        assert!(
            close(mapping.to_b(100.0), 300.0) && close(mapping.to_b(150.0), 350.0) && close(mapping.to_a(400.0), 200.0)
        );
        assert!(close(mapping.to_b(5000.0), 800.0));
    }

    #[test]
    fn the_pair_in_focus_is_level_though_links_cross() {
        let all = [anchor(100.0, 500.0), anchor(200.0, 210.0), anchor(300.0, 320.0)];
        assert!(close(Mapping::new(&all, None, (600.0, 600.0)).to_b(200.0), 210.0));
        assert!(close(Mapping::new(&all, Some(all[0]), (600.0, 600.0)).to_b(100.0), 500.0));
    }

    proptest::proptest! {
        #[test]
        fn scrolling_on_never_scrolls_back(places in proptest::collection::vec((1.0..900.0, 1.0..900.0), 0..20), x in 0.0..1000.0, y in 0.0..1000.0) {
            let anchors: Vec<Anchor> = places.into_iter().map(|(a, b)| anchor(a, b)).collect();
            let mapping = Mapping::new(&anchors, None, (1000.0, 1000.0));
            let (low, high) = if x < y { (x, y) } else { (y, x) };
            proptest::prop_assert!(mapping.to_b(low) <= mapping.to_b(high) + 1e-6);
        }
    }
}
