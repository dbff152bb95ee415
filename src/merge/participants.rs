//! Who took part in an event, and when its accounts differ on that.
//!
//! An account that leaves somebody out has not denied that he or she was there. So what an account only mentions in its
//! text counts for nothing here, and one that names a part of those whom another names does not contradict it.

use super::choose::Support;
use super::event::{Accounts, lookup};
use crate::model::article::{Account, Reason, Reasoned};
use crate::model::date::EventDate;
use crate::model::difference::{Between, Difference, DifferingValues, Field, Rule};
use crate::model::entry::{Entry, Role, find};
use crate::model::event::{Overlay, Participant};
use crate::model::source::Span;

/// Who took part: the overlay's, else all whom any account names. Who acts in one account is no mere recipient, unless the
/// overlay has it as one.
pub fn participants(
    actors: &[Entry],
    accounts: &Accounts<'_>,
    overlay: Option<&Overlay>,
) -> Vec<Participant> {
    let mut all: Vec<Participant> = Vec::new();
    let mut add = |actor: u32, recipient: bool| match all.iter_mut().find(|known| known.actor == actor) {
        Some(known) => known.recipient &= recipient,
        None => all.push(Participant { actor, recipient }),
    };
    let decided = |ids: Option<&Vec<(String, Span)>>| Some(lookup(actors, ids?).collect::<Vec<u32>>());
    let recipients = decided(overlay.and_then(|overlay| overlay.recipients.as_ref()));
    match decided(overlay.and_then(|overlay| overlay.actors.as_ref())) {
        Some(acting) => acting.into_iter().for_each(|actor| add(actor, false)),
        None => {
            let named = accounts.iter().flat_map(|(_, account)| &account.actors).map(|actor| actor.value);
            let is_recipient = |actor: &u32| recipients.as_ref().is_some_and(|all| all.contains(actor));
            named.filter(|actor| !is_recipient(actor)).for_each(|actor| add(actor, false));
        }
    }
    match recipients {
        Some(all) => all.into_iter().for_each(|actor| add(actor, true)),
        None => {
            let named = accounts.iter().flat_map(|(_, account)| &account.recipients);
            named.for_each(|actor| add(actor.value, true));
        }
    }
    all.sort_by_key(|participant| participant.recipient);
    all
}

/// For whom an actor acted on a date, by its office; any other actor, and a person without an office, for itself.
pub fn acts_for(actors: &[Entry], actor: u32, date: &EventDate) -> u32 {
    let for_whom = |role: &Role| find(actors, &role.on_behalf_of.as_ref()?.0);
    actors[actor as usize].roles_held(date).into_iter().find_map(for_whom).unwrap_or(actor)
}

/// Notes whether accounts differ on who took part, or the editors from them.
pub fn differ(
    actors: &[Entry],
    date: &EventDate,
    shown: &[Participant],
    accounts: &Accounts<'_>,
    overlay: Option<&Overlay>,
) -> Option<Difference> {
    let is_decided = overlay.is_some_and(|overlay| overlay.actors.is_some() || overlay.recipients.is_some());
    let has_reason =
        is_decided && overlay.is_some_and(|overlay| overlay.reasons.of(Field::Participants).next().is_some());
    let mut groups: Vec<Support<Vec<Participant>>> = Vec::new();
    for (at, account) in accounts.iter() {
        let told = as_sides(actors, date, told(account));
        match groups.iter_mut().find(|(known, _)| *known == told) {
            _ if told.is_empty() => {}
            Some((_, by)) => by.push(*at),
            None => groups.push((told, vec![*at])),
        }
    }
    let is_disputed = |(at, one): (usize, &Support<Vec<Participant>>)| {
        groups[at + 1..].iter().any(|other| contradict(&one.0, &other.0))
    };
    let shown = as_sides(actors, date, shown.iter().copied());
    let leaves_out = |told: &[Participant]| !is_within(told, &shown) || have_other_roles(told, &shown);
    let between = if groups.iter().enumerate().any(is_disputed) {
        Between::Accounts
    } else if is_decided && groups.iter().any(|(told, _)| leaves_out(told)) {
        Between::Editors
    } else {
        Between::Nobody
    };
    if between == Between::Nobody && !has_reason {
        return None;
    }
    let rule = if is_decided { Rule::Overlay } else { Rule::Together };
    // The one that is shown comes first.
    groups.sort_by_key(|(told, _)| *told != shown);
    Some(Difference { values: DifferingValues::Participants { shown, given: groups }, rule, between })
}

/// Those who took part by what an account gives, and by its headline.
fn told(account: &Account) -> impl Iterator<Item = Participant> {
    let is_told = |one: &&Reasoned<u32>| match one.reason {
        Reason::Given(_) => true,
        Reason::Words(at) | Reason::PlaceWords(at) => at.end <= account.body.start,
        Reason::Position(_) | Reason::Dateline | Reason::Default => false,
    };
    let of = move |list: &'_ [Reasoned<u32>], recipient| {
        let told = list.iter().filter(is_told).map(|one| Participant { actor: one.value, recipient });
        told.collect::<Vec<_>>()
    };
    of(&account.actors, false).into_iter().chain(of(&account.recipients, true))
}

/// Persons under whom they act for, each once and in one order; who acts is no recipient.
fn as_sides(actors: &[Entry], date: &EventDate, all: impl Iterator<Item = Participant>) -> Vec<Participant> {
    let mut sides: Vec<Participant> =
        all.map(|one| Participant { actor: acts_for(actors, one.actor, date), ..one }).collect();
    sides.sort_by_key(|side| (side.actor, side.recipient));
    sides.dedup_by_key(|side| side.actor);
    sides.sort_by_key(|side| side.recipient);
    sides
}

/// Whether neither names all whom the other names, or one has as acting whom the other has as acted upon.
fn contradict(one: &[Participant], other: &[Participant]) -> bool {
    !is_within(one, other) && !is_within(other, one) || have_other_roles(one, other)
}

fn is_within(part: &[Participant], whole: &[Participant]) -> bool {
    part.iter().all(|one| whole.iter().any(|other| other.actor == one.actor))
}

/// Where one of the two names no recipient at all, it does not say who acted.
fn have_other_roles(one: &[Participant], other: &[Participant]) -> bool {
    let says = |all: &[Participant]| all.iter().any(|side| side.recipient);
    let differs = |a: &Participant| other.iter().any(|b| a.actor == b.actor && a.recipient != b.recipient);
    says(one) && says(other) && one.iter().any(differs)
}
