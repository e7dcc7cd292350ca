//! What building and testing need, looked for in this order: `.tools/`, PATH, else installed into `.tools/`.
//!
//! Versions are fixed: another Trunk may need another Rust, wasm-bindgen must equal the crate in `Cargo.lock`, and an old
//! wasm-opt (Debian's 108) ends cleanly while writing broken WebAssembly. Nothing here is fetched from GitHub.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::shell::{cargo, command, executable, find, output, root, run, say};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const TRUNK_VERSION: &str = "0.21.14";
const BINARYEN_VERSION: &str = "132";
const NODE_MAJOR: u32 = 20;

/// Names under which a Chromium is installed.
const CHROMIUM_NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// What Trunk needs around it.
pub struct BuildTools {
    /// The program itself.
    pub trunk: PathBuf,
    /// PATH for it: the tools of the right versions first.
    pub path: OsString,
    /// Whether a usable wasm-opt is on that PATH.
    pub wasm_opt: bool,
}

/// The git-ignored folder of tools.
fn tools_folder() -> PathBuf {
    root().join(".tools")
}

/// Finds or installs everything a build of `dist/` needs.
///
/// # Errors
/// If something is missing and cannot be installed.
pub fn build_tools() -> Result<BuildTools> {
    wasm_target()?;
    let trunk = cargo_tool("trunk", "trunk", TRUNK_VERSION, &["--locked", "--features", "rustls"])?;
    let wasm_bindgen = wasm_bindgen("wasm-bindgen")?;
    let wasm_opt = wasm_opt();
    forget_build_folder();
    let found = [Some(&wasm_bindgen), wasm_opt.as_ref(), Some(&trunk)];
    let folders = found.into_iter().flatten().filter_map(|file| file.parent().map(Path::to_owned));
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(folders.chain(std::env::split_paths(&inherited)))
        .context("a folder of tools has a name that PATH cannot hold")?;
    Ok(BuildTools { trunk, path, wasm_opt: wasm_opt.is_some() })
}

/// Adds Rust's standard library for WebAssembly where it is missing.
///
/// # Errors
/// If there is no rustup to add it with, or it fails.
pub fn wasm_target() -> Result<()> {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!("Rust's target {WASM_TARGET} is missing. Install Rust by rustup (https://rustup.rs), which can add it.");
    }
    say("Adding Rust's WebAssembly target");
    run(command("rustup").args(["target", "add", WASM_TARGET]))
}

/// `wasm-bindgen` or its test runner, in the version of the crate.
///
/// # Errors
/// If it cannot be installed.
pub fn wasm_bindgen(program: &str) -> Result<PathBuf> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    // Without --locked: the lock file this package ships names a crate version that is not in the index.
    cargo_tool("wasm-bindgen-cli", program, version, &[])
}

/// The version that `Cargo.lock` names for a crate.
fn locked_version<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{name}\"\n")))?;
    entry.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

fn cargo_tool(package: &str, program: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let own = executable(&tools_folder().join("bin"), program);
    if has_version(&own, version) {
        return Ok(own);
    }
    // An own copy of another version would stand before the one on PATH.
    if let Some(file) = find(program).filter(|file| !own.exists() && has_version(file, version)) {
        return Ok(file);
    }
    install(package, version, options)?;
    if !has_version(&own, version) {
        bail!("{package} {version} was installed, but {} does not say so.", own.display());
    }
    Ok(own)
}

/// Compiles a tool without optimisation: three times faster, and the tools stay quick enough.
fn install(package: &str, version: &str, options: &[&str]) -> Result<()> {
    say(&format!("Installing {package} {version} into .tools/ (once; takes a few minutes)"));
    let start = Instant::now();
    let mut install = cargo();
    install
        .args(["install", package, "--version", version, "--no-default-features", "--force", "--root"])
        .arg(tools_folder())
        .arg("--target-dir")
        .arg(build_folder())
        .args(options)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
    run(&mut install).with_context(|| format!("{package} {version} could not be installed"))?;
    say(&format!("{package} is there, after {} s", start.elapsed().as_secs()));
    Ok(())
}

/// Shared by the tools, whose crates overlap.
fn build_folder() -> PathBuf {
    tools_folder().join("build")
}

/// Several hundred megabytes that are of no more use once the tools are there; staying behind does no harm.
fn forget_build_folder() {
    let _ = std::fs::remove_dir_all(build_folder());
}

/// Whether a program says that it is of this version.
fn has_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && output(command(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word.trim_start_matches('v') == version))
}

