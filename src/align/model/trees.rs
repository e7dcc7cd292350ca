//! Small decision trees that mend what a weighted sum can't say: « names in common, but only where the rest meets too ».

use super::WeightsError;
use crate::align::features::{Feature, Features};

/// A question to a pair: is the feature above the cut?
pub type Question = (usize, f64);

/// Two questions and four answers: the second question hangs on the answer to the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    first: Question,
    /// The question where the first is answered no, and where yes; none where nothing more is asked.
    second: [Option<Question>; 2],
    /// What each pair of answers adds to the log odds.
    leaves: [[f64; 2]; 2],
}

impl Tree {
    /// A tree of a first question, those after "no" and after "yes", and what they add.
    pub const fn new(first: Question, second: [Option<Question>; 2], leaves: [[f64; 2]; 2]) -> Self {
        Self { first, second, leaves }
    }

    /// What it adds to a pair's log odds.
    pub fn value(&self, features: &[f64]) -> f64 {
        let yes = |(feature, cut): Question| usize::from(features.get(feature).is_some_and(|value| *value > cut));
        let side = yes(self.first);
        self.leaves[side][self.second[side].map_or(0, yes)]
    }

    /// Reads a line of `trees.tsv`: three questions (`feature<TAB>cut`, `-<TAB>0` for none) and four numbers.
    fn read(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| fields.get(at)?.parse::<f64>().ok().filter(|number| number.is_finite());
        let question = |at: usize| match *fields.get(at)? {
            "-" => Some(None),
            name => {
                let feature = Feature::ALL.iter().find(|feature| feature.name() == name)?;
                Some(Some((*feature as usize, number(at + 1)?)))
            }
        };
        let leaves = [[number(6)?, number(7)?], [number(8)?, number(9)?]];
        (fields.len() == 10).then_some(Self::new(question(0)??, [question(2)?, question(4)?], leaves))
    }

    /// The line that says it.
    pub fn written(&self) -> String {
        let question = |question: Option<Question>| {
            let known = question.and_then(|(feature, cut)| Some((Feature::ALL.get(feature)?, cut)));
            known.map_or_else(|| "-\t0".to_owned(), |(feature, cut)| format!("{}\t{cut:.4}", feature.name()))
        };
        let questions = [Some(self.first), self.second[0], self.second[1]].map(question).join("\t");
        let leaves = self.leaves.as_flattened().iter().map(|leaf| format!("{leaf:.4}")).collect::<Vec<_>>().join("\t");
        format!("{questions}\t{leaves}")
    }
}

/// Reads all trees of `trees.tsv`; `#` begins a comment.
pub(super) fn parse(text: &str) -> Result<Vec<Tree>, WeightsError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let tree = |(at, line): (usize, &str)| {
        Tree::read(line).ok_or_else(|| WeightsError::Tree { line: at + 1, found: line.to_owned() })
    };
    lines.map(tree).collect()
}

/// What all trees add to a pair's log odds.
pub(super) fn value(trees: &[Tree], features: &Features) -> f64 {
    trees.iter().map(|tree| tree.value(features)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "names\t0.2500\t-\t0\tcosine\t0.1000\t-0.5000\t0.0000\t0.1000\t0.7000";

    #[test]
    fn asks_the_second_question_by_the_first_answer() {
        let tree = &parse(LINE).unwrap()[0];
        let value = |names: f64, cosine: f64| {
            let mut features = [0.0; Feature::ALL.len()];
            features[Feature::Names as usize] = names;
            features[Feature::Cosine as usize] = cosine;
            tree.value(&features)
        };
        let values = [value(0.0, 1.0), value(1.0, 0.0), value(1.0, 1.0)];
        assert_eq!(values.map(|value| format!("{value:.1}")), ["-0.5", "0.1", "0.7"]);
    }

    #[test]
    fn is_written_as_it_is_read() {
        assert_eq!(parse(LINE).unwrap()[0].written(), LINE);
    }

    #[test]
    fn a_bad_line_is_named() {
        let error = parse("# trees\nnames\t0.25").unwrap_err();
        assert_eq!(error, WeightsError::Tree { line: 2, found: "names\t0.25".into() });
    }
}
