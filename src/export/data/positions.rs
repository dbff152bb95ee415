//! Positions: who demands, offers or refuses what, each with the event and the report that tell of it.

use schemars::JsonSchema;
use serde::Serialize;

use super::of_event::OfEvent;
use super::{About, json};
use crate::export::{Exporter, Input};
use crate::model::data_format::Dataset;
use crate::model::markdown::plain_text;
use crate::model::sitemap::Export;
use crate::model::timeline::Stated;

/// The positions of a timeline.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Positions")]
pub struct FileOfPositions<'a> {
    #[serde(flatten)]
    about: About<'a>,
    /// In order of time.
    positions: Vec<PositionRecord<'a>>,
}

/// What an actor demands, offers or refuses on a topic, as of an event.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DatedPosition")]
struct PositionRecord<'a> {
    /// The actor's id.
    actor: &'a str,
    /// The topic's id.
    topic: &'a str,
    text: String,
    /// What it depends on.
    conditions: Vec<String>,
    #[serde(flatten)]
    event: OfEvent<'a>,
    /// The date as pages show it.
    date_words: String,
    /// The report's id.
    article: &'a str,
}

pub struct Positions;

impl Exporter for Positions {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let t = input.timeline;
        let positions = t.positions(input.indices()).map(|stated| record(input, stated)).collect();
        let schema = Export::DatasetSchema(Dataset::Positions);
        out.extend_from_slice(
            json(&FileOfPositions { about: About::of(input, schema), positions }).as_bytes(),
        );
    }
}

fn record<'a>(input: &Input<'a>, stated: Stated<'a>) -> PositionRecord<'a> {
    let t = input.timeline;
    let event = t.event(stated.event);
    let meta = &t.article(stated.account.article).meta;
    let words = |span: &crate::model::source::Span| plain_text(span.of(&meta.source.text));
    PositionRecord {
        actor: &t.actors[stated.position.actor as usize].id,
        topic: &t.topics[stated.position.topic as usize].id,
        text: words(&stated.position.text),
        conditions: stated.position.conditions.iter().map(words).collect(),
        event: OfEvent::new(input, event),
        date_words: input.language.date(&event.date),
        article: &meta.id,
    }
}
