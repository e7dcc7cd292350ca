//! Sentences → claims: who says what, how surely, about whom, how many, when.
//!
//! The files of this folder do not know each other; this one calls them in order.

mod attribution;
mod certainty;
pub mod date;
pub mod entity;
pub mod quantity;
mod speaker;
mod split;

use crate::article::{Article, BlockKind, datelines};
use crate::lang::{Lexicon, Tag, tag};
use crate::segment::Segmentation;
use crate::text::{Span, Token};

/// Where in its article a claim stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the headline.
    Title,
    /// In the introduction.
    Lead,
    /// In the body.
    Body,
}

/// How words are given to a speaker.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Between quotation marks.
    Direct,
    /// In the author's words: « il a dit que… », « selon lui ».
    Indirect,
}

/// What kind of source a speaker is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpeakerKind {
    /// A person or body by name.
    Named,
    /// A group or an institution: « les autorités », "police".
    Collective,
    /// Someone who is not to be recognised: « une source proche du dossier ».
    Anonymous,
    /// A text: « le rapport », "the statement".
    Document,
}

/// Who a claim is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name resolved to, or the designation as written where none is sure.
    pub name: String,
    /// Number in [`Claims::actors`], where resolved.
    pub actor: Option<usize>,
    /// The words that name the speaker beside the claim; none for a free quotation that inherits its speaker.
    pub mention: Option<Span>,
    /// What kind of source.
    pub kind: SpeakerKind,
    /// Other actors it may be, where the engine doubted.
    pub candidates: Vec<usize>,
    /// Who passes it on, nearest first: « selon Lavrov, Kerry a promis que… » is Kerry's, through Lavrov.
    pub through: Vec<String>,
}

/// The stance of a reporting verb towards what it reports.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// dire, indiquer · say.
    Neutral,
    /// affirmer, marteler · insist.
    Insist,
    /// prétendre · claim.
    Doubt,
    /// reconnaître, révéler · admit, reveal.
    Concede,
    /// accuser, dénoncer · accuse.
    Blame,
}

/// The verb (or noun) that reports a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingVerb {
    /// Where it stands.
    pub span: Span,
    /// Dictionary form.
    pub lemma: String,
    /// Its stance.
    pub stance: Stance,
}

/// The certainty ladder, lowest first: how far the outlet commits to the claim.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Said not to be so.
    Denied,
    /// Passed on in the conditional, without commitment.
    Conditional,
    /// Softened: perhaps, seems.
    Hedged,
    /// Given to a source with a doubting verb or distance marks.
    Distanced,
    /// Given to a source with a neutral verb.
    Attributed,
    /// Taken for granted by the verb above it.
    Presupposed,
    /// Said in the outlet's own voice.
    Asserted,
}

/// Words that carry something the engine found, and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where the words stand.
    pub span: Span,
    /// Stable name of the rule: `conditional/journalistic`.
    pub rule: &'static str,
}

/// What kind of thing a name names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorKind {
    /// Someone.
    Person,
    /// A body: party, company, army, agency.
    Organisation,
    /// A town, country, region; also standing for its government.
    Place,
    /// A people or a set of people named as one: « les Kurdes ».
    Group,
    /// Not known.
    Unknown,
}

/// The grammatical gender an article gives to a person: by title, office or pronoun.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// « M. », "Mr", « le président ».
    Masculine,
    /// « Mme », "Ms", « la présidente ».
    Feminine,
}

/// An office or description that an article gives to an actor: « chef de la diplomatie russe ».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Role {
    /// The words, folded, without their article.
    pub text: String,
    /// The office, by an identifier shared by all languages: `foreign-minister`.
    pub role_id: Option<String>,
    /// The country it is held for (ISO 3166 code).
    pub country: Option<String>,
}

/// Someone or something named in an article, with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name the article gives.
    pub name: String,
    /// What kind.
    pub kind: ActorKind,
    /// Other names and titles found for it in this article, folded: « le chef de la diplomatie ».
    pub aliases: Vec<String>,
    /// Offices and descriptions the article gives it, in order of appearance.
    pub roles: Vec<Role>,
    /// The country it is, lies in, acts or speaks for (ISO 3166 code), where known.
    pub country: Option<String>,
    /// What identifies it whatever the language, where a list knows it: `place:SY`, `un`.
    pub shared_id: Option<String>,
    /// For a person, where the words around tell.
    pub gender: Option<Gender>,
    /// Whether it is spoken of in the plural: « les Kurdes ».
    pub plural: bool,
}

/// One place where an actor is named.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// Number in [`Claims::actors`].
    pub actor: usize,
    /// Whether it is a proper name (not a role or pronoun).
    pub named: bool,
}

/// How exactly a number is given.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// As it is.
    Exact,
    /// « environ », "some", a round word such as « une centaine ».
    About,
    /// « au moins », "more than": the true value is not below.
    AtLeast,
    /// « au plus », "fewer than": the true value is not above.
    AtMost,
}

