//! iCalendar (RFC 5545, with the names of RFC 7986): whole days, and ranges of days, that are known.
//!
//! A month, a season or an uncertain date is no day, so such events are left
//! out rather than rounded. A day to come is an event like any other, and so is one by which something is due.

use std::collections::HashSet;

use chrono::{Datelike, Days};
use icalendar::{Calendar as Ical, Component, EventLike};

use super::input::{coordinates, midnight};
use super::{Exporter, Input};
use crate::model::agreement::{Agreement, Due};
use crate::model::date::{EventDate, Precision};
use crate::model::event::Event;
use crate::model::language::texts::Arg;
use crate::model::sitemap::Export;
use crate::model::url;

pub struct Calendar;

impl Exporter for Calendar {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let empty = frame(input);
        let (head, end) = empty.split_at(empty.rfind("END:VCALENDAR").unwrap_or(empty.len()));
        out.extend_from_slice(head.as_bytes());
        input.items(Export::Calendar, item, |item| out.extend_from_slice(item.as_bytes()));
        for due in due(input) {
            out.extend_from_slice(due.as_bytes());
        }
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

/// What agreements set a day for, where the event that set it is in the calendar. Whether it was done is on the page.
fn due(input: &Input<'_>) -> Vec<String> {
    let agreements = &input.timeline.index.agreements;
    if agreements.all.iter().all(|agreement| agreement.due.is_empty()) {
        return Vec::new();
    }
    let within: HashSet<u32> = input.indices().into_iter().collect();
    let of = |agreement: &'_ Agreement| -> Vec<String> {
        let all = agreement.due.iter().zip(agreement.due_anchors());
        let shown = all.filter(|(due, _)| within.contains(&due.set_by) && is_exact(&due.date));
        shown.map(|(due, anchor)| due_item(input, agreement, due, &anchor)).collect()
    };
    agreements.all.iter().flat_map(of).collect()
}

fn due_item(input: &Input<'_>, agreement: &Agreement, due: &Due, anchor: &str) -> String {
    let t = input.timeline;
    let page = input.absolute(&url::agreement(t.year_of(agreement), &agreement.id));
    let names: Vec<&str> = due.by.iter().map(|at| t.actors[*at as usize].name.as_str()).collect();
    let by = if names.is_empty() { String::new() } else { format!(" ({})", input.language.list(&names)) };
    let mut item = icalendar::Event::new();
    // The same wherever the agreement comes to stand.
    item.uid(&format!("{}#{anchor}", input.absolute(&url::agreements(None))))
        .summary(&input.language.say("due_in_calendar", &[("what", Arg::Text(&due.what))]))
        .url(&page)
        .description(&[t.title_of(agreement), &by].concat())
        .add_property("TRANSP", "TRANSPARENT")
        .timestamp(midnight(input.updated(t.event(due.set_by))))
        .starts(due.date.first());
    if let Some(after) = due.date.last().checked_add_days(Days::new(1)).filter(|day| day.year() <= 9999) {
        item.ends(after);
    }
    item.done().to_string()
}

/// Whether the days are known that a date covers.
fn is_exact(date: &EventDate) -> bool {
    date.precision() <= Precision::Days
        && !date.is_uncertain()
        && !date.is_approximate()
        && !date.edtf().has_unspecified()
}

/// One event; empty if its days are not known.
fn item(input: &Input<'_>, event: &Event) -> String {
    if !is_exact(&event.date) {
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
