//! How an event stood on earlier days, as its corrections tell.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::Day;
use super::schema::{edtf, event_types};
use crate::export::Input;
use crate::model::correction::{CorrectedField, CorrectedValue, Told};
use crate::model::event::Event;
use crate::model::url;
use crate::model::version::{Version, versions};

/// An event as it stood for a span of days. What was not said, or is not known, is missing, null or empty.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Version")]
pub struct VersionRecord {
    #[schemars(extend("format" = "uri"))]
    url: String,
    /// The first day; null where the day of publication is not known.
    first_day: Option<Day>,
    /// The last day; null for how it stands now.
    last_day: Option<Day>,
    title: Option<String>,
    #[schemars(schema_with = "edtf")]
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Clock time, as the correction writes it.
    time: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "event_types")]
    kind: Option<&'static str>,
    /// Id of the place.
    place: Option<String>,
    /// Ids of those who acted.
    actors: Vec<String>,
    /// Ids of those to whom it was done.
    recipients: Vec<String>,
    /// Ids of the topics.
    topics: Vec<String>,
    /// The corrections that made it so; none for how it was first published.
    corrections: Vec<CorrectionRecord>,
}

/// Of a text only that it was corrected is known.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Correction")]
struct CorrectionRecord {
    /// `title`, `date`, `time`, `type`, `place`, `actors`, `recipients`, `topics` or `text`.
    field: &'static str,
    why: String,
    #[schemars(extend("format" = "uri"))]
    url: String,
}

/// The versions of an event, oldest first; none where nothing has been corrected.
pub fn records(input: &Input<'_>, event: &Event) -> Vec<VersionRecord> {
    let on_page = |anchor: &str| format!("{}#{anchor}", input.absolute(&url::event(&event.id)));
    let correction = |told: &Told<'_>| CorrectionRecord {
        field: told.correction.field.id(),
        why: told.correction.why.clone(),
        url: on_page(&told.anchor),
    };
    let record = |version: Version<'_>| {
        let value = |field| version.facts.get(&field);
        let text = |field| match value(field) {
            Some(CorrectedValue::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let ids = |field| match value(field) {
            Some(CorrectedValue::Ids(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        VersionRecord {
            url: on_page(&version.anchor),
            first_day: version.from.map(Day),
            last_day: version.to.map(Day),
            title: text(CorrectedField::Title),
            date: match value(CorrectedField::Date) {
                Some(CorrectedValue::Date(date)) => Some(date.to_string()),
                _ => None,
            },
            time: text(CorrectedField::Time),
            kind: match value(CorrectedField::Type) {
                Some(CorrectedValue::Type(kind)) => Some(kind.id()),
                _ => None,
            },
            place: ids(CorrectedField::Place).into_iter().next(),
            actors: ids(CorrectedField::Actors),
            recipients: ids(CorrectedField::Recipients),
            topics: ids(CorrectedField::Topics),
            corrections: version.made_by.iter().map(correction).collect(),
        }
    };
    versions(input.timeline, event).into_iter().map(record).collect()
}
