//! Who and where in prose: names, and what refers back to them.
//!
//! A capital after a preposition of place is a place, elsewhere it stands for its government. A
//! title brings a name in ("Foreign Minister N. N."), or points back to one ("the minister"). What
//! part somebody has in a happening is decided in `clause`.

mod introduced;
mod titles;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::gazetteer::{Found, Gazetteer, Kind, Sense, TitleUse, Use};
use super::words::{Kind as WordKind, Words};
use crate::model::fold::fold;

/// Somebody or something of the gazetteer, or a person whom the text brings in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Of the gazetteer.
    Known(u32),
    /// An index into [`Cast::people`].
    New(u32),
}

/// How the text names somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By name.
    Name,
    /// A capital or an institution for its government.
    Seat,
    /// By an office that points back: "the foreign minister".
    Title,
    /// By those who act for it: "Norwegian officials".
    Body,
    /// Only as an adjective: "Norwegian" in "Norwegian oil".
    Adjective,
    /// As a place.
    Place,
    /// As a topic.
    Topic,
}

impl How {
    /// Whether it names no one who acts.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Place | Self::Topic)
    }
}

/// A name or a reference in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its words.
    pub words: Range<usize>,
    /// Whom it names.
    pub who: Who,
    /// How.
    pub how: How,
}

/// A person or a body that is in no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// As the text writes it first.
    pub name: String,
    /// Its country, as an entity of the gazetteer.
    pub country: Option<u32>,
    /// Whether it is a body: "the Eastern Front".
    pub body: bool,
}

impl Mention {
    /// Whether it names somebody who can act.
    pub fn acts(&self) -> bool {
        matches!(self.how, How::Name | How::Seat | How::Title | How::Body)
    }
}

/// All mentions of a text.
#[derive(Debug, Default)]
pub struct Cast {
    /// Actors and places, in order.
    pub mentions: Vec<Mention>,
    /// Topics, in order.
    pub topics: Vec<Mention>,
    /// People and bodies that are in no table.
    pub people: Vec<Newcomer>,
    /// People of the tables.
    pub persons: HashSet<Who>,
    /// People of the tables as the text names them first in full.
    pub names: HashMap<Who, String>,
    /// The countries of those people, by their titles in the text.
    pub countries: HashMap<Who, u32>,
}

impl Cast {
    /// Whether this is a person.
    pub fn is_person(&self, who: Who) -> bool {
        self.persons.contains(&who)
    }
}

/// Words after which a name of a state or a city is a place.
const LOCATIVE: [&str; 9] =
    ["in", "at", "near", "outside", "inside", "across", "throughout", "around", "via"];
/// Words after which it is one if somebody moves there.
const DIRECTIONS: [&str; 4] = ["to", "from", "into", "for"];
/// Stems of words of moving.
const MOVING: [&str; 13] = [
    "travel", "flew", "fly", "flight", "arriv", "return", "visit", "trip", "went", "came", "head", "left",
    "drove",
];
/// Finds all mentions in a text.
pub fn find(words: &Words<'_>, gazetteer: &Gazetteer) -> Cast {
    let (found, topics) = gazetteer.find(words.text);
    let mut reader = Reader {
        words,
        gazetteer,
        found: &found,
        next: 0,
        cast: Cast { topics: topic_mentions(words, &topics), ..Cast::default() },
        surnames: HashMap::new(),
        roles: HashMap::new(),
        recent: Vec::new(),
        bodies: Vec::new(),
        honoured: introduced::honoured(words),
        states: states(gazetteer, &found),
    };
    let mut at = 0;
    while at < words.list.len() {
        at = reader.step(at).max(at + 1);
    }
    reader.cast.persons = reader.recent.iter().copied().collect();
    for (who, role) in &reader.roles {
        if let Some(country) = role.country {
            reader.cast.countries.insert(*who, country);
        }
    }
    reader.cast
}

