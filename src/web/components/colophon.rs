//! Below an article: who signs it, whose pictures, who owns the outlet.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imprint {
    /// Who signs it, as written.
    pub byline: Option<String>,
    /// The agency credited.
    pub agency: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Captions and photo credits.
    pub captions: Vec<String>,
    /// Its language.
    pub lang: String,
}

/// Below an article: who signs it, whose pictures, who owns the outlet. Style: `style/components/colophon.css`.
#[component]
pub fn Colophon(
    /// What is known of the article.
    imprint: Imprint,
    /// Who owns the outlet.
    ownership: Signal<Option<String>>,
    /// The interface's words.
    words: Words,
) -> impl IntoView {
    let Imprint { byline, agency, url, captions, lang } = imprint;
    let signed = byline.map(|name| view! { <p>{move || words.fill(Key::ByLine, &[("name", &name)])}</p> });
    let credited = agency.map(|name| view! { <p>{move || words.fill(Key::WithAgency, &[("name", &name)])}</p> });
    let original = url.map(|url| {
        view! { <p><a href=url target="_blank" rel="noopener noreferrer">{move || words.text(Key::Original)}</a></p> }
    });
    let pictures = (!captions.is_empty()).then(|| {
        let list = captions.into_iter().map(|caption| view! { <li>{caption}</li> }).collect_view();
        view! { <details><summary>{move || words.text(Key::Captions)}</summary><ul lang=lang>{list}</ul></details> }
    });
    let owned = move || ownership.get().map(|ownership| view! { <p>{ownership}</p> });
    view! { <div class="colophon">{signed}{credited}{owned}{original}{pictures}</div> }
}
