//! People and bodies that the text brings in without a title before the name: "N. N., the envoy",
//! "Ms N.", "the Eastern Front"; and what points back to a body: "the alliance".

use std::collections::HashSet;
use std::ops::Range;

use super::super::gazetteer::{Kind, TitleUse};
use super::super::grammar::Class;
use super::super::words::{Kind as WordKind, Words};
use super::{How, Newcomer, Reader, Use, Who};
use crate::model::fold::fold;

/// Within how many words a body has to have been named for "the group" to mean it.
const MEMORY: usize = 120;
/// The most words of the name of a body.
const LONGEST_BODY: usize = 7;

/// Surnames that stand behind "Mr" and the like somewhere in the text.
pub fn honoured(words: &Words<'_>) -> HashSet<String> {
    let behind = (0..words.list.len()).filter(|at| is_honorific(words, *at)).filter_map(|at| {
        let from = at + 1 + usize::from(words.written(at + 1) == ".");
        let last = (from..from + 3)
            .take_while(|at| words.capital(*at) && words.is(*at, WordKind::Letters))
            .last()?;
        Some(fold(words.written(last)))
    });
    behind.collect()
}

fn is_honorific(words: &Words<'_>, at: usize) -> bool {
    matches!(words.written(at), "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Prof" | "Dame")
}

