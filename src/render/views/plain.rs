//! Pages that are not made of events: the editor's, search, data, 404, redirects.

use serde::Serialize;

use super::Head;
use super::kinds::{TypeCount, type_counts};
use crate::model::sitemap::Export;
use crate::model::timeline::PlainPage;
use crate::render::PageMaker;
use crate::render::markdown::Piece;

#[derive(Serialize)]
pub struct PlainView {
    title: String,
    html: String,
}

pub fn page(r: &PageMaker<'_>, page: &PlainPage) -> (Head, PlainView) {
    let piece = Piece { text: &page.source.text, span: page.body, base: &r.base, ..Piece::default() };
    let head = Head { title: page.title.clone(), description: page.title.clone(), feeds: None };
    (head, PlainView { title: page.title.clone(), html: piece.to_html() })
}

#[derive(Serialize)]
pub struct SearchView {
    types: Vec<TypeCount>,
    years: Vec<super::list::PartView>,
}

/// Ways to find an event: by year, actor, topic, place and type. Full text belongs to a later release.
pub fn search(r: &PageMaker<'_>) -> (Head, SearchView) {
    let description = format!("Ways to find an event in {}", r.timeline.config.title);
    let head = Head { title: "Find an event".into(), description, feeds: None };
    (head, SearchView { types: type_counts(r), years: super::home::years(r) })
}

#[derive(Serialize)]
pub struct DataView {
    files: Vec<FileView>,
}

#[derive(Serialize)]
struct FileView {
    name: &'static str,
    format: &'static str,
    holds: &'static str,
    url: String,
}

pub fn data(r: &PageMaker<'_>) -> (Head, DataView) {
    let file =
        |export: Export, name, format, holds| FileView { name, format, holds, url: r.link(&export.file()) };
    let files = vec![
        file(
            Export::Json,
            "events.json",
            "JSON",
            "Every event with its dates (EDTF), actors, topics, place, type and accounts",
        ),
        file(Export::Csv, "events.csv", "CSV (RFC 4180)", "One line an event, for spreadsheets"),
        file(
            Export::Atom,
            "feed.xml",
            "Atom (RFC 4287)",
            "The latest events; every actor and topic has its own",
        ),
        file(Export::JsonFeed, "feed.json", "JSON Feed 1.1", "The same as the Atom feed"),
        file(Export::Calendar, "calendar.ics", "iCalendar (RFC 5545)", "Events whose day is known"),
    ];
    let head = Head {
        title: "Data".into(),
        description: "The timeline as files, free to reuse".into(),
        feeds: None,
    };
    (head, DataView { files })
}

#[derive(Serialize)]
pub struct NotFoundView {}

pub fn not_found() -> (Head, NotFoundView) {
    let head =
        Head { title: "Page not found".into(), description: "There is no such page".into(), feeds: None };
    (head, NotFoundView {})
}

#[derive(Serialize)]
pub struct RedirectView {
    to: String,
    /// With the host, for the canonical link.
    absolute: String,
}

pub fn redirect(r: &PageMaker<'_>, to: &str) -> (Head, RedirectView) {
    let head = Head { title: "Moved".into(), description: "This page has moved".into(), feeds: None };
    (head, RedirectView { to: r.link(to), absolute: format!("{}{to}", r.timeline.config.base_url) })
}