/// The states that the text names, by any of their names but their leaders' surnames.
fn states(gazetteer: &Gazetteer, found: &[Found]) -> HashSet<u32> {
    let senses = found.iter().flat_map(|found| &found.senses).filter(|sense| sense.used != Use::Surname);
    let state = |sense: &Sense| match gazetteer.entity(sense.entity).kind {
        Kind::State => Some(sense.entity),
        Kind::Place | Kind::Person => gazetteer.entity(sense.entity).country,
        _ => None,
    };
    senses.filter_map(state).collect()
}

fn topic_mentions(words: &Words<'_>, topics: &[Found]) -> Vec<Mention> {
    let mentions = |found: &Found| {
        let range = words.within(&found.span);
        let mention = |entity| Mention { words: range.clone(), who: Who::Known(entity), how: How::Topic };
        found.senses.iter().map(|sense| mention(sense.entity)).collect::<Vec<_>>()
    };
    topics.iter().flat_map(mentions).collect()
}

/// What is known of a person: offices in small letters, and the country.
#[derive(Default)]
struct Role {
    titles: Vec<String>,
    country: Option<u32>,
    leads: bool,
}

struct Reader<'a> {
    words: &'a Words<'a>,
    gazetteer: &'a Gazetteer,
    found: &'a [Found],
    next: usize,
    cast: Cast,
    surnames: HashMap<String, Who>,
    roles: HashMap<Who, Role>,
    /// People in the order in which they were named.
    recent: Vec<Who>,
    /// The organisations and groups that were named, and where.
    bodies: Vec<(Who, usize)>,
    /// Surnames that stand behind "Mr" and the like somewhere in the text.
    honoured: HashSet<String>,
    /// The states that the text names.
    states: HashSet<u32>,
}

