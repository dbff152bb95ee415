//! Year, month and day.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::filters::filters;
use super::list::{By, ListView, PartView, groups};
use super::{Head, LinkView};
use crate::model::date::Precision;
use crate::model::date_words::last_day;
use crate::model::language::{Language, capitalised};
use crate::model::url;
use crate::render::PageMaker;

/// What has a page in the archive.
#[derive(Clone, Copy)]
pub enum Period {
    Year,
    Month,
    Day,
}

impl Period {
    /// The heading of the period that a day is in.
    pub fn title(self, language: &Language, day: NaiveDate) -> String {
        match self {
            Self::Year => language.year(day.year()),
            Self::Month => capitalised(&language.month(day.year(), day.month())),
            Self::Day => language.day(day),
        }
    }

    /// Its path.
    pub fn path(self, day: NaiveDate) -> String {
        match self {
            Self::Year => url::year(day.year()),
            Self::Month => url::month(day.year(), day.month()),
            Self::Day => url::day(day),
        }
    }
}

#[derive(Serialize)]
pub struct PeriodView {
    /// `year`, `month` or `day`.
    kind: &'static str,
    title: String,
    /// The periods that it is part of, widest first.
    up: Vec<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    /// Its months, or its days, with how many events each has.
    parts: Vec<PartView>,
    list: ListView,
}

/// A year: all its events, or only its months if there are too many.
pub fn year(r: &PageMaker<'_>, year: i32) -> (Head, PeriodView) {
    let bounds = (day_of(year, 1, 1), day_of(year, 12, 31));
    let events = events(r, bounds, |_| true);
    let mut parts = Vec::new();
    let fine: Vec<u32> = events.iter().copied().filter(|at| precision(r, *at) <= Precision::Month).collect();
    for chunk in fine.chunk_by(|a, b| first(r, *a).month() == first(r, *b).month()) {
        let month = first(r, chunk[0]).month();
        let label = capitalised(r.language().month_name(month));
        parts.push(PartView { label, url: r.link(&url::month(year, month)), count: chunk.len() });
    }
    let title = Period::Year.title(r.language(), bounds.0);
    let view = PeriodView {
        kind: "year",
        up: Vec::new(),
        previous: neighbour(r, bounds.0, false, Period::Year),
        next: neighbour(r, bounds.1, true, Period::Year),
        list: list(r, &events, By::Month, !parts.is_empty()),
        parts,
        title: title.clone(),
    };
    (head(r, &title, events.len()), view)
}

/// A month: all its events, or only its days if there are too many.
pub fn month(r: &PageMaker<'_>, year: i32, month: u32) -> (Head, PeriodView) {
    let bounds = (day_of(year, month, 1), day_of(year, month, last_day(year, month)));
    let events = events(r, bounds, |precision| precision <= Precision::Month);
    let mut parts = Vec::new();
    let fine: Vec<u32> = events.iter().copied().filter(|at| precision(r, *at) <= Precision::Days).collect();
    for chunk in fine.chunk_by(|a, b| first(r, *a) == first(r, *b)) {
        let day = first(r, chunk[0]);
        parts.push(PartView {
            label: r.language().day_of_month(day),
            url: r.link(&url::day(day)),
            count: chunk.len(),
        });
    }
    let title = Period::Month.title(r.language(), bounds.0);
    let view = PeriodView {
        kind: "month",
        up: vec![r.period(Period::Year, bounds.0)],
        previous: neighbour(r, bounds.0, false, Period::Month),
        next: neighbour(r, bounds.1, true, Period::Month),
        list: list(r, &events, By::Day, !parts.is_empty()),
        parts,
        title: title.clone(),
    };
    (head(r, &title, events.len()), view)
}

/// A day with all its events.
pub fn day(r: &PageMaker<'_>, day: NaiveDate) -> (Head, PeriodView) {
    let events = events(r, (day, day), |precision| precision <= Precision::Days);
    let title = Period::Day.title(r.language(), day);
    let view = PeriodView {
        kind: "day",
        up: vec![r.period(Period::Year, day), r.period(Period::Month, day)],
        previous: neighbour(r, day, false, Period::Day),
        next: neighbour(r, day, true, Period::Day),
        list: ListView {
            total: events.len(),
            groups: groups(r, &events, By::Day),
            filters: filters(r, &events),
            ..ListView::default()
        },
        parts: Vec::new(),
        title: title.clone(),
    };
    (head(r, &title, events.len()), view)
}

fn list(r: &PageMaker<'_>, events: &[u32], by: By, has_parts: bool) -> ListView {
    let too_long = events.len() > r.timeline.config.options.longest_list && has_parts;
    let listed = if too_long { &[] } else { events };
    let (groups, filters) = (groups(r, listed, by), filters(r, listed));
    ListView { total: events.len(), groups, filters, ..ListView::default() }
}

fn head(r: &PageMaker<'_>, title: &str, count: usize) -> Head {
    Head { title: title.to_owned(), description: r.described(title, count), feeds: None }
}

/// The nearest period before or after that has a page.
fn neighbour(r: &PageMaker<'_>, edge: NaiveDate, after: bool, period: Period) -> Option<LinkView> {
    let events = &r.timeline.events;
    let range = if after {
        events.partition_point(|event| event.date.first() <= edge)..events.len()
    } else {
        0..events.partition_point(|event| event.date.first() < edge)
    };
    let page = |at: usize| {
        let day = events[at].date.first();
        r.sitemap.find(&period.path(day)).is_some().then(|| r.period(period, day))
    };
    // Few events have a date so coarse that they stand on no page of this kind.
    if after { range.into_iter().find_map(page) } else { range.into_iter().rev().find_map(page) }
}

fn events(r: &PageMaker<'_>, bounds: (NaiveDate, NaiveDate), keep: impl Fn(Precision) -> bool) -> Vec<u32> {
    let range = r.timeline.events_between(bounds.0, bounds.1);
    range.filter_map(|at| u32::try_from(at).ok()).filter(|at| keep(precision(r, *at))).collect()
}

fn precision(r: &PageMaker<'_>, at: u32) -> Precision {
    r.timeline.event(at).date.precision()
}

fn first(r: &PageMaker<'_>, at: u32) -> NaiveDate {
    r.timeline.event(at).date.first()
}

fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
