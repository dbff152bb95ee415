//! A site's folder -> [`Sources`].
//!
//! Reads bytes and checks that they are text; understands nothing of it. What
//! cannot be read is noted, and all the rest is read. Symbolic links are
//! followed within the site's folder only.
#![expect(clippy::disallowed_methods, reason = "this is the edge where files are read")]

pub mod assets;
pub mod raw;
mod refresh;
mod statics;
pub mod theme;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::snapshot::Snapshot;
use crate::model::source::{SourceFile, Sources};

pub use refresh::refresh;

/// The largest text file that is read, in bytes.
pub const LARGEST: u64 = 10 * 1024 * 1024;

/// Reads the site in a folder. Paths are shown as they are below it.
pub fn read(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let config_path = root.join("site.yaml");
    let config = match fs::symlink_metadata(&config_path) {
        Ok(_) => take(own_file(root, &config_path), &mut diagnostics),
        Err(_) => {
            let message = format!("there is no site.yaml in `{}`", root.display());
            let help = "change into the site's folder or name it; `dateline init FOLDER` starts a new site";
            diagnostics.push(Diagnostic::new(Code::MissingSite, message).help(help));
            return (Sources::default(), diagnostics);
        }
    };
    let mut content = |folder: &str| markdown_files(root, &format!("content/{folder}"), &mut diagnostics);
    let mut sources = Sources {
        is_site: true,
        config,
        articles: content("articles"),
        actors: content("actors"),
        topics: content("topics"),
        places: content("places"),
        publishers: content("publishers"),
        overlays: content("events"),
        pages: content("pages"),
        ..Sources::default()
    };
    check_content_folders(root, &mut diagnostics);
    sources.snapshots = snapshots(root, &sources.articles, &mut diagnostics);
    let lock = root.join("permalinks.lock");
    if fs::symlink_metadata(&lock).is_ok() {
        sources.permalinks = take(own_file(root, &lock), &mut diagnostics);
    }
    (sources.templates, sources.texts) = templates(root, &mut diagnostics);
    sources.statics = statics::read(root, &mut diagnostics);
    sources.assets = assets::gather(sources.config.as_ref(), &sources.templates, &sources.statics);
    (sources, diagnostics)
}

/// The files below a folder, sorted by path. Hidden ones and editors' backups are passed over.
fn files(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let start = root.join(folder);
    if !start.exists() {
        return Vec::new();
    }
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let real_start = fs::canonicalize(&start).unwrap_or_else(|_| start.clone());
    if !real_start.starts_with(&real_root) {
        diagnostics.push(leads_out_of_site(folder));
        return Vec::new();
    }
    // What is published as it is must not be what was never meant to be: the sources, the settings.
    let bounds = if folder == "static" { &real_start } else { &real_root };
    let mut found = Vec::new();
    let mut walk = WalkDir::new(&start).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                diagnostics.push(walk_error(root, &error));
                continue;
            }
        };
        let shown = || relative(root, entry.path());
        let is_folder = entry.file_type().is_dir();
        let target = if entry.path_is_symlink() { fs::canonicalize(entry.path()).ok() } else { None };
        let leads_out = target.as_ref().is_some_and(|target| !target.starts_with(bounds));
        let leads_up = target.as_ref().is_some_and(|target| {
            entry
                .path()
                .parent()
                .and_then(|at| fs::canonicalize(at).ok())
                .is_some_and(|at| at.starts_with(target))
        });
        if entry.depth() > 0 && is_passed_over(folder, &entry.file_name().to_string_lossy()) {
            if is_folder {
                walk.skip_current_dir();
            }
        } else if leads_out {
            let is_within = target.is_some_and(|target| target.starts_with(&real_root));
            let leads_out = if is_within { leads_out_of_static } else { leads_out_of_site };
            diagnostics.push(leads_out(&shown()));
            if is_folder {
                walk.skip_current_dir();
            }
        } else if leads_up {
            diagnostics.push(link_loop(&shown(), "the link leads back to a folder above it"));
            walk.skip_current_dir();
        } else if entry.file_type().is_file() {
            found.push(entry.into_path());
        } else if !is_folder {
            let diagnostic = Diagnostic::new(Code::UnreadableFile, "this is no ordinary file");
            diagnostics.push(diagnostic.in_file(&shown()).help("take it out of the site's folder"));
        }
    }
    found
}