impl Reader<'_> {
    /// Reads what begins at a word, and says where to go on.
    fn step(&mut self, at: usize) -> usize {
        if !self.words.is(at, WordKind::Letters) {
            return at + 1;
        }
        if let Some(found) = self.found_at(at) {
            return self.name(at, found);
        }
        if let Some(title) = self.title(at) {
            return self.titled(at, at, title, None);
        }
        if let Some(body) = self.body_meant(at) {
            self.push(at..at + 1, body, How::Title);
            return at + 1;
        }
        if !self.words.capital(at) {
            return self.honorific(at).unwrap_or(at + 1);
        }
        if let Some(end) = self.honorific(at).or_else(|| self.introduced(at)) {
            return end;
        }
        if let Some(who) = self.surnames.get(&fold(self.words.written(at))).copied() {
            self.push(at..at + 1, who, How::Name);
        }
        at + 1
    }

    /// The name that begins at a word.
    fn found_at(&mut self, at: usize) -> Option<Found> {
        let start = self.words.list.get(at)?.start as usize;
        while self.found.get(self.next).is_some_and(|found| found.span.start < start) {
            self.next += 1;
        }
        self.found.get(self.next).filter(|found| found.span.start == start).cloned()
    }

    fn peek(&self, at: usize) -> Option<&Found> {
        let start = self.words.list.get(at)?.start as usize;
        let near = self.found.get(self.next..)?.iter().take(8);
        near.take_while(|found| found.span.start <= start).find(|found| found.span.start == start)
    }

    fn push(&mut self, words: Range<usize>, who: Who, how: How) {
        if matches!(how, How::Name | How::Title) && self.is_person(who) && self.recent.last() != Some(&who) {
            self.recent.push(who);
        }
        let is_body = match who {
            Who::Known(at) => self.gazetteer.entity(at).kind == Kind::Body,
            Who::New(at) => self.cast.people[at as usize].body,
        };
        if is_body && how == How::Name {
            self.bodies.push((who, words.start));
        }
        self.cast.mentions.push(Mention { words, who, how });
    }

    fn is_person(&self, who: Who) -> bool {
        match who {
            Who::New(at) => !self.cast.people[at as usize].body,
            Who::Known(at) => self.gazetteer.entity(at).kind == Kind::Person,
        }
    }

    /// A name of the gazetteer: with the title that may follow, or alone.
    fn name(&mut self, at: usize, found: Found) -> usize {
        let end = self.words.within(&found.span).end.max(at + 1);
        let kind = |entity: u32| self.gazetteer.entity(entity).kind;
        let actor = found
            .senses
            .iter()
            .find(|sense| kind(sense.entity) != Kind::Place && sense.used != Use::Adjective);
        let adjective = found.senses.iter().find(|sense| sense.used == Use::Adjective);
        let place = found.senses.iter().find(|sense| kind(sense.entity) == Kind::Place);
        if let Some(person) = actor.filter(|sense| kind(sense.entity) == Kind::Person) {
            return self.person(at, end, person);
        }
        if let Some(owner) = adjective.or(actor) {
            if let Some((title_from, title)) = self.title_after(end) {
                return self.titled(at, title_from, title, Some(owner.entity));
            }
            if adjective.is_some() && self.shares_title(end) {
                self.push(at..end, Who::Known(owner.entity), How::Body);
                return end;
            }
        }
        match (actor, place, adjective) {
            (actor, Some(place), _) if actor.is_none() || self.is_locative(at, actor.map(|a| a.used)) => {
                self.push(at..end, Who::Known(place.entity), How::Place);
            }
            (Some(actor), ..) => {
                let how = if actor.used == Use::Name { How::Name } else { How::Seat };
                self.push(at..end, Who::Known(actor.entity), how);
            }
            (None, None, Some(adjective)) => {
                self.push(at..end, Who::Known(adjective.entity), How::Adjective);
            }
            _ => {}
        }
        end
    }

    /// A person of the gazetteer, or the body that acts for a person's state: "N.'s government".
    fn person(&mut self, at: usize, end: usize, sense: &Sense) -> usize {
        let entity = sense.entity;
        let who = Who::Known(entity);
        let known = self.gazetteer.entity(entity);
        if sense.used == Use::Surname && !self.roles.contains_key(&who) {
            let surname = fold(self.words.written(end - 1));
            if let Some(who) = self.surnames.get(&surname).copied() {
                self.push(at..end, who, How::Name);
                return end;
            }
            let in_text = known.country.is_some_and(|country| self.states.contains(&country));
            if !in_text || self.is_within_name(at) {
                return self.introduced(at).unwrap_or(end);
            }
        }
        let role = self.roles.entry(who).or_insert_with(|| Role {
            titles: known.offices.clone(),
            country: known.country,
            leads: known.leads,
        });
        let country = role.country;
        if let Some(surname) = known.name.rsplit(' ').next() {
            self.surnames.entry(fold(surname)).or_insert(who);
        }
        if self.words.is(end, WordKind::Possessive)
            && let (Some(title), Some(country)) = (self.title(end + 1), country)
            && title.used == TitleUse::Body
        {
            let end = end + 1 + title.words;
            self.push(at..end, Who::Known(country), How::Body);
            self.recent.push(who);
            return end;
        }
        self.note_name(who, at..end);
        self.push(at..end, who, How::Name);
        end
    }

    /// Keeps the first name in full.
    fn note_name(&mut self, who: Who, words: Range<usize>) {
        if words.len() > 1 && matches!(who, Who::Known(_)) {
            let name = self.words.text[self.words.bytes(&words)].split_whitespace().collect::<Vec<_>>();
            self.cast.names.entry(who).or_insert_with(|| name.join(" "));
        }
    }

    /// Whether a name at this word is that of a place.
    fn is_locative(&self, at: usize, used: Option<Use>) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        if self.words.lower(before) == "the" {
            let Some(earlier) = before.checked_sub(1) else { return false };
            before = earlier;
        }
        let word = self.words.lower(before);
        if LOCATIVE.contains(&word) {
            return !self.words.is(at + 1, WordKind::Possessive);
        }
        let moves = |at: usize| MOVING.iter().any(|stem| self.words.lower(at).starts_with(stem));
        if DIRECTIONS.contains(&word) {
            return before.checked_sub(1).is_some_and(moves);
        }
        used == Some(Use::Seat) && moves(before)
    }
}
