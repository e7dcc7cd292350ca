//! The browser application: draws what [`crate::present`] makes, in a page; runs the engine, in a worker.
//!
//! [`start`] is called in both: it mounts the page where there is a window, and answers jobs where there is none.

mod app;
mod components;
mod desk;
mod job;
mod platform;
mod texts;
mod views;
mod words;
mod work;

/// Mounts the application in a page, or serves comparisons in a worker.
pub fn start() {
    if platform::has_window() {
        app::mount();
    } else {
        platform::worker::serve();
    }
}
