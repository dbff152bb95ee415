//! What a noun tells, as a clause: "Norway's annexation of two islands" as "Norway annexes two islands".

use super::super::clause::noun_phrase;
use super::super::grammar::Class;
use super::super::mentions::{How, Mention};
use super::super::words::Kind;
use super::subject::{display, list};
use super::{Maker, fit, join, phrase};
use crate::model::event_type::EventType;
use crate::model::happening_words::{Form, Part, third_person, verb_of_noun};

/// How many words behind a noun are taken with it.
const REACH: usize = 9;

impl Maker<'_, '_> {
    pub(super) fn of_noun(&self) -> String {
        let (sentence, noun) = (self.sentence, self.happening.trigger);
        let start = noun_phrase(sentence, noun);
        let owner = self.owner(start);
        let (pair, pair_end) = self.pair(noun).or_else(|| self.source(noun)).unwrap_or_default();
        let behind = pair_end.unwrap_or(noun + 1);
        let rest: Vec<String> = self.behind(behind);
        if let Some(made) = self.made_newly(start, &rest).or_else(|| self.with_relative(start)) {
            return made;
        }
        let who = match (&owner, pair.is_empty()) {
            (_, false) => list(&pair),
            (Some((mention, _)), _) => display(sentence, mention, self.roles),
            (None, true) => String::new(),
        };
        let plural = pair.len() > 1;
        let from = owner.as_ref().map_or(start, |(_, end)| *end);
        let mut phrase = self.phrase(from, noun);
        // "hold the talks" of a first report is "hold talks"; what has a name keeps its article.
        let the = phrase.first().is_some_and(|first| first.eq_ignore_ascii_case("the"));
        let named = phrase.get(1).is_some_and(|next| next.starts_with(char::is_uppercase));
        if the && !named && !who.is_empty() {
            phrase.remove(0);
        }
        if who.is_empty() {
            return join(&[self.with_article(&phrase), phrase::glue(&rest), self.fallback_verb().to_owned()]);
        }
        let direct = verb_of_noun(sentence.lower(noun)).filter(|_| phrase.len() == 1);
        if let Some((verb, rest)) = direct.and_then(|verb| Some((verb, object(&rest)?))) {
            let verb = if plural { verb.to_owned() } else { third_person(verb) };
            return join(&[who, verb, rest]);
        }
        let light = self.light_verb();
        let (base, particle) = light.split_once(' ').unwrap_or((light, ""));
        let verb = if plural { base.to_owned() } else { third_person(base) };
        join(&[who, verb, particle.to_owned(), self.with_article(&phrase), phrase::glue(&rest)])
    }

    /// The phrase with what follows it.
    pub(super) fn noun_phrase(&self) -> String {
        let noun = self.happening.trigger;
        let phrase = self.phrase(noun_phrase(self.sentence, noun), noun);
        join(&[self.with_article(&phrase), phrase::glue(&self.behind(noun + 1))])
    }

    /// Whose doing it is, by the words before the noun, and where those end.
    fn owner(&self, start: usize) -> Option<(&Mention, usize)> {
        let sentence = self.sentence;
        let first = self.happening.subject.mentions.first()?;
        let mention = &sentence.cast.mentions[*first];
        let inside = mention.words.start >= start && mention.words.end <= self.happening.trigger;
        let end = mention.words.end;
        if inside && mention.how != How::Place {
            return Some((mention, end + usize::from(sentence.is(end, Kind::Possessive))));
        }
        (!inside && mention.how != How::Adjective).then_some((mention, start))
    }

    /// The two behind "between" or "of", by name, and where they end.
    fn pair(&self, noun: usize) -> Option<(Vec<String>, Option<usize>)> {
        let sentence = self.sentence;
        if !matches!(sentence.lower(noun + 1), "between" | "of") {
            return None;
        }
        let mut near = sentence.mentions().map(|(_, mention)| mention).filter(|mention| {
            mention.words.start > noun && mention.words.start < noun + REACH && mention.how != How::Adjective
        });
        let (first, second) = (near.next()?, near.next()?);
        let linked = sentence.lower(first.words.end) == "and" && second.words.start <= first.words.end + 2;
        let of = first.words.start <= noun + 3;
        if !(linked && of) {
            return None;
        }
        let names = [first, second].map(|mention| display(sentence, mention, self.roles)).to_vec();
        Some((names, Some(second.words.end)))
    }

