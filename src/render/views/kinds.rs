//! Types of events and publishers.

use serde::Serialize;
use tera::Value;

use super::event::{SourceView, source};
use super::list::{ListView, sliced};
use super::{Head, LinkView};
use crate::model::event_type::EventType;
use crate::model::language::texts::Arg;
use crate::model::publisher::{Publisher, PublisherKind};
use crate::model::sitemap::Slice;
use crate::model::url;
use crate::render::{Form, PageMaker};

/// A type with how many events are of it.
#[derive(Serialize)]
pub struct TypeCount {
    #[serde(rename = "type")]
    kind: Value,
    definition: String,
    count: usize,
}

/// All types, in the order of the table.
pub fn type_counts(r: &PageMaker<'_>) -> Vec<TypeCount> {
    let count = |kind: EventType| TypeCount {
        kind: r.event_type(kind),
        definition: r.language().meaning(kind).to_owned(),
        count: r.timeline.events_of_type(kind).len(),
    };
    EventType::ALL.iter().map(|kind| count(*kind)).collect()
}

#[derive(Serialize)]
pub struct TypesView {
    types: Vec<TypeCount>,
}

pub fn types(r: &PageMaker<'_>) -> (Head, TypesView) {
    let head = Head {
        title: r.language().text("types_of_events").into(),
        description: r.language().text("description_types").into(),
        feeds: None,
    };
    (head, TypesView { types: type_counts(r) })
}

#[derive(Serialize)]
pub struct TypePage {
    #[serde(rename = "type")]
    kind: Value,
    definition: String,
    list: ListView,
}

pub fn event_type(r: &PageMaker<'_>, kind: EventType, slice: Slice) -> (Head, TypePage) {
    let list = sliced(r, r.timeline.events_of_type(kind), &url::event_type(kind), slice);
    let (language, label) = (r.language(), r.language().event_type(kind));
    let title = match &list.slice {
        Some(slice) => {
            language.say("part_of_list", &[("list", Arg::Text(label)), ("part", Arg::Text(slice))])
        }
        None => label.to_owned(),
    };
    let definition = language.meaning(kind).to_owned();
    let head = Head { title, description: definition.clone(), feeds: None };
    (head, TypePage { kind: r.event_type(kind), definition, list })
}

#[derive(Serialize)]
pub struct PublishersView {
    publishers: Vec<PublisherCount>,
    /// How many articles name no publisher.
    unnamed: usize,
    /// Those articles.
    unnamed_articles: Vec<SourceView>,
}

#[derive(Serialize)]
struct PublisherCount {
    entry: LinkView,
    count: usize,
}

pub fn publishers(r: &PageMaker<'_>) -> (Head, PublishersView) {
    let publishers = r.timeline.publishers.iter().map(|publisher| PublisherCount {
        entry: r.named(&publisher.id, publisher.name.clone(), &url::publisher(&publisher.id)),
        count: publisher.articles.len(),
    });
    let unnamed: Vec<SourceView> = r
        .timeline
        .articles
        .iter()
        .filter(|article| article.meta.publisher.is_none())
        .map(|article| source(r, article))
        .collect();
    let head = Head {
        title: r.language().text("sources").into(),
        description: r.language().text("description_publishers").into(),
        feeds: None,
    };
    let view = PublishersView {
        publishers: publishers.collect(),
        unnamed: unnamed.len(),
        unnamed_articles: unnamed,
    };
    (head, view)
}

#[derive(Serialize)]
pub struct PublisherView {
    name: String,
    name_html: Value,
    aliases: Vec<Value>,
    /// What it is, in words.
    kind: Option<&'static str>,
    kind_label: Option<String>,
    country: Option<String>,
    /// Its own address.
    link: Option<String>,
    /// What the editor says of it, HTML.
    description: String,
    articles: Vec<PublishedView>,
    /// Articles of others that it had first.
    originated: Vec<PublishedView>,
}

#[derive(Serialize)]
struct PublishedView {
    source: SourceView,
    events: Vec<Value>,
}

pub fn publisher(r: &PageMaker<'_>, publisher: &Publisher) -> (Head, PublisherView) {
    let published = |at: &u32| {
        let article = r.timeline.article(*at);
        let mut events: Vec<u32> =
            article.accounts.iter().filter_map(|a| r.event_by_id(&a.event_id)).collect();
        events.dedup();
        PublishedView {
            source: source(r, article),
            events: events.into_iter().map(|at| r.listed(at, Form::Line)).collect(),
        }
    };
    let language = r.language();
    let described = [("publisher", Arg::Text(&publisher.name))];
    let description = language.say("description_publisher", &described);
    let head = Head { title: publisher.name.clone(), description, feeds: None };
    let entry = publisher.entry.map(|at| &r.timeline.publisher_entries[at as usize]);
    let kind = entry.and_then(|entry| entry.kind);
    let aliases = entry.into_iter().flat_map(|entry| &entry.aliases);
    let country = entry.and_then(|entry| language.country(entry.country.as_deref()?));
    let view = PublisherView {
        name: publisher.name.clone(),
        name_html: r.isolated(&publisher.name),
        aliases: aliases.map(|(alias, _)| r.isolated(alias)).collect(),
        kind: kind.map(PublisherKind::id),
        kind_label: kind.map(|kind| language.text(kind.text()).to_owned()),
        country: country.map(str::to_owned),
        link: entry.and_then(|entry| entry.url.clone()),
        description: entry
            .map_or_else(String::new, |entry| r.piece(&entry.source.text, entry.body).to_html()),
        articles: publisher.articles.iter().map(published).collect(),
        originated: publisher.originated.iter().map(published).collect(),
    };
    (head, view)
}
