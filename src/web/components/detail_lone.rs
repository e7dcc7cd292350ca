//! The panel for a passage without counterpart.

use leptos::prelude::*;

use super::detail_side::DetailSide;
use super::difference_list::MarkList;
use crate::present::detail::LoneDetail;
use crate::present::{Catalogue, Key};

/// The panel for a passage without counterpart: what that means, and the nearest candidate.
/// Style: `style/components/detail.css`.
#[component]
pub fn DetailLone(
    /// What to show.
    detail: LoneDetail,
    /// The interface's words.
    words: &'static Catalogue,
    /// Called when the reader closes the panel.
    on_close: Callback<()>,
) -> impl IntoView {
    let LoneDetail { heading, note, side, nearest_heading, nearest } = detail;
    let marks = (!side.marks.is_empty()).then(|| {
        let marks = view! { <MarkList letter=side.letter marks=side.marks.clone() /> };
        view! { <h3>{words.text(Key::DetailMarks)}</h3><ul class="mark-list">{marks}</ul> }
    });
    view! {
        <header class="detail-head">
            <span class="hatch-badge" aria-hidden="true"></span>
            <h2 id="detail-heading" tabindex="-1">{heading}</h2>
            <button type="button" class="close" aria-label=words.text(Key::DetailClose) on:click=move |_| on_close.run(())>"✕"</button>
        </header>
        <div class="detail-body lone">
            <div class="passages"><DetailSide side words compared=false /></div>
            <div class="changes"><p>{note}</p>{marks}</div>
            <div class="why nearest">
                <h3>{nearest_heading}</h3>
                {nearest.map(|side| view! { <DetailSide side words /> })}
            </div>
        </div>
    }
}
