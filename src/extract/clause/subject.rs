//! Who does what a verb says: the noun phrase to its left.

use std::ops::Range;

use super::super::grammar::Class;
use super::super::mentions::{How, Mention};
use super::super::words::Kind;
use super::common::{common, meant};
use super::phrase::noun_phrase;
use super::{Happening, Sentence};

/// Who does it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Indices of the mentions, in order.
    pub mentions: Vec<usize>,
    /// Its words, where they stand in this sentence.
    pub words: Option<Range<usize>>,
    /// Whether a thing of theirs does it: "a Norwegian vessel docked".
    pub through_thing: bool,
    /// Whether it was taken over from a clause before.
    pub inherited: bool,
    /// Whether a relative pronoun stands for it.
    pub relative: bool,
    /// Whether it is one who only comments.
    pub observer: bool,
    /// Whether people or a body of theirs act without a name: "rebels", "the two governments".
    pub agent: bool,
    /// Whether the phrase holds more than those who are named: "Norway and the rebels".
    pub mixed: bool,
    /// Of a noun: whether "the" points back to what was told.
    pub definite: bool,
    /// Whether it stands behind its verb: "said the minister".
    pub behind: bool,
}

impl Subject {
    /// Whether nobody in particular does it.
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }
}

/// How far a subject is looked for.
const REACH: usize = 45;

/// The subject of the verb group that begins at a word; `earlier` are the verbs before it.
pub fn find(sentence: &Sentence<'_>, group: usize, earlier: &[Happening]) -> Subject {
    let Some(mut at) = sentence.before(group) else { return Subject::default() };
    if sentence.lower(at) == "," && sentence.before(at).is_some() {
        at = before_insertion(sentence, at).unwrap_or(at - 1);
    }
    if sentence.has(at, Class::COORDINATOR) {
        return inherit(sentence, earlier, at);
    }
    let lowest = sentence.range.0.max(group.saturating_sub(REACH));
    let mut reader = Reader { sentence, group, earlier, thing: None, hung: false };
    loop {
        match reader.step(at) {
            Step::Done(subject) => return subject,
            Step::End => break,
            Step::To(next) if next < lowest || next >= at => break,
            Step::To(next) => at = next,
        }
    }
    reader.thing.map_or_else(Subject::default, |head| common(sentence, head, group))
}

struct Reader<'s, 'a> {
    sentence: &'s Sentence<'a>,
    group: usize,
    earlier: &'s [Happening],
    /// The head of the noun phrase that is being read.
    thing: Option<usize>,
    /// Whether a phrase that hangs on a preposition was passed.
    hung: bool,
}

enum Step {
    Done(Subject),
    /// Nothing further to the left belongs to the clause.
    End,
    To(usize),
}

impl Reader<'_, '_> {
    fn step(&mut self, at: usize) -> Step {
        let sentence = self.sentence;
        let back = |at: usize| at.checked_sub(1).map_or(Step::End, Step::To);
        if let Some(date) = sentence.date_at(at) {
            if self.thing.is_some() && date.end == at + 1 && !is_attribute(sentence, date) {
                return Step::End;
            }
            let start = date.start;
            let hangs = sentence.follows(start, Class::PREPOSITION);
            return back(start - usize::from(hangs && start > sentence.range.0));
        }
        if let Some((index, mention)) = sentence.mention_at(at) {
            return self.mention(index, mention.words.start.max(sentence.range.0), mention.how);
        }
        let has = |classes| sentence.has(at, classes);
        if has(Class::PRONOUN) {
            // The first person of the sentence, else the one of the sentence before.
            let inside = sentence
                .mentions()
                .find(|(_, mention)| mention.words.end <= at && sentence.cast.is_person(mention.who));
            let mentions = inside.map(|(index, _)| index).or(sentence.person).into_iter().collect();
            return Step::Done(Subject { mentions, words: Some(at..at + 1), ..Subject::default() });
        }
        if has(Class::THING_PRONOUN) && self.thing.is_none() {
            let words = Some(at..at + 1);
            let mentions = meant(sentence, at);
            return Step::Done(Subject { mentions, words, agent: true, ..Subject::default() });
        }
        if has(Class::OBSERVER | Class::FIRST_PERSON) {
            return Step::Done(Subject { observer: true, ..Subject::default() });
        }
        if has(Class::RELATIVE) && self.thing.is_none() && sentence.lower(at) != "that" {
            if matches!(sentence.lower(at), "when" | "where") {
                return Step::End;
            }
            return Step::Done(antecedent(sentence, at));
        }
        let clause_opener = has(Class::SUBORDINATOR) && !(has(Class::PREPOSITION) && self.thing.is_none());
        let comma = sentence.lower(at) == "," && self.thing.is_some();
        if clause_opener || comma || matches!(sentence.lower(at), ";" | ":" | "—") {
            return Step::End;
        }
        let is_verb = |verb: &Happening| verb.group.contains(&at) && verb.base.is_some();
        if self.thing.is_none() && self.earlier.iter().any(is_verb) {
            return Step::Done(Subject::default());
        }
        if has(Class::AUXILIARY) {
            return Step::End;
        }
        if has(Class::DETERMINER) && self.thing.is_some() {
            return self.phrase_begins(at);
        }
        if has(Class::PREPOSITION) {
            // What follows a preposition was no subject, unless that opens a clause.
            if self.thing.is_some() && sentence.has(at, Class::TEMPORAL) && !self.hung {
                return Step::End;
            }
            (self.thing, self.hung) = (None, true);
        } else if sentence.is(at, Kind::Letters) && !has(Class::DETERMINER) && self.thing.is_none() {
            self.thing = Some(at);
        }
        back(at)
    }

