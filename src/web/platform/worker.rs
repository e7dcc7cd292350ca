//! The worker's side: waits for a job, fetches what it needs, compares, answers.

use gloo::net::http::Request;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::article::Article;
use crate::lang::{Language, Lexica};
use crate::web::job::{self, Input, Job, Report};

/// Answers jobs for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let on_message = Closure::<dyn Fn(web_sys::MessageEvent)>::new(|event: web_sys::MessageEvent| {
        let job = event.data().as_string().and_then(|text| serde_json::from_str::<Job>(&text).ok());
        if let Some(job) = job {
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

fn say(report: &Report) {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let text = serde_json::to_string(report).unwrap_or_default();
    // Nobody listens any more if this fails.
    let _ = scope.post_message(&JsValue::from_str(&text));
}

async fn work(job: &Job) -> Result<Report, Report> {
    say(&Report::Reading);
    let mut lexica = Lexica::built_in();
    let mut articles = Vec::new();
    for (at, input) in job.inputs.iter().enumerate() {
        let bytes = bytes(input).await.map_err(|detail| Report::NotFetched { detail })?;
        let article = job::read(input, &bytes, &lexica).map_err(|detail| Report::NotRead { input: at, detail })?;
        articles.push(article);
    }
    say(&Report::LoadingLexica);
    let lexicon_missing = !load_tables(&mut lexica, &articles).await;
    say(&Report::Comparing);
    Ok(Report::Done { document: Box::new(job::run(&articles, &lexica)), lexicon_missing })
}

async fn bytes(input: &Input) -> Result<Vec<u8>, String> {
    match (&input.text, &input.file) {
        (Some(text), _) => Ok(text.clone().into_bytes()),
        (None, Some(file)) => fetch(&format!("articles/{file}")).await,
        (None, None) => Ok(Vec::new()),
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
