//! Lists of events: grouped by time, and split where they are too long.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use tera::Value;

use super::filters::{FilterView, filters};
use super::period::Period;
use crate::model::date::Precision;
use crate::model::date_words::last_day;
use crate::model::language::capitalised;
use crate::model::language::texts::Arg;
use crate::model::sitemap::Slice;
use crate::render::{Form, PageMaker};

/// How many events the head of a split list shows.
const LATEST: usize = 20;

/// A list of events, whole or split.
#[derive(Serialize, Default)]
pub struct ListView {
    /// How many events it has: the whole list, or the part that the page is of.
    pub total: usize,
    /// The events of this page, grouped; of a split list the latest.
    pub groups: Vec<GroupView>,
    /// The pages of a split list; empty if it is whole.
    pub parts: Vec<PartView>,
    /// What this page shows of the list, if not all: `2025`, `September 2025`.
    pub slice: Option<String>,
    /// By what the events of this page can be filtered.
    pub filters: Vec<FilterView>,
}

/// Events under one heading.
#[derive(Serialize)]
pub struct GroupView {
    /// `2025`, `September 2025`, `3 September 2025`.
    pub label: String,
    /// Anchor of the heading: `2025`, `2025-09`, `2025-09-03`.
    pub anchor: String,
    /// The page of that year, month or day.
    pub url: Option<String>,
    /// Whether the heading is a day.
    pub is_day: bool,
    /// List items, as safe HTML.
    pub events: Vec<Value>,
}

/// A page of a split list.
#[derive(Serialize)]
pub struct PartView {
    pub label: String,
    pub url: String,
    pub count: usize,
}

/// By what a list is grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    Year,
    Month,
    Day,
}

/// Groups events that are in order of time. What is too coarse for the groups
/// asked for stands after them, under its month or year.
pub fn groups(r: &PageMaker<'_>, events: &[u32], by: By) -> Vec<GroupView> {
    let mut groups: Vec<((By, NaiveDate), Vec<u32>)> = Vec::new();
    for at in events {
        let key = group_of(r, *at, by);
        match groups.iter_mut().rev().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(*at),
            None => groups.push((key, vec![*at])),
        }
    }
    groups.sort_by_key(|((finest, day), _)| {
        (if *finest == by { *day } else { end_of(*finest, *day) }, *finest != by)
    });
    groups.into_iter().map(|((finest, day), members)| group(r, finest, day, &members)).collect()
}

fn group(r: &PageMaker<'_>, finest: By, day: NaiveDate, members: &[u32]) -> GroupView {
    let period = match finest {
        By::Year => Period::Year,
        By::Month => Period::Month,
        By::Day => Period::Day,
    };
    let (label, path) = (period.title(r.language(), day), period.path(day));
    let anchor = path.trim_end_matches('/').replace('/', "-");
    let form = |at: u32| if is_said_by_day(r, at, finest) { Form::CardUnderDay } else { Form::Card };
    let events = members.iter().map(|at| r.listed(*at, form(*at))).collect();
    let exists = r.sitemap.find(&path).is_some();
    GroupView { label, anchor, url: exists.then(|| r.link(&path)), is_day: finest == By::Day, events }
}

/// The last day of the year or month that begins on a day.
fn end_of(period: By, day: NaiveDate) -> NaiveDate {
    let end = match period {
        By::Year => NaiveDate::from_ymd_opt(day.year(), 12, 31),
        By::Month => day.with_day(last_day(day.year(), day.month())),
        By::Day => Some(day),
    };
    end.unwrap_or(day)
}

/// Whether the heading says all that there is to say of the event's date.
fn is_said_by_day(r: &PageMaker<'_>, at: u32, heading: By) -> bool {
    let event = r.timeline.event(at);
    let plain = event.date.precision() == Precision::Day
        && !event.date.is_uncertain()
        && !event.date.is_approximate();
    heading == By::Day && plain && event.time.is_none()
}

