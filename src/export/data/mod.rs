//! The events as data: one file a format, each beside the structures that its schema is made of.
//!
//! Dates are EDTF, with their first and last day for programs that cannot read it; nothing is rounded.
//! `docs/decisions/0030-data-formats.md` says what stands in which format, and why.

mod agreements;
mod contacts;
mod csv;
mod differences;
mod geojson;
mod json;
mod json_ld;
mod nodes;
mod of_event;
mod positions;
mod record;
mod row;
mod schema;
mod timelinejs;
mod versions;

use serde::Serialize;

use super::{Exporter, Input};
use crate::model::data_format::{DataFormat, Dataset, SCHEMA_VERSION};
use crate::model::event::Event;
use crate::model::sitemap::{Export, Scope};

pub use schema::{DatasetSchema, Schema};

/// What writes a format.
pub fn exporter(format: DataFormat) -> &'static dyn Exporter {
    match format {
        DataFormat::Json => &json::Json,
        DataFormat::JsonLines => &json::JsonLines,
        DataFormat::Csv => &csv::Csv,
        DataFormat::GeoJson => &geojson::GeoJson,
        DataFormat::JsonLd => &json_ld::JsonLd,
        DataFormat::TimelineJs => &timelinejs::TimelineJs,
    }
}

/// What writes a file of what is known beside the events.
pub fn dataset(set: Dataset) -> &'static dyn Exporter {
    match set {
        Dataset::Agreements => &agreements::Agreements,
        Dataset::Contacts => &contacts::Contacts,
        Dataset::Differences => &differences::Differences,
        Dataset::Positions => &positions::Positions,
    }
}

/// What a file says of itself.
#[derive(Serialize, schemars::JsonSchema)]
struct About<'a> {
    /// The JSON Schema of this file.
    schema: String,
    /// Version of the schema: the first number changes when a reader of the file may break.
    schema_version: &'static str,
    title: String,
    /// The page whose events these are: that of the whole timeline, or of an actor.
    #[schemars(extend("format" = "uri"))]
    url: String,
    /// The terms for reuse: an address, or a name.
    licence: Option<&'a str>,
    /// Hash of all content that the timeline is made of. In the files of the whole timeline only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^blake3:[0-9a-f]{64}$"))]
    content_hash: Option<&'a str>,
}

impl<'a> About<'a> {
    fn new(input: &Input<'a>, format: DataFormat) -> Self {
        Self::of(input, Export::Schema(format))
    }

    /// For a file that has this schema.
    fn of(input: &Input<'a>, schema: Export) -> Self {
        let licence = input.timeline.config.licence.as_ref();
        Self {
            schema: input.absolute(&schema.file()),
            schema_version: SCHEMA_VERSION,
            title: input.title(),
            url: input.page_url(),
            licence: licence.map(|licence| licence.url.as_deref().unwrap_or(&licence.name)),
            // Else every edit would change the files of every actor.
            content_hash: (input.scope == Scope::Site).then(|| input.content_hash()),
        }
    }
}

/// Writes a file whose last field is a list: `head` is the file with what the list begins with, and
/// after that come the events as `item` writes each.
fn with_events(
    head: &impl Serialize,
    input: &Input<'_>,
    format: DataFormat,
    item: impl Fn(&Input<'_>, &Event) -> String + Sync,
    out: &mut Vec<u8>,
) {
    // Writing into memory does not fail.
    let _ = serde_json::to_writer(&mut *out, head);
    out.truncate(out.len().saturating_sub(END.len()));
    input.items(Export::Data(format), item, |item| next(item, out));
    out.extend_from_slice(END);
}

/// The end of a file whose last field is a list.
const END: &[u8] = b"]}";

/// Appends an item of a list; one that is empty is none.
fn next(item: &str, out: &mut Vec<u8>) {
    if item.is_empty() {
        return;
    }
    if out.last() != Some(&b'[') {
        out.push(b',');
    }
    out.extend_from_slice(item.as_bytes());
}

/// A value as JSON.
fn json(value: &impl Serialize) -> String {
    // What is written here are plain structures with text for keys.
    serde_json::to_string(value).unwrap_or_default()
}
