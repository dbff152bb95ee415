//! What a clause only thinks of: denied, possible, conditional, or yet to come.

use super::super::grammar::Class;
use super::super::words::Kind;
use super::Sentence;
use crate::model::happening_words::{Form, Part};

/// How far to the left the word is looked for that makes a clause so.
const REACH: usize = 24;

/// Whether what stands at a word belongs to a verb that tells of nothing that happened: "would end
/// the sanctions", "did not sign a treaty", "to revive talks".
pub fn is_void(sentence: &Sentence<'_>, at: usize) -> bool {
    let lowest = sentence.range.0.max(at.saturating_sub(REACH));
    for word in (lowest..at).rev() {
        if sentence.is_break(word) && sentence.lower(word) != "," {
            return false;
        }
        if sentence.lower(word) == "," && opens_clause(sentence, word + 1) {
            return false;
        }
        if sentence.has(word, Class::HYPOTHETICAL | Class::FUTURE | Class::CONDITION) {
            return !is_noun_may(sentence, word);
        }
        if sentence.has(word, Class::NEGATION) && sentence.lower(word) != "no" {
            return true;
        }
        if is_infinitive(sentence, word) {
            return true;
        }
        if sentence.has(word, Class::SUBORDINATOR) || sentence.has(word, Class::HAVE | Class::BE_THEN) {
            return false;
        }
        let tells = sentence.senses(word).iter().any(|sense| is_past_verb(sense.part, sense.form));
        if (tells || sentence.has(word, Class::PAST)) && sentence.is_finite(word) {
            return false;
        }
    }
    false
}

fn is_past_verb(part: Part, form: Form) -> bool {
    !matches!(part, Part::Noun | Part::Object) && matches!(form, Form::Past | Form::PastOrParticiple)
}

/// "May" the month.
fn is_noun_may(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.date_at(at).is_some()
}

/// Whether a new clause begins behind a comma: with a subject of its own, or with "which".
fn opens_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.has(at, Class::SUBORDINATOR | Class::COORDINATOR)
        || (at..at + 6).any(|word| sentence.is_finite(word))
}

/// "to revive": what is wanted, not done; "to talks" is no infinitive.
pub fn is_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = at + 1;
    if sentence.lower(at) != "to" || !sentence.is(next, Kind::Letters) || sentence.words.capital(next) {
        return false;
    }
    if sentence.has(next, Class::DETERMINER | Class::PREPOSITION | Class::RELATIVE) {
        return false;
    }
    let senses = sentence.senses(next);
    let is_verb = senses
        .iter()
        .any(|sense| !matches!(sense.part, Part::Noun | Part::Object) && sense.form == Form::Base);
    let is_noun = senses.iter().any(|sense| matches!(sense.part, Part::Noun | Part::Object));
    let word = sentence.lower(next);
    let plural = word.ends_with('s') && !word.ends_with("ss");
    is_verb || !(is_noun || plural || word.ends_with("ing") || word.ends_with("ed"))
}

/// Whether "if" or the like stands before the verb in its clause.
pub fn in_condition(sentence: &Sentence<'_>, group: usize) -> bool {
    let lowest = sentence.range.0.max(group.saturating_sub(20));
    let words = (lowest..group).rev();
    let mut words = words.take_while(|at| !matches!(sentence.lower(*at), "," | ";" | ":" | "—"));
    words.any(|at| sentence.has(at, Class::CONDITION) && sentence.date_at(at).is_none())
}
