//! What articles, entries, publishers, overlays and plain pages share: front matter, and a text below it.

use std::cell::RefCell;

use super::body::check_links;
use super::fields::Fields;
use super::{front_matter, id_of};
use crate::diagnostics::Diagnostic;
use crate::model::source::{SourceFile, Span};

/// What is known of a file beside its keys.
pub struct Keyed<'a> {
    /// By the file's name.
    pub id: String,
    /// The text below the front matter.
    pub body: Span,
    /// Where to tell what is wrong.
    pub out: &'a RefCell<Vec<Diagnostic>>,
}

/// Reads such a file, and the links of its text; `None` where no key of it can be read.
pub fn read<T>(
    file: &SourceFile,
    of: impl FnOnce(&mut Fields<'_>, Keyed<'_>) -> T,
) -> (Option<T>, Vec<Diagnostic>) {
    let mut text = 0..0;
    let (value, mut diagnostics) = open(file, |fields, keyed| {
        text = keyed.body.range();
        of(fields, keyed)
    });
    check_links(file, text, &mut diagnostics);
    (value, diagnostics)
}

/// Reads such a file without a look at the links of its text; `None` where no key of it can be read.
pub fn open<T>(
    file: &SourceFile,
    of: impl FnOnce(&mut Fields<'_>, Keyed<'_>) -> T,
) -> (Option<T>, Vec<Diagnostic>) {
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
    let value = of(&mut fields, Keyed { id, body: parts.body.into(), out: &out });
    fields.finish();
    (Some(value), out.into_inner())
}
