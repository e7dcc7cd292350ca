//! Comparing texts of the reader's own: pasted, dropped anywhere into the page, chosen from files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::present::given::{Given, places};
use crate::web::components::{FieldEvents, OwnField, OwnTexts};
use crate::web::desk::Desk;
use crate::web::platform::intake::{self, Chosen};
use crate::web::platform::page;
use crate::web::texts::{Complaint, MOST_TEXTS, too_large};
use crate::web::work;

/// The dialog that asks for texts.
#[component]
pub fn Own(
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let texts = desk.texts();
    Effect::new(move || page::show_dialog("own-dialog", desk.asking.get()));
    listen(desk);
    let on_stop = Callback::new(move |()| work::stop_own(desk));
    let on_close = Callback::new(move |()| {
        work::stop_own(desk);
        if desk.asking.get_untracked() {
            desk.asking.set(false);
            page::focus("own");
        }
    });
    let numbers = Memo::new(move |_| texts.given.with(Vec::len));
    let fields = view! { <For each=move || 0..numbers.get() key=|at| *at children=move |at| draw_field(desk, at) /> };
    let complaint = Signal::derive(move || texts.complaint.get().map(|it| it.text(desk.words)));
    view! {
        <OwnTexts
            fields=fields.into_any()
            complaint
            reading=texts.reading.into()
            dragging=texts.dragging.into()
            may_add=Signal::derive(move || numbers.get() < MOST_TEXTS)
            words=desk.words
            on_add=Callback::new(move |()| texts.add_field())
            on_compare=Callback::new(move |()| work::compare_own(desk))
            on_stop
            on_close
        />
    }
}

fn draw_field(desk: Desk, at: usize) -> impl IntoView {
    let texts = desk.texts();
    let given = Signal::derive(move || texts.given.with(|given| given.get(at).cloned().unwrap_or_default()));
    let trouble = Signal::derive(move || texts.troubles.with(|all| all.get(&at).map(|it| it.text(desk.words))));
    let events = FieldEvents {
        outlet: Callback::new(move |outlet| texts.change(at, |given| given.outlet = outlet)),
        text: Callback::new(move |words| texts.change(at, |given| given.type_text(words))),
        files: Callback::new(move |()| take_in(desk, Some(at), intake::chosen(&format!("own-file-{at}")))),
        take_away: Callback::new(move |()| {
            texts.change(at, Given::take_file);
            page::focus(&format!("own-text-{at}"));
        }),
        words_only: Callback::new(move |()| {
            texts.change(at, Given::drop_layout);
            page::focus(&format!("own-text-{at}"));
        }),
    };
    view! { <OwnField at given trouble words=desk.words events /> }
}

/// Files may fall anywhere into the page; what is pasted into a field may come with its layout.
fn listen(desk: Desk) {
    let texts = desk.texts();
    intake::on_drag(move |over| {
        if texts.dragging.get_untracked() != over {
            texts.dragging.set(over);
        }
        if over && !desk.asking.get_untracked() {
            desk.asking.set(true);
        }
    });
    intake::on_drop(move |field, files| take_in(desk, field, files));
    intake::on_paste(move |at, html, whole| texts.change(at, |given| given.paste_layout(html, whole)));
}

/// Puts files into the field meant and the empty ones after it.
fn take_in(desk: Desk, field: Option<usize>, files: Vec<Chosen>) {
    let texts = desk.texts();
    desk.asking.set(true);
    let given = texts.given.get_untracked();
    let places = places(&given, field, files.len(), MOST_TEXTS);
    let too_many = places.len() < files.len();
    spawn_local(async move {
        for (at, file) in places.into_iter().zip(files) {
            match too_large(file.size_bytes()) {
                Some(complaint) => texts.complain(at, complaint),
                None => match file.read().await {
                    Ok(file) => texts.put_file(at, file),
                    Err(name) => texts.complain(at, Complaint::Unopened(name)),
                },
            }
        }
        if too_many {
            texts.complaint.set(Some(Complaint::TooMany));
        }
    });
}
