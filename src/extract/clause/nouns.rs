//! Nouns that name a happening: "the annexation", "talks", "sanctions on …".

use std::ops::Range;

use super::super::grammar::Class;
use super::super::mentions::{How, Mention};
use super::super::words::Kind;
use super::{Happening, Rank, Sentence, Status, Subject, is_quoted, is_void, noun_phrase, noun_type};
use crate::model::event_type::EventType;

/// How far behind a noun those are looked for to whom it was done.
const REACH: usize = 6;

/// All nouns of happenings in the sentence that no verb has for its object.
pub fn find(sentence: &Sentence<'_>, quoted: &[Range<usize>], verbs: &[Happening]) -> Vec<Happening> {
    let mut found = Vec::new();
    for at in sentence.range.0..sentence.range.1 {
        let Some(event_type) = noun_type(sentence, at, false) else { continue };
        let taken = |verb: &Happening| {
            let chained = verb.object.is_some_and(|object| object < at && is_chain(sentence, object, at));
            verb.group.contains(&at) || verb.object == Some(at) || chained
        };
        // Within a name it names no happening: "the Economic Forum".
        let press = sentence.before(at).is_some_and(|n| matches!(sentence.lower(n), "news" | "press"));
        let in_name = sentence.words.capital(at) && at > sentence.range.0;
        if in_name
            || press
            || is_quoted(quoted, at)
            || verbs.iter().any(taken)
            || sentence.mention_at(at).is_some()
        {
            continue;
        }
        if modifies_next(sentence, at) {
            continue;
        }
        let governed = verbs.iter().any(|verb| {
            let between = verb.trigger + 1..at;
            !verb.speech && verb.trigger < at && between.into_iter().all(|word| !sentence.is_break(word))
        });
        if let Some(happening) = read(sentence, at, event_type, governed) {
            found.push(happening);
        }
    }
    found
}

/// "a round of talks", "a meeting of envoys": the second noun says more of the first.
fn is_chain(sentence: &Sentence<'_>, first: usize, second: usize) -> bool {
    second <= first + 4 && (first + 1..second).any(|at| sentence.lower(at) == "of")
}

/// "peace talks proposal": only the last noun names the thing.
fn modifies_next(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at + 1, Kind::Letters) && noun_type(sentence, at + 1, false).is_some()
}

fn read(sentence: &Sentence<'_>, at: usize, event_type: EventType, governed: bool) -> Option<Happening> {
    let start = noun_phrase(sentence, at);
    let near = || (start..at).rev().take(4);
    if near().any(|word| sentence.has(word, Class::NEGATION | Class::IMAGINED)) {
        return None;
    }
    let imagined = near().any(|word| sentence.has(word, Class::INDEFINITE)) || is_void(sentence, at);
    let recent = near().any(|word| sentence.has(word, Class::RECENT));
    let owner = sentence.mentions().rev().find(|(_, mention)| {
        mention.words.start >= start && mention.words.end <= at && mention.how != How::Place
    });
    let by_owner = owner.filter(|(_, mention)| {
        sentence.is(mention.words.end, Kind::Possessive) || mention.how == How::Adjective
    });
    let other = recipient(sentence, at, owner.map(|(index, _)| index));
    let rank = match (recent, by_owner, other) {
        (true, ..) if !imagined => Rank::RecentNoun,
        (_, Some((_, mention)), Some(_)) if !imagined && mention.how != How::Adjective => Rank::ActedNoun,
        _ => Rank::Noun,
    };
    let mut mentions: Vec<usize> = owner.iter().map(|(index, _)| *index).collect();
    let rank = match (rank, imposer(sentence, at)) {
        (Rank::Noun, Some(imposer))
            if event_type == EventType::Sanction
                && other.is_some()
                && mentions.is_empty()
                && !(imagined || governed) =>
        {
            mentions.push(imposer);
            Rank::ActedNoun
        }
        (Rank::Noun, _) if !imagined && is_between(sentence, at) => Rank::ActedNoun,
        (rank, _) => rank,
    };
    let opens = start <= sentence.range.0 + 1;
    let earlier = near().any(|word| {
        matches!(sentence.lower(word), "prior" | "previous" | "earlier" | "past" | "various" | "initial")
    });
    let (rank, status) = if rank == Rank::Noun && earlier && opens && is_told_past(sentence, at) {
        (Rank::EarlierNoun, Status::Standing)
    } else if rank == Rank::Noun && opens && by_owner.is_some() && is_plan(event_type, owner) && !imagined {
        (Rank::ActedNoun, Status::Standing)
    } else {
        (rank, Status::Named)
    };
    let definite = sentence.lower(start) == "the" && !recent;
    Some(Happening {
        event_type,
        trigger: at,
        group: at..at + 1,
        base: None,
        speech: false,
        attribution: false,
        negated: false,
        passive: false,
        status,
        rank,
        subject: Subject { mentions, words: Some(start..at + 1), definite, ..Subject::default() },
        object: None,
    })
}

/// Whether a finite verb of the past follows in the same clause.
fn is_told_past(sentence: &Sentence<'_>, noun: usize) -> bool {
    let past = |at: usize| {
        let word = sentence.lower(at);
        sentence.has(at, Class::PAST | Class::BE_THEN) || (word.len() > 4 && word.ends_with("ed"))
    };
    (noun + 1..sentence.range.1).any(|at| past(at) && !sentence.has(at, Class::DETERMINER))
}

/// Somebody's plan, by name: "N. N.'s peace formula".
fn is_plan(event_type: EventType, owner: Option<(usize, &Mention)>) -> bool {
    let acts = owner.is_some_and(|(_, mention)| matches!(mention.how, How::Name | How::Title | How::Seat));
    acts && event_type == EventType::Propose
}

/// "the joint appearance of A and B", "the quarrel between A and B".
fn is_between(sentence: &Sentence<'_>, noun: usize) -> bool {
    if !matches!(sentence.lower(noun + 1), "of" | "between") {
        return false;
    }
    let near = sentence.mentions().filter(|(_, mention)| {
        mention.words.start > noun
            && mention.words.start < noun + REACH + 2
            && mention.how != How::Place
            && mention.how != How::Adjective
    });
    let ends: Vec<&Range<usize>> = near.map(|(_, mention)| &mention.words).take(2).collect();
    matches!(ends[..], [first, second] if sentence.lower(first.end) == "and" && second.start <= first.end + 2)
}

/// Whose sanctions they are, where the sentence names somebody before them.
fn imposer(sentence: &Sentence<'_>, noun: usize) -> Option<usize> {
    let acts = |how: How| matches!(how, How::Name | How::Seat | How::Title | How::Body);
    sentence
        .mentions()
        .find(|(_, mention)| mention.words.end <= noun && acts(mention.how))
        .map(|(index, _)| index)
}

/// Whom the noun is directed at: "overtures to …", "sanctions on …", "strikes against …".
fn recipient(sentence: &Sentence<'_>, noun: usize, owner: Option<usize>) -> Option<usize> {
    let preposition = sentence.lower(noun + 1);
    if !matches!(preposition, "to" | "on" | "against" | "with" | "at") {
        return None;
    }
    let is_near = |words: &Range<usize>| words.start > noun && words.start <= noun + REACH;
    let mentions =
        sentence.mentions().filter(|(index, mention)| is_near(&mention.words) && Some(*index) != owner);
    mentions.map(|(index, _)| index).next()
}
