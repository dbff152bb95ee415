//! Which date of a sentence belongs to which of its happenings.

use std::ops::Range;

use chrono::NaiveDate;

use super::clause::{Happening, Rank, Sentence, Status, is_infinitive, is_void, noun_phrase};
use super::grammar::Class;
use super::words::Kind;
use crate::model::date::Precision;
use crate::model::event_type::EventType;
use crate::model::timex::{Anchor, Timex, TimexKind};

/// How many words behind a noun its date may stand.
const NOUN_REACH: usize = 8;

/// Where the date of a happening comes from; the numbers are places in the lists of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Nothing in the sentence says when.
    None,
    /// A date beside it.
    Own(usize),
    /// The date of another happening of the sentence, at the same time.
    With(usize),
    /// At about the time of another: "after rebels attacked".
    Near(usize),
    /// Some time before or after another: "two days after".
    Counted {
        /// The length of time.
        period: usize,
        /// From when it is counted.
        from: usize,
        /// Whether it came later.
        later: bool,
    },
}

/// For each happening of a sentence, where its date comes from; `report` is the report's last day.
pub fn links(
    sentence: &Sentence<'_>,
    happenings: &[Happening],
    timexes: &[Timex],
    report: Option<NaiveDate>,
) -> Vec<Link> {
    let mut links = vec![Link::None; happenings.len()];
    for (index, timex) in timexes.iter().enumerate() {
        let dates = matches!(timex.kind, TimexKind::Date | TimexKind::Time)
            && (timex.edtf.is_some() || timex.anchor == Anchor::Missing);
        let words = sentence.words.within(&timex.span);
        if !dates || (is_limit(sentence, &words) && clause_of(sentence, &words).is_none()) {
            continue;
        }
        if let Some(at) = owner(sentence, happenings, &words, timex, report)
            && links[at] == Link::None
        {
            links[at] = Link::Own(index);
        }
    }
    share(sentence, happenings, timexes, &mut links);
    count(sentence, happenings, timexes, &mut links);
    lean(sentence, happenings, &mut links);
    links
}

