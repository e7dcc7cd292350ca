//! The highlight types as readers meet them: name, explanation, line style, switch, count.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Edition, Key, UiLanguage};
use crate::framing::{Measured, measured};

/// Declares each type once: variant, code (contract and style sheet), its three texts.
macro_rules! kinds {
    ($($kind:ident $code:literal $name:ident $explain:ident $example:ident $short:literal,)*) => {
        /// A highlight type, in the order of the legend.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum HighlightKind { $(#[doc = $code] $kind,)* }

        impl HighlightKind {
            /// All of them, in the order of the legend.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The stable name: of the contract, and of the style `mark-<code>`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)* }
            }

            /// What readers call it.
            pub const fn name(self) -> Key {
                match self { $(Self::$kind => Key::$name,)* }
            }

            /// What it marks, by which cues.
            pub const fn explanation(self) -> Key {
                match self { $(Self::$kind => Key::$explain,)* }
            }

            /// An example, its cue between square brackets.
            pub const fn example(self) -> Key {
                match self { $(Self::$kind => Key::$example,)* }
            }

            /// Whether it may show before the reader has chosen: few types do, so that the page stays calm.
            const fn is_calm(self) -> bool {
                match self { $(Self::$kind => $short,)* }
            }
        }
    };
}

kinds! {
    Shared "shared" KindShared ExplainShared ExampleShared true,
    Only "only" KindOnly ExplainOnly ExampleOnly true,
    Copy "copy" KindCopy ExplainCopy ExampleCopy true,
    Label "label" KindLabel ExplainLabel ExampleLabel true,
    Loaded "loaded" KindLoaded ExplainLoaded ExampleLoaded false,
    Speech "speech" KindSpeech ExplainSpeech ExampleSpeech false,
    Verb "verb" KindVerb ExplainVerb ExampleVerb false,
    Conditional "conditional" KindConditional ExplainConditional ExampleConditional true,
    Hedge "hedge" KindHedge ExplainHedge ExampleHedge true,
    Distance "distance" KindDistance ExplainDistance ExampleDistance true,
    Presupposed "presupposed" KindPresupposed ExplainPresupposed ExamplePresupposed false,
    Agentless "agentless" KindAgentless ExplainAgentless ExampleAgentless false,
    Blame "blame" KindBlame ExplainBlame ExampleBlame false,
    Figure "figure" KindFigure ExplainFigure ExampleFigure false,
    Place "place" KindPlace ExplainPlace ExamplePlace false,
    Certainty "certainty" KindCertainty ExplainCertainty ExampleCertainty false,
}

impl HighlightKind {
    /// The type that the contract's word names.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// How often it is right in texts of that language (`fr`, `en`), where people judged it.
    pub fn measured(self, language: &str) -> Option<Measured> {
        measured(self.code(), language)
    }

    /// Whether it is right often enough in texts of that language to be shown unasked, or was not judged.
    pub fn is_fit(self, language: &str) -> bool {
        self.measured(language).is_none_or(Measured::is_fit)
    }

    /// Whether it shows before the reader has chosen: a type that is wrong too often in a language of the texts
    /// does not.
    pub fn is_on_at_first(self, languages: &BTreeSet<&str>) -> bool {
        self.is_calm() && languages.iter().all(|language| self.is_fit(language))
    }

    /// Whether it marks words of the texts; the others are told in the panel only.
    pub const fn is_in_text(self) -> bool {
        !matches!(self, Self::Place | Self::Certainty)
    }
}

/// One line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendRow {
    /// Which type.
    pub kind: HighlightKind,
    /// How often it is found in the texts shown.
    pub count: usize,
    /// How often it is right, for each language of the texts in which it was judged.
    pub measured: Vec<(UiLanguage, Measured)>,
}

impl LegendRow {
    fn of(kind: HighlightKind, count: usize, languages: &BTreeSet<&str>) -> Self {
        let known = languages.iter().filter_map(|code| Some((UiLanguage::named(code)?, kind.measured(code)?)));
        Self { kind, count, measured: known.collect() }
    }

    /// How often it is right, for the reader: « 27 sur 30 justes en français, 2 discutables ». None where nobody judged.
    pub fn precision(&self, words: &Catalogue) -> Option<String> {
        let figures: Vec<String> = self.measured.iter().map(|(of, measured)| figure(*of, *measured, words)).collect();
        (!figures.is_empty()).then(|| figures.join(" · "))
    }

    /// Why it is off until the reader asks for it, where it is wrong too often to show unasked.
    pub fn warning(&self, words: &Catalogue) -> Option<String> {
        let unfit = self.measured.iter().filter(|(_, measured)| !measured.is_fit());
        let said = |language| words.fill(Key::LegendUnfit, &[("language", words.text(in_language(language)))]);
        let warnings: Vec<String> = unfit.map(|(of, _)| said(*of)).collect();
        (!warnings.is_empty()).then(|| warnings.join(" "))
    }
}

