//! Where noun phrases begin.

use super::super::grammar::Class;
use super::super::words::Kind;
use super::Sentence;

/// Where the noun phrase of a word begins: back over adjectives to the article.
pub fn noun_phrase(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut at = head;
    for _ in 0..7 {
        let Some(before) = sentence.before(at) else { break };
        if sentence.lower(before) == "that" && !sentence.follows(before, Class::PREPOSITION) {
            break;
        }
        if sentence.has(before, Class::DETERMINER) && sentence.mention_at(before).is_none() {
            at = before;
            continue;
        }
        if sentence.has(at, Class::DETERMINER) && sentence.mention_at(at).is_none() {
            break;
        }
        let owned = sentence.is(at, Kind::Possessive) && sentence.mention_at(before).is_some();
        if owned {
            let start = sentence.mention_at(before).map_or(before, |(_, mention)| mention.words.start);
            at = start.max(sentence.range.0);
            continue;
        }
        if let Some((_, mention)) = sentence.mention_at(before)
            && sentence.mention_at(at).is_none_or(|(_, other)| other.words.start != mention.words.start)
        {
            at = mention.words.start.max(sentence.range.0);
            continue;
        }
        let parts = Class::PREPOSITION | Class::COORDINATOR | Class::SUBORDINATOR | Class::AUXILIARY;
        let adverb = sentence.has(before, Class::ADVERB) && !sentence.has(before, Class::RECENT);
        let stops = sentence.has(before, parts | Class::PAST | Class::PRONOUN | Class::THING_PRONOUN)
            || adverb
            || matches!(sentence.lower(before), "given" | "renders" | "says" | "said")
            || (sentence.date_at(before).is_some() && !is_near_attribute(sentence, before, at))
            || !matches!(sentence.words.list[before].kind, Kind::Letters | Kind::Number | Kind::Possessive);
        if stops {
            break;
        }
        at = before;
    }
    at
}

/// Where a noun phrase with those that "of" joins to it begins: "the declaration of principles".
pub fn whole_phrase(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut start = noun_phrase(sentence, head);
    while let Some(of) = sentence.before(start).filter(|at| sentence.lower(*at) == "of") {
        let Some(noun) = sentence.before(of) else { break };
        start = noun_phrase(sentence, noun);
    }
    start
}

/// "the 2018 accord": a year between the article and its noun.
fn is_near_attribute(sentence: &Sentence<'_>, date: usize, at: usize) -> bool {
    let bounds = Class::DETERMINER;
    sentence.follows(date, bounds)
        || sentence.is(at, Kind::Possessive)
        || sentence.before(date).is_some_and(|before| sentence.is(before, Kind::Possessive))
}
