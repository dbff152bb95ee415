//! Actors, topics and places: the page of each, and their indices.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use tera::Value;

use super::agreements::{self, AgreementOf};
use super::contacts::{self, LastContact};
use super::list::{ListView, sliced};
use super::overview::{self, OverviewView};
use super::positions::{self, PositionGroup};
use super::{Head, LinkView, shorten};
use crate::model::entry::{ActorKind, Details, Entry, EntryKind, EntryRef, Role, find};
use crate::model::image::{self, Size};
use crate::model::language::texts::Arg;
use crate::model::sitemap::Slice;
use crate::model::url;
use crate::render::PageMaker;

/// How many companions an actor's page names.
const COMPANIONS: usize = 24;
/// The most years that offices are drawn in.
const LONGEST_STRIP: i32 = 150;

#[derive(Serialize)]
pub struct EntryView {
    id: String,
    /// `actor`, `topic` or `place`.
    noun: &'static str,
    /// The page of all such entries.
    section: LinkView,
    name: String,
    name_html: Value,
    aliases: Vec<Value>,
    /// `person`, `state` …, for an actor.
    kind: Option<&'static str>,
    /// The same in the page's language.
    kind_label: Option<String>,
    country: Option<String>,
    /// Latitude and longitude, for a place.
    coordinates: Option<(String, String)>,
    wikidata: Option<String>,
    description: String,
    portrait: Option<PortraitView>,
    roles: Vec<RoleView>,
    /// The years that the offices are drawn in.
    years: Option<YearsView>,
    /// With whom it appears, most often first.
    companions: Vec<CompanionView>,
    more_companions: usize,
    /// Of an actor by topic, of a topic by actor; each in order of time.
    positions: Vec<PositionGroup>,
    /// The last contact of an actor with each other, latest first.
    contacts: Vec<LastContact>,
    more_contacts: usize,
    /// Of which an actor is a party, those with the latest steps first.
    agreements: Vec<AgreementOf>,
    more_agreements: usize,
    list: ListView,
    /// Of an actor or a topic.
    overview: Option<OverviewView>,
    /// The page of the whole list.
    url: String,
}

/// A picture of an actor.
#[derive(Serialize)]
pub struct PortraitView {
    url: String,
    width: u32,
    height: u32,
    /// What it shows, plain text.
    alt: String,
    credit: Option<Value>,
}

/// The picture of an actor, if there is one.
pub fn portrait(r: &PageMaker<'_>, entry: &Entry) -> Option<PortraitView> {
    let portrait = entry.portrait()?;
    let (address, _) = &portrait.file;
    let Size { width, height } = r.images.find(address)??;
    Some(PortraitView {
        url: r.link(&url::encoded(&image::path(address)?)),
        width,
        height,
        alt: portrait.alt.clone(),
        credit: portrait.credit.as_deref().map(|credit| r.isolated(credit)),
    })
}

#[derive(Serialize)]
struct RoleView {
    title: Value,
    on_behalf_of: Option<Value>,
    from: Option<String>,
    to: Option<String>,
    /// Where it begins in the drawing, and how long it is, in months.
    x: i32,
    width: i32,
}

/// First and last year of a drawing, and its width in months.
#[derive(Serialize, Clone, Copy)]
struct YearsView {
    from: i32,
    to: i32,
    width: i32,
}

impl YearsView {
    /// From the first office to the last event; none where no office has a date.
    fn of(r: &PageMaker<'_>, roles: &[Role]) -> Option<Self> {
        let dates = || roles.iter().flat_map(|role| [&role.from, &role.to]).flatten();
        let from = dates().map(|date| date.first().year()).min()?;
        let to = dates().map(|date| date.last().year()).max()?;
        let events = r.timeline.events.iter().map(|event| event.date.last().year());
        let to = to.max(events.max().unwrap_or(to)).min(from + LONGEST_STRIP);
        Some(Self { from, to, width: (to - from + 1) * 12 })
    }

    fn months(self, day: NaiveDate) -> i32 {
        ((day.year() - self.from) * 12 + day.month0().cast_signed()).clamp(0, self.width)
    }

