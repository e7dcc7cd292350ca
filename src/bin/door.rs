//! The browser's reader of web pages: a WebAssembly module of its own, fetched when a page is given.

use recoupe::exchange::reading::{Known, Reading, Trouble, read};
use recoupe::lang::Lexica;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a page; what is known of it and the reader's corrections come as JSON, and so does the answer.
#[wasm_bindgen(js_name = readPage)]
pub fn read_page(page: &[u8], known: &str, corrections: &str) -> String {
    let known: Known = serde_json::from_str(known).unwrap_or_default();
    let corrections = serde_json::from_str(corrections).unwrap_or_default();
    let answer: Result<Vec<Reading>, Trouble> = read(page, &known, &corrections, &Lexica::built_in());
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Called once the module is there; it then waits for pages.
const fn main() {}
