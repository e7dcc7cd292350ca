//! Why two passages are linked.

use leptos::prelude::*;

use crate::present::detail::EvidenceLine;

/// Why two passages are linked, strongest reason first. Style: `style/components/detail.css`.
#[component]
pub fn EvidenceList(
    /// The reasons.
    evidence: Vec<EvidenceLine>,
) -> impl IntoView {
    let line = |line: EvidenceLine| {
        let [a, b] = line.words;
        let second = (!b.is_empty()).then(|| view! { <span class="tilde" aria-hidden="true">"~"</span><q>{b}</q> });
        let weight = format!("{:.0}%", line.weight.clamp(0.0, 1.0) * 100.0);
        view! {
            <li>
                <span class="words"><q>{a}</q>{second}</span>
                <span class="reason">{line.name}</span>
                <span class="weight" aria-hidden="true"><i style:width=weight></i></span>
            </li>
        }
    };
    view! { <ul class="evidence">{evidence.into_iter().map(line).collect_view()}</ul> }
}
