//! `cargo xtask precision`: how often each highlight type is right, from the marks that people judged.
//!
//! The sheets (`docs/precision/<type>.<lang>.tsv`) hold one verdict a mark; this sorts them and makes
//! `src/framing/precision.tsv`, which the program shows beside each switch. Given development texts, it
//! first asks the program what it marks there: sheets are parted into what it still marks and what it marks no more, and
//! marks that nobody judged are shown, to be judged. Which ones is drawn with a fixed seed.

mod found;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use found::Found;
use sheet::{Count, Place, Sheet, hash};

use crate::shell::root;

const SHEETS: &str = "docs/precision";
const SUMMARY: &str = "src/framing/precision.tsv";
const HEADER: &str = "# How often a type is right, made by `cargo xtask precision` from docs/precision: type, language, judged, right, arguable\n";
/// Drawn once; another one would show other marks.
const SEED: &str = "recoupe";
/// How many marks are shown where none is said.
const SAMPLE: usize = 30;

/// What the reader of the terminal asks for.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    kind: Option<String>,
    language: Option<String>,
    sample: usize,
    pairs: bool,
    sources: Vec<PathBuf>,
}

impl Options {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut options = Self { kind: None, language: None, sample: SAMPLE, pairs: false, sources: Vec::new() };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().cloned().with_context(|| format!("`{word}` takes a value"));
            match word.as_str() {
                "--type" => options.kind = Some(value()?),
                "--lang" => options.language = Some(value()?),
                "--sample" => options.sample = value()?.parse().context("`--sample` takes a number")?,
                "--pairs" => options.pairs = true,
                unknown if unknown.starts_with("--") => bail!("`precision` does not know `{unknown}`"),
                source => options.sources.push(source.into()),
            }
        }
        Ok(options)
    }

    /// Whether marks of this type and language are asked for; `place pair` is a difference of type `place`.
    fn asks_for(&self, found: &Found) -> bool {
        let (kind, is_pair) =
            found.kind.strip_suffix(" pair").map_or((found.kind.as_str(), false), |kind| (kind, true));
        let kind = self.kind.as_deref() == Some(kind);
        kind && self.language.as_ref().is_none_or(|it| *it == found.language) && is_pair == self.pairs
    }
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let options = Options::read(arguments)?;
    let mut sheets = sheets()?;
    if !options.sources.is_empty() {
        let found = found::all(&options.sources)?;
        compare(&mut sheets, &found)?;
        print!("{}", to_judge(&sheets, &found, &options));
    }
    for sheet in &sheets {
        let file = root().join(SHEETS).join(format!("{}.{}.tsv", sheet.kind, sheet.language));
        std::fs::write(file, sheet.written())?;
    }
    std::fs::write(root().join(SUMMARY), summary(&sheets))?;
    print!("{}", table(&sheets));
    Ok(())
}

/// All sheets, by type and language.
fn sheets() -> Result<Vec<Sheet>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join(SHEETS))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "tsv"));
    files.sort();
    files.iter().map(|file| Sheet::read(file)).collect()
}

fn compare(sheets: &mut [Sheet], found: &[Found]) -> Result<()> {
    let events: BTreeSet<String> = found.iter().map(|it| it.place.event.clone()).collect();
    let made: BTreeSet<&Place> = found.iter().map(|it| &it.place).collect();
    sheets.iter_mut().try_for_each(|sheet| sheet.compare(&events, &made))
}

/// Marks of the type asked for that nobody judged, each with the line its verdict would go on.
fn to_judge(sheets: &[Sheet], found: &[Found], options: &Options) -> String {
    let judged: BTreeSet<&Place> =
        sheets.iter().flat_map(|sheet| sheet.marks.iter().chain(&sheet.gone)).map(|mark| &mark.place).collect();
    let asked = found.iter().filter(|it| options.asks_for(it));
    let mut open: BTreeMap<(String, &Place), &Found> = BTreeMap::new();
    let mut made = 0;
    for it in asked {
        made += 1;
        if !judged.contains(&it.place) {
            open.insert((hash(&format!("{SEED}\t{}", it.place.line())), &it.place), it);
        }
    }
    let mut out = String::new();
    for it in open.values().take(options.sample) {
        let _ = writeln!(out, "{} · {}\n    {}\n{}\t\t\n", it.place.article, it.place.rule, it.shown, it.place.line());
    }
    if let Some(kind) = &options.kind {
        let _ = writeln!(out, "{kind}: {made} marked, {} of them not judged\n", open.len());
    }
    out
}

/// The file that the program reads.
fn summary(sheets: &[Sheet]) -> String {
    let mut out = HEADER.to_owned();
    for sheet in sheets {
        let Count { judged, right, arguable } = sheet.count();
        let _ = writeln!(out, "{}\t{}\t{judged}\t{right}\t{arguable}", sheet.kind, sheet.language);
    }
    out
}

/// What the judge sees: what counts, what does not and why.
fn table(sheets: &[Sheet]) -> String {
    let mut out =
        String::from("type         lang   right  arguable  judged   | where mended: right of judged | gone\n");
    for sheet in sheets {
        let (count, mended) = (sheet.count(), sheet.count_mended());
        let _ = writeln!(
            out,
            "{:<13}{:<5}{:>7}{:>10}{:>8}   | {:>8} of {:<19} | {}",
            sheet.kind,
            sheet.language,
            count.right,
            count.arguable,
            count.judged,
            mended.right,
            mended.judged,
            sheet.gone.len()
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_what_the_sheets_make() {
        let sheets = sheets().unwrap();
        let file = std::fs::read_to_string(root().join(SUMMARY)).unwrap();
        assert_eq!(file, summary(&sheets), "run `cargo xtask precision`");
        for sheet in sheets {
            let file = root().join(SHEETS).join(format!("{}.{}.tsv", sheet.kind, sheet.language));
            assert_eq!(std::fs::read_to_string(file).unwrap(), sheet.written(), "run `cargo xtask precision`");
        }
    }

    #[test]
    fn options_are_read_in_any_order() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let options = Options::read(&words("flood --type speech --lang fr --sample 5 strike --pairs")).unwrap();
        assert_eq!((options.sample, options.pairs, options.sources.len()), (5, true, 2));
        assert!(Options::read(&words("--typ speech")).is_err());
        assert!(Options::read(&words("--type")).is_err());
    }
}
