//! What lines of prose tell about their article: who signs it, which agency it comes from, when it was published.
//!
//! A line is a byline when it is short, begins as bylines do (`bylines.tsv`) and goes on with a name.

use time::Date;

use super::agency::{agency_in, is_agency, with_agency};
use super::date;
use crate::lang::{Lexicon, List};
use crate::text::{Token, TokenKind};

/// Longer lines are prose, not credits.
const BYLINE_CHARS: usize = 140;

/// Shorter openings of a stamp are words of any sentence: « le », "on", in bytes.
const OPENING_BYTES: usize = 3;

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
    /// Whether it is a stamp that gives no full date: « Publié hier à 18h30 », "2 hours ago".
    pub stamp: bool,
}

impl Credit {
    /// Whether the line tells a time and nothing that lasts.
    pub(super) fn is_stamp(&self) -> bool {
        self.stamp && self.byline.is_none() && self.agency.is_none() && self.date.is_none()
    }

    /// Whether the line tells nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.byline.is_none() && self.agency.is_none() && self.date.is_none() && !self.stamp
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
    let agency_at = with_agency(&tokens, after, lexicon);
    let end = [Some(stamp), agency_at, name_end(&tokens, after, line)].into_iter().flatten().min().unwrap_or(stamp);
    let name = Name { line, tokens: &tokens, lexicon, end };
    let byline = match kind {
        "author" => name.from(after).filter(|it| !is_agency(it, lexicon)),
        "place" => name.from(after).map(|_| name.whole(first)),
        "" if stamp > end || agency_at.is_some() => name.alone(first),
        _ => None,
    };
    let stamped = matches!(kind, "published" | "updated") || byline.is_some() || is_stamp(&tokens, lexicon);
    let timed = matches!(kind, "published" | "updated") && opening.is_some_and(|it| it.entry.key.len() > OPENING_BYTES);
    Credit {
        agency: agency_in(
            line,
            &tokens,
            lexicon,
            agency_at.is_some() || matches!(kind, "agency" | "source" | "author" | "place" | "team"),
        ),
        date: found.filter(|_| stamped).map(|(date, _)| date),
        updated: kind == "updated",
        stamp: kind == "from" || tells_time(&tokens, timed, lexicon),
        byline,
    }
}

/// Whether a line is no more than the opening of a byline: « Par », "Written by:".
pub(super) fn opens_byline(line: &str, lexicon: &Lexicon) -> bool {
    let tokens = lexicon.tokens(line);
    let opening = lexicon.list(List::Bylines).at(&tokens, 0).filter(|it| it.entry.fields[0] == "author");
    opening.is_some_and(|it| tokens[it.length_tokens..].iter().all(|token| token.kind == TokenKind::Mark))
}

/// The names that a line is made of, where it is known to sign.
pub(super) fn signature(line: &str, lexicon: &Lexicon) -> Option<String> {
    let tokens = lexicon.tokens(line);
    let end = name_end(&tokens, 0, line).unwrap_or(line.len());
    Name { line, tokens: &tokens, lexicon, end }.alone(0)
}

/// Whether a short line tells a time and nothing else: « Publié hier à 18h30 », "Updated 2 hours ago", « il y a 3 jours ».
fn tells_time(tokens: &[Token], opened: bool, lexicon: &Lexicon) -> bool {
    const STAMP_WORDS: usize = 9;
    let words = tokens.iter().filter(|it| it.is_word()).count();
    let says = |kind: &str| {
        let all = |at: usize| lexicon.list(List::DateWords).at(tokens, at);
        (0..tokens.len()).any(|at| all(at).is_some_and(|it| it.entry.fields[0].split('|').any(|it| it == kind)))
    };
    let number = tokens.iter().any(|it| it.kind == TokenKind::Number);
    let relative = number && words <= STAMP_WORDS / 2 + 1 && (says("ago_after") || says("ago_before"));
    relative || opened && words <= STAMP_WORDS && (number || says("day"))
}

