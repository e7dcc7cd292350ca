//! The views to choose from.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// The views to choose from. Style: `style/components/view-tabs.css`.
#[component]
pub fn ViewTabs(
    /// What the views are called.
    names: Vec<Key>,
    /// Which one shows.
    current: Signal<usize>,
    /// The interface's words.
    words: Words,
    /// Called with the view that the reader picks.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let tab = move |(at, name): (usize, Key)| {
        view! {
            <a href="#main" aria-current=move || (current.get() == at).then_some("page")
                on:click=move |event| { event.prevent_default(); on_choose.run(at); }>{move || words.text(name)}</a>
        }
    };
    view! {
        <nav class="tabs" aria-label=move || words.text(Key::ViewsLabel)>
            {names.into_iter().enumerate().map(tab).collect_view()}
        </nav>
    }
}