    /// "statements from the ministry", "an attack by rebels": who stands behind the noun.
    fn source(&self, noun: usize) -> Option<(Vec<String>, Option<usize>)> {
        let sentence = self.sentence;
        if !matches!(sentence.lower(noun + 1), "from" | "by") {
            return None;
        }
        let at = noun + 2 + usize::from(sentence.has(noun + 2, Class::ARTICLE));
        let (_, mention) = sentence.mention_at(at).filter(|(_, mention)| mention.acts())?;
        Some((vec![display(sentence, mention, self.roles)], Some(mention.words.end)))
    }

    /// What follows the noun: "of two islands", "in Geneva".
    fn behind(&self, from: usize) -> Vec<String> {
        let sentence = self.sentence;
        if !sentence.has(from, Class::PREPOSITION) {
            return Vec::new();
        }
        let list = |at: usize| {
            let next = at + 1 + usize::from(sentence.has(at + 1, Class::ARTICLE));
            sentence.mention_at(next).is_some()
        };
        let ends =
            |at: &usize| sentence.is_finite(*at) || (sentence.has(*at, Class::COORDINATOR) && !list(*at));
        // One phrase, and where it was; what follows may be a verb that nobody knows.
        let second = |at: &usize| {
            *at > from + 1
                && sentence.has(*at, Class::PREPOSITION)
                && sentence.lower(*at) != "of"
                && !sentence.mention_at(at + 1).is_some_and(|(_, mention)| mention.how == How::Place)
        };
        let end = (from..self.end).find(|at| ends(at) || second(at)).unwrap_or(self.end).min(from + REACH);
        let tokens = phrase::tokens(sentence, from..end, false);
        match fit::fit(sentence, tokens, 4, false) {
            fit::Fit::Whole(tokens) => tokens.into_iter().map(|token| token.text).collect(),
            fit::Fit::TooLong => Vec::new(),
        }
    }

    /// The noun with its adjectives, from a word on, without words that only say that it is new.
    fn phrase(&self, from: usize, noun: usize) -> Vec<String> {
        let sentence = self.sentence;
        // "mediation efforts": what the noun only modifies stays with it.
        let tries =
            matches!(sentence.lower(noun + 1), "efforts" | "attempts" | "effort" | "attempt" | "process");
        let tokens = phrase::tokens(sentence, from..noun + 1 + usize::from(tries), false);
        let words = tokens.into_iter().filter(|token| {
            let stale =
                matches!(sentence.lower(token.at), "recent" | "latest" | "ongoing" | "current" | "own");
            !stale && !sentence.has(token.at, Class::POSSESSOR)
        });
        words.map(|token| token.text).collect()
    }

    /// A noun phrase with an article where it needs one.
    fn with_article(&self, words: &[String]) -> String {
        let text = phrase::glue(words);
        let Some(first) = words.first() else { return text };
        let lower = first.to_lowercase();
        let counted = first.starts_with(|c: char| c.is_ascii_digit()) && !first.contains('-');
        let has_one = Class::of(&lower).is(Class::DETERMINER) || counted;
        if has_one || self.is_many() {
            return text;
        }
        let article = if lower.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {text}")
    }

    fn is_many(&self) -> bool {
        let noun = self.happening.trigger;
        let tries = matches!(self.sentence.lower(noun + 1), "efforts" | "attempts");
        let word = self.sentence.lower(noun + usize::from(tries));
        word.ends_with('s') && !word.ends_with("ss") || matches!(word, "aid" | "mediation" | "relief")
    }

