//! Which happenings become candidates, and how sure the rules are of each.

use super::beside::Link;
use super::clause::{Happening, Rank, Sentence, Status};
use super::grammar::Class;
use super::mentions::How;
use super::roles::Parts;
use super::story::Dated;
use crate::model::event_type::EventType;
use crate::model::happening_words::Part;

/// Whether a happening can be an event: it has a date of its own, or somebody did it of late.
///
/// `repeats` if it goes on from what the same said before in the sentence.
pub fn is_kept(sentence: &Sentence<'_>, happening: &Happening, link: Link, repeats: bool) -> bool {
    let subject = &happening.subject;
    if subject.observer {
        return false;
    }
    let own_date = matches!(link, Link::Own(_) | Link::Counted { .. } | Link::FromStory { .. });
    let somebody = !subject.is_empty() || subject.agent;
    let acts = somebody
        && (!subject.through_thing || is_deed(happening) || subject.agent || is_human(sentence, happening));
    let says = happening.speech || happening.event_type == EventType::Statement;
    match happening.rank {
        Rank::Main if says && subject.is_empty() => own_date && (subject.agent || !happening.speech),
        Rank::Main => own_date || acts,
        Rank::Joined if says => {
            let new = !repeats || matches!(happening.base, Some("announce" | "confirm" | "declare"));
            own_date || (acts && new && happening.status == Status::Past)
        }
        Rank::Joined => own_date || acts,
        Rank::Quoted => true,
        Rank::Temporal => own_date || (link != Link::None && acts && is_act(happening.event_type)),
        Rank::Participle => {
            let before = sentence.before(happening.group.start).map_or("", |at| sentence.lower(at));
            let own_subject = !subject.inherited && !happening.passive && !subject.is_empty();
            own_date
                || own_subject
                || (before == "after" && !says && !subject.is_empty())
                || (happening.passive && recently(sentence, happening))
        }
        Rank::Dependent | Rank::Reported | Rank::Noun => own_date,
        Rank::RecentNoun => {
            let start = subject.words.as_ref().map_or(happening.trigger, |words| words.start);
            let near = start.saturating_sub(2)..happening.trigger + 8;
            sentence.mentions().any(|(_, mention)| near.contains(&mention.words.start))
        }
        Rank::EarlierNoun => {
            let named = sentence.mentions().any(|(_, mention)| mention.how != How::Adjective);
            own_date || named
        }
        Rank::ActedNoun => true,
    }
}

/// "Norway's top court rejected": only people do so, whatever they are called.
fn is_human(sentence: &Sentence<'_>, happening: &Happening) -> bool {
    use EventType as T;
    let Some(words) = &happening.subject.words else { return false };
    let told = words.clone().any(|at| {
        sentence.senses(at).iter().any(|sense| sense.part == Part::Noun) && sentence.mention_at(at).is_none()
    });
    let verbal = matches!(
        happening.event_type,
        T::Accuse | T::Reject | T::Request | T::Support | T::Propose | T::Threaten | T::Protest
    );
    verbal && !happening.speech && !told
}

/// "newly ratified".
fn recently(sentence: &Sentence<'_>, happening: &Happening) -> bool {
    sentence
        .before(happening.trigger)
        .is_some_and(|at| sentence.has(at, Class::RECENT) || sentence.lower(at) == "just")
}

/// What a thing of somebody's can do for them.
fn is_deed(happening: &Happening) -> bool {
    use EventType as T;
    !happening.speech
        && matches!(
            happening.event_type,
            T::Mobilize | T::Assault | T::Coerce | T::Sanction | T::Retreat | T::Aid | T::Cooperate
        )
}

/// What is more than words, or binds.
fn is_act(event_type: EventType) -> bool {
    use EventType as T;
    !matches!(
        event_type,
        T::Statement | T::Support | T::Accuse | T::Request | T::Propose | T::Threaten | T::Reject
    )
}

/// How sure, and what speaks for and against it.
pub fn judge(happening: &Happening, parts: &Parts, dated: &Dated) -> (u8, Vec<String>) {
    let mut confidence: i32 = 50;
    let mut reasons = Vec::new();
    let mut weigh = |points: i32, reason: &str| {
        confidence += points;
        reasons.push(reason.to_owned());
    };
    if dated.own {
        weigh(20, "the sentence says when");
    }
    match parts.actors.first() {
        Some(actor) if actor.entry.is_some() => weigh(12, "the site knows who acts"),
        Some(_) => weigh(6, "the text names who acts"),
        None if happening.subject.agent => weigh(0, "the text does not name who acts"),
        None => weigh(-8, "the text does not say who acts"),
    }
    if !parts.recipients.is_empty() {
        weigh(4, "the text says to whom it was done");
    }
    match happening.rank {
        Rank::Main => weigh(8, "the sentence is about it"),
        Rank::Joined => weigh(4, "the sentence tells it beside something else"),
        Rank::Quoted => weigh(4, "those who did it say so in a quotation"),
        Rank::EarlierNoun => weigh(4, "the sentence tells what came of it"),
        Rank::Noun | Rank::ActedNoun | Rank::RecentNoun => weigh(-4, "only a noun tells of it"),
        Rank::Reported => weigh(-6, "somebody is reported to have said so"),
        Rank::Temporal | Rank::Dependent | Rank::Participle => weigh(0, "a subordinate clause tells of it"),
    }
    match happening.status {
        Status::Planned => weigh(-6, "it is announced, not done: keep it as an announcement, or wait"),
        Status::Ongoing => weigh(-5, "it goes on, and may have begun earlier"),
        Status::Perfect if !dated.own => weigh(-4, "the sentence does not say when"),
        _ => {}
    }
    if happening.subject.through_thing {
        weigh(-4, "something of theirs acts, not they themselves");
    }
    (u8::try_from(confidence.clamp(0, 100)).unwrap_or(0), reasons)
}
