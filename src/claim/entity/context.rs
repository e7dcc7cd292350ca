//! What the name finder asks of a token: its capitals, its place in the sentence, the lists it is in.

use std::collections::BTreeMap;

use crate::claim::{ActorKind, Gender};
use crate::lang::{Lexicon, List, Match, Pos, Reading};
use crate::segment::Segmentation;
use crate::text::{Span, Token, TokenKind, fold, strip_accents};

/// Share of capitalised words from which a sentence is taken as a headline in capitals.
const LOUD_SHARE: f64 = 0.75;
/// Fewer long words than these tell nothing about a sentence's capitals.
const LOUD_WORDS: usize = 4;
/// Keys up to this length count only in capitals: "US", not « us ».
const SHORT_KEY_LETTERS: usize = 3;

/// No entry of the lists has more tokens than these.
const ENTRY_TOKENS: usize = 12;

/// How often a word stands in lower case, and capitalised where nothing but a name asks for it.
#[derive(Copy, Clone, Debug, Default)]
struct Spelling {
    lower: usize,
    capital_inside: usize,
}

/// A place, power, people or body that a list knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What kind.
    pub kind: ActorKind,
    /// Its country.
    pub country: Option<String>,
    /// What identifies it in every language.
    pub id: Option<String>,
    /// How many tokens it takes.
    pub length_tokens: usize,
    /// Whether it is a demonym: a noun (« les Russes ») or an adjective ("Russian").
    pub demonym: bool,
    /// Whether it is a town, whose name people bear too.
    pub town: bool,
}

/// A title or office that begins at a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Folded words.
    pub key: String,
    /// Identifier shared by all languages.
    pub role_id: Option<String>,
    /// Whether it says nothing but respect: « M. », "Ms".
    pub courtesy: bool,
    /// Gender it tells.
    pub gender: Option<Gender>,
    /// How many tokens it takes.
    pub length_tokens: usize,
}

/// A text and all that is asked of its tokens.
pub struct Context<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its language.
    pub lexicon: &'a Lexicon,
    /// Whether word frequencies are loaded.
    pub has_tables: bool,
    /// The tokens with the accent that a capital may have lost: « Etat », « Economie ».
    accented: Vec<Token>,
    /// How many tokens up to each have such an accent.
    accents_before: Vec<usize>,
    name_words: Vec<Option<Match<'a>>>,
    functions: Vec<Option<&'static str>>,
    known: Vec<Option<Known>>,
    initial: Vec<bool>,
    loud: Vec<bool>,
    sentence: Vec<usize>,
    spellings: BTreeMap<&'a str, Spelling>,
}

impl<'a> Context<'a> {
    /// Looks once over all tokens.
    pub fn new(text: &'a str, tokens: &'a [Token], segmentation: &Segmentation, lexicon: &'a Lexicon) -> Self {
        let count = tokens.len();
        let mut context = Self {
            text,
            tokens,
            lexicon,
            has_tables: tokens.iter().take(100).any(|token| lexicon.vocabulary.zipf(&token.fold).is_some()),
            accented: tokens.iter().map(|token| with_accent(token, text)).collect(),
            accents_before: Vec::new(),
            name_words: Vec::new(),
            functions: Vec::new(),
            known: Vec::new(),
            initial: vec![false; count],
            loud: vec![false; count],
            sentence: vec![0; count],
            spellings: BTreeMap::new(),
        };
        context.look_up();
        context.mark_sentences(segmentation);
        context.mark_openings();
        context.count_spellings();
        context.known = (0..count).map(|at| context.find_known(at)).collect();
        context
    }

    /// Asks the lists about each token once.
    fn look_up(&mut self) {
        let mut accents = 0;
        for (accented, token) in self.accented.iter().zip(self.tokens) {
            accents += usize::from(accented.fold != token.fold);
            self.accents_before.push(accents);
        }
        let functions = self.lexicon.list(List::FunctionWords);
        let function = |token: &Token| functions.get(&token.fold).and_then(|entry| entry.fields.first().copied());
        self.functions = self.tokens.iter().map(function).collect();
        self.name_words = (0..self.tokens.len()).map(|at| self.list_at(List::NameWords, at)).collect();
    }

