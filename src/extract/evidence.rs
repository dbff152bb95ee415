//! The quotation that proves a candidate, and the passage that is given with it: word for word out
//! of the text, from the beginning of a clause to the end of one.

use std::ops::Range;

use super::clause::Sentence;
use super::grammar::Class;
use super::words::{Kind, Words};
use crate::model::candidate::EVIDENCE_WORDS;

/// The most bytes of a candidate's text.
const LONGEST_TEXT: usize = 600;

/// The sentence, as short as a draft needs it.
pub fn passage_text(sentence: &str) -> String {
    let text = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let mut end = LONGEST_TEXT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &text[..end])
}

/// The bytes of the sentence, or of the clauses around the word that tells, in at most
/// [`EVIDENCE_WORDS`] words as spaces part them. The words at `date` are kept if there is room.
pub fn evidence(sentence: &Sentence<'_>, trigger: usize, date: Option<&Range<usize>>) -> Range<usize> {
    let words = sentence.words;
    let (from, to) = sentence.range;
    let fits = |start: usize, end: usize| count(words, &(start..end)) <= EVIDENCE_WORDS;
    if fits(from, to) {
        return words.bytes(&(from..to));
    }
    let starts: Vec<usize> =
        std::iter::once(from).chain((from + 1..=trigger).filter(|at| opens(sentence, *at))).collect();
    let ends: Vec<usize> =
        (trigger + 1..to).filter(|at| closes(sentence, *at)).chain(std::iter::once(to)).collect();
    let holds_date = |start: usize, end: usize| {
        date.is_none_or(|date| start <= date.start && date.end <= end) || date.is_some_and(Range::is_empty)
    };
    let windows = || {
        let pairs = starts.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)));
        pairs.filter(|(start, end)| fits(*start, *end))
    };
    let longest = |list: &mut dyn Iterator<Item = (usize, usize)>| {
        list.max_by_key(|(start, end)| (end - start, std::cmp::Reverse(*start)))
    };
    let best = longest(&mut windows().filter(|(start, end)| holds_date(*start, *end)))
        .or_else(|| longest(&mut windows()));
    let (start, end) = best.unwrap_or_else(|| around(words, from..to, trigger));
    words.bytes(&(start..end))
}

/// Words as spaces part them.
fn count(words: &Words<'_>, range: &Range<usize>) -> usize {
    words.text[words.bytes(range)].split_whitespace().count()
}

/// Whether a clause or a phrase begins at a word.
fn opens(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.before(at).map_or("", |before| sentence.lower(before));
    let behind_mark = matches!(before, "," | ";" | "—" | ":") && !sentence.is(at, Kind::Mark);
    behind_mark || (sentence.has(at, Class::COORDINATOR) && sentence.is_finite(at + 1))
}

/// Whether a clause or a phrase ends before a word.
fn closes(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.lower(at), "," | ";" | "—" | ":" | "(")
        || sentence.has(at, Class::COORDINATOR)
        || matches!(sentence.lower(at), "which" | "who" | "while" | "because" | "although" | "after" | "as")
}

/// Where no clause is short enough: the words around the one that tells.
fn around(words: &Words<'_>, range: Range<usize>, trigger: usize) -> (usize, usize) {
    let mut start = trigger;
    while start > range.start && count(words, &(start - 1..trigger + 1)) <= EVIDENCE_WORDS / 2 {
        start -= 1;
    }
    let mut end = trigger + 1;
    while end < range.end && count(words, &(start..end + 1)) <= EVIDENCE_WORDS {
        end += 1;
    }
    while count(words, &(start..end)) > EVIDENCE_WORDS && start < trigger {
        start += 1;
    }
    (start, end)
}
