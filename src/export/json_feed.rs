//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde_json::json;

use super::{Exporter, Input};
use crate::model::sitemap::Export;

pub struct JsonFeed;

impl Exporter for JsonFeed {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let items: Vec<_> = input
            .latest()
            .into_iter()
            .map(|event| {
                json!({
                    "id": input.event_url(event),
                    "url": input.event_url(event),
                    "title": input.dated_title(event),
                    "content_text": input.summary(event),
                    "date_modified": format!("{}T00:00:00Z", input.reported(event)),
                    "tags": [input.language.event_type(event.event_type)],
                })
            })
            .collect();
        let author = config.editor.as_ref().map_or(&config.title, |editor| &editor.name);
        let mut feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": input.title(),
            "home_page_url": input.page_url(),
            "feed_url": input.file_url(Export::JsonFeed),
            "language": config.language,
            "authors": [{ "name": author, "url": config.base_url }],
            "items": items,
        });
        if !config.description.is_empty() {
            feed["description"] = config.description.clone().into();
        }
        // Writing into memory does not fail.
        let _ = serde_json::to_writer_pretty(out, &feed);
    }
}
