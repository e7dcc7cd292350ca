//! What a reader decides otherwise: lines kept or dropped against the engine's decision.
//!
//! The decisions hold every line, so an article is made again from them alone, whatever it was read from. Nothing is
//! lost: what is dropped stays among the decisions, and the same choices made on the article as first read always
//! give the same result.

use std::collections::{BTreeMap, BTreeSet};

use super::{Article, LineDecision, LineKind, LineReason, paste, prose};
use crate::lang::Lexica;

/// What a reader wants of one line.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// In the text: as what it was if it is kept already, else as heading or paragraph, by its shape.
    Keep,
    /// Out of the text.
    Drop,
    /// As this and nothing else.
    As(LineKind),
}

/// A reader's choices by line: the place of the line in [`Article::decisions`].
pub type Choices = BTreeMap<usize, Choice>;

impl Article {
    /// The article again, with a reader's choices in place of the engine's decisions.
    ///
    /// To be called on the article as it was read, with all choices at once; choices of lines that do not exist are
    /// left aside. A line chosen as title takes the place of the one found, which is then dropped. Credits and
    /// captions follow: a line that is one no more no longer gives its byline, agency or day.
    #[must_use]
    pub fn with_choices(&self, choices: &Choices, lexica: &Lexica) -> Self {
        self.decided(choices, LineReason::Reader, lexica)
    }

    /// The article as its author marked it up: which line is the title, which are headings.
    pub(super) fn with_marks(&self, title: Option<&str>, headings: &BTreeSet<String>, lexica: &Lexica) -> Self {
        let first = title.and_then(|title| self.decisions.iter().position(|it| it.text == title));
        let heading = |(at, decision): (usize, &LineDecision)| {
            let is_heading = decision.kind != LineKind::Title && headings.contains(&decision.text);
            is_heading.then_some((at, Choice::As(LineKind::Heading)))
        };
        let headings = self.decisions.iter().enumerate().filter_map(heading);
        let title = first.map(|at| (at, Choice::As(LineKind::Title)));
        self.decided(&headings.chain(title).collect(), LineReason::Marked, lexica)
    }

    fn decided(&self, choices: &Choices, reason: LineReason, lexica: &Lexica) -> Self {
        let mut decisions = self.decisions.clone();
        for (&line, &choice) in choices {
            if let Some(decision) = decisions.get_mut(line) {
                decide(decision, choice, reason);
            }
        }
        keep_one_title(&mut decisions, reason);
        if decisions == self.decisions {
            return self.clone();
        }
        let (text, blocks) = paste::assemble(&decisions);
        let mut article = Self { text, blocks, decisions, ..self.clone() };
        article.follow_credits(&self.decisions, lexica);
        article.follow_captions(&self.decisions);
        article
    }

    /// Takes back what changed lines told of the article, and takes up what they tell now.
    fn follow_credits(&mut self, before: &[LineDecision], lexica: &Lexica) {
        let lexicon = lexica.of(self.language);
        for (was, is) in before.iter().zip(&self.decisions).filter(|(was, is)| was.kind != is.kind) {
            let credit = prose::credit(&is.text, lexicon);
            if was.kind == LineKind::Credit {
                self.byline = self.byline.take().filter(|it| credit.byline.as_ref() != Some(it));
                self.agency = self.agency.take().filter(|it| credit.agency.as_ref() != Some(it));
                self.date = self.date.filter(|&it| credit.date != Some(it));
            } else if is.kind == LineKind::Credit {
                self.byline = credit.byline.or(self.byline.take());
                self.agency = credit.agency.or(self.agency.take());
                self.date = credit.date.or(self.date);
            }
        }
    }

    fn follow_captions(&mut self, before: &[LineDecision]) {
        let changed = || before.iter().zip(&self.decisions).filter(|(was, is)| was.kind != is.kind);
        let gone: BTreeSet<&str> =
            changed().filter(|(was, _)| was.kind == LineKind::Caption).map(|(was, _)| was.text.as_str()).collect();
        self.captions.retain(|caption| !gone.contains(caption.as_str()));
        let new = changed().filter(|(_, is)| is.kind == LineKind::Caption).map(|(_, is)| is.text.clone());
        self.captions.extend(new);
    }
}

fn decide(decision: &mut LineDecision, choice: Choice, reason: LineReason) {
    let kind = match choice {
        Choice::Keep if decision.kind.is_kept() => decision.kind,
        Choice::Keep if prose::ends_sentence(&decision.text) => LineKind::Paragraph,
        Choice::Keep => LineKind::Heading,
        Choice::Drop if decision.kind.is_kept() => LineKind::Furniture,
        Choice::Drop => decision.kind,
        Choice::As(kind) => kind,
    };
    if kind != decision.kind {
        *decision = LineDecision { text: std::mem::take(&mut decision.text), kind, reason };
    }
}

/// A title chosen for this reason goes before the engine's, the first of several before the others.
fn keep_one_title(decisions: &mut [LineDecision], reason: LineReason) {
    let titles = || (0..decisions.len()).filter(|&at| decisions[at].kind == LineKind::Title);
    let Some(kept) = titles().find(|&at| decisions[at].reason == reason).or_else(|| titles().next()) else { return };
    for (_, decision) in decisions.iter_mut().enumerate().filter(|&(at, _)| at != kept) {
        if decision.kind == LineKind::Title {
            decision.kind = LineKind::Furniture;
            decision.reason = reason;
        }
    }
}
