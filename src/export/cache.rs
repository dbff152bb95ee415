//! What several files share: each event as a format writes it, made once for the whole timeline and
//! for every actor and topic.
//!
//! It is as large as the largest file of a format, so a build forgets it format by format.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::model::content_hash::content_hash;
use crate::model::entry::EntryKind;
use crate::model::sitemap::Export;
use crate::model::timeline::Timeline;

/// Everything of one sort in the timeline, as one format writes it.
pub type Items = Arc<Vec<Box<str>>>;

/// What a format writes one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Events, in order of time.
    Events,
    /// Entries of a kind, by id.
    Entries(EntryKind),
    /// Articles, by id.
    Reports,
}

/// What several files share, made when it is first needed.
#[derive(Default)]
pub struct Cache {
    items: Mutex<BTreeMap<(Export, Sort), Items>>,
    /// Each event as feeds show it, once a feed has shown it.
    html: OnceLock<Vec<OnceLock<String>>>,
    content_hash: OnceLock<String>,
}

impl Cache {
    /// Forgets what was written, in all formats.
    pub fn forget_items(&self) {
        self.lock().clear();
    }

    /// Everything of a sort as `of` writes it.
    pub(super) fn items(
        &self,
        of: Export,
        sort: Sort,
        timeline: &Timeline,
        make: impl Fn(u32) -> String + Sync,
    ) -> Items {
        let known = self.lock().get(&(of, sort)).cloned();
        known.unwrap_or_else(|| {
            let count = match sort {
                Sort::Events => timeline.events.len(),
                Sort::Entries(kind) => timeline.entries(kind).len(),
                Sort::Reports => timeline.articles.len(),
            };
            // Not under the lock: a thread that waits for others takes up other work, which may come here, too.
            let all = (0..u32::try_from(count).unwrap_or(u32::MAX)).into_par_iter();
            let made = Arc::new(all.map(|at| make(at).into_boxed_str()).collect());
            self.lock().entry((of, sort)).or_insert(made).clone()
        })
    }

    /// An event as feeds show it.
    pub(super) fn html(&self, events: usize, at: u32, make: impl FnOnce() -> String) -> &str {
        let all = self.html.get_or_init(|| vec![OnceLock::new(); events]);
        all[at as usize].get_or_init(make)
    }

    /// What the content is that files are made of.
    pub(super) fn content_hash(&self, timeline: &Timeline) -> &str {
        if self.content_hash.get().is_none() {
            // Made outside, for the same reason.
            let _ = self.content_hash.set(content_hash(timeline));
        }
        self.content_hash.get().map_or("", String::as_str)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<(Export, Sort), Items>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