    fn mark_sentences(&mut self, segmentation: &Segmentation) {
        let mut first = 0;
        for (number, sentence) in segmentation.sentences.iter().enumerate() {
            while self.tokens.get(first).is_some_and(|token| token.span.start < sentence.span.start) {
                first += 1;
            }
            let inside = |token: &&Token| token.span.end <= sentence.span.end;
            let end = first + self.tokens[first..].iter().take_while(inside).count();
            let loud = self.are_loud(first, end);
            for at in first..end {
                self.sentence[at] = number + 1;
                self.loud[at] = loud;
            }
            first = end;
        }
    }

    /// Whether the capitals of a sentence tell nothing: all letters are, or nearly all words of a headline.
    fn are_loud(&self, first: usize, end: usize) -> bool {
        let long: Vec<usize> = (first..end)
            .filter(|&at| self.tokens[at].kind == TokenKind::Word && self.tokens[at].fold.chars().count() > 3)
            .collect();
        let share = |capital: &dyn Fn(usize) -> bool| {
            let capitals = long.iter().filter(|&&at| capital(at)).count();
            long.len() >= LOUD_WORDS && capitals as f64 >= LOUD_SHARE * long.len() as f64
        };
        let stopped =
            end.checked_sub(1).is_some_and(|last| matches!(self.fold(last), "." | "!" | "?" | "\"" | "”" | "»"));
        let capitalised = |at: usize| self.tokens[at].is_capitalised(self.text);
        share(&|at| self.is_all_capitals(at)) || (!stopped && share(&capitalised))
    }