/// "by Friday", "since 2014": no date of an event.
fn is_limit(sentence: &Sentence<'_>, words: &Range<usize>) -> bool {
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
fn clause_of(sentence: &Sentence<'_>, words: &Range<usize>) -> Option<usize> {
    let comma = sentence.lower(words.end) == ",";
    let next = words.end + usize::from(comma);
    let relative = sentence.lower(next) == "in" && sentence.lower(next + 1) == "which";
    (sentence.lower(next) == "when" || (comma && (sentence.lower(next) == "as" || relative))).then_some(next)
}

/// The happening to which a date belongs.
fn owner(
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
    if let Some(clause) = clause_of(sentence, words).filter(|_| is_behind_verb(sentence, words)) {
        return happenings
            .iter()
            .position(|happening| happening.base.is_some() && happening.trigger > clause);
    }
    let Some(left) = happenings.iter().rposition(|happening| happening.trigger < words.start) else {
        if sentence.follows(words.start, Class::PREPOSITION)
            && sentence.before(words.start).is_some_and(|at| sentence.lower(at) == "of")
        {
            return None;
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
    let last = (from..from + 4).take_while(|at| sentence.is_modifier(*at)).last()?;
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
    let told = happening.speech && between().any(|at| sentence.is_finite(at));
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
    let preposition = sentence.before(words.start).map_or("", |at| sentence.lower(at));
    let apart = between().len() > NOUN_REACH
        || between()
            .any(|at| matches!(sentence.lower(at), "as" | "but" | "while" | ",") || sentence.is_finite(at));
    let close = (!apart).then_some(noun);
    if preposition == "of" {
        return close;
    }
    if is_void(sentence, trigger) {
        return None;
    }
    let Some(verb) = governing(sentence, happenings, noun) else { return close };
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
            && !sentence.is_finite(at)
    });
    (between.len() <= 16 && same_clause).then_some(verb)
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

/// Verbs of one time: "speaking on Friday, she said"; "he came on Friday and signed"; "on Friday he
/// came, and she left"; "after he came, she left on Friday".
fn share(sentence: &Sentence<'_>, happenings: &[Happening], timexes: &[Timex], links: &mut [Link]) {
    let is_verb = |at: usize| happenings[at].base.is_some();
    let main = (0..happenings.len()).find(|at| is_verb(*at) && happenings[*at].rank == Rank::Main);
    let Some(main) = main else { return };
    if links[main] == Link::None {
        let fronted =
            (0..main).rev().find(|at| happenings[*at].rank == Rank::Participle && !happenings[*at].passive);
        if let Some(at) = fronted.filter(|at| matches!(links[*at], Link::Own(_))) {
            links[main] = std::mem::replace(&mut links[at], Link::With(main));
        }
    }
    let is_dated = |link: Link| matches!(link, Link::Own(_) | Link::With(_));
    let is_fronted = |at: usize, link: Link| match link {
        Link::Own(timex) => {
            let words = sentence.words.within(&timexes[timex].span);
            words.end <= happenings[at].trigger && words.start <= sentence.range.0 + 3
        }
        _ => false,
    };
    for at in (0..happenings.len()).filter(|at| is_verb(*at)) {
        if links[at] != Link::None {
            continue;
        }
        let before = |rank: &[Rank]| {
            (0..at).rev().find(|n| is_verb(*n) && rank.contains(&happenings[*n].rank) && is_dated(links[*n]))
        };
        links[at] = match happenings[at].rank {
            Rank::Joined => match before(&[Rank::Main, Rank::Joined]) {
                Some(other) => Link::With(other),
                None => Link::None,
            },
            Rank::Main if at > main && is_fronted(main, links[main]) => Link::With(main),
            Rank::Temporal if opener(sentence, &happenings[at]) == "where" => Link::With(main),
            Rank::Temporal if opener(sentence, &happenings[at]) != "before" => Link::Near(main),
            _ => Link::None,
        };
    }
    // "arrested a judge and closed the court on Friday".
    let joined = (main + 1..happenings.len()).find(|at| is_verb(*at));
    if let Some(joined) = joined.filter(|at| happenings[*at].rank == Rank::Joined) {
        let apart = (happenings[main].trigger..happenings[joined].trigger)
            .any(|at| matches!(sentence.lower(at), "," | "but"));
        if links[main] == Link::None && is_dated(links[joined]) && !apart {
            links[main] = Link::With(joined);
        }
    }
}

fn opener<'a>(sentence: &Sentence<'a>, happening: &Happening) -> &'a str {
    let start = happening.subject.words.as_ref().map_or(happening.group.start, |words| words.start);
    sentence.before(start.min(happening.group.start)).map_or("", |at| sentence.lower(at))
}

/// "resigned after the election of 2029": a verb that leans on a dated noun.
fn lean(sentence: &Sentence<'_>, happenings: &[Happening], links: &mut [Link]) {
    for at in 0..happenings.len() {
        let verb = &happenings[at];
        if verb.base.is_none() || verb.speech || links[at] != Link::None {
            continue;
        }
        let dated = |noun: &usize| {
            happenings[*noun].base.is_none() && matches!(links[*noun], Link::Own(_)) && *noun > at
        };
        let Some(noun) = (at + 1..happenings.len()).find(dated) else { continue };
        let start = noun_phrase(sentence, happenings[noun].trigger);
        let between = verb.trigger + 1..start;
        let same = between.clone().all(|at| !sentence.is_break(at) && !sentence.is_finite(at));
        links[at] = match sentence.before(start).map_or("", |before| sentence.lower(before)) {
            "in" | "at" | "during" if same => Link::With(noun),
            "after" | "following" if same => Link::Near(noun),
            _ => Link::None,
        };
    }
}

/// "a day after rebels attacked": counted from the main verb.
fn count(sentence: &Sentence<'_>, happenings: &[Happening], timexes: &[Timex], links: &mut [Link]) {
    let main = happenings.iter().position(|happening| {
        happening.base.is_some() && happening.rank == Rank::Main && happening.status != Status::Planned
    });
    let Some(main) = main else { return };
    for (period, timex) in timexes.iter().enumerate().filter(|(_, timex)| timex.kind == TimexKind::Duration) {
        let end = sentence.words.within(&timex.span).end;
        let later = match sentence.lower(end) {
            "after" => false,
            "before" => true,
            _ => continue,
        };
        let next = happenings.iter().position(|happening| happening.trigger > end);
        let Some(next) = next.filter(|next| *next > main) else { continue };
        let near = happenings[next].trigger - end <= 8;
        if near && !matches!(links[next], Link::Own(_)) {
            links[next] = Link::Counted { period, from: main, later };
        }
    }
}
