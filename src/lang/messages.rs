//! What readers are told: one sentence a rule, in each language, kept as data.
//!
//! `data/<lang>/messages.tsv` holds the sentences. `{name}` is filled with a detail as it stands;
//! `{name:family}` with the sentence `family/<detail>`, so that stable values such as `attributed`
//! are put in the reader's own language. French spacing is made here, so that the file is easy to edit.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Language, WordList};
use crate::text::Clitics;

/// What stands for a detail that was not given.
const MISSING: &str = "…";
/// The detail that names who is quoted, and the sentence that says so.
const SAID_BY: &str = "said_by";
const QUOTED: &str = "voice/quoted";
/// Narrow no-break space, before the tall marks of French.
const NARROW: char = '\u{202f}';

/// The sentence of `rule` in `language`, filled with `details`; a language the program has no
/// sentences in is answered in English.
///
/// A rule without a sentence answers with the name of its type (`hedge/x` → `type/hedge/name`), or
/// else with the rule itself: readers lose an explanation, never the mark. A detail `said_by` adds whose
/// words are quoted.
///
/// ```
/// # use std::collections::BTreeMap;
/// use recoupe::lang::{Language, message};
/// let details = BTreeMap::from([("words", "normaliser".to_owned())]);
/// assert!(message(Language::French, "distance/flag", &details).starts_with("«\u{202f}normaliser\u{202f}»"));
/// ```
pub fn message<K: Borrow<str> + Ord>(language: Language, rule: &str, details: &BTreeMap<K, String>) -> String {
    let Some(sentence) = template(language, rule) else { return fallback(language, rule) };
    let mut text = fill(language, sentence, details);
    if let Some(quoted) = template(language, QUOTED).filter(|_| details.contains_key(SAID_BY)) {
        text.push(' ');
        text.push_str(&fill(language, quoted, details));
    }
    text
}

/// A name or sentence that needs no details: `certainty/asserted`, `type/label/what`.
pub fn phrase(language: Language, key: &str) -> String {
    message::<&str>(language, key, &BTreeMap::new())
}

/// Whether `language` has a sentence for `key`.
pub fn has_message(language: Language, key: &str) -> bool {
    template(language, key).is_some()
}

fn table(language: Language) -> &'static WordList {
    static FRENCH: LazyLock<WordList> = LazyLock::new(|| read("fr", include_str!("data/fr/messages.tsv")));
    static ENGLISH: LazyLock<WordList> = LazyLock::new(|| read("en", include_str!("data/en/messages.tsv")));
    match language {
        Language::French => &FRENCH,
        Language::English | Language::Other => &ENGLISH,
    }
}

fn read(language: &str, text: &'static str) -> WordList {
    WordList::parse(&format!("{language}/messages.tsv"), text, &Clitics::default())
        .expect("built-in list: the tests of this file read both")
}

fn template(language: Language, key: &str) -> Option<&'static str> {
    table(language).get(key)?.fields.first().copied()
}

fn fallback(language: Language, rule: &str) -> String {
    let family = rule.split('/').next().unwrap_or(rule);
    template(language, &format!("type/{family}/name")).unwrap_or(rule).to_owned()
}

fn fill<K: Borrow<str> + Ord>(language: Language, template: &str, details: &BTreeMap<K, String>) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        push_spaced(&mut out, before, language);
        let (slot, tail) = after.split_once('}').unwrap_or((after, ""));
        let (name, family) = slot.split_once(':').map_or((slot, None), |(name, family)| (name, Some(family)));
        match (details.get(name), family) {
            (Some(value), Some(family)) => out.push_str(&phrase(language, &format!("{family}/{value}"))),
            (Some(value), None) => out.push_str(value),
            (None, _) => out.push_str(MISSING),
        }
        rest = tail;
    }
    push_spaced(&mut out, rest, language);
    out
}

/// Adds words of ours, their blanks as French typesetting wants them; filled-in words are left as
/// their article wrote them.
fn push_spaced(out: &mut String, words: &str, language: Language) {
    if language != Language::French {
        out.push_str(words);
        return;
    }
    let mut chars = words.chars().peekable();
    let mut previous = None;
    while let Some(c) = chars.next() {
        // At the end of a piece, what comes next is filled in: only the opening mark before counts.
        let before_mark = chars.peek().is_some_and(|next| matches!(next, ':' | ';' | '?' | '!' | '»' | '%'));
        let narrow = c == ' ' && (before_mark || previous == Some('«'));
        out.push(if narrow { NARROW } else { c });
        previous = Some(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(pairs: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
        pairs.iter().map(|&(name, value)| (name, value.to_owned())).collect()
    }

    fn slots(template: &str) -> Vec<&str> {
        let mut slots: Vec<&str> = template.split('{').skip(1).filter_map(|slot| slot.split('}').next()).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    #[test]
    fn both_languages_say_the_same_things_with_the_same_details() {
        let show = |language| -> Vec<(String, Vec<&str>)> {
            table(language).entries().iter().map(|entry| (entry.key.clone(), slots(entry.fields[0]))).collect()
        };
        assert_eq!(show(Language::French), show(Language::English));
    }

    #[test]
    fn details_are_filled_in_and_stable_values_translated() {
        let given = details(&[("a", "A"), ("b", "B"), ("rung_a", "attributed"), ("rung_b", "asserted")]);
        let french = message(Language::French, "certainty/rung", &given);
        assert_eq!(french, "A\u{202f}: attribué à une source. B\u{202f}: affirmé par l’article.");
        let english = message(Language::English, "certainty/rung", &given);
        assert_eq!(english, "A: given to a source. B: stated by the article.");
    }

    #[test]
    fn french_marks_stand_behind_narrow_blanks() {
        let text = message(Language::French, "verb/doubt", &details(&[("words", "prétend : non")]));
        assert!(text.starts_with("«\u{202f}prétend : non\u{202f}»\u{202f}:"), "{text}");
    }

    #[test]
    fn what_is_missing_never_fails() {
        assert_eq!(message(Language::French, "speech/direct", &details(&[])), "Cité mot pour mot\u{202f}: ….");
        assert_eq!(phrase(Language::English, "hedge/no-such-rule"), "Softening");
        assert_eq!(phrase(Language::Other, "nothing"), "nothing");
    }

    #[test]
    fn every_type_is_explained() {
        for kind in [
            "agentless",
            "blame",
            "certainty",
            "conditional",
            "distance",
            "figure",
            "hedge",
            "label",
            "loaded",
            "only",
            "place",
            "presupposed",
            "speech",
            "verb",
        ] {
            for part in ["name", "what", "why", "example", "not"] {
                assert!(has_message(Language::French, &format!("type/{kind}/{part}")), "{kind}/{part}");
            }
        }
    }

    /// Words this program never uses of a source, in any sentence (LOOK: annotate, do not rate).
    #[test]
    fn no_sentence_judges_a_source() {
        for language in [Language::French, Language::English] {
            for entry in table(language).entries() {
                let text = entry.fields[0].to_lowercase();
                for word in ["biais", "biased", "propagand", "manipul", "mensong", " lie ", "lying"] {
                    assert!(!text.contains(word), "{}: {text}", entry.key);
                }
            }
        }
    }
}