/// Hidden files are passed over, but for the few that web servers ask for.
fn is_passed_over(folder: &str, name: &str) -> bool {
    const PUBLIC: [&str; 3] = [".well-known", ".nojekyll", ".htaccess"];
    is_hidden(name) && !(folder == "static" && PUBLIC.contains(&name))
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

fn walk_error(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().map_or_else(String::new, |path| relative(root, path));
    if error.loop_ancestor().is_some() {
        return link_loop(&path, "the link leads back to a folder above it");
    }
    let io = error.io_error();
    if io.and_then(io::Error::raw_os_error) == Some(40) {
        return link_loop(&path, "the link leads to itself");
    }
    unreadable(&path, &io.map_or_else(|| error.to_string(), ToString::to_string))
}

fn link_loop(path: &str, message: &str) -> Diagnostic {
    Diagnostic::new(Code::LinkLoop, message).in_file(path).help("remove the link, or point it elsewhere")
}

fn leads_out_of_site(path: &str) -> Diagnostic {
    Diagnostic::new(Code::LinkOutside, "the link leads out of the site's folder")
        .in_file(path)
        .help("copy what it points to into the site's folder")
}

fn leads_out_of_static(path: &str) -> Diagnostic {
    Diagnostic::new(Code::LinkOutside, "the link leads out of `static`")
        .in_file(path)
        .help("copy what it points to into `static`, if it is to be published as it is")
}

fn unreadable(path: &str, why: &str) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile, format!("the file cannot be read: {why}"))
        .in_file(path)
        .help("mend its permissions, or take it out of the site's folder")
}

