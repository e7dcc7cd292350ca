//! Asks for two texts of the reader's own.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// A text as the reader gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnText {
    /// Who published it.
    pub outlet: String,
    /// The words, or a page's source.
    pub text: String,
}

/// Asks for two texts of the reader's own, in a dialog. Style: `style/components/own-texts.css`.
#[component]
pub fn OwnTexts(
    /// What is in the two fields.
    texts: [RwSignal<OwnText>; 2],
    /// The interface's words.
    words: Words,
    /// Called with the field whose file input has changed.
    on_file: Callback<usize>,
    /// Called when both texts are there.
    on_compare: Callback<()>,
    /// Called when the reader goes back.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let missing = RwSignal::new(None::<char>);
    let submit = move |_| {
        let empty = (0..2_u8).find(|at| texts[usize::from(*at)].get_untracked().text.trim().is_empty());
        missing.set(empty.map(|at| char::from(b'A' + at)));
        if empty.is_none() {
            on_compare.run(());
        }
    };
    let complaint = move || missing.get().map(|letter| words.fill(Key::OwnMissing, &[("letter", &letter.to_string())]));
    view! {
        <dialog id="own-dialog" class="own-texts" aria-labelledby="own-title" on:close=move |_| on_cancel.run(())>
            <form method="dialog" on:submit=move |event| event.prevent_default()>
                <h2 id="own-title">{move || words.text(Key::OwnTitle)}</h2>
                <p>{move || words.text(Key::OwnIntro)}</p>
                <div class="fields">
                    {draw_field(0, Key::OwnFirst, texts[0], words, on_file)}
                    {draw_field(1, Key::OwnSecond, texts[1], words, on_file)}
                </div>
                <p class="complaint" role="alert">{complaint}</p>
                <p class="actions">
                    <button type="button" on:click=move |_| on_cancel.run(())>{move || words.text(Key::OwnCancel)}</button>
                    <button type="button" class="primary" id="own-compare" on:click=submit>{move || words.text(Key::OwnCompare)}</button>
                </p>
            </form>
        </dialog>
    }
}

fn draw_field(at: usize, name: Key, text: RwSignal<OwnText>, words: Words, on_file: Callback<usize>) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{move || words.text(name)}</legend>
            <label>
                <span>{move || words.text(Key::OwnOutlet)}</span>
                <input type="text" id=format!("own-outlet-{at}") autocomplete="off" prop:value=move || text.get().outlet
                    on:input=move |event| text.update(|text| text.outlet = event_target_value(&event)) />
            </label>
            <label>
                <span>{move || words.text(Key::OwnText)}</span>
                <textarea id=format!("own-text-{at}") rows="9" spellcheck="false" prop:value=move || text.get().text
                    on:input=move |event| text.update(|text| text.text = event_target_value(&event))></textarea>
            </label>
            <label class="file">
                <span>{move || words.text(Key::OwnFile)}</span>
                <input type="file" id=format!("own-file-{at}") accept=".txt,.html,.htm,.md,text/plain,text/html" on:change=move |_| on_file.run(at) />
            </label>
        </fieldset>
    }
}
