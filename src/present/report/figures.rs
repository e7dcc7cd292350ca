//! Figures that several articles give, with why they differ, and what each dates.

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
            let words = side.into_iter().find(|(id, _)| own(id)).map(|(_, words)| quoted(article, words));
            Cell { parts: words.into_iter().collect(), ..Cell::default() }
        };
        let why =
            figure.reason.as_ref().map(|reason| Part::Text(self.say(&format!("figure/{reason}"), &figure.details)));
        std::iter::once(Cell::text(self.words.text(name)).leading(claims, leads))
            .chain(self.document.articles.iter().map(cell))
            .chain([Cell { parts: why.into_iter().collect(), ..Cell::default() }])
            .collect()
    }

    /// A row a day, a column an article.
    fn timeline(&self) -> Section {
        let mut rows: Vec<(&str, Vec<&TimelineEntry>)> = Vec::new();
        for entry in &self.document.timeline {
            match rows.last_mut().filter(|(iso, _)| *iso == entry.iso) {
                Some((_, entries)) => entries.push(entry),
                None => rows.push((&entry.iso, vec![entry])),
            }
        }
        let heading = self.words.text(Key::TimelineTitle).to_owned();
        if rows.is_empty() {
            return Section { heading, note: Some(self.words.text(Key::TimelineNone).to_owned()), body: Body::Empty };
        }
        let cells = |(iso, entries): (&str, Vec<&TimelineEntry>)| -> Vec<Cell> {
            let cells = self.document.articles.iter().map(|article| self.dated(article, &entries));
            std::iter::once(Cell::text(self.date(iso))).chain(cells).collect()
        };
        let head = self.columns(self.words.text(Key::ColumnDate));
        Section { heading, note: None, body: Body::Table(head, rows.into_iter().map(cells).collect()) }
    }

    /// What an article tells of one day.
    fn dated(&self, article: &Article, entries: &[&TimelineEntry]) -> Cell {
        let own =
            |entry: &&&TimelineEntry| self.claims.get(entry.claim.as_str()).is_some_and(|(of, _)| of.id == article.id);
        let own: Vec<&TimelineEntry> = entries.iter().filter(own).copied().collect();
        let mut cell = Cell::default();
        for entry in own {
            let Some((_, claim)) = self.claims.get(entry.claim.as_str()) else { continue };
            cell.parts.push(quoted(article, &claim.text));
            let later = entry
                .later_than
                .iter()
                .map(|id| self.say("report/told-later", &[("b".to_owned(), letter(id).to_string())].into()));
            let notes: Vec<String> = later.chain(entry.to_come.then(|| self.phrase("report/to-come"))).collect();
            cell.parts.extend((!notes.is_empty()).then(|| Part::Note(notes.join(", "))));
            cell.claims.push(entry.claim.clone());
        }
        let date = entries.first().map(|entry| self.date(&entry.iso)).unwrap_or_default();
        cell.leads = self.words.fill(Key::LeadDate, &[("date", &date), ("letter", &letter(&article.id).to_string())]);
        cell
    }

    /// A day, an hour of it or a stretch of days in words.
    fn date(&self, iso: &str) -> String {
        let ends = iso.split('/').map(|end| match end.split_once('T') {
            Some((day, hour)) => format!("{}, {hour}", long_date(day, self.words)),
            None => long_date(end, self.words),
        });
        ends.collect::<Vec<_>>().join(" – ")
    }
}
