//! The merged model of a whole site, and its indices.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{Datelike, NaiveDate};

use super::agreement::{Agreement, Agreements};
use super::article::{Account, Article, Position};
use super::attestation::{Attested, Origins};
use super::config::Config;
use super::contact::Contact;
use super::data_format::Dataset;
use super::entry::{Entry, EntryKind, EntryRef};
use super::event::{AccountRef, Event, Overlay};
use super::event_type::EventType;
use super::publisher::{Publisher, PublisherEntry, publisher_slug};
use super::source::{SourceFile, Span};

/// Everything that pages are made of. Lists are sorted; indices point into them.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The site's settings.
    pub config: Config,
    /// Actors, by id.
    pub actors: Vec<Entry>,
    /// Topics, by id.
    pub topics: Vec<Entry>,
    /// Places, by id.
    pub places: Vec<Entry>,
    /// Articles, by id.
    pub articles: Vec<Article>,
    /// Publishers, by id.
    pub publishers: Vec<Publisher>,
    /// What is known of publishers, by id.
    pub publisher_entries: Vec<PublisherEntry>,
    /// Overlays, by id.
    pub overlays: Vec<Overlay>,
    /// Plain pages, by id.
    pub pages: Vec<PlainPage>,
    /// Events that are shown, in the order of time.
    pub events: Vec<Event>,
    /// Withdrawn events, by id.
    pub withdrawn: Vec<Event>,
    /// Which events each entry is in.
    pub index: Index,
}

/// Indices of events in order of time, by what they have in common.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// By actor.
    pub actors: Vec<Vec<u32>>,
    /// By topic.
    pub topics: Vec<Vec<u32>>,
    /// By place.
    pub places: Vec<Vec<u32>>,
    /// By type, in the order of [`EventType::ALL`].
    pub types: Vec<Vec<u32>>,
    /// By actor: the events that are contacts of it.
    pub contacts: Vec<Vec<u32>>,
    /// By actor and by topic: the events at which a position of it, or on it, is stated, whether they name it or not.
    pub positions: BTreeMap<EntryRef, Vec<u32>>,
    /// Which event answers which.
    pub threads: Threads,
    /// What was agreed, and what is due.
    pub agreements: Agreements,
    /// The events on which somebody differs.
    pub differing: Vec<u32>,
    /// By class, in the order of [`Attested::ALL`].
    pub attested: [Vec<u32>; Attested::ALL.len()],
    /// Who had each article first.
    pub origins: Origins,
    /// Publishers, by the slugs of their names.
    pub publishers: BTreeMap<String, u32>,
}

/// Which event answers which, by their indices; lists are in order of time, and none is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Threads {
    /// What an event answers.
    pub answers: BTreeMap<u32, Vec<u32>>,
    /// By what an event is answered.
    pub answered_by: BTreeMap<u32, Vec<u32>>,
}

impl Threads {
    /// How many events of a thread are shown on the page of one of them: else a long thread would cost its square.
    const NEAREST: usize = 40;

    /// The events that are linked by answers with one, itself among them, in order of time; empty if there are none. Of a
    /// long thread those that are nearest, and whether there are more.
    pub fn around(&self, event: u32) -> (Vec<u32>, bool) {
        self.nearest(event, Self::NEAREST)
    }

    /// All of them. Which of a long thread shows which goes one way only.
    pub fn whole(&self, event: u32) -> Vec<u32> {
        self.nearest(event, usize::MAX).0
    }

    fn nearest(&self, event: u32, most: usize) -> (Vec<u32>, bool) {
        let mut found = BTreeSet::from([event]);
        let mut open = VecDeque::from([event]);
        while let Some(at) = open.pop_front() {
            let links = [&self.answers, &self.answered_by].into_iter().filter_map(|links| links.get(&at));
            for other in links.flatten().filter(|other| !found.contains(other)).collect::<Vec<_>>() {
                if found.len() == most {
                    return (found.into_iter().collect(), true);
                }
                if found.insert(*other) {
                    open.push_back(*other);
                }
            }
        }
        (if found.len() > 1 { found.into_iter().collect() } else { Vec::new() }, false)
    }
}

/// A page of the editor's: about, methodology …
#[derive(Debug, Clone)]
pub struct PlainPage {
    /// The file's stem: a slug, and the page's path.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Place in the menu; pages without one come last, by title.
    pub order: Option<i64>,
    /// Ids that it bore before.
    pub redirect_from: Vec<(String, Span)>,
    /// The file.
    pub source: SourceFile,
    /// The text: a part of the file, Markdown.
    pub body: Span,
}

/// A position, and where it was stated.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    /// The event.
    pub event: u32,
    /// The account that tells of it.
    pub account: AccountRef,
    /// The position.
    pub position: &'a Position,
}

impl Timeline {
    /// The list of entries of one kind.
    pub fn entries(&self, kind: EntryKind) -> &[Entry] {
        match kind {
            EntryKind::Actor => &self.actors,
            EntryKind::Topic => &self.topics,
            EntryKind::Place => &self.places,
        }
    }

