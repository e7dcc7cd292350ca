//! The state of the application: what is shown, what is chosen, which switches are on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::platform;
use super::texts::Texts;
use super::words::Words;
use crate::job::{Arrival, Case, Job, Report};
use crate::present::{Detail, Edition, HighlightKind, Key, Legend, Selection, SourceFacts, UiLanguage};

/// How light the page is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system asks.
    Auto,
    /// Dark ink on paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// In the order in which the button goes through them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How the comparison is laid out.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Both texts.
    SideBySide,
    /// A table of what both tell.
    Claims,
    /// The names each source gives.
    Names,
    /// Who speaks, how much, with which verbs.
    Voices,
    /// Numbers that both give, and what each dates.
    Figures,
    /// What matters most, in sentences.
    Synthesis,
    /// What was found in each page, line by line.
    Pages,
}

/// Where the work stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    /// Under way: what is being done.
    Working(Key),
    /// Made again, with a correction of the reader's.
    Refining,
    /// The comparison is there.
    Ready,
    /// Stopped by the reader.
    Stopped,
    /// It could not be made.
    Failed(Report),
}

/// All state; copied freely, each part a signal.
#[derive(Copy, Clone)]
pub struct Desk {
    /// Language of the interface.
    pub language: RwSignal<UiLanguage>,
    /// Its words.
    pub words: Words,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Layout.
    pub view: RwSignal<View>,
    /// Where the work stands.
    pub status: RwSignal<Status>,
    /// Whether lexical tables were out of reach.
    pub lexicon_missing: RwSignal<bool>,
    /// The comparison shown; stays until the next one is ready.
    pub edition: RwSignal<Option<Arc<Edition>>>,
    /// The event that is shown, if it came with the application.
    pub case: RwSignal<Option<Case>>,
    /// What is being compared.
    pub job: RwSignal<Job>,
    /// What became of each article's page.
    pub arrivals: RwSignal<Vec<Arrival>>,
    /// The reader's own texts.
    own: StoredValue<Texts>,
    /// What the reader looks at.
    pub selection: RwSignal<Option<Selection>>,
    /// What the pointer is over.
    pub hovered: RwSignal<Option<Selection>>,
    /// Highlight types that the reader switched on or off.
    chosen: RwSignal<BTreeMap<HighlightKind, bool>>,
    /// Whether both texts scroll together.
    pub linked: RwSignal<bool>,
    /// Whether the highlights are explained.
    pub legend_open: RwSignal<bool>,
    /// Whether the reader's own texts are being asked for.
    pub asking: RwSignal<bool>,
    /// Whether the screen is as narrow as a phone's.
    pub narrow: Signal<bool>,
    /// On narrow screens: cards rather than whole texts.
    pub cards: RwSignal<bool>,
    /// Id of the element that opened the panel, to go back to.
    pub opener: RwSignal<Option<String>>,
    /// What is announced to those who don't see it happen.
    pub announcement: RwSignal<String>,
}

