//! What other sites show in a frame: an event, or a timeline; and what a page says of its own frame.

use serde::Serialize;
use tera::Value;

use super::{DateView, Head};
use crate::model::embed::{Frame, snippet};
use crate::model::entry::EntryKind;
use crate::model::sitemap::{Export, Page, PageKind, Scope, Slice};
use crate::model::url;
use crate::render::{Form, PageMaker};

/// How many events a frame lists: the latest. Below them is a link to all.
const LISTED: usize = 100;
/// How many actors a frame names.
const ACTORS: usize = 4;

/// The frame that a page offers to other sites.
#[derive(Serialize)]
pub struct EmbedView {
    /// `event` or `timeline`.
    kind: &'static str,
    /// The page in the frame.
    url: String,
    /// The HTML that makes the frame.
    html: String,
    /// Where oEmbed's answer stands.
    oembed: String,
    title: String,
}

/// The frame that a page offers, if it does.
pub fn offered(r: &PageMaker<'_>, page: &Page) -> Option<EmbedView> {
    let config = &r.timeline.config;
    let (scope, name) = match page.kind {
        PageKind::Event(at) => (Scope::Event(at), Some(r.timeline.event(at).headline.as_str())),
        PageKind::Entry(at, Slice::Whole) if at.kind == EntryKind::Actor => {
            (Scope::Entry(at), Some(r.timeline.entry(at).name.as_str()))
        }
        PageKind::Home | PageKind::Data => (Scope::Site, None),
        _ => return None,
    };
    if !config.options.embeds {
        return None;
    }
    let path = if name.is_some() { page.path.as_str() } else { "" };
    let title = name.map_or_else(|| config.title.clone(), |name| [name, " – ", &config.title].concat());
    let page_url = [config.base_url.as_str(), path].concat();
    Some(EmbedView {
        kind: if matches!(scope, Scope::Event(_)) { "event" } else { "timeline" },
        url: r.link(&url::embed(path)),
        html: snippet(&page_url, &title, Frame::of(scope)),
        oembed: page_url + &Export::OEmbed.file(),
        title,
    })
}

/// An event in a frame.
#[derive(Serialize)]
pub struct EmbeddedEvent<'a> {
    title: &'a str,
    title_html: Value,
    /// With the host, as what is shown stands elsewhere.
    url: String,
    date: DateView,
    #[serde(rename = "type")]
    kind: Value,
    place: Option<Value>,
    actors: Vec<Value>,
    more_actors: usize,
    /// HTML.
    publishers: Vec<Value>,
    articles: usize,
    differs: bool,
}

pub fn event<'a>(r: &PageMaker<'a>, at: u32) -> (Head, EmbeddedEvent<'a>) {
    let t = &r.renderer.timeline;
    let event = t.event(at);
    let mut articles: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    articles.dedup();
    let mut publishers: Vec<&str> = Vec::new();
    for name in articles.iter().filter_map(|at| t.article(*at).meta.publisher.as_deref()) {
        if !publishers.contains(&name) {
            publishers.push(name);
        }
    }
    let actors = event.participants.iter().take(ACTORS);
    let view = EmbeddedEvent {
        title: &event.headline,
        title_html: r.isolated(&event.headline),
        url: [&*t.config.base_url, &url::event(&event.id)].concat(),
        date: r.date(&event.date, event.time),
        kind: r.event_type(event.event_type),
        place: event.place.map(|place| r.place(place)),
        actors: actors.map(|one| r.actor(one.actor)).collect(),
        more_actors: event.participants.len().saturating_sub(ACTORS),
        publishers: publishers.into_iter().map(|name| r.isolated(name)).collect(),
        articles: articles.len(),
        differs: event.sources_differ(),
    };
    (Head { title: event.headline.clone(), ..Head::default() }, view)
}

/// A timeline in a frame.
#[derive(Serialize)]
pub struct EmbeddedTimeline {
    /// The actor's name; the site's if it is the whole timeline.
    title: String,
    title_html: Value,
    /// With the host.
    url: String,
    total: usize,
    /// The latest events, newest first: lines.
    events: Vec<Value>,
    /// The site's name, if it is not the title.
    site: Option<String>,
}

pub fn timeline(r: &PageMaker<'_>, scope: Scope) -> (Head, EmbeddedTimeline) {
    let t = &r.timeline;
    let whole: Vec<u32>;
    let (path, name, events) = match scope {
        Scope::Entry(at) => {
            let entry = t.entry(at);
            (url::entry(at.kind, &entry.id), Some(entry.name.clone()), t.events_of(at))
        }
        Scope::Site | Scope::Event(_) => {
            whole = (0u32..).zip(&t.events).map(|(at, _)| at).collect();
            (String::new(), None, whole.as_slice())
        }
    };
    let title = name.clone().unwrap_or_else(|| t.config.title.clone());
    let view = EmbeddedTimeline {
        url: [t.config.base_url.as_str(), &path].concat(),
        total: events.len(),
        events: events.iter().rev().take(LISTED).map(|at| r.listed(*at, Form::Line)).collect(),
        site: name.is_some().then(|| t.config.title.clone()),
        title_html: r.isolated(&title),
        title: title.clone(),
    };
    (Head { title, ..Head::default() }, view)
}
