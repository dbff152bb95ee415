//! iCalendar (RFC 5545, with the names of RFC 7986): whole days, and ranges of days, that are known.
//!
//! A month, a season or an uncertain date is no day, so such events are left
//! out rather than rounded. A day to come is an event like any other.

use chrono::{Datelike, Days};
use icalendar::{Calendar as Ical, Component, EventLike};

use super::input::{coordinates, midnight};
use super::{Exporter, Input};
use crate::model::date::Precision;
use crate::model::event::Event;
use crate::model::sitemap::Export;

pub struct Calendar;

impl Exporter for Calendar {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let empty = frame(input);
        let (head, end) = empty.split_at(empty.rfind("END:VCALENDAR").unwrap_or(empty.len()));
        out.extend_from_slice(head.as_bytes());
        input.items(Export::Calendar, item, |item| out.extend_from_slice(item.as_bytes()));
        out.extend_from_slice(end.as_bytes());
    }
}

/// A calendar without events.
fn frame(input: &Input<'_>) -> String {
    let mut calendar = Ical::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", concat!("-//Dateline//Dateline ", env!("CARGO_PKG_VERSION"), "//EN")),
        ("CALSCALE", "GREGORIAN"),
        ("URL", &input.page_url()),
        ("SOURCE", &input.file_url(Export::Calendar)),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
    ] {
        calendar.append_property((name, value));
    }
    calendar.name(&input.title()).done().to_string()
}

/// One event; empty if its days are not known.
fn item(input: &Input<'_>, event: &Event) -> String {
    let exact = event.date.precision() <= Precision::Days
        && !event.date.is_uncertain()
        && !event.date.is_approximate()
        && !event.date.edtf().has_unspecified();
    if !exact {
        return String::new();
    }
    let time = event.time.map(|time| input.language.time(time) + ". ").unwrap_or_default();
    let mut item = icalendar::Event::new();
    item.uid(&input.event_url(event))
        .summary(&event.headline)
        .url(&input.event_url(event))
        .description(&(time + &input.summary(event)))
        .categories([input.language.event_type(event.event_type)])
        .add_property("TRANSP", "TRANSPARENT")
        .timestamp(midnight(input.updated(event)))
        .starts(event.date.first());
    if let Some(day) = event.published {
        item.created(midnight(day)).last_modified(midnight(input.updated(event)));
    }
    if let Some(after) = event.date.last().checked_add_days(Days::new(1)).filter(|day| day.year() <= 9999) {
        item.ends(after);
    }
    if let Some(place) = event.place.map(|place| &input.timeline.places[place as usize]) {
        item.location(&place.name);
        if let Some((latitude, longitude)) = coordinates(place) {
            item.add_property("GEO", format!("{latitude};{longitude}"));
        }
    }
    item.done().to_string()
}
