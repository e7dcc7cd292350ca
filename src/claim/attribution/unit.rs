//! A unit: one sentence, or several that one quotation holds together, with each quotation as one item.
//!
//! Seen so, « « … », a-t-il dit. » and « Il a dit : « … » » are short strings of items whatever is quoted,
//! and clauses can be looked for outside quotations without tripping over the verbs inside.

use super::super::Context;
use crate::lang::{Class, List, Role, Tag};
use crate::segment::Segmentation;
use crate::text::{Span, TokenKind};

/// What an item is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or number.
    Word,
    /// A mark, folded.
    Mark(char),
    /// A whole quotation, by its number.
    Quote(usize),
}

/// A word, a mark or a whole quotation.
#[derive(Copy, Clone, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// Its first token.
    pub(super) token: usize,
    pub(super) span: Span,
}

/// A stretch of a block that is read as one.
pub(super) struct Unit<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) items: Vec<Item>,
    pub(super) span: Span,
    /// The grammatical columns of each item that is a pronoun: rules ask again and again.
    pronouns: Vec<Option<&'a [&'static str]>>,
}

/// Items of one unit. No sentence anyone reads is longer; beyond, it is read in stretches, so that rules that look
/// across a whole sentence cost no more than its length.
const MOST_ITEMS: usize = 600;

/// Stands for the stop of an abbreviation, which ends nothing.
const ABBREVIATING: char = '·';

/// How far a subject may reach back from its verb.
const SUBJECT_REACH: usize = 30;

/// Cuts an article into units.
pub(super) fn units<'a>(context: &'a Context<'a>) -> Vec<Unit<'a>> {
    let quotes: Vec<Span> = outermost(context.segmentation).map(|(_, span)| span).collect();
    let mut stretches: Vec<(usize, Span)> = Vec::new();
    for sentence in &context.segmentation.sentences {
        let before = quotes.partition_point(|quote| quote.start < sentence.span.start);
        let inside = before.checked_sub(1).is_some_and(|at| quotes[at].end > sentence.span.start);
        match stretches.last_mut().filter(|(block, _)| inside && *block == sentence.block) {
            Some((_, span)) => span.end = sentence.span.end,
            None => stretches.push((sentence.block, sentence.span)),
        }
    }
    stretches.into_iter().flat_map(|(_, span)| within(context, span, 0)).collect()
}

/// The units of a stretch of text: one, unless it is longer than any sentence should be. `depth` is that of the
/// quotations which are its items.
pub(super) fn within<'a>(context: &'a Context<'a>, span: Span, depth: usize) -> Vec<Unit<'a>> {
    let items = items(context, span, depth);
    let stretches = items.chunks(MOST_ITEMS);
    let unit = |items: &[Item]| {
        let span = items.iter().map(|item| item.span).reduce(Span::cover)?;
        let pronouns = items.iter().map(|item| pronoun(context, item)).collect();
        Some(Unit { context, items: items.to_vec(), span, pronouns })
    };
    stretches.filter_map(unit).collect()
}

/// The quotations that stand in no other, turns of dialogues left out, with their numbers.
fn outermost(segmentation: &Segmentation) -> impl Iterator<Item = (usize, Span)> + '_ {
    let all = segmentation.quotations.iter().enumerate();
    all.filter(|(_, one)| one.depth == 0 && !one.dashed).map(|(at, one)| (at, one.span))
}

