//! A shared claim as a card, for narrow screens.

use leptos::prelude::*;

use super::difference_list::DifferenceList;
use super::marked_text::MarkedText;
use crate::present::detail::DifferenceLine;
use crate::present::{Confidence, Key, Piece};
use crate::web::words::Words;

/// One source's words in a card or a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CardSide {
    /// Its letter.
    pub letter: char,
    /// Who published it.
    pub outlet: String,
    /// Its language.
    pub lang: String,
    /// Its passages, with their marks.
    pub passages: Vec<Vec<Piece>>,
}

/// A shared claim in short.
#[derive(Clone, Debug, PartialEq)]
pub struct CardData {
    /// Its number.
    pub number: usize,
    /// Its first pair.
    pub pair: usize,
    /// How sure the link is.
    pub confidence: Confidence,
    /// In words.
    pub confidence_text: String,
    /// Both sources' words.
    pub sides: [CardSide; 2],
    /// What changes.
    pub differences: Vec<DifferenceLine>,
}

/// A shared claim as a card: A's words, B's words, what changes. Style: `style/components/claim-card.css`.
#[component]
pub fn ClaimCard(
    /// What to show.
    card: CardData,
    /// The interface's words.
    words: Words,
    /// Called with the pair that the reader opens.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let CardData { number, pair, confidence, confidence_text, sides, differences } = card;
    let catalogue = words.now();
    let heading = catalogue.fill(Key::DetailPair, &[("number", &number.to_string())]);
    let changes = (!differences.is_empty()).then(|| view! { <DifferenceList differences none="" /> });
    view! {
        <article class="card">
            <h2>
                <button type="button" class="number" id=format!("card-{pair}") data-number=number aria-label=heading.clone()
                    on:click=move |_| on_choose.run(pair)></button>
                <span aria-hidden="true">{heading}</span>
                <span class=format!("confidence {}", confidence.code())><i aria-hidden="true"></i>{confidence_text}</span>
            </h2>
            {sides.map(|side| draw_side(side, words)).into_iter().collect_view()}
            {changes}
            <button type="button" class="open" on:click=move |_| on_choose.run(pair)>{catalogue.text(Key::CardOpen)}</button>
        </article>
    }
}

/// One source's words.
pub(super) fn draw_side(side: CardSide, words: Words) -> impl IntoView {
    let passage = move |pieces: Vec<Piece>| view! { <p><MarkedText pieces words /></p> };
    view! {
        <figure class="passage" data-letter=side.letter.to_string()>
            <figcaption><span class="letter" aria-hidden="true">{side.letter}</span><strong>{side.outlet}</strong></figcaption>
            <blockquote lang=side.lang>{side.passages.into_iter().map(passage).collect_view()}</blockquote>
        </figure>
    }
}
