//! Versions: how an event stood on earlier days, as its corrections tell.
//!
//! The present facts, with the corrections undone from the newest to the oldest. When a report was added, and what
//! changed without a correction, nobody wrote down: that is in no version.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::correction::{CorrectedField, CorrectedValue, Told, current, kind_of, of_event};
use super::event::{Event, Status};
use super::timeline::Timeline;

/// What an event said, by field; a field that says nothing is missing, and [`CorrectedField::Text`] always is.
/// Ids are those that entries have now, where they still have one.
pub type Facts = BTreeMap<CorrectedField, CorrectedValue>;

/// An event as it stood for a span of days.
#[derive(Debug, Clone)]
pub struct Version<'a> {
    /// The first day; `None` where the day of publication is not known.
    pub from: Option<NaiveDate>,
    /// The last day; `None` for how it stands now.
    pub to: Option<NaiveDate>,
    /// Where it stands on the event's page, for ever.
    pub anchor: String,
    /// What it said.
    pub facts: Facts,
    /// The corrections that made it, in their order; none for how it was first published.
    pub made_by: Vec<Told<'a>>,
}

impl Version<'_> {
    /// Whether it was published and corrected on one day.
    pub fn is_of_a_part_of_a_day(&self) -> bool {
        self.from.is_some() && self.anchor == FIRST
    }
}

/// The anchor of a first version whose day is not known, or that stood for less than a day.
const FIRST: &str = "as-first-published";

/// The versions of a published event, oldest first; none where nothing has been corrected.
pub fn versions<'a>(timeline: &'a Timeline, event: &'a Event) -> Vec<Version<'a>> {
    let told = of_event(timeline, event);
    let Some(first) = told.last().filter(|_| event.status == Status::Published) else { return Vec::new() };
    let first = first.correction.date;
    let mut facts = present(timeline, event);
    let mut versions = Vec::new();
    let mut to = None;
    for of_day in told.chunk_by(|one, other| one.correction.date == other.correction.date) {
        let made_by: Vec<Told<'_>> = of_day.iter().rev().cloned().collect();
        if !versions.is_empty() {
            // Where the next one tells of another value, it changed in between and nobody wrote down when; on this
            // day it was this.
            redo(timeline, &mut facts, &made_by);
        }
        let day = made_by[0].correction.date;
        let anchor = format!("as-of-{day}");
        versions.push(Version { from: Some(day), to, anchor, facts: facts.clone(), made_by });
        undo(timeline, &mut facts, of_day);
        to = day.pred_opt();
    }
    // A correction tells that it had been published: a later day in the lock is that of an older page.
    let from = event.published.filter(|published| *published <= first);
    let anchor = from.filter(|from| *from < first).map(|from| format!("as-of-{from}"));
    versions.push(Version {
        from,
        to: if from == Some(first) { from } else { to },
        anchor: anchor.unwrap_or_else(|| FIRST.to_owned()),
        facts,
        made_by: Vec::new(),
    });
    versions.reverse();
    versions
}

/// A correction that ends with another value than the one that was there next.
pub struct Contradicted<'a> {
    /// The correction.
    pub told: Told<'a>,
    /// What was there next.
    pub next: CorrectedValue,
    /// Whether that is what the page shows; else it is what the next correction of the field begins with.
    pub is_shown: bool,
    /// Whether the correction begins with it: the two may have been exchanged.
    pub is_swapped: bool,
}

/// The contradicted corrections of an event. Only of the title, date, type and place: of lists, editors may name what came
/// or went alone.
pub fn contradicted<'a>(timeline: &'a Timeline, event: &'a Event) -> Vec<Contradicted<'a>> {
    use CorrectedField::{Date, Place, Title, Type};
    let mut facts = present(timeline, event);
    let mut found = Vec::new();
    let mut later = BTreeSet::new();
    for told in of_event(timeline, event) {
        let field = told.correction.field;
        if !matches!(field, Title | Date | Type | Place) {
            continue;
        }
        let mut after = Facts::new();
        set(timeline, &mut after, field, told.correction.new.as_ref());
        let next = facts.get(&field).cloned();
        set(timeline, &mut facts, field, told.correction.old.as_ref());
        let is_shown = later.insert(field);
        if let (Some(said), Some(next)) = (after.remove(&field), next)
            && said != next
        {
            let is_swapped = facts.get(&field) == Some(&next);
            found.push(Contradicted { told, next, is_shown, is_swapped });
        }
    }
    found
}

/// Takes corrections back; the newest comes first.
fn undo(timeline: &Timeline, facts: &mut Facts, told: &[Told<'_>]) {
    for one in told {
        set(timeline, facts, one.correction.field, one.correction.old.as_ref());
    }
}

/// Makes corrections; the oldest comes first.
fn redo(timeline: &Timeline, facts: &mut Facts, told: &[Told<'_>]) {
    for one in told {
        set(timeline, facts, one.correction.field, one.correction.new.as_ref());
    }
}

fn set(timeline: &Timeline, facts: &mut Facts, field: CorrectedField, value: Option<&CorrectedValue>) {
    let value = match value {
        _ if field == CorrectedField::Text => return,
        Some(CorrectedValue::Ids(ids)) => {
            let entries = timeline.entries(kind_of(field));
            let now = |id: &String| current(entries, id).map_or_else(|| id.clone(), |entry| entry.id.clone());
            Some(CorrectedValue::Ids(ids.iter().map(now).collect()))
        }
        value => value.cloned(),
    };
    match value {
        Some(value) => drop(facts.insert(field, value)),
        None => drop(facts.remove(&field)),
    }
}

/// What an event says now.
fn present(timeline: &Timeline, event: &Event) -> Facts {
    let ids = |ids: Vec<String>| (!ids.is_empty()).then_some(CorrectedValue::Ids(ids));
    let actors = |recipient: bool| {
        let of = event.participants.iter().filter(|one| one.recipient == recipient);
        ids(of.map(|one| timeline.actors[one.actor as usize].id.clone()).collect())
    };
    let topics = event.topics.iter().map(|topic| timeline.topics[*topic as usize].id.clone()).collect();
    let place = event.place.map(|place| vec![timeline.places[place as usize].id.clone()]);
    let all = [
        (CorrectedField::Title, Some(CorrectedValue::Text(event.headline.clone()))),
        (CorrectedField::Date, Some(CorrectedValue::Date(event.date.clone()))),
        (CorrectedField::Time, event.time.map(|time| CorrectedValue::Text(time.iso()))),
        (CorrectedField::Type, Some(CorrectedValue::Type(event.event_type))),
        (CorrectedField::Place, place.and_then(ids)),
        (CorrectedField::Actors, actors(false)),
        (CorrectedField::Recipients, actors(true)),
        (CorrectedField::Topics, ids(topics)),
    ];
    all.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}
