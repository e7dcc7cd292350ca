//! The shared claims as a table.

use leptos::prelude::*;

use super::claim_card::CardData;
use super::difference_list::DifferenceList;
use super::marked_text::MarkedText;
use crate::present::{Catalogue, Key, Piece};
use crate::web::words::Words;

/// The shared claims: a row each, a column per source. Style: `style/components/claims-table.css`.
#[component]
pub fn ClaimsTable(
    /// The shared claims.
    rows: Vec<CardData>,
    /// What the sources are called.
    outlets: [String; 2],
    /// The number of the claim in focus.
    focus: Signal<Option<usize>>,
    /// The interface's words.
    words: Words,
    /// Called with the pair that the reader opens.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let catalogue = words.now();
    let heads = outlets.map(|outlet| view! { <th scope="col">{outlet}</th> });
    let row = move |row: CardData| draw_row(row, focus, words, catalogue, on_choose);
    view! {
        <table class="claims-table">
            <caption class="visually-hidden">{catalogue.text(Key::ClaimsTable)}</caption>
            <thead><tr>
                <th scope="col">{catalogue.text(Key::ColumnNumber)}</th>
                {heads.into_iter().collect_view()}
                <th scope="col">{catalogue.text(Key::ColumnChanges)}</th>
                <th scope="col">{catalogue.text(Key::ColumnLink)}</th>
            </tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn draw_row(
    row: CardData,
    focus: Signal<Option<usize>>,
    words: Words,
    catalogue: &'static Catalogue,
    on_choose: Callback<usize>,
) -> impl IntoView {
    let CardData { number, pair, confidence, confidence_text, sides, differences } = row;
    let label = catalogue.fill(Key::OpenClaim, &[("number", &number.to_string())]);
    let passage = move |pieces: Vec<Piece>| view! { <p><MarkedText pieces words /></p> };
    let cell = move |side: super::claim_card::CardSide| {
        view! { <td lang=side.lang class="words">{side.passages.into_iter().map(passage).collect_view()}</td> }
    };
    view! {
        <tr class:is-focus=move || focus.get() == Some(number)>
            <th scope="row">
                <button type="button" class="number" id=format!("row-{pair}") data-number=number aria-label=label
                    aria-pressed=move || (focus.get() == Some(number)).to_string()
                    on:click=move |_| on_choose.run(pair)></button>
            </th>
            {sides.map(cell).into_iter().collect_view()}
            <td><DifferenceList differences none=catalogue.text(Key::DetailNoChanges) /></td>
            <td><span class=format!("confidence {}", confidence.code())><i aria-hidden="true"></i>{confidence_text}</span></td>
        </tr>
    }
}
