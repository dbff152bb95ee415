//! What stands near an event in time: the others of its day, and those before and after.

use serde::Serialize;
use tera::Value;

use crate::model::date::Precision;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::{Event, Status};
use crate::render::{Form, PageMaker};

/// For how many of the actors the page leads to their events before and after.
const MAIN_ACTORS: usize = 6;
/// How many other events of the same day are named.
const THAT_DAY: usize = 12;

#[derive(Serialize)]
pub struct AroundView {
    /// `None` for the whole timeline.
    actor: Option<Value>,
    previous: Option<Value>,
    next: Option<Value>,
}

/// The other events of the same known day, and how many more there are.
pub fn same_day(r: &PageMaker<'_>, at: u32) -> (Vec<Value>, usize) {
    let is_day =
        |event: &Event| event.date.precision() == Precision::Day && event.status != Status::Withdrawn;
    let event = r.timeline.event(at);
    if !is_day(event) {
        return (Vec::new(), 0);
    }
    let that_day = r.timeline.events_between(event.date.first(), event.date.first());
    let others: Vec<u32> = that_day
        .filter_map(|other| u32::try_from(other).ok())
        .filter(|other| *other != at && is_day(r.timeline.event(*other)))
        .collect();
    let lines = others.iter().take(THAT_DAY).map(|other| r.listed(*other, Form::Line)).collect();
    (lines, others.len().saturating_sub(THAT_DAY))
}

/// The events before and after it, of the timeline and of the actors who took part in it.
pub fn around(r: &PageMaker<'_>, at: u32) -> Vec<AroundView> {
    let last = u32::try_from(r.timeline.events.len()).unwrap_or(u32::MAX);
    let overall = (at.checked_sub(1), Some(at + 1).filter(|next| *next < last));
    let of_actor = |actor: u32| {
        let events = r.timeline.events_of(EntryRef { kind: EntryKind::Actor, index: actor });
        let position = events.partition_point(|event| *event < at);
        let previous = position.checked_sub(1).map(|before| events[before]);
        (Some(actor), (previous, events.get(position + 1).copied()))
    };
    let actors = r.timeline.event(at).participants.iter().take(MAIN_ACTORS);
    let others = actors.map(|actor| of_actor(actor.actor)).filter(|(_, events)| *events != overall);
    std::iter::once((None, overall))
        .chain(others)
        .filter(|(_, events)| *events != (None, None))
        .map(|(actor, (previous, next))| AroundView {
            actor: actor.map(|actor| r.actor(actor)),
            previous: previous.map(|at| r.listed(at, Form::Line)),
            next: next.map(|at| r.listed(at, Form::Line)),
        })
        .collect()
}
