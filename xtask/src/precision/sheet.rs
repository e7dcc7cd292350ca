//! A sheet of judged marks: `docs/precision/<type>.<lang>.tsv`.
//!
//! One mark a line: event, article, start, end (code points of the article's text as the command gives it), hash of
//! the words, rule, verdict, remark. The texts are not the project's to publish: the hash says whether a text is the
//! one judged, the remark is in the judge's own words. A difference between two articles is a line as well, with
//! `r04/r05` for the article and `12/30`, `40/66` for the places. Below [`GONE`] stand marks that the program made when
//! they were judged and makes no more: kept as a record, not counted.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// Parts the marks that the program still makes from those it makes no more.
const GONE: &str = "# no longer marked";
/// Begins the line that names the events on which rules were mended: their marks are no proof, and not counted.
const MENDED_ON: &str = "# mended on:";
const COLUMNS: &str =
    "# event, article, first and last code point, hash of the words, rule, right | arguable | wrong, why";

/// Whether a careful reader would have marked the same.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Yes.
    Right,
    /// One may see it either way; does not count as right.
    Arguable,
    /// No.
    Wrong,
}

impl Verdict {
    fn named(name: &str) -> Result<Self> {
        match name {
            "right" => Ok(Self::Right),
            "arguable" => Ok(Self::Arguable),
            "wrong" => Ok(Self::Wrong),
            _ => bail!("a verdict is `right`, `arguable` or `wrong`, found `{name}`"),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Arguable => "arguable",
            Self::Wrong => "wrong",
        }
    }
}

/// What tells one mark from another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Slug of the event.
    pub event: String,
    /// Id of the article.
    pub article: String,
    /// First code point, then one past the last; two numbers parted by `/` for a difference.
    pub start: String,
    /// One past the last code point.
    pub end: String,
    /// Hash of the words, see [`hash`].
    pub words: String,
    /// The rule that made it.
    pub rule: String,
}

impl Place {
    /// As a line begins.
    pub fn line(&self) -> String {
        [&self.event, &self.article, &self.start, &self.end, &self.words, &self.rule].map(String::as_str).join("\t")
    }

    /// For sorting: where numbers count as numbers.
    fn order(&self) -> (&str, &str, usize, &Self) {
        let start = self.start.split('/').next().and_then(|number| number.parse().ok()).unwrap_or(0);
        (&self.event, &self.article, start, self)
    }
}

/// A mark with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which mark.
    pub place: Place,
    /// What it was judged to be.
    pub verdict: Verdict,
    /// Why, in the judge's words.
    pub remark: String,
}

/// How many were judged, and how.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub judged: usize,
    /// Those that are right.
    pub right: usize,
    /// Those that one may see either way.
    pub arguable: usize,
}

impl Count {
    fn of<'a>(judged: impl Iterator<Item = &'a Judged>) -> Self {
        let mut count = Self::default();
        for mark in judged {
            count.judged += 1;
            count.right += usize::from(mark.verdict == Verdict::Right);
            count.arguable += usize::from(mark.verdict == Verdict::Arguable);
        }
        count
    }
}

/// All marks of a type that were judged in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The type's stable name.
    pub kind: String,
    /// Language of the articles.
    pub language: String,
    /// Events on which rules were mended.
    pub mended_on: BTreeSet<String>,
    /// Marks that the program makes.
    pub marks: Vec<Judged>,
    /// Marks that it made once.
    pub gone: Vec<Judged>,
}

