//! A comparison as plain text for a terminal: what both tell, what changes, what only one tells.

use super::contract::{Alignment, Article, Camp, Document, Figure, Label, Name, SharedCopy, Voice};
use super::reader::{Reader, credit, letter};
use crate::lang::Language;

/// Columns a line takes at most, where words allow.
const WIDTH_COLUMNS: usize = 96;
/// Blanks a wrapped line begins with, by depth.
const INDENT_COLUMNS: usize = 2;

/// The report, in the reader's language.
pub fn text(document: &Document, language: Language) -> String {
    let mut page = Page { reader: Reader::new(document, language), out: String::new() };
    for article in &document.articles {
        page.article(article);
    }
    page.notices();
    page.synthesis();
    page.shared_copy();
    page.shared();
    page.only();
    page.labels();
    page.voices();
    page.camps();
    page.figures();
    page.timeline();
    page.out
}

struct Page<'a> {
    reader: Reader<'a>,
    out: String,
}

impl Page<'_> {
    fn article(&mut self, article: &Article) {
        let title = format!("{}  {}", letter(&article.id), self.reader.title(article));
        self.line(0, &title);
        let credit = credit(article);
        if !credit.is_empty() {
            self.line(1, &credit);
        }
    }

    fn notices(&mut self) {
        for notice in &self.reader.document.notices {
            let sentence = self.reader.notice(notice);
            self.line(0, &sentence);
        }
    }

    fn synthesis(&mut self) {
        let sentences: Vec<String> =
            self.reader.document.synthesis.iter().map(|it| format!("- {}", self.reader.statement(it))).collect();
        self.section("report/synthesis", &sentences);
    }

    fn shared_copy(&mut self) {
        let all = &self.reader.document.shared_copy;
        if !all.is_empty() {
            let heading = self.reader.phrase("report/copy");
            self.heading(&heading);
        }
        for shared in all {
            let sentence = self.reader.shared_copy(shared);
            self.line(0, &sentence);
            self.copied(shared);
        }
    }

    fn copied(&mut self, shared: &SharedCopy) {
        for passage in &shared.passages {
            let kind = self.reader.copied(passage);
            self.line(0, &format!("- {}", passage.a.text));
            self.line(2, &format!("[{kind}]"));
            for change in &passage.changes {
                let change = self.reader.change(shared, change);
                self.line(2, &change);
            }
        }
    }

    fn shared(&mut self) {
        let links = &self.reader.document.alignments;
        let heading = self.reader.say("report/shared", [("count", links.len().to_string())]);
        self.heading(&heading);
        if links.is_empty() {
            let none = self.reader.phrase("report/none");
            self.line(0, &none);
        }
        for (at, link) in links.iter().enumerate() {
            self.link(at + 1, link);
        }
    }

    fn link(&mut self, number: usize, link: &Alignment) {
        let title = format!("{number}. {}", self.reader.link(link));
        self.line(0, &title);
        for id in [&link.a, &link.b] {
            let Some((article, claim)) = self.reader.claim(id) else { continue };
            let words = format!("{}  {}", letter(&article.id), claim.text);
            let standing = self.reader.standing(claim);
            self.line(1, &words);
            self.line(3, &format!("[{standing}]"));
        }
        let changes: Vec<String> = link.differences.iter().map(|it| self.reader.difference(it)).collect();
        self.list("report/changes", &changes);
        let reasons: Vec<String> = link.evidence.iter().take(4).map(|it| self.reader.evidence(it)).collect();
        if !reasons.is_empty() {
            let why = self.reader.say("report/because", [("reasons", reasons.join(", "))]);
            self.line(1, &why);
        }
        self.out.push('\n');
    }

    fn only(&mut self) {
        for (articles, list) in self.reader.only() {
            let heading = self.reader.only_heading(&articles, list.len());
            self.heading(&heading);
            for only in list {
                let Some((_, claim)) = self.reader.claim(&only.claim) else { continue };
                self.line(0, &format!("- {}", claim.text));
                for sentence in self.reader.nearest(only) {
                    self.line(2, &sentence);
                }
            }
        }
    }

    fn labels(&mut self) {
        let labels = self.reader.labels();
        if labels.is_empty() {
            return;
        }
        let heading = self.reader.phrase("report/labels");
        self.heading(&heading);
        for label in labels {
            self.label(label);
        }
    }

    fn label(&mut self, label: &Label) {
        self.line(0, &label.referent);
        for article in &self.reader.document.articles {
            let names: Vec<&Name> = label.names.iter().filter(|name| name.article == article.id).collect();
            if !names.is_empty() {
                let line = format!("{}  {}", letter(&article.id), self.reader.names(&names));
                self.line(1, &line);
                if let Some(swapped) = self.reader.swapped(label, article) {
                    self.line(3, &swapped);
                }
            }
        }
    }

    fn voices(&mut self) {
        let voices = &self.reader.document.voices;
        if voices.is_empty() {
            return;
        }
        let heading = self.reader.phrase("report/voices");
        self.heading(&heading);
        for voice in voices {
            self.voice(voice);
        }
    }

    fn voice(&mut self, voice: &Voice) {
        let kind = self.reader.phrase(&format!("speaker-kind/{}", voice.kind));
        self.line(0, &format!("{} ({kind})", voice.speaker));
        for heard in &voice.heard {
            let line = format!("{}  {}", letter(&heard.article), self.reader.heard(heard));
            self.line(1, &line);
        }
    }

    fn camps(&mut self) {
        let camps = &self.reader.document.camps;
        let told = |camp: &Camp| {
            let verbs = camp.told.iter().filter(|told| !told.verbs.is_empty());
            let verbs = verbs.map(|told| format!("  {}  {}", letter(&told.article), self.reader.verbs(told)));
            std::iter::once(camp.name.clone()).chain(verbs).collect::<Vec<_>>()
        };
        let lines: Vec<String> = camps.iter().flat_map(told).collect();
        self.section("report/camps", &lines);
    }

    fn figures(&mut self) {
        let line = |figure: &Figure| {
            let reason = self.reader.reason(figure).map(|reason| format!(" ({reason})")).unwrap_or_default();
            format!("- {} / {}{reason}", figure.a_text, figure.b_text)
        };
        let lines: Vec<String> = self.reader.document.figures.iter().map(line).collect();
        self.section("report/figures", &lines);
    }

    fn timeline(&mut self) {
        let entries = self.reader.document.timeline.iter();
        let lines: Vec<String> = entries.filter_map(|it| Some(format!("- {}", self.reader.dated(it)?))).collect();
        self.section("report/timeline", &lines);
    }

    /// A heading and its lines, each as deep as the blanks it begins with; nothing where there are no lines.
    fn section(&mut self, heading: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let heading = self.reader.phrase(heading);
        self.heading(&heading);
        for line in lines {
            let depth = (line.len() - line.trim_start_matches(' ').len()) / INDENT_COLUMNS;
            self.line(depth, line);
        }
    }

    fn list(&mut self, heading: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let heading = self.reader.phrase(heading);
        self.line(1, &heading);
        for line in lines {
            self.line(2, &format!("- {line}"));
        }
    }

    fn heading(&mut self, words: &str) {
        self.out.push('\n');
        self.out.push_str(words);
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n('-', words.chars().count().min(WIDTH_COLUMNS)));
        self.out.push('\n');
    }

    /// Adds a line, wrapped at blanks; what control characters an article holds become blanks, so that
    /// no article writes to a reader's terminal.
    fn line(&mut self, depth: usize, words: &str) {
        let indent = depth * INDENT_COLUMNS;
        let mut column = 0;
        for word in words.split(|c: char| c == ' ' || c.is_control()).filter(|word| !word.is_empty()) {
            let width = word.chars().count();
            if column > 0 && indent + column + 1 + width > WIDTH_COLUMNS {
                self.out.push('\n');
                column = 0;
            }
            if column == 0 {
                self.out.extend(std::iter::repeat_n(' ', indent));
            } else {
                self.out.push(' ');
                column += 1;
            }
            self.out.push_str(word);
            column += width;
        }
        self.out.push('\n');
    }
}
