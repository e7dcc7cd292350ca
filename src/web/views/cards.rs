//! The comparison as one column of cards, for narrow screens.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::{card, lone_items};
use crate::present::cards::{CardItem, cards};
use crate::present::{Edition, Key, Lone, Selection};
use crate::web::components::{ClaimCard, LoneList};
use crate::web::desk::Desk;

/// One card per shared claim; between cards, folds of what one text alone says there.
#[component]
pub fn Cards(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let on_choose = Callback::new(move |pair| desk.choose(Selection::Pair(pair)));
    let items = move || {
        let words = desk.words.all();
        let draw = |item: CardItem| match item {
            CardItem::Shared(at) => {
                let card = card(&edition, &edition.shared[at], words);
                view! { <ClaimCard card words=desk.words on_choose /> }.into_any()
            }
            CardItem::Lone { source, claims } => fold(&edition, source, &claims, desk).into_any(),
        };
        cards(&edition).into_iter().map(draw).collect_view()
    };
    view! { <div class="cards">{items}</div> }
}

fn fold(edition: &Arc<Edition>, source: usize, claims: &[Lone], desk: Desk) -> impl IntoView + use<> {
    let items = lone_items(edition, claims);
    let letter = edition.sources[source].letter.to_string();
    let heading = desk.words.fill(Key::OnlyIn, &[("letter", &letter), ("outlet", &edition.sources[source].outlet)]);
    let chosen = edition.clone();
    let focus = Signal::derive(move || chosen.claim_of(desk.selection.get(), source));
    let on_choose = Callback::new(move |claim| desk.choose(Selection::Lone { source, claim }));
    let lang = edition.article(source).lang.clone();
    view! {
        <details class="fold" data-letter=letter>
            <summary>{heading}<span class="count">{items.len()}</span></summary>
            <LoneList source items lang focus words=desk.words on_choose />
        </details>
    }
}
