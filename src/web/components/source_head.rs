//! Who published an article, when, where.

use leptos::prelude::*;

use crate::present::{Key, SourceFacts, long_date};
use crate::web::words::Words;

/// What is known of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceCard {
    /// Its letter.
    pub letter: char,
    /// Who published it.
    pub outlet: String,
    /// The day, ISO 8601.
    pub date: Option<String>,
    /// Who signs it.
    pub byline: Option<String>,
    /// The agency credited.
    pub agency: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// How many claims it alone makes.
    pub only: usize,
}

/// Who published an article, when, where. Style: `style/components/source-head.css`.
#[component]
pub fn SourceHead(
    /// What is known of the article.
    card: SourceCard,
    /// What is known of the outlet.
    facts: Signal<SourceFacts>,
    /// The interface's words.
    words: Words,
) -> impl IntoView {
    let SourceCard { letter, outlet, date, byline, agency, url, only } = card;
    let dated = move || {
        date.as_deref().map(|date| view! { <time datetime=date.to_string()>{long_date(date, words.all())}</time> })
    };
    let country = move || facts.get().country.map(|country| view! { <span>{country}</span> });
    let signed =
        move || byline.as_deref().map(|name| view! { <span>{words.fill(Key::ByLine, &[("name", name)])}</span> });
    let credited =
        move || agency.as_deref().map(|name| view! { <span>{words.fill(Key::WithAgency, &[("name", name)])}</span> });
    let count = move || words.all().count(Key::OnlyCount, only);
    let original = url.map(|url| {
        view! { <a href=url target="_blank" rel="noopener noreferrer">{move || words.text(Key::Original)}</a> }
    });
    let ownership = move || facts.get().ownership.map(|ownership| view! { <p class="ownership">{ownership}</p> });
    view! {
        <header class="source-head">
            <p class="name"><span class="letter" aria-hidden="true">{letter}</span><strong>{outlet}</strong></p>
            <p class="facts">{dated}{country}{signed}{credited}<span class="only-count">{count}</span>{original}</p>
            {ownership}
        </header>
    }
}
