//! What two articles have word for word, and what limits their comparison: sentences and lines for the reader.
//!
//! Wording in common is shown as what it is: one source printed twice, or a quotation that both give. What was
//! edited inside it shows how each outlet worked on the dispatch.

use super::{Catalogue, Edition};
use crate::exchange::contract::{CopiedPassage, SharedCopy};
use crate::lang::message;

/// What the two articles shown have word for word.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyView {
    /// How much of each article, and why that proves nothing.
    pub sentence: String,
    /// Shares of copied prose in each article, 0 to 1.
    pub shares: [f64; 2],
    /// The passages, in the order of the first source.
    pub passages: Vec<CopyLine>,
}

/// One passage that both have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyLine {
    /// Whether it is only a quotation that both give.
    pub quotation: bool,
    /// « repris mot pour mot (31 mots) ».
    pub kind: String,
    /// Code points in each source's text: first, one past the last.
    pub places: [(usize, usize); 2],
    /// The words of the first source.
    pub text: String,
    /// The words that were edited, in each source; empty where it has none.
    pub changes: Vec<[String; 2]>,
}

impl CopyView {
    /// What the sources of `edition` share, if anything; sides in their order.
    pub fn of(edition: &Edition, words: &Catalogue) -> Option<Self> {
        let ids = [0, 1].map(|side| edition.article(side).id.as_str());
        let shared = &edition.document.shared_copy;
        let found = shared.iter().find(|it| [it.a.as_str(), it.b.as_str()] == ids);
        let mirrored = shared.iter().find(|it| [it.b.as_str(), it.a.as_str()] == ids).map(mirrored);
        found.cloned().or(mirrored).map(|shared| view(&shared, words))
    }
}

impl CopyLine {
    /// Whether it touches both claims: each a stretch of its source's text, in code points.
    pub fn touches(&self, claims: [(usize, usize); 2]) -> bool {
        let meets = |place: (usize, usize), claim: (usize, usize)| place.0 < claim.1 && claim.0 < place.1;
        meets(self.places[0], claims[0]) && meets(self.places[1], claims[1])
    }
}

/// The same with the second article first.
fn mirrored(shared: &SharedCopy) -> SharedCopy {
    let mut turned = shared.clone();
    std::mem::swap(&mut turned.a, &mut turned.b);
    std::mem::swap(&mut turned.share_a, &mut turned.share_b);
    for passage in &mut turned.passages {
        std::mem::swap(&mut passage.a, &mut passage.b);
        passage.changes.iter_mut().for_each(|change| std::mem::swap(&mut change.a, &mut change.b));
    }
    turned.passages.sort_by_key(|passage| passage.a.start);
    turned
}

fn view(shared: &SharedCopy, words: &Catalogue) -> CopyView {
    let language = words.language.of_engine();
    CopyView {
        sentence: message(language, shared.rule(), &shared.details()),
        shares: [shared.share_a, shared.share_b],
        passages: shared.passages.iter().map(|passage| line(passage, words)).collect(),
    }
}

fn line(passage: &CopiedPassage, words: &Catalogue) -> CopyLine {
    CopyLine {
        quotation: passage.kind == "quotation",
        kind: message(words.language.of_engine(), &passage.rule(), &passage.details()),
        places: [&passage.a, &passage.b].map(|it| (it.start, it.end)),
        text: passage.a.text.clone(),
        changes: passage.changes.iter().map(|it| [it.a.text.clone(), it.b.text.clone()]).collect(),
    }
}

/// What the reader should know of the comparison of the sources of `edition`, in their language.
pub fn notices(edition: &Edition, words: &Catalogue) -> Vec<String> {
    let shown = [0, 1].map(|side| &edition.article(side).id);
    let about = edition.document.notices.iter().filter(|notice| notice.articles.iter().all(|id| shown.contains(&id)));
    about.map(|notice| message(words.language.of_engine(), &notice.rule, &notice.details)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::contract::{Change, Document, Passage};
    use crate::present::{UiLanguage, sample};

    fn shared() -> SharedCopy {
        let words = |start: usize, text: &str| Passage { start, end: start + text.chars().count(), text: text.into() };
        let changes = vec![Change { a: words(4, "old"), b: words(9, "") }];
        let passage = CopiedPassage {
            kind: "copy".into(),
            a: words(0, "the old bridge"),
            b: words(5, "the bridge"),
            words: 2,
            changes,
        };
        let (a, b) = ("a".into(), "b".into());
        SharedCopy { a, b, share_a: 0.5, share_b: 0.25, agency: Some("AFP".into()), passages: vec![passage] }
    }

    fn show(shown: [usize; 2]) -> String {
        let document = Document { shared_copy: vec![shared()], ..sample::document() };
        let view = CopyView::of(&Edition::new(document, shown), Catalogue::of(UiLanguage::English)).expect("copy");
        let line = &view.passages[0];
        format!("{}\n{} {:?} {:?} {:?}", view.sentence, line.kind, line.text, line.places, line.changes)
    }

    #[test]
    fn sides_follow_the_articles_shown() {
        insta::assert_snapshot!(show([0, 1]), @r#"
        Identical passages: 50% of A, 25% of B. Both articles credit AFP: the same dispatch printed twice, not two sources that confirm each other.
        taken word for word (2 words) "the old bridge" [(0, 14), (5, 15)] [["old", ""]]
        "#);
        insta::assert_snapshot!(show([1, 0]), @r#"
        Identical passages: 25% of B, 50% of A. Both articles credit AFP: the same dispatch printed twice, not two sources that confirm each other.
        taken word for word (2 words) "the bridge" [(5, 15), (0, 14)] [["", "old"]]
        "#);
    }

    #[test]
    fn nothing_shared_shows_nothing() {
        assert_eq!(CopyView::of(&sample::edition(), Catalogue::of(UiLanguage::French)), None);
    }

    #[test]
    fn notices_of_articles_that_are_not_shown_are_left_out() {
        let notice = |article: &str| crate::exchange::contract::Notice {
            articles: vec![article.into()],
            rule: "notice/language".into(),
            note: String::new(),
            details: [("a".to_owned(), article.to_uppercase())].into(),
        };
        let mut document = sample::document();
        document.notices = vec![notice("b"), notice("c")];
        let told = notices(&Edition::new(document, [0, 1]), Catalogue::of(UiLanguage::English));
        assert!(told.len() == 1 && told[0].starts_with("Text B is neither French nor English"), "{told:?}");
    }
}
