//! Feeds and data files: one small file a format, behind one trait.
//!
//! Made of the model alone, without templates but for the HTML of an event, which
//! `render` lends; standards are named where each is written. No IO, no clock: the
//! dates in feeds are those on which events were published, or else of the articles.

mod atom;
mod cache;
mod calendar;
mod corrections;
mod data;
mod input;
mod json_feed;
mod oembed;
mod open_search;
mod site_files;
mod sitemap;

use crate::model::sitemap::Export;

pub use cache::Cache;
pub use input::Input;

/// Turns a part of the timeline into the bytes of one file.
trait Exporter {
    /// Appends the file. Cannot fail: whatever the model holds can be written.
    fn write(&self, input: &Input<'_>, out: &mut Vec<u8>);
}

/// Appends the bytes of one exported file.
pub fn file(export: Export, input: &Input<'_>, out: &mut Vec<u8>) {
    let exporter: &dyn Exporter = match export {
        Export::Atom => &atom::Atom,
        Export::JsonFeed => &json_feed::JsonFeed,
        Export::Calendar => &calendar::Calendar,
        Export::Sitemap => &sitemap::Sitemap,
        Export::SitemapPart(part) => &sitemap::SitemapPart(part),
        Export::Robots => &site_files::Robots,
        Export::Redirects => &site_files::Redirects,
        Export::Headers => &site_files::Headers,
        Export::Corrections => &corrections::Corrections,
        Export::CorrectionsJson => &corrections::CorrectionsJson,
        Export::OpenSearch => &open_search::OpenSearch,
        Export::OEmbed => &oembed::OEmbed,
        Export::Data(format) => data::exporter(format),
        Export::Schema(format) => &data::Schema(format),
        Export::Dataset(set) => data::dataset(set),
        Export::DatasetSchema(set) => &data::DatasetSchema(set),
    };
    exporter.write(input, out);
}
