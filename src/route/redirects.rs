//! Old ids: `redirect_from` -> pages that lead on.

use super::Router;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::entry::EntryKind;
use crate::model::permalinks::LockKind;
use crate::model::sitemap::PageKind;
use crate::model::source::{SourceFile, Span};

/// Adds a redirect for every old id.
pub fn add(router: &mut Router<'_>) {
    let timeline = router.timeline;
    for overlay in &timeline.overlays {
        from_ids(router, LockKind::Event, &overlay.id, &overlay.redirect_from, &overlay.source);
    }
    for (kind, lock_kind) in
        EntryKind::ALL.into_iter().zip([LockKind::Actor, LockKind::Topic, LockKind::Place])
    {
        for entry in timeline.entries(kind) {
            from_ids(router, lock_kind, &entry.id, &entry.redirect_from, &entry.source);
        }
    }
    for article in &timeline.articles {
        let meta = &article.meta;
        from_ids(router, LockKind::Article, &meta.id, &meta.redirect_from, &meta.source);
    }
    for page in &timeline.pages {
        from_ids(router, LockKind::Page, &page.id, &page.redirect_from, &page.source);
    }
}

fn from_ids(router: &mut Router<'_>, kind: LockKind, id: &str, old: &[(String, Span)], file: &SourceFile) {
    if old.is_empty() {
        return;
    }
    let to = kind.path(id);
    if router.sitemap.find(&to).is_none() {
        let (old_id, span) = &old[0];
        let message = format!("`{old_id}` cannot lead to the {} `{id}`, which is not published", kind.noun());
        let diagnostic = Diagnostic::new(Code::RedirectClash, message).at(file, *span);
        router.diagnostics.push(diagnostic.help("publish it first, or let the old id lead elsewhere"));
        return;
    }
    for (old_id, span) in old {
        let path = kind.path(old_id);
        let taken = match router.sitemap.add(path, PageKind::Redirect { to: to.clone() }) {
            Ok(()) => continue,
            Err(taken) => taken.kind.clone(),
        };
        let message = match taken {
            PageKind::Redirect { to: other } if other == to => format!("`{old_id}` stands here twice"),
            PageKind::Redirect { to: other } => format!("`{old_id}` leads to `/{other}` already"),
            _ => format!("the id `{old_id}` is still in use"),
        };
        let diagnostic = Diagnostic::new(Code::RedirectClash, message).at(file, *span);
        router.diagnostics.push(diagnostic.help("take it out of `redirect_from`, or rename what bears it"));
    }
}
