//! Lists run on in one line: "1. Open the tap 2. Wait". Their numbers begin items instead of ending
//! sentences, but only where they count on from the first one; a lone "5." is left to the other rules.

use crate::text::Span;

/// The number, letter or bullet before an item.
#[derive(Copy, Clone, PartialEq, Eq)]
struct Marker {
    span: Span,
    /// 1 for `1` and `a`, 2 for `2` and `b`…
    value: u32,
    /// Whether it counts by letters, and the closing signs: markers of one list share it.
    shape: (bool, &'static str),
}

/// The markers of lists that count from their first item, in order.
pub(super) fn items(text: &str, block: Span) -> Vec<Span> {
    let markers = markers(text, block);
    let mut items = Vec::new();
    let mut at = 0;
    while at < markers.len() {
        let length = run(&markers[at..]);
        if length > 1 && markers[at].value == 1 && at_a_beginning(text, block, markers[at].span.start) {
            items.extend(markers[at..at + length].iter().map(|marker| marker.span));
        }
        at += length;
    }
    items
}

/// How many markers from the first on count on without a gap.
fn run(markers: &[Marker]) -> usize {
    let counts_on = |pair: &&[Marker]| pair[1].value == pair[0].value + 1 && pair[1].shape == pair[0].shape;
    1 + markers.windows(2).take_while(counts_on).count()
}

fn at_a_beginning(text: &str, block: Span, at: usize) -> bool {
    let before = text[block.start..at].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n'])
}

fn markers(text: &str, block: Span) -> Vec<Marker> {
    let mut markers = Vec::new();
    let mut at = block.start;
    for word in block.of(text).split_inclusive(char::is_whitespace) {
        let span = Span::new(at, at + word.len());
        markers.extend(marker(word.trim_end(), span).filter(|_| span.end < block.end));
        at = span.end;
    }
    markers
}

fn marker(word: &str, span: Span) -> Option<Marker> {
    let shape = [".)", ")", "."].into_iter().find(|end| word.ends_with(end))?;
    let name = word.strip_suffix(shape)?;
    let mut letters = name.chars();
    let (value, lettered) = match (letters.next()?, letters.next()) {
        (letter @ 'a'..='z', None) => (u32::from(letter) - u32::from('a') + 1, true),
        _ if name.len() <= 2 => (name.parse().ok()?, false),
        _ => return None,
    };
    Some(Marker { span, value, shape: (lettered, shape) })
}
