//! Temporal expressions: what the tagger finds in prose, after TIMEX3 (ISO 24617-1, ISO-TimeML).
//!
//! Values are printed as TIMEX3 writes them and, where they have a first and a last day, as EDTF
//! too. Nothing is found or resolved here.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::date::EventDate;

/// What kind of time an expression names (the attribute `type` of TIMEX3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimexKind {
    /// A calendar date, as fine as a day or coarser.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Times that recur.
    Set,
}

impl TimexKind {
    /// As TIMEX3 writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// How an expression narrows or widens its value (the attribute `mod` of TIMEX3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    /// "early", "the beginning of".
    Start,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    End,
    /// "about".
    Approx,
    /// "less than".
    LessThan,
    /// "more than".
    MoreThan,
    /// "at most".
    EqualOrLess,
    /// "at least".
    EqualOrMore,
}

impl Modifier {
    /// All of them, in the order of the grammar's numbers.
    pub const ALL: [Self; 8] = [
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Approx,
        Self::LessThan,
        Self::MoreThan,
        Self::EqualOrLess,
        Self::EqualOrMore,
    ];

    /// As TIMEX3 writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// What an expression that is not complete in itself was resolved from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Nothing: it says all itself.
    Itself,
    /// The date of publication.
    Published,
    /// A date that the text has named before: where that stands.
    Story {
        /// First byte.
        start: usize,
        /// After the last byte.
        end: usize,
    },
    /// The year in a heading.
    Heading,
    /// It needs a date to start from, and there is none: the value has `X` for what is not known.
    Missing,
}

impl Anchor {
    /// A word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::Published => "published",
            Self::Story { .. } => "story",
            Self::Heading => "heading",
            Self::Missing => "missing",
        }
    }
}

/// One temporal expression in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// Where it stands: bytes, on character boundaries.
    pub span: Range<usize>,
    /// What kind of time it names.
    pub kind: TimexKind,
    /// The value as TIMEX3 writes it: `2013-03-22`, `2013-W11`, `P2Y`, `PAST_REF`.
    pub value: String,
    /// The value as EDTF, if it has a first and a last day.
    pub edtf: Option<EventDate>,
    /// The name of the grammar's rule that found it.
    pub rule: Arc<str>,
    /// What it was resolved from.
    pub anchor: Anchor,
    /// How it narrows its value.
    pub modifier: Option<Modifier>,
}

impl fmt::Display for Timex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.kind.as_str(), self.value, self.rule)
    }
}
