//! What was found in a page and what became of each of its lines, for readers to check and put right.
//!
//! Lines stand in the page's own order; those left out one after the other make a fold. Folds follow what the program
//! found, not what the reader changed since, so that nothing moves under the finger that turns a line round.

use std::collections::BTreeMap;

use super::{Catalogue, Key};
use crate::article::{LineKind, LineReason};
use crate::exchange::reading::{Found, Line, Trouble};
use crate::lang::Language;

/// Reasons named on a fold.
const REASONS_NAMED: usize = 3;

/// Lines one after the other that were all kept, or all left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Whether they are part of the text.
    pub kept: bool,
    /// The lines.
    pub rows: Vec<Row>,
}

/// A line, what it was taken for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the page.
    pub at: usize,
    /// Its words.
    pub text: String,
    /// Whether it was found to be part of the text.
    pub kept: bool,
    /// What it is, where it was kept.
    pub part: Option<Key>,
    /// Why.
    pub why: Key,
}

/// The lines in runs.
pub fn runs(lines: &[Line]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let kept = line.kind.is_kept();
        let row = Row { at, text: line.text.clone(), kept, part: part(line.kind), why: why(line.reason) };
        match runs.last_mut() {
            Some(run) if run.kept == kept => run.rows.push(row),
            _ => runs.push(Run { kept, rows: vec![row] }),
        }
    }
    runs
}

impl Run {
    /// « 7 lignes laissées de côté », of those that still are.
    pub fn count(&self, turned: &BTreeMap<usize, bool>, words: &Catalogue) -> String {
        let left_out = self.rows.iter().filter(|row| !turned.get(&row.at).copied().unwrap_or(row.kept)).count();
        words.count(Key::PagesDropped, left_out)
    }

    /// The commonest reasons, in words.
    pub fn reasons(&self, words: &Catalogue) -> String {
        let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
        for row in &self.rows {
            *counts.entry(row.why).or_default() += 1;
        }
        let mut order: Vec<(Key, usize)> = counts.into_iter().collect();
        order.sort_by_key(|(key, count)| (std::cmp::Reverse(*count), *key));
        let names: Vec<&str> = order.iter().take(REASONS_NAMED).map(|(key, _)| words.text(*key)).collect();
        names.join(" · ")
    }
}

/// How many paragraphs are kept and how many lines left out, the reader's own decisions counted in.
pub fn counts(lines: &[Line], turned: &BTreeMap<usize, bool>) -> (usize, usize) {
    let is_kept = |at: usize, line: &Line| turned.get(&at).copied().unwrap_or(line.kind.is_kept());
    let is_paragraph = |line: &Line| !matches!(line.kind, LineKind::Title | LineKind::Heading);
    let kept = || lines.iter().enumerate().filter(|(at, line)| is_kept(*at, line));
    (kept().filter(|(_, line)| is_paragraph(line)).count(), lines.len() - kept().count())
}

/// « 12 paragraphes gardés, 31 lignes laissées de côté ».
pub fn counts_text(lines: &[Line], turned: &BTreeMap<usize, bool>, words: &Catalogue) -> String {
    let (kept, dropped) = counts(lines, turned);
    format!("{}, {}", words.count(Key::PagesKept, kept), words.count(Key::PagesDropped, dropped))
}

/// How sure the language is.
pub fn language_text(found: &Found, words: &Catalogue) -> String {
    words.fill(Key::LanguageFound, &[("percent", &words.percent(found.confidence))])
}

/// Below this the reader is asked to check: a paragraph of either language reaches more, a text of both or a few names
/// with nothing between them do not.
const LEAST_SURE: f64 = 0.3;

/// The doubt about a language, as a sentence with what to do; none where there is no doubt.
pub fn language_doubt(letter: char, found: &Found, words: &Catalogue) -> Option<String> {
    let language = match found.language {
        Language::French => Key::InFrench,
        Language::English => Key::InEnglish,
        Language::Other => return None,
    };
    let fill = [("letter", letter.to_string()), ("language", words.text(language).to_string())];
    let fill = fill.each_ref().map(|(name, value)| (*name, value.as_str()));
    (found.confidence < LEAST_SURE).then(|| words.fill(Key::NoticeLanguageUnsure, &fill))
}