fn items(context: &Context, span: Span, depth: usize) -> Vec<Item> {
    let quotations = &context.segmentation.quotations;
    let first_quote = quotations.partition_point(|one| one.span.start < span.start);
    let mut quotes = (first_quote..quotations.len())
        .take_while(|&at| quotations[at].span.start < span.end)
        .filter(|&at| quotations[at].depth == depth && !quotations[at].dashed)
        .peekable();
    let mut stops = Stops { context, sentence: 0, last_word: 0 };
    let mut items = Vec::new();
    let mut at = context.tokens.partition_point(|token| token.span.start < span.start);
    while let Some(token) = context.tokens.get(at).filter(|token| token.span.start < span.end) {
        while quotes.next_if(|&quote| quotations[quote].span.end <= token.span.start).is_some() {}
        if let Some(quote) = quotes.next_if(|&quote| quotations[quote].span.start <= token.span.start) {
            let span = quotations[quote].span;
            items.push(Item { kind: Kind::Quote(quote), token: at, span });
            at = context.tokens.partition_point(|token| token.span.start < span.end);
            continue;
        }
        let kind = match token.kind {
            TokenKind::Mark if token.fold == "." && !stops.ends_sentence(token.span) => Kind::Mark(ABBREVIATING),
            TokenKind::Mark => Kind::Mark(token.fold.chars().next().unwrap_or(' ')),
            TokenKind::Word | TokenKind::Number => Kind::Word,
        };
        items.push(Item { kind, token: at, span: token.span });
        at += 1;
    }
    items
}

/// Tells full stops that end sentences, in one pass.
struct Stops<'a> {
    context: &'a Context<'a>,
    /// The sentence after the one last looked into.
    sentence: usize,
    /// First byte of the last word in that one.
    last_word: usize,
}

impl Stops<'_> {
    /// Whether nothing but marks stands between the stop and the end of its sentence.
    fn ends_sentence(&mut self, stop: Span) -> bool {
        let sentences = &self.context.segmentation.sentences;
        if self.sentence == 0 || sentences[self.sentence - 1].span.end < stop.end {
            let at = sentences.partition_point(|sentence| sentence.span.end < stop.end);
            let Some(sentence) = sentences.get(at) else { return true };
            let tokens = self.context.tokens;
            let end = tokens.partition_point(|token| token.span.start < sentence.span.end);
            let words = tokens[..end].iter().rev().take_while(|token| token.span.start >= sentence.span.start);
            self.last_word = words.into_iter().find(|token| token.is_word()).map_or(0, |token| token.span.start);
            self.sentence = at + 1;
        }
        stop.start >= self.last_word
    }
}

/// What the list of pronouns says of an item.
fn pronoun<'a>(context: &Context<'a>, item: &Item) -> Option<&'a [&'static str]> {
    let found = context.lexicon.list(List::Pronouns).get(&context.tokens[item.token].fold);
    found.filter(|_| item.kind == Kind::Word).map(|entry| entry.fields.as_slice())
}

