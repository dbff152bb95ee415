//! Feeds and data files: one small file a format, behind one trait.
//!
//! Made of the model alone, without templates; standards are named where each
//! is written. No IO, no clock: the dates in feeds are those of the articles.

mod atom;
mod calendar;
mod corrections;
mod data;
mod json_feed;
mod site_files;

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::model::event::{Event, Status};
use crate::model::language::Language;
use crate::model::language::texts::Arg;
use crate::model::sitemap::{Export, Scope, SiteMap};
use crate::model::timeline::Timeline;
use crate::model::url;

/// How many events a feed holds: the latest.
const FEED_LENGTH: usize = 20;

/// What an exporter works on.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The whole model.
    pub timeline: &'a Timeline,
    /// All addresses.
    pub sitemap: &'a SiteMap,
    /// In which its words and dates are.
    pub language: &'a Language,
    /// Which events.
    pub scope: Scope,
    /// What several files share.
    pub cache: &'a Cache,
}

/// What several files share, made when it is first needed.
#[derive(Default)]
pub struct Cache {
    /// Each event as a calendar holds it; empty where no calendar does.
    calendar_items: OnceLock<Vec<String>>,
}

/// Turns a part of the timeline into the bytes of one file.
trait Exporter {
    /// Appends the file. Cannot fail: whatever the model holds can be written.
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>);
}

/// Appends the bytes of one exported file.
pub fn file(export: Export, input: &Input<'_>, out: &mut Vec<u8>) {
    let exporter: &dyn Exporter = match export {
        Export::Atom => &atom::Atom,
        Export::JsonFeed => &json_feed::JsonFeed,
        Export::Calendar => &calendar::Calendar,
        Export::Sitemap => &site_files::Sitemap,
        Export::SitemapPart(part) => &site_files::SitemapPart(part),
        Export::Robots => &site_files::Robots,
        Export::Redirects => &site_files::Redirects,
        Export::Headers => &site_files::Headers,
        Export::Json => &data::Json,
        Export::Csv => &data::Csv,
        Export::Corrections => &corrections::Corrections,
        Export::CorrectionsJson => &corrections::CorrectionsJson,
    };
    exporter.write(input, out);
}

impl<'a> Input<'a> {
    /// The events of the scope, in order of time; drafts are in no export.
    fn events(&self) -> Vec<&'a Event> {
        self.indices().into_iter().map(|at| self.timeline.event(at)).collect()
    }

    /// Their indices.
    fn indices(&self) -> Vec<u32> {
        let all: Vec<u32> = match self.scope {
            Scope::Site => (0u32..).zip(&self.timeline.events).map(|(at, _)| at).collect(),
            Scope::Entry(entry) => self.timeline.events_of(entry).to_vec(),
        };
        all.into_iter().filter(|at| self.timeline.event(*at).status == Status::Published).collect()
    }

    /// The latest events, newest first.
    fn latest(&self) -> Vec<&'a Event> {
        self.events().into_iter().rev().take(FEED_LENGTH).collect()
    }

    /// What a feed is called.
    fn title(&self) -> String {
        let site = &self.timeline.config.title;
        match self.scope {
            Scope::Site => site.clone(),
            Scope::Entry(entry) => format!("{} – {site}", self.timeline.entry(entry).name),
        }
    }

    /// Address of the page that a feed belongs to.
    fn page_url(&self) -> String {
        self.absolute(&self.page_path())
    }

    fn page_path(&self) -> String {
        match self.scope {
            Scope::Site => String::new(),
            Scope::Entry(entry) => url::entry(entry.kind, &self.timeline.entry(entry).id),
        }
    }

    /// Address of an exported file.
    fn file_url(&self, export: Export) -> String {
        self.absolute(&(self.page_path() + &export.file()))
    }

    fn absolute(&self, path: &str) -> String {
        [&self.timeline.config.base_url, path].concat()
    }

    fn event_url(&self, event: &Event) -> String {
        self.absolute(&url::event(&event.id))
    }

    /// When an event was last reported: the latest date of publication among its articles, else the event's own.
    fn reported(&self, event: &Event) -> NaiveDate {
        let meta = |at: u32| &self.timeline.article(at).meta;
        let dates = event.accounts.iter().filter_map(|at| {
            let meta = meta(at.article);
            meta.modified.as_ref().or(meta.published.as_ref()).map(crate::model::date::EventDate::last)
        });
        dates.max().unwrap_or_else(|| event.date.last())
    }

    /// `3 September 2025: Headline`
    fn dated_title(&self, event: &Event) -> String {
        [&self.language.date(&event.date), self.language.text("colon"), &event.headline].concat()
    }

    /// Who reports it, and on what they differ, as one sentence of plain text.
    fn summary(&self, event: &Event) -> String {
        let mut publishers: Vec<&str> = Vec::new();
        for at in &event.accounts {
            let meta = &self.timeline.article(at.article).meta;
            let name = meta.publisher.as_deref().unwrap_or(&meta.title);
            if !publishers.contains(&name) {
                publishers.push(name);
            }
        }
        let id = if event.sources_differ() { "feed_summary_differ" } else { "feed_summary" };
        let publishers = self.language.list(&publishers);
        let kind = self.language.event_type(event.event_type);
        self.language.say(id, &[("type", Arg::Text(kind)), ("publishers", Arg::Text(&publishers))])
    }
}
