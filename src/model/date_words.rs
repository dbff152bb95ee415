//! Dates in words: `3 September 2025`, `2–4 June 2025`, `about 15 August 2025`.
//!
//! English for now; a later language is another table beside this one. What is
//! written here is what `parse::written_date` reads, so that
//! reading the words of a date gives the date again.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, Edtf, IntervalEndpoint, Precision};

use super::date::{ClockTime, EventDate};

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

/// The date in words, its doubt included.
///
/// ```
/// use dateline::model::{date::EventDate, date_words::words};
///
/// let date = EventDate::parse("2025-06-02/2025-06-04").map(|date| words(&date));
/// assert_eq!(date.as_deref(), Ok("2–4 June 2025"));
/// ```
pub fn words(date: &EventDate) -> String {
    match date.edtf() {
        Edtf::Date(value) => qualified(value.is_uncertain(), value.is_approximate(), plain(value)),
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => range(start, end),
            _ => date.to_string(),
        },
        _ => date.to_string(),
    }
}

/// The clock time in words, with its offset: `14:30 (UTC+8)`.
pub fn time_words(time: ClockTime) -> String {
    let clock = format!("{:02}:{:02}", time.minute_of_day / 60, time.minute_of_day % 60);
    match time.offset {
        None => clock,
        Some(0) => format!("{clock} (UTC)"),
        Some(offset) => {
            let sign = if offset < 0 { '−' } else { '+' };
            let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
            if minutes == 0 {
                format!("{clock} (UTC{sign}{hours})")
            } else {
                format!("{clock} (UTC{sign}{hours}:{minutes:02})")
            }
        }
    }
}

/// A day in words.
pub fn day_words(day: NaiveDate) -> String {
    [&day.day().to_string(), " ", MONTHS[day.month0() as usize], " ", &day.year().to_string()].concat()
}

