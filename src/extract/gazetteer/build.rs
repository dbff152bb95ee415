//! The gazetteer is built: the site's entries claim their names first, the tables get the rest.

use std::collections::HashMap;

use aho_corasick::AhoCorasickBuilder;

use super::countries::{Country, Leader, countries};
use super::{Case, Entity, Gazetteer, Kind, Sense, Use};
use crate::model::entry::{ActorKind, Details, Entry};
use crate::model::fold::fold;

/// The shortest surname that is taken for a leader without an introduction.
const LONG_SURNAME: usize = 5;

impl Gazetteer {
    /// All names of these entries and of the built-in tables.
    pub fn new(actors: &[Entry], topics: &[Entry], places: &[Entry]) -> Self {
        let countries = countries();
        let mut builder = Builder::default();
        builder.actors(actors, &countries);
        builder.places(places);
        builder.topics(topics);
        builder.organisations(&countries);
        for country in &countries {
            builder.country(country);
        }
        builder.finish()
    }
}

#[derive(Default)]
struct Builder {
    entities: Vec<Entity>,
    names: Vec<String>,
    patterns: Vec<Vec<Sense>>,
    by_name: HashMap<String, u32>,
    states: HashMap<String, u32>,
}

impl Builder {
    fn entity(&mut self, name: &str, kind: Kind, entry: Option<&str>) -> u32 {
        self.entities.push(Entity {
            name: name.to_owned(),
            kind,
            entry: entry.map(str::to_owned),
            country: None,
            leads: false,
            called: Vec::new(),
            offices: Vec::new(),
        });
        u32::try_from(self.entities.len() - 1).unwrap_or(u32::MAX)
    }

