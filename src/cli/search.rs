//! The search index of a build: made beside the pages, on a thread of its own, or kept from the last build.

use std::time::Duration;

use anyhow::Context;

use super::terminal::Stopwatch;
use crate::model::search::FOLDER;
use crate::site::Site;
use crate::site::search::{MAKER, index};
use crate::write::Stage;

/// What became of the index.
pub enum Search {
    /// Left out.
    None,
    /// What can be found is the same as in the last build.
    Kept { events: usize, took: Duration },
    /// Made anew.
    Made { events: usize, files: usize, took: Duration },
}

/// Puts the index into the stage.
pub fn write(site: &Site, stage: &Stage) -> anyhow::Result<Search> {
    if !site.has_search() {
        return Ok(Search::None);
    }
    let watch = Stopwatch::start();
    let records = site.records();
    let events = records.records.len();
    let made_of = format!("{} by {MAKER}", records.hash());
    if stage.keep(FOLDER, &made_of)? {
        return Ok(Search::Kept { events, took: watch.elapsed() });
    }
    let files = index(&records).context("build with `--no-search` to publish without it")?;
    drop(records);
    for file in &files {
        stage.put(&file.path, &file.bytes)?;
    }
    stage.list(FOLDER, &made_of, files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())))?;
    Ok(Search::Made { events, files: files.len(), took: watch.elapsed() })
}

impl Search {
    /// Its line in the summary.
    pub fn summary(&self) -> String {
        let counted = |events: usize| format!("{events} {}", if events == 1 { "event" } else { "events" });
        match self {
            Self::None => "Search: left out.\n".to_owned(),
            Self::Kept { events, took } => {
                format!("Search: index of {} kept, {:.2} s.\n", counted(*events), took.as_secs_f64())
            }
            Self::Made { events, files, took } => {
                let (events, seconds) = (counted(*events), took.as_secs_f64());
                format!("Search: {events} indexed in {files} files, {seconds:.2} s beside the pages.\n")
            }
        }
    }
}
