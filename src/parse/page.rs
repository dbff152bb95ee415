//! `content/pages/SLUG.md` -> plain pages.

use std::cell::RefCell;

use super::body::check_links;
use super::fields::Fields;
use super::{front_matter, id_of};
use crate::diagnostics::Diagnostic;
use crate::model::source::SourceFile;
use crate::model::timeline::PlainPage;

/// Reads one page; `None` where the file has no front matter at all.
pub fn page(file: &SourceFile) -> (Option<PlainPage>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let id = id_of(file, &mut diagnostics);
    let parts = match front_matter::split(file) {
        Ok(parts) => parts,
        Err(diagnostic) => return (None, vec![*diagnostic]),
    };
    let out = RefCell::new(diagnostics);
    let mut fields = Fields::of_front_matter(file, &parts, &out);
    let page = PlainPage {
        id,
        title: fields.required_text("title"),
        order: fields.integer("order", -1_000_000..1_000_001),
        redirect_from: fields.ids("redirect_from").unwrap_or_default(),
        source: file.clone(),
        body: parts.body.clone().into(),
    };
    fields.finish();
    let mut diagnostics = out.into_inner();
    check_links(file, parts.body, &mut diagnostics);
    (Some(page), diagnostics)
}
