//! `cargo xtask test` and `cargo xtask check`: every step runs, whatever the others say, and is counted.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::shell::{cargo, command, root, run as run_shown, say};
use crate::{dist, server, setup};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// One check and how to run it.
pub struct Step {
    name: &'static str,
    run: fn() -> Result<Counts>,
}

/// How many tests of a step passed and failed; a step without tests counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: usize,
    failed: usize,
}

impl Counts {
    const ONE_PASSED: Self = Self { passed: 1, failed: 0 };

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What is run before each commit.
pub fn quick() -> Vec<Step> {
    vec![
        Step { name: "formatting", run: formatting },
        Step { name: "lints: command line, tests", run: lints_native },
        Step { name: "lints: browser application", run: lints_web },
        Step { name: "native tests", run: native_tests },
    ]
}

/// All there is, the quickest first.
pub fn every() -> Vec<Step> {
    vec![
        Step { name: "formatting", run: formatting },
        Step { name: "lints: engine alone", run: lints_engine },
        Step { name: "lints: command line, tests", run: lints_native },
        Step { name: "lints: browser application", run: lints_web },
        Step { name: "lints: xtask", run: lints_xtask },
        Step { name: "xtask's own tests", run: xtask_tests },
        Step { name: "native tests", run: native_tests },
        Step { name: "examples in the documentation", run: doc_tests },
        Step { name: "markup tests", run: markup_tests },
        Step { name: "WebAssembly tests", run: wasm_tests },
        Step { name: "release build", run: release_build },
        Step { name: "browser tests", run: browser_tests },
    ]
}

/// Runs the steps; the last line printed is `N passed, N failed`.
pub fn run(steps: &[Step]) -> ExitCode {
    let mut total = Counts::default();
    let mut summary = String::new();
    for step in steps {
        println!();
        say(step.name);
        let start = Instant::now();
        let (counts, complaint) = settle((step.run)());
        if let Some(complaint) = complaint {
            println!("{complaint}");
        }
        summary.push_str(&summary_line(step.name, counts, start.elapsed()));
        total.add(counts);
    }
    println!("\n{summary}\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A step that could not run, or in which nothing ran, has failed once.
fn settle(outcome: Result<Counts>) -> (Counts, Option<String>) {
    match outcome {
        Ok(counts) if counts == Counts::default() => (Counts { passed: 0, failed: 1 }, Some("No test ran.".to_owned())),
        Ok(counts) => (counts, None),
        Err(error) => (Counts { passed: 0, failed: 1 }, Some(format!("{error:#}"))),
    }
}

fn summary_line(name: &str, counts: Counts, time: Duration) -> String {
    let mark = if counts.failed == 0 { "✓" } else { "✗" };
    format!("{mark} {name:<32}{:>6} passed{:>4} failed{:>6} s\n", counts.passed, counts.failed, time.as_secs())
}

fn formatting() -> Result<Counts> {
    one(cargo().args(["fmt", "--all", "--check"]))
}

fn lints_engine() -> Result<Counts> {
    lints(&["--lib"])
}

fn lints_native() -> Result<Counts> {
    lints(&["--all-targets", "--features", "cli"])
}

fn lints_web() -> Result<Counts> {
    setup::wasm_target()?;
    let programs = ["--lib", "--bin", "app", "--bin", "engine", "--test", "wasm"];
    lints(&[&programs[..], &["--target", WASM_TARGET, "--features", "browser,engine"]].concat())
}

fn lints_xtask() -> Result<Counts> {
    lints(&["--package", "xtask", "--all-targets", "--features", "fit"])
}

fn lints(options: &[&str]) -> Result<Counts> {
    one(cargo().args(["clippy", "--quiet", "--locked"]).args(options).args(["--", "-D", "warnings"]))
}

fn native_tests() -> Result<Counts> {
    counted(cargo().args(["test", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests", "--features", "cli"]))
}

fn doc_tests() -> Result<Counts> {
    counted(cargo().args(["test", "--locked", "--doc", "--features", "cli"]))
}

/// Components rendered to HTML without a browser: the tests that only this feature compiles.
fn markup_tests() -> Result<Counts> {
    counted(cargo().args(["test", "--locked", "--no-fail-fast", "--lib", "--features", "markup", "web::"]))
}

fn xtask_tests() -> Result<Counts> {
    counted(cargo().args(["test", "--locked", "--package", "xtask"]))
}

fn wasm_tests() -> Result<Counts> {
    setup::wasm_target()?;
    let runner = setup::wasm_bindgen("wasm-bindgen-test-runner")?;
    let driver = setup::chromedriver()?;
    let mut tests = cargo();
    tests.args(["test", "--locked", "--target", WASM_TARGET, "--features", "browser", "--test", "wasm"]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("CHROMEDRIVER", driver);
    counted(tests.env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

fn release_build() -> Result<Counts> {
    dist::build_if_changed()?;
    Ok(Counts::ONE_PASSED)
}

fn browser_tests() -> Result<Counts> {
    setup::node_packages()?;
    let chromium = setup::chromium()?;
    let server = server::Server::bind(0)?;
    let address = server.address();
    // Ends with this program.
    std::thread::spawn(move || server.run(&dist::folder()));
    let mut tests = command("node");
    tests.args(["--test", "--test-reporter=spec"]).args(browser_test_files()?);
    counted(tests.env("RECOUPE_URL", address).env("RECOUPE_CHROMIUM", chromium))
}

fn browser_test_files() -> Result<Vec<PathBuf>> {
    let folder = root().join("tests/browser");
    let entries = std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

fn one(command: &mut Command) -> Result<Counts> {
    run_shown(command)?;
    Ok(Counts::ONE_PASSED)
}

/// Runs a test program, showing its output and counting the tests it reports.
fn counted(command: &mut Command) -> Result<Counts> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {command:?}"))?;
    let output = child.stdout.take().expect("standard output is piped");
    let mut counts = Counts::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        counts.add(counts_in(&line));
    }
    // A program that breaks off (a compile error, a crash) reports no failed test.
    if !child.wait()?.success() && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// What a line of output reports: Rust's `test result: ok. 3 passed; 1 failed; …`, Node's `ℹ pass 3` and `ℹ fail 1`.
fn counts_in(line: &str) -> Counts {
    if let Some(result) = line.trim().strip_prefix("test result: ") {
        let number = |label: &str| {
            result.split([';', '.']).find_map(|part| part.trim().strip_suffix(label)?.trim().parse().ok()).unwrap_or(0)
        };
        return Counts { passed: number("passed"), failed: number("failed") };
    }
    match line.trim().split(' ').collect::<Vec<_>>()[..] {
        ["ℹ", "pass", number] => Counts { passed: number.parse().unwrap_or(0), failed: 0 },
        ["ℹ", "fail" | "cancelled", number] => Counts { passed: 0, failed: number.parse().unwrap_or(0) },
        _ => Counts::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_of_rust_and_node_are_counted() {
        let rust = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.5s";
        assert_eq!(counts_in(rust), Counts { passed: 12, failed: 2 });
        assert_eq!(counts_in("ℹ pass 7"), Counts { passed: 7, failed: 0 });
        assert_eq!(counts_in("ℹ fail 3"), Counts { passed: 0, failed: 3 });
        assert_eq!(counts_in("ℹ duration_ms 3"), Counts::default());
        assert_eq!(counts_in("test web::pass ... ok"), Counts::default());
    }

    #[test]
    fn a_step_that_breaks_off_or_runs_nothing_has_failed() {
        assert_eq!(settle(Ok(Counts::default())).0.failed, 1);
        assert_eq!(settle(Err(anyhow::anyhow!("no browser"))).0.failed, 1);
        assert_eq!(settle(Ok(Counts::ONE_PASSED)).0, Counts::ONE_PASSED);
        assert_eq!(counted(&mut Command::new("false")).unwrap().failed, 1);
    }
}