    /// Notes a name, unless another actor, place or adjective has it already.
    fn name(&mut self, name: &str, entity: u32, used: Use) {
        let folded = fold(name);
        if folded.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
            return;
        }
        let at = *self.by_name.entry(folded.clone()).or_insert_with(|| {
            self.names.push(folded);
            self.patterns.push(Vec::new());
            u32::try_from(self.patterns.len() - 1).unwrap_or(u32::MAX)
        });
        let kind = self.entities[entity as usize].kind;
        let group = |kind: Kind, used: Use| match (kind, used) {
            (_, Use::Adjective) => 0,
            (Kind::Place, _) => 1,
            (Kind::Topic, _) => 2,
            _ => 3,
        };
        let taken = |sense: &Sense| {
            let other = self.entities[sense.entity as usize].kind;
            group(other, sense.used) == group(kind, used)
        };
        let senses = &mut self.patterns[at as usize];
        if kind == Kind::Topic || !senses.iter().any(taken) {
            senses.push(Sense { entity, used, case: Case::of(kind, name) });
        }
    }

    fn has_actor(&self, name: &str) -> Option<u32> {
        let at = *self.by_name.get(&fold(name))?;
        let is_actor = |sense: &&Sense| {
            !matches!(self.entities[sense.entity as usize].kind, Kind::Place | Kind::Topic)
                && sense.used != Use::Adjective
        };
        self.patterns[at as usize].iter().find(is_actor).map(|sense| sense.entity)
    }

    fn actors(&mut self, actors: &[Entry], countries: &[Country]) {
        let mut people = Vec::new();
        for entry in actors {
            let Details::Actor { kind, country, roles, .. } = &entry.details else { continue };
            let own = match kind {
                ActorKind::Person => Kind::Person,
                ActorKind::State => Kind::State,
                ActorKind::Organisation | ActorKind::Group => Kind::Body,
            };
            let at = self.entity(&entry.name, own, Some(&entry.id));
            let known = country.as_ref().and_then(|code| countries.iter().find(|known| known.code == *code));
            for (name, _) in entry.names() {
                let used = match known {
                    Some(country) if own == Kind::State => use_of(country, name),
                    _ => Use::Name,
                };
                self.name(name, at, used);
            }
            if let (Kind::State, Some(code)) = (own, country) {
                self.states.entry(code.clone()).or_insert(at);
            }
            if own == Kind::Person {
                let office = |title: &str| fold(title.split(" of ").next().unwrap_or(title));
                self.entities[at as usize].offices =
                    roles.iter().filter(|role| role.to.is_none()).map(|role| office(&role.title)).collect();
                people.push((at, country.clone()));
            }
        }
        for (at, code) in people {
            let state = code.and_then(|code| self.states.get(&code).copied());
            self.entities[at as usize].country = state;
        }
    }

    fn places(&mut self, places: &[Entry]) {
        for entry in places {
            let at = self.entity(&entry.name, Kind::Place, Some(&entry.id));
            for (name, _) in entry.names() {
                self.name(name, at, Use::Name);
            }
        }
    }

    fn topics(&mut self, topics: &[Entry]) {
        for entry in topics {
            let at = self.entity(&entry.name, Kind::Topic, Some(&entry.id));
            for (name, _) in entry.names() {
                self.name(name, at, Use::Name);
            }
        }
    }

    fn country(&mut self, country: &Country) {
        let state = match self.states.get(&country.code) {
            Some(state) => *state,
            None => {
                let state = self.entity(&country.name, Kind::State, None);
                self.states.insert(country.code.clone(), state);
                state
            }
        };
        self.name(&country.name, state, Use::Name);
        for name in &country.names {
            self.name(name, state, Use::Name);
        }
        for name in &country.metonyms {
            self.name(name, state, Use::Metonym);
        }
        for name in &country.adjectives {
            self.name(name, state, Use::Adjective);
        }
        if self.place_is_free(&country.name) {
            let place = self.entity(&country.name, Kind::Place, None);
            self.entities[place as usize].country = Some(state);
            self.name(&country.name, place, Use::Name);
            for name in &country.names {
                self.name(name, place, Use::Name);
            }
        }
        for city in &country.capitals {
            self.name(city, state, Use::Seat);
            if self.place_is_free(city) {
                let place = self.entity(city, Kind::Place, None);
                self.entities[place as usize].country = Some(state);
                self.name(city, place, Use::Name);
            }
        }
        for leader in &country.leaders {
            self.leader(leader, state);
        }
    }

    fn place_is_free(&self, name: &str) -> bool {
        let Some(at) = self.by_name.get(&fold(name)) else { return true };
        !self.patterns[*at as usize]
            .iter()
            .any(|sense| self.entities[sense.entity as usize].kind == Kind::Place)
    }

    fn leader(&mut self, leader: &Leader, state: u32) {
        let known = std::iter::once(&leader.name).chain(&leader.names).find_map(|name| self.has_actor(name));
        let at = known.unwrap_or_else(|| self.entity(&leader.name, Kind::Person, None));
        let entity = &mut self.entities[at as usize];
        if entity.kind != Kind::Person {
            return;
        }
        entity.leads |= entity.country.is_none_or(|country| country == state);
        entity.country.get_or_insert(state);
        for name in std::iter::once(&leader.name).chain(&leader.names) {
            self.name(name, at, Use::Name);
            spellings(name).for_each(|name| self.name(&name, at, Use::Name));
        }
        if let Some(surname) = leader.surname.as_ref().filter(|name| name.chars().count() >= LONG_SURNAME) {
            self.name(surname, at, Use::Surname);
            spellings(surname).for_each(|name| self.name(&name, at, Use::Surname));
        }
    }

    fn organisations(&mut self, countries: &[Country]) {
        for line in include_str!("organisations.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(name), _, others, called) =
                (columns.next(), columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let names = || std::iter::once(name).chain(others.into_iter().flat_map(|names| names.split('|')));
            let at = names()
                .find_map(|name| self.has_actor(name))
                .unwrap_or_else(|| self.entity(name, Kind::Body, None));
            self.entities[at as usize].called =
                called.into_iter().flat_map(|words| words.split('|')).collect();
            for name in names().filter(|name| !name.is_empty()) {
                let is_city =
                    countries.iter().any(|country| country.capitals.iter().any(|city| city == name));
                self.name(name, at, if is_city { Use::Seat } else { Use::Name });
            }
        }
    }

    fn finish(self) -> Gazetteer {
        // An automaton of that many names is built or refused by its size alone; without one, no name is found.
        let automaton = AhoCorasickBuilder::new().build(&self.names).ok();
        Gazetteer { automaton, patterns: self.patterns, entities: self.entities, by_name: self.by_name }
    }
}

/// Other ways to write the end of a name that comes out of Cyrillic letters.
fn spellings(name: &str) -> impl Iterator<Item = String> {
    const ENDS: [(&str, &[&str]); 3] =
        [("yy", &["y", "iy", "yi", "ii", "ij"]), ("enka", &["enko"]), ("ayev", &["aev"])];
    let found = ENDS.iter().filter_map(move |(end, others)| Some((name.strip_suffix(end)?, *others)));
    let all = found.flat_map(|(stem, others)| others.iter().map(move |other| format!("{stem}{other}")));
    all.collect::<Vec<_>>().into_iter()
}

/// How a name that the site gives a state stands for it.
fn use_of(country: &Country, name: &str) -> Use {
    let is_in = |list: &[String]| list.iter().any(|known| fold(known) == fold(name));
    if is_in(&country.capitals) {
        Use::Seat
    } else if is_in(&country.metonyms) {
        Use::Metonym
    } else {
        Use::Name
    }
}
