//! The interface's words, in the language of the moment.

use leptos::prelude::*;

use crate::present::{Catalogue, Key, UiLanguage};

/// A handle on the catalogue that follows the reader's choice of language.
#[derive(Copy, Clone)]
pub struct Words(pub Signal<UiLanguage>);

impl Words {
    /// The catalogue; whoever asks inside a view is asked again when the language changes.
    pub fn all(self) -> &'static Catalogue {
        Catalogue::of(self.0.get())
    }

    /// The catalogue, for one-off use.
    pub fn now(self) -> &'static Catalogue {
        Catalogue::of(self.0.get_untracked())
    }

    /// A text.
    pub fn text(self, key: Key) -> &'static str {
        self.all().text(key)
    }

    /// A text with its names filled in.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.all().fill(key, values)
    }
}
