//! What happens in a sentence: verbs and nouns of the table of happenings, with who did it, and
//! whether it happened.
//!
//! A shallow reading: verb groups (tense, voice, negation, plans), subjects to their left, objects
//! to their right. What has not happened is left out, or kept as the announcement of it. Dates and
//! the making of events are not here.

mod attribution;
mod common;
mod list;
mod nouns;
mod phrase;
mod sense;
mod standing;
mod subject;
mod verbs;
mod void;

use std::ops::Range;

use super::grammar::Class;
use super::mentions::{Cast, Mention};
use super::words::{Kind, Words};
use crate::model::event_type::EventType;
use crate::model::happening_words::{Part, Sense};

pub use list::{begins_clause, in_list};
pub use phrase::noun_phrase;
pub use subject::Subject;
pub use void::{is_infinitive, is_void};

/// How sure a sentence is that a thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// "signed".
    Past,
    /// "has signed".
    Perfect,
    /// "is working on".
    Ongoing,
    /// "condemns": done by saying so.
    Present,
    /// "is set to sign": announced, not done.
    Planned,
    /// "the signing": a noun.
    Named,
    /// "Norway's plan": a noun of what was before, nobody says when.
    Standing,
}

/// How a happening stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// A main clause.
    Main,
    /// A second verb of the same subject.
    Joined,
    /// A participle or a gerund: "after attending", "having hosted".
    Participle,
    /// A clause that says before or at which time: "after rebels attacked".
    Temporal,
    /// A relative or another dependent clause.
    Dependent,
    /// What somebody said.
    Reported,
    /// In a quotation, what the speaker did: "we have sent".
    Quoted,
    /// A noun of recent things: "the recent summit".
    RecentNoun,
    /// A noun of earlier things: "previous talks in Oslo".
    EarlierNoun,
    /// A noun with somebody who did it and somebody to whom: "Norway's overtures to Oman".
    ActedNoun,
    /// A noun that only a date can make an event of.
    Noun,
}

/// Something that a sentence says happened.
#[derive(Debug, Clone)]
pub struct Happening {
    /// The type to which its word points.
    pub event_type: EventType,
    /// The word that tells of it.
    pub trigger: usize,
    /// The verb with its auxiliaries; the noun alone.
    pub group: Range<usize>,
    /// The verb's base form, where it is a verb.
    pub base: Option<&'static str>,
    /// Whether it tells what somebody said.
    pub speech: bool,
    /// Whether it is said behind what was said: "…, the minister said".
    pub attribution: bool,
    /// Whether the subject is the one to whom it was done.
    pub passive: bool,
    /// Whether it is denied: "has never ruled out".
    pub negated: bool,
    /// How sure.
    pub status: Status,
    /// How it stands in the sentence.
    pub rank: Rank,
    /// Who.
    pub subject: Subject,
    /// The noun that gives a light verb its type.
    pub object: Option<usize>,
}

/// One sentence with what is known of the text before it.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    /// The text.
    pub words: &'a Words<'a>,
    /// Its words.
    pub range: (usize, usize),
    /// All mentions of the text.
    pub cast: &'a Cast,
    /// The mentions in this sentence.
    pub mentions: (usize, usize),
    /// The words of its dates.
    pub dates: &'a [Range<usize>],
    /// To whom "he" or "she" points at its beginning: a mention.
    pub person: Option<usize>,
    /// To whom "it" points: mentions.
    pub it: &'a [usize],
    /// The state that was named last: "the country".
    pub state: Option<usize>,
    /// To whom "they" and "the two" point.
    pub they: &'a [usize],
    /// The noun of a happening that "it" may mean, in a sentence before.
    pub thing: Option<usize>,
    /// Who is quoted, by a name behind the quotation: a mention.
    pub speaker: Option<usize>,
    /// Whether it begins inside a quotation.
    pub in_quotation: bool,
}

