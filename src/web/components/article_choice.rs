//! Which of several articles is shown on a side.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// Which of several articles is shown on a side. Style: `style/components/source-head.css`.
#[component]
pub fn ArticleChoice(
    /// 0 on the left, 1 on the right.
    side: usize,
    /// What the articles are called.
    names: Vec<String>,
    /// The one shown.
    shown: usize,
    /// The interface's words.
    words: Words,
    /// Called with the one picked.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let option = |(at, name): (usize, String)| {
        view! { <option value=at.to_string() selected=at == shown>{name}</option> }
    };
    let options = names.into_iter().enumerate().map(option).collect_view();
    let pick = move |value: String| value.parse().into_iter().for_each(|article| on_choose.run(article));
    view! {
        <select
            class="article-choice"
            id=format!("choice-{side}")
            aria-label=move || words.fill(Key::ChooseArticle, &[("n", &(side + 1).to_string())])
            on:change=move |event| pick(event_target_value(&event))
        >
            {options}
        </select>
    }
}
