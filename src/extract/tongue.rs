//! Which grammar a text can be read with: English, or none but that of digits and names of months.
//!
//! Read off the commonest words of the grammar, so that it costs next to nothing. Which other
//! language a text is in is not this module's business.

use super::language::Language;

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 6000;
/// Fewer words say nothing.
const FEWEST_WORDS: usize = 30;
/// Of a hundred words of English, some thirty are among its commonest; of other languages some five at most.
const LEAST_SHARE: usize = 10;

/// Whether a text is in English; `None` if it is too short to tell.
pub fn is_english(text: &str) -> Option<bool> {
    let english = Language::english();
    let common = english.class_label("common");
    let end = text.floor_char_boundary(SAMPLE);
    let words = text[..end].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let (mut all, mut known) = (0, 0);
    for word in words {
        all += 1;
        let number = usize::from(english.word(word.to_lowercase().as_bytes()));
        known += usize::from(
            number != 0 && english.entries[number].classes.iter().any(|(label, ..)| *label == common),
        );
    }
    (all >= FEWEST_WORDS).then_some(known * 100 >= all * LEAST_SHARE)
}

impl Language {
    /// The grammar to read a text with: English, unless the text is clearly in another language.
    pub fn of(text: &str) -> &'static Self {
        if is_english(text) == Some(false) { Self::undetermined() } else { Self::english() }
    }
}
