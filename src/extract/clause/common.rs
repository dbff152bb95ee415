//! Subjects without a name: "the two leaders", "its fighters", "the government of Norway", "it".

use super::super::grammar::Class;
use super::super::mentions::How;
use super::Sentence;
use super::phrase::noun_phrase;
use super::subject::{Relation, Subject, relation};

/// A noun phrase without a name. "The two leaders" are those who were named last.
pub fn common(sentence: &Sentence<'_>, head: usize, group: usize) -> Subject {
    let start = noun_phrase(sentence, head);
    let agent = (start..=head).any(|at| sentence.has(at, Class::PERSON));
    let pair = (start..head).any(|at| sentence.has(at, Class::PAIR));
    let first = sentence.lower(start);
    let of = match first {
        "its" if agent => sentence.it.to_vec(),
        "their" if agent => sentence.they.to_vec(),
        "his" | "her" if agent => sentence.person.into_iter().collect(),
        "the" if is_state(sentence.lower(head)) && start + 1 == head => sentence.state.into_iter().collect(),
        _ => Vec::new(),
    };
    let mixed = !of.is_empty() && first != "the";
    let mentions = if pair && agent && sentence.they.len() > 1 { sentence.they.to_vec() } else { of };
    let end = (head + 1..group).find(|at| sentence.lower(*at) == ",").unwrap_or(group);
    let mut subject = Subject { mentions, words: Some(start..end), agent, mixed, ..Subject::default() };
    if subject.mentions.is_empty() {
        beside_named(sentence, &mut subject, head);
    }
    subject
}

/// What a state is called in a report on it.
fn is_state(word: &str) -> bool {
    matches!(word, "country" | "nation" | "kingdom" | "republic" | "state" | "government")
}

/// "The government of Norway", "Norway and the rebels": those named within the phrase or joined to it.
fn beside_named(sentence: &Sentence<'_>, subject: &mut Subject, head: usize) {
    let Some(words) = subject.words.clone() else { return };
    let mut named: Vec<usize> = Vec::new();
    if subject.agent && matches!(sentence.lower(head + 1), "of" | "from") {
        let inside = sentence.mentions().filter(|(_, mention)| {
            mention.words.start > head + 1 && mention.words.end <= words.end && mention.how != How::Adjective
        });
        for (index, mention) in inside {
            let from = named.last().map_or(head, |last| sentence.cast.mentions[*last].words.end);
            if mention.words.start > from + 3 || named.len() > 4 {
                break;
            }
            named.push(index);
        }
    }
    let joined = sentence.before(words.start).filter(|at| sentence.has(*at, Class::COORDINATOR));
    let left = joined.and_then(|at| sentence.mention_at(at.saturating_sub(1)));
    if let Some((index, mention)) = left.filter(|(_, mention)| mention.acts()) {
        let hangs = relation(sentence, index, mention.words.start, false);
        if !matches!(hangs, Relation::AfterPreposition(_)) {
            named.insert(0, index);
            subject.words = Some(noun_phrase(sentence, mention.words.start)..words.end);
        }
    }
    subject.mixed = !named.is_empty();
    subject.mentions = named;
}

/// Whom "it" or "they" means: a state or body of the same sentence, else of the one before.
pub fn meant(sentence: &Sentence<'_>, pronoun: usize) -> Vec<usize> {
    if sentence.lower(pronoun) != "it" {
        return sentence.they.to_vec();
    }
    let inside = sentence.mentions().rfind(|(_, mention)| {
        mention.words.end <= pronoun && mention.acts() && !sentence.cast.is_person(mention.who)
    });
    inside.map_or_else(|| sentence.it.to_vec(), |(index, _)| vec![index])
}