/// What a language is called.
pub const fn language_name(language: Language) -> Key {
    match language {
        Language::French => Key::LanguageFrench,
        Language::English => Key::LanguageEnglish,
        Language::Other => Key::LanguageOther,
    }
}

/// Why something could not be read, in a sentence with the next step.
pub fn trouble_text(trouble: &Trouble, words: &Catalogue) -> String {
    match trouble {
        Trouble::Empty => words.text(Key::TroubleEmpty).to_string(),
        Trouble::TooLarge { megabytes, most_megabytes } => {
            let (size, most) = (megabytes.to_string(), most_megabytes.to_string());
            words.fill(Key::TroubleTooLarge, &[("size", &size), ("most", &most)])
        }
        Trouble::NotText => words.text(Key::TroubleNotText).to_string(),
        Trouble::NoArticle => words.text(Key::TroubleNoArticle).to_string(),
        Trouble::Page => words.text(Key::TroublePage).to_string(),
        Trouble::Part { number, count, why } => {
            let (number, count) = (number.to_string(), count.to_string());
            words.fill(Key::TroublePart, &[("number", &number), ("count", &count), ("why", &trouble_text(why, words))])
        }
    }
}

const fn part(kind: LineKind) -> Option<Key> {
    match kind {
        LineKind::Title => Some(Key::PartTitle),
        LineKind::Lead => Some(Key::PartLead),
        LineKind::Heading => Some(Key::PartHeading),
        LineKind::Paragraph => Some(Key::PartParagraph),
        LineKind::Credit | LineKind::Caption | LineKind::Furniture => None,
    }
}

