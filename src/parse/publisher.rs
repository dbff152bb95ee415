//! `content/publishers/ID.md` -> entries of publishers.

use super::entry::country_code;
use super::keyed;
use crate::diagnostics::Diagnostic;
use crate::model::publisher::{PublisherEntry, PublisherKind};
use crate::model::source::SourceFile;

/// Reads one publisher; `None` where the file has no front matter at all.
pub fn publisher(file: &SourceFile) -> (Option<PublisherEntry>, Vec<Diagnostic>) {
    keyed::read(file, |fields, keyed| {
        let of = |text: &str| PublisherKind::ALL.into_iter().find(|kind| kind.id() == text);
        PublisherEntry {
            id: keyed.id,
            name_span: fields.key_span("name"),
            name: fields.required_text("name"),
            aliases: fields.list("aliases").unwrap_or_default(),
            country: country_code(fields),
            kind: fields.choice("kind", of, &PublisherKind::ALL.map(PublisherKind::id)),
            url: fields.web_address("url"),
            source: file.clone(),
            body: keyed.body,
        }
    })
}
