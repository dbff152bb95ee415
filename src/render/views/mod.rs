//! Views: what templates see of each kind of page. Plain structures that are
//! serialised once and dropped; `docs/templates.md` lists their fields.
//!
//! No decision about addresses or values is made here, only how they are
//! worded and grouped.

pub mod article;
pub mod card;
pub mod entry;
pub mod event;
pub mod home;
pub mod kinds;
pub mod list;
pub mod period;
pub mod plain;
pub mod site;

use serde::Serialize;

use crate::model::date::{ClockTime, EventDate};
use crate::model::date_words::{html_datetime, time_words, words};
use crate::model::entry::{Entry, EntryKind};
use crate::model::event_type::EventType;
use crate::model::url;

/// The head of a page.
#[derive(Serialize, Default)]
pub struct Head {
    /// Of the page, without the site's.
    pub title: String,
    /// One or two sentences, plain text.
    pub description: String,
    /// Folder of the page's own feeds, if it has any.
    pub feeds: Option<String>,
}

/// A date as pages show it.
#[derive(Serialize, Clone)]
pub struct DateView {
    /// `3 September 2025`
    pub words: String,
    /// `2025-09-03`
    pub edtf: String,
    /// The value for `<time datetime>`, where HTML has one.
    pub datetime: Option<String>,
    /// `14:30 (UTC+8)`
    pub time: Option<String>,
}

impl DateView {
    pub fn new(date: &EventDate, time: Option<ClockTime>) -> Self {
        Self {
            words: words(date),
            edtf: date.as_str().to_owned(),
            datetime: html_datetime(date, time),
            time: time.map(time_words),
        }
    }
}

/// A name and where it leads.
#[derive(Serialize, Clone)]
pub struct LinkView {
    pub id: String,
    pub name: String,
    pub url: String,
}

impl LinkView {
    pub fn entry(kind: EntryKind, entry: &Entry, base: &str) -> Self {
        let url = format!("{base}{}", url::entry(kind, &entry.id));
        Self { id: entry.id.clone(), name: entry.name.clone(), url }
    }
}

/// A type of event.
#[derive(Serialize, Clone)]
pub struct TypeView {
    pub id: &'static str,
    pub label: &'static str,
    /// Id of its class.
    pub class: &'static str,
    /// The class in words.
    pub class_label: &'static str,
    pub url: String,
}

impl TypeView {
    pub fn new(kind: EventType, base: &str) -> Self {
        Self {
            id: kind.id(),
            label: kind.label(),
            class: kind.class().id(),
            class_label: kind.class().label(),
            url: format!("{base}{}", url::event_type(kind)),
        }
    }
}

/// The first words of a text, its first letter a capital, at most `most` characters, cut between words.
pub fn shorten(text: &str, most: usize) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(first) = text.get(..1) {
        text.replace_range(..1, &first.to_uppercase());
    }
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.', ' ']))
}
