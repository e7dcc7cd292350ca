//! Content terms, weighed twice: by how rare a word is in the language, and by how rare it is
//! inside this event.
//!
//! « Alep » is rare in French and everywhere in a comparison about Aleppo: it proves nothing there. « réunion »
//! is common in French but may stand in one claim of each article. Both weights come from the inverse
//! document frequency of Spärck Jones (1972): over the language for the one, over the sentences at hand for the other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Analysed, SharedActor, kinship};
use crate::claim::Mention;
use crate::lang::{Language, Lexica, Lexicon, List};
use crate::text::{Span, Token, TokenKind, fold, is_ideograph, strip_accents};

/// Number of a term in [`Terms`].
pub(super) type TermId = usize;

/// A word of some claim, all its inflected forms taken together.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Stem without accents: what makes two words the same term.
    pub key: String,
    /// Dictionary forms of all its readings, for the thesaurus.
    pub lemmas: BTreeSet<(Language, String)>,
    /// Rarity in the language, 0 (in every sentence) to 1 (one word in ten million); .6 where the table lacks the word.
    pub rarity: f64,
    /// Rarity among the sentences compared, 0 (in every one) to 1 (in one of each article).
    pub novelty: f64,
    /// Share of its occurrences that are part of naming somebody or something, 0 to 1.
    naming: f64,
    /// Terms near in meaning or spelling, and how near, 0 to 1.
    pub related: Vec<(TermId, f64)>,
}

impl Term {
    fn new(key: &str, rarity: f64) -> Self {
        Self { key: key.to_owned(), lemmas: BTreeSet::new(), rarity, novelty: 1.0, naming: 0.0, related: Vec::new() }
    }

    /// What sharing this term is worth.
    pub fn weight(&self) -> f64 {
        self.novelty * (RARITY_FLOOR + (1.0 - RARITY_FLOOR) * self.rarity)
    }

    /// What sharing it says of what is told, rather than of whom.
    pub fn told(&self) -> f64 {
        self.weight() * (1.0 - self.naming)
    }
}

/// What a word of the language's commonest content is still worth beside a rare one. Event rarity alone
/// does most of the work (measured: .58 against .45 for language rarity alone), so it is not low.
const RARITY_FLOOR: f64 = 0.3;

/// A term where it stands.
#[derive(Copy, Clone, Debug)]
pub(super) struct Occurrence {
    /// Which term.
    pub term: TermId,
    /// Where.
    pub span: Span,
}

/// The terms of all articles of a comparison.
#[derive(Debug)]
pub(super) struct Terms {
    /// All terms.
    pub all: Vec<Term>,
    /// Article by article, its content words in order.
    occurrences: Vec<Vec<Occurrence>>,
}

impl Terms {
    /// The content words of an article inside `span`, in order.
    pub fn inside(&self, article: usize, span: Span) -> &[Occurrence] {
        let all = &self.occurrences[article];
        let start = all.partition_point(|word| word.span.start < span.start);
        let end = all.partition_point(|word| word.span.end <= span.end);
        &all[start..end.max(start)]
    }
}

/// Gathers the terms of all articles and weighs them.
///
/// The words of a date that could be resolved are left out: such dates are compared as dates. A role that stands
/// for someone (« le chef de la diplomatie ») counts as its own words and as the name of
/// whom it stands for, and a name that an article of another language gives first counts as what it is called there.
///
/// Beside an article in an unknown language, whose dates are not read, the figures of dates are words as others.
pub(super) fn gather(articles: &[Analysed], actors: &[SharedActor], lexica: &Lexica) -> Terms {
    let mut gathering = Gathering::default();
    let mut occurrences = Vec::with_capacity(articles.len());
    let dates_are_read = articles.iter().all(|it| it.article.language != Language::Other);
    let translations = translations(articles, actors);
    for (at, analysed) in articles.iter().enumerate() {
        let lexicon = lexica.of(analysed.article.language);
        let mut words = gathering.words(&analysed.claims.tokens, lexicon);
        if dates_are_read {
            let dated = resolved_dates(analysed);
            words.retain(|word| !stands_in(&dated, word.span));
        }
        let translated = |mention: &Mention| translations.get(&(at, mention.actor)).copied();
        let names = analysed.claims.mentions.iter().filter(|mention| mention.named && translated(mention).is_some());
        let replaced: Vec<Span> = names.map(|mention| mention.span).collect();
        words.retain(|word| !stands_in(&replaced, word.span));
        for mention in &analysed.claims.mentions {
            let Some((language, name)) = translated(mention) else { continue };
            let lexicon = lexica.of(language);
            let name = gathering.words(&lexicon.tokens(name), lexicon);
            words.extend(name.iter().map(|word| Occurrence { span: mention.span, ..*word }));
        }
        for mention in analysed.claims.mentions.iter().filter(|mention| !mention.named) {
            let name = lexicon.tokens(&analysed.claims.actors[mention.actor].name);
            words.extend(gathering.words(&name, lexicon).iter().map(|word| Occurrence { span: mention.span, ..*word }));
        }
        words.sort_by_key(|word| word.span);
        occurrences.push(words);
    }
    let mut terms = Terms { all: gathering.all, occurrences };
    weigh(&mut terms, articles);
    tell_names(&mut terms, articles, lexica);
    kinship::relate(&mut terms.all, lexica);
    hush_foreign(&mut terms, articles);
    terms
}

