//! Comparison ↔ the outside: JSON contract, tables, text.

pub mod contract;
mod document;
mod names;
mod points;
mod voices;

pub use document::{claims, document};
pub use points::CodePoints;
