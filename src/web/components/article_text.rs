//! An article with its claims and marks.

use leptos::prelude::*;

use super::marked_text::MarkedText;
use crate::present::{ClaimAt, Key, Source, Stretch, TextBlock};
use crate::web::words::Words;

/// What all parts of an article share.
#[derive(Copy, Clone)]
struct Parts {
    side: usize,
    letter: char,
    focus: Signal<Option<usize>>,
    hover: Signal<Option<usize>>,
    words: Words,
    on_choose: Callback<usize>,
    on_hover: Callback<Option<usize>>,
}

/// An article with its claims and marks. Claims can be clicked; shared ones carry a button with their number.
/// Style: `style/components/article-text.css`.
#[component]
pub fn ArticleText(
    /// The article.
    source: Source,
    /// 0 on the left, 1 on the right.
    side: usize,
    /// Its language.
    lang: String,
    /// The claim in focus.
    focus: Signal<Option<usize>>,
    /// The claim under the pointer, or the counterpart of it.
    hover: Signal<Option<usize>>,
    /// The interface's words.
    words: Words,
    /// Called with the claim that the reader picks.
    on_choose: Callback<usize>,
    /// Called with the claim that the pointer enters, and with none when it leaves.
    on_hover: Callback<Option<usize>>,
) -> impl IntoView {
    let parts = Parts { side, letter: source.letter, focus, hover, words, on_choose, on_hover };
    let claims = source.claims;
    let blocks = source.blocks.into_iter().map(|block| draw_block(block, &claims, parts)).collect_view();
    view! { <div class="article" lang=lang>{blocks}</div> }
}

fn draw_block(block: TextBlock, claims: &[ClaimAt], parts: Parts) -> AnyView {
    let inner = block.stretches.into_iter().map(|stretch| draw_stretch(stretch, claims, parts)).collect_view();
    match block.kind.as_str() {
        "title" => view! { <h2 class="title">{inner}</h2> }.into_any(),
        "lead" => view! { <p class="lead">{inner}</p> }.into_any(),
        "heading" => view! { <h3>{inner}</h3> }.into_any(),
        _ => view! { <p>{inner}</p> }.into_any(),
    }
}

fn draw_stretch(stretch: Stretch, claims: &[ClaimAt], parts: Parts) -> AnyView {
    let words = parts.words;
    let text = view! { <MarkedText pieces=stretch.pieces words /> };
    let Some(claim) = stretch.claim else { return text.into_any() };
    let shared = claims.get(claim).and_then(|at| at.number);
    let button = shared.filter(|_| stretch.opens).map(|number| draw_number(claim, number, parts));
    let Parts { focus, hover, on_choose, on_hover, .. } = parts;
    view! {
        {button}
        <span
            class=if shared.is_some() { "claim shared" } else { "claim lone" }
            class:is-focus=move || focus.get() == Some(claim)
            class:is-hover=move || hover.get() == Some(claim)
            data-claim=claim
            on:click=move |_| on_choose.run(claim)
            on:pointerenter=move |_| on_hover.run(Some(claim))
            on:pointerleave=move |_| on_hover.run(None)
        >
            {text}
        </span>
    }
    .into_any()
}

/// The number in the margin, joined to its counterpart by a ribbon.
fn draw_number(claim: usize, number: usize, parts: Parts) -> impl IntoView {
    let Parts { side, letter, focus, hover, words, on_choose, on_hover } = parts;
    let label =
        move || words.fill(Key::NumberLabel, &[("number", &number.to_string()), ("letter", &letter.to_string())]);
    view! {
        <button
            type="button"
            class="number"
            id=format!("number-{side}-{claim}")
            class:is-focus=move || focus.get() == Some(claim)
            class:is-hover=move || hover.get() == Some(claim)
            data-claim=claim
            data-number=number
            aria-label=label
            aria-pressed=move || (focus.get() == Some(claim)).to_string()
            on:click=move |_| on_choose.run(claim)
            on:pointerenter=move |_| on_hover.run(Some(claim))
            on:pointerleave=move |_| on_hover.run(None)
        ></button>
    }
}
