//! One file for one id.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::Article;
use crate::model::entry::Entry;
use crate::model::event::Overlay;
use crate::model::publisher::PublisherEntry;
use crate::model::source::SourceFile;
use crate::model::timeline::PlainPage;

/// What has an id and a file.
pub trait Identified {
    /// The id.
    fn id(&self) -> &str;
    /// The file.
    fn file(&self) -> &SourceFile;
}

macro_rules! identified {
    ($($kind:ty: $($source:ident).+, $($id:ident).+;)*) => {
        $(impl Identified for $kind {
            fn id(&self) -> &str { &self.$($id).+ }
            fn file(&self) -> &SourceFile { &self.$($source).+ }
        })*
    };
}

identified! {
    Entry: source, id;
    Overlay: source, id;
    PlainPage: source, id;
    Article: meta.source, meta.id;
    PublisherEntry: source, id;
}

/// Sorts by id and keeps the first of each, by path; the others are noted.
pub fn unique<T: Identified>(mut items: Vec<T>) -> (Vec<T>, Vec<Diagnostic>) {
    items.sort_by(|a, b| (a.id(), &a.file().path).cmp(&(b.id(), &b.file().path)));
    let mut diagnostics = Vec::new();
    items.dedup_by(|later, first| {
        let same = later.id() == first.id();
        if same {
            let message = format!("the id `{}` is that of `{}` already", later.id(), first.file().path);
            let diagnostic = Diagnostic::new(Code::DuplicateId, message).in_file(&later.file().path);
            diagnostics.push(diagnostic.help("rename one of the two files"));
        }
        same
    });
    (items, diagnostics)
}
