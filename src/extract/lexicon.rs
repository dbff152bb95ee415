//! What the extraction knows of a site: its names, and the events that it already has.

use chrono::NaiveDate;

use super::gazetteer::Gazetteer;
use crate::model::date::EventDate;
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::timeline::Timeline;

/// Names and known events. Made once for many articles.
pub struct Lexicon {
    /// Names in prose.
    pub(super) gazetteer: Gazetteer,
    /// The site's events, by first day.
    pub(super) events: Vec<KnownEvent>,
    /// The most days that one of them covers.
    pub(super) longest: i64,
}

/// What is compared of an event that the site has.
pub struct KnownEvent {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub headline: String,
    /// Its words.
    pub words: Vec<String>,
    /// Its date.
    pub date: EventDate,
    /// Its type.
    pub event_type: EventType,
    /// Ids of its actors.
    pub actors: Vec<String>,
    /// Id of its place.
    pub place: Option<String>,
}

impl Lexicon {
    /// The names and events of a site; of an empty one, the built-in names alone.
    pub fn new(site: &Timeline) -> Self {
        let mut events: Vec<KnownEvent> = site.events.iter().map(|event| known(site, event)).collect();
        events.sort_by(|a, b| a.date.first().cmp(&b.date.first()).then_with(|| a.id.cmp(&b.id)));
        let longest = events.iter().map(|event| event.date.days()).filter(|days| *days <= 3700).max();
        Self {
            gazetteer: Gazetteer::new(&site.actors, &site.topics, &site.places),
            events,
            longest: longest.unwrap_or(1),
        }
    }

    /// The site's events that may share a day with these.
    pub(super) fn events_about(&self, first: NaiveDate, last: NaiveDate) -> &[KnownEvent] {
        let earliest = first.checked_sub_signed(chrono::TimeDelta::days(self.longest)).unwrap_or(first);
        let from = self.events.partition_point(|event| event.date.first() < earliest);
        let to = self.events.partition_point(|event| event.date.first() <= last);
        &self.events[from..to.max(from)]
    }
}

fn known(site: &Timeline, event: &Event) -> KnownEvent {
    KnownEvent {
        id: event.id.clone(),
        headline: event.headline.clone(),
        words: super::join::content_words(&event.headline),
        date: event.date.clone(),
        event_type: event.event_type,
        actors: event
            .participants
            .iter()
            .filter_map(|participant| site.actors.get(participant.actor as usize))
            .map(|actor| actor.id.clone())
            .collect(),
        place: event.place.and_then(|at| site.places.get(at as usize)).map(|place| place.id.clone()),
    }
}
