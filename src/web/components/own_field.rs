//! One text of the reader's own: typed or pasted, or a file.

use leptos::prelude::*;

use crate::present::Key;
use crate::present::given::{Given, kilobytes};
use crate::web::words::Words;

/// What a field calls back with.
#[derive(Copy, Clone)]
pub struct FieldEvents {
    /// The outlet's name was typed.
    pub outlet: Callback<String>,
    /// The words were typed or pasted.
    pub text: Callback<String>,
    /// Files were chosen in its input.
    pub files: Callback<()>,
    /// The file is to be taken away.
    pub take_away: Callback<()>,
    /// The words alone are to be read, not the layout copied along.
    pub words_only: Callback<()>,
}

/// One text of the reader's own. Style: `style/components/own-field.css`.
#[component]
pub fn OwnField(
    /// Its number, from 0.
    at: usize,
    /// What it holds.
    given: Signal<Given>,
    /// What is wrong with it.
    trouble: Signal<Option<String>>,
    /// The interface's words.
    words: Words,
    /// What it calls back with.
    events: FieldEvents,
) -> impl IntoView {
    let letter = char::from(b'A' + u8::try_from(at).unwrap_or(0)).to_string();
    let [legend_letter, file_letter] = [letter.clone(), letter.clone()];
    let legend = move || words.fill(Key::OwnLetter, &[("letter", &legend_letter)]);
    let file_label = move || words.fill(Key::OwnFileFor, &[("letter", &file_letter)]);
    let has_file = Memo::new(move |_| given.with(|given| given.file().is_some()));
    let content = move || {
        if has_file.get() {
            draw_file(given, words, events.take_away).into_any()
        } else {
            draw_words(at, given, trouble, words, events.text).into_any()
        }
    };
    let layout = move || {
        (!has_file.get() && given.with(Given::has_layout)).then(|| {
            view! {
                <p class="layout">{words.text(Key::OwnLayout)}" "
                    <button type="button" class="link" on:click=move |_| events.words_only.run(())>{words.text(Key::OwnLayoutDrop)}</button>
                </p>
            }
        })
    };
    view! {
        <fieldset class="own-field" data-field=at data-letter=letter.clone()>
            <legend><span class="letter" aria-hidden="true">{letter.clone()}</span>" "{legend}</legend>
            <label>
                <span>{move || words.text(Key::OwnOutlet)}</span>
                <input type="text" id=format!("own-outlet-{at}") autocomplete="off" prop:value=move || given.with(|given| given.outlet.clone())
                    on:input=move |event| events.outlet.run(event_target_value(&event)) />
            </label>
            {content}
            {layout}
            <p class="trouble" id=format!("own-trouble-{at}") role="alert">{trouble}</p>
            <label class="file">
                <input type="file" class="visually-hidden" id=format!("own-file-{at}") multiple aria-label=file_label
                    accept=".txt,.html,.htm,.xhtml,.md,.markdown,text/plain,text/html,text/markdown"
                    on:change=move |_| events.files.run(()) />
                <span class="button" aria-hidden="true">{move || words.text(Key::OwnFile)}</span>
            </label>
        </fieldset>
    }
}

fn draw_words(
    at: usize,
    given: Signal<Given>,
    trouble: Signal<Option<String>>,
    words: Words,
    on_text: Callback<String>,
) -> impl IntoView {
    view! {
        <label>
            <span>{move || words.text(Key::OwnText)}</span>
            <textarea
                id=format!("own-text-{at}")
                rows="9"
                spellcheck="false"
                aria-describedby=format!("own-trouble-{at}")
                aria-invalid=move || trouble.with(Option::is_some).to_string()
                prop:value=move || given.with(|given| given.text().to_string())
                on:input=move |event| on_text.run(event_target_value(&event))
            ></textarea>
        </label>
    }
}

fn draw_file(given: Signal<Given>, words: Words, on_take_away: Callback<()>) -> impl IntoView {
    move || {
        given.with(|given| {
            let file = given.file()?;
            let size = words.fill(Key::OwnSize, &[("n", &kilobytes(file.bytes.len()).to_string())]);
            let label = words.fill(Key::OwnTakeAwayFile, &[("name", &file.name)]);
            Some(view! {
                <p class="given-file">
                    <strong>{file.name.clone()}</strong>
                    <span class="count">{size}</span>
                    <button type="button" aria-label=label on:click=move |_| on_take_away.run(())>{words.text(Key::OwnTakeAway)}</button>
                </p>
            })
        })
    }
}