/// A wasm-opt that is known to work: from `.tools/`, from PATH, or from npm where there is one.
///
/// Building without is slower to download but right, so that nothing here is an error.
fn wasm_opt() -> Option<PathBuf> {
    let folder = tools_folder().join("binaryen");
    let own = folder.join("node_modules").join(".bin").join(node_script("wasm-opt"));
    if has_version(&own, BINARYEN_VERSION) {
        return Some(own);
    }
    if let Some(file) = find("wasm-opt").filter(|file| has_version(file, BINARYEN_VERSION)) {
        return Some(file);
    }
    if find(&node_script("npm")).is_none() {
        say("Building without wasm-opt, which needs npm: the WebAssembly stays somewhat larger");
        return None;
    }
    say(&format!("Installing wasm-opt {BINARYEN_VERSION} from npm into .tools/ (once)"));
    std::fs::create_dir_all(&folder).ok()?;
    let package = format!("binaryen@{BINARYEN_VERSION}");
    let mut npm = npm(&folder);
    npm.args(["install", "--no-save", "--no-package-lock", &package]);
    if run(&mut npm).is_err() || !has_version(&own, BINARYEN_VERSION) {
        say("wasm-opt could not be installed; building without: the WebAssembly stays somewhat larger");
        return None;
    }
    Some(own)
}

/// The file name of a program that npm installs.
fn node_script(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

/// npm working in a folder of `.tools/`, without its talk.
fn npm(folder: &Path) -> Command {
    let mut npm = command(node_script("npm"));
    // Told to stay there: it would look for a package in the folders above, and stumbles over a linked prefix.
    npm.current_dir(folder).args(["--prefix", ".", "--no-audit", "--no-fund", "--loglevel", "error"]);
    npm
}

/// Installs what the browser tests import, as `tests/browser/package-lock.json` fixes it.
///
/// # Errors
/// If Node is missing or too old, or npm fails.
pub fn node_packages() -> Result<()> {
    let version = output(command("node").arg("--version")).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_MAJOR) || find(&node_script("npm")).is_none() {
        bail!(
            "The browser tests need Node {NODE_MAJOR} or later with npm (https://nodejs.org), found `{}`.",
            version.trim()
        );
    }
    let folder = tools_folder().join("node");
    let wanted = std::fs::read(root().join("tests/browser/package-lock.json"))
        .context("cannot read tests/browser/package-lock.json")?;
    let installed = folder.join("installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    say("Installing the browser tests' packages from npm into .tools/ (once)");
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(root().join("tests/browser").join(file), folder.join(file))?;
    }
    run(npm(&folder).args(["ci", "--ignore-scripts"])).context("npm could not install the browser tests' packages")?;
    std::fs::write(installed, wanted)?;
    Ok(())
}

/// A Chromium or Chrome of this system, installed by apt where there is none and that is possible.
///
/// # Errors
/// If there is none and it cannot be installed.
pub fn chromium() -> Result<PathBuf> {
    let look = || CHROMIUM_NAMES.iter().find_map(|name| find(name)).or_else(chrome_of_macos);
    look().or_else(|| apt_install(&["chromium", "chromium-driver"]).and_then(|()| look())).context(
        "No Chromium was found. Install Chromium or Chrome so that `chromium` or `google-chrome` is on PATH \
         (Debian, Ubuntu: sudo apt-get install chromium chromium-driver).",
    )
}

fn chrome_of_macos() -> Option<PathBuf> {
    let applications = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
    applications.iter().map(|name| Path::new("/Applications").join(name)).find(|file| file.is_file())
}

/// The program that drives Chromium for the WebAssembly tests.
///
/// # Errors
/// If there is none and it cannot be installed.
pub fn chromedriver() -> Result<PathBuf> {
    chromium()?;
    let look = || find("chromedriver");
    look().or_else(|| apt_install(&["chromium-driver"]).and_then(|()| look())).context(
        "No chromedriver was found. Install the one of your Chromium's version and put it on PATH \
         (Debian: sudo apt-get install chromium-driver).",
    )
}

/// Installs Debian packages if this user may; `None` if not or if it failed.
fn apt_install(packages: &[&str]) -> Option<()> {
    find("apt-get")?;
    let root_user = output(command("id").arg("-u"))?.trim() == "0";
    if !root_user {
        output(command("sudo").args(["-n", "true"]))?;
    }
    let apt = |arguments: &[&str]| {
        let mut apt = if root_user { command("apt-get") } else { command("sudo") };
        if !root_user {
            apt.args(["-n", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-y"]).args(arguments);
        run(&mut apt).ok()
    };
    say(&format!("Installing {} by apt-get (once)", packages.join(" and ")));
    apt(&["update"])?;
    apt(&[&["install", "--no-install-recommends"], packages].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.3\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.3"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
