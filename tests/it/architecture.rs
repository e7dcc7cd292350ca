//! Who may import whom, and what the engine must not touch: the table of `ARCHITECTURE.md`, held by reading the sources.
//!
//! The sources are read as tokens, so that comments and strings do not count as code, nor code as comments. What stands
//! under `#[cfg(test)]` is free. Bans that clippy can express stand in `clippy.toml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The stages in the order of the data's way: each may import those before it.
const PIPELINE: [&str; 11] =
    ["text", "lang", "article", "segment", "claim", "align", "framing", "compare", "exchange", "present", "job"];

/// What the ends take of the pipeline. None sees claims or alignments but through `compare`, `exchange` and
/// `present`, so that no analysis grows in them. `lang` is there for naming a language and handing over its tables.
const ENDS: [(&str, &[&str]); 6] = [
    ("web", &["lang", "article", "exchange", "present", "job"]),
    ("worker", &["job"]),
    ("bin/cli", &["lang", "article", "compare", "exchange", "present"]),
    ("bin/app", &["web"]),
    ("bin/engine", &["worker"]),
    ("bin/cases", &["job"]),
];

/// Stages made of rules that know nothing of each other: their `mod.rs` calls them in order.
const INDEPENDENT_FILES: [&str; 2] = ["claim", "framing"];

/// What would make the engine's answer depend on anything but its input: files, clock, chance, order of hashing.
const OUTSIDE_WORLD: [&str; 13] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "rand",
    "getrandom",
    "HashMap",
    "HashSet",
    "println",
    "eprintln",
    "OffsetDateTime",
];

/// The only places that know the browser.
const PLATFORM: [&str; 2] = ["web/platform", "worker"];

/// One source file below `src/`, with slashes, and the modules that lie beside it.
struct Source<'a> {
    path: &'a str,
    siblings: BTreeSet<String>,
    code: &'a str,
}

/// A path as the code writes it, from `crate`, `recoupe`, `super` or an outer crate on.
#[derive(Debug)]
struct Named {
    parts: Vec<String>,
    line: usize,
}

/// All that a file does against the rules, one line each.
fn violations(source: &Source<'_>) -> Vec<String> {
    let tokens: TokenStream = source.code.parse().unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let tokens = without_tests(tokens);
    let mut names = Vec::new();
    collect_names(&tokens, &mut names);
    let mut literals = Vec::new();
    collect_literals(&tokens, &mut literals);
    let broken = names.iter().flat_map(|name| broken_by_name(source, name).map(|rule| (name.line, rule)));
    let worded = literals.iter().filter_map(|(text, line)| Some((*line, broken_by_literal(source.path, text)?)));
    let mut lines: Vec<_> =
        broken.chain(worded).map(|(line, rule)| format!("src/{}:{line}: {rule}", source.path)).collect();
    lines.dedup();
    lines
}

fn broken_by_name(source: &Source<'_>, name: &Named) -> impl Iterator<Item = String> {
    let absolute = resolve(source.path, &name.parts);
    let rules = [
        wrong_direction(source.path, &absolute),
        sibling_import(source, &absolute),
        outside_world(source.path, &name.parts),
        browser_outside_platform(source.path, &name.parts),
    ];
    rules.into_iter().flatten()
}

/// The stage a file belongs to: its folder, or its name; for the binaries with `bin/` before it.
fn stage(path: &str) -> String {
    let parts: Vec<_> = path.trim_end_matches(".rs").split('/').collect();
    if parts[0] == "bin" { parts[..2].join("/") } else { parts[0].to_owned() }
}

