//! Entries: the actors, topics and places that have a page of their own.

use std::cmp::Reverse;

use super::date::EventDate;
use super::source::{SourceFile, Span};

/// Which of the three kinds an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Person, state, organisation or group.
    Actor,
    /// What is at issue.
    Topic,
    /// Where things happen.
    Place,
}

impl EntryKind {
    /// All three, in the order of the pages.
    pub const ALL: [EntryKind; 3] = [Self::Actor, Self::Topic, Self::Place];

    /// In a sentence: `actor`.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Topic => "topic",
            Self::Place => "place",
        }
    }

    /// The folder in `content/` and the first part of the URL: `actors`.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Actor => "actors",
            Self::Topic => "topics",
            Self::Place => "places",
        }
    }
}

/// An entry by kind and by its index in the timeline's list of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryRef {
    /// Which list.
    pub kind: EntryKind,
    /// Which one in it; the lists are sorted by id.
    pub index: u32,
}

/// What actors, topics and places have in common.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file's stem: a slug.
    pub id: String,
    /// The name that pages show.
    pub name: String,
    /// Other names by which prose may call it, with where they stand in the file.
    pub aliases: Vec<(String, Span)>,
    /// Where `name:` stands in the file.
    pub name_span: Span,
    /// Wikidata item, `Q…`.
    pub wikidata: Option<String>,
    /// Ids that it bore before.
    pub redirect_from: Vec<(String, Span)>,
    /// The file.
    pub source: SourceFile,
    /// The description: a part of the file, Markdown.
    pub body: Span,
    /// What only this kind has.
    pub details: Details,
}

/// What only one kind of entry has.
#[derive(Debug, Clone)]
pub enum Details {
    /// Of an actor.
    Actor {
        /// Person, state, organisation or group.
        kind: ActorKind,
        /// ISO 3166-1 alpha-2 code.
        country: Option<String>,
        /// Offices over time, in the order of the file.
        roles: Vec<Role>,
        /// A picture of it.
        portrait: Option<Portrait>,
    },
    /// A topic has nothing more.
    Topic,
    /// Of a place.
    Place {
        /// ISO 3166-1 alpha-2 code.
        country: Option<String>,
        /// Latitude and longitude in degrees (WGS 84), as decimal text so that no digit is made up.
        coordinates: Option<(String, String)>,
    },
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A state.
    State,
    /// An organisation: international, a party, a company, a ministry.
    Organisation,
    /// A looser group: a coalition, an alliance, an armed group.
    Group,
}

impl ActorKind {
    /// All kinds.
    pub const ALL: [ActorKind; 4] = [Self::Person, Self::State, Self::Organisation, Self::Group];

    /// The value in the front matter, which pages show too.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Group => "group",
        }
    }

    /// As the heading of a list of such actors.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::State => "States",
            Self::Organisation => "Organisations",
            Self::Group => "Groups",
        }
    }
}

/// A picture of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// Its address: `/images/x.jpg`, with its place in the file.
    pub file: (String, Span),
    /// What it shows, in words.
    pub alt: String,
    /// Who made it, and under what terms it is shown.
    pub credit: Option<String>,
}

/// An office that an actor held for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// `President of Russia`.
    pub title: String,
    /// Id of the actor for whom it was held, with its place in the file.
    pub on_behalf_of: Option<(String, Span)>,
    /// Since when; unknown or always if not given.
    pub from: Option<EventDate>,
    /// Until when; unknown or still if not given.
    pub to: Option<EventDate>,
}

impl Role {
    /// Whether the office may have been held on some day of the date.
    pub fn held_on(&self, date: &EventDate) -> bool {
        self.from.as_ref().is_none_or(|from| from.first() <= date.last())
            && self.to.as_ref().is_none_or(|to| to.last() >= date.first())
    }
}

impl Entry {
    /// Name and aliases, with where they stand.
    pub fn names(&self) -> impl Iterator<Item = (&str, Span)> {
        std::iter::once((self.name.as_str(), self.name_span))
            .chain(self.aliases.iter().map(|(alias, span)| (alias.as_str(), *span)))
    }

    /// The offices that an actor held on a date: where the date is no day, those held through all of it first; of several,
    /// those first that began last, for one that ends and one that begins in the same month or year have its days in common.
    pub fn roles_held(&self, date: &EventDate) -> Vec<&Role> {
        let mut roles: Vec<&Role> = self.roles().iter().filter(|role| role.held_on(date)).collect();
        roles.sort_by_key(|role| {
            let from = role.from.as_ref().is_none_or(|from| from.first() <= date.first());
            let to = role.to.as_ref().is_none_or(|to| to.last() >= date.last());
            (!(from && to), Reverse(role.from.as_ref().map(EventDate::first)))
        });
        roles
    }

    /// Offices, for an actor.
    pub fn roles(&self) -> &[Role] {
        match &self.details {
            Details::Actor { roles, .. } => roles,
            _ => &[],
        }
    }

    /// The picture of an actor.
    pub fn portrait(&self) -> Option<&Portrait> {
        match &self.details {
            Details::Actor { portrait, .. } => portrait.as_ref(),
            _ => None,
        }
    }
}

/// The index of the entry with this id in a list sorted by id.
pub fn find(entries: &[Entry], id: &str) -> Option<u32> {
    let at = entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()?;
    u32::try_from(at).ok()
}
