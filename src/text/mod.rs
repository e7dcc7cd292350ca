//! Spans, folding and tokens: what every later stage speaks in.

mod fold;
mod span;
mod token;

pub use fold::{fold, fold_char, strip_accents};
pub use span::Span;
pub use token::{Clitics, Token, TokenKind, has_joint, is_ideograph, tokenise};
