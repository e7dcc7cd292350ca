//! The façade: articles in, comparison out.

use crate::align::{Alignment, Analysed};
use crate::framing::{Difference, Label, Mark};

/// What a caller may set.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Links below this probability are left out, 0 to 1.
    pub threshold: f64,
}

/// Articles laid side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The articles with their claims.
    pub articles: Vec<Analysed>,
    /// Which claims tell the same.
    pub alignment: Alignment,
    /// How each frames what it tells.
    pub marks: Vec<Mark>,
    /// How linked claims differ.
    pub differences: Vec<Difference>,
    /// The names given to the same, per article.
    pub labels: Vec<Label>,
}
