//! Where on a page the article stands: the run of lines that holds the most prose, labels and furniture counting
//! against it (a maximum-sum run, as in Pasternack & Roth, "Extracting article text from the web with maximum
//! subsequence segmentation", 2009).
//!
//! Two things the sum alone can't know are added. Readers' comments are prose too, but stand below the article they
//! are about: once an article was found, what follows the head of a discussion is not weighed. And prose goes on
//! until something else comes: short sentences right below the run belong to it, whatever they weigh.

use super::LineReason;
use super::line::{Line, Look};
use super::topic;
use crate::lang::Lexicon;

/// Prose counts by its length beyond this, by how many of its two neighbours are prose as well: the teasers of other
/// articles are short sentences too, each between labels; in columns.
const PROSE_COLUMNS: [i64; 3] = [100, 70, 40];
/// What a label costs the run that goes on through it, in columns of prose.
const LABEL_COST: i64 = 15;
/// What a line of furniture costs at least.
const FURNITURE_COST: i64 = 25;
/// Longer lines are no heads of discussions, in columns.
const HEAD_COLUMNS: usize = 50;
/// What interrupts an article is not longer, in lines.
const GAP_LINES: usize = 8;
/// So many lines above a run may name what it is about: headline, lead, byline.
const HEADLINE_LINES: usize = 6;
/// Longer lines are no labels of what comes between paragraphs, in columns.
const LABEL_COLUMNS: usize = 160;
/// A run of this sum is an article, in columns of prose.
const ARTICLE_SUM: i64 = 250;

/// The run with the largest sum of weights: first line, one past the last.
pub(super) fn best(lines: &[Line], text: &str, lexicon: &Lexicon) -> Option<(usize, usize)> {
    let (start, end) = heaviest(lines).or_else(|| only(lines))?;
    Some((start, resumed(lines, text, lexicon, start, end)))
}

/// Where no run outweighs what surrounds it but hardly any sentence stands on the page: the longest of them.
fn only(lines: &[Line]) -> Option<(usize, usize)> {
    const MOST_SENTENCES: usize = 3;
    let sentences = || (0..lines.len()).filter(|&at| lines[at].look == Look::Sentence && !lines[at].repeated);
    let longest = sentences().max_by_key(|&at| (lines[at].columns, std::cmp::Reverse(at)))?;
    (sentences().count() <= MOST_SENTENCES).then_some((longest, longest + 1))
}

fn heaviest(lines: &[Line]) -> Option<(usize, usize)> {
    let (mut best, mut best_sum) = (None, 0);
    let (mut start, mut sum) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if best_sum >= ARTICLE_SUM && opens_discussion(line) {
            break;
        }
        if sum <= 0 {
            (start, sum) = (at, 0);
        }
        sum += weight(lines, at);
        if sum > best_sum {
            (best, best_sum) = (Some((start, at + 1)), sum);
        }
    }
    best.map(|(start, end)| (start, end + lines[end..].iter().take_while(|line| goes_on(line)).count()))
}

fn weight(lines: &[Line], at: usize) -> i64 {
    let line = &lines[at];
    let columns = i64::try_from(line.columns).unwrap_or(i64::MAX / 4);
    match &line.look {
        Look::Sentence if line.repeated => -FURNITURE_COST,
        Look::Sentence => columns - PROSE_COLUMNS[prose_neighbours(lines, at)],
        Look::Remark | Look::Label => -LABEL_COST,
        // Comments and teasers bear such stamps as well: "2 hours ago".
        Look::Credit(credit) if credit.is_stamp() => -LABEL_COST,
        Look::Credit(_) | Look::Caption | Look::Item => 0,
        Look::Furniture(_) if stands_between(line) => 0,
        Look::Furniture(_) => -columns.max(FURNITURE_COST),
    }
}

/// Captions, advertisements and what stands for an embedded post come between the paragraphs of an article as well as outside it.
fn stands_between(line: &Line) -> bool {
    match line.look {
        Look::Caption => true,
        Look::Furniture(LineReason::Advert | LineReason::Embed) => line.columns <= LABEL_COLUMNS,
        _ => false,
    }
}

/// How many of the lines above and below are prose, what may stand between them left aside.
fn prose_neighbours(lines: &[Line], at: usize) -> usize {
    let is_prose = |line: Option<&Line>| line.is_some_and(goes_on);
    let above = lines[..at].iter().rev().find(|line| !stands_between(line));
    let below = lines[at + 1..].iter().find(|line| !stands_between(line));
    usize::from(is_prose(above)) + usize::from(is_prose(below))
}

fn opens_discussion(line: &Line) -> bool {
    line.look == Look::Furniture(LineReason::Comments) && line.columns <= HEAD_COLUMNS
}

/// Where the article ends once it was taken up again below what interrupts it.
///
/// A box of links, a form or an advertisement stands between an article's last paragraphs as often as below them. The
/// passage below belongs to the article if it names what the article is about, or, where no list of other articles came
/// between, if it is longer than a line.
fn resumed(lines: &[Line], text: &str, lexicon: &Lexicon, start: usize, mut end: usize) -> usize {
    let topic = topic::of_run(&lines[start.saturating_sub(HEADLINE_LINES)..end], text, lexicon);
    loop {
        let resumes = |line: &Line| goes_on(line) && !is_cut(line.span.of(text));
        let gap = lines[end..].iter().take(GAP_LINES).take_while(|line| !resumes(line) && !ends_page(line));
        let from = end + gap.clone().count();
        let passage = lines[from..].iter().take_while(|line| resumes(line)).count();
        if passage == 0 || from == end + GAP_LINES {
            return end;
        }
        let listed = gap.clone().any(|line| {
            matches!(
                line.look,
                Look::Furniture(LineReason::Related | LineReason::Menu | LineReason::Share | LineReason::Legal)
            )
        });
        let words = lines[from..from + passage].iter().flat_map(|line| topic::content(line.span.of(text), lexicon));
        let named = words.filter(|word| topic.contains(word)).count();
        if named < 1 + usize::from(listed) && (listed || passage < 2) {
            return end;
        }
        end = from + passage;
    }
}

/// Whether words break off, as the teasers of other articles do.
fn is_cut(words: &str) -> bool {
    words.ends_with("...") || words.ends_with('…')
}

/// Below this nothing of an article follows: readers' words, the law, the refusal of a page.
fn ends_page(line: &Line) -> bool {
    matches!(
        line.look,
        Look::Furniture(LineReason::Comments | LineReason::Cookies | LineReason::Missing | LineReason::Paywall)
    )
}

fn goes_on(line: &Line) -> bool {
    !line.repeated && matches!(line.look, Look::Sentence | Look::Remark | Look::Item)
}
