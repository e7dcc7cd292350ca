//! What comes in: standard input and files, refused with a sentence that says what to do.

use std::io::{Error, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

use recoupe::article::{self, Article, MOST_BYTES, ReadError};
use recoupe::lang::Lexica;

use crate::{JsonOnly, Lang};

/// The name of standard input in sentences.
const STANDARD_INPUT: &str = "standard input";

/// What to read.
#[derive(clap::Args)]
pub struct Source {
    /// The file to read; standard input where none is named, or `-`.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Source {
    /// All its bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        self.file.as_deref().map_or_else(standard_input, file)
    }

    /// A sentence about what is wrong with it, its name first.
    pub fn wrong(&self, error: &ReadError) -> String {
        wrong(self.file.as_deref().unwrap_or(Path::new("-")), error)
    }
}

/// What is asked of a text that is clean already.
#[derive(clap::Args)]
pub struct CleanText {
    #[command(flatten)]
    source: Source,
    /// Language of the text.
    #[arg(long, value_enum, default_value = "auto")]
    lang: Lang,
    /// Output format.
    #[arg(long, value_enum, default_value = "json")]
    pub format: JsonOnly,
}

/// All bytes of standard input; whoever sits at a terminal is told that they are waited for.
fn standard_input() -> Result<Vec<u8>, String> {
    if std::io::stdin().is_terminal() {
        eprintln!("recoupe: waiting for a text; paste it, then press Ctrl-D on a line of its own");
    }
    all(std::io::stdin().lock(), STANDARD_INPUT)
}

/// All bytes of a file; `-` is standard input.
pub fn file(path: &Path) -> Result<Vec<u8>, String> {
    if is_standard_input(path) {
        return standard_input();
    }
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|error| refusal(&name, &error))?;
    all(file, &name)
}

/// All bytes of a place that may never end: reading stops once there are more than any article has.
fn all(source: impl Read, name: &str) -> Result<Vec<u8>, String> {
    const MEGABYTE: usize = 1_000_000;
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| refusal(name, &error))?;
    if bytes.len() > MOST_BYTES {
        return Err(format!("{name}: larger than {} MB; give the article alone", MOST_BYTES / MEGABYTE));
    }
    Ok(bytes)
}

/// A sentence about what is wrong with what a place holds.
pub fn wrong(path: &Path, error: &ReadError) -> String {
    if is_standard_input(path) { format!("{STANDARD_INPUT}: {error}") } else { format!("{}: {error}", path.display()) }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Why a place could not be read from, and what helps.
fn refusal(place: &str, error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound if place.contains("://") => {
            format!("{place}: an address, and nothing is fetched; save the page and name the saved file")
        }
        ErrorKind::NotFound => format!("{place}: no such file; check its name and folder"),
        ErrorKind::IsADirectory => format!("{place}: a folder, not a file; name the files in it one by one"),
        ErrorKind::PermissionDenied => format!("{place}: may not be read; change who may read it, or copy it"),
        _ => format!("{place}: {error}; try a copy of it"),
    }
}

impl CleanText {
    /// The article, clean already: kept as it is, whatever it holds.
    pub fn article(&self, lexica: &Lexica) -> Result<Article, String> {
        let bytes = self.source.bytes()?;
        article::read_clean(&bytes, self.lang.fixed(), lexica).map_err(|error| self.source.wrong(&error))
    }
}
