//! Three words for a link's probability, each with how often it was right on events the model had not seen.

use std::sync::LazyLock;

use crate::lang::Language;

/// How sure a link is, in one word.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Nine of ten or more are right.
    Sure,
    /// More often right than wrong.
    Likely,
    /// To be judged by the reader.
    Possible,
}

/// Links at or above are called sure. With the event held out, nine of ten are right in both languages, with room to
/// spare: `reliability.tsv`.
const SURE: f64 = 0.85;
/// Links at or above are called likely: rather right than not.
const LIKELY: f64 = 0.50;

impl Confidence {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Possible];

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

    /// A stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }

    /// How often it was right, by the language of both articles; none for languages it was not measured in.
    pub fn measured(self, language: Language) -> Option<Measured> {
        MEASURED.iter().find(|(word, of, _)| *word == self && *of == language).map(|(_, _, measured)| *measured)
    }
}

/// How often links of one word were right.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Links counted.
    pub links: u32,
    /// How many of them a careful reader had paired.
    pub right: u32,
}

static MEASURED: LazyLock<Vec<(Confidence, Language, Measured)>> = LazyLock::new(|| {
    let lines = include_str!("reliability.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| read(line).expect("built-in measurements: a test loads them")).collect()
});

/// `word<TAB>language<TAB>links<TAB>right`.
fn read(line: &str) -> Option<(Confidence, Language, Measured)> {
    let mut fields = line.split('\t');
    let word = fields.next()?;
    let word = Confidence::ALL.into_iter().find(|it| it.code() == word)?;
    let code = fields.next()?;
    let language = [Language::French, Language::English].into_iter().find(|it| it.code() == code)?;
    Some((word, language, Measured { links: fields.next()?.parse().ok()?, right: fields.next()?.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_with_the_score() {
        let words = [0.95, 0.7, 0.3].map(Confidence::of);
        assert_eq!(words, Confidence::ALL);
    }

    #[test]
    fn sure_is_right_nine_times_of_ten_in_each_language() {
        for language in [Language::French, Language::English] {
            let Measured { links, right } = Confidence::Sure.measured(language).expect("measured");
            assert!(f64::from(right) >= 0.9 * f64::from(links), "{language:?}: {right} of {links}");
        }
    }

    #[test]
    fn what_was_not_measured_is_not_claimed() {
        assert_eq!(Confidence::Sure.measured(Language::Other), None);
    }
}
