//! The bar at the outer edge: where shared claims lie in a text, and where one is.

use leptos::prelude::*;

use crate::present::overview::Tick;

/// The bar at the outer edge of a text. For the eye and the pointer only: the numbers in the margin are the same
/// for the keyboard. Style: `style/components/overview-bar.css`.
#[component]
pub fn OverviewBar(
    /// The claims of the text.
    ticks: Vec<Tick>,
    /// Where the part that shows begins and how long it is, in shares of the text.
    shown: Signal<(f64, f64)>,
    /// The claim in focus.
    focus: Signal<Option<usize>>,
    /// Called with the claim that the reader picks.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let tick = move |tick: Tick| {
        let (claim, start, length) = (tick.claim, tick.start * 100.0, tick.length * 100.0);
        view! {
            <span
                class=if tick.number.is_some() { "tick shared" } else { "tick lone" }
                class:is-focus=move || focus.get() == Some(claim)
                style:top=format!("{start:.2}%")
                style:height=format!("{length:.2}%")
                on:click=move |_| on_choose.run(claim)
            ></span>
        }
    };
    let top = move || format!("{:.2}%", shown.get().0 * 100.0);
    let height = move || format!("{:.2}%", shown.get().1 * 100.0);
    view! {
        <div class="overview" aria-hidden="true">
            <span class="window" style:top=top style:height=height></span>
            {ticks.into_iter().map(tick).collect_view()}
        </div>
    }
}
