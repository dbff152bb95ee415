//! Contacts: who met whom on one page, all contacts of a year, and the last of each actor with each other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use serde::Serialize;
use tera::Value;

use super::positions::most;
use super::years::{self, YearLink};
use super::{DateView, Head, LinkView};
use crate::model::contact::{Channel, Contact, Level, Side};
use crate::model::difference::Field;
use crate::model::event_type::EventType;
use crate::model::language::texts::Arg;
use crate::model::sitemap::PageKind;
use crate::model::url;
use crate::render::PageMaker;

/// How many actors the table has: those with most contacts.
const ACTORS: usize = 7;
/// How many contacts of a pair are shown: the latest.
const OF_PAIR: usize = 12;
/// How many others an actor's page names: those of the latest contacts.
const OTHERS: usize = 24;

/// A contact.
#[derive(Serialize, Clone)]
pub struct ContactItem {
    /// Id of the event.
    id: String,
    event: LinkView,
    date: DateView,
    sides: Vec<SideView>,
    channel: Option<Labelled>,
    level: Option<Labelled>,
    host: Option<Value>,
    mediators: Vec<Value>,
    /// Whether the reports, or the editors from them, differ on who took part.
    is_disputed: bool,
    /// Where it stands among the contacts of its year.
    url: String,
}

#[derive(Serialize, Clone)]
struct SideView {
    actor: Value,
    /// Who acted for it; none where it is a person itself.
    persons: Vec<Value>,
}

#[derive(Serialize, Clone)]
struct Labelled {
    id: &'static str,
    label: String,
}

/// The contact that an event is, if it is one.
pub fn item(r: &PageMaker<'_>, at: u32) -> Option<ContactItem> {
    let event = r.timeline.event(at);
    let contact = event.contact.as_ref()?;
    let label = |id: &'static str, text: &str| Labelled { id, label: r.language().text(text).to_owned() };
    Some(ContactItem {
        id: event.id.clone(),
        event: r.named(&event.id, event.headline.clone(), &url::event(&event.id)),
        date: r.date(&event.date, event.time),
        sides: contact.sides.iter().map(|side| side_view(r, side)).collect(),
        channel: contact.channel.map(|by| label(by.value.id(), text_of_channel(by.value))),
        level: contact.level.map(|by| label(by.value.id(), text_of_level(by.value))),
        host: contact.host.map(|by| r.actor(by.value)),
        mediators: contact.mediators.iter().map(|actor| r.actor(*actor)).collect(),
        is_disputed: event.disputed().any(|difference| difference.field() == Field::Participants),
        url: r.link(&url::contact(event.date.first().year(), &event.id)),
    })
}

/// A contact as one of a pair: with who mediated, nobody went between.
fn item_of_pair(r: &PageMaker<'_>, at: u32, (one, other): (u32, u32)) -> Option<ContactItem> {
    let mut item = item(r, at)?;
    let mediators = &r.timeline.event(at).contact.as_ref()?.mediators;
    if mediators.contains(&one) || mediators.contains(&other) {
        let label = r.language().event_type(EventType::Mediate).to_owned();
        item.channel = Some(Labelled { id: EventType::Mediate.id(), label });
    }
    Some(item)
}

fn side_view(r: &PageMaker<'_>, side: &Side) -> SideView {
    let persons = side.persons.iter().filter(|person| **person != side.actor);
    SideView { actor: r.actor(side.actor), persons: persons.map(|person| r.actor(*person)).collect() }
}

fn text_of_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "channel_in_person",
        Channel::Call => "channel_call",
        Channel::ThirdParty => "channel_third_party",
        Channel::Multilateral => "channel_multilateral",
    }
}

fn text_of_level(level: Level) -> &'static str {
    match level {
        Level::Leaders => "level_leaders",
        Level::Ministers => "level_ministers",
        Level::Experts => "level_experts",
    }
}

/// The last contact of an actor with another.
#[derive(Serialize)]
pub struct LastContact {
    entry: Value,
    contact: ContactItem,
    /// How many contacts there were.
    count: usize,
}

/// The last contact of an actor with each other, latest first; and how many others are left out.
pub fn last_of(r: &PageMaker<'_>, actor: u32) -> (Vec<LastContact>, usize) {
    let mut last: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    for at in &r.timeline.index.contacts[actor as usize] {
        let contact = r.timeline.event(*at).contact.as_ref();
        for other in contact.map(|contact| contact.with(actor)).unwrap_or_default() {
            let known = last.entry(other).or_insert((*at, 0));
            *known = (*at, known.1 + 1);
        }
    }
    let mut all: Vec<(u32, (u32, usize))> = last.into_iter().collect();
    all.sort_by_key(|(other, (at, _))| (std::cmp::Reverse(*at), *other));
    let more = all.len().saturating_sub(OTHERS);
    let last = |(other, (at, count)): (u32, (u32, usize))| {
        Some(LastContact { entry: r.actor(other), contact: item(r, at)?, count })
    };
    (all.into_iter().take(OTHERS).filter_map(last).collect(), more)
}

