//! `permalinks.lock`: every id that was ever published, and of each event when
//! that was, when it last changed, and what it said.
//!
//! A text file, one id a line, sorted, so that two branches merge without
//! conflict and a review shows what changed. Reading and writing the file is not
//! done here, nor is it decided what has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;

use super::date::EventDate;
use super::event_type::EventType;

/// The head of the file.
const HEAD: &str = "\
# Every id that this site has published. Dateline writes this file; keep it under version control.
# An id in it that the content no longer bears is an error until you say where it went.
# Of events also: the days of publication and of the last change, the facts, and a hash of what else was said.
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

/// The ids, and what is kept of events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permalinks {
    /// Kind and id.
    pub ids: BTreeSet<(LockKind, String)>,
    /// Of events, by id. One that an older Dateline wrote down has none.
    pub records: BTreeMap<String, Record>,
}

/// What is kept of a published event. What is not known is not made up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The day on which it was first published.
    pub published: Option<NaiveDate>,
    /// The day of its last change after that day.
    pub changed: Option<NaiveDate>,
    /// Its facts, as they were last published.
    pub facts: Option<Facts>,
    /// A hash of all else that its page said.
    pub said: Option<String>,
}

/// What a change of needs a word to readers. Ids, not names; an actor's new name is no change of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The date.
    pub date: EventDate,
    /// The type.
    pub event_type: EventType,
    /// Id of the place.
    pub place: Option<String>,
    /// Ids of those who acted, sorted.
    pub actors: Vec<String>,
    /// Ids of those to whom it was done, sorted.
    pub recipients: Vec<String>,
}

impl Record {
    /// The part of the line after the id.
    fn write(&self, line: &mut String) {
        let mut put = |key: &str, value: &str| {
            if !value.is_empty() {
                // Writing into a text does not fail.
                let _ = write!(line, " {key}={value}");
            }
        };
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        put("published", &day(self.published));
        put("changed", &day(self.changed));
        if let Some(facts) = &self.facts {
            put("date", facts.date.as_str());
            put("type", facts.event_type.id());
            put("place", facts.place.as_deref().unwrap_or_default());
            put("actors", &facts.actors.join(","));
            put("recipients", &facts.recipients.join(","));
        }
        put("said", self.said.as_deref().unwrap_or_default());
    }
}

impl Permalinks {
    /// The whole file.
    pub fn to_text(&self) -> String {
        let mut lines: Vec<String> = self.ids.iter().map(|(kind, id)| self.line(*kind, id)).collect();
        lines.sort_unstable();
        HEAD.to_owned() + &lines.concat()
    }

    fn line(&self, kind: LockKind, id: &str) -> String {
        let mut line = format!("{}/{id}", kind.folder());
        if let Some(record) = self.records.get(id).filter(|_| kind == LockKind::Event) {
            record.write(&mut line);
        }
        line.push('\n');
        line
    }
}
