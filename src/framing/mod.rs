//! Links and articles → differences in how the same is told. One type, one file.
//!
//! A mark points at words of one article, a difference at two linked claims. Each names the rule that
//! made it; `data/<lang>/messages.tsv` says the rule in the reader's language. Where a rule is unsure it
//! abstains: precision before recall. The files of this folder don't know each other; this one calls
//! them, and [`scene`] is what they look at.

mod agentless;
mod blame;
mod certainty;
mod conditional;
mod distance;
mod figure;
mod hedge;
mod label;
mod loaded;
mod only;
mod place;
mod precision;
mod presupposed;
mod scene;
mod speech;
mod swap;
mod synthesis;
mod timeline;
mod verb;
mod verbal;
mod voices;

use std::collections::BTreeMap;

pub use precision::{Measured, measured};

use crate::align::{Alignment, Analysed, ClaimRef};
use crate::claim::{DateMention, Place, Quantity, SpeakerKind, Stance};
use crate::lang::Lexica;
use crate::text::Span;
use scene::{Details, Linked, Page, Scene, letter};

/// The highlight types, in the order readers meet them.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FramingKind {
    /// Other names for the same.
    Label,
    /// Words that judge or intensify.
    Loaded,
    /// Words given to a source.
    Speech,
    /// The reporting verb's stance.
    Verb,
    /// The journalistic conditional.
    Conditional,
    /// Certainty lowered by other means.
    Hedge,
    /// Quotation marks or words that keep a distance.
    Distance,
    /// What a verb takes for granted.
    Presupposed,
    /// Who did it is not said.
    Agentless,
    /// Why, whose fault, what must be done.
    Blame,
    /// The same quantity, another value.
    Figure,
    /// Title or lead here, late there.
    Place,
    /// How far each outlet commits.
    Certainty,
    /// Found in one text only.
    Only,
}

/// Words of one article that frame what it tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Number of the article.
    pub article: usize,
    /// The words.
    pub span: Span,
    /// Which type.
    pub kind: FramingKind,
    /// Stable name of the rule, key of its sentence in `messages.tsv`: `conditional/journalistic`.
    pub rule: &'static str,
    /// The words that made the rule fire.
    pub cue: Span,
    /// What the rule's sentence is filled with: `speaker` → « John Kerry ».
    pub details: BTreeMap<&'static str, String>,
}

/// One side of a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The words, where there are any.
    pub span: Option<Span>,
    /// A stable value: a certainty rung, a place, a number.
    pub value: Option<String>,
}

/// A difference between two linked claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Number of the link in the alignment.
    pub link: usize,
    /// Which type.
    pub kind: FramingKind,
    /// Stable name of the rule, key of its sentence in `messages.tsv`.
    pub rule: &'static str,
    /// In the first claim.
    pub a: Side,
    /// In the second claim.
    pub b: Side,
    /// What the rule's sentence is filled with.
    pub details: BTreeMap<&'static str, String>,
}

/// What sort of thing a label names.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelKind {
    /// Someone.
    Person,
    /// A body: party, company, army.
    Organisation,
    /// A people, a set of people, a force or a power.
    Group,
    /// A town, country, road, camp.
    Place,
    /// What is done.
    Act,
    /// Any other thing, or not known.
    Thing,
}

/// The names one person, group, place or act is given, per article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is named, in its fullest or commonest name.
    pub referent: String,
    /// What sort of thing it is.
    pub kind: LabelKind,
    /// Why its names were brought together: `label/actor`, `label/family`, `label/act`, `label/aligned`.
    pub rule: &'static str,
    /// Whether some article has a name for it that another lacks.
    pub differs: bool,
    /// By article, then by how often.
    pub names: Vec<LabelName>,
}

/// A name that an article gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelName {
    /// Number of the article.
    pub article: usize,
    /// The words it is shown by.
    pub words: String,
    /// Whether every other article that speaks of the same has this name too.
    pub shared: bool,
    /// Where it stands, in order; never empty.
    pub uses: Vec<LabelUse>,
}

