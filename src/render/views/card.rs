//! An event as an item of a list.

use serde::Serialize;
use tera::Value;

use super::DateView;
use super::extent::{self, ExtentView};
use crate::model::attestation::Attested;
use crate::model::entry::Entry;
use crate::model::event::Status;
use crate::model::url;
use crate::render::PageMaker;

/// How many actors a list item names.
const ACTORS: usize = 4;

#[derive(Serialize)]
pub struct CardView {
    id: String,
    url: String,
    title: String,
    title_html: Value,
    date: DateView,
    /// First and last day, for scripts: `2025-09-03`.
    first_day: String,
    last_day: String,
    /// What the date covers; none for a day without doubt.
    extent: Option<ExtentView>,
    #[serde(rename = "type")]
    kind: Value,
    place: Option<Value>,
    actors: Vec<Value>,
    /// How many actors there are beside those named.
    more_actors: usize,
    /// Ids of all actors, with a space between them: for the filters of a list.
    actor_ids: String,
    /// Ids of all topics, likewise.
    topic_ids: String,
    /// How many articles tell of it.
    articles: usize,
    /// Ids of the classes of attestation that it is in, with spaces between them.
    attestation_ids: String,
    /// What readers are warned of in its attestation, in words.
    warnings: Vec<String>,
    /// Whether the sources differ on something.
    differs: bool,
    draft: bool,
}

/// An event as one line.
#[derive(Serialize)]
pub struct LineView {
    url: String,
    title: String,
    title_html: Value,
    date: DateView,
}

pub fn line(r: &PageMaker<'_>, at: u32) -> LineView {
    let event = r.timeline.event(at);
    LineView {
        url: r.link(&url::event(&event.id)),
        title: event.headline.clone(),
        title_html: r.isolated(&event.headline),
        date: r.date(&event.date, event.time),
    }
}

pub fn view(r: &PageMaker<'_>, at: u32) -> CardView {
    let event = r.timeline.event(at);
    let mut articles: Vec<u32> = event.accounts.iter().map(|account| account.article).collect();
    articles.dedup();
    let warnings = event.attestation.classes().filter(|class| class.is_warning());
    CardView {
        id: event.id.clone(),
        url: r.link(&url::event(&event.id)),
        title: event.headline.clone(),
        title_html: r.isolated(&event.headline),
        date: r.date(&event.date, event.time),
        first_day: event.date.first().to_string(),
        last_day: event.date.last().to_string(),
        extent: extent::view(&event.date),
        kind: r.event_type(event.event_type),
        place: event.place.map(|place| r.place(place)),
        actors: event
            .participants
            .iter()
            .take(ACTORS)
            .map(|participant| r.actor(participant.actor))
            .collect(),
        more_actors: event.participants.len().saturating_sub(ACTORS),
        actor_ids: ids(event.participants.iter().map(|one| &r.timeline.actors[one.actor as usize])),
        topic_ids: ids(event.topics.iter().map(|topic| &r.timeline.topics[*topic as usize])),
        articles: articles.len(),
        attestation_ids: event.attestation.classes().map(Attested::id).collect::<Vec<_>>().join(" "),
        warnings: warnings.map(|class| r.language().text(class.texts().0).to_owned()).collect(),
        differs: event.sources_differ(),
        draft: event.status == Status::Draft,
    }
}

fn ids<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    entries.map(|entry| entry.id.as_str()).collect::<Vec<_>>().join(" ")
}
