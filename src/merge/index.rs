//! The timeline with its indices.

use std::collections::BTreeMap;

use super::Parts;
use crate::model::agreement::Agreements;
use crate::model::article::Article;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::timeline::{Index, Publisher, Threads, Timeline};
use crate::model::url::slug;

/// Puts everything together; `events` are in order.
pub fn timeline(
    parts: Parts,
    events: Vec<Event>,
    withdrawn: Vec<Event>,
    (threads, agreements): (Threads, Agreements),
) -> Timeline {
    let mut index = Index {
        actors: vec![Vec::new(); parts.actors.len()],
        topics: vec![Vec::new(); parts.topics.len()],
        places: vec![Vec::new(); parts.places.len()],
        types: vec![Vec::new(); EventType::ALL.len()],
        contacts: vec![Vec::new(); parts.actors.len()],
        positions: positions(&parts.articles, &events),
        threads,
        agreements,
    };
    for (at, event) in (0u32..).zip(&events) {
        for actor in event.contact.iter().flat_map(|contact| contact.actors()) {
            index.contacts[actor as usize].push(at);
        }
        for participant in &event.participants {
            index.actors[participant.actor as usize].push(at);
        }
        for topic in &event.topics {
            index.topics[*topic as usize].push(at);
        }
        if let Some(place) = event.place {
            index.places[place as usize].push(at);
        }
        index.types[event.event_type as usize].push(at);
    }
    let publishers = publishers(&parts.articles);
    let mut pages = parts.pages;
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Timeline {
        config: parts.config,
        actors: parts.actors,
        topics: parts.topics,
        places: parts.places,
        articles: parts.articles,
        publishers,
        overlays: parts.overlays,
        pages,
        events,
        withdrawn,
        index,
    }
}

/// The events at which positions are stated, by whose they are and by what they are on.
fn positions(articles: &[Article], events: &[Event]) -> BTreeMap<EntryRef, Vec<u32>> {
    let mut found: BTreeMap<EntryRef, Vec<u32>> = BTreeMap::new();
    for (at, event) in (0u32..).zip(events) {
        let accounts =
            event.accounts.iter().map(|of| &articles[of.article as usize].accounts[of.account as usize]);
        for position in accounts.flat_map(|account| &account.positions) {
            for (kind, index) in [(EntryKind::Actor, position.actor), (EntryKind::Topic, position.topic)] {
                let list = found.entry(EntryRef { kind, index }).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
    }
    found
}

/// Publishers are the same if their names make the same slug.
fn publishers(articles: &[Article]) -> Vec<Publisher> {
    let mut by_id: BTreeMap<String, Publisher> = BTreeMap::new();
    for (at, article) in (0u32..).zip(articles) {
        let Some(name) = &article.meta.publisher else { continue };
        let id = match slug(name) {
            id if id.is_empty() => "unnamed".to_owned(),
            id => id,
        };
        let publisher = by_id.entry(id.clone()).or_insert_with(|| Publisher {
            id,
            name: name.clone(),
            articles: Vec::new(),
        });
        publisher.articles.push(at);
    }
    let mut publishers: Vec<Publisher> = by_id.into_values().collect();
    for publisher in &mut publishers {
        publisher.articles.sort_by_key(|at| {
            let date = articles[*at as usize].meta.published.as_ref();
            (date.is_none(), date.map(|date| (date.first(), date.days())), *at)
        });
    }
    publishers
}
