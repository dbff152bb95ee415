//! JSON and JSON Lines: all that there is of an event.

use serde::Serialize;

use super::record::{EventRecord, record};
use super::{About, json, with_events};
use crate::export::{Exporter, Input};
use crate::model::data_format::DataFormat;
use crate::model::event::Event;
use crate::model::sitemap::Export;

/// A timeline's events with all that is known of them.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(rename = "Events")]
pub struct File<'a, E> {
    #[serde(flatten)]
    about: About<'a>,
    /// In order of time.
    events: E,
}

/// What the schema is made of.
pub type FileOfEvents<'a> = File<'a, Vec<EventRecord<'a>>>;

pub struct Json;

impl Exporter for Json {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let head = File { about: About::new(input, DataFormat::Json), events: [(); 0] };
        with_events(&head, input, DataFormat::Json, item, out);
    }
}

pub struct JsonLines;

impl Exporter for JsonLines {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        input.items(Export::Data(DataFormat::JsonLines), item, |item| {
            out.extend_from_slice(item.as_bytes());
            out.push(b'\n');
        });
    }
}

fn item(input: &Input<'_>, event: &Event) -> String {
    json(&record(input, event))
}
