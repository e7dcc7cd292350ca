//! The order of cards on a phone: each shared claim once, and between them what one text alone says there.

use super::{Edition, Lone};

/// One item of the column.
#[derive(Clone, Debug, PartialEq)]
pub enum CardItem {
    /// A shared claim: its place in [`Edition::shared`].
    Shared(usize),
    /// Claims of one source that stand alone, in order.
    Lone {
        /// 0 or 1.
        source: usize,
        /// The claims.
        claims: Vec<Lone>,
    },
}

/// Everything both texts say, once: shared claims in the order of the first text; what one text alone
/// says stands before the card that follows it there.
pub fn cards(edition: &Edition) -> Vec<CardItem> {
    let mut left = edition.only.clone();
    let mut out = Vec::new();
    for (at, shared) in edition.shared.iter().enumerate() {
        for source in [0, 1] {
            let until = shared.claims[source].first().copied().unwrap_or(0);
            let after = left[source].iter().position(|lone| lone.claim > until).unwrap_or(left[source].len());
            push(&mut out, source, left[source].drain(..after).collect());
        }
        out.push(CardItem::Shared(at));
    }
    for (source, rest) in left.into_iter().enumerate() {
        push(&mut out, source, rest);
    }
    out
}

fn push(out: &mut Vec<CardItem>, source: usize, claims: Vec<Lone>) {
    if !claims.is_empty() {
        out.push(CardItem::Lone { source, claims });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_has_its_place_once() {
        let items = cards(&crate::present::sample::edition());
        let show = |item: &CardItem| match item {
            CardItem::Shared(at) => format!("shared {at}"),
            CardItem::Lone { source, claims } => {
                format!("{source}: {:?}", claims.iter().map(|lone| lone.claim).collect::<Vec<_>>())
            }
        };
        let shown: Vec<String> = items.iter().map(show).collect();
        assert_eq!(shown, ["0: [0]", "1: [0]", "shared 0", "0: [2]", "1: [2]"]);
    }
}
