//! What the invented articles are about: actors, topics, places, publishers and days, and the numbers and
//! words out of which all is made.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The lists of `words.txt` by name.
pub static WORDS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("../words.txt").lines();
    let lists = lines.filter_map(|line| line.split_once(": "));
    lists.map(|(name, words)| (name, words.split(' ').collect())).collect()
});

/// SplitMix64: small, fast, and the same on every machine.
pub struct Rng(pub u64);

impl Rng {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((u128::from(z) * limit as u128) >> 64) as usize
    }

    pub fn pick(&mut self, list: &str) -> &'static str {
        let words = &WORDS[list];
        words[self.below(words.len())]
    }

    /// The pattern with a word of that list in place of every `$list`.
    pub fn phrase(&mut self, pattern: &str) -> String {
        let mut phrase = String::with_capacity(100);
        for word in pattern.split(' ') {
            let list = word.strip_prefix('$');
            phrase += list.map_or(word, |list| self.pick(list));
            phrase.push(' ');
        }
        phrase.pop();
        phrase.replace('_', " ")
    }

    /// `how_many` different ones of `entries`.
    pub fn some<'a, T>(&mut self, how_many: usize, entries: &'a [T]) -> Vec<&'a T> {
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < how_many {
            let candidate = self.below(entries.len());
            if !chosen.contains(&candidate) {
                chosen.push(candidate);
            }
        }
        chosen.into_iter().map(|i| &entries[i]).collect()
    }
}

pub struct Entry {
    pub id: String,
    pub name: String,
}

/// What the articles are about. The entries are by folder: actors, topics, places, publishers, types.
pub struct World {
    pub entries: [(&'static str, Vec<Entry>); 5],
    pub days: Vec<Day>,
}

impl World {
    pub fn new(n: usize, rng: &mut Rng) -> Self {
        let root = (n as f64).sqrt().round() as usize;
        let mut taken = HashSet::new();
        let mut list = |folder, how_many: usize, pattern: &str| {
            let mut entries = Vec::new();
            while entries.len() < how_many {
                let name = pattern.replace('*', &invented_word(rng));
                let name = name.replace('+', &invented_word(rng));
                let name = rng.phrase(&name);
                if taken.insert(name.clone()) {
                    let id = name.to_lowercase().replace(' ', "-");
                    entries.push(Entry { id, name });
                }
            }
            (folder, entries)
        };
        let actors = list("actors", root.max(4), "* +");
        let topics = list("topics", (root / 2).clamp(2, 500), "$topic-starts $topic-ends");
        let places = list("places", (root / 2).max(2), "* $place-ends");
        let publishers = list("publishers", (root / 4).max(2), "* $papers");
        let types = WORDS["types"].iter().filter_map(|entry| entry.split(':').next());
        let types = types.map(|id| Entry { id: id.to_owned(), name: id.to_owned() });
        let entries = [actors, topics, places, publishers, ("types", types.collect())];
        World { entries, days: calendar(2012, 2025) }
    }
}

/// Two or three syllables, "Velmar" or "Tosirun", of which there are tens of millions.
pub fn invented_word(rng: &mut Rng) -> String {
    let syllables = "$syllable-starts $vowels ".repeat(2 + rng.below(2));
    let word = rng.phrase(&(syllables + "$syllable-ends")).replace(' ', "");
    word[..1].to_uppercase() + &word[1..]
}

#[derive(Clone, Copy, PartialEq)]
pub struct Day(pub usize, pub usize, pub usize);

impl Day {
    pub fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.0, self.1, self.2)
    }

    /// ["3", "September", "2025"]
    pub fn words(self) -> [String; 3] {
        let month = WORDS["months"][self.1 - 1];
        [self.2.to_string(), month.to_owned(), self.0.to_string()]
    }
}

pub fn calendar(first_year: usize, last_year: usize) -> Vec<Day> {
    let mut days = Vec::new();
    for (year, month) in (first_year..=last_year).flat_map(|year| (1..=12).map(move |m| (year, m))) {
        let last = match month {
            2 => 28 + usize::from(year % 4 == 0 && year % 100 != 0 || year % 400 == 0),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        days.extend((1..=last).map(|day| Day(year, month, day)));
    }
    days
}
