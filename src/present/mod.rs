//! The contract → rows, highlights, ribbons and sentences as plain data. No framework, no browser.
