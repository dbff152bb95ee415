//! Events: accounts merged, disagreements kept.

use chrono::NaiveDate;

use super::agreement::GivenAgreement;
use super::contact::{Contact, GivenContact};
use super::correction::Correction;
use super::date::{ClockTime, EventDate};
use super::event_type::EventType;
use super::source::{SourceFile, Span};

/// What happened, once, on a date.
#[derive(Debug, Clone)]
pub struct Event {
    /// The id for ever: a slug.
    pub id: String,
    /// Headline, plain text.
    pub headline: String,
    /// The date that is shown.
    pub date: EventDate,
    /// Clock time, where known.
    pub time: Option<ClockTime>,
    /// The type that is shown.
    pub event_type: EventType,
    /// The place that is shown; an index into the places.
    pub place: Option<u32>,
    /// Who took part, in order.
    pub participants: Vec<Participant>,
    /// Indices into the topics, in order.
    pub topics: Vec<u32>,
    /// The accounts, earliest article first.
    pub accounts: Vec<AccountRef>,
    /// Who met whom, if it is a contact.
    pub contact: Option<Box<Contact>>,
    /// Fields on which the accounts differ.
    pub differences: Vec<Difference>,
    /// Published, draft or withdrawn.
    pub status: Status,
    /// Index of the overlay, if there is one.
    pub overlay: Option<u32>,
    /// The day on which its id was first published; `None` for drafts, and where nobody wrote it down.
    pub published: Option<NaiveDate>,
    /// The day of its last change after that day, if it has changed.
    pub changed: Option<NaiveDate>,
}

impl Event {
    /// Whether accounts differ among themselves, and not only the editors from all of them.
    pub fn sources_differ(&self) -> bool {
        self.differences.iter().any(|difference| match &difference.values {
            DifferingValues::Date(values) => values.len() > 1,
            DifferingValues::Place(values) => values.len() > 1,
            DifferingValues::Type(values) => values.len() > 1,
        })
    }
}

/// An account by the index of its article and its index in there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountRef {
    /// Index into the articles.
    pub article: u32,
    /// Index into the article's accounts.
    pub account: u32,
}

/// An actor in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// Index into the actors.
    pub actor: u32,
    /// Whether the event was done to it.
    pub recipient: bool,
}

/// Whether an event is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Shown.
    #[default]
    Published,
    /// Not shown in a published site.
    Draft,
    /// The page stays, says so and why; it is in no list.
    Withdrawn,
}

impl Status {
    /// The value in the front matter.
    pub fn id(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A field on which accounts differ, with all its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which field, and each value with the accounts that give it; the shown one first if an account gives it.
    pub values: DifferingValues,
    /// What chose the value that is shown.
    pub rule: Rule,
}

/// The values of a field on which accounts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferingValues {
    /// Dates.
    Date(Vec<(EventDate, Vec<AccountRef>)>),
    /// Places; `None` where an account names none is not a difference and is left out.
    Place(Vec<(u32, Vec<AccountRef>)>),
    /// Types.
    Type(Vec<(EventType, Vec<AccountRef>)>),
}

/// Which rule chose the value that is shown (DESIGN.md; in this order).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The editor's overlay.
    Overlay,
    /// Most accounts say so.
    MostFrequent,
    /// It is the most precise of the most frequent.
    MostPrecise,
    /// It is that of the earliest article.
    EarliestArticle,
}

/// `content/events/ID.md`: what the editor decides over the accounts.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// The event's id: the file's stem.
    pub id: String,
    /// Headline.
    pub title: Option<String>,
    /// Date.
    pub date: Option<EventDate>,
    /// Clock time.
    pub time: Option<ClockTime>,
    /// Type.
    pub event_type: Option<EventType>,
    /// Place's id.
    pub place: Option<(String, Span)>,
    /// Actors' ids.
    pub actors: Option<Vec<(String, Span)>>,
    /// Recipients' ids.
    pub recipients: Option<Vec<(String, Span)>>,
    /// Topics' ids.
    pub topics: Option<Vec<(String, Span)>>,
    /// Status.
    pub status: Option<Status>,
    /// Why it is withdrawn.
    pub reason: Option<String>,
    /// Ids of the events that this one answers.
    pub answers: Vec<(String, Span)>,
    /// What is given of a contact.
    pub contact: GivenContact,
    /// What is given of an agreement of which it is a step.
    pub agreement: Option<Box<GivenAgreement>>,
    /// Ids that are now this event.
    pub redirect_from: Vec<(String, Span)>,
    /// What was changed after publication, and why; in the order of the file.
    pub corrections: Vec<Correction>,
    /// The file.
    pub source: SourceFile,
    /// The editor's own words: a part of the file, Markdown.
    pub body: Span,
}
