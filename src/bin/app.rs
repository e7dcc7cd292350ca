//! Mounts the browser application.

fn main() {}
