//! What holds of a comparison as a whole: words that two articles share as copy, and what limits the comparison.

use std::collections::BTreeMap;

use super::contract::{Change, CopiedPassage, Notice, SharedCopy};
use super::{CodePoints, names};
use crate::align;
use crate::compare::Comparison;
use crate::lang::{Language, message};
use crate::text::Span;

/// What each pair of articles has word for word.
pub(super) fn shared_copy(comparison: &Comparison, points: &[CodePoints]) -> Vec<SharedCopy> {
    let shared = comparison.alignment.shared_copy.iter();
    shared
        .map(|shared| SharedCopy {
            a: names::article(shared.a),
            b: names::article(shared.b),
            share_a: names::rounded(shared.share_a),
            share_b: names::rounded(shared.share_b),
            agency: shared.agency.clone(),
            passages: shared.passages.iter().map(|it| copied(it, &points[shared.a], &points[shared.b])).collect(),
        })
        .collect()
}

fn copied(passage: &align::CopiedPassage, a: &CodePoints, b: &CodePoints) -> CopiedPassage {
    let change = |&(one, other): &(Span, Span)| Change { a: a.passage(one), b: b.passage(other) };
    CopiedPassage {
        kind: names::copy(passage.kind).to_owned(),
        a: a.passage(passage.a),
        b: b.passage(passage.b),
        words: passage.words.len(),
        changes: passage.changes.iter().map(change).collect(),
    }
}

/// What the reader should know before trusting what was not found.
pub(super) fn notices(comparison: &Comparison) -> Vec<Notice> {
    let languages: Vec<Language> = comparison.articles.iter().map(|it| it.article.language).collect();
    let language = languages.first().copied().unwrap_or_default();
    let unknown = (0..languages.len()).filter(|&at| languages[at] == Language::Other);
    let mut notices: Vec<Notice> = unknown.map(|at| notice(language, "notice/language", &[at])).collect();
    let known = |wanted: Language| languages.iter().position(|&language| language == wanted);
    if let (Some(french), Some(english)) = (known(Language::French), known(Language::English)) {
        let pair = [french.min(english), french.max(english)];
        notices.push(notice(language, "notice/languages", &pair));
    }
    notices
}

fn notice(language: Language, rule: &str, articles: &[usize]) -> Notice {
    let ids: Vec<String> = articles.iter().map(|&at| names::article(at)).collect();
    let letters = ["a", "b"].into_iter().zip(&ids).map(|(name, id)| (name.to_owned(), id.to_uppercase()));
    let details: BTreeMap<String, String> = letters.collect();
    Notice { rule: rule.to_owned(), note: message(language, rule, &details), articles: ids, details }
}

impl SharedCopy {
    /// The rule whose sentence says how much is shared, and that it proves nothing ([`message`]).
    pub fn rule(&self) -> &'static str {
        match &self.agency {
            _ if self.share_a <= 0.0 => "copy/quotations",
            Some(_) => "copy/agency",
            None => "copy/unnamed",
        }
    }

    /// What that sentence is filled with.
    pub fn details(&self) -> BTreeMap<&'static str, String> {
        let percent = |share: f64| format!("{:.0}", share * 100.0);
        BTreeMap::from([
            ("a", self.a.to_uppercase()),
            ("b", self.b.to_uppercase()),
            ("share_a", percent(self.share_a)),
            ("share_b", percent(self.share_b)),
            ("agency", self.agency.clone().unwrap_or_default()),
        ])
    }
}

impl CopiedPassage {
    /// The rule whose sentence says what the passage is ([`message`]).
    pub fn rule(&self) -> String {
        format!("copy/{}", self.kind)
    }

    /// What that sentence is filled with.
    pub fn details(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from([("count", self.words.to_string())])
    }
}
