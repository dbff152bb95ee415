//! Candidates: what a raw article may tell of, before an editor has looked at it.
//!
//! `extract` makes them of prose, `import` writes them into a draft. Nothing here is published: a
//! candidate is a proposal with its reasons, and every value can be doubted. No rules here.

use super::date::EventDate;
use super::event_type::EventType;
use super::source::Span;

/// A report as plain text, with what is known of it: what `extract` reads.
///
/// Lines that stand alone (headings, list items) are lines of the text; paragraphs end with a line break.
#[derive(Debug, Clone, Copy, Default)]
pub struct RawText<'a> {
    /// The text, without the page's furniture as far as that was recognised. Spans point into it.
    pub text: &'a str,
    /// The report's headline, if it is known. It may stand in the text again.
    pub title: Option<&'a str>,
    /// When it was published; may be uncertain.
    pub published: Option<&'a EventDate>,
    /// The place that the report names as its own.
    pub dateline: Option<&'a str>,
}

/// What may have happened, as one article tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// When; left open where nothing in the article says so.
    pub date: Option<EventDate>,
    /// Why this date, or why none, in a sentence for the editor.
    pub date_reason: String,
    /// The words that gave the date, if words of the text did.
    pub date_span: Option<Span>,
    /// Who did what: sentence case, no quotation, no full stop, made of the words of the text.
    pub headline: String,
    /// A short passage of the text on it, to be rewritten by the editor.
    pub text: String,
    /// A short quotation: bytes in the article's text, at most [`EVIDENCE_WORDS`] words.
    pub evidence: Span,
    /// Who acted, in order of appearance.
    pub actors: Vec<Named>,
    /// To whom it was done; not among `actors`.
    pub recipients: Vec<Named>,
    /// What it was about: entries of the site only.
    pub topics: Vec<Named>,
    /// Where.
    pub place: Option<Named>,
    /// What kind of thing it is.
    pub event_type: EventType,
    /// The words that gave the type.
    pub type_span: Option<Span>,
    /// How sure the rules are that an editor keeps it, 0 to 100.
    pub confidence: u8,
    /// What speaks for it and against it, in plain words, the weightiest first.
    pub reasons: Vec<String>,
    /// The event that the site already has, if it seems to be this one.
    pub existing_event: Option<ExistingEvent>,
}

/// The most words of a candidate's evidence.
pub const EVIDENCE_WORDS: usize = 40;

/// Somebody or something that a candidate names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The id of the site's entry, where there is one.
    pub entry: Option<String>,
    /// The name: the entry's, the gazetteer's, or the text's own.
    pub name: String,
    /// Where the text names it; nothing if it was inferred.
    pub span: Option<Span>,
    /// Why, in a few words: `"the president" refers back to Vladimir Putin`.
    pub reason: String,
}

/// An event of the site that a candidate seems to tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExistingEvent {
    /// The event's id.
    pub id: String,
    /// Why it seems to be the same.
    pub reason: String,
}

impl Named {
    /// What a heading's attribute gets: the entry's id, else the name.
    pub fn key(&self) -> &str {
        self.entry.as_deref().unwrap_or(&self.name)
    }
}
