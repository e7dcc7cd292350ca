//! The ribbons in the gutter: from the lines of a claim on one side to the lines of its counterpart.
//!
//! All lengths are CSS pixels from the top of the gutter.

/// Where a claim stands, from its first line's top to its last line's bottom.
#[derive(Copy, Clone, Debug, Default, PartialEq)]
pub struct Extent {
    /// First line's top.
    pub top: f64,
    /// Last line's bottom.
    pub bottom: f64,
}

impl Extent {
    /// The same, `distance` further up.
    #[must_use]
    pub fn scrolled(self, distance: f64) -> Self {
        Self { top: self.top - distance, bottom: self.bottom - distance }
    }

    /// Whether any of it shows in a frame of this height.
    pub fn shows(self, height: f64) -> bool {
        self.bottom > 0.0 && self.top < height
    }
}

/// The outline of a ribbon between `left` and `right` across a gutter `width` wide, as an SVG path.
///
/// Both edges are cubic curves with level ends, so that ribbons leave the text at right angles and
/// long ones do not cross the words.
pub fn outline(left: Extent, right: Extent, width: f64) -> String {
    let middle = width / 2.0;
    format!(
        "M0 {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {width:.1} {:.1}L{width:.1} {:.1}C{middle:.1} {:.1} {middle:.1} {:.1} 0 {:.1}Z",
        left.top, left.top, right.top, right.top, right.bottom, right.bottom, left.bottom, left.bottom
    )
}

/// The line from number to number across a gutter `width` wide, as an SVG path.
pub fn thread(left: f64, right: f64, width: f64) -> String {
    let middle = width / 2.0;
    format!("M0 {left:.1}C{middle:.1} {left:.1} {middle:.1} {right:.1} {width:.1} {right:.1}")
}

/// Moves labels of `height` down until none covers the one before it; `tops` in any order.
pub fn spread(tops: &[f64], height: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..tops.len()).collect();
    order.sort_by(|one, other| tops[*one].total_cmp(&tops[*other]).then(one.cmp(other)));
    let mut out = tops.to_vec();
    let mut free = f64::NEG_INFINITY;
    for at in order {
        out[at] = tops[at].max(free);
        free = out[at] + height;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ribbon_begins_and_ends_at_its_claims() {
        let path = outline(Extent { top: 10.0, bottom: 30.0 }, Extent { top: 100.0, bottom: 160.0 }, 80.0);
        insta::assert_snapshot!(path, @"M0 10.0C40.0 10.0 40.0 100.0 80.0 100.0L80.0 160.0C40.0 160.0 40.0 30.0 0 30.0Z");
    }

    #[test]
    fn labels_on_one_line_stand_below_each_other() {
        assert_eq!(spread(&[50.0, 10.0, 12.0], 24.0), [58.0, 10.0, 34.0]);
    }

    #[test]
    fn what_is_scrolled_away_does_not_show() {
        assert!(!Extent { top: 10.0, bottom: 30.0 }.scrolled(40.0).shows(500.0));
    }
}
