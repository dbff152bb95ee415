//! The rules of the house that neither the compiler nor clippy knows: who imports whom, heads and
//! lengths of files, lengths of functions, what lies where, and what no file may hold.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "the files are what is tested")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The stages; none imports another (docs/architecture.md).
const STAGES: [&str; 14] = [
    "read", "parse", "resolve", "merge", "history", "route", "render", "export", "write", "extract",
    "import", "search", "preview", "links",
];

/// Folders that are made, not kept.
const MADE: [&str; 8] = [
    ".git",
    "target",
    "public",
    "node_modules",
    "fuzz/target",
    "fuzz/corpus",
    "fuzz/artifacts",
    "fuzz/coverage",
];

/// What may lie at the top besides files and folders whose names begin with a dot.
const TOP: [&str; 19] = [
    "Cargo.toml",
    "Cargo.lock",
    "deny.toml",
    "site.yaml",
    "permalinks.lock",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "src",
    "tests",
    "benches",
    "fuzz",
    "docs",
    "templates",
    "static",
    "content",
    "sources",
];

/// The most lines of a function's body.
const LONGEST_FUNCTION: usize = 70;
/// The most lines of a file.
const LONGEST_FILE: usize = 400;
/// Files that are longer, with the length that they may not pass. The numbers only ever go down.
const LONGER_FILES: [(&str, usize); 1] = [("src/parse/fields.rs", 424)];

/// A text file: its path below the repository, and its text.
struct File {
    path: String,
    text: String,
}

/// All files that are kept, as far as they are text; sorted.
fn files() -> Vec<File> {
    let below = |path: &Path| path.strip_prefix(ROOT).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let walk = WalkDir::new(ROOT).sort_by_file_name().into_iter();
    walk.filter_entry(|entry| {
        !MADE.contains(&below(entry.path()).as_str()) && entry.file_name() != "node_modules"
    })
    .filter_map(Result::ok)
    .filter(|entry| entry.file_type().is_file())
    .filter_map(|entry| {
        let text = fs::read_to_string(entry.path()).ok()?;
        Some(File { path: below(entry.path()), text })
    })
    .collect()
}

fn rust_files() -> Vec<File> {
    let mut files = files();
    files.retain(|file| file.path.ends_with(".rs"));
    files
}

fn none(faults: &[String], what_to_do: &str) {
    assert!(faults.is_empty(), "{what_to_do}\n{}", faults.join("\n"));
}

/// The part of the program that a file belongs to: `parse` for `src/parse/body.rs`.
fn room(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    Some(below.split_once('/').map_or_else(|| below.trim_end_matches(".rs"), |(room, _)| room))
}

/// The names after `crate::` on a line that is no comment, and stages named after `super::`.
fn imports(line: &str) -> Vec<&str> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let first_name =
        |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let after = |prefix: &'static str| {
        line.match_indices(prefix).map(move |(at, _)| {
            let rest = &line[at + prefix.len()..];
            if rest.starts_with('{') { "{" } else { &rest[..first_name(rest)] }
        })
    };
    after("crate::").chain(after("super::").filter(|name| STAGES.contains(name))).collect()
}

#[test]
fn stages_import_no_other_stage() {
    let mut faults = Vec::new();
    for File { path, text } in rust_files() {
        let Some(room) = room(&path) else { continue };
        let allowed: Vec<&str> = match room {
            "model" => vec!["model"],
            "diagnostics" => vec!["model", "diagnostics"],
            // The preview is no step of the flow: it stands at its end, as the command line does, and runs it.
            "preview" => vec!["model", "diagnostics", "read", "site", "preview"],
            stage if STAGES.contains(&stage) => vec!["model", "diagnostics", stage],
            _ => continue,
        };
        for (number, line) in (1..).zip(text.lines()) {
            for import in imports(line).into_iter().filter(|import| !allowed.contains(import)) {
                faults.push(format!("{path}:{number}: `{room}` imports `{import}`"));
            }
        }
    }
    none(
        &faults,
        "what passes between stages is a type in `model`; only `site.rs` and `cli` know several of them",
    );
}

#[test]
fn every_room_is_known() {
    let known: BTreeSet<&str> =
        STAGES.into_iter().chain(["model", "diagnostics", "cli", "site", "lib", "main"]).collect();
    let faults: Vec<String> = rust_files()
        .iter()
        .filter_map(|file| room(&file.path))
        .filter(|room| !known.contains(room))
        .map(|room| format!("src/{room}"))
        .collect();
    none(&faults, "say in tests/tidy.rs and docs/architecture.md where a new part of the program belongs");
}

