//! The benchmark's corpus: N invented articles, written as a Dateline site and as a Hugo site with the
//! same text, so that `benches/compare` can build both and set the figures side by side.
//!
//! ```text
//! corpus generate N DIR [--seed S]   DIR/dateline (a whole site) and DIR/hugo (content for benches/hugo)
//! corpus floor SRC DEST              write SRC's files again below DEST from memory; prints the seconds
//! corpus count DIR                   prints the number of files and of bytes below DIR
//! ```
//!
//! One article is one file and one event. There are √N actors, √N/2 topics, √N/2 places and √N/4
//! publishers, so that the lists grow with N, and the dates are spread evenly over fourteen years, so
//! that the day pages saturate. The same N and seed give the same bytes. Every name is made of
//! syllables: nobody in here exists.

#![allow(
    clippy::disallowed_methods,
    reason = "writing files and reading the clock is what a benchmark is for"
)]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;
use std::{env, fs, io, process, thread};

type Fallible = Result<(), Box<dyn std::error::Error>>;

/// The lists of `words.txt` by name.
static WORDS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines();
    let lists = lines.filter_map(|line| line.split_once(": "));
    lists.map(|(name, words)| (name, words.split(' ').collect())).collect()
});

fn main() {
    // `cargo bench` adds `--bench`, and runs every benchmark without any other argument.
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["generate", n, dir] => generate(n, Path::new(dir), "1"),
        ["generate", n, dir, "--seed", seed] => generate(n, Path::new(dir), seed),
        ["floor", from, to] => floor(Path::new(from), Path::new(to)),
        ["count", dir] => count(Path::new(dir)),
        _ => {
            println!("corpus generate N DIR [--seed S] | floor SRC DEST | count DIR");
            process::exit(if args.is_empty() { 0 } else { 2 });
        }
    };
    if let Err(error) = done {
        eprintln!("corpus: {error}");
        process::exit(1);
    }
}

/// SplitMix64: small, fast, and the same on every machine.
struct Rng(u64);

impl Rng {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((u128::from(z) * limit as u128) >> 64) as usize
    }

    fn pick(&mut self, list: &str) -> &'static str {
        let words = &WORDS[list];
        words[self.below(words.len())]
    }

    /// The pattern with a word of that list in place of every `$list`.
    fn phrase(&mut self, pattern: &str) -> String {
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
    fn some<'a, T>(&mut self, how_many: usize, entries: &'a [T]) -> Vec<&'a T> {
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

struct Entry {
    id: String,
    name: String,
}

