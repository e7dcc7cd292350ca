//! The names each source gives, the sentences they stand in, and one source's name in the other's sentence.

use std::sync::Arc;

use leptos::prelude::*;

use crate::present::names::{NameUse, Names as Found};
use crate::present::{Edition, Key};
use crate::web::components::NamesTable;
use crate::web::desk::Desk;

/// The names each source gives. Style: `style/components/names-table.css`.
#[component]
pub fn Names(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let on_choose = Callback::new(move |it: NameUse| {
        if let Some(claim) = it.claim {
            desk.lead(&[claim]);
        }
    });
    let sources = [0, 1].map(|side| {
        let source = &edition.sources[side];
        (source.letter, source.outlet.clone(), edition.article(side).lang.clone())
    });
    let open = RwSignal::new(None);
    let tables = move || {
        let words = desk.words.all();
        let Found { differing, alike } = Found::of(&edition, words);
        let none = differing.is_empty().then(|| view! { <p class="quiet">{words.text(Key::NamesNone)}</p> });
        let table = |rows| view! { <NamesTable rows sources=sources.clone() open words=desk.words on_choose /> };
        let some = (!differing.is_empty()).then(|| table(differing));
        let same = (!alike.is_empty()).then(|| {
            let heading = words.fill(Key::NamesAlike, &[("n", &alike.len().to_string())]);
            let note = words.text(Key::NamesAlikeNote).to_string();
            view! { <details class="alike"><summary>{heading}</summary><p class="quiet">{note}</p>{table(alike)}</details> }
        });
        view! { {none}{some}{same} }
    };
    view! {
        <div class="names-view">
            <p class="quiet intro">{move || desk.words.text(Key::NamesIntro)}</p>
            {tables}
        </div>
    }
}
