//! People, organisations, places and groups, merged within the article.

use super::{Actor, Mention};
use crate::lang::Lexicon;
use crate::segment::Segmentation;
use crate::text::Token;

/// Who and what an article names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// One a person, body, place or group.
    pub actors: Vec<Actor>,
    /// In order of their spans, without overlaps.
    pub mentions: Vec<Mention>,
}

/// Finds names, and merges those that name the same.
pub fn find(_text: &str, _tokens: &[Token], _segmentation: &Segmentation, _lexicon: &Lexicon) -> Names {
    Names::default()
}

/// How surely two actors of different articles are the same one, 0 to 1.
pub fn same_name(one: &Actor, other: &Actor) -> f64 {
    f64::from(u8::from(one.name == other.name))
}
