//! How sure a claim is told, as a small ladder.

use leptos::prelude::*;

use crate::present::Rung;

/// How sure a claim is told: a ladder of seven steps, filled up to the claim's, and its name.
/// Style: `style/components/rung-picture.css`.
#[component]
pub fn RungPicture(
    /// The rung.
    rung: Rung,
    /// Its name.
    text: String,
    /// Its name and place, for those who don't see the picture.
    label: String,
) -> impl IntoView {
    let height = rung.height();
    let steps = (1..=Rung::ALL.len()).map(|step| view! { <i class:on=step <= height></i> }).collect_view();
    view! {
        <span class="rung" data-rung=height>
            <span class="ladder" role="img" aria-label=label>{steps}</span>
            <span aria-hidden="true">{text}</span>
        </span>
    }
}
