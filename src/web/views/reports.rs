//! Voices, figures and dates, synthesis: what leads to a claim opens it in the texts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::present::report::{Report, figures, synthesis, voices};
use crate::present::{Catalogue, Edition};
use crate::web::components::ReportView;
use crate::web::desk::{Desk, View};

/// One of the views in sentences and tables.
#[component]
pub fn Reports(
    /// The comparison.
    edition: Arc<Edition>,
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let chosen = edition.clone();
    let focus = Signal::derive(move || chosen.claim_ids(desk.selection.get()));
    let on_lead = Callback::new(move |claims: Vec<String>| desk.lead(&claims));
    move || {
        let made: fn(&Edition, &Catalogue) -> Report = match desk.view.get() {
            View::Voices => voices,
            View::Figures => figures,
            _ => synthesis,
        };
        let report = made(&edition, desk.words.all());
        view! { <ReportView report focus on_lead /> }
    }
}
