//! Actors, topics, places, reports and organisations as schema.org names them.
//!
//! A thing has one address wherever it is named (`@id`), so that programs can
//! tell that it is the same.

use super::dates;
use super::node::{Node, Term};
use crate::model::article::ArticleMeta;
use crate::model::entry::{ActorKind, Details, Entry, EntryKind, EntryRef};
use crate::model::{image, url};
use crate::render::PageMaker;

/// The address of a page with its host.
pub fn absolute(r: &PageMaker<'_>, path: &str) -> String {
    [&*r.timeline.config.base_url, path].concat()
}

/// The type of an entry.
fn kind(entry: &Entry) -> &'static str {
    match &entry.details {
        Details::Actor { kind: ActorKind::Person, .. } => "Person",
        Details::Actor { kind: ActorKind::State, .. } => "Country",
        Details::Actor { kind: ActorKind::Organisation | ActorKind::Group, .. } => "Organization",
        Details::Topic => "DefinedTerm",
        Details::Place { .. } => "Place",
    }
}

/// Whether it can take part in something; schema.org's states are places.
pub fn can_attend(entry: &Entry) -> bool {
    matches!(&entry.details, Details::Actor { kind, .. } if *kind != ActorKind::State)
}

/// An entry where it is only named.
pub fn named<'a>(r: &PageMaker<'a>, at: EntryRef) -> Node<'a> {
    let entry = r.renderer.timeline.entry(at);
    let page = absolute(r, &url::entry(at.kind, &entry.id));
    Node::new(kind(entry))
        .with("@id", url::thing(&page))
        .with("name", &entry.name)
        .with("url", page)
        .with("sameAs", entry.wikidata.as_ref().map(|item| wikidata(item)))
}

/// An entry on its own page, with all that is known of it.
pub fn entry<'a>(r: &PageMaker<'a>, at: EntryRef) -> Node<'a> {
    let entry = r.renderer.timeline.entry(at);
    let aliases: Vec<&str> = entry.aliases.iter().map(|(alias, _)| alias.as_str()).collect();
    let portrait = entry.portrait().and_then(|portrait| image::path(&portrait.file.0));
    let portrait = portrait.map(|path| absolute(r, &url::encoded(&path)));
    let node = named(r, at).with("alternateName", aliases).with("image", portrait);
    if at.kind == EntryKind::Place { located(node, entry) } else { node }
}

/// A place where something happened.
pub fn location<'a>(r: &PageMaker<'a>, index: u32) -> Node<'a> {
    let at = EntryRef { kind: EntryKind::Place, index };
    located(named(r, at), r.renderer.timeline.entry(at))
}

fn located<'a>(node: Node<'a>, entry: &'a Entry) -> Node<'a> {
    let Details::Place { country, coordinates } = &entry.details else { return node };
    let address = country.as_ref().map(|code| Node::new("PostalAddress").with("addressCountry", code));
    let degrees = |text: &str| text.parse::<f64>().ok();
    let geo = coordinates.as_ref().and_then(|(latitude, longitude)| {
        let point = Node::new("GeoCoordinates").with("latitude", degrees(latitude)?);
        Some(point.with("longitude", degrees(longitude)?))
    });
    node.with("address", address).with("geo", geo)
}

/// A report. `page` is its page here.
pub fn report<'a>(page: &str, meta: &'a ArticleMeta) -> Node<'a> {
    Node::new("NewsArticle")
        .with("@id", url::thing(page))
        .with("headline", &meta.title)
        .with("url", meta.url.as_ref())
        .with("author", meta.author.as_ref().map(|name| Node::new("Person").with("name", name)))
        .with("publisher", meta.publisher.as_ref().map(|name| organisation(name, None)))
        .with("datePublished", meta.published.as_ref().and_then(dates::one))
        .with("dateModified", meta.modified.as_ref().and_then(dates::one))
        .with("inLanguage", meta.language.as_ref())
        .with("archivedAt", meta.archive_url.as_ref())
}

/// An organisation by its name.
pub fn organisation<'a>(name: &'a str, url: Option<&'a str>) -> Node<'a> {
    Node::new("Organization").with("name", name).with("url", url)
}

/// The address of an item of Wikidata, as Wikidata gives it for the thing itself.
fn wikidata(item: &str) -> Term<'static> {
    ["http://www.wikidata.org/entity/", item].concat().into()
}