impl Desk {
    /// As the reader left it.
    pub fn new() -> Self {
        let kept = platform::page::kept("language").and_then(|code| UiLanguage::named(&code));
        let language = RwSignal::new(kept.unwrap_or_else(platform::page::preferred_language));
        let theme = Theme::ALL.into_iter().find(|theme| platform::page::kept("theme").as_deref() == Some(theme.code()));
        Self {
            language,
            words: Words(language.into()),
            theme: RwSignal::new(theme.unwrap_or(Theme::Auto)),
            view: RwSignal::new(View::SideBySide),
            status: RwSignal::new(Status::Working(Key::LoadingTexts)),
            lexicon_missing: RwSignal::new(false),
            edition: RwSignal::new(None),
            case: RwSignal::new(None),
            job: RwSignal::new(Job::default()),
            arrivals: RwSignal::new(Vec::new()),
            own: StoredValue::new(Texts::new()),
            selection: RwSignal::new(None),
            hovered: RwSignal::new(None),
            chosen: RwSignal::new(BTreeMap::new()),
            linked: RwSignal::new(true),
            legend_open: RwSignal::new(false),
            asking: RwSignal::new(false),
            narrow: platform::page::is_narrow(),
            cards: RwSignal::new(platform::page::kept("layout").as_deref() != Some("texts")),
            opener: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// The reader's own texts.
    pub fn texts(self) -> Texts {
        self.own.get_value()
    }

    /// What is known of a source's outlet, in the reader's language.
    pub fn facts(self, side: usize) -> SourceFacts {
        let language = self.language.get();
        let article = self.edition.with(|edition| edition.as_ref().map(|edition| edition.sources[side].article));
        let known = |case: &Option<Case>| Some(case.as_ref()?.articles.get(article?)?.facts(language));
        self.case.with(known).unwrap_or_default()
    }

    /// Looks at something.
    pub fn choose(self, selection: Selection) {
        if self.opener.with_untracked(Option::is_none) {
            self.opener.set(platform::page::focused());
        }
        self.legend_open.set(false);
        self.selection.set(Some(selection));
        let words = self.words.now();
        let detail = self.edition.get_untracked().and_then(|edition| Detail::of(&edition, selection, words));
        self.announcement.set(detail.map(|detail| detail.announcement(words)).unwrap_or_default());
    }

    /// Looks at the next (1) or previous (−1) pair.
    pub fn step(self, step: isize) {
        let Some(edition) = self.edition.get_untracked() else { return };
        if let Some(selection) = edition.step(self.selection.get_untracked(), step) {
            self.choose(selection);
        }
    }

    /// Looks at a claim of one of the texts; closing the panel will go back to its number.
    pub fn choose_claim(self, source: usize, claim: usize) {
        let Some(edition) = self.edition.get_untracked() else { return };
        self.opener.set(Some(anchor(&edition, source, claim)));
        self.choose(edition.selection_of(source, claim));
    }

    /// Opens a claim of these in the texts; a text that does not show takes the first place.
    pub fn lead(self, claims: &[String]) {
        let edition = self.edition.get_untracked();
        let article = edition.and_then(|edition| edition.article_to_show(claims));
        if let Some(article) = article {
            self.show(0, article);
        }
        let Some(edition) = self.edition.get_untracked() else { return };
        let Some(selection) = edition.selection_among(claims) else { return };
        self.view.set(View::SideBySide);
        let side = usize::from(edition.claim_of(Some(selection), 0).is_none());
        if let Some(claim) = edition.claim_of(Some(selection), side) {
            self.opener.set(Some(anchor(&edition, side, claim)));
        }
        self.choose(selection);
    }

    /// Opens or closes the explanation of the highlights.
    pub fn toggle_legend(self) {
        if self.legend_open.get_untracked() {
            self.close();
        } else {
            self.opener.set(platform::page::focused());
            self.legend_open.set(true);
        }
    }

    /// Goes back one step, to where the panel was opened from.
    pub fn close(self) {
        if !self.legend_open.get_untracked() && self.selection.get_untracked().is_none() {
            return;
        }
        if self.legend_open.get_untracked() {
            self.legend_open.set(false);
        } else {
            self.selection.set(None);
        }
        if let Some(opener) = self.opener.get_untracked() {
            self.opener.set(None);
            platform::page::focus(&opener);
        }
        self.announcement.set(self.words.now().text(Key::AnnounceClosed).to_string());
    }

    /// The highlight types that are shown.
    pub fn shown(self) -> BTreeSet<HighlightKind> {
        let edition = self.edition.get();
        let languages = edition.as_ref().map(|edition| edition.languages()).unwrap_or_default();
        self.chosen.with(|chosen| Legend::shown(chosen, &languages))
    }

    /// Shows or hides a highlight type.
    pub fn toggle(self, kind: HighlightKind) {
        let is_on = untrack(|| self.shown()).contains(&kind);
        self.chosen.update(|chosen| {
            chosen.insert(kind, !is_on);
        });
    }

    /// Takes in what the worker says.
    pub fn hear(self, report: Report) {
        let status = match report {
            Report::Ready => return,
            Report::Reading => Status::Working(Key::LoadingTexts),
            Report::LoadingLexica => Status::Working(Key::LoadingLexica),
            Report::Comparing => Status::Working(Key::Comparing),
            Report::Done { document, arrivals, lexicon_missing } => {
                self.lexicon_missing.set(lexicon_missing);
                // The same pages again leave their view alone: the reader may be at work in it.
                let again = self.arrivals.with_untracked(|before| *before == arrivals);
                let shown = self.edition.get_untracked().filter(|_| again).map_or([0, 1], |edition| edition.shown());
                if !again {
                    self.arrivals.set(arrivals);
                }
                self.lay_out(Edition::new(*document, shown));
                Status::Ready
            }
            failure => Status::Failed(failure),
        };
        self.status.set(status);
    }

    /// Shows another article on one side; where it stands on the other side, both change places.
    pub fn show(self, side: usize, article: usize) {
        let Some(edition) = self.edition.get_untracked() else { return };
        let mut shown = edition.shown();
        if shown[1 - side] == article {
            shown.swap(0, 1);
        }
        shown[side] = article;
        self.lay_out(Edition::new(edition.document.clone(), shown));
    }

    /// Puts a comparison in the place of the one shown.
    fn lay_out(self, edition: Edition) {
        self.selection.set(None);
        self.hovered.set(None);
        let words = self.words.now();
        let shared = words.count(Key::SharedCount, edition.shared.len());
        self.announcement.set(words.fill(Key::AnnounceReady, &[("shared", &shared)]));
        self.edition.set(Some(Arc::new(edition)));
    }
}

/// The id of what stands for a claim in the texts: its number, or the text where it has none.
fn anchor(edition: &Edition, source: usize, claim: usize) -> String {
    let shared = edition.sources[source].claims.get(claim).is_some_and(|claim| claim.number.is_some());
    if shared { format!("number-{source}-{claim}") } else { format!("text-{source}") }
}
