//! Accounts -> events -> the timeline.
//!
//! Accounts with one id are one event. Where they differ, every value is kept
//! with its accounts, and one is chosen by rule to be shown first. Nothing is
//! merged by guess: likely duplicates are only reported. The order of the input
//! files changes nothing. An edit that moves no event is a [`Patch`] of the
//! timeline, and gives what merging everything anew would give. No IO.

mod agreements;
mod attestation;
mod choose;
mod contacts;
mod duplicates;
mod event;
mod index;
mod participants;
mod patch;
mod threads;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, nearest};
use crate::model::article::Article;
use crate::model::config::Config;
use crate::model::date::EventOrder;
use crate::model::entry::Entry;
use crate::model::event::{AccountRef, Overlay, Status};
use crate::model::publisher::PublisherEntry;
use crate::model::timeline::{PlainPage, Timeline};

use event::Entries;

pub use contacts::rules as contact_rules;
pub use duplicates::LikelyDuplicates;
pub use patch::{Patch, patch};

/// What is merged. Every list is sorted by id and holds each id once.
#[derive(Debug, Default, Clone)]
pub struct Parts {
    /// The site's settings.
    pub config: Config,
    /// Actors.
    pub actors: Vec<Entry>,
    /// Topics.
    pub topics: Vec<Entry>,
    /// Places.
    pub places: Vec<Entry>,
    /// What is known of publishers.
    pub publishers: Vec<PublisherEntry>,
    /// Articles.
    pub articles: Vec<Article>,
    /// Overlays.
    pub overlays: Vec<Overlay>,
    /// Plain pages.
    pub pages: Vec<PlainPage>,
}

/// Merges everything to one timeline. Drafts are left out unless they are asked for.
pub fn merge(mut parts: Parts, with_drafts: bool) -> (Timeline, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut draft_ids = if with_drafts { HashSet::new() } else { drop_drafts(&mut parts.articles) };
    let groups = group(&parts.articles);
    let mut events = Vec::with_capacity(groups.len());
    let mut withdrawn = Vec::new();
    let overlays: HashMap<&str, u32> =
        (0u32..).zip(&parts.overlays).map(|(index, overlay)| (overlay.id.as_str(), index)).collect();
    let origins = attestation::origins(&parts.articles, &parts.publishers);
    let entries =
        Entries { actors: &parts.actors, topics: &parts.topics, places: &parts.places, origins: &origins };
    let build = |(id, accounts): &(String, Vec<AccountRef>)| {
        let overlay = overlays.get(id.as_str()).map(|at| (*at, &parts.overlays[*at as usize]));
        let account =
            |at: &AccountRef| (*at, &parts.articles[at.article as usize].accounts[at.account as usize]);
        let accounts: Vec<_> = accounts.iter().map(account).collect();
        event::build(entries, id, &accounts, overlay)
    };
    for event in groups.par_iter().map(build).collect::<Vec<_>>() {
        match event.status {
            Status::Withdrawn => withdrawn.push(event),
            Status::Draft if !with_drafts => {
                draft_ids.insert(event.id);
            }
            _ => events.push(event),
        }
    }
    for (index, overlay) in (0u32..).zip(&parts.overlays) {
        let has_accounts = groups.binary_search_by(|(id, _)| id.cmp(&overlay.id)).is_ok();
        if has_accounts || draft_ids.contains(&overlay.id) {
            continue;
        }
        if overlay.status == Some(Status::Withdrawn) {
            withdrawn.push(event::build(entries, &overlay.id, &[], Some((index, overlay))));
        } else {
            diagnostics.push(unknown_event(overlay, &parts.overlays, &groups));
        }
    }
    events.par_sort_by(|a, b| {
        EventOrder::new(&a.date, a.time, &a.id).cmp(&EventOrder::new(&b.date, b.time, &b.id))
    });
    withdrawn.sort_by(|a, b| a.id.cmp(&b.id));
    let hidden = withdrawn.iter().map(|event| event.id.as_str()).chain(draft_ids.iter().map(String::as_str));
    let known = threads::Known::new(&events, hidden.collect(), &parts.overlays);
    let (threads, unknown) = threads::link(&known, &parts.articles);
    let (agreements, wrong) = agreements::collect(&known, &parts.articles, &parts.actors);
    diagnostics.extend(unknown.into_iter().chain(wrong));
    (index::timeline(parts, events, withdrawn, (threads, agreements), origins), diagnostics)
}

/// Takes draft accounts out, and articles that are nothing but drafts. Returns the ids of events that lost accounts.
fn drop_drafts(articles: &mut Vec<Article>) -> HashSet<String> {
    let mut ids = HashSet::new();
    articles.retain_mut(|article| {
        let had_accounts = !article.accounts.is_empty();
        article.accounts.retain(|account| {
            if account.draft {
                ids.insert(account.event_id.clone());
            }
            !account.draft
        });
        !had_accounts || !article.accounts.is_empty()
    });
    ids
}

/// The accounts of each event, by id; those of the earliest article first.
fn group(articles: &[Article]) -> Vec<(String, Vec<AccountRef>)> {
    let mut groups: HashMap<&str, Vec<AccountRef>> = HashMap::new();
    for (article_index, article) in (0u32..).zip(articles) {
        for (account_index, account) in (0u32..).zip(&article.accounts) {
            let at = AccountRef { article: article_index, account: account_index };
            groups.entry(&account.event_id).or_default().push(at);
        }
    }
    let mut groups: Vec<(String, Vec<AccountRef>)> = groups
        .into_iter()
        .map(|(id, mut accounts)| {
            sort_accounts(&mut accounts, |article| &articles[article as usize]);
            (id.to_owned(), accounts)
        })
        .collect();
    groups.par_sort_by(|a, b| a.0.cmp(&b.0));
    groups
}

/// Those of the earliest article first, those of one without a date last.
fn sort_accounts<'a>(accounts: &mut [AccountRef], article: impl Fn(u32) -> &'a Article) {
    accounts.sort_by_cached_key(|at| {
        let date = article(at.article).meta.published.as_ref();
        (date.is_none(), date.map(|date| (date.first(), date.days())), *at)
    });
}

fn unknown_event(
    overlay: &Overlay,
    overlays: &[Overlay],
    groups: &[(String, Vec<AccountRef>)],
) -> Diagnostic {
    let id = &overlay.id;
    let is_now = |other: &&Overlay| other.redirect_from.iter().any(|(old, _)| old == id);
    if let Some(now) = overlays.iter().find(is_now) {
        let (path, to) = (&overlay.source.path, &now.source.path);
        let old: Vec<&str> = overlay.redirect_from.iter().map(|(old, _)| old.as_str()).collect();
        let help = match old.as_slice() {
            [] => format!("move what it says to `{to}`, and delete it"),
            old => format!(
                "add {} to `redirect_from` in `{to}`, move what else it says, and delete it",
                old.join(", ")
            ),
        };
        let message = format!("`{id}` leads to `{}` now, and has no overlay of its own", now.id);
        return Diagnostic::new(Code::UnknownEvent, message).in_file(path).help(help);
    }
    let help = match nearest(id, groups.iter().map(|(id, _)| id.as_str())) {
        Some(near) => format!("did you mean `{near}.md`? A withdrawn event needs `status: withdrawn`"),
        None => "name the file after an event's id; a withdrawn event needs `status: withdrawn`".to_owned(),
    };
    Diagnostic::new(Code::UnknownEvent, format!("no account tells of an event `{id}`"))
        .in_file(&overlay.source.path)
        .help(help)
}

/// Each once, in the order in which they come.
fn unique(all: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut seen = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}
