//! Which line above an article is its headline.
//!
//! The article takes up its headline's words; bylines, stamps and leads stand right below it; it is set apart and often
//! said twice, once in a trail of links. Where nothing of that tells, it is the nearest line that reads like one.

use std::collections::BTreeSet;

use super::line::{Line, Look};
use super::topic;
use crate::lang::Lexicon;

/// Longer lines are no headlines, in columns.
const HEADLINE_COLUMNS: usize = 250;
/// Headlines have no fewer words, menus written in one line have more.
const HEADLINE_WORDS: std::ops::RangeInclusive<usize> = 3..=30;
/// So many words make a headline rather than an entry of a menu, where nothing else tells.
const SURE_WORDS: usize = 4;
/// A headline's words beyond this many prove nothing more.
const MOST_HITS: usize = 8;
/// So many of a headline's words the article takes up at least …
const LEAST_HITS: usize = 2;
/// … of so many.
const WORDS_A_HIT: usize = 3;
/// What a credit or a lead right below is worth, in words taken up.
const CREDIT_WORTH: usize = 2;
/// "Right below", in lines.
const BELOW_LINES: usize = 3;
/// A headline where no words prove it is not further above the article, in lines.
const NEAR_LINES: usize = 12;
/// A line of headline shape that is longer is the introduction below a headline, in columns.
const STANDFIRST_COLUMNS: usize = 80;

/// Where headline and introduction stand.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Headline {
    /// The headline.
    pub title: Option<usize>,
    /// An introduction without full stop right below it.
    pub standfirst: Option<usize>,
}

/// The headline of the run from line `start` on: above it, or its first line.
pub(super) fn find(lines: &[Line], text: &str, start: usize, end: usize, lexicon: &Lexicon) -> Headline {
    let body: BTreeSet<String> = lines[start..end]
        .iter()
        .filter(|line| line.look == Look::Sentence)
        .flat_map(|line| topic::content(line.span.of(text), lexicon))
        .collect();
    let hits = |at: usize| {
        let words = topic::content(lines[at].span.of(text), lexicon);
        let hits = words.iter().filter(|word| body.contains(*word)).count();
        (hits.min(MOST_HITS), words.len())
    };
    let mut best: Option<(usize, usize)> = None;
    for at in (0..=start).rev().filter(|&at| may_be(&lines[at], text)) {
        let ((hits, all), worth) = (hits(at), position_worth(lines, at, start));
        let proven = hits >= LEAST_HITS || hits > 0 && worth >= CREDIT_WORTH;
        let score = 2 * hits + worth;
        if proven && hits * WORDS_A_HIT >= all && best.is_none_or(|(_, most)| score > most) {
            best = Some((at, score));
        }
    }
    let Some((at, _)) = best else { return Headline { title: nearest(lines, text, start), standfirst: None } };
    let above = at.checked_sub(1).filter(|&above| {
        let is_headline = lines[above].look == Look::Label && may_be(&lines[above], text) && hits(above).0 > 0;
        is_headline && word_count(&lines[above], text) >= SURE_WORDS && lines[above].columns < lines[at].columns
    });
    match above {
        Some(above) if lines[at].columns >= STANDFIRST_COLUMNS => Headline { title: Some(above), standfirst: Some(at) },
        _ => Headline { title: Some(at), standfirst: None },
    }
}

/// What the place of a line speaks for its being the headline.
fn position_worth(lines: &[Line], at: usize, start: usize) -> usize {
    let below = &lines[(at + 1).min(start)..(at + 1 + BELOW_LINES).min(start + 1)];
    let credited = below.iter().any(|line| matches!(line.look, Look::Credit(_)));
    usize::from(credited) * CREDIT_WORTH + usize::from(lines[at].set_apart) + usize::from(lines[at].repeated)
}

fn word_count(line: &Line, text: &str) -> usize {
    line.span.of(text).split_whitespace().count()
}

fn may_be(line: &Line, text: &str) -> bool {
    let words = line.span.of(text);
    let ends = words.trim_end_matches(['"', '»', '”', ' ', '\u{a0}', '\u{202f}']).ends_with(['.', ':', ';', ',']);
    matches!(line.look, Look::Label | Look::Sentence | Look::Remark)
        && !ends
        && line.columns <= HEADLINE_COLUMNS
        && HEADLINE_WORDS.contains(&word_count(line, text))
}

/// Where no words prove it: the nearest line above that is long enough, what may stand below a headline left aside.
fn nearest(lines: &[Line], text: &str, start: usize) -> Option<usize> {
    let near = start.saturating_sub(NEAR_LINES)..start;
    let mut labels = near.rev().filter(|&at| lines[at].look == Look::Label && may_be(&lines[at], text));
    labels.find(|&at| word_count(&lines[at], text) >= SURE_WORDS || at == 0 || lines[at].set_apart && at + 1 == start)
}
