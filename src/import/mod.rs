//! A raw article, as it was published -> a draft for the editor.
//!
//! Bytes are recognised (`kind`), decoded (`encoding`), freed from their page (`html`, `plain`,
//! `markdown`, `sift`), and described (`metadata`): that is a [`RawArticle`]. With the candidate
//! events that `extract` finds in its text, `draft` writes the Markdown of an article, and `compare`
//! says what importing it again would change.
//!
//! Nothing is made up: every value says where it was found, and what was not found is asked for.
//!
//! Absent: reading and writing files, the network, the clock; the reading of dates in prose
//! (`extract`); any decision on what is published.

mod article;
mod blocks;
mod byline;
mod compare;
mod dateline;
mod dates;
mod draft;
mod encoding;
mod furniture;
mod html;
mod json_ld;
mod kind;
mod language;
mod layout;
mod markdown;
mod metadata;
mod phrases;
mod plain;
mod record;
mod sift;
mod tags;

pub use article::{Block, BlockKind, LeftOut, Metadata, RawArticle, Value, Whence};
pub use compare::{Change, Comparison, compare};
pub use draft::{Draft, draft};
pub use encoding::decode;
pub use kind::{Kind, NotAnArticle};
pub use language::language;
pub use record::{Record, hash};

use crate::model::date::EventDate;

/// What the caller knows about an article before it is read.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// What was given on the command line: it stands over what is found.
    pub given: Metadata,
    /// The file's name: its ending may say what the bytes are.
    pub name: Option<String>,
}

/// Reads a date as people write it; the stage that knows how is another.
pub type ReadDate<'a> = &'a dyn Fn(&str) -> Option<EventDate>;

/// Reads a raw article.
///
/// # Errors
/// [`NotAnArticle`] says what it is instead.
pub fn article(bytes: &[u8], known: &Known, read_date: ReadDate<'_>) -> Result<RawArticle, NotAnArticle> {
    kind::check(bytes, known.name.as_deref())?;
    let decoded = decode(bytes);
    let mut raw = match kind::of_text(&decoded.text, known.name.as_deref())? {
        Kind::Html => html::article(&decoded.text, read_date),
        Kind::Markdown => markdown::article(&decoded.text, read_date),
        Kind::Text => plain::article(&decoded.text, read_date),
    };
    raw.notes.extend(decoded.note);
    raw.metadata = known.given.clone().or(raw.metadata);
    raw.finish();
    if raw.text.trim().is_empty() { Err(NotAnArticle::NoText) } else { Ok(raw) }
}

/// A reader of a few dates, for tests: this stage knows none of its own.
#[cfg(test)]
pub(crate) fn read_for_tests(text: &str) -> Option<EventDate> {
    let forms = ["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"];
    let day = forms.iter().find_map(|form| chrono::NaiveDate::parse_from_str(text, form).ok())?;
    EventDate::parse(&day.format("%Y-%m-%d").to_string()).ok()
}
