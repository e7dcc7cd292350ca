//! The browser: the only place that names its interfaces.

pub mod engine;
pub mod frame;
pub mod intake;
pub mod page;
pub mod worker;

/// Whether this runs in a page rather than in a worker.
pub fn has_window() -> bool {
    web_sys::window().is_some()
}

/// What a JavaScript error says.
fn said(error: &wasm_bindgen::JsValue) -> String {
    use wasm_bindgen::JsCast;
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
