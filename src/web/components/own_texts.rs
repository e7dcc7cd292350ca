//! Asks for texts of the reader's own.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// Asks for texts of the reader's own, in a dialog. Style: `style/components/own-texts.css`.
#[component]
pub fn OwnTexts(
    /// The fields.
    fields: AnyView,
    /// What is wrong with all of them together.
    complaint: Signal<Option<String>>,
    /// Whether they are being read.
    reading: Signal<bool>,
    /// Whether files are being dragged over the page.
    dragging: Signal<bool>,
    /// Whether there may be more fields.
    may_add: Signal<bool>,
    /// The interface's words.
    words: Words,
    /// Called when the reader wants one more field.
    on_add: Callback<()>,
    /// Called when the texts are to be compared.
    on_compare: Callback<()>,
    /// Called when the reader stops the reading.
    on_stop: Callback<()>,
    /// Called when the reader goes back.
    on_close: Callback<()>,
) -> impl IntoView {
    let state = move || {
        if reading.get() {
            return view! { <p class="state" role="status"><i class="spinner" aria-hidden="true"></i>{words.text(Key::OwnReading)}</p> }.into_any();
        }
        view! { <p class="state complaint" role="alert">{complaint}</p> }.into_any()
    };
    let go_back = move |_| if reading.get_untracked() { on_stop.run(()) } else { on_close.run(()) };
    let cancel = move || words.text(if reading.get() { Key::Stop } else { Key::OwnCancel });
    view! {
        <dialog id="own-dialog" class="own-texts" class:dragging=dragging aria-labelledby="own-title" on:close=move |_| on_close.run(())>
            <form method="dialog" on:submit=move |event| event.prevent_default()>
                <h2 id="own-title">{move || words.text(Key::OwnTexts)}</h2>
                <p>{move || words.text(Key::OwnIntro)}</p>
                <div class="fields">{fields}</div>
                <p class="more">
                    <button type="button" id="own-add" disabled=move || !may_add.get() on:click=move |_| on_add.run(())>{move || words.text(Key::OwnAdd)}</button>
                    <span class="quiet">{move || words.text(Key::OwnSeveral)}</span>
                </p>
                <div class="actions">
                    {state}
                    <button type="button" id="own-cancel" on:click=go_back>{cancel}</button>
                    <button type="button" class="primary" id="own-compare" disabled=reading on:click=move |_| on_compare.run(())>{move || words.text(Key::OwnCompare)}</button>
                </div>
                <p class="drop-here" aria-hidden="true">{move || words.text(Key::OwnDrop)}</p>
            </form>
        </dialog>
    }
}
