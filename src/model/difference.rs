//! Fields on which the accounts of an event differ, and the rules by which one value is shown: one table, which is also
//! what the methodology page shows.
//!
//! Plain data. `merge` applies the rules. Not here: what an account's values are.

use super::date::EventDate;
use super::event::{AccountRef, Participant};
use super::event_type::EventType;

/// A field on which accounts can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// When it was.
    Date,
    /// Where it was.
    Place,
    /// What it was.
    Type,
    /// Who took part, and to whom it was done.
    Participants,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Field; 4] = [Self::Date, Self::Place, Self::Type, Self::Participants];

    /// As templates and data name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Place => "place",
            Self::Type => "type",
            Self::Participants => "participants",
        }
    }

    /// The texts that name it, and that say when accounts differ on it.
    pub fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Date => ("field_date", "differ_date"),
            Self::Place => ("field_place", "differ_place"),
            Self::Type => ("field_type", "differ_type"),
            Self::Participants => ("field_participants", "differ_participants"),
        }
    }
}

/// A field on which accounts differ, or on which the editor gives a reason, with all its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which field, and each value with the accounts that give it; the shown one first if an account gives it.
    pub values: DifferingValues,
    /// What chose the value that is shown.
    pub rule: Rule,
    /// Who differs from whom.
    pub between: Between,
}

impl Difference {
    /// Which field.
    pub fn field(&self) -> Field {
        match self.values {
            DifferingValues::Date(_) => Field::Date,
            DifferingValues::Place(_) => Field::Place,
            DifferingValues::Type(_) => Field::Type,
            DifferingValues::Participants { .. } => Field::Participants,
        }
    }
}

/// Who differs from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Accounts differ among themselves.
    Accounts,
    /// Only the editors differ from accounts.
    Editors,
    /// Nobody does: the editors give a reason for what nobody says otherwise.
    Nobody,
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
    /// Those who took part, persons under whom they act for.
    Participants {
        /// Those who are shown.
        shown: Vec<Participant>,
        /// Those whom accounts name.
        given: Vec<(Vec<Participant>, Vec<AccountRef>)>,
    },
}

/// Which rule chose the value that is shown; the first that applies.
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
    /// Of participants: all whom any account names.
    Together,
}

impl Rule {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Rule; 5] =
        [Self::Overlay, Self::MostFrequent, Self::MostPrecise, Self::EarliestArticle, Self::Together];

    /// As data names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Overlay => "editors",
            Self::MostFrequent => "most-frequent",
            Self::MostPrecise => "most-precise",
            Self::EarliestArticle => "earliest-article",
            Self::Together => "together",
        }
    }

    /// The text that says it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Overlay => "rule_editors",
            Self::MostFrequent => "rule_most_frequent",
            Self::MostPrecise => "rule_most_precise",
            Self::EarliestArticle => "rule_earliest",
            Self::Together => "rule_together",
        }
    }
}

/// Why the editor decided as the overlay says: the `why` of its `decisions:`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Of the date.
    pub date: Option<String>,
    /// Of the place.
    pub place: Option<String>,
    /// Of the type.
    pub event_type: Option<String>,
    /// Of those who acted.
    pub actors: Option<String>,
    /// Of those to whom it was done.
    pub recipients: Option<String>,
}

impl Reasons {
    /// The reasons for a field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &str> {
        let (one, other) = match field {
            Field::Date => (&self.date, &None),
            Field::Place => (&self.place, &None),
            Field::Type => (&self.event_type, &None),
            Field::Participants => (&self.actors, &self.recipients),
        };
        let other = other.as_ref().filter(|other| one.as_ref() != Some(other));
        one.iter().chain(other).map(String::as_str)
    }
}
