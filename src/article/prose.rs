//! What lines of prose tell about their article: who signs it, which agency it comes from, when it was published.
//!
//! A line is a byline when it is short, begins as bylines do (`bylines.tsv`) and goes on with a name. Agencies are
//! looked for where credits stand: after « avec », "source:", a credit sign, or alone in brackets.

use time::Date;

use super::date;
use crate::lang::{Lexicon, List};
use crate::text::{Token, TokenKind};

/// Longer lines are prose, not credits.
const BYLINE_CHARS: usize = 140;
/// A dateline stands within so many characters of a paragraph's start.
const DATELINE_CHARS: usize = 80;

/// What one line tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Credit {
    /// Who signs.
    pub byline: Option<String>,
    /// The news agency, by its key as credited: `AFP`.
    pub agency: Option<String>,
    /// The day.
    pub date: Option<Date>,
    /// Whether the date is one of change, not of publication.
    pub updated: bool,
}

impl Credit {
    /// Whether the line tells nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.byline.is_none() && self.agency.is_none() && self.date.is_none()
    }
}

/// What a line that is no prose tells about its article.
pub(super) fn credit(line: &str, lexicon: &Lexicon) -> Credit {
    if line.chars().count() > BYLINE_CHARS || ends_sentence(line) {
        return Credit::default();
    }
    let tokens = lexicon.tokens(line);
    let first = tokens.iter().position(Token::is_word).unwrap_or(tokens.len());
    let opening = lexicon.list(List::Bylines).at(&tokens, first);
    let kind = opening.map_or("", |it| it.entry.fields[0]);
    let found = date::first(line, lexicon);
    let after = first + opening.map_or(0, |it| it.length_tokens);
    let stamp = found.map_or(line.len(), |(_, span)| span.start);
    let end = stamp.min(with_agency(&tokens, after, lexicon).unwrap_or(stamp));
    let name = Name { line, tokens: &tokens, lexicon, end };
    let byline = match kind {
        "author" => name.from(after).filter(|it| !is_agency(it, lexicon)),
        "place" => name.from(after).map(|_| name.whole(first)),
        _ => None,
    };
    let stamped = matches!(kind, "published" | "updated") || byline.is_some() || is_stamp(&tokens, lexicon);
    Credit {
        byline,
        agency: agency_in(line, &tokens, lexicon, matches!(kind, "agency" | "source" | "author" | "place" | "team")),
        date: found.filter(|_| stamped).map(|(date, _)| date),
        updated: kind == "updated",
    }
}

/// Where « avec AFP » begins, after the names.
fn with_agency(tokens: &[Token], from: usize, lexicon: &Lexicon) -> Option<usize> {
    (from..tokens.len()).find_map(|at| {
        let opening = lexicon.list(List::Bylines).at(tokens, at).filter(|it| it.entry.fields[0] == "agency")?;
        let next = at + opening.length_tokens;
        lexicon.list(List::Agencies).at(tokens, next).map(|_| tokens[at].span.start)
    })
}

/// A name in a byline: capitalised words up to a date or the line's end.
struct Name<'a> {
    line: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    /// Where the stamp begins.
    end: usize,
}

impl Name<'_> {
    /// The words from token `at` to the stamp, if a capitalised name is among the first of them.
    fn from(&self, at: usize) -> Option<String> {
        let words = self.tokens.get(at..)?.iter().filter(|it| it.is_word() && it.span.start < self.end);
        let named = words.take(6).any(|it| it.is_capitalised(self.line) && it.span.len() > 1);
        let start = self.tokens.get(at)?.span.start;
        named.then(|| self.trimmed(start)).filter(|it| !it.is_empty())
    }

    fn whole(&self, first: usize) -> String {
        self.trimmed(self.tokens[first].span.start)
    }

    /// Without the marks and the small words that lead over to the stamp.
    fn trimmed(&self, start: usize) -> String {
        let inside = |token: &&Token| token.span.start >= start && token.span.end <= self.end;
        let mut tokens: Vec<&Token> = self.tokens.iter().filter(inside).collect();
        while tokens.last().is_some_and(|last| self.leads_over(last)) {
            tokens.pop();
        }
        while tokens.first().is_some_and(|first| first.kind == TokenKind::Mark) {
            tokens.remove(0);
        }
        let Some((first, last)) = tokens.first().zip(tokens.last()) else { return String::new() };
        // An initial keeps its full stop.
        let stop = usize::from(self.line[last.span.end..].starts_with('.') && last.span.len() == 1);
        self.line[first.span.start..last.span.end + stop].to_owned()
    }

    fn leads_over(&self, token: &Token) -> bool {
        let small = !token.is_capitalised(self.line) && self.lexicon.list(List::FunctionWords).has(&token.fold);
        token.kind == TokenKind::Mark
            || small
            || self.lexicon.list(List::Bylines).has(&token.fold) && !token.is_capitalised(self.line)
    }
}

