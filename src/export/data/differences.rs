//! Differences: on what the accounts of events differ, which value is shown, and by which rule.

use schemars::JsonSchema;
use serde::Serialize;

use super::of_event::OfEvent;
use super::{About, json};
use crate::export::{Exporter, Input};
use crate::model::data_format::Dataset;
use crate::model::difference::{Difference, DifferingValues};
use crate::model::event::{AccountRef, Event, Participant, Status};
use crate::model::sitemap::Export;

/// The differences of a timeline.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Differences")]
pub struct FileOfDifferences<'a> {
    #[serde(flatten)]
    about: About<'a>,
    /// In order of time.
    differences: Vec<DifferenceRecord<'a>>,
}

/// A field of an event on which its accounts differ, or the editors from them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Difference")]
struct DifferenceRecord<'a> {
    #[serde(flatten)]
    event: OfEvent<'a>,
    /// `date`, `place`, `type` or `participants`.
    field: &'static str,
    /// The value that is shown.
    shown: ValueRecord<'a>,
    /// Which rule chose it: `editors`, `most-frequent`, `most-precise`, `earliest-article` or `together`.
    rule: &'static str,
    /// The editors' reasons, where they give any.
    why: Vec<&'a str>,
    /// Each value that accounts give.
    values: Vec<GivenRecord<'a>>,
}

/// A value, and who gives it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GivenValue")]
struct GivenRecord<'a> {
    value: ValueRecord<'a>,
    /// Whether it is the one that is shown.
    shown: bool,
    /// Ids of the articles that give it.
    articles: Vec<&'a str>,
}

/// A date (EDTF), the id of a place or of a type; null where none is shown; or who took part.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Value")]
enum ValueRecord<'a> {
    One(Option<&'a str>),
    Participants(ParticipantsRecord<'a>),
}

/// Who took part: persons under whom they act for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Participants")]
struct ParticipantsRecord<'a> {
    /// Ids of those who acted.
    actors: Vec<&'a str>,
    /// Ids of those to whom it was done.
    recipients: Vec<&'a str>,
}

pub struct Differences;

impl Exporter for Differences {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let t = input.timeline;
        // Drafts are in no export.
        let events = t.index.differing.iter().map(|at| t.event(*at));
        let mut differences = Vec::new();
        for event in events.filter(|event| event.status == Status::Published) {
            differences.extend(event.disputed().map(|difference| record(input, event, difference)));
        }
        let about = About::of(input, Export::DatasetSchema(Dataset::Differences));
        out.extend_from_slice(json(&FileOfDifferences { about, differences }).as_bytes());
    }
}

fn record<'a>(input: &Input<'a>, event: &'a Event, difference: &'a Difference) -> DifferenceRecord<'a> {
    let t = input.timeline;
    let given = |value: ValueRecord<'a>, shown: bool, by: &[AccountRef]| {
        let mut articles: Vec<&str> = by.iter().map(|at| t.article(at.article).meta.id.as_str()).collect();
        articles.dedup();
        GivenRecord { value, shown, articles }
    };
    let place = |at: u32| t.places[at as usize].id.as_str();
    let one = |value: &'a str| ValueRecord::One(Some(value));
    let (shown, values) = match &difference.values {
        DifferingValues::Date(all) => {
            let of = all.iter().map(|(date, by)| given(one(date.as_str()), *date == event.date, by));
            (one(event.date.as_str()), of.collect())
        }
        DifferingValues::Place(all) => {
            let of = all.iter().map(|(at, by)| given(one(place(*at)), event.place == Some(*at), by));
            (ValueRecord::One(event.place.map(place)), of.collect())
        }
        DifferingValues::Type(all) => {
            let of = all.iter().map(|(kind, by)| given(one(kind.id()), *kind == event.event_type, by));
            (one(event.event_type.id()), of.collect())
        }
        DifferingValues::Participants { shown, given: all } => {
            let of = all.iter().map(|(who, by)| given(participants(input, who), who == shown, by));
            (participants(input, shown), of.collect())
        }
    };
    let overlay = event.overlay.map(|at| &t.overlays[at as usize]);
    DifferenceRecord {
        event: OfEvent::new(input, event),
        field: difference.field().id(),
        shown,
        rule: difference.rule.id(),
        why: overlay.into_iter().flat_map(|overlay| overlay.reasons.of(difference.field())).collect(),
        values,
    }
}

fn participants<'a>(input: &Input<'a>, who: &[Participant]) -> ValueRecord<'a> {
    let of = |recipient: bool| {
        let all = who.iter().filter(|one| one.recipient == recipient);
        all.map(|one| input.timeline.actors[one.actor as usize].id.as_str()).collect()
    };
    ValueRecord::Participants(ParticipantsRecord { actors: of(false), recipients: of(true) })
}
