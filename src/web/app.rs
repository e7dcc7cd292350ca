//! The application: starts the comparison, lays out bar, views and panel.

use std::sync::Arc;

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use super::components::{LegendSwitches, StatusLine, StatusText, Steps, TopBar, ViewTabs};
use super::desk::{Desk, Status, Theme, View};
use super::platform::{engine, page};
use super::views::{Cards, Claims, Dock, Heads, Names, Own, Pages, Reports, SideBySide};
use super::work;
use crate::job::Report;
use crate::present::pages::trouble_text;
use crate::present::{Edition, Key, Legend, Selection};

/// Puts the application into the page.
pub fn mount() {
    page::clear();
    mount_to_body(App);
}

/// The application.
#[component]
fn App() -> impl IntoView {
    let desk = Desk::new();
    keep_choices(desk);
    page::on_key(move |key| {
        if key == "Escape" && !desk.asking.get_untracked() {
            desk.close();
        }
    });
    work::show_first_case(desk);
    let on_pages = Memo::new(move |_| desk.view.get() == View::Pages);
    view! {
        <a class="skip" href="#main">{move || desk.words.text(Key::SkipToTexts)}</a>
        {bar(desk)}
        {status(desk)}
        <div class="stage" class=("comparing", move || desk.edition.get().is_some())>
            <main id="main" tabindex="-1" class=move || shown_classes(desk)>
                {move || {
                    if on_pages.get() {
                        return Some(view! { <Pages desk /> }.into_any());
                    }
                    desk.edition.get().map(|edition| comparison(&edition, desk).into_any())
                }}
            </main>
            <Dock desk />
        </div>
        {move || desk.edition.get().filter(|_| !on_pages.get()).map(|edition| tools(&edition, desk))}
        <Own desk />
        <div class="visually-hidden" aria-live="polite">{desk.announcement}</div>
    }
}

/// Language, theme and layout take effect at once and are remembered.
fn keep_choices(desk: Desk) {
    Effect::new(move || {
        let language = desk.language.get();
        page::set_root("lang", language.code());
        page::set_title(&format!("{} · {}", desk.words.text(Key::AppName), title(desk)));
    });
    Effect::new(move || page::set_root("data-theme", desk.theme.get().code()));
    let remember = move |name: &'static str, value: &'static str, first: bool| {
        if !first {
            page::keep(name, value);
        }
    };
    Effect::new(move |before: Option<()>| remember("language", desk.language.get().code(), before.is_none()));
    Effect::new(move |before: Option<()>| remember("theme", desk.theme.get().code(), before.is_none()));
    Effect::new(move |before: Option<()>| {
        remember("layout", if desk.cards.get() { "cards" } else { "texts" }, before.is_none());
    });
}

fn title(desk: Desk) -> String {
    let language = desk.language.get();
    desk.case.with(|case| case.as_ref().map(|case| case.title.of(language).to_string())).unwrap_or_else(|| {
        desk.words.text(if desk.edition.get().is_some() { Key::OwnTitle } else { Key::AppTagline }).to_string()
    })
}

fn bar(desk: Desk) -> impl IntoView {
    let theme = Signal::derive(move || match desk.theme.get() {
        Theme::Auto => Key::ThemeAuto,
        Theme::Light => Key::ThemeLight,
        Theme::Dark => Key::ThemeDark,
    });
    let theme_sign = Signal::derive(move || match desk.theme.get() {
        Theme::Auto => "◐",
        Theme::Light => "☀",
        Theme::Dark => "☾",
    });
    let on_theme = Callback::new(move |()| {
        let next = Theme::ALL.iter().position(|theme| *theme == desk.theme.get_untracked()).map_or(0, |at| at + 1);
        desk.theme.set(Theme::ALL[next % Theme::ALL.len()]);
    });
    view! {
        <TopBar
            title=Signal::derive(move || title(desk))
            language=desk.language.into()
            theme
            theme_sign
            tabs=tabs(desk).into_any()
            words=desk.words
            on_language=Callback::new(move |language| desk.language.set(language))
            on_theme
            on_own=Callback::new(move |()| desk.asking.set(true))
        />
    }
}

