//! The switches of the highlight types.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::present::{HighlightKind, Key, LegendRow};
use crate::web::words::Words;

/// One switch per highlight type found, with a sample of its line and its count.
/// Style: `style/components/legend.css`.
#[component]
pub fn LegendSwitches(
    /// The types found.
    rows: Vec<LegendRow>,
    /// Those that show.
    shown: Signal<BTreeSet<HighlightKind>>,
    /// The interface's words.
    words: Words,
    /// Called with the type whose switch is pressed.
    on_toggle: Callback<HighlightKind>,
) -> impl IntoView {
    let switch = move |row: LegendRow| {
        let (kind, count) = (row.kind, row.count);
        let passages = move || words.all().count(Key::LegendCount, count);
        let hint = move || row.warning(words.all()).or_else(|| row.precision(words.all()));
        view! {
            <li>
                <button
                    type="button"
                    class="switch"
                    data-kind=kind.code()
                    title=hint
                    aria-pressed=move || shown.get().contains(&kind).to_string()
                    on:click=move |_| on_toggle.run(kind)
                >
                    <span class=format!("swatch swatch-{}", kind.code()) aria-hidden="true"></span>
                    <span>{move || words.text(kind.name())}</span>
                    <span class="count" aria-hidden="true">{count}</span>
                    <span class="visually-hidden">" · "{passages}</span>
                </button>
            </li>
        }
    };
    let in_text = rows.into_iter().filter(|row| row.kind.is_in_text());
    view! { <ul class="switches" aria-label=move || words.text(Key::LegendTitle)>{in_text.map(switch).collect_view()}</ul> }
}
