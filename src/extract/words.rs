//! The words of a text as clauses are read: letters, numbers, marks, each with its bytes.
//!
//! Coarser than the tokens of dates: "U.S.", "cease-fire" and "didn't" are one word, a possessive
//! ending is one of its own. Each word knows its classes and what it may tell; what it does in its
//! sentence is decided in `clause`.

use std::ops::Range;

use super::grammar::Class;
use crate::model::happening_words::{Sense, senses};

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Letters,
    /// Begins with a digit.
    Number,
    /// `'s` after a name.
    Possessive,
    /// A quotation mark.
    Quote,
    /// Any other mark.
    Mark,
}

/// A word or a mark.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// First byte.
    pub start: u32,
    /// After the last byte.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// What it does as a small word.
    pub class: Class,
    /// Of what it may tell.
    pub senses: &'static [Sense],
}

/// A text with its words.
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// The text in small letters, as far as they are ASCII: the same bytes.
    lower: String,
    /// All words in order.
    pub list: Vec<Word>,
}

impl<'a> Words<'a> {
    /// Splits a text. Texts beyond 4 GB are cut there.
    pub fn new(text: &'a str) -> Self {
        let mut end = text.len().min(u32::MAX as usize);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let lower = text.to_ascii_lowercase();
        let mut list = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let start = at;
            let kind = if c.is_alphanumeric() {
                at = word_end(text, at);
                if c.is_numeric() { Kind::Number } else { Kind::Letters }
            } else if let Some(width) = possessive(text, at) {
                at += width;
                Kind::Possessive
            } else {
                at += c.len_utf8();
                match c {
                    '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' => Kind::Quote,
                    c if c.is_whitespace() => continue,
                    _ => Kind::Mark,
                }
            };
            let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            let word = if kind == Kind::Letters { &lower[start..at] } else { "" };
            list.push(Word {
                start: number(start),
                end: number(at),
                kind,
                capital: c.is_uppercase(),
                class: if word.is_empty() { Class::default() } else { Class::of(word) },
                senses: if word.is_empty() { &[] } else { senses(word) },
            });
        }
        Self { text, lower, list }
    }

    /// The word in small letters; empty beyond the end.
    pub fn lower(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |word| &self.lower[word.start as usize..word.end as usize])
    }

    /// The word as it is written; empty beyond the end.
    pub fn written(&self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |word| &self.text[word.start as usize..word.end as usize])
    }

    /// Whether the word is of this kind.
    pub fn is(&self, at: usize, kind: Kind) -> bool {
        self.list.get(at).is_some_and(|word| word.kind == kind)
    }

    /// Whether it begins with a capital letter.
    pub fn capital(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|word| word.capital)
    }

    /// The classes of a word; none beyond the end.
    pub fn class(&self, at: usize) -> Class {
        self.list.get(at).map_or(Class::default(), |word| word.class)
    }

    /// The words that touch a range of bytes.
    pub fn within(&self, bytes: &Range<usize>) -> Range<usize> {
        let first = self.list.partition_point(|word| word.end as usize <= bytes.start);
        let last = self.list.partition_point(|word| (word.start as usize) < bytes.end);
        first..last.max(first)
    }

    /// The bytes from the first to the last of some words.
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.list.get(words.start).map_or(self.text.len(), |word| word.start as usize);
        let end =
            words.end.checked_sub(1).and_then(|at| self.list.get(at)).map_or(start, |word| word.end as usize);
        start..end.max(start)
    }
}

/// Where a word ends: inside may stand hyphens, apostrophes before letters, and the points of "U.S.".
fn word_end(text: &str, start: usize) -> usize {
    let mut chars = text[start..].char_indices().peekable();
    let (mut end, mut letters_since_point) = (start, 0);
    let mut pointed = false;
    while let Some((at, c)) = chars.next() {
        let at = start + at;
        let next = chars.peek().map(|(_, c)| *c);
        let joins = next.is_some_and(char::is_alphanumeric);
        match c {
            c if c.is_alphanumeric() || c == '\u{301}' => letters_since_point += 1,
            '-' | '\u{2011}' if joins => letters_since_point = 2,
            '\'' | '’' if joins && possessive(text, at).is_none() => {}
            '.' | ',' if joins && text[..at].ends_with(|c: char| c.is_ascii_digit()) => {}
            '.' if letters_since_point == 1 && (joins || pointed) => {
                pointed = true;
                letters_since_point = 0;
                if !joins {
                    return at + 1;
                }
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    end
}

/// The bytes of `'s` or `’s` at the end of a word, or of the apostrophe in `allies'`.
fn possessive(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let mark = rest.chars().next().filter(|c| matches!(c, '\'' | '’'))?;
    let before = text[..at].chars().next_back().filter(|c| c.is_alphanumeric() || *c == '.')?;
    let mut after = rest[mark.len_utf8()..].chars();
    match (after.next(), after.next()) {
        (Some('s' | 'S'), next) if !next.is_some_and(char::is_alphanumeric) => Some(mark.len_utf8() + 1),
        (Some(' '), _) if before == 's' => Some(mark.len_utf8()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_clauses_need_them() {
        let words =
            Words::new("The U.S. envoy didn’t see Oslo’s cease-fire, worth 1,200.5m; the allies' plan.");
        let all: Vec<&str> = (0..words.list.len()).map(|at| words.written(at)).collect();
        let expected = [
            "The",
            "U.S.",
            "envoy",
            "didn’t",
            "see",
            "Oslo",
            "’s",
            "cease-fire",
            ",",
            "worth",
            "1,200.5m",
            ";",
            "the",
            "allies",
            "'",
            "plan",
            ".",
        ];
        assert_eq!(all, expected);
        assert!(words.is(6, Kind::Possessive) && words.is(14, Kind::Possessive));
        assert_eq!(words.within(&(4..8)), 1..2);
    }
}