fn status(desk: Desk) -> impl IntoView {
    let text = Signal::derive(move || {
        let words = desk.words;
        Some(match desk.status.get() {
            Status::Ready if desk.lexicon_missing.get() => {
                StatusText::Note(words.text(Key::LexiconMissing).to_string())
            }
            Status::Working(key) => StatusText::Working(words.text(key).to_string()),
            Status::Stopped => StatusText::Halted(words.text(Key::Stopped).to_string()),
            Status::Failed(Report::NotRead { input, trouble }) => {
                let letter = ["A", "B", "C", "D"].get(input).copied().unwrap_or("…");
                let detail = trouble_text(&trouble, words.all());
                StatusText::Halted(words.fill(Key::FailedRead, &[("letter", letter), ("detail", &detail)]))
            }
            Status::Failed(Report::OneArticle) => StatusText::Halted(words.text(Key::OwnOnly).to_string()),
            Status::Failed(Report::NoWorker { detail }) => {
                StatusText::Halted(words.fill(Key::FailedWorker, &[("detail", &detail)]))
            }
            Status::Failed(Report::NotFetched { detail }) => {
                StatusText::Halted(words.fill(Key::FailedLoad, &[("detail", &detail)]))
            }
            Status::Refining | Status::Ready | Status::Failed(_) => return None,
        })
    });
    let on_stop = Callback::new(move |()| {
        engine::stop();
        desk.status.set(Status::Stopped);
    });
    let on_retry = Callback::new(move |()| work::retry(desk));
    view! { <StatusLine status=text words=desk.words on_stop on_retry /> }
}

/// `show-<type>` for each highlight type that shows.
fn shown_classes(desk: Desk) -> String {
    let shown: Vec<String> = desk.shown().iter().map(|kind| format!("show-{}", kind.code())).collect();
    shown.join(" ")
}

fn comparison(edition: &Arc<Edition>, desk: Desk) -> impl IntoView + use<> {
    let whole = edition.clone();
    let view = move || {
        let edition = whole.clone();
        match (desk.view.get(), desk.narrow.get() && desk.cards.get()) {
            (View::Claims, _) => view! { <Claims edition desk /> }.into_any(),
            (View::Names, _) => view! { <Names edition desk /> }.into_any(),
            (View::Voices | View::Figures | View::Synthesis, _) => view! { <Reports edition desk /> }.into_any(),
            (View::SideBySide | View::Pages, true) => view! { <Cards edition desk /> }.into_any(),
            (View::SideBySide | View::Pages, false) => view! { <SideBySide edition desk /> }.into_any(),
        }
    };
    view! { <Heads edition=edition.clone() desk /> {layout_notice(desk)} {view} }
}

fn tabs(desk: Desk) -> impl IntoView {
    const VIEWS: [(View, Key); 7] = [
        (View::SideBySide, Key::ViewSideBySide),
        (View::Claims, Key::ViewClaims),
        (View::Names, Key::ViewNames),
        (View::Voices, Key::ViewVoices),
        (View::Figures, Key::ViewFigures),
        (View::Synthesis, Key::ViewSynthesis),
        (View::Pages, Key::ViewPages),
    ];
    let current = Signal::derive(move || VIEWS.iter().position(|(view, _)| *view == desk.view.get()).unwrap_or(0));
    let on_choose = Callback::new(move |at: usize| desk.view.set(VIEWS[at].0));
    view! { <ViewTabs names=VIEWS.map(|(_, name)| name).into() current words=desk.words on_choose /> }
}

/// The bar at the foot: steps, linked scrolling, switches of the highlights.
fn tools(edition: &Arc<Edition>, desk: Desk) -> impl IntoView + use<> {
    let current = Signal::derive(move || match desk.selection.get()? {
        Selection::Pair(pair) => Some(pair + 1),
        Selection::Lone { .. } => None,
    });
    let rows = Legend::of(edition).found;
    let linking = move || {
        (desk.view.get() == View::SideBySide && !desk.narrow.get()).then(|| {
            view! {
                <label class="linked" title=move || desk.words.text(Key::LinkedScrollHint)>
                    <input type="checkbox" id="linked" prop:checked=desk.linked
                        on:change=move |_| desk.linked.update(|linked| *linked = !*linked) />
                    <span>{move || desk.words.text(Key::LinkedScroll)}</span>
                </label>
            }
        })
    };
    view! {
        <aside class="tools" aria-label=move || desk.words.text(Key::ToolsLabel)>
            <Steps current count=edition.pairs.len() words=desk.words on_step=Callback::new(move |step| desk.step(step)) />
            {linking}
            <LegendSwitches rows shown=Signal::derive(move || desk.shown()) words=desk.words on_toggle=Callback::new(move |kind| desk.toggle(kind)) />
            <button type="button" class="explain" id="explain" aria-expanded=move || desk.legend_open.get().to_string()
                on:click=move |_| desk.toggle_legend()>{move || desk.words.text(Key::LegendToggle)}</button>
        </aside>
    }
}

/// Narrow screens: says that cards are shown, and offers the whole texts.
fn layout_notice(desk: Desk) -> impl IntoView {
    move || {
        let words = desk.words;
        (desk.narrow.get() && desk.view.get() == View::SideBySide).then(|| {
            let (notice, other) = if desk.cards.get() { (Key::CardsNotice, Key::CardsToTexts) } else { (Key::TextsNotice, Key::TextsToCards) };
            view! {
                <p class="layout-notice">{words.text(notice)}" "
                    <button type="button" class="link" on:click=move |_| desk.cards.update(|cards| *cards = !*cards)>{words.text(other)}</button>
                </p>
            }
        })
    }
}
