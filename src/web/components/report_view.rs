//! A report: sections of sentences or of one table, drawn from plain data.

use leptos::prelude::*;

use super::rung_picture::RungPicture;
use crate::present::report::{Body, Cell, Part, Report, Section};

/// A report. Tables become stacked cards on narrow screens. Style: `style/components/report.css`.
#[component]
pub fn ReportView(
    /// What to show.
    report: Report,
    /// Ids of the claims in focus.
    focus: Signal<Vec<String>>,
    /// Called with the claims that the reader picks.
    on_lead: Callback<Vec<String>>,
) -> impl IntoView {
    let section = move |section: Section| draw_section(section, focus, on_lead);
    view! {
        <div class="report">
            <p class="quiet">{report.intro}</p>
            {report.sections.into_iter().map(section).collect_view()}
        </div>
    }
}

fn draw_section(section: Section, focus: Signal<Vec<String>>, on_lead: Callback<Vec<String>>) -> AnyView {
    let Section { heading, note, body } = section;
    let body = match body {
        Body::Empty => None,
        Body::Sentences(cells) => {
            let item = |cell| view! { <li>{draw_cell(cell, focus, on_lead)}</li> };
            Some(view! { <ul class="sentences">{cells.into_iter().map(item).collect_view()}</ul> }.into_any())
        }
        Body::Table(head, rows) => Some(draw_table(heading.clone(), head, rows, focus, on_lead)),
    };
    let note = note.map(|note| view! { <p class="quiet">{note}</p> });
    view! { <section><h2>{heading}</h2>{note}{body}</section> }.into_any()
}

/// Roles are written out: without them browsers drop a table's meaning where it is laid out as cards.
fn draw_table(
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<Cell>>,
    focus: Signal<Vec<String>>,
    on_lead: Callback<Vec<String>>,
) -> AnyView {
    let columns = StoredValue::new(head.clone());
    let name = move |column: usize| columns.with_value(|names| names.get(column).cloned());
    let cell = move |(column, cell): (usize, Cell)| {
        let inner = draw_cell(cell, focus, on_lead);
        match column {
            0 => view! { <th scope="row" role="rowheader">{inner}</th> }.into_any(),
            _ => view! { <td role="cell" data-column=name(column)>{inner}</td> }.into_any(),
        }
    };
    let row =
        move |cells: Vec<Cell>| view! { <tr role="row">{cells.into_iter().enumerate().map(cell).collect_view()}</tr> };
    let head = head.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> }).collect_view();
    view! {
        <table role="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead role="rowgroup"><tr role="row">{head}</tr></thead>
            <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What leads to a claim is a button, in the place of the cell's words.
fn draw_cell(cell: Cell, focus: Signal<Vec<String>>, on_lead: Callback<Vec<String>>) -> AnyView {
    let Cell { parts, claims, leads } = cell;
    let parts = parts.into_iter().map(draw_part).collect_view();
    if claims.is_empty() {
        return view! { <div class="cell">{parts}</div> }.into_any();
    }
    let own = claims.clone();
    let focused = move || focus.with(|ids| ids.iter().any(|id| own.contains(id)));
    view! {
        <button type="button" class="cell lead" class:is-focus=focused title=leads on:click=move |_| on_lead.run(claims.clone())>{parts}</button>
    }
    .into_any()
}

fn draw_part(part: Part) -> AnyView {
    match part {
        Part::Text(words) => view! { <span>{words}</span> }.into_any(),
        Part::Note(words) => view! { <span class="quiet">{words}</span> }.into_any(),
        Part::Words(words, lang, note) => {
            let note = (!note.is_empty()).then(|| view! { " "<span class="quiet">{note}</span> });
            view! { <span><span class="words" lang=lang>{words}</span>{note}</span> }.into_any()
        }
        Part::Bar(letter, quoted, retold) => {
            let width = |share: f64| format!("{share:.1}%");
            view! {
                <span class="bar" data-letter=letter.to_string() aria-hidden="true">
                    <i style:width=width(quoted)></i><i class="retold" style:width=width(retold)></i>
                </span>
            }
            .into_any()
        }
        Part::Rung(rung, text, label) => view! { <RungPicture rung text label /> }.into_any(),
    }
}