/// What actors are called in the language of the first article that names them, by article and actor; only where
/// that is another language.
fn translations<'a>(articles: &'a [Analysed], actors: &[SharedActor]) -> BTreeMap<(usize, usize), (Language, &'a str)> {
    let language = |article: usize| articles[article].article.language;
    let mut translations = BTreeMap::new();
    for members in actors.iter().map(|actor| &actor.members) {
        let Some(&(first, number)) = members.first() else { continue };
        let name = (language(first), articles[first].claims.actors[number].name.as_str());
        let others = members.iter().filter(|(article, _)| language(*article) != language(first));
        translations.extend(others.map(|&member| (member, name)));
    }
    translations
}

/// Where the claims of an article give dates that are known, in order.
fn resolved_dates(analysed: &Analysed) -> Vec<Span> {
    let dates = analysed.claims.claims.iter().flat_map(|claim| &claim.dates);
    let mut spans: Vec<Span> = dates.filter(|date| date.iso.is_some()).map(|date| date.span).collect();
    spans.sort_unstable();
    spans
}

/// Whether one of some sorted spans without overlaps holds `span`.
fn stands_in(spans: &[Span], span: Span) -> bool {
    let before = spans.partition_point(|one| one.start <= span.start);
    before.checked_sub(1).is_some_and(|at| spans[at].contains(span))
}

#[derive(Default)]
struct Gathering {
    ids: BTreeMap<String, TermId>,
    all: Vec<Term>,
    /// The term of each word form met before, none for light verbs: a long text has far fewer forms than words.
    known: BTreeMap<(Language, String), Option<TermId>>,
}

impl Gathering {
    /// The content words among some tokens; a verb of several words (« mettre en place ») is the one that says the same.
    fn words(&mut self, tokens: &[Token], lexicon: &Lexicon) -> Vec<Occurrence> {
        let mut words = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let phrase = lexicon.list(List::VerbPhrases).at_lemma(tokens, at, &lexicon.vocabulary);
            let length = phrase.map_or(1, |found| found.length_tokens);
            let span = token.span.cover(tokens[at + length - 1].span);
            if let Some(verb) = phrase.and_then(|found| found.entry.fields.first()) {
                words.push(Occurrence { term: self.term(verb, (*verb).to_owned(), lexicon), span });
            } else if is_content(token, lexicon) {
                words.extend(self.known(&token.fold, lexicon).map(|term| Occurrence { term, span }));
            }
            at += length;
        }
        words
    }

    /// The term of a content word, looked up once a form.
    fn known(&mut self, word: &str, lexicon: &Lexicon) -> Option<TermId> {
        let form = (lexicon.language, word.to_owned());
        if let Some(term) = self.known.get(&form) {
            return *term;
        }
        let lemma = lexicon.lemma(word);
        let light = lexicon.list(List::LightVerbs).has(&lemma);
        let term = (!light).then(|| self.term(word, lemma, lexicon));
        self.known.insert(form, term);
        term
    }

    fn term(&mut self, word: &str, lemma: String, lexicon: &Lexicon) -> TermId {
        let key = figures(word).unwrap_or_else(|| strip_accents(&lexicon.stem(&lemma)));
        let rarity = rarity(lexicon.vocabulary.zipf(word));
        let id = *self.ids.entry(key).or_insert_with_key(|key| {
            self.all.push(Term::new(key, rarity));
            self.all.len() - 1
        });
        // The commonest form says how rare the word is, whichever form is read first.
        self.all[id].rarity = self.all[id].rarity.min(rarity);
        let lemmas = lexicon.vocabulary.readings(word).map(|reading| reading.lemma.to_owned());
        self.all[id].lemmas.extend(lemmas.chain([lemma]).map(|lemma| (lexicon.language, lemma)));
        id
    }
}

