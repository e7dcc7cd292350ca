//! The lines of a page: what was kept, what was left out, why.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::present::Key;
use crate::present::pages::{Row, Run};
use crate::web::words::Words;

/// What the lines react with.
#[derive(Copy, Clone)]
struct Parts {
    page: usize,
    turned: Signal<BTreeMap<usize, bool>>,
    words: Words,
    on_turn: Callback<(usize, bool)>,
}

/// The lines of a page in their order, each with a control that turns the decision round; lines left out in a row are
/// folded. Style: `style/components/line-list.css`.
#[component]
pub fn LineList(
    /// The article's number.
    page: usize,
    /// The lines.
    runs: Vec<Run>,
    /// The article's language.
    lang: &'static str,
    /// The lines that the reader decided, and how.
    turned: Signal<BTreeMap<usize, bool>>,
    /// The interface's words.
    words: Words,
    /// Called with a line and whether it is to be kept.
    on_turn: Callback<(usize, bool)>,
) -> impl IntoView {
    let parts = Parts { page, turned, words, on_turn };
    view! { <div class="line-list" lang=lang>{runs.into_iter().map(|run| draw_run(run, parts)).collect_view()}</div> }
}

fn draw_run(run: Run, parts: Parts) -> AnyView {
    let Parts { turned, words, .. } = parts;
    if run.kept {
        return view! { <ul>{draw_rows(run.rows, parts)}</ul> }.into_any();
    }
    // Drawn when it is first opened: a pasted page may hold thousands of lines beside its article.
    let opened = RwSignal::new(false);
    let [told, counted] = [run.clone(), run.clone()];
    let rows = move || opened.get().then(|| view! { <ul>{draw_rows(run.rows.clone(), parts)}</ul> });
    view! {
        <details class="left-out" on:toggle=move |_| opened.set(true)>
            <summary lang=move || words.all().language.code()>
                <span class="fold-count">{move || counted.count(&turned.get(), words.all())}</span>
                <span class="reasons">{move || told.reasons(words.all())}</span>
            </summary>
            {rows}
        </details>
    }
    .into_any()
}

fn draw_rows(rows: Vec<Row>, parts: Parts) -> impl IntoView {
    rows.into_iter().map(|row| draw_row(row, parts)).collect_view()
}

fn draw_row(row: Row, parts: Parts) -> impl IntoView {
    let Parts { page, turned, words, on_turn } = parts;
    let Row { at, text, kept: found, part, why } = row;
    let own = Memo::new(move |_| turned.with(|turned| turned.get(&at).copied()));
    let kept = Memo::new(move |_| own.get().unwrap_or(found));
    let short: String = text.chars().take(60).collect();
    let label =
        move || words.fill(if kept.get() { Key::LineDropLabel } else { Key::LineKeepLabel }, &[("text", &short)]);
    let named = move || part.filter(|_| kept.get()).map(|part| view! { <b>{words.text(part)}</b> });
    let reason = move || match own.get() {
        Some(_) => view! { <span class="by-reader">{words.text(Key::ByReader)}</span> }.into_any(),
        None => view! { <span>{words.text(why)}</span> }.into_any(),
    };
    view! {
        <li class="line" class:kept=kept data-line=at>
            <p class="words">{text}</p>
            <p class="why" lang=move || words.all().language.code()>{named}" "{reason}</p>
            <button type="button" id=format!("line-{page}-{at}") lang=move || words.all().language.code() aria-label=label
                on:click=move |_| on_turn.run((at, !kept.get_untracked()))>
                {move || words.text(if kept.get() { Key::LineDrop } else { Key::LineKeep })}
            </button>
        </li>
    }
}
