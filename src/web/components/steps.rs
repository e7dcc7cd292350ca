//! Previous and next shared claim.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// Previous and next link, and which one it is of how many. Style: `style/components/steps.css`.
#[component]
pub fn Steps(
    /// Which one, from 1.
    current: Signal<Option<usize>>,
    /// Of how many.
    count: usize,
    /// The interface's words.
    words: Words,
    /// Called with 1 for the next, −1 for the previous one.
    on_step: Callback<isize>,
) -> impl IntoView {
    let place = move || {
        let at = current.get().map_or_else(|| "–".to_string(), |at| at.to_string());
        words.fill(Key::PairOf, &[("n", &at), ("count", &count.to_string())])
    };
    view! {
        <div class="steps" role="group" aria-label=move || words.text(Key::StepsLabel)>
            <button type="button" class="icon" id="previous" aria-label=move || words.text(Key::Previous) on:click=move |_| on_step.run(-1)>"‹"</button>
            <span class="place">{place}</span>
            <button type="button" class="icon" id="next" aria-label=move || words.text(Key::Next) on:click=move |_| on_step.run(1)>"›"</button>
        </div>
    }
}
