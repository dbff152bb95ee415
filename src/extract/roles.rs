//! Who acted, to whom it was done, what it was about, and where.

use std::ops::Range;

use super::clause::{Happening, Rank, Sentence, in_list};
use super::gazetteer::{Gazetteer, Kind};
use super::grammar::Class;
use super::mentions::{Cast, How, Mention, Who};
use crate::model::candidate::Named;
use crate::model::event_type::EventType;

/// How many words behind the verb those are looked for to whom it was done.
const REACH: usize = 22;

/// The parts of a happening.
#[derive(Debug, Default)]
pub struct Parts {
    /// Who acted.
    pub actors: Vec<Named>,
    /// To whom.
    pub recipients: Vec<Named>,
    /// About what.
    pub topics: Vec<Named>,
    /// Where, if the sentence says so.
    pub place: Option<Named>,
}

/// Names for mentions, and parts for happenings.
pub struct Roles<'a> {
    /// The names.
    pub gazetteer: &'a Gazetteer,
    /// The mentions.
    pub cast: &'a Cast,
}

impl Roles<'_> {
    /// The name of a mention, its entry, and why.
    pub fn named(&self, sentence: &Sentence<'_>, mention: &Mention) -> Named {
        let bytes = sentence.words.bytes(&mention.words);
        let written = &sentence.words.text[bytes.clone()];
        let (name, entry) = self.name(mention.who);
        let reason = match mention.how {
            How::Title => format!("“{written}” points back to {name}"),
            How::Body | How::Seat | How::Adjective if written != name => {
                format!("“{written}” stands for {name}")
            }
            _ => format!("named: “{written}”"),
        };
        Named { entry, name, span: Some(bytes.into()), reason }
    }

    /// The name and the entry of somebody.
    pub fn name(&self, who: Who) -> (String, Option<String>) {
        match who {
            Who::Known(at) => {
                let entity = self.gazetteer.entity(at);
                let in_text = self.cast.names.get(&who).filter(|_| entity.entry.is_none());
                (in_text.unwrap_or(&entity.name).clone(), entity.entry.clone())
            }
            Who::New(at) => (self.cast.people[at as usize].name.clone(), None),
        }
    }

    /// The country of a person, as an entity of the gazetteer.
    pub fn country(&self, who: Who) -> Option<Who> {
        let known = match who {
            Who::Known(at) if self.is_person(who) => self.gazetteer.entity(at).country,
            Who::Known(_) => None,
            Who::New(at) => self.cast.people[at as usize].country,
        };
        known.or_else(|| self.cast.countries.get(&who).copied()).map(Who::Known)
    }

    /// Whether this is a state.
    pub fn is_state(&self, who: Who) -> bool {
        matches!(who, Who::Known(at) if self.gazetteer.entity(at).kind == Kind::State)
    }

    /// Whether the mention names a person.
    pub fn is_person(&self, who: Who) -> bool {
        match who {
            Who::New(at) => !self.cast.people[at as usize].body,
            Who::Known(at) => self.gazetteer.entity(at).kind == Kind::Person,
        }
    }

    /// The parts of a happening; `end` is the end of its clause.
    pub fn parts(&self, sentence: &Sentence<'_>, happening: &Happening, end: usize) -> Parts {
        let mut parts = Parts::default();
        let subject = &happening.subject.mentions;
        let (mut actors, mut others): (Vec<usize>, Vec<usize>) = (subject.clone(), Vec::new());
        let from = happening.group.end;
        let comma = (from..end).find(|at| {
            (sentence.lower(*at) == "," && !in_list(sentence, *at))
                || (sentence.has(*at, Class::TEMPORAL) && sentence.lower(*at) != "as")
                || matches!(sentence.lower(*at), "during" | "following" | "amid" | "despite" | "because")
        });
        let end_of_objects = comma.unwrap_or(end).min(from + REACH);
        let objects = sentence.mentions().filter(|(index, mention)| {
            mention.words.start >= from
                && mention.words.start < end_of_objects
                && mention.how != How::Place
                && !subject.contains(index)
        });
        for (index, mention) in objects {
            if mention.how == How::Adjective && !is_material(happening.event_type) {
                continue;
            }
            let by = self.preposition(sentence, mention) == "by";
            let of = matches!(self.preposition(sentence, mention), "from" | "between" | "of");
            let noun = happening.base.is_none();
            let others_act = noun && of && mention.how != How::Adjective && actors.len() < 3;
            if (happening.passive || noun) && by
                || others_act && !is_material(happening.event_type)
                || (is_mutual(happening) && (noun || self.takes_part(sentence, mention)))
            {
                actors.push(index);
            } else if others.last().is_none_or(|last| joined(sentence, self.cast, *last, mention)) {
                others.push(index);
            }
        }
        if happening.passive && actors.iter().any(|index| !subject.contains(index)) && !is_mutual(happening) {
            // What was done to the subject was done by those after "by".
            others.splice(0..0, subject.iter().copied());
            actors.retain(|index| !subject.contains(index));
        }
        if happening.passive && others.is_empty() && is_done_to(happening.event_type) {
            others.append(&mut actors);
        }
        if !has_recipients(happening, from, &others, sentence, self.cast) {
            others.clear();
        }
        parts.actors = self.list(sentence, &actors, &[]);
        if happening.rank == Rank::Quoted {
            parts.actors.extend(actors.first().and_then(|index| self.spoken_for(*index)));
        }
        parts.recipients = self.list(sentence, &others, &parts.actors);
        parts.topics = self.topics(sentence);
        parts.place = self.place(sentence, happening, end);
        parts
    }

    /// "We" of a minister is also the minister's state.
    fn spoken_for(&self, speaker: usize) -> Option<Named> {
        let speaker = self.cast.mentions.get(speaker)?;
        let (name, entry) = self.name(self.country(speaker.who)?);
        let reason = format!("{} speaks for {name}", self.name(speaker.who).0);
        Some(Named { entry, name, span: None, reason })
    }

    fn list(&self, sentence: &Sentence<'_>, indices: &[usize], known: &[Named]) -> Vec<Named> {
        let mut list: Vec<Named> = Vec::new();
        for index in indices {
            let named = self.named(sentence, &self.cast.mentions[*index]);
            if !list.iter().chain(known).any(|other| other.key() == named.key()) {
                list.push(named);
            }
        }
        list
    }

    fn topics(&self, sentence: &Sentence<'_>) -> Vec<Named> {
        let from = self.cast.topics.partition_point(|topic| topic.words.start < sentence.range.0);
        let topics = self.cast.topics[from..].iter().take_while(|topic| topic.words.start < sentence.range.1);
        let mut list: Vec<Named> = Vec::new();
        for topic in topics {
            let named = self.named(sentence, topic);
            if !list.iter().any(|other| other.key() == named.key()) {
                list.push(named);
            }
        }
        list
    }

    /// The place in the clause, else in the sentence.
    fn place(&self, sentence: &Sentence<'_>, happening: &Happening, end: usize) -> Option<Named> {
        let start = happening.subject.words.as_ref().map_or(happening.group.start, |words| words.start);
        let clause = start..end;
        let places = || sentence.mentions().filter(|(_, mention)| mention.how == How::Place);
        let main = matches!(happening.rank, Rank::Main | Rank::Joined);
        let near = |mention: &Mention| {
            !is_verbal(happening.event_type) || is_beside(sentence, happening, mention.words.start)
        };
        let inside = places().find(|(_, mention)| clause.contains(&mention.words.start) && near(mention));
        let fronted =
            places().next().filter(|(_, mention)| main && mention.words.end <= happening.group.start);
        let (_, mention) = inside.or(fronted)?;
        Some(self.named(sentence, mention))
    }

    /// Whether a mention behind a verb is of those who take part: "met N. N.", "spoke with N. N.".
    fn takes_part(&self, sentence: &Sentence<'_>, mention: &Mention) -> bool {
        let before = self.preposition(sentence, mention);
        !Class::of(before).is(Class::PREPOSITION) || matches!(before, "with" | "between" | "to" | "by")
    }

    /// The preposition before a mention, behind its article.
    fn preposition<'s>(&self, sentence: &Sentence<'s>, mention: &Mention) -> &'s str {
        let before = |at: usize| sentence.before(at).map_or("", |at| sentence.lower(at));
        match before(mention.words.start) {
            "the" | "a" | "an" => before(mention.words.start.saturating_sub(1)),
            word => word,
        }
    }
}

