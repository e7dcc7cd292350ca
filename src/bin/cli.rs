//! The `recoupe` command: the engine for terminals, scripts and scoring programs.
//!
//! Bad input ends with one line on standard error and exit status 2. Output is written only once it
//! is whole, so that nobody takes half a result for one.

#[path = "cli/analyse.rs"]
mod analyse;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/extract.rs"]
mod extract;
#[path = "cli/input.rs"]
mod input;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/segment.rs"]
mod segment;

use std::io::Write;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};
use recoupe::lang::Language;

/// What a command returns: everything it prints, or one line that says what is wrong.
type Outcome = Result<Vec<u8>, String>;

/// Compares how different outlets tell one event.
#[derive(Parser)]
#[command(name = "recoupe", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lay articles side by side: what they share, how each tells it.
    Compare(compare::Arguments),
    /// Find the article in a page or a pasted text.
    Extract(extract::Arguments),
    /// Cut a text into sentences.
    Segment(input::CleanText),
    /// Find the claims of a text: who says what, how surely.
    Analyse(input::CleanText),
    /// Print the JSON schema of a comparison.
    Schema,
}

/// The language of the texts.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// Found out from the words.
    Auto,
    /// Français.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The language asked for; none where it is to be found out.
    const fn fixed(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Fr => Some(Language::French),
            Self::En => Some(Language::English),
        }
    }
}

/// The one format of commands that answer programs.
#[derive(Copy, Clone, Debug, PartialEq, Eq, ValueEnum)]
enum JsonOnly {
    /// One JSON object.
    Json,
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return answer(&error),
    };
    let outcome = match cli.command {
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Segment(arguments) => segment::run(&arguments),
        Command::Analyse(arguments) => analyse::run(&arguments),
        Command::Schema => schema::run(),
    };
    match outcome.and_then(|output| print(&output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("recoupe: {message}");
            ExitCode::from(2)
        }
    }
}

/// What was asked of the arguments themselves (`--help`, `--version`), or what is wrong with them in one line.
fn answer(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return if error.print().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let sentence = if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        "no command; name what to do".to_owned()
    } else {
        let rendered = error.to_string().replace("\n\n  tip:", ";");
        let said = rendered.split("\n\nUsage:").next().unwrap_or_default();
        let said = said.split("\n\nFor more").next().unwrap_or_default();
        said.trim_start_matches("error: ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    eprintln!("recoupe: {sentence}; see `recoupe --help`");
    ExitCode::from(2)
}

/// Writes a whole output; a reader that goes away early (`| head`) is no error.
fn print(output: &[u8]) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(output).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(()),
    }
}

/// A value as one JSON object and a line end.
fn json(value: &impl serde::Serialize) -> Outcome {
    let mut bytes = serde_json::to_vec(value).map_err(|error| format!("JSON: {error}"))?;
    bytes.push(b'\n');
    Ok(bytes)
}
