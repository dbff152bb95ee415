//! Old ids: `redirect_from` -> pages that lead on, or to several pages where several name one id.

use std::collections::BTreeSet;

use super::Router;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::entry::EntryKind;
use crate::model::event::Overlay;
use crate::model::permalinks::LockKind;
use crate::model::sitemap::PageKind;
use crate::model::source::{SourceFile, Span};

/// Old ids, by their kind.
pub type OldIds = BTreeSet<(LockKind, String)>;

/// Adds a redirect for every old id, and returns those that lead on now.
pub fn add(router: &mut Router<'_>) -> OldIds {
    let timeline = router.timeline;
    let mut leading = OldIds::new();
    let mut from_ids =
        |router: &mut Router<'_>, kind, id: &str, old: &[(String, Span)], file: &SourceFile| {
            let led = from_ids(router, kind, id, old, file);
            leading.extend(led.into_iter().map(|old| (kind, old.to_owned())));
        };
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
    leading
}

fn from_ids<'a>(
    router: &mut Router<'_>,
    kind: LockKind,
    id: &str,
    old: &'a [(String, Span)],
    file: &SourceFile,
) -> Vec<&'a str> {
    let Some((first, first_span)) = old.first() else { return Vec::new() };
    let to = kind.path(id);
    let noun = kind.noun();
    match router.sitemap.find(&to).map(|page| &page.kind) {
        // An overlay of no event: `merge` has said so, and where its ids belong.
        None | Some(PageKind::Redirect { .. } | PageKind::Choice { .. })
            if is_left_over(router, kind, id) =>
        {
            return Vec::new();
        }
        Some(PageKind::Redirect { .. } | PageKind::Choice { .. }) | None => {
            let message = format!("`{first}` cannot lead to the {noun} `{id}`, which is not published");
            let diagnostic = Diagnostic::new(Code::RedirectClash, message).at(file, *first_span);
            router.diagnostics.push(diagnostic.help("publish it first, or let the old id lead elsewhere"));
            return Vec::new();
        }
        Some(_) => {}
    }
    let mut leading = Vec::new();
    for (old_id, span) in old {
        let message = match router.sitemap.lead(kind.path(old_id), &to) {
            Ok(()) => {
                leading.push(old_id.as_str());
                continue;
            }
            Err(PageKind::Redirect { .. } | PageKind::Choice { .. }) => {
                format!("`{old_id}` stands here twice")
            }
            Err(_) => format!("the id `{old_id}` is still in use"),
        };
        let diagnostic = Diagnostic::new(Code::RedirectClash, message).at(file, *span);
        router.diagnostics.push(diagnostic.help("take it out of `redirect_from`, or rename what bears it"));
    }
    leading
}

/// Whether an overlay is that of an event that has another id now.
fn is_left_over(router: &Router<'_>, kind: LockKind, id: &str) -> bool {
    let names_it = |overlay: &Overlay| overlay.redirect_from.iter().any(|(old, _)| old == id);
    kind == LockKind::Event && router.timeline.overlays.iter().any(names_it)
}