/// A number as the article states it.
///
/// `value` is in the base unit: « 1,2 million » is `1_200_000.0`. A hedge goes to `precision` and
/// never changes `value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number.
    pub value: f64,
    /// Upper end where a range is given: « de 300 000 à un million ».
    pub upper: Option<f64>,
    /// What it counts or measures, as a folded lemma or unit: `mort`, `%`, `euro`, `hour`; none if unclear.
    pub unit: Option<String>,
    /// How exact.
    pub precision: Precision,
    /// The words, qualifier and unit included.
    pub span: Span,
}

/// How fine a date is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DatePrecision {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
    /// An hour of a day.
    Hour,
}

/// A point or stretch of time as the article states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// ISO 8601: `2016-10-21`, `2016-10`, `2016-10-13/2016-10-20`; none where it can't be resolved.
    pub iso: Option<String>,
    /// How fine.
    pub precision: DatePrecision,
}

impl DateMention {
    /// Whether it begins after an ISO day; a month that holds the day does not. False where it can't be resolved.
    pub fn is_after(&self, day: &str) -> bool {
        let begins = self.iso.as_deref().and_then(|iso| iso.split('/').next());
        begins.is_some_and(|begins| begins.starts_with(|c: char| c.is_ascii_digit()) && begins > day)
    }
}

/// Words given to a source: what attribution hands on to the files after it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Report {
    /// What is said.
    content: Span,
    /// The words that say who said it; they may stand inside the content, as an incise.
    frame: Option<Span>,
    mode: Mode,
    /// The words that name the speaker.
    mention: Option<Span>,
    verb: Option<ReportingVerb>,
    /// Whether the speaker is the one of the report before.
    inherits: bool,
}

/// What an article states, small enough to be compared one to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The words, without the frame that reports them where that can be cut off.
    pub span: Span,
    /// The words that report it: « a-t-il indiqué ». An incise stands inside `span`.
    pub frame: Option<Span>,
    /// Whether it goes on with the same quotation as the claim before it.
    pub continues: bool,
    /// The sentence it stands in, as a number in [`Segmentation::sentences`].
    pub sentence: usize,
    /// Where in the article.
    pub place: Place,
    /// How it is given to a speaker; none for the author's own words.
    pub mode: Option<Mode>,
    /// To whom.
    pub speaker: Option<Speaker>,
    /// With which verb.
    pub verb: Option<ReportingVerb>,
    /// How far the outlet commits.
    pub certainty: Certainty,
    /// Whether one of its verbs is negated.
    pub negated: bool,
    /// The words that carry that certainty, and their rules.
    pub cues: Vec<Cue>,
    /// Numbers in [`Claims::mentions`] of those inside the claim.
    pub mentions: Vec<usize>,
    /// Numbers it states.
    pub quantities: Vec<Quantity>,
    /// Dates it states.
    pub dates: Vec<DateMention>,
}

/// A doubt the engine had: what was not decided, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Stable name: `speaker/ambiguous`.
    pub rule: &'static str,
    /// Where.
    pub span: Span,
}

impl Claim {
    /// The words that set its rung: those of a cue, or those that report it; none where the article itself says it.
    pub fn carriers(&self) -> Vec<Span> {
        let telling = self.cues.iter().filter(|cue| certainty::of_rule(cue.rule) == Some(self.certainty));
        let spans: Vec<Span> = telling.map(|cue| cue.span).collect();
        if !spans.is_empty() || self.certainty != Certainty::Attributed {
            return spans;
        }
        let mention = || self.speaker.as_ref().and_then(|speaker| speaker.mention);
        self.verb.as_ref().map(|verb| verb.span).or_else(mention).or(self.frame).into_iter().collect()
    }
}

/// All that an article claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// The article's tokens, in order.
    pub tokens: Vec<Token>,
    /// In order of their spans.
    pub claims: Vec<Claim>,
    /// Who and what is named.
    pub actors: Vec<Actor>,
    /// Where, in order.
    pub mentions: Vec<Mention>,
    /// What was doubted.
    pub notes: Vec<Note>,
}

/// What attribution, speakers and certainty are read from: an article with all that is known of it before them.
struct Context<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tags: &'a [Tag<'a>],
    segmentation: &'a Segmentation,
    lexicon: &'a Lexicon,
    actors: &'a [Actor],
    mentions: &'a [Mention],
}

