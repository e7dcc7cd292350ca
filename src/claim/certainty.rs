//! How far the outlet commits to a claim, and the words that tell.
//!
//! The rung is the lowest that any cue sets. Words inside a direct quotation are the speaker's own and
//! set nothing. The French conditional counts as journalistic where nothing else explains it: no
//! condition in the sentence, no future seen from a past report, no politeness, no modal verb
//! (Abouda 2001; Dendale 1993 for what stays contested).

use super::{Certainty, Context, Cue, Mode, Report, Stance};
use crate::lang::{Class, List, Role, Tag};
use crate::text::{Span, TokenKind};

/// How far behind an auxiliary its participle may stand.
const COMPOUND_REACH: usize = 5;
/// How far from a claim, in tokens, a condition of its sentence may stand: longer sentences are lists.
const CONDITION_REACH: usize = 100;
/// How far before a verb group the word that negates it may stand.
const NEGATION_REACH: usize = 2;
/// How far behind a verb of denial the noun that it denies may stand.
const OBJECT_REACH: usize = 4;
/// How far before a modal verb the words of its purpose may stand: "so that he could".
const PURPOSE_REACH: usize = 4;
/// Words up to which a quotation in the author's sentence is a borrowed expression.
const BORROWED_WORDS: usize = 5;

/// The rule of a few words between quotation marks in the author's sentence.
const BORROWED: &str = "distance/quotes";

/// The rung of the claim at `span`, with its cues in order.
pub(super) fn rung(context: &Context, span: Span, sentence: usize, report: Option<&Report>) -> (Certainty, Vec<Cue>) {
    let mut cues = Vec::new();
    let base = report.map_or(Certainty::Asserted, |report| context.reported(report, &mut cues));
    if report.is_none_or(|report| report.mode == Mode::Indirect) {
        context.in_words(span, sentence, report, &mut cues);
    }
    if report.is_none() {
        context.borrowed(span, &mut cues);
    }
    cues.sort_by_key(|cue| cue.span);
    cues.dedup();
    // A word kept at arm's length is marked as such; the sentence around it is asserted all the same.
    // So is what a relative clause or the complement of a noun doubts, behind the main verb.
    let aside = |cue: &&Cue| report.is_none() && context.is_aside(span, cue.span);
    let telling = cues.iter().filter(|cue| !aside(cue));
    let lowest = telling.filter_map(|cue| of_rule(cue.rule)).min();
    (lowest.map_or(base, |rung| rung.min(base)), cues)
}

/// Whether the claim at `span` says that something is not so: one of its verbs is negated.
pub(super) fn is_negated(context: &Context, span: Span) -> bool {
    let start = context.tokens.partition_point(|token| token.span.start < span.start);
    let end = context.tokens.partition_point(|token| token.span.start < span.end);
    let says = |&at: &usize| context.tags[at].finite || context.tags[at].auxiliary.is_some();
    // "is not safe": behind a verb that is no auxiliary.
    let follows = |verb: usize| (verb + 1..end).next().is_some_and(|at| context.tags[at].role == Some(Role::Negation));
    (start..end).filter(says).any(|verb| context.is_negated(verb) || follows(verb))
}

/// The rung that a cue of this rule sets, if any: a borrowed expression sets none.
pub(super) fn of_rule(rule: &str) -> Option<Certainty> {
    match rule.split('/').next()? {
        _ if rule == BORROWED => None,
        "presupposed" => Some(Certainty::Presupposed),
        "denied" => Some(Certainty::Denied),
        "conditional" => Some(Certainty::Conditional),
        "hedge" => Some(Certainty::Hedged),
        "distance" => Some(Certainty::Distanced),
        _ => None,
    }
}

