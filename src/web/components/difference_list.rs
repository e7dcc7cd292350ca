//! What changes from one passage to the other.

use leptos::prelude::*;

use crate::present::detail::{DifferenceLine, MarkLine};

/// What changes, a sentence each. Style: `style/components/detail.css`.
#[component]
pub fn DifferenceList(
    /// The differences.
    differences: Vec<DifferenceLine>,
    /// What is said where there are none.
    none: &'static str,
) -> impl IntoView {
    if differences.is_empty() {
        return view! { <p class="quiet">{none}</p> }.into_any();
    }
    let line = |line: DifferenceLine| {
        view! { <li><span class="kind">{line.name}</span><span>{line.sentence}</span></li> }
    };
    view! { <ul class="differences">{differences.into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// The marks in a passage, told. Style: `style/components/detail.css`.
#[component]
pub fn MarkList(
    /// The source's letter.
    letter: char,
    /// The marks.
    marks: Vec<MarkLine>,
) -> impl IntoView {
    let line = move |line: MarkLine| {
        view! {
            <li data-letter=letter.to_string()>
                <span class="letter small">{letter}</span>
                <span class="kind">{line.name}</span>
                <q>{line.text}</q>
                <span class="note">{line.note}</span>
            </li>
        }
    };
    marks.into_iter().map(line).collect_view()
}
