//! Articles and accounts: before names are resolved, and after.

use super::agreement::GivenAgreement;
use super::contact::{GivenContact, SaidOfContact};
use super::date::{ClockTime, EventDate};
use super::entry::EntryRef;
use super::event_type::EventType;
use super::source::{SourceFile, Span};

/// A value that an attribute or a front-matter key gives, with where it stands.
pub type Given<T> = Option<(T, Span)>;

/// What is known of a report as a whole.
#[derive(Debug, Clone)]
pub struct ArticleMeta {
    /// The file's stem: a slug.
    pub id: String,
    /// The report's headline.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who first reported it, if another: a wire agency.
    pub origin: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// Where a copy is kept.
    pub archive_url: Option<String>,
    /// When it was published.
    pub published: Option<EventDate>,
    /// When it was changed.
    pub modified: Option<EventDate>,
    /// The place that the report names as its own.
    pub dateline: Option<String>,
    /// BCP 47 tag of the report's language.
    pub language: Option<String>,
    /// Ids that the article bore before.
    pub redirect_from: Vec<(String, Span)>,
    /// The file.
    pub source: SourceFile,
    /// Text that belongs to no account: parts of the file, Markdown.
    pub introduction: Vec<Span>,
    /// Reference definitions of the whole file: label, destination, title.
    pub references: Vec<Reference>,
}

/// A Markdown link reference definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// As it stands between the brackets.
    pub label: String,
    /// The address.
    pub destination: String,
    /// The title, or empty.
    pub title: String,
}

/// An article as it was parsed: names are still words.
#[derive(Debug, Clone)]
pub struct ParsedArticle {
    /// The report as a whole.
    pub meta: ArticleMeta,
    /// Its accounts, in the order of the file.
    pub accounts: Vec<ParsedAccount>,
}

/// An account as it was parsed: names are still words.
#[derive(Debug, Clone)]
pub struct ParsedAccount {
    /// Where its heading (or the `date:` key) stands.
    pub heading: Span,
    /// The date that the heading gives.
    pub date: EventDate,
    /// The headline as plain text, with where each part of it stands.
    pub headline: TextBlock,
    /// The id that an attribute gives.
    pub id: Given<String>,
    /// The type's id, from `.type`.
    pub event_type: Given<String>,
    /// From `place=`.
    pub place: Given<String>,
    /// From `actors=`.
    pub actors: Option<Vec<(String, Span)>>,
    /// From `recipients=`.
    pub recipients: Option<Vec<(String, Span)>>,
    /// From `topics=`.
    pub topics: Option<Vec<(String, Span)>>,
    /// From `time=`.
    pub time: Option<ClockTime>,
    /// From `answers=`: ids of events.
    pub answers: Vec<(String, Span)>,
    /// From `channel=`, `level=`, `host=` and `mediator=`.
    pub contact: GivenContact,
    /// From `agreement=`, `stage=` and `parties=`.
    pub agreement: Option<Box<GivenAgreement>>,
    /// Whether it says `status=draft`.
    pub draft: bool,
    /// The section below the heading.
    pub body: Span,
    /// Its paragraphs and list items as plain text; quotes and positions not among them.
    pub prose: Vec<TextBlock>,
    /// Parts of the section that are no running text: evidence and positions.
    pub cuts: Vec<Span>,
    /// The block quotes.
    pub evidence: Vec<Span>,
    /// The positions.
    pub positions: Vec<ParsedPosition>,
}

/// "ACTOR on TOPIC" with what the actor wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedPosition {
    /// The term as it stands: `Russia on NATO membership`.
    pub term: String,
    /// Where it stands.
    pub span: Span,
    /// The text of the position: a part of the file, Markdown.
    pub text: Span,
    /// What it depends on, condition by condition: parts of the file, Markdown.
    pub conditions: Vec<Span>,
}

/// Plain text out of Markdown, and where its parts stand in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextBlock {
    /// The text; a line break inside is one space.
    pub text: String,
    /// Parts in order, without gaps in `text`.
    pub parts: Vec<TextPart>,
}

/// One run of text that comes from one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextPart {
    /// Offset in the block's text.
    pub at: u32,
    /// Where it comes from. Same length as in the block, unless the source is an entity or an escape.
    pub source: Span,
    /// How deep in emphasis, links and code it stands: a link can be put around parts of one depth only.
    pub depth: u32,
    /// Whether a link may be put here at all.
    pub linkable: bool,
}

/// An article with its names resolved.
#[derive(Debug, Clone)]
pub struct Article {
    /// The report as a whole.
    pub meta: ArticleMeta,
    /// Its accounts, in the order of the file.
    pub accounts: Vec<Account>,
    /// Entry named as the article's dateline, if one is.
    pub dateline_place: Option<u32>,
}

/// What one article says of one event.
#[derive(Debug, Clone)]
pub struct Account {
    /// Id of the event: given, or made of the date and the headline.
    pub event_id: String,
    /// Whether the id was given by an attribute.
    pub id_given: bool,
    /// Where its heading stands.
    pub heading: Span,
    /// Date as this article gives it.
    pub date: EventDate,
    /// Clock time, with its offset.
    pub time: Option<ClockTime>,
    /// Headline, plain text.
    pub headline: String,
    /// Type and why.
    pub event_type: Reasoned<EventType>,
    /// Place and why; an index into the places.
    pub place: Option<Reasoned<u32>>,
    /// Actors in order of appearance; indices into the actors.
    pub actors: Vec<Reasoned<u32>>,
    /// Those to whom it was done; not among `actors`.
    pub recipients: Vec<Reasoned<u32>>,
    /// Topics in order of appearance; indices into the topics.
    pub topics: Vec<Reasoned<u32>>,
    /// Ids of the events that this one answers.
    pub answers: Vec<(String, Span)>,
    /// How people were in contact, as it says.
    pub contact: SaidOfContact,
    /// What it says of an agreement of which the event is a step.
    pub agreement: Option<Box<GivenAgreement>>,
    /// Positions stated.
    pub positions: Vec<Position>,
    /// Block quotes.
    pub evidence: Vec<Evidence>,
    /// The section below the heading.
    pub body: Span,
    /// Parts of the section that are no running text.
    pub cuts: Vec<Span>,
    /// First mentions, in order, to be linked.
    pub links: Vec<(Span, EntryRef)>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// A quotation from the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The block quote: a part of the article's file, Markdown.
    pub span: Span,
    /// Its words: as the article's snapshot has them where there is one, else as they are quoted.
    pub words: String,
}

/// A position whose names are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Index of the actor.
    pub actor: u32,
    /// Index of the topic.
    pub topic: u32,
    /// The text: a part of the article's file, Markdown.
    pub text: Span,
    /// What it depends on, condition by condition: parts of the article's file, Markdown.
    pub conditions: Vec<Span>,
}

/// A value and what gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reasoned<T> {
    /// The value.
    pub value: T,
    /// What gave it.
    pub reason: Reason,
}

/// What gave a value of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// An attribute of the heading, or a key of the front matter.
    Given(Span),
    /// These words of the text.
    Words(Span),
    /// These words, after a preposition of place.
    PlaceWords(Span),
    /// A position's term.
    Position(Span),
    /// The article's dateline.
    Dateline,
    /// Nothing pointed elsewhere.
    Default,
}
