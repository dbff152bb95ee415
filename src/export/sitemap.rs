//! `sitemap.xml` (sitemaps.org 0.9): every page that search engines should list, with its last change.
//!
//! A page's last change is that of the events that it shows. It is left out where it is not known:
//! a date that is not true is worse to a search engine than none.

use chrono::{Datelike, NaiveDate};
use sitemap_rs::sitemap::Sitemap as SitemapLink;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::Url;
use sitemap_rs::url_set::UrlSet;

use super::{Exporter, Input};
use crate::model::date_words::last_day;
use crate::model::event::Event;
use crate::model::sitemap::{Export, Page, PageKind, Scope, Slice};
use crate::model::url;

/// How many addresses one file may have (sitemaps.org).
const LIMIT: usize = 50_000;

pub struct Sitemap;

impl Exporter for Sitemap {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let parts = input.sitemap.pages().iter().filter_map(|page| match page.kind {
            PageKind::Export(part @ Export::SitemapPart(_), Scope::Site) => Some(part),
            _ => None,
        });
        let links: Vec<SitemapLink> =
            parts.map(|part| SitemapLink::new(input.absolute(&part.file()), None)).collect();
        if links.is_empty() {
            urls(input, 0, out);
        } else if let Ok(index) = SitemapIndex::new(links) {
            let _ = index.write(out);
        }
    }
}

pub struct SitemapPart(pub u32);

impl Exporter for SitemapPart {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        urls(input, self.0.saturating_sub(1) as usize, out);
    }
}

fn urls(input: &Input<'_>, part: usize, out: &mut Vec<u8>) {
    let pages = input.sitemap.indexable().skip(part * LIMIT).take(LIMIT);
    let url = |page: &Page| {
        let mut url = Url::builder(input.absolute(&page.path));
        if let Some(moment) = changed(input, &page.kind).and_then(moment) {
            url.last_modified(moment);
        }
        url.build().ok()
    };
    if let Ok(set) = UrlSet::new(pages.filter_map(url).collect()) {
        let _ = set.write(out);
    }
}

fn moment(day: NaiveDate) -> Option<jiff::Zoned> {
    let parts = (i16::try_from(day.year()), i8::try_from(day.month()), i8::try_from(day.day()));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return None };
    jiff::civil::Date::new(year, month, day).ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()
}

/// The latest known change among the events that a page shows.
fn changed(input: &Input<'_>, kind: &PageKind) -> Option<NaiveDate> {
    let t = input.timeline;
    let between = |(first, last): (NaiveDate, NaiveDate)| latest(&t.events[t.events_between(first, last)]);
    let among = |list: &[u32], slice: Slice| {
        let day = |at: &u32| t.event(*at).date.first();
        let list = match slice {
            Slice::Whole => list,
            Slice::Year(of) => part(list, day, year(of)?),
            Slice::Month(of, at) => part(list, day, month(of, at)?),
        };
        latest(list.iter().map(|at| t.event(*at)))
    };
    match kind {
        PageKind::Home | PageKind::Data | PageKind::Types | PageKind::Entries(_) => latest(&t.events),
        PageKind::Year(of) => between(year(*of)?),
        PageKind::Month(of, at) => between(month(*of, *at)?),
        PageKind::Day(day) => between((*day, *day)),
        PageKind::Event(at) => latest([t.event(*at)]),
        PageKind::Entry(entry, slice) => among(t.events_of(*entry), *slice),
        PageKind::Type(kind, slice) => among(t.events_of_type(*kind), *slice),
        PageKind::Article(at) => {
            let pages = t.article(*at).accounts.iter();
            let pages = pages.filter_map(|account| input.sitemap.find(&url::event(&account.event_id)));
            latest(pages.filter_map(|page| match page.kind {
                PageKind::Event(at) => Some(t.event(at)),
                _ => None,
            }))
        }
        _ => None,
    }
}

fn latest<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<NaiveDate> {
    events.into_iter().filter_map(|event| event.changed.max(event.published)).max()
}

/// The part of a list in order of time whose days lie between the two.
fn part(list: &[u32], day: impl Fn(&u32) -> NaiveDate, (first, last): (NaiveDate, NaiveDate)) -> &[u32] {
    let start = list.partition_point(|at| day(at) < first);
    &list[start..start + list[start..].partition_point(|at| day(at) <= last)]
}

/// First and last day.
fn year(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

/// First and last day.
fn month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let last = last_day(year, month);
    Some((NaiveDate::from_ymd_opt(year, month, 1)?, NaiveDate::from_ymd_opt(year, month, last)?))
}