impl Context<'_> {
    /// What the reporting verb itself says of what it reports.
    fn reported(&self, report: &Report, cues: &mut Vec<Cue>) -> Certainty {
        let Some(verb) = &report.verb else { return Certainty::Attributed };
        let at = self.tokens.partition_point(|token| token.span.start < verb.span.start);
        if let Some(span) = self.compound_conditional(at) {
            cues.push(Cue { span, rule: "conditional/journalistic" });
        }
        let rule = self.lexicon.list(List::CertaintyCues).get(&verb.lemma).map(|entry| entry.fields[0]);
        match (rule, self.is_negated(at)) {
            (Some("denied/verb" | "hedge/doubt"), true) => Certainty::Attributed,
            (Some("negated/denied"), true) => {
                cues.push(Cue { span: verb.span, rule: "denied/negation" });
                Certainty::Denied
            }
            (Some("negated/hedge"), true) => {
                cues.push(Cue { span: verb.span, rule: "hedge/unconfirmed" });
                Certainty::Hedged
            }
            (Some("hedge/doubt"), false) => {
                cues.push(Cue { span: verb.span, rule: "hedge/doubt" });
                Certainty::Hedged
            }
            (Some("denied/verb"), false) => {
                cues.push(Cue { span: verb.span, rule: "denied/verb" });
                Certainty::Denied
            }
            (Some("presupposed/factive"), _) => {
                cues.push(Cue { span: verb.span, rule: "presupposed/factive" });
                Certainty::Presupposed
            }
            _ if verb.stance == Stance::Doubt => {
                cues.push(Cue { span: verb.span, rule: "distance/verb" });
                Certainty::Distanced
            }
            _ => Certainty::Attributed,
        }
    }

    /// Whether the verb at token `at`, or the auxiliary it goes with, is negated: « n'a pas nié », "did not deny".
    fn is_negated(&self, at: usize) -> bool {
        let Some(tag) = self.tags.get(at) else { return false };
        let first = tag.auxiliary.unwrap_or(at).min(at);
        let list = self.lexicon.list(List::CertaintyCues);
        let before = (first.saturating_sub(NEGATION_REACH)..at).rev();
        let near = before.take_while(|&other| self.tokens[other].kind != TokenKind::Mark);
        near.into_iter().any(|other| {
            let listed = list.get(&self.tokens[other].fold).is_some_and(|entry| entry.fields[0] == "negation");
            listed || (self.tags[other].role == Some(Role::Negation) && other + 1 >= first)
        })
    }

    /// The auxiliary and participle, where token `at` is a participle whose auxiliary is in the conditional.
    fn compound_conditional(&self, at: usize) -> Option<Span> {
        let tag = self.tags.get(at)?;
        let auxiliary = tag.auxiliary.filter(|&auxiliary| self.tags[auxiliary].conditional && tag.past_participle)?;
        (!self.spoken_by_first_person(auxiliary)).then(|| self.tokens[auxiliary].span.cover(self.tokens[at].span))
    }

    /// Cues among the words of the claim.
    fn in_words(&self, span: Span, sentence: usize, report: Option<&Report>, cues: &mut Vec<Cue>) {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end).max(first);
        let (imagined, asked) = (self.imagined(sentence, first, end), self.is_asked(sentence));
        let mut at = first;
        while at < end {
            let quoted = self.quoted(self.tokens[at].span);
            let found = if quoted { None } else { self.listed(at, end) };
            let found = found.filter(|(cue, _)| !(asked && cue.rule == "hedge/modal"));
            if let Some((cue, length)) = found {
                cues.push(cue);
                at += length;
                continue;
            }
            if !quoted && self.tags[at].conditional && !asked {
                // What may be stays possible under a condition; all else is then imagined.
                let told = self.conditional(at, end, report);
                cues.extend(told.filter(|cue| !imagined || cue.rule == "hedge/modal" && !self.is_negated(at)));
            }
            if !quoted && report.is_none() {
                cues.extend(self.denied_object(at, end));
            }
            at += 1;
        }
    }

    /// Whether a cue stands in a relative clause or a complement that follows the main verb: "lawmakers dismissed
    /// warnings that it could fail".
    fn is_aside(&self, claim: Span, cue: Span) -> bool {
        let first = self.tokens.partition_point(|token| token.span.start < claim.start);
        let at = self.tokens.partition_point(|token| token.span.start < cue.start);
        let opens = |&other: &usize| matches!(self.tags[other].role, Some(Role::Relative | Role::Complementiser));
        let first = first.max(at.saturating_sub(CONDITION_REACH));
        let Some(opening) = (first..at).rev().find(opens) else { return false };
        let joined = (opening..at).any(|other| self.tags[other].role == Some(Role::Coordinator));
        !joined && (first..opening).any(|other| self.tags[other].finite)
    }

    /// A listed cue at token `at`, and how many tokens it takes.
    fn listed(&self, at: usize, end: usize) -> Option<(Cue, usize)> {
        let list = self.lexicon.list(List::CertaintyCues);
        let found = match self.tags[at].verb {
            Some(lemma) => list.at_form_of(self.tokens, at, lemma)?,
            None => list.at(self.tokens, at)?,
        };
        let rule = *found.entry.fields.first()?;
        let last = at + found.length_tokens;
        if !rule.starts_with("hedge/") || rule == "hedge/doubt" || last > end || self.is_name(at) {
            return None;
        }
        let compared = |before| list.at(self.tokens, before).is_some_and(|it| it.entry.fields[0] == "comparative");
        if at.checked_sub(1).is_some_and(compared) {
            return None;
        }
        let spoken = self.tags[at].finite && self.tags[at].past_participle;
        let aimed = |other| list.at(self.tokens, other).is_some_and(|it| it.entry.fields[0] == "purpose");
        let modal = rule == "hedge/modal" && (at.saturating_sub(PURPOSE_REACH)..at).any(aimed);
        let tags = self.tags.get(last..end).unwrap_or_default();
        // « semble s'être rendormi », « semble ne pas suivre ».
        let small = |tag: &&Tag| !matches!(tag.role, Some(Role::Clitic | Role::Negation));
        let next = [tags.first(), tags.iter().find(small)];
        let bare = rule == "hedge/verb" && found.length_tokens == 1 && !next.into_iter().flatten().any(is_stative);
        let led = rule == "hedge/modal" && at > 0 && self.tags[at - 1].class == Some(Class::Determiner);
        if bare || led {
            return None;
        }
        let noun = rule == "hedge/verb"
            && !(self.tags[at].finite || self.tags[at].verb.is_none() || self.tags[at].auxiliary.is_some());
        let span = self.tokens[at].span.cover(self.tokens[last - 1].span);
        let told = spoken && rule == "hedge/report";
        (!told && !modal && !noun).then_some((Cue { span, rule }, found.length_tokens))
    }

    /// « nie les faits », "denied the charges": a verb of denial with what it denies.
    fn denied_object(&self, at: usize, end: usize) -> Option<Cue> {
        let list = self.lexicon.list(List::CertaintyCues);
        let tag = self.tags[at];
        let denies = list.get(tag.verb?).is_some_and(|entry| entry.fields[0] == "denied/verb");
        let active = tag.finite || tag.auxiliary.is_some_and(|auxiliary| !self.is_passive_builder(auxiliary));
        if !denies || !active || self.is_negated(at) {
            return None;
        }
        let deniable = |&other: &usize| {
            let fold = self.tokens[other].fold.as_str();
            let noun = list.get(fold).is_some_and(|entry| entry.fields[0] == "denied/object");
            noun || self.lexicon.list(List::ReportingNouns).has(fold)
        };
        let object = (at + 1..end.min(at + 1 + OBJECT_REACH)).find(deniable)?;
        let clear = self.tokens[at..object].iter().all(|token| token.kind == TokenKind::Word);
        clear.then_some(Cue { span: self.tokens[at].span, rule: "denied/object" })
    }

    /// Whether the word is a name: a capital that no sentence's beginning explains ("May").
    fn is_name(&self, at: usize) -> bool {
        let opens = at == 0 || self.tokens[at - 1].kind == TokenKind::Mark;
        self.tokens[at].is_capitalised(self.text) && !opens
    }

    /// The conditional at token `at`, if it passes something on without committing.
    fn conditional(&self, at: usize, end: usize, report: Option<&Report>) -> Option<Cue> {
        if !(self.tags[at].finite || self.tags[at].auxiliary.is_none()) || self.spoken_by_first_person(at) {
            return None;
        }
        let reach = (at + 1..end.min(at + 1 + COMPOUND_REACH)).rev();
        let participle =
            reach.into_iter().find(|&next| self.tags[next].past_participle && self.tags[next].auxiliary == Some(at));
        let verb = participle.unwrap_or(at);
        let list = self.lexicon.list(List::CertaintyCues);
        let modal = |at: usize| {
            self.tags[at].verb.and_then(|lemma| list.get(lemma)).filter(|it| it.fields[0].starts_with("conditional/"))
        };
        let itself = modal(at);
        let participle = participle.filter(|_| itself.is_none());
        let rule = itself.or_else(|| modal(verb));
        match (rule.map(|entry| entry.fields[0]), participle) {
            (Some("conditional/modal"), None) => return Some(Cue { span: self.tokens[at].span, rule: "hedge/modal" }),
            (Some("conditional/expected"), None) => {
                return Some(Cue { span: self.tokens[at].span, rule: "hedge/attitude" });
            }
            (Some("conditional/modal" | "conditional/expected" | "conditional/polite"), _) => return None,
            _ => {}
        }
        if self.is_shapeless(at) {
            return None;
        }
        let span = self.tokens[at].span.cover(self.tokens[verb].span);
        let passive = participle.is_some() && self.is_passive_builder(at) && !self.is_reflexive(at);
        let foreseen = passive && report.is_some_and(|report| self.is_past(report));
        let passed_on = !foreseen && (participle.is_some() || self.simple_conditional_reports(at, report));
        passed_on.then_some(Cue { span, rule: "conditional/journalistic" })
    }

    fn is_passive_builder(&self, at: usize) -> bool {
        let list = self.lexicon.list(List::Auxiliaries);
        self.tags[at].verb.is_some_and(|lemma| list.get(lemma).is_some_and(|entry| entry.fields[0] == "passive"))
    }

    fn is_reflexive(&self, at: usize) -> bool {
        let list = self.lexicon.list(List::Auxiliaries);
        let before = at.checked_sub(1).map(|before| self.tokens[before].fold.as_str());
        before.is_some_and(|word| list.get(word).is_some_and(|entry| entry.fields[0] == "reflexive"))
    }

    /// Whether the reporting verb stands in a past tense, from which the conditional is a future.
    fn is_past(&self, report: &Report) -> bool {
        let Some(verb) = &report.verb else { return false };
        let at = self.tokens.partition_point(|token| token.span.start < verb.span.start);
        self.tags.get(at).is_some_and(|tag| tag.auxiliary.is_some() || tag.imperfect)
    }

    /// A simple conditional reports only behind a named source, or as a bare state; never after a past report.
    fn simple_conditional_reports(&self, at: usize, report: Option<&Report>) -> bool {
        if let Some(report) = report {
            return report.verb.is_none();
        }
        let stated = self.is_listed_as(at + 1, "state");
        let judged = self.tags.get(at + 1).is_some_and(|tag| tag.adjective && !tag.past_participle) && !stated;
        let after_that = (at.saturating_sub(12)..at).any(|other| self.tags[other].role == Some(Role::Complementiser));
        self.tags[at].is_auxiliary() && !judged && !after_that
    }

    /// Whether the subject right before makes the conditional a judgement of the author: « ce serait une erreur ».
    fn is_shapeless(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_listed_as(before, "shapeless"))
    }

    fn is_listed_as(&self, at: usize, rule: &str) -> bool {
        let entry = self.tokens.get(at).and_then(|token| self.lexicon.list(List::CertaintyCues).get(&token.fold));
        entry.is_some_and(|entry| entry.fields[0] == rule)
    }

    /// Whether the verb's subject is who speaks or is spoken to: « je voudrais ».
    fn spoken_by_first_person(&self, at: usize) -> bool {
        let pronouns = self.lexicon.list(List::Pronouns);
        let near = at.saturating_sub(3)..(at + 2).min(self.tokens.len());
        let person = |word: &str| {
            pronouns.get(word).is_some_and(|entry| {
                (entry.fields[0] != "3" && entry.fields[3] == "subject") || entry.fields[3] == "indefinite"
            })
        };
        near.into_iter().any(|other| other != at && person(&self.tokens[other].fold))
    }

    /// Whether the sentence of the claim, as tokens `claimed..claim_end`, holds a condition near it: « si… », "without".
    fn imagined(&self, sentence: usize, claimed: usize, claim_end: usize) -> bool {
        let Some(sentence) = self.segmentation.sentences.get(sentence) else { return false };
        let list = self.lexicon.list(List::CertaintyCues);
        let first = self.tokens.partition_point(|token| token.span.start < sentence.span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= sentence.span.end).max(first);
        let (first, end) = (first.max(claimed.saturating_sub(CONDITION_REACH)), end.min(claim_end + CONDITION_REACH));
        (first..end).any(|at| list.at(self.tokens, at).is_some_and(|found| found.entry.fields[0] == "irrealis"))
    }

    /// Whether the sentence asks.
    fn is_asked(&self, sentence: usize) -> bool {
        let Some(sentence) = self.segmentation.sentences.get(sentence) else { return false };
        sentence.span.of(self.text).trim_end_matches(['»', '"', '”', ' ', '\u{a0}']).ends_with('?')
    }

    /// Whether the word is quoted; inside a report every quotation is the speaker's.
    fn quoted(&self, span: Span) -> bool {
        let quotations = &self.segmentation.quotations;
        let before = quotations.partition_point(|one| one.span.start <= span.start);
        quotations[..before].iter().rev().take(3).any(|one| one.span.contains(span))
    }

    /// A few words between quotation marks in the author's sentence, names and titles left out.
    fn borrowed(&self, span: Span, cues: &mut Vec<Cue>) {
        let quotations = &self.segmentation.quotations;
        let first = quotations.partition_point(|one| one.span.start < span.start);
        for quotation in quotations[first..].iter().take_while(|one| one.span.end <= span.end) {
            let words = quotation.inner.of(self.text);
            let short = words.split_whitespace().count() <= BORROWED_WORDS;
            let named = words.starts_with(char::is_uppercase) || words.starts_with(|c: char| c.is_numeric());
            let whole = quotation.span.len() + 2 >= span.len();
            if quotation.depth == 0 && !quotation.dashed && short && !named && !whole {
                cues.push(Cue { span: quotation.span, rule: BORROWED });
            }
        }
    }
}

/// Whether what stands behind « semble », "seems" tells a state that seems to be, rather than an object.
fn is_stative(tag: &Tag) -> bool {
    let opens = matches!(tag.role, Some(Role::Infinitive | Role::Of | Role::Complementiser));
    let object = tag.class == Some(Class::Determiner) && tag.role != Some(Role::Of);
    !object && (opens || tag.infinitive || tag.adjective || tag.past_participle || tag.adverb)
}
