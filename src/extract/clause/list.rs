//! Whether "and" or a comma goes on with a list, or begins a clause.

use super::super::grammar::Class;
use super::Sentence;
use crate::model::happening_words::{Form, Part};

/// Whether a verb of its own stands behind "and".
pub fn begins_clause(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    let from = at + usize::from(sentence.has(at, Class::ADVERB));
    for word in from..end.min(from + 6) {
        if sentence.is_break(word) || sentence.has(word, Class::PREPOSITION | Class::SUBORDINATOR) {
            return false;
        }
        let known = sentence.senses(word).iter().any(|sense| {
            !matches!(sense.part, Part::Noun | Part::Object)
                && matches!(sense.form, Form::Past | Form::PastOrParticiple)
        });
        let attributes = word > from && sentence.follows(word, Class::DETERMINER);
        if (known || sentence.is_finite(word)) && sentence.mention_at(word).is_none() && !attributes {
            return true;
        }
    }
    false
}

/// "Norway, Oman and Chile", "air, sea, and land": a comma between the parts of a list.
pub fn in_list(sentence: &Sentence<'_>, comma: usize) -> bool {
    // "air, sea, and land": the last comma goes on with the list of the ones before.
    if matches!(sentence.lower(comma + 1), "and" | "or") {
        let earlier = (comma.saturating_sub(5)..comma).any(|at| sentence.lower(at) == ",");
        return earlier && !begins_clause(sentence, comma + 2, sentence.range.1);
    }
    // "A, B and C were": names alone are a list, whatever follows.
    let name = sentence.mention_at(comma + 1).map(|(_, mention)| mention.words.end);
    let left = sentence.before(comma).is_some_and(|at| sentence.mention_at(at).is_some());
    if left && name.is_some_and(|end| sentence.lower(end) == "and" && sentence.mention_at(end + 1).is_some())
    {
        return true;
    }
    let mut since = 0;
    for at in comma + 1..comma + 14 {
        if matches!(sentence.lower(at), "and" | "or") {
            let next = at + 1;
            let follows = since > 0 || at > comma + 1;
            return follows && !sentence.is_finite(next) && !begins_clause(sentence, next, sentence.range.1);
        }
        if sentence.lower(at) == "," {
            since = 0;
            continue;
        }
        since += 1;
        let parts = Class::SUBORDINATOR | Class::PREPOSITION | Class::AUXILIARY | Class::PRONOUN;
        if since > 4 || sentence.is_break(at) || sentence.has(at, parts) || sentence.is_finite(at) {
            return false;
        }
    }
    false
}
