//! Why something could not be read as an article, and what to do about it.

const MEGABYTE: usize = 1_000_000;

/// Why no article came in. Each sentence says what is wrong and what helps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing, or blanks only.
    #[error("empty: there are no words in it; give the text of an article")]
    Empty,
    /// Larger than any article.
    #[error("too large: {} MB, and at most {} MB are read; give the article alone", bytes.div_ceil(MEGABYTE), most_bytes / MEGABYTE)]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size read.
        most_bytes: usize,
    },
    /// Not text.
    #[error("not a text but {what}; copy the article's words out of it and give those")]
    Binary {
        /// What it seems to be.
        what: &'static str,
    },
    /// Declared to be written in a character set that nobody knows.
    #[error("`{name}` is the name of no character set; leave it out, or give one such as utf-8, windows-1252, koi8-r")]
    UnknownCharset {
        /// What was declared.
        name: String,
    },
    /// Text, but no sentences of an article in it.
    #[error("no article found: there is no run of sentences in it; give the article's own text, title first")]
    NoArticle,
    /// One of several articles in a file could not be read.
    #[error("article {number} of {count} in it: {why}")]
    Part {
        /// Which, from 1.
        number: usize,
        /// How many there are.
        count: usize,
        /// What is wrong with it.
        why: Box<ReadError>,
    },
    /// A page of HTML, in a program built without the part that reads it.
    #[error("HTML is not read here; copy the page's text and paste that")]
    HtmlNotBuiltIn,
}
