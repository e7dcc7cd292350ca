//! Each block of a page: kept as part of the article, or dropped, and why.

use std::collections::BTreeMap;

use super::super::furniture;
use super::super::line::{self, Look, key};
use super::super::paste::Cleaned;
use super::super::{LineDecision, LineKind, LineReason};
use super::blocks::Block;
use super::body::Make;
use super::metadata::Metadata;
use super::wording::Wording;
use crate::lang::{Language, Lexica};

/// A paragraph longer than this is the article's, whatever phrases it holds, in characters.
const LONG_CHARS: usize = 150;
/// A block as long as this that comes again is a pull quote or a copy, in characters.
const REPEATED_CHARS: usize = 40;
/// A declared body speaks of blocks longer than this, in characters.
const DECLARED_CHARS: usize = 40;
/// Credits stand so many blocks from the body.
const MARGIN_BLOCKS: usize = 8;

/// A page's blocks and what is known of them.
pub(super) struct Page<'a> {
    /// All its blocks.
    pub blocks: &'a [Block],
    /// Which of them stand in the article's body.
    pub inside: &'a [bool],
    /// What it declares.
    pub metadata: &'a Metadata,
    /// The article's text as declared, where it may speak against a block.
    pub declared: Option<&'a Wording>,
    /// How its body is made.
    pub make: Make,
}