/// The heading that an event stands under: its day, but never one finer than its date.
fn group_of(r: &PageMaker<'_>, at: u32, by: By) -> (By, NaiveDate) {
    let date = &r.timeline.event(at).date;
    let day = date.first();
    let year_start = NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
    let finest = match (by, date.precision()) {
        (By::Year, _) | (_, Precision::Season | Precision::Year) => By::Year,
        (By::Month, _) | (_, Precision::Month | Precision::Days) => By::Month,
        (By::Day, _) => By::Day,
    };
    match finest {
        By::Year => (finest, year_start),
        By::Month => (finest, day.with_day(1).unwrap_or(day)),
        By::Day => (finest, day),
    }
}

/// What of a list a page shows.
pub struct Cut {
    /// How many events the list has, or the part of it that the page is of.
    pub total: usize,
    /// The events of this page; of a split list the latest.
    pub events: Vec<u32>,
    /// The pages of a split list.
    pub parts: Vec<PartView>,
    /// What this page shows of the list, if not all.
    pub slice: Option<String>,
}

impl Cut {
    /// The heading of the page, where that of the whole list is `list`.
    pub fn title(&self, r: &PageMaker<'_>, list: &str) -> String {
        let part = |part: &String| {
            r.language().say("part_of_list", &[("list", Arg::Text(list)), ("part", Arg::Text(part))])
        };
        self.slice.as_ref().map_or_else(|| list.to_owned(), part)
    }
}

/// A list that stands at `path`, or the slice of it that is asked for.
pub fn cut(r: &PageMaker<'_>, events: &[u32], path: &str, slice: Slice) -> Cut {
    let longest = r.timeline.config.options.longest_list;
    let day = |at: &u32| r.timeline.event(*at).date.first();
    let events: Vec<u32> = match slice {
        Slice::Whole => events.to_vec(),
        Slice::Year(year) => events.iter().copied().filter(|at| day(at).year() == year).collect(),
        Slice::Month(year, month) => {
            let wanted = (year, month);
            events.iter().copied().filter(|at| (day(at).year(), day(at).month()) == wanted).collect()
        }
    };
    let total = events.len();
    let label = match slice {
        Slice::Whole => None,
        Slice::Year(year) => Some(r.language().year(year)),
        Slice::Month(year, month) => Some(r.language().month(year, month)),
    };
    let is_long = events.len() > longest && !matches!(slice, Slice::Month(..));
    if !is_long {
        return Cut { total, events, parts: Vec::new(), slice: label };
    }
    let parts = match slice {
        Slice::Whole => events
            .chunk_by(|a, b| day(a).year() == day(b).year())
            .map(|chunk| part(r, path, Slice::Year(day(&chunk[0]).year()), chunk.len()))
            .collect(),
        _ => events
            .chunk_by(|a, b| day(a).month() == day(b).month())
            .map(|chunk| {
                part(r, path, Slice::Month(day(&chunk[0]).year(), day(&chunk[0]).month()), chunk.len())
            })
            .collect(),
    };
    let latest = events[events.len().saturating_sub(LATEST)..].to_vec();
    Cut { total, events: latest, parts, slice: label }
}

/// The same as a list of events, in groups.
pub fn sliced(r: &PageMaker<'_>, events: &[u32], path: &str, slice: Slice) -> ListView {
    let Cut { total, events, parts, slice: label } = cut(r, events, path, slice);
    let by = if slice == Slice::Whole { By::Year } else { By::Month };
    ListView { total, groups: groups(r, &events, by), parts, slice: label, filters: filters(r, &events) }
}

fn part(r: &PageMaker<'_>, path: &str, slice: Slice, count: usize) -> PartView {
    let label = match slice {
        Slice::Month(_, month) => capitalised(r.language().month_name(month)),
        Slice::Year(year) => r.language().year(year),
        Slice::Whole => String::new(),
    };
    PartView { label, url: r.link(&format!("{path}{}", slice.path())), count }
}
