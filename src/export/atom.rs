//! Atom (RFC 4287).

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use chrono::NaiveDate;

use super::{Exporter, Input};
use crate::model::sitemap::Export;

pub struct Atom;

impl Exporter for Atom {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let events = input.latest();
        let updated = events.iter().map(|event| input.reported(event)).max().unwrap_or_default();
        let entries: Vec<Entry> = events
            .into_iter()
            .map(|event| Entry {
                title: Text::plain(input.dated_title(event)),
                id: input.event_url(event),
                updated: midnight(input.reported(event)),
                links: vec![link(input.event_url(event), "alternate", "text/html")],
                summary: Some(Text::plain(input.summary(event))),
                ..Entry::default()
            })
            .collect();
        let author = config.editor.as_ref().map_or(config.title.clone(), |editor| editor.name.clone());
        let email = config.editor.as_ref().and_then(|editor| editor.email.clone());
        let feed = Feed {
            title: Text::plain(input.title()),
            id: input.page_url(),
            updated: midnight(updated),
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
            entries,
            ..Feed::default()
        };
        // Writing into memory does not fail.
        let _ = feed.write_to(out);
    }
}

fn link(href: String, rel: &str, mime_type: &str) -> Link {
    Link { href, rel: rel.into(), mime_type: Some(mime_type.into()), ..Link::default() }
}

/// Articles have days, Atom wants moments: the day's first, in UTC.
fn midnight(day: NaiveDate) -> FixedDateTime {
    day.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset()
}
