//! The browser application: draws what [`crate::present`] makes. Comparisons are made elsewhere ([`crate::job`]).

mod app;
mod components;
mod desk;
mod platform;
mod texts;
mod views;
mod words;
mod work;

pub use app::mount;
