//! The happening to which one date belongs: by the words around it.

use std::ops::Range;

use chrono::NaiveDate;

use super::super::clause::{Happening, Rank, Sentence, Status, is_infinitive, is_void};
use super::super::grammar::Class;
use super::super::words::Kind;
use crate::model::date::Precision;
use crate::model::event_type::EventType;
use crate::model::timex::{Anchor, Timex};

/// How many words behind a noun its date may stand.
const NOUN_REACH: usize = 8;

/// "by Friday", "since 2014": no date of an event.
pub fn is_limit(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let before = sentence.before(words.start).map_or("", |at| sentence.lower(at));
    let written = sentence.words.written(words.start).to_lowercase();
    let hyphened = written.starts_with("pre-") || written.starts_with("post-");
    hyphened
        || matches!(
            before,
            "by" | "until"
                | "till"
                | "before"
                | "since"
                | "than"
                | "for"
                | "through"
                | "despite"
                | "prospective"
        )
}

/// "last autumn, when …": the word at which the clause begins that says what was then.
pub fn clause_of(sentence: &Sentence<'_>, words: &Range<usize>) -> Option<usize> {
    let comma = sentence.lower(words.end) == ",";
    let next = words.end + usize::from(comma);
    let relative = sentence.lower(next) == "in" && sentence.lower(next + 1) == "which";
    (sentence.lower(next) == "when" || (comma && (sentence.lower(next) == "as" || relative))).then_some(next)
}

/// The happening to which a date belongs.
pub fn owner(
    sentence: &Sentence<'_>,
    happenings: &[Happening],
    words: &Range<usize>,
    timex: &Timex,
    report: Option<NaiveDate>,
) -> Option<usize> {
    if let Some(noun) = attribute(sentence, happenings, words) {
        return Some(noun);
    }
    if sentence.is(words.end, Kind::Possessive) || is_bound(sentence, words) {
        return None;
    }
    let clause = clause_of(sentence, words).filter(|_| is_limit(sentence, words));
    if let Some(clause) = clause.filter(|_| is_behind_verb(sentence, words)) {
        return happenings
            .iter()
            .position(|happening| happening.base.is_some() && happening.trigger > clause);
    }
    // "the borders of 1967": the date says of which.
    let of = sentence.before(words.start).filter(|at| sentence.lower(*at) == "of");
    if let Some(noun) = of.and_then(|of| sentence.before(of)) {
        return happenings.iter().position(|happening| happening.base.is_none() && happening.trigger == noun);
    }
    if let Some(verb) = opens_clause(sentence, happenings, words) {
        return Some(verb);
    }
    let Some(left) = happenings.iter().rposition(|happening| happening.trigger < words.start) else {
        if let Some(clause) = clause_of(sentence, words) {
            let verb = |other: &Happening| other.base.is_some() && other.trigger > clause;
            return happenings.iter().position(verb);
        }
        let main = happenings.iter().position(|happening| {
            happening.base.is_some()
                && matches!(happening.rank, Rank::Main | Rank::Joined | Rank::Quoted)
                && happening.trigger >= words.end
        });
        let verb = || happenings.iter().position(|other| other.trigger >= words.end && other.base.is_some());
        return main.or_else(verb).or_else(|| happenings.iter().position(|other| other.trigger >= words.end));
    };
    let happening = &happenings[left];
    if let Some(opened) = new_clause(sentence, happenings, left, words) {
        return opened;
    }
    if happening.base.is_none() {
        return of_noun(sentence, happenings, left, words, timex, report);
    }
    belongs(sentence, happening, words, timex, report).then_some(left)
}

/// Whether a date is not after the report.
fn has_been(timex: &Timex, report: Option<NaiveDate>) -> bool {
    let (Some(date), Some(report)) = (&timex.edtf, report) else { return false };
    date.last() <= report
}

/// "; in April, Oslo stopped …": the verb of the clause that a date opens.
fn opens_clause(sentence: &Sentence<'_>, happenings: &[Happening], words: &Range<usize>) -> Option<usize> {
    let start = words.start - usize::from(sentence.follows(words.start, Class::PREPOSITION));
    let before = sentence.before(start)?;
    let opens = matches!(sentence.lower(before), ";" | "—") || sentence.has(before, Class::COORDINATOR);
    if !opens || sentence.lower(words.end) != "," {
        return None;
    }
    happenings.iter().position(|happening| happening.trigger > words.end && happening.base.is_some())
}

/// Whether a finite verb stands before the date, so that "when" after it opens a clause of its own.
fn is_behind_verb(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    (sentence.range.0..words.start).any(|at| sentence.is_finite(at))
}

/// "2022 invasion", "Thursday's missile test": the noun that a date stands before.
fn attribute(sentence: &Sentence<'_>, happenings: &[Happening], words: &Range<usize>) -> Option<usize> {
    let hangs = sentence.before(words.start).map_or("", |at| sentence.lower(at));
    let possessive = sentence.is(words.end, Kind::Possessive);
    if matches!(hangs, "in" | "on" | "during" | "of" | "at") && !possessive {
        return None;
    }
    let from = words.end + usize::from(possessive);
    let last =
        (from..from + 4).take_while(|at| sentence.is_modifier(*at) && !sentence.is_finite(*at)).last()?;
    happenings.iter().position(|happening| {
        happening.base.is_none() && happening.trigger >= from && happening.trigger <= last
    })
}

