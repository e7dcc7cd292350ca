//! The browser: the only place that names its interfaces.

pub mod engine;
pub mod frame;
pub mod intake;
pub mod page;

/// What a JavaScript error says.
fn said(error: &wasm_bindgen::JsValue) -> String {
    use wasm_bindgen::JsCast;
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
