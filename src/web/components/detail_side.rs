//! One passage in the panel.

use leptos::prelude::*;

use super::rung_picture::RungPicture;
use crate::present::detail::SideDetail;

/// One passage in the panel: who says it, how surely, in which words.
/// Style: `style/components/detail.css`.
#[component]
pub fn DetailSide(
    /// The passage.
    side: SideDetail,
    /// Whether the words that both passages have are told apart.
    #[prop(default = true)]
    compared: bool,
) -> impl IntoView {
    let SideDetail { letter, outlet, lang, runs, rung, rung_text, rung_label, voice, .. } = side;
    let run = move |run: crate::present::DiffRun| {
        if run.common && compared { view! { <b class="common">{run.text}</b> }.into_any() } else { run.text.into_any() }
    };
    view! {
        <figure class="passage" data-letter=letter.to_string()>
            <figcaption>
                <span class="letter" aria-hidden="true">{letter}</span>
                <strong>{outlet}</strong>
                <span class="voice">{voice}</span>
                <RungPicture rung text=rung_text label=rung_label />
            </figcaption>
            <blockquote lang=lang>{runs.into_iter().map(run).collect_view()}</blockquote>
        </figure>
    }
}