    /// At an article: the phrase is the subject, unless a preposition stands before it.
    fn phrase_begins(&mut self, at: usize) -> Step {
        let sentence = self.sentence;
        let Some(before) = sentence.before(at) else { return Step::End };
        if sentence.mention_at(before).is_some() || sentence.date_at(before).is_some() {
            return Step::End;
        }
        if sentence.has(before, Class::DETERMINER) {
            return Step::To(before);
        }
        let clause = sentence.has(before, Class::TEMPORAL) && !self.hung;
        if sentence.has(before, Class::PREPOSITION) && !clause && !is_subordinate_use(sentence, before) {
            (self.thing, self.hung) = (None, true);
            return before.checked_sub(1).map_or(Step::End, Step::To);
        }
        Step::End
    }

    fn mention(&mut self, index: usize, start: usize, how: How) -> Step {
        let sentence = self.sentence;
        match relation(sentence, index, start, self.thing.is_none()) {
            Relation::AfterPreposition(before) => {
                (self.thing, self.hung) = (None, true);
                before.checked_sub(1).filter(|at| *at >= sentence.range.0).map_or(Step::End, Step::To)
            }
            Relation::Free if how == How::Place || how == How::Adjective => {
                if self.thing.is_some() && how == How::Adjective {
                    return Step::Done(of_thing(sentence, index, start..self.group, self.thing));
                }
                start.checked_sub(1).map_or(Step::End, Step::To)
            }
            Relation::Free => {
                let end = sentence.cast.mentions[index].words.end;
                if self.thing.is_some() || sentence.is(end, Kind::Possessive) {
                    return Step::Done(of_thing(sentence, index, start..self.group, self.thing));
                }
                Step::Done(with_others(sentence, index))
            }
        }
    }
}

/// "Thursday's attack": a date within a noun phrase.
fn is_attribute(sentence: &Sentence<'_>, date: &Range<usize>) -> bool {
    sentence.is(date.end, Kind::Possessive) || sentence.follows(date.start, Class::DETERMINER)
}

/// "The council, which has nine members, voted": the word before the inserted clause.
fn before_insertion(sentence: &Sentence<'_>, comma: usize) -> Option<usize> {
    let from = sentence.range.0.max(comma.saturating_sub(24));
    let opens = (from + 1..comma).rev().find(|at| sentence.lower(*at) == ",")?;
    let inserted = opens + 1..comma;
    let relative = sentence.has(opens + 1, Class::RELATIVE)
        || sentence.has(opens + 1, Class::PREPOSITION)
        || (sentence.has(opens + 1, Class::ARTICLE) && inserted.len() > 2)
        || matches!(sentence.lower(opens + 1), "whose" | "now" | "once")
        || (["ed", "ing"].iter().any(|end| sentence.lower(opens + 1).ends_with(end))
            && !sentence.words.capital(opens + 1));
    relative.then(|| opens - 1)
}

pub enum Relation {
    AfterPreposition(usize),
    Free,
}

/// Whether a mention hangs on a preposition, behind its articles and adjectives. Right before its
/// verb (`adjacent`) it is the subject of a clause that "after" opens.
pub fn relation(sentence: &Sentence<'_>, index: usize, start: usize, adjacent: bool) -> Relation {
    let mut at = start;
    for _ in 0..5 {
        let Some(before) = sentence.before(at) else { return Relation::Free };
        let clause = sentence.has(before, Class::TEMPORAL)
            && (adjacent || is_subordinate_use(sentence, before))
            && !sentence.cast.mentions[index].how.is_place();
        if sentence.has(before, Class::PREPOSITION) {
            return if clause { Relation::Free } else { Relation::AfterPreposition(before) };
        }
        let goes_on = || {
            let end = sentence.cast.mentions[index].words.end;
            sentence.lower(end) == "," || sentence.has(end, Class::COORDINATOR)
        };
        let joins = sentence.has(before, Class::COORDINATOR) || (sentence.lower(before) == "," && goes_on());
        let left = sentence.mention_at(before.saturating_sub(1));
        let joined = joins && left.is_some_and(|(other, mention)| other < index && !mention.how.is_place());
        let within = sentence.has(before, Class::DETERMINER)
            || sentence.is(before, Kind::Possessive)
            || (sentence.is(before, Kind::Letters)
                && !sentence.has(before, Class::SUBORDINATOR | Class::COORDINATOR | Class::ADVERB)
                && !sentence.is_finite(before));
        if joined {
            at = left.map_or(before, |(_, mention)| mention.words.start);
        } else if within && !sentence.has(before, Class::AUXILIARY) && sentence.date_at(before).is_none() {
            at = before;
        } else {
            return Relation::Free;
        }
    }
    Relation::Free
}

