//! The sentences in which names stand, and beside them the same with the other source's name.

use leptos::prelude::*;

use crate::present::Key;
use crate::present::names::{NameCell, NameUse, SwapLine};
use crate::web::words::Words;

/// The sentences in which names stand, source by source. Style: `style/components/names-table.css`.
#[component]
pub fn NameUses(
    /// The names of each source.
    sides: [Vec<NameCell>; 2],
    /// Letter and name of each source, and its language.
    sources: [(char, String, String); 2],
    /// The interface's words.
    words: Words,
    /// Called with the use that the reader follows into the texts.
    on_choose: Callback<NameUse>,
) -> impl IntoView {
    let side = move |(cells, (letter, outlet, lang)): (Vec<NameCell>, (char, String, String))| {
        let uses = cells.into_iter().flat_map(|cell| cell.uses);
        let item = move |it: NameUse| draw_use(it, letter, &lang, words, on_choose);
        view! {
            <section class="side" data-letter=letter.to_string()>
                <h2><span class="letter small" aria-hidden="true">{letter}</span>{outlet}</h2>
                <ul>{uses.map(item).collect_view()}</ul>
            </section>
        }
    };
    sides.into_iter().zip(sources).map(side).collect_view()
}

fn draw_use(
    it: NameUse,
    letter: char,
    lang: &str,
    words: Words,
    on_choose: Callback<NameUse>,
) -> impl IntoView + use<> {
    let (letter, lang) = (letter.to_string(), lang.to_string());
    let name = it.sentence.iter().find(|(_, name)| *name).map(|(words, _)| words.clone()).unwrap_or_default();
    let label = words.now().fill(Key::NamesLead, &[("lead", &it.lead), ("words", &name), ("letter", &letter)]);
    let lead = it.lead.clone();
    let piece = |(words, name): (String, bool)| {
        if name { view! { <b class="name">{words}</b> }.into_any() } else { words.into_any() }
    };
    let sentence = it.sentence.clone().into_iter().map(piece).collect_view();
    let said_by = it.said_by.clone().map(|said| view! { <span class="quiet">{said}</span> });
    let swap = it.swap.clone().map(|swap| draw_swap(swap, lang.clone()));
    let follow = it.claim.is_some().then(|| {
        view! { <button type="button" class="link" aria-label=label on:click=move |_| on_choose.run(it.clone())>{lead}</button> }
    });
    view! {
        <li>
            <div class="sentence"><p lang=lang>{sentence}</p><p class="about">{follow}{said_by}</p></div>
            {swap}
        </li>
    }
}

fn draw_swap(swap: SwapLine, lang: String) -> impl IntoView {
    let piece = |(words, changed): (String, bool)| {
        if changed { view! { <ins>{words}</ins> }.into_any() } else { words.into_any() }
    };
    let sentence = swap.sentence.into_iter().map(piece).collect_view();
    let doubt = swap.doubt.clone().map(|doubt| view! { <p class="quiet">{doubt}</p> });
    let heading = swap.doubt.is_none().then(|| view! { <p class="about">{swap.heading}</p> });
    view! { <div class="swap">{heading}<p lang=lang>{sentence}</p>{doubt}</div> }
}