fn is_agency(words: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::Agencies).has(&crate::text::fold(words))
}

/// Whether a line is hardly more than a date and an hour.
fn is_stamp(tokens: &[Token], lexicon: &Lexicon) -> bool {
    let known = |token: &Token| {
        let lists = [List::Months, List::Bylines, List::FunctionWords];
        lists.iter().any(|&list| lexicon.list(list).has(&token.fold))
    };
    let other = tokens.iter().filter(|it| it.kind == TokenKind::Word && it.span.len() > 3 && !known(it));
    other.count() <= 2
}

/// The news agency a credit line names: after an opening such as « avec », or alone with its marks.
fn agency_in(line: &str, tokens: &[Token], lexicon: &Lexicon, opened: bool) -> Option<String> {
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

/// The agency in a paragraph's dateline, « MOSCOU, 21 oct (AFP) – », or at its very end, "(Reuters)".
pub(super) fn dateline_agency(paragraph: &str, lexicon: &Lexicon) -> Option<String> {
    let list = lexicon.list(List::Agencies);
    let head = paragraph.char_indices().nth(DATELINE_CHARS).map_or(paragraph, |(at, _)| &paragraph[..at]);
    let starts_loud = head.split_whitespace().next().is_some_and(is_loud);
    let tail = paragraph.rfind('(').filter(|_| paragraph.trim_end().ends_with(')')).map_or("", |at| &paragraph[at..]);
    [if starts_loud { head } else { "" }, tail].into_iter().find_map(|part| {
        let tokens = lexicon.tokens(part);
        (0..tokens.len()).find_map(|at| {
            let hit = list.at(&tokens, at)?;
            let span = tokens[at].span.cover(tokens[at + hit.length_tokens - 1].span);
            (in_brackets(&tokens, at, hit.length_tokens)).then(|| span.of(part).to_owned())
        })
    })
}

/// Whether a word is in capitals, as the place of a dateline is.
fn is_loud(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 2 && letters.clone().all(char::is_uppercase)
}

/// Whether a line marks itself as a caption or a photo credit.
pub(super) fn is_caption(line: &str, lexicon: &Lexicon) -> bool {
    let tokens = lexicon.tokens(line);
    let captions = lexicon.list(List::Captions);
    let words = tokens.iter().filter(|it| it.is_word()).count();
    (0..tokens.len()).any(|at| {
        captions.at(&tokens, at).is_some_and(|hit| match hit.entry.fields[0] {
            "start" => at == 0 && !ends_sentence(line),
            "end" => {
                let after = tokens.len() - at - hit.length_tokens;
                !ends_sentence(line) && (at == 0 || (2..8).contains(&after))
            }
            _ => words < 60,
        })
    }) || ends_in_credit(line, &tokens, lexicon)
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

/// Whether a line ends as sentences do, closing quotes and brackets left aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let end = line.trim_end_matches(|c: char| c.is_whitespace() || "\"'»”’)]*".contains(c));
    end.ends_with(['.', '!', '?', '…', '。', '؟', '।', ':']) && !end.ends_with("...:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    fn show(line: &str, language: Language) -> String {
        let lexica = Lexica::built_in();
        let Credit { byline, agency, date, .. } = credit(line, lexica.of(language));
        let date = date.map(|it| it.to_string());
        [byline, agency, date].map(|it| it.unwrap_or("-".into())).join(" | ")
    }

    #[test]
    fn french_credits() {
        let lines = [
            "Avec notre correspondante à Moscou, Muriel Pomponne",
            "De notre envoyé spécial à Lyon, Paul Martin",
            "Par Anne Morel",
            "Par Anne Morel et Luc Petit, le 3 mars 2020 à 11h46",
            "Par Anne Morel avec AFP",
            "- Avec AFP",
            "Source : AFP",
            "(Reuters)",
            "Publié le 3 mars 2020 à 14h52",
            "Par la porte du fond",
            "Avec le temps",
            "Par ailleurs, le maire a démissionné.",
        ];
        let shown: Vec<String> =
            lines.iter().map(|line| format!("{line} → {}", show(line, Language::French))).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        Avec notre correspondante à Moscou, Muriel Pomponne → Avec notre correspondante à Moscou, Muriel Pomponne | - | -
        De notre envoyé spécial à Lyon, Paul Martin → De notre envoyé spécial à Lyon, Paul Martin | - | -
        Par Anne Morel → Anne Morel | - | -
        Par Anne Morel et Luc Petit, le 3 mars 2020 à 11h46 → Anne Morel et Luc Petit | - | 2020-03-03
        Par Anne Morel avec AFP → Anne Morel | AFP | -
        - Avec AFP → - | AFP | -
        Source : AFP → - | AFP | -
        (Reuters) → - | Reuters | -
        Publié le 3 mars 2020 à 14h52 → - | - | 2020-03-03
        Par la porte du fond → - | - | -
        Avec le temps → - | - | -
        Par ailleurs, le maire a démissionné. → - | - | -
        ");
    }

    #[test]
    fn english_credits() {
        let lines = [
            "By Ann Reed",
            "By ANN REED and Tom Hall, Staff Writers",
            "By Ann Reed in Leeds",
            "By Ann Reed | March 3, 2020",
            "Reporting by Ann Reed",
            "By the river",
            "Updated: 3 Mar 2020, 19:11",
            "With files from The Canadian Press",
        ];
        let shown: Vec<String> =
            lines.iter().map(|line| format!("{line} → {}", show(line, Language::English))).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        By Ann Reed → Ann Reed | - | -
        By ANN REED and Tom Hall, Staff Writers → ANN REED and Tom Hall, Staff Writers | - | -
        By Ann Reed in Leeds → Ann Reed in Leeds | - | -
        By Ann Reed | March 3, 2020 → Ann Reed | - | 2020-03-03
        Reporting by Ann Reed → Ann Reed | - | -
        By the river → - | - | -
        Updated: 3 Mar 2020, 19:11 → - | - | 2020-03-03
        With files from The Canadian Press → - | The Canadian Press | -
        ");
    }

    #[test]
    fn datelines_name_their_agency() {
        let lexica = Lexica::built_in();
        let of = |text: &str| dateline_agency(text, lexica.of(Language::French));
        assert_eq!(of("LYON, 3 mars (AFP) – Le pont a rouvert lundi.").as_deref(), Some("AFP"));
        assert_eq!(of("Le pont a rouvert lundi. (Reuters)").as_deref(), Some("Reuters"));
        assert_eq!(of("Le maire (AFP) a parlé."), None);
    }

    #[test]
    fn captions_are_told_by_their_credit() {
        let lexica = Lexica::built_in();
        let of = |text: &str| is_caption(text, lexica.of(Language::French));
        assert!(of("Le maire sur le pont, le 3 mars 2020. REUTERS/Ann Reed"));
        assert!(of("Le maire, à Lyon, le 3 mars 2020. ANNE MOREL / AFP"));
        assert!(of("Le maire sur le pont© ANNE MOREL Source: AFP"));
        assert!(of("Crédit photo : Anne Morel"));
        assert!(!of("Le pont a rouvert lundi, selon l'AFP."));
        assert!(!of("Le maire a montré une photo du pont aux habitants."));
    }
}
