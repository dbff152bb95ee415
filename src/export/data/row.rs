//! An event in one row: what CSV and the properties of GeoJSON hold. Several values of a cell are
//! separated by `; `.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::Day;
use super::schema::{classes, edtf, event_types};
use crate::export::Input;
use crate::export::input::{coordinates, country};
use crate::model::attestation::Attested;
use crate::model::event::Event;

/// An event in one row. Several values of a cell are separated by `; `.
#[derive(Serialize, JsonSchema)]
pub struct Row<'a> {
    /// For ever.
    id: &'a str,
    #[schemars(schema_with = "edtf")]
    date: &'a str,
    /// The first day that the date covers.
    first_day: Day,
    /// The last day that the date covers.
    last_day: Day,
    /// Clock time with its offset from UTC: `14:30+02:00`.
    time: Option<String>,
    #[serde(rename = "type")]
    #[schemars(schema_with = "event_types")]
    kind: &'static str,
    pub title: std::borrow::Cow<'a, str>,
    /// Name of the place.
    place: Option<&'a str>,
    /// Names of those who acted.
    actors: String,
    /// Names of those to whom it was done.
    recipients: String,
    /// Names of the topics.
    topics: String,
    /// Who published the reports.
    publishers: String,
    /// Whether the reports differ on the date, the place, the type or the participants.
    sources_differ: bool,
    #[schemars(extend("format" = "uri"))]
    url: String,
    /// The date as pages show it.
    date_words: String,
    #[schemars(schema_with = "classes")]
    class: &'static str,
    place_id: Option<&'a str>,
    /// ISO 3166-1 alpha-2.
    country: Option<&'a str>,
    /// Degrees, WGS 84.
    latitude: Option<f64>,
    longitude: Option<f64>,
    actor_ids: String,
    recipient_ids: String,
    topic_ids: String,
    /// How many reports tell of it.
    reports: usize,
    /// The day on which the event's page was first published.
    published: Option<Day>,
    /// The day on which what it says last changed.
    changed: Option<Day>,
    /// How many independent origins the reports have, at least.
    origins: Option<usize>,
    /// Their countries, as far as they are known: ISO 3166-1 alpha-2.
    origin_countries: String,
    /// `several-origins`, `one-origin` or `not-known`; and `one-side`, where all are of one side's press.
    attestation: String,
}

/// The fields of a row, in their order: the head of a table.
pub const COLUMNS: [&str; 29] = [
    "id",
    "date",
    "first_day",
    "last_day",
    "time",
    "type",
    "title",
    "place",
    "actors",
    "recipients",
    "topics",
    "publishers",
    "sources_differ",
    "url",
    "date_words",
    "class",
    "place_id",
    "country",
    "latitude",
    "longitude",
    "actor_ids",
    "recipient_ids",
    "topic_ids",
    "reports",
    "published",
    "changed",
    "origins",
    "origin_countries",
    "attestation",
];

/// An event in one row.
pub fn row<'a>(input: &Input<'a>, event: &'a Event) -> Row<'a> {
    let t = input.timeline;
    let actors = |recipient: bool| {
        let of = event.participants.iter().filter(move |participant| participant.recipient == recipient);
        of.map(|participant| &t.actors[participant.actor as usize])
    };
    let topics = || event.topics.iter().map(|topic| &t.topics[*topic as usize]);
    let place = event.place.map(|place| &t.places[place as usize]);
    let (latitude, longitude) = place.and_then(coordinates).unzip();
    let mut publishers: Vec<&str> = Vec::new();
    let mut articles: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    articles.dedup();
    for name in articles.iter().filter_map(|at| t.article(*at).meta.publisher.as_deref()) {
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    Row {
        id: &event.id,
        date: event.date.as_str(),
        first_day: Day(event.date.first()),
        last_day: Day(event.date.last()),
        time: event.time.map(|time| time.iso()),
        kind: event.event_type.id(),
        title: event.headline.as_str().into(),
        place: place.map(|place| place.name.as_str()),
        actors: join(actors(false).map(|actor| actor.name.as_str())),
        recipients: join(actors(true).map(|actor| actor.name.as_str())),
        topics: join(topics().map(|topic| topic.name.as_str())),
        publishers: join(publishers.into_iter()),
        sources_differ: event.sources_differ(),
        url: input.event_url(event),
        date_words: input.language.date(&event.date),
        class: event.event_type.class().id(),
        place_id: place.map(|place| place.id.as_str()),
        country: place.and_then(country),
        latitude,
        longitude,
        actor_ids: join(actors(false).map(|actor| actor.id.as_str())),
        recipient_ids: join(actors(true).map(|actor| actor.id.as_str())),
        topic_ids: join(topics().map(|topic| topic.id.as_str())),
        reports: articles.len(),
        published: event.published.map(Day),
        changed: event.changed.map(Day),
        origins: event.attestation.at_least(),
        origin_countries: join(event.attestation.countries.iter().copied()),
        attestation: join(event.attestation.classes().map(Attested::id)),
    }
}

fn join<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for value in values {
        if !joined.is_empty() {
            joined.push_str("; ");
        }
        joined.push_str(value);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_the_fields() {
        let schema = schemars::schema_for!(Row<'_>);
        let fields = schema.get("properties").and_then(|fields| fields.as_object()).expect("fields");
        let mut columns = COLUMNS.to_vec();
        columns.sort_unstable();
        assert_eq!(fields.keys().collect::<Vec<_>>(), columns);
    }
}
