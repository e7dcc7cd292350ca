//! A job done: inputs read, lexical tables loaded, articles compared.
//!
//! Whoever asks brings the means to fetch files, so that browser and build do the same in the same order.

use std::sync::Arc;

use super::{Arrival, Input, Job, Report};
use crate::article::Article;
use crate::compare::{Options, compare};
use crate::exchange::document;
use crate::exchange::reading::{self, Reading};
use crate::lang::{Language, Lexica};

/// Does a job and says how it went; `fetch` gives a file of the application by its path, or why it could not be had,
/// and `say` is told what is under way.
pub async fn run(job: &Job, fetch: impl AsyncFn(String) -> Result<Vec<u8>, String>, say: impl Fn(&Report)) -> Report {
    work(job, &fetch, &say).await.unwrap_or_else(|failure| failure)
}

async fn work(
    job: &Job,
    fetch: &impl AsyncFn(String) -> Result<Vec<u8>, String>,
    say: &impl Fn(&Report),
) -> Result<Report, Report> {
    say(&Report::Reading);
    let mut lexica = Lexica::built_in();
    let (mut articles, mut arrivals) = (Vec::new(), Vec::new());
    for (input, given) in job.inputs.iter().enumerate() {
        let bytes = bytes(given, fetch).await.map_err(|detail| Report::NotFetched { detail })?;
        for (place, reading) in read(input, given, &bytes, &lexica)?.into_iter().enumerate() {
            arrivals.push(Arrival { input, place, found: reading.found.clone() });
            articles.push(reading.into_article());
        }
    }
    if articles.len() < 2 {
        return Err(Report::OneArticle);
    }
    say(&Report::LoadingLexica);
    let lexicon_missing = !load_tables(&mut lexica, &articles, fetch).await;
    say(&Report::Comparing);
    let comparison = compare(&articles, &lexica, &Options::default());
    Ok(Report::Done { document: Box::new(document(&comparison, &lexica)), arrivals, lexicon_missing })
}

async fn bytes(input: &Input, fetch: &impl AsyncFn(String) -> Result<Vec<u8>, String>) -> Result<Arc<[u8]>, String> {
    match (&input.bytes, &input.file) {
        (Some(bytes), _) => Ok(bytes.clone()),
        (None, Some(file)) => fetch(format!("articles/{file}")).await.map(Into::into),
        (None, None) => Ok(Arc::default()),
    }
}

fn read(at: usize, input: &Input, bytes: &[u8], lexica: &Lexica) -> Result<Vec<Reading>, Report> {
    reading::read(bytes, &input.known, &input.corrections, lexica)
        .map_err(|trouble| Report::NotRead { input: at, trouble })
}

/// Loads the tables of the languages that occur; says whether all of them could be had.
async fn load_tables(
    lexica: &mut Lexica,
    articles: &[Article],
    fetch: &impl AsyncFn(String) -> Result<Vec<u8>, String>,
) -> bool {
    let mut complete = true;
    for language in [Language::French, Language::English] {
        if articles.iter().any(|article| article.language == language) {
            let table = fetch(format!("lexicon/{}.lex", language.code())).await;
            complete &= table.is_ok_and(|table| lexica.load(language, &table).is_ok());
        }
    }
    complete
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    const FIRST: &str =
        "Mayor Ann Reed resigns\n\n“I take the blame”, Reed said on Monday. The flood drove 1,200 people out.";
    const SECOND: &str =
        "Flood: mayor steps down\n\nAnn Reed insisted that she took the blame. About 1,200 residents left.";

    fn given(text: &str) -> Input {
        Input { bytes: Some(text.as_bytes().into()), ..Input::default() }
    }

    fn listed(file: &str) -> Input {
        Input { file: Some(file.to_owned()), ..Input::default() }
    }

    /// Does a job where the only file there is holds the second text; the reports on the way and the last.
    fn done(inputs: Vec<Input>) -> (Vec<Report>, Report) {
        let said = RefCell::new(Vec::new());
        let fetch = async |path: String| match path.as_str() {
            "articles/second.txt" => Ok(SECOND.as_bytes().to_vec()),
            _ => Err(format!("{path}: 404")),
        };
        let job = Job { inputs };
        let last = {
            let working = pin!(run(&job, fetch, |report| said.borrow_mut().push(report.clone())));
            match working.poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(report) => report,
                Poll::Pending => unreachable!("nothing is waited for"),
            }
        };
        (said.into_inner(), last)
    }

    #[test]
    fn texts_given_and_fetched_are_compared_in_their_order() {
        let (said, last) = done(vec![given(FIRST), listed("second.txt")]);
        assert_eq!(said, [Report::Reading, Report::LoadingLexica, Report::Comparing]);
        let Report::Done { document, arrivals, lexicon_missing } = last else { panic!("{last:?}") };
        assert_eq!(
            document.articles.iter().map(|it| it.title.as_deref()).collect::<Vec<_>>(),
            [Some("Mayor Ann Reed resigns"), Some("Flood: mayor steps down")]
        );
        assert_eq!(arrivals.iter().map(|it| (it.input, it.place)).collect::<Vec<_>>(), [(0, 0), (1, 0)]);
        assert!(lexicon_missing, "the tables were out of reach, and the comparison was made all the same");
    }

    #[test]
    fn what_is_missing_is_said() {
        let (_, last) = done(vec![given(FIRST), listed("third.txt")]);
        assert_eq!(last, Report::NotFetched { detail: "articles/third.txt: 404".to_owned() });
        let (_, last) = done(vec![given(FIRST), given(" ")]);
        assert_eq!(last, Report::NotRead { input: 1, trouble: reading::Trouble::Empty });
        assert_eq!(done(vec![given(FIRST)]).1, Report::OneArticle);
    }
}
