//! Folders as the system sees them: where a path leads, who may read it, what it holds.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{WriteError, io_error};

/// Where an output path leads, links followed, whether it exists or not. A
/// link stays a link: what it points to is replaced.
///
/// # Errors
/// A link that leads nowhere, or what the system says.
pub fn resolve(output: &Path) -> Result<PathBuf, WriteError> {
    let absolute = std::path::absolute(output).map_err(|error| io_error(output, error))?;
    let mut existing = absolute.clone();
    let mut rest: Vec<OsString> = Vec::new();
    let mut resolved = loop {
        match fs::canonicalize(&existing) {
            Ok(real) => break real,
            Err(_) if fs::symlink_metadata(&existing).is_ok_and(|found| found.file_type().is_symlink()) => {
                return Err(WriteError::DanglingLink(existing));
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(WriteError::NoFolder(absolute));
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io_error(&existing, error)),
            Err(error) => {
                let last = existing.components().next_back().map(|part| part.as_os_str().to_owned());
                rest.push(last.ok_or_else(|| io_error(&absolute, error))?);
                existing.pop();
            }
        }
    };
    for part in rest.iter().rev() {
        match Path::new(part).components().next() {
            Some(Component::ParentDir) => {
                resolved.pop();
            }
            Some(Component::Normal(name)) => resolved.push(name),
            _ => {}
        }
    }
    Ok(resolved)
}

/// How many files of the old folder the new one does not have.
pub fn files_missing_in(old: &Path, new: &Path) -> usize {
    let files = walkdir::WalkDir::new(old).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let is_missing = |file: &walkdir::DirEntry| {
        file.path().strip_prefix(old).is_ok_and(|path| fs::symlink_metadata(new.join(path)).is_err())
    };
    files.filter(is_missing).count()
}

/// Temporary folders are private; a published one is for all to read.
#[cfg(unix)]
pub fn make_public(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

/// Temporary folders are private; a published one is for all to read.
#[cfg(not(unix))]
pub fn make_public(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a new file the mode of the one that it replaces.
#[cfg(unix)]
pub fn copy_mode(new: &Path, old: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(old).map_or(0o644, |metadata| metadata.permissions().mode());
    fs::set_permissions(new, fs::Permissions::from_mode(mode))
}

/// Gives a new file the mode of the one that it replaces.
#[cfg(not(unix))]
pub fn copy_mode(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
