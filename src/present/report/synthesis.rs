//! What matters most, in sentences; then who says how, and how sure each outlet tells what both tell.

use super::{Body, Cell, Desk, Part, Report, Section, letter, quoted, verb_text};
use crate::exchange::contract::{Article, Camp, Claim};
use crate::present::{Catalogue, Edition, Key, Rung};

/// The view « Synthèse ».
pub fn synthesis(edition: &Edition, words: &Catalogue) -> Report {
    let desk = Desk::new(edition, words);
    let parts = [
        ("difference", Key::SynthesisMost),
        ("shared", Key::SynthesisShared),
        ("only", Key::SynthesisOnly),
        ("heard", Key::SynthesisHeard),
    ];
    let told = parts.into_iter().filter_map(|(part, heading)| desk.statements(part, heading));
    let sections = told.chain(desk.camps()).chain(desk.rungs()).collect();
    Report { intro: words.text(Key::SynthesisIntro).to_owned(), sections }
}

impl Desk<'_> {
    /// The sentences of one part, each leading to its claims.
    fn statements(&self, part: &str, heading: Key) -> Option<Section> {
        let all = self.document.synthesis.iter().filter(|statement| statement.part == part);
        let leads = self.words.text(Key::LeadClaim);
        let cell = |it: &crate::exchange::contract::Statement| {
            Cell::text(self.say(&it.rule, &it.details)).leading(&it.claims, leads.to_owned())
        };
        let sentences: Vec<Cell> = all.map(cell).collect();
        let heading = self.words.text(heading).to_owned();
        (!sentences.is_empty()).then_some(Section { heading, note: None, body: Body::Sentences(sentences) })
    }

    /// Verb by camp: a row a camp, a column an article.
    fn camps(&self) -> Option<Section> {
        let verbs = |camp: &Camp, article: &Article| {
            let told = camp.told.iter().find(|told| told.article == article.id && !told.verbs.is_empty());
            let Some(told) = told else {
                return Cell {
                    parts: vec![Part::Note(self.words.text(Key::VoiceSilent).to_owned())],
                    ..Cell::default()
                };
            };
            let leads = self
                .words
                .fill(Key::LeadVoice, &[("speaker", &camp.name), ("letter", &letter(&article.id).to_string())]);
            let parts = told
                .verbs
                .iter()
                .map(|verb| quoted(article, &verb_text(verb), self.phrase(&format!("stance/{}", verb.stance))));
            let claims: Vec<String> = told.verbs.iter().flat_map(|verb| verb.claims.clone()).collect();
            Cell { parts: parts.collect(), ..Cell::default() }.leading(&claims, leads)
        };
        let row = |camp: &Camp| {
            let speakers =
                camp.speakers.iter().filter(|name| **name != camp.name).cloned().collect::<Vec<_>>().join(", ");
            let mut parts = vec![Part::Text(camp.name.clone())];
            parts.extend((!speakers.is_empty()).then_some(Part::Note(speakers)));
            let cells = self.document.articles.iter().map(|article| verbs(camp, article));
            std::iter::once(Cell { parts, ..Cell::default() }).chain(cells).collect()
        };
        let camps = self.document.camps.iter().filter(|camp| camp.told.iter().any(|told| !told.verbs.is_empty()));
        let rows: Vec<Vec<Cell>> = camps.map(row).collect();
        (!rows.is_empty()).then(|| Section {
            heading: self.words.text(Key::CampsTitle).to_owned(),
            note: Some(self.words.text(Key::CampsIntro).to_owned()),
            body: Body::Table(self.columns(self.words.text(Key::ColumnCamp)), rows),
        })
    }

    /// Both rungs of each shared claim of the two articles that are shown, with the words that carry them.
    fn rungs(&self) -> Option<Section> {
        let row = |shared: &crate::present::Shared| {
            let surest = shared.pairs.iter().copied().max_by(|one, other| {
                self.edition.pairs[*one].score.total_cmp(&self.edition.pairs[*other].score).then(other.cmp(one))
            })?;
            let claims = [0, 1].map(|side| self.edition.claim(side, self.edition.pairs[surest].claims[side]));
            let number = shared.number.to_string();
            let leads = self.words.fill(Key::OpenClaim, &[("number", &number)]);
            let ids = claims.map(|claim| claim.id.clone());
            let [a, b] = [0, 1].map(|side| self.rung(side, claims[side]));
            Some(vec![Cell::text(number).leading(&ids, leads), a, b])
        };
        let rows: Vec<Vec<Cell>> = self.edition.shared.iter().filter_map(row).collect();
        let columns = self.columns(self.words.text(Key::ColumnNumber));
        let shown = self.edition.shown().map(|article| columns[article + 1].clone());
        (!rows.is_empty()).then(|| Section {
            heading: self.words.text(Key::RungsTitle).to_owned(),
            note: Some(self.words.text(Key::RungsIntro).to_owned()),
            body: Body::Table(std::iter::once(columns[0].clone()).chain(shown).collect(), rows),
        })
    }

    fn rung(&self, side: usize, claim: &Claim) -> Cell {
        let rung = Rung::named(&claim.certainty);
        let name = self.words.text(rung.key()).to_owned();
        let label = self.words.fill(Key::RungHeight, &[("name", &name), ("n", &rung.height().to_string())]);
        let article = self.edition.article(side);
        let carriers: Vec<&str> = claim.cues.iter().map(|cue| cue.text.as_str()).collect();
        let mut parts = vec![Part::Rung(rung, name, label), quoted(article, &claim.text, String::new())];
        if !carriers.is_empty() {
            parts.push(Part::Note(self.words.fill(Key::RungCarried, &[("words", &carriers.join(", "))])));
        }
        Cell { parts, ..Cell::default() }
    }
}
