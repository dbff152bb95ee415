//! A bench for tests of the whole program: a fixture site in a temporary folder,
//! and the real binary run on it.
#![allow(dead_code, reason = "every test file uses a part of the bench")]

pub mod in_language;
pub mod mistake;
pub mod rendering;
pub mod serving;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use serde_json::Value;

/// The settings of every fixture.
pub const SITE_YAML: &str = "title: The talks\nbase_url: https://talks.example/\n";

/// When the program thinks it is: noon of 5 September 2025, in UTC.
pub const NOON: &str = "1757073600";

/// An article that is right, and that has a name, a quotation and a position in it.
pub const GOOD_ARTICLE: &str = "\
---
title: Ann Example in Geneva
publisher: Example Gazette
url: https://gazette.example/1
published: 2025-09-04
---

## 3 September 2025: Ann Example arrives in Geneva {#arrives .consult}

Ann Example spoke of a ceasefire.

> a short quotation

Ann Example on ceasefire
: It has to hold.
";

/// The head of a PNG file, which says its size.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    file.extend(width.to_be_bytes());
    file.extend(height.to_be_bytes());
    file.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    file
}

/// A site to be written: what is asked for, beside a few good files.
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// A small site without mistakes.
    pub fn new() -> Self {
        Self::empty()
            .file("site.yaml", SITE_YAML)
            .actor("ann-example.md", "---\nname: Ann Example\nkind: person\n---\n")
            .topic("ceasefire.md", "---\nname: ceasefire\n---\n")
            .place("geneva.md", "---\nname: Geneva\ncountry: CH\n---\n")
            .page("about.md", "---\ntitle: About\n---\n\nWho we are.\n")
            .article("good.md", GOOD_ARTICLE)
    }

    /// No file at all.
    pub fn empty() -> Self {
        Self { files: BTreeMap::new() }
    }

    /// Any file, by its path below the site's folder.
    pub fn file(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), content.into());
        self
    }

    /// Leaves a file out.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    pub fn article(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/articles/{name}"), text)
    }

    pub fn actor(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/actors/{name}"), text)
    }

    pub fn topic(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/topics/{name}"), text)
    }

    pub fn place(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/places/{name}"), text)
    }

    pub fn overlay(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/events/{name}"), text)
    }

    pub fn page(self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.file(&format!("content/pages/{name}"), text)
    }

    pub fn lock(self, lines: &str) -> Self {
        self.file("permalinks.lock", lines)
    }

    /// So many more events, for builds that take a while.
    pub fn events(mut self, count: usize) -> Self {
        for at in 0..count {
            let (month, day) = (at / 28 % 12 + 1, at % 28 + 1);
            let text = format!(
                "---\ntitle: Report {at}\n---\n\n\
                 ## 2024-{month:02}-{day:02}: Ann Example meets delegation {at} {{#meeting-{at}}}\n\nText.\n"
            );
            self = self.article(&format!("report-{at}.md"), text);
        }
        self
    }

    /// Writes the files, in the order of their paths.
    pub fn build(self) -> Bench {
        let bench = Bench { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, content) in &self.files {
            bench.write(path, content);
        }
        bench
    }

    /// Writes the files in the opposite order.
    pub fn build_backwards(self) -> Bench {
        let bench = Bench { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, content) in self.files.iter().rev() {
            bench.write(path, content);
        }
        bench
    }
}

/// A file as it was: bytes, time of the last change, and its number on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub bytes: Vec<u8>,
    pub modified: SystemTime,
    pub inode: u64,
}

/// A site on disk, and the program.
pub struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.root().join(below)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file is there");
    }

    /// The program, to be run in the site's folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(self.root()).env("SOURCE_DATE_EPOCH", NOON);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::new(self.command().args(arguments).output().expect("the program runs"))
    }

    /// Builds, and insists that it works.
    pub fn built(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(&[&["build"], arguments].concat());
        assert_eq!(ran.code, Some(0), "the build fails:\n{}", ran.stderr);
        ran
    }

    /// Every file below a folder, by its path there.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Seen> {
        files_below(&self.path(folder))
    }

    /// The published assets: plain path, and the path with the content's hash.
    pub fn assets(&self) -> BTreeMap<String, String> {
        let hashed = |path: String| {
            let parts: Vec<&str> = path.rsplitn(3, '.').collect();
            let &[end, hash, start] = parts.as_slice() else { return None };
            let is_hash = hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit());
            is_hash.then(|| (format!("{start}.{end}"), path.clone()))
        };
        self.files("public").into_keys().filter_map(hashed).collect()
    }

    /// What `check` finds, as values.
    pub fn diagnostics(&self, arguments: &[&str]) -> Vec<Value> {
        let ran = self.run(&[&["check", "--format", "json"], arguments].concat());
        serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("no JSON ({error}): {}", ran.stdout))
    }

    /// The codes of the errors that `check` finds.
    pub fn error_codes(&self, arguments: &[&str]) -> Vec<String> {
        let errors = self.diagnostics(arguments).into_iter().filter(|found| found["severity"] == "error");
        errors.map(|found| found["code"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The one diagnostic of this code.
    pub fn the_one(&self, code: &str, arguments: &[&str]) -> Value {
        let all = self.diagnostics(arguments);
        let of_code: Vec<&Value> = all.iter().filter(|found| found["code"] == code).collect();
        assert_eq!(of_code.len(), 1, "not one `{code}` in {all:#?}");
        of_code[0].clone()
    }
}

/// Every file below a folder, by its path there.
pub fn files_below(folder: &Path) -> BTreeMap<String, Seen> {
    use std::os::unix::fs::MetadataExt;
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("the folder can be read"))
    {
        let metadata = entry.metadata().expect("the file is there");
        if metadata.is_file() {
            let below = entry.path().strip_prefix(folder).expect("below the folder");
            let seen = Seen {
                bytes: fs::read(entry.path()).expect("the file can be read"),
                modified: metadata.modified().expect("files have times"),
                inode: metadata.ino(),
            };
            found.insert(below.to_string_lossy().into_owned(), seen);
        }
    }
    found
}

/// Names in a folder that a build has left there and should not have.
pub fn leftovers(folder: &Path) -> Vec<String> {
    let names =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains(".dateline-")).collect()
}

/// The bytes alone, by path.
pub fn bytes_of(files: BTreeMap<String, Seen>) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|(path, seen)| (path, seen.bytes)).collect()
}

/// What a run of the program left.
pub struct Ran {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn new(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
