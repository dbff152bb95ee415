//! Pages -> disk: whole or not at all.
//!
//! Everything is written into a new folder beside the output; only when all of
//! it is there do the two change places, in one step where the system can
//! ([`renameat2` with `RENAME_EXCHANGE`]). A build that fails or is killed
//! leaves the published site as it was. Files whose bytes are the same are
//! linked over from the old site, so they keep their modification time.
//!
//! Only a folder that holds our marker, or nothing, is ever replaced.
//!
//! [`renameat2` with `RENAME_EXCHANGE`]: https://man7.org/linux/man-pages/man2/rename.2.html
#![expect(clippy::disallowed_methods, reason = "this is the edge where files are written")]

mod claim;
mod folder;
mod kept;
mod swap;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags};

/// The file that tells a folder is ours to replace.
pub const MARKER: &str = ".dateline";

const MARKER_TEXT: &str =
    "Made by Dateline. The whole folder is replaced at every build: keep nothing of your own here.\n";

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder holds files and no marker.
    #[error("`{0}` is not empty, and Dateline did not make it")]
    Foreign(PathBuf),
    /// The folder is ours, but somebody has put a repository into it.
    #[error("`{0}` holds a git repository, which a build would delete")]
    Repository(PathBuf),
    /// The output would hold the site's own files.
    #[error("`{0}` holds the site's own files")]
    HoldsSite(PathBuf),
    /// Another build is writing it.
    #[error("another build is writing `{0}`")]
    Busy(PathBuf),
    /// A link that leads nowhere.
    #[error("`{0}` is a link that leads nowhere")]
    DanglingLink(PathBuf),
    /// It is no folder.
    #[error("`{0}` is a file, not a folder")]
    NoFolder(PathBuf),
    /// The operating system refused.
    #[error("cannot write `{path}`: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it said.
        error: io::Error,
    },
}

/// What a finished build did to the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Files that were not there before, or whose bytes changed.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Bytes of all files.
    pub bytes: usize,
}

/// A site on its way to disk. Dropped before [`Stage::publish`], it leaves no trace.
pub struct Stage {
    output: PathBuf,
    folder: tempfile::TempDir,
    /// The same folder, opened: paths below it are shorter to look up than whole ones.
    root: OwnedFd,
    /// Held as long as the stage is at work, so that another build sees it.
    claim: claim::Claim,
    replaces: bool,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    bytes: AtomicUsize,
}

