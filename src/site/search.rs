//! What can be found of a site, and its index.

use std::ops::Range;

use super::Site;
use crate::model::search::{IndexFile, Record, Records};
use crate::search;

pub use crate::search::{IndexError, MAKER};

impl Site {
    /// Whether the site has a full-text search.
    pub fn has_search(&self) -> bool {
        self.timeline().config.options.search
    }

    /// Everything that can be found. On one thread, beside those that make pages.
    pub fn records(&self) -> Records {
        Records {
            language: self.search_language(),
            records: self.some_records(0..self.timeline().events.len()),
        }
    }

    /// The records of some events, as far as there are so many.
    pub fn some_records(&self, events: Range<usize>) -> Vec<Record> {
        let (timeline, language) = (self.timeline(), self.renderer.language());
        let events = timeline.events.iter().skip(events.start).take(events.len());
        events.map(|event| search::record(timeline, language, event)).collect()
    }

    /// The language of all records.
    pub fn search_language(&self) -> String {
        self.renderer.language().tag().to_ascii_lowercase()
    }
}

/// Makes the index.
///
/// # Errors
/// If that fails.
pub fn index(records: &Records) -> Result<Vec<IndexFile>, IndexError> {
    search::index(records)
}
