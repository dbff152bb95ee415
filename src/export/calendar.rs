//! iCalendar (RFC 5545): whole-day events whose days are known.
//!
//! A month, a season or an uncertain date is no day, so such events are left
//! out rather than rounded.

use chrono::Days;
use icalendar::{Calendar as Ical, Component, EventLike};

use super::{Exporter, Input};
use crate::model::date::Precision;

pub struct Calendar;

impl Exporter for Calendar {
    fn write(&self, input: &Input<'_>) -> Vec<u8> {
        let mut calendar = Ical::new();
        calendar.name(&input.title());
        for event in input.events() {
            let exact = event.date.precision() <= Precision::Days
                && !event.date.is_uncertain()
                && !event.date.is_approximate()
                && !event.date.edtf().has_unspecified();
            if !exact {
                continue;
            }
            let stamp = input.reported(event).and_time(chrono::NaiveTime::MIN);
            let mut item = icalendar::Event::new();
            item.uid(&input.event_url(event))
                .summary(&event.headline)
                .url(&input.event_url(event))
                .description(&input.summary(event))
                .starts(event.date.first());
            if let Some(after) = event.date.last().checked_add_days(Days::new(1)) {
                item.ends(after);
            }
            item.timestamp(stamp.and_utc());
            if let Some(place) = event.place {
                item.location(&input.timeline.places[place as usize].name);
            }
            calendar.push(item.done());
        }
        calendar.done().to_string().into_bytes()
    }
}

