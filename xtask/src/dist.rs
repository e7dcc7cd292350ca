//! `dist/`: built by Trunk, finished ([`page`]), compressed, measured.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result};

use crate::page;
use crate::server;
use crate::setup::{self, BuildTools};
use crate::shell::{cargo, command, root, run, say};

/// What the result depends on.
const SOURCES: [&str; 9] = [
    "src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "xtask/src",
];

/// Endings of files worth compressing; images and fonts are compressed already.
const COMPRESSIBLE: [&str; 12] =
    ["html", "js", "css", "wasm", "json", "jsonld", "webmanifest", "tsv", "csv", "txt", "svg", "lex"];

/// Below this a compressed copy saves nothing: one network packet holds the file anyway.
const COMPRESSIBLE_BYTES: u64 = 512;

/// The folder that goes to the web server.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// Builds unless nothing that matters changed since the last build.
///
/// # Errors
/// See [`build`].
pub fn build_if_changed() -> Result<()> {
    if fs::read_to_string(stamp_file()).is_ok_and(|stamp| stamp == fingerprint()) {
        say("dist/ is up to date");
        return Ok(());
    }
    build()
}

/// Sets up the tools and builds.
///
/// # Errors
/// If a tool is missing and cannot be installed, or the build fails.
pub fn build() -> Result<()> {
    let start = Instant::now();
    let before = fingerprint();
    let _ = fs::remove_file(stamp_file());
    let tools = setup::build_tools()?;
    say("Building the application with Trunk");
    run(&mut trunk(&tools))?;
    page::finish(&folder())?;
    say("Comparing the articles of the first view");
    run(cargo().args(["run", "--quiet", "--locked", "--bin", "cases", "--features", "html", "--"]).arg(folder()))?;
    say("Compressing");
    let files = compress(&folder())?;
    println!("\n{}", table(&files));
    say(&format!("dist/ is ready, after {} s", start.elapsed().as_secs()));
    let stamp = stamp_file();
    fs::create_dir_all(stamp.parent().expect("the stamp lies in a folder"))?;
    fs::write(stamp, before)?;
    Ok(())
}

/// Trunk calls wasm-opt in its release mode only, and would fetch it from GitHub: where there is none, the same cargo
/// profile is asked for without that mode.
fn trunk(tools: &BuildTools) -> std::process::Command {
    let mut trunk = command(&tools.trunk);
    trunk.arg("build").env("PATH", &tools.path).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk reads NO_COLOR as true or false and stops at the usual `1`.
    trunk.env_remove("NO_COLOR");
    if tools.wasm_opt {
        trunk.arg("--release")
    } else {
        trunk.args(["--cargo-profile", "web"])
    };
    trunk
}

/// One file of `dist/` and how many bytes it takes.
struct Sized {
    /// From `dist/`, with slashes.
    name: String,
    bytes: u64,
    /// As sent to a browser that takes brotli.
    brotli_bytes: u64,
}

/// Writes `.br` and `.gz` beside every file that gains from it.
fn compress(folder: &Path) -> Result<Vec<Sized>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut sized = std::thread::scope(|scope| {
        let work = || {
            let take = || files.get(next.fetch_add(1, Ordering::Relaxed));
            std::iter::from_fn(take).map(|file| compress_file(folder, file)).collect::<Result<Vec<_>>>()
        };
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let parts = handles.into_iter().map(|handle| handle.join().expect("compressing does not panic"));
        parts.collect::<Result<Vec<_>>>().map(|parts| parts.into_iter().flatten().collect::<Vec<_>>())
    })?;
    sized.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sized)
}

fn compress_file(folder: &Path, file: &Path) -> Result<Sized> {
    let name = file.strip_prefix(folder).expect("listed below it").to_string_lossy().replace('\\', "/");
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bytes = content.len() as u64;
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if bytes < COMPRESSIBLE_BYTES || !COMPRESSIBLE.contains(&ending) {
        return Ok(Sized { name, bytes, brotli_bytes: bytes });
    }
    let brotli = brotli(&content)?;
    fs::write(beside(file, "br"), &brotli)?;
    fs::write(beside(file, "gz"), gzip(&content)?)?;
    Ok(Sized { name, bytes, brotli_bytes: brotli.len() as u64 })
}

