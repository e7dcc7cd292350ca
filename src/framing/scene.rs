//! What the rules look at: articles with their links, and quick answers to what they all ask.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Difference, FramingKind, Mark, Side};
use crate::align::{Alignment, Analysed, ClaimRef, Link};
use crate::claim::{ActorKind, Claim, Mode, Speaker, SpeakerKind};
use crate::lang::{Language, Lexica, Lexicon, List, Match, Pos, Reading, Role, Tag, VerbForm, tag};
use crate::text::{Span, Token, fold};

/// Up to here an infinitive or participle is the complement itself: « de tuer », "of spending".
const EARLY_TOKENS: usize = 3;

/// What a rule's sentence is filled with.
pub(super) type Details = BTreeMap<&'static str, String>;

/// Articles side by side, as the rules read them.
pub(super) struct Scene<'a> {
    pub(super) alignment: &'a Alignment,
    pub(super) pages: Vec<Page<'a>>,
    /// `(article, actor)` → number in [`Alignment::actors`].
    shared: BTreeMap<(usize, usize), usize>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(articles: &'a [Analysed], alignment: &'a Alignment, lexica: &'a Lexica) -> Self {
        let pages = articles.iter().enumerate().map(|(at, it)| Page::new(at, it, lexica.of(it.article.language)));
        let members = alignment.actors.iter().enumerate();
        let shared = members.flat_map(|(at, actor)| actor.members.iter().map(move |&member| (member, at))).collect();
        Self { alignment, pages: pages.collect(), shared }
    }

    /// A claim; none for a number that is not one, which only a broken alignment could hold.
    pub(super) fn claim(&self, number: ClaimRef) -> Option<&'a Claim> {
        self.pages.get(number.article)?.analysed.claims.claims.get(number.claim)
    }

    /// Both claims of a link, by the link's number.
    pub(super) fn linked(&self, number: usize) -> Option<Linked<'a>> {
        let link = self.alignment.links.get(number)?;
        Some(Linked { number, link, a: self.claim(link.a)?, b: self.claim(link.b)? })
    }

    /// Both claims of each link.
    pub(super) fn links(&self) -> impl Iterator<Item = Linked<'a>> {
        (0..self.alignment.links.len()).filter_map(|number| self.linked(number))
    }

    /// How many words stand in a span of an article.
    pub(super) fn words(&self, article: usize, span: Span) -> usize {
        let Some(page) = self.pages.get(article) else { return 0 };
        page.tokens[page.tokens_of(span)].iter().filter(|token| token.is_word()).count()
    }

    /// Number in [`Alignment::actors`] of an article's actor.
    pub(super) fn shared_actor(&self, article: usize, actor: usize) -> Option<usize> {
        self.shared.get(&(article, actor)).copied()
    }

    /// What kind a shared actor is: as the first article that knows.
    pub(super) fn kind_of(&self, actor: usize) -> ActorKind {
        let members = self.alignment.actors.get(actor).map_or(&[][..], |it| it.members.as_slice());
        let kinds = members
            .iter()
            .filter_map(|&(article, number)| Some(self.pages.get(article)?.analysed.claims.actors.get(number)?.kind));
        kinds.into_iter().find(|kind| *kind != ActorKind::Unknown).unwrap_or(ActorKind::Unknown)
    }

    /// Whether two claims are given to the same speaker; none where that can't be told.
    pub(super) fn same_speaker(&self, link: &Link, a: &Speaker, b: &Speaker) -> Option<bool> {
        let actor = |article, speaker: &Speaker| self.shared_actor(article, speaker.actor?);
        if let (Some(one), Some(other)) = (actor(link.a.article, a), actor(link.b.article, b)) {
            return Some(one == other);
        }
        if fold(&a.name) == fold(&b.name) {
            return Some(true);
        }
        let anonymous = |it: &Speaker| it.kind == SpeakerKind::Anonymous;
        let named = |it: &Speaker| it.kind == SpeakerKind::Named;
        (anonymous(a) && named(b) || named(a) && anonymous(b)).then_some(false)
    }
}