impl Page<'_> {
    /// Decides each block, headline first.
    pub(super) fn decide(&self, language: Language, lexica: &Lexica) -> Cleaned {
        let lexicons = furniture::lexicons(language, lexica);
        let own = lexica.of(language);
        let mut cleaned = Cleaned::default();
        let title = self.metadata.title.as_deref().map(key).unwrap_or_default();
        let (from, to) = self.near();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let near = at >= from && at < to;
            let look = if near { line::look(&block.text, own, language, &lexicons) } else { Look::Label };
            let (kind, reason) = if let (Look::Credit(credit), true) = (&look, near && is_shown(block)) {
                cleaned.byline = cleaned.byline.take().or_else(|| credit.byline.clone());
                cleaned.agency = cleaned.agency.take().or_else(|| credit.agency.clone());
                cleaned.date = cleaned.date.or(credit.date.filter(|_| !credit.updated));
                (LineKind::Credit, LineReason::Credit)
            } else if let Some(reason) = block.aside {
                let kind = if near && reason == LineReason::Caption { LineKind::Caption } else { LineKind::Furniture };
                (kind, reason)
            } else if !self.inside[at] {
                (LineKind::Furniture, LineReason::Outside)
            } else if block.tag == "h1" || key(&block.text) == title {
                (LineKind::Furniture, LineReason::Repeated)
            } else {
                // The same words in another kind of box are set out once more for the eye.
                let first = *seen.entry(key(&block.text)).or_insert(&block.place);
                self.decide_inside(at, &look, first != block.place)
            };
            cleaned.decisions.push(LineDecision { text: block.text.clone(), kind, reason });
        }
        end_at_paywall(&mut cleaned);
        self.add_lead(&mut cleaned);
        self.add_title(&mut cleaned);
        cleaned
    }

    /// The stretch of blocks in which credits are the article's.
    fn near(&self) -> (usize, usize) {
        let first = self.inside.iter().position(|&it| it).unwrap_or(0);
        let last = self.inside.iter().rposition(|&it| it).unwrap_or(0);
        (first.saturating_sub(MARGIN_BLOCKS), (last + 1 + MARGIN_BLOCKS).min(self.blocks.len()))
    }

    fn decide_inside(&self, at: usize, look: &Look, again: bool) -> (LineKind, LineReason) {
        let block = &self.blocks[at];
        if let Some(declared) = self.declared.filter(|_| block.chars > DECLARED_CHARS) {
            let kept = declared.has(&block.text);
            return if kept {
                (LineKind::Paragraph, LineReason::Declared)
            } else {
                (LineKind::Furniture, LineReason::Undeclared)
            };
        }
        let (heading, item) = (block.is_heading(), block.is_item());
        let followed = self.inside.get(at + 1..).is_some_and(|rest| rest.contains(&true));
        match look {
            // The page has put it among the article's paragraphs: a phrase alone does not outweigh that.
            Look::Furniture(_) | Look::Caption if block.chars > LONG_CHARS && !block.is_links() => {
                (LineKind::Paragraph, LineReason::Prose)
            }
            _ if !block.text.contains(char::is_alphanumeric) => (LineKind::Furniture, LineReason::Label),
            Look::Furniture(kind) => (LineKind::Furniture, *kind),
            Look::Caption => (LineKind::Caption, LineReason::Caption),
            Look::Credit(_) => (LineKind::Credit, LineReason::Credit),
            _ if self.is_pulled(block) => (LineKind::Furniture, LineReason::Repeated),
            _ if again && !item && block.chars > REPEATED_CHARS => (LineKind::Furniture, LineReason::Repeated),
            _ if block.is_teaser() && !self.make.of_teasers => (LineKind::Furniture, LineReason::Related),
            Look::Sentence if item => (LineKind::Paragraph, LineReason::Item),
            Look::Sentence if block.is_link() => (LineKind::Furniture, LineReason::Related),
            Look::Sentence => (LineKind::Paragraph, LineReason::Prose),
            _ if heading && block.is_links() => (LineKind::Furniture, LineReason::Related),
            _ if block.is_links() => (LineKind::Furniture, LineReason::List),
            _ if heading && followed => (LineKind::Heading, LineReason::Heading),
            _ if heading => (LineKind::Furniture, LineReason::Label),
            _ if item => (LineKind::Paragraph, LineReason::Item),
            Look::Label if block.is_loose && self.make.in_paragraphs => (LineKind::Furniture, LineReason::Label),
            Look::Label | Look::Remark | Look::Item => (LineKind::Paragraph, LineReason::Prose),
        }
    }

    /// Whether words set apart for the eye stand in the text anyway: a pull quote.
    fn is_pulled(&self, block: &Block) -> bool {
        const NEARLY_ALL: f64 = 0.9;
        let apart = block.is_quoted || block.is_loose && self.make.in_paragraphs || block.is_heading();
        apart && block.chars > REPEATED_CHARS && self.make.wording.share(&block.text) >= NEARLY_ALL
    }

    /// The introduction that the page declares and shows, where it stands outside the body.
    fn add_lead(&self, cleaned: &mut Cleaned) {
        const LEAD_CHARS: usize = 60;
        const BEGINNING_CHARS: usize = 80;
        let description = self.metadata.description.as_deref().filter(|it| it.chars().count() >= LEAD_CHARS);
        let Some(description) = description else { return };
        let wanted: String = key(description).chars().take(BEGINNING_CHARS).collect();
        if cleaned.decisions.iter().any(|it| it.kind.is_kept() && key(&it.text).contains(&wanted)) {
            return;
        }
        let shown = self.blocks.iter().position(|block| {
            block.aside != Some(LineReason::Hidden)
                && block.text.len() < 2 * description.len() + 100
                && key(&block.text).starts_with(&wanted)
        });
        if let Some(at) = shown {
            let decision = &mut cleaned.decisions[at];
            (decision.kind, decision.reason) = (LineKind::Lead, LineReason::Declared);
        }
    }

    /// The headline, where the page shows it; else before all.
    fn add_title(&self, cleaned: &mut Cleaned) {
        let Some(title) = &self.metadata.title else { return };
        let words = key(title);
        let shown = |(at, block): &(usize, &Block)| is_shown(block) && !cleaned.decisions[*at].kind.is_kept();
        let said = self.blocks.iter().enumerate().filter(shown).find(|(_, block)| key(&block.text) == words);
        if let Some((at, _)) = said {
            (cleaned.decisions[at].kind, cleaned.decisions[at].reason) = (LineKind::Title, LineReason::Headline);
        } else {
            let decision = LineDecision { text: title.clone(), kind: LineKind::Title, reason: LineReason::Headline };
            cleaned.decisions.insert(0, decision);
        }
    }
}

fn is_shown(block: &Block) -> bool {
    matches!(block.aside, None | Some(LineReason::Credit))
}

/// Where a page says that the rest is for subscribers, nothing of the article follows.
fn end_at_paywall(cleaned: &mut Cleaned) {
    let paywall = cleaned.decisions.iter().rposition(|it| it.reason == LineReason::Paywall);
    for decision in cleaned.decisions.iter_mut().skip(paywall.unwrap_or(usize::MAX)) {
        if decision.kind.is_kept() {
            (decision.kind, decision.reason) = (LineKind::Furniture, LineReason::Outside);
        }
    }
}
