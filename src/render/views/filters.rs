//! By what the events of a list can be filtered: types, actors and topics that some of them have and others have not.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::Serialize;
use tera::Value;

use crate::model::attestation::Attested;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::url;
use crate::render::PageMaker;

/// Fewer events are read faster than filtered.
const FEWEST: usize = 5;
/// How many choices a facet offers: the most frequent ones.
const CHOICES: usize = 12;

/// A facet and its choices.
#[derive(Serialize)]
pub struct FilterView {
    /// `type`, `actor`, `topic` or `attestation`.
    name: &'static str,
    choices: Vec<ChoiceView>,
}

#[derive(Serialize)]
struct ChoiceView {
    id: String,
    html: Value,
    /// Its page, for readers without the script.
    url: String,
    /// How many events of the list have it.
    count: usize,
    /// Id of a type's class.
    class: Option<&'static str>,
}

/// The facets of the events that a page lists, the most frequent choices first.
pub fn filters(r: &PageMaker<'_>, events: &[u32]) -> Vec<FilterView> {
    if events.len() < FEWEST {
        return Vec::new();
    }
    let events = || events.iter().map(|at| r.timeline.event(*at));
    let total = events().count();
    let types = frequent(total, events().map(|event| event.event_type as u32));
    let actors = frequent(total, events().flat_map(|event| event.participants.iter().map(|one| one.actor)));
    let topics = frequent(total, events().flat_map(|event: &Event| event.topics.iter().copied()));
    let attested =
        frequent(total, events().flat_map(|event| event.attestation.classes().map(|class| class as u32)));
    let entries = |kind, frequent: Vec<(u32, usize)>| -> Vec<ChoiceView> {
        frequent.into_iter().map(|(index, count)| entry(r, EntryRef { kind, index }, count)).collect()
    };
    let facets = [
        ("type", types.into_iter().map(|(index, count)| event_type(r, index, count)).collect()),
        ("actor", entries(EntryKind::Actor, actors)),
        ("topic", entries(EntryKind::Topic, topics)),
        ("attestation", attested.into_iter().map(|(index, count)| attestation(r, index, count)).collect()),
    ];
    let facets = facets.into_iter().map(|(name, choices)| FilterView { name, choices });
    facets.filter(|facet| !facet.choices.is_empty()).collect()
}

/// The most frequent values, without those that all events have: to choose one of them changes nothing.
fn frequent(events: usize, values: impl Iterator<Item = u32>) -> Vec<(u32, usize)> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(u32, usize)> = counts.into_iter().filter(|(_, count)| *count < events).collect();
    counts.sort_unstable_by_key(|(value, count)| (Reverse(*count), *value));
    counts.truncate(CHOICES);
    counts
}

fn event_type(r: &PageMaker<'_>, index: u32, count: usize) -> ChoiceView {
    let kind = EventType::ALL[index as usize];
    ChoiceView {
        id: kind.id().to_owned(),
        html: Value::from(r.language().event_type(kind)),
        url: r.link(&url::event_type(kind)),
        count,
        class: Some(kind.class().id()),
    }
}

fn attestation(r: &PageMaker<'_>, index: u32, count: usize) -> ChoiceView {
    let class = Attested::ALL[index as usize];
    ChoiceView {
        id: class.id().to_owned(),
        html: Value::from(r.language().text(class.texts().0)),
        url: r.link(&url::attestation(class)),
        count,
        class: None,
    }
}

fn entry(r: &PageMaker<'_>, at: EntryRef, count: usize) -> ChoiceView {
    let entry = r.timeline.entry(at);
    let url = r.link(&url::entry(at.kind, &entry.id));
    ChoiceView { id: entry.id.clone(), html: r.isolated(&entry.name), url, count, class: None }
}
