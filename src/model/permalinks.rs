//! `permalinks.lock`: every id that was ever published.
//!
//! A text file, one `kind/id` a line, sorted, so that two branches merge
//! without conflict. Reading and writing the file is not done here.

use std::collections::BTreeSet;

/// The head of the file.
const HEAD: &str = "\
# Every id that this site has published. Dateline writes this file; keep it under version control.
# An id in it that the content no longer bears is an error until you say where it went.
";

/// What ids are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockKind {
    /// Events.
    Event,
    /// Actors.
    Actor,
    /// Topics.
    Topic,
    /// Places.
    Place,
    /// Articles.
    Article,
    /// Plain pages.
    Page,
}

impl LockKind {
    /// All kinds.
    pub const ALL: [LockKind; 6] =
        [Self::Event, Self::Actor, Self::Topic, Self::Place, Self::Article, Self::Page];

    /// The first part of a line.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Event => "events",
            Self::Actor => "actors",
            Self::Topic => "topics",
            Self::Place => "places",
            Self::Article => "articles",
            Self::Page => "pages",
        }
    }

    /// In a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Article => "article",
            Self::Page => "page",
        }
    }

    /// The path of the page that bears the id.
    pub fn path(self, id: &str) -> String {
        match self {
            Self::Page => format!("{id}/"),
            other => format!("{}/{id}/", other.folder()),
        }
    }
}

/// The ids, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permalinks {
    /// Kind and id.
    pub ids: BTreeSet<(LockKind, String)>,
}

impl Permalinks {
    /// One line of the file; `None` if it is neither an id nor blank nor a comment.
    pub fn parse_line(line: &str) -> Option<Option<(LockKind, String)>> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Some(None);
        }
        let (folder, id) = line.split_once('/')?;
        let kind = LockKind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
        super::url::is_slug(id).then(|| Some((kind, id.to_owned())))
    }

    /// The whole file.
    pub fn to_text(&self) -> String {
        let mut lines: Vec<String> =
            self.ids.iter().map(|(kind, id)| format!("{}/{id}\n", kind.folder())).collect();
        lines.sort_unstable();
        HEAD.to_owned() + &lines.concat()
    }
}
