//! Views: what templates see of each kind of page. Plain structures that are
//! serialised once and dropped; `docs/templates.md` lists their fields.
//!
//! No decision about addresses or values is made here, only how they are
//! worded and grouped.

pub mod agreements;
pub mod article;
pub mod attestation;
pub mod card;
pub mod cite;
pub mod contacts;
pub mod data;
pub mod difference;
pub mod embed;
pub mod entry;
pub mod event;
pub mod extent;
pub mod feed;
pub mod filters;
pub mod home;
pub mod json_ld;
pub mod kinds;
mod life;
pub mod lifetime;
pub mod list;
pub mod meta;
pub mod methodology;
mod nearby;
pub mod overview;
pub mod period;
pub mod plain;
pub mod positions;
pub mod site;
pub mod thread;
pub mod versions;
pub mod withdrawn;
mod years;

use serde::Serialize;
use tera::Value;

use crate::model::date::{ClockTime, EventDate};
use crate::model::date_words::html_datetime;
use crate::model::entry::{Entry, EntryKind};
use crate::model::event_type::EventType;
use crate::model::language::{Language, capitalised};
use crate::model::url;
use crate::render::texts::{escaped, name as isolated};

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
    pub fn new(language: &Language, date: &EventDate, time: Option<ClockTime>) -> Self {
        let words = language.date(date);
        let with_time = language.moment(&words, time);
        let shown = escaped(with_time.as_ref().unwrap_or(&words));
        let html = match html_datetime(date, time) {
            Some(datetime) => {
                Value::safe_string(&["<time datetime=\"", &datetime, "\">", &shown, "</time>"].concat())
            }
            None => Value::safe_string(&shown),
        };
        Self { html, edtf: date.as_str().to_owned(), words }
    }
}

/// A name and where it leads.
#[derive(Serialize, Clone)]
pub struct LinkView {
    pub id: String,
    pub name: String,
    /// The name as safe HTML, set apart where it is written in the other direction than the page.
    pub html: Value,
    pub url: String,
}

impl LinkView {
    pub fn new(language: &Language, id: String, name: String, url: String) -> Self {
        Self { id, html: isolated(language, &name), name, url }
    }

    pub fn entry(kind: EntryKind, entry: &Entry, base: &str, language: &Language) -> Self {
        let url = [base, &url::entry(kind, &entry.id)].concat();
        Self::new(language, entry.id.clone(), entry.name.clone(), url)
    }
}

/// A type of event.
#[derive(Serialize, Clone)]
pub struct TypeView<'a> {
    pub id: &'static str,
    pub label: &'a str,
    /// Id of its class.
    pub class: &'static str,
    /// The class in words.
    pub class_label: &'a str,
    pub url: String,
}

impl<'a> TypeView<'a> {
    pub fn new(kind: EventType, base: &str, language: &'a Language) -> Self {
        Self {
            id: kind.id(),
            label: language.event_type(kind),
            class: kind.class().id(),
            class_label: language.class(kind.class()),
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
    capitalised(&short)
}