/// Types of what is only said: where, the places in what was said don't tell.
pub fn is_verbal(event_type: EventType) -> bool {
    use EventType as T;
    matches!(
        event_type,
        T::Statement | T::Request | T::Accuse | T::Reject | T::Threaten | T::Propose | T::Support
    )
}

/// Whether a word stands before the verb or right behind it.
fn is_beside(sentence: &Sentence<'_>, happening: &Happening, word: usize) -> bool {
    word < happening.trigger
        || (word <= happening.trigger + 4
            && (happening.trigger + 1..word).all(|at| {
                !sentence.has(at, Class::DETERMINER) && !sentence.lower(at).ends_with('s')
                    || sentence.lower(at) == "reporters"
            }))
}

/// Whether a mention goes on a list of names: "Norway, Oman and Chile".
fn joined(sentence: &Sentence<'_>, cast: &Cast, last: usize, mention: &Mention) -> bool {
    let between = cast.mentions[last].words.end..mention.words.start;
    between.len() <= 3 && between.clone().any(|at| matches!(sentence.lower(at), "and" | "or" | ","))
}

/// Whether all who are named take part alike.
pub fn is_mutual(happening: &Happening) -> bool {
    let alone = matches!(
        happening.base,
        Some(
            "approve" | "adopt" | "ratify" | "pledge" | "promise" | "commit" | "join" | "restore" | "resume"
        )
    );
    !alone
        && matches!(
            happening.event_type,
            EventType::Agree | EventType::Consult | EventType::Cooperate | EventType::Mediate
        )
}

