//! Who met whom: an event -> a contact, by rules that stand here and nowhere else.
//!
//! A contact is an event of type `consult` or `mediate`, or one of any type whose `channel` an editor gives. It has
//! to be between at least two sides. What no rule gives is not known, and is not guessed. The README shows the rules;
//! a test holds it to them.

use super::event::{Accounts, Entries};
use super::participants::acts_for;
use super::unique;
use crate::model::article::{Account, Reason};
use crate::model::contact::{ByRule, Channel, Contact, GivenContact, Level, Side};
use crate::model::contact_words;
use crate::model::entry::{Details, Entry, Role, find};
use crate::model::event::{Event, Overlay};
use crate::model::event_type::EventType;

/// A rule: what it gives, if it applies. Of each list the first that applies counts.
struct Rule<T> {
    id: &'static str,
    /// Why it applies, for `--explain`.
    why: &'static str,
    find: fn(&Facts<'_>) -> Option<T>,
}

const GIVEN: &str = "an overlay or a heading says so";

const CHANNEL: [Rule<Channel>; 5] = [
    Rule { id: "given", why: GIVEN, find: |facts| facts.given(|given, _| given.channel) },
    Rule {
        id: "mediated",
        why: "the type is `mediate`, or there is a mediator",
        find: |facts| facts.is_mediated().then_some(Channel::ThirdParty),
    },
    Rule {
        id: "many-sides",
        why: "three sides or more take part",
        find: |facts| (facts.sides.len() > 2).then_some(Channel::Multilateral),
    },
    Rule {
        id: "headline",
        why: "the headline has words of it",
        find: |facts| facts.accounts().find_map(|account| account.contact.headline),
    },
    Rule {
        id: "text",
        why: "the first paragraph has words of it",
        find: |facts| facts.accounts().find_map(|account| account.contact.text),
    },
];

const LEVEL: [Rule<Level>; 2] = [
    Rule { id: "given", why: GIVEN, find: |facts| facts.given(|given, _| given.level) },
    Rule { id: "offices", why: "the offices held on that day", find: |facts| facts.level_of_offices() },
];

const HOST: [Rule<u32>; 2] = [
    Rule { id: "given", why: GIVEN, find: |facts| facts.given_host() },
    Rule { id: "country", why: "the place is in its country", find: |facts| facts.host_by_country() },
];

const MEDIATORS: [Rule<Vec<u32>>; 2] = [
    Rule { id: "given", why: GIVEN, find: |facts| facts.given_mediators() },
    Rule {
        id: "recipients",
        why: "those who act are not those between whom it is done",
        find: |facts| facts.mediators_by_recipients(),
    },
];

/// All rules, by what they give, in the order in which they are tried: the id of each, and why it applies.
pub fn rules() -> Vec<(&'static str, Vec<(&'static str, &'static str)>)> {
    fn told<T>(rules: &[Rule<T>]) -> Vec<(&'static str, &'static str)> {
        rules.iter().map(|rule| (rule.id, rule.why)).collect()
    }
    vec![
        ("channel", told(&CHANNEL)),
        ("level", told(&LEVEL)),
        ("host", told(&HOST)),
        ("mediator", told(&MEDIATORS)),
    ]
}

fn first<T>(rules: &[Rule<T>], facts: &Facts<'_>) -> Option<ByRule<T>> {
    rules.iter().find_map(|rule| Some(ByRule { value: (rule.find)(facts)?, rule: rule.id }))
}

/// The contact that an event is, if it is one.
pub fn contact(
    entries: Entries<'_>,
    event: &Event,
    accounts: &Accounts<'_>,
    overlay: Option<&Overlay>,
) -> Option<Contact> {
    let mut facts = Facts { entries, event, accounts, overlay, sides: Vec::new(), mediators: Vec::new() };
    if !facts.is_contact() {
        return None;
    }
    let mediators = first(&MEDIATORS, &facts).filter(|found| !found.value.is_empty());
    let mediator_rule = mediators.as_ref().map(|found| found.rule);
    facts.mediators = mediators.map(|found| found.value).unwrap_or_default();
    facts.sides = facts.sides();
    if facts.sides.is_empty() || facts.sides.len() + facts.mediators.len() < 2 || facts.is_unclear() {
        return None;
    }
    Some(Contact {
        channel: first(&CHANNEL, &facts),
        level: first(&LEVEL, &facts),
        host: first(&HOST, &facts),
        sides: facts.sides,
        mediators: facts.mediators,
        mediator_rule,
    })
}

/// What rules look at.
struct Facts<'a> {
    entries: Entries<'a>,
    event: &'a Event,
    accounts: &'a Accounts<'a>,
    overlay: Option<&'a Overlay>,
    sides: Vec<Side>,
    mediators: Vec<u32>,
}

