//! The highlight types, explained.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::present::{Catalogue, HighlightKind, Key, Legend, LegendRow};

/// What the panel reacts with.
#[derive(Copy, Clone)]
struct Parts {
    shown: Signal<BTreeSet<HighlightKind>>,
    words: &'static Catalogue,
    on_toggle: Callback<HighlightKind>,
}

/// The highlight types explained: definition, cue, example, switch, count. Style: `style/components/legend.css`.
#[component]
pub fn LegendPanel(
    /// The types found, and those looked for in vain.
    legend: Legend,
    /// Those that show.
    shown: Signal<BTreeSet<HighlightKind>>,
    /// The interface's words.
    words: &'static Catalogue,
    /// Called with the type whose switch is pressed.
    on_toggle: Callback<HighlightKind>,
    /// Called when the reader closes the panel.
    on_close: Callback<()>,
) -> impl IntoView {
    let parts = Parts { shown, words, on_toggle };
    let Legend { found, absent } = legend;
    let names: Vec<&str> = absent.iter().map(|kind| words.text(kind.name())).collect();
    let absent = (!names.is_empty()).then(|| {
        view! { <p class="quiet absent">{words.fill(Key::LegendAbsent, &[("names", &names.join(", "))])}</p> }
    });
    view! {
        <header class="detail-head">
            <h2 id="detail-heading" tabindex="-1">{words.text(Key::LegendTitle)}</h2>
            <span class="relation">{words.text(Key::LegendIntro)}</span>
            <button type="button" class="close" aria-label=words.text(Key::DetailClose) on:click=move |_| on_close.run(())>"✕"</button>
        </header>
        <p class="quiet measured">{words.text(Key::LegendMeasured)}</p>
        <dl class="legend">{found.iter().map(|row| draw_row(row, parts)).collect_view()}</dl>
        {absent}
        <p class="quiet">{words.text(Key::FooterMethod)}" "{words.text(Key::FooterPrivacy)}</p>
    }
}

fn draw_row(row: &LegendRow, parts: Parts) -> impl IntoView + use<> {
    let (kind, count) = (row.kind, row.count);
    let Parts { shown, words, on_toggle } = parts;
    let label = words.fill(Key::LegendSwitch, &[("name", words.text(kind.name()))]);
    let switch = kind.is_in_text().then(|| {
        view! {
            <label class="toggle">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || shown.get().contains(&kind)
                    on:change=move |_| on_toggle.run(kind)
                />
            </label>
        }
    });
    view! {
        <div class="legend-row">
            <dt>
                {switch}
                <span class=format!("swatch swatch-{}", kind.code()) aria-hidden="true"></span>
                {words.text(kind.name())}
                <span class="count">{words.count(Key::LegendCount, count)}</span>
            </dt>
            <dd>
                <p>{words.text(kind.explanation())}</p>
                {row.precision(words).map(|said| view! { <p class="precision">{said}</p> })}
                {row.warning(words).map(|said| view! { <p class="unfit">{said}</p> })}
                <p class="example">{example(words.text(kind.example()), kind)}</p>
            </dd>
        </div>
    }
}

/// An example with its cue, which stands between square brackets, marked as in the texts.
fn example(text: &'static str, kind: HighlightKind) -> impl IntoView {
    let class = format!("mark mark-{} ends", kind.code());
    let mut parts = text.split(['[', ']']).enumerate();
    let draw = move |(at, part): (usize, &'static str)| {
        if at % 2 == 1 { view! { <span class=class.clone()>{part}</span> }.into_any() } else { part.into_any() }
    };
    parts.by_ref().map(draw).collect_view()
}