/// Types of what is done to somebody.
fn is_done_to(event_type: EventType) -> bool {
    use EventType as T;
    is_material(event_type)
        || matches!(event_type, T::Concede | T::Accuse | T::Reject | T::Request | T::Threaten)
}

fn is_material(event_type: EventType) -> bool {
    matches!(event_type, EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Aid)
}

/// Whether those named behind the verb are those to whom it was done, and not only spoken of.
fn has_recipients(
    happening: &Happening,
    from: usize,
    others: &[usize],
    sentence: &Sentence<'_>,
    cast: &Cast,
) -> bool {
    let Some(first) = others.first().and_then(|index| cast.mentions.get(*index)) else { return false };
    if !happening.speech && happening.event_type != EventType::Statement {
        return true;
    }
    let between: Range<usize> = from..first.words.start.max(from);
    between.len() <= 2 && !between.clone().any(|at| sentence.has(at, Class::SUBORDINATOR))
}

/// Where the clause of a happening ends: at the next clause, or at the end of the sentence.
///
/// A noun or a participle reaches no further than its date.
pub fn clause_end(
    sentence: &Sentence<'_>,
    happening: &Happening,
    all: &[Happening],
    date: Option<&Range<usize>>,
) -> usize {
    let next = all.iter().find(|other| {
        let bound = other.rank == Rank::Participle && other.passive;
        other.trigger > happening.trigger && other.base.is_some() && other.rank != Rank::Reported && !bound
    });
    let limit = next.map_or(sentence.range.1, |next| {
        next.subject.words.as_ref().map_or(next.group.start, |words| {
            if words.start > happening.trigger && !next.subject.relative {
                words.start.min(next.group.start)
            } else {
                next.group.start
            }
        })
    });
    let marks = (happening.group.end..limit).find(|at| matches!(sentence.lower(*at), ";" | "—"));
    let end = marks.unwrap_or(limit);
    let bound = happening.base.is_none() || happening.passive;
    let date = date.filter(|date| bound && date.start > happening.trigger);
    date.map_or(end, |date| end.min(date.end))
}