impl Sheet {
    /// Reads the file named `<type>.<lang>.tsv`.
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let (kind, language) = name.split_once('.').context("a sheet is named `<type>.<lang>.tsv`")?;
        Self::parse(kind, language, &text).with_context(|| file.display().to_string())
    }

    fn parse(kind: &str, language: &str, text: &str) -> Result<Self> {
        let mut sheet = Self { kind: kind.to_owned(), language: language.to_owned(), ..Self::default() };
        let mut gone = false;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            if let Some(events) = line.strip_prefix(MENDED_ON) {
                sheet.mended_on.extend(events.split_whitespace().map(str::to_owned));
            } else if line.starts_with('#') {
                gone |= line == GONE;
            } else {
                let mark = judged(line).with_context(|| format!("line {}", at + 1))?;
                let list = if gone { &mut sheet.gone } else { &mut sheet.marks };
                list.push(mark);
            }
        }
        sheet.sort()?;
        Ok(sheet)
    }

    /// Puts lines in order; a mark judged twice is a mistake.
    fn sort(&mut self) -> Result<()> {
        for list in [&mut self.marks, &mut self.gone] {
            list.sort_by(|one, other| one.place.order().cmp(&other.place.order()));
            let twice = list.windows(2).find(|two| two[0].place == two[1].place);
            ensure!(twice.is_none(), "judged twice: {}", twice.map(|two| two[0].place.line()).unwrap_or_default());
        }
        Ok(())
    }

    /// The file as it should stand.
    pub fn written(&self) -> String {
        let mut out = format!("{COLUMNS}\n");
        if !self.mended_on.is_empty() {
            let events: Vec<&str> = self.mended_on.iter().map(String::as_str).collect();
            writeln!(out, "{MENDED_ON} {}", events.join(" ")).expect("a string takes all that is written");
        }
        for mark in &self.marks {
            out.push_str(&line(mark));
        }
        if !self.gone.is_empty() {
            writeln!(out, "{GONE}").expect("a string takes all that is written");
        }
        for mark in &self.gone {
            out.push_str(&line(mark));
        }
        out
    }

    /// Parts anew what the program makes from what it makes no more, given what it makes in the events read.
    pub fn compare(&mut self, events: &BTreeSet<String>, made: &BTreeSet<&Place>) -> Result<()> {
        let all: Vec<(Judged, bool)> =
            self.marks.drain(..).map(|it| (it, true)).chain(self.gone.drain(..).map(|it| (it, false))).collect();
        for (mark, before) in all {
            let now = if events.contains(&mark.place.event) { made.contains(&mark.place) } else { before };
            let list = if now { &mut self.marks } else { &mut self.gone };
            list.push(mark);
        }
        self.sort()
    }

    /// What is published: marks of events on which no rule was mended.
    pub fn count(&self) -> Count {
        Count::of(self.marks.iter().filter(|mark| !self.is_mended_on(mark)))
    }

    /// Marks of events on which rules were mended.
    pub fn count_mended(&self) -> Count {
        Count::of(self.marks.iter().filter(|mark| self.is_mended_on(mark)))
    }

    fn is_mended_on(&self, mark: &Judged) -> bool {
        self.mended_on.contains(&mark.place.event)
    }
}

fn judged(line: &str) -> Result<Judged> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [event, article, start, end, words, rule, verdict, remark] = fields[..] else {
        bail!("expected 8 fields parted by tabs, found {}: `{line}`", fields.len());
    };
    ensure!(!remark.trim().is_empty(), "a verdict needs a remark");
    let [event, article, start, end, words, rule] = [event, article, start, end, words, rule].map(str::to_owned);
    let place = Place { event, article, start, end, words, rule };
    Ok(Judged { place, verdict: Verdict::named(verdict)?, remark: remark.to_owned() })
}

fn line(mark: &Judged) -> String {
    format!("{}\t{}\t{}\n", mark.place.line(), mark.verdict.name(), mark.remark)
}

/// Eight hexadecimal digits of words (FNV-1a): enough to tell whether they are those judged, not to read them.
pub fn hash(words: &str) -> String {
    let folded = words.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{folded:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "# mended on: flood\nflood\tr1\t100\t104\taaaaaaaa\tspeech/direct\tright\tquoted\n\
                         flood\tr1\t20\t24\tbbbbbbbb\tspeech/direct\twrong\ta title\nstrike\tr2\t5\t9\tcccccccc\tspeech/direct\targuable\tmay be a motto\n";

    #[test]
    fn sheets_are_written_in_order_and_read_back() {
        let sheet = Sheet::parse("speech", "fr", SHEET).unwrap();
        let starts: Vec<&str> = sheet.marks.iter().map(|mark| mark.place.start.as_str()).collect();
        assert_eq!(starts, ["20", "100", "5"]);
        assert_eq!(Sheet::parse("speech", "fr", &sheet.written()).unwrap(), sheet);
    }

    #[test]
    fn events_on_which_rules_were_mended_do_not_count() {
        let sheet = Sheet::parse("speech", "fr", SHEET).unwrap();
        assert_eq!(sheet.count(), Count { judged: 1, right: 0, arguable: 1 });
        assert_eq!(sheet.count_mended(), Count { judged: 2, right: 1, arguable: 0 });
    }

    #[test]
    fn marks_no_longer_made_are_set_apart_and_come_back() {
        let mut sheet = Sheet::parse("speech", "fr", SHEET).unwrap();
        let events = BTreeSet::from(["flood".to_owned()]);
        sheet.compare(&events, &BTreeSet::new()).unwrap();
        assert_eq!((sheet.marks.len(), sheet.gone.len()), (1, 2), "the event that was not read is left alone");
        let mut again = Sheet::parse("speech", "fr", &sheet.written()).unwrap();
        assert_eq!(again, sheet);
        let made: Vec<Place> = sheet.gone.iter().map(|mark| mark.place.clone()).collect();
        again.compare(&events, &made.iter().collect()).unwrap();
        assert_eq!(again.gone.len(), 0);
    }

    #[test]
    fn a_line_that_is_no_judgement_is_refused() {
        for line in ["a\tb\tc", "e\tr1\t1\t2\th\tr\tmaybe\twhy", "e\tr1\t1\t2\th\tr\tright\t "] {
            assert!(Sheet::parse("speech", "fr", line).is_err(), "{line}");
        }
        assert!(Sheet::parse("speech", "fr", &SHEET.repeat(2)).is_err(), "judged twice");
    }
}
