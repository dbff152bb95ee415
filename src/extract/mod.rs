//! Prose to dates: a temporal tagger after TIMEX3 (ISO-TimeML), with EDTF values.
//!
//! A text goes through `tokens`, `numbers` and `sentences`; the rules of a `language`, which are
//! data, find expressions (`pattern`, `matcher`) and say what they mean (`slots`, `meaning`);
//! `values` and `anchors` make values of them, from the publication date or from the date that
//! the story has reached, as the `mode` and the `tense` have it. `timex3` prints. `tongue` says
//! whether a text is in English at all; in other languages only dates that say all themselves are taken.
//!
//! [`candidates`] makes events of what is dated: `words` and `passages` split the text again, more
//! coarsely; `mentions` finds who and where by the names of `gazetteer`; `clause` says what
//! happened and what was only said, planned or denied; `story` dates it; `roles`, `headline` and
//! `join` write the drafts. What is known of the site is a [`Lexicon`], made once.
//!
//! Not here: IO, the clock, any English word outside `languages/`. Absent on purpose: regular
//! expressions (every step is bounded, so the time grows with the text and nothing else), guesses
//! where there is no anchor (the value then has `X`), lunar calendars.

mod anchors;
mod beside;
mod calendar;
mod clause;
mod drafts;
mod events;
mod evidence;
mod forms;
mod gazetteer;
mod grammar;
mod headline;
mod join;
mod judge;
mod language;
mod lexicon;
mod matcher;
mod meaning;
mod memory;
mod mentions;
mod mode;
mod numbers;
mod passages;
mod pattern;
mod roles;
mod sentences;
mod slots;
mod story;
mod tense;
mod timex3;
mod tokens;
mod tongue;
mod values;
mod words;
mod written;

use chrono::Datelike;

use crate::model::date::EventDate;
use crate::model::timex::Timex;

pub use events::candidates;
pub use language::Language;
pub use lexicon::Lexicon;
pub use mode::Mode;
pub use tongue::is_english;

/// The temporal expressions of a text, in order; none overlaps another.
///
/// `published` is the date from which "yesterday" is understood; `mode` overrules what the text
/// tells of itself.
pub fn dates(
    text: &str,
    published: Option<&EventDate>,
    mode: Option<Mode>,
    language: &Language,
) -> Vec<Timex> {
    let mut tokens = tokens::tokens(text, language);
    numbers::join(&mut tokens, language);
    sentences::mark(&mut tokens, text, language);
    let year = published.map(|date| date.first().year());
    let mode = mode.unwrap_or_else(|| mode::told_by(&tokens, year, language));
    let found = matcher::find(text, &tokens, language, mode);
    let headings = sentences::headings(&tokens, text);
    let tense = tense::Reader::new(&tokens, language);
    let mut resolver = values::Resolver::new(language, mode, published, tense);
    let mut at = 0;
    let mut headings = headings.into_iter().peekable();
    let mut timexes = Vec::with_capacity(found.len());
    for expression in &found {
        while at < tokens.len() && at <= expression.first {
            resolver.sentence += usize::from(tokens[at].is(tokens::SENTENCE));
            at += 1;
        }
        while headings.peek().is_some_and(|(_, end)| *end <= expression.first) {
            headings.next();
        }
        let in_heading = headings.peek().is_some_and(|(start, _)| *start <= expression.first);
        let timex = resolver.resolve(expression);
        if in_heading {
            resolver.head();
        }
        timexes.push(timex);
    }
    timexes
}
