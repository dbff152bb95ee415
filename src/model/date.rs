//! Event dates: EDTF values with a first and a last day.
//!
//! The values follow the Extended Date/Time Format (ISO 8601-2:2019, annex A),
//! levels 0 to 2, as far as they have a first and a last day: open intervals,
//! sets and date-times are refused here. Qualifiers (`?`, `~`, `%`) widen
//! nothing; a month stays a month. No clock, no locale: words for a date are
//! in `date_words`.

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, Edtf, IntervalEndpoint};

/// A date as EDTF, with the first and the last day that it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate {
    edtf: Edtf,
    /// The value as it is written, since it is asked for often.
    text: Box<str>,
    first: NaiveDate,
    last: NaiveDate,
}

/// Why a text is no [`EventDate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has the form of a date, but the calendar has no such day.
    #[error("there is no such day in the calendar")]
    Impossible,
    /// An interval whose end is before its start.
    #[error("the end is before the start")]
    Reversed,
    /// EDTF, but of a kind that has no first or no last day, or none that fits an event.
    #[error("{0}")]
    Unsupported(&'static str),
    /// Not EDTF at all.
    #[error("this is not a date")]
    Unreadable,
}

/// How finely a date is known: the finer, the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// One day.
    Day,
    /// Several days with known ends.
    Days,
    /// A calendar month, or several.
    Month,
    /// A season (EDTF 21–24 and other parts of a year).
    Season,
    /// A calendar year, or more.
    Year,
}

impl EventDate {
    /// Reads an EDTF string.
    ///
    /// # Errors
    /// [`DateError`] says whether the calendar, the order or the form is wrong.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match Edtf::parse(text) {
            Ok(edtf) => Self::from_edtf(edtf).and_then(|date| match (date.first.year(), date.last.year()) {
                (0, 9999) => {
                    Err(DateError::Unsupported("it could be any year, so it stands nowhere in time"))
                }
                _ => Ok(date),
            }),
            Err(_) => Err(Self::explain_failure(text)),
        }
    }

    /// No date at all: some year, EDTF `XXXX`. For what has to go on without one; it is in no list.
    pub fn unknown() -> Self {
        let any_year = Edtf::parse("XXXX").ok().and_then(|edtf| Self::from_edtf(edtf).ok());
        any_year.unwrap_or_else(|| unreachable!("XXXX is EDTF level 1"))
    }

    fn from_edtf(edtf: Edtf) -> Result<Self, DateError> {
        match &edtf {
            Edtf::Date(_) => {}
            Edtf::DateTime(_) => {
                return Err(DateError::Unsupported("a clock time does not belong into the date"));
            }
            Edtf::Set(_) => return Err(DateError::Unsupported("a set of dates is not one date")),
            Edtf::Interval(interval) => {
                let dated = |end: &IntervalEndpoint| matches!(end, IntervalEndpoint::Date(_));
                if !dated(&interval.start) || !dated(&interval.end) {
                    return Err(DateError::Unsupported("an interval needs both its ends"));
                }
            }
        }
        let bounds = edtf.bounds();
        let (Some(first), Some(last)) = (calendar_day(bounds.earliest), calendar_day(bounds.latest)) else {
            return Err(DateError::Unsupported("the year is out of range (0000 to 9999)"));
        };
        if last < first {
            return Err(DateError::Reversed);
        }
        let text = edtf.to_string().into_boxed_str();
        Ok(Self { edtf, text, first, last })
    }

    fn explain_failure(text: &str) -> DateError {
        if let Some((start, end)) = text.split_once('/') {
            return match (Self::parse(start), Self::parse(end)) {
                (Ok(start), Ok(end)) if end.last < start.first => DateError::Reversed,
                (Err(error), _) | (_, Err(error)) => error,
                _ => DateError::Unreadable,
            };
        }
        let digits = text.trim_end_matches(['?', '~', '%']);
        let shaped = digits.split('-').enumerate().all(|(part, piece)| {
            piece.len() == if part == 0 { 4 } else { 2 }
                && piece.bytes().all(|b| b.is_ascii_digit() || b == b'X')
        });
        if shaped && digits.split('-').count() <= 3 { DateError::Impossible } else { DateError::Unreadable }
    }

    /// The EDTF value as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The EDTF value.
    pub fn edtf(&self) -> &Edtf {
        &self.edtf
    }

    /// The first day that the date covers.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day that the date covers.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many days it covers, from 1.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether it is marked `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.edtf.is_uncertain()
    }

    /// Whether it is marked `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.edtf.is_approximate()
    }

    /// Whether the two have a day in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// How finely it is known.
    pub fn precision(&self) -> Precision {
        use edtf_core::Precision as P;
        let of = |date: &edtf_core::Date| match date.precision() {
            P::Day => Precision::Day,
            P::Month => Precision::Month,
            P::Season => Precision::Season,
            P::Year => Precision::Year,
        };
        match &self.edtf {
            Edtf::Date(date) => of(date),
            Edtf::Interval(interval) => match &interval.start {
                IntervalEndpoint::Date(date) if of(date) == Precision::Day => Precision::Days,
                IntervalEndpoint::Date(date) => of(date),
                _ => Precision::Year,
            },
            _ => Precision::Year,
        }
    }

    /// The value without qualifiers, fit for a slug: `2025-09-03`, `2025-06-02-2025-06-04`.
    pub fn slug(&self) -> String {
        self.to_string()
            .chars()
            .filter(|c| !matches!(c, '?' | '~' | '%'))
            .map(|c| if c == '/' { '-' } else { c.to_ascii_lowercase() })
            .collect()
    }
}