/// Where a name ends at the latest: before a handle, an address, or what parts it from more.
fn name_end(tokens: &[Token], from: usize, line: &str) -> Option<usize> {
    let rest = tokens.get(from..)?;
    let parts = |it: &&Token| matches!(it.fold.as_str(), "|" | "•" | "·" | ";" | "@");
    let at = rest.iter().find(parts)?.span.start;
    // What stands before the sign of an address is part of it.
    Some(line[..at].rfind(char::is_whitespace).filter(|_| line[at..].starts_with('@')).map_or(at, |blank| blank + 1))
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
        let capitals = words.take(6).filter(|it| it.is_capitalised(self.line));
        // Two initials are a name as well.
        let named = capitals.map(|it| it.span.len()).sum::<usize>() > 1;
        let start = self.tokens.get(at)?.span.start;
        named.then(|| self.trimmed(start)).filter(|it| !it.is_empty())
    }

    /// The words before the stamp or agency where they are names and nothing else: "Ann Reed | 3 March 2020".
    fn alone(&self, first: usize) -> Option<String> {
        const NAME_WORDS: std::ops::RangeInclusive<usize> = 2..=7;
        const OTHER: [List; 6] =
            [List::Boilerplate, List::Bylines, List::Places, List::Months, List::Weekdays, List::Titles];
        let inside = self.tokens[first..].iter().filter(|it| it.span.end <= self.end);
        let words: Vec<&Token> = inside.filter(|it| it.kind != TokenKind::Mark).collect();
        let small = |it: &Token| self.lexicon.list(List::FunctionWords).has(&it.fold);
        let is_name = |it: &&Token| {
            let known = OTHER.iter().any(|&list| self.lexicon.list(list).has(&it.fold));
            it.kind == TokenKind::Word && (small(it) || it.is_capitalised(self.line) && !known)
        };
        let named = words.first().is_some_and(|it| it.is_capitalised(self.line)) && words.iter().any(|it| !small(it));
        (named && NAME_WORDS.contains(&words.len()) && words.iter().all(is_name)).then(|| self.whole(first))
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
        let words = &self.line[first.span.start..last.span.end];
        let after = &self.line[last.span.end..];
        // An initial keeps its full stop, an open bracket its other half.
        let initial = after.starts_with('.') && last.span.len() == 1;
        let bracket = after.starts_with(')') && words.matches('(').count() > words.matches(')').count();
        self.line[first.span.start..last.span.end + usize::from(initial || bracket)].to_owned()
    }

    fn leads_over(&self, token: &Token) -> bool {
        let small = !token.is_capitalised(self.line) && self.lexicon.list(List::FunctionWords).has(&token.fold);
        token.kind == TokenKind::Mark
            || small
            || self.lexicon.list(List::Bylines).has(&token.fold) && !token.is_capitalised(self.line)
    }
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
        let Credit { byline, agency, date, stamp, .. } = credit(line, lexica.of(language));
        let date = date.map(|it| it.to_string()).or(stamp.then(|| "stamp".into()));
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
            "Par Anne Morel (à Lyon, envoyée spéciale)",
            "Par Anne Morel, Luc Petit et Zoé Blanc",
            "Par Anne Morel @annemorel",
            "Par Anne Morel anne.morel@courrier.example",
            "Par A. M. avec agences",
            "Anne Morel avec AFP",
            "Anne Morel (avec l'AFP)",
            "Anne Morel | 3 mars 2020",
            "Texte de Luc Petit, photos de Zoé Blanc",
            "Propos recueillis par Anne Morel",
            "Le Courrier avec Reuters",
            "Publié le 03/03/2020 à 14h05",
            "Publié le mardi 3 mars 2020 à 10:12, mis à jour à 11:00",
            "Mis à jour le 1er mars 2020",
            "Publié hier à 18h30",
            "Il y a 2 heures",
            "AFP",
            "© AFP",
            "Avec Belga",
            "Le pont d'Avignon rouvre",
            "Les Alpes avec leurs sommets",
            "Publié aux éditions du Port",
            "Il y a du monde sur le pont",
            "Le 21 octobre sera férié",
            "Selon la police",
            "Par ici la monnaie",
            "Mars et Vénus | le grand retour",
            "Source de vie",
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
        Par Anne Morel (à Lyon, envoyée spéciale) → Anne Morel (à Lyon, envoyée spéciale) | - | -
        Par Anne Morel, Luc Petit et Zoé Blanc → Anne Morel, Luc Petit et Zoé Blanc | - | -
        Par Anne Morel @annemorel → Anne Morel | - | -
        Par Anne Morel anne.morel@courrier.example → Anne Morel | - | -
        Par A. M. avec agences → A. M. | - | -
        Anne Morel avec AFP → Anne Morel | AFP | -
        Anne Morel (avec l'AFP) → Anne Morel | AFP | -
        Anne Morel | 3 mars 2020 → Anne Morel | - | 2020-03-03
        Texte de Luc Petit, photos de Zoé Blanc → Luc Petit, photos de Zoé Blanc | - | -
        Propos recueillis par Anne Morel → Anne Morel | - | -
        Le Courrier avec Reuters → - | Reuters | -
        Publié le 03/03/2020 à 14h05 → - | - | 2020-03-03
        Publié le mardi 3 mars 2020 à 10:12, mis à jour à 11:00 → - | - | 2020-03-03
        Mis à jour le 1er mars 2020 → - | - | 2020-03-01
        Publié hier à 18h30 → - | - | stamp
        Il y a 2 heures → - | - | stamp
        AFP → - | AFP | -
        © AFP → - | AFP | -
        Avec Belga → - | Belga | -
        Le pont d'Avignon rouvre → - | - | -
        Les Alpes avec leurs sommets → - | - | -
        Publié aux éditions du Port → - | - | -
        Il y a du monde sur le pont → - | - | -
        Le 21 octobre sera férié → - | - | -
        Selon la police → - | - | -
        Par ici la monnaie → - | - | -
        Mars et Vénus | le grand retour → - | - | -
        Source de vie → - | - | -
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
            "By Ann Reed, Tom Hall and Zoe White",
            "By Ann Reed, Health Editor",
            "By Ann Reed @annreed",
            "By Ann Reed and Tom Hall | Staff",
            "By Ann Reed • 3 March 2020",
            "ANN REED, Associated Press",
            "Ann Reed | March 3, 2020",
            "By A. J. Reed",
            "Published 3 March 2020 10:12 GMT",
            "Tuesday, March 3, 2020 10:12 EDT",
            "03/21/2020",
            "Tue, 03 Mar 2020 10:12:00 +0200",
            "2020-03-03T10:12:00Z",
            "Updated 2 hours ago",
            "3 days ago",
            "Posted yesterday at 5pm",
            "(AP)",
            "Source: Reuters",
            "Reporting from Leeds",
            "(Reporting by Ann Reed; Editing by Tom Hall)",
            "By hook or by crook",
            "On the road again",
            "A long time ago in Leeds",
            "Published authors meet in Leeds",
            "With friends like these",
            "May the fourth",
            "Updated guidance for schools",
            "From Leeds with love",
            "Latest News | 3 March 2020",
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
        By Ann Reed, Tom Hall and Zoe White → Ann Reed, Tom Hall and Zoe White | - | -
        By Ann Reed, Health Editor → Ann Reed, Health Editor | - | -
        By Ann Reed @annreed → Ann Reed | - | -
        By Ann Reed and Tom Hall | Staff → Ann Reed and Tom Hall | - | -
        By Ann Reed • 3 March 2020 → Ann Reed | - | 2020-03-03
        ANN REED, Associated Press → ANN REED | Associated Press | -
        Ann Reed | March 3, 2020 → Ann Reed | - | 2020-03-03
        By A. J. Reed → A. J. Reed | - | -
        Published 3 March 2020 10:12 GMT → - | - | 2020-03-03
        Tuesday, March 3, 2020 10:12 EDT → - | - | 2020-03-03
        03/21/2020 → - | - | 2020-03-21
        Tue, 03 Mar 2020 10:12:00 +0200 → - | - | 2020-03-03
        2020-03-03T10:12:00Z → - | - | 2020-03-03
        Updated 2 hours ago → - | - | stamp
        3 days ago → - | - | stamp
        Posted yesterday at 5pm → - | - | stamp
        (AP) → - | AP | -
        Source: Reuters → - | Reuters | -
        Reporting from Leeds → - | - | stamp
        (Reporting by Ann Reed; Editing by Tom Hall) → Ann Reed | - | -
        By hook or by crook → - | - | -
        On the road again → - | - | -
        A long time ago in Leeds → - | - | -
        Published authors meet in Leeds → - | - | -
        With friends like these → - | - | -
        May the fourth → - | - | -
        Updated guidance for schools → - | - | -
        From Leeds with love → - | - | -
        Latest News | 3 March 2020 → - | - | 2020-03-03
        By the river → - | - | -
        Updated: 3 Mar 2020, 19:11 → - | - | 2020-03-03
        With files from The Canadian Press → - | The Canadian Press | -
        ");
    }

    #[test]
    fn lines_that_begin_like_credits_tell_nothing() {
        let french = [
            "Par amour du risque",
            "Par temps de pluie",
            "Par quatre chemins",
            "Par la fenêtre du train",
            "Avec ou sans permis",
            "Avec vue sur la Loire",
            "De notre temps",
            "De nos jours à Lyon",
            "Source d'ennuis",
            "Texte intégral de la loi",
            "Photo de famille",
            "Mis à jour ou mis au rebut",
            "Agence postale fermée",
            "Propos déplacés",
            "Signé de la main du maire",
            "Le 14 juillet à Lyon",
            "Il y a pont et pont",
            "Entre deux agences",
        ];
        let english = [
            "By the way",
            "By and large",
            "By land and sea",
            "By night in the park",
            "From bad to worse",
            "With or without you",
            "Source of the river",
            "Reporting for duty",
            "Updated rules for drivers",
            "Published at last",
            "Posted overseas",
            "Written in stone",
            "Photo finish in Leeds",
            "March of the penguins",
            "May we help you",
            "On Monday in the park",
            "Agency workers strike",
            "Editing genes by hand",
        ];
        for (lines, language) in [(french, Language::French), (english, Language::English)] {
            for line in lines {
                assert_eq!(show(line, language), "- | - | -", "{line}");
            }
        }
    }
}
