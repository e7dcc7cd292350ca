//! The dateline of an agency's paragraph: « MOSCOU, 21 oct (AFP) – », "WASHINGTON (Reuters) —", "Leeds, Oct 21, 2016 -".
//!
//! A dateline is a paragraph's head up to a dash: a place, then perhaps a day and an agency in brackets, and nothing
//! else. A head that is no more than capitalised words and a dash may be any name; it counts only where the place is
//! written in capitals or an agency or a day stands beside it. It stays in the text, where its outlet put it: only what
//! it tells is read. No claim begins with it, as the dispatch does not tell it but bears it.

use time::Date;

use super::{Article, Block, BlockKind, date};
use crate::lang::{Lexicon, List};
use crate::text::{Span, Token, TokenKind};

/// A dateline ends within so many characters.
const HEAD_CHARS: usize = 90;
/// A place has not more words: "STRATFORD-UPON-AVON, England".
const PLACE_WORDS: usize = 5;

/// What a dateline tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Where it was written, as written.
    pub place: String,
    /// The agency.
    pub agency: Option<String>,
    /// The day, where the year is given.
    pub date: Option<Date>,
    /// One past it, its dash and the blanks behind, in bytes.
    pub end: usize,
}

/// The datelines that an article's paragraphs and lead begin with, up to the words of the dispatch, in order.
pub fn datelines(article: &Article, lexicon: &Lexicon) -> Vec<Span> {
    let bearing = |block: &&Block| matches!(block.kind, BlockKind::Lead | BlockKind::Paragraph);
    let of_block = |block: &Block| {
        let found = dateline(block.span.of(&article.text), lexicon)?;
        Some(Span::new(block.span.start, block.span.start + found.end))
    };
    article.blocks.iter().filter(bearing).filter_map(of_block).collect()
}

/// The dateline that a paragraph begins with.
pub(super) fn dateline(paragraph: &str, lexicon: &Lexicon) -> Option<Dateline> {
    let limit = paragraph.char_indices().nth(HEAD_CHARS).map_or(paragraph.len(), |(at, _)| at);
    let end = dash(&paragraph[..limit])?;
    let head = &paragraph[..end];
    let tokens = lexicon.tokens(head);
    let place_end = place_tokens(&tokens, head, lexicon)?;
    let place = &head[tokens[0].span.start..tokens[place_end - 1].span.end];
    let rest = &tokens[place_end..];
    let agency = agency(rest, head, lexicon);
    let dated = rest.iter().any(|it| lexicon.list(List::Months).has(&it.fold));
    let plain = outside_brackets(rest).all(|it| is_plain(it, lexicon));
    let told = is_loud(place) || agency.is_some() || dated;
    let is_dash = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―');
    let end = paragraph.len() - paragraph[end..].trim_start_matches(is_dash).len();
    let date = date::first(head, lexicon).map(|(date, _)| date);
    (plain && told).then(|| Dateline { place: place.to_owned(), agency, date, end })
}

/// Where the dash of a dateline stands: between blanks, or a long one.
fn dash(head: &str) -> Option<usize> {
    let long = head.find(['–', '—', '―']);
    let short = [" - ", " -- ", ") -"].iter().filter_map(|dash| head.find(dash)).map(|at| at + 1).min();
    long.into_iter().chain(short).min()
}

/// How many tokens the place takes: capitalised words and what joins them, up to a comma before a day, a bracket or
/// the end.
fn place_tokens(tokens: &[Token], head: &str, lexicon: &Lexicon) -> Option<usize> {
    let is_day = |token: &Token| {
        token.kind == TokenKind::Number
            || lexicon.list(List::Months).has(&token.fold)
            || lexicon.list(List::Weekdays).has(&token.fold)
    };
    let stops = |token: &Token| matches!(token.fold.as_str(), "(" | "[" | "/" | ":") || is_day(token);
    let mut end = tokens.iter().position(stops).unwrap_or(tokens.len());
    while end > 0 && (tokens[end - 1].kind == TokenKind::Mark || is_day_lead(&tokens[end - 1], head)) {
        end -= 1;
    }
    let place = &tokens[..end];
    let words = place.iter().filter(|it| it.is_word()).count();
    let joined = |it: &Token| it.is_capitalised(head) || matches!(it.fold.as_str(), "," | "." | "-" | "'" | "’");
    let small = |it: &Token| it.is_word() && !it.is_capitalised(head) && it.span.len() <= 3;
    let fits = (1..=PLACE_WORDS).contains(&words) && place.iter().all(|it| joined(it) || small(it));
    (fits && place[0].is_capitalised(head)).then_some(end)
}

/// « le » before a day, in small letters.
fn is_day_lead(token: &Token, head: &str) -> bool {
    token.is_word() && !token.is_capitalised(head) && token.span.len() <= 2
}

/// Marks, days, and small words between them.
fn is_plain(token: &Token, lexicon: &Lexicon) -> bool {
    let listed =
        [List::Months, List::Weekdays, List::FunctionWords].iter().any(|&list| lexicon.list(list).has(&token.fold));
    token.kind != TokenKind::Word || listed
}

