//! The panel for two passages that tell the same.

use leptos::prelude::*;

use super::copied_note::CopiedNote;
use super::detail_side::DetailSide;
use super::diff_legend::DiffLegend;
use super::difference_list::{DifferenceList, MarkList};
use super::evidence_list::EvidenceList;
use crate::present::detail::PairDetail;
use crate::present::{Catalogue, Key};

/// The panel for two passages that tell the same. Style: `style/components/detail.css`.
#[component]
pub fn DetailPair(
    /// What to show.
    detail: PairDetail,
    /// The interface's words.
    words: &'static Catalogue,
    /// Called with another pair of the same claim.
    on_choose: Callback<usize>,
    /// Called when the reader closes the panel.
    on_close: Callback<()>,
) -> impl IntoView {
    let PairDetail {
        number,
        heading,
        relation,
        confidence,
        confidence_text,
        confidence_measured,
        sides,
        differences,
        evidence,
        copied,
        siblings,
    } = detail;
    let sibling = move |(pair, label, current): (usize, String, bool)| {
        view! { <button type="button" class="sibling" aria-pressed=current.to_string() on:click=move |_| on_choose.run(pair)>{label}</button> }
    };
    let marks = sides.each_ref().map(|side| view! { <MarkList letter=side.letter marks=side.marks.clone() /> });
    let has_marks = sides.iter().any(|side| !side.marks.is_empty());
    let marks = has_marks.then(|| view! { <h3>{words.text(Key::DetailMarks)}</h3><ul class="mark-list">{marks.into_iter().collect_view()}</ul> });
    let letters = sides.each_ref().map(|side| side.letter);
    let copied = copied.map(|note| view! { <CopiedNote note letters words /> });
    let runs = sides.iter().flat_map(|side| &side.runs).map(|run| run.kind).collect();
    let [a, b] = sides;
    view! {
        <header class="detail-head">
            <span class="number-badge" aria-hidden="true">{number}</span>
            <h2 id="detail-heading" tabindex="-1">{heading}</h2>
            <span class=format!("confidence {}", confidence.code())><i aria-hidden="true"></i>{confidence_text}</span>
            <span class="relation">{relation}</span>
            <span class="siblings">{siblings.into_iter().map(sibling).collect_view()}</span>
            <button type="button" class="close" aria-label=words.text(Key::DetailClose) on:click=move |_| on_close.run(())>"✕"</button>
        </header>
        <div class="detail-body">
            <div class="passages"><DetailSide side=a words /><DetailSide side=b words /><DiffLegend runs words /></div>
            <div class="changes">
                {copied}
                <h3>{words.text(Key::DetailChanges)}</h3>
                <DifferenceList differences none=words.text(Key::DetailNoChanges) />
                {marks}
            </div>
            <div class="why"><h3>{words.text(Key::DetailWhy)}</h3><EvidenceList evidence /><p class="measured">{confidence_measured}</p></div>
        </div>
    }
}