/// "After he met": a subordinator, no preposition; told by its place at the head of a clause.
fn is_subordinate_use(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.lower(at), "since" | "until" | "before" | "after" | "than" | "as")
        && sentence.before(at).is_none_or(|before| sentence.lower(before) == ",")
}

/// The subject of the verb before, which a coordinator joins to this one.
fn inherit(sentence: &Sentence<'_>, earlier: &[Happening], at: usize) -> Subject {
    let verb = earlier.iter().rev().find(|verb| verb.group.end <= at && !verb.subject.is_empty());
    match verb.or_else(|| earlier.iter().rev().find(|verb| verb.group.end <= at)) {
        Some(verb) => Subject { inherited: true, ..verb.subject.clone() },
        None => {
            // "used tear gas and detained": the subject of a verb that the table does not have.
            let verb = (sentence.range.0..at).rev().take(24).find(|at| sentence.is_finite(*at));
            let found = verb.map(|verb| find(sentence, verb, earlier)).filter(|found| found.words.is_some());
            let found = found.unwrap_or_else(|| first_actor(sentence, at));
            Subject { inherited: true, ..found }
        }
    }
}

/// Where no verb of the main clause tells of anything: who is named first.
pub fn first_actor(sentence: &Sentence<'_>, before: usize) -> Subject {
    let named = |how: How| matches!(how, How::Name | How::Seat | How::Title | How::Body);
    let first = sentence.mentions().find(|(index, mention)| {
        named(mention.how)
            && mention.words.end <= before
            && !matches!(
                relation(sentence, *index, mention.words.start, false),
                Relation::AfterPreposition(_)
            )
    });
    first.map_or_else(Subject::default, |(index, mention)| Subject {
        mentions: vec![index],
        words: Some(mention.words.clone()),
        inherited: true,
        ..Subject::default()
    })
}

/// The owner of a thing that acts.
fn of_thing(sentence: &Sentence<'_>, index: usize, words: Range<usize>, thing: Option<usize>) -> Subject {
    let mut from = noun_phrase(sentence, words.start);
    let agent = thing.is_some_and(|head| sentence.has(head, Class::PERSON));
    let mut mentions = vec![index];
    // "Norwegian and Danish jets".
    let joined = sentence.before(words.start).filter(|at| sentence.has(*at, Class::COORDINATOR));
    let left = joined.and_then(|at| sentence.mention_at(at.saturating_sub(1)));
    if let Some((other, mention)) = left.filter(|(_, mention)| mention.how == How::Adjective) {
        mentions.insert(0, other);
        from = noun_phrase(sentence, mention.words.start);
    }
    Subject { mentions, words: Some(from..words.end), through_thing: true, agent, ..Subject::default() }
}

/// The mention with those that "and" or a comma joins to it on its left.
fn with_others(sentence: &Sentence<'_>, index: usize) -> Subject {
    let mention = &sentence.cast.mentions[index];
    let (mut mentions, mut start) = (vec![index], mention.words.start);
    while let Some(mut before) = sentence.before(start) {
        while sentence.has(before, Class::DETERMINER) && before > sentence.range.0 {
            before -= 1;
        }
        // A comma goes on with a list that "and" ends; alone it parts.
        let joins =
            sentence.has(before, Class::COORDINATOR) || (sentence.lower(before) == "," && mentions.len() > 1);
        let mut end = before.saturating_sub(1);
        if sentence.lower(end) == "," {
            end = end.saturating_sub(1);
        }
        let Some((other, left)) = sentence.mention_at(end).filter(|_| joins) else { break };
        let acts = (left.how != How::Adjective || mention.how == How::Body)
            && !left.how.is_place()
            && !matches!(relation(sentence, other, left.words.start, false), Relation::AfterPreposition(_));
        if !acts || mentions.len() > 5 {
            break;
        }
        mentions.insert(0, other);
        start = left.words.start;
    }
    let from = noun_phrase(sentence, start);
    Subject { mentions, words: Some(from..mention.words.end), ..Subject::default() }
}

/// The actor or thing for which "who" or "which" stands.
fn antecedent(sentence: &Sentence<'_>, pronoun: usize) -> Subject {
    let reach = if sentence.lower(pronoun) == "who" { 6 } else { 3 };
    let near = || {
        sentence.mentions().rev().filter(move |(_, mention)| {
            mention.words.end <= pronoun && pronoun - mention.words.end <= reach && mention.how != How::Place
        })
    };
    // "N. N. of Norway, who": a person, if there is one.
    let person = |(_, mention): &(usize, &Mention)| sentence.cast.is_person(mention.who);
    let left = match sentence.lower(pronoun) {
        "who" => {
            near().find(person).or_else(|| near().next().filter(|(_, mention)| mention.how != How::Name))
        }
        _ => near().next(),
    };
    let mentions: Vec<usize> = left.iter().map(|(index, _)| *index).collect();
    let words = left.map(|(_, mention)| mention.words.clone());
    Subject { mentions, words, relative: true, ..Subject::default() }
}
