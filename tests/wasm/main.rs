//! The engine and the application inside a browser: what native tests cannot see.

use recoupe::article::from_plain;
use recoupe::compare::{Options, compare};
use recoupe::exchange::document;
use recoupe::lang::Lexica;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Two short articles, compared.
fn comparison() -> String {
    let articles = [
        from_plain(
            "Mayor Ann Reed resigns\n\n\"I take the blame\", Reed said on Monday. The flood drove 1,200 people out.",
        ),
        from_plain("Flood: mayor steps down\n\nAnn Reed insisted that she took the blame. About 1,200 residents left."),
    ];
    let lexica = Lexica::built_in();
    let comparison = compare(&articles, &lexica, &Options::default());
    serde_json::to_string(&document(&comparison, &lexica)).expect("a document is serializable")
}

#[wasm_bindgen_test]
fn the_engine_runs_and_repeats_itself() {
    let first = comparison();
    assert!(first.contains("1,200 people"), "{first}");
    assert_eq!(first, comparison());
}
