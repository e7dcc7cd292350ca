//! The panel that opens where one looks: a pair, a claim that stands alone, or the highlights explained.

use leptos::prelude::*;

use crate::present::{Detail, Key, Legend, Selection};
use crate::web::components::{DetailLone, DetailPair, LegendPanel};
use crate::web::desk::Desk;
use crate::web::platform::frame::EachFrame;
use crate::web::platform::page;

/// The panel. Style: `style/components/detail.css`.
#[component]
pub fn Dock(
    /// All state.
    desk: Desk,
) -> impl IntoView {
    let on_close = Callback::new(move |()| desk.close());
    let on_choose = Callback::new(move |pair| desk.choose(Selection::Pair(pair)));
    let on_toggle = Callback::new(move |kind| desk.toggle(kind));
    let content = move || {
        let edition = desk.edition.get()?;
        let words = desk.words.all();
        if desk.legend_open.get() {
            let legend = Legend::of(&edition);
            return Some(
                view! { <LegendPanel legend shown=Signal::derive(move || desk.shown()) words on_toggle on_close /> }
                    .into_any(),
            );
        }
        let detail = Detail::of(&edition, desk.selection.get()?, words)?;
        Some(match detail {
            Detail::Pair(detail) => view! { <DetailPair detail words on_choose on_close /> }.into_any(),
            Detail::Lone(detail) => view! { <DetailLone detail words on_close /> }.into_any(),
        })
    };
    let go_in = EachFrame::new(|| {
        if !matches!(page::focused().as_deref(), Some("next" | "previous")) {
            page::focus("detail-heading");
        }
    });
    Effect::new(move || {
        if desk.legend_open.get() || desk.selection.get().is_some() {
            go_in.ask();
        }
    });
    let open = move || desk.legend_open.get() || desk.selection.get().is_some();
    view! {
        <Show when=open>
            <section class="dock" id="detail" aria-label=move || desk.words.text(Key::DetailLabel)>{content}</section>
        </Show>
    }
}
