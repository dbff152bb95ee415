//! Atom (RFC 4287).

use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use chrono::NaiveDate;

use super::input::midnight;
use super::{Exporter, Input};
use crate::model::event::Event;
use crate::model::sitemap::Export;

pub struct Atom;

impl Exporter for Atom {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let events = input.newest();
        let updated = events.iter().map(|(_, event)| input.updated(event)).max().unwrap_or_default();
        let author = config.editor.as_ref().map_or(config.title.clone(), |editor| editor.name.clone());
        let email = config.editor.as_ref().and_then(|editor| editor.email.clone());
        let description = Some(&config.description).filter(|text| !text.is_empty());
        let feed = Feed {
            title: Text::plain(input.title()),
            subtitle: description.map(|text| Text::plain(text.clone())),
            id: input.page_url(),
            updated: moment(updated),
            authors: vec![Person {
                name: author,
                email,
                uri: Some(config.base_url.clone()),
                ..Person::default()
            }],
            generator: Some(Generator { value: "Dateline".into(), ..Generator::default() }),
            rights: config.licence.as_ref().map(|licence| Text::plain(licence.name.clone())),
            links: vec![
                link(input.file_url(Export::Atom), "self", "application/atom+xml"),
                link(input.page_url(), "alternate", "text/html"),
            ],
            lang: Some(config.language.clone()),
            entries: events.into_iter().map(|(at, event)| entry(input, at, event)).collect(),
            ..Feed::default()
        };
        // Writing into memory does not fail.
        let _ = feed.write_to(out);
    }
}

fn entry(input: &Input<'_>, at: u32, event: &Event) -> Entry {
    let t = input.timeline;
    let kind = Category {
        term: event.event_type.id().into(),
        scheme: Some(input.absolute("types/")),
        label: Some(input.language.event_type(event.event_type).into()),
    };
    let topics = event.topics.iter().map(|topic| &t.topics[*topic as usize]).map(|topic| Category {
        term: topic.id.clone(),
        scheme: Some(input.absolute("topics/")),
        label: Some(topic.name.clone()),
    });
    let html = input.html(at);
    Entry {
        title: Text::plain(input.dated_title(event)),
        id: input.event_url(event),
        published: event.published.map(moment),
        updated: moment(input.updated(event)),
        links: vec![link(input.event_url(event), "alternate", "text/html")],
        categories: std::iter::once(kind).chain(topics).collect(),
        summary: Some(Text::plain(input.summary(event))),
        content: (!html.is_empty()).then(|| Content {
            value: Some(html.to_owned()),
            content_type: Some("html".into()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn link(href: String, rel: &str, mime_type: &str) -> Link {
    Link { href, rel: rel.into(), mime_type: Some(mime_type.into()), ..Link::default() }
}

fn moment(day: NaiveDate) -> FixedDateTime {
    midnight(day).fixed_offset()
}
