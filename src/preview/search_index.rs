//! The search index of the site that is shown: made when a browser asks for
//! it, and made anew when one asks after an edit.
//!
//! Nothing waits for it but who asked. What can be found is taken from the
//! site piece by piece, so that an edit comes in between; Pagefind works with
//! a thread of its own, so that it takes none from an edit.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::live::Live;
use crate::model::search::{IndexFile, Records};
use crate::site::search::index;

/// How many records are taken from the site at once: some ten milliseconds' work.
const PIECE: usize = 500;

/// The files of the index, by their paths below the site's.
type Files = HashMap<String, Arc<Vec<u8>>>;

/// The index, once it has been asked for.
#[derive(Default)]
pub struct SearchIndex {
    made: Mutex<Made>,
    /// Held while an index is made, so that none is made twice.
    making: Mutex<()>,
}

#[derive(Default)]
struct Made {
    /// The version of the site that the files are of.
    version: Option<u64>,
    /// Tells what could be found in it.
    hash: String,
    files: Files,
    /// The files before: an open page still asks for them.
    before: Files,
}

impl SearchIndex {
    /// A file of the index of the site that is shown; `None` if there is no such file.
    pub fn file(&self, live: &Live, path: &str) -> Option<Arc<Vec<u8>>> {
        if self.made().version != Some(live.version()) {
            self.bring_up_to_date(live);
        }
        let made = self.made();
        made.files.get(path).or_else(|| made.before.get(path)).cloned()
    }

    fn bring_up_to_date(&self, live: &Live) {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let known = {
            let made = self.made();
            if made.version == Some(live.version()) {
                return;
            }
            made.hash.clone()
        };
        let (version, hash, files) = make(live, &known);
        let mut made = self.made();
        made.version = Some(version);
        if let Some(files) = files {
            made.hash = hash;
            made.before = std::mem::replace(&mut made.files, files);
        }
    }

    fn made(&self) -> MutexGuard<'_, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The version of the site, what can be found in it, and its index; no index if that is `known`.
fn make(live: &Live, known: &str) -> (u64, String, Option<Files>) {
    let (version, records) = records(live);
    let hash = records.as_ref().map_or_else(String::new, Records::hash);
    if hash == known {
        return (version, hash, None);
    }
    let made = records.map_or_else(Vec::new, |records| on_own_thread(&records));
    let files = made.into_iter().map(|IndexFile { path, bytes }| (path, Arc::new(bytes))).collect();
    (version, hash, Some(files))
}

/// Without the threads that load an edited site. An index that cannot be made is an empty one: its page says so.
fn on_own_thread(records: &Records) -> Vec<IndexFile> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().ok();
    pool.and_then(|pool| pool.install(|| index(records)).ok()).unwrap_or_default()
}

/// Everything that can be found in one version of the site; `None` if it has no search.
fn records(live: &Live) -> (u64, Option<Records>) {
    let mut version = live.version();
    let mut found: Option<Records> = None;
    loop {
        let shown = live.site();
        let Some(site) = shown.as_ref().filter(|site| site.has_search()) else {
            return (live.version(), None);
        };
        // Versions change only while nobody holds the site.
        if version != live.version() {
            (version, found) = (live.version(), None);
        }
        let records =
            found.get_or_insert_with(|| Records { language: site.search_language(), records: Vec::new() });
        let at = records.records.len();
        records.records.extend(site.some_records(Range { start: at, end: at + PIECE }));
        if records.records.len() < at + PIECE {
            return (version, found);
        }
    }
}
