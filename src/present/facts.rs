//! What is known of an article beside its text, as readers see it and put it right.

use super::Key;
use crate::exchange::reading::{Correction, Found};

/// A fact that can be put right by hand.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// The headline.
    Title,
    /// Who signs.
    Byline,
    /// The news agency.
    Agency,
    /// The day.
    Date,
    /// Who published it.
    Outlet,
}

impl Fact {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Title, Self::Byline, Self::Agency, Self::Date, Self::Outlet];

    /// What readers call it.
    pub const fn name(self) -> Key {
        match self {
            Self::Title => Key::FactTitle,
            Self::Byline => Key::FactByline,
            Self::Agency => Key::FactAgency,
            Self::Date => Key::FactDate,
            Self::Outlet => Key::FactOutlet,
        }
    }

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Agency => "agency",
            Self::Date => "date",
            Self::Outlet => "outlet",
        }
    }

    /// What was found.
    pub fn found(self, found: &Found) -> Option<&String> {
        match self {
            Self::Title => found.title.as_ref(),
            Self::Byline => found.byline.as_ref(),
            Self::Agency => found.agency.as_ref(),
            Self::Date => found.date.as_ref(),
            Self::Outlet => found.outlet.as_ref(),
        }
    }

    /// Where the reader's own word for it stands.
    pub const fn corrected(self, correction: &mut Correction) -> &mut Option<String> {
        match self {
            Self::Title => &mut correction.title,
            Self::Byline => &mut correction.byline,
            Self::Agency => &mut correction.agency,
            Self::Date => &mut correction.date,
            Self::Outlet => &mut correction.outlet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fact_has_a_place_of_its_own() {
        for fact in Fact::ALL {
            let mut correction = Correction::default();
            *fact.corrected(&mut correction) = Some("mine".into());
            let said = |other: &Fact| other.corrected(&mut correction.clone()).is_some();
            assert_eq!(Fact::ALL.iter().filter(|other| said(other)).collect::<Vec<_>>(), [&fact]);
        }
        let found = Found { agency: Some("AFP".into()), ..Found::default() };
        assert_eq!(Fact::ALL.map(|fact| fact.found(&found).is_some()), [false, false, true, false, false]);
    }
}
