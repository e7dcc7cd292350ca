//! The façade: articles in, comparison out.
//!
//! ```
//! use recoupe::{article::{Article, Block, BlockKind}, compare::{Options, compare}, lang::{Language, Lexica}, text::Span};
//!
//! let plain = |text: &str| Article {
//!     text: text.into(),
//!     blocks: vec![Block { kind: BlockKind::Title, span: Span::new(0, text.len()) }],
//!     language: Language::English,
//!     ..Article::default()
//! };
//! let articles = [plain("Mayor Ann Reed resigns over flood report"), plain("Flood report: Mayor Reed resigns")];
//! let comparison = compare(&articles, &Lexica::built_in(), &Options::default());
//! assert_eq!(comparison.alignment.links.len(), 1);
//! ```

use crate::align::{self, Alignment, Analysed};
use crate::article::Article;
use crate::claim;
use crate::framing::{self, Framing};
use crate::lang::Lexica;
use crate::segment::segment;

/// What a caller may set.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Options {
    /// Links below this probability are left out, 0 to 1.
    pub threshold: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: align::DEFAULT_THRESHOLD }
    }
}

/// Articles laid side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The articles with their claims.
    pub articles: Vec<Analysed>,
    /// Which claims tell the same.
    pub alignment: Alignment,
    /// How each tells it.
    pub framing: Framing,
}

/// Lays articles side by side: finds their claims, joins those that tell the same, says how each frames them.
///
/// The same input gives the same output, always. Articles may be of different languages.
pub fn compare(articles: &[Article], lexica: &Lexica, options: &Options) -> Comparison {
    let articles: Vec<Analysed> = articles.iter().map(|article| analyse(article, lexica)).collect();
    let alignment = align::align(&articles, lexica, options.threshold);
    let framing = framing::frame(&articles, &alignment, lexica);
    Comparison { articles, alignment, framing }
}

/// Says who says what in one article: a comparison of one, claims that go on with one quotation joined.
pub fn statements(article: &Article, lexica: &Lexica) -> Comparison {
    let mut articles = vec![analyse(article, lexica)];
    for analysed in &mut articles {
        analysed.claims.claims = claim::statements(&analysed.claims.claims);
    }
    let alignment = align::align(&articles, lexica, Options::default().threshold);
    let framing = framing::frame(&articles, &alignment, lexica);
    Comparison { articles, alignment, framing }
}

/// Finds the sentences, quotations and claims of one article.
pub fn analyse(article: &Article, lexica: &Lexica) -> Analysed {
    let lexicon = lexica.of(article.language);
    let segmentation = segment(article, lexicon);
    let claims = claim::extract(article, &segmentation, lexicon);
    Analysed { article: article.clone(), segmentation, claims }
}
