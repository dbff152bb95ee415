//! Of which event something is told, in the files of what is known beside the events.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::Day;
use super::schema::edtf;
use crate::export::Input;
use crate::model::event::Event;

/// An event, in short.
#[derive(Serialize, JsonSchema)]
pub struct OfEvent<'a> {
    /// The event's id.
    event: &'a str,
    event_title: &'a str,
    #[schemars(extend("format" = "uri"))]
    event_url: String,
    /// The event's date.
    #[schemars(schema_with = "edtf")]
    date: &'a str,
    first_day: Day,
    last_day: Day,
}

impl<'a> OfEvent<'a> {
    /// What these files say of an event.
    pub fn new(input: &Input<'a>, event: &'a Event) -> Self {
        Self {
            event: &event.id,
            event_title: &event.headline,
            event_url: input.event_url(event),
            date: event.date.as_str(),
            first_day: Day(event.date.first()),
            last_day: Day(event.date.last()),
        }
    }
}
