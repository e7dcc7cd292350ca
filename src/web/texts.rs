//! The reader's own texts and what is to be said of them: they outlive the dialog that asks for them.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::words::Words;
use crate::article::MOST_BYTES;
use crate::exchange::reading::{Known, Trouble};
use crate::job::{Input, Job};
use crate::present::Key;
use crate::present::given::{Given, GivenFile};
use crate::present::pages::trouble_text;

/// So many texts at once: each has a letter and a hue of its own.
pub const MOST_TEXTS: usize = 4;

/// Something that keeps the texts from being compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// There is nothing at all.
    Nothing,
    /// Only one article was found.
    OneArticle,
    /// No article could be read.
    Unread(Trouble),
    /// A file could not be opened; its name.
    Unopened(String),
    /// More files than texts are taken.
    TooMany,
    /// The program that reads could not be had; why.
    NotLoaded(String),
    /// The reader stopped it.
    Stopped,
}

impl Complaint {
    /// In one sentence with the next step.
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::Nothing => words.text(Key::OwnNothing).to_string(),
            Self::OneArticle => words.text(Key::OwnOnly).to_string(),
            Self::Unread(trouble) => trouble_text(trouble, words.all()),
            Self::Unopened(name) => words.fill(Key::TroubleFile, &[("name", name)]),
            Self::TooMany => words.fill(Key::TroubleMany, &[("n", &MOST_TEXTS.to_string())]),
            Self::NotLoaded(detail) => words.fill(Key::OwnFailed, &[("detail", detail)]),
            Self::Stopped => words.text(Key::OwnStopped).to_string(),
        }
    }
}

/// The reader's own texts.
#[derive(Copy, Clone)]
pub struct Texts {
    /// As given, one a field.
    pub given: RwSignal<Vec<Given>>,
    /// What is wrong with a field's text.
    pub troubles: RwSignal<BTreeMap<usize, Complaint>>,
    /// What is wrong with all of them together.
    pub complaint: RwSignal<Option<Complaint>>,
    /// Whether they are being read.
    pub reading: RwSignal<bool>,
    /// Whether files are being dragged over the page.
    pub dragging: RwSignal<bool>,
}

impl Texts {
    /// Two empty fields.
    pub fn new() -> Self {
        Self {
            given: RwSignal::new(vec![Given::default(); 2]),
            troubles: RwSignal::new(BTreeMap::new()),
            complaint: RwSignal::new(None),
            reading: RwSignal::new(false),
            dragging: RwSignal::new(false),
        }
    }

    /// Changes the text of a field, which is made where it is missing; what was wrong with it is wrong no more.
    pub fn change(self, at: usize, change: impl FnOnce(&mut Given)) {
        self.reach(at);
        self.given.update(|given| {
            if let Some(given) = given.get_mut(at) {
                change(given);
            }
        });
        self.troubles.update(|troubles| {
            troubles.remove(&at);
        });
        if self.complaint.with_untracked(Option::is_some) {
            self.complaint.set(None);
        }
    }

    /// One more field, where there may be one.
    pub fn add_field(self) {
        self.given.update(|given| {
            if given.len() < MOST_TEXTS {
                given.push(Given::default());
            }
        });
    }

    /// Makes the fields up to this one.
    fn reach(self, at: usize) {
        while self.given.with_untracked(Vec::len) <= at.min(MOST_TEXTS - 1) {
            self.add_field();
        }
    }

    /// Puts a file into a field.
    pub fn put_file(self, at: usize, file: GivenFile) {
        let empty = file.bytes.is_empty();
        self.change(at, |given| given.put_file(file));
        if empty {
            self.complain(at, Complaint::Unread(Trouble::Empty));
        }
    }

    /// Says what is wrong with a field's text.
    pub fn complain(self, at: usize, complaint: Complaint) {
        self.reach(at);
        self.troubles.update(|troubles| {
            troubles.insert(at, complaint);
        });
    }

    /// What is to be read: the fields that hold something, and the job.
    pub fn job(self) -> (Vec<usize>, Job) {
        self.given.with_untracked(|given| {
            let filled: Vec<usize> = (0..given.len()).filter(|at| !given[*at].is_empty()).collect();
            let input = |at: &usize| Input {
                bytes: Some(given[*at].bytes()),
                known: Known { outlet: Some(given[*at].outlet.clone()), ..Known::default() },
                ..Input::default()
            };
            let inputs = filled.iter().map(input).collect();
            (filled, Job { inputs })
        })
    }
}

/// What is wrong with a file of this size, before it is read.
pub fn too_large(size_bytes: usize) -> Option<Complaint> {
    (size_bytes > MOST_BYTES).then(|| Complaint::Unread(Trouble::too_large(size_bytes, MOST_BYTES)))
}
