//! `oembed.json` (oEmbed 1.0, <https://oembed.com>): how to show a page in a frame of another one.
//!
//! A static file cannot answer `maxwidth`; the frame is as wide as it is told to be, and its page fits.

use serde::Serialize;

use super::{Exporter, Input};
use crate::model::embed::{Frame, snippet};

pub struct OEmbed;

#[derive(Serialize)]
struct Answer<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_url: Option<&'a str>,
    provider_name: &'a str,
    provider_url: &'a str,
    /// Seconds.
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
}

impl Exporter for OEmbed {
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>) {
        let config = &input.timeline.config;
        let editor = config.editor.as_ref();
        let frame = Frame::of(input.scope);
        let title = input.title();
        let answer = Answer {
            version: "1.0",
            kind: "rich",
            author_name: editor.map(|editor| editor.name.as_str()),
            author_url: editor.and_then(|editor| editor.url.as_deref()),
            provider_name: &config.title,
            provider_url: &config.base_url,
            cache_age: 86_400,
            html: snippet(&input.page_url(), &title, frame),
            title,
            width: frame.width,
            height: frame.height,
        };
        // Writing into memory does not fail.
        let _ = serde_json::to_writer(out, &answer);
    }
}
