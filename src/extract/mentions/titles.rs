//! Titles: they bring a name in ("Foreign Minister N. N."), or point back to one ("the minister").

use super::super::gazetteer::{Found, Kind, Title, TitleUse, Use, title_at};
use super::super::grammar::Class;
use super::super::words::Kind as WordKind;
use super::{How, Newcomer, Reader, Role, Who};
use crate::model::fold::fold;
use crate::model::happening_words::Part;

/// Lower-case words inside names.
const PARTICLES: [&str; 12] = ["van", "von", "de", "der", "den", "al", "bin", "ibn", "da", "di", "el", "la"];
/// How many people are asked whether a title points back to them.
const MEMORY: usize = 40;
/// Within how many words a state has to have been named for "the army" to be its own.
const STATE_REACH: usize = 60;
/// The most words of a name.
const LONGEST_NAME: usize = 5;

impl Reader<'_> {
    /// The title that begins at a word.
    pub(super) fn title(&self, at: usize) -> Option<Title> {
        title_at(self.words.lower(at), |n| {
            self.words.is(at + n, WordKind::Letters).then(|| self.words.lower(at + n))
        })
    }

    /// The title after a country: "Norwegian (former) prime minister", "Norway's foreign ministry".
    pub(super) fn title_after(&self, end: usize) -> Option<(usize, Title)> {
        let from = end + usize::from(self.words.is(end, WordKind::Possessive));
        for at in from..from + 3 {
            if let Some(title) = self.title(at) {
                return Some((at, title));
            }
            // "information minister": any word that is no verb may say which.
            let plain = self.words.is(at, WordKind::Letters)
                && !self.words.capital(at)
                && self.words.class(at) == Class::default()
                && self.words.list[at].senses.iter().all(|sense| sense.part == Part::Noun);
            let modifies = plain || matches!(self.words.lower(at), "then" | "first" | "new");
            if !modifies {
                return None;
            }
        }
        None
    }

    /// A title, perhaps of a country, perhaps with a name.
    pub(super) fn titled(
        &mut self,
        from: usize,
        title_from: usize,
        title: Title,
        country: Option<u32>,
    ) -> usize {
        let mut end = title_from + title.words;
        let written: Vec<&str> = (title_from..end).map(|at| self.words.lower(at)).collect();
        let written = written.join(" ");
        let mut country = country;
        if country.is_none()
            && let Some((state, behind)) = self.country_behind(end)
        {
            (country, end) = (Some(state), behind);
        }
        if matches!(title.used, TitleUse::Plural | TitleUse::Body) {
            let definite = from.checked_sub(1).is_some_and(|at| self.words.lower(at) == "the");
            let meant = || self.state_meant(&written, title.used).filter(|_| definite);
            if let Some(country) = country.or_else(meant) {
                self.push(from..end, Who::Known(country), How::Body);
                return end;
            }
            return title_from + 1;
        }
        let apposed = self.apposed(end);
        let name_from = apposed.unwrap_or(end);
        if let Some((who, name_end)) = self.named(name_from, country) {
            let role = self.roles.entry(who).or_default();
            role.country = role.country.or(country);
            if !role.titles.contains(&written) {
                role.titles.push(written);
            }
            self.note_name(who, name_from..name_end);
            self.push(from..name_end, who, How::Name);
            return name_end;
        }
        let definite = from.checked_sub(1).is_some_and(|at| self.words.lower(at) == "the");
        let refers = country.is_some() || definite;
        match self.points_to(&written, title.used, country).filter(|_| refers) {
            Some(who) => self.push(from..end, who, How::Title),
            None => match country.or_else(|| self.state_meant(&written, title.used).filter(|_| definite)) {
                Some(country) => self.push(from..end, Who::Known(country), How::Body),
                None => return title_from + 1,
            },
        }
        end
    }

    /// The name of a person that begins here, after a title.
    pub(super) fn named(&mut self, at: usize, country: Option<u32>) -> Option<(Who, usize)> {
        let alone = |found: &&Found| {
            let surname = found.senses.iter().all(|sense| sense.used == Use::Surname);
            !(surname && self.name_end(at) > self.words.within(&found.span).end)
        };
        if let Some(found) = self.peek(at).filter(alone) {
            let person =
                found.senses.iter().find(|sense| self.gazetteer.entity(sense.entity).kind == Kind::Person)?;
            let (entity, end) = (person.entity, self.words.within(&found.span).end);
            let known = self.gazetteer.entity(entity);
            let who = Who::Known(entity);
            self.roles.entry(who).or_insert_with(|| Role {
                titles: known.offices.clone(),
                country: known.country,
                leads: known.leads,
            });
            if let Some(surname) = known.name.rsplit(' ').next() {
                self.surnames.entry(fold(surname)).or_insert(who);
            }
            return Some((who, end));
        }
        let end = self.name_end(at);
        if end == at {
            return None;
        }
        let surname = fold(self.words.written(end - 1));
        let bytes = self.words.bytes(&(at..end));
        if let Some(who) = self.surnames.get(&surname).copied() {
            return Some((who, end));
        }
        let name = self.words.text[bytes].to_owned();
        let who = match self.gazetteer.actor_by_name(&name) {
            Some(entity) => Who::Known(entity),
            None => {
                self.cast.people.push(Newcomer { name, country, body: false });
                Who::New(u32::try_from(self.cast.people.len() - 1).unwrap_or(u32::MAX))
            }
        };
        self.surnames.insert(surname, who);
        Some((who, end))
    }

    /// The end of the capitalised words from here on that can be a name.
    pub(super) fn name_end(&self, at: usize) -> usize {
        let mut end = at;
        for n in at..at + LONGEST_NAME {
            let apart = n > at
                && self.words.list.get(n).is_none_or(|word| self.words.list[n - 1].end + 1 != word.start);
            let is_name = self.words.is(n, WordKind::Letters)
                && self.words.capital(n)
                && !self.words.class(n).is(Class::CALENDAR)
                && self.words.lower(n) != "i"
                && (n == at || self.peek(n).is_none_or(is_surname));
            if apart || !(is_name || (n > at && PARTICLES.contains(&self.words.lower(n)))) {
                break;
            }
            if is_name {
                end = n + 1;
            }
        }
        end
    }

    /// The state of "the army" or "the foreign minister": the one that was named last.
    fn state_meant(&self, title: &str, used: TitleUse) -> Option<u32> {
        if matches!(title, "secretary-general" | "secretary general") {
            return self.gazetteer.actor_by_name("United Nations");
        }
        let of_state = match used {
            TitleUse::Top => matches!(title, "president" | "prime minister" | "premier" | "chancellor"),
            TitleUse::Office => title.ends_with(" minister") || title == "foreign secretary",
            TitleUse::Plural => title == "authorities",
            TitleUse::Body => matches!(
                title,
                "government"
                    | "army"
                    | "military"
                    | "parliament"
                    | "cabinet"
                    | "navy"
                    | "air force"
                    | "armed forces"
                    | "foreign ministry"
                    | "defence ministry"
                    | "defense ministry"
                    | "ministry of foreign affairs"
            ),
        };
        let here = self.cast.mentions.last().map_or(0, |mention| mention.words.start);
        let near =
            self.cast.mentions.iter().rev().take_while(|mention| here - mention.words.start <= STATE_REACH);
        let state = near.filter_map(|mention| match mention.who {
            Who::Known(at) if self.gazetteer.entity(at).kind == Kind::State => Some(at),
            _ => None,
        });
        state.into_iter().next().filter(|_| of_state)
    }

    /// The person, lately named, who bears this title.
    fn points_to(&self, title: &str, used: TitleUse, country: Option<u32>) -> Option<Who> {
        self.recent.iter().rev().take(MEMORY).copied().find(|who| {
            let Some(role) = self.roles.get(who) else { return false };
            let of_country = country.is_none_or(|country| role.country == Some(country));
            let leads =
                used == TitleUse::Top && (role.leads || role.titles.iter().any(|title| is_top(title)));
            let bears = role.titles.iter().any(|known| known == title || known.ends_with(title));
            of_country && (bears || (leads && (title == "leader" || role.titles.is_empty())))
        })
    }
}

/// A leader's surname may be anybody's.
fn is_surname(found: &Found) -> bool {
    found.senses.iter().all(|sense| sense.used == Use::Surname)
}

fn is_top(title: &str) -> bool {
    matches!(
        title,
        "president" | "prime minister" | "premier" | "chancellor" | "leader" | "king" | "supreme leader"
    )
}
