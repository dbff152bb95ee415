//! JSON Schema (draft 2020-12) of each data file, made of the very structures that are written.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema as JsonSchemaOf, SchemaGenerator, json_schema};
use serde_json::Value;

use super::agreements::FileOfAgreements;
use super::contacts::FileOfContacts;
use super::differences::FileOfDifferences;
use super::geojson::FileOfFeatures;
use super::json::FileOfEvents;
use super::json_ld::FileOfNodes;
use super::positions::FileOfPositions;
use super::record::EventRecord;
use super::row::Row;
use super::timelinejs::FileOfSlides;
use crate::export::{Exporter, Input};
use crate::model::agreement::Stage;
use crate::model::data_format::{DataFormat, Dataset, SCHEMA_VERSION};
use crate::model::event_type::{Class, EventType};
use crate::model::sitemap::Export;

pub struct Schema(pub DataFormat);

impl Exporter for Schema {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let (schema, what) = match self.0 {
            DataFormat::Json => (of::<FileOfEvents<'_>>(), "The file."),
            DataFormat::JsonLines => (of::<EventRecord<'_>>(), "A line of the file."),
            DataFormat::Csv => {
                (of::<Row<'_>>(), "A row of the file, by the names of its columns; an empty cell is null.")
            }
            DataFormat::GeoJson => (of::<FileOfFeatures<'_>>(), "The file."),
            DataFormat::JsonLd => (of::<FileOfNodes<'_>>(), "The file."),
            DataFormat::TimelineJs => (of::<FileOfSlides<'_>>(), "The file."),
        };
        write(schema, input, Export::Schema(self.0), &format!("{what} {}", self.0.file()), out);
    }
}

/// JSON Schema of what is known beside the events.
pub struct DatasetSchema(pub Dataset);

impl Exporter for DatasetSchema {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let schema = match self.0 {
            Dataset::Agreements => of::<FileOfAgreements<'_>>(),
            Dataset::Contacts => of::<FileOfContacts<'_>>(),
            Dataset::Differences => of::<FileOfDifferences<'_>>(),
            Dataset::Positions => of::<FileOfPositions<'_>>(),
        };
        let what = format!("The file. {}.json", self.0.id());
        write(schema, input, Export::DatasetSchema(self.0), &what, out);
    }
}

fn write(mut schema: JsonSchemaOf, input: &Input<'_>, at: Export, what: &str, out: &mut Vec<u8>) {
    schema.insert("$id".into(), input.absolute(&at.file()).into());
    schema.insert("$comment".into(), format!("{what}, version {SCHEMA_VERSION}.").into());
    // Writing into memory does not fail.
    let _ = serde_json::to_writer_pretty(&mut *out, &schema);
    out.push(b'\n');
}

/// As it is written: what is left out when it is empty need not be there.
fn of<T: JsonSchema>() -> JsonSchemaOf {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// A date.
pub fn edtf(_: &mut SchemaGenerator) -> JsonSchemaOf {
    json_schema!({
        "type": "string",
        "description": "Extended Date/Time Format (ISO 8601-2): `2025-09-03`, `2024-06`, `2025-08-15~`, `2025-06-02/2025-06-04`.",
    })
}

/// The types of events.
pub fn event_types(_: &mut SchemaGenerator) -> JsonSchemaOf {
    let ids: Vec<Value> = EventType::ALL.iter().map(|kind| kind.id().into()).collect();
    json_schema!({ "type": "string", "enum": ids })
}

/// The classes of types.
pub fn classes(_: &mut SchemaGenerator) -> JsonSchemaOf {
    let ids: Vec<Value> = Class::ALL.iter().map(|class| class.id().into()).collect();
    json_schema!({ "type": "string", "enum": ids })
}

/// The stages of agreements.
pub fn stages(_: &mut SchemaGenerator) -> JsonSchemaOf {
    json_schema!({ "type": "string", "enum": Stage::ALL.map(Stage::id) })
}

/// A stage, where one is known.
pub fn stage_or_null(_: &mut SchemaGenerator) -> JsonSchemaOf {
    let ids = Stage::ALL.into_iter().filter(|stage| !stage.is_claim()).map(|stage| stage.id().into());
    let all: Vec<Value> = ids.chain([Value::Null]).collect();
    json_schema!({
        "description": "The stage that was reported last. A breach is none, but a claim; null where nothing else is reported.",
        "enum": all,
    })
}
