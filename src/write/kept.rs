//! Files that need not be made again while what they are made of is the same.
//!
//! Beside a folder of them stands a list: what it was made of, and each file
//! with its hash. A file that is gone or other than listed counts for nothing
//! kept. A single file tells itself what it was made of, and is kept if it is
//! there to its end. So nothing broken is handed on from build to build.
#![expect(clippy::disallowed_methods, reason = "this is the edge where files are written")]

use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::Ordering;

use super::{Stage, WriteError, io_error, link, make_folder};

/// How many of a file's first bytes are searched for a mark.
const HEAD: u64 = 4096;

/// The list of a folder's files, by the folder's name without its slash.
fn list_name(folder: &str) -> String {
    format!(".dateline-{}", folder.trim_end_matches('/'))
}

impl Stage {
    /// Takes a folder over from the published site, if it was made of the same; whether it was.
    ///
    /// # Errors
    /// If the system refuses to link or copy.
    pub fn keep(&self, folder: &str, made_of: &str) -> Result<bool, WriteError> {
        if !self.replaces {
            return Ok(false);
        }
        let name = list_name(folder);
        let Ok(list) = fs::read_to_string(self.output.join(&name)) else { return Ok(false) };
        let mut lines = list.lines();
        if lines.next() != Some(made_of) {
            return Ok(false);
        }
        let Some(files) = lines.map(|line| line.split_once(' ')).collect::<Option<Vec<_>>>() else {
            return Ok(false);
        };
        // The list may have been edited by hand: it names files of its folder only.
        let is_whole = files.iter().all(|(hash, path)| {
            path.starts_with(folder)
                && self.target(path).is_ok()
                && fs::read(self.output.join(path)).is_ok_and(|bytes| hash_of(&bytes) == *hash)
        });
        if !is_whole {
            return Ok(false);
        }
        for (_, path) in &files {
            self.hand_on(path)?;
        }
        self.hand_on(&name)?;
        Ok(true)
    }

    /// Takes one file over from the published site, if it holds a mark near its head and has this end; whether it did.
    ///
    /// # Errors
    /// If the path would leave the folder, or the system refuses to link or copy.
    pub fn keep_file(&self, path: &str, mark: &str, end: &[u8]) -> Result<bool, WriteError> {
        self.target(path)?;
        let is_same = self.replaces && has_mark(&self.output.join(path), mark, end).unwrap_or(false);
        if is_same {
            self.hand_on(path)?;
        }
        Ok(is_same)
    }

    /// Takes one file over as it is.
    fn hand_on(&self, path: &str) -> Result<(), WriteError> {
        let (old, target) = (self.output.join(path), self.target(path)?);
        let hand_on = || -> io::Result<u64> {
            let length = fs::metadata(&old)?.len();
            if link(&old, &target).is_err() {
                make_folder(&target)?;
                fs::copy(&old, &target)?;
            }
            Ok(length)
        };
        let length = hand_on().map_err(|error| io_error(&old, error))?;
        self.unchanged.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(usize::try_from(length).unwrap_or(usize::MAX), Ordering::Relaxed);
        Ok(())
    }

    /// Writes the list of a folder that is now complete, so that a later build can keep it.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn list<'a>(
        &self,
        folder: &str,
        made_of: &str,
        files: impl Iterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<(), WriteError> {
        let mut list = format!("{made_of}\n");
        for (path, bytes) in files {
            list.extend([&hash_of(bytes), " ", path, "\n"]);
        }
        self.put(&list_name(folder), list.as_bytes())
    }
}

fn has_mark(path: &Path, mark: &str, end: &[u8]) -> io::Result<bool> {
    let mut file = fs::File::open(path)?;
    let mut head = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    if !head.windows(mark.len()).any(|bytes| bytes == mark.as_bytes()) {
        return Ok(false);
    }
    let mut last = vec![0; end.len()];
    file.seek(SeekFrom::End(-i64::try_from(end.len()).unwrap_or(i64::MAX)))?;
    file.read_exact(&mut last)?;
    Ok(last == end)
}

fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
