//! Turns of dialogues: lines that a dash opens, as French prints them.
//!
//! Lists have such lines too. An item begins in lower case or with a figure, or does not end as a sentence does; and a
//! text whose dashed lines neither ask nor exclaim nor say "I" or "you" has no dialogue.

use super::Quotation;
use crate::lang::{Language, Lexicon, List};
use crate::text::Span;

/// Share of the dashed lines that must sound like speech, one in so many.
const SPOKEN_SHARE: usize = 3;

/// The turns of all blocks, in order.
pub(super) fn turns(text: &str, blocks: &[Span], lexicon: &Lexicon) -> Vec<Quotation> {
    if lexicon.language != Language::French {
        return Vec::new();
    }
    let dashed: Vec<Quotation> = blocks.iter().flat_map(|&block| dashed(text, block)).collect();
    let turns: Vec<Quotation> = dashed.into_iter().filter(|line| !is_item(line.inner.of(text))).collect();
    let spoken = turns.iter().filter(|turn| is_spoken(turn.inner.of(text), lexicon)).count();
    if spoken * SPOKEN_SHARE < turns.len() { Vec::new() } else { turns }
}

/// The lines that a dash opens, each with those that go on with its sentence.
fn dashed(text: &str, block: Span) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut goes_on = false;
    let mut at = block.start;
    for line in block.of(text).split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        let words = span.of(text);
        if let Some(said) = after_dash(words) {
            let inner = Span::new(span.end - said.len(), span.end);
            found.extend((!inner.is_empty()).then_some(Quotation {
                span,
                inner,
                depth: 0,
                unclosed: false,
                dashed: true,
            }));
        } else if let Some(last) = found.last_mut().filter(|_| goes_on && !words.is_empty()) {
            last.span.end = span.end;
            last.inner.end = span.end;
        } else {
            continue;
        }
        goes_on = !ends(words);
    }
    found
}

/// What a dash at the head of a line opens; not what quotation marks hold by themselves.
fn after_dash(line: &str) -> Option<&str> {
    let rest = match line.strip_prefix(['—', '–', '―']) {
        Some(rest) => rest.trim_start(),
        None => line.strip_prefix("- ").or_else(|| line.strip_prefix("--"))?.trim_start(),
    };
    (!rest.starts_with(['«', '“', '"'])).then_some(rest)
}

fn ends(words: &str) -> bool {
    words.trim_end_matches(['»', '”', '"', ')', ' ', '\u{a0}', '\u{202f}']).ends_with(['.', '!', '?', '…', ':'])
}

fn is_item(words: &str) -> bool {
    words.starts_with(|c: char| c.is_lowercase() || c.is_numeric()) || !ends(words)
}

/// Whether it asks, exclaims, or speaks of or to who speaks.
fn is_spoken(words: &str, lexicon: &Lexicon) -> bool {
    let pronouns = lexicon.list(List::Pronouns);
    let personal =
        |word: &str| pronouns.get(word).is_some_and(|entry| matches!(entry.fields.first(), Some(&("1" | "2"))));
    words.contains(['!', '?']) || lexicon.tokens(words).iter().any(|token| personal(&token.fold))
}