/// Two linked claims.
pub(super) struct Linked<'a> {
    pub(super) number: usize,
    pub(super) link: &'a Link,
    pub(super) a: &'a Claim,
    pub(super) b: &'a Claim,
}

impl Linked<'_> {
    /// A difference between them; the articles' letters are filled in.
    pub(super) fn difference(&self, kind: FramingKind, rule: &'static str, (a, b): (Side, Side)) -> Difference {
        let details = Details::from([("a", letter(self.link.a.article)), ("b", letter(self.link.b.article))]);
        Difference { link: self.number, kind, rule, a, b, details }
    }
}

/// The letter readers know an article by: A, B… The contract's ids are the same letters, small.
pub(super) fn letter(article: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(article % 26).unwrap_or(0));
    match article / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// One article as the rules read it.
pub(super) struct Page<'a> {
    pub(super) number: usize,
    pub(super) analysed: &'a Analysed,
    pub(super) lexicon: &'a Lexicon,
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) tags: Vec<Tag<'a>>,
    /// The text folded, with single blanks.
    folded: String,
    /// The readings of each word form, looked up once: a long text has far fewer forms than words.
    readings: BTreeMap<&'a str, Vec<Reading<'a>>>,
    /// Spans of direct speech, by start, with who speaks.
    spoken: Vec<(Span, Option<&'a str>)>,
    /// Quotations that lie in no other one, in order.
    quoted: Vec<Span>,
}

impl<'a> Page<'a> {
    fn new(number: usize, analysed: &'a Analysed, lexicon: &'a Lexicon) -> Self {
        let claims = analysed.claims.claims.iter().filter(|claim| claim.mode == Some(Mode::Direct));
        let mut spoken: Vec<_> =
            claims.map(|claim| (claim.span, claim.speaker.as_ref().map(|it| it.name.as_str()))).collect();
        spoken.sort_unstable();
        let (text, tokens) = (analysed.article.text.as_str(), analysed.claims.tokens.as_slice());
        let tags = tag(text, tokens, lexicon);
        let mut readings: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
        for token in tokens {
            readings.entry(&token.fold).or_insert_with(|| lexicon.vocabulary.readings(&token.fold).collect());
        }
        let outermost = analysed.segmentation.quotations.iter().filter(|quotation| quotation.depth == 0);
        let quoted = outermost.map(|quotation| quotation.span).collect();
        let folded = fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
        Self { number, analysed, lexicon, text, tokens, tags, folded, readings, spoken, quoted }
    }

    /// Whether its language is one the rules know.
    pub(super) fn is_read(&self) -> bool {
        self.lexicon.language != Language::Other
    }

    /// A mark on `span` made by the words of `cue`. Inside direct speech it says whose words they are.
    pub(super) fn mark(&self, kind: FramingKind, rule: &'static str, span: Span, cue: Span) -> Mark {
        let mut details = Details::from([("words", self.words(span))]);
        if let Some(speaker) = self.speaker_at(span) {
            details.insert("said_by", speaker.to_owned());
        }
        Mark { article: self.number, span, kind, rule, cue, details }
    }

