//! Verbs that tell of a happening: whether it happened, and how they stand in the sentence.

use std::ops::Range;

use super::super::grammar::Class;
use super::sense::choose;
use super::void::{in_condition, is_infinitive};
use super::{Happening, Rank, Sentence, Status, Subject, is_quoted, standing};
use crate::model::event_type::EventType;
use crate::model::happening_words::{Form, Part};

/// Verbs of which "… to do" says that it was done, or is said to have been.
const IMPLICATIVES: [&str; 8] =
    ["claimed", "managed", "proceeded", "moved", "continued", "rushed", "hastened", "scrambled"];

/// All verbs of the sentence that tell of something that happened.
pub fn find(sentence: &Sentence<'_>, quoted: &[Range<usize>]) -> Vec<Happening> {
    let mut found: Vec<Happening> = Vec::new();
    for at in sentence.range.0..sentence.range.1 {
        if sentence.senses(at).is_empty() || sentence.mention_at(at).is_some() {
            continue;
        }
        let in_quotation = is_quoted(quoted, at);
        let Some(mut happening) = read(sentence, at, &found) else { continue };
        if in_quotation {
            if happening.speech || !speaks_of_self(sentence, &happening) {
                continue;
            }
            happening.rank = Rank::Quoted;
            happening.subject = Subject::default();
        }
        found.push(happening);
    }
    give_subjects(&mut found);
    found
}

/// "We have sent": told by those who did it, as done.
fn speaks_of_self(sentence: &Sentence<'_>, happening: &Happening) -> bool {
    let subject = sentence.before(happening.group.start).map_or("", |at| sentence.lower(at));
    let own = |word: &str| matches!(word, "we" | "i");
    let joined = sentence.lower(happening.group.start);
    let says_so = own(subject) || ["we’", "we'", "i’", "i'"].iter().any(|start| joined.starts_with(start));
    says_so && !happening.passive && matches!(happening.status, Status::Perfect | Status::Past)
}

/// A participle before its main clause has the subject of that.
fn give_subjects(found: &mut [Happening]) {
    let main = found.iter().find(|verb| verb.rank == Rank::Main && !verb.subject.is_empty());
    let Some(subject) = main.map(|verb| Subject { inherited: true, ..verb.subject.clone() }) else { return };
    for verb in found.iter_mut().filter(|verb| verb.rank == Rank::Participle && !verb.passive) {
        if verb.subject.is_empty() {
            verb.subject = subject.clone();
        }
    }
}

/// A verb with its auxiliaries and adverbs, as they stand to its left.
#[derive(Default)]
pub struct Group {
    pub start: usize,
    pub negated: bool,
    pub hypothetical: bool,
    pub future: bool,
    pub habit: bool,
    pub infinitive: bool,
    pub have: bool,
    pub having: bool,
    pub be_now: bool,
    pub be_then: bool,
    pub be: bool,
    pub done: bool,
}

impl Group {
    /// Whether a form of "be" stands before a participle.
    pub fn is_passive(&self) -> bool {
        self.be_now || self.be_then || self.be
    }

    /// Whether anything but adverbs stands before the verb.
    pub fn has_auxiliary(&self) -> bool {
        self.is_passive()
            || self.have
            || self.having
            || self.done
            || self.future
            || self.hypothetical
            || self.infinitive
    }
}

fn group(sentence: &Sentence<'_>, verb: usize) -> Group {
    let mut group = Group { start: verb, ..Group::default() };
    while let Some(before) = sentence.before(group.start) {
        let has = |class| sentence.has(before, class) && sentence.mention_at(before).is_none();
        let word = sentence.lower(before);
        let contracted = word.ends_with("’ve") || word.ends_with("'ve");
        if has(Class::HAVING) {
            group.having = true;
        } else if has(Class::HAVE) || contracted {
            group.have = true;
        } else if has(Class::BE_NOW) {
            group.be_now = true;
        } else if has(Class::BE_THEN) {
            group.be_then = true;
        } else if has(Class::BE) {
            group.be = true;
        } else if has(Class::DO) {
            group.done = true;
        } else if has(Class::HYPOTHETICAL) && sentence.date_at(before).is_none() {
            group.hypothetical = true;
        } else if has(Class::FUTURE) {
            group.future = true;
        } else if word == "to" {
            if !is_infinitive(sentence, before) {
                break;
            }
            group.infinitive = true;
        } else if let Some(date) = sentence.date_at(before).filter(|_| word == "today") {
            group.start = date.start;
            continue;
        } else if !(has(Class::NEGATION | Class::ADVERB) || encloses_adverb(sentence, before)) {
            break;
        }
        group.negated |= has(Class::NEGATION);
        group.habit |= has(Class::HABIT);
        group.start = before;
        if group.infinitive || group.having || contracted {
            break;
        }
    }
    // What was taken for an adverb of the verb may end the subject: leave commas and subjects' adverbs alone.
    while group.start < verb && sentence.lower(group.start) == "," {
        group.start += 1;
    }
    group
}

