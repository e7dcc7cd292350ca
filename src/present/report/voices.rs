//! Who speaks in which article, how much, directly or not, with which verbs.

use super::{Body, Cell, Desk, Part, Report, Section, letter, quoted, verb_text};
use crate::exchange::contract::{Article, Heard, Speech, Voice};
use crate::present::{Catalogue, Edition, Key};

/// The view « Voix ».
pub fn voices(edition: &Edition, words: &Catalogue) -> Report {
    let desk = Desk::new(edition, words);
    let sections = vec![desk.shares(), desk.heard()];
    Report { intro: words.text(Key::VoicesIntro).to_owned(), sections }
}

impl Desk<'_> {
    /// How much of each article is speech.
    fn shares(&self) -> Section {
        let row = |article: &Article| {
            let speech = self.document.speech.iter().find(|speech| speech.article == article.id)?;
            Some(vec![Cell::text(self.columns("")[1 + self.number(article)].clone()), self.share(article, speech)])
        };
        let rows: Vec<Vec<Cell>> = self.document.articles.iter().filter_map(row).collect();
        let head = [Key::ColumnArticle, Key::VoicesShare].map(|key| self.words.text(key).to_owned());
        Section {
            heading: self.words.text(Key::VoicesShare).to_owned(),
            note: None,
            body: Body::Table(head.into(), rows),
        }
    }

    fn number(&self, article: &Article) -> usize {
        self.document.articles.iter().position(|other| other.id == article.id).unwrap_or(0)
    }

    fn share(&self, article: &Article, speech: &Speech) -> Cell {
        let percent = |words: usize| words as f64 * 100.0 / speech.words.max(1) as f64;
        let (direct, indirect) = (percent(speech.direct), percent(speech.indirect));
        let told = |words: f64| format!("{words:.0}");
        let own = 100.0 - direct - indirect - percent(speech.unknown);
        let details = [
            ("direct", told(direct)),
            ("indirect", told(indirect)),
            ("unknown", told(percent(speech.unknown))),
            ("own", told(own)),
        ];
        let values = details.each_ref().map(|(name, value)| (*name, value.as_str()));
        let key = if speech.unknown > 0 { Key::VoicesPartUnknown } else { Key::VoicesPart };
        let parts = vec![Part::Bar(letter(&article.id), direct, indirect), Part::Text(self.words.fill(key, &values))];
        Cell { parts, ..Cell::default() }
    }

    /// A row a voice, those with most words first.
    fn heard(&self) -> Section {
        let words = |heard: &Heard| heard.words_direct + heard.words_indirect;
        let all = |voice: &Voice| voice.heard.iter().map(words).sum::<usize>();
        let most = self.document.voices.iter().flat_map(|voice| &voice.heard).map(words).max().unwrap_or(1).max(1);
        let mut voices: Vec<&Voice> = self.document.voices.iter().collect();
        voices.sort_by_key(|voice| std::cmp::Reverse(all(voice)));
        let row = |voice: &Voice| {
            let cells = self.document.articles.iter().map(|article| self.cell(voice, article, most));
            std::iter::once(self.speaker(voice)).chain(cells).collect()
        };
        let rows: Vec<Vec<Cell>> = voices.into_iter().map(row).collect();
        let heading = self.words.text(Key::VoicesWho).to_owned();
        if rows.is_empty() {
            return Section { heading, note: Some(self.words.text(Key::VoicesNone).to_owned()), body: Body::Empty };
        }
        Section { heading, note: None, body: Body::Table(self.columns(self.words.text(Key::ColumnVoice)), rows) }
    }

    fn speaker(&self, voice: &Voice) -> Cell {
        let camp = voice.camp.as_ref().and_then(|id| self.document.camps.iter().find(|camp| camp.id == *id));
        let camp = camp.filter(|camp| camp.name != voice.speaker).map(|camp| camp.name.as_str());
        // A name says by itself that somebody is named.
        let kind = (voice.kind != "named").then(|| self.phrase(&format!("speaker-kind/{}", voice.kind)));
        let notes: Vec<String> = kind.into_iter().chain(camp.map(str::to_owned)).collect();
        let note = (!notes.is_empty()).then(|| Part::Note(notes.join(" · ")));
        let parts = std::iter::once(Part::Text(voice.speaker.clone())).chain(note);
        Cell { parts: parts.collect(), ..Cell::default() }
    }

    fn cell(&self, voice: &Voice, article: &Article, most: usize) -> Cell {
        let Some(heard) = voice.heard.iter().find(|heard| heard.article == article.id) else {
            let named =
                voice.silent.iter().find(|silent| silent.article == article.id).map_or(0, |silent| silent.named);
            let silent = match named {
                0 => self.words.text(Key::VoiceSilent).to_owned(),
                _ => self.words.count(Key::VoiceNamed, named),
            };
            return Cell { parts: vec![Part::Note(silent)], ..Cell::default() };
        };
        let share = |words: usize| words as f64 * 100.0 / most as f64;
        let counts = [("direct", heard.words_direct.to_string()), ("indirect", heard.words_indirect.to_string())];
        let counts = counts.map(|(name, value)| (name.to_owned(), value)).into();
        let place = match heard.place.as_str() {
            "body" => self.words.fill(Key::VoiceFirstAt, &[("percent", &self.words.percent(heard.depth))]),
            place => self.words.fill(Key::VoiceFirst, &[("place", &self.phrase(&format!("place/{place}")))]),
        };
        let verbs = heard.verbs.iter().map(verb_text).collect::<Vec<_>>().join(", ");
        let mut parts = vec![
            Part::Bar(letter(&article.id), share(heard.words_direct), share(heard.words_indirect)),
            Part::Text(self.say("report/heard", &counts)),
        ];
        parts.extend((!verbs.is_empty()).then(|| quoted(article, &verbs, String::new())));
        parts.push(Part::Note(place));
        let leads = self
            .words
            .fill(Key::LeadVoice, &[("speaker", &voice.speaker), ("letter", &letter(&article.id).to_string())]);
        Cell { parts, ..Cell::default() }.leading(&heard.claims, leads)
    }
}
