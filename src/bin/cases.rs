//! Makes the comparisons of the events that come with the application, so that its first view needs no engine:
//! `cases DIST`, run by `cargo xtask build` on the folder that goes to the web server.
//!
//! What is written is what the worker would answer, byte for byte; a browser test holds it to that.

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

use recoupe::job::{Case, Manifest, Report, run};

fn main() -> ExitCode {
    let outcome = match std::env::args_os().nth(1) {
        Some(folder) => prepare(Path::new(&folder)),
        None => Err("names no folder; usage: cases DIST".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cases: {message}");
            ExitCode::from(2)
        }
    }
}

fn prepare(folder: &Path) -> Result<(), String> {
    let manifest = read(&folder.join(Case::MANIFEST))?;
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|error| format!("{}: {error}", Case::MANIFEST))?;
    for case in &manifest.cases {
        let report = compared(case, folder)?;
        let report = serde_json::to_vec(&report).map_err(|error| format!("{}: {error}", case.id))?;
        let file = folder.join(case.prepared());
        std::fs::write(&file, report).map_err(|error| at(&file, &error))?;
    }
    Ok(())
}

/// The last report on a case's job.
fn compared(case: &Case, folder: &Path) -> Result<Report, String> {
    let job = case.job();
    let fetch = async |path: String| read(&folder.join(path));
    let working = pin!(run(&job, fetch, |_| {}));
    // Files are read at once: nothing is ever waited for.
    match working.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(report @ Report::Done { lexicon_missing: false, .. }) => Ok(report),
        Poll::Ready(report) => Err(format!("{}: {report:?}", case.id)),
        Poll::Pending => Err(format!("{}: did not end", case.id)),
    }
}

fn read(file: &PathBuf) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| at(file, &error))
}

fn at(file: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", file.display())
}
