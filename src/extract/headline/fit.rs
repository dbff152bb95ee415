//! A headline's words cut where a phrase ends, so that it is not too long and makes sense.

use super::super::clause::{Sentence, is_infinitive};
use super::super::grammar::Class;
use super::super::mentions::How;
use super::super::words::Kind;
use super::phrase::Token;
use crate::model::happening_words::{Form, Part};

/// How many words a headline should have at most.
const SOFT: usize = 12;
/// How many it may have where no phrase ends before.
const HARD: usize = 17;
/// The most characters.
const LONGEST: usize = 110;
/// The words of a clause, cut to fit.
pub enum Fit {
    /// They make sense so.
    Whole(Vec<Token>),
    /// No end of a phrase is near enough.
    TooLong,
}

/// Cuts words at the end of a phrase, so that a headline with `used` other words is not too long;
/// `said` if the words make no sense without a verb: "says that …".
pub fn fit(sentence: &Sentence<'_>, mut tokens: Vec<Token>, used: usize, said: bool) -> Fit {
    trim(sentence, &mut tokens);
    let room = |most: usize| most.saturating_sub(used).max(2);
    let short = |tokens: &[Token]| tokens.iter().map(|token| token.text.chars().count() + 1).sum::<usize>();
    if tokens.len() <= room(SOFT) + 1 && short(&tokens) <= LONGEST {
        return if is_told(sentence, &tokens, said) { Fit::Whole(tokens) } else { Fit::TooLong };
    }
    let fits = |end: &usize| {
        is_end(sentence, &tokens, *end)
            && is_told(sentence, &tokens[..*end], said)
            && short(&tokens[..*end]) <= LONGEST
    };
    let soft = (1..=room(SOFT).min(tokens.len().saturating_sub(1))).rev().find(fits);
    let hard =
        || (room(SOFT) + 1..=room(HARD).min(tokens.len())).find(|end| *end == tokens.len() || fits(end));
    if soft.is_none() && tokens.first().is_some_and(|first| sentence.lower(first.at) == "that") && said {
        tokens.remove(0);
        return fit(sentence, tokens, used, said);
    }
    match soft.or_else(hard) {
        Some(end) => {
            tokens.truncate(end);
            trim(sentence, &mut tokens);
            if is_told(sentence, &tokens, said) { Fit::Whole(tokens) } else { Fit::TooLong }
        }
        None if said => Fit::TooLong,
        None => {
            tokens.truncate(room(HARD));
            while tokens.last().is_some_and(|last| is_verb(sentence, last.at)) {
                tokens.pop();
            }
            trim(sentence, &mut tokens);
            if is_told(sentence, &tokens, said) { Fit::Whole(tokens) } else { Fit::TooLong }
        }
    }
}

/// Whether a phrase ends before the token at `end`.
fn is_end(sentence: &Sentence<'_>, tokens: &[Token], end: usize) -> bool {
    let (Some(last), Some(next)) = (end.checked_sub(1).map(|at| tokens[at].at), tokens.get(end)) else {
        return false;
    };
    let opens = Class::PREPOSITION | Class::COORDINATOR | Class::SUBORDINATOR;
    let begins = (sentence.has(next.at, opens) && !matches!(sentence.lower(next.at), "of" | "that" | "than"))
        || matches!(sentence.lower(next.at), "each" | "apiece" | "together");
    let small = Class::PREPOSITION
        | Class::DETERMINER
        | Class::COORDINATOR
        | Class::SUBORDINATOR
        | Class::AUXILIARY
        | Class::ADVERB
        | Class::HYPOTHETICAL
        | Class::FUTURE;
    begins
        && !sentence.has(last, small)
        && !is_verb(sentence, last)
        && !tokens[end - 1].text.ends_with(',')
        && !goes_on(sentence, tokens, end)
}

