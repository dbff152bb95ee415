//! Raw articles from anywhere: bytes, not yet known to be text; and what imports have left in `sources/`.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{is_hidden, text_file};
use crate::model::source::SourceFile;

/// The largest raw article, in bytes: a saved page with all its pictures in it.
pub const LARGEST_RAW: u64 = 64 * 1024 * 1024;

/// The files below a folder, sorted, hidden ones and editors' backups left out; or the file itself.
///
/// # Errors
/// What the system says of the path itself; what cannot be read below it is in the list.
pub fn files(path: &Path) -> io::Result<Vec<Result<PathBuf, io::Error>>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![Ok(path.to_owned())]);
    }
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
    let shown =
        walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()));
    let files = shown.filter_map(|entry| match entry {
        Ok(entry) => entry.file_type().is_file().then(|| Ok(entry.into_path())),
        Err(error) => Some(Err(error.into())),
    });
    Ok(files.collect())
}

/// The bytes of a raw article.
///
/// # Errors
/// What the system says, or that the file is too large.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no ordinary file"));
    }
    limited(fs::File::open(path)?)
}

/// The bytes that come on standard input.
///
/// # Errors
/// What the system says, or that they are too many.
pub fn stdin() -> io::Result<Vec<u8>> {
    limited(io::stdin().lock())
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_RAW + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_RAW {
        return Err(io::Error::other(format!("it has more than {} MB", LARGEST_RAW / 1024 / 1024)));
    }
    Ok(bytes)
}

/// The notes of earlier imports, `sources/*.yaml`, by path. One that cannot be read is as good as none.
pub fn records(root: &Path) -> Vec<SourceFile> {
    let Ok(entries) = fs::read_dir(root.join("sources")) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    paths.iter().filter_map(|path| text_file(root, path).ok()).collect()
}

/// The text of a file of the site, if it can be read.
pub fn text(root: &Path, path: &str) -> Option<String> {
    text_file(root, &root.join(path)).ok().map(|file| file.text.to_string())
}
