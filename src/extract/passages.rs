//! Sentences as events are read from them, with the paragraph and whether they are a heading.
//!
//! A line that ends without a point is a heading, a list item or furniture: nothing is taken from
//! it. Lines that were only wrapped are joined.

use std::ops::Range;

use super::words::{Kind, Words};

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// Whether it ends as a sentence does.
    pub whole: bool,
}

/// The longest line of a text that is wrapped.
const WRAPPED: usize = 110;
/// The shortest line that is wrapped and not ended.
const UNWRAPPED: usize = 40;
/// The most words of a sentence; what is longer is no prose.
const LONGEST: usize = 150;
/// The most words of a paragraph: the library looks for the end of every quotation, up to the end of the text.
const LONGEST_PARAGRAPH: usize = 2000;

/// All sentences of a text, in order.
pub fn split(words: &Words<'_>) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (paragraph, range) in (0..).zip(paragraphs(words)) {
        let bytes = words.bytes(&range);
        let text = words.text.get(bytes.clone()).unwrap_or_default();
        let mut start = range.start;
        for sentence in sentencex::get_sentence_boundaries("en", text) {
            let end_byte = bytes.start + sentence.end_byte;
            let end =
                start + words.list[start..range.end].partition_point(|word| (word.start as usize) < end_byte);
            push(words, start..end, paragraph, &mut passages);
            start = end;
        }
        push(words, start..range.end, paragraph, &mut passages);
    }
    passages
}

/// A sentence; one that is too long in pieces.
fn push(words: &Words<'_>, range: Range<usize>, paragraph: u32, into: &mut Vec<Passage>) {
    let mut start = range.start;
    while start < range.end {
        let end = range.end.min(start + LONGEST);
        into.push(Passage { words: start..end, paragraph, whole: ends_sentence(words, start, end - 1) });
        start = end;
    }
}

/// The words of each line that stands alone and of each run of lines that are wrapped.
fn paragraphs(words: &Words<'_>) -> Vec<Range<usize>> {
    let (mut paragraphs, mut start) = (Vec::new(), 0);
    let mut line_start = words.list.first().map_or(0, |word| word.start as usize);
    for at in 0..words.list.len() {
        let word = words.list[at];
        let next = words.list.get(at + 1).map(|next| next.start as usize);
        let gap = next.map_or("\n\n", |next| &words.text[word.end as usize..next]);
        if !gap.contains('\n') {
            if at + 1 - start >= LONGEST_PARAGRAPH {
                paragraphs.push(start..at + 1);
                start = at + 1;
            }
            continue;
        }
        let line = word.end as usize - line_start;
        if !is_wrapped(words, line, gap, next) || ends_sentence(words, start, at) {
            paragraphs.push(start..at + 1);
            start = at + 1;
        }
        line_start = next.unwrap_or(0);
    }
    paragraphs
}

/// Whether a line break only wraps a paragraph.
fn is_wrapped(words: &Words<'_>, line: usize, gap: &str, next: Option<usize>) -> bool {
    let Some(next) = next else { return false };
    let next_line = words.text.as_bytes()[next..].iter().take(WRAPPED + 1).position(|byte| *byte == b'\n');
    let next_is_short = next_line.is_some() || words.text.len() - next <= WRAPPED;
    gap.matches('\n').count() == 1 && (UNWRAPPED..=WRAPPED).contains(&line) && next_is_short
}

/// Whether these words end as a sentence does, and not as a heading.
fn ends_sentence(words: &Words<'_>, start: usize, last: usize) -> bool {
    let mut mark = last;
    while mark > start && (words.is(mark, Kind::Quote) || words.written(mark) == ")") {
        mark -= 1;
    }
    matches!(words.written(mark), "!" | "?" | "…" | "." | "U.S." | "U.K." | "U.N." | "a.m." | "p.m." | "D.C.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<(String, bool)> {
        let words = Words::new(text);
        let bytes = |passage: &Passage| words.bytes(&passage.words);
        split(&words).iter().map(|passage| (text[bytes(passage)].to_owned(), passage.whole)).collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        for (text, expected) in [
            ("Mr. Low met the U.S. envoy. They spoke.", vec!["Mr. Low met the U.S. envoy.", "They spoke."]),
            ("“We agree.” The envoy left.", vec!["“We agree.”", "The envoy left."]),
            ("A heading\nA sentence. Share this", vec!["A heading", "A sentence.", "Share this"]),
            (
                "The two sides met on a quiet island on Friday and\nagreed on a first text.",
                vec!["The two sides met on a quiet island on Friday and\nagreed on a first text."],
            ),
            ("He paid $1.5m. Then he left.", vec!["He paid $1.5m.", "Then he left."]),
        ] {
            let found: Vec<String> = sentences(text).into_iter().map(|(text, _)| text).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert!(!sentences("Read more")[0].1);
    }
}
