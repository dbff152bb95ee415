//! Which date of a sentence belongs to which of its happenings.

mod owner;

use chrono::NaiveDate;

use super::clause::{Happening, Rank, Sentence, Status, noun_phrase};
use super::grammar::Class;
use crate::model::timex::{Anchor, Timex, TimexKind};
use owner::{clause_of, is_limit, owner};

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
    /// Some time before or after what the text has told: "hours before the vote".
    FromStory {
        /// The length of time.
        period: usize,
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
    count(sentence, happenings, timexes, &mut links);
    share(sentence, happenings, timexes, &mut links);
    lean(sentence, happenings, &mut links);
    links
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
        // "Under a deal signed in May, both sides pulled back."
        let passive = (0..main).rev().find(|at| happenings[*at].rank == Rank::Participle);
        let under = matches!(sentence.lower(sentence.range.0), "under" | "following" | "after");
        if let Some(at) = passive.filter(|at| under && matches!(links[*at], Link::Own(_))) {
            links[main] = Link::Near(at);
        }
    }
    let is_dated = |link: Link| matches!(link, Link::Own(_) | Link::With(_) | Link::FromStory { .. });
    let is_fronted = |at: usize, link: Link| match link {
        Link::FromStory { .. } => true,
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
            Rank::Main if follows_temporal(sentence, happenings, at) => {
                before(&[Rank::Temporal]).map_or(Link::None, Link::With)
            }
            Rank::Temporal if matches!(opener(sentence, &happenings[at]), "where" | "when") => {
                Link::With(main)
            }
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

/// "when the bank closed and police fired": a clause that "and" joins to one that says when.
fn follows_temporal(sentence: &Sentence<'_>, happenings: &[Happening], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &happenings[before]) else { return false };
    let between = before.trigger + 1..happenings[at].trigger;
    before.rank == Rank::Temporal
        && between.clone().all(|word| !sentence.is_break(word))
        && between.into_iter().any(|word| sentence.has(word, Class::COORDINATOR))
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
        // "Hours before the vote, Norway had left": at the head of the sentence.
        let fronted = end <= happenings[main].trigger && end <= sentence.range.0 + 5;
        let comma = (end..happenings[main].trigger).find(|at| sentence.lower(*at) == ",");
        let clause = comma.is_some_and(|comma| (end..comma).any(|at| sentence.is_finite(at)));
        if fronted && comma.is_some() && !clause {
            if links[main] == Link::None {
                links[main] = Link::FromStory { period, later: !later };
            }
            continue;
        }
        let next = happenings.iter().position(|happening| happening.trigger > end);
        let Some(next) = next.filter(|next| *next > main) else { continue };
        let near = happenings[next].trigger - end <= 8;
        if near && !matches!(links[next], Link::Own(_)) {
            links[next] = Link::Counted { period, from: main, later };
        }
    }
}