/// Finds the claims of an article.
pub fn extract(article: &Article, segmentation: &Segmentation, lexicon: &Lexicon) -> Claims {
    let text = article.text.as_str();
    let tokens = lexicon.tokens(text);
    let tags = tag(text, &tokens, lexicon);
    let names = entity::find(text, &tokens, segmentation, lexicon, &article.captions);
    let dates = date::find(text, &tokens, lexicon, article.date);
    let taken: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let quantities = quantity::find(text, &tokens, lexicon, &taken);
    let context = Context {
        text,
        tokens: &tokens,
        tags: &tags,
        segmentation,
        lexicon,
        actors: &names.actors,
        mentions: &names.mentions,
    };
    let reports = attribution::find(&context);
    let pieces = split::cut(&split::Context::new(&tokens, &tags, segmentation, lexicon, &reports));
    let datelines = datelines(article, lexicon);
    let (speakers, notes) = speaker::resolve(&context, &reports);
    let claim = |piece: split::Piece| {
        let report = piece.report.map(|at| &reports[at]);
        let span = after_dateline(piece.span, &datelines);
        let (certainty, cues) = certainty::rung(&context, span, piece.sentence, report);
        Claim {
            span,
            frame: piece.frame.map(|frame| after_dateline(frame, &datelines)),
            continues: piece.continues,
            sentence: piece.sentence,
            place: place(segmentation, piece.sentence),
            mode: report.map(|report| report.mode),
            speaker: piece.report.and_then(|at| speakers[at].clone()),
            verb: report.and_then(|report| report.verb.clone()),
            certainty,
            negated: certainty::is_negated(&context, span),
            cues,
            mentions: inside(span, &names.mentions, |mention| mention.span),
            quantities: within(span, &quantities, |quantity| quantity.span),
            dates: within(span, &dates, |date| date.span),
        }
    };
    let claims = pieces.into_iter().map(claim).collect();
    Claims { tokens, claims, actors: names.actors, mentions: names.mentions, notes }
}

/// Who said what: claims that go on with one quotation joined, as many as there are reports.
pub fn statements(claims: &[Claim]) -> Vec<Claim> {
    let mut joined: Vec<Claim> = Vec::new();
    for claim in claims {
        match joined.last_mut().filter(|_| claim.continues) {
            Some(last) => {
                last.span = last.span.cover(claim.span);
                last.mentions.extend(&claim.mentions);
                last.quantities.extend(claim.quantities.iter().cloned());
                last.dates.extend(claim.dates.iter().cloned());
                last.cues.extend(claim.cues.iter().cloned());
                last.certainty = last.certainty.min(claim.certainty);
                last.negated |= claim.negated;
            }
            None => joined.push(claim.clone()),
        }
    }
    joined
}

/// A stretch without the dateline it begins with, if anything is left of it.
fn after_dateline(span: Span, datelines: &[Span]) -> Span {
    let at = datelines.partition_point(|dateline| dateline.end <= span.start);
    match datelines.get(at) {
        Some(dateline) if dateline.start <= span.start && dateline.end < span.end => Span::new(dateline.end, span.end),
        _ => span,
    }
}

fn place(segmentation: &Segmentation, sentence: usize) -> Place {
    match segmentation.sentences.get(sentence).map(|sentence| sentence.kind) {
        Some(BlockKind::Title) => Place::Title,
        Some(BlockKind::Lead) => Place::Lead,
        _ => Place::Body,
    }
}

/// Numbers of those of `all` (sorted by span, without overlaps) that lie in `span`.
fn inside<T>(span: Span, all: &[T], of: impl Fn(&T) -> Span) -> Vec<usize> {
    let first = all.partition_point(|one| of(one).start < span.start);
    (first..all.len()).take_while(|&at| of(&all[at]).end <= span.end).collect()
}

fn within<T: Clone>(span: Span, all: &[T], of: impl Fn(&T) -> Span) -> Vec<T> {
    inside(span, all, of).into_iter().map(|at| all[at].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_began_before_a_day_is_not_after_it() {
        let mention =
            |iso: &str| DateMention { span: Span::new(0, 0), iso: Some(iso.to_owned()), precision: DatePrecision::Day };
        let day = "2016-10-13";
        for iso in
            ["2016-10-13", "2016-10", "2016", "2016/2018", "2016-10/2016-12", "2016-10-13/2016-10-20", "../2016-10-20"]
        {
            assert!(!mention(iso).is_after(day), "{iso}");
        }
        for iso in ["2016-10-14", "2016-11", "2017", "2016-10-14/2016-10-20", "2017/.."] {
            assert!(mention(iso).is_after(day), "{iso}");
        }
    }
    use crate::article::from_plain;
    use crate::lang::{Language, Lexica};
    use crate::segment::segment;

    #[test]
    fn a_dateline_is_no_part_of_what_is_claimed() {
        let lexica = Lexica::complete();
        for (language, text, claimed) in [
            (Language::French, "MOSCOU, 21 oct (AFP) – Le pont a rouvert lundi.", "Le pont a rouvert lundi."),
            (Language::English, "LEEDS, England (AP) -- The bridge reopened.", "The bridge reopened."),
            (Language::English, "The bridge – shut for years – reopened.", "The bridge – shut for years – reopened."),
        ] {
            let article = from_plain(text);
            let lexicon = lexica.of(language);
            let found = extract(&article, &segment(&article, lexicon), lexicon);
            let spans: Vec<&str> = found.claims.iter().map(|claim| claim.span.of(text)).collect();
            assert_eq!(spans, [claimed]);
            assert!(found.claims[0].dates.iter().all(|date| claimed.contains(date.span.of(text))));
        }
    }
}
