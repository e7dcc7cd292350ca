//! The words of a line, cut once for all that is asked of it: sentence, furniture in either language, caption, credit.

use std::borrow::Cow;

use crate::lang::Lexicon;
use crate::text::{Token, has_joint};

/// A line with its tokens.
pub(super) struct Words<'a> {
    /// The line.
    pub line: &'a str,
    /// Its tokens in the language of its article.
    pub tokens: Vec<Token>,
    /// The lexicon of that language.
    pub lexicon: &'a Lexicon,
}

impl<'a> Words<'a> {
    /// Cuts a line into its tokens.
    pub(super) fn of(line: &'a str, lexicon: &'a Lexicon) -> Self {
        Self { line, tokens: lexicon.tokens(line), lexicon }
    }

    /// Its tokens in another language: the same ones unless it holds what languages cut differently.
    pub(super) fn tokens_in(&self, lexicon: &Lexicon) -> Cow<'_, [Token]> {
        let alike = lexicon.language == self.lexicon.language || !has_joint(self.line);
        if alike { Cow::Borrowed(&self.tokens) } else { Cow::Owned(lexicon.tokens(self.line)) }
    }
}