/// `app.js` → `app.js.br`.
fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// As it is sent to a browser that takes Brotli.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let options =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &options)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Every file below a folder, folders entered in the order of their names.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() { list(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

/// What a file is, for the table of sizes, and whether the first view loads it: a comparison made beforehand is shown
/// without the articles as they came, the engine and its tables.
fn kind(name: &str) -> (&'static str, bool) {
    let ending = name.rsplit('.').next().unwrap_or_default();
    match name {
        "index.html" => ("page", true),
        "worker.js" => ("engine", false),
        _ if name.starts_with("engine") => ("engine", false),
        _ if name.starts_with("lexicon/") => ("lexicon", false),
        _ if name.starts_with("articles/") => ("articles", ending == "json"),
        _ if name.starts_with("schema/") => ("schema", false),
        _ => match ending {
            "wasm" => ("wasm", true),
            "js" => ("js", true),
            "css" => ("css", true),
            "woff2" => ("fonts", true),
            "svg" | "png" | "ico" => ("icons", true),
            _ => ("other", false),
        },
    }
}

/// Sizes by kind, then what the first view takes.
fn table(files: &[Sized]) -> String {
    const KINDS: [&str; 11] =
        ["page", "js", "wasm", "css", "fonts", "icons", "articles", "engine", "lexicon", "schema", "other"];
    let mut text = format!("{:<24}{:>12}{:>12}\n", "", "bytes", "brotli");
    let mut row = |label: &str, keep: &dyn Fn(&str) -> bool| {
        let kept: Vec<_> = files.iter().filter(|file| keep(&file.name)).collect();
        let bytes: u64 = kept.iter().map(|file| file.bytes).sum();
        let brotli_bytes: u64 = kept.iter().map(|file| file.brotli_bytes).sum();
        if bytes > 0 {
            writeln!(text, "{label:<24}{:>12}{:>12}", grouped(bytes), grouped(brotli_bytes))
                .expect("a String takes all");
        }
    };
    for wanted in KINDS {
        row(wanted, &|name| kind(name).0 == wanted);
    }
    row("first view", &|name| kind(name).1);
    text
}

/// `1234567` → `1 234 567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let groups = digits.as_bytes()[head..].chunks(3).map(|group| std::str::from_utf8(group).expect("digits"));
    let first = (head > 0).then_some(&digits[..head]);
    first.into_iter().chain(groups).collect::<Vec<_>>().join(" ")
}

fn stamp_file() -> PathBuf {
    folder().join(".built-from")
}

/// A number for the names, sizes and times of all sources, so that a change of any is seen (FNV-1a).
fn fingerprint() -> String {
    let mut files = Vec::new();
    for source in SOURCES {
        let path = root().join(source);
        if path.is_dir() {
            // An unreadable folder will be told about by the build.
            let _ = list(&path, &mut files);
        } else {
            files.push(path);
        }
    }
    let lines = files.iter().map(|file| {
        let metadata = fs::metadata(file).ok();
        let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
        let since = modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
        let bytes = metadata.map_or(0, |metadata| metadata.len());
        format!("{} {bytes} {}\n", file.display(), since.as_nanos())
    });
    server::content_hash(lines.collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(123_456), "123 456");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }

    #[test]
    fn the_table_counts_only_what_the_first_view_loads() {
        let file = |name: &str, bytes| Sized { name: name.into(), bytes, brotli_bytes: bytes / 2 };
        let table = table(&[
            file("app-1_bg.wasm", 1000),
            file("engine_bg.wasm", 4000),
            file("engine.js", 20),
            file("lexicon/en.lex", 500),
            file("lexicon/fr.lex", 600),
            file("articles/a.txt", 30),
            file("articles/event.json", 600),
        ]);
        assert!(table.contains("lexicon                        1 100         550"), "{table}");
        assert!(table.contains("engine                         4 020       2 010"), "{table}");
        assert!(table.contains("first view                     1 600         800"), "{table}");
    }
}
