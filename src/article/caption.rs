//! Captions and photo credits: told by the words that announce them (`captions.tsv`) and the agencies that close them.

use super::prose::ends_sentence;
use super::words::Words;
use crate::lang::{Lexicon, List};
use crate::text::Token;

/// Whether a line marks itself as a caption or a photo credit.
pub(super) fn is_caption(words: &Words) -> bool {
    let Words { line, tokens, lexicon } = words;
    let captions = lexicon.list(List::Captions);
    let count = tokens.iter().filter(|it| it.is_word()).count();
    (0..tokens.len()).any(|at| {
        captions.at(tokens, at).is_some_and(|hit| match hit.entry.fields[0] {
            "start" => at == 0 && !ends_sentence(line),
            "end" => {
                let after = tokens.len() - at - hit.length_tokens;
                !ends_sentence(line) && (at == 0 || (2..8).contains(&after))
            }
            _ => count < 60,
        })
    }) || ends_in_credit(line, tokens, lexicon)
}

/// « …, le 12 juillet. JEAN DUPONT / AFP », "… REUTERS/Jane Doe", "… GETTY": an agency among the last words,
/// beside a slash or after the sentence's end.
fn ends_in_credit(line: &str, tokens: &[Token], lexicon: &Lexicon) -> bool {
    const CREDIT_TOKENS: usize = 9;
    if ends_sentence(line) {
        return false;
    }
    let from = tokens.len().saturating_sub(CREDIT_TOKENS);
    (from..tokens.len()).any(|at| {
        let named = |list| lexicon.list(list).at(tokens, at);
        let Some(hit) = named(List::Agencies).or_else(|| named(List::PhotoAgencies)) else { return false };
        let slash = |at: usize| tokens.get(at).is_some_and(|it| it.fold == "/");
        let last = at + hit.length_tokens == tokens.len();
        let after_stop = tokens[from..at].iter().any(|it| it.fold == ".");
        let beside = slash(at + hit.length_tokens) || at > 0 && slash(at - 1);
        tokens[at].is_capitalised(line) && (beside || last && after_stop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    #[test]
    fn captions_are_told_by_their_credit() {
        let lexica = Lexica::built_in();
        let of = |text: &str| is_caption(&Words::of(text, lexica.of(Language::French)));
        assert!(of("Le maire sur le pont, le 3 mars 2020. REUTERS/Ann Reed"));
        assert!(of("Le maire, à Lyon, le 3 mars 2020. ANNE MOREL / AFP"));
        assert!(of("Le maire sur le pont© ANNE MOREL Source: AFP"));
        assert!(of("Crédit photo : Anne Morel"));
        assert!(!of("Le pont a rouvert lundi, selon l'AFP."));
        assert!(!of("Le maire a montré une photo du pont aux habitants."));
    }
}