/// A month in words.
pub fn month_words(year: i32, month: u32) -> String {
    format!("{} {year}", MONTHS[(month as usize).clamp(1, 12) - 1])
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

fn qualified(uncertain: bool, approximate: bool, text: String) -> String {
    match (uncertain, approximate) {
        (false, false) => text,
        (false, true) => format!("about {text}"),
        (true, false) => format!("possibly {text}"),
        (true, true) => format!("possibly about {text}"),
    }
}

/// A single date without its qualifiers.
fn plain(date: &Date) -> String {
    let Some(year) = date.year.value() else { return decade(date) };
    let Some(month) = date.month else { return year.to_string() };
    let Some(month) = month.value() else { return format!("{year}, month unknown") };
    let Some(name) = MONTHS.get(usize::from(month).wrapping_sub(1)) else {
        let part = YEAR_PARTS.iter().find(|part| part.1 == month).map_or("part of", |part| part.0);
        return format!("{part} {year}");
    };
    match date.day.map(edtf_core::DateField::value) {
        None => [name, " ", &year.to_string()].concat(),
        Some(None) => format!("{name} {year}, day unknown"),
        Some(Some(day)) => [&day.to_string(), " ", name, " ", &year.to_string()].concat(),
    }
}

/// Years with unspecified digits: `201X` is the 2010s.
fn decade(date: &Date) -> String {
    let edtf_core::YearKind::Standard { digits, .. } = date.year.kind else { return "unknown year".into() };
    match digits {
        [Some(a), Some(b), Some(c), None] => format!("the {a}{b}{c}0s"),
        [Some(a), Some(b), None, None] => format!("{a}{b}00–{a}{b}99"),
        _ => "unknown year".into(),
    }
}

fn range(start: &Date, end: &Date) -> String {
    let doubt = |date: &Date| (date.is_uncertain(), date.is_approximate());
    if doubt(start) != doubt(end) {
        let one = |date: &Date| qualified(date.is_uncertain(), date.is_approximate(), plain(date));
        return format!("{} – {}", one(start), one(end));
    }
    if let Some(part) = month_part(start, end) {
        return part;
    }
    let (uncertain, approximate) = doubt(start);
    qualified(uncertain, approximate, plain_range(start, end))
}

fn plain_range(start: &Date, end: &Date) -> String {
    let number = |date: &Date| {
        let month = date.month.map(edtf_core::DateField::value);
        (date.year.value(), month, date.day.map(edtf_core::DateField::value))
    };
    let name = |month: u8| MONTHS.get(usize::from(month).wrapping_sub(1));
    let (first, last) = (number(start), number(end));
    match (first, last) {
        ((y1, m1, Some(Some(d1))), (y2, m2, Some(Some(d2)))) if y1 == y2 && m1 == m2 && d1 != d2 => {
            format!("{d1}–{}", plain(end))
        }
        ((y1, Some(Some(m1)), Some(Some(d1))), (y2, _, Some(Some(_)))) if y1 == y2 && name(m1).is_some() => {
            format!("{d1} {} – {}", name(m1).unwrap_or(&""), plain(end))
        }
        ((y1, Some(Some(m1)), None), (y2, Some(Some(m2)), None))
            if y1 == y2 && m1 != m2 && name(m1).is_some() && name(m2).is_some() =>
        {
            format!("{}–{}", name(m1).unwrap_or(&""), plain(end))
        }
        ((Some(y1), None, None), (Some(y2), None, None)) => format!("{y1}–{y2}"),
        _ => format!("{} – {}", plain(start), plain(end)),
    }
}

/// `early June 2025` for `2025-06-01~/2025-06-10~`, `late 2025` for `2025-09~/2025-12~`.
fn month_part(start: &Date, end: &Date) -> Option<String> {
    if !start.is_approximate() || start.is_uncertain() || start.year != end.year {
        return None;
    }
    let (month, last_month) = (u32::from(start.month?.value()?), u32::from(end.month?.value()?));
    let year = i32::try_from(start.year.value()?).ok()?;
    let (Some(first), Some(last)) = (start.day, end.day) else {
        let part = YEAR_THIRDS.iter().find(|part| (month, last_month) == (part.1, part.2))?;
        return (start.day == end.day).then(|| format!("{} {year}", part.0));
    };
    let (first, last) = (u32::from(first.value()?), u32::from(last.value()?));
    let of_part = |part: &&(&str, u32, u32)| {
        let end = if part.2 == 0 { last_day(year, month) } else { part.2 };
        (first, last) == (part.1, end)
    };
    let part = MONTH_PARTS.iter().find(of_part).filter(|_| month == last_month)?;
    Some(format!("{} {} {year}", part.0, MONTHS.get(month as usize - 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_as_people_do() {
        for (edtf, expected) in [
            ("2025-09-03", "3 September 2025"),
            ("2024-06", "June 2024"),
            ("2022", "2022"),
            ("2025-08-15~", "about 15 August 2025"),
            ("2025-08?", "possibly August 2025"),
            ("2025%", "possibly about 2025"),
            ("2025-06-02/2025-06-04", "2–4 June 2025"),
            ("2025-05-30/2025-06-02", "30 May – 2 June 2025"),
            ("2024-12-28/2025-01-03", "28 December 2024 – 3 January 2025"),
            ("2025-06/2025-07", "June–July 2025"),
            ("2024-12/2025-01", "December 2024 – January 2025"),
            ("2022/2025", "2022–2025"),
            ("2025-06-01~/2025-06-10~", "early June 2025"),
            ("2024-02-21~/2024-02-29~", "late February 2024"),
            ("2025-06-02~/2025-06-04~", "about 2–4 June 2025"),
            ("2025-06-02/2025-06-04?", "2 June 2025 – possibly 4 June 2025"),
            ("2025-01~/2025-04~", "early 2025"),
            ("2022-21", "spring 2022"),
            ("2025-40", "first half of 2025"),
            ("2025-09-XX", "September 2025, day unknown"),
            ("2025-XX", "2025, month unknown"),
            ("201X", "the 2010s"),
            ("2025-06/2025-07-04", "June 2025 – 4 July 2025"),
        ] {
            assert_eq!(words(&EventDate::parse(edtf).expect(edtf)), expected, "{edtf}");
        }
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
