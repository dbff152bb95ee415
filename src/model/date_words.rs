//! What the words of a date stand for: parts of months and years, and their days.
//!
//! The words themselves are in `language`, which writes them, and in
//! `parse::written_date`, which reads them, so that reading the words of a date
//! gives the date again.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Edtf, Precision};

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

#[cfg(test)]
mod tests {
    use super::*;

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