    /// A word is initial after the end of a sentence, an opening mark, a colon or a dash at a line's head.
    fn mark_openings(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(before) = at.checked_sub(1) else {
                self.initial[at] = true;
                continue;
            };
            let mark = &self.tokens[before];
            let opens =
                matches!(mark.fold.as_str(), "." | "!" | "?" | ":" | "…" | "•" | "«" | "“" | "\"" | "'" | "[" | ";");
            let dash = mark.fold == "-" && self.initial[before];
            self.initial[at] = (mark.kind == TokenKind::Mark && (opens || dash))
                || self.sentence[before] != self.sentence[at]
                || self.gap(at).contains('\n');
        }
    }

    fn count_spellings(&mut self) {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            if token.kind != TokenKind::Word {
                continue;
            }
            let inside = !self.initial[at] && !self.loud[at];
            let capital = token.is_capitalised(self.text);
            let spelling = self.spellings.entry(token.fold.as_str()).or_default();
            spelling.lower += usize::from(!capital);
            spelling.capital_inside += usize::from(capital && inside);
        }
    }

    /// What stands between a token and the one before it.
    pub fn gap(&self, at: usize) -> &'a str {
        let Some(before) = at.checked_sub(1) else { return "" };
        self.text.get(self.tokens[before].span.end..self.tokens[at].span.start).unwrap_or("")
    }

    /// The folded token; empty past the end.
    pub fn fold(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    /// The span of some tokens.
    pub fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[end - 1].span)
    }

    /// Number of the sentence a token stands in, from 1; 0 outside all.
    pub fn sentence(&self, at: usize) -> usize {
        self.sentence.get(at).copied().unwrap_or(0)
    }

    /// Whether grammar alone would give the token its capital.
    pub fn is_initial(&self, at: usize) -> bool {
        self.initial.get(at).copied().unwrap_or(true)
    }

    /// Whether it stands in a sentence whose words are nearly all capitalised.
    pub fn is_loud(&self, at: usize) -> bool {
        self.loud.get(at).copied().unwrap_or(false)
    }

    /// Whether the word also stands capitalised where only a name would.
    pub fn is_capital_elsewhere(&self, at: usize) -> bool {
        self.spellings.get(self.fold(at)).is_some_and(|it| it.capital_inside > 0 && it.capital_inside >= it.lower)
    }

    /// Whether the word also stands in lower case.
    pub fn is_lower_elsewhere(&self, at: usize) -> bool {
        self.spellings.get(self.fold(at)).is_some_and(|it| it.lower > 0)
    }

    /// Whether a token is written as a name is: « Alep », « al-Assad », « d'Estaing ».
    pub fn is_capital(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { return false };
        let words = token.span.of(self.text);
        let behind_particle = words.split_once(['-', '‑']).is_some_and(|(particle, rest)| {
            rest.starts_with(char::is_uppercase) && self.lists_name_word(&particle.to_lowercase(), "particle")
        });
        token.is_capitalised(self.text) || behind_particle
    }

    /// Whether a token is two capitals or more, and nothing else.
    pub fn is_all_capitals(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { return false };
        let words = token.span.of(self.text);
        let mut letters = words.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && words.chars().count() > 1 && letters.all(char::is_uppercase)
    }

    /// Whether blanks alone part a token from the one before it, on the same line.
    pub fn is_joined(&self, at: usize) -> bool {
        !self.gap(at).contains('\n') && self.sentence(at) == self.sentence(at.saturating_sub(1))
    }

    fn list_at(&self, list: List, at: usize) -> Option<Match<'a>> {
        let list = self.lexicon.list(list);
        let plain = list.at(self.tokens, at);
        let before = at.checked_sub(1).map_or(0, |before| self.accents_before[before]);
        let behind = (at + ENTRY_TOKENS).min(self.tokens.len());
        if behind == 0 || self.accents_before[behind - 1] == before {
            return plain;
        }
        [plain, list.at(&self.accented, at)].into_iter().flatten().rev().max_by_key(|found| found.length_tokens)
    }

    /// Kind and length of the name words of a class that begin at a token.
    pub fn name_word(&self, at: usize, class: &str) -> Option<(ActorKind, usize)> {
        let found = (*self.name_words.get(at)?)?;
        let classes = found.entry.fields.first()?;
        let kind = kind_of(found.entry.fields.get(1)?);
        classes.split('|').any(|one| one == class).then_some((kind, found.length_tokens))
    }

    /// Whether a folded word is a name word of a class.
    pub fn lists_name_word(&self, fold: &str, class: &str) -> bool {
        let entry = self.lexicon.list(List::NameWords).get(fold);
        entry.is_some_and(|entry| entry.fields[0].split('|').any(|one| one == class))
    }

    /// Class of a function word.
    pub fn function(&self, at: usize) -> Option<&'static str> {
        self.functions.get(at).copied().flatten()
    }

    /// How a token can be read.
    pub fn readings(&self, at: usize) -> impl Iterator<Item = Reading<'a>> {
        self.lexicon.vocabulary.readings(self.fold(at))
    }

    /// Whether the tables know the word as a part of speech.
    pub fn reads_as(&self, at: usize, pos: Pos) -> bool {
        self.readings(at).any(|reading| reading.pos == pos)
    }

    /// Whether it is a month or a weekday.
    pub fn is_calendar(&self, at: usize) -> bool {
        [List::Months, List::Weekdays].into_iter().any(|list| self.lexicon.list(list).has(self.fold(at)))
    }

    /// Whether a common noun, adjective or verb is spelt so.
    pub fn is_common(&self, at: usize) -> bool {
        self.readings(at).any(|reading| matches!(reading.pos, Pos::Noun | Pos::Adjective | Pos::Verb))
    }

    /// Whether the token numbers a century or a king: « `XXe` », "XIV".
    pub fn is_roman(&self, at: usize) -> bool {
        let words = self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let ordinal = words.trim_end_matches(|c: char| c.is_lowercase());
        let ended = ordinal.len() < words.len() || words.len() > 1;
        ended
            && !ordinal.is_empty()
            && ordinal.chars().all(|c| "IVXLCDM".contains(c))
            && words.len() - ordinal.len() <= 4
            && (ordinal.len() == words.len()
                || crate::lang::numeral::is_ordinal(self.lexicon, &format!("1{}", &fold(words)[ordinal.len()..])))
    }

    /// Whether a verb of speech begins at the token.
    pub fn reports(&self, at: usize) -> bool {
        self.lexicon.list(List::ReportingVerbs).at_lemma(self.tokens, at, &self.lexicon.vocabulary).is_some()
    }

    /// The longest place, power, people or body that the lists know here.
    pub fn known(&self, at: usize) -> Option<Known> {
        self.known.get(at).cloned().flatten()
    }

    fn find_known(&self, at: usize) -> Option<Known> {
        if !self.is_capital(at) || (self.is_loud(at) && self.fold(at).len() <= SHORT_KEY_LETTERS) {
            return None;
        }
        let found = [self.known_body(at), self.known_place(at), self.known_seat(at), self.known_people(at)];
        found.into_iter().flatten().rev().max_by_key(|known| known.length_tokens)
    }

    /// A list entry whose spelling in the text allows it: short keys only in capitals.
    fn spelt(&self, list: List, at: usize) -> Option<Match<'a>> {
        let found = self.list_at(list, at)?;
        let letters = found.entry.key.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = (at..at + found.length_tokens)
            .all(|at| self.tokens[at].span.of(self.text).chars().all(|c| !c.is_lowercase()));
        (letters > SHORT_KEY_LETTERS || capitals).then_some(found)
    }

    fn known_place(&self, at: usize) -> Option<Known> {
        let found = self.spelt(List::Places, at)?;
        let (kind, code) = (*found.entry.fields.first()?, *found.entry.fields.get(1)?);
        let country = (code != "-").then(|| code.to_owned());
        let id = (kind == "country" || kind == "continent").then(|| format!("place:{code}"));
        let town = kind != "country" && kind != "continent" && kind != "capital";
        Some(Known { kind: ActorKind::Place, country, id, length_tokens: found.length_tokens, demonym: false, town })
    }

    fn known_people(&self, at: usize) -> Option<Known> {
        let found = self.spelt(List::Demonyms, at)?;
        let country = found.entry.fields.first().filter(|code| **code != "-").map(|code| (*code).to_owned());
        let id = country.as_ref().map(|code| format!("people:{code}"));
        let country_id = id.filter(|_| found.entry.fields.get(1).is_none_or(|kind| *kind == "country"));
        let length_tokens = found.length_tokens;
        Some(Known { kind: ActorKind::Group, country, id: country_id, length_tokens, demonym: true, town: false })
    }

    fn known_seat(&self, at: usize) -> Option<Known> {
        let found = self.spelt(List::Metonyms, at)?;
        let country = found.entry.fields.first().filter(|code| **code != "-").map(|code| (*code).to_owned());
        let length_tokens = found.length_tokens;
        Some(Known { kind: ActorKind::Organisation, country, id: None, length_tokens, demonym: false, town: false })
    }

    /// A body by acronym or name; an acronym in lower-case letters only where no common word is spelt so.
    pub fn known_body(&self, at: usize) -> Option<Known> {
        let found = self.spelt(List::Acronyms, at).or_else(|| self.spelt(List::Agencies, at))?;
        let acronym = found.entry.fields.get(1).is_some_and(|kind| *kind != "name");
        let lower = self.is_lower_elsewhere(at) || self.function(at).is_some();
        let common = lower || (self.is_initial(at) && self.readings(at).next().is_some());
        if acronym && common && !self.is_all_capitals(at) {
            return None;
        }
        let id = found.entry.fields.first().map(|id| (*id).to_owned());
        let length_tokens = found.length_tokens;
        Some(Known { kind: ActorKind::Organisation, country: None, id, length_tokens, demonym: false, town: false })
    }

    /// The country a demonym of any case at the token tells: « russe », "Russian".
    pub fn demonym(&self, at: usize) -> Option<(String, usize)> {
        let found = self.list_at(List::Demonyms, at)?;
        let code = found.entry.fields.first().filter(|code| **code != "-")?;
        Some(((*code).to_owned(), found.length_tokens))
    }

    /// The title or office at a token, in any case.
    pub fn title(&self, at: usize) -> Option<Title> {
        let found = self.list_at(List::Titles, at)?;
        let [class, role_id] = *found.entry.fields.first_chunk::<2>()?;
        let told = |class: &str| self.lists_name_word(&found.entry.key, class);
        let gender = match (told("masculine"), told("feminine")) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        };
        let role_id = (role_id != "-").then(|| role_id.to_owned());
        let length_tokens = found.length_tokens;
        Some(Title { key: found.entry.key.clone(), role_id, courtesy: class == "courtesy", gender, length_tokens })
    }

    /// The words of some tokens as they are compared: folded, without accents and stops.
    pub fn key(&self, first: usize, end: usize) -> Vec<String> {
        let words = self.tokens[first..end].iter().filter(|token| token.is_word());
        words.map(|token| strip_accents(&token.fold)).collect()
    }

    /// The folded words of some tokens, as one text with the blanks of the article made single.
    pub fn words(&self, first: usize, end: usize) -> String {
        let mut out = String::new();
        for at in first..end {
            if at > first && !self.gap(at).is_empty() {
                out.push(' ');
            }
            out.push_str(self.fold(at));
        }
        out
    }
}

/// A capital E may have lost its accent.
fn with_accent(token: &Token, text: &str) -> Token {
    let bare = token.span.of(text).strip_prefix('E').filter(|rest| !rest.is_empty());
    bare.map_or_else(|| token.clone(), |rest| Token { fold: format!("é{}", fold(rest)), ..token.clone() })
}

fn kind_of(name: &str) -> ActorKind {
    match name {
        "person" => ActorKind::Person,
        "organisation" => ActorKind::Organisation,
        "place" => ActorKind::Place,
        "group" => ActorKind::Group,
        _ => ActorKind::Unknown,
    }
}
