//! The native tests that span files: one binary, so that it links once.

mod date;
mod exports;
mod quantity;