/// One place where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelUse {
    /// The name with its adjectives and what it belongs to, without determiner.
    pub span: Span,
    /// The word that the others hang on; all of a proper name.
    pub head: Span,
    /// Whether it is a proper name, which takes no determiner of its own.
    pub proper: bool,
    /// Whose words they are, inside direct speech.
    pub said_by: Option<String>,
    /// The sentence with another article's name instead, an article each that has one of its own.
    pub swaps: Vec<Swap>,
}

/// A sentence with another article's name in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Number of the article whose name it is.
    pub article: usize,
    /// The name as it stands there.
    pub words: String,
    /// What to write instead of what, in order; or why that can't be said surely.
    pub edits: Result<Vec<Edit>, SwapDoubt>,
}

/// Words to be written in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What they replace.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// Why a name is not put into another article's sentence.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SwapDoubt {
    /// One is singular, the other plural.
    Number,
    /// Something depends on the gender of the name, which is not known.
    Gender,
    /// Words further on agree with the name, and can't be changed surely.
    Agreement,
    /// The determiner does not fit the name.
    Determiner,
    /// How the name sounds at its beginning is not known.
    Sound,
}

/// How two statements of one quantity relate.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureRelation {
    /// The same value, equally exact.
    Equal,
    /// Both can hold: « au moins 45 », « une cinquantaine ».
    Compatible,
    /// They can't both hold as written.
    Different,
}

/// The same thing counted in two linked claims.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePair {
    /// Number of the link in the alignment.
    pub link: usize,
    /// In the first claim.
    pub a: Quantity,
    /// In the second claim.
    pub b: Quantity,
    /// How they relate.
    pub relation: FigureRelation,
    /// Why they differ, as the stable name of a rule: `figure/bound`, `figure/scope`, `figure/unknown`…
    pub rule: Option<&'static str>,
    /// What the rule's sentence is filled with.
    pub details: BTreeMap<&'static str, String>,
}

/// One speaker in all articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The fullest name any article gives.
    pub name: String,
    /// What kind of source.
    pub kind: SpeakerKind,
    /// Number in [`Alignment::actors`], where the speaker is one.
    pub actor: Option<usize>,
    /// For whom they speak; none where nothing says it or it is said in two ways.
    pub camp: Option<CampId>,
    /// Article by article where they are heard.
    pub heard: Vec<Heard>,
    /// `(article, how often it names them)` where they are not.
    pub silent: Vec<(usize, usize)>,
}

/// What one speaker says in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Number of the article.
    pub article: usize,
    /// Numbers of the claims, in order; at least one.
    pub claims: Vec<usize>,
    /// Words between quotation marks.
    pub words_direct: usize,
    /// Words retold.
    pub words_indirect: usize,
    /// With which verbs, the most used first.
    pub verbs: Vec<VerbUse>,
    /// Where they are first heard.
    pub place: Place,
    /// How much of the article stands before that, 0 to 1.
    pub depth_share: f64,
}

/// A reporting verb and where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbUse {
    /// Dictionary form.
    pub lemma: String,
    /// Its stance.
    pub stance: Stance,
    /// How often.
    pub count: usize,
    /// Numbers of the claims it reports.
    pub claims: Vec<usize>,
}

/// For whom a voice speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CampId {
    /// A country (ISO 3166 code).
    Country(String),
    /// A body: number in [`Alignment::actors`].
    Body(usize),
}

/// All voices that speak for one country or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Camp {
    /// Which.
    pub id: CampId,
    /// What readers call it.
    pub name: String,
    /// Numbers in [`Framing::voices`].
    pub voices: Vec<usize>,
}

/// How much of an article is speech, in words.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// All of its words.
    pub words: usize,
    /// Quoted, of a known speaker.
    pub direct: usize,
    /// Retold, of a known speaker.
    pub indirect: usize,
    /// Quoted or retold, of nobody the article names there.
    pub unknown: usize,
}

/// A claim that says when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The claim.
    pub claim: ClaimRef,
    /// When.
    pub date: DateMention,
    /// Articles published before that: they could not tell it.
    pub later_than: Vec<usize>,
    /// Whether it was still to come when its own article was published.
    pub to_come: bool,
}

/// What a statement of the synthesis is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatementPart {
    /// One of the differences that matter most.
    Difference,
    /// What two articles both tell.
    Shared,
    /// What one tells alone.
    Only,
    /// To whom one gives the word.
    Heard,
}

