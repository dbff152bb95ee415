//! Who stands at the head of a headline: names in full, with the article that English asks for.

use std::ops::Range;

use super::super::clause::{Happening, Rank, Sentence};
use super::super::gazetteer::Kind as EntityKind;
use super::super::grammar::Class;
use super::super::mentions::{How, Mention, Who};
use super::super::roles::Roles;
use super::Maker;
use super::phrase;

/// Last words of names that take an article.
const WITH_ARTICLE: [&str; 41] = [
    "bundestag",
    "knesset",
    "duma",
    "pentagon",
    "coalition",
    "organization",
    "organisation",
    "association",
    "community",
    "authority",
    "movement",
    "army",
    "states",
    "kingdom",
    "union",
    "nations",
    "commission",
    "council",
    "republic",
    "emirates",
    "netherlands",
    "philippines",
    "league",
    "fund",
    "bank",
    "agency",
    "court",
    "parliament",
    "assembly",
    "front",
    "forces",
    "group",
    "eu",
    "un",
    "us",
    "uk",
    "uae",
    "u.s",
    "u.k",
    "kremlin",
    "vatican",
];

impl Maker<'_, '_> {
    /// The names of those who act, else the noun phrase.
    pub(super) fn subject(&self) -> String {
        let subject = &self.happening.subject;
        if self.happening.rank == Rank::Quoted {
            return self.speaking_for();
        }
        if subject.through_thing || subject.mixed || subject.mentions.is_empty() {
            let Some(range) = &subject.words else { return String::new() };
            return self.owned(range.clone());
        }
        let mut names: Vec<String> = Vec::new();
        for index in &subject.mentions {
            names.push(display(self.sentence, &self.sentence.cast.mentions[*index], self.roles));
        }
        names.dedup();
        list(&names)
    }

    /// A phrase of the text; "his" and "its" by the names of those whom they mean.
    fn owned(&self, range: Range<usize>) -> String {
        let sentence = self.sentence;
        let phrase = noun_phrase(sentence, range.clone());
        let people = || {
            let person = sentence
                .mentions()
                .rfind(|(_, mention)| mention.words.end <= range.start && self.roles.is_person(mention.who));
            person.map(|(index, _)| index)
        };
        let owner = match sentence.lower(range.start) {
            "his" | "her" => people().or(sentence.person),
            "its" => sentence.it.first().copied(),
            "it" if range.len() == 1 => {
                let thing = sentence.thing.map(|noun| sentence.words.lower(noun));
                return thing.map_or(phrase, |thing| format!("the {thing}"));
            }
            _ => None,
        };
        let Some(owner) = owner else { return phrase };
        let name = display(sentence, &sentence.cast.mentions[owner], self.roles);
        let rest = phrase.split_once(' ').map_or("", |(_, rest)| rest);
        format!("{name}’s {rest}")
    }

    /// "We" of a minister is the minister's state.
    fn speaking_for(&self) -> String {
        let Some(index) = self.happening.subject.mentions.first() else { return String::new() };
        let mention = &self.sentence.cast.mentions[*index];
        match self.roles.country(mention.who) {
            Some(country) => with_article(&self.roles.name(country).0),
            None => display(self.sentence, mention, self.roles),
        }
    }

    pub(super) fn is_plural(&self) -> bool {
        is_plural(self.sentence, self.happening, self.roles)
    }
}

/// "Norway, Oman and Chile".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A phrase of the text without dates.
fn noun_phrase(sentence: &Sentence<'_>, range: Range<usize>) -> String {
    let mut words = phrase::tokens(sentence, range, false);
    while words.len() > 1 && words.last().is_some_and(|word| sentence.has(word.at, Class::PREPOSITION)) {
        words.pop();
    }
    let words: Vec<String> = words.into_iter().map(|token| token.text).collect();
    phrase::glue(&words)
}

/// Somebody as a headline names them.
pub fn display(sentence: &Sentence<'_>, mention: &Mention, roles: &Roles<'_>) -> String {
    let known = || roles.name(mention.who).0;
    if roles.is_person(mention.who) && mention.how != How::Body {
        return known();
    }
    let inside = mention.words.start >= sentence.range.0 && mention.words.end <= sentence.range.1;
    if mention.how == How::Title || !inside {
        return with_article(&known());
    }
    let text = sentence.words.text[sentence.words.bytes(&mention.words)].replace('\n', " ");
    if sentence.follows(mention.words.start, Class::ARTICLE) && !text.starts_with("The ") {
        return format!("the {text}");
    }
    if matches!(mention.how, How::Name | How::Adjective) && mention.words.len() < 4 {
        with_article(&text)
    } else {
        text
    }
}

/// A name with the article that it takes: "the European Union".
pub fn with_article(name: &str) -> String {
    let head = name.split(" of ").next().unwrap_or(name).split(" for ").next().unwrap_or(name);
    let last = head.rsplit(' ').next().unwrap_or(head).trim_end_matches('.').to_lowercase();
    let has_one = name.starts_with("the ") || name.starts_with("The ");
    if WITH_ARTICLE.contains(&last.as_str()) && !has_one { format!("the {name}") } else { name.to_owned() }
}

/// Whether the verb of the subject is in the plural.
fn is_plural(sentence: &Sentence<'_>, happening: &Happening, roles: &Roles<'_>) -> bool {
    let subject = &happening.subject;
    let by_name = !subject.through_thing && !subject.mixed;
    if subject.mentions.len() > 1 && (by_name || subject.mixed) {
        return true;
    }
    match (subject.mentions.first(), &subject.words) {
        (Some(one), _) if by_name => {
            let mention = &sentence.cast.mentions[*one];
            match mention.how {
                How::Body => is_plural_word(sentence.words.lower(mention.words.end - 1)),
                How::Name => is_plural_name(mention.who, roles),
                _ => false,
            }
        }
        (_, Some(words)) => {
            let head = head(sentence, words);
            is_plural_word(sentence.lower(head))
                || words.clone().any(|at| sentence.lower(at) == "and" && at < head)
        }
        _ => false,
    }
}

fn is_plural_word(word: &str) -> bool {
    (word.ends_with('s') && !word.ends_with("ss"))
        || (word.ends_with("men") && word.len() > 4)
        || Class::of(word).is(Class::PLURAL)
}

/// "the Houthis", "the Rapid Support Forces".
fn is_plural_name(who: Who, roles: &Roles<'_>) -> bool {
    let body = match who {
        Who::Known(at) => roles.gazetteer.entity(at).kind == EntityKind::Body,
        Who::New(_) => !roles.is_person(who),
    };
    let name = roles.name(who).0.to_lowercase();
    let head = name.split(" of ").next().unwrap_or(&name);
    let last = head.rsplit(' ').next().unwrap_or(head);
    body && is_plural_word(last) && !matches!(last, "nations" | "states" | "brics")
}

/// The noun that a phrase is about: the last word before a preposition.
fn head(sentence: &Sentence<'_>, range: &Range<usize>) -> usize {
    let end = (range.start + 1..range.end).find(|at| {
        sentence.has(*at, Class::PREPOSITION | Class::SUBORDINATOR)
            || matches!(sentence.lower(*at), "," | "(")
    });
    end.unwrap_or(range.end).saturating_sub(1).max(range.start)
}
