//! What the checked-in tables were made from, as digests: so that a test without network can tell whether the tables, the
//! lists beside this program and the program itself still belong together.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the digests stand, from the root of the repository.
pub const FILE: &str = "xtask/data/tables.sums";

/// Folders of the repository whose files are recorded, with the ending of those files.
const FOLDERS: [(&str, &str); 3] = [("public/lexicon", "lex"), ("xtask/data", "tsv"), ("xtask/src/tables", "rs")];

/// Digests by name: of the repository's files by path, of packages by file name.
pub type Digests = BTreeMap<String, String>;

/// The digests of the repository's own files.
pub fn of_repository(root: &Path) -> Result<Digests, String> {
    let mut digests = Digests::new();
    for (folder, ending) in FOLDERS {
        for path in files(&root.join(folder))? {
            if path.extension().is_some_and(|extension| extension == ending) {
                digests.insert(format!("{folder}/{}", name(&path)), digest_of(&path)?);
            }
        }
    }
    Ok(digests)
}

/// The digests of the packages fetched.
pub fn of_packages(archives: &[PathBuf]) -> Result<Digests, String> {
    archives.iter().map(|path| Ok((name(path), digest_of(path)?))).collect()
}

/// The digests that are written down.
pub fn read(root: &Path) -> Result<Digests, String> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    Ok(lines.map(|(name, digest)| (name.to_owned(), digest.to_owned())).collect())
}

/// Writes them down.
pub fn write(root: &Path, digests: &Digests) -> Result<(), String> {
    let lines: Vec<String> = digests.iter().map(|(name, digest)| format!("{name}\t{digest}\n")).collect();
    let lines = lines.concat();
    let text = format!(
        "# Made by `cargo xtask tables`: what the tables were made from and what came out (FNV-1a, 64 bits).\n{lines}"
    );
    fs::write(root.join(FILE), text).map_err(|error| format!("{FILE}: {error}"))
}

/// Names whose digest is not the one written down, or that only one side has.
pub fn differing(found: &Digests, written: &Digests) -> Vec<String> {
    let differs = |name: &&String| found.get(*name) != written.get(*name);
    let mut names: Vec<String> = found.keys().chain(written.keys()).filter(differs).cloned().collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn digest_of(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(digest(&bytes))
}

/// FNV-1a (Fowler, Noll, Vo): against oversight, not against malice.
fn digest(bytes: &[u8]) -> String {
    let mixed = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, mixed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_fnv_1a() {
        assert_eq!(digest(b""), "cbf29ce484222325");
        assert_eq!(digest(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn tables_lists_and_program_belong_together() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository");
        let written = read(root).expect("the digests");
        let own: Digests = written.into_iter().filter(|(name, _)| name.contains('/')).collect();
        let differing = differing(&of_repository(root).expect("the files"), &own);
        assert!(differing.is_empty(), "run `cargo xtask tables`, these changed since it last ran: {differing:?}");
    }
}
