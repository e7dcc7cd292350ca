//! Clean text → article: title first, paragraphs parted by blank lines, nothing dropped or moved.

use super::{Article, Block, BlockKind};
use crate::text::Span;

/// A headline or heading is rarely longer than this, in characters.
pub(super) const HEADLINE_CHARS: usize = 250;
/// A heading inside the body is shorter still.
const HEADING_CHARS: usize = 90;

/// Reads text that is an article already: blocks parted by blank lines, the title first if there is one.
///
/// The text is kept as it is, byte for byte, so offsets into the input are offsets into the article.
pub fn from_plain(text: &str) -> Article {
    let spans = paragraphs(text);
    let blocks = spans.iter().enumerate().map(|(at, &span)| Block { kind: kind(at, &spans, text), span }).collect();
    Article { text: text.into(), blocks, ..Article::default() }
}

/// The stretches between blank lines, without the blanks at their ends.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if span.is_empty() {
            open = false;
        } else if let (true, Some(last)) = (open, spans.last_mut()) {
            last.end = span.end;
        } else {
            spans.push(span);
            open = true;
        }
    }
    spans
}

fn kind(at: usize, spans: &[Span], text: &str) -> BlockKind {
    let words = spans[at].of(text);
    let followed = at + 1 < spans.len();
    if at == 0 && followed && is_headline(words, HEADLINE_CHARS) {
        BlockKind::Title
    } else if at > 0 && followed && is_headline(words, HEADING_CHARS) && !ends_like_headline(spans[at + 1].of(text)) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// One line, not too long, that does not end as a sentence does.
pub(super) fn is_headline(words: &str, most_chars: usize) -> bool {
    !words.contains('\n') && words.chars().count() <= most_chars && ends_like_headline(words)
}

fn ends_like_headline(words: &str) -> bool {
    let last = words.trim_end_matches(['"', '\'', '»', '”', '’', ')', '\u{a0}', '\u{202f}', ' ']).chars().last();
    !matches!(last, Some('.' | '…' | ':' | ';' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        let article = from_plain(text);
        let lines = article.blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.span.of(&article.text)));
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_title_comes_first() {
        insta::assert_snapshot!(show("Le pont rouvre\n\nLe pont a rouvert lundi.\nIl était fermé.\n\n\nLe maire s'en félicite."), @r"
        Title: Le pont rouvre
        Paragraph: Le pont a rouvert lundi.
        Il était fermé.
        Paragraph: Le maire s'en félicite.
        ");
    }

    #[test]
    fn a_sentence_is_no_title() {
        insta::assert_snapshot!(show("The bridge opened on Monday.\n\nIt had been shut."), @r"
        Paragraph: The bridge opened on Monday.
        Paragraph: It had been shut.
        ");
    }

    #[test]
    fn nothing_and_blanks_have_no_blocks() {
        assert!(from_plain("").blocks.is_empty());
        assert!(from_plain(" \r\n\t\n").blocks.is_empty());
    }
}