impl fmt::Display for EventDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn calendar_day(bound: Bound) -> Option<NaiveDate> {
    match bound {
        Bound::Date(day) if (0..=9999).contains(&day.year) => {
            NaiveDate::from_ymd_opt(i32::try_from(day.year).ok()?, u32::from(day.month), u32::from(day.day))
        }
        _ => None,
    }
}

/// A clock time with its offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime {
    /// Minutes since local midnight, 0 to 1439.
    pub minute_of_day: u16,
    /// Offset from UTC in minutes; `None` while the site's timezone still has to be asked.
    pub offset: Option<i16>,
}

impl ClockTime {
    /// Reads `14:30`, `14:30+08:00` or `14:30Z` (ISO 8601).
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |text: &str| -> Option<u16> {
            (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
        };
        let hours_minutes = |text: &str, most: u16| -> Option<u16> {
            let (hours, minutes) = text.split_once(':')?;
            let (hours, minutes) = (digits(hours)?, digits(minutes)?);
            (hours <= most && minutes < 60).then_some(hours * 60 + minutes)
        };
        let clock_end = text.find(['+', '-', 'Z', '\u{2212}']).unwrap_or(text.len());
        let minute_of_day = hours_minutes(&text[..clock_end], 23)?;
        let shift = &text[clock_end..];
        let offset = match shift.chars().next() {
            None => None,
            Some('Z') => (shift.len() == 1).then_some(Some(0))?,
            Some(sign) => {
                let minutes = i16::try_from(hours_minutes(&shift[sign.len_utf8()..], 14)?).ok()?;
                Some(if sign == '+' { minutes } else { -minutes })
            }
        };
        Some(Self { minute_of_day, offset })
    }

    /// Minutes since midnight UTC of the event's first day; may be negative.
    pub fn utc_minutes(&self) -> i32 {
        i32::from(self.minute_of_day) - i32::from(self.offset.unwrap_or(0))
    }

    /// As ISO 8601 writes it, `14:30+08:00`.
    pub fn iso(&self) -> String {
        let clock = format!("{:02}:{:02}", self.minute_of_day / 60, self.minute_of_day % 60);
        match self.offset {
            None => clock,
            Some(0) => clock + "Z",
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                format!("{clock}{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

/// What orders an event in the timeline (DESIGN.md section 6): first day, then
/// clock time where known, then the narrower span, then id. Total: ids differ.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventOrder<'a> {
    first: NaiveDate,
    time_unknown: bool,
    utc_minutes: i32,
    days: i64,
    id: &'a str,
}

impl<'a> EventOrder<'a> {
    /// The key of one event.
    pub fn new(date: &EventDate, time: Option<ClockTime>, id: &'a str) -> Self {
        Self {
            first: date.first,
            time_unknown: time.is_none(),
            utc_minutes: time.map_or(0, |time| time.utc_minutes()),
            days: date.days(),
            id,
        }
    }
}

/// Orders dates where there is no id: first day, then the narrower, then the text.
pub fn compare_dates(a: &EventDate, b: &EventDate) -> Ordering {
    a.first.cmp(&b.first).then(a.days().cmp(&b.days())).then_with(|| a.text.cmp(&b.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong_with_a_date() {
        for (text, error) in [
            ("2025-02-30", DateError::Impossible),
            ("2025-13", DateError::Impossible),
            ("2025-09-05/2025-09-03", DateError::Reversed),
            ("2025-09-05/2025-02-30", DateError::Impossible),
            ("yesterday", DateError::Unreadable),
            ("", DateError::Unreadable),
            ("2025-09-03T14:30", DateError::Unreadable),
            ("2025-09-03T14:30:00", DateError::Unsupported("a clock time does not belong into the date")),
            ("2025-09-03/..", DateError::Unsupported("an interval needs both its ends")),
            ("[2025, 2026]", DateError::Unreadable),
            ("XXXX", DateError::Unsupported("it could be any year, so it stands nowhere in time")),
            ("XXXX-12", DateError::Unsupported("it could be any year, so it stands nowhere in time")),
        ] {
            assert_eq!(EventDate::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn knows_first_and_last_day_and_precision() {
        for (text, first, last, precision) in [
            ("2025-09-03", "2025-09-03", "2025-09-03", Precision::Day),
            ("2024-06", "2024-06-01", "2024-06-30", Precision::Month),
            ("2024-02~", "2024-02-01", "2024-02-29", Precision::Month),
            ("2025-09-03/2025-09-05", "2025-09-03", "2025-09-05", Precision::Days),
            ("2025-08?", "2025-08-01", "2025-08-31", Precision::Month),
            ("2022", "2022-01-01", "2022-12-31", Precision::Year),
            ("201X", "2010-01-01", "2019-12-31", Precision::Year),
            ("2022-21", "2022-03-01", "2022-05-31", Precision::Season),
        ] {
            let date = EventDate::parse(text).expect(text);
            assert_eq!(
                (date.first().to_string(), date.last().to_string()),
                (first.into(), last.into()),
                "{text}"
            );
            assert_eq!(date.precision(), precision, "{text}");
        }
    }

    #[test]
    fn a_time_without_offset_stays_without_one() {
        assert_eq!(ClockTime::parse("14:30"), Some(ClockTime { minute_of_day: 870, offset: None }));
        assert_eq!(ClockTime::parse("14:30+08:00").map(|t| t.utc_minutes()), Some(390));
        assert_eq!(ClockTime::parse("23:59-05:00").map(|t| t.iso()), Some("23:59-05:00".into()));
        assert_eq!(ClockTime::parse("00:00Z").map(|t| t.iso()), Some("00:00Z".into()));
        for wrong in ["24:00", "14.30", "1:30", "14:60", "14:30+", "14:30+99:00", "", "14:30Zulu", "noon"] {
            assert_eq!(ClockTime::parse(wrong), None, "{wrong}");
        }
    }
}