    /// Where an office begins, and how long it is.
    fn place(self, role: &Role) -> (i32, i32) {
        let x = role.from.as_ref().map_or(0, |from| self.months(from.first()));
        let end = role.to.as_ref().map_or(self.width, |to| self.months(to.last()));
        (x.min(self.width - 1), (end - x).max(1))
    }
}

#[derive(Serialize)]
struct CompanionView {
    entry: Value,
    count: usize,
}

pub fn view(r: &PageMaker<'_>, at: EntryRef, slice: Slice) -> (Head, EntryView) {
    let entry = r.timeline.entry(at);
    let path = url::entry(at.kind, &entry.id);
    let list = sliced(r, r.timeline.events_of(at), &path, slice);
    let whole = slice == Slice::Whole;
    let text = &*entry.source.text;
    let description = r.piece(text, entry.body).to_html();
    let (companions, more_companions) =
        if whole && at.kind == EntryKind::Actor { companions(r, at) } else { (Vec::new(), 0) };
    let (contacts, more_contacts) =
        if whole && at.kind == EntryKind::Actor { contacts::last_of(r, at.index) } else { (Vec::new(), 0) };
    let (agreements, more_agreements) = if whole && at.kind == EntryKind::Actor {
        agreements::of_actor(r, at.index)
    } else {
        (Vec::new(), 0)
    };
    let (kind, country_code, coordinates) = match &entry.details {
        Details::Actor { kind, country, .. } => (Some(*kind), country.as_deref(), None),
        Details::Topic => (None, None, None),
        Details::Place { country, coordinates } => (None, country.as_deref(), coordinates.clone()),
    };
    let language = r.language();
    let years = YearsView::of(r, entry.roles());
    let title = match &list.slice {
        Some(slice) => {
            language.say("part_of_list", &[("list", Arg::Text(&entry.name)), ("part", Arg::Text(slice))])
        }
        None => entry.name.clone(),
    };
    let head = Head {
        description: head_description(r, entry, list.total),
        feeds: (at.kind != EntryKind::Place).then(|| path.clone()),
        title,
    };
    let view = EntryView {
        id: entry.id.clone(),
        noun: at.kind.noun(),
        section: section(r, at.kind),
        name: entry.name.clone(),
        name_html: r.isolated(&entry.name),
        aliases: entry.aliases.iter().map(|(alias, _)| r.isolated(alias)).collect(),
        kind: kind.map(ActorKind::id),
        kind_label: kind.map(|kind| language.text(kind_of(kind).0).to_owned()),
        country: country_code.and_then(|code| language.country(code)).map(str::to_owned),
        coordinates,
        wikidata: entry.wikidata.clone(),
        description: if whole { description } else { String::new() },
        portrait: if whole { portrait(r, entry) } else { None },
        roles: entry.roles().iter().map(|role| role_view(r, role, years)).collect(),
        years,
        companions,
        more_companions,
        positions: if whole { positions::of_entry(r, at) } else { Vec::new() },
        contacts,
        more_contacts,
        agreements,
        more_agreements,
        overview: if whole && at.kind != EntryKind::Place {
            overview::view(r, r.timeline.events_of(at))
        } else {
            None
        },
        list,
        url: r.link(&path),
    };
    (head, view)
}

fn head_description(r: &PageMaker<'_>, entry: &Entry, total: usize) -> String {
    let text = entry.body.of(&entry.source.text);
    if text.trim().is_empty() { r.described(&entry.name, total) } else { shorten(text, 200) }
}

/// The page of all entries of a kind.
fn section(r: &PageMaker<'_>, kind: EntryKind) -> LinkView {
    let folder = kind.folder();
    r.named(folder, r.language().text(all_of(kind)).to_owned(), &[folder, "/"].concat())
}

/// The text that names all entries of a kind.
fn all_of(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Actor => "actors",
        EntryKind::Topic => "topics",
        EntryKind::Place => "places",
    }
}

