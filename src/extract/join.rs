//! Drafts that tell of one happening become one, and events that the site already has are found:
//! dates that touch, actors in common, words alike (as the hints on likely duplicates judge).

use super::lexicon::Lexicon;
use crate::model::candidate::{Candidate, ExistingEvent, Named};
use crate::model::event_type::EventType;

/// How many words two headlines have to share.
const SHARED_WORDS: usize = 3;
/// Of the shorter one's words, how many in a hundred.
const SHARED_PERCENT: usize = 60;
/// With how many drafts before it a draft is compared.
const MEMORY: usize = 40;
/// The longest text of a candidate, in bytes, to which another sentence is added.
const LONGEST_TEXT: usize = 500;
/// Words that say nothing of what happened.
const STOP_WORDS: [&str; 34] = [
    "the",
    "and",
    "for",
    "with",
    "from",
    "that",
    "has",
    "have",
    "had",
    "his",
    "her",
    "its",
    "are",
    "was",
    "says",
    "said",
    "after",
    "over",
    "will",
    "not",
    "who",
    "which",
    "their",
    "this",
    "been",
    "were",
    "president",
    "minister",
    "into",
    "new",
    "between",
    "also",
    "but",
    "would",
];

/// The words of a headline that say what happened, cut to their stems, sorted.
pub fn content_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3 && !STOP_WORDS.contains(word))
        .map(|word| word.strip_suffix('s').unwrap_or(word).chars().take(6).collect())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn shared(a: &[String], b: &[String]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count()
}

fn similar(a: &[String], b: &[String]) -> bool {
    let common = shared(a, b);
    common >= SHARED_WORDS && common * 100 >= a.len().min(b.len()).max(1) * SHARED_PERCENT
}

/// Puts together what tells of one happening; the first keeps its place.
pub fn join(drafts: Vec<Candidate>) -> Vec<Candidate> {
    let mut joined: Vec<(Candidate, Vec<String>)> = Vec::new();
    for draft in drafts {
        let words = content_words(&format!("{} {}", draft.headline, draft.text));
        let from = joined.len().saturating_sub(MEMORY);
        let same = joined[from..].iter().position(|(other, known)| is_one(other, known, &draft, &words));
        match same {
            Some(at) => add(&mut joined[from + at].0, draft),
            None => joined.push((draft, words)),
        }
    }
    joined.into_iter().map(|(draft, _)| draft).collect()
}

fn is_one(a: &Candidate, a_words: &[String], b: &Candidate, b_words: &[String]) -> bool {
    let dates = match (&a.date, &b.date) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => true,
    };
    if !dates || !(shares_actor(a, b) || a.actors.is_empty() || b.actors.is_empty()) {
        return false;
    }
    let headlines = (content_words(&a.headline), content_words(&b.headline));
    if a.event_type == b.event_type && similar(&headlines.0, &headlines.1) {
        return true;
    }
    let place = |draft: &Candidate| {
        draft.place.as_ref().filter(|place| place.span.is_some()).map(|place| place.key().to_owned())
    };
    let same_place = place(a).is_some() && place(a) == place(b);
    let same_kind = a.event_type == b.event_type;
    let telling = !matches!(a.event_type, EventType::Statement | EventType::Request | EventType::Accuse);
    (same_kind && same_place && telling && shares_actor(a, b))
        || (same_kind && shared(a_words, b_words) * 100 >= a_words.len().min(b_words.len()).max(1) * 75)
        || (same_kind && telling && same_place && shared(&headlines.0, &headlines.1) >= 2)
}

fn shares_actor(a: &Candidate, b: &Candidate) -> bool {
    let all = |draft: &Candidate| -> Vec<String> {
        draft.actors.iter().chain(&draft.recipients).map(|named| named.key().to_owned()).collect()
    };
    let b = all(b);
    all(a).iter().any(|name| b.contains(name))
}

/// Adds what a second sentence tells; the surer of the two gives date, headline and evidence.
fn add(kept: &mut Candidate, mut other: Candidate) {
    if other.confidence > kept.confidence + 10 {
        std::mem::swap(kept, &mut other);
    }
    if !kept.text.contains(&other.text) && kept.text.len() + other.text.len() < LONGEST_TEXT {
        kept.text.push(' ');
        kept.text.push_str(&other.text);
    }
    for actor in other.actors {
        if !kept.actors.iter().chain(&kept.recipients).any(|known| known.key() == actor.key()) {
            kept.actors.push(actor);
        }
    }
    for topic in other.topics {
        if !kept.topics.iter().any(|known| known.key() == topic.key()) {
            kept.topics.push(topic);
        }
    }
    if kept.place.as_ref().is_none_or(|place| place.span.is_none()) {
        kept.place = other.place.filter(|place| place.span.is_some()).or(kept.place.take());
    }
    kept.confidence = (kept.confidence + 5).min(100);
    kept.reasons.push("another sentence tells of it too".to_owned());
}

/// The event of the site that a candidate seems to tell of.
pub fn existing(candidate: &Candidate, lexicon: &Lexicon) -> Option<ExistingEvent> {
    let date = candidate.date.as_ref()?;
    let words = content_words(&candidate.headline);
    let actors: Vec<&str> = candidate.actors.iter().chain(&candidate.recipients).map(Named::key).collect();
    let place = candidate.place.as_ref().map(Named::key);
    let mut best: Option<(usize, ExistingEvent)> = None;
    for event in
        lexicon.events_about(date.first(), date.last()).iter().filter(|event| event.date.overlaps(date))
    {
        let common: Vec<&str> =
            event.actors.iter().map(String::as_str).filter(|actor| actors.contains(actor)).collect();
        let words_in_common = shared(&words, &event.words);
        let alike = similar(&words, &event.words);
        let narrow = date.days() <= 31 && event.date.days() <= 31;
        let same = narrow
            && event.event_type == candidate.event_type
            && words_in_common >= 2
            && event.place.as_deref() == place
            && common.len() >= 2;
        if common.is_empty() || !(alike || same) {
            continue;
        }
        let score = words_in_common * 4 + common.len();
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            let reason = format!(
                "the dates touch, both name {}, and the words are like those of “{}”",
                common.join(", "),
                event.headline
            );
            best = Some((score, ExistingEvent { id: event.id.clone(), reason }));
        }
    }
    best.map(|(_, event)| event)
}