/// Where a comma and a subject part the date from the happening on its left: the happening of the new
/// clause, which may be none; or, for "…, officials said on Monday", the main one.
fn new_clause(
    sentence: &Sentence<'_>,
    happenings: &[Happening],
    left: usize,
    words: &Range<usize>,
) -> Option<Option<usize>> {
    let trigger = happenings[left].trigger;
    let comma = (trigger + 1..words.start).rev().find(|at| sentence.lower(*at) == ",")?;
    let verb = (comma + 1..words.start).find(|at| sentence.is_finite(*at))?;
    if sentence.has(comma + 1, Class::COORDINATOR) && verb == comma + 2 {
        return Some(None);
    }
    let says = sentence
        .senses(verb)
        .iter()
        .any(|sense| sense.part == crate::model::happening_words::Part::Say && sense.event_type.is_some());
    if !says || sentence.has(comma + 1, Class::SUBORDINATOR) {
        return Some(None);
    }
    Some(happenings.iter().position(|happening| {
        happening.rank == Rank::Main && happening.base.is_some() && happening.trigger < comma
    }))
}

/// Whether a date behind a verb is its own, and not that of what was said or planned.
fn belongs(
    sentence: &Sentence<'_>,
    happening: &Happening,
    words: &Range<usize>,
    timex: &Timex,
    report: Option<NaiveDate>,
) -> bool {
    let between = || happening.trigger + 1..words.start;
    let told = happening.speech && between().any(|at| sentence.is_surely_finite(at));
    let wanted = between().any(|at| is_infinitive(sentence, at) || sentence.has(at, Class::HYPOTHETICAL));
    // "refused to meet on Monday": a day that has been is that of the refusal.
    let day = timex.edtf.as_ref().is_some_and(|date| date.precision() == Precision::Day);
    let past =
        day && timex.modifier.is_none() && timex.anchor == Anchor::Published && has_been(timex, report);
    !told && (!wanted || past)
}

/// To whom a date behind a noun belongs: to the noun, or to the verb that has it for an object.
fn of_noun(
    sentence: &Sentence<'_>,
    happenings: &[Happening],
    noun: usize,
    words: &Range<usize>,
    timex: &Timex,
    report: Option<NaiveDate>,
) -> Option<usize> {
    let trigger = happenings[noun].trigger;
    let between = || trigger + 1..words.start;
    let parts =
        |at: usize| matches!(sentence.lower(at), "as" | "but" | "while" | ",") || sentence.is_finite(at);
    let near: Vec<usize> = between().filter(|at| !is_apposed(sentence, *at)).collect();
    let apart = near.len() > NOUN_REACH || near.iter().any(|at| parts(*at));
    let close = (!apart).then_some(noun);
    let verb = governing(sentence, happenings, noun);
    if is_void(sentence, trigger) {
        return verb.filter(|verb| {
            let happening = &happenings[*verb];
            happening.status == Status::Planned || belongs(sentence, happening, words, timex, report)
        });
    }
    let Some(verb) = verb else { return close };
    let happening = &happenings[verb];
    let explicit = timex.anchor == Anchor::Itself
        && is_reaction(happening.event_type)
        && !matches!(happenings[noun].event_type, EventType::Propose | EventType::Request);
    let cited = happening.event_type == EventType::Statement
        && matches!(happening.rank, Rank::Temporal | Rank::Dependent | Rank::Reported);
    if (explicit || cited) && !apart {
        return close;
    }
    belongs(sentence, happening, words, timex, report).then_some(verb)
}

/// ", N. N.,": a name beside a title, and its commas.
fn is_apposed(sentence: &Sentence<'_>, at: usize) -> bool {
    let opens = |at: usize| {
        sentence.lower(at) == ","
            && sentence
                .mention_at(at + 1)
                .is_some_and(|(_, mention)| sentence.lower(mention.words.end) == ",")
    };
    let closes = |at: usize| {
        let named = at.checked_sub(1).and_then(|before| sentence.mention_at(before));
        named.is_some_and(|(_, mention)| {
            let inner = mention.words.clone().any(|at| sentence.lower(at) == ",");
            inner || opens(mention.words.start.saturating_sub(1))
        })
    };
    let within = sentence
        .mention_at(at)
        .is_some_and(|(_, mention)| opens(mention.words.start.saturating_sub(1)) || mention.words.len() > 2);
    within || opens(at) || (sentence.lower(at) == "," && closes(at))
}

/// Whether the type answers to what has happened before.
fn is_reaction(event_type: EventType) -> bool {
    use EventType as T;
    matches!(event_type, T::Accuse | T::Support | T::Reject | T::Statement | T::Request | T::Protest)
}

/// The verb in whose clause a noun stands.
fn governing(sentence: &Sentence<'_>, happenings: &[Happening], noun: usize) -> Option<usize> {
    let trigger = happenings[noun].trigger;
    let verb = happenings[..noun].iter().rposition(|happening| happening.base.is_some())?;
    let between = happenings[verb].trigger + 1..trigger;
    let same_clause = between.clone().all(|at| {
        !matches!(sentence.lower(at), "," | ";" | ":" | "that" | "which" | "who" | "as" | "while")
            && !sentence.is_surely_finite(at)
    });
    (between.len() <= 24 && same_clause).then_some(verb)
}

/// "its 1991 borders": a year bound to a noun that names no happening.
fn is_bound(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
    let next = words.end;
    let noun_follows = sentence.lower(next).len() > 2
        && sentence.is_modifier(next)
        && sentence.senses(next).is_empty()
        && !sentence.has(next, Class::ADVERB)
        && sentence.mention_at(next).is_none();
    noun_follows
        && (sentence.follows(words.start, Class::DETERMINER)
            || sentence.before(words.start).is_some_and(|at| sentence.is(at, Kind::Possessive)))
}
