//! A language, as data: its words, and its rules as patterns with a meaning.
//!
//! A language is one file in `languages/`. It is read and compiled once. Nothing in here knows
//! English.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::calendar::Holiday;
use super::forms::{CLASSES, FORMS};
use super::pattern::{Label, Step, Tree, readings};
use super::slots::{Slot, constant};

/// A language, ready to be matched.
#[derive(Debug)]
pub struct Language {
    /// Its name, `en`.
    pub name: String,
    words: HashMap<Box<[u8]>, u16, BuildHasherDefault<WordHash>>,
    pub(super) entries: Vec<Entry>,
    classes: Vec<String>,
    /// Rules in two rounds: the second one sees what the first has found.
    pub(super) rounds: Vec<Round>,
    past_endings: Vec<String>,
    particles: BTreeMap<String, u16>,
    day_first: bool,
    /// The words that patterns write in digits.
    numerals: [u16; 100],
    /// Days by name, by their numbers in slots.
    pub(super) holidays: Vec<Holiday>,
}

/// A word of the lexicon.
#[derive(Debug, Default, Clone)]
pub struct Entry {
    /// Its classes: label, value, and whether it has to have a capital letter.
    pub classes: Vec<(Label, f32, bool)>,
    /// It is written with a point.
    pub abbreviation: bool,
    /// By round: whether a rule begins with it.
    pub begins: [bool; 2],
}

/// Rules that are tried together.
#[derive(Debug, Default)]
pub struct Round {
    pub(super) tree: Tree,
    pub(super) rules: Vec<Rule>,
}

/// A rule, compiled.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the file.
    pub name: Arc<str>,
    /// What its slots mean together.
    pub mean: Mean,
    pub(super) set: Vec<(Slot, f32)>,
    pub(super) before: Vec<Label>,
    pub(super) not_before: Vec<Label>,
    pub(super) after: Vec<Label>,
    pub(super) not_after: Vec<Label>,
    /// Only in narratives (true) or only in news (false).
    pub(super) narrative: Option<bool>,
    pub(super) capital: bool,
    /// `02/03/2013` is in March.
    pub(super) day_first: bool,
}

