//! The feeds of corrections: Atom (RFC 4287) and JSON Feed 1.1.
//!
//! All of them, for a correction that nobody hears of is none; they are few.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use chrono::NaiveDate;
use serde_json::json;

use super::{Exporter, Input};
use crate::model::correction::{Told, of_site};
use crate::model::language::texts::Arg;
use crate::model::sitemap::Export;
use crate::model::url;

pub struct Corrections;

impl Exporter for Corrections {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let page = input.absolute(url::CORRECTIONS);
        let told = of_site(input.timeline);
        let updated = told.first().map(|one| one.correction.date).unwrap_or_default();
        let editor = config.editor.as_ref();
        let author = Person {
            name: editor.map_or_else(|| config.title.clone(), |editor| editor.name.clone()),
            email: editor.and_then(|editor| editor.email.clone()),
            uri: Some(config.base_url.clone()),
            ..Person::default()
        };
        let feed = Feed {
            title: Text::plain(title(input)),
            id: page.clone(),
            updated: midnight(updated),
            authors: vec![author],
            generator: Some(Generator { value: "Dateline".into(), ..Generator::default() }),
            rights: config.licence.as_ref().map(|licence| Text::plain(licence.name.clone())),
            links: vec![
                link(input.absolute(&Export::Corrections.file()), "self", "application/atom+xml"),
                link(page, "alternate", "text/html"),
            ],
            lang: Some(config.language.clone()),
            entries: told.iter().map(|one| entry(input, one)).collect(),
            ..Feed::default()
        };
        // Writing into memory does not fail.
        let _ = feed.write_to(out);
    }
}

fn entry(input: &Input<'_>, told: &Told<'_>) -> Entry {
    let day = midnight(told.correction.date);
    let text = told.sentence(input.timeline, input.language);
    Entry {
        title: Text::plain(entry_title(input, told)),
        id: address(input, told),
        published: Some(day),
        updated: day,
        links: vec![link(address(input, told), "alternate", "text/html")],
        content: Some(Content { value: Some(text), content_type: Some("text".into()), ..Content::default() }),
        ..Entry::default()
    }
}

pub struct CorrectionsJson;

impl Exporter for CorrectionsJson {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let item = |told: &Told<'_>| {
            json!({
                "id": address(input, told),
                "url": address(input, told),
                "title": entry_title(input, told),
                "content_text": told.sentence(input.timeline, input.language),
                "date_published": format!("{}T00:00:00Z", told.correction.date),
            })
        };
        let author = config.editor.as_ref().map_or(&config.title, |editor| &editor.name);
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": title(input),
            "home_page_url": input.absolute(url::CORRECTIONS),
            "feed_url": input.absolute(&Export::CorrectionsJson.file()),
            "language": config.language,
            "authors": [{ "name": author, "url": config.base_url }],
            "items": of_site(input.timeline).iter().map(item).collect::<Vec<_>>(),
        });
        // Writing into memory does not fail.
        let _ = serde_json::to_writer_pretty(out, &feed);
    }
}

fn title(input: &Input<'_>) -> String {
    [input.language.text("corrections"), " – ", &input.timeline.config.title].concat()
}

fn entry_title(input: &Input<'_>, told: &Told<'_>) -> String {
    input.language.say("feed_correction", &[("title", Arg::Text(&told.event.headline))])
}

/// On the event's page, and for ever.
fn address(input: &Input<'_>, told: &Told<'_>) -> String {
    format!("{}#{}", input.event_url(told.event), told.anchor)
}

fn link(href: String, rel: &str, mime_type: &str) -> Link {
    Link { href, rel: rel.into(), mime_type: Some(mime_type.into()), ..Link::default() }
}

/// Corrections have days, Atom wants moments: the day's first, in UTC.
fn midnight(day: NaiveDate) -> FixedDateTime {
    day.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset()
}
