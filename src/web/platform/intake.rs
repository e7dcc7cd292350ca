//! What readers drop into the page, paste into its fields, choose from their folders.
//!
//! A field that takes texts carries `data-field` with its number; what falls anywhere inside is meant for it.

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::present::given::GivenFile;

/// A file before it is read.
pub struct Chosen(web_sys::File);

impl Chosen {
    /// How large it is, in bytes.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is whole and not negative; casts hold at the ends"
    )]
    pub fn size_bytes(&self) -> usize {
        self.0.size() as usize
    }

    /// Reads it whole.
    ///
    /// # Errors
    /// Its name, where the browser may not read it: it was moved meanwhile, or is a folder.
    pub async fn read(self) -> Result<GivenFile, String> {
        let name = self.0.name();
        match JsFuture::from(self.0.array_buffer()).await {
            Ok(buffer) => Ok(GivenFile { bytes: Arc::from(js_sys::Uint8Array::new(&buffer).to_vec()), name }),
            Err(_) => Err(name),
        }
    }
}

/// The files in the input of this id; it is emptied, so that the same file can be chosen again.
pub fn chosen(id: &str) -> Vec<Chosen> {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let Some(input) = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = input.files().map(|files| listed(&files)).unwrap_or_default();
    input.set_value("");
    files
}

fn listed(files: &web_sys::FileList) -> Vec<Chosen> {
    (0..files.length()).filter_map(|at| files.get(at)).map(Chosen).collect()
}

/// Calls back when files fall anywhere into the page: the field they fell on, and the files.
pub fn on_drop(act: impl Fn(Option<usize>, Vec<Chosen>) + 'static) {
    listen("drop", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::DragEvent>().filter(|event| carries_files(event)) else { return };
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        act(field(event), files.map(|files| listed(&files)).unwrap_or_default());
    });
}

/// Calls back when files begin to be dragged over the page, and when they are gone.
pub fn on_drag(act: impl Fn(bool) + Clone + 'static) {
    let (over, away, fallen) = (act.clone(), act.clone(), act);
    listen("dragover", move |event| {
        if event.dyn_ref::<web_sys::DragEvent>().is_some_and(carries_files) {
            // Says that they may fall here; else the browser would open them in place of the page.
            event.prevent_default();
            over(true);
        }
    });
    listen("dragleave", move |event| {
        let left = event.dyn_ref::<web_sys::DragEvent>().is_some_and(|event| event.related_target().is_none());
        if left {
            away(false);
        }
    });
    listen("drop", move |_| fallen(false));
}

fn carries_files(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// Calls back before something is pasted into a field: its number, the HTML that comes with the words, and whether
/// the words will be all that is in the field.
pub fn on_paste(act: impl Fn(usize, &str, bool) + 'static) {
    listen("paste", move |event| {
        let Some((at, event)) = field(event).zip(event.dyn_ref::<web_sys::ClipboardEvent>()) else { return };
        let html = event.clipboard_data().and_then(|data| data.get_data("text/html").ok()).unwrap_or_default();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        if let Some(target) = target {
            act(at, &html, is_replaced(&target));
        }
    });
}

/// Whether all that a field holds is selected, or it holds nothing.
fn is_replaced(field: &web_sys::HtmlTextAreaElement) -> bool {
    let start = field.selection_start().ok().flatten();
    let end = field.selection_end().ok().flatten();
    field.value().trim().is_empty() || (start, end) == (Some(0), Some(field.text_length()))
}

/// The number of the field in which something happens.
fn field(event: &web_sys::Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[data-field]").ok()??.get_attribute("data-field")?.parse().ok()
}

/// Listens for as long as the page lives.
fn listen(name: &'static str, act: impl Fn(&web_sys::Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new_with_options(&window, name, EventListenerOptions::enable_prevent_default(), move |event| {
        act(event);
    })
    .forget();
}
