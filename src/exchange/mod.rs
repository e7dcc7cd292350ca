//! Comparison ↔ the outside: JSON contract, tables, text.

pub mod contract;
mod csv;
mod document;
mod html;
mod jsonld;
mod labels;
mod names;
mod points;
mod reader;
pub mod reading;
mod text;
mod voices;
mod whole;

pub use csv::csv;
pub use document::{claims, document};
pub use html::html;
pub use jsonld::jsonld;
pub use points::CodePoints;
pub use reader::language_of;
pub use text::text;
