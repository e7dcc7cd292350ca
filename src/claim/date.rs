//! Dates and times, absolute and relative, against the article's date.

use super::DateMention;
use crate::lang::Lexicon;
use crate::text::Token;

/// Finds the dates of a text, in order, without overlaps. `today` is the day of publication.
pub fn find(_text: &str, _tokens: &[Token], _lexicon: &Lexicon, _today: Option<time::Date>) -> Vec<DateMention> {
    Vec::new()
}