/// The texts that name an actor of a kind, and all such actors.
fn kind_of(kind: ActorKind) -> (&'static str, &'static str) {
    match kind {
        ActorKind::Person => ("kind_person", "persons"),
        ActorKind::State => ("kind_state", "states"),
        ActorKind::Organisation => ("kind_organisation", "organisations"),
        ActorKind::Group => ("kind_group", "groups"),
    }
}

fn role_view(r: &PageMaker<'_>, role: &Role, years: Option<YearsView>) -> RoleView {
    let (x, width) = years.map_or((0, 0), |years| years.place(role));
    let actor = role.on_behalf_of.as_ref().and_then(|(id, _)| find(&r.timeline.actors, id));
    RoleView {
        title: r.isolated(&role.title),
        on_behalf_of: actor.map(|actor| r.actor(actor)),
        from: role.from.as_ref().map(|date| r.language().date(date)),
        to: role.to.as_ref().map(|date| r.language().date(date)),
        x,
        width,
    }
}

/// With whom an actor appears in events, most often first.
fn companions(r: &PageMaker<'_>, at: EntryRef) -> (Vec<CompanionView>, usize) {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for event in r.timeline.events_of(at) {
        for participant in &r.timeline.event(*event).participants {
            *counts.entry(participant.actor).or_default() += usize::from(participant.actor != at.index);
        }
    }
    let mut counts: Vec<(u32, usize)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    counts.sort_by_key(|(actor, count)| (std::cmp::Reverse(*count), *actor));
    let more = counts.len().saturating_sub(COMPANIONS);
    counts.truncate(COMPANIONS);
    (counts.into_iter().map(|(actor, count)| CompanionView { entry: r.actor(actor), count }).collect(), more)
}

#[derive(Serialize)]
pub struct IndexView {
    title: String,
    noun: &'static str,
    groups: Vec<IndexGroup>,
    total: usize,
}

#[derive(Serialize)]
struct IndexGroup {
    /// `People`, a country's name; none where there is but one group.
    label: Option<String>,
    items: Vec<IndexItem>,
}

#[derive(Serialize)]
struct IndexItem {
    entry: Value,
    count: usize,
    /// The office that an actor holds as of the day on which the timeline last changed.
    note: Option<Value>,
}

/// The place of a group among the others, and its label.
type GroupKey = (usize, Option<String>);

/// All entries of a kind: actors by what they are, places by country.
pub fn index(r: &PageMaker<'_>, kind: EntryKind) -> (Head, IndexView) {
    let (entries, language, as_of) = (r.timeline.entries(kind), r.language(), r.timeline.as_of());
    let mut groups: BTreeMap<GroupKey, Vec<(&str, IndexItem)>> = BTreeMap::new();
    for (index, entry) in (0u32..).zip(entries) {
        let at = EntryRef { kind, index };
        let key = match &entry.details {
            Details::Actor { kind, .. } => (*kind as usize, Some(language.text(kind_of(*kind).1).to_owned())),
            Details::Topic => (0, None),
            Details::Place { country: Some(code), .. } => (0, language.country(code).map(str::to_owned)),
            Details::Place { country: None, .. } => {
                (ActorKind::ALL.len(), Some(language.text("elsewhere").to_owned()))
            }
        };
        let is_held = |role: &&Role| role.to.as_ref().zip(as_of).is_none_or(|(to, as_of)| to.last() >= as_of);
        let note = entry.roles().iter().rfind(is_held).map(|role| r.isolated(&role.title));
        let item = IndexItem { entry: r.entry(at), count: r.timeline.events_of(at).len(), note };
        groups.entry(key).or_default().push((&entry.name, item));
    }
    let groups = groups.into_iter().map(|((_, label), mut items)| {
        items.sort_by_key(|(name, _)| name.to_lowercase());
        IndexGroup { label, items: items.into_iter().map(|(_, item)| item).collect() }
    });
    let title = language.text(all_of(kind)).to_owned();
    let described = [("title", Arg::Text(&title)), ("site", Arg::Text(&r.timeline.config.title))];
    let description = language.say("description_entries", &described);
    let head = Head { title: title.clone(), description, feeds: None };
    (head, IndexView { title, noun: kind.noun(), groups: groups.collect(), total: entries.len() })
}