/// What stands in brackets may be anything: « NEW YORK (Nations unies) (AFP) – ».
fn outside_brackets(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    let mut depth = 0_usize;
    tokens.iter().filter(move |token| {
        match token.fold.as_str() {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    })
}

/// The agency in brackets, or after a slash: "(AFP)", "(Reuters)", "/AP/".
fn agency(tokens: &[Token], head: &str, lexicon: &Lexicon) -> Option<String> {
    let list = lexicon.list(List::Agencies);
    (1..tokens.len()).find_map(|at| {
        let hit = list.at(tokens, at)?;
        let last = &tokens[at + hit.length_tokens - 1];
        let bracketed = matches!(tokens[at - 1].fold.as_str(), "(" | "[" | "/");
        bracketed.then(|| head[tokens[at].span.start..last.span.end].to_owned())
    })
}

/// Whether a place is in capitals: as many letters as a word has at least, and none small.
fn is_loud(place: &str) -> bool {
    const LEAST_LETTERS: usize = 3;
    let first = place.split([',', ' ']).next().unwrap_or_default();
    // « L'ONU – … » opens a sentence.
    let elided = first.contains(['\'', '’']);
    let letters = || first.chars().filter(|c| c.is_alphabetic());
    !elided && letters().count() >= LEAST_LETTERS && letters().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Lexica};

    fn show(text: &str, language: Language) -> String {
        let lexica = Lexica::built_in();
        dateline(text, lexica.of(language)).map_or("-".to_owned(), |it| {
            let date = it.date.map_or("-".to_owned(), |date| date.to_string());
            format!("{} | {} | {date}", it.place, it.agency.unwrap_or("-".into()))
        })
    }

    #[test]
    fn french_datelines() {
        for (text, told) in [
            ("MOSCOU, 21 oct (AFP) – Le ministre a parlé.", "MOSCOU | AFP | -"),
            ("MOSCOU, 21 oct 2016 (AFP) - Le ministre a parlé.", "MOSCOU | AFP | 2016-10-21"),
            ("PARIS (Reuters) — Le Sénat a voté la loi.", "PARIS | Reuters | -"),
            ("Genève, le 3 mars 2020 (ATS) – La réunion a pris fin.", "Genève | ATS | 2020-03-03"),
            ("SAINT-DENIS – Le maire a démissionné.", "SAINT-DENIS | - | -"),
            ("Bruxelles (Belga) - La Commission a tranché.", "Bruxelles | Belga | -"),
            ("RIO DE JANEIRO, 4 août (EFE) – La ville attend.", "RIO DE JANEIRO | EFE | -"),
            ("NEW YORK (Nations unies) (AFP) – Le Conseil s'est réuni.", "NEW YORK | AFP | -"),
            ("Le maire – qui est aussi député – a démissionné.", "-"),
            ("Emmanuel Petit – champion du monde – a signé.", "-"),
            ("L'ONU - ou ce qu'il en reste - s'est réunie.", "-"),
            ("Lundi 21 octobre – Le pont a rouvert.", "-"),
            ("« MOSCOU (AFP) », lit-on sur la dépêche – rien d'autre.", "-"),
            ("Le pont a rouvert lundi.", "-"),
            ("", "-"),
        ] {
            assert_eq!(show(text, Language::French), told, "{text}");
        }
    }

    #[test]
    fn a_dateline_ends_where_the_dispatch_begins() {
        let lexica = Lexica::built_in();
        let text = "MOSCOU (AFP) – Trêve\n\nMOSCOU, 21 oct (AFP) –  Le ministre a parlé.\n\nIl se tait.\n\nPARIS -- La loi est votée.";
        let article = crate::article::from_plain(text);
        let found: Vec<&str> =
            datelines(&article, lexica.of(Language::French)).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["MOSCOU, 21 oct (AFP) –  ", "PARIS -- "]);
    }

    #[test]
    fn english_datelines() {
        for (text, told) in [
            ("WASHINGTON (Reuters) - The Senate voted on Monday.", "WASHINGTON | Reuters | -"),
            ("WASHINGTON (AP) — The Senate voted on Monday.", "WASHINGTON | AP | -"),
            ("PARIS, Oct 21 — The Senate voted on Monday.", "PARIS | - | -"),
            ("LEEDS, England (AP) -- A bridge reopened.", "LEEDS, England | AP | -"),
            ("BEIJING, Oct. 21, 2016 (Xinhua) -- A bridge reopened.", "BEIJING | Xinhua | 2016-10-21"),
            ("Leeds, Oct 21 (PA) - A bridge reopened.", "Leeds | PA | -"),
            ("KYIV – A bridge reopened.", "KYIV | - | -"),
            ("The bridge – shut for years – reopened.", "-"),
            ("Jane Reed - the engineer - was pleased.", "-"),
            ("NATO's bridge - the longest yet - reopened.", "-"),
            ("A bridge reopened on Monday.", "-"),
        ] {
            assert_eq!(show(text, Language::English), told, "{text}");
        }
    }
}
