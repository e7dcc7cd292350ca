//! Comparison ↔ the outside: JSON contract, tables, text.

pub mod contract;
