//! The names of all entries, and how they are found in prose.
//!
//! Word boundaries, the longest match, any case and any diacritics; but a
//! proper name needs its capital letter, and an abbreviation in capitals needs
//! its capitals ("US" is not "us").

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::article::TextBlock;
use crate::model::entry::{Entry, EntryKind, EntryRef};
use crate::model::fold::{Folded, fold};
use crate::model::source::Span;

/// Words after which a name that an actor and a place share is the place.
const LOCATIVE: [&str; 5] = ["in", "at", "near", "outside", "inside"];

/// All names, ready to be found.
pub struct Names {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
    by_name: HashMap<(EntryKind, String), u32>,
    ids: [Vec<String>; 3],
    labels: [Vec<String>; 2],
}

/// A folded name and who bears it.
#[derive(Default)]
struct Pattern {
    bearers: Vec<(EntryRef, Case)>,
}

impl Pattern {
    /// A second spelling of an entry's own name may allow more.
    fn widen(&mut self, entry: EntryRef, case: Case) {
        for (bearer, known) in &mut self.bearers {
            if *bearer == entry {
                *known = (*known).min(case);
            }
        }
    }
}

/// How a name has to be written to be found, the freest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    /// `ceasefire`: any way.
    Any,
    /// `Putin`: with a capital first.
    Capital,
    /// `NATO`: as it is.
    Capitals,
}

/// A name found in a block of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Whose name.
    pub entry: EntryRef,
    /// Where it stands in the file.
    pub source: Span,
    /// Whether a link can be put around it.
    pub linkable: bool,
    /// Whether it follows a preposition of place.
    pub locative: bool,
    /// Whether an actor bears the same name.
    pub shared: bool,
}

impl Names {
    /// Gathers the names of all entries; each list sorted by id.
    pub fn new(actors: &[Entry], topics: &[Entry], places: &[Entry]) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut claimed: HashMap<(EntryKind, String), (u32, Span)> = HashMap::new();
        let mut folded_names: Vec<String> = Vec::new();
        let mut at_name: HashMap<String, usize> = HashMap::new();
        let mut patterns: Vec<Pattern> = Vec::new();
        for (kind, entries) in EntryKind::ALL.into_iter().zip([actors, topics, places]) {
            for (index, entry) in (0u32..).zip(entries) {
                for (name, span) in entry.names() {
                    let folded = fold(name);
                    if folded.is_empty() {
                        continue;
                    }
                    match claimed.get(&(kind, folded.clone())) {
                        Some((other, _)) if *other == index => {
                            let at = at_name[&folded];
                            patterns[at].widen(EntryRef { kind, index }, Case::of(kind, name));
                            continue;
                        }
                        Some((other, other_span)) => {
                            let other = &entries[*other as usize];
                            diagnostics.push(claimed_twice(kind, name, (entry, span), (other, *other_span)));
                            continue;
                        }
                        None => {}
                    }
                    claimed.insert((kind, folded.clone()), (index, span));
                    let at = *at_name.entry(folded.clone()).or_insert_with(|| {
                        folded_names.push(folded);
                        patterns.push(Pattern::default());
                        patterns.len() - 1
                    });
                    patterns[at].bearers.push((EntryRef { kind, index }, Case::of(kind, name)));
                }
            }
        }
        // An automaton of that many names is built or refused by its size alone; without one, no name is found.
        let automaton = AhoCorasickBuilder::new().build(&folded_names).ok();
        let ids =
            [actors, topics, places].map(|entries| entries.iter().map(|entry| entry.id.clone()).collect());
        let labels = [actors, topics].map(|entries| entries.iter().map(|entry| entry.name.clone()).collect());
        let by_name = claimed.into_iter().map(|(name, (index, _))| (name, index)).collect();
        (Self { automaton, patterns, by_name, ids, labels }, diagnostics)
    }

    /// All ids of a kind, sorted.
    pub fn ids(&self, kind: EntryKind) -> impl Iterator<Item = &str> {
        self.ids[kind as usize].iter().map(String::as_str)
    }

    /// The entry with this id.
    pub fn by_id(&self, kind: EntryKind, id: &str) -> Option<u32> {
        let at = self.ids[kind as usize].binary_search_by(|known| known.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok()
    }

    /// The entry with this name, alias or id.
    pub fn by_name(&self, kind: EntryKind, name: &str) -> Option<u32> {
        let folded = fold(name);
        let without_article = folded.strip_prefix("the ").unwrap_or(&folded).to_owned();
        [folded, without_article]
            .into_iter()
            .find_map(|name| self.by_name.get(&(kind, name)).copied())
            .or_else(|| self.by_id(kind, name))
    }

    /// The names (not aliases) of actors or topics, for suggestions.
    pub fn labels(&self, kind: EntryKind) -> impl Iterator<Item = &str> {
        self.labels.get(kind as usize).into_iter().flatten().map(String::as_str)
    }

    /// Every name in a block of text, in order, the longest where several fit.
    pub fn find(&self, block: &TextBlock) -> Vec<Mention> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::new(&block.text);
        let mut matches: Vec<(usize, usize, usize)> = automaton
            .find_overlapping_iter(&folded.text)
            .filter(|found| is_word(&folded.text, found.start(), found.end()))
            .map(|found| (found.start(), found.end(), found.pattern().as_usize()))
            .collect();
        matches.sort_unstable_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let mut mentions = Vec::new();
        let mut from = 0;
        for (start, end, pattern) in matches {
            if start < from {
                continue;
            }
            let original = folded.original(start)..folded.original(end);
            let written = &block.text[original.clone()];
            let bearers: Vec<EntryRef> = self.patterns[pattern]
                .bearers
                .iter()
                .filter(|(_, case)| case.allows(written))
                .map(|(entry, _)| *entry)
                .collect();
            if bearers.is_empty() {
                continue;
            }
            from = end;
            mentions.extend(choose(&bearers, block, original, &folded.text[..start]));
        }
        mentions
    }
}