fn figure(language: UiLanguage, measured: Measured, words: &Catalogue) -> String {
    let Measured { judged, right, arguable } = measured;
    let language = words.text(in_language(language));
    let values = [("right", &*right.to_string()), ("judged", &*judged.to_string()), ("language", language)];
    let mut said = words.fill(Key::LegendRight, &values);
    if arguable > 0 {
        said.push_str(&words.count(Key::LegendArguable, arguable));
    }
    said
}

const fn in_language(language: UiLanguage) -> Key {
    match language {
        UiLanguage::French => Key::WrittenInFrench,
        UiLanguage::English => Key::WrittenInEnglish,
    }
}

/// The legend of two texts: the types found in them, and those that were looked for in vain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    /// Types found, in order.
    pub found: Vec<LegendRow>,
    /// Types the engine knows but did not find here.
    pub absent: Vec<HighlightKind>,
}

impl Legend {
    /// Counts what `edition` shows.
    pub fn of(edition: &Edition) -> Self {
        let mut counts: BTreeMap<HighlightKind, usize> = BTreeMap::new();
        for kind in edition.sources.iter().flat_map(|source| &source.mark_kinds) {
            *counts.entry(*kind).or_default() += 1;
        }
        counts.insert(HighlightKind::Shared, edition.shared.len());
        counts.insert(HighlightKind::Only, edition.only.iter().map(Vec::len).sum());
        for kind in edition.pairs.iter().flat_map(|pair| &pair.difference_kinds) {
            if !kind.is_in_text() {
                *counts.entry(*kind).or_default() += 1;
            }
        }
        let count = |kind: &HighlightKind| counts.get(kind).copied().unwrap_or(0);
        let languages = edition.languages();
        let rows = HighlightKind::ALL.iter().map(|kind| LegendRow::of(*kind, count(kind), &languages));
        let (found, absent): (Vec<_>, Vec<_>) = rows.partition(|row| row.count > 0);
        Self { found, absent: absent.into_iter().map(|row| row.kind).collect() }
    }

    /// The types that show: those that the reader switched on, and of those left alone the ones that are on at first.
    pub fn shown(chosen: &BTreeMap<HighlightKind, bool>, languages: &BTreeSet<&str>) -> BTreeSet<HighlightKind> {
        let is_on = |kind: &HighlightKind| chosen.get(kind).copied().unwrap_or_else(|| kind.is_on_at_first(languages));
        HighlightKind::ALL.iter().copied().filter(is_on).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_their_kind() {
        for kind in HighlightKind::ALL {
            assert_eq!(HighlightKind::named(kind.code()), Some(*kind));
        }
        assert_eq!(HighlightKind::named("weather"), None);
    }

    #[test]
    fn what_the_reader_switched_stays_whatever_the_texts() {
        let chosen = BTreeMap::from([(HighlightKind::Speech, true), (HighlightKind::Hedge, false)]);
        let shown = Legend::shown(&chosen, &BTreeSet::from(["other"]));
        assert!(shown.contains(&HighlightKind::Speech) && !shown.contains(&HighlightKind::Hedge));
        assert!(shown.contains(&HighlightKind::Shared) && !shown.contains(&HighlightKind::Verb));
    }

    #[test]
    fn precision_is_said_in_the_readers_language() {
        let measured = |judged, right, arguable| Measured { judged, right, arguable };
        let fit = (UiLanguage::French, measured(30, 27, 2));
        let unfit = (UiLanguage::English, measured(12, 8, 1));
        let row = LegendRow { kind: HighlightKind::Verb, count: 3, measured: vec![unfit, fit] };
        let said = |language| {
            let words = Catalogue::of(language);
            format!("{}\n{}", row.precision(words).unwrap_or_default(), row.warning(words).unwrap_or_default())
        };
        insta::assert_snapshot!(said(UiLanguage::French), @"
        8 sur 12 justes en anglais, 1 discutable · 27 sur 30 justes en français, 2 discutables
        Éteint au départ : en anglais, moins de 7 marques sur 10 sont justes. Vous pouvez l’allumer.
        ");
        insta::assert_snapshot!(said(UiLanguage::English), @"
        8 of 12 right in English, 1 arguable · 27 of 30 right in French, 2 arguable
        Off at first: in English, fewer than 7 marks in 10 are right. You can switch it on.
        ");
    }

    #[test]
    fn the_legend_counts_what_the_texts_show() {
        let legend = Legend::of(&crate::present::sample::edition());
        let count = |kind| legend.found.iter().find(|row| row.kind == kind).map(|row| row.count);
        assert_eq!(count(HighlightKind::Shared), Some(1));
        assert_eq!(count(HighlightKind::Hedge), Some(1));
        assert!(legend.absent.contains(&HighlightKind::Blame));
    }
}