impl<'a> Unit<'a> {
    /// What is known of item `at`; nothing for marks and quotations.
    pub(super) fn tag(&self, at: usize) -> Tag<'a> {
        match self.items.get(at) {
            Some(item) if item.kind == Kind::Word => self.context.tags[item.token],
            _ => Tag::default(),
        }
    }

    pub(super) fn fold(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| self.context.tokens[item.token].fold.as_str())
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.kind(at), Some(Kind::Mark(mark)) if marks.contains(&mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Word)
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Quote(_)))
    }

    pub(super) fn role(&self, at: usize) -> Option<Role> {
        self.tag(at).role
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.tag(at).class
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.is_word(at) && self.context.tokens[self.items[at].token].is_capitalised(self.context.text)
    }

    /// The grammatical columns of a pronoun: person, number, gender, role.
    pub(super) fn pronoun(&self, at: usize) -> Option<&'a [&'static str]> {
        self.pronouns.get(at).copied().flatten()
    }

    /// Whether the item is a pronoun in a subject's place: il, she, on, -t-il.
    pub(super) fn is_subject_pronoun(&self, at: usize) -> bool {
        let counts = || self.context.lexicon.list(List::Determiners).has(self.fold(at)) && self.tag(at + 1).noun;
        self.pronoun(at).is_some_and(|fields| matches!(fields[3], "subject" | "indefinite" | "demonstrative"))
            && !counts()
    }

    /// Whether the item is a pronoun that is nothing but a subject: "he", no "this" or "some".
    fn is_nominative(&self, at: usize) -> bool {
        self.pronoun(at).is_some_and(|fields| fields[3] == "subject") && self.is_subject_pronoun(at)
    }

    /// Whether the item is a subject pronoun bound to the verb before it: -t-il, -elle.
    pub(super) fn is_inverted_pronoun(&self, at: usize) -> bool {
        self.fold(at).starts_with('-') && self.is_subject_pronoun(at)
    }

    /// The span from item `first` to before item `end`.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        match (self.items.get(first), end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if first.span.start <= last.span.end => {
                Span::new(first.span.start, last.span.end)
            }
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.span.end, self.span.end),
        }
    }

    /// Whether a clause's verb, or a quotation that may hold one, stands in the items.
    pub(super) fn states_something(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| self.tag(at).finite)
    }

    /// Number of words that carry content among the items; a quotation counts as its words.
    pub(super) fn content_words(&self, first: usize, end: usize) -> usize {
        let count = |at: usize| match self.kind(at) {
            Some(Kind::Word) => usize::from(self.tag(at).class.is_none() && self.tag(at).role.is_none()),
            Some(Kind::Quote(_)) => self.items[at].span.of(self.context.text).split_whitespace().count(),
            _ => 0,
        };
        (first..end.min(self.items.len())).map(count).sum()
    }

    /// Whether the item ends what a clause can hold: a full stop, a semicolon, a colon, a bracket.
    pub(super) fn is_barrier(&self, at: usize) -> bool {
        self.is_mark(at, &['.', ';', ':', '!', '?', '(', ')', '…']) || at >= self.items.len()
    }

    fn opens_clause(&self, at: usize) -> bool {
        matches!(self.role(at), Some(Role::Complementiser | Role::Subordinator | Role::Relative | Role::Interrogative))
    }

    /// The subject of the verb group that begins at item `verb`, as items `first..end`.
    pub(super) fn subject_before(&self, verb: usize) -> Option<(usize, usize)> {
        let mut end = verb;
        loop {
            if let Some(length) = self.aside_before(end).or_else(|| self.bracket_before(end)) {
                end -= length;
            } else if end > 0 && self.is_preverbal(end - 1) {
                end -= 1;
            } else {
                break;
            }
        }
        if let Some(at) = end.checked_sub(1).filter(|&at| self.is_subject_pronoun(at)) {
            return Some((at, end));
        }
        // "he first announced": a lone word between a pronoun and its verb says when or how.
        let between = end.checked_sub(2).filter(|&at| self.is_nominative(at) && !self.is_capitalised(end - 1));
        if let Some(at) = between.filter(|_| self.is_word(end - 1)) {
            return Some((at, at + 1));
        }
        if end.checked_sub(1).is_some_and(|at| self.role(at) == Some(Role::Relative)) {
            return Some(self.antecedent_before(end - 1)).filter(|&(first, end)| first < end);
        }
        self.phrase_before(end)
    }

    /// What a relative pronoun at item `relative` stands for: the last noun phrase before it, « du » and "of" included.
    fn antecedent_before(&self, relative: usize) -> (usize, usize) {
        let end = relative - usize::from(relative > 0 && self.is_mark(relative - 1, &[',', '-']));
        let start = self.phrase_start(end);
        let bound = |at: usize| at > start && self.role(at - 1) == Some(Role::Of);
        let opens =
            |at: &usize| self.class(*at) == Some(Class::Determiner) && self.role(*at) != Some(Role::Of) && !bound(*at);
        let named = |at: &usize| {
            let before = self.tag(at.saturating_sub(1));
            *at > start
                && self.is_capitalised(*at)
                && before.class == Some(Class::Preposition)
                && before.role != Some(Role::Of)
        };
        let first = (start..end).rev().find(|at| opens(at) || named(at)).unwrap_or(start);
        (self.without_circumstance(first, end), end)
    }

    /// How many items a set phrase between subject and verb takes: « de son côté », "for her part".
    fn aside_before(&self, end: usize) -> Option<usize> {
        const ASIDE_WORDS: usize = 5;
        let tokens = self.context.tokens;
        let list = self.context.lexicon.list(List::AttributionCues);
        let comma = usize::from(end > 0 && self.is_mark(end - 1, &[',']));
        (2..=ASIDE_WORDS).filter(|&length| length + comma <= end).find_map(|length| {
            let first = end - comma - length;
            let found = list.at(tokens, self.items[first].token)?;
            let aside = found.entry.fields[0] == "aside" && found.length_tokens == length;
            let opening = usize::from(comma == 1 && first > 0 && self.is_mark(first - 1, &[',']));
            aside.then_some(length + comma + opening)
        })
    }

    /// How many items a bracket before item `end` takes: "Sen. Ann Lee (D-Ohio) said".
    fn bracket_before(&self, end: usize) -> Option<usize> {
        const BRACKET_ITEMS: usize = 14;
        let close = end.checked_sub(1).filter(|&at| self.is_mark(at, &[')']))?;
        let open = (close.saturating_sub(BRACKET_ITEMS)..close).rev().find(|&at| self.is_mark(at, &['(']))?;
        Some(end - open)
    }

    /// The noun phrase that ends before item `end`; an apposition between commas is skipped, unless it has the name.
    fn phrase_before(&self, mut end: usize) -> Option<(usize, usize)> {
        let dashes = ['-', ','];
        if end > 0 && self.is_mark(end - 1, &dashes) {
            let reach = end.saturating_sub(SUBJECT_REACH);
            let opening = (reach..end - 1).rev().find(|&at| self.is_mark(at, &dashes) || self.is_barrier(at));
            let bare = self.phrase_start(end - 1);
            match opening.filter(|&at| self.is_mark(at, &dashes) && at > 0) {
                Some(at) => {
                    let head = self.described(at);
                    let named = |first, end| (first..end).any(|item| self.is_capitalised(item));
                    let role = head < at && !named(head + 1, at) && self.class(head) == Some(Class::Determiner);
                    if role && named(at + 1, end - 1) {
                        return Some((head, end - 1));
                    }
                    return (head < at).then_some((head, at)).or((bare < end - 1).then_some((bare, end - 1)));
                }
                None => end -= 1,
            }
        }
        let first = self.phrase_start(end);
        let first = self.without_circumstance(first, end);
        let first = self.named_before(first).unwrap_or(first);
        (first < end).then_some((first, end))
    }

    /// Where the phrase begins that ends before the comma at item `comma`, ages and further appositions skipped:
    /// « Luc Petit, 45 ans, boulanger, raconte ».
    fn described(&self, comma: usize) -> usize {
        let first = self.phrase_start(comma);
        let number = self.fold(first).starts_with(|c: char| c.is_ascii_digit());
        let before = first.checked_sub(1).filter(|&at| number && self.is_mark(at, &[',']));
        before.map_or(first, |at| self.phrase_start(at))
    }

    /// The name that a designation explains, no comma closing it: « Ann Lee, la ministre de la Santé a dit ».
    fn named_before(&self, first: usize) -> Option<usize> {
        let comma = first
            .checked_sub(1)
            .filter(|&at| self.is_mark(at, &[',']) && self.class(first) == Some(Class::Determiner))?;
        let name = self.phrase_start(comma);
        (name < comma && (name..comma).all(|at| self.is_capitalised(at))).then_some(name)
    }

    /// Where the noun phrase that ends before `end` begins.
    pub(super) fn noun_phrase_start(&self, end: usize) -> usize {
        self.without_circumstance(self.phrase_start(end), end)
    }

    /// Where the words that may belong to the noun phrase before `end` begin.
    fn phrase_start(&self, end: usize) -> usize {
        let reach = end.saturating_sub(SUBJECT_REACH);
        let mut first = end;
        let mut coordinator = None;
        for at in (reach..end).rev() {
            let stop =
                self.is_mark(at, &[',', '-', '"']) || self.is_barrier(at) || self.opens_clause(at) || self.is_quote(at);
            if stop {
                break;
            }
            if self.tag(at).finite || self.is_subject_pronoun(at) {
                return coordinator.map_or(first, |at: usize| at + 1);
            }
            if self.role(at) == Some(Role::Coordinator) {
                coordinator = Some(at);
            }
            first = at;
        }
        while first < end && (self.role(first) == Some(Role::Coordinator) || self.is_adverb(first)) {
            first += 1;
        }
        first
    }

    fn is_adverb(&self, at: usize) -> bool {
        let tag = self.tag(at);
        tag.class == Some(Class::Adverb) || (tag.adverb && !tag.noun && !tag.adjective && tag.class.is_none())
    }

    /// A phrase that a preposition opens begins with a circumstance: « Dans un entretien le ministre ».
    fn without_circumstance(&self, first: usize, end: usize) -> usize {
        if self.class(first) != Some(Class::Preposition) {
            return first;
        }
        let bound = |at: usize| {
            let before = self.tag(at - 1);
            matches!(before.class, Some(Class::Preposition)) || matches!(before.role, Some(Role::Of))
        };
        let opens =
            |at: &usize| self.class(*at) == Some(Class::Determiner) && self.role(*at) != Some(Role::Of) && !bound(*at);
        (first + 2..end).find(opens).unwrap_or(end)
    }

    /// Whether the item may stand between a subject and its verb: clitics, negations, adverbs, auxiliaries.
    fn is_preverbal(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let object = self.pronoun(at).is_some_and(|fields| fields[3] == "object");
        let clitic = tag.role == Some(Role::Clitic) && !self.is_subject_pronoun(at) || object;
        let small = tag.role == Some(Role::Negation) || tag.is_auxiliary() || self.is_adverb(at);
        self.is_word(at) && (clitic || small) && tag.role != Some(Role::Relative)
    }

    /// The end of the noun phrase that begins at item `first`.
    pub(super) fn phrase_end(&self, first: usize) -> usize {
        let mut at = first;
        while at < self.items.len() {
            let tag = self.tag(at);
            let preposition = matches!(tag.class, Some(Class::Preposition)) && tag.role != Some(Role::Of);
            let stop = !(self.is_word(at) || self.is_mark(at, &[ABBREVIATING]))
                || tag.finite
                || self.opens_clause(at)
                || (preposition && at > first)
                || (at > first && self.is_subject_pronoun(at))
                || (tag.present_participle && !tag.noun && !tag.adjective && !self.is_capitalised(at));
            if stop {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the clause that begins at item `first` ends: at a full stop or semicolon, before a further report.
    pub(super) fn clause_end(&self, first: usize) -> usize {
        let mut depth = 0_usize;
        for at in first..self.items.len() {
            if self.is_mark(at, &['(']) {
                depth += 1;
            } else if self.is_mark(at, &[')']) {
                if depth == 0 {
                    return at;
                }
                depth -= 1;
            } else if at > first && depth == 0 && (self.is_mark(at, &['.', ';', '!', '?']) || self.turns_to_report(at))
            {
                return at;
            }
        }
        self.items.len()
    }

    /// Whether a new report by the same speaker begins: « , précisant que », "and added that".
    pub(super) fn turns_to_report(&self, at: usize) -> bool {
        let comma = self.is_mark(at, &[',', '-']);
        let coordinated = self.role(at) == Some(Role::Coordinator);
        if !comma && !coordinated {
            return false;
        }
        let mut next = at + 1;
        while comma && self.role(next) == Some(Role::Coordinator) {
            next += 1;
        }
        let coordinated = coordinated || next > at + 1;
        while self.is_word(next) && self.is_preverbal(next) && next < at + 6 {
            next += 1;
        }
        let tag = self.tag(next);
        let Some(item) = self.items.get(next).filter(|item| item.kind == Kind::Word) else { return false };
        let Some(lemma) = tag.verb else { return false };
        let verb = self.context.lexicon.list(List::ReportingVerbs).at_form_of(self.context.tokens, item.token, lemma);
        let clausal = verb.is_some_and(|verb| verb.entry.fields.get(1).is_some_and(|patterns| patterns.contains('c')));
        if !self.is_word(next) || !clausal {
            return false;
        }
        (comma && tag.present_participle && !tag.finite) || (coordinated && (tag.finite || tag.auxiliary.is_some()))
    }
}