impl<'a> Facts<'a> {
    fn accounts(&self) -> impl Iterator<Item = &'a Account> {
        self.accounts.iter().map(|(_, account)| *account)
    }

    /// What an editor gives: the overlay first, then the account of the earliest article that does.
    fn given<T>(&self, value: impl Fn(&'a GivenContact, Entries<'a>) -> Option<T>) -> Option<T> {
        let of_accounts = self.accounts().map(|account| &account.contact.given);
        let mut all = self.overlay.iter().map(|overlay| &overlay.contact).chain(of_accounts);
        all.find_map(|given| value(given, self.entries))
    }

    fn is_contact(&self) -> bool {
        let said = self.given(|given, _| {
            let is_said = given.is_none || given.channel.is_some();
            is_said.then_some(!given.is_none)
        });
        said.unwrap_or(matches!(self.event.event_type, EventType::Consult | EventType::Mediate))
    }

    fn is_mediated(&self) -> bool {
        self.event.event_type == EventType::Mediate || !self.mediators.is_empty()
    }

    /// Where it is not known which of several mediates, it is not known either who was in contact with whom.
    fn is_unclear(&self) -> bool {
        let is_said = self.given(|given, _| given.channel).is_some();
        let mediates = self.event.event_type == EventType::Mediate && self.mediators.is_empty();
        mediates && self.sides.len() > 2 && !is_said
    }

    fn given_host(&self) -> Option<u32> {
        let host = self.given(|given, entries| find(entries.actors, &given.host.as_ref()?.0))?;
        Some(self.side_of(host))
    }

    fn given_mediators(&self) -> Option<Vec<u32>> {
        let ids = self.given(|given, _| given.mediators.as_ref())?;
        let sides = ids.iter().filter_map(|(id, _)| find(self.entries.actors, id)).map(|at| self.side_of(at));
        Some(unique(sides))
    }

    /// Who mediates acts, and those between whom it does so are the recipients.
    fn mediators_by_recipients(&self) -> Option<Vec<u32>> {
        let all = &self.event.participants;
        if self.event.event_type != EventType::Mediate || all.iter().all(|one| !one.recipient) {
            return None;
        }
        let sides = |recipient| {
            let of_kind = all.iter().filter(move |one| one.recipient == recipient);
            unique(of_kind.map(|one| self.side_of(one.actor)))
        };
        let recipients = sides(true);
        Some(sides(false).into_iter().filter(|side| !recipients.contains(side)).collect())
    }

    /// Those who take part, persons under whom they act for.
    fn sides(&self) -> Vec<Side> {
        let mut sides: Vec<Side> = Vec::new();
        for participant in &self.event.participants {
            let actor = self.side_of(participant.actor);
            if self.mediators.contains(&actor) {
                continue;
            }
            let at = sides.iter().position(|side| side.actor == actor).unwrap_or_else(|| {
                sides.push(Side { actor, persons: Vec::new() });
                sides.len() - 1
            });
            if self.is_person(participant.actor) {
                sides[at].persons.push(participant.actor);
            }
        }
        sides
    }

    fn is_person(&self, actor: u32) -> bool {
        use crate::model::entry::ActorKind::Person;
        matches!(self.entry(actor).details, Details::Actor { kind: Person, .. })
    }

    fn entry(&self, actor: u32) -> &'a Entry {
        &self.entries.actors[actor as usize]
    }

    /// For whom a person acted on that day; any other actor, and a person without an office, for itself.
    fn side_of(&self, actor: u32) -> u32 {
        acts_for(self.entries.actors, actor, &self.event.date)
    }

    /// The highest office of each side that has persons, and of these the lowest: at that level they meet.
    fn level_of_offices(&self) -> Option<Level> {
        // An office of another side tells nothing of this contact.
        let is_for = |role: &Role, side: u32| {
            role.on_behalf_of.as_ref().is_none_or(|(id, _)| find(self.entries.actors, id) == Some(side))
        };
        let of_person = |person: &u32, side: u32| {
            let roles = self.entry(*person).roles_held(&self.event.date);
            let own = roles.into_iter().filter(|role| is_for(role, side));
            own.filter_map(|role| contact_words::level(&role.title)).min()
        };
        let of_side =
            |side: &Side| side.persons.iter().filter_map(|person| of_person(person, side.actor)).min();
        self.sides.iter().filter_map(of_side).max()
    }

    /// The side or mediator in whose country the place is, if the place is said, and is not only the dateline.
    fn host_by_country(&self) -> Option<u32> {
        let of_call = first(&CHANNEL, self).is_some_and(|channel| channel.value == Channel::Call);
        let is_said = self.overlay.is_some_and(|overlay| overlay.place.is_some())
            || self
                .accounts()
                .filter_map(|account| account.place)
                .any(|place| place.reason != Reason::Dateline);
        if of_call || !is_said {
            return None;
        }
        let place = &self.entries.places[self.event.place? as usize];
        let Details::Place { country: Some(country), .. } = &place.details else { return None };
        let is_of_country = |actor: &u32| match &self.entry(*actor).details {
            Details::Actor { country: Some(own), .. } => own == country,
            _ => false,
        };
        let mut all = self.sides.iter().map(|side| side.actor).chain(self.mediators.iter().copied());
        all.find(is_of_country)
    }
}
