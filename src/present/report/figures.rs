//! Figures that several articles give, with why they differ, and what each dates.

use std::collections::BTreeMap;

use super::{Body, Cell, Desk, Part, Report, Section, letter, quoted};
use crate::exchange::contract::{Article, Figure, TimelineEntry};
use crate::present::{Catalogue, Edition, Key, long_date};

/// The view « Chiffres et dates ».
pub fn figures(edition: &Edition, words: &Catalogue) -> Report {
    let desk = Desk::new(edition, words);
    Report { intro: words.text(Key::FiguresIntro).to_owned(), sections: vec![desk.numbers(), desk.timeline()] }
}

/// A figure that two articles give in the same words on both sides, with all claims that do.
struct Row<'a> {
    figure: &'a Figure,
    claims: Vec<String>,
}

impl Desk<'_> {
    /// Those that differ first, then those that agree, each once.
    fn numbers(&self) -> Section {
        let mut rows: Vec<Row> = Vec::new();
        for figure in &self.document.figures {
            let ends = |it: &Figure| {
                Some((self.claims.get(it.a.as_str())?.0.id.clone(), self.claims.get(it.b.as_str())?.0.id.clone()))
            };
            let same = |row: &&mut Row| {
                let known = row.figure;
                ends(known) == ends(figure)
                    && (&known.a_text, &known.b_text, &known.reason) == (&figure.a_text, &figure.b_text, &figure.reason)
            };
            let claims = [figure.a.clone(), figure.b.clone()];
            let Some(row) = rows.iter_mut().find(same) else {
                rows.push(Row { figure, claims: claims.into() });
                continue;
            };
            for id in claims {
                if !row.claims.contains(&id) {
                    row.claims.push(id);
                }
            }
        }
        rows.sort_by_key(|row| match row.figure.relation.as_str() {
            "different" => 0,
            "compatible" => 1,
            _ => 2,
        });
        let heading = self.words.text(Key::FiguresTitle).to_owned();
        if rows.is_empty() {
            return Section { heading, note: Some(self.words.text(Key::FiguresNone).to_owned()), body: Body::Empty };
        }
        let mut head = self.columns(self.words.text(Key::ColumnFigure));
        head.push(self.words.text(Key::ColumnWhy).to_owned());
        Section { heading, note: None, body: Body::Table(head, rows.iter().map(|row| self.number_row(row)).collect()) }
    }

    fn number_row(&self, row: &Row) -> Vec<Cell> {
        let Row { figure, claims } = row;
        let leads = self.words.fill(Key::LeadFigure, &[("figure", &figure.a_text)]);
        let name = match figure.relation.as_str() {
            "different" => Key::FigureDifferent,
            "compatible" => Key::FigureCompatible,
            _ => Key::FigureSame,
        };
        let cell = |article: &Article| {
            let side = [(&figure.a, &figure.a_text), (&figure.b, &figure.b_text)];
            let own = |id: &str| self.claims.get(id).is_some_and(|(of, _)| of.id == article.id);
            let words =
                side.into_iter().find(|(id, _)| own(id)).map(|(_, words)| quoted(article, words, String::new()));
            Cell { parts: words.into_iter().collect(), ..Cell::default() }
        };
        let why =
            figure.reason.as_ref().map(|reason| Part::Text(self.say(&format!("figure/{reason}"), &figure.details)));
        std::iter::once(Cell::text(self.words.text(name)).leading(claims, leads))
            .chain(self.document.articles.iter().map(cell))
            .chain([Cell { parts: why.into_iter().collect(), ..Cell::default() }])
            .collect()
    }

    /// A row a day, a column an article; the days on which the articles were published stand among them.
    fn timeline(&self) -> Section {
        let mut rows: BTreeMap<(&str, &str), Vec<&TimelineEntry>> = BTreeMap::new();
        for entry in &self.document.timeline {
            rows.entry((order(&entry.iso), &entry.iso)).or_default().push(entry);
        }
        let heading = self.words.text(Key::TimelineTitle).to_owned();
        if rows.is_empty() {
            return Section { heading, note: Some(self.words.text(Key::TimelineNone).to_owned()), body: Body::Empty };
        }
        for day in self.document.articles.iter().filter_map(|article| article.date.as_deref()) {
            rows.entry((day, day)).or_default();
        }
        let cells = |((_, iso), entries): ((&str, &str), Vec<&TimelineEntry>)| -> Vec<Cell> {
            let cells = self.document.articles.iter().map(|article| self.dated(article, iso, &entries));
            std::iter::once(Cell::text(self.date(iso))).chain(cells).collect()
        };
        let head = self.columns(self.words.text(Key::ColumnDate));
        Section { heading, note: None, body: Body::Table(head, rows.into_iter().map(cells).collect()) }
    }

    /// What an article tells of one day.
    fn dated(&self, article: &Article, iso: &str, entries: &[&TimelineEntry]) -> Cell {
        let mut cell = Cell::default();
        if article.date.as_deref() == Some(iso) {
            cell.parts.push(Part::Note(self.words.text(Key::TimelinePublished).to_owned()));
        }
        for entry in entries {
            let Some((of, claim)) = self.claims.get(entry.claim.as_str()) else { continue };
            if of.id != article.id {
                continue;
            }
            let told_later =
                |id: &String| self.say("report/told-later", &[("b".to_owned(), letter(id).to_string())].into());
            let to_come = entry.to_come.then(|| self.phrase("report/to-come"));
            let notes: Vec<String> = entry.later_than.iter().map(told_later).chain(to_come).collect();
            cell.parts.push(quoted(article, &claim.text, notes.join(", ")));
            cell.claims.push(entry.claim.clone());
        }
        let values = [("date", self.date(iso)), ("letter", letter(&article.id).to_string())];
        cell.leads = self.words.fill(Key::LeadDate, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        cell
    }

    /// A day, an hour of it or a stretch of days in words.
    fn date(&self, iso: &str) -> String {
        let day = |end: &str| match end.split_once('T') {
            Some((day, hour)) => format!("{}, {hour}", long_date(day, self.words)),
            None => long_date(end, self.words),
        };
        match iso.split_once('/') {
            Some((OPEN, last)) => self.words.fill(Key::DateUntil, &[("date", &day(last))]),
            Some((first, OPEN)) => self.words.fill(Key::DateSince, &[("date", &day(first))]),
            Some((first, last)) => format!("{} – {}", day(first), day(last)),
            None => day(iso),
        }
    }
}

/// What stands for the end that an ISO interval leaves open.
const OPEN: &str = "..";

/// What a date is sorted by: its beginning, or its end where the beginning is open.
fn order(iso: &str) -> &str {
    match iso.split_once('/') {
        Some((OPEN, last)) => last,
        Some((first, _)) => first,
        None => iso,
    }
}
