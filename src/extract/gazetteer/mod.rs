//! Names that are recognised in prose: the site's own entries first, then countries with their
//! people and seats, their leaders, and international organisations.
//!
//! Built once from the entries and the tables beside this file. What a name means in its sentence
//! (a capital as a place or as a government) is decided in `mentions`.

mod build;
mod countries;
mod titles;

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::model::fold::Folded;

pub use titles::{Title, TitleUse, title_at};

/// Who or what can be named.
#[derive(Debug, Clone)]
pub struct Entity {
    /// The name that is shown.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Id of the site's entry, if it has one.
    pub entry: Option<String>,
    /// Of a person or a place: the country, as an entity.
    pub country: Option<u32>,
    /// What an organisation is called for short: "alliance".
    pub called: Vec<&'static str>,
    /// Whether it leads its country.
    pub leads: bool,
    /// Offices that the site gives a person, in small letters: "foreign minister".
    pub offices: Vec<String>,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A human being.
    Person,
    /// A state.
    State,
    /// An organisation or a group.
    Body,
    /// Where things happen.
    Place,
    /// What is at issue.
    Topic,
}

/// How a name stands for an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// By name.
    Name,
    /// A capital that may stand for its government.
    Seat,
    /// An institution that stands for its government: "the Kremlin".
    Metonym,
    /// "Russian".
    Adjective,
    /// A leader's surname alone.
    Surname,
}

/// One thing that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// An index into the entities.
    pub entity: u32,
    /// How.
    pub used: Use,
    /// How it has to be written.
    case: Case,
}

/// How a name has to be written to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// "ceasefire": any way.
    Any,
    /// "Putin": with a capital first.
    Capital,
    /// "NATO": as it is.
    Capitals,
}

/// All names, ready to be found.
pub struct Gazetteer {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Vec<Sense>>,
    entities: Vec<Entity>,
    by_name: HashMap<String, u32>,
}

/// A name in a text, with all that it may mean.
#[derive(Debug, Clone)]
pub struct Found {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// At least one.
    pub senses: Vec<Sense>,
}

impl Gazetteer {
    /// The entity.
    pub fn entity(&self, at: u32) -> &Entity {
        &self.entities[at as usize]
    }

    /// The person, state or organisation of this name.
    pub fn actor_by_name(&self, name: &str) -> Option<u32> {
        let pattern = *self.by_name.get(&crate::model::fold::fold(name))?;
        let is_actor = |sense: &&Sense| {
            !matches!(self.entity(sense.entity).kind, Kind::Place | Kind::Topic)
                && sense.used != Use::Adjective
        };
        self.patterns[pattern as usize].iter().find(is_actor).map(|sense| sense.entity)
    }

    /// The place of this name.
    pub fn place_by_name(&self, name: &str) -> Option<u32> {
        let pattern = *self.by_name.get(&crate::model::fold::fold(name))?;
        let senses = &self.patterns[pattern as usize];
        senses.iter().find(|sense| self.entity(sense.entity).kind == Kind::Place).map(|sense| sense.entity)
    }

    /// Every name in a text, in order, the longest where several fit; and, apart from them, every topic.
    pub fn find(&self, text: &str) -> (Vec<Found>, Vec<Found>) {
        let Some(automaton) = &self.automaton else { return (Vec::new(), Vec::new()) };
        let folded = Folded::new(text);
        let mut matches: Vec<(usize, usize, usize)> = automaton
            .find_overlapping_iter(&folded.text)
            .filter(|found| is_word(&folded.text, found.start(), found.end()))
            .map(|found| (found.start(), found.end(), found.pattern().as_usize()))
            .collect();
        matches.sort_unstable_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let is_topic = |sense: &Sense| self.entity(sense.entity).kind == Kind::Topic;
        let (mut names, mut from) = (Vec::new(), 0);
        let (mut topics, mut topics_from) = (Vec::new(), 0);
        for (start, end, pattern) in matches {
            if start < from.min(topics_from) {
                continue;
            }
            let span = folded.original(start)..folded.original(end);
            let Some(written) = text.get(span.clone()) else { continue };
            let allowed = |sense: &&Sense| sense.case.allows(written);
            let senses = self.patterns[pattern].iter().filter(allowed).copied();
            let (issues, others): (Vec<Sense>, Vec<Sense>) = senses.partition(is_topic);
            if !issues.is_empty() && start >= topics_from {
                topics_from = end;
                topics.push(Found { span: span.clone(), senses: issues });
            }
            if !others.is_empty() && start >= from {
                from = end;
                names.push(Found { span, senses: others });
            }
        }
        (names, topics)
    }
}

fn is_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl Case {
    fn of(kind: Kind, name: &str) -> Self {
        let name = without_article(name);
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        if letters().count() >= 2 && letters().all(char::is_uppercase) {
            Self::Capitals
        } else if kind != Kind::Topic && name.chars().next().is_some_and(char::is_uppercase) {
            Self::Capital
        } else {
            Self::Any
        }
    }

    fn allows(self, written: &str) -> bool {
        let written = without_article(written);
        match self {
            Self::Any => true,
            Self::Capital => written.chars().next().is_some_and(|c| !c.is_lowercase()),
            Self::Capitals => !written.chars().any(char::is_lowercase),
        }
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}
