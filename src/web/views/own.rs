//! Comparing texts of the reader's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::web::components::{OwnText, OwnTexts};
use crate::web::desk::Desk;
use crate::web::job::{Input, Job};
use crate::web::platform::page;

/// The dialog that asks for two texts.
#[component]
pub fn Own(
    /// All state.
    desk: Desk,
    /// Called with what is to be compared.
    on_job: Callback<Job>,
) -> impl IntoView {
    let texts = [RwSignal::new(OwnText::default()), RwSignal::new(OwnText::default())];
    Effect::new(move || page::show_dialog("own-dialog", desk.asking.get()));
    let on_file = Callback::new(move |at: usize| {
        spawn_local(async move {
            if let Some((name, text)) = page::chosen_file(&format!("own-file-{at}")).await {
                texts[at].update(|own| {
                    own.text = text;
                    if own.outlet.is_empty() {
                        own.outlet = name;
                    }
                });
            }
        });
    });
    let on_compare = Callback::new(move |()| {
        let input = |text: RwSignal<OwnText>| {
            let OwnText { outlet, text } = text.get_untracked();
            Input { text: Some(text), outlet: Some(outlet), ..Input::default() }
        };
        desk.asking.set(false);
        on_job.run(Job { inputs: texts.into_iter().map(input).collect() });
    });
    let on_cancel = Callback::new(move |()| {
        desk.asking.set(false);
        page::focus("own");
    });
    view! { <OwnTexts texts words=desk.words on_file on_compare on_cancel /> }
}
