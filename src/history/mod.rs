//! The timeline held against what was published before: when each event was
//! first published, when it last changed, and what changed without a word to
//! readers.
//!
//! Which ids there have to be is decided in `route`; which day it is, by the
//! caller. No IO, no clock.

mod contradicted;
mod corrected;
mod future;
mod said;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rayon::prelude::*;

pub use self::contradicted::contradicted;
pub use self::future::future_days;
use crate::diagnostics::Diagnostic;
use crate::model::entry::EntryKind;
use crate::model::event::{Event, Status};
use crate::model::permalinks::{Facts, LockKind, Permalinks, Record};
use crate::model::timeline::Timeline;

/// What is known of events after this build.
#[derive(Debug, Default)]
pub struct History {
    /// What the lock is to keep, by the event's id.
    pub records: BTreeMap<String, Record>,
    /// Changes that no correction tells of, by the event's id.
    pub uncorrected: BTreeMap<String, Diagnostic>,
}

/// What an event is held against.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    /// `permalinks.lock` as it was read; empty if there is none.
    pub lock: &'a Permalinks,
    /// The day of this build; without one, no day is noted.
    pub today: Option<NaiveDate>,
}

/// Notes in every event when it was first published and last changed.
pub fn record(timeline: &mut Timeline, before: Before<'_>) -> History {
    let judge = Judge::new(timeline, before);
    let found: Vec<_> = timeline.events.par_iter().map(|event| judge.judge(event)).collect();
    let found_withdrawn: Vec<_> = timeline.withdrawn.iter().map(|event| judge.judge(event)).collect();
    let mut history = History::default();
    for (event, found) in timeline.events.iter_mut().zip(found) {
        history.note(event, found);
    }
    for (event, found) in timeline.withdrawn.iter_mut().zip(found_withdrawn) {
        history.note(event, found);
    }
    history
}

/// The same for some events that have been edited.
pub fn record_again(timeline: &mut Timeline, events: &[u32], before: Before<'_>, history: &mut History) {
    let judge = Judge::new(timeline, before);
    let found: Vec<_> = events.iter().map(|at| judge.judge(timeline.event(*at))).collect();
    for (at, found) in events.iter().zip(found) {
        history.note(&mut timeline.events[*at as usize], found);
    }
}

type Found = (Option<Record>, Option<Diagnostic>);

impl History {
    fn note(&mut self, event: &mut Event, (record, uncorrected): Found) {
        event.published = record.as_ref().and_then(|record| record.published);
        event.changed = record.as_ref().and_then(|record| record.changed);
        match uncorrected {
            Some(diagnostic) => drop(self.uncorrected.insert(event.id.clone(), diagnostic)),
            None => drop(self.uncorrected.remove(&event.id)),
        }
        self.records.extend(record.map(|record| (event.id.clone(), record)));
    }
}

/// Holds events against the lock.
struct Judge<'a> {
    timeline: &'a Timeline,
    before: Before<'a>,
    renamed: Renamed<'a>,
}

/// The ids that entries have now, by their kind and the ids that they had.
struct Renamed<'a>(HashMap<(EntryKind, &'a str), &'a str>);

impl<'a> Renamed<'a> {
    fn new(timeline: &'a Timeline) -> Self {
        let entries = EntryKind::ALL.into_iter().flat_map(|kind| {
            timeline.entries(kind).iter().flat_map(move |entry| {
                entry.redirect_from.iter().map(move |(old, _)| ((kind, old.as_str()), entry.id.as_str()))
            })
        });
        Self(entries.collect())
    }

    fn now(&self, kind: EntryKind, id: &str) -> String {
        self.0.get(&(kind, id)).map_or_else(|| id.to_owned(), |now| (*now).to_owned())
    }

    /// Sorted.
    fn all_now(&self, kind: EntryKind, ids: &[String]) -> Vec<String> {
        sorted(ids.iter().map(|id| self.now(kind, id)).collect())
    }

    /// Facts as they were published, with the ids that places and actors have now.
    fn facts_now(&self, facts: &Facts) -> Facts {
        Facts {
            place: facts.place.as_ref().map(|id| self.now(EntryKind::Place, id)),
            actors: self.all_now(EntryKind::Actor, &facts.actors),
            recipients: self.all_now(EntryKind::Actor, &facts.recipients),
            ..facts.clone()
        }
    }
}

impl<'a> Judge<'a> {
    fn new(timeline: &'a Timeline, before: Before<'a>) -> Self {
        Self { timeline, before, renamed: Renamed::new(timeline) }
    }

    /// What is to be kept of an event, and whether readers should be told of a change.
    fn judge(&self, event: &Event) -> Found {
        if event.status == Status::Draft {
            return (None, None);
        }
        let lock = self.before.lock;
        let known = lock.records.get(&event.id);
        let is_known = lock.ids.contains(&(LockKind::Event, event.id.clone()));
        let known_facts =
            known.and_then(|known| known.facts.as_ref()).map(|facts| self.renamed.facts_now(facts));
        let published = if is_known { known.and_then(|known| known.published) } else { self.before.today };
        let mut record = Record { published, ..known.cloned().unwrap_or_default() };
        if event.accounts.iter().any(|at| self.timeline.account(*at).draft) {
            // What it says without its drafts is not known here.
            return (Some(record), None);
        }
        // A withdrawn event states no facts any more; those that it stated stay with its id.
        let is_withdrawn = event.status == Status::Withdrawn;
        let facts = if is_withdrawn { known_facts.clone() } else { Some(self.facts(event)) };
        let said = said::hash(self.timeline, event);
        let changed_fields = match (&known_facts, &facts) {
            (Some(old), Some(new)) => corrected::differing(old, new),
            _ => Vec::new(),
        };
        let has_changed =
            record.said.as_ref().is_some_and(|before| *before != said) || !changed_fields.is_empty();
        if is_known && has_changed {
            // A change on the day of publication is none that readers need to know the day of.
            let day = self.before.today.filter(|today| published.is_none_or(|published| published < *today));
            record.changed = record.changed.max(day);
        }
        let uncorrected = match (known_facts, &facts) {
            (Some(old), Some(new)) => {
                let (timeline, renamed) = (self.timeline, &self.renamed);
                corrected::Judged { timeline, renamed, event, old: &old, new }
                    .uncorrected(&changed_fields, self.before.today)
            }
            _ => None,
        };
        record.facts = facts;
        record.said = Some(said);
        (Some(record), uncorrected)
    }

    fn facts(&self, event: &Event) -> Facts {
        let t = self.timeline;
        let actors = |recipient: bool| {
            let of = event.participants.iter().filter(|one| one.recipient == recipient);
            sorted(of.map(|one| t.actors[one.actor as usize].id.clone()).collect())
        };
        Facts {
            date: event.date.clone(),
            event_type: event.event_type,
            place: event.place.map(|place| t.places[place as usize].id.clone()),
            actors: actors(false),
            recipients: actors(true),
        }
    }
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
