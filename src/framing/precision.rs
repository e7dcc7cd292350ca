//! How often each type is right, as people judged it: `precision.tsv`.
//!
//! The table is made by `cargo xtask precision` from the sheets of `docs/precision`, one verdict a mark. It
//! stands in the program so that readers see the figure where they switch a type on.

/// A type that is right less often than this in a language is off there until a reader asks for it.
///
/// The project's own bar: at 7 of 10, marks that mislead are still few among those that help.
const LEAST_SHARE: f64 = 0.7;

/// How many marks of a type were judged in one language, and how.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// All that were judged.
    pub judged: usize,
    /// Those that a careful reader would have made as well.
    pub right: usize,
    /// Those that one may see either way; they don't count as right.
    pub arguable: usize,
}

impl Measured {
    /// The share that is right, 0 to 1; 0 where nothing was judged.
    pub fn share(self) -> f64 {
        self.right as f64 / self.judged.max(1) as f64
    }

    /// Whether it is right often enough to be shown unasked.
    pub fn is_fit(self) -> bool {
        self.share() >= LEAST_SHARE
    }
}

/// How often marks of a type are right in a language, both by the names that the contract has for them
/// (`speech`, `fr`); none for what nobody judged.
///
/// ```
/// assert_eq!(recoupe::framing::measured("weather", "fr"), None);
/// ```
pub fn measured(kind: &str, language: &str) -> Option<Measured> {
    read(include_str!("precision.tsv"), kind, language)
}

fn read(table: &str, kind: &str, language: &str) -> Option<Measured> {
    let fields = |line: &str| -> Option<Measured> {
        let mut fields = line.split('\t');
        if fields.next()? != kind || fields.next()? != language {
            return None;
        }
        let mut number = || fields.next()?.parse().ok();
        let (judged, right, arguable) = (number()?, number()?, number()?);
        (judged > 0).then_some(Measured { judged, right, arguable })
    };
    table.lines().find_map(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# a comment\nhedge\ten\t30\t20\t4\nhedge\tfr\t10\t7\t0\nspeech\tfr\t0\t0\t0\n";

    #[test]
    fn a_type_is_found_by_name_and_language() {
        assert_eq!(read(TABLE, "hedge", "fr"), Some(Measured { judged: 10, right: 7, arguable: 0 }));
        assert_eq!(read(TABLE, "speech", "fr"), None, "nothing was judged");
        assert_eq!(read(TABLE, "hedge", "other"), None);
    }

    #[test]
    fn what_is_right_too_rarely_is_not_fit() {
        let fit = |language| read(TABLE, "hedge", language).map(Measured::is_fit);
        assert_eq!((fit("en"), fit("fr")), (Some(false), Some(true)), "arguable marks don't count as right");
    }

    #[test]
    fn every_line_of_the_table_can_be_read() {
        for line in include_str!("precision.tsv").lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let it = measured(fields[0], fields[1]).unwrap_or_else(|| panic!("{line}"));
            assert!(it.right + it.arguable <= it.judged, "{line}");
        }
    }
}
