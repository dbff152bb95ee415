//! Likely duplicates: events that may be one, reported with the edit that
//! merges them. The cost is linear: an event is compared with a few neighbours
//! that share a month and an actor with it.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::Datelike;

use crate::diagnostics::{Code, Diagnostic};
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

/// A hint for each pair.
pub fn find(timeline: &Timeline) -> Vec<Diagnostic> {
    let words: Vec<Vec<u64>> =
        timeline.events.iter().map(|event| significant_words(&event.headline)).collect();
    let mut buckets: HashMap<(i32, u32, u32), Vec<u32>> = HashMap::new();
    for (at, event) in (0u32..).zip(&timeline.events) {
        let (first, last) = (event.date.first(), event.date.last());
        for participant in &event.participants {
            buckets.entry((first.year(), first.month(), participant.actor)).or_default().push(at);
            if (first.year(), first.month()) != (last.year(), last.month()) {
                buckets.entry((last.year(), last.month(), participant.actor)).or_default().push(at);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for events in buckets.values() {
        for (position, first) in events.iter().enumerate() {
            for second in events.iter().skip(position + 1).take(NEIGHBOURS) {
                let alike = similar(&words[*first as usize], &words[*second as usize])
                    && timeline.event(*first).date.overlaps(&timeline.event(*second).date);
                if alike {
                    pairs.insert((*first, *second));
                }
            }
        }
    }
    pairs
        .into_iter()
        .filter_map(|(first, second)| hint(timeline, timeline.event(first), timeline.event(second)))
        .collect()
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
