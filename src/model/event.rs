//! Events: accounts merged, disagreements kept.

use chrono::NaiveDate;

use super::agreement::GivenAgreement;
use super::attestation::Attestation;
use super::contact::{Contact, GivenContact};
use super::correction::Correction;
use super::date::{ClockTime, EventDate};
use super::difference::{Between, Difference, Field, Reasons};
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
    /// Fields on which the accounts differ, or for which the editor gives a reason.
    pub differences: Vec<Difference>,
    /// How well it is attested.
    pub attestation: Attestation,
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
        self.differences.iter().any(|difference| difference.between == Between::Accounts)
    }

    /// Fields on which somebody differs: the accounts among themselves, or the editors from them.
    pub fn disputed(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|difference| difference.between != Between::Nobody)
    }

    /// Whether it was before another without any doubt: neither date is uncertain or approximate, and sources agree on both.
    pub fn was_surely_before(&self, other: &Event) -> bool {
        let is_sure = |event: &Event| {
            let differs = event.disputed().any(|difference| difference.field() == Field::Date);
            !event.date.is_uncertain() && !event.date.is_approximate() && !differs
        };
        self.date.last() < other.date.first() && is_sure(self) && is_sure(other)
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
    /// Why these values, for those that `decisions:` gives.
    pub reasons: Reasons,
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
