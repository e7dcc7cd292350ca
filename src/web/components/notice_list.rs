//! What the reader should know of a comparison as a whole.

use leptos::prelude::*;

/// What the reader should know of a comparison as a whole, a sentence each.
/// Style: `style/components/notice-list.css`.
#[component]
pub fn NoticeList(
    /// The sentences, each with what it is about in two or three words, if that helps.
    notices: Vec<(Option<String>, String)>,
) -> impl IntoView {
    let notice = |(about, sentence): (Option<String>, String)| {
        view! { <li>{about.map(|about| view! { <b>{about}</b>" · " })}{sentence}</li> }
    };
    (!notices.is_empty())
        .then(|| view! { <ul class="notice-list">{notices.into_iter().map(notice).collect_view()}</ul> })
}
