//! Which news agency an article credits. It is looked for where credits stand: after « avec », "source:", a credit
//! sign, or alone in brackets; in a byline, a line of its own, a caption, or at the article's end.

use crate::lang::{Lexicon, List};
use crate::text::Token;

/// Where « avec AFP », « avec agences » or ", Associated Press" begins, after the names.
pub(super) fn with_agency(tokens: &[Token], from: usize, lexicon: &Lexicon) -> Option<usize> {
    let agency = |at: usize| {
        let article = tokens.get(at).is_some_and(|it| lexicon.list(List::FunctionWords).has(&it.fold));
        let agencies = lexicon.list(List::Agencies);
        agencies
            .at(tokens, at)
            .or_else(|| agencies.at(tokens, at + 1).filter(|_| article))
            .map(|hit| (hit.length_tokens, article))
    };
    let last = tokens.iter().rposition(Token::is_word)?;
    (from..tokens.len()).find_map(|at| {
        let parted = matches!(tokens[at].fold.as_str(), "," | "/" | "|" | "(" | "-" | "–" | "—");
        let found = match lexicon.list(List::Bylines).at(tokens, at) {
            Some(opening) if opening.entry.fields[0] == "agencies" => true,
            Some(opening) if opening.entry.fields[0] == "agency" => agency(at + opening.length_tokens).is_some(),
            // A mark alone parts a name from its agency only at the line's end.
            _ => parted && agency(at + 1).is_some_and(|(length, article)| at + length + usize::from(article) >= last),
        };
        found.then(|| tokens[at].span.start)
    })
}

pub(super) fn is_agency(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::Agencies).has(&crate::text::fold(words))
}

/// The news agency a credit line names: after an opening such as « avec », or alone with its marks.
pub(super) fn agency_in(line: &str, tokens: &[Token], lexicon: &Lexicon, opened: bool) -> Option<String> {
    let agencies = lexicon.list(List::Agencies);
    let sources = lexicon.list(List::Bylines);
    let mut before_opens = opened;
    for (at, token) in tokens.iter().enumerate() {
        let source = sources.at(tokens, at).is_some_and(|it| matches!(it.entry.fields[0], "source" | "agency"));
        let follows = tokens.get(at + 1).is_some_and(|next| next.fold == ":");
        before_opens |= source && (follows || at == 0);
        let Some(hit) = agencies.at(tokens, at) else { continue };
        let capitals = token.is_capitalised(line);
        let alone = tokens.iter().filter(|it| it.is_word()).count() <= hit.length_tokens + 1;
        if capitals && (before_opens || alone || in_brackets(tokens, at, hit.length_tokens)) {
            let last = &tokens[at + hit.length_tokens - 1];
            return Some(line[token.span.start..last.span.end].to_owned());
        }
    }
    None
}

/// The news agency that a caption gives as its source: "Source: AFP".
pub(super) fn source_agency(line: &str, lexicon: &Lexicon) -> Option<String> {
    let tokens = lexicon.tokens(line);
    let colon = tokens.iter().any(|token| token.fold == ":");
    colon.then(|| agency_in(line, &tokens, lexicon, false)).flatten()
}

fn in_brackets(tokens: &[Token], at: usize, length: usize) -> bool {
    at > 0 && tokens[at - 1].fold == "(" && tokens.get(at + length).is_some_and(|next| next.fold == ")")
}

/// The agency in brackets at a paragraph's very end: "(Reuters)".
pub(super) fn closing_agency(paragraph: &str, lexicon: &Lexicon) -> Option<String> {
    let tail = paragraph.rfind('(').filter(|_| paragraph.trim_end().ends_with(')')).map(|at| &paragraph[at..])?;
    let tokens = lexicon.tokens(tail);
    (0..tokens.len()).find_map(|at| {
        let hit = lexicon.list(List::Agencies).at(&tokens, at)?;
        let span = tokens[at].span.cover(tokens[at + hit.length_tokens - 1].span);
        in_brackets(&tokens, at, hit.length_tokens).then(|| span.of(tail).to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    #[test]
    fn an_agency_may_close_an_article() {
        let lexica = Lexica::built_in();
        let of = |text: &str| closing_agency(text, lexica.of(Language::French));
        assert_eq!(of("Le pont a rouvert lundi. (Reuters)").as_deref(), Some("Reuters"));
        assert_eq!(of("Le maire (AFP) a parlé."), None);
    }
}