#[derive(Serialize)]
pub struct ContactsView {
    /// Of which year this is; missing on the page of all.
    year: Option<i32>,
    /// The page of all, and of each year; the one shown is marked.
    whole: String,
    years: Vec<YearLink>,
    /// Of all: at the head of the columns, and of the rows.
    actors: Vec<Value>,
    /// How many more actors were in contact.
    more_actors: usize,
    rows: Vec<Row>,
    /// Of all: the pairs of these actors, those with most contacts first.
    pairs: Vec<PairView>,
    /// Of a year, in order of time.
    contacts: Vec<ContactItem>,
}

#[derive(Serialize)]
struct Row {
    actor: Value,
    /// One for each actor at the head.
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    /// The actor at the head of the column.
    actor: Value,
    count: usize,
    last: Option<DateView>,
    /// Anchor of the pair.
    pair: String,
}

#[derive(Serialize)]
struct PairView {
    /// Its anchor.
    id: String,
    one: Value,
    other: Value,
    /// The latest, latest first.
    contacts: Vec<ContactItem>,
    /// How many came before these.
    earlier: usize,
    /// The pages of their years.
    earlier_years: Vec<YearLink>,
}

/// The events that are contacts of each pair, the lower index first, in order of time.
type Pairs = BTreeMap<(u32, u32), Vec<u32>>;

pub fn view(r: &PageMaker<'_>, year: Option<i32>) -> (Head, ContactsView) {
    let t = &r.renderer.timeline;
    let mut view = ContactsView {
        year,
        whole: r.link(&url::contacts(None)),
        years: years::links(r, year, url::contacts, |kind| match kind {
            PageKind::Contacts(year) => *year,
            _ => None,
        }),
        actors: Vec::new(),
        more_actors: 0,
        rows: Vec::new(),
        pairs: Vec::new(),
        contacts: Vec::new(),
    };
    match year {
        None => across(r, &mut view),
        Some(year) => {
            let in_year = t.contacts().filter(|(at, _)| t.event(*at).date.first().year() == year);
            view.contacts = in_year.filter_map(|(at, _)| item(r, at)).collect();
        }
    }
    (head(r, year), view)
}

/// Fills in the table, and its pairs.
fn across(r: &PageMaker<'_>, view: &mut ContactsView) {
    let t = &r.renderer.timeline;
    let among = |contact: &Contact| {
        let sides = contact.sides.iter().map(|side| side.actor);
        sides.chain(contact.mediators.iter().copied()).collect::<Vec<_>>()
    };
    let (actors, more) = most(t.contacts().flat_map(|(_, contact)| among(contact)), ACTORS);
    let mut pairs = Pairs::new();
    for (at, contact) in t.contacts() {
        for pair in contact.pairs() {
            if actors.contains(&pair.0) && actors.contains(&pair.1) {
                pairs.entry(pair).or_default().push(at);
            }
        }
    }
    let row = |one: &u32| Row {
        actor: r.actor(*one),
        cells: actors.iter().map(|other| cell(r, *one, *other, &pairs)).collect(),
    };
    view.rows = actors.iter().map(row).collect();
    view.actors = actors.iter().map(|actor| r.actor(*actor)).collect();
    view.more_actors = more;
    let mut all: Vec<(&(u32, u32), &Vec<u32>)> = pairs.iter().collect();
    all.sort_by_key(|(pair, events)| (std::cmp::Reverse(events.len()), **pair));
    view.pairs = all.into_iter().map(|(pair, events)| pair_view(r, *pair, events)).collect();
}

fn cell(r: &PageMaker<'_>, one: u32, other: u32, pairs: &Pairs) -> Cell {
    let pair = (one.min(other), one.max(other));
    let events = pairs.get(&pair).map(Vec::as_slice).unwrap_or_default();
    Cell {
        actor: r.actor(other),
        count: events.len(),
        last: events.last().map(|at| r.date(&r.timeline.event(*at).date, None)),
        pair: anchor(r, pair),
    }
}

/// No id holds the line between the two.
fn anchor(r: &PageMaker<'_>, (one, other): (u32, u32)) -> String {
    let id = |actor: u32| &r.timeline.actors[actor as usize].id;
    format!("pair-{}_{}", id(one), id(other))
}

fn pair_view(r: &PageMaker<'_>, pair: (u32, u32), events: &[u32]) -> PairView {
    let earlier = &events[..events.len().saturating_sub(OF_PAIR)];
    let years: BTreeSet<i32> = earlier.iter().map(|at| r.timeline.event(*at).date.first().year()).collect();
    PairView {
        id: anchor(r, pair),
        one: r.actor(pair.0),
        other: r.actor(pair.1),
        contacts: events.iter().rev().take(OF_PAIR).filter_map(|at| item_of_pair(r, *at, pair)).collect(),
        earlier: earlier.len(),
        earlier_years: years
            .into_iter()
            .rev()
            .map(|year| years::link(r, year, None, url::contacts))
            .collect(),
    }
}

fn head(r: &PageMaker<'_>, year: Option<i32>) -> Head {
    let language = r.language();
    let title = match year {
        Some(year) => language.say("contacts_in", &[("year", Arg::Text(&language.year(year)))]),
        None => language.text("contacts").to_owned(),
    };
    let description = language.say("description_contacts", &[("site", Arg::Text(&r.timeline.config.title))]);
    Head { title, description, feeds: None }
}
