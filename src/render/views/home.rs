//! The home page.

use chrono::Datelike;
use serde::Serialize;
use tera::Value;

use super::Head;
use super::filters::{FilterView, filters};
use super::list::{By, GroupView, PartView, groups};
use super::overview::{self, OverviewView};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::url;
use crate::render::PageMaker;

/// How many of the most frequent actors and topics the home page names.
const FREQUENT: usize = 12;

#[derive(Serialize)]
pub struct HomeView {
    /// The latest events, newest first.
    latest: Vec<GroupView>,
    /// By what they can be filtered.
    filters: Vec<FilterView>,
    /// Each year with how many events it has.
    years: Vec<PartView>,
    /// The largest count among the years, at least 1.
    most: usize,
    overview: Option<OverviewView>,
    actors: Vec<FrequentView>,
    topics: Vec<FrequentView>,
    /// First and last year in words, if there are events.
    span: Option<String>,
}

#[derive(Serialize)]
struct FrequentView {
    entry: Value,
    count: usize,
}

pub fn view(r: &PageMaker<'_>) -> (Head, HomeView) {
    let t = &r.timeline;
    let all: Vec<u32> = (0..t.events.len()).filter_map(|at| u32::try_from(at).ok()).collect();
    let latest = &all[all.len().saturating_sub(t.config.options.latest)..];
    let filters = filters(r, latest);
    let mut latest = groups(r, latest, By::Month);
    latest.reverse();
    for group in &mut latest {
        group.events.reverse();
    }
    let years = years(r);
    let year = |at: &u32| t.event(*at).date.first().year();
    let head =
        Head { title: String::new(), description: t.config.description.clone(), feeds: Some(String::new()) };
    let view = HomeView {
        latest,
        filters,
        most: years.iter().map(|year| year.count).max().unwrap_or(1).max(1),
        years,
        overview: overview::view(r, &all),
        actors: frequent(r, EntryKind::Actor),
        topics: frequent(r, EntryKind::Topic),
        span: all.first().zip(all.last()).map(|(first, last)| r.language().years(year(first), year(last))),
    };
    (head, view)
}

/// Each year that has events, with how many.
pub fn years(r: &PageMaker<'_>) -> Vec<PartView> {
    let year = |event: &Event| event.date.first().year();
    r.timeline
        .events
        .chunk_by(|a, b| year(a) == year(b))
        .map(|chunk| PartView {
            label: r.language().year(year(&chunk[0])),
            url: r.link(&url::year(year(&chunk[0]))),
            count: chunk.len(),
        })
        .collect()
}

fn frequent(r: &PageMaker<'_>, kind: EntryKind) -> Vec<FrequentView> {
    let mut entries: Vec<(usize, EntryRef)> = (0u32..)
        .zip(r.timeline.entries(kind))
        .map(|(index, _)| EntryRef { kind, index })
        .map(|at| (r.timeline.events_of(at).len(), at))
        .filter(|(count, _)| *count > 0)
        .collect();
    entries.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
    entries.truncate(FREQUENT);
    entries.into_iter().map(|(count, at)| FrequentView { entry: r.entry(at), count }).collect()
}
