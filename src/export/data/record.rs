//! An event with all that is known of it, as JSON and JSON Lines hold it.

use std::collections::BTreeMap;
use std::fmt::Display;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::schema::{classes, edtf, event_types, stages};
use super::versions::{self, VersionRecord};
use crate::export::Input;
use crate::export::input::{coordinates, country};
use crate::model::article::{Account, Article};
use crate::model::attestation::Attested;
use crate::model::entry::Entry;
use crate::model::event::{AccountRef, Event};
use crate::model::markdown::plain_text;
use crate::model::sitemap::PageKind;
use crate::model::timeline::Timeline;
use crate::model::url;

/// What happened, once, on a date.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Event")]
pub struct EventRecord<'a> {
    /// For ever.
    id: &'a str,
    #[schemars(extend("format" = "uri"))]
    url: String,
    title: &'a str,
    #[schemars(schema_with = "edtf")]
    date: &'a str,
    /// The first day that the date covers.
    first_day: Day,
    /// The last day that the date covers.
    last_day: Day,
    /// The date as pages show it.
    date_words: String,
    /// Clock time with its offset from UTC: `14:30+02:00`.
    time: Option<String>,
    #[serde(rename = "type")]
    #[schemars(schema_with = "event_types")]
    kind: &'static str,
    #[schemars(schema_with = "classes")]
    class: &'static str,
    place: Option<PlaceRecord<'a>>,
    actors: Vec<ActorRecord<'a>>,
    topics: Vec<Name<'a>>,
    /// What each report says of it, earliest report first.
    accounts: Vec<AccountRecord<'a>>,
    /// Ids of the events that it answers.
    answers: Vec<&'a str>,
    /// Ids of the events that answer it.
    answered_by: Vec<&'a str>,
    /// The step that it is in the life of an agreement; null where it is none.
    agreement: Option<StepOf<'a>>,
    /// Whether the accounts differ on the date, the place, the type or the participants.
    sources_differ: bool,
    /// How well it is attested.
    attestation: AttestationRecord,
    /// The day on which the event's page was first published.
    published: Option<Day>,
    /// The day on which what it says last changed.
    changed: Option<Day>,
    /// How it stood from its publication to now, oldest first; empty where nothing has been corrected.
    versions: Vec<VersionRecord>,
}

/// A step in the life of an agreement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StepOf")]
struct StepOf<'a> {
    /// The agreement's id, as in `agreements.json`.
    id: &'a str,
    #[schemars(schema_with = "stages")]
    stage: &'static str,
}

/// How many reports tell of an event, and whose they are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Attestation")]
struct AttestationRecord {
    /// How many reports tell of it.
    reports: usize,
    /// How many independent origins these have, at least; null where that is not known.
    origins: Option<usize>,
    /// Countries of the origins, as far as they are known: ISO 3166-1 alpha-2.
    countries: Vec<&'static str>,
    /// `several-origins`, `one-origin` or `not-known`; and `one-side`, where all are of one side's press.
    classes: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Name")]
struct Name<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Actor")]
struct ActorRecord<'a> {
    id: &'a str,
    name: &'a str,
    /// Whether the event was done to it.
    recipient: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct PlaceRecord<'a> {
    id: &'a str,
    name: &'a str,
    /// ISO 3166-1 alpha-2.
    country: Option<&'a str>,
    /// Degrees, WGS 84.
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// What one report says of the event.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Account")]
struct AccountRecord<'a> {
    /// The report's id.
    article: &'a str,
    /// The report's headline.
    title: &'a str,
    author: Option<&'a str>,
    publisher: Option<&'a str>,
    /// Who first reported it, if another.
    origin: Option<&'a str>,
    /// BCP 47.
    language: Option<&'a str>,
    url: Option<&'a str>,
    archive_url: Option<&'a str>,
    /// When the report was published. EDTF.
    published: Option<&'a str>,
    /// What this account calls the event.
    headline: &'a str,
    /// The date that this account gives. EDTF.
    date: &'a str,
    time: Option<String>,
    #[serde(rename = "type")]
    #[schemars(schema_with = "event_types")]
    kind: &'static str,
    /// Id of the place that this account gives.
    place: Option<&'a str>,
    /// Short quotations from the report, word for word.
    quotations: Vec<&'a str>,
    positions: Vec<PositionRecord<'a>>,
}

/// What an actor demands, offers or refuses.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Position")]
struct PositionRecord<'a> {
    /// The actor's id.
    actor: &'a str,
    /// The topic's id.
    topic: &'a str,
    text: String,
    /// What it depends on.
    conditions: Vec<String>,
}

