//! One build at a time for one output, and nothing left of those that were killed.
//!
//! A stage is locked (`flock`) as long as its build lives: a stage that can be
//! locked is one that a killed build has left.

use std::fs;
use std::io;
use std::path::Path;

use super::{WriteError, io_error};

/// Holds the lock of a stage.
pub struct Claim {
    _folder: fs::File,
}

/// Makes a new, locked stage beside the output, and removes those that killed builds have left.
///
/// # Errors
/// [`WriteError::Busy`] if another build is at work; else what the system says.
pub fn stage(parent: &Path, prefix: &str, output: &Path) -> Result<(tempfile::TempDir, Claim), WriteError> {
    let make = || -> io::Result<Option<(tempfile::TempDir, Claim)>> {
        // While the parent is locked, no other build can take a new stage for one that was left.
        let guard = fs::File::open(parent)?;
        lock(&guard, true)?;
        for entry in fs::read_dir(parent)?.flatten() {
            if !is_stage(&entry.file_name().to_string_lossy(), prefix) {
                continue;
            }
            let is_left = fs::File::open(entry.path()).and_then(|left| lock(&left, false));
            match is_left {
                Ok(true) => fs::remove_dir_all(entry.path())?,
                Ok(false) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        let folder = tempfile::Builder::new().prefix(prefix).tempdir_in(parent)?;
        let claimed = fs::File::open(folder.path())?;
        lock(&claimed, false)?;
        Ok(Some((folder, Claim { _folder: claimed })))
    };
    match make() {
        Ok(Some(stage)) => Ok(stage),
        Ok(None) => Err(WriteError::Busy(output.to_owned())),
        Err(error) => Err(io_error(parent, error)),
    }
}

/// Whether a folder's name is one that `tempfile` makes for a stage: the prefix and six letters or digits.
fn is_stage(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Locks a folder; whether it could be.
#[cfg(unix)]
fn lock(folder: &fs::File, wait: bool) -> io::Result<bool> {
    use rustix::fs::{FlockOperation, flock};
    let how = if wait { FlockOperation::LockExclusive } else { FlockOperation::NonBlockingLockExclusive };
    match flock(folder, how) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::WOULDBLOCK) => Ok(false),
        // File systems without locks: nothing can be told, so nothing is removed or refused.
        Err(rustix::io::Errno::NOTSUP | rustix::io::Errno::NOLCK | rustix::io::Errno::NOSYS) => Ok(wait),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
fn lock(_: &fs::File, _: bool) -> io::Result<bool> {
    Ok(true)
}
