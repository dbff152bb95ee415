//! The timeline with its indices.

use std::collections::BTreeMap;

use super::Parts;
use crate::model::agreement::Agreements;
use crate::model::article::Article;
use crate::model::attestation::Origins;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::publisher::{Publisher, PublisherEntry, publisher_slug};
use crate::model::timeline::{Index, Threads, Timeline};

/// Puts everything together; `events` are in order.
pub fn timeline(
    parts: Parts,
    events: Vec<Event>,
    withdrawn: Vec<Event>,
    (threads, agreements): (Threads, Agreements),
    origins: Origins,
) -> Timeline {
    let (publishers, by_name) = publishers(&parts.articles, &parts.publishers);
    let mut index = Index {
        actors: vec![Vec::new(); parts.actors.len()],
        topics: vec![Vec::new(); parts.topics.len()],
        places: vec![Vec::new(); parts.places.len()],
        types: vec![Vec::new(); EventType::ALL.len()],
        contacts: vec![Vec::new(); parts.actors.len()],
        positions: positions(&parts.articles, &events),
        threads,
        agreements,
        differing: Vec::new(),
        attested: Default::default(),
        origins,
        publishers: by_name,
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
        if event.disputed().next().is_some() {
            index.differing.push(at);
        }
        for class in event.attestation.classes() {
            index.attested[class as usize].push(at);
        }
    }
    let mut pages = parts.pages;
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    Timeline {
        config: parts.config,
        actors: parts.actors,
        topics: parts.topics,
        places: parts.places,
        articles: parts.articles,
        publishers,
        publisher_entries: parts.publishers,
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

/// Publishers and their places by the slugs of their names: those with an entry, and those that articles name.
fn publishers(articles: &[Article], entries: &[PublisherEntry]) -> (Vec<Publisher>, BTreeMap<String, u32>) {
    let mut by_id: BTreeMap<String, Publisher> = BTreeMap::new();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for (at, entry) in (0u32..).zip(entries) {
        for (name, _) in entry.names() {
            ids.entry(publisher_slug(name)).or_insert_with(|| entry.id.clone());
        }
        by_id.insert(entry.id.clone(), publisher(&entry.id, &entry.name, Some(at)));
    }
    for (at, article) in (0u32..).zip(articles) {
        if let Some(name) = &article.meta.publisher {
            let slug = publisher_slug(name);
            let id = ids.entry(slug).or_insert_with_key(Clone::clone);
            by_id.entry(id.clone()).or_insert_with(|| publisher(id, name, None)).articles.push(at);
        }
        // Who is named as an origin only has a page if the editor made it one.
        let origin = article.meta.origin.as_deref().and_then(|name| ids.get(&publisher_slug(name)));
        let origin = origin.and_then(|id| by_id.get_mut(id)).filter(|known| known.entry.is_some());
        if let Some(origin) = origin.filter(|origin| origin.articles.last() != Some(&at)) {
            origin.originated.push(at);
        }
    }
    let mut publishers: Vec<Publisher> = by_id.into_values().collect();
    for publisher in &mut publishers {
        for list in [&mut publisher.articles, &mut publisher.originated] {
            list.sort_by_key(|at| {
                let date = articles[*at as usize].meta.published.as_ref();
                (date.is_none(), date.map(|date| (date.first(), date.days())), *at)
            });
        }
    }
    let place = |id: &String| {
        let at = publishers.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u32::try_from(at).ok()
    };
    let by_name = ids.iter().filter_map(|(slug, id)| Some((slug.clone(), place(id)?))).collect();
    (publishers, by_name)
}

fn publisher(id: &str, name: &str, entry: Option<u32>) -> Publisher {
    let (articles, originated) = (Vec::new(), Vec::new());
    Publisher { id: id.to_owned(), name: name.to_owned(), entry, articles, originated }
}
