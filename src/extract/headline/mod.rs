//! Headlines: who did what, in the present, out of the words of the sentence.
//!
//! One clause that ends where a phrase ends, without quotation marks, dates and trailing small words.
//! What a noun tells ("the annexation of two islands") is told with a verb. A headline is a proposal;
//! the editor rewrites it.

mod fit;
mod noun;
mod phrase;
mod subject;

use super::clause::{Happening, Rank, Sentence, Status};
use super::grammar::Class;
use super::roles::Roles;
use super::words::Kind;
use crate::model::happening_words::third_person;
use fit::Fit;
use phrase::Token;

/// The fewest words of a headline.
const SHORTEST: usize = 3;

/// What a headline is made of.
struct Maker<'s, 'a> {
    sentence: &'s Sentence<'a>,
    happening: &'s Happening,
    roles: &'s Roles<'a>,
    /// Where its clause ends.
    end: usize,
}

/// The headline of a happening whose clause ends at a word. Where it only says of what somebody
/// spoke, the noun of that is given, too.
pub fn headline(
    sentence: &Sentence<'_>,
    happening: &Happening,
    end: usize,
    roles: &Roles<'_>,
) -> (String, Option<usize>) {
    let maker = Maker { sentence, happening, roles, end };
    let (text, matter) = if happening.base.is_some() { maker.of_verb() } else { (maker.of_noun(), None) };
    (capitalise(&text), matter)
}

/// The noun phrase of a noun that tells: "a parade in Oslo".
pub fn phrase_of(sentence: &Sentence<'_>, happening: &Happening, end: usize, roles: &Roles<'_>) -> String {
    Maker { sentence, happening, roles, end }.noun_phrase()
}

/// The headline of a verb with another object: "hosts the event" as "hosts a parade in Oslo".
pub fn with_object(
    sentence: &Sentence<'_>,
    happening: &Happening,
    roles: &Roles<'_>,
    object: &str,
) -> String {
    let maker = Maker { sentence, happening, roles, end: happening.group.end };
    let who = maker.subject();
    let verb = maker.verb(who.is_empty());
    capitalise(&join(&[who, verb, object.to_owned()]))
}

impl Maker<'_, '_> {
    fn of_verb(&self) -> (String, Option<usize>) {
        let who = self.subject();
        let verb = self.verb(who.is_empty());
        let used = count(&who) + count(&verb);
        let clause = if self.happening.attribution {
            self.said_before()
        } else {
            phrase::tokens(self.sentence, self.happening.trigger + 1..self.end, self.happening.speech)
        };
        let clause = self.resolved(self.with_object_before(clause));
        let told = self.happening.attribution || self.happening.base.is_some_and(is_said);
        let conditional = self.conditional(used);
        match conditional.unwrap_or_else(|| fit::fit(self.sentence, clause, used, told)) {
            Fit::Whole(tokens) if self.tells_enough(&tokens, used) => {
                (join(&[who, verb, self.as_told(&tokens)]), None)
            }
            _ if self.happening.speech => self.spoken_of(&who),
            Fit::Whole(tokens) => {
                let rest = self.as_told(&tokens);
                let place = phrase::place_behind(self.sentence, self.happening.trigger, self.end);
                (join(&[who, verb, rest, place]), None)
            }
            Fit::TooLong => (join(&[who, verb]), None),
        }
    }

    /// "that if it snows, the road will be closed" as "the road will be closed if it snows".
    fn conditional(&self, used: usize) -> Option<Fit> {
        let (sentence, from) = (self.sentence, self.happening.trigger + 1);
        let skipped = |at: usize| sentence.is(at, Kind::Quote) || matches!(sentence.lower(at), "that" | ":");
        let opens = (from..self.end).find(|at| !skipped(*at))?;
        if !self.happening.speech || !matches!(sentence.lower(opens), "if" | "unless" | "once") {
            return None;
        }
        let comma = (opens..self.end).find(|at| sentence.lower(*at) == ",")?;
        let condition = phrase::tokens(sentence, opens..comma, true);
        let main = phrase::tokens(sentence, comma + 1..self.end, true);
        let personal = phrase::is_personal(sentence, &(opens..self.end));
        match fit::fit(sentence, main, used + condition.len(), true) {
            Fit::Whole(main) if !personal => Some(Fit::Whole(main.into_iter().chain(condition).collect())),
            _ => Some(Fit::TooLong),
        }
    }

    /// "The islands it annexed": what stands before the subject is the object.
    fn with_object_before(&self, tokens: Vec<Token>) -> Vec<Token> {
        let (sentence, subject) = (self.sentence, &self.happening.subject);
        let pronoun = subject.words.as_ref().filter(|words| {
            words.len() == 1
                && words.start >= sentence.range.0
                && sentence.has(words.start, Class::THING_PRONOUN | Class::PRONOUN)
        });
        let Some(head) = pronoun.and_then(|words| sentence.before(words.start)) else { return tokens };
        let noun = sentence.is_modifier(head) && !sentence.is_finite(head) && !subject.inherited;
        let small = Class::ADVERB | Class::THING_PRONOUN;
        if !noun || sentence.has(head, small) || sentence.date_at(head).is_some() {
            return tokens;
        }
        let start = super::clause::noun_phrase(sentence, head);
        let object = phrase::tokens(sentence, start..head + 1, false);
        object.into_iter().chain(tokens).collect()
    }