impl Stage {
    /// Prepares to replace `output`, which is made if it is not there. `site` is the site's own folder.
    ///
    /// # Errors
    /// If the folder is not ours, or cannot be written.
    pub fn open(output: &Path, site: &Path) -> Result<Self, WriteError> {
        let output = folder::resolve(output)?;
        let site = fs::canonicalize(site).map_err(|error| io_error(site, error))?;
        let within = output.strip_prefix(&site).ok().and_then(|rest| rest.components().next());
        let holds_sources = within.is_some_and(|first| {
            let first = first.as_os_str();
            ["content", "templates", "static", "sources"].iter().any(|folder| first == *folder)
        });
        if site.starts_with(&output) || holds_sources {
            return Err(WriteError::HoldsSite(output));
        }
        let replaces = check_ours(&output)?;
        let parent = output.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(|error| io_error(&parent, error))?;
        let name =
            output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy().into_owned());
        let prefix = format!(".{name}.dateline-");
        let (folder, claim) = claim::stage(&parent, &prefix, &output)?;
        let root = rustix::fs::open(folder.path(), OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())
            .map_err(|error| io_error(folder.path(), error.into()))?;
        let (written, unchanged, bytes) = Default::default();
        let stage = Self { output, folder, root, claim, replaces, written, unchanged, bytes };
        stage.put(MARKER, MARKER_TEXT.as_bytes())?;
        Ok(stage)
    }

    /// Writes one file, by its path below the output folder. Can be called from many threads.
    ///
    /// # Errors
    /// If the path would leave the folder, or the system refuses.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let target = self.target(path)?;
        self.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
        if self.replaces {
            let old = self.output.join(path);
            if same_bytes(&old, bytes) && link(&old, &target).is_ok() {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
        }
        let mut file = self.create(path).map_err(|error| io_error(&target, error))?;
        file.write_all(bytes).map_err(|error| io_error(&target, error))?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Copies one file of the site.
    ///
    /// # Errors
    /// If the path would leave the folder, or the system refuses.
    pub fn copy(&self, path: &str, from: &Path) -> Result<(), WriteError> {
        let target = self.target(path)?;
        let length = fs::metadata(from).map_err(|error| io_error(from, error))?.len();
        self.bytes.fetch_add(usize::try_from(length).unwrap_or(usize::MAX), Ordering::Relaxed);
        if self.replaces {
            let old = self.output.join(path);
            if same_files(&old, from).unwrap_or(false) && link(&old, &target).is_ok() {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
        }
        let mut source = fs::File::open(from).map_err(|error| io_error(from, error))?;
        let mut file = self.create(path).map_err(|error| io_error(&target, error))?;
        io::copy(&mut source, &mut file).map_err(|error| io_error(&target, error))?;
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Puts the new site in the old one's place.
    ///
    /// # Errors
    /// If the system refuses; the old site is then still there.
    pub fn publish(self) -> Result<Report, WriteError> {
        let Self { output, folder, root: _, claim, replaces, written, unchanged, bytes } = self;
        let staged = folder.path().to_owned();
        if !staged.join(MARKER).is_file() {
            let error = io::Error::new(
                io::ErrorKind::NotFound,
                "the new site was removed while it was being written",
            );
            return Err(io_error(&staged, error));
        }
        folder::make_public(&staged).map_err(|error| io_error(&staged, error))?;
        let mut removed = 0;
        if replaces {
            swap::exchange(&staged, &output).map_err(|error| io_error(&output, error))?;
            removed = folder::files_missing_in(&staged, &output);
            // What is in the temporary folder now is the old site, and goes with it.
            drop(folder);
        } else {
            fs::rename(&staged, &output).map_err(|error| io_error(&output, error))?;
            let _ = folder.keep();
        }
        drop(claim);
        let (written, unchanged) = (written.into_inner(), unchanged.into_inner());
        Ok(Report { written, unchanged, removed, bytes: bytes.into_inner() })
    }

    /// Creates a file, and its folders if they are not there.
    fn create(&self, path: &str) -> io::Result<fs::File> {
        let open = || {
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::CLOEXEC;
            rustix::fs::openat(&self.root, path, flags, Mode::from_raw_mode(0o666))
        };
        if let Some((folder, "index.html")) = path.rsplit_once('/') {
            // Nearly always a folder of its own: made first, it need not be missed first.
            let _ = rustix::fs::mkdirat(&self.root, folder, Mode::from_raw_mode(0o777));
        }
        match open() {
            Err(rustix::io::Errno::NOENT) => {
                make_folder(&self.folder.path().join(path))?;
                Ok(open()?.into())
            }
            result => Ok(result?.into()),
        }
    }

    fn target(&self, path: &str) -> Result<PathBuf, WriteError> {
        let plain = !path.contains('\\') && !path.contains('\0');
        let inside = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        if !plain || !inside {
            let error = io::Error::new(io::ErrorKind::InvalidInput, "the path would leave the output folder");
            return Err(io_error(Path::new(path), error));
        }
        Ok(self.folder.path().join(path))
    }
}

/// A file that is ready to take its place: for `permalinks.lock`.
pub struct Pending {
    path: PathBuf,
    /// `None` if the file is as it should be already.
    file: Option<tempfile::NamedTempFile>,
}

impl Pending {
    /// Writes the bytes beside the file.
    ///
    /// # Errors
    /// If the system refuses; the file is then as it was.
    pub fn prepare(path: &Path, bytes: &[u8]) -> Result<Self, WriteError> {
        if same_bytes(path, bytes) {
            return Ok(Self { path: path.to_owned(), file: None });
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let write = || {
            let mut file = tempfile::Builder::new().prefix(".dateline-").tempfile_in(parent)?;
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            folder::copy_mode(file.path(), path)?;
            Ok(file)
        };
        let file = write().map_err(|error| io_error(path, error))?;
        Ok(Self { path: path.to_owned(), file: Some(file) })
    }

    /// Puts it in the file's place, in one step.
    ///
    /// # Errors
    /// If the system refuses; the file is then as it was.
    pub fn commit(self) -> Result<(), WriteError> {
        let Some(file) = self.file else { return Ok(()) };
        file.persist(&self.path).map(|_| ()).map_err(|error| io_error(&self.path, error.error))
    }
}

/// Writes a file that must not be there yet: for `init` and `new`.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if it is there; else what the system says.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    };
    write().map_err(|error| io_error(path, error))
}

fn io_error(path: &Path, error: io::Error) -> WriteError {
    WriteError::Io { path: path.to_owned(), error }
}

/// Whether there is a site of ours to replace; an error if it is not ours.
fn check_ours(output: &Path) -> Result<bool, WriteError> {
    let entries = match fs::read_dir(output) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(WriteError::NoFolder(output.to_owned()));
        }
        Err(error) => return Err(io_error(output, error)),
    };
    let mut is_empty = true;
    for entry in entries {
        is_empty = false;
        if entry.map_err(|error| io_error(output, error))?.file_name() == ".git" {
            return Err(WriteError::Repository(output.to_owned()));
        }
    }
    if !is_empty && !output.join(MARKER).is_file() {
        return Err(WriteError::Foreign(output.to_owned()));
    }
    Ok(true)
}

fn link(old: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(old, target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(target)?;
            fs::hard_link(old, target)
        }
        result => result,
    }
}

/// Makes the folder of a file: most often its parent is there, so one call does.
fn make_folder(target: &Path) -> io::Result<()> {
    let Some(folder) = target.parent() else { return Ok(()) };
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        result => result,
    }
}

fn same_bytes(path: &Path, bytes: &[u8]) -> bool {
    let is_same = || -> io::Result<bool> {
        let mut file = fs::File::open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() || metadata.len() != bytes.len() as u64 {
            return Ok(false);
        }
        let mut old = Vec::with_capacity(bytes.len());
        file.read_to_end(&mut old)?;
        Ok(old == bytes)
    };
    is_same().unwrap_or(false)
}

fn same_files(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (fs::File::open(a)?, fs::File::open(b)?);
    if a.metadata()?.len() != b.metadata()?.len() {
        return Ok(false);
    }
    let (mut left, mut right) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    loop {
        let read = a.read(&mut left)?;
        if read == 0 {
            return Ok(true);
        }
        b.read_exact(&mut right[..read])?;
        if left[..read] != right[..read] {
            return Ok(false);
        }
    }
}
