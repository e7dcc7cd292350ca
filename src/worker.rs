//! The program that works for the page, in a worker: waits for a job, does it, answers. A comparison never holds up
//! reading, and a page that shows one made before need not load the engine.

use gloo::net::http::Request;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::job::{self, Job, Report};

/// Answers jobs for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let on_message = Closure::<dyn Fn(web_sys::MessageEvent)>::new(|event: web_sys::MessageEvent| {
        if let Some(job) = received(&event.data()) {
            spawn_local(async move { say(&job::run(&job, fetch, say).await) });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    say(&Report::Ready);
}

/// A job as the page packs it: the JSON, then the bytes of each input or nothing.
fn received(message: &JsValue) -> Option<Job> {
    let parts = message.dyn_ref::<js_sys::Array>()?;
    let mut job: Job = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    for (input, part) in job.inputs.iter_mut().zip(parts.iter().skip(1)) {
        input.bytes = part.dyn_into::<js_sys::Uint8Array>().ok().map(|bytes| bytes.to_vec().into());
    }
    Some(job)
}

fn say(report: &Report) {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let text = serde_json::to_string(report).unwrap_or_default();
    // Nobody listens any more if this fails.
    let _ = scope.post_message(&JsValue::from_str(&text));
}

async fn fetch(path: String) -> Result<Vec<u8>, String> {
    let response = Request::get(&path).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    response.binary().await.map_err(|error| error.to_string())
}
