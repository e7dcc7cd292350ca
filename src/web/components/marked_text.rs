//! Words with their marks.

use leptos::prelude::*;

use crate::present::{HighlightKind, Piece};
use crate::web::words::Words;

/// Words with their marks. Marks over the same words are nested, so that each draws its own line.
/// Style: `style/components/marks.css`.
#[component]
pub fn MarkedText(
    /// The words, in order.
    pieces: Vec<Piece>,
    /// The interface's words.
    words: Words,
) -> impl IntoView {
    pieces.into_iter().map(|piece| marked(piece, words)).collect_view()
}

fn marked(piece: Piece, words: Words) -> AnyView {
    let Piece { text, marks, ends } = piece;
    marks.into_iter().rev().fold(text.into_any(), |inner, (kind, _)| mark(kind, ends.contains(&kind), words, inner))
}

fn mark(kind: HighlightKind, ends: bool, words: Words, inner: AnyView) -> AnyView {
    let class = format!("mark mark-{}{}", kind.code(), if ends { " ends" } else { "" });
    view! { <span class=class title=move || words.text(kind.name())>{inner}</span> }.into_any()
}
