//! The timeline -> its outgoing links, and where each stands.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};
use url::Url;

use crate::model::markdown;
use crate::model::source::SourceFile;
use crate::model::timeline::Timeline;

/// An address, and where it stands.
pub struct Link<'a> {
    /// Without a fragment.
    pub url: Url,
    pub places: Vec<Place<'a>>,
}

/// Where an address stands.
pub struct Place<'a> {
    pub file: &'a SourceFile,
    pub at: Range<usize>,
    pub role: Role,
}

/// What an address is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `url:` of an article, by its index.
    Report(u32),
    /// `archive_url:` of an article.
    Copy,
    /// A link in a text.
    Text,
}

/// All links that lead to other hosts, by their address.
pub fn links(timeline: &Timeline) -> BTreeMap<String, Link<'_>> {
    let mut found = Found { own: &timeline.config.base_url, links: BTreeMap::new() };
    for (at, article) in (0u32..).zip(&timeline.articles) {
        let meta = &article.meta;
        let file = &meta.source;
        let body = body_start(&file.text);
        for (key, value, role) in
            [("url:", &meta.url, Role::Report(at)), ("archive_url:", &meta.archive_url, Role::Copy)]
        {
            if let Some(address) = value {
                found.add(address, file, key_value(&file.text[..body], key, address), role);
            }
        }
        found.text(file, body..file.text.len());
    }
    for overlay in &timeline.overlays {
        found.text(&overlay.source, overlay.body.range());
    }
    for entry in timeline.actors.iter().chain(&timeline.topics).chain(&timeline.places) {
        found.text(&entry.source, entry.body.range());
    }
    for page in &timeline.pages {
        found.text(&page.source, page.body.range());
    }
    found.links
}

/// Where the text begins, after the front matter.
fn body_start(text: &str) -> usize {
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        start += line.len();
        if at > 0 && line.trim_end() == "---" {
            return start;
        }
    }
    0
}

/// Where the value of a front matter key stands.
fn key_value(front_matter: &str, key: &str, value: &str) -> Range<usize> {
    let mut start = 0;
    for line in front_matter.split_inclusive('\n') {
        if line.starts_with(key) {
            let at = line.find(value).unwrap_or_default();
            return start + at..start + at + value.len().min(line.trim_end().len() - at);
        }
        start += line.len();
    }
    0..0
}

struct Found<'a> {
    /// The site's own address: links below it are not outgoing.
    own: &'a str,
    links: BTreeMap<String, Link<'a>>,
}

impl<'a> Found<'a> {
    fn add(&mut self, address: &str, file: &'a SourceFile, at: Range<usize>, role: Role) {
        let Ok(mut url) = Url::parse(address) else { return };
        if !matches!(url.scheme(), "http" | "https") || address.starts_with(self.own) {
            return;
        }
        if !url.username().is_empty() || url.password().is_some() {
            // `parse` has said so; nobody is sent somebody's password.
            return;
        }
        url.set_fragment(None);
        let link = self.links.entry(url.to_string()).or_insert_with(|| Link { url, places: Vec::new() });
        link.places.push(Place { file, at, role });
    }

    /// The links in Markdown.
    fn text(&mut self, file: &'a SourceFile, range: Range<usize>) {
        let Some(text) = file.text.get(range.clone()) else { return };
        // Most texts have none, and looking is cheap.
        if !text.contains("://") {
            return;
        }
        for (event, at) in Parser::new_ext(text, markdown::OPTIONS).into_offset_iter() {
            if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
                self.add(&dest_url, file, range.start + at.start..range.start + at.end, Role::Text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_value_of_a_key_and_the_text_after_the_front_matter() {
        let text =
            "---\ntitle: T\narchive_url: \"https://a.example/1\"\nurl: https://a.example/1\n---\nBody.\n";
        let body = body_start(text);
        assert_eq!(&text[body..], "Body.\n");
        let address = "https://a.example/1";
        let last = text.rfind(address).unwrap_or_default();
        assert_eq!(key_value(&text[..body], "url:", address), last..last + address.len());
        let first = text.find(address).unwrap_or_default();
        assert_eq!(key_value(&text[..body], "archive_url:", address), first..first + address.len());
        assert_eq!(body_start("no front matter"), 0);
    }
}
