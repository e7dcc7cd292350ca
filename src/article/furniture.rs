//! What a page holds besides its article: menus, share bars, newsletter boxes, cookie notices.
//!
//! The phrases are data (`boilerplate.tsv`); this file decides when one of them speaks for the whole line.
//! A sentence that merely mentions cookies stays; one that mentions them and addresses the reader goes.

use super::LineReason;
use super::words::Words;
use crate::lang::{Language, Lexica, Lexicon, List};
use crate::text::{Token, TokenKind};

/// A sentence longer than this is not furniture because of one phrase, in characters.
const LONG_SENTENCE_CHARS: usize = 150;
/// A line longer than this is not furniture because of one phrase inside it, even where it addresses the reader.
const LONG_LINE_CHARS: usize = 250;

/// Which languages' phrases a line is held against: its own first, then the others (pages mix them).
pub(super) fn lexicons(language: Language, lexica: &Lexica) -> [&Lexicon; 2] {
    match language {
        Language::English => [lexica.of(Language::English), lexica.of(Language::French)],
        _ => [lexica.of(Language::French), lexica.of(Language::English)],
    }
}

/// The kind of furniture a line is; none where it may belong to the article.
pub(super) fn kind(words: &Words, is_sentence: bool, lexicons: &[&Lexicon]) -> Option<LineReason> {
    let apart = unglued(words.line);
    let chars = words.line.chars().count();
    let decide = |words: &Words| {
        let mut found = lexicons.iter().map(|lexicon| Found::in_line(&words.tokens_in(lexicon), lexicon));
        found.find_map(|found| found.decide(is_sentence, chars))
    };
    if apart == words.line { decide(words) } else { decide(&Words::of(&apart, words.lexicon)) }
}

/// What phrases a line holds.
#[derive(Default)]
struct Found {
    whole: Option<LineReason>,
    start: Option<LineReason>,
    within: Option<LineReason>,
    hits: usize,
    addresses_reader: bool,
}

impl Found {
    fn in_line(tokens: &[Token], lexicon: &Lexicon) -> Self {
        let list = lexicon.list(List::Boilerplate);
        let is_word = |token: &Token| token.is_word() || token.fold == "©";
        let first = tokens.iter().position(is_word).unwrap_or(0);
        // « 12 commentaires », "3. Most read".
        let numbered = tokens.iter().position(|token| token.kind == TokenKind::Word).unwrap_or(0);
        let words_end = tokens.iter().rposition(|token| token.kind == TokenKind::Word).map_or(0, |at| at + 1);
        let mut found = Self::default();
        let mut marks = Quotes::default();
        let mut counted_to = 0;
        for (at, token) in tokens.iter().enumerate() {
            let quoted = marks.next(&token.fold);
            let Some(hit) = list.at(tokens, at) else { continue };
            let (kind, place) = (LineReason::named(hit.entry.fields[0]), hit.entry.fields[1]);
            if kind.is_none() {
                found.addresses_reader |= !quoted;
                continue;
            }
            let all = (at == first || at == numbered) && at + hit.length_tokens >= words_end;
            match place {
                _ if all => found.whole = kind,
                "start" | "within" if at == first => found.start = kind,
                "within" if !quoted => found.within = found.within.or(kind),
                _ => {}
            }
            if (place == "within" || at == first) && !quoted && at >= counted_to {
                found.hits += 1;
                counted_to = at + hit.length_tokens;
            }
        }
        found
    }

    fn decide(&self, is_sentence: bool, chars: usize) -> Option<LineReason> {
        let short = !is_sentence || chars < LONG_SENTENCE_CHARS;
        let begun = self.start.filter(|_| short || self.addresses_reader || self.hits > 1);
        let held = self.within.filter(|_| short || self.hits > 1 || self.addresses_reader && chars < LONG_LINE_CHARS);
        self.whole.or(begun).or(held)
    }
}

/// Follows quotation marks: words inside them are somebody's, not the page's.
#[derive(Default)]
pub(super) struct Quotes {
    open: bool,
}

impl Quotes {
    /// Takes the next token and says whether it stands inside quotation marks.
    pub(super) fn next(&mut self, fold: &str) -> bool {
        match fold {
            "«" | "“" | "„" => self.open = true,
            "»" | "”" => self.open = false,
            "\"" => self.open = !self.open,
            _ => {}
        }
        self.open
    }
}

/// With a blank where two words were glued together, as happens when a page becomes text:
/// `NewsletterReceive` is `Newsletter Receive`.
pub(super) fn unglued(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut previous = ' ';
    for c in line.chars() {
        if c.is_uppercase() && (previous.is_lowercase() || matches!(previous, '.' | '!' | '?')) {
            out.push(' ');
        }
        out.push(c);
        previous = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<LineReason> {
        let lexica = Lexica::built_in();
        let words = Words::of(line, lexica.of(Language::French));
        kind(&words, line.ends_with('.'), &lexicons(Language::French, &lexica))
    }

    #[test]
    fn every_phrase_is_of_a_known_kind_or_addresses_the_reader() {
        let lexica = Lexica::built_in();
        for lexicon in lexicons(Language::French, &lexica) {
            for entry in lexicon.list(List::Boilerplate).entries() {
                let kind = entry.fields[0];
                assert!(kind == "address" || LineReason::named(kind).is_some(), "{}: {kind}", entry.key);
            }
        }
    }

    #[test]
    fn furniture_is_told_by_its_phrases() {
        assert_eq!(of("Publicité"), Some(LineReason::Advert));
        assert_eq!(of("Partager :"), Some(LineReason::Share));
        assert_eq!(of("NewsletterRecevez nos titres dans votre boîte mail"), Some(LineReason::Newsletter));
        assert_eq!(of("Lire aussi : Le pont rouvre lundi"), Some(LineReason::Related));
        assert_eq!(of("Il vous reste 57 % de cet article à lire."), Some(LineReason::Paywall));
        assert_eq!(of("Share this article"), Some(LineReason::Share));
        assert_eq!(of("We and our partners use cookies to improve your visit."), Some(LineReason::Cookies));
    }

    #[test]
    fn sentences_that_mention_such_things_stay() {
        let long = "Le maire a rappelé que la ville dépose, comme toutes les autres, des cookies sur les ordinateurs \
                    des habitants depuis 2012, ce que la commission juge contraire au règlement européen.";
        assert_eq!(of(long), None);
        assert_eq!(of("Le pont a rouvert lundi après deux ans de travaux."), None);
        assert_eq!(
            of(
                "« Vous ne verrez plus de cookies sur ce pont », a promis le maire devant les habitants venus nombreux, avant de couper le ruban avec les enfants des écoles de la ville."
            ),
            None
        );
    }
}