    /// Who is quoted word for word at `span`.
    pub(super) fn speaker_at(&self, span: Span) -> Option<&'a str> {
        let before = self.spoken.partition_point(|(spoken, _)| spoken.start <= span.start);
        let (spoken, speaker) = self.spoken.get(before.checked_sub(1)?)?;
        if spoken.contains(span) { *speaker } else { None }
    }

    /// Whether words stand between quotation marks.
    pub(super) fn is_quoted(&self, span: Span) -> bool {
        let before = self.quoted.partition_point(|quoted| quoted.start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.quoted[at].contains(span))
    }

    /// The words of a span on one line.
    pub(super) fn words(&self, span: Span) -> String {
        span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same, without the capital that begins a sentence: « Rebelles armés » → « rebelles armés ».
    pub(super) fn plain_words(&self, span: Span) -> String {
        let words = self.words(span);
        if self.begins_sentence(self.tokens_of(span).start) { uncapitalised(&words) } else { words }
    }

    /// Whether the text has some folded words, whole.
    pub(super) fn says(&self, words: &str) -> bool {
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.folded.match_indices(words).any(|(at, found)| {
            let (before, after) = (&self.folded[..at], &self.folded[at + found.len()..]);
            !inside(before.chars().next_back()) && !inside(after.chars().next())
        })
    }

    /// The apostrophe that the article writes.
    pub(super) fn apostrophe(&self) -> &'static str {
        if self.text.contains('’') { "’" } else { "'" }
    }

    /// The folded spelling of token `at`; nothing past the end.
    pub(super) fn fold(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    /// The span from the first token of a range to its last.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let first = self.tokens.get(from).map(|token| token.span).unwrap_or_default();
        let last = self.tokens.get(to.saturating_sub(1).max(from)).map_or(first, |token| token.span);
        first.cover(last)
    }

    /// The tokens of a sentence, as a range.
    pub(super) fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// Whether token `at` is the first of its sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let sentences = &self.analysed.segmentation.sentences;
        let next = sentences.partition_point(|sentence| sentence.span.start <= token.span.start);
        let own = next.checked_sub(1).and_then(|it| sentences.get(it));
        own.is_some_and(|sentence| self.tokens_of(sentence.span).find(|&it| self.tokens[it].is_word()) == Some(at))
    }

    /// Whether words are a clause or infinitive rather than a noun with a relative clause.
    pub(super) fn is_clause(&self, content: Range<usize>, takes_clause: bool) -> bool {
        let pronouns = self.lexicon.list(List::Pronouns);
        for (index, at) in content.enumerate() {
            let tag = &self.tags[at];
            let complementiser = tag.role == Some(Role::Complementiser);
            if index == 0 && complementiser {
                return takes_clause;
            }
            let pronoun = pronouns.get(self.fold(at));
            if complementiser || pronoun.is_some_and(|it| it.fields.last() == Some(&"relative")) {
                return false;
            }
            let early = index < EARLY_TOKENS && (tag.infinitive && !tag.noun || tag.present_participle);
            if index > 0 && (tag.finite || early) {
                return true;
            }
        }
        false
    }

    /// Whether nothing but blanks of one line stands between token `at` and the one before it.
    pub(super) fn joined(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|it| self.tokens.get(it)), self.tokens.get(at))
        else {
            return false;
        };
        !Span::new(before.span.end, token.span.start).of(self.text).contains('\n')
    }

    /// The entry of `list` at token `at`, the longest there is.
    pub(super) fn entry(&self, list: List, at: usize) -> Option<Match<'a>> {
        self.lexicon.list(list).at(self.tokens, at)
    }

    /// Whether the entry at `at` is of `class` (first column after the key).
    pub(super) fn is_class(&self, list: List, at: usize, class: &str) -> bool {
        self.entry(list, at).is_some_and(|found| found.entry.fields.first() == Some(&class))
    }

    /// The ways to read token `at`, likeliest first.
    pub(super) fn readings(&self, at: usize) -> &[Reading<'a>] {
        self.readings.get(self.fold(at)).map_or(&[], Vec::as_slice)
    }

    /// The verbs a token may be a past participle of.
    pub(super) fn participle_of(&self, at: usize) -> impl Iterator<Item = &'a str> {
        let readings = self.readings(at).iter();
        readings.filter(|it| it.verb_form == Some(VerbForm::PastParticiple)).map(|it| it.lemma)
    }

    /// What a token most likely is.
    pub(super) fn likeliest(&self, at: usize) -> Option<Pos> {
        self.readings(at).first().map(|it| it.pos)
    }
}

/// With a small first letter; an abbreviation stays as it is.
fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}
