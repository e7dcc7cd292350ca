//! What the reports for people (text, HTML) share: looking claims up, and saying values in words.

use std::collections::BTreeMap;

use super::contract::{
    Alignment, Article, CampTold, Change, Claim, CopiedPassage, Difference, Document, Evidence, Figure, Heard, Label,
    Name, Notice, Occurrence, Only, SharedCopy, Statement, Swap, TimelineEntry, VerbCount,
};
use crate::lang::{Language, message, phrase};

/// From here on a link is called sure, and likely: shares of right links a reader can count on, in the
/// words people use for them.
const SURE: f64 = 0.8;
const LIKELY: f64 = 0.6;

/// A document with the language its reader reads.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) language: Language,
    claims: BTreeMap<&'a str, (&'a Article, &'a Claim)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document, language: Language) -> Self {
        let of = |article: &'a Article| article.claims.iter().map(move |claim| (claim.id.as_str(), (article, claim)));
        Self { document, language, claims: document.articles.iter().flat_map(of).collect() }
    }

    /// The claim of that id, with its article.
    pub(super) fn claim(&self, id: &str) -> Option<(&'a Article, &'a Claim)> {
        self.claims.get(id).copied()
    }

    pub(super) fn phrase(&self, key: &str) -> String {
        phrase(self.language, key)
    }

    pub(super) fn say<const N: usize>(&self, key: &str, details: [(&str, String); N]) -> String {
        message(self.language, key, &BTreeMap::from(details))
    }

    /// The headline, or words that stand for it.
    pub(super) fn title(&self, article: &Article) -> String {
        article.title.clone().unwrap_or_else(|| self.phrase("report/untitled"))
    }

    /// How sure a link is and what it says: « lien sûr (0,93) · se recoupe en partie ».
    pub(super) fn link(&self, link: &Alignment) -> String {
        let confidence = match link.score {
            score if score >= SURE => "confidence/sure",
            score if score >= LIKELY => "confidence/likely",
            _ => "confidence/possible",
        };
        let relation = self.phrase(&format!("relation/{}", link.relation));
        format!("{} ({}) · {relation}", self.phrase(confidence), self.number(link.score))
    }

    /// How the outlet commits, and who says it with which verb.
    pub(super) fn standing(&self, claim: &Claim) -> String {
        let mut parts = vec![self.phrase(&format!("certainty/{}", claim.certainty))];
        parts.extend(claim.mode.as_ref().map(|mode| self.phrase(&format!("mode/{mode}"))));
        parts.extend(claim.speaker.clone());
        parts.extend(claim.verb.clone());
        parts.join(" · ")
    }

    /// The sentence of a difference, in this reader's language.
    pub(super) fn difference(&self, difference: &Difference) -> String {
        message(self.language, &difference.rule, &difference.details)
    }

    /// One reason for a link: « même nom : Kerry ~ John Kerry ».
    pub(super) fn evidence(&self, evidence: &Evidence) -> String {
        let kind = self.phrase(&format!("evidence/{}", evidence.kind));
        // Wording in common is long, and the same on both sides but for small edits.
        if evidence.a == evidence.b || evidence.kind == "copy" {
            return format!("{kind} ({})", shortened(&evidence.a));
        }
        format!("{kind} ({} ~ {})", shortened(&evidence.a), shortened(&evidence.b))
    }

    /// The sentence of a notice, in this reader's language.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        message(self.language, &notice.rule, &notice.details)
    }

    /// What two articles have word for word: how much of each, and why that proves nothing.
    pub(super) fn shared_copy(&self, shared: &SharedCopy) -> String {
        message(self.language, shared.rule(), &shared.details())
    }

    /// What a passage is that two articles share: « repris mot pour mot (31 mots) ».
    pub(super) fn copied(&self, passage: &CopiedPassage) -> String {
        message(self.language, &passage.rule(), &passage.details())
    }

    /// What was edited in a copied passage.
    pub(super) fn change(&self, shared: &SharedCopy, change: &Change) -> String {
        let rule = match (change.a.text.is_empty(), change.b.text.is_empty()) {
            (_, true) => "copy/change-a",
            (true, false) => "copy/change-b",
            (false, false) => "copy/change",
        };
        let (a, b) = (letter(&shared.a), letter(&shared.b));
        let details = [("a", a), ("b", b), ("words_a", change.a.text.clone()), ("words_b", change.b.text.clone())];
        self.say(rule, details)
    }

    /// The claims found in one text only, by article and the article they were looked for in.
    pub(super) fn only(&self) -> Vec<((String, String), Vec<&'a Only>)> {
        let mut lists: BTreeMap<(String, String), Vec<&'a Only>> = BTreeMap::new();
        for only in &self.document.only {
            if let Some((article, _)) = self.claim(&only.claim) {
                lists.entry((article.id.clone(), only.missing_in.clone())).or_default().push(only);
            }
        }
        lists.into_iter().collect()
    }

    /// Heading of such a list.
    pub(super) fn only_heading(&self, (article, other): &(String, String), count: usize) -> String {
        self.say("report/only", [("a", letter(article)), ("b", letter(other)), ("count", count.to_string())])
    }

    /// What is near to a claim that has no counterpart, and whether it is later; often nothing.
    pub(super) fn nearest(&self, only: &Only) -> Vec<String> {
        let near = only.nearest.as_deref().and_then(|id| self.claim(id)).zip(only.nearest_score);
        let sentence = near.map(|((_, claim), score)| {
            let b = letter(&only.missing_in);
            self.say("report/nearest", [("b", b), ("words", claim.text.clone()), ("score", self.number(score))])
        });
        let later = only.later.then(|| self.phrase("report/later"));
        sentence.into_iter().chain(later).collect()
    }

    /// What the articles name differently.
    pub(super) fn labels(&self) -> Vec<&'a Label> {
        self.document.labels.iter().filter(|label| label.differs).collect()
    }

    /// The first sentence of an article into which another's name fits: « avec le mot de B : … ».
    pub(super) fn swapped(&self, label: &Label, article: &Article) -> Option<String> {
        let own = label.names.iter().filter(|name| name.article == article.id);
        let occurrence = own.flat_map(|name| &name.occurrences).find(|it| it.swaps.iter().any(is_sure))?;
        let swap = occurrence.swaps.iter().find(|swap| is_sure(swap))?;
        let words = swapped(article, occurrence, swap);
        Some(self.say("report/swap", [("b", letter(&swap.article)), ("words", words)]))
    }

    /// The names an article gives, and how often: « 3 × “régime” ».
    pub(super) fn names(&self, names: &[&Name]) -> String {
        let count = |name: &&Name| {
            self.say("report/counted", [("count", name.occurrences.len().to_string()), ("words", name.text.clone())])
        };
        names.iter().map(count).collect::<Vec<_>>().join(", ")
    }

    /// How much a speaker is heard in an article.
    pub(super) fn heard(&self, heard: &Heard) -> String {
        let (direct, indirect) = (heard.words_direct.to_string(), heard.words_indirect.to_string());
        let words = self.say("report/heard", [("direct", direct), ("indirect", indirect)]);
        let verbs: Vec<String> = heard.verbs.iter().map(|it| format!("{} ×{}", it.verb, it.count)).collect();
        if verbs.is_empty() { words } else { format!("{words} ({})", verbs.join(", ")) }
    }

    /// One sentence of the synthesis, in this reader's language.
    pub(super) fn statement(&self, statement: &Statement) -> String {
        message(self.language, &statement.rule, &statement.details)
    }

    /// The verbs an article gives to a camp: « affirmer ×2 (insiste) ».
    pub(super) fn verbs(&self, told: &CampTold) -> String {
        let verb =
            |it: &VerbCount| format!("{} ×{} ({})", it.verb, it.count, self.phrase(&format!("stance/{}", it.stance)));
        told.verbs.iter().map(verb).collect::<Vec<_>>().join(", ")
    }

    /// A dated claim, and to which articles it was unknown yet: « 2016-10-20 (jeudi) A … ».
    pub(super) fn dated(&self, entry: &TimelineEntry) -> Option<String> {
        let (article, claim) = self.claim(&entry.claim)?;
        let later = entry.later_than.iter().map(|id| self.say("report/told-later", [("b", letter(id))]));
        let notes: Vec<String> = later.chain(entry.to_come.then(|| self.phrase("report/to-come"))).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" [{}]", notes.join(", ")) };
        Some(format!("{} ({}) {}: {}{notes}", entry.iso, entry.text, letter(&article.id), claim.text))
    }

    /// Why two figures differ, where they do.
    pub(super) fn reason(&self, figure: &Figure) -> Option<String> {
        figure.reason.as_ref().map(|reason| self.phrase(&format!("reason/{reason}")))
    }

    /// A share with two decimals and the reader's decimal mark.
    fn number(&self, value: f64) -> String {
        let digits = format!("{value:.2}");
        if self.language == Language::French { digits.replace('.', ",") } else { digits }
    }
}

