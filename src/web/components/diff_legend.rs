//! What the lines under compared words mean.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::present::{Catalogue, Key, RunKind};

/// What the lines under the words mean, as far as these passages have them. Style: `style/components/detail.css`.
#[component]
pub fn DiffLegend(
    /// All words of the passages.
    runs: Vec<RunKind>,
    /// The interface's words.
    words: &'static Catalogue,
) -> impl IntoView {
    let line = |kind: RunKind| match kind {
        RunKind::Own => None,
        RunKind::Common => Some((Key::DiffCommon, "common")),
        RunKind::Moved(_) => Some((Key::DiffMoved, "moved")),
        RunKind::Near => Some((Key::DiffNear, "near")),
    };
    let lines: BTreeSet<(Key, &str)> = runs.into_iter().filter_map(line).collect();
    let item = |(key, class)| view! { <li><span class=class>{words.text(key)}</span></li> };
    view! { <ul class="diff-legend" aria-hidden="true">{lines.into_iter().map(item).collect_view()}</ul> }
}
