//! The JSON contract `recoupe/1`, as types. Offsets are Unicode code points into `articles[].text`,
//! half-open; every `text` is a verbatim slice.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Derives what every type of the contract has.
macro_rules! contract {
    ($($item:item)*) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        $item
    )*};
}

/// Version of the contract.
pub const SCHEMA: &str = "recoupe/1";

contract! {
    /// A whole comparison.
    pub struct Document {
        /// Version of the contract: `recoupe/1`.
        pub schema: String,
        /// The articles, ids `a`, `b`, `c`…
        pub articles: Vec<Article>,
        /// Linked claims, surest first.
        pub alignments: Vec<Alignment>,
        /// Claims that tell the same across all articles.
        pub groups: Vec<Group>,
        /// The names given to the same person, group, place or act.
        pub labels: Vec<Label>,
        /// Who speaks, how much, with which verbs.
        pub voices: Vec<Voice>,
        /// For whom voices speak, where the words say so: verb by camp.
        #[serde(default)]
        pub camps: Vec<Camp>,
        /// How much of each article is speech.
        #[serde(default)]
        pub speech: Vec<Speech>,
        /// Quantities that linked claims both give.
        pub figures: Vec<Figure>,
        /// Dated claims in order of time.
        pub timeline: Vec<TimelineEntry>,
        /// What matters most, in sentences.
        #[serde(default)]
        pub synthesis: Vec<Statement>,
        /// Claims found in one text only.
        pub only: Vec<Only>,
        /// What pairs of articles have word for word, as from one agency; pairs that share nothing are left out.
        #[serde(default)]
        pub shared_copy: Vec<SharedCopy>,
        /// What the reader should know of the comparison as a whole.
        #[serde(default)]
        pub notices: Vec<Notice>,
        /// Doubts the engine had.
        pub notes: Vec<Note>,
    }

    /// An article with its claims and marks.
    pub struct Article {
        /// `a`, `b`, `c`…
        pub id: String,
        /// The headline.
        pub title: Option<String>,
        /// Who published it.
        pub outlet: Option<String>,
        /// Who signs it.
        pub byline: Option<String>,
        /// The news agency credited.
        pub agency: Option<String>,
        /// Day of publication, ISO 8601.
        pub date: Option<String>,
        /// `fr`, `en` or `other`.
        pub lang: String,
        /// How sure the language is, 0 to 1; 1 where it was given.
        #[serde(default)]
        pub lang_confidence: f64,
        /// Its address.
        pub url: Option<String>,
        /// Title, lead and body; blocks parted by a blank line.
        pub text: String,
        /// The blocks of `text`.
        pub blocks: Vec<Block>,
        /// Captions and photo credits, set apart.
        pub captions: Vec<String>,
        /// What it claims, in order.
        pub claims: Vec<Claim>,
        /// How it frames what it tells, in order.
        pub markers: Vec<Marker>,
    }

    /// A block of an article's text.
    pub struct Block {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// `title`, `lead`, `heading` or `paragraph`.
        pub kind: String,
    }

    /// Something an article states.
    pub struct Claim {
        /// Article id and number: `a3`.
        pub id: String,
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// `title`, `lead` or `body`.
        pub place: String,
        /// `direct`, `indirect`, or null for the author's own words.
        pub mode: Option<String>,
        /// Who says it.
        pub speaker: Option<String>,
        /// `named`, `collective`, `anonymous` or `document`.
        pub speaker_kind: Option<String>,
        /// Who it may be as well, where the engine doubted.
        pub speaker_candidates: Vec<String>,
        /// Who passes it on, nearest first: « selon A, B a promis que… » is B's, through A.
        #[serde(default)]
        pub speaker_through: Vec<String>,
        /// Dictionary form of the reporting verb.
        pub verb: Option<String>,
        /// `neutral`, `insist`, `doubt`, `concede` or `blame`.
        pub stance: Option<String>,
        /// `asserted`, `presupposed`, `attributed`, `distanced`, `hedged`, `conditional` or `denied`.
        pub certainty: String,
        /// The words that carry this certainty; none where the article says it itself.
        pub cues: Vec<Passage>,
        /// People, organisations, places and groups named.
        pub entities: Vec<Entity>,
        /// Numbers stated.
        pub quantities: Vec<Quantity>,
        /// Dates stated.
        pub dates: Vec<Date>,
    }

    /// Some words of an article.
    pub struct Passage {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
    }

    /// A name in a claim.
    pub struct Entity {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// The fullest name of the one meant.
        pub name: String,
        /// `person`, `organisation`, `place`, `group` or `unknown`.
        pub kind: String,
    }

    /// A number in a claim.
    pub struct Quantity {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// The number.
        pub value: f64,
        /// Upper end of a range.
        pub upper: Option<f64>,
        /// What it counts.
        pub unit: Option<String>,
        /// `exact`, `about`, `at-least` or `at-most`.
        pub precision: String,
    }

    /// A date in a claim.
    pub struct Date {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// ISO 8601 date or interval.
        pub iso: Option<String>,
        /// `year`, `month`, `day` or `hour`.
        pub precision: String,
    }

    /// Words that frame what an article tells.
    pub struct Marker {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// Highlight type: `label`, `loaded`, `speech`, `verb`, `conditional`, `hedge`, `distance`, `presupposed`, `agentless`, `blame`…
        pub kind: String,
        /// Stable name of the rule.
        pub rule: String,
        /// The words that made it fire.
        pub cue: String,
        /// What it says, in the article's language.
        pub note: String,
        /// What the sentence of the rule is filled with, for other languages.
        pub details: BTreeMap<String, String>,
    }

    /// Two claims that tell the same.
    pub struct Alignment {
        /// Claim of the first article.
        pub a: String,
        /// Claim of the second article.
        pub b: String,
        /// Probability that a careful reader would lay them side by side, 0 to 1.
        pub score: f64,
        /// `equivalent`, `overlap` or `contradict`.
        pub relation: String,
        /// Why they are linked, strongest first.
        pub evidence: Vec<Evidence>,
        /// How they differ.
        pub differences: Vec<Difference>,
    }

    /// One reason for a link.
    pub struct Evidence {
        /// `name`, `number`, `date`, `quote`, `word`, `synonym`, `speaker`, or `copy`: the same prose word for word.
        pub kind: String,
        /// Words of the first claim.
        pub a: String,
        /// Words of the second claim.
        pub b: String,
        /// Share of the whole evidence, 0 to 1.
        pub weight: f64,
    }

    /// A difference between two linked claims.
    pub struct Difference {
        /// Highlight type, or `certainty`.
        pub kind: String,
        /// Stable name of the rule.
        pub rule: String,
        /// In the first claim.
        pub a: Side,
        /// In the second claim.
        pub b: Side,
        /// What differs, in the first article's language.
        pub note: String,
        /// What the sentence of the rule is filled with, for other languages.
        pub details: BTreeMap<String, String>,
    }

    /// One side of a difference.
    pub struct Side {
        /// First code point.
        pub start: Option<usize>,
        /// One past the last.
        pub end: Option<usize>,
        /// The words.
        pub text: Option<String>,
        /// A stable value: a certainty rung, a place, a number.
        pub value: Option<String>,
    }

    /// Claims of several articles that tell the same.
    pub struct Group {
        /// `g1`, `g2`…, in the order of the first article.
        pub id: String,
        /// Claim ids, by article.
        pub claims: Vec<String>,
    }

    /// The names given to one person, group, place or act.
    pub struct Label {
        /// What is named.
        pub referent: String,
        /// `person`, `organisation`, `group`, `place`, `act` or `thing`.
        #[serde(default)]
        pub kind: String,
        /// Why its names were brought together, as the stable name of a rule: `label/actor`…
        #[serde(default)]
        pub rule: String,
        /// Whether some article has a name for it that another lacks.
        #[serde(default)]
        pub differs: bool,
        /// Its names.
        pub names: Vec<Name>,
    }

    /// A name an article gives.
    pub struct Name {
        /// Article id.
        pub article: String,
        /// The words.
        pub text: String,
        /// Whether every other article that speaks of the same has this name too.
        #[serde(default)]
        pub shared: bool,
        /// Where they stand.
        pub occurrences: Vec<Occurrence>,
    }

    /// One place where a name stands.
    pub struct Occurrence {
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// First code point of its sentence.
        #[serde(default)]
        pub sentence_start: usize,
        /// One past the last of its sentence.
        #[serde(default)]
        pub sentence_end: usize,
        /// Id of the claim it stands in.
        #[serde(default)]
        pub claim: Option<String>,
        /// Whose words they are, inside quotation marks.
        #[serde(default)]
        pub said_by: Option<String>,
        /// The sentence with another article's name in it, one an article that has a name of its own.
        #[serde(default)]
        pub swaps: Vec<Swap>,
    }

    /// Another article's name in a sentence.
    pub struct Swap {
        /// Id of the article whose name it is.
        pub article: String,
        /// The name.
        pub text: String,
        /// What to write instead of what, in order; empty where that can't be said surely.
        pub edits: Vec<Edit>,
        /// Why not: `number`, `gender`, `agreement`, `determiner` or `sound`.
        pub doubt: Option<String>,
    }

    /// Words to be written in the place of others.
    pub struct Edit {
        /// First code point that is replaced.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
    }

    /// What one speaker says in all articles.
    pub struct Voice {
        /// The speaker.
        pub speaker: String,
        /// `named`, `collective`, `anonymous` or `document`.
        pub kind: String,
        /// Article by article; an article where the speaker is silent is left out.
        pub heard: Vec<Heard>,
        /// The articles where the speaker is not heard.
        #[serde(default)]
        pub silent: Vec<Silent>,
        /// Id of the camp they speak for: an ISO 3166 country code or the name of a body; none where the words don't say.
        #[serde(default)]
        pub camp: Option<String>,
    }

    /// An article where a speaker is not heard.
    pub struct Silent {
        /// Article id.
        pub article: String,
        /// How often it names them.
        pub named: usize,
    }

    /// A country or body with the verbs that each article gives to those who speak for it.
    pub struct Camp {
        /// ISO 3166 code of a country, name of a body.
        pub id: String,
        /// What readers call it, in the words of an article where one names it.
        pub name: String,
        /// Who speaks for it.
        pub speakers: Vec<String>,
        /// Article by article.
        pub told: Vec<CampTold>,
    }

    /// The verbs that one article gives to a camp.
    pub struct CampTold {
        /// Article id.
        pub article: String,
        /// Verbs with their stance, the most used first.
        pub verbs: Vec<VerbCount>,
    }

    /// How much of an article is speech, in words.
    pub struct Speech {
        /// Article id.
        pub article: String,
        /// All of its words.
        pub words: usize,
        /// Words quoted, of a speaker it names.
        pub direct: usize,
        /// Words retold, of a speaker it names.
        pub indirect: usize,
        /// Words quoted or retold without saying there whose they are.
        pub unknown: usize,
    }

    /// What one speaker says in one article.
    pub struct Heard {
        /// Article id.
        pub article: String,
        /// Claim ids, in order.
        pub claims: Vec<String>,
        /// Words between quotation marks.
        pub words_direct: usize,
        /// Words reported.
        pub words_indirect: usize,
        /// Reporting verbs and how often.
        pub verbs: Vec<VerbCount>,
        /// Where they are first heard: `title`, `lead` or `body`.
        #[serde(default)]
        pub place: String,
        /// Share of the article that stands before that, 0 to 1.
        #[serde(default)]
        pub depth: f64,
    }

    /// A reporting verb and how often it is used.
    pub struct VerbCount {
        /// Dictionary form.
        pub verb: String,
        /// Its stance.
        pub stance: String,
        /// How often.
        pub count: usize,
        /// Ids of the claims it reports.
        #[serde(default)]
        pub claims: Vec<String>,
    }

    /// A quantity that two linked claims both give.
    pub struct Figure {
        /// What is counted.
        pub unit: Option<String>,
        /// First claim's id.
        pub a: String,
        /// Second claim's id.
        pub b: String,
        /// The first claim's words.
        pub a_text: String,
        /// The second claim's words.
        pub b_text: String,
        /// `equal`, `compatible` or `different`.
        pub relation: String,
        /// Why they differ, as a stable name: `bound`, `approximation`, `rounding`, `scope`, `date`, `later`, `source`,
        /// `contradiction` or `unknown`; the rule is `figure/` and this.
        pub reason: Option<String>,
        /// The reason as a sentence, in the first article's language; empty where both are equal.
        #[serde(default)]
        pub note: String,
        /// What that sentence is filled with, for other languages.
        #[serde(default)]
        pub details: BTreeMap<String, String>,
    }

    /// One sentence of the synthesis.
    pub struct Statement {
        /// `difference`: one of those that matter most, weightiest first; `shared`: what two articles both tell; `only`:
        /// what one tells alone; `heard`: to whom one gives the word.
        pub part: String,
        /// Stable name of the rule.
        pub rule: String,
        /// The sentence, in the first article's language.
        pub note: String,
        /// What the sentence of the rule is filled with, for other languages.
        pub details: BTreeMap<String, String>,
        /// Ids of the claims it rests on.
        pub claims: Vec<String>,
        /// What a difference weighs, 0 to 1: centrality × probability of the link × size.
        pub weight: f64,
    }

    /// A dated claim.
    pub struct TimelineEntry {
        /// ISO 8601 date or interval.
        pub iso: String,
        /// `year`, `month`, `day` or `hour`.
        pub precision: String,
        /// Claim id.
        pub claim: String,
        /// The words that date it.
        pub text: String,
        /// Ids of articles published before that: they could not tell it.
        #[serde(default)]
        pub later_than: Vec<String>,
        /// Whether it was still to come when its own article was published.
        #[serde(default)]
        pub to_come: bool,
    }

    /// A claim without a counterpart in one other article.
    pub struct Only {
        /// Claim id.
        pub claim: String,
        /// Id of the article it was looked for in.
        pub missing_in: String,
        /// The nearest claim there.
        pub nearest: Option<String>,
        /// Its score, 0 to 1.
        pub nearest_score: Option<f64>,
        /// Whether the claim dates from after the other article.
        pub later: bool,
    }

    /// What two articles have word for word.
    pub struct SharedCopy {
        /// Id of the first article.
        pub a: String,
        /// Id of the second article.
        pub b: String,
        /// Share of the first article's words that stand in copied prose, 0 to 1.
        pub share_a: f64,
        /// Share of the second article's words that stand in copied prose, 0 to 1.
        pub share_b: f64,
        /// The news agency, where both credit the same.
        pub agency: Option<String>,
        /// The passages, in the order of the first article.
        pub passages: Vec<CopiedPassage>,
    }

    /// A passage that two articles share.
    pub struct CopiedPassage {
        /// `copy`: prose of a common source; `quotation`: words of a speaker that both quote.
        pub kind: String,
        /// In the first article.
        pub a: Passage,
        /// In the second article.
        pub b: Passage,
        /// How many words are the same.
        pub words: usize,
        /// What was edited between them, in order.
        pub changes: Vec<Change>,
    }

    /// Some words of a copied passage that the two articles have otherwise; empty where one has none.
    pub struct Change {
        /// In the first article.
        pub a: Passage,
        /// In the second article.
        pub b: Passage,
    }

    /// Something the reader should know of the comparison as a whole.
    pub struct Notice {
        /// Ids of the articles it is about.
        pub articles: Vec<String>,
        /// Stable name of the rule: `notice/language`…
        pub rule: String,
        /// The sentence, in the first article's language.
        pub note: String,
        /// What the sentence of the rule is filled with, for other languages.
        pub details: BTreeMap<String, String>,
    }

    /// A doubt the engine had.
    pub struct Note {
        /// Article id.
        pub article: String,
        /// Stable name of the rule.
        pub rule: String,
        /// First code point.
        pub start: usize,
        /// One past the last.
        pub end: usize,
        /// The words.
        pub text: String,
        /// The doubt as a sentence, in the article's language.
        pub note: String,
    }
}
