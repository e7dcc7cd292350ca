//! Builds, serves and tests Recoupe.

fn main() {}
