//! A hash of the content: what a data file was made of, in one word.
//!
//! Only the texts count and where they stand, in a fixed order: no clock, no folder, no setting.

use rayon::prelude::*;

use super::entry::EntryKind;
use super::source::SourceFile;
use super::timeline::Timeline;

/// BLAKE3 of all files below `content/` that events are made of, so all but the pages: `blake3:` and 64 digits.
pub fn content_hash(timeline: &Timeline) -> String {
    let articles = timeline.articles.iter().map(|article| &article.meta.source);
    let entries =
        EntryKind::ALL.into_iter().flat_map(|kind| timeline.entries(kind)).map(|entry| &entry.source);
    let overlays = timeline.overlays.iter().map(|overlay| &overlay.source);
    let mut files: Vec<&SourceFile> = articles.chain(entries).chain(overlays).collect();
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let hashes: Vec<blake3::Hash> = files.par_iter().map(|file| blake3::hash(file.text.as_bytes())).collect();
    let mut all = blake3::Hasher::new();
    for (file, hash) in files.iter().zip(hashes) {
        // The length before the path, so that no two lists of files read the same.
        all.update(&(file.path.len() as u64).to_le_bytes())
            .update(file.path.as_bytes())
            .update(hash.as_bytes());
    }
    format!("blake3:{}", all.finalize().to_hex())
}
