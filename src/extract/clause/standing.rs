//! How a verb stands in its sentence: as the main verb, joined to another, as a participle, in a
//! dependent clause; and which words only look like verbs.

use super::super::grammar::Class;
use super::super::mentions::How;
use super::super::words::Kind;
use super::phrase::{noun_phrase, whole_phrase};
use super::verbs::Group;
use super::void::in_condition;
use super::{Happening, Rank, Sentence, Status, Subject, subject};
use crate::model::event_type::EventType;
use crate::model::happening_words::Form;

/// Says who does it, and how the verb stands in the sentence; nothing for nouns that look like verbs.
pub fn place(
    sentence: &Sentence<'_>,
    happening: &mut Happening,
    group: &Group,
    form: Form,
    earlier: &[Happening],
) -> Option<()> {
    let start = happening.group.start;
    let before = sentence.before(start);
    if form == Form::Base && group.infinitive {
        let mut from = before?;
        while let Some(earlier) = sentence.before(from) {
            if sentence.has(earlier, Class::HYPOTHETICAL | Class::NEGATION) {
                return None;
            }
            if !sentence.has(earlier, Class::AUXILIARY | Class::ADVERB) {
                break;
            }
            from = earlier;
        }
        happening.subject = subject::find(sentence, from, earlier);
        happening.group.start = from;
        happening.rank = rank(sentence, from, &happening.subject, earlier);
        return Some(());
    }
    let bare_ing = form == Form::Ing && happening.status == Status::Past;
    if bare_ing || group.having {
        return participle(sentence, happening, earlier);
    }
    let bare = !group.have && !group.is_passive();
    let is_participle = matches!(form, Form::PastOrParticiple | Form::Participle);
    if bare && is_participle && before.is_none() {
        return fronted(sentence, happening);
    }
    if bare && is_participle && is_attribute(sentence, happening.trigger, before) {
        return None;
    }
    if bare && is_participle {
        let joined = before.is_some_and(|at| sentence.lower(at) == ",");
        if joined && sentence.lower(happening.trigger + 1) == "by" && !is_made(happening.event_type) {
            return None;
        }
        if let Some(head) = reduced(sentence, happening, before) {
            happening.passive = true;
            happening.rank = Rank::Participle;
            let words = whole_phrase(sentence, head)..head + 1;
            happening.subject = Subject { words: Some(words), ..Subject::default() };
            return Some(());
        }
        if form == Form::Participle {
            return None;
        }
    }
    happening.subject = subject::find(sentence, start, earlier);
    happening.rank = rank(sentence, start, &happening.subject, earlier);
    let joined = earlier.iter().rev().find(|verb| verb.group.end <= start);
    if bare && is_participle && happening.subject.inherited && joined.is_some_and(|verb| verb.passive) {
        happening.passive = true;
    }
    Some(())
}

/// "Signed in May, the treaty …": what was done to the subject of the main clause.
fn fronted(sentence: &Sentence<'_>, happening: &mut Happening) -> Option<()> {
    let next = happening.trigger + 1;
    let hangs = matches!(sentence.lower(next), "by" | "in" | "on" | "at" | "under" | "after" | "between")
        || sentence.date_at(next).is_some();
    let comma = (next..sentence.range.1).find(|at| sentence.lower(*at) == ",").filter(|_| hangs)?;
    let end = (comma + 1..sentence.range.1.min(comma + 9))
        .find(|at| sentence.is_finite(*at) || sentence.has(*at, Class::PREPOSITION))
        .filter(|end| *end > comma + 1)?;
    happening.passive = true;
    happening.rank = Rank::Participle;
    happening.subject = Subject { words: Some(comma + 1..end), ..Subject::default() };
    Some(())
}

