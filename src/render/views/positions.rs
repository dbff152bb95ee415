//! Positions: on one page who demands, offers or refuses what, now or at the end
//! of a year; and how each actor's position moved, for the pages of entries.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike;
use serde::Serialize;
use tera::Value;

use super::event::{PositionView, position_view};
use super::years::{self, YearLink};
use super::{DateView, Head, LinkView};
use crate::model::data_format::Dataset;
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::fold::fold;
use crate::model::language::texts::Arg;
use crate::model::markdown::plain_text;
use crate::model::sitemap::{Export, PageKind};
use crate::model::source::Span;
use crate::model::timeline::Stated;
use crate::model::url;
use crate::render::PageMaker;

/// How many actors stand beside each other: those who state most.
const ACTORS: usize = 6;
/// How many topics stand below each other: those on which these state most.
const TOPICS: usize = 60;

/// A position of a sequence.
#[derive(Serialize)]
pub struct DatedPosition {
    position: PositionView,
    date: DateView,
    event: LinkView,
    /// Against that of the event before: `first`, `again` (the same words), `conditions` (only these are others) or
    /// `changed`.
    against: &'static str,
    conditions: Vec<ConditionView>,
    /// Conditions of the event before that are none any more, HTML.
    dropped: Vec<String>,
}

#[derive(Serialize)]
struct ConditionView {
    html: String,
    /// Whether the event before did not have it.
    is_new: bool,
}

/// What one actor stated on one topic, in order of time.
#[derive(Serialize)]
pub struct PositionGroup {
    /// The topic, on an actor's page; the actor, on a topic's.
    entry: Value,
    items: Vec<DatedPosition>,
}

/// The positions of an actor by topic, or those on a topic by actor.
pub fn of_entry(r: &PageMaker<'_>, at: EntryRef) -> Vec<PositionGroup> {
    let mut groups: BTreeMap<u32, Vec<Stated<'_>>> = BTreeMap::new();
    let of_actor = at.kind == EntryKind::Actor;
    for stated in r.timeline.positions_of(at) {
        let other = if of_actor { stated.position.topic } else { stated.position.actor };
        groups.entry(other).or_default().push(stated);
    }
    let entry = |index| if of_actor { r.topic(index) } else { r.actor(index) };
    groups
        .into_iter()
        .map(|(other, all)| PositionGroup { entry: entry(other), items: sequence(r, &all) })
        .collect()
}

/// Each is held against those of the event before: two reports of one event are no change, and where it is not known which
/// of two events came first, neither is a change of the other.
fn sequence(r: &PageMaker<'_>, all: &[Stated<'_>]) -> Vec<DatedPosition> {
    let mut items = Vec::with_capacity(all.len());
    let mut before: (Option<&Event>, Vec<Said>) = (None, Vec::new());
    for of_event in by_event(all) {
        let event = of_event.first().map(|stated| r.timeline.event(stated.event));
        let is_after = before.0.zip(event).is_some_and(|(one, other)| came_before(one, other));
        let now: Vec<Said> = of_event.iter().map(|stated| said(r, stated)).collect();
        let held_against = if is_after { before.1.as_slice() } else { &[] };
        items.extend((0..now.len()).map(|at| dated(r, &of_event[at], (&now, at), held_against)));
        before = (event, now);
    }
    items
}

/// Whether it is known that one event was before another.
fn came_before(one: &Event, other: &Event) -> bool {
    let by_time = one.date == other.date && one.time.zip(other.time).is_some_and(|(one, other)| one != other);
    one.date.last() < other.date.first() || by_time
}

/// Those of one event together; they come in order of time.
fn by_event<'a, 't>(
    all: &'a [Stated<'t>],
) -> impl DoubleEndedIterator<Item = &'a [Stated<'t>]> + use<'a, 't> {
    all.chunk_by(|one, other| one.event == other.event)
}

/// One of those of an event, held against those of the event before. A condition is not repeated if no report of the event
/// repeats it: one that leaves it out has not said that it is gone.
fn dated(
    r: &PageMaker<'_>,
    stated: &Stated<'_>,
    (all, at): (&[Said], usize),
    before: &[Said],
) -> DatedPosition {
    let now = &all[at];
    let same_text = before.iter().find(|before| before.text == now.text);
    let against = match (same_text, before.last()) {
        _ if before.contains(now) => "again",
        (Some(_), _) => "conditions",
        (None, Some(_)) => "changed",
        (None, None) => "first",
    };
    let compared = same_text.or(before.last()).filter(|_| against != "again");
    let condition = |(html, words): (&String, &String)| ConditionView {
        html: html.clone(),
        is_new: compared.is_some_and(|before| !before.conditions.contains(words)),
    };
    let all_now: Vec<&String> = all.iter().flat_map(|said| &said.conditions).collect();
    let dropped = |before: &Said| {
        let all = before.conditions.iter().zip(&before.view.conditions);
        all.filter(|(words, _)| !all_now.contains(words)).map(|(_, html)| html.clone()).collect::<Vec<_>>()
    };
    let event = r.timeline.event(stated.event);
    DatedPosition {
        conditions: now.view.conditions.iter().zip(&now.conditions).map(condition).collect(),
        dropped: compared.map(dropped).unwrap_or_default(),
        position: now.view.clone(),
        date: r.date(&event.date, None),
        event: r.named(&event.id, event.headline.clone(), &url::event(&event.id)),
        against,
    }
}

/// What is stated, by its words alone, without markup, case and punctuation, and as it is shown.
struct Said {
    text: String,
    conditions: Vec<String>,
    view: PositionView,
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, &self.conditions) == (&other.text, &other.conditions)
    }
}