/// One sentence of the synthesis.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is about.
    pub part: StatementPart,
    /// Key of its sentence in `messages.tsv`.
    pub rule: &'static str,
    /// What the sentence is filled with.
    pub details: BTreeMap<&'static str, String>,
    /// The claims it rests on.
    pub claims: Vec<ClaimRef>,
    /// What it weighs among the differences, 0 to 1; 0 for what is no difference.
    pub weight: f64,
}

/// How the articles frame what they tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framing {
    /// By article and place.
    pub marks: Vec<Mark>,
    /// By link.
    pub differences: Vec<Difference>,
    /// By first occurrence.
    pub labels: Vec<Label>,
    /// By link.
    pub figures: Vec<FigurePair>,
    /// By first appearance.
    pub voices: Vec<Voice>,
    /// By first appearance.
    pub camps: Vec<Camp>,
    /// By article.
    pub speech: Vec<Speech>,
    /// By time.
    pub timeline: Vec<Dated>,
    /// The weightiest differences first.
    pub synthesis: Vec<Statement>,
}

/// Finds how the articles frame what they tell.
///
/// ```
/// use recoupe::{article::{Article, Block, BlockKind}, compare::analyse, align::Alignment, framing::frame};
/// use recoupe::{lang::{Language, Lexica}, text::Span};
///
/// let text = "Le soi-disant expert se tait.";
/// let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
/// let article = Article { text: text.into(), blocks: vec![block], language: Language::French, ..Article::default() };
/// let lexica = Lexica::built_in();
/// let framing = frame(&[analyse(&article, &lexica)], &Alignment::default(), &lexica);
/// assert_eq!(framing.marks[0].rule, "distance/flag");
/// ```
pub fn frame(articles: &[Analysed], alignment: &Alignment, lexica: &Lexica) -> Framing {
    let scene = Scene::new(articles, alignment, lexica);
    let figures = figure::pairs(&scene);
    let labels = label::find(&scene);
    let mut marks: Vec<Mark> = scene.pages.iter().flat_map(|page| page_marks(&scene, page)).collect();
    marks.extend(figure::marks(&scene, &figures));
    marks.extend(labels.marks);
    marks.sort_by_key(|mark| (mark.article, mark.span, mark.kind, mark.rule));
    marks.dedup_by(|one, other| one.article == other.article && one.span == other.span && one.rule == other.rule);
    let mut differences = [
        labels.differences,
        loaded::differences(&scene, &marks),
        speech::differences(&scene),
        verb::differences(&scene),
        figure::differences(&scene, &figures),
        place::differences(&scene),
        certainty::differences(&scene),
    ]
    .concat();
    differences.retain(|difference| can_differ(&scene, difference));
    differences.sort_by_key(|difference| (difference.link, difference.kind));
    let voices = voices::find(&scene);
    let camps = voices::camps(&scene, &voices);
    let found = synthesis::Found { differences: &differences, voices: &voices, camps: &camps };
    Framing {
        synthesis: synthesis::statements(&scene, &found),
        speech: voices::speech(&scene),
        timeline: timeline::entries(&scene),
        labels: swap::with_swaps(&scene, labels.labels),
        marks,
        differences,
        figures,
        voices,
        camps,
    }
}

/// Whether a difference can be told: how sure a text is and with which verb is unknown where its language is.
fn can_differ(scene: &Scene, difference: &Difference) -> bool {
    let worded = matches!(difference.kind, FramingKind::Speech | FramingKind::Verb | FramingKind::Certainty);
    let known = |claim: ClaimRef| scene.pages.get(claim.article).is_some_and(Page::is_read);
    let link = scene.alignment.links.get(difference.link);
    !worded || link.is_some_and(|link| known(link.a) && known(link.b))
}

/// The marks that one article alone, or its claims' links, give.
fn page_marks(scene: &Scene, page: &Page) -> Vec<Mark> {
    if !page.is_read() {
        return only::marks(scene, page);
    }
    [
        speech::marks(page),
        verb::marks(scene, page),
        conditional::marks(page),
        hedge::marks(page),
        distance::marks(page),
        presupposed::marks(page),
        loaded::marks(page),
        agentless::marks(page),
        blame::marks(page),
        only::marks(scene, page),
    ]
    .concat()
}
