//! Two passages that are copies of one text.

use leptos::prelude::*;

use crate::present::detail::CopiedNote as Note;
use crate::present::{Catalogue, Key};

/// Two passages that are copies of one text: said in words, with what each outlet changed.
/// Style: `style/components/copied-note.css`.
#[component]
pub fn CopiedNote(
    /// What is to be said.
    note: Note,
    /// The letters of both sources.
    letters: [char; 2],
    /// The interface's words.
    words: &'static Catalogue,
) -> impl IntoView {
    let side = move |at: usize, text: &str| {
        let shown = if text.is_empty() {
            view! { <span class="quiet">{words.text(Key::CopyNothing)}</span> }.into_any()
        } else {
            view! { <q>{text.to_string()}</q> }.into_any()
        };
        view! { <span class="change" data-letter=letters[at].to_string()><span class="letter small">{letters[at]}</span>{shown}</span> }
    };
    let change = move |[a, b]: [String; 2]| view! { <li>{side(0, &a)}" "{side(1, &b)}</li> };
    let changes = (!note.changes.is_empty()).then(|| {
        view! { <h4>{words.text(Key::CopyEdited)}</h4><ul>{note.changes.into_iter().map(change).collect_view()}</ul> }
    });
    view! {
        <div class="copied-note">
            <h3><span class="swatch swatch-copy" aria-hidden="true"></span>{words.text(Key::KindCopy)}</h3>
            <p>{note.sentence}</p>
            {changes}
        </div>
    }
}
