//! The page's side of the worker: starts it, gives it a job, hears its reports.

use std::cell::RefCell;

use gloo::events::EventListener;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::job::{Case, Job, Manifest, Report};

#[wasm_bindgen]
extern "C" {
    /// `public/boot.js`: a worker that runs the engine.
    #[wasm_bindgen(catch, js_namespace = recoupe, js_name = startWorker)]
    fn start_worker() -> Result<web_sys::Worker, JsValue>;
}

struct Running {
    worker: web_sys::Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Makes a comparison in a new worker; an earlier one that still runs is stopped.
pub fn run(job: Job, hear: impl Fn(Report) + Clone + 'static) {
    stop();
    let worker = match start_worker() {
        Ok(worker) => worker,
        Err(error) => return hear(Report::NoWorker { detail: super::said(&error) }),
    };
    let on_message = {
        let (worker, hear) = (worker.clone(), hear.clone());
        EventListener::new(&worker.clone(), "message", move |event| {
            let data = event.unchecked_ref::<web_sys::MessageEvent>().data().as_string().unwrap_or_default();
            match serde_json::from_str(&data) {
                Ok(Report::Ready) => give(&worker, &job),
                Ok(report) => hear(report),
                Err(error) => hear(Report::NoWorker { detail: error.to_string() }),
            }
        })
    };
    let on_error = EventListener::new(&worker, "error", move |event| {
        let detail = event.dyn_ref::<web_sys::ErrorEvent>().map(web_sys::ErrorEvent::message);
        hear(Report::NoWorker { detail: detail.unwrap_or_default() });
    });
    RUNNING.set(Some(Running { worker, _listeners: [on_message, on_error] }));
}

/// Stops the comparison under way.
pub fn stop() {
    RUNNING.set(None);
}

/// Sends the job as JSON, then the bytes of each input or nothing.
fn give(worker: &web_sys::Worker, job: &Job) {
    let message = js_sys::Array::of1(&JsValue::from_str(&serde_json::to_string(job).unwrap_or_default()));
    for input in &job.inputs {
        message.push(&input.bytes.as_deref().map_or(JsValue::NULL, |bytes| js_sys::Uint8Array::from(bytes).into()));
    }
    // A worker that is gone has no use for its job.
    let _ = worker.post_message(&message);
}

/// The events that come with the application.
///
/// # Errors
/// Why they could not be had.
pub async fn manifest() -> Result<Manifest, String> {
    fetch(Case::MANIFEST).await
}

/// What the worker would say at last of this event's articles, made when the application was built.
pub async fn prepared(case: &Case) -> Option<Report> {
    fetch(&case.prepared()).await.ok()
}

async fn fetch<T: DeserializeOwned>(path: &str) -> Result<T, String> {
    let response = gloo::net::http::Request::get(path).send().await.map_err(|it| it.to_string())?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    response.json().await.map_err(|it| it.to_string())
}
