//! One passage in the panel.

use leptos::prelude::*;

use super::rung_picture::RungPicture;
use crate::present::detail::SideDetail;
use crate::present::{Catalogue, DiffRun, Key, RunKind};

/// One passage in the panel: who says it, how surely, in which words.
/// Style: `style/components/detail.css`.
#[component]
pub fn DetailSide(
    /// The passage.
    side: SideDetail,
    /// The interface's words.
    words: &'static Catalogue,
    /// Whether the words that both passages have are told apart.
    #[prop(default = true)]
    compared: bool,
) -> impl IntoView {
    let SideDetail { letter, outlet, lang, runs, compared: told, rung, rung_text, rung_label, voice, .. } = side;
    let run = move |run: DiffRun| if compared { draw(run, words) } else { run.text.into_any() };
    view! {
        <figure class="passage" data-letter=letter.to_string()>
            <figcaption>
                <span class="letter" aria-hidden="true">{letter}</span>
                <strong>{outlet}</strong>
                <span class="voice">{voice}</span>
                <RungPicture rung text=rung_text label=rung_label />
            </figcaption>
            <blockquote lang=lang>{runs.into_iter().map(run).collect_view()}</blockquote>
            {compared.then(|| view! { <p class="visually-hidden">{told}</p> })}
        </figure>
    }
}

fn draw(run: DiffRun, words: &Catalogue) -> AnyView {
    match run.kind {
        RunKind::Own => run.text.into_any(),
        RunKind::Common => view! { <b class="common">{run.text}</b> }.into_any(),
        RunKind::Near => view! { <span class="near">{run.text}</span> }.into_any(),
        RunKind::Moved(number) => {
            let told = words.fill(Key::DiffMovedNumber, &[("n", &number.to_string())]);
            view! {
                <span class="moved">{run.text}</span>
                <sup class="moved-number" aria-hidden="true" title=told.clone()>{format!("⇄{number}")}</sup>
            }
            .into_any()
        }
    }
}
