//! What an exporter works on, and what several formats say alike.

use chrono::NaiveDate;

use super::Cache;
use super::cache::Sort;
use crate::model::entry::{Details, Entry};
use crate::model::event::{Event, Status};
use crate::model::language::Language;
use crate::model::language::texts::Arg;
use crate::model::sitemap::{Export, Scope, SiteMap};
use crate::model::timeline::Timeline;
use crate::model::url;

/// How many events a feed holds: the newest.
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
    /// Only these of them, by their indices, in order.
    pub only: Option<&'a [u32]>,
    /// What several files share.
    pub cache: &'a Cache,
    /// An event as HTML that can stand on any page, its links whole.
    pub html: &'a (dyn Fn(u32) -> String + Sync),
}

impl<'a> Input<'a> {
    /// The events of the scope, in order of time; drafts are in no export.
    pub fn events(&self) -> impl Iterator<Item = &'a Event> {
        self.indices().into_iter().map(|at| self.timeline.event(at))
    }

    /// Their indices.
    pub fn indices(&self) -> Vec<u32> {
        let mut all: Vec<u32> = match (self.only, self.scope) {
            (Some(only), _) => only.to_vec(),
            (None, Scope::Site) => (0u32..).zip(&self.timeline.events).map(|(at, _)| at).collect(),
            (None, Scope::Entry(entry)) => self.timeline.events_of(entry).to_vec(),
            (None, Scope::Event(at)) => vec![at],
        };
        all.retain(|at| self.timeline.event(*at).status == Status::Published);
        all
    }

    /// Those events as a format writes each, made once for all its files.
    pub fn items(
        &self,
        of: Export,
        make: impl Fn(&Self, &Event) -> String + Sync,
        mut take: impl FnMut(&str),
    ) {
        let events = &self.timeline.events;
        let make = |at: u32| make(self, &events[at as usize]);
        let items = self.cache.items(of.shares_with(), Sort::Events, self.timeline, make);
        for at in self.indices() {
            take(&items[at as usize]);
        }
    }

    /// What a feed holds: the events that were published last, newest first; of one day, and where
    /// the day is not known, the later in the timeline comes first.
    pub fn newest(&self) -> Vec<(u32, &'a Event)> {
        let mut all = self.indices();
        // Stable: those of one day keep the order of time.
        all.sort_by_key(|at| self.timeline.event(*at).published);
        all.into_iter().rev().take(FEED_LENGTH).map(|at| (at, self.timeline.event(at))).collect()
    }

    /// What a feed is called.
    pub fn title(&self) -> String {
        let site = &self.timeline.config.title;
        match self.scope {
            Scope::Site => site.clone(),
            Scope::Entry(entry) => format!("{} – {site}", self.timeline.entry(entry).name),
            Scope::Event(at) => format!("{} – {site}", self.timeline.event(at).headline),
        }
    }

    /// Address of the page that a file belongs to.
    pub fn page_url(&self) -> String {
        self.absolute(&self.page_path())
    }

    /// The same below the site's base path.
    pub fn page_path(&self) -> String {
        match self.scope {
            Scope::Site => String::new(),
            Scope::Entry(entry) => url::entry(entry.kind, &self.timeline.entry(entry).id),
            Scope::Event(at) => url::event(&self.timeline.event(at).id),
        }
    }

    /// Address of an exported file beside the page.
    pub fn file_url(&self, export: Export) -> String {
        self.absolute(&(self.page_path() + &export.file()))
    }

    /// An address with the host.
    pub fn absolute(&self, path: &str) -> String {
        [&self.timeline.config.base_url, path].concat()
    }

    /// Address of an event's page.
    pub fn event_url(&self, event: &Event) -> String {
        [&self.timeline.config.base_url, "events/", &event.id, "/"].concat()
    }

    /// When what is said of an event last changed: the day that is known, else when it was last
    /// reported: the latest date of publication among its articles, else the event's own.
    pub fn updated(&self, event: &Event) -> NaiveDate {
        let dates = event.accounts.iter().filter_map(|at| {
            let meta = &self.timeline.article(at.article).meta;
            meta.modified.as_ref().or(meta.published.as_ref()).map(crate::model::date::EventDate::last)
        });
        let known = event.changed.max(event.published);
        known.or_else(|| dates.max()).unwrap_or_else(|| event.date.last())
    }

    /// The date in words, with the clock time where it is known.
    pub fn when(&self, event: &Event) -> String {
        let date = self.language.date(&event.date);
        self.language.moment(&date, event.time).unwrap_or(date)
    }

    /// `3 September 2025: Headline`
    pub fn dated_title(&self, event: &Event) -> String {
        [&self.language.date(&event.date), self.language.text("colon"), &event.headline].concat()
    }

    /// Who reports it, and on what they differ, as one sentence of plain text.
    pub fn summary(&self, event: &Event) -> String {
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

    /// What feeds show of an event, made once for all of them.
    pub fn html(&self, at: u32) -> &'a str {
        self.cache.html(self.timeline.events.len(), at, || (self.html)(at))
    }

    /// What the content is that the files are made of.
    pub fn content_hash(&self) -> &'a str {
        self.cache.content_hash(self.timeline)
    }
}

/// Latitude and longitude of a place, where they are known.
pub fn coordinates(place: &Entry) -> Option<(f64, f64)> {
    match &place.details {
        Details::Place { coordinates: Some((latitude, longitude)), .. } => {
            Some((latitude.parse().ok()?, longitude.parse().ok()?))
        }
        _ => None,
    }
}

/// The code of an entry's country.
pub fn country(entry: &Entry) -> Option<&str> {
    match &entry.details {
        Details::Place { country, .. } | Details::Actor { country, .. } => country.as_deref(),
        Details::Topic => None,
    }
}

/// Days are known, feeds want moments: the day's first, in UTC.
pub fn midnight(day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}
