//! The certainty ladder and the words for how sure a link is.

use super::{Confidence, Key};

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

/// The name of a link's confidence.
pub const fn confidence_key(confidence: Confidence) -> Key {
    match confidence {
        Confidence::Sure => Key::ConfidenceSure,
        Confidence::Likely => Key::ConfidenceLikely,
        Confidence::Possible => Key::ConfidencePossible,
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
}
