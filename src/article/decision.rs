//! What becomes of each line of an input, and why: closed lists, so that whoever shows a decision can explain them all.

use serde::{Deserialize, Serialize};

/// A line of the input, what it was taken for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDecision {
    /// The line, without the blanks at its ends.
    pub text: String,
    /// What it was taken for.
    pub kind: LineKind,
    /// Why.
    pub reason: LineReason,
}

/// Declares an enum of which each variant has a stable name.
macro_rules! named {
    ($(#[$about:meta])* $enum:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $enum { $($(#[$doc])* #[serde(rename = $name)] $variant,)* }

        impl $enum {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its stable name, in data files and in what is printed.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

named! {
    /// What a line of the input is taken for.
    LineKind {
        /// The headline.
        Title = "title",
        /// The introduction set apart from the body.
        Lead = "lead",
        /// A heading inside the body.
        Heading = "heading",
        /// A paragraph of the body.
        Paragraph = "paragraph",
        /// A byline, agency credit or stamp: read, but no part of the text.
        Credit = "credit",
        /// A caption or photo credit, set apart.
        Caption = "caption",
        /// Part of the page, not of the article.
        Furniture = "furniture",
    }
}

named! {
    /// Why a line is kept or left out.
    LineReason {
        /// A sentence among sentences.
        Prose = "prose",
        /// A line apart whose words the article takes up, or that the page names as its title.
        Headline = "headline",
        /// An introduction without full stop, right below the headline.
        Standfirst = "standfirst",
        /// A short line that text follows.
        Heading = "heading",
        /// An item of a list that belongs to the text.
        Item = "item",
        /// The page declares it as its article's.
        Declared = "declared",
        /// Markdown's own marks say what it is.
        Marked = "marked",
        /// A reader decided.
        Reader = "reader",
        /// A byline, an agency, a date.
        Credit = "credit",
        /// A caption, or a photo's credit.
        Caption = "caption",
        /// A few words that are no sentence.
        Label = "label",
        /// One of many short lines in a row.
        List = "list",
        /// Said already.
        Repeated = "repeated",
        /// Away from the article.
        Outside = "outside",
        /// The page declares its article's text, and this is not in it.
        Undeclared = "undeclared",
        /// Not shown to readers of the page.
        Hidden = "hidden",
        /// Advertising.
        Advert = "advert",
        /// Readers' comments, or an invitation to write some.
        Comments = "comments",
        /// A notice about cookies.
        Cookies = "cookies",
        /// A post, a film or a sound set into the page from elsewhere.
        Embed = "embed",
        /// Legal notices.
        Legal = "legal",
        /// Menus and other ways about the site.
        Menu = "menu",
        /// What stands where something could not be shown.
        Missing = "missing",
        /// A newsletter's box.
        Newsletter = "newsletter",
        /// The rest is for subscribers.
        Paywall = "paywall",
        /// Pointers to other articles.
        Related = "related",
        /// Share buttons.
        Share = "share",
        /// An invitation to subscribe.
        Subscribe = "subscribe",
    }
}

impl LineKind {
    /// Whether such lines are part of [`Article::text`](super::Article::text).
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::Title | Self::Lead | Self::Heading | Self::Paragraph)
    }
}

impl LineReason {
    /// The reason of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.name() == name)
    }
}
