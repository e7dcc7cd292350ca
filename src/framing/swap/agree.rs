//! Words behind a name that agree with it, and words that may.

use super::Place;
use super::shape::{Gender, in_gender};
use crate::framing::{Edit, Page, SwapDoubt};
use crate::lang::{Class, Language, List, Role};

/// How far behind a name its verb's participle is looked for, in tokens.
const REACH: usize = 8;

/// What changes behind a name that is replaced by one of another gender; an error where that can't be told.
pub(super) fn edits(own: &Place, (before, after): (Option<Gender>, Option<Gender>)) -> Result<Vec<Edit>, SwapDoubt> {
    let page = own.page;
    let known = before.is_some() && before == after;
    if known || page.lexicon.language != Language::French {
        return Ok(Vec::new());
    }
    let governed = own.left.is_governed(page);
    let agreeing = agreeing(page, own.to, governed);
    if !agreeing.is_empty() && (before.is_none() || after.is_none()) {
        return Err(SwapDoubt::Gender);
    }
    if led_by_agreement(page, own) {
        return Err(SwapDoubt::Agreement);
    }
    // Behind « la date de l'offensive », a participle may be either noun's.
    if governed && !agreeing.is_empty() || may_agree(page, own, governed, &agreeing) {
        return Err(SwapDoubt::Agreement);
    }
    let Some(gender) = after else { return Ok(Vec::new()) };
    let edit = |at: usize| {
        let text = in_gender(page, at, gender).ok_or(SwapDoubt::Agreement)?;
        Ok((text != page.fold(at)).then(|| Edit { span: page.tokens[at].span, text }))
    };
    agreeing.into_iter().filter_map(|at| edit(at).transpose()).collect()
}

/// Whether a word before the name agrees with it and is not written again: « la **première** trêve », « **toute** la ville ».
fn led_by_agreement(page: &Page, own: &Place) -> bool {
    let first = own.left.first;
    let Some(before) = first.checked_sub(1).filter(|_| page.joined(first)) else { return false };
    let gendered = page.lexicon.list(List::Determiners).get(page.fold(before));
    let determines = gendered.is_some_and(|entry| entry.fields.get(1) != Some(&"-"));
    let tag = page.tags[before];
    let describes = first == own.from && (tag.adjective || tag.past_participle) && !tag.finite && tag.class.is_none();
    determines || describes
}

/// The participle or adjective right behind a name, and the one that its verb leads to: « l'offensive **menée** »,
/// « aucun raid n'a été **mené** ».
fn agreeing(page: &Page, to: usize, governed: bool) -> Vec<usize> {
    let describes = |at: usize| {
        let tag = page.tags.get(at);
        tag.is_some_and(|tag| (tag.past_participle || tag.adjective) && !tag.finite && tag.class.is_none())
    };
    if describes(to) && page.joined(to) {
        return vec![to];
    }
    if governed {
        return Vec::new();
    }
    let passes = |at: &usize| {
        let tag = page.tags[*at];
        tag.adverb || tag.is_auxiliary() || matches!(tag.class, Some(Class::Adverb)) || tag.role == Some(Role::Negation)
    };
    let end = page.tokens.len().min(to + REACH);
    let verb = (to..end).find(|at| !passes(at) || led_by_being(page, *at));
    verb.filter(|&at| led_by_being(page, at)).into_iter().collect()
}

/// Whether a token is a participle or adjective behind a form of « être ».
fn led_by_being(page: &Page, at: usize) -> bool {
    let tag = page.tags[at];
    let being = |at: usize| {
        page.readings(at).iter().any(|it| {
            page.lexicon
                .list(List::Auxiliaries)
                .get(it.lemma)
                .is_some_and(|entry| entry.fields.first() == Some(&"passive"))
        })
    };
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut before = before.take_while(|&at| page.tags[at].is_auxiliary() || page.tags[at].adverb);
    (tag.past_participle || tag.adjective) && tag.class.is_none() && before.any(being)
}

/// Whether some other word of the sentence may agree with the name: a pronoun behind it, a participle of another verb.
fn may_agree(page: &Page, own: &Place, governed: bool, agreeing: &[usize]) -> bool {
    let sentences = &page.analysed.segmentation.sentences;
    let start = page.tokens[own.from].span.start;
    let at = sentences.partition_point(|sentence| sentence.span.start <= start);
    let Some(sentence) = at.checked_sub(1).map(|at| sentences[at].span) else { return true };
    let gendered = |at: usize| {
        let entry = page.lexicon.list(List::Pronouns).get(page.fold(at));
        at >= own.to && entry.is_some_and(|entry| matches!(entry.fields.get(2), Some(&("m" | "f"))))
    };
    let verbal = |at: usize| page.begins_sentence(at) && page.tags[at].past_participle || led_by_being(page, at);
    let risky = |at: usize| gendered(at) || !governed && verbal(at) && !agreeing.contains(&at);
    page.tokens_of(sentence).filter(|at| *at < own.left.first || *at >= own.to).any(risky)
}
