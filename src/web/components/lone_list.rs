//! What one text alone says.

use leptos::prelude::*;

use super::marked_text::MarkedText;
use crate::present::Piece;
use crate::web::words::Words;

/// A claim of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct LoneItem {
    /// The claim.
    pub claim: usize,
    /// Its words with their marks.
    pub pieces: Vec<Piece>,
}

/// What one text alone says: each passage opens its panel. Style: `style/components/lone-list.css`.
#[component]
pub fn LoneList(
    /// 0 or 1.
    source: usize,
    /// The passages.
    items: Vec<LoneItem>,
    /// Their language.
    lang: String,
    /// The claim in focus.
    focus: Signal<Option<usize>>,
    /// The interface's words.
    words: Words,
    /// Called with the claim that the reader picks.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let item = move |LoneItem { claim, pieces }: LoneItem| {
        view! {
            <li>
                <button
                    type="button"
                    id=format!("lone-{source}-{claim}")
                    class="claim lone"
                    class:is-focus=move || focus.get() == Some(claim)
                    aria-pressed=move || (focus.get() == Some(claim)).to_string()
                    on:click=move |_| on_choose.run(claim)
                >
                    <MarkedText pieces words />
                </button>
            </li>
        }
    };
    view! { <ul class="lone-list" lang=lang>{items.into_iter().map(item).collect_view()}</ul> }
}
