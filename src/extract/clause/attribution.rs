//! "…, the minister said" and "…,” said the minister": who is cited behind what was said.

use std::ops::Range;

use super::super::grammar::Class;
use super::super::mentions::How;
use super::super::words::Kind;
use super::{Happening, Rank, Sentence, Status, Subject, is_quoted};
use crate::model::event_type::EventType;

/// Marks the verbs of speech that cite somebody behind what was said. Where the sentence tells of
/// what was said, they are no happenings of their own and are left out.
pub fn mark(sentence: &Sentence<'_>, quoted: &[Range<usize>], verbs: &mut Vec<Happening>) {
    for verb in verbs.iter_mut().filter(|verb| verb.speech && verb.status != Status::Planned) {
        if let Some(speaker) = speaker_behind(sentence, verb) {
            verb.attribution = true;
            verb.subject = speaker;
            verb.rank = Rank::Main;
        } else if is_postposed(sentence, verb) {
            verb.attribution = true;
            verb.rank = Rank::Main;
        }
    }
    give_quoted(sentence, quoted, verbs);
    let told = |verbs: &[Happening], cited: &Happening| {
        verbs.iter().any(|verb| {
            let before = verb.trigger < cited.trigger && !verb.attribution;
            before && (verb.rank == Rank::Quoted || matches!(verb.rank, Rank::Main | Rank::Joined))
        })
    };
    let kept: Vec<bool> = verbs.iter().map(|verb| !(verb.attribution && told(verbs, verb))).collect();
    let mut kept = kept.into_iter();
    verbs.retain(|_| kept.next().unwrap_or(true));
}

/// ",” said Foreign Minister N. N.": the subject behind the verb.
fn speaker_behind(sentence: &Sentence<'_>, verb: &Happening) -> Option<Subject> {
    let opens = sentence.before(verb.group.start).is_some_and(|at| {
        matches!(sentence.lower(at), "," | "”" | "\"" | "»") || sentence.is(at, Kind::Quote)
    });
    if !opens || verb.group.len() > 1 {
        return None;
    }
    let from = verb.group.end;
    let (index, mention) = sentence.mentions().find(|(_, mention)| mention.words.start >= from)?;
    let end = mention.words.end;
    let closed = sentence.is_break(end)
        || sentence.is(end, Kind::Quote)
        || sentence.date_at(end).is_some()
        || sentence.has(end, Class::PREPOSITION | Class::RELATIVE);
    let near = closed && (from..mention.words.start).all(|at| sentence.has(at, Class::ARTICLE));
    let acts = matches!(mention.how, How::Name | How::Seat | How::Title | How::Body);
    (near && acts).then(|| quoted_by(sentence, index))
}

/// ", officials said.": the subject before the verb, behind a comma or a quotation, and nothing said after it.
fn is_postposed(sentence: &Sentence<'_>, verb: &Happening) -> bool {
    let Some(words) = verb.subject.words.as_ref().filter(|_| !verb.subject.inherited) else { return false };
    let opens = sentence
        .before(words.start)
        .is_some_and(|at| sentence.lower(at) == "," || sentence.is(at, Kind::Quote))
        && sentence.before(words.start).is_some_and(|at| at > sentence.range.0 + 2);
    let after = verb.group.end;
    let ends = sentence.is_break(after)
        || sentence.date_at(after).is_some()
        || sentence.has(after, Class::PREPOSITION)
        || (matches!(sentence.lower(verb.trigger), "told") && !says_that(sentence, after))
        || sentence.date_at(after + 1).is_some();
    opens && ends && sentence.lower(after) != ":" && !says_that(sentence, after)
}

/// Whether what was said follows.
fn says_that(sentence: &Sentence<'_>, from: usize) -> bool {
    (from..sentence.range.1).any(|at| matches!(sentence.lower(at), "that" | ":" | "“" | "\""))
}

/// What a quotation tells as done by the speaker is given to the speaker.
fn give_quoted(sentence: &Sentence<'_>, quoted: &[Range<usize>], verbs: &mut Vec<Happening>) {
    let speaker = verbs
        .iter()
        .find(|verb| verb.speech && verb.rank == Rank::Main && !verb.subject.is_empty())
        .map(|verb| verb.subject.clone())
        .or_else(|| signature(sentence, quoted))
        .or_else(|| sentence.speaker.map(|index| quoted_by(sentence, index)));
    for verb in verbs.iter_mut().filter(|verb| verb.rank == Rank::Quoted) {
        verb.subject = speaker.clone().unwrap_or_default();
        verb.subject.behind = true;
    }
    verbs.retain(|verb| verb.rank != Rank::Quoted || (!verb.subject.is_empty() && is_deed(verb)));
}

/// "“…” ~ N. N.": the name alone behind a quotation.
fn signature(sentence: &Sentence<'_>, quoted: &[Range<usize>]) -> Option<Subject> {
    let last = quoted.last()?;
    let mark = (last.end..last.end + 3)
        .find(|at| matches!(sentence.lower(*at), "~" | "—" | "–" | "-") && *at < sentence.range.1)?;
    let (index, mention) = sentence.mentions().find(|(_, mention)| mention.words.start > mark)?;
    let near = mention.words.start <= mark + 2 && !is_quoted(quoted, mention.words.start);
    near.then(|| quoted_by(sentence, index))
}

fn quoted_by(sentence: &Sentence<'_>, index: usize) -> Subject {
    let words = Some(sentence.cast.mentions[index].words.clone());
    Subject { mentions: vec![index], words, behind: true, ..Subject::default() }
}

fn is_deed(verb: &Happening) -> bool {
    verb.event_type != EventType::Statement
}
