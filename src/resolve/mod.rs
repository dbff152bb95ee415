//! Parsed articles -> accounts: names in prose become actors, topics and
//! places; what is not given is found, and why is kept.
//!
//! What an attribute or a key gives always wins over what is found. Nothing is
//! guessed beyond names, a small lexicon of types and the dateline; reading
//! events out of plain prose belongs to `extract`. No IO.

mod account;
mod names;
mod quotations;
mod types;

pub use account::article;
pub use names::Names;
pub use quotations::check_quotations;

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Code, Diagnostic, suggest};
use crate::model::entry::{Entry, EntryKind};
use crate::model::event::Overlay;
use crate::model::publisher::{PublisherEntry, publisher_slug};
use crate::model::source::{SourceFile, Span};

/// Notes every id in an overlay that names no entry.
pub fn check_overlay(overlay: &Overlay, names: &Names) -> Vec<Diagnostic> {
    let lists = [
        (EntryKind::Actor, overlay.actors.as_deref().unwrap_or_default()),
        (EntryKind::Actor, overlay.recipients.as_deref().unwrap_or_default()),
        (EntryKind::Actor, overlay.contact.host.as_slice()),
        (EntryKind::Actor, overlay.contact.mediators.as_deref().unwrap_or_default()),
        (EntryKind::Topic, overlay.topics.as_deref().unwrap_or_default()),
        (EntryKind::Place, overlay.place.as_slice()),
    ];
    let parties = overlay.agreement.iter().flat_map(|agreement| agreement.actors());
    lists
        .into_iter()
        .flat_map(|(kind, ids)| ids.iter().map(move |id| (kind, id)))
        .chain(parties.map(|id| (EntryKind::Actor, id)))
        .filter(|(kind, (id, _))| names.by_id(*kind, id).is_none())
        .map(|(kind, (id, span))| unknown_id(kind, id, names, &overlay.source, *span))
        .collect()
}

/// Notes every office that is held for an actor who does not exist.
pub fn check_roles(actors: &[Entry], names: &Names) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for actor in actors {
        for (id, span) in actor.roles().iter().filter_map(|role| role.on_behalf_of.as_ref()) {
            if names.by_id(EntryKind::Actor, id).is_none() {
                diagnostics.push(unknown_id(EntryKind::Actor, id, names, &actor.source, *span));
            }
        }
    }
    diagnostics
}

/// Notes every name that two publishers claim.
pub fn check_publishers(publishers: &[PublisherEntry]) -> Vec<Diagnostic> {
    let mut claimed: HashMap<String, (&PublisherEntry, Span)> = HashMap::new();
    let mut diagnostics = Vec::new();
    for entry in publishers {
        let mut own = HashSet::new();
        for (name, span) in entry.names() {
            let slug = publisher_slug(name);
            if !own.insert(slug.clone()) {
                continue;
            }
            let (other, place) = *claimed.entry(slug).or_insert((entry, span));
            if other.id != entry.id {
                let message =
                    format!("two publishers claim the name `{name}`: `{}` and `{}`", other.id, entry.id);
                let diagnostic = Diagnostic::new(Code::AmbiguousAlias, message).at(&entry.source, span);
                let claim = format!("`{}` claims it here", other.id);
                let help = "take it out of one of the two, or make it longer";
                diagnostics.push(diagnostic.related(&other.source, place, claim).help(help));
            }
        }
    }
    diagnostics
}

fn unknown_id(kind: EntryKind, id: &str, names: &Names, file: &SourceFile, span: Span) -> Diagnostic {
    let code = match kind {
        EntryKind::Actor => Code::UnknownActor,
        EntryKind::Topic => Code::UnknownTopic,
        EntryKind::Place => Code::UnknownPlace,
    };
    let is_list = id.contains(", ");
    let listed = is_list.then(|| format!("several are written as a list: `[{id}]`"));
    let help = listed.or_else(|| suggest(id, names.ids(kind))).unwrap_or_else(|| {
        format!(
            "make it: `dateline new {} \"Name\"` writes a file into `content/{}/`",
            kind.noun(),
            kind.folder()
        )
    });
    Diagnostic::new(code, format!("there is no {} `{id}`", kind.noun())).at(file, span).help(help)
}
