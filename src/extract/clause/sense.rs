//! Which sense of a verb fits the words around it, and the noun that gives a light verb its type.

use super::super::grammar::Class;
use super::super::mentions::How;
use super::super::words::Kind;
use super::verbs::Group;
use super::{Sentence, noun_type};
use crate::model::event_type::EventType;
use crate::model::happening_words::{Form, Part, Sense};

/// How far behind a light verb its object is looked for.
const OBJECT_REACH: usize = 9;
/// Verbs that do in the present what they say.
const PERFORMATIVES: [&str; 16] = [
    "announce",
    "declare",
    "condemn",
    "denounce",
    "deplore",
    "call",
    "urge",
    "appeal",
    "welcome",
    "reaffirm",
    "reiterate",
    "congratulate",
    "commend",
    "express",
    "accuse",
    "deny",
];

/// The sense that fits the words around, and the object that gives a light verb its type.
pub fn choose(
    sentence: &Sentence<'_>,
    at: usize,
    group: &Group,
) -> Option<(Sense, Option<(usize, EventType)>)> {
    let fits = |sense: &&Sense| {
        let form = match sense.form {
            Form::Base => group.infinitive || group.future || group.done,
            Form::Present => PERFORMATIVES.contains(&sense.base) && !group.has_auxiliary(),
            _ => true,
        };
        form && !matches!(sense.part, Part::Noun | Part::Object)
            && (sense.particle.is_none() || follows(sentence, at, sense, group))
    };
    let verbs: Vec<Sense> = sentence.senses(at).iter().filter(fits).copied().collect();
    if let Some(sense) = verbs.iter().find(|sense| sense.particle.is_some() && sense.part != Part::Light) {
        return Some((*sense, None));
    }
    if let Some(light) = verbs.iter().find(|sense| sense.part == Part::Light) {
        let object = if group.is_passive() { subject_noun(sentence, group) } else { object(sentence, at) };
        if let Some(object) = object {
            return Some((*light, Some(object)));
        }
    }
    let change = verbs.iter().find(|sense| sense.part == Part::Change);
    if let Some(change) = change.filter(|_| !has_object(sentence, at))
        && let Some(noun) = subject_noun(sentence, group)
    {
        return Some((*change, Some(noun)));
    }
    let rank = |sense: &&Sense| match sense.part {
        Part::Verb => 0,
        Part::Say => 1,
        Part::Change => 2,
        _ => 3,
    };
    let sense = verbs.iter().filter(|sense| sense.part != Part::Light).min_by_key(rank)?;
    Some((*sense, None))
}

/// Whether one of the sense's particles stands where it belongs to the verb.
fn follows(sentence: &Sentence<'_>, at: usize, sense: &Sense, group: &Group) -> bool {
    if sense.takes("\"") {
        return opens_quotation(sentence, at);
    }
    if sense.takes("@") {
        return is_person_next(sentence, at);
    }
    let close = sense.particle.is_some_and(|particles| particles.split('/').all(is_close));
    let reach = if close { 1 } else { 5 };
    let behind = (at + 1..=at + reach)
        .take_while(|n| !matches!(sentence.lower(*n), "," | ";" | "that") || sense.takes(sentence.lower(*n)))
        .any(|n| sense.takes(sentence.lower(n)));
    // "Ties were severed": what the verb takes is its subject.
    let mut before = sentence.range.0.max(group.start.saturating_sub(5))..group.start;
    behind || (group.is_passive() && before.any(|n| sense.takes(sentence.lower(n))))
}

/// Particles that stand right behind their verb.
fn is_close(particle: &str) -> bool {
    matches!(
        particle,
        "on" | "for"
            | "upon"
            | "to"
            | "with"
            | "in"
            | "into"
            | "at"
            | "over"
            | "by"
            | "from"
            | "of"
            | "that"
            | "fire"
            | "force"
    )
}

/// "called the seizure “piracy”".
fn opens_quotation(sentence: &Sentence<'_>, at: usize) -> bool {
    let goes_on = |n: &usize| {
        let particle = *n == at + 1 && matches!(sentence.lower(*n), "on" | "for");
        !(particle || matches!(sentence.lower(*n), "" | "," | ";" | "that"))
    };
    let mut words = (at + 1..at + 12).take_while(goes_on);
    words.any(|n| matches!(sentence.lower(n), "“" | "\"" | "„" | "«"))
}

/// "called Foreign Minister N. N.": a person by name right behind the verb.
fn is_person_next(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence
        .mention_at(at + 1)
        .is_some_and(|(_, mention)| mention.how == How::Name && sentence.cast.is_person(mention.who))
}

/// Whether something is done to something: a noun phrase stands right behind the verb.
fn has_object(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = at + 1;
    sentence.has(next, Class::DETERMINER)
        || sentence.mention_at(next).is_some() && sentence.date_at(next).is_none()
        || sentence.is(next, Kind::Number) && sentence.date_at(next).is_none()
}

/// The noun of a happening at the end of the phrase before the verb: "talks were held".
fn subject_noun(sentence: &Sentence<'_>, group: &Group) -> Option<(usize, EventType)> {
    let lowest = sentence.range.0.max(group.start.saturating_sub(OBJECT_REACH));
    let mut head = None;
    for at in (lowest..group.start).rev() {
        if sentence.is_break(at) || sentence.has(at, Class::SUBORDINATOR) || sentence.is_finite(at) {
            break;
        }
        if let Some(event_type) = noun_type(sentence, at, true) {
            head = Some((at, event_type));
        } else if sentence.has(at, Class::PREPOSITION) {
            head = None;
        } else if sentence.has(at, Class::DETERMINER) && !sentence.follows(at, Class::PREPOSITION) {
            break;
        }
    }
    head
}

/// The noun of a happening behind a light verb, within the same clause.
fn object(sentence: &Sentence<'_>, verb: usize) -> Option<(usize, EventType)> {
    let mut by_preposition = false;
    for at in verb + 1..=verb + OBJECT_REACH {
        let quoted = matches!(sentence.lower(at), "“" | "\"");
        if sentence.is_break(at) || quoted || sentence.has(at, Class::SUBORDINATOR) {
            return None;
        }
        // A day between a verb and its object parts nothing: "held on Monday talks".
        by_preposition |= sentence.has(at, Class::PREPOSITION)
            && !matches!(sentence.lower(at), "of" | "between" | "over")
            && sentence.date_at(at + 1).is_none();
        if by_preposition && sentence.lower(verb + 1) != "part" {
            return None;
        }
        let modifies = noun_type(sentence, at + 1, true).is_some();
        if let Some(event_type) = noun_type(sentence, at, true).filter(|_| !modifies) {
            // "a round of talks": the second noun says what kind of round it is.
            return Some((at, event_type));
        }
    }
    None
}
