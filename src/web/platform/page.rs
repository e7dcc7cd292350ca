//! The page as a whole: what the reader's browser prefers and remembers, title, theme, focus.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::present::UiLanguage;

/// Below, a screen is as narrow as a phone's: two columns would be too narrow to read.
const NARROW: &str = "(max-width: 640px)";

/// What this browser remembers under a name. In a frame storage may be forbidden: then nothing is remembered.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&format!("recoupe.{name}")).ok()?
}

/// Makes this browser remember, where it can.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full or forbidden storage only means that the choice is asked for again.
        let _ = storage.set_item(&format!("recoupe.{name}"), value);
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The first of the reader's languages that the interface speaks.
pub fn preferred_language() -> UiLanguage {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let tags: Vec<String> = languages.iter().flat_map(js_sys::Array::iter).filter_map(|tag| tag.as_string()).collect();
    UiLanguage::preferred(tags.iter().map(String::as_str))
}

/// Whether the screen is narrow, now and whenever that changes.
pub fn is_narrow() -> Signal<bool> {
    let query = web_sys::window().and_then(|window| window.match_media(NARROW).ok().flatten());
    let narrow = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let listened = query.clone();
        EventListener::new(&query, "change", move |_| narrow.set(listened.matches())).forget();
    }
    narrow.into()
}

/// Whether the reader asked for less motion.
pub fn is_still() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Sets an attribute of the page's root: `lang`, `data-theme`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Fails only for names that are no attribute names; ours are.
        let _ = root.set_attribute(name, value);
    }
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Takes away what stood in the page before the application did.
pub fn clear() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_inner_text("");
    }
}

/// Names the element that has the focus, for [`focus`]: by id, or by claim.
pub fn focused() -> Option<String> {
    let element = document()?.active_element()?;
    let id = element.id();
    (!id.is_empty()).then_some(id)
}

/// Moves the focus to an element without scrolling to it; says whether there is one.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Scrolls an element to the top of what shows.
pub fn bring(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view();
    }
}

/// Calls back when a key goes down anywhere, unless something nearer has dealt with it.
pub fn on_key(act: impl Fn(&str) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = move |event: &web_sys::Event| {
        if let (Some(key), false) = (event.dyn_ref::<web_sys::KeyboardEvent>(), event.default_prevented()) {
            act(&key.key());
        }
    };
    EventListener::new(&window, "keydown", heard).forget();
}

/// Opens or closes the dialog of this id as a modal one.
pub fn show_dialog(id: &str, open: bool) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(dialog) = element.and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok()) else {
        return;
    };
    if open && !dialog.open() {
        // Fails only for a dialog that is open already or not in the page.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
