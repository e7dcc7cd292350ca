//! The names of each thing: a row each, a column per source.

use leptos::prelude::*;

use super::name_uses::NameUses;
use crate::present::Key;
use crate::present::names::{NameCell, NameRow, NameUse};
use crate::web::words::Words;

/// The names of each thing: a row each, a column per source. Style: `style/components/names-table.css`.
#[component]
pub fn NamesTable(
    /// One row a thing.
    rows: Vec<NameRow>,
    /// Letter and name of each source, and its language.
    sources: [(char, String, String); 2],
    /// The label whose sentences are open.
    open: RwSignal<Option<usize>>,
    /// The interface's words.
    words: Words,
    /// Called with the use that the reader follows into the texts.
    on_choose: Callback<NameUse>,
) -> impl IntoView {
    let catalogue = words.now();
    let head = |(letter, outlet, _): (char, String, String)| {
        view! { <th scope="col" data-letter=letter.to_string()><span class="letter small" aria-hidden="true">{letter}</span>{outlet}</th> }
    };
    let heads = sources.clone().map(head).into_iter().collect_view();
    let body = rows.into_iter().map(move |row| draw_row(row, sources.clone(), open, words, on_choose)).collect_view();
    view! {
        <table class="names-table">
            <caption class="visually-hidden">{catalogue.text(Key::NamesTable)}</caption>
            <thead><tr><th scope="col">{catalogue.text(Key::NamesColumn)}</th>{heads}</tr></thead>
            {body}
        </table>
    }
}

fn draw_row(
    row: NameRow,
    sources: [(char, String, String); 2],
    open: RwSignal<Option<usize>>,
    words: Words,
    on_choose: Callback<NameUse>,
) -> impl IntoView {
    let label = row.label;
    let is_open = move || open.get() == Some(label);
    let toggle = move |_| open.update(|open| *open = (*open != Some(label)).then_some(label));
    let name = words.now().fill(Key::NamesOpen, &[("name", &row.referent)]);
    let cells = (0..2).map(|side| draw_cell(&row.sides[side], &sources[side], words)).collect_view();
    let detail = move || {
        is_open().then(|| {
            let (sides, why) = (row.sides.clone(), row.why.clone());
            view! {
                <tr class="uses" id=format!("uses-{label}")><td colspan="3">
                    <p class="quiet">{why}</p>
                    <NameUses sides sources=sources.clone() words on_choose />
                </td></tr>
            }
        })
    };
    view! {
        <tbody class:is-open=is_open>
            <tr>
                <th scope="row">
                    <button type="button" class="unfold" aria-label=name aria-controls=format!("uses-{label}")
                        aria-expanded=move || is_open().to_string() on:click=toggle>{row.referent.clone()}</button>
                    <span class="kind">{row.kind}</span>
                </th>
                {cells}
            </tr>
            {detail}
        </tbody>
    }
}

/// The names of one source with their counts.
fn draw_cell(names: &[NameCell], (letter, _, lang): &(char, String, String), words: Words) -> impl IntoView + use<> {
    let name = |name: &NameCell| {
        let shared = name.shared.then(|| {
            view! { <span class="visually-hidden">" ("{words.now().text(Key::NamesShared).to_string()}")"</span> }
        });
        let count = format!("× {}", name.uses.len());
        view! { <li class:own=!name.shared><span class="words">{name.words.clone()}</span>" "<span class="count">{count}</span>{shared}</li> }
    };
    view! { <td lang=lang.clone() data-letter=letter.to_string()><ul>{names.iter().map(name).collect_view()}</ul></td> }
}
