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
use tera::Value;

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
    /// The words with the clock time, in `<time datetime>` where HTML has a value for it: safe HTML.
    pub html: Value,
    /// `3 September 2025`
    pub words: String,
    /// `2025-09-03`
    pub edtf: String,
}

impl DateView {
    pub fn new(date: &EventDate, time: Option<ClockTime>) -> Self {
        let words = words(date);
        let with_time = time.map(|time| [&words, ", ", &time_words(time)].concat());
        let shown = with_time.as_ref().unwrap_or(&words);
        // Nothing in it needs to be escaped: the words and the digits are our own.
        let html = match html_datetime(date, time) {
            Some(datetime) => {
                Value::safe_string(&["<time datetime=\"", &datetime, "\">", shown, "</time>"].concat())
            }
            None => Value::safe_string(shown),
        };
        Self { html, edtf: date.as_str().to_owned(), words }
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
        let url = [base, &url::entry(kind, &entry.id)].concat();
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
            url: [base, &url::event_type(kind)].concat(),
        }
    }
}

/// The first words of a text, its first letter a capital, at most `most` characters, cut between words.
pub fn shorten(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + usize::from(!short.is_empty());
        if length > most {
            if short.is_empty() {
                short.extend(word.chars().take(most));
            }
            short.truncate(short.trim_end_matches([',', ';', ':', '.']).len());
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if let Some(first) = short.get(..1) {
        short.replace_range(..1, &first.to_uppercase());
    }
    short
}