/// "seized assets", "the occupied territories": a participle before its noun.
fn is_attribute(sentence: &Sentence<'_>, at: usize, before: Option<usize>) -> bool {
    let Some(before) = before else { return true };
    let small =
        Class::PREPOSITION | Class::DETERMINER | Class::ADVERB | Class::SUBORDINATOR | Class::COORDINATOR;
    let noun_follows = sentence.is(at + 1, Kind::Letters)
        && !sentence.has(at + 1, small)
        && sentence.date_at(at + 1).is_none()
        && sentence.mention_at(at + 1).is_none();
    let word = sentence.lower(before);
    let links = Class::ADVERB | Class::COORDINATOR | Class::SUBORDINATOR | Class::PRONOUN;
    let common = sentence.is(before, Kind::Letters)
        && sentence.mention_at(before).is_none()
        && sentence.date_at(before).is_none()
        && !sentence.has(before, links | Class::THING_PRONOUN | Class::PERSON)
        && !sentence.words.capital(before)
        && !word.ends_with('s');
    if common && noun_follows && !sentence.has(before, Class::DETERMINER | Class::PREPOSITION) {
        return is_adjective(word) && !names_subject(sentence, before);
    }
    let determined = sentence.has(before, Class::DETERMINER | Class::PREPOSITION)
        || sentence.is(before, Kind::Possessive)
        || sentence.is(before, Kind::Number);
    determined && (noun_follows || sentence.has(before, Class::DETERMINER))
}