/// "Norway, meanwhile, has": a comma after an adverb after a comma, or the first of the two.
fn encloses_adverb(sentence: &Sentence<'_>, comma: usize) -> bool {
    if sentence.lower(comma) != "," {
        return false;
    }
    let Some(before) = sentence.before(comma) else { return false };
    let closes = sentence.has(before, Class::ADVERB)
        && sentence.before(before).is_some_and(|at| sentence.lower(at) == ",");
    let opens = sentence.has(comma + 1, Class::ADVERB) && sentence.lower(comma + 2) == ",";
    closes || opens
}

fn read(sentence: &Sentence<'_>, at: usize, earlier: &[Happening]) -> Option<Happening> {
    if sentence.senses(at).iter().all(|sense| matches!(sense.part, Part::Noun | Part::Object)) {
        return None;
    }
    if IMPLICATIVES.contains(&sentence.lower(at)) && is_infinitive(sentence, at + 1) {
        return None;
    }
    let group = group(sentence, at);
    if sentence.lower(at) == "given" && !(group.have || group.is_passive()) {
        return None;
    }
    let (sense, object) = choose(sentence, at, &group)?;
    let event_type = object.map(|object| object.1).or(sense.event_type)?;
    let speech = sense.part == Part::Say && object.is_none();
    let denied = group.negated && (event_type != EventType::Reject || group.hypothetical);
    if group.hypothetical || denied || in_condition(sentence, group.start) {
        return None;
    }
    let event_type = if group.negated { EventType::Statement } else { event_type };
    let form = sense.form;
    let status = status(sentence, &group, form)?;
    let is_participle = matches!(form, Form::PastOrParticiple | Form::Participle);
    let mut happening = Happening {
        event_type: if status == Status::Planned { EventType::Statement } else { event_type },
        trigger: at,
        group: group.start..at + 1,
        base: Some(sense.base),
        speech,
        attribution: false,
        negated: group.negated,
        passive: group.is_passive() && is_participle,
        status,
        rank: Rank::Main,
        subject: Subject::default(),
        object: object.map(|object| object.0),
    };
    standing::place(sentence, &mut happening, &group, form, earlier)?;
    // "has closed the border and recalled its envoy".
    let joined = earlier.last().is_some_and(|verb| verb.status == Status::Perfect);
    if happening.rank == Rank::Joined && joined && !group.has_auxiliary() {
        happening.status = Status::Perfect;
    }
    // "A and B spoke": with each other.
    if sense.base == "speak" && happening.subject.mentions.len() > 1 && !happening.subject.through_thing {
        (happening.event_type, happening.speech) = (EventType::Consult, false);
    }
    if status == Status::Present && (happening.rank != Rank::Main || happening.subject.is_empty()) {
        return None;
    }
    // "has fought three wars since independence": what went on for long.
    let long = status == Status::Perfect && !group.be_then && holds(sentence, at, "since");
    if (group.habit || long) && happening.rank == Rank::Main {
        happening.rank = Rank::Dependent;
    }
    Some(happening)
}

/// Whether a word stands behind a verb in its clause.
fn holds(sentence: &Sentence<'_>, verb: usize, word: &str) -> bool {
    let clause = (verb + 1..sentence.range.1).take_while(|at| !sentence.is_break(*at));
    clause.into_iter().any(|at| sentence.lower(at) == word)
}

fn status(sentence: &Sentence<'_>, group: &Group, form: Form) -> Option<Status> {
    let perfect = group.have || group.having;
    match form {
        Form::Base if group.infinitive => {
            let before = sentence.before(group.start)?;
            if IMPLICATIVES.contains(&sentence.lower(before)) {
                return Some(Status::Past);
            }
            let ready = sentence.lower(before) == "ready";
            let planned = sentence.has(before, Class::PLAN) && sentence.mention_at(before).is_none();
            (planned && !ready && !sentence.follows(before, Class::NEGATION)).then_some(Status::Planned)
        }
        Form::Base => group.future.then_some(Status::Planned),
        Form::Present => Some(Status::Present),
        Form::Ing if group.be_now => Some(Status::Ongoing),
        Form::Ing if group.be_then && perfect => Some(Status::Ongoing),
        Form::Ing => (!group.infinitive).then_some(Status::Past),
        // "is condemned": what is so, not what happened.
        _ if group.infinitive || group.future || (group.be_now && !group.be) => None,
        _ if perfect => Some(Status::Perfect),
        _ => Some(Status::Past),
    }
}