/// What the articles are about. The entries are by folder: actors, topics, places, publishers, types.
struct World {
    entries: [(&'static str, Vec<Entry>); 5],
    days: Vec<Day>,
}

impl World {
    fn new(n: usize, rng: &mut Rng) -> Self {
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
fn invented_word(rng: &mut Rng) -> String {
    let syllables = "$syllable-starts $vowels ".repeat(2 + rng.below(2));
    let word = rng.phrase(&(syllables + "$syllable-ends")).replace(' ', "");
    word[..1].to_uppercase() + &word[1..]
}

#[derive(Clone, Copy, PartialEq)]
struct Day(usize, usize, usize);

impl Day {
    fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.0, self.1, self.2)
    }

    /// ["3", "September", "2025"]
    fn words(self) -> [String; 3] {
        let month = WORDS["months"][self.1 - 1];
        [self.2.to_string(), month.to_owned(), self.0.to_string()]
    }
}

fn calendar(first_year: usize, last_year: usize) -> Vec<Day> {
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

/// A text being written for both programs at once. Dateline finds the names by itself; Hugo is given the
/// link that Dateline makes of the first mention.
struct Text<'r> {
    rng: &'r mut Rng,
    dateline: String,
    hugo: String,
    words: usize,
    linked: HashSet<String>,
}

impl<'r> Text<'r> {
    const PREDICATE: &'static str = "$verbs the $adjectives $nouns $prepositions the $adjectives $nouns";

    fn new(rng: &'r mut Rng) -> Self {
        let (dateline, hugo) = (String::new(), String::new());
        Text { rng, dateline, hugo, words: 0, linked: HashSet::new() }
    }

    fn put(&mut self, text: &str) {
        let words = text.split_whitespace();
        self.words += words.filter(|word| *word != "." && *word != ">").count();
        self.dateline += text;
        self.hugo += text;
    }

    fn phrase(&mut self, pattern: &str) {
        let phrase = self.rng.phrase(pattern);
        self.put(&phrase);
    }

    fn name(&mut self, folder: &str, Entry { id, name }: &Entry) {
        let link = format!("[{name}](/{folder}/{id}/)");
        self.words += 2;
        self.dateline += name;
        self.hugo += if self.linked.contains(&link) { name } else { &link };
        self.linked.insert(link);
    }

    /// "noted the brief letter before the old committee again": eight to eleven words.
    fn predicate(&mut self) {
        self.phrase(Self::PREDICATE);
        if self.rng.below(3) == 0 {
            self.phrase(" $adverbs");
        }
    }
}

struct Article<'a> {
    id: String,
    headline: String,
    day: Day,
    reported: Day,
    kind: &'a Entry,
    actors: Vec<&'a Entry>,
    topics: Vec<&'a Entry>,
    place: &'a Entry,
    publisher: &'a Entry,
}

impl<'a> Article<'a> {
    fn new(i: usize, n: usize, world: &'a World, rng: &mut Rng) -> Self {
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

    fn source(&self) -> String {
        let day = self.reported.iso().replace('-', "/");
        format!("https://{}.example/{day}/{}", self.publisher.id, self.id)
    }

    /// 120 to 200 words that name each actor and topic, and the place after "in"; now and then with a
    /// quotation, or with a position or two.
    fn body<'r>(&self, rng: &'r mut Rng) -> Text<'r> {
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
    fn dateline_file(&self, i: usize, text: &str) -> String {
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
    fn hugo_file(&self, text: &str) -> String {
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

fn generate(n: &str, dir: &Path, seed: &str) -> Fallible {
    let (n, mut rng) = (n.parse()?, Rng(seed.parse()?));
    let (dateline, hugo) = (dir.join("dateline"), dir.join("hugo/content"));
    let world = World::new(n, &mut rng);
    write_entries(&dateline, &hugo, &world, &mut rng)?;
    let mut day_before = None;
    for i in 0..n {
        let article = Article::new(i, n, &world, &mut rng);
        let text = article.body(&mut rng);
        let day = article.day.iso();
        let file = format!("{}/{}.md", day[..7].replace('-', "/"), article.id);
        let of_dateline = article.dateline_file(i, &text.dateline);
        write(&dateline.join("content/articles").join(&file), of_dateline)?;
        write(&hugo.join("events").join(&file), article.hugo_file(&text.hugo))?;
        if day_before.replace(article.day) != Some(article.day) {
            write_archive(&hugo, &day, &article.day.words())?;
        }
    }
    Ok(())
}

/// Hugo has no pages of dates by itself: each year, month and day gets a page that its template fills.
fn write_archive(hugo: &Path, day: &str, words: &[String; 3]) -> io::Result<()> {
    for (key, title) in [(day, &words[..]), (&day[..7], &words[1..]), (&day[..4], &words[2..])] {
        let file = hugo.join(format!("archive/{key}.md"));
        if key == day || !file.exists() {
            let (title, url) = (title.join(" "), format!("/{}/", key.replace('-', "/")));
            let front = format!("title = {title:?}\nurl = {url:?}\nkey = {key:?}\noutputs = [\"html\"]");
            write(&file, format!("+++\n{front}\n+++\n"))?;
        }
    }
    Ok(())
}

const SITE: &str = "title: Invented talks
description: A timeline of events that never happened.
base_url: https://timeline.example/
language: en
timezone: UTC
editor: { name: Benchmark, email: editor@timeline.example }
licence: { name: CC0 1.0, url: https://creativecommons.org/publicdomain/zero/1.0/ }
options: { latest: 10, social_cards: off }
";

fn write_entries(dateline: &Path, hugo: &Path, world: &World, rng: &mut Rng) -> io::Result<()> {
    write(&dateline.join("site.yaml"), SITE)?;
    for folder in ["archive", "events"] {
        write(&hugo.join(folder).join("_index.md"), "+++\n[build]\nrender = \"never\"\n+++\n")?;
    }
    for (folder, entries) in &world.entries {
        for Entry { id, name } in entries {
            let text = format!("In this record, the side {}.\n", rng.phrase(Text::PREDICATE));
            let (keys, feeds) = match *folder {
                "actors" => (format!("kind: {}\n", rng.pick("kinds")), true),
                "topics" => (String::new(), true),
                "places" => {
                    (format!("latitude: {}.5\nlongitude: {}.5\n", rng.below(60), rng.below(170)), false)
                }
                _ => (String::new(), false),
            };
            if *folder != "publishers" && *folder != "types" {
                let file = dateline.join(format!("content/{folder}/{id}.md"));
                write(&file, format!("---\nname: {name}\n{keys}---\n\n{text}"))?;
            }
            let feeds = if feeds { "outputs: [html, atom, jsonfeed]\n" } else { "" };
            let file = hugo.join(format!("{folder}/{id}/_index.md"));
            write(&file, format!("---\ntitle: {name}\n{keys}{feeds}---\n\n{text}"))?;
        }
    }
    Ok(())
}

fn write(file: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    fs::write(file, &bytes).or_else(|_| {
        fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
        fs::write(file, &bytes)
    })
}

/// All files below `dir`, sorted, so that those of one folder follow each other.
fn files_below(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![dir.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => folders.push(entry.path()),
                false => files.push(entry.path()),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// What no generator can beat: how long writing the same bytes into the same new files takes.
fn floor(from: &Path, to: &Path) -> Fallible {
    let mut files = Vec::new();
    for file in files_below(from)? {
        files.push((to.join(file.strip_prefix(from)?), fs::read(&file)?));
    }
    let start = Instant::now();
    let (one, other) = files.split_at(files.len() / 2);
    let write_all = |part: &[(PathBuf, Vec<u8>)]| part.iter().try_for_each(|(to, of)| write(to, of));
    thread::scope(|scope| {
        let writer = scope.spawn(|| write_all(other));
        write_all(one).and_then(|()| writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    println!("{:.3}", start.elapsed().as_secs_f64());
    Ok(())
}

fn count(dir: &Path) -> Fallible {
    let files = files_below(dir)?;
    let bytes = files.iter().map(|file| Ok(fs::metadata(file)?.len())).sum::<io::Result<u64>>()?;
    println!("{} {bytes}", files.len());
    Ok(())
}
