//! `content/publishers/ID.md` -> entries of publishers.

use std::cell::RefCell;

use super::body::check_links;
use super::entry::country_code;
use super::fields::Fields;
use super::{front_matter, id_of};
use crate::diagnostics::Diagnostic;
use crate::model::publisher::{PublisherEntry, PublisherKind};
use crate::model::source::SourceFile;

/// Reads one publisher; `None` where the file has no front matter at all.
pub fn publisher(file: &SourceFile) -> (Option<PublisherEntry>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let id = id_of(file, &mut diagnostics);
    let parts = match front_matter::split(file) {
        Ok(parts) => parts,
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let out = RefCell::new(diagnostics);
    let mut fields = Fields::of_front_matter(file, &parts, &out);
    if fields.is_empty() && !out.borrow().is_empty() {
        return (None, out.into_inner());
    }
    let of = |text: &str| PublisherKind::ALL.into_iter().find(|kind| kind.id() == text);
    let entry = PublisherEntry {
        id,
        name_span: fields.key_span("name"),
        name: fields.required_text("name"),
        aliases: fields.list("aliases").unwrap_or_default(),
        country: country_code(&mut fields),
        kind: fields.choice("kind", of, &PublisherKind::ALL.map(PublisherKind::id)),
        url: fields.web_address("url"),
        source: file.clone(),
        body: parts.body.clone().into(),
    };
    fields.finish();
    let mut diagnostics = out.into_inner();
    check_links(file, parts.body, &mut diagnostics);
    (Some(entry), diagnostics)
}
