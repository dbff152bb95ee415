//! The things that linked data speaks of, each as schema.org describes such a thing.
//!
//! Only what is known is said; a property that has no value is left out.

use schemars::JsonSchema;
use serde::Serialize;

use super::About;
use super::schema::edtf;
use crate::export::Input;
use crate::export::input::{coordinates, country};
use crate::model::data_format::DataFormat;
use crate::model::date_words::iso_span;
use crate::model::entry::{ActorKind, Details, Entry, EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::sitemap::Scope;
use crate::model::url;

/// A thing that is described.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Node<'a> {
    DataSet(DataSet<'a>),
    Event(EventNode<'a>),
    Entry(EntryNode<'a>),
    Report(ReportNode<'a>),
}

/// A thing that is described elsewhere in the graph.
#[derive(Serialize, JsonSchema)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

/// The data that the file holds.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DataSet<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "Dataset"))]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    url: String,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'a str>,
    /// Hash of all content that the timeline is made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    /// The JSON Schema of this file, with its version.
    schema_version: String,
    /// First and last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    is_accessible_for_free: bool,
    /// The same in other formats.
    distribution: Vec<Download>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "DataDownload"))]
    kind: &'static str,
    content_url: String,
    encoding_format: &'static str,
}

/// What happened.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EventNode<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "Event"))]
    kind: &'static str,
    identifier: &'a str,
    name: &'a str,
    url: String,
    /// Label of the type.
    keywords: &'a str,
    #[serde(rename = "dcterms:date")]
    #[schemars(schema_with = "edtf")]
    date: &'a str,
    /// ISO 8601: a moment, a day, a month or a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Reference>,
    /// Actors and topics.
    about: Vec<Reference>,
    /// The reports.
    subject_of: Vec<Reference>,
}

/// An actor, a topic or a place.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EntryNode<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'a str>,
    /// The item in Wikidata.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<Geo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Address<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Geo {
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "GeoCoordinates"))]
    kind: &'static str,
    latitude: f64,
    longitude: f64,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Address<'a> {
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "PostalAddress"))]
    kind: &'static str,
    /// ISO 3166-1 alpha-2.
    address_country: &'a str,
}

/// A report.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReportNode<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "NewsArticle"))]
    kind: &'static str,
    headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Publisher<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Publisher<'a> {
    #[serde(rename = "@type")]
    #[schemars(extend("const" = "Organization"))]
    kind: &'static str,
    name: &'a str,
}

/// The data set that a file is.
pub fn data_set<'a>(input: &Input<'a>) -> Node<'a> {
    let config = &input.timeline.config;
    let About { schema, schema_version, title, url, licence, content_hash } =
        About::new(input, DataFormat::JsonLd);
    let days = input.events().map(|event| (event.date.first(), event.date.last()));
    let span = days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    let folder = if input.scope == Scope::Site { input.absolute("data/") } else { input.page_url() };
    let download = |format: DataFormat| Download {
        kind: "DataDownload",
        content_url: [&folder, format.file()].concat(),
        encoding_format: format.media_type(),
    };
    Node::DataSet(DataSet {
        id: [&folder, "#data"].concat(),
        kind: "Dataset",
        name: title,
        description: if config.description.is_empty() { &config.title } else { &config.description },
        url,
        in_language: &config.language,
        license: licence,
        version: content_hash,
        schema_version: format!("{schema} {schema_version}"),
        temporal_coverage: span.map(|(first, last)| format!("{first}/{last}")),
        is_accessible_for_free: true,
        distribution: DataFormat::ALL.into_iter().map(download).collect(),
    })
}

/// An event.
pub fn event<'a>(input: &Input<'a>, event: &'a Event) -> Node<'a> {
    let at = |kind: EntryKind| move |index: u32| EntryRef { kind, index };
    let actors = event.participants.iter().map(|participant| participant.actor).map(at(EntryKind::Actor));
    let topics = event.topics.iter().copied().map(at(EntryKind::Topic));
    let mut reports: Vec<u32> = event.accounts.iter().map(|at| at.article).collect();
    reports.dedup();
    let (start_date, end_date) = iso_span(&event.date, event.time);
    let page = input.event_url(event);
    Node::Event(EventNode {
        id: url::thing(&page),
        kind: "Event",
        identifier: &event.id,
        name: &event.headline,
        url: page,
        keywords: input.language.event_type(event.event_type),
        date: event.date.as_str(),
        start_date,
        end_date,
        location: event.place.map(at(EntryKind::Place)).map(|place| refer(input, place)),
        about: actors.chain(topics).map(|entry| refer(input, entry)).collect(),
        subject_of: reports.into_iter().map(|at| Reference { id: report_id(input, at) }).collect(),
    })
}

fn refer(input: &Input<'_>, at: EntryRef) -> Reference {
    Reference { id: url::thing(&entry_url(input, at, input.timeline.entry(at))) }
}

fn entry_url(input: &Input<'_>, at: EntryRef, entry: &Entry) -> String {
    input.absolute(&url::entry(at.kind, &entry.id))
}

/// An actor, a topic or a place.
pub fn entry<'a>(input: &Input<'a>, at: EntryRef) -> Node<'a> {
    let entry = input.timeline.entry(at);
    let kind = match &entry.details {
        Details::Actor { kind: ActorKind::Person, .. } => "Person",
        Details::Actor { kind: ActorKind::State, .. } => "Country",
        Details::Actor { kind: ActorKind::Organisation | ActorKind::Group, .. } => "Organization",
        Details::Topic => "DefinedTerm",
        Details::Place { .. } => "Place",
    };
    let country = country(entry).filter(|_| at.kind == EntryKind::Place);
    let geo = |(latitude, longitude)| Geo { kind: "GeoCoordinates", latitude, longitude };
    Node::Entry(EntryNode {
        id: refer(input, at).id,
        kind,
        name: &entry.name,
        url: entry_url(input, at, entry),
        alternate_name: entry.aliases.iter().map(|(alias, _)| alias.as_str()).collect(),
        same_as: entry.wikidata.as_ref().map(|item| format!("http://www.wikidata.org/entity/{item}")),
        geo: coordinates(entry).map(geo),
        address: country.map(|code| Address { kind: "PostalAddress", address_country: code }),
    })
}

fn report_id(input: &Input<'_>, at: u32) -> String {
    url::thing(&input.absolute(&url::article(&input.timeline.article(at).meta.id)))
}

/// A report.
pub fn report<'a>(input: &Input<'a>, at: u32) -> Node<'a> {
    let meta = &input.timeline.article(at).meta;
    let publisher = meta.publisher.as_deref();
    Node::Report(ReportNode {
        id: report_id(input, at),
        kind: "NewsArticle",
        headline: &meta.title,
        url: meta.url.as_deref(),
        archived_at: meta.archive_url.as_deref(),
        date_published: meta.published.as_ref().and_then(|date| iso_span(date, None).0),
        publisher: publisher.map(|name| Publisher { kind: "Organization", name }),
        in_language: meta.language.as_deref(),
    })
}
