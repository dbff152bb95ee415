//! What a page says to programs: JSON-LD in the words of schema.org.
//!
//! Every page is a `WebPage` of the site, with what it is about as its
//! `mainEntity`. All of it stands on the page for readers, too. Not here: the
//! tags of other vocabularies, which are a component's.

mod dates;
mod node;
mod site;
mod things;

use tera::Value;

use self::node::Node;
use self::things::absolute;
use super::Head;
use crate::model::correction::{Told, of_event};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::event_type::EventType;
use crate::model::sitemap::{Page, PageKind, Slice};
use crate::model::url;
use crate::render::PageMaker;

/// The text of a page's `<script type="application/ld+json">`, safe to stand in one; none for pages that only lead on.
pub fn view(r: &PageMaker<'_>, page: &Page, head: &Head) -> Option<Value> {
    Some(Value::safe_string(&web_page(r, page, head)?.to_script()))
}

fn web_page<'a>(r: &PageMaker<'a>, page: &'a Page, head: &'a Head) -> Option<Node<'a>> {
    let t = &r.renderer.timeline;
    let config = &t.config;
    let (kind, main) = match &page.kind {
        PageKind::Redirect { .. } | PageKind::NotFound => return None,
        PageKind::Export(..) | PageKind::SocialCard(_) | PageKind::Static(_) | PageKind::Asset(_) => {
            return None;
        }
        PageKind::Home | PageKind::Data => ("CollectionPage", Some(site::data_set(r))),
        PageKind::Event(at) => ("WebPage", Some(event(r, t.event(*at)))),
        PageKind::Entry(at, Slice::Whole) => ("WebPage", Some(things::entry(r, *at))),
        PageKind::Type(kind, Slice::Whole) => ("WebPage", Some(event_type(r, *kind))),
        PageKind::Publisher(at) => {
            let publisher = &t.publishers[*at as usize];
            let entry = publisher.entry.map(|entry| &t.publisher_entries[entry as usize]);
            let url = entry.and_then(|entry| entry.url.as_deref());
            ("WebPage", Some(things::organisation(&publisher.name, url)))
        }
        PageKind::Article(at) => {
            let meta = &t.article(*at).meta;
            ("WebPage", Some(things::report(&absolute(r, &page.path), meta)))
        }
        PageKind::Withdrawn(_) | PageKind::Plain(_) | PageKind::Search => ("WebPage", None),
        _ => ("CollectionPage", None),
    };
    let address = absolute(r, &page.path);
    let name = if head.title.is_empty() { &config.title } else { &head.title };
    let told = event_of(r, &page.kind);
    let day = |day: chrono::NaiveDate| day.to_string();
    let node = Node::new(kind)
        .with("@context", "https://schema.org")
        .with("@id", address.clone())
        .with("url", address)
        .with("name", name)
        .with("description", &head.description)
        .with("inLanguage", &config.language)
        .with("datePublished", told.and_then(|event| event.published).map(day))
        .with("dateModified", told.and_then(|event| event.changed.or(event.published)).map(day))
        .with("isPartOf", site::website(config))
        .with("publisher", site::publisher(config))
        .with("license", site::licence(config))
        .with("mainEntity", main)
        .with("correction", told.map(|event| corrections(r, event)));
    let PageKind::Event(at) = page.kind else { return Some(node) };
    let node = node.with("image", r.social_card_path(at).map(|path| absolute(r, &path)));
    Some(node.with("citation", reports(r, t.event(at))))
}

/// The event that a page is of, be it withdrawn.
pub fn event_of<'a>(r: &PageMaker<'a>, kind: &PageKind) -> Option<&'a Event> {
    let t = &r.renderer.timeline;
    match kind {
        PageKind::Event(at) => Some(t.event(*at)),
        PageKind::Withdrawn(at) => t.withdrawn.get(*at as usize),
        _ => None,
    }
}

fn event<'a>(r: &PageMaker<'a>, event: &'a Event) -> Node<'a> {
    let t = &r.renderer.timeline;
    let page = absolute(r, &url::event(&event.id));
    let (start, end) = dates::start_and_end(&event.date, event.time);
    let (mut about, mut attendees) = (Vec::new(), Vec::new());
    for participant in &event.participants {
        let at = EntryRef { kind: EntryKind::Actor, index: participant.actor };
        let attends = is_meeting(event.event_type) && things::can_attend(t.entry(at));
        let list = if attends { &mut attendees } else { &mut about };
        list.push(things::named(r, at));
    }
    about.extend(
        event.topics.iter().map(|index| things::named(r, EntryRef { kind: EntryKind::Topic, index: *index })),
    );
    Node::new("Event")
        .with("@id", url::thing(&page))
        .with("name", &event.headline)
        .with("url", page)
        .with("startDate", start)
        .with("endDate", end)
        .with("location", event.place.map(|place| things::location(r, place)))
        .with("about", about)
        .with("attendee", attendees)
}

/// Whether those who act are in one room, as far as a type says so.
fn is_meeting(kind: EventType) -> bool {
    kind == EventType::Consult
}

/// What readers were told of mistakes, newest first.
fn corrections<'a>(r: &PageMaker<'a>, event: &Event) -> Vec<Node<'a>> {
    let page = absolute(r, &url::event(&event.id));
    let comment = |told: &Told<'_>| {
        let address = [&*page, "#", &told.anchor].concat();
        Node::new("CorrectionComment")
            .with("@id", address.clone())
            .with("url", address)
            .with("text", told.sentence(&r.renderer.timeline, r.renderer.language()))
            .with("datePublished", told.correction.date.to_string())
    };
    of_event(&r.renderer.timeline, event).iter().map(comment).collect()
}

/// The reports that tell of an event, each once.
fn reports<'a>(r: &PageMaker<'a>, event: &Event) -> Vec<Node<'a>> {
    let mut articles: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    articles.dedup();
    let report = |at: u32| {
        let meta = &r.renderer.timeline.article(at).meta;
        things::report(&absolute(r, &url::article(&meta.id)), meta)
    };
    articles.into_iter().map(report).collect()
}

fn event_type<'a>(r: &PageMaker<'a>, kind: EventType) -> Node<'a> {
    let page = absolute(r, &url::event_type(kind));
    Node::new("DefinedTerm")
        .with("@id", url::thing(&page))
        .with("name", r.renderer.language().event_type(kind))
        .with("description", r.renderer.language().meaning(kind))
        .with("url", page)
}
