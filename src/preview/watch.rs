//! The site's folder -> batches of edited paths.
//!
//! An editor saves by truncating, by renaming, with backup files; git changes
//! hundreds of files in a moment. One batch is one such act. What is edited is
//! decided by those who read it: here are paths, and nothing is read.
#![expect(clippy::disallowed_methods, reason = "when an act is over is a matter of time")]

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{self, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

use super::Told;

/// How long a file has to be left alone before it is read.
const QUIET: Duration = Duration::from_millis(10);
/// How often that is looked at.
const TICK: Duration = Duration::from_millis(5);
/// How long nothing may happen for an act on many files to be over.
const SETTLED: Duration = Duration::from_millis(80);
/// How long such an act may take before what it has done so far is shown.
const PATIENCE: Duration = Duration::from_secs(10);
/// Up to so many files are taken for the edit of one: some editors touch a few.
const FEW: usize = 3;

/// Folders and files at the top that a site is made of; a build's output and `.git` are not among them.
const WATCHED_FOLDERS: [&str; 3] = ["content", "templates", "static"];
const WATCHED_FILES: [&str; 2] = ["site.yaml", "permalinks.lock"];

/// Watches a site's folder.
pub struct Watcher {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, NoCache>,
    events: Receiver<DebounceEventResult>,
    /// Folders that are watched with all that is in them.
    watched: BTreeSet<&'static str>,
    /// Watched folders that could not be, each said once.
    refused: BTreeSet<&'static str>,
}

impl Watcher {
    /// Begins to watch.
    ///
    /// # Errors
    /// If the system cannot watch the folder itself.
    pub fn start(root: &Path) -> io::Result<Self> {
        let (send, events) = channel();
        let handle = move |result: DebounceEventResult| {
            // Nobody listens any more only when the program ends.
            let _ = send.send(result);
        };
        let config = notify::Config::default();
        let mut debouncer =
            new_debouncer_opt::<_, RecommendedWatcher, _>(QUIET, Some(TICK), handle, NoCache, config)
                .map_err(io::Error::other)?;
        debouncer.watch(root, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        let (watched, refused) = Default::default();
        let mut watcher = Self { root: root.to_owned(), debouncer, events, watched, refused };
        watcher.watch_folders(&mut |_| {});
        Ok(watcher)
    }

    /// Waits for the next edit and returns every path that it touched.
    pub fn next(&mut self, tell: &mut dyn FnMut(Told<'_>)) -> Vec<PathBuf> {
        loop {
            self.watch_folders(tell);
            let Ok(result) = self.events.recv() else {
                // The debouncer lives as long as we do.
                std::thread::park();
                continue;
            };
            let mut paths = self.edited(result);
            if paths.is_empty() {
                continue;
            }
            self.settle(&mut paths);
            self.watch_folders(tell);
            return paths.into_iter().collect();
        }
    }

    /// What is edited within a moment, if anything is.
    pub fn next_within(&mut self, moment: Duration, tell: &mut dyn FnMut(Told<'_>)) -> Vec<PathBuf> {
        let end = Instant::now() + moment;
        let mut paths = BTreeSet::new();
        while let Ok(result) = self.events.recv_timeout(end.saturating_duration_since(Instant::now())) {
            paths.extend(self.edited(result));
            if !paths.is_empty() {
                self.settle(&mut paths);
                break;
            }
        }
        self.watch_folders(tell);
        paths.into_iter().collect()
    }

    /// Waits for the end of an act on many files: a checkout, a folder moved in.
    fn settle(&mut self, paths: &mut BTreeSet<PathBuf>) {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let is_small = paths.len() <= FEW && !paths.iter().any(|path| path.is_dir());
            let is_checkout = self.git_is_at_work();
            if is_small && !is_checkout {
                return;
            }
            match self.events.recv_timeout(SETTLED) {
                Ok(result) => paths.extend(self.edited(result)),
                Err(RecvTimeoutError::Timeout) if is_checkout => {}
                Err(_) => return,
            }
        }
    }

    /// git holds this file while it changes the working tree.
    fn git_is_at_work(&self) -> bool {
        self.root.ancestors().any(|folder| folder.join(".git/index.lock").exists())
    }

    /// The paths that matter. An error of the watcher's own is taken for an edit of everything.
    fn edited(&mut self, result: DebounceEventResult) -> BTreeSet<PathBuf> {
        let Ok(events) = result else { return BTreeSet::from([self.root.clone()]) };
        let mut paths = BTreeSet::new();
        for event in events {
            if event.need_rescan() {
                paths.insert(self.root.clone());
            }
            if matches!(
                event.kind,
                EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
            ) {
                event.paths.iter().for_each(|path| self.let_go(path));
            }
            // Reading is no edit: it is what we do ourselves.
            if !matches!(event.kind, EventKind::Access(_)) {
                paths.extend(event.paths.iter().filter(|path| self.is_of_site(path)).cloned());
            }
        }
        paths
    }

    fn is_of_site(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.root) else { return false };
        let mut parts = below.components().map(|part| part.as_os_str().to_string_lossy());
        let Some(first) = parts.next() else { return false };
        let is_backup = |name: &str| name.starts_with('.') || name.ends_with('~') || name.starts_with('#');
        let is_ours = WATCHED_FOLDERS.contains(&&*first) || WATCHED_FILES.contains(&&*first);
        // What begins with a dot may be published from `static`.
        is_ours
            && (first == "static"
                || !below.file_name().is_some_and(|name| is_backup(&name.to_string_lossy())))
    }

    /// A watched folder that came or went is another one now, even if it has the same name: it is watched anew.
    fn let_go(&mut self, path: &Path) {
        if let Some(folder) = WATCHED_FOLDERS.into_iter().find(|folder| self.root.join(folder) == path)
            && self.watched.remove(folder)
        {
            // It fails if the old folder is gone.
            let _ = self.debouncer.unwatch(path);
        }
    }

    /// A folder may come and go while the site is watched.
    fn watch_folders(&mut self, tell: &mut dyn FnMut(Told<'_>)) {
        for folder in WATCHED_FOLDERS {
            let path = self.root.join(folder);
            if !path.is_dir() {
                if self.watched.remove(folder) {
                    let _ = self.debouncer.unwatch(&path);
                }
            } else if !self.watched.contains(folder) {
                match self.debouncer.watch(&path, RecursiveMode::Recursive) {
                    Ok(()) => drop(self.watched.insert(folder)),
                    Err(error) if self.refused.insert(folder) => {
                        tell(Told::Unwatched(&format!("`{folder}` cannot be watched: {error}")));
                    }
                    Err(_) => {}
                }
            }
        }
    }
}