    /// "it" as an object, by the noun that it stands for.
    fn resolved(&self, mut tokens: Vec<Token>) -> Vec<Token> {
        let Some(noun) = self.sentence.thing else { return tokens };
        let place = tokens.iter().take(2).position(|token| self.sentence.lower(token.at) == "it");
        let Some(place) = place else { return tokens };
        let subject = tokens.get(place + 1).is_some_and(|next| {
            self.sentence.is_finite(next.at) || next.text.ends_with('s') || next.at > tokens[place].at + 3
        });
        if !subject {
            tokens[place].text = format!("the {}", self.sentence.words.lower(noun));
        }
        tokens
    }

    /// Whether what follows the verb says what was said or done.
    fn tells_enough(&self, tokens: &[Token], used: usize) -> bool {
        let small =
            Class::PREPOSITION | Class::SUBORDINATOR | Class::PRONOUN | Class::AUXILIARY | Class::DETERMINER;
        let content = tokens.iter().filter(|token| !self.sentence.has(token.at, small)).count();
        used + tokens.len() >= SHORTEST && (!self.happening.speech || content > 0)
    }

    /// What stands before ", the minister said".
    fn said_before(&self) -> Vec<Token> {
        let words = self.happening.subject.words.as_ref();
        let from = self.happening.group.start;
        let end = words.map_or(from, |words| words.start.min(from));
        phrase::tokens(self.sentence, self.sentence.range.0..end, true)
    }

    /// For what was said at length or in the first person: of what it was.
    fn spoken_of(&self, who: &str) -> (String, Option<usize>) {
        let range = if self.happening.attribution {
            self.sentence.range.0..self.happening.group.start
        } else {
            self.happening.trigger + 1..self.sentence.range.1
        };
        let skip = &self.happening.subject.mentions;
        match phrase::matter(self.sentence, range, skip) {
            Some((matter, noun)) if !who.is_empty() => {
                let verb = if self.is_plural() { "speak about" } else { "speaks about" };
                (join(&[who.to_owned(), verb.to_owned(), matter]), noun)
            }
            _ => {
                let verb = if self.is_plural() { "make a statement" } else { "makes a statement" };
                let place = phrase::place_behind(self.sentence, self.sentence.range.0, self.sentence.range.1);
                (join(&[who.to_owned(), verb.to_owned(), place]), None)
            }
        }
    }

    /// The verb in the present: "signs", "are signed", "is set to sign".
    fn verb(&self, no_subject: bool) -> String {
        let happening = self.happening;
        let Some(base) = happening.base else { return String::new() };
        let as_written = happening.status == Status::Planned || happening.negated;
        if as_written && !matches!(happening.status, Status::Past) {
            let words = happening.group.clone().map(|at| self.sentence.words.written(at));
            return words.collect::<Vec<_>>().join(" ");
        }
        let plural = !no_subject && self.is_plural();
        let base = if happening.attribution && base == "tell" { "say" } else { base };

        if happening.passive {
            let participle = self.sentence.lower(happening.trigger);
            format!("{} {participle}", if plural { "are" } else { "is" })
        } else if happening.negated {
            format!("{} not {base}", if plural { "do" } else { "does" })
        } else if plural {
            base.to_owned()
        } else {
            third_person(base)
        }
    }

    /// The words as they are told now: "was" in what a past verb reports becomes "is".
    fn as_told(&self, tokens: &[Token]) -> String {
        let happening = self.happening;
        let told = happening.speech || tokens.iter().take(4).any(|token| token.text == "that");
        let past = matches!(happening.status, Status::Past) && told && happening.rank != Rank::Noun;
        let verb =
            tokens.iter().find(|token| self.sentence.is_finite(token.at)).map_or(self.end, |token| token.at);
        let range = verb..self.end;
        let dated = self.sentence.dates.iter().any(|date| range.contains(&date.start));
        let mut words: Vec<String> = tokens.iter().map(|token| token.text.clone()).collect();
        if past && !dated {
            let verb = tokens.iter().position(|token| self.sentence.is_finite(token.at));
            if let Some(at) = verb {
                let before = at.checked_sub(1).map_or("", |before| words[before].as_str());
                let plural = before.ends_with('s') || matches!(before, "they" | "men" | "people");
                let next = words.get(at + 1).map_or("", String::as_str);
                // "could have been", "it would be wrong": no past of "can" and "will".
                let stays = next == "have" || (before == "it" && next == "be");
                if let Some(now) = unshifted(&words[at], plural).filter(|_| !stays) {
                    now.clone_into(&mut words[at]);
                }
            }
        }
        phrase::glue(&words)
    }
}

/// Verbs behind which a clause has to stand: "says that …"; others take a noun: "announces talks".
fn is_said(base: &str) -> bool {
    matches!(
        base,
        "say"
            | "tell"
            | "state"
            | "add"
            | "note"
            | "stress"
            | "emphasise"
            | "emphasize"
            | "argue"
            | "claim"
            | "maintain"
            | "explain"
            | "contend"
            | "assert"
            | "comment"
            | "observe"
            | "predict"
            | "hint"
            | "quip"
            | "remark"
            | "write"
    )
}

/// The present of an auxiliary that reported speech put into the past.
fn unshifted(word: &str, plural: bool) -> Option<&'static str> {
    Some(match word {
        "was" => "is",
        "were" => "are",
        "had" if plural => "have",
        "had" => "has",
        "would" => "will",
        "could" => "can",
        "might" => "may",
        _ => return None,
    })
}

fn count(text: &str) -> usize {
    text.split(' ').filter(|word| !word.is_empty()).count()
}

fn join(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a happening can have a headline of its own: it says who or what.
pub fn tells(happening: &Happening) -> bool {
    happening.base.is_none()
        || !happening.subject.is_empty()
        || happening.subject.words.is_some()
        || (happening.rank == Rank::Main && !happening.attribution)
}
