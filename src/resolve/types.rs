//! Which words of a headline point to which event type.
//!
//! The first word that is in the table of happenings decides. Negation, plans and reported speech
//! are not looked at here: an editor wrote the headline; prose is read in `extract`.

use std::ops::Range;

use crate::model::event_type::EventType;
use crate::model::happening_words::{Part, Sense, senses};

/// How many words behind a verb its particle may stand: "turns the offer down".
const PARTICLE_REACH: usize = 3;

/// The first word of the text that points to a type, with its range of bytes.
pub fn find(text: &str) -> Option<(EventType, Range<usize>)> {
    let words = words(text);
    let lower: Vec<String> = words.iter().map(|range| text[range.clone()].to_lowercase()).collect();
    words.iter().enumerate().find_map(|(at, range)| Some((type_of(&lower[at..])?, range.clone())))
}

fn words(text: &str) -> Vec<Range<usize>> {
    let (mut words, mut start) = (Vec::new(), None);
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (start, c.is_alphabetic()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The type to which the first of the words points; a light verb leaves it to its object.
fn type_of(words: &[String]) -> Option<EventType> {
    let (first, rest) = words.split_first()?;
    let follows = |sense: &&Sense| rest.iter().take(PARTICLE_REACH).any(|word| sense.takes(word));
    let telling = || senses(first).iter().filter(|sense| !matches!(sense.part, Part::Light | Part::Change));
    let with_particle = telling().find(follows);
    with_particle
        .or_else(|| telling().find(|sense| sense.particle.is_none()))
        .and_then(|sense| sense.event_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_pointing_word_decides() {
        for (headline, expected) in [
            ("Putin says he has not ruled out meeting Zelenskyy", Some(EventType::Statement)),
            ("Russia and North Korea sign a defence treaty", Some(EventType::Agree)),
            ("Trump and Putin meet in Alaska", Some(EventType::Consult)),
            ("Kyiv rejects talks in Moscow", Some(EventType::Reject)),
            ("Ukraine refuses to meet", Some(EventType::Reject)),
            ("Lawmakers vote on the budget", Some(EventType::Vote)),
            ("Russia ratifies the treaty", Some(EventType::Agree)),
            ("Denmark's prime minister", None),
            ("A quiet day", None),
        ] {
            assert_eq!(find(headline).map(|found| found.0), expected, "{headline}");
        }
    }
}
