//! Recoupe compares how different outlets tell one event.
//!
//! The pipeline, in the order of the data's way:
//!
//! [`article`] reads bytes into an article → [`segment`] cuts it into sentences and quotations →
//! [`claim`] finds what is claimed, by whom, how surely → [`align`] joins the claims that tell the
//! same thing → [`framing`] says how each tells it → [`compare`] runs it all → [`exchange`] writes
//! the result → [`present`] makes rows and highlights of it → `web` draws them.
//!
//! In the browser `web` asks for comparisons and `worker` makes them; [`job`] is what they say to each other.

pub mod align;
pub mod article;
pub mod claim;
pub mod compare;
pub mod exchange;
pub mod framing;
pub mod job;
pub mod lang;
pub mod present;
pub mod segment;
pub mod text;
#[cfg(feature = "ui")]
pub mod web;
#[cfg(feature = "engine")]
pub mod worker;
