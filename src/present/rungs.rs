//! The certainty ladder and the words for how sure a link is.

use super::Key;

/// A rung of the certainty ladder, high to low.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// Stated as fact.
    Asserted,
    /// Taken for granted.
    Presupposed,
    /// Given to a source, with a neutral verb.
    Attributed,
    /// Given to a source, with doubt or quotation marks around.
    Distanced,
    /// Softened.
    Hedged,
    /// Passed on in the conditional.
    Conditional,
    /// Said to be untrue.
    Denied,
}

impl Rung {
    /// All of them, high to low.
    pub const ALL: [Self; 7] = [
        Self::Asserted,
        Self::Presupposed,
        Self::Attributed,
        Self::Distanced,
        Self::Hedged,
        Self::Conditional,
        Self::Denied,
    ];

    /// The rung that the contract's word names; an unknown word is read as the plainest rung.
    pub fn named(name: &str) -> Self {
        match name {
            "presupposed" => Self::Presupposed,
            "attributed" => Self::Attributed,
            "distanced" => Self::Distanced,
            "hedged" => Self::Hedged,
            "conditional" => Self::Conditional,
            "denied" => Self::Denied,
            _ => Self::Asserted,
        }
    }

    /// How high it stands: 7 for stated as fact, 1 for denied.
    pub fn height(self) -> usize {
        Self::ALL.len() - Self::ALL.iter().position(|rung| *rung == self).unwrap_or(0)
    }

    /// Its name.
    pub const fn key(self) -> Key {
        match self {
            Self::Asserted => Key::RungAsserted,
            Self::Presupposed => Key::RungPresupposed,
            Self::Attributed => Key::RungAttributed,
            Self::Distanced => Key::RungDistanced,
            Self::Hedged => Key::RungHedged,
            Self::Conditional => Key::RungConditional,
            Self::Denied => Key::RungDenied,
        }
    }
}

/// Links at or above are called sure. Both bounds cut the calibrated probability where a reader who
/// lays ten such pairs side by side would expect to be wrong about once, or about three times.
const SURE: f64 = 0.85;
/// Links at or above are called likely.
const LIKELY: f64 = 0.65;

/// How sure a link is, in one word.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Rarely wrong.
    Sure,
    /// Mostly right.
    Likely,
    /// To be judged by the reader.
    Possible,
}

impl Confidence {
    /// The word for a probability from 0 to 1.
    pub fn of(score: f64) -> Self {
        if score >= SURE {
            Self::Sure
        } else if score >= LIKELY {
            Self::Likely
        } else {
            Self::Possible
        }
    }

    /// Its name.
    pub const fn key(self) -> Key {
        match self {
            Self::Sure => Key::ConfidenceSure,
            Self::Likely => Key::ConfidenceLikely,
            Self::Possible => Key::ConfidencePossible,
        }
    }

    /// A stable name for style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_goes_down_in_steps_of_one() {
        let heights: Vec<usize> = Rung::ALL.iter().map(|rung| rung.height()).collect();
        assert_eq!(heights, [7, 6, 5, 4, 3, 2, 1]);
    }

    #[test]
    fn confidence_falls_with_the_score() {
        assert!(Confidence::of(0.95) < Confidence::of(0.7) && Confidence::of(0.7) < Confidence::of(0.3));
    }
}
