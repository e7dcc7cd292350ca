//! Who published an article, when, where.

use leptos::prelude::*;

use crate::present::{Key, long_date};
use crate::web::words::Words;

/// What the head of an article says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceCard {
    /// Its letter.
    pub letter: char,
    /// Who published it.
    pub outlet: String,
    /// The day, ISO 8601.
    pub date: Option<String>,
    /// How many claims it alone makes.
    pub only: usize,
}

/// Who published an article, when, where. Style: `style/components/source-head.css`.
#[component]
pub fn SourceHead(
    /// What is known of the article.
    card: SourceCard,
    /// In which country the outlet is at home.
    country: Signal<Option<String>>,
    /// How many lines of its page were left out.
    left_out: Signal<Option<usize>>,
    /// The interface's words.
    words: Words,
    /// Called when the reader wants to see them.
    on_left_out: Callback<()>,
) -> impl IntoView {
    let SourceCard { letter, outlet, date, only } = card;
    let dated = move || {
        date.as_deref().map(|date| view! { <time datetime=date.to_string()>{long_date(date, words.all())}</time> })
    };
    let from = move || country.get().map(|country| view! { <span>{country}</span> });
    let count = move || words.all().count(Key::OnlyCount, only);
    // Where nobody knows the outlet, the letter is its name: said once.
    let named = (outlet != letter.to_string()).then(|| view! { <strong>{outlet}</strong> });
    let hint = move || words.fill(Key::PagesOpen, &[("letter", &letter.to_string())]);
    let left_out = move || {
        left_out.get().filter(|count| *count > 0).map(|left_out| {
            view! {
                <span><button type="button" class="link left-out" title=hint on:click=move |_| on_left_out.run(())>
                    {words.all().count(Key::PagesDropped, left_out)}
                    <span class="visually-hidden">" · "{words.fill(Key::OwnLetter, &[("letter", &letter.to_string())])}</span>
                </button></span>
            }
        })
    };
    view! {
        <header class="source-head">
            <span class="letter" aria-hidden="true">{letter}</span>
            {named}
            <span class="facts">{dated}{from}<span class="only-count">{count}</span>{left_out}</span>
        </header>
    }
}
