//! The content held against `permalinks.lock`: no published id disappears.

use std::collections::{BTreeMap, HashMap};

use super::Router;
use super::redirects::OldIds;
use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::entry::EntryKind;
use crate::model::event::Status;
use crate::model::permalinks::{LockKind, Permalinks, Record};
use crate::model::source::{SourceFile, Span};

/// For how many lost ids a successor is looked for; it costs a comparison with every new id.
const MOST_SUGGESTIONS: usize = 50;

/// Where each line of the lock stands.
fn lines_of(file: &SourceFile) -> HashMap<&str, Span> {
    let mut start = 0;
    let mut lines = HashMap::new();
    for line in file.text.split_inclusive('\n') {
        let id = line.trim().split(' ').next().unwrap_or_default();
        lines.insert(id, Span::from(start..start + id.len()));
        start += line.len();
    }
    lines
}

/// All ids, those of the lock and those of the content, with what is kept of
/// them. What is lost, or would change the lock under `locked`, is noted. An old
/// id that leads on has an address too, and is kept like the others.
pub fn check(
    router: &mut Router<'_>,
    old_ids: OldIds,
    lock: Option<(&Permalinks, &SourceFile)>,
    records: &BTreeMap<String, Record>,
    locked: bool,
) -> Permalinks {
    let current = current(router);
    let mut all = current.clone();
    all.ids.extend(old_ids);
    let is_new = |id: &&(LockKind, String)| lock.is_none_or(|(known, _)| !known.ids.contains(*id));
    let new_ids: Vec<&(LockKind, String)> = current.ids.iter().filter(is_new).collect();
    if let Some((known, file)) = lock {
        let gone = known.ids.iter().filter(|(kind, id)| router.sitemap.find(&kind.path(id)).is_none());
        let lines = lines_of(file);
        let found: Vec<Diagnostic> = gone
            .enumerate()
            .map(|(count, (kind, id))| {
                let span = lines.get(format!("{}/{id}", kind.folder()).as_str()).copied().unwrap_or_default();
                let candidates = if count < MOST_SUGGESTIONS { new_ids.as_slice() } else { &[] };
                lost(*kind, id, candidates, file, span)
            })
            .collect();
        router.diagnostics.extend(found);
        all.ids.extend(known.ids.iter().cloned());
        all.records.extend(known.records.clone());
    }
    all.records.extend(records.clone());
    let known = lock.map(|(known, _)| known);
    if locked && let Some(message) = outdated(&all, known) {
        let help = "run `dateline build` without `--locked`, and commit permalinks.lock";
        router.diagnostics.push(Diagnostic::new(Code::LockOutdated, message).help(help));
    }
    all
}

/// What a lock that must not change does not hold; ids first.
fn outdated(all: &Permalinks, known: Option<&Permalinks>) -> Option<String> {
    let more = |count: usize| if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
    let is_known = |id: &(LockKind, String)| known.is_some_and(|known| known.ids.contains(id));
    let mut new_ids = all.ids.iter().filter(|id| !is_known(id));
    if let Some((kind, id)) = new_ids.next() {
        let more = more(new_ids.count() + 1);
        return Some(format!("permalinks.lock does not hold the {} `{id}`{more}", kind.noun()));
    }
    let known = known?;
    let mut changed = all.records.iter().filter(|(id, record)| known.records.get(*id) != Some(*record));
    let (id, _) = changed.next()?;
    let more = more(changed.count() + 1);
    Some(format!("permalinks.lock does not hold what is said now of the event `{id}`{more}"))
}

/// The ids that the content bears. Drafts have not been published.
fn current(router: &Router<'_>) -> Permalinks {
    let timeline = router.timeline;
    let shown = timeline.events.iter().filter(|event| event.status != Status::Draft);
    let events = shown.chain(&timeline.withdrawn).map(|event| (LockKind::Event, event.id.clone()));
    let articles = timeline.articles.iter().filter(|article| {
        article.accounts.is_empty() || article.accounts.iter().any(|account| !account.draft)
    });
    let articles = articles.map(|article| (LockKind::Article, article.meta.id.clone()));
    let pages = timeline.pages.iter().map(|page| (LockKind::Page, page.id.clone()));
    let entries =
        EntryKind::ALL.into_iter().zip([LockKind::Actor, LockKind::Topic, LockKind::Place]).flat_map(
            |(kind, lock_kind)| timeline.entries(kind).iter().map(move |entry| (lock_kind, entry.id.clone())),
        );
    let ids = events.chain(articles).chain(pages).chain(entries).collect();
    Permalinks { ids, ..Permalinks::default() }
}

/// Only an id that is new can be what a lost one has become.
fn lost(
    kind: LockKind,
    id: &str,
    new_ids: &[&(LockKind, String)],
    file: &SourceFile,
    span: Span,
) -> Diagnostic {
    let same_kind = new_ids.iter().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
    let near = nearest(id, same_kind).map_or_else(
        || format!("add `redirect_from: [{id}]` to what replaces it"),
        |near| format!("if it is `{near}` now, add `redirect_from: [{id}]` to {}", file_of(kind, near)),
    );
    let help = match kind {
        LockKind::Event => format!(
            "{near}; or keep a page that says it was withdrawn: `content/events/{id}.md` with `status: withdrawn` and a `reason`"
        ),
        _ => near,
    };
    Diagnostic::new(
        Code::LostPermalink,
        format!("the {} `{id}` has been published, and nothing bears its id now", kind.noun()),
    )
    .at(file, span)
    .help(help)
}

fn file_of(kind: LockKind, id: &str) -> String {
    format!("`content/{}/{id}.md`", kind.folder())
}
