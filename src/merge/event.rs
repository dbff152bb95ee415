//! One event out of its accounts and its overlay.

use super::attestation::attestation;
use super::choose::{Support, choose, tally};
use super::contacts::contact;
use super::participants::{differ, participants};
use crate::model::article::{Account, Reason, Reasoned};
use crate::model::attestation::Origins;
use crate::model::date::EventDate;
use crate::model::difference::{Between, Difference, DifferingValues, Field, Rule};
use crate::model::entry::{Entry, find};
use crate::model::event::{AccountRef, Event, Overlay, Status};
use crate::model::event_type::EventType;
use crate::model::source::Span;

/// What an event's entries are looked up in.
#[derive(Clone, Copy)]
pub struct Entries<'a> {
    /// Actors, by id.
    pub actors: &'a [Entry],
    /// Topics, by id.
    pub topics: &'a [Entry],
    /// Places, by id.
    pub places: &'a [Entry],
    /// Who had each article first.
    pub origins: &'a Origins,
}

/// Builds the event; `accounts` come earliest article first. Without any it is one that was withdrawn.
pub fn build(
    entries: Entries<'_>,
    id: &str,
    accounts: &Accounts<'_>,
    overlay: Option<(u32, &Overlay)>,
) -> Event {
    let (overlay_index, overlay) = overlay.unzip();
    let mut differences = Vec::new();
    let date = date(accounts, overlay, &mut differences);
    let place = place(entries.places, accounts, overlay, &mut differences);
    let event_type = event_type(accounts, overlay, &mut differences);
    let participants = participants(entries.actors, accounts, overlay);
    differences.extend(differ(entries.actors, &date, &participants, accounts, overlay));
    let attestation = attestation(entries, &date, &participants, accounts);
    let time = overlay.and_then(|overlay| overlay.time).or_else(|| {
        accounts.iter().filter(|(_, account)| account.date == date).find_map(|(_, account)| account.time)
    });
    let all_drafts = !accounts.is_empty() && accounts.iter().all(|(_, account)| account.draft);
    let status = overlay.and_then(|overlay| overlay.status);
    let mut event = Event {
        id: id.to_owned(),
        headline: headline(accounts, overlay),
        date,
        time,
        event_type,
        place,
        participants,
        topics: topics(entries.topics, accounts, overlay),
        accounts: accounts.iter().map(|(at, _)| *at).collect(),
        contact: None,
        differences,
        attestation,
        status: status.unwrap_or(if all_drafts { Status::Draft } else { Status::Published }),
        overlay: overlay_index,
        // Not known from the content: `history` says so.
        published: None,
        changed: None,
    };
    event.contact = contact(entries, &event, accounts, overlay).map(Box::new);
    event
}

/// Accounts by their place.
pub type Accounts<'a> = [(AccountRef, &'a Account)];

fn headline(accounts: &Accounts<'_>, overlay: Option<&Overlay>) -> String {
    if let Some(title) = overlay.and_then(|overlay| overlay.title.clone()) {
        return title;
    }
    let groups = tally(accounts.iter().map(|(at, account)| (account.headline.clone(), *at)));
    choose(&groups, |_| ()).map_or_else(|| "Withdrawn event".to_owned(), |(at, _)| groups[at].0.clone())
}

fn date(accounts: &Accounts<'_>, overlay: Option<&Overlay>, out: &mut Vec<Difference>) -> EventDate {
    let groups = tally(accounts.iter().map(|(at, account)| (account.date.clone(), *at)));
    let chosen = choose(&groups, |date| (date.precision(), date.days()));
    let decided = overlay.and_then(|overlay| overlay.date.clone());
    note(out, &groups, chosen, (decided.as_ref(), has_reason(overlay, Field::Date)), DifferingValues::Date);
    let shown = decided.or_else(|| chosen.map(|(at, _)| groups[at].0.clone()));
    // Only a withdrawn event without accounts has no date at all; it is in no list, and its page shows none.
    shown.unwrap_or_else(EventDate::unknown)
}

