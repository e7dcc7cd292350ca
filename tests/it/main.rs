//! The native tests that span files: one binary, so that it links once.

mod exports;
mod quantity;