#[test]
fn every_file_says_what_it_is_for() {
    let faults: Vec<String> = rust_files()
        .iter()
        .filter(|file| !file.text.starts_with("//! ") && !file.text.starts_with("#![doc"))
        .map(|file| file.path.clone())
        .collect();
    none(&faults, "begin these files with `//!`: what they are for, and what does not belong there");
}

#[test]
fn files_are_short() {
    let faults: Vec<String> = rust_files()
        .iter()
        .filter_map(|file| {
            let listed = LONGER_FILES.iter().find(|(path, _)| *path == file.path);
            let most = listed.map_or(LONGEST_FILE, |(_, most)| *most);
            let lines = file.text.lines().count();
            (lines > most).then(|| format!("{}: {lines} lines, and {most} are allowed", file.path))
        })
        .collect();
    none(&faults, "split these files by what they are about");
    let gone: Vec<String> = LONGER_FILES
        .iter()
        .filter(|(path, _)| fs::read_to_string(Path::new(ROOT).join(path)).is_err())
        .map(|(path, _)| (*path).to_owned())
        .collect();
    none(&gone, "take these files out of LONGER_FILES");
}

/// The functions of a file that rustfmt has formatted: line, and lines between the braces.
fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let starts = |line: &str| {
        let code = line.trim_start();
        !code.starts_with("//")
            && code.split('(').next().is_some_and(|head| head.split(' ').any(|word| word == "fn"))
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| starts(line)) {
        let level = indent(line);
        let at_level = |line: &&str| indent(line) == level;
        let Some(opens) = lines[at..].iter().position(|line| at_level(line) && line.ends_with('{')) else {
            continue;
        };
        let has_body = lines[at..at + opens].iter().all(|line| !line.ends_with(';') && !line.ends_with('}'));
        let Some(closes) = lines[at + opens..].iter().position(|line| at_level(line) && line.trim() == "}")
        else {
            continue;
        };
        if has_body {
            found.push((at + 1, closes - 1));
        }
    }
    found
}

#[test]
fn functions_are_short() {
    let mut faults = Vec::new();
    for file in rust_files() {
        for (line, length) in
            functions(&file.text).into_iter().filter(|(_, length)| *length > LONGEST_FUNCTION)
        {
            faults.push(format!("{}:{line}: {length} lines, and {LONGEST_FUNCTION} are allowed", file.path));
        }
    }
    none(&faults, "split these functions");
}

#[test]
fn functions_are_found() {
    let text = "fn a() {\n    1\n}\n\nimpl B {\n    pub fn c(\n        &self,\n    ) -> D {\n        2;\n        3\n    }\n    fn d();\n}\n";
    assert_eq!(functions(text), [(1, 1), (6, 2)]);
}

/// Words of a list that a test may not hold itself: each is written with a gap.
fn joined<const N: usize>(words: [(&str, &str); N]) -> [String; N] {
    words.map(|(start, end)| format!("{start}{end}"))
}

#[test]
fn nothing_is_left_to_do() {
    let macros =
        joined([("to", "do!("), ("unimpl", "emented!("), ("db", "g!("), ("FIX", "ME"), ("XX", "X:")]);
    none(&holding(&rust_files(), &macros), "finish these");
}

#[test]
fn no_file_names_this_machine() {
    let words = joined([
        ("/ho", "me/"),
        ("/ro", "ot/"),
        ("/Us", "ers/"),
        ("file", ":///"),
        ("127.0.", "0.1:8"),
        ("static.crates", ".io"),
        ("index.crates", ".io"),
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("proxy.golang", ".org"),
    ]);
    none(&holding(&files(), &words), "take out what is true on one machine only");
    for File { path, text } in files().iter().filter(|file| file.path.ends_with("Cargo.lock")) {
        let sources = text.lines().filter_map(|line| line.strip_prefix("source = "));
        let others: Vec<String> = sources
            .filter(|source| *source != "\"registry+https://github.com/rust-lang/crates.io-index\"")
            .map(|source| format!("{path}: {source}"))
            .collect();
        none(&others, "crates come from crates.io");
    }
}

fn holding(files: &[File], words: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        for (number, line) in (1..).zip(file.text.lines()) {
            for word in words.iter().filter(|word| line.contains(word.as_str())) {
                faults.push(format!("{}:{number}: {word}", file.path));
            }
        }
    }
    faults
}

#[test]
fn the_top_holds_only_what_belongs_there() {
    let names = fs::read_dir(ROOT).expect("the repository can be read");
    let mut faults: Vec<String> = names
        .map(|entry| entry.expect("the repository can be read").file_name().to_string_lossy().into_owned())
        .filter(|name| {
            !name.starts_with('.') && !TOP.contains(&name.as_str()) && !MADE.contains(&name.as_str())
        })
        .collect();
    faults.sort();
    none(&faults, "put these into a folder, or into .gitignore and MADE");
}