    /// "The newly ratified accord with Oman": what was done to it is what happened.
    fn made_newly(&self, start: usize, rest: &[String]) -> Option<String> {
        let (sentence, noun) = (self.sentence, self.happening.trigger);
        let newly = (start..noun).find(|at| matches!(sentence.lower(*at), "newly" | "recently" | "just"))?;
        let verb = newly + 1;
        let is_verb = sentence.senses(verb).iter().any(|sense| {
            matches!(sense.form, Form::PastOrParticiple | Form::Participle) && sense.part != Part::Noun
        });
        if !is_verb {
            return None;
        }
        let be = if self.is_many() { "are" } else { "is" };
        let phrase = self.phrase(verb + 1, noun);
        let participle = sentence.lower(verb).to_owned();
        Some(join(&[self.with_article(&phrase), phrase::glue(rest), be.to_owned(), participle]))
    }

    /// "A decree that bans the party": what it does is what happened.
    fn with_relative(&self, start: usize) -> Option<String> {
        let (sentence, noun) = (self.sentence, self.happening.trigger);
        let verb = noun + 2;
        let word = sentence.lower(verb);
        let present = word.ends_with('s') && !sentence.has(verb, Class::AUXILIARY | Class::PRONOUN);
        if !matches!(sentence.lower(noun + 1), "that" | "which") || !present {
            return None;
        }
        let tokens = phrase::tokens(sentence, verb..self.sentence.range.1.min(verb + 12), false);
        let phrase = self.with_article(&self.phrase(start, noun));
        let fit::Fit::Whole(tokens) = fit::fit(sentence, tokens, 3, false) else { return None };
        let words: Vec<String> = tokens.into_iter().map(|token| token.text).collect();
        (words.len() > 1).then(|| join(&[phrase, phrase::glue(&words)]))
    }

    /// The verb that goes with the noun for those who act.
    fn light_verb(&self) -> &'static str {
        use EventType as T;
        match (self.sentence.lower(self.happening.trigger), self.happening.event_type) {
            ("visit" | "trip" | "tour" | "appearance" | "call" | "pledge", _) => "make",
            ("decree" | "ultimatum" | "statement" | "warning" | "denial", _) => "issue",
            ("ceasefire" | "cease-fire" | "truce" | "boycott" | "embargo", _) => "declare",
            (_, T::Consult | T::Vote | T::Protest) => "hold",
            ("parade" | "drill" | "drills" | "exercise" | "exercises", _) => "hold",
            (_, T::Agree) => "conclude",
            (_, T::Sanction) => "impose",
            (_, T::Propose) => "put forward",
            (_, T::Aid | T::Support) => "give",
            (_, T::Assault | T::Mobilize | T::Coerce | T::Retreat) => "carry out",
            (_, T::Mediate | T::Cooperate) => "undertake",
            _ => "make",
        }
    }

    /// What is said of the noun where nobody acts.
    fn fallback_verb(&self) -> &'static str {
        use EventType as T;
        let many = self.is_many();
        match (self.sentence.lower(self.happening.trigger), self.happening.event_type, many) {
            ("decree" | "ultimatum" | "statement" | "warning" | "sentence", ..) => "is issued",
            ("ceasefire" | "cease-fire" | "truce" | "armistice", ..) => "takes effect",
            (_, T::Agree, false) => "is concluded",
            (_, T::Agree, true) => "are concluded",
            (_, T::Sanction, false) => "is imposed",
            (_, T::Sanction, true) => "are imposed",
            (_, T::Request | T::Propose | T::Statement | T::Threaten | T::Accuse, false) => "is made",
            (_, T::Request | T::Propose | T::Statement | T::Threaten | T::Accuse, true) => "are made",
            (.., false) => "takes place",
            (.., true) => "take place",
        }
    }
}

/// What the verb takes: "of two islands" and "on Oman" without the preposition, "from Oman" with it.
fn object(rest: &[String]) -> Option<String> {
    let (first, object) = rest.split_first()?;
    if object.is_empty() {
        return None;
    }
    match first.as_str() {
        "of" | "on" | "against" => Some(phrase::glue(object)),
        "from" => Some(phrase::glue(rest)),
        _ => None,
    }
}