fn markdown_files(root: &Path, folder: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<SourceFile> {
    let mut paths = files(root, folder, diagnostics);
    paths.retain(|path| {
        let is_markdown = path.extension().is_some_and(|extension| extension == "md");
        if !is_markdown {
            let diagnostic =
                Diagnostic::new(Code::IgnoredFile, "the file is not read: its name does not end in `.md`")
                    .in_file(&relative(root, path));
            diagnostics.push(
                diagnostic.help("rename it, or move it to `static/` if it is to be published as it is"),
            );
        }
        is_markdown
    });
    let results: Vec<_> = paths.par_iter().map(|path| text_file(root, path)).collect();
    results.into_iter().filter_map(|result| take(result, diagnostics)).collect()
}

/// The snapshots of articles, `sources/ID.txt`, with the hash that `sources/ID.yaml` notes. Other files in
/// `sources/` are the editor's own.
fn snapshots(root: &Path, articles: &[SourceFile], diagnostics: &mut Vec<Diagnostic>) -> Vec<Snapshot> {
    let mut ids: Vec<&str> = articles.iter().map(SourceFile::stem).collect();
    ids.sort_unstable();
    ids.dedup();
    let read = |id: &&str| {
        let path = root.join("sources").join(format!("{id}.txt"));
        fs::symlink_metadata(&path).ok()?;
        let noted = own_file(root, &path.with_extension("yaml")).ok();
        Some(own_file(root, &path).map(|text| Snapshot {
            text,
            hash: noted.and_then(|noted| {
                noted.text.lines().find_map(|line| Some(line.strip_prefix("snapshot: ")?.trim().to_owned()))
            }),
        }))
    };
    let results: Vec<_> = ids.par_iter().filter_map(read).collect();
    results.into_iter().filter_map(|result| take(result, diagnostics)).collect()
}

/// Notes files that lie in `content/` but in none of its folders.
fn check_content_folders(root: &Path, diagnostics: &mut Vec<Diagnostic>) {
    const KNOWN: [&str; 7] = ["articles", "actors", "topics", "places", "publishers", "events", "pages"];
    let Ok(entries) = fs::read_dir(root.join("content")) else { return };
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names.iter().filter(|name| !KNOWN.contains(&name.as_str()) && !is_hidden(name)) {
        let help = crate::diagnostics::suggest(name, KNOWN).unwrap_or_default();
        let message = format!("`content/{name}` is not read");
        diagnostics
            .push(Diagnostic::new(Code::IgnoredFile, message).in_file(&format!("content/{name}")).help(help));
    }
}

/// Templates, those of the built-in theme among them, and texts.
fn templates(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> (Vec<SourceFile>, Vec<SourceFile>) {
    let (mut templates, mut texts) = (theme::templates(), Vec::new());
    for path in files(root, "templates", diagnostics) {
        let Some(file) = take(text_file(root, &path), diagnostics) else { continue };
        if let Some(name) = file.path.strip_prefix(theme::TEXTS) {
            if name.ends_with(".ftl") && !name.contains('/') {
                texts.push(file);
            } else {
                let message = "the file is not read: texts are `templates/texts/LANGUAGE.ftl`";
                let diagnostic = Diagnostic::new(Code::IgnoredFile, message).in_file(&file.path);
                diagnostics.push(diagnostic.help("rename it, as in `templates/texts/uk.ftl`"));
            }
            continue;
        }
        match templates.iter_mut().find(|known| known.path == file.path) {
            Some(known) => *known = file,
            None => templates.push(file),
        }
    }
    templates.sort_by(|a, b| a.path.cmp(&b.path));
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    (templates, texts)
}

/// Reads a text file at the top of the site's folder, which may not be a link that leads out of it.
fn own_file(root: &Path, path: &Path) -> Result<SourceFile, Box<Diagnostic>> {
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    if fs::canonicalize(path).is_ok_and(|target| !target.starts_with(&real_root)) {
        return Err(Box::new(leads_out_of_site(&relative(root, path))));
    }
    text_file(root, path)
}

/// Reads a text file: not too large, UTF-8, a byte order mark taken off.
fn text_file(root: &Path, path: &Path) -> Result<SourceFile, Box<Diagnostic>> {
    let shown = relative(root, path);
    let fail = |error: &io::Error| Box::new(unreadable(&shown, &error.to_string()));
    let metadata = fs::metadata(path).map_err(|error| fail(&error))?;
    if !metadata.is_file() {
        return Err(Box::new(unreadable(&shown, "it is no ordinary file")));
    }
    let length = metadata.len();
    if length > LARGEST {
        let megabytes = length / 1_000_000;
        let diagnostic =
            Diagnostic::new(Code::FileTooLarge, format!("the file has {megabytes} MB; the limit is 10 MB"))
                .in_file(&shown)
                .help("split it, or move it to `static/` if it is to be published as it is");
        return Err(Box::new(diagnostic));
    }
    let bytes = fs::read(path).map_err(|error| fail(&error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(shown, text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => Err(Box::new(not_utf8(&shown, &error))),
    }
}

fn not_utf8(path: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes());
    // The bytes before the first wrong one are the same in both texts.
    let file = SourceFile::new(path, &*text);
    Diagnostic::new(Code::NotUtf8, "the file is not UTF-8: this byte belongs to no character")
        .at(&file, valid..valid + 3)
        .help("convert it: `iconv -f windows-1251 -t utf-8 FILE > NEW`, with the encoding that it has")
}

fn take<T>(result: Result<T, Box<Diagnostic>>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    result.map_err(|diagnostic| diagnostics.push(*diagnostic)).ok()
}

/// The path below the site's folder, with `/` between its parts.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
