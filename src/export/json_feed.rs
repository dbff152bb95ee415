//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::{Exporter, Input};
use crate::model::event::Event;
use crate::model::sitemap::Export;

pub struct JsonFeed;

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    url: String,
    title: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    content_html: &'a str,
    /// An item needs one of the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<String>,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    tags: Vec<&'a str>,
}

impl Exporter for JsonFeed {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let feed = Feed {
            version: "https://jsonfeed.org/version/1.1",
            title: input.title(),
            home_page_url: input.page_url(),
            feed_url: input.file_url(Export::JsonFeed),
            description: &config.description,
            language: &config.language,
            authors: [Author {
                name: config.editor.as_ref().map_or(&config.title, |editor| &editor.name),
                url: &config.base_url,
            }],
            items: input.newest().into_iter().map(|(at, event)| item(input, at, event)).collect(),
        };
        // Writing into memory does not fail.
        let _ = serde_json::to_writer_pretty(out, &feed);
    }
}

fn item<'a>(input: &Input<'a>, at: u32, event: &'a Event) -> Item<'a> {
    let moment = |day: chrono::NaiveDate| format!("{day}T00:00:00Z");
    let kind = input.language.event_type(event.event_type);
    let topics = event.topics.iter().map(|topic| input.timeline.topics[*topic as usize].name.as_str());
    // A topic may be called what a type is.
    let topics = topics.filter(|topic| *topic != kind);
    let summary = input.summary(event);
    let content_html = input.html(at);
    Item {
        id: input.event_url(event),
        url: input.event_url(event),
        title: input.dated_title(event),
        content_html,
        content_text: content_html.is_empty().then(|| summary.clone()),
        summary,
        date_published: event.published.map(moment),
        date_modified: moment(input.updated(event)),
        tags: std::iter::once(kind).chain(topics).collect(),
    }
}
