//! `content/pages/SLUG.md` -> plain pages.

use super::keyed;
use crate::diagnostics::Diagnostic;
use crate::model::source::SourceFile;
use crate::model::timeline::PlainPage;

/// Reads one page; `None` where the file has no front matter at all.
pub fn page(file: &SourceFile) -> (Option<PlainPage>, Vec<Diagnostic>) {
    keyed::read(file, |fields, keyed| PlainPage {
        id: keyed.id,
        title: fields.required_text("title"),
        order: fields.integer("order", -1_000_000..1_000_001),
        redirect_from: fields.ids("redirect_from").unwrap_or_default(),
        source: file.clone(),
        body: keyed.body,
    })
}
