//! Lists of events: grouped by time, and split where they are too long.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use tera::Value;

use crate::model::date::Precision;
use crate::model::date_words::{MONTHS, day_words};
use crate::model::sitemap::Slice;
use crate::model::url;
use crate::render::PageMaker;

/// How many events the head of a split list shows.
const LATEST: usize = 20;

/// A list of events, whole or split.
#[derive(Serialize, Default)]
pub struct ListView {
    /// How many events the whole list has.
    pub total: usize,
    /// The events of this page, grouped; of a split list the latest.
    pub groups: Vec<GroupView>,
    /// The pages of a split list; empty if it is whole.
    pub parts: Vec<PartView>,
    /// What this page shows of the list, if not all: `2025`, `September 2025`.
    pub slice: Option<String>,
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

/// Groups events that are in order of time.
pub fn groups(r: &PageMaker<'_>, events: &[u32], by: By) -> Vec<GroupView> {
    let key = |at: &u32| group_of(r, *at, by);
    events
        .chunk_by(|a, b| key(a) == key(b))
        .map(|chunk| {
            let (finest, day) = key(&chunk[0]);
            let (label, anchor, path) = match finest {
                By::Year => (day.year().to_string(), format!("{:04}", day.year()), url::year(day.year())),
                By::Month => (
                    format!("{} {}", MONTHS[day.month0() as usize], day.year()),
                    day.format("%Y-%m").to_string(),
                    url::month(day.year(), day.month()),
                ),
                By::Day => (day_words(day), day.to_string(), url::day(day)),
            };
            let events = chunk.iter().map(|at| r.card(*at)).collect();
            let exists = r.sitemap.find(&path).is_some();
            GroupView { label, anchor, url: exists.then(|| r.link(&path)), events }
        })
        .collect()
}

/// The heading that an event stands under: its day, but never one finer than its date.
fn group_of(r: &PageMaker<'_>, at: u32, by: By) -> (By, NaiveDate) {
    let date = &r.timeline.event(at).date;
    let day = date.first();
    let year_start = NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
    let finest = match (by, date.precision()) {
        (By::Year, _) | (_, Precision::Season | Precision::Year) => By::Year,
        (By::Month, _) | (_, Precision::Month) => By::Month,
        (By::Day, _) => By::Day,
    };
    match finest {
        By::Year => (finest, year_start),
        By::Month => (finest, day.with_day(1).unwrap_or(day)),
        By::Day => (finest, day),
    }
}

/// A list that stands at `path`, or the slice of it that is asked for.
pub fn sliced(r: &PageMaker<'_>, events: &[u32], path: &str, slice: Slice) -> ListView {
    let longest = r.timeline.config.options.longest_list;
    let day = |at: &u32| r.timeline.event(*at).date.first();
    let total = events.len();
    let events: Vec<u32> = match slice {
        Slice::Whole => events.to_vec(),
        Slice::Year(year) => events.iter().copied().filter(|at| day(at).year() == year).collect(),
        Slice::Month(year, month) => {
            let wanted = (year, month);
            events.iter().copied().filter(|at| (day(at).year(), day(at).month()) == wanted).collect()
        }
    };
    let label = match slice {
        Slice::Whole => None,
        Slice::Year(year) => Some(year.to_string()),
        Slice::Month(year, month) => Some(crate::model::date_words::month_words(year, month)),
    };
    let is_long = events.len() > longest && !matches!(slice, Slice::Month(..));
    if !is_long {
        let by = if slice == Slice::Whole { By::Year } else { By::Month };
        return ListView { total, groups: groups(r, &events, by), parts: Vec::new(), slice: label };
    }
    let parts = match slice {
        Slice::Whole => events
            .chunk_by(|a, b| day(a).year() == day(b).year())
            .map(|chunk| part(r, path, Slice::Year(day(&chunk[0]).year()), chunk.len()))
            .collect(),
        _ => events
            .chunk_by(|a, b| day(a).month() == day(b).month())
            .map(|chunk| part(r, path, Slice::Month(day(&chunk[0]).year(), day(&chunk[0]).month()), chunk.len()))
            .collect(),
    };
    let latest = &events[events.len().saturating_sub(LATEST)..];
    ListView { total, groups: groups(r, latest, By::Year), parts, slice: label }
}

fn part(r: &PageMaker<'_>, path: &str, slice: Slice, count: usize) -> PartView {
    let label = match slice {
        Slice::Month(_, month) => MONTHS[(month as usize).clamp(1, 12) - 1].to_owned(),
        Slice::Year(year) => year.to_string(),
        Slice::Whole => String::new(),
    };
    PartView { label, url: r.link(&format!("{path}{}", slice.path())), count }
}