/// Told by its ending.
fn is_adjective(word: &str) -> bool {
    ["ive", "al", "ic", "ous", "ful", "less", "able", "ible", "ant", "ent", "ary", "ern", "an"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && !word.ends_with("ment")
}

/// "The council rejected calls": the noun before the verb begins the clause, behind an article.
fn names_subject(sentence: &Sentence<'_>, noun: usize) -> bool {
    let start = noun_phrase(sentence, noun);
    let opens = sentence
        .before(start)
        .is_none_or(|at| sentence.is_break(at) || sentence.has(at, Class::SUBORDINATOR | Class::COORDINATOR));
    start < noun && sentence.has(start, Class::DETERMINER) && opens
}

/// "a treaty signed in June": a participle behind the noun that it belongs to. Gives the noun.
fn reduced(sentence: &Sentence<'_>, happening: &Happening, before: Option<usize>) -> Option<usize> {
    let (start, verb) = (happening.group.start, happening.trigger);
    let mut before = before?;
    let next = sentence.lower(verb + 1);
    let passive_next = matches!(
        next,
        "by" | "between" | "in" | "on" | "at" | "during" | "under" | "after" | "with" | "last" | "from"
    ) || sentence.is(verb + 1, Kind::Number)
        || sentence.date_at(verb + 1).is_some();
    match sentence.lower(before) {
        "(" => return sentence.before(before),
        "," if passive_next && is_made(happening.event_type) => {
            before = sentence.before(before)?;
            let noun = sentence.is(before, Kind::Letters) && sentence.date_at(before).is_none();
            let active = matches!(next, "with" | "after" | "from");
            return (noun && !active && noun_phrase(sentence, before) > sentence.range.0).then_some(before);
        }
        _ => {}
    }
    let none = Class::ADVERB
        | Class::COORDINATOR
        | Class::RELATIVE
        | Class::PRONOUN
        | Class::THING_PRONOUN
        | Class::FIRST_PERSON
        | Class::SECOND_PERSON;
    let noun = sentence.is(before, Kind::Letters)
        && (sentence.mention_at(before).is_none() || is_owned(sentence, before))
        && sentence.date_at(before).is_none()
        && !sentence.has(before, none)
        && !matches!(sentence.lower(before), "there" | "both")
        && start == verb;
    let by = matches!(next, "by" | "between");
    let intransitive = is_intransitive(happening.base.unwrap_or_default());
    (noun && passive_next && !intransitive && (by || !subject_is_free(sentence, before))).then_some(before)
}

fn is_intransitive(base: &str) -> bool {
    matches!(
        base,
        "clash"
            | "collapse"
            | "travel"
            | "arrive"
            | "rally"
            | "dock"
            | "end"
            | "expire"
            | "resign"
            | "erupt"
            | "explode"
            | "gather"
            | "march"
            | "retreat"
            | "surrender"
            | "protest"
            | "die"
            | "return"
    )
}

/// What somebody makes and what can be handed on: treaties, decrees, votes.
fn is_made(event_type: EventType) -> bool {
    use EventType as T;
    matches!(event_type, T::Agree | T::Propose | T::Coerce | T::Sanction | T::Vote | T::Mediate)
}

/// "Norway's treaty": the mention is only the noun's owner.
fn is_owned(sentence: &Sentence<'_>, noun: usize) -> bool {
    sentence.mention_at(noun).is_some_and(|(_, mention)| mention.how == How::Topic)
}

/// Whether the noun at this word begins its clause, so that a verb behind it is finite.
fn subject_is_free(sentence: &Sentence<'_>, noun: usize) -> bool {
    let start = whole_phrase(sentence, noun);
    let first = sentence.before(start).is_none_or(|at| {
        sentence.is_break(at)
            || sentence.has(at, Class::SUBORDINATOR | Class::COORDINATOR)
            || sentence.date_at(at).is_some()
    });
    // "Talks ended on Friday": nothing else in the sentence can be its verb.
    first && !has_finite_auxiliary(sentence, noun)
}

fn has_finite_auxiliary(sentence: &Sentence<'_>, from: usize) -> bool {
    let clause = (from + 2..sentence.range.1).take_while(|at| !sentence.is_break(*at));
    let mut clause = clause.take_while(|at| !sentence.has(*at, Class::SUBORDINATOR));
    clause.any(|at| sentence.has(at, Class::HAVE | Class::BE_NOW | Class::BE_THEN))
}

fn participle(sentence: &Sentence<'_>, happening: &mut Happening, earlier: &[Happening]) -> Option<()> {
    let start = happening.group.start;
    let word = sentence.before(start).map_or("", |at| sentence.lower(at));
    if let Some(subject) = absolute(sentence, start) {
        happening.rank = Rank::Participle;
        happening.subject = subject;
        return Some(());
    }
    let opens = word.is_empty() || matches!(word, "," | "—" | "–" | ";");
    let after = matches!(word, "after" | "following" | "while" | "by" | "upon");
    let joins = sentence.follows(start, Class::COORDINATOR);
    if !(opens || after || joins) || in_condition(sentence, start) {
        return None;
    }
    happening.rank = Rank::Participle;
    let main = earlier.iter().rev().find(|verb| matches!(verb.rank, Rank::Main | Rank::Joined));
    happening.subject = match main {
        Some(verb) => Subject { inherited: true, ..verb.subject.clone() },
        None => subject::first_actor(sentence, start),
    };
    Some(())
}

/// "with the envoy saying": the participle has a subject of its own.
fn absolute(sentence: &Sentence<'_>, participle: usize) -> Option<Subject> {
    let mut before = sentence.before(participle)?;
    while sentence.has(before, Class::ADVERB) {
        before = sentence.before(before)?;
    }
    let (index, mention) = sentence.mention_at(before)?;
    let mut with = sentence.before(mention.words.start)?;
    // "with President N. N.'s administration stating".
    while sentence.has(with, Class::DETERMINER) || sentence.mention_at(with).is_some() {
        with = sentence.before(with)?;
    }
    (sentence.lower(with) == "with").then(|| Subject {
        mentions: vec![index],
        words: Some(mention.words.clone()),
        ..Subject::default()
    })
}

/// ", while Chile agreed" only sets beside; "known as the Front" opens no clause.
fn is_main_opener(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.before(at).map_or("", |before| sentence.lower(before));
    match sentence.lower(at) {
        // Sets beside what was done, and not what was only said or thought.
        "while" | "whereas" => before == ",",
        "as" => matches!(before, "known" | "described" | "identified" | "regarded" | "such" | "serving"),
        _ => false,
    }
}

fn rank(sentence: &Sentence<'_>, start: usize, subject: &Subject, earlier: &[Happening]) -> Rank {
    if subject.relative {
        return Rank::Dependent;
    }
    let from =
        subject.words.as_ref().filter(|_| !subject.inherited).map_or(start, |words| words.start.min(start));
    let reported = earlier.iter().rev().any(|verb| {
        verb.speech
            && verb.group.end <= from
            && (verb.group.end..from).all(|at| !matches!(sentence.lower(at), ";" | "while" | "but"))
            && !(verb.group.end..from)
                .any(|at| matches!(sentence.lower(at), "," | "and") && !subject.inherited)
    });
    if reported && !subject.inherited {
        return Rank::Reported;
    }
    let opener = sentence.before(from).filter(|at| sentence.mention_at(*at).is_none());
    if let Some(at) = opener.filter(|at| !is_main_opener(sentence, *at)) {
        if matches!(sentence.lower(at), "after" | "when" | "as" | "before" | "where") {
            return Rank::Temporal;
        }
        if sentence.has(at, Class::SUBORDINATOR) || sentence.lower(at) == "for" {
            return Rank::Dependent;
        }
    }
    if subject.inherited {
        return match earlier.iter().rev().find(|verb| verb.group.end <= start).map(|verb| verb.rank) {
            Some(Rank::Main | Rank::Joined) | None => Rank::Joined,
            Some(other) => other,
        };
    }
    Rank::Main
}
