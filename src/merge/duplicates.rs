//! Likely duplicates: events that may be one, reported with the edit that
//! merges them. The cost is linear: an event is compared with a few neighbours
//! that share a month and an actor with it.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::Datelike;
use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::entry::{EntryKind, EntryRef};
use crate::model::event::Event;
use crate::model::timeline::Timeline;

/// With how many later events of the same month and actor an event is compared.
const NEIGHBOURS: usize = 12;
/// How many words two headlines have to share.
const SHARED_WORDS: usize = 3;
/// Which part of the shorter headline's words has to be shared.
const SHARED_PART: f64 = 0.6;
/// Words that say nothing of what happened.
const STOP_WORDS: [&str; 18] = [
    "the", "and", "for", "with", "from", "that", "has", "have", "had", "his", "her", "its", "are", "was",
    "says", "said", "after", "over",
];

/// Pairs of events that may be one.
#[derive(Debug, Default, Clone)]
pub struct LikelyDuplicates {
    pairs: BTreeSet<(u32, u32)>,
}

impl LikelyDuplicates {
    /// Looks for them, unless the site's options say not to.
    pub fn find(timeline: &Timeline) -> Self {
        let mut pairs = BTreeSet::new();
        if !timeline.config.options.duplicate_hints {
            return Self { pairs };
        }
        let words: Vec<Vec<u64>> =
            timeline.events.par_iter().map(|event| significant_words(&event.headline)).collect();
        let mut buckets: HashMap<(Month, u32), Vec<u32>> = HashMap::new();
        for (at, event) in (0u32..).zip(&timeline.events) {
            for participant in &event.participants {
                for month in months(event) {
                    buckets.entry((month, participant.actor)).or_default().push(at);
                }
            }
        }
        for events in buckets.values() {
            for (position, first) in events.iter().enumerate() {
                for second in events.iter().skip(position + 1).take(NEIGHBOURS) {
                    let words = |at: &u32| words[*at as usize].as_slice();
                    if may_be_one(timeline, (*first, words(first)), (*second, words(second))) {
                        pairs.insert((*first, *second));
                    }
                }
            }
        }
        Self { pairs }
    }

    /// Looks again at some events, of which neither the date nor the actors have changed.
    pub fn look_again(&mut self, timeline: &Timeline, events: &[u32]) {
        if !timeline.config.options.duplicate_hints {
            return;
        }
        self.pairs.retain(|(first, second)| !events.contains(first) && !events.contains(second));
        for at in events {
            let words = significant_words(&timeline.event(*at).headline);
            for other in neighbours(timeline, *at) {
                let other_words = significant_words(&timeline.event(other).headline);
                if may_be_one(timeline, (*at, &words), (other, &other_words)) {
                    self.pairs.insert(((*at).min(other), (*at).max(other)));
                }
            }
        }
    }

    /// A hint for each pair.
    pub fn hints(&self, timeline: &Timeline) -> Vec<Diagnostic> {
        let pairs = self.pairs.iter();
        pairs
            .filter_map(|(first, second)| hint(timeline, timeline.event(*first), timeline.event(*second)))
            .collect()
    }
}

/// Year and month.
type Month = (i32, u32);

/// The months in which an event begins and ends.
fn months(event: &Event) -> impl Iterator<Item = Month> {
    let month = |day: chrono::NaiveDate| (day.year(), day.month());
    let (first, last) = (month(event.date.first()), month(event.date.last()));
    std::iter::once(first).chain((first != last).then_some(last))
}

/// With which events an event is compared.
fn neighbours(timeline: &Timeline, at: u32) -> BTreeSet<u32> {
    let event = timeline.event(at);
    let mut found = BTreeSet::new();
    for participant in &event.participants {
        let actor = EntryRef { kind: EntryKind::Actor, index: participant.actor };
        for month in months(event) {
            let of_month = |other: &&u32| months(timeline.event(**other)).any(|its| its == month);
            let bucket: Vec<u32> = timeline.events_of(actor).iter().filter(of_month).copied().collect();
            let Ok(position) = bucket.binary_search(&at) else { continue };
            let end = bucket.len().min(position + NEIGHBOURS + 1);
            found.extend(&bucket[position.saturating_sub(NEIGHBOURS)..position]);
            found.extend(&bucket[position + 1..end]);
        }
    }
    found
}

fn may_be_one(timeline: &Timeline, (a, a_words): (u32, &[u64]), (b, b_words): (u32, &[u64])) -> bool {
    similar(a_words, b_words) && timeline.event(a).date.overlaps(&timeline.event(b).date)
}

fn hint(timeline: &Timeline, keep: &Event, other: &Event) -> Option<Diagnostic> {
    let place = |event: &Event| {
        let at = event.accounts.first()?;
        Some((&timeline.article(at.article).meta.source, timeline.account(*at)))
    };
    let ((keep_file, keep_account), (file, account)) = (place(keep)?, place(other)?);
    let edit = if keep_account.id_given {
        format!("if they are one event, write `{{#{}}}` at the end of this heading", keep.id)
    } else {
        format!("if they are one event, write `{{#{}}}` at the end of both headings", keep.id)
    };
    let diagnostic = Diagnostic::new(
        Code::LikelyDuplicate,
        format!(
            "`{}` and `{}` may be one event: the dates touch, and so do actors and words",
            other.id, keep.id
        ),
    );
    Some(
        diagnostic
            .at(file, account.heading)
            .related(keep_file, keep_account.heading, "the other one")
            .help(edit),
    )
}

fn significant_words(headline: &str) -> Vec<u64> {
    let lower = headline.to_lowercase();
    let mut words: Vec<u64> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3 && !STOP_WORDS.contains(word))
        .map(|word| {
            let mut hasher = DefaultHasher::new();
            word.strip_suffix('s').unwrap_or(word).chars().take(6).for_each(|c| c.hash(&mut hasher));
            hasher.finish()
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn similar(a: &[u64], b: &[u64]) -> bool {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let shorter = a.len().min(b.len());
    #[expect(clippy::cast_precision_loss, reason = "a headline has few words")]
    let part = shared as f64 / shorter.max(1) as f64;
    shared >= SHARED_WORDS && part >= SHARED_PART
}
