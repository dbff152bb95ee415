//! The day of a build, as the caller gives it. No clock is read here.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// When a site is built: what "first published" and "last changed" are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    /// On this day.
    Day(NaiveDate),
    /// At this moment; which day that is depends on the site's timezone.
    Moment(DateTime<Utc>),
}

impl Today {
    /// The day in a zone.
    pub fn in_zone(self, zone: Tz) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.with_timezone(&zone).date_naive(),
        }
    }
}