    /// One entry.
    pub fn entry(&self, entry: EntryRef) -> &Entry {
        &self.entries(entry.kind)[entry.index as usize]
    }

    /// The events that an entry is in, in order of time.
    pub fn events_of(&self, entry: EntryRef) -> &[u32] {
        let lists = match entry.kind {
            EntryKind::Actor => &self.index.actors,
            EntryKind::Topic => &self.index.topics,
            EntryKind::Place => &self.index.places,
        };
        lists.get(entry.index as usize).map_or(&[], Vec::as_slice)
    }

    /// The events of a type, in order of time.
    pub fn events_of_type(&self, kind: EventType) -> &[u32] {
        self.index.types.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// One event that is shown.
    pub fn event(&self, index: u32) -> &Event {
        &self.events[index as usize]
    }

    /// One article.
    pub fn article(&self, index: u32) -> &Article {
        &self.articles[index as usize]
    }

    /// One account.
    pub fn account(&self, at: AccountRef) -> &Account {
        &self.article(at.article).accounts[at.account as usize]
    }

    /// The positions stated at events, in the order of the events, then of their accounts.
    pub fn positions(&self, events: impl IntoIterator<Item = u32>) -> impl Iterator<Item = Stated<'_>> {
        let accounts = events
            .into_iter()
            .flat_map(|event| self.event(event).accounts.iter().map(move |account| (event, *account)));
        accounts.flat_map(|(event, account)| {
            let positions = self.account(account).positions.iter();
            positions.map(move |position| Stated { event, account, position })
        })
    }

    /// The positions of an actor, or on a topic, in the same order.
    pub fn positions_of(&self, entry: EntryRef) -> impl Iterator<Item = Stated<'_>> {
        let events = self.index.positions.get(&entry).map_or(&[][..], Vec::as_slice);
        self.positions(events.iter().copied()).filter(move |stated| match entry.kind {
            EntryKind::Actor => stated.position.actor == entry.index,
            EntryKind::Topic => stated.position.topic == entry.index,
            EntryKind::Place => false,
        })
    }

    /// The contacts, in the order of their events.
    pub fn contacts(&self) -> impl Iterator<Item = (u32, &Contact)> {
        (0u32..).zip(&self.events).filter_map(|(at, event)| Some((at, &**event.contact.as_ref()?)))
    }

    /// The events in a class of attestation, in order of time.
    pub fn events_attested(&self, class: Attested) -> &[u32] {
        &self.index.attested[class as usize]
    }

    /// The publisher that bears a name.
    pub fn publisher(&self, name: &str) -> Option<&Publisher> {
        self.publishers.get(*self.index.publishers.get(&publisher_slug(name))? as usize)
    }

    /// Whether there is anything to show on the pages and in the file of a view across events.
    pub fn has(&self, set: Dataset) -> bool {
        match set {
            Dataset::Positions => !self.index.positions.is_empty(),
            Dataset::Contacts => self.index.contacts.iter().any(|events| !events.is_empty()),
            Dataset::Agreements => !self.index.agreements.all.is_empty(),
            Dataset::Differences => !self.index.differing.is_empty(),
        }
    }

    /// The year on whose page an agreement stands: that of its first event. None where one page holds all.
    pub fn year_of(&self, agreement: &Agreement) -> Option<i32> {
        let is_split = self.index.agreements.all.len() > self.config.options.longest_list;
        is_split.then(|| self.event(agreement.opening()).date.first().year())
    }

    /// What an agreement is called.
    pub fn title_of<'a>(&'a self, agreement: &'a Agreement) -> &'a str {
        agreement.title.as_deref().unwrap_or(&self.event(agreement.opening()).headline)
    }

    /// The last day on which an event was first published or changed: as of then the timeline is known to hold. The
    /// lock has it, so it is the same in every build of the same content.
    pub fn as_of(&self) -> Option<NaiveDate> {
        let days = |event: &Event| event.changed.max(event.published);
        self.events.iter().chain(&self.withdrawn).filter_map(days).max()
    }

    /// All events that are shown, in order of time.
    pub fn all_events(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.events.len()).unwrap_or(u32::MAX)
    }

    /// The anchor of an event's nth account, from 0, on its page. It names the article, so that it stays where it is
    /// when other reports come in.
    pub fn anchor(&self, event: &Event, nth: usize) -> String {
        let (before, rest) = event.accounts.split_at(nth.min(event.accounts.len()));
        let Some(at) = rest.first() else { return String::new() };
        let id = &self.article(at.article).meta.id;
        match before.iter().filter(|other| other.article == at.article).count() {
            0 => ["account-", id].concat(),
            // No id holds such a line, so it is no other article's anchor.
            others => format!("account-{id}_{}", others + 1),
        }
    }

    /// The indices of the events whose first day lies in the range of days.
    pub fn events_between(
        &self,
        first: chrono::NaiveDate,
        last: chrono::NaiveDate,
    ) -> std::ops::Range<usize> {
        let start = self.events.partition_point(|event| event.date.first() < first);
        let end = self.events.partition_point(|event| event.date.first() <= last);
        start..end
    }
}
