//! News or narrative: two ways to tell, two ways to date.
//!
//! News is told from the day of its publication ("yesterday", "on Wednesday", "last month");
//! a narrative goes from one full date to the next. The text tells which it is.

use super::forms::{form, forms};
use super::language::Language;
use super::tokens::{CAPITAL, Token};

/// How a text dates what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// From the publication date.
    News,
    /// From date to date.
    Narrative,
}

/// Reads the mode off a text's tokens: years that lie behind, against words that need today.
pub fn told_by(tokens: &[Token], published: Option<i32>, language: &Language) -> Mode {
    let today = language.class_label("today");
    let weekday = language.class_label("weekday");
    let era = language.class_label("era");
    let report = language.class_label("report");
    let (mut past, mut deictic) = (0_u32, 0_u32);
    for token in tokens {
        forms(token, &mut |label, value| {
            let year = value as i32;
            past += u32::from(label == form::YEAR && published.is_none_or(|published| year < published - 1));
        });
        if token.word != 0 {
            let classes = &language.entries[usize::from(token.word)].classes;
            let is = |class| {
                classes.iter().any(|(label, _, capital)| *label == class && (!capital || token.is(CAPITAL)))
            };
            past += u32::from(is(era));
            deictic += u32::from(is(today)) + u32::from(is(weekday)) + u32::from(is(report));
        }
    }
    if past >= 4 && past > deictic * 2 { Mode::Narrative } else { Mode::News }
}