fn place(
    places: &[Entry],
    accounts: &Accounts<'_>,
    overlay: Option<&Overlay>,
    out: &mut Vec<Difference>,
) -> Option<u32> {
    // A dateline is where the report was written: it says where the event was only if no account does.
    let given = || accounts.iter().filter_map(|(at, account)| account.place.map(|place| (place, *at)));
    let stated = |place: &Reasoned<u32>| place.reason != Reason::Dateline;
    let any_stated = given().any(|(place, _)| stated(&place));
    let groups =
        tally(given().filter(|(place, _)| !any_stated || stated(place)).map(|(place, at)| (place.value, at)));
    let chosen = choose(&groups, |_| ());
    let decided = overlay.and_then(|overlay| overlay.place.as_ref()).and_then(|(id, _)| find(places, id));
    note(out, &groups, chosen, (decided.as_ref(), has_reason(overlay, Field::Place)), DifferingValues::Place);
    decided.or_else(|| chosen.map(|(at, _)| groups[at].0))
}

fn event_type(accounts: &Accounts<'_>, overlay: Option<&Overlay>, out: &mut Vec<Difference>) -> EventType {
    // An account whose words point to no type has no say where another's do.
    let stated = |account: &Account| account.event_type.reason != Reason::Default;
    let any_stated = accounts.iter().any(|(_, account)| stated(account));
    let given = accounts.iter().filter(|(_, account)| !any_stated || stated(account));
    let groups = tally(given.map(|(at, account)| (account.event_type.value, *at)));
    let chosen = choose(&groups, |_| ());
    let decided = overlay.and_then(|overlay| overlay.event_type);
    note(out, &groups, chosen, (decided.as_ref(), has_reason(overlay, Field::Type)), DifferingValues::Type);
    decided.or_else(|| chosen.map(|(at, _)| groups[at].0)).unwrap_or(EventType::Statement)
}

/// Whether the editor says why a field is as the overlay has it.
fn has_reason(overlay: Option<&Overlay>, field: Field) -> bool {
    overlay.is_some_and(|overlay| overlay.reasons.of(field).next().is_some())
}

/// Notes a difference, the shown value first. `decided` is what the editor says, and whether with a reason.
fn note<T: PartialEq + Clone>(
    out: &mut Vec<Difference>,
    groups: &[Support<T>],
    chosen: Option<(usize, Rule)>,
    decided: (Option<&T>, bool),
    values: impl Fn(Vec<Support<T>>) -> DifferingValues,
) {
    let (decided, has_reason) = decided;
    let overruled = decided.is_some_and(|value| groups.iter().any(|group| group.0 != *value));
    let between = if groups.len() > 1 {
        Between::Accounts
    } else if overruled {
        Between::Editors
    } else if decided.is_some() && has_reason {
        Between::Nobody
    } else {
        return;
    };
    let (shown, rule) = match decided {
        Some(value) => (groups.iter().position(|group| group.0 == *value), Rule::Overlay),
        None => (chosen.map(|(at, _)| at), chosen.map_or(Rule::EarliestArticle, |(_, rule)| rule)),
    };
    let mut sorted = groups.to_vec();
    if let Some(shown) = shown {
        let first = sorted.remove(shown);
        sorted.insert(0, first);
    }
    out.push(Difference { values: values(sorted), rule, between });
}

fn topics(known: &[Entry], accounts: &Accounts<'_>, overlay: Option<&Overlay>) -> Vec<u32> {
    let mut topics: Vec<u32> = match overlay.and_then(|overlay| overlay.topics.as_ref()) {
        Some(ids) => lookup(known, ids).collect(),
        None => accounts.iter().flat_map(|(_, account)| &account.topics).map(|topic| topic.value).collect(),
    };
    let mut seen = std::collections::HashSet::new();
    topics.retain(|topic| seen.insert(*topic));
    topics
}

/// Those of the entries that the ids name.
pub fn lookup<'a>(entries: &'a [Entry], ids: &'a [(String, Span)]) -> impl Iterator<Item = u32> + 'a {
    ids.iter().filter_map(|(id, _)| find(entries, id))
}
