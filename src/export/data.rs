//! The events as data: JSON and CSV. Dates are EDTF.

use serde::Serialize;

use super::{Exporter, Input};
use crate::model::entry::{Details, Entry};
use crate::model::event::Event;

/// An event in `events.json`.
#[derive(Serialize)]
struct EventData<'a> {
    id: &'a str,
    url: String,
    title: &'a str,
    /// EDTF.
    date: String,
    /// ISO 8601 days.
    first_day: String,
    last_day: String,
    date_words: String,
    /// ISO 8601, with an offset.
    time: Option<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    class: &'static str,
    place: Option<PlaceData<'a>>,
    actors: Vec<ActorData<'a>>,
    topics: Vec<NameData<'a>>,
    accounts: Vec<AccountData<'a>>,
    sources_differ: bool,
}

#[derive(Serialize)]
struct NameData<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct ActorData<'a> {
    id: &'a str,
    name: &'a str,
    recipient: bool,
}

#[derive(Serialize)]
struct PlaceData<'a> {
    id: &'a str,
    name: &'a str,
    country: Option<&'a str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct AccountData<'a> {
    article: &'a str,
    title: &'a str,
    publisher: Option<&'a str>,
    url: Option<&'a str>,
    archive_url: Option<&'a str>,
    /// EDTF.
    published: Option<String>,
    /// EDTF; the date that this account gives.
    date: String,
    #[serde(rename = "type")]
    kind: &'static str,
    place: Option<&'a str>,
}

pub struct Json;

impl Exporter for Json {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        #[derive(Serialize)]
        struct File<'a> {
            title: &'a str,
            url: &'a str,
            licence: Option<&'a str>,
            events: Vec<EventData<'a>>,
        }
        let config = &input.timeline.config;
        let file = File {
            title: &config.title,
            url: &config.base_url,
            licence: config.licence.as_ref().map(|licence| licence.url.as_deref().unwrap_or(&licence.name)),
            events: input.events().into_iter().map(|event| data(input, event)).collect(),
        };
        // Writing into memory does not fail.
        let _ = serde_json::to_writer(out, &file);
    }
}

fn name(entry: &Entry) -> NameData<'_> {
    NameData { id: &entry.id, name: &entry.name }
}

fn data<'a>(input: &Input<'a>, event: &'a Event) -> EventData<'a> {
    let t = input.timeline;
    EventData {
        id: &event.id,
        url: input.event_url(event),
        title: &event.headline,
        date: event.date.to_string(),
        first_day: event.date.first().to_string(),
        last_day: event.date.last().to_string(),
        date_words: input.language.date(&event.date),
        time: event.time.map(|time| time.iso()),
        kind: event.event_type.id(),
        class: event.event_type.class().id(),
        place: event.place.map(|place| place_data(&t.places[place as usize])),
        actors: event
            .participants
            .iter()
            .map(|participant| {
                let actor = &t.actors[participant.actor as usize];
                ActorData { id: &actor.id, name: &actor.name, recipient: participant.recipient }
            })
            .collect(),
        topics: event.topics.iter().map(|topic| name(&t.topics[*topic as usize])).collect(),
        accounts: event
            .accounts
            .iter()
            .map(|at| {
                let (meta, account) = (&t.article(at.article).meta, t.account(*at));
                AccountData {
                    article: &meta.id,
                    title: &meta.title,
                    publisher: meta.publisher.as_deref(),
                    url: meta.url.as_deref(),
                    archive_url: meta.archive_url.as_deref(),
                    published: meta.published.as_ref().map(ToString::to_string),
                    date: account.date.to_string(),
                    kind: account.event_type.value.id(),
                    place: account.place.map(|place| t.places[place.value as usize].id.as_str()),
                }
            })
            .collect(),
        sources_differ: event.sources_differ(),
    }
}

fn place_data(place: &Entry) -> PlaceData<'_> {
    let (country, coordinates) = match &place.details {
        Details::Place { country, coordinates } => (country.as_deref(), coordinates.as_ref()),
        _ => (None, None),
    };
    let number = |text: &String| text.parse().ok();
    PlaceData {
        id: &place.id,
        name: &place.name,
        country,
        latitude: coordinates.and_then(|(latitude, _)| number(latitude)),
        longitude: coordinates.and_then(|(_, longitude)| number(longitude)),
    }
}

pub struct Csv;

impl Exporter for Csv {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        // Writing into memory does not fail.
        let _ = writer.write_record([
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
        ]);
        for event in input.events() {
            let _ = writer.write_record(row(input, event));
        }
        let _ = writer.flush();
    }
}

fn row(input: &Input<'_>, event: &Event) -> [String; 14] {
    let t = input.timeline;
    let join = |names: Vec<&str>| names.join("; ");
    let actors = |recipient: bool| {
        let of = event.participants.iter().filter(move |participant| participant.recipient == recipient);
        join(of.map(|participant| t.actors[participant.actor as usize].name.as_str()).collect())
    };
    let mut publishers: Vec<&str> =
        event.accounts.iter().filter_map(|at| t.article(at.article).meta.publisher.as_deref()).collect();
    publishers.dedup();
    [
        event.id.clone(),
        event.date.to_string(),
        event.date.first().to_string(),
        event.date.last().to_string(),
        event.time.map(|time| time.iso()).unwrap_or_default(),
        event.event_type.id().to_owned(),
        unformula(&event.headline),
        event.place.map(|place| t.places[place as usize].name.clone()).unwrap_or_default(),
        actors(false),
        actors(true),
        join(event.topics.iter().map(|topic| t.topics[*topic as usize].name.as_str()).collect()),
        join(publishers),
        (event.sources_differ()).to_string(),
        input.event_url(event),
    ]
}

/// A cell that begins like a formula would be run by spreadsheets (CWE-1236).
fn unformula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
