//! The bar on top: what is compared, language, light or dark.

use leptos::prelude::*;

use crate::present::{Key, UiLanguage};
use crate::web::words::Words;

/// The bar on top. Style: `style/components/top-bar.css`.
#[component]
pub fn TopBar(
    /// What is compared.
    title: Signal<String>,
    /// The language of the interface.
    language: Signal<UiLanguage>,
    /// What the theme in use is called.
    theme: Signal<Key>,
    /// A sign for it.
    theme_sign: Signal<&'static str>,
    /// The views to choose from.
    tabs: AnyView,
    /// The interface's words.
    words: Words,
    /// Called with the language that the reader picks.
    on_language: Callback<UiLanguage>,
    /// Called when the reader wants the next theme.
    on_theme: Callback<()>,
    /// Called when the reader wants to compare texts of their own.
    on_own: Callback<()>,
) -> impl IntoView {
    let choice = move |choice: UiLanguage, key: Key, short: &'static str| {
        view! {
            <button
                type="button"
                lang=choice.code()
                id=format!("language-{}", choice.code())
                aria-label=move || words.text(key)
                aria-pressed=move || (language.get() == choice).to_string()
                on:click=move |_| on_language.run(choice)
            >{short}</button>
        }
    };
    let theme_name = move || format!("{} : {}", words.text(Key::ThemeLabel), words.text(theme.get()));
    view! {
        <header class="top-bar">
            <p class="brand">{move || words.text(Key::AppName)}</p>
            <h1>{title}</h1>
            {tabs}
            <button type="button" class="own" id="own" on:click=move |_| on_own.run(())>{move || words.text(Key::OwnTexts)}</button>
            <div class="languages" role="group" aria-label=move || words.text(Key::LanguageLabel)>
                {choice(UiLanguage::French, Key::LanguageFrench, "FR")}
                {choice(UiLanguage::English, Key::LanguageEnglish, "EN")}
            </div>
            <button type="button" class="icon theme" id="theme" aria-label=theme_name title=theme_name on:click=move |_| on_theme.run(())>
                <span aria-hidden="true">{theme_sign}</span>
            </button>
        </header>
    }
}
