//! The table of shared claims, then what each text alone says.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::{card, lone_items};
use crate::present::{Edition, Key, Selection};
use crate::web::components::{ClaimsTable, LoneList};
use crate::web::desk::Desk;

/// The table of shared claims, then what each text alone says.
#[component]
pub fn Claims(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let on_choose = Callback::new(move |pair| desk.choose(Selection::Pair(pair)));
    let chosen = edition.clone();
    let focus = Signal::derive(move || match desk.selection.get()? {
        Selection::Pair(pair) => chosen.pairs.get(pair).map(|pair| pair.numbers[0]),
        Selection::Lone { .. } => None,
    });
    let tabled = edition.clone();
    let table = move || {
        let words = desk.words.all();
        let rows = tabled.shared.iter().map(|shared| card(&tabled, shared, words)).collect();
        let outlets = [0, 1].map(|side| format!("{} · {}", tabled.sources[side].letter, tabled.sources[side].outlet));
        view! { <ClaimsTable rows outlets focus words=desk.words on_choose /> }
    };
    let columns = [0, 1].map(move |source| lone_section(&edition, source, desk)).into_iter().collect_view();
    view! {
        <div class="claims-view">
            <p class="quiet">{move || desk.words.text(Key::ClaimsIntro)}</p>
            <div class="table-frame" tabindex="0" role="region" aria-label=move || desk.words.text(Key::ClaimsTable)>{table}</div>
            <div class="lone-columns">{columns}</div>
        </div>
    }
}

/// « Seulement dans A · RFI » and its list.
fn lone_section(edition: &Arc<Edition>, source: usize, desk: Desk) -> impl IntoView + use<> {
    let items = lone_items(edition, &edition.only[source]);
    let (letter, outlet) = (edition.sources[source].letter.to_string(), edition.sources[source].outlet.clone());
    let heading = move || desk.words.fill(Key::OnlyIn, &[("letter", &letter), ("outlet", &outlet)]);
    let chosen = edition.clone();
    let focus = Signal::derive(move || chosen.claim_of(desk.selection.get(), source));
    let on_choose = Callback::new(move |claim| desk.choose(Selection::Lone { source, claim }));
    let none = items.is_empty().then(|| view! { <p class="quiet">{move || desk.words.text(Key::OnlyNone)}</p> });
    let lang = edition.article(source).lang.clone();
    view! {
        <section data-letter=edition.sources[source].letter.to_string()>
            <h2>{heading}</h2>
            {none}
            <LoneList source items lang focus words=desk.words on_choose />
        </section>
    }
}