/// "in response to", "is ready to": what stands before asks for what follows.
fn goes_on(sentence: &Sentence<'_>, tokens: &[Token], end: usize) -> bool {
    let Some(before) = end.checked_sub(2).map(|at| tokens[at].at) else { return false };
    let links = matches!(sentence.lower(tokens[end].at), "to" | "with" | "for");
    links
        && sentence.has(before, Class::PREPOSITION | Class::AUXILIARY)
        && sentence.mention_at(tokens[end - 1].at).is_none()
}

/// Whether a word is a verb that may need what follows.
fn is_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = sentence.senses(at).iter().any(|sense| {
        !matches!(sense.part, Part::Noun | Part::Object) && !matches!(sense.form, Form::Base | Form::Present)
    });
    let noun = sentence.senses(at).iter().any(|sense| sense.part == Part::Noun);
    let word = sentence.lower(at);
    let infinitive = sentence.before(at).is_some_and(|to| is_infinitive(sentence, to));
    infinitive
        || (verb && !noun)
        || word.ends_with("ing") && sentence.follows(at, Class::PREPOSITION)
        || word.ends_with("ed")
}

/// Whether what somebody said has its verb, and something behind that.
fn is_told(sentence: &Sentence<'_>, tokens: &[Token], said: bool) -> bool {
    let opens = tokens.iter().take(if said { 12 } else { 2 });
    let opens = opens.into_iter().position(|token| sentence.lower(token.at) == "that");
    let Some(from) = opens.or_else(|| (said || opens_told(sentence, tokens)).then_some(0)) else {
        return true;
    };
    let clause = &tokens[from..];
    let is_finite = |at: usize| {
        let behind_name = at > 1 && {
            let (before, this) = (clause[at - 1].at, clause[at].at);
            let small = Class::PREPOSITION | Class::COORDINATOR | Class::DETERMINER | Class::ADVERB;
            let named = sentence
                .mention_at(before)
                .is_some_and(|(_, mention)| mention.words.end == this && mention.how != How::Adjective);
            named
                && sentence.is(this, Kind::Letters)
                && !sentence.words.capital(this)
                && !sentence.has(this, small)
                && !sentence.has(clause[at - 2].at, Class::PREPOSITION)
        };
        let pronoun = at > 0
            && sentence.has(clause[at - 1].at, Class::PRONOUN | Class::THING_PRONOUN | Class::RELATIVE)
            && sentence.lower(clause[at - 1].at) != "that";
        let known = at > 0
            && sentence
                .senses(clause[at].at)
                .iter()
                .any(|sense| sense.form == Form::Present && !matches!(sense.part, Part::Noun | Part::Object))
            && sentence.senses(clause[at].at).iter().all(|sense| sense.part != Part::Noun)
            && !sentence.follows(clause[at].at, Class::DETERMINER | Class::PREPOSITION);
        sentence.is_finite(clause[at].at) || behind_name || pronoun || known
    };
    (0..clause.len()).any(|at| is_finite(at) && at + 1 < clause.len())
}

/// Whether a clause follows without "that": "he is ready".
fn opens_told(sentence: &Sentence<'_>, tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|first| {
        let told = tokens.len() > 1 && sentence.is_finite(tokens[1].at);
        told || (tokens.len() > 2 && sentence.has(first.at, Class::PRONOUN))
    })
}

/// Takes away small words at the end.
pub fn trim(sentence: &Sentence<'_>, tokens: &mut Vec<Token>) {
    let small = Class::PREPOSITION
        | Class::DETERMINER
        | Class::COORDINATOR
        | Class::SUBORDINATOR
        | Class::AUXILIARY
        | Class::HYPOTHETICAL
        | Class::FUTURE
        | Class::PRONOUN;
    while let Some(last) = tokens.last_mut() {
        if last.text.ends_with(',') {
            last.text.pop();
        }
        let at = last.at;
        let counts = sentence.has(at, Class::NUMBER) || sentence.is(at, Kind::Number);
        let adverb =
            matches!(sentence.lower(at), "also" | "only" | "not" | "they" | "still" | "just" | "even");
        if !(adverb || sentence.has(at, small) && !counts && sentence.mention_at(at).is_none()) {
            break;
        }
        tokens.pop();
    }
}
