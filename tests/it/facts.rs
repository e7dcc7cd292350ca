//! Certainty, names, quantities and dates: documents of sentences, one a line, each with what is read in it below it.
//! A sentence with nothing below looks like one that has something and has not.

use std::fmt::Write as _;

use recoupe::article::Article;
use recoupe::claim::{Claims, Precision, extract};
use recoupe::lang::{Language, Lexica};
use recoupe::segment::segment;
use recoupe::text::Span;

use crate::attribution::{article, holds};

static LEXICA: std::sync::LazyLock<Lexica> = std::sync::LazyLock::new(Lexica::complete);

/// Sentences that each part has in each language, at least.
const LEAST_SENTENCES: usize = 40;

/// What a part shows of an article, each finding on a line.
type Show = fn(&Article, &Claims) -> Vec<String>;

/// The document with what is read now. Each sentence is an article of its own, of Friday 21 October 2016.
fn read(document: &str, language: Language, show: Show) -> String {
    let mut out = String::new();
    for sentence in document.lines().filter(|line| !line.starts_with(' ')) {
        let date = time::Date::from_calendar_date(2016, time::Month::October, 21).ok();
        let article = Article { date, ..article(language, sentence) };
        let lexicon = LEXICA.of(language);
        let claims = extract(&article, &segment(&article, lexicon), lexicon);
        let _ = writeln!(out, "{sentence}");
        for finding in show(&article, &claims) {
            let _ = writeln!(out, "    {finding}");
        }
    }
    out
}

fn both(part: &str, show: Show) {
    for (language, name) in [(Language::French, "fr"), (Language::English, "en")] {
        holds(&format!("{part}-{name}.txt"), |document| {
            let sentences = document.lines().filter(|line| !line.starts_with(' ')).count();
            assert!(sentences >= LEAST_SENTENCES, "{part}-{name}.txt has {sentences} sentences only");
            read(document, language, show)
        });
    }
}

fn quoted(article: &Article, span: Span) -> &str {
    span.of(&article.text)
}

/// The rung of each claim that is not simply asserted, with the words that set it.
fn rungs(article: &Article, claims: &Claims) -> Vec<String> {
    let told = claims.claims.iter().filter(|it| it.certainty != recoupe::claim::Certainty::Asserted);
    let line = |claim: &recoupe::claim::Claim| {
        let cues: Vec<String> =
            claim.cues.iter().map(|cue| format!(" [{} {}]", cue.rule, quoted(article, cue.span))).collect();
        format!("{:?}{}", claim.certainty, cues.concat())
    };
    told.map(line).collect()
}

/// Each actor with its kind, its country and where it is named.
fn actors(article: &Article, claims: &Claims) -> Vec<String> {
    let line = |(at, actor): (usize, &recoupe::claim::Actor)| {
        let mentions = claims.mentions.iter().filter(|it| it.actor == at);
        let words: Vec<&str> = mentions.map(|it| quoted(article, it.span)).collect();
        let country = actor.country.as_deref().map(|code| format!(" {code}")).unwrap_or_default();
        format!("{:?}{country}: «{}»", actor.kind, words.join("» «"))
    };
    claims.actors.iter().enumerate().map(line).collect()
}

fn quantities(article: &Article, claims: &Claims) -> Vec<String> {
    let all = claims.claims.iter().flat_map(|claim| &claim.quantities);
    let line = |one: &recoupe::claim::Quantity| {
        let bound = match one.precision {
            Precision::Exact => "",
            Precision::About => "~",
            Precision::AtLeast => ">=",
            Precision::AtMost => "<=",
        };
        let upper = one.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
        let unit = one.unit.as_deref().unwrap_or("-");
        format!("{bound}{}{upper} {unit} «{}»", one.value, quoted(article, one.span))
    };
    all.map(line).collect()
}

fn dates(article: &Article, claims: &Claims) -> Vec<String> {
    let all = claims.claims.iter().flat_map(|claim| &claim.dates);
    let iso = |one: &recoupe::claim::DateMention| one.iso.clone().unwrap_or_else(|| "?".to_owned());
    all.map(|one| format!("{} {:?} «{}»", iso(one), one.precision, quoted(article, one.span))).collect()
}

#[test]
fn certainty_reads_as_written() {
    both("certainty", rungs);
}

#[test]
fn names_read_as_written() {
    both("names", actors);
}

#[test]
fn quantities_read_as_written() {
    both("quantities", quantities);
}

#[test]
fn dates_read_as_written() {
    both("dates", dates);
}