impl Reader<'_> {
    /// "Ms N.": the person, and where the name ends.
    pub(super) fn honorific(&mut self, at: usize) -> Option<usize> {
        if !is_honorific(self.words, at) {
            return None;
        }
        let from = at + 1 + usize::from(self.words.written(at + 1) == ".");
        let (who, end) = self.named(from, None)?;
        self.roles.entry(who).or_default();
        self.push(at..end, who, How::Name);
        Some(end)
    }

    /// Somebody or a body whom a capitalised name brings in; where the name ends.
    pub(super) fn introduced(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.new_body(at) {
            return Some(end);
        }
        let end = self.name_end(at);
        if end < at + 2 || self.words.class(at) != Class::default() {
            return None;
        }
        let surname = fold(self.words.written(end - 1));
        if self.surnames.contains_key(&surname) && !self.honoured.contains(&surname) {
            return None;
        }
        let office = self.office_behind(end).or_else(|| self.home_behind(end));
        if office.is_none() && !self.honoured.contains(&surname) {
            return None;
        }
        let (title, country) = office.unwrap_or_default();
        let (who, end) = self.named(at, country)?;
        let role = self.roles.entry(who).or_default();
        role.country = role.country.or(country);
        role.titles.extend((!title.is_empty()).then_some(title));
        self.push(at..end, who, How::Name);
        Some(end)
    }

    /// ", the Norwegian envoy": the title, and its country.
    fn office_behind(&self, end: usize) -> Option<(String, Option<u32>)> {
        if self.words.written(end) != "," {
            return None;
        }
        let mut country = None;
        for at in end + 1..end + 7 {
            if let Some(title) = self.title(at) {
                if matches!(title.used, TitleUse::Plural | TitleUse::Body) {
                    return None;
                }
                let words: Vec<&str> = (at..at + title.words).map(|at| self.words.lower(at)).collect();
                let behind = self.country_behind(at + title.words).map(|(state, _)| state);
                return Some((words.join(" "), country.or(behind)));
            }
            if let Some(found) = self.peek(at) {
                let state = |sense: &&super::Sense| self.gazetteer.entity(sense.entity).kind == Kind::State;
                country = found.senses.iter().find(state).map(|sense| sense.entity).or(country);
            }
            if !self.words.is(at, WordKind::Letters) && !self.words.is(at, WordKind::Possessive) {
                return None;
            }
        }
        None
    }

    /// "of Norway, who": the country behind a name.
    fn home_behind(&self, end: usize) -> Option<(String, Option<u32>)> {
        let (country, end) = self.country_behind(end)?;
        let told = self.words.written(end) == "," && matches!(self.words.lower(end + 1), "who" | "whose");
        told.then(|| (String::new(), Some(country)))
    }

    /// "of Oman" behind a title: the state, and where its name ends.
    pub(super) fn country_behind(&self, end: usize) -> Option<(u32, usize)> {
        if self.words.lower(end) != "of" {
            return None;
        }
        let at = end + 1 + usize::from(self.words.lower(end + 1) == "the");
        let found = self.peek(at)?;
        let kind = |entity: u32| self.gazetteer.entity(entity).kind;
        let owner = found.senses.iter().find(|sense| {
            matches!(kind(sense.entity), Kind::State | Kind::Body) && sense.used == Use::Name
        })?;
        Some((owner.entity, self.words.within(&found.span).end))
    }

    /// "the envoy (to Oman), N. N.,": where the name begins.
    pub(super) fn apposed(&self, end: usize) -> Option<usize> {
        let mut at = end;
        if self.words.class(at).is(Class::PREPOSITION) {
            let phrase = (at + 1..at + 7).find(|at| !self.words.is(*at, WordKind::Letters))?;
            at = phrase;
        }
        if self.words.written(at) != "," {
            return None;
        }
        let name = at + 1;
        if self.title(name).is_some() || !self.words.capital(name) {
            return None;
        }
        let known = self.peek(name).map(|found| {
            let person = |sense: &super::Sense| self.gazetteer.entity(sense.entity).kind == Kind::Person;
            (found.senses.iter().any(person), self.words.within(&found.span).end)
        });
        let name_end = match known {
            Some((true, end)) => end.max(self.name_end(name)),
            Some((false, _)) => return None,
            None => self.name_end(name),
        };
        let closed = matches!(self.words.written(name_end), "," | "." | ";" | "—" | ")");
        (name_end > name + usize::from(known.is_none()) && closed).then_some(name)
    }

    /// "and European officials": a title that two adjectives share.
    pub(super) fn shares_title(&self, end: usize) -> bool {
        if !self.words.class(end).is(Class::COORDINATOR) {
            return false;
        }
        let Some(found) = self.peek(end + 1) else { return false };
        let behind = self.words.within(&found.span).end;
        let last = self.title(behind.saturating_sub(1)).is_some_and(|title| title.used == TitleUse::Plural);
        let plural = self.title_after(behind).is_some_and(|(_, title)| title.used == TitleUse::Plural);
        plural || (last && behind > end + 2)
    }

    /// Whether a surname stands behind another name: "Tom Davis" is not the Davis who leads a state.
    pub(super) fn is_within_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let close = self.words.list[before].end + 1 == self.words.list[at].start;
        let name = self.words.capital(before)
            && self.words.is(before, WordKind::Letters)
            && self.words.class(before) == Class::default();
        let behind_name = self.cast.mentions.last().is_some_and(|mention| mention.words.end == at);
        let titled = self.title(before).is_some() || is_honorific(self.words, before);
        close && name && !behind_name && !titled
    }

    /// "Coalition of the Brave": a name in capitals with a word for a body in it.
    fn new_body(&mut self, at: usize) -> Option<usize> {
        let words = self.body_words(at)?;
        let name = self.words.text[self.words.bytes(&words)].split_whitespace().collect::<Vec<_>>().join(" ");
        let known = self.cast.people.iter().position(|known| known.body && known.name == name);
        let index = known.unwrap_or_else(|| {
            self.cast.people.push(Newcomer { name, country: None, body: true });
            self.cast.people.len() - 1
        });
        let end = words.end;
        self.push(words, Who::New(u32::try_from(index).unwrap_or(u32::MAX)), How::Name);
        Some(end)
    }

    fn body_words(&self, at: usize) -> Option<Range<usize>> {
        if self.words.class(at).is(Class::DETERMINER | Class::PREPOSITION | Class::COORDINATOR) {
            return None;
        }
        let (mut end, mut has_head) = (at, false);
        for n in at..at + LONGEST_BODY {
            let letters = self.words.is(n, WordKind::Letters);
            if letters && self.words.capital(n) && !self.words.class(n).is(Class::CALENDAR) {
                if n > at
                    && self
                        .peek(n)
                        .is_some_and(|found| found.senses.iter().all(|sense| sense.used == Use::Seat))
                {
                    break;
                }
                has_head |= is_body_noun(self.words.lower(n));
                end = n + 1;
            } else if !(n > at && matches!(self.words.lower(n), "of" | "for" | "the")) {
                break;
            }
        }
        (has_head && end > at + 1).then_some(at..end)
    }

    /// "the alliance", with nothing behind it that names another: the body that was named last and
    /// can be called so.
    pub(super) fn body_meant(&self, at: usize) -> Option<Who> {
        let word = self.words.lower(at);
        let any = matches!(word, "group" | "alliance" | "bloc" | "organisation" | "organization" | "body");
        let definite = at.checked_sub(1).is_some_and(|before| self.words.lower(before) == "the");
        if !definite || !(any || is_body_noun(word) || matches!(word, "agency" | "court" | "watchdog")) {
            return None;
        }
        if matches!(self.words.lower(at + 1), "of" | "for" | "between" | "against") {
            return None;
        }
        let near = || self.bodies.iter().rev().take_while(|(_, named)| at - named <= MEMORY);
        let called = near()
            .find(|(who, _)| self.name_of(*who).to_lowercase().contains(word) || self.is_called(*who, word));
        // "The group" may be any; an alliance or a bloc is called so in the table.
        let loose = matches!(word, "group" | "organisation" | "organization" | "body");
        called.or_else(|| near().next().filter(|_| loose)).map(|(who, _)| *who)
    }

    fn is_called(&self, who: Who, word: &str) -> bool {
        matches!(who, Who::Known(at) if self.gazetteer.entity(at).called.contains(&word))
    }

    fn name_of(&self, who: Who) -> &str {
        match who {
            Who::Known(at) => &self.gazetteer.entity(at).name,
            Who::New(at) => &self.cast.people[at as usize].name,
        }
    }
}

/// What a body that acts is called.
fn is_body_noun(word: &str) -> bool {
    matches!(
        word,
        "coalition"
            | "alliance"
            | "front"
            | "movement"
            | "army"
            | "party"
            | "league"
            | "council"
            | "committee"
            | "commission"
            | "group"
            | "brigade"
            | "brigades"
            | "organisation"
            | "organization"
            | "authority"
            | "agency"
            | "union"
            | "federation"
            | "association"
            | "forces"
            | "congress"
            | "assembly"
            | "guard"
            | "militia"
            | "bloc"
            | "community"
            | "court"
            | "initiative"
            | "resistance"
    )
}