/// Kinds of meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Mean {
    /// A date by its parts.
    #[default]
    Date,
    /// A date so many units from another one.
    Shift,
    /// A length.
    Period,
    /// A length before a noun: nothing narrows it.
    Attribute,
    /// Times that recur.
    Set,
    /// Past, present or future without a date.
    Reference,
    /// What is found inside, with the slots put over it.
    Over,
    /// A length found inside, as a step from another date.
    Step,
    /// No expression: it keeps other rules away.
    Nothing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    capital: Vec<String>,
    #[serde(default)]
    day_first: bool,
    past_endings: Vec<String>,
    abbreviations: Vec<String>,
    #[serde(default)]
    particles: BTreeMap<String, String>,
    same: BTreeMap<String, String>,
    words: BTreeMap<String, BTreeMap<String, serde_yaml::Value>>,
    patterns: BTreeMap<String, String>,
    first: Vec<RuleText>,
    second: Vec<RuleText>,
    holidays: Vec<HolidayText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayText {
    words: Vec<String>,
    rule: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RuleText {
    name: String,
    #[serde(rename = "match")]
    patterns: Vec<String>,
    mean: Mean,
    #[serde(default)]
    set: BTreeMap<String, serde_yaml::Value>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    narrative: Option<bool>,
    #[serde(default)]
    capital: bool,
}

static UNDETERMINED: LazyLock<Result<Language, String>> =
    LazyLock::new(|| Language::read(include_str!("languages/und.yaml")));
static EMPTY: LazyLock<Language> = LazyLock::new(Language::empty);
static ENGLISH: LazyLock<Result<Language, String>> =
    LazyLock::new(|| Language::read(include_str!("languages/en.yaml")));

impl Language {
    /// English.
    pub fn english() -> &'static Self {
        ENGLISH.as_ref().unwrap_or(&EMPTY)
    }

    /// Any language without a file of its own: only dates that say all themselves are found.
    pub fn undetermined() -> &'static Self {
        UNDETERMINED.as_ref().unwrap_or(&EMPTY)
    }

    fn empty() -> Self {
        Self {
            name: String::new(),
            words: HashMap::default(),
            entries: vec![Entry::default()],
            classes: FORMS.map(str::to_owned).to_vec(),
            rounds: Vec::new(),
            past_endings: Vec::new(),
            particles: BTreeMap::new(),
            day_first: false,
            numerals: [0; 100],
            holidays: Vec::new(),
        }
    }

    /// Reads and compiles a language file.
    ///
    /// # Errors
    /// The message names what is wrong, and in which rule.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut file: File = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let mut language = Self::empty();
        language.name = std::mem::take(&mut file.name);
        language.day_first = file.day_first;
        language.past_endings = std::mem::take(&mut file.past_endings);
        for (class, words) in &file.words {
            let label = language.class(class);
            let capital = file.capital.contains(class);
            for (word, value) in words {
                let value = number(value).ok_or(format!("{class}: {word}: no such value"))?;
                let at = language.intern(word);
                language.entries[usize::from(at)].classes.push((label, value, capital));
            }
        }
        for word in &file.abbreviations {
            let at = language.intern(word);
            language.entries[usize::from(at)].abbreviation = true;
        }
        for (name, word) in &file.particles {
            let at = language.intern(word);
            language.particles.insert(name.clone(), at);
        }
        language.name_days(&mut file)?;
        for rules in [&file.first, &file.second] {
            let round = language.compile(rules, &file.patterns)?;
            language.rounds.push(round);
        }
        for (mark, same) in &file.same {
            let at = language.intern(same);
            language.words.insert(mark.as_bytes().into(), at);
        }
        for number in 0..language.numerals.len() {
            language.numerals[number] = language.word(number.to_string().as_bytes());
        }
        for entry in 1..language.entries.len() {
            for round in 0..language.rounds.len().min(2) {
                let tree = &language.rounds[round].tree;
                let classes = &language.entries[entry].classes;
                language.entries[entry].begins[round] =
                    tree.begins(entry as Label) || classes.iter().any(|(label, ..)| tree.begins(*label));
            }
        }
        Ok(language)
    }

    /// Days by name become rules of the first round.
    fn name_days(&mut self, file: &mut File) -> Result<(), String> {
        for day in &file.holidays {
            let rule = Holiday::read(&day.rule).ok_or(format!("holiday {}: no such rule", day.rule))?;
            let number = self.holidays.len();
            self.holidays.push(rule);
            let patterns =
                day.words.iter().map(|words| format!("{words} (,? <year>|of <year>|weekend)?")).collect();
            let set = BTreeMap::from([("holiday".to_owned(), number.into())]);
            file.first.push(RuleText {
                name: "holiday".into(),
                patterns,
                mean: Mean::Date,
                set,
                ..RuleText::default()
            });
        }
        Ok(())
    }

    fn class(&mut self, name: &str) -> Label {
        let at = self.classes.iter().position(|known| known == name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.classes.len() - 1
        });
        CLASSES + at as Label
    }

    fn intern(&mut self, word: &str) -> u16 {
        let next = self.entries.len() as u16;
        let at = *self.words.entry(word.to_lowercase().as_bytes().into()).or_insert(next);
        if at == next {
            self.entries.push(Entry::default());
        }
        at
    }

    fn label(&mut self, name: &str) -> Result<Label, String> {
        match name.strip_prefix('<').and_then(|name| name.strip_suffix('>')) {
            None => Ok(self.intern(name)),
            Some(class) if self.classes.iter().any(|known| known == class) => Ok(self.class(class)),
            Some(class) => Err(format!("no class is called `{class}`")),
        }
    }

    fn labels(&mut self, names: &[String]) -> Result<Vec<Label>, String> {
        names.iter().map(|name| self.label(name)).collect()
    }

    fn compile(&mut self, rules: &[RuleText], named: &BTreeMap<String, String>) -> Result<Round, String> {
        let mut round = Round::default();
        for (number, rule) in rules.iter().enumerate() {
            let wrong = |error: String| format!("rule `{}`: {error}", rule.name);
            for pattern in &rule.patterns {
                for reading in readings(pattern, named).map_err(wrong)? {
                    let mut steps = Vec::with_capacity(reading.len());
                    for piece in reading {
                        let name = if piece.class { format!("<{}>", piece.name) } else { piece.name };
                        let label = self.label(&name).map_err(wrong)?;
                        steps.push(Step { label, joined: piece.joined, slot: piece.slot });
                    }
                    if !steps.is_empty() {
                        round.tree.insert(&steps, number as u16);
                    }
                }
            }
            let compiled = self.rule(rule).map_err(wrong)?;
            round.rules.push(compiled);
        }
        round.tree.finish();
        Ok(round)
    }

    fn rule(&mut self, rule: &RuleText) -> Result<Rule, String> {
        let mut set = Vec::new();
        for (slot, value) in &rule.set {
            let known = Slot::named(slot).ok_or(format!("no slot is called `{slot}`"))?;
            set.push((known, number_of(value).ok_or(format!("{slot}: no such value"))?));
        }
        Ok(Rule {
            name: rule.name.as_str().into(),
            mean: rule.mean,
            set,
            before: self.labels(&rule.before)?,
            not_before: self.labels(&rule.not_before)?,
            after: self.labels(&rule.after)?,
            not_after: self.labels(&rule.not_after)?,
            narrative: rule.narrative,
            capital: rule.capital,
            day_first: self.day_first,
        })
    }

    /// The number of a word in lower case; 0 if it is unknown.
    pub fn word(&self, word: &[u8]) -> u16 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The number of the word that two digits or fewer are in patterns; 0 if none names them.
    pub fn numeral(&self, value: f32) -> u16 {
        self.numerals.get(value as usize).copied().unwrap_or(0)
    }

    /// The word that does a grammatical service, by the service's name; 0 if the language has none.
    pub fn particle(&self, service: &str) -> u16 {
        self.particles.get(service).copied().unwrap_or(0)
    }

    /// The label of a class, if the language has it.
    pub fn class_label(&self, name: &str) -> Label {
        self.classes.iter().position(|known| known == name).map_or(0, |at| CLASSES + at as Label)
    }

    /// Whether a word is written with a point.
    pub fn is_abbreviation(&self, word: u16) -> bool {
        word != 0 && self.entries[usize::from(word)].abbreviation
    }

    /// Whether a word in lower case ends as regular verbs in the past do.
    pub fn ends_past(&self, word: &[u8]) -> bool {
        self.past_endings.iter().any(|ending| word.ends_with(ending.as_bytes()))
    }
}

fn number(value: &serde_yaml::Value) -> Option<f32> {
    number_of(value)
}

fn number_of(value: &serde_yaml::Value) -> Option<f32> {
    value.as_f64().map(|value| value as f32).or_else(|| constant(value.as_str()?))
}

/// A quick hash for short words, eight bytes at a step. The keys are ours, so nobody can make them clash.
#[derive(Default)]
pub struct WordHash(u64);

impl WordHash {
    fn step(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHash {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        whole.iter().for_each(|chunk| self.step(u64::from_le_bytes(*chunk)));
        self.step(rest.iter().fold(rest.len() as u64, |word, byte| (word << 8) | u64::from(*byte)));
    }

    fn write_usize(&mut self, length: usize) {
        self.step(length as u64);
    }
}
