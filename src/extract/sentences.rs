//! Where sentences begin, and which lines are headings.
//!
//! Points of abbreviations and initials belong to their words already, so what is left mostly
//! ends a sentence. A sentence after "p.m." or "Inc." is known by a word that often opens one.

use super::language::Language;
use super::tokens::{CAPITAL, GAP, LINE, SENTENCE, Shape, Token};

/// The longest heading, in bytes.
const HEADING: u32 = 120;

/// Some transcripts are written without capital letters.
pub fn is_small(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.shape == Shape::Word);
    words().nth(9).is_some() && !words().any(|token| token.is(CAPITAL))
}

/// Marks the tokens that begin sentences.
pub fn mark(tokens: &mut [Token], text: &str, language: &Language) {
    let opener = language.class_label("opener");
    let bytes = text.as_bytes();
    let small = is_small(tokens);
    let mut pending = true;
    for at in 0..tokens.len() {
        let token = tokens[at];
        match token.shape {
            Shape::Break => pending = true,
            Shape::Mark => match bytes.get(token.start as usize) {
                Some(b'.' | b'!' | b'?') => pending = true,
                // Quotation marks and brackets after the point belong to the sentence before.
                Some(b'"' | b'\'' | b')' | b']') if pending && !token.is(GAP) => {}
                Some(128..) if pending && !token.is(GAP) => {}
                Some(b'"' | b'\'' | b'(' | b'[' | 128..) => {}
                _ => pending = false,
            },
            _ => {
                let after_abbreviation = at > 0
                    && tokens[at - 1].shape == Shape::Word
                    && bytes.get((tokens[at - 1].end as usize).wrapping_sub(1)) == Some(&b'.')
                    && token.is(CAPITAL)
                    && has_class(&token, opener, language);
                let begins = token.is(GAP) && (token.is(CAPITAL) || small || token.shape != Shape::Word);
                if (pending && (begins || at == 0)) || after_abbreviation || starts_heading(tokens, at) {
                    tokens[at].flags |= SENTENCE;
                }
                pending = false;
            }
        }
    }
}

fn has_class(token: &Token, class: u16, language: &Language) -> bool {
    token.word != 0
        && language.entries[usize::from(token.word)].classes.iter().any(|(label, ..)| *label == class)
}

/// After an empty line.
fn starts_heading(tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens[at - 1].shape == Shape::Break
}

/// The headings: short lines between empty ones, without a point at the end; as ranges of tokens.
pub fn headings(tokens: &[Token], text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        if tokens.get(at).is_some_and(|token| token.shape != Shape::Break) {
            continue;
        }
        if at > start {
            let (first, last) = (&tokens[start], &tokens[at - 1]);
            let one_line = !tokens[start + 1..at].iter().take(40).any(|token| token.is(LINE));
            let ends = text
                .get(..last.end as usize)
                .is_some_and(|text| text.ends_with(['.', '!', '?', ':', ';', ',']));
            if one_line && !ends && last.end - first.start <= HEADING {
                found.push((start, at));
            }
        }
        start = at + 1;
    }
    found
}
