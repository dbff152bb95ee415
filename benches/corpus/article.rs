//! One article, written for both programs.

use std::collections::HashSet;

use crate::world::{Day, Entry, Rng, WORDS, World};

/// A text being written for both programs at once. Dateline finds the names by itself; Hugo is given the
/// link that Dateline makes of the first mention.
pub struct Text<'r> {
    pub rng: &'r mut Rng,
    pub dateline: String,
    pub hugo: String,
    pub words: usize,
    pub linked: HashSet<String>,
}

impl<'r> Text<'r> {
    pub const PREDICATE: &'static str = "$verbs the $adjectives $nouns $prepositions the $adjectives $nouns";

    pub fn new(rng: &'r mut Rng) -> Self {
        let (dateline, hugo) = (String::new(), String::new());
        Text { rng, dateline, hugo, words: 0, linked: HashSet::new() }
    }

    pub fn put(&mut self, text: &str) {
        let words = text.split_whitespace();
        self.words += words.filter(|word| *word != "." && *word != ">").count();
        self.dateline += text;
        self.hugo += text;
    }

    pub fn phrase(&mut self, pattern: &str) {
        let phrase = self.rng.phrase(pattern);
        self.put(&phrase);
    }

    pub fn name(&mut self, folder: &str, Entry { id, name }: &Entry) {
        let link = format!("[{name}](/{folder}/{id}/)");
        self.words += 2;
        self.dateline += name;
        self.hugo += if self.linked.contains(&link) { name } else { &link };
        self.linked.insert(link);
    }

    /// "noted the brief letter before the old committee again": eight to eleven words.
    pub fn predicate(&mut self) {
        self.phrase(Self::PREDICATE);
        if self.rng.below(3) == 0 {
            self.phrase(" $adverbs");
        }
    }
}

pub struct Article<'a> {
    pub id: String,
    pub headline: String,
    pub day: Day,
    pub reported: Day,
    pub kind: &'a Entry,
    pub actors: Vec<&'a Entry>,
    pub topics: Vec<&'a Entry>,
    pub place: &'a Entry,
    pub publisher: &'a Entry,
}

impl<'a> Article<'a> {
    pub fn new(i: usize, n: usize, world: &'a World, rng: &mut Rng) -> Self {
        let [(_, actors), (_, topics), (_, places), (_, publishers), (_, types)] = &world.entries;
        let day = i * world.days.len() / n;
        let reported = (day + rng.below(2)).min(world.days.len() - 1);
        let kind = rng.below(types.len());
        let verb = WORDS["types"][kind].rsplit(':').next().unwrap_or_default();
        let [how_many_actors, how_many_topics] = [4, 2].map(|most| 1 + rng.below(most));
        let actors = rng.some(how_many_actors, actors);
        let topics = rng.some(how_many_topics, topics);
        let tail = ["", " $prepositions $adjectives $nouns"][rng.below(2)];
        let pattern = format!("{verb} $adjectives $nouns on {}{tail}", topics[0].name);
        Article {
            id: format!("{}-{}-{}-{i}", actors[0].id, types[kind].id, topics[0].id),
            headline: format!("{} {}", actors[0].name, rng.phrase(&pattern)),
            day: world.days[day],
            reported: world.days[reported],
            kind: &types[kind],
            actors,
            topics,
            place: rng.some(1, places)[0],
            publisher: rng.some(1, publishers)[0],
        }
    }

    pub fn source(&self) -> String {
        let day = self.reported.iso().replace('-', "/");
        format!("https://{}.example/{day}/{}", self.publisher.id, self.id)
    }

    /// 120 to 200 words that name each actor and topic, and the place after "in"; now and then with a
    /// quotation, or with a position or two.
    pub fn body<'r>(&self, rng: &'r mut Rng) -> Text<'r> {
        let mut text = Text::new(rng);
        let (goal, extra) = (120 + text.rng.below(30), text.rng.below(8));
        for sentence in 0.. {
            match (sentence, text.words < goal) {
                (_, false) => break,
                (0, _) => {}
                _ => text.put(if sentence % 4 == 0 { "\n\n" } else { " " }),
            }
            match self.actors.get(sentence / 2) {
                Some(actor) if sentence % 2 == 0 => text.name("actors", actor),
                _ if sentence == 1 => {
                    text.put("Officials in ");
                    text.name("places", self.place);
                }
                _ => text.phrase("$openers $adjectives $nouns"),
            }
            text.put(" ");
            text.predicate();
            if let (0, Some(topic)) = (sentence % 3, self.topics.get(sentence / 3)) {
                text.put(" on ");
                text.name("topics", topic);
            }
            text.put(".");
        }
        if extra >= 6 {
            text.put("\n\n> We ");
            text.predicate();
            text.put(".");
        }
        for actor in self.actors.iter().take([0, 0, 0, 1, 1, 2, 0, 0][extra]) {
            text.put("\n\n");
            text.name("actors", actor);
            text.put(" on ");
            text.name("topics", self.topics[0]);
            text.put("\n: The side ");
            text.predicate();
            text.put(".");
        }
        text.put("\n");
        text
    }

    /// Six of seven date their heading, in figures or in words; the seventh is one undivided account.
    pub fn dateline_file(&self, i: usize, text: &str) -> String {
        let Article { id, headline, kind: Entry { id: kind, .. }, .. } = self;
        let (source, reported, day) = (self.source(), self.reported.iso(), self.day.iso());
        let publisher = &self.publisher.name;
        let front =
            format!("title: {headline}\npublisher: {publisher}\nurl: {source}\npublished: {reported}");
        if i % 7 == 6 {
            return format!("---\n{front}\ndate: {day}\nid: {id}\ntype: {kind}\n---\n\n{text}");
        }
        let day = if i.is_multiple_of(2) { day } else { self.day.words().join(" ") };
        format!("---\n{front}\n---\n\n## {day}: {headline} {{#{id} .{kind}}}\n\n{text}")
    }

    /// In TOML, Hugo's own default, which it reads faster than YAML.
    pub fn hugo_file(&self, text: &str) -> String {
        let mut front = format!("title = {:?}\ndate = {}\n", self.headline, self.day.iso());
        for (key, entries) in [
            ("actors", &self.actors[..]),
            ("topics", &self.topics),
            ("places", &[self.place]),
            ("types", &[self.kind]),
            ("publishers", &[self.publisher]),
        ] {
            let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
            front += &format!("{key} = {names:?}\n");
        }
        for (key, value) in [
            ("url", format!("/events/{}/", self.id)),
            ("reported", self.reported.iso()),
            ("source", self.source()),
        ] {
            front += &format!("{key} = {value:?}\n");
        }
        format!("+++\n{front}+++\n\n{text}")
    }
}