fn said(r: &PageMaker<'_>, stated: &Stated<'_>) -> Said {
    let text = &r.timeline.article(stated.account.article).meta.source.text;
    let words = |part: &Span| {
        let plain = plain_text(part.of(text));
        // What folding does beside is done to punctuation, which goes anyway.
        let folded = if plain.is_ascii() { plain.to_ascii_lowercase() } else { fold(&plain) };
        folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    Said {
        text: words(&stated.position.text),
        conditions: stated.position.conditions.iter().map(words).collect(),
        view: position_view(r, stated.account, stated.position),
    }
}

#[derive(Serialize)]
pub struct PositionsView {
    /// The year at whose end this is; `None` for the latest.
    year: Option<i32>,
    /// The page of the latest positions, and of each year; the one shown is marked.
    latest: String,
    years: Vec<YearLink>,
    /// At the head of the columns.
    actors: Vec<Value>,
    /// How many more actors have stated something.
    more_actors: usize,
    rows: Vec<Row>,
    more_topics: usize,
    /// All positions as data, for the script that shows those of a day.
    data: String,
}

#[derive(Serialize)]
struct Row {
    topic: Value,
    /// Id of the topic.
    id: String,
    /// One for each actor at the head.
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    actor: Value,
    /// Id of the actor.
    id: String,
    /// The latest position, if there is one; several where reports of its event give it in different words.
    latest: Vec<DatedPosition>,
    /// How many came before it.
    earlier: usize,
    /// The whole sequence on the topic's page.
    all: String,
}

pub fn view(r: &PageMaker<'_>, year: Option<i32>) -> (Head, PositionsView) {
    let t = &r.renderer.timeline;
    let all: Vec<Stated<'_>> = t.positions(t.all_events()).collect();
    let (actors, more_actors) = most(all.iter().map(|stated| stated.position.actor), ACTORS);
    let on_topics: BTreeSet<u32> = all.iter().map(|stated| stated.position.topic).collect();
    let of_these = all.iter().filter(|stated| actors.contains(&stated.position.actor));
    let (topics, _) = most(of_these.map(|stated| stated.position.topic), TOPICS);
    let until =
        |stated: &&Stated<'_>| year.is_none_or(|year| t.event(stated.event).date.first().year() <= year);
    let mut cells: HashMap<(u32, u32), Vec<Stated<'_>>> = HashMap::new();
    for stated in all.iter().filter(until) {
        cells.entry((stated.position.topic, stated.position.actor)).or_default().push(*stated);
    }
    let row = |topic: &u32| Row {
        topic: r.topic(*topic),
        id: t.topics[*topic as usize].id.clone(),
        cells: actors.iter().map(|actor| cell(r, *topic, *actor, &mut cells)).collect(),
    };
    // Of a year: what nobody had stated anything on by then.
    let is_empty = |row: &Row| row.cells.iter().all(|cell| cell.latest.is_empty());
    let rows = topics.iter().map(row).filter(|row| !is_empty(row)).collect();
    let view = PositionsView {
        year,
        latest: r.link(&url::positions(None)),
        years: years::links(r, year, url::positions, |kind| match kind {
            PageKind::Positions(year) => *year,
            _ => None,
        }),
        actors: actors.iter().map(|actor| r.actor(*actor)).collect(),
        more_actors,
        rows,
        more_topics: on_topics.len() - topics.len(),
        data: r.link(&Export::Dataset(Dataset::Positions).file()),
    };
    (head(r, year), view)
}

fn head(r: &PageMaker<'_>, year: Option<i32>) -> Head {
    let language = r.language();
    let title = match year {
        Some(year) => language.say("positions_in", &[("year", Arg::Text(&language.year(year)))]),
        None => language.text("positions").to_owned(),
    };
    let description = language.say("description_positions", &[("site", Arg::Text(&r.timeline.config.title))]);
    Head { title, description, feeds: None }
}

/// Those that stand there most often, by id where they stand as often; and how many others there are.
pub fn most(all: impl Iterator<Item = u32>, at_most: usize) -> (Vec<u32>, usize) {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    let mut most: Vec<(u32, usize)> = counts.into_iter().collect();
    most.sort_by_key(|(one, count)| (Reverse(*count), *one));
    let more = most.len().saturating_sub(at_most);
    (most.into_iter().take(at_most).map(|(one, _)| one).collect(), more)
}

fn cell(r: &PageMaker<'_>, topic: u32, actor: u32, cells: &mut HashMap<(u32, u32), Vec<Stated<'_>>>) -> Cell {
    let t = &r.timeline;
    let all = cells.remove(&(topic, actor)).unwrap_or_default();
    // The latest is told against the event before it, and against no other.
    let mut last: Vec<&[Stated<'_>]> = by_event(&all).rev().take(2).collect();
    let of_latest = last.first().map_or(0, |latest| latest.len());
    last.reverse();
    let mut items = sequence(r, &last.concat());
    let mut latest = items.split_off(items.len() - of_latest);
    let mut seen = HashSet::new();
    latest.retain(|item| seen.insert((item.position.html.clone(), item.position.conditions.clone())));
    let actor_id = t.actors[actor as usize].id.clone();
    let page = url::entry(EntryKind::Topic, &t.topics[topic as usize].id);
    Cell {
        actor: r.actor(actor),
        latest,
        earlier: all.len() - of_latest,
        all: r.link(&format!("{page}#position-{actor_id}")),
        id: actor_id,
    }
}