const fn why(reason: LineReason) -> Key {
    match reason {
        LineReason::Prose => Key::WhyProse,
        LineReason::Headline => Key::WhyHeadline,
        LineReason::Standfirst => Key::WhyStandfirst,
        LineReason::Heading => Key::WhyHeading,
        LineReason::Item => Key::WhyItem,
        LineReason::Declared => Key::WhyDeclared,
        LineReason::Marked => Key::WhyMarked,
        LineReason::Reader => Key::ByReader,
        LineReason::Credit => Key::WhyCredit,
        LineReason::Caption => Key::WhyCaption,
        LineReason::Label => Key::WhyLabel,
        LineReason::List => Key::WhyList,
        LineReason::Repeated => Key::WhyRepeated,
        LineReason::Outside => Key::WhyOutside,
        LineReason::Undeclared => Key::WhyUndeclared,
        LineReason::Hidden => Key::WhyHidden,
        LineReason::Advert => Key::WhyAdvert,
        LineReason::Comments => Key::WhyComments,
        LineReason::Cookies => Key::WhyCookies,
        LineReason::Embed => Key::WhyEmbed,
        LineReason::Legal => Key::WhyLegal,
        LineReason::Menu => Key::WhyMenu,
        LineReason::Missing => Key::WhyMissing,
        LineReason::Newsletter => Key::WhyNewsletter,
        LineReason::Paywall => Key::WhyPaywall,
        LineReason::Related => Key::WhyRelated,
        LineReason::Share => Key::WhyShare,
        LineReason::Subscribe => Key::WhySubscribe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::UiLanguage;

    fn line(text: &str, kind: LineKind, reason: LineReason) -> Line {
        Line { text: text.into(), kind, reason }
    }

    fn page() -> Vec<Line> {
        vec![
            line("Menu", LineKind::Furniture, LineReason::Menu),
            line("S’abonner", LineKind::Furniture, LineReason::Subscribe),
            line("Sports", LineKind::Furniture, LineReason::Menu),
            line("Le pont rouvre", LineKind::Title, LineReason::Headline),
            line("Le pont a rouvert lundi.", LineKind::Paragraph, LineReason::Prose),
            line("Par Anne Morel", LineKind::Credit, LineReason::Credit),
            line("Travaux", LineKind::Heading, LineReason::Heading),
            line("Ils ont duré deux ans.", LineKind::Paragraph, LineReason::Prose),
        ]
    }

    #[test]
    fn lines_left_out_in_a_row_are_one_run() {
        let words = Catalogue::of(UiLanguage::French);
        let show = |run: &Run| {
            let rows = run.rows.iter().map(|row| {
                let part = row.part.map_or("–", |part| words.text(part));
                format!("  {} {} [{}] {}", row.at, row.text, part, words.text(row.why))
            });
            let head = if run.kept {
                "gardé".to_string()
            } else {
                format!("{} : {}", run.count(&BTreeMap::new(), words), run.reasons(words))
            };
            std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(runs(&page()).iter().map(show).collect::<Vec<_>>().join("\n").replace('\u{202f}', "_"), @"
        3 lignes laissées de côté : menu ou navigation · invitation à s’abonner
          0 Menu [–] menu ou navigation
          1 S’abonner [–] invitation à s’abonner
          2 Sports [–] menu ou navigation
        gardé
          3 Le pont rouvre [titre] une ligne à part, dont le texte reprend les mots
          4 Le pont a rouvert lundi. [paragraphe] des phrases qui se suivent
        1 ligne laissée de côté : signature, agence ou date_: lue, puis mise à part
          5 Par Anne Morel [–] signature, agence ou date_: lue, puis mise à part
        gardé
          6 Travaux [intertitre] une ligne courte suivie de texte
          7 Ils ont duré deux ans. [paragraphe] des phrases qui se suivent
        ");
    }

    #[test]
    fn every_reason_is_explained_in_its_own_words() {
        for language in [UiLanguage::French, UiLanguage::English] {
            let words = Catalogue::of(language);
            let told: std::collections::BTreeSet<&str> =
                LineReason::ALL.iter().map(|&reason| words.text(why(reason))).collect();
            assert_eq!(told.len(), LineReason::ALL.len());
        }
    }

    #[test]
    fn the_readers_decisions_are_counted_in() {
        let words = Catalogue::of(UiLanguage::French);
        assert_eq!(counts_text(&page(), &BTreeMap::new(), words), "2 paragraphes gardés, 4 lignes laissées de côté");
        let turned = BTreeMap::from([(1, true), (4, false), (7, false)]);
        assert_eq!(counts_text(&page(), &turned, words), "1 paragraphe gardé, 5 lignes laissées de côté");
        let first = &runs(&page())[0];
        assert_eq!(first.count(&turned, words), "2 lignes laissées de côté");
    }

    #[test]
    fn every_trouble_is_a_sentence_with_a_next_step() {
        let part = Trouble::Part { number: 2, count: 3, why: Box::new(Trouble::NoArticle) };
        let large = Trouble::too_large(12_300_000, 10_000_000);
        for language in [UiLanguage::French, UiLanguage::English] {
            let words = Catalogue::of(language);
            for trouble in
                [Trouble::Empty, Trouble::NotText, Trouble::NoArticle, Trouble::Page, part.clone(), large.clone()]
            {
                let text = trouble_text(&trouble, words);
                assert!(text.ends_with('.') && !text.contains('{'), "{text}");
            }
        }
        assert!(trouble_text(&large, Catalogue::of(UiLanguage::English)).contains("13 MB, and at most 10 MB"));
    }

    #[test]
    fn the_language_says_how_sure_it_is() {
        let words = Catalogue::of(UiLanguage::English);
        let found = |confidence| Found { confidence, ..Found::default() };
        assert_eq!(language_text(&found(0.62), words), "62% sure");
    }

    #[test]
    fn paragraphs_are_beyond_doubt_and_mixtures_are_not() {
        let sure = |text| crate::lang::detect(text, &crate::lang::Lexica::built_in()).1 >= LEAST_SURE;
        assert!(sure("Le pont a rouvert lundi après deux ans de travaux, et les habitants s’en réjouissent."));
        assert!(sure("The bridge reopened on Monday after two years of work, and the neighbours are glad of it."));
        assert!(!sure(
            "Le pont a rouvert lundi après deux ans. The bridge reopened on Monday after two years of work."
        ));
        assert!(!sure("Lavrov, Kerry, Ban Ki-moon, Vladimir Poutine, Alep, Genève"));
    }

    #[test]
    fn a_doubtful_language_is_told() {
        let words = Catalogue::of(UiLanguage::English);
        let doubt =
            |language, confidence| language_doubt('B', &Found { language, confidence, ..Found::default() }, words);
        assert_eq!(doubt(Language::French, 0.9), None);
        assert_eq!(doubt(Language::Other, 0.1), None, "another notice says what that means");
        let told = doubt(Language::English, 0.1).expect("a doubt");
        assert_eq!(told, "The language of text B is not sure: if it is not English, put it right under “Pages read”.");
    }
}
