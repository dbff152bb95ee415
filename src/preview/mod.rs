//! A site while it is edited: watched, served as it would be published, and
//! shown anew in open browsers after every edit.
//!
//! Pages are made when they are asked for, nothing is written. A site with
//! mistakes is never shown: the last good one stays, with the list of what is
//! wrong over it. Only this module listens on the network, and it answers only
//! to its own address; `http` is the protocol, and knows nothing of a site.
//!
//! Absent on purpose: a router, other methods than GET and HEAD, uploads, TLS.

mod answer;
pub mod http;
mod inject;
mod live;
mod problems;
mod reload;
mod search_index;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostics::Diagnostic;
use crate::site::LoadOptions;

use live::Live;
use reload::Reloader;
use watch::Watcher;

/// What the preview has to say to whoever started it.
pub enum Told<'a> {
    /// The site was read for the first time: so many events and pages.
    Loaded {
        /// Events that are shown.
        events: usize,
        /// Pages and files.
        pages: usize,
        /// How long it took.
        took: Duration,
    },
    /// Something was edited, and what is shown is up to date with it.
    Rebuilt {
        /// The files, below the site's folder.
        files: &'a [String],
        /// How many pages and files show something of it.
        pages: usize,
        /// From the first sight of the edit until the new pages could be asked for.
        took: Duration,
    },
    /// The first load found mistakes: the site is shown as far as it goes.
    Mistaken(&'a [Diagnostic]),
    /// The mistakes are other than before; none if the list is empty.
    Mistakes(&'a [Diagnostic]),
    /// Something cannot be watched; why.
    Unwatched(&'a str),
}

/// A site that is being previewed.
pub struct Preview {
    live: Arc<Live>,
    reloader: Reloader,
    watcher: Watcher,
}

impl Preview {
    /// Begins to watch a site's folder and loads the site.
    ///
    /// # Errors
    /// If the folder cannot be watched at all.
    pub fn start(root: &Path, options: LoadOptions, tell: &mut dyn FnMut(Told<'_>)) -> std::io::Result<Self> {
        // Watched first: an edit during the loading is not lost.
        let watcher = Watcher::start(root)?;
        let (reloader, live) = Reloader::load(root, options, tell);
        Ok(Self { live: Arc::new(live), reloader, watcher })
    }

    /// What answers requests for the site's pages.
    pub fn answers(&self) -> impl http::Answers + use<> {
        answer::PageAnswers::new(self.live.clone())
    }

    /// The path of the home page, such as `/talks/`.
    pub fn base_path(&self) -> String {
        self.live.base_path()
    }

    /// Follows the edits of the site, for ever.
    pub fn follow(mut self, tell: &mut dyn FnMut(Told<'_>)) {
        loop {
            let paths = self.watcher.next(tell);
            self.reloader.edited(&paths, &mut self.watcher, &self.live, tell);
        }
    }
}

/// The paths as they are shown: below the site's folder.
fn shown(root: &Path, paths: &[PathBuf]) -> Vec<String> {
    let below = |path: &PathBuf| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let mut files: Vec<String> = paths.iter().map(below).collect();
    files.sort();
    files.dedup();
    files
}
