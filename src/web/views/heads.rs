//! Above the comparison: who published each article, what was left out of it, which other ones there are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::present::pages::{counts, language_doubt};
use crate::present::{CopyView, Edition, Key, Source, notices};
use crate::web::components::{ArticleChoice, NoticeList, SourceCard, SourceHead};
use crate::web::desk::{Desk, View};
use crate::web::platform::frame::EachFrame;
use crate::web::platform::page;

/// Both sources and how much they share.
#[component]
pub fn Heads(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let shared = edition.shared.len();
    let count = move || desk.words.all().count(Key::SharedCount, shared);
    view! {
        <div class="heads">{head(&edition, 0, desk)}<p class="shared-count">{count}</p>{head(&edition, 1, desk)}</div>
        {draw_notices(edition, desk)}
    }
}

/// Another language, a doubtful one, one dispatch printed twice.
fn draw_notices(edition: Arc<Edition>, desk: Desk) -> impl IntoView {
    move || {
        let words = desk.words.all();
        let copied = CopyView::of(&edition, words).map(|it| {
            let prose = it.passages.iter().any(|passage| !passage.quotation);
            (prose.then(|| words.text(Key::KindCopy).to_string()), it.sentence)
        });
        let whole = notices(&edition, words).into_iter().map(|sentence| (None, sentence));
        let doubt = |source: &Source| {
            let arrival = desk.arrivals.with(|all| all.get(source.article).cloned())?;
            let corrected = desk.job.with(|job| job.correction(&arrival).language.is_some());
            language_doubt(source.letter, &arrival.found, words).filter(|_| !corrected)
        };
        let doubts = edition.sources.iter().filter_map(doubt).map(|sentence| (None, sentence));
        view! { <NoticeList notices=whole.chain(doubts).chain(copied).collect() /> }
    }
}

fn head(edition: &Edition, side: usize, desk: Desk) -> impl IntoView + use<> {
    let source = &edition.sources[side];
    let article = source.article;
    let card = SourceCard {
        letter: source.letter,
        outlet: source.outlet.clone(),
        date: edition.article(side).date.clone(),
        only: edition.only[side].len(),
    };
    let country = Signal::derive(move || desk.facts(side).country);
    let left_out = Signal::derive(move || {
        let job = desk.job.get();
        desk.arrivals.with(|all| {
            let arrival = all.get(article)?;
            Some(counts(&arrival.found.lines, &job.correction(arrival).lines).1)
        })
    });
    let on_left_out = Callback::new(move |()| {
        desk.view.set(View::Pages);
        EachFrame::new(move || {
            page::focus(&format!("page-{article}"));
            page::bring(&format!("page-{article}"));
        })
        .ask();
    });
    view! {
        <div class="head" data-letter=source.letter.to_string()>
            <SourceHead card country left_out words=desk.words on_left_out />
            {choice(edition, side, desk)}
        </div>
    }
}

/// Where there are more than two articles: which one is shown here.
fn choice(edition: &Edition, side: usize, desk: Desk) -> Option<impl IntoView + use<>> {
    let articles = &edition.document.articles;
    let name = |(at, article): (usize, &crate::exchange::contract::Article)| {
        let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
        let known = article.outlet.as_ref().or(article.title.as_ref());
        known.map_or_else(|| letter.to_string(), |known| format!("{letter} · {known}"))
    };
    let names: Vec<String> = articles.iter().enumerate().map(name).collect();
    let on_choose = Callback::new(move |article| desk.show(side, article));
    let shown = edition.sources[side].article;
    (names.len() > 2).then(|| view! { <ArticleChoice side names shown words=desk.words on_choose /> })
}
