//! What several files share: each event as a format writes it, made once for the whole timeline and
//! for every actor and topic.
//!
//! It is as large as the largest file of a format, so a build forgets it format by format.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::model::content_hash::content_hash;
use crate::model::event::Event;
use crate::model::sitemap::Export;
use crate::model::timeline::Timeline;

/// Every event of the timeline as one format writes it.
pub type Items = Arc<Vec<Box<str>>>;

/// What several files share, made when it is first needed.
#[derive(Default)]
pub struct Cache {
    items: Mutex<BTreeMap<Export, Items>>,
    /// Each event as feeds show it, once a feed has shown it.
    html: OnceLock<Vec<OnceLock<String>>>,
    content_hash: OnceLock<String>,
}

impl Cache {
    /// Forgets the events in all formats.
    pub fn forget_items(&self) {
        self.lock().clear();
    }

    /// Every event as `of` writes it.
    pub(super) fn items(
        &self,
        of: Export,
        timeline: &Timeline,
        make: impl Fn(&Event) -> String + Sync,
    ) -> Items {
        let known = self.lock().get(&of).cloned();
        known.unwrap_or_else(|| {
            // Not under the lock: a thread that waits for others takes up other work, which may come here, too.
            let events = timeline.events.par_iter();
            let made = Arc::new(events.map(|event| make(event).into_boxed_str()).collect());
            self.lock().entry(of).or_insert(made).clone()
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

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Export, Items>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
