//! One ribbon in the gutter.

use leptos::prelude::*;

use crate::present::Confidence;

/// One ribbon in the gutter: a thread from number to number, and behind it a band from passage to passage that shows
/// for the pair in focus. For the eye only: numbers and panel say the same in words.
/// Style: `style/components/ribbon.css`.
#[component]
pub fn Ribbon(
    /// The thread, as an SVG path.
    thread: Signal<String>,
    /// The band, as an SVG path.
    band: Signal<String>,
    /// How sure the link is.
    confidence: Confidence,
    /// Whether its pair is in focus.
    focus: Signal<bool>,
    /// Whether the pointer is over one of its passages.
    hover: Signal<bool>,
    /// Called when the reader picks it.
    on_choose: Callback<()>,
    /// Called when the pointer enters (true) and leaves.
    on_hover: Callback<bool>,
) -> impl IntoView {
    view! {
        <g
            class=format!("ribbon {}", confidence.code())
            class:is-focus=focus
            class:is-hover=hover
            on:click=move |_| on_choose.run(())
            on:pointerenter=move |_| on_hover.run(true)
            on:pointerleave=move |_| on_hover.run(false)
        >
            <path class="band" d=band></path>
            <path class="reach" d=thread></path>
            <path class="thread" d=thread></path>
        </g>
    }
}
