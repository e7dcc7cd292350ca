//! What was found in each page, and what became of each of its lines; whatever is put right is compared again at once.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::exchange::reading::Correction;
use crate::job::Arrival;
use crate::present::Key;
use crate::present::facts::Fact;
use crate::present::pages::{counts_text, runs};
use crate::web::components::{LineList, PageFacts};
use crate::web::desk::{Desk, Status};
use crate::web::work;

/// All pages read, side by side. Style: `style/components/pages.css`.
#[component]
pub fn Pages(
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let words = desk.words;
    let pages =
        move || desk.arrivals.get().into_iter().enumerate().map(|(at, it)| draw_page(at, it, desk)).collect_view();
    let refining = Memo::new(move |_| desk.status.get() == Status::Refining);
    let shared =
        move || desk.edition.with(|it| it.as_ref().map(|it| words.all().count(Key::SharedCount, it.shared.len())));
    let state = move || if refining.get() { Some(words.text(Key::PagesUpdating).to_string()) } else { shared() };
    view! {
        <div class="pages-view" aria-busy=move || refining.get().to_string()>
            <p class="pages-intro"><span>{move || words.text(Key::PagesIntro)}</span><span class="state">{state}</span></p>
            <div class="pages">{pages}</div>
        </div>
    }
}

fn draw_page(at: usize, arrival: Arrival, desk: Desk) -> impl IntoView {
    let words = desk.words;
    let page = StoredValue::new(arrival);
    let correction = Memo::new(move |_| desk.job.with(|job| page.with_value(|page| job.correction(page))));
    let turned = Signal::derive(move || correction.with(|it| it.lines.clone()));
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)).to_string();
    let found = page.with_value(|page| page.found.clone());
    let runs = runs(&found.lines);
    let lang = found.language.code();
    let lang = if lang == "other" { "" } else { lang };
    let is_clean = found.lines.iter().all(|line| line.kind.is_kept());
    let note = move || is_clean.then(|| view! { <p class="quiet">{words.text(Key::PagesClean)}</p> });
    let outlet_found = found.outlet.clone();
    let outlet = move || correction.with(|it| it.outlet.clone()).or_else(|| outlet_found.clone()).unwrap_or_default();
    let counts = move || page.with_value(|page| counts_text(&page.found.lines, &turned.get(), words.all()));
    view! {
        <section class="page" data-letter=letter.clone() aria-labelledby=format!("page-{at}")>
            <header>
                <h2 id=format!("page-{at}") tabindex="-1"><span class="letter">{letter.clone()}</span>" "{outlet}</h2>
                <p class="page-counts">{counts}</p>
            </header>
            {facts(at, page, correction, desk)}
            <h3>{move || words.text(Key::PagesLines)}</h3>
            {note}
            <LineList page=at runs lang turned words on_turn=on_turn(page, desk) />
        </section>
    }
}

fn on_turn(page: StoredValue<Arrival>, desk: Desk) -> Callback<(usize, bool)> {
    Callback::new(move |(line, keep): (usize, bool)| {
        let arrival = page.get_value();
        let found = arrival.found.lines.get(line).is_some_and(|line| line.kind.is_kept());
        let mut turned: BTreeMap<usize, bool> = desk.job.with_untracked(|job| job.correction(&arrival).lines);
        if keep == found {
            turned.remove(&line);
        } else {
            turned.insert(line, keep);
        }
        let words = desk.words.now();
        let counts = counts_text(&arrival.found.lines, &turned, words);
        let said = if keep { Key::LineKept } else { Key::LineDropped };
        desk.announcement.set(words.fill(said, &[("counts", &counts)]));
        work::correct(desk, &arrival, |correction| correction.lines = turned);
    })
}

fn facts(at: usize, page: StoredValue<Arrival>, correction: Memo<Correction>, desk: Desk) -> impl IntoView {
    let on_fact = Callback::new(move |(fact, said): (Fact, Option<String>)| {
        work::correct(desk, &page.get_value(), |correction| *fact.corrected(correction) = said);
    });
    let on_language = Callback::new(move |picked| {
        work::correct(desk, &page.get_value(), |correction| correction.language = picked);
    });
    let found = page.with_value(|page| page.found.clone());
    view! { <PageFacts at found correction=correction.into() words=desk.words on_fact on_language>{undo(at, page, correction, desk)}</PageFacts> }
}

/// Takes all corrections of a page back.
fn undo(at: usize, page: StoredValue<Arrival>, correction: Memo<Correction>, desk: Desk) -> impl IntoView {
    let take_back = move |_| {
        work::correct(desk, &page.get_value(), |correction| *correction = Correction::default());
        crate::web::platform::page::focus(&format!("page-{at}"));
    };
    move || {
        (!correction.with(Correction::is_empty)).then(|| {
            view! { <button type="button" class="undo" on:click=take_back>{desk.words.text(Key::PagesUndo)}</button> }
        })
    }
}
