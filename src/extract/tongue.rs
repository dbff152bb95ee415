//! Which grammar a text can be read with: English, or none but that of digits and names of months.
//!
//! Read off the commonest words of the grammar, so that it costs next to nothing. Which other
//! language a text is in is not this module's business.

use super::language::Language;

/// How many words of a text are looked at.
const SAMPLE: usize = 1000;
/// No longer word is common.
const LONGEST: usize = 8;
/// Fewer words say nothing.
const FEWEST_WORDS: usize = 30;
/// Of a hundred words of English, some thirty are among its commonest; of other languages some five at most.
const LEAST_SHARE: usize = 10;

/// Whether a text is in English; `None` if it is too short to tell.
pub fn is_english(text: &str) -> Option<bool> {
    let english = Language::english();
    let common = english.class_label("common");
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(SAMPLE);
    let (mut all, mut known) = (0, 0);
    for word in words {
        all += 1;
        let mut key = [0_u8; LONGEST];
        let Some(key) = key.get_mut(..word.len()) else { continue };
        key.copy_from_slice(word.as_bytes());
        key.make_ascii_lowercase();
        let classes = &english.entries[usize::from(english.word(key))].classes;
        known += usize::from(classes.iter().any(|(label, ..)| *label == common));
    }
    (all >= FEWEST_WORDS).then_some(known * 100 >= all * LEAST_SHARE)
}

impl Language {
    /// The grammar to read a text with: English, unless the text is clearly in another language.
    pub fn of(text: &str) -> &'static Self {
        if is_english(text) == Some(false) { Self::undetermined() } else { Self::english() }
    }
}
