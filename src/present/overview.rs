//! The overview bars at the outer edges: where in each text the shared claims lie, and where one is.

use super::Edition;

/// A shared claim on the bar, in shares of the text's length (0 to 1).
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The claim.
    pub claim: usize,
    /// Number of the shared claim, or none for a claim that stands alone.
    pub number: Option<usize>,
    /// Where it begins.
    pub start: f64,
    /// How long it is.
    pub length: f64,
}

/// The ticks of one source's bar, by the length of the words (not of the page), so that they are known before anything is drawn.
pub fn ticks(edition: &Edition, source: usize) -> Vec<Tick> {
    let article = edition.article(source);
    let length = article.text.chars().count().max(1) as f64;
    let tick = |(at, claim): (usize, &crate::exchange::contract::Claim)| Tick {
        claim: at,
        number: edition.sources[source].claims[at].number,
        start: claim.start as f64 / length,
        length: claim.end.saturating_sub(claim.start) as f64 / length,
    };
    article.claims.iter().enumerate().map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_lie_inside_the_bar() {
        let ticks = ticks(&crate::present::sample::edition(), 0);
        assert_eq!(ticks.iter().filter_map(|tick| tick.number).collect::<Vec<_>>(), [1]);
        assert!(ticks.iter().all(|tick| tick.start >= 0.0 && tick.start + tick.length <= 1.0));
    }
}
