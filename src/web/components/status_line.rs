//! What is being done, or what went wrong.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusText {
    /// Work is under way.
    Working(String),
    /// All is well, but for one thing to know.
    Note(String),
    /// Stopped or failed: one sentence with the next step.
    Halted(String),
}

/// What is being done, with a stop button; or what went wrong, with a way to try again.
/// Style: `style/components/status-line.css`.
#[component]
pub fn StatusLine(
    /// What to say; nothing when all is well.
    status: Signal<Option<StatusText>>,
    /// The interface's words.
    words: Words,
    /// Called when the reader stops the work.
    on_stop: Callback<()>,
    /// Called when the reader tries again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let line = move || {
        status.get().map(|status| match status {
            StatusText::Working(text) => view! {
                <p class="status working"><i class="spinner" aria-hidden="true"></i>{text}
                    <button type="button" on:click=move |_| on_stop.run(())>{words.text(Key::Stop)}</button>
                </p>
            }
            .into_any(),
            StatusText::Note(text) => view! { <p class="status note">{text}</p> }.into_any(),
            StatusText::Halted(text) => view! {
                <p class="status halted">{text}
                    <button type="button" on:click=move |_| on_retry.run(())>{words.text(Key::Retry)}</button>
                </p>
            }
            .into_any(),
        })
    };
    view! { <div class="status-line" role="status">{line}</div> }
}