/// A day, ISO 8601.
#[derive(JsonSchema)]
#[schemars(transparent, inline)]
pub struct Day(#[schemars(with = "String", extend("format" = "date"))] pub NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day: &dyn Display = &self.0;
        serializer.collect_str(day)
    }
}

/// All that is known of an event.
pub fn record<'a>(input: &Input<'a>, event: &'a Event) -> EventRecord<'a> {
    let t = input.timeline;
    let actor = |participant: &crate::model::event::Participant| {
        let Name { id, name } = name(&t.actors[participant.actor as usize]);
        ActorRecord { id, name, recipient: participant.recipient }
    };
    EventRecord {
        id: &event.id,
        url: input.event_url(event),
        title: &event.headline,
        date: event.date.as_str(),
        first_day: Day(event.date.first()),
        last_day: Day(event.date.last()),
        date_words: input.language.date(&event.date),
        time: event.time.map(|time| time.iso()),
        kind: event.event_type.id(),
        class: event.event_type.class().id(),
        place: event.place.map(|place| place_record(&t.places[place as usize])),
        actors: event.participants.iter().map(actor).collect(),
        topics: event.topics.iter().map(|topic| name(&t.topics[*topic as usize])).collect(),
        accounts: event.accounts.iter().map(|at| account_record(t, *at)).collect(),
        answers: ids(input, &t.index.threads.answers, event),
        answered_by: ids(input, &t.index.threads.answered_by, event),
        agreement: step(input, event),
        sources_differ: event.sources_differ(),
        attestation: AttestationRecord {
            reports: event.attestation.articles,
            origins: event.attestation.at_least(),
            countries: event.attestation.countries.clone(),
            classes: event.attestation.classes().map(Attested::id).collect(),
        },
        published: event.published.map(Day),
        changed: event.changed.map(Day),
        versions: versions::records(input, event),
    }
}

/// The index of an event.
fn index(input: &Input<'_>, event: &Event) -> Option<u32> {
    match input.sitemap.find(&url::event(&event.id))?.kind {
        PageKind::Event(at) => Some(at),
        _ => None,
    }
}

/// The step that an event is. Most timelines have no agreements, and none is looked for then.
fn step<'a>(input: &Input<'a>, event: &Event) -> Option<StepOf<'a>> {
    let agreements = &input.timeline.index.agreements;
    let at = if agreements.all.is_empty() { None } else { index(input, event) };
    let (agreement, step) = agreements.step(at?)?;
    Some(StepOf { id: &agreement.id, stage: step.stage.id() })
}

/// Those with whom an event is linked.
fn ids<'a>(input: &Input<'a>, links: &BTreeMap<u32, Vec<u32>>, event: &Event) -> Vec<&'a str> {
    // Most timelines have no such links, and none is looked for then.
    let linked = if links.is_empty() { None } else { index(input, event).and_then(|at| links.get(&at)) };
    linked.into_iter().flatten().map(|at| input.timeline.event(*at).id.as_str()).collect()
}

fn name(entry: &Entry) -> Name<'_> {
    Name { id: &entry.id, name: &entry.name }
}

fn place_record(place: &Entry) -> PlaceRecord<'_> {
    let (latitude, longitude) = coordinates(place).unzip();
    PlaceRecord { id: &place.id, name: &place.name, country: country(place), latitude, longitude }
}

fn account_record(t: &Timeline, at: AccountRef) -> AccountRecord<'_> {
    let (article, account) = (t.article(at.article), t.account(at));
    let meta = &article.meta;
    AccountRecord {
        article: &meta.id,
        title: &meta.title,
        author: meta.author.as_deref(),
        publisher: meta.publisher.as_deref(),
        origin: meta.origin.as_deref(),
        language: meta.language.as_deref(),
        url: meta.url.as_deref(),
        archive_url: meta.archive_url.as_deref(),
        published: meta.published.as_ref().map(crate::model::date::EventDate::as_str),
        headline: &account.headline,
        date: account.date.as_str(),
        time: account.time.map(|time| time.iso()),
        kind: account.event_type.value.id(),
        place: account.place.map(|place| t.places[place.value as usize].id.as_str()),
        quotations: account.evidence.iter().map(|quote| quote.words.as_str()).collect(),
        positions: positions(t, article, account),
    }
}

fn positions<'a>(t: &'a Timeline, article: &Article, account: &Account) -> Vec<PositionRecord<'a>> {
    let text = &article.meta.source.text;
    let record = |position: &crate::model::article::Position| PositionRecord {
        actor: &t.actors[position.actor as usize].id,
        topic: &t.topics[position.topic as usize].id,
        text: plain_text(position.text.of(text)),
        conditions: position.conditions.iter().map(|span| plain_text(span.of(text))).collect(),
    };
    account.positions.iter().map(record).collect()
}
