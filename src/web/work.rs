//! What sets the engine to work: the first case, the reader's own texts, a correction. The comparison shown stays until
//! the next one is ready.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, Status, View};
use super::platform::{engine, page};
use super::texts::Complaint;
use crate::exchange::reading::Correction;
use crate::job::{Arrival, Case, Job, Report};
use crate::present::Key;

/// Fetches the events that come with the application and shows the first.
pub fn show_first_case(desk: Desk) {
    spawn_local(async move {
        match engine::manifest().await {
            Ok(manifest) => {
                if let Some(case) = manifest.cases.into_iter().next() {
                    show(desk, case).await;
                }
            }
            Err(detail) => desk.status.set(Status::Failed(Report::NotFetched { detail })),
        }
    });
}

/// Shows the comparison that was made when the application was built; where it is missing, it is made now.
async fn show(desk: Desk, case: Case) {
    let job = case.job();
    desk.job.set(job.clone());
    let prepared = engine::prepared(&case).await;
    let is_awaited = matches!(desk.status.get_untracked(), Status::Working(_));
    if !is_awaited || desk.job.with_untracked(|current| *current != job) {
        return;
    }
    match prepared {
        Some(report) => {
            desk.case.set(Some(case));
            desk.hear(report);
        }
        None => compare(desk, Some(case), job),
    }
}

/// Tries again what failed or was stopped.
pub fn retry(desk: Desk) {
    if desk.job.get_untracked().inputs.is_empty() {
        show_first_case(desk);
    } else {
        compare(desk, desk.case.get_untracked(), desk.job.get_untracked());
    }
}

fn compare(desk: Desk, case: Option<Case>, job: Job) {
    desk.status.set(Status::Working(Key::LoadingTexts));
    desk.job.set(job.clone());
    engine::run(job, move |report| {
        if matches!(report, Report::Done { .. }) {
            desk.case.set(case.clone());
        }
        desk.hear(report);
    });
}

/// Compares the reader's own texts. The dialog stays while they are read, so that what is wrong is said where it stands.
pub fn compare_own(desk: Desk) {
    let texts = desk.texts();
    let (fields, job) = texts.job();
    texts.troubles.set(BTreeMap::new());
    texts.complaint.set(fields.is_empty().then_some(Complaint::Nothing));
    if fields.is_empty() {
        page::focus("own-text-0");
        return;
    }
    texts.reading.set(true);
    engine::run(job.clone(), move |report| {
        if texts.reading.get_untracked() {
            match refused(&report, &fields) {
                Some((Some(at), complaint)) => {
                    texts.complain(at, complaint);
                    stay(desk);
                    page::focus(&format!("own-text-{at}"));
                }
                Some((None, complaint)) => {
                    texts.complaint.set(Some(complaint));
                    stay(desk);
                }
                None if matches!(report, Report::Ready | Report::Reading) => {}
                None => {
                    texts.reading.set(false);
                    desk.asking.set(false);
                    desk.view.set(View::SideBySide);
                    desk.job.set(job.clone());
                }
            }
        }
        if !desk.asking.get_untracked() {
            if matches!(report, Report::Done { .. }) {
                desk.case.set(None);
            }
            desk.hear(report);
        }
    });
}

/// What a report says against the texts, and of which field.
fn refused(report: &Report, fields: &[usize]) -> Option<(Option<usize>, Complaint)> {
    match report {
        Report::NotRead { input, trouble } => Some((fields.get(*input).copied(), Complaint::Unread(trouble.clone()))),
        Report::OneArticle => Some((None, Complaint::OneArticle)),
        Report::NotFetched { detail } | Report::NoWorker { detail } => {
            Some((None, Complaint::NotLoaded(detail.clone())))
        }
        _ => None,
    }
}

/// Nothing was read: all stays as it was. A comparison that was under way meanwhile begins again.
fn stay(desk: Desk) {
    desk.texts().reading.set(false);
    if matches!(desk.status.get_untracked(), Status::Working(_) | Status::Refining) {
        retry(desk);
    }
}

/// Stops reading the reader's own texts; they are kept.
pub fn stop_own(desk: Desk) {
    if desk.texts().reading.get_untracked() {
        engine::stop();
        desk.texts().complaint.set(Some(Complaint::Stopped));
        stay(desk);
    }
}

/// Reads an article again with what the reader knows better, and compares again.
pub fn correct(desk: Desk, arrival: &Arrival, change: impl FnOnce(&mut Correction)) {
    desk.job.update(|job| job.correct(arrival, change));
    desk.status.set(Status::Refining);
    engine::run(desk.job.get_untracked(), move |report| {
        if matches!(report, Report::Done { .. }) || !report.is_progress() {
            desk.hear(report);
        }
    });
}
