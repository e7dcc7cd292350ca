//! The highlight types as readers meet them: name, explanation, line style, switch, count.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edition, Key};

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

            /// Whether it shows before the reader has chosen: few types do, so that the page stays calm.
            pub const fn is_on_at_first(self) -> bool {
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

    /// Whether it marks words of the texts; the others are told in the panel only.
    pub const fn is_in_text(self) -> bool {
        !matches!(self, Self::Place | Self::Certainty)
    }
}

/// One line of the legend.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct LegendRow {
    /// Which type.
    pub kind: HighlightKind,
    /// How often it is found in the texts shown.
    pub count: usize,
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
        let rows = HighlightKind::ALL.iter().map(|kind| LegendRow { kind: *kind, count: count(kind) });
        let (found, absent): (Vec<_>, Vec<_>) = rows.partition(|row| row.count > 0);
        Self { found, absent: absent.into_iter().map(|row| row.kind).collect() }
    }

    /// The types that show before the reader has chosen.
    pub fn first_choice() -> BTreeSet<HighlightKind> {
        HighlightKind::ALL.iter().copied().filter(|kind| kind.is_on_at_first()).collect()
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
    fn the_legend_counts_what_the_texts_show() {
        let legend = Legend::of(&crate::present::sample::edition());
        let count = |kind| legend.found.iter().find(|row| row.kind == kind).map(|row| row.count);
        assert_eq!(count(HighlightKind::Shared), Some(1));
        assert_eq!(count(HighlightKind::Hedge), Some(1));
        assert!(legend.absent.contains(&HighlightKind::Blame));
    }
}
