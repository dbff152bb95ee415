//! What the words of a date stand for: parts of months and years, and their days.
//!
//! The words themselves are in `language`, which writes them, and in
//! `parse::written_date`, which reads them, so that reading the words of a date
//! gives the date again.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, Edtf, IntervalEndpoint, Precision};

use super::date::{ClockTime, EventDate};
use super::language::Language;

/// Month names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the parts of a month that have an EDTF form of their own: an
/// approximate interval of its days. The last day 0 stands for the month's last.
pub const MONTH_PARTS: [(&str, u32, u32); 3] = [("early", 1, 10), ("mid", 11, 20), ("late", 21, 0)];

/// Names of the parts of a year, as approximate intervals of its months.
pub const YEAR_THIRDS: [(&str, u32, u32); 3] = [("early", 1, 4), ("mid", 5, 8), ("late", 9, 12)];

/// Names of EDTF's sub-year groupings (ISO 8601-2, 4.8): `2022-21` is spring 2022.
pub const YEAR_PARTS: [(&str, u8); 13] = [
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("winter", 24),
    ("first quarter of", 33),
    ("second quarter of", 34),
    ("third quarter of", 35),
    ("fourth quarter of", 36),
    ("first third of", 37),
    ("second third of", 38),
    ("last third of", 39),
    ("first half of", 40),
    ("second half of", 41),
];

/// The last day of a month.
pub fn last_day(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(28)
}

/// The date in English words, its doubt included: for the terminal. Pages ask their own [`Language`].
///
/// ```
/// use dateline::model::{date::EventDate, date_words::words};
///
/// let date = EventDate::parse("2025-06-02/2025-06-04").map(|date| words(&date));
/// assert_eq!(date.as_deref(), Ok("2–4 June 2025"));
/// ```
pub fn words(date: &EventDate) -> String {
    Language::english().date(date)
}

/// The value of HTML's `<time datetime>`, where HTML has one for such a date:
/// a day, month or year that is neither uncertain nor approximate.
pub fn html_datetime(date: &EventDate, time: Option<ClockTime>) -> Option<String> {
    let Edtf::Date(value) = date.edtf() else { return None };
    if value.is_uncertain() || value.is_approximate() || value.has_unspecified() || date.first().year() < 1 {
        return None;
    }
    match (value.precision(), time) {
        (Precision::Season, _) => None,
        (Precision::Day, Some(time)) => Some(format!("{date}T{}", time.iso())),
        _ => Some(date.as_str().to_owned()),
    }
}

/// Start and end in ISO 8601 as data for other programs need them: as coarse as they are known,
/// and neither where the date is uncertain or approximate. Unknown digits widen a date to what is known.
pub fn iso_span(date: &EventDate, time: Option<ClockTime>) -> (Option<String>, Option<String>) {
    if date.is_uncertain() || date.is_approximate() {
        return (None, None);
    }
    match date.edtf() {
        Edtf::Date(value) => {
            let day = iso(value);
            let moment = time.filter(|time| value.day.is_some() && time.offset.is_some());
            let exact = day.as_ref().is_some_and(|day| day.len() == 10);
            (
                day.map(|day| moment.filter(|_| exact).map_or(day.clone(), |time| day + "T" + &time.iso())),
                None,
            )
        }
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => (iso(start), iso(end)),
            _ => (None, None),
        },
        _ => (None, None),
    }
}

/// The parts of a date that are known: `2025-09-03`, `2025-09`, `2025`. Seasons and quarters have a year alone.
fn iso(date: &Date) -> Option<String> {
    let year = date.year.value()?;
    let Some(month @ 1..=12) = date.month.and_then(edtf_core::DateField::value) else {
        return Some(format!("{year:04}"));
    };
    let day = date.day.and_then(edtf_core::DateField::value);
    Some(day.map_or_else(|| format!("{year:04}-{month:02}"), |day| format!("{year:04}-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_other_programs_no_more_than_is_known() {
        let time = ClockTime::parse("14:30+02:00");
        for (edtf, expected) in [
            ("2025-09-03", (Some("2025-09-03T14:30+02:00"), None)),
            ("2024-06", (Some("2024-06"), None)),
            ("2022", (Some("2022"), None)),
            ("2025-08?", (None, None)),
            ("2025-08-15~", (None, None)),
            ("2022-21", (Some("2022"), None)),
            ("2025-09-XX", (Some("2025-09"), None)),
            ("2025-XX", (Some("2025"), None)),
            ("201X", (None, None)),
            ("2025-06-02/2025-06-04", (Some("2025-06-02"), Some("2025-06-04"))),
            ("2025-06/2025-07", (Some("2025-06"), Some("2025-07"))),
            ("2025-06-02/2025-06-04?", (None, None)),
        ] {
            let (start, end) = iso_span(&EventDate::parse(edtf).expect(edtf), time);
            assert_eq!((start.as_deref(), end.as_deref()), expected, "{edtf}");
        }
        let date = EventDate::parse("2025-09-03").expect("a date");
        assert_eq!(iso_span(&date, ClockTime::parse("14:30")).0.as_deref(), Some("2025-09-03"));
    }

    #[test]
    fn offers_html_only_what_html_can_say() {
        for (edtf, expected) in [
            ("2025-09-03", Some("2025-09-03")),
            ("2024-06", Some("2024-06")),
            ("2022", Some("2022")),
            ("2025-08?", None),
            ("2022-21", None),
            ("2025-09-XX", None),
            ("2025-06-02/2025-06-04", None),
        ] {
            assert_eq!(html_datetime(&EventDate::parse(edtf).expect(edtf), None).as_deref(), expected);
        }
    }
}