impl<'a> Sentence<'a> {
    /// The mentions in this sentence, with their index.
    pub fn mentions(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Mention)> + use<'a> {
        let (from, to) = self.mentions;
        (from..to).zip(&self.cast.mentions[from..to])
    }

    /// The mention that holds a word.
    pub fn mention_at(&self, word: usize) -> Option<(usize, &'a Mention)> {
        let (from, to) = self.mentions;
        let list = &self.cast.mentions[from..to];
        let at = list.partition_point(|mention| mention.words.end <= word);
        list.get(at).filter(|mention| mention.words.contains(&word)).map(|mention| (from + at, mention))
    }

    /// The date that holds a word.
    pub fn date_at(&self, word: usize) -> Option<&'a Range<usize>> {
        let at = self.dates.partition_point(|date| date.end <= word);
        self.dates.get(at).filter(|date| date.contains(&word))
    }

    /// A word in small letters; empty outside the sentence.
    pub fn lower(&self, at: usize) -> &'a str {
        if self.holds(at) { self.words.lower(at) } else { "" }
    }

    /// Whether a word is in one of these classes.
    pub fn has(&self, at: usize, classes: Class) -> bool {
        self.holds(at) && self.words.class(at).is(classes)
    }

    /// Of what a word may tell.
    pub fn senses(&self, at: usize) -> &'static [Sense] {
        if self.holds(at) { self.words.list.get(at).map_or(&[], |word| word.senses) } else { &[] }
    }

    /// The word before, if it is in the sentence.
    pub fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|at| *at >= self.range.0)
    }

    /// Whether a word is of this kind.
    pub fn is(&self, at: usize, kind: Kind) -> bool {
        self.holds(at) && self.words.is(at, kind)
    }

    /// Whether the word before is in one of these classes.
    pub fn follows(&self, at: usize, classes: Class) -> bool {
        self.before(at).is_some_and(|before| self.has(before, classes))
    }

    /// Whether a word may stand before a noun of the same phrase.
    pub fn is_modifier(&self, at: usize) -> bool {
        let letters = self.is(at, Kind::Letters) || self.is(at, Kind::Possessive);
        let bounds = Class::PREPOSITION | Class::COORDINATOR | Class::DETERMINER | Class::SUBORDINATOR;
        letters && !self.has(at, bounds | Class::AUXILIARY)
    }

    /// Whether the sentence or a part of it ends before a word: at a mark that parts clauses.
    pub fn is_break(&self, at: usize) -> bool {
        matches!(self.lower(at), "" | "," | ";" | ":" | "—" | "–" | "." | "!" | "?" | "(" | ")" | "…" | "~")
    }

    /// Whether a word looks like a finite verb: by its form, or as the table has it.
    pub fn is_finite(&self, at: usize) -> bool {
        if !self.is(at, Kind::Letters) || self.mention_at(at).is_some() || self.words.capital(at) {
            return false;
        }
        let word = self.lower(at);
        self.has(at, Class::PAST | Class::HAVE | Class::BE_NOW | Class::BE_THEN | Class::DO)
            || self.has(at, Class::HYPOTHETICAL | Class::FUTURE)
            || (word.len() > 3 && word.ends_with("ed") && !self.follows(at, Class::DETERMINER))
    }

    /// Whether a word is surely a finite verb: an ending alone may be that of "a treaty signed in May".
    pub fn is_surely_finite(&self, at: usize) -> bool {
        let sure = Class::PAST
            | Class::HAVE
            | Class::BE_NOW
            | Class::BE_THEN
            | Class::DO
            | Class::HYPOTHETICAL
            | Class::FUTURE;
        let named = || {
            self.follows(at, Class::PRONOUN | Class::THING_PRONOUN | Class::RELATIVE)
                || self
                    .before(at)
                    .and_then(|before| self.mention_at(before))
                    .is_some_and(|(_, one)| one.acts())
        };
        self.is_finite(at) && (self.has(at, sure) || named())
    }

    fn holds(&self, at: usize) -> bool {
        at >= self.range.0 && at < self.range.1
    }
}

/// The noun of a happening as its type; `objects` takes in what tells of one only as an object.
fn noun_type(sentence: &Sentence<'_>, at: usize, objects: bool) -> Option<EventType> {
    let senses = sentence.senses(at).iter();
    let nouns = senses.filter(|sense| sense.part == Part::Noun || (objects && sense.part == Part::Object));
    nouns.filter(|sense| sense.particle.is_none()).find_map(|sense| sense.event_type)
}

/// Everything that a sentence says happened, in the order of its words.
pub fn happenings(sentence: &Sentence<'_>) -> Vec<Happening> {
    let quoted = quoted(sentence);
    let mut verbs = verbs::find(sentence, &quoted);
    attribution::mark(sentence, &quoted, &mut verbs);
    let nouns = nouns::find(sentence, &quoted, &verbs);
    let mut all: Vec<Happening> = verbs.into_iter().chain(nouns).collect();
    all.sort_by_key(|happening| happening.trigger);
    all
}

/// The words of the sentence that stand in quotation marks.
pub fn quoted(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let (from, to) = sentence.range;
    let (mut open, mut ranges) = (sentence.in_quotation.then_some(from), Vec::new());
    for at in (from..to).filter(|at| sentence.words.is(*at, Kind::Quote)) {
        match (sentence.words.written(at), open) {
            ("“" | "„" | "«" | "\"", None) => open = Some(at),
            ("”" | "»" | "\"", Some(start)) => {
                ranges.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    ranges.extend(open.map(|start| start..to));
    ranges
}

/// Whether a sentence leaves a quotation open for the next.
pub fn leaves_open(sentence: &Sentence<'_>) -> bool {
    quoted(sentence).last().is_some_and(|range| range.end == sentence.range.1)
}

fn is_quoted(quoted: &[Range<usize>], at: usize) -> bool {
    quoted.iter().any(|range| range.contains(&at))
}
