//! `cargo xtask`: sets up what building, serving and testing Recoupe needs, and does it.
//!
//! Trunk is the one build path (`Trunk.toml`, `index.html`); this program brings the tools to it, then compresses,
//! serves and checks what came out. It needs rustup alone; see [`setup`] for what it looks for and where it puts it.

mod checks;
mod dist;
#[cfg(feature = "fit")]
mod fit;
mod page;
mod precision;
mod server;
mod setup;
mod shell;
mod tables;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [--port N]   builds the application and serves it on this computer (port 8080)
cargo xtask test               runs every check and test
cargo xtask check              the quick ones: formatting, lints, native tests
cargo xtask build              builds dist/, ready for any web server
cargo xtask bench              measures the engine's speed
cargo xtask tables [--check]   makes the lexical tables anew, or says whether they are as it would make them
cargo xtask fit-alignment DIR… fits the weights of alignment on annotated events
cargo xtask precision [PATH…]  sums up the judged marks of docs/precision; with events or texts (.jsonl), compares them
                               with what is marked now; --type T shows unjudged marks to judge (--lang L,
                               --sample N, --pairs for differences between articles)

serve --no-build serves dist/ as it is; --port 0 takes any free port.";

const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    if !matches!(command, "serve" | "tables" | "fit-alignment" | "precision") && !rest.is_empty() {
        bail!("`cargo xtask {command}` takes nothing more, found `{}`.\n\n{USAGE}", rest.join(" "));
    }
    match command {
        "serve" => serve(rest)?,
        "test" => return Ok(checks::run(&checks::every())),
        "check" => return Ok(checks::run(&checks::quick())),
        "build" => dist::build()?,
        "bench" => shell::run(shell::cargo().args(["bench", "--bench", "pipeline", "--features", "cli"]))?,
        "tables" => tables::run(rest).map_err(anyhow::Error::msg)?,
        "fit-alignment" => fit_alignment(rest)?,
        "precision" => precision::run(rest)?,
        "help" | "--help" | "-h" => println!("{USAGE}"),
        unknown => bail!("There is no `cargo xtask {unknown}`.\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the files of `src/align/model/` anew from the events in the folders named.
#[cfg(feature = "fit")]
fn fit_alignment(folders: &[String]) -> Result<()> {
    let folders: Vec<std::path::PathBuf> = folders.iter().map(Into::into).collect();
    let fit::Fitted { weights, trees, reliability } = fit::fit(&folders)?;
    for (name, text) in [("weights", weights), ("trees", trees), ("reliability", reliability)] {
        std::fs::write(format!("src/align/model/{name}.tsv"), text)?;
    }
    Ok(())
}

/// Builds this program with the engine in it, and runs that.
#[cfg(not(feature = "fit"))]
fn fit_alignment(folders: &[String]) -> Result<()> {
    if folders.is_empty() {
        bail!(
            "`fit-alignment` takes the folders of annotated events, each with event.json, gold.json and texts.\n\n{USAGE}"
        );
    }
    let build = ["run", "--quiet", "--release", "--package", "xtask", "--features", "fit", "--", "fit-alignment"];
    shell::run(shell::cargo().args(build).args(folders))
}

/// Takes the port first, so that a taken one is told before the build and not after.
fn serve(arguments: &[String]) -> Result<()> {
    let options = ServeOptions::read(arguments)?;
    let server = server::Server::bind(options.port)?;
    if options.build {
        dist::build_if_changed()?;
    }
    let address = server.address();
    println!("\nRecoupe is at {address} (Ctrl+C stops it)");
    server.run(&dist::folder())
}

#[derive(Debug, PartialEq, Eq)]
struct ServeOptions {
    port: u16,
    build: bool,
}

impl ServeOptions {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: DEFAULT_PORT, build: true };
        let mut words = arguments.iter().flat_map(|argument| argument.splitn(2, '='));
        while let Some(word) = words.next() {
            match word {
                "--no-build" => options.build = false,
                "--port" => options.port = port(words.next())?,
                unknown => bail!("`serve` does not know `{unknown}`.\n\n{USAGE}"),
            }
        }
        Ok(options)
    }
}

fn port(word: Option<&str>) -> Result<u16> {
    match word.map(str::parse) {
        Some(Ok(port)) => Ok(port),
        _ => bail!("`--port` takes a number from 0 to 65535, as in `--port 8081`."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<ServeOptions> {
        ServeOptions::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn serve_reads_both_spellings_of_the_port() {
        assert_eq!(read("--port 81").unwrap(), ServeOptions { port: 81, build: true });
        assert_eq!(read("--port=81 --no-build").unwrap(), ServeOptions { port: 81, build: false });
        assert_eq!(read("").unwrap(), ServeOptions { port: DEFAULT_PORT, build: true });
    }

    #[test]
    fn serve_refuses_what_it_does_not_know() {
        for line in ["--port", "--port 70000", "--port x", "--prot 1"] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