/// The modules a file lies in: `claim/date.rs` → claim, date; `claim/mod.rs` → claim.
fn module(path: &str) -> Vec<String> {
    let mut parts: Vec<_> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// The path from the root of the library on; empty for what lies outside of it.
fn resolve(path: &str, parts: &[String]) -> Vec<String> {
    let in_binary = path.starts_with("bin/");
    let mut base = module(path);
    let supers = parts.iter().take_while(|part| *part == "super").count();
    match parts[0].as_str() {
        "crate" if !in_binary => parts[1..].to_vec(),
        "recoupe" if in_binary => parts[1..].to_vec(),
        "super" if !in_binary => {
            base.truncate(base.len().saturating_sub(supers));
            base.extend_from_slice(&parts[supers..]);
            base
        }
        "self" if !in_binary => {
            base.extend_from_slice(&parts[1..]);
            base
        }
        _ => Vec::new(),
    }
}

fn wrong_direction(path: &str, absolute: &[String]) -> Option<String> {
    let from = stage(path);
    let to = absolute.first()?;
    if from == "lib" || *to == from || (!PIPELINE.contains(&to.as_str()) && !ENDS.iter().any(|(end, _)| end == to)) {
        return None;
    }
    let place = |name: &str| PIPELINE.iter().position(|stage| *stage == name);
    let allowed = match ENDS.iter().find(|(end, _)| *end == from) {
        Some((_, stages)) => stages.contains(&to.as_str()),
        None => place(to) < place(&from) && place(to).is_some(),
    };
    (!allowed).then(|| format!("`{from}` must not import `{to}`"))
}

fn sibling_import(source: &Source<'_>, absolute: &[String]) -> Option<String> {
    let own = module(source.path);
    let [family, file, ..] = &own[..] else { return None };
    let [other_family, other, ..] = absolute else { return None };
    let siblings = INDEPENDENT_FILES.contains(&family.as_str()) && family == other_family && file != other;
    (siblings && source.siblings.contains(other))
        .then(|| format!("`{family}/{file}` must not import its sibling `{other}`: what both need lies in `{family}/mod.rs` or before it"))
}

fn outside_world(path: &str, parts: &[String]) -> Option<String> {
    let full = parts.join("::");
    let is_engine = PIPELINE.contains(&stage(path).as_str());
    let banned = OUTSIDE_WORLD.iter().find(|ban| {
        full == **ban
            || full.starts_with(&format!("{ban}::"))
            || (!ban.contains("::") && parts.iter().any(|part| part == *ban))
    })?;
    is_engine.then(|| format!("the engine must not use `{banned}`"))
}

fn browser_outside_platform(path: &str, parts: &[String]) -> Option<String> {
    let browser = matches!(parts[0].as_str(), "web_sys" | "js_sys");
    let is_platform = PLATFORM.iter().any(|place| path.starts_with(place));
    (browser && !is_platform).then(|| format!("only {} name `{}`", PLATFORM.join(" and "), parts[0]))
}

/// Words live in `src/lang/data`: a literal with an accented word, or with two French function words, holds some. A letter
/// alone, as folding has it, is no word.
fn broken_by_literal(path: &str, text: &str) -> Option<String> {
    const FRENCH: [&str; 24] = [
        "le", "la", "les", "un", "une", "des", "du", "de", "dans", "sur", "avec", "pour", "par", "est", "sont", "que",
        "qui", "ce", "cette", "et", "ou", "selon", "aux", "pas",
    ];
    if !PIPELINE.contains(&stage(path).as_str()) {
        return None;
    }
    let words: Vec<_> = text.split(|letter: char| !letter.is_alphabetic()).collect();
    let accented = words.iter().any(|word| !word.is_ascii() && word.chars().count() > 1);
    let french: BTreeSet<_> = words.iter().filter(|word| FRENCH.contains(word)).collect();
    (accented || french.len() >= 2).then(|| format!("words belong in src/lang/data, found {text}"))
}

/// The tokens without items under `#[cfg(test)]` and without documentation.
fn without_tests(tokens: TokenStream) -> TokenStream {
    let mut kept = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    let mut in_test_item = false;
    while let Some(token) = rest.next() {
        // `#![doc = …]`, which `//!` stands for.
        if is_punct(&token, '#') && rest.peek().is_some_and(|next| is_punct(next, '!')) {
            rest.next();
            rest.next();
            continue;
        }
        if let (true, Some(TokenTree::Group(attribute))) = (is_punct(&token, '#'), rest.peek()) {
            let text = attribute.stream().to_string().replace(' ', "");
            in_test_item |= text == "cfg(test)";
            let dropped = in_test_item || text.starts_with("doc=");
            if dropped && attribute.delimiter() == Delimiter::Bracket {
                rest.next();
                continue;
            }
        }
        if in_test_item {
            // An item ends with its braces or with a semicolon.
            let braces = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            in_test_item = !(braces || is_punct(&token, ';'));
            continue;
        }
        kept.push(match token {
            TokenTree::Group(group) => {
                let mut inner = proc_macro2::Group::new(group.delimiter(), without_tests(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            other => other,
        });
    }
    kept.into_iter().collect()
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn collect_literals(tokens: &TokenStream, found: &mut Vec<(String, usize)>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => collect_literals(&group.stream(), found),
            TokenTree::Literal(literal) => found.push((literal.to_string(), literal.span().start().line)),
            _ => {}
        }
    }
}

/// Every path, `use` trees spread out: `crate::{a::B, c}` gives `crate::a::B` and `crate::c`.
fn collect_names(tokens: &TokenStream, found: &mut Vec<Named>) {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(ident) => {
                let line = ident.span().start().line;
                at = spread(&tokens, at, &[], line, found);
            }
            TokenTree::Group(group) => {
                collect_names(&group.stream(), found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Follows a path from the name at `at`; returns where it ends.
fn spread(tokens: &[TokenTree], mut at: usize, before: &[String], line: usize, found: &mut Vec<Named>) -> usize {
    let mut parts = before.to_vec();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(ident)) => parts.push(ident.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !parts.is_empty() => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                for branch in inner.split(|token| is_punct(token, ',')).filter(|branch| !branch.is_empty()) {
                    spread(branch, 0, &parts, line, found);
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        let follows = |offset: usize| tokens.get(at + offset).is_some_and(|token| is_punct(token, ':'));
        if !(follows(0) && follows(1)) {
            break;
        }
        at += 2;
    }
    found.push(Named { parts, line });
    at
}

fn rust_files(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            rust_files(&entry, files);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            files.push(entry);
        }
    }
    files.sort();
}

/// The modules of a file's stage: `date` for `claim/date.rs` and for `claim/date/mod.rs`.
fn modules_of_stage(src: &Path, path: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(src.join(stage(path))).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".rs").to_owned()).collect()
}

#[test]
fn the_sources_keep_to_the_rules() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    let mut found = Vec::new();
    for file in files {
        let path = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let code = fs::read_to_string(&file).unwrap();
        found.extend(violations(&Source { siblings: modules_of_stage(&src, &path), path: &path, code: &code }));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What the checker says of a made-up file.
fn said(path: &str, code: &str) -> String {
    let siblings = ["date", "entity"].map(str::to_owned).into();
    violations(&Source { path, siblings, code }).join("\n")
}

#[test]
fn wrong_directions_are_seen() {
    assert_eq!(
        said("claim/mod.rs", "use crate::{text::Span, align::{Pair, score}};"),
        "src/claim/mod.rs:1: `claim` must not import `align`"
    );
    assert!(said("lang/mod.rs", "fn f() { super::article::load() }").contains("`lang` must not import `article`"));
    assert!(said("web/app.rs", "\n\nuse crate::claim::Claim;").contains("web/app.rs:3: `web` must not import `claim`"));
    assert!(said("bin/cli/batch.rs", "use recoupe::framing::frame;").contains("`bin/cli` must not import `framing`"));
    assert!(said("compare.rs", "use crate::web::app;").contains("`compare` must not import `web`"));
    assert!(said("web/app.rs", "use crate::worker::serve;").contains("`web` must not import `worker`"));
    assert!(said("web/work.rs", "use crate::compare::compare;").contains("`web` must not import `compare`"));
    for (path, code) in [
        ("align/mod.rs", "use crate::{claim::Claim, text::Span}; use super::lang::Language; use self::score::Score;"),
        ("bin/cli/batch.rs", "use crate::claim::anything; use recoupe::compare::compare;"),
        ("bin/app.rs", "fn main() { recoupe::web::mount() }"),
        ("lib.rs", "pub mod text; pub use crate::compare::compare;"),
        (
            "text/mod.rs",
            "// use crate::align\nconst HINT: &str = \"crate::align\"; #[cfg(test)] mod tests { use crate::align::x; }",
        ),
    ] {
        assert_eq!(said(path, code), "", "{path}");
    }
}

#[test]
fn siblings_are_seen() {
    assert!(said("claim/date.rs", "use super::entity::Entity;").contains("must not import its sibling `entity`"));
    assert!(said("claim/date/parse.rs", "use crate::claim::entity::Entity;").contains("sibling `entity`"));
    assert_eq!(said("claim/mod.rs", "use entity::Entity; use self::date::Date;"), "");
    assert_eq!(said("claim/date.rs", "use super::Claim; use crate::claim::date::Year;"), "");
    assert_eq!(said("align/date.rs", "use super::entity::Entity;"), "");
}

#[test]
fn the_outside_world_is_seen() {
    for code in [
        "use std::{collections::{BTreeMap, HashMap}};",
        "fn f() { std::fs::read(\"x\"); }",
        "use std::time::Instant;",
        "fn f() { println!(\"x\"); }",
        "use rand::Rng;",
    ] {
        assert!(said("claim/mod.rs", code).contains("the engine must not use"), "{code}");
        assert_eq!(said("bin/cli/x.rs", code), "", "{code}");
    }
    assert!(said("web/app.rs", "use web_sys::Window;").contains("only web/platform and worker name `web_sys`"));
    assert_eq!(said("web/platform/dom.rs", "use web_sys::Window;"), "");
    assert_eq!(said("claim/mod.rs", "use std::collections::BTreeMap; use std::fmt; use time::Date;"), "");
}

#[test]
fn words_in_code_are_seen() {
    assert!(said("claim/mod.rs", "const VERB: &str = \"répondre\";").contains("words belong in src/lang/data"));
    assert!(said("claim/mod.rs", "fn f() { matches!(x, \"dans la\") }").contains("words belong in src/lang/data"));
    assert_eq!(
        said("claim/mod.rs", "//! é\n/// « répondre »\nconst MARK: char = '«'; #[cfg(test)] const X: &str = \"é\";"),
        ""
    );
    assert_eq!(said("claim/mod.rs", "const M: &str = \"a word or two on the way\";"), "");
    assert_eq!(said("text/fold.rs", "const E: char = 'é'; const F: &str = \"é{rest}\";"), "");
}
