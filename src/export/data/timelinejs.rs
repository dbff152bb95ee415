//! What TimelineJS takes (<https://timeline.knightlab.com/docs/json-format.html>), an event a slide.
//!
//! A date has only the parts that are known, and `display_date` has the words for the rest: doubt,
//! ranges, seasons. A range, a season or a decade spans from its first part to its last.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, Edtf, IntervalEndpoint};
use schemars::JsonSchema;
use serde::Serialize;

use super::{json, with_events};
use crate::export::{Exporter, Input};
use crate::model::data_format::DataFormat;
use crate::model::date::{ClockTime, EventDate};
use crate::model::event::Event;
use crate::model::markdown::first_paragraph;

/// A timeline as TimelineJS takes it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Timeline")]
pub struct File<S> {
    #[schemars(extend("const" = "human"))]
    scale: &'static str,
    title: Title,
    /// In order of time.
    events: S,
}

/// What the schema is made of.
pub type FileOfSlides<'a> = File<Vec<Slide<'a>>>;

/// The first slide.
#[derive(Serialize, JsonSchema)]
struct Title {
    /// No event can bear it.
    unique_id: &'static str,
    text: Text,
}

/// An event.
#[derive(Serialize, JsonSchema)]
pub struct Slide<'a> {
    /// The event's id.
    unique_id: &'a str,
    start_date: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Moment>,
    /// The date in words, with its doubt.
    display_date: String,
    text: Text,
}

#[derive(Serialize, JsonSchema)]
struct Text {
    /// HTML.
    headline: String,
    /// HTML.
    text: String,
}

/// A date, as far as it is known.
#[derive(Serialize, JsonSchema, Debug, Clone, Copy, PartialEq, Eq)]
struct Moment {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
    /// Of the clock where the event was.
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u16>,
}

pub struct TimelineJs;

impl Exporter for TimelineJs {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let licence = config.licence.as_ref().map(|licence| escape(&licence.name)).unwrap_or_default();
        let link = link(&input.page_url(), &config.title);
        let text = format!("<p>{}</p><p>{link}</p><p>{licence}</p>", escape(&config.description));
        let file = File {
            scale: "human",
            title: Title {
                unique_id: "_title",
                text: Text { headline: escape(&input.title()), text: text.replace("<p></p>", "") },
            },
            events: [(); 0],
        };
        with_events(&file, input, DataFormat::TimelineJs, |input, event| json(&slide(input, event)), out);
    }
}

fn slide<'a>(input: &Input<'_>, event: &'a Event) -> Slide<'a> {
    let (start_date, end_date) = span(&event.date, event.time);
    let said = event.accounts.first().map(|at| {
        let body = input.timeline.account(*at).body.of(&input.timeline.article(at.article).meta.source.text);
        // Only the first paragraph is shown, so only that is read.
        first_paragraph(body.trim_start().split("\n\n").next().unwrap_or_default())
    });
    let said = said.filter(|text| !text.is_empty()).map(|text| ["<p>", &escape(&text), "</p>"].concat());
    let source = link(&input.event_url(event), &input.summary(event));
    Slide {
        unique_id: &event.id,
        start_date,
        end_date,
        display_date: input.when(event),
        text: Text {
            headline: escape(&event.headline),
            text: [&said.unwrap_or_default(), "<p>", &source, "</p>"].concat(),
        },
    }
}

/// First and last date of an event, each as far as it is known.
fn span(date: &EventDate, time: Option<ClockTime>) -> (Moment, Option<Moment>) {
    match date.edtf() {
        Edtf::Date(value) => {
            let (mut start, end) = of(value, date.first(), date.last());
            if let (Some(_), Some(time)) = (start.day, time) {
                start.hour = Some(time.minute_of_day / 60);
                start.minute = Some(time.minute_of_day % 60);
            }
            (start, end)
        }
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(first), IntervalEndpoint::Date(last)) => {
                let (start, _) = of(first, date.first(), date.first());
                let (from, to) = of(last, date.last(), date.last());
                (start, Some(to.unwrap_or(from)).filter(|end| *end != start))
            }
            _ => (year(date.first()), Some(year(date.last()))),
        },
        _ => (year(date.first()), Some(year(date.last()))),
    }
}

/// The parts of a single date that are known: of one with unknown digits of the year, of a quarter
/// and its like the first and the last.
fn of(date: &Date, first: NaiveDate, last: NaiveDate) -> (Moment, Option<Moment>) {
    let known =
        |field: Option<edtf_core::DateField>| field.and_then(edtf_core::DateField::value).map(u32::from);
    if date.year.value().is_none() {
        return (year(first), Some(year(last)).filter(|end| *end != year(first)));
    }
    match known(date.month) {
        None => (year(first), None),
        Some(month @ 1..=12) => (Moment { month: Some(month), day: known(date.day), ..year(first) }, None),
        // A season has no months that hold everywhere.
        Some(21..=24) => (year(first), None),
        Some(_) => {
            let month = |day: NaiveDate| Moment { month: Some(day.month()), ..year(day) };
            (month(first), Some(month(last)))
        }
    }
}

fn year(day: NaiveDate) -> Moment {
    Moment { year: day.year(), month: None, day: None, hour: None, minute: None }
}

fn link(url: &str, text: &str) -> String {
    ["<a href=\"", url, "\">", &escape(text), "</a>"].concat()
}

/// Text as HTML.
fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(edtf: &str) -> String {
        let (start, end) = span(&EventDate::parse(edtf).expect(edtf), None);
        let one = |at: Moment| {
            let parts = [at.month, at.day].into_iter().flatten().map(|part| format!("-{part}"));
            format!("{}{}", at.year, parts.collect::<String>())
        };
        end.map_or_else(|| one(start), |end| format!("{} to {}", one(start), one(end)))
    }

    #[test]
    fn dates_have_the_parts_that_are_known() {
        for (edtf, expected) in [
            ("2025-09-03", "2025-9-3"),
            ("2025-09-03?", "2025-9-3"),
            ("2024-06", "2024-6"),
            ("2022", "2022"),
            ("2025-09-XX", "2025-9"),
            ("2025-XX", "2025"),
            ("201X", "2010 to 2019"),
            ("2022-21", "2022"),
            ("2022-24", "2022"),
            ("2025-33", "2025-1 to 2025-3"),
            ("2025-41", "2025-7 to 2025-12"),
            ("2025-06-02/2025-06-04", "2025-6-2 to 2025-6-4"),
            ("2025-06-01~/2025-06-10~", "2025-6-1 to 2025-6-10"),
            ("2025-06/2025-07-04", "2025-6 to 2025-7-4"),
            ("2022/2025", "2022 to 2025"),
            ("2022/2022-03", "2022 to 2022-3"),
        ] {
            assert_eq!(shown(edtf), expected, "{edtf}");
        }
    }

    #[test]
    fn an_hour_is_that_of_the_clock_on_the_spot() {
        let date = EventDate::parse("2025-09-03").expect("a date");
        let (start, end) = span(&date, ClockTime::parse("14:05+08:00"));
        assert_eq!((start.hour, start.minute, end), (Some(14), Some(5), None));
        let month = EventDate::parse("2025-09").expect("a month");
        assert_eq!(span(&month, ClockTime::parse("14:05")).0.hour, None);
    }
}