fn is_content(token: &Token, lexicon: &Lexicon) -> bool {
    token.kind != TokenKind::Mark
        && !lexicon.list(List::FunctionWords).has(&token.fold)
        && (token.kind == TokenKind::Number || token.fold.chars().nth(1).is_some() || token.fold.contains(is_ideograph))
}

/// A number as every language writes it: `2,5` is `2.5`, and one mark before three figures parts thousands.
fn figures(word: &str) -> Option<String> {
    let (whole, part) = word.split_once([',', '.'])?;
    let plain = [whole, part].iter().all(|figures| !figures.is_empty() && figures.bytes().all(|c| c.is_ascii_digit()));
    let thousands = part.len() == 3 && whole != "0";
    plain.then(|| if thousands { format!("{whole}{part}") } else { format!("{whole}.{part}") })
}

/// Zipf 7.5 is the commonest word there is, 2 is about one in ten million; a word that the table lacks may be
/// a name or a slip as well as a rare word, so it stands between.
fn rarity(zipf: Option<f64>) -> f64 {
    zipf.map_or(0.6, |zipf| ((7.5 - zipf) / 5.5).clamp(0.0, 1.0))
}

/// Novelty: how few of all sentences hold a term.
fn weigh(terms: &mut Terms, articles: &[Analysed]) {
    let mut holding = vec![0usize; terms.all.len()];
    let mut sentences = 0;
    for (article, analysed) in articles.iter().enumerate() {
        sentences += analysed.segmentation.sentences.len();
        for sentence in &analysed.segmentation.sentences {
            let words = terms.inside(article, sentence.span);
            for term in words.iter().map(|word| word.term).collect::<BTreeSet<_>>() {
                holding[term] += 1;
            }
        }
    }
    let all = sentences as f64 + 1.0;
    for (term, holding) in terms.all.iter_mut().zip(holding) {
        // Two sentences that share a term are the rarest sharing there is: count from there.
        let holding = holding.saturating_sub(1).max(1) as f64;
        term.novelty = if sentences > 0 { ((all / holding).ln() / all.ln()).clamp(0.0, 1.0) } else { 1.0 };
    }
}

/// Finds, of each term, how often it is part of a name or of a role that stands for one, or tells of a people:
/// « syrien » names as « la Syrie » does.
fn tell_names(terms: &mut Terms, articles: &[Analysed], lexica: &Lexica) {
    let mut counts = vec![(0usize, 0usize); terms.all.len()];
    for (occurrences, analysed) in terms.occurrences.iter().zip(articles) {
        let mut mentions: Vec<Span> = analysed.claims.mentions.iter().map(|mention| mention.span).collect();
        mentions.sort_unstable();
        let demonyms = lexica.of(analysed.article.language).list(List::Demonyms);
        for word in occurrences {
            let (all, naming) = &mut counts[word.term];
            *all += 1;
            let people = || demonyms.has(&fold(word.span.of(&analysed.article.text)));
            *naming += usize::from(stands_in(&mentions, word.span) || people());
        }
    }
    for (term, (all, naming)) in terms.all.iter_mut().zip(counts) {
        term.naming = naming as f64 / all.max(1) as f64;
    }
}

/// What a word counts that could not have met any of the other articles.
const FOREIGN: f64 = 0.5;

/// Between languages, that a word has no counterpart says little: its translation may just not be known. Such words weigh less
/// against names, figures and words that are known in both.
fn hush_foreign(terms: &mut Terms, articles: &[Analysed]) {
    let languages: BTreeSet<Language> = articles.iter().map(|it| it.article.language).collect();
    if languages.len() < 2 {
        return;
    }
    let mut holding: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); terms.all.len()];
    for (article, occurrences) in terms.occurrences.iter().enumerate() {
        for word in occurrences {
            holding[word.term].insert(article);
        }
    }
    for (term, holding) in terms.all.iter_mut().zip(holding) {
        if holding.len() < 2 && term.related.is_empty() {
            term.novelty *= FOREIGN;
        }
    }
}
