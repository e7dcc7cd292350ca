//! Fine hatching in the outer margin beside what one text alone says.

use leptos::prelude::*;

use crate::present::ribbon::Extent;

/// Fine hatching beside the lines of claims without counterpart. For the eye only: lists say the same in words.
/// Style: `style/components/article-text.css`.
#[component]
pub fn MarginHatch(
    /// Where the claims stand, from the top of the text.
    extents: Signal<Vec<Extent>>,
) -> impl IntoView {
    let hatch = |extent: Extent| {
        let (top, height) = (format!("{:.1}px", extent.top), format!("{:.1}px", extent.bottom - extent.top));
        view! { <i style:top=top style:height=height></i> }
    };
    view! { <div class="hatches" aria-hidden="true">{move || extents.get().into_iter().map(hatch).collect_view()}</div> }
}
