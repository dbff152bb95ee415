//! An edit that moves no event: the timeline is changed in place.
//!
//! Most edits change words. They leave every event at its place in the order,
//! every address where it is, and the numbers of articles as they are; then the
//! events that the edited files tell of are built anew, and nothing else is.
//! Whatever would change more than that is no patch, and everything is merged
//! anew: a new or lost id, another date, status or publisher, old ids.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::event::{Entries, build};
use super::{drop_drafts, sort_accounts};
use crate::model::article::{Account, Article};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::{AccountRef, Event, Overlay};
use crate::model::source::Span;
use crate::model::timeline::Timeline;

/// Articles, overlays and events that take the places of those before them, by index.
#[derive(Debug, Default)]
pub struct Patch {
    articles: BTreeMap<u32, Article>,
    overlays: BTreeMap<u32, Overlay>,
    events: BTreeMap<u32, Event>,
}

/// The patch that edited articles and overlays make, if they make no more than that. `event_at` finds a shown event by its id.
pub fn patch(
    timeline: &Timeline,
    event_at: impl Fn(&str) -> Option<u32>,
    mut articles: Vec<Article>,
    overlays: Vec<Overlay>,
    with_drafts: bool,
) -> Option<Patch> {
    let count = articles.len();
    if !with_drafts {
        drop_drafts(&mut articles);
    }
    if articles.len() != count {
        return None;
    }
    let mut patch = Patch::default();
    let mut ids = BTreeSet::new();
    for article in articles {
        let at = timeline.articles.binary_search_by(|known| known.meta.id.cmp(&article.meta.id)).ok()?;
        let before = &timeline.articles[at];
        if !is_same_but_for_words(before, &article) {
            return None;
        }
        ids.extend(before.accounts.iter().chain(&article.accounts).map(|account| account.event_id.clone()));
        patch.articles.insert(index(at), article);
    }
    for overlay in overlays {
        let at = timeline.overlays.binary_search_by(|known| known.id.cmp(&overlay.id)).ok()?;
        let before = &timeline.overlays[at];
        let has_old_ids = !before.redirect_from.is_empty() || !overlay.redirect_from.is_empty();
        let has_other_links = ids_of(&before.answers).ne(ids_of(&overlay.answers));
        let moves = before.source.path != overlay.source.path || before.status != overlay.status;
        let words = [before, &overlay].map(|one| one.agreement.as_ref().map(|agreement| agreement.words()));
        if moves || has_old_ids || has_other_links || words[0] != words[1] {
            return None;
        }
        ids.insert(overlay.id.clone());
        patch.overlays.insert(index(at), overlay);
    }
    let count = ids.len();
    for id in ids {
        let at = event_at(&id)?;
        let event = patch.rebuild(timeline, at)?;
        if !keeps_its_place(timeline, timeline.event(at), &event, count) {
            return None;
        }
        patch.events.insert(at, event);
    }
    Some(patch)
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether what addresses, publishers and the order of accounts are made of is the same.
fn is_same_but_for_words(before: &Article, after: &Article) -> bool {
    let is_published = |article: &Article| {
        article.accounts.is_empty() || article.accounts.iter().any(|account| !account.draft)
    };
    let (a, b) = (&before.meta, &after.meta);
    a.source.path == b.source.path
        && a.publisher == b.publisher
        && a.published == b.published
        && a.origin == b.origin
        && a.redirect_from.is_empty()
        && b.redirect_from.is_empty()
        && is_published(before) == is_published(after)
        && stances(before) == stances(after)
        && answers(before).eq(answers(after))
        && agreements(before).eq(agreements(after))
}

/// Who states a position on what, of which pages are made.
fn stances(article: &Article) -> Vec<(&str, u32, u32)> {
    let of = |account: &Account| {
        let positions = account.positions.iter().map(|position| (position.actor, position.topic));
        positions.collect::<Vec<_>>()
    };
    let accounts = article.accounts.iter();
    accounts
        .flat_map(|account| {
            of(account).into_iter().map(move |(actor, topic)| (account.event_id.as_str(), actor, topic))
        })
        .collect()
}

/// Which event answers which.
fn answers(article: &Article) -> impl Iterator<Item = (&str, &str)> {
    article
        .accounts
        .iter()
        .flat_map(|account| ids_of(&account.answers).map(|id| (account.event_id.as_str(), id)))
}

/// What is said of agreements, which many pages show.
fn agreements(article: &Article) -> impl Iterator<Item = (&str, Vec<&str>)> {
    article.accounts.iter().filter_map(|account| {
        account.agreement.as_ref().map(|agreement| (account.event_id.as_str(), agreement.words()))
    })
}

fn ids_of(ids: &[(String, Span)]) -> impl Iterator<Item = &str> {
    ids.iter().map(|(id, _)| id.as_str())
}

/// Whether order and addresses are not touched by the change of one event, where at most `count` events change.
fn keeps_its_place(timeline: &Timeline, before: &Event, after: &Event, count: usize) -> bool {
    // A list becomes or ceases to be split, and a type gets or loses its page, only at these bounds.
    let longest = timeline.config.options.longest_list;
    let may_change = |list: &[u32]| list.len() + count <= longest;
    let types = [before, after].map(|event| timeline.events_of_type(event.event_type));
    let keeps_type = before.event_type == after.event_type
        || types.iter().all(|list| may_change(list)) && types[0].len() > count && !types[1].is_empty();
    // A year has a page of contacts as long as it has one.
    let keeps_contact = before.contact.is_some() == after.contact.is_some()
        || contacts_in(timeline, before.date.first().year()) > count;
    let differing = &timeline.index.differing;
    let keeps_differences =
        is_disputed(before) == is_disputed(after) || may_change(differing) && differing.len() > count;
    let entries_before: BTreeSet<EntryRef> = entries(before).collect();
    let entries_after: BTreeSet<EntryRef> = entries(after).collect();
    before.date == after.date
        && before.time == after.time
        && before.status == after.status
        && keeps_contact
        && keeps_differences
        // Each class has pages of its own, which come and go with their events.
        && before.attestation.classes().eq(after.attestation.classes())
        && keeps_type
        && entries_before.symmetric_difference(&entries_after).all(|at| may_change(timeline.events_of(*at)))
}

/// Whether it stands among what sources differ on.
fn is_disputed(event: &Event) -> bool {
    event.disputed().next().is_some()
}

fn contacts_in(timeline: &Timeline, year: i32) -> usize {
    let is_in_year = |at: u32| timeline.event(at).date.first().year() == year;
    timeline.contacts().filter(|(at, _)| is_in_year(*at)).count()
}

/// Every entry in whose list an event stands.
fn entries(event: &Event) -> impl Iterator<Item = EntryRef> {
    let of = |kind: EntryKind| move |index: u32| EntryRef { kind, index };
    let actors = event.participants.iter().map(|participant| participant.actor).map(of(EntryKind::Actor));
    let topics = event.topics.iter().copied().map(of(EntryKind::Topic));
    actors.chain(topics).chain(event.place.map(of(EntryKind::Place)))
}

impl Patch {
    /// The event at an index as the edited files make it; `None` if no account is left of it.
    fn rebuild(&self, timeline: &Timeline, at: u32) -> Option<Event> {
        let event = timeline.event(at);
        let is_edited = |article: &u32| self.articles.contains_key(article);
        let article = |at: u32| self.articles.get(&at).unwrap_or_else(|| timeline.article(at));
        let mut refs: Vec<AccountRef> =
            event.accounts.iter().filter(|at| !is_edited(&at.article)).copied().collect();
        for (article, edited) in &self.articles {
            let accounts = (0u32..).zip(&edited.accounts).filter(|(_, account)| account.event_id == event.id);
            refs.extend(accounts.map(|(account, _)| AccountRef { article: *article, account }));
        }
        sort_accounts(&mut refs, article);
        let accounts: Vec<(AccountRef, &Account)> =
            refs.iter().map(|at| (*at, &article(at.article).accounts[at.account as usize])).collect();
        let overlay =
            event.overlay.map(|at| (at, self.overlays.get(&at).unwrap_or(&timeline.overlays[at as usize])));
        let entries = Entries {
            actors: &timeline.actors,
            topics: &timeline.topics,
            places: &timeline.places,
            origins: &timeline.index.origins,
        };
        (!accounts.is_empty()).then(|| build(entries, &event.id, &accounts, overlay))
    }

    /// The events that are built anew.
    pub fn events(&self) -> Vec<u32> {
        self.events.keys().copied().collect()
    }

    /// The articles that are new.
    pub fn articles(&self) -> Vec<u32> {
        self.articles.keys().copied().collect()
    }

    /// Puts everything in its place. Returns whether an event has other actors than before.
    pub fn apply(self, timeline: &mut Timeline) -> bool {
        let mut other_actors = false;
        for (at, article) in self.articles {
            timeline.articles[at as usize] = article;
        }
        for (at, overlay) in self.overlays {
            timeline.overlays[at as usize] = overlay;
        }
        for (at, event) in self.events {
            let before = std::mem::replace(&mut timeline.events[at as usize], event);
            let after = timeline.event(at).clone();
            let actors =
                |event: &Event| event.participants.iter().map(|one| one.actor).collect::<BTreeSet<_>>();
            other_actors |= actors(&before) != actors(&after);
            for entry in entries(&before) {
                remove(list(timeline, entry), at);
            }
            for actor in before.contact.iter().flat_map(|contact| contact.actors()) {
                remove(&mut timeline.index.contacts[actor as usize], at);
            }
            remove(&mut timeline.index.types[before.event_type as usize], at);
            if is_disputed(&before) {
                remove(&mut timeline.index.differing, at);
            }
            if is_disputed(&after) {
                insert(&mut timeline.index.differing, at);
            }
            for entry in entries(&after) {
                insert(list(timeline, entry), at);
            }
            for actor in after.contact.iter().flat_map(|contact| contact.actors()) {
                insert(&mut timeline.index.contacts[actor as usize], at);
            }
            insert(&mut timeline.index.types[after.event_type as usize], at);
        }
        other_actors
    }
}

fn list(timeline: &mut Timeline, entry: EntryRef) -> &mut Vec<u32> {
    let lists = match entry.kind {
        EntryKind::Actor => &mut timeline.index.actors,
        EntryKind::Topic => &mut timeline.index.topics,
        EntryKind::Place => &mut timeline.index.places,
    };
    &mut lists[entry.index as usize]
}

fn remove(list: &mut Vec<u32>, at: u32) {
    list.retain(|known| *known != at);
}

fn insert(list: &mut Vec<u32>, at: u32) {
    if let Err(position) = list.binary_search(&at) {
        list.insert(position, at);
    }
}
