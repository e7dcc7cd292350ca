//! Two passages word by word: which words both use.
//!
//! Words are cut so that an elision is a word of its own (« l' » + « offensive ») and no word is ever
//! cut inside; they are compared folded (case, kind of apostrophe). Two passages that tell the same in
//! other words share « de », « la » and commas by chance: a common stretch counts only if it holds
//! a word of some length or several words in a row.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::fold;

/// A common stretch with fewer words than this must hold a long word to count.
const COMMON_RUN_WORDS: usize = 3;
/// A word with at least as many letters is seldom common by chance.
const LONG_WORD_LETTERS: usize = 4;

/// Some words of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffRun {
    /// The words, blanks included.
    pub text: String,
    /// Whether the other passage has them too, in the same order.
    pub common: bool,
}

/// Both passages as runs of common and own words.
pub fn word_diff(a: &str, b: &str) -> [Vec<DiffRun>; 2] {
    let (words_a, words_b) = (words(a), words(b));
    let folded = |words: &[&str]| -> Vec<String> { words.iter().map(|word| fold(word)).collect() };
    let (keys_a, keys_b) = (folded(&words_a), folded(&words_b));
    let mut common_a = vec![false; words_a.len()];
    let mut common_b = vec![false; words_b.len()];
    for op in capture_diff_slices(Algorithm::Myers, &keys_a, &keys_b) {
        if op.tag() == DiffTag::Equal && counts(&words_a[op.old_range()]) {
            common_a[op.old_range()].fill(true);
            common_b[op.new_range()].fill(true);
        }
    }
    [runs(&words_a, &common_a), runs(&words_b, &common_b)]
}

/// The same runs, with words that link the passages counted as common wherever they stand.
pub fn with_links(runs: Vec<DiffRun>, links: &[&str]) -> Vec<DiffRun> {
    links.iter().filter(|words| !words.trim().is_empty()).fold(runs, |runs, words| {
        let split = |run: DiffRun| match whole_words(&run.text, words).filter(|_| !run.common) {
            None => vec![run],
            Some(at) => {
                let end = at + words.len();
                let part = |text: &str, common: bool| DiffRun { text: text.to_string(), common };
                vec![part(&run.text[..at], false), part(&run.text[at..end], true), part(&run.text[end..], false)]
            }
        };
        runs.into_iter().flat_map(split).filter(|run| !run.text.is_empty()).collect()
    })
}

/// Where `words` stand in `text` without cutting into a word.
fn whole_words(text: &str, words: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).find(|(at, found)| {
        !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    });
    found.map(|(at, _)| at)
}

fn counts(stretch: &[&str]) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).count();
    let words = stretch.iter().filter(|word| letters(word) > 0).count();
    words >= COMMON_RUN_WORDS || stretch.iter().any(|word| letters(word) >= LONG_WORD_LETTERS || is_number(word))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Words, each with the blanks after it, marks alone; together they are `text` again.
fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        if previous.is_some_and(|before| parts(before, c)) && at > start {
            out.push(&text[start..at]);
            start = at;
        }
        previous = Some(c);
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// Whether a word ends between `before` and `c`: at blanks, after an elision, around other marks.
fn parts(before: char, c: char) -> bool {
    let inside = |c: char| c.is_alphanumeric() || is_apostrophe(c) || c == '-';
    before.is_whitespace() != c.is_whitespace() || is_apostrophe(before) || !(inside(before) && inside(c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn runs(words: &[&str], common: &[bool]) -> Vec<DiffRun> {
    let mut out: Vec<DiffRun> = Vec::new();
    for (word, common) in words.iter().zip(common) {
        match out.last_mut() {
            Some(run) if run.common == *common => run.text.push_str(word),
            _ => out.push(DiffRun { text: (*word).to_string(), common: *common }),
        }
    }
    tidy(out)
}

/// A common run neither begins nor ends with a blank, so that its mark fits the words.
fn tidy(mut runs: Vec<DiffRun>) -> Vec<DiffRun> {
    for at in 0..runs.len() {
        if !runs[at].common {
            continue;
        }
        let text = std::mem::take(&mut runs[at].text);
        let inner = text.trim();
        let lead = text.len() - text.trim_start().len();
        if lead > 0 && at > 0 {
            runs[at - 1].text.push_str(&text[..lead]);
        }
        if lead + inner.len() < text.len() && at + 1 < runs.len() {
            runs[at + 1].text.insert_str(0, &text[lead + inner.len()..]);
        }
        runs[at].text = if at > 0 && at + 1 < runs.len() { inner.to_string() } else { text };
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(runs: &[DiffRun]) -> String {
        runs.iter().map(|run| if run.common { format!("[{}]", run.text) } else { run.text.clone() }).collect()
    }

    #[test]
    fn elisions_are_words_and_words_stay_whole() {
        let [a, b] = word_diff("Il parle de l'offensive, aujourd'hui.", "Elle parle de l’offensive d'hier.");
        insta::assert_snapshot!(format!("{}\n{}", show(&a), show(&b)), @r"
        Il [parle de l'offensive], aujourd'hui.
        Elle [parle de l’offensive] d'hier.
        ");
    }

    #[test]
    fn short_words_in_common_by_chance_do_not_count() {
        let [a, _] = word_diff("Le pont de la ville a fermé.", "Il faut de la patience.");
        assert_eq!(show(&a), "Le pont de la ville a fermé.");
    }

    #[test]
    fn numbers_count() {
        let [a, _] = word_diff("Ils étaient 45 hier", "On en compte 45 ici");
        assert_eq!(show(&a), "Ils étaient [45] hier");
    }

    #[test]
    fn linking_words_count_wherever_they_stand() {
        let [a, _] = word_diff("Kerry appelle son homologue.", "Un appel de Kerry.");
        assert_eq!(show(&with_links(a, &["homologue", "son h"])), "Kerry appelle son [homologue].");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(a in "\\PC{0,80}", b in "\\PC{0,80}") {
            let [left, right] = word_diff(&a, &b);
            let join = |runs: &[DiffRun]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
            proptest::prop_assert_eq!(join(&left), a);
            proptest::prop_assert_eq!(join(&right), b);
        }
    }
}
