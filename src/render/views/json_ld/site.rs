//! The site as a whole: a website, and a data set that can be taken along.

use chrono::Datelike;

use super::node::Node;
use super::things::{absolute, organisation};
use crate::model::config::Config;
use crate::model::sitemap::{PageKind, Scope};
use crate::render::PageMaker;

/// The formats of data files, by the ends of their names.
const FORMATS: [(&str, &str); 8] = [
    (".schema.json", "application/schema+json"),
    (".json", "application/json"),
    (".jsonl", "application/jsonl"),
    (".jsonld", "application/ld+json"),
    (".geojson", "application/geo+json"),
    (".csv", "text/csv"),
    (".xml", "application/xml"),
    (".ics", "text/calendar"),
];

/// The website that a page is part of.
pub fn website(config: &Config) -> Node<'_> {
    Node::new("WebSite")
        .with("@id", [&*config.base_url, "#website"].concat())
        .with("name", &config.title)
        .with("url", &config.base_url)
}

/// Who publishes the site: the organisation, or else who answers for it.
pub fn publisher(config: &Config) -> Option<Node<'_>> {
    let publisher = config.publisher.as_ref().map(|one| organisation(&one.name, one.url.as_deref()));
    publisher.or_else(|| editor(config))
}

fn editor(config: &Config) -> Option<Node<'_>> {
    config.editor.as_ref().map(|editor| organisation(&editor.name, editor.url.as_deref()))
}

/// Under what terms the content may be reused.
pub fn licence(config: &Config) -> Option<&str> {
    config.licence.as_ref().map(|licence| licence.url.as_deref().unwrap_or(&licence.name))
}

/// The timeline as data.
pub fn data_set<'a>(r: &PageMaker<'a>) -> Node<'a> {
    let timeline = &r.renderer.timeline;
    let config = &timeline.config;
    let description = if config.description.is_empty() { &config.title } else { &config.description };
    let years = timeline.events.first().zip(timeline.events.last());
    let years = years.map(|(first, last)| {
        let [first, last] = [first, last].map(|event| event.date.first().year());
        format!("{first:04}/{last:04}")
    });
    Node::new("Dataset")
        .with("@id", absolute(r, "data/#data"))
        .with("name", &config.title)
        .with("description", description)
        .with("url", absolute(r, "data/"))
        .with("license", licence(config))
        .with("creator", editor(config))
        .with("publisher", publisher(config))
        .with("inLanguage", &config.language)
        .with("isAccessibleForFree", true)
        .with("temporalCoverage", years)
        .with("distribution", downloads(r))
}

/// All files below `data/`.
fn downloads<'a>(r: &PageMaker<'a>) -> Vec<Node<'a>> {
    let pages = r.renderer.sitemap.pages().iter();
    let files = pages.filter(|page| matches!(page.kind, PageKind::Export(_, Scope::Site)));
    let files = files.filter_map(|page| Some((page, page.path.strip_prefix("data/")?)));
    files
        .map(|(page, name)| {
            let format = FORMATS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, format)| *format);
            Node::new("DataDownload")
                .with("name", name)
                .with("encodingFormat", format)
                .with("contentUrl", absolute(r, &page.path))
        })
        .collect()
}
