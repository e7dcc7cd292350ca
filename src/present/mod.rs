//! The contract → rows, highlights, ribbons and sentences as plain data. No framework, no browser.
//!
//! Everything here reads [`crate::exchange::contract`] only, so the same view can be drawn from a
//! comparison that was made elsewhere. [`Edition`] holds what does not depend on the reader's
//! language; [`detail`] and [`Catalogue`] put words to it.

pub mod cards;
mod catalogue;
mod copied;
pub mod detail;
mod diff;
mod edition;
pub mod facts;
pub mod given;
mod kinds;
pub mod names;
pub mod overview;
pub mod pages;
pub mod report;
pub mod ribbon;
mod rungs;
mod runs;
pub mod scroll;
mod typography;

pub use crate::align::Confidence;
pub use catalogue::{Catalogue, Key, UiLanguage, long_date};
pub use copied::{CopyLine, CopyView, notices};
pub use detail::Detail;
pub use diff::{DiffRun, Passage, RunKind, with_links, word_diff};
pub use edition::{ClaimAt, Edition, Lone, Pair, Selection, Shared, Source, SourceFacts};
pub use kinds::{HighlightKind, Legend, LegendRow};
pub use rungs::{Rung, confidence_key};
pub use runs::{Piece, Stretch, TextBlock};
pub use typography::french;

#[cfg(test)]
mod sample;
