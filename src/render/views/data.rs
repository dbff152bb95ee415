//! What data there is.

use serde::Serialize;

use super::Head;
use crate::model::content_hash::content_hash;
use crate::model::data_format::{DataFormat, Dataset, SCHEMA_VERSION};
use crate::model::sitemap::Export;
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct DataView {
    /// The formats of the events.
    formats: Vec<FormatView>,
    /// What is known beside the events.
    datasets: Vec<DatasetView>,
    /// Version of the schemas.
    schema_version: &'static str,
    /// What content the files are made of.
    content_hash: String,
    /// The feeds.
    feeds: FeedsView,
    /// An actor, to show where the files of one are.
    example: Option<super::LinkView>,
}

#[derive(Serialize)]
struct FormatView {
    /// `json`, `jsonl`, `csv`, `geojson`, `jsonld` or `timelinejs`.
    id: &'static str,
    /// Of the file.
    name: &'static str,
    /// What the format is called: `GeoJSON (RFC 7946)`.
    format: &'static str,
    media_type: &'static str,
    url: String,
    schema: String,
}

#[derive(Serialize)]
struct DatasetView {
    /// `positions`.
    id: &'static str,
    /// Of the file.
    name: String,
    url: String,
    schema: String,
}

#[derive(Serialize)]
struct FeedsView {
    atom: String,
    json_feed: String,
    calendar: String,
}

pub fn view(r: &PageMaker<'_>) -> (Head, DataView) {
    let format = |format: DataFormat| FormatView {
        id: format.id(),
        name: format.file(),
        format: format.name(),
        media_type: format.media_type(),
        url: r.link(&Export::Data(format).file()),
        schema: r.link(&Export::Schema(format).file()),
    };
    let has = |set: &Dataset| r.sitemap.find(&Export::Dataset(*set).file()).is_some();
    let dataset = |set: Dataset| DatasetView {
        id: set.id(),
        name: format!("{}.json", set.id()),
        url: r.link(&Export::Dataset(set).file()),
        schema: r.link(&Export::DatasetSchema(set).file()),
    };
    let file = |export: Export| r.link(&export.file());
    let actor = r.timeline.index.actors.iter().zip(&r.timeline.actors).max_by_key(|(events, _)| events.len());
    let kind = crate::model::entry::EntryKind::Actor;
    let view = DataView {
        formats: DataFormat::ALL.into_iter().map(format).collect(),
        datasets: Dataset::ALL.into_iter().filter(has).map(dataset).collect(),
        schema_version: SCHEMA_VERSION,
        content_hash: content_hash(&r.timeline),
        feeds: FeedsView {
            atom: file(Export::Atom),
            json_feed: file(Export::JsonFeed),
            calendar: file(Export::Calendar),
        },
        example: actor.map(|(_, actor)| super::LinkView::entry(kind, actor, &r.base, r.language())),
    };
    let head = Head {
        title: r.language().text("data").into(),
        description: r.language().text("description_data").into(),
        feeds: None,
    };
    (head, view)
}