/// Of an actor and a place with one name, the place after a preposition of place, else the actor.
fn choose<'a>(
    bearers: &'a [EntryRef],
    block: &TextBlock,
    range: std::ops::Range<usize>,
    before: &str,
) -> impl Iterator<Item = Mention> + use<'a> {
    let before = before.strip_suffix(" the ").map_or(before.trim_end(), str::trim_end);
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let locative = LOCATIVE.contains(&word);
    let has = |kind| bearers.iter().any(|bearer| bearer.kind == kind);
    let shared = has(EntryKind::Actor) && has(EntryKind::Place);
    let (source, linkable) = place_in_file(block, range);
    bearers
        .iter()
        .filter(move |entry| match entry.kind {
            EntryKind::Actor => !(shared && locative),
            EntryKind::Place => !shared || locative,
            EntryKind::Topic => true,
        })
        .map(move |entry| Mention { entry: *entry, source, linkable, locative, shared })
}

/// Where a range of the block's text stands in the file, and whether one link can hold it.
fn place_in_file(block: &TextBlock, range: std::ops::Range<usize>) -> (Span, bool) {
    let first = block.parts.partition_point(|part| part.at as usize <= range.start).saturating_sub(1);
    let last = block.parts.partition_point(|part| (part.at as usize) < range.end).saturating_sub(1);
    let parts = &block.parts[first..=last.max(first)];
    let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (Some(head), Some(tail)) = (parts.first(), parts.last()) else { return (Span::default(), false) };
    let is_break = |at: u32| block.text.as_bytes().get(at as usize) == Some(&b' ');
    let whole = parts.windows(2).all(|pair| {
        pair[0].depth == pair[1].depth && (pair[0].source.end == pair[1].source.start || is_break(pair[0].at))
    });
    let verbatim = parts.iter().all(|part| part.linkable);
    if !verbatim {
        return (Span { start: head.source.start, end: tail.source.end }, false);
    }
    let start = head.source.start + cut(range.start) - head.at;
    let end = tail.source.start + cut(range.end) - tail.at;
    (Span { start, end }, whole && start < end)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

fn is_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

impl Case {
    /// A topic is no proper name: its capital letter is only that of a title.
    fn of(kind: EntryKind, name: &str) -> Self {
        let name = without_article(name);
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        if letters().count() >= 2 && letters().all(char::is_uppercase) {
            Self::Capitals
        } else if kind != EntryKind::Topic && name.chars().next().is_some_and(char::is_uppercase) {
            Self::Capital
        } else {
            Self::Any
        }
    }

    fn allows(self, written: &str) -> bool {
        let written = without_article(written);
        match self {
            Self::Any => true,
            Self::Capital => written.chars().next().is_some_and(|c| !c.is_lowercase()),
            Self::Capitals => !written.chars().any(char::is_lowercase),
        }
    }
}

fn claimed_twice(kind: EntryKind, name: &str, this: (&Entry, Span), other: (&Entry, Span)) -> Diagnostic {
    let message =
        format!("two {} claim the name `{name}`: `{}` and `{}`", kind.folder(), other.0.id, this.0.id);
    Diagnostic::new(Code::AmbiguousAlias, message)
        .at(&this.0.source, this.1)
        .related(&other.0.source, other.1, format!("`{}` claims it here", other.0.id))
        .help("take it out of one of the two, or make it longer")
}
