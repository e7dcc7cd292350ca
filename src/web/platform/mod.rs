//! The browser: the only place that names its interfaces.

pub mod engine;
pub mod frame;
pub mod page;
pub mod worker;

/// Whether this runs in a page rather than in a worker.
pub fn has_window() -> bool {
    web_sys::window().is_some()
}
