//! Contacts: who met whom, how, at what level, and by which rule that is known.

use schemars::JsonSchema;
use serde::Serialize;

use super::of_event::OfEvent;
use super::{About, json};
use crate::export::{Exporter, Input};
use crate::model::contact::{Contact, Side};
use crate::model::data_format::Dataset;
use crate::model::sitemap::Export;

/// The contacts of a timeline.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Contacts")]
pub struct FileOfContacts<'a> {
    #[serde(flatten)]
    about: About<'a>,
    /// In order of time.
    contacts: Vec<ContactRecord<'a>>,
}

/// A meeting, a call or a visit.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Contact")]
struct ContactRecord<'a> {
    #[serde(flatten)]
    event: OfEvent<'a>,
    /// Those in contact.
    sides: Vec<SideRecord<'a>>,
    /// `in-person`, `call`, `third-party` or `multilateral`; null where it is not known.
    channel: Option<&'static str>,
    /// Id of the rule that gave the channel.
    channel_rule: Option<&'static str>,
    /// `leaders`, `ministers` or `experts`; null where it is not known.
    level: Option<&'static str>,
    /// Id of the rule that gave the level.
    level_rule: Option<&'static str>,
    /// Id of the actor who received the others.
    host: Option<&'a str>,
    /// Id of the rule that gave the host.
    host_rule: Option<&'static str>,
    /// Ids of those who went between the sides.
    mediators: Vec<&'a str>,
    /// Id of the rule that gave the mediators.
    mediator_rule: Option<&'static str>,
}

/// A state, an organisation, or a person who acts for none that is known.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ContactSide")]
struct SideRecord<'a> {
    /// The actor's id.
    actor: &'a str,
    /// Ids of those who acted for it on that day.
    persons: Vec<&'a str>,
}

pub struct Contacts;

impl Exporter for Contacts {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let contacts = input.timeline.contacts().map(|(at, contact)| record(input, at, contact)).collect();
        let schema = Export::DatasetSchema(Dataset::Contacts);
        out.extend_from_slice(json(&FileOfContacts { about: About::of(input, schema), contacts }).as_bytes());
    }
}

fn record<'a>(input: &Input<'a>, at: u32, contact: &'a Contact) -> ContactRecord<'a> {
    let t = input.timeline;
    let event = t.event(at);
    let id = |actor: &u32| t.actors[*actor as usize].id.as_str();
    let side = |side: &'a Side| SideRecord {
        actor: id(&side.actor),
        persons: side.persons.iter().filter(|person| **person != side.actor).map(id).collect(),
    };
    ContactRecord {
        event: OfEvent::new(input, event),
        sides: contact.sides.iter().map(side).collect(),
        channel: contact.channel.map(|by| by.value.id()),
        channel_rule: contact.channel.map(|by| by.rule),
        level: contact.level.map(|by| by.value.id()),
        level_rule: contact.level.map(|by| by.rule),
        host: contact.host.map(|by| id(&by.value)),
        host_rule: contact.host.map(|by| by.rule),
        mediators: contact.mediators.iter().map(id).collect(),
        mediator_rule: contact.mediator_rule,
    }
}
