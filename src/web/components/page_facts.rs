//! What was found of an article beside its text, to be put right by hand.

use leptos::prelude::*;

use crate::exchange::reading::{Correction, Found};
use crate::lang::Language;
use crate::present::Key;
use crate::present::facts::Fact;
use crate::present::pages::{language_name, language_text};
use crate::web::words::Words;

/// What was found of an article beside its text. Style: `style/components/page-facts.css`.
#[component]
pub fn PageFacts(
    /// The article's number.
    at: usize,
    /// What was found.
    found: Found,
    /// What the reader knows better.
    correction: Signal<Correction>,
    /// The interface's words.
    words: Words,
    /// Called with a fact as the reader has it; with none where it is as found again.
    on_fact: Callback<(Fact, Option<String>)>,
    /// Called with the language the reader picks; with none where it is as found again.
    on_language: Callback<Option<Language>>,
    /// What stands behind the facts.
    children: Children,
) -> impl IntoView {
    let facts = Fact::ALL.map(|fact| draw_fact(at, fact, fact.found(&found).cloned(), correction, words, on_fact));
    let language = draw_language(at, found, correction, words, on_language);
    view! { <div class="page-facts">{facts.into_iter().collect_view()}{language}{children()}</div> }
}

fn draw_fact(
    at: usize,
    fact: Fact,
    found: Option<String>,
    correction: Signal<Correction>,
    words: Words,
    on_fact: Callback<(Fact, Option<String>)>,
) -> impl IntoView {
    let found = found.unwrap_or_default();
    let own = Memo::new(move |_| correction.with(|it| fact.corrected(&mut it.clone()).clone()));
    let shown = {
        let found = found.clone();
        move || own.get().unwrap_or_else(|| found.clone())
    };
    let change = move |typed: String| {
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        on_fact.run((fact, Some(typed).filter(|typed| *typed != found)));
    };
    let id = format!("fact-{}-{at}", fact.code());
    let placeholder = move || words.text(Key::FactNone);
    let field = if fact == Fact::Title {
        // Headlines are long: two lines, and the browser's own way to give them more.
        view! { <textarea id=id rows="2" placeholder=placeholder prop:value=shown on:change=move |event| change(event_target_value(&event))></textarea> }.into_any()
    } else {
        let kind = if fact == Fact::Date { "date" } else { "text" };
        view! { <input type=kind id=id autocomplete="off" placeholder=placeholder prop:value=shown on:change=move |event| change(event_target_value(&event)) /> }.into_any()
    };
    view! {
        <label class=format!("fact fact-{}", fact.code())>
            <span>{move || words.text(fact.name())}{by_reader(Signal::derive(move || own.get().is_some()), words)}</span>
            {field}
        </label>
    }
}

fn draw_language(
    at: usize,
    found: Found,
    correction: Signal<Correction>,
    words: Words,
    on_language: Callback<Option<Language>>,
) -> impl IntoView {
    const LANGUAGES: [Language; 3] = [Language::French, Language::English, Language::Other];
    let found_language = found.language;
    let shown = move || correction.with(|it| it.language).unwrap_or(found_language);
    let option = move |language: Language| {
        view! { <option value=language.code() prop:selected=move || shown() == language>{move || words.text(language_name(language))}</option> }
    };
    let change = move |code: String| {
        let picked = LANGUAGES.into_iter().find(|language| language.code() == code);
        on_language.run(picked.filter(|picked| *picked != found_language));
    };
    let corrected = Signal::derive(move || correction.with(|it| it.language.is_some()));
    let how =
        move || (!corrected.get()).then(|| view! { <span class="how">{language_text(&found, words.all())}</span> });
    view! {
        <label class="fact fact-language">
            <span>{move || words.text(Key::FactLanguage)}{by_reader(corrected, words)}{how}</span>
            <select id=format!("fact-language-{at}") on:change=move |event| change(event_target_value(&event))>
                {LANGUAGES.map(option).into_iter().collect_view()}
            </select>
        </label>
    }
}

/// « votre choix », beside what the reader put right.
fn by_reader(corrected: Signal<bool>, words: Words) -> impl IntoView {
    move || corrected.get().then(|| view! { <span class="by-reader">{words.text(Key::ByReader)}</span> })
}
