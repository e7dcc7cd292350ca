//! What is being done, or what went wrong.

use leptos::prelude::*;

use crate::present::Key;
use crate::web::words::Words;

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusText {
    /// Work is under way.
    Working(String),
    /// All is well, but for one thing to know.
    Note(String),
    /// Stopped or failed: one sentence with the next step.
    Halted(String),
}

/// What is being done, with a stop button; or what went wrong, with a way to try again.
/// Style: `style/components/status-line.css`.
#[component]
pub fn StatusLine(
    /// What to say; nothing when all is well.
    status: Signal<Option<StatusText>>,
    /// The interface's words.
    words: Words,
    /// Called when the reader stops the work.
    on_stop: Callback<()>,
    /// Called when the reader tries again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let line = move || {
        status.get().map(|status| match status {
            StatusText::Working(text) => view! {
                <p class="status working"><i class="spinner" aria-hidden="true"></i>{text}
                    <button type="button" on:click=move |_| on_stop.run(())>{words.text(Key::Stop)}</button>
                </p>
            }
            .into_any(),
            StatusText::Note(text) => view! { <p class="status note">{text}</p> }.into_any(),
            StatusText::Halted(text) => view! {
                <p class="status halted">{text}
                    <button type="button" on:click=move |_| on_retry.run(())>{words.text(Key::Retry)}</button>
                </p>
            }
            .into_any(),
        })
    };
    view! { <div class="status-line" role="status">{line}</div> }
}

#[cfg(all(test, feature = "markup"))]
mod tests {
    use super::*;
    use crate::present::UiLanguage;

    /// The line as HTML, in English.
    fn html(text: Option<StatusText>) -> String {
        Owner::new().with(|| {
            let words = Words(Signal::stored(UiLanguage::English));
            let nothing = Callback::new(|()| {});
            let status = Signal::stored(text);
            view! { <StatusLine status words on_stop=nothing on_retry=nothing /> }.to_html()
        })
    }

    #[test]
    fn work_can_be_stopped_and_failure_tried_again() {
        let working = html(Some(StatusText::Working("Comparing…".to_owned())));
        assert!(working.contains("Comparing…") && working.contains("Stop</button>"), "{working}");
        let halted = html(Some(StatusText::Halted("No engine: <503>.".to_owned())));
        assert!(halted.contains("Try again</button>"), "{halted}");
        assert!(halted.contains("No engine: &lt;503"), "text, not markup: {halted}");
    }

    #[test]
    fn nothing_is_said_when_all_is_well() {
        let idle = html(None);
        assert!(idle.contains(r#"role="status""#) && !idle.contains("<button"), "{idle}");
        let note = html(Some(StatusText::Note("Without synonyms.".to_owned())));
        assert!(note.contains("Without synonyms.") && !note.contains("<button"), "{note}");
    }
}