fn is_sure(swap: &Swap) -> bool {
    !swap.edits.is_empty()
}

/// A sentence with its edits made; on one line.
fn swapped(article: &Article, occurrence: &Occurrence, swap: &Swap) -> String {
    let mut out = String::new();
    let mut at = occurrence.sentence_start;
    let slice = |start: usize, end: usize| article.text.chars().skip(start).take(end.saturating_sub(start));
    for edit in &swap.edits {
        out.extend(slice(at, edit.start));
        out.push_str(&edit.text);
        at = edit.end;
    }
    out.extend(slice(at, occurrence.sentence_end));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The article's address where it is one to visit: no `javascript:`, no `data:`.
pub(super) fn address(article: &Article) -> Option<&str> {
    article.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// Outlet, author, agency and day, as far as they are known.
pub(super) fn credit(article: &Article) -> String {
    let parts = [&article.outlet, &article.byline, &article.agency, &article.date];
    let known: Vec<&str> = parts.into_iter().filter_map(Option::as_deref).filter(|it| !it.is_empty()).collect();
    known.join(" · ")
}

/// Words of a reason are shown whole up to so many, else only how they begin and end.
const REASON_WORDS: usize = 10;

/// The first and last of many words, all of few.
fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() <= REASON_WORDS {
        return words.to_owned();
    }
    let half = REASON_WORDS / 2;
    format!("{} […] {}", all[..half].join(" "), all[all.len() - half..].join(" "))
}

/// The letter an article goes by: `a` → `A`.
pub(super) fn letter(id: &str) -> String {
    id.to_uppercase()
}

/// The language of a document's first article, or English: what a report is written in by default.
pub fn language_of(document: &Document) -> Language {
    match document.articles.first().map(|article| article.lang.as_str()) {
        Some("fr") => Language::French,
        _ => Language::English,
    }
}
