//! The worker's side: waits for a job, fetches what it needs, compares, answers.

use std::sync::Arc;

use gloo::net::http::Request;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::article::Article;
use crate::exchange::reading::{self, Reading, Trouble};
use crate::lang::{Language, Lexica};
use crate::web::job::{self, Arrival, Input, Job, Report};

#[wasm_bindgen]
extern "C" {
    /// `public/worker.js`: the module that reads web pages, fetched when it is asked for. It takes the page, what is
    /// known of it and the reader's corrections, and answers with what [`crate::exchange::reading::read`] gives.
    #[wasm_bindgen(catch, js_namespace = recoupe, js_name = readPage)]
    async fn read_page(page: &[u8], known: &str, corrections: &str) -> Result<JsValue, JsValue>;
}

/// Answers jobs for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let on_message = Closure::<dyn Fn(web_sys::MessageEvent)>::new(|event: web_sys::MessageEvent| {
        if let Some(job) = received(&event.data()) {
            spawn_local(async move {
                let report = work(&job).await.unwrap_or_else(|failure| failure);
                say(&report);
            });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    say(&Report::Ready);
}

/// A job as `engine::give` packs it: the JSON, then the bytes of each input or nothing.
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

async fn work(job: &Job) -> Result<Report, Report> {
    say(&Report::Reading);
    let mut lexica = Lexica::built_in();
    let (mut articles, mut arrivals) = (Vec::new(), Vec::new());
    for (input, given) in job.inputs.iter().enumerate() {
        for (place, reading) in read(input, given, &lexica).await?.into_iter().enumerate() {
            arrivals.push(Arrival { input, place, found: reading.found.clone() });
            articles.push(reading.into_article());
        }
    }
    if articles.len() < 2 {
        return Err(Report::OneArticle);
    }
    say(&Report::LoadingLexica);
    let lexicon_missing = !load_tables(&mut lexica, &articles).await;
    say(&Report::Comparing);
    Ok(Report::Done { document: Box::new(job::run(&articles, &lexica)), arrivals, lexicon_missing })
}

async fn read(at: usize, input: &Input, lexica: &Lexica) -> Result<Vec<Reading>, Report> {
    let bytes = bytes(input).await.map_err(|detail| Report::NotFetched { detail })?;
    let read = match reading::read(&bytes, &input.known, &input.corrections, lexica) {
        Err(Trouble::Page) => read_elsewhere(input, &bytes).await.map_err(|detail| Report::NotFetched { detail })?,
        read => read,
    };
    read.map_err(|trouble| Report::NotRead { input: at, trouble })
}

/// Reads a web page by the module made for it.
///
/// # Errors
/// Why the module could not be had.
async fn read_elsewhere(input: &Input, page: &[u8]) -> Result<Result<Vec<Reading>, Trouble>, String> {
    let json = |error: serde_json::Error| error.to_string();
    let known = serde_json::to_string(&input.known).map_err(json)?;
    let corrections = serde_json::to_string(&input.corrections).map_err(json)?;
    let answer = read_page(page, &known, &corrections).await.map_err(|error| super::said(&error))?;
    serde_json::from_str(&answer.as_string().unwrap_or_default()).map_err(json)
}

async fn bytes(input: &Input) -> Result<Arc<[u8]>, String> {
    match (&input.bytes, &input.file) {
        (Some(bytes), _) => Ok(bytes.clone()),
        (None, Some(file)) => fetch(&format!("articles/{file}")).await.map(Into::into),
        (None, None) => Ok(Arc::default()),
    }
}

/// Loads the tables of the languages that occur; says whether all of them could be had.
async fn load_tables(lexica: &mut Lexica, articles: &[Article]) -> bool {
    let mut complete = true;
    for language in [Language::French, Language::English] {
        if articles.iter().any(|article| article.language == language) {
            let table = fetch(&format!("lexicon/{}.lex", language.code())).await;
            complete &= table.is_ok_and(|table| lexica.load(language, &table).is_ok());
        }
    }
    complete
}

async fn fetch(path: &str) -> Result<Vec<u8>, String> {
    let response = Request::get(path).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{path}: {}", response.status()));
    }
    response.binary().await.map_err(|error| error.to_string())
}
