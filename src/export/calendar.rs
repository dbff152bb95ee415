//! iCalendar (RFC 5545): whole-day events whose days are known.
//!
//! A month, a season or an uncertain date is no day, so such events are left
//! out rather than rounded.

use chrono::{Datelike, Days};
use icalendar::{Calendar as Ical, Component, EventLike};
use rayon::prelude::*;

use super::{Exporter, Input};
use crate::model::date::Precision;
use crate::model::event::Event;

pub struct Calendar;

impl Exporter for Calendar {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let make = || input.timeline.events.par_iter().map(|event| item(input, event)).collect();
        let items: &Vec<String> = input.cache.calendar_items.get_or_init(make);
        let empty = Ical::new().name(&input.title()).done().to_string();
        let (head, end) = empty.split_at(empty.rfind("END:VCALENDAR").unwrap_or(empty.len()));
        out.extend_from_slice(head.as_bytes());
        for at in input.indices() {
            out.extend_from_slice(items[at as usize].as_bytes());
        }
        out.extend_from_slice(end.as_bytes());
    }
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
    let mut item = icalendar::Event::new();
    item.uid(&input.event_url(event))
        .summary(&event.headline)
        .url(&input.event_url(event))
        .description(&input.summary(event))
        .timestamp(input.reported(event).and_time(chrono::NaiveTime::MIN).and_utc())
        .starts(event.date.first());
    if let Some(after) = event.date.last().checked_add_days(Days::new(1)).filter(|day| day.year() <= 9999) {
        item.ends(after);
    }
    if let Some(place) = event.place {
        item.location(&input.timeline.places[place as usize].name);
    }
    item.done().to_string()
}
