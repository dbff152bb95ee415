//! Source files as they were read, and places in them.
//!
//! A [`Span`] is a range of bytes in one file's text; lines and columns are
//! counted only when a diagnostic has to name them.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::asset::AssetSource;
use super::image::Size;
use super::snapshot::Snapshot;

/// A file of the site, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the site's folder, with `/` between the parts.
    pub path: Arc<str>,
    /// Its text: UTF-8, without a byte order mark, line ends as they were.
    pub text: Arc<str>,
    /// Where each line begins, counted when a line is first asked for.
    lines: Arc<OnceLock<Vec<u32>>>,
}

impl SourceFile {
    /// A file of this path and text.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into(), lines: Arc::default() }
    }

    /// The file's name without folder and extension: what its id is made of.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The line that holds the byte, from 1.
    pub fn line(&self, at: usize) -> u32 {
        let starts = self.lines.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)).collect()
        });
        let before = starts.partition_point(|start| *start as usize <= at);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// A range of bytes in a file's text. Files are bounded far below 4 GiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// As a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The bytes of the text that it names; empty where it does not fit.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end) }
    }
}

impl Sources {
    /// The snapshot of an article, by the article's id.
    pub fn snapshot(&self, id: &str) -> Option<&Snapshot> {
        let at = self.snapshots.binary_search_by(|snapshot| snapshot.text.stem().cmp(id)).ok()?;
        self.snapshots.get(at)
    }
}

/// A static file: copied as it is. Only those that are [`AssetSource`]s too are read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticFile {
    /// Path below `static/`, which is its path in the output.
    pub path: String,
    /// Where its bytes are.
    pub origin: StaticOrigin,
    /// How large it is shown, if it is an image of a known format.
    pub size: Option<Size>,
}

/// Where the bytes of a static file come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaticOrigin {
    /// A file of the site.
    Disk(std::path::PathBuf),
    /// A file of the built-in theme.
    BuiltIn(&'static [u8]),
}

/// Everything that a site's folder holds, read and not yet understood.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// Whether there is a `site.yaml`, readable or not.
    pub is_site: bool,
    /// `site.yaml`.
    pub config: Option<SourceFile>,
    /// `content/articles/**.md`, by path.
    pub articles: Vec<SourceFile>,
    /// `content/actors/**.md`, by path.
    pub actors: Vec<SourceFile>,
    /// `content/topics/**.md`, by path.
    pub topics: Vec<SourceFile>,
    /// `content/places/**.md`, by path.
    pub places: Vec<SourceFile>,
    /// `content/publishers/**.md`, by path.
    pub publishers: Vec<SourceFile>,
    /// `content/events/**.md`, by path.
    pub overlays: Vec<SourceFile>,
    /// `content/pages/**.md`, by path.
    pub pages: Vec<SourceFile>,
    /// `sources/ID.txt` of the articles that have one, by id.
    pub snapshots: Vec<Snapshot>,
    /// `permalinks.lock`.
    pub permalinks: Option<SourceFile>,
    /// `templates/**.html`: the built-in theme's, overridden by the site's; by name.
    pub templates: Vec<SourceFile>,
    /// `templates/texts/*.ftl` of the site, by path.
    pub texts: Vec<SourceFile>,
    /// `static/**`: the built-in theme's, overridden by the site's; by path.
    pub statics: Vec<StaticFile>,
    /// Those of the static files that templates ask for, and what they refer to; by path.
    pub assets: Vec<AssetSource>,
}
