//! EDTF -> ISO 8601, for programs that know no doubt.
//!
//! A date in doubt is left out. One that is about right, or of which a digit is
//! not known, is widened to the month or the year in which it lies for certain,
//! or left out where there is none. Nothing is made more exact than it was.

use chrono::{Datelike, Days, NaiveDate};

use crate::model::date::{ClockTime, EventDate, Precision};

/// How far off a date may be that is about right, by how finely it is written.
const WEEK: Days = Days::new(7);
const TWO_MONTHS: Days = Days::new(61);

/// When an event began and, if that is another day, month or year, ended.
pub fn start_and_end(date: &EventDate, time: Option<ClockTime>) -> (Option<String>, Option<String>) {
    if let Some(time) = time.filter(|_| is_plain(date) && date.precision() == Precision::Day) {
        return (Some(format!("{}T{}:00{}", date.first(), clock(time), offset(time))), None);
    }
    if !is_plain(date) {
        return (widened(date), None);
    }
    let parts = date.as_str().split_once('/');
    let (start, end) = parts.map_or((date.as_str(), None), |(start, end)| (start, Some(end)));
    if !is_iso(start) || end.is_some_and(|end| !is_iso(end)) {
        return (widened(date), None);
    }
    (Some(start.to_owned()), end.filter(|end| *end != start).map(str::to_owned))
}

/// A date that has to be one value: of a span of time, what holds it.
pub fn one(date: &EventDate) -> Option<String> {
    match start_and_end(date, None) {
        (start, None) => start,
        (Some(_), Some(_)) => common(date.first(), date.last()),
        (None, Some(_)) => None,
    }
}

/// Whether a date says what it says without doubt, and every digit of it.
fn is_plain(date: &EventDate) -> bool {
    !date.is_uncertain() && !date.is_approximate() && !date.edtf().has_unspecified()
}

/// `2025`, `2025-09`, `2025-09-03`, and no season.
fn is_iso(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_year = parts.next().is_some_and(|year| year.len() == 4);
    let is_month = parts.next().is_none_or(|month| month.parse().is_ok_and(|month: u8| month <= 12));
    is_year && is_month
}

fn widened(date: &EventDate) -> Option<String> {
    if date.is_uncertain() {
        return None;
    }
    let slack = match (date.is_approximate(), date.precision()) {
        (false, _) => Days::new(0),
        (true, Precision::Day | Precision::Days) => WEEK,
        (true, _) => TWO_MONTHS,
    };
    common(date.first().checked_sub_days(slack)?, date.last().checked_add_days(slack)?)
}

/// The month or the year that holds both days.
fn common(first: NaiveDate, last: NaiveDate) -> Option<String> {
    if first.year() != last.year() {
        return None;
    }
    let form = if first.month() == last.month() { "%Y-%m" } else { "%Y" };
    Some(first.format(form).to_string())
}

fn clock(time: ClockTime) -> String {
    format!("{:02}:{:02}", time.minute_of_day / 60, time.minute_of_day % 60)
}

/// The part of ISO 8601 after the clock; none while the zone is not known.
fn offset(time: ClockTime) -> String {
    let iso = time.iso();
    iso.get(5..).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(edtf: &str) -> String {
        let (start, end) = start_and_end(&EventDate::parse(edtf).expect(edtf), None);
        [start, end].into_iter().flatten().collect::<Vec<_>>().join("/")
    }

    #[test]
    fn dates_are_left_out_or_widened_and_never_made_up() {
        for (edtf, iso) in [
            ("2025-09-03", "2025-09-03"),
            ("2025-09", "2025-09"),
            ("2025", "2025"),
            ("2025-09-03/2025-09-05", "2025-09-03/2025-09-05"),
            ("2025-06/2025-07", "2025-06/2025-07"),
            ("2022/2025", "2022/2025"),
            // In doubt.
            ("2025-09-03?", ""),
            ("2025-09%", ""),
            ("2025-06-02/2025-06-04?", ""),
            // About right: a week or two months off.
            ("2025-08-15~", "2025-08"),
            ("2025-08-30~", "2025"),
            ("2025-12-30~", ""),
            ("2025-06~", "2025"),
            ("2025-11~", ""),
            ("2025~", ""),
            ("2025-06-11~/2025-06-20~", "2025-06"),
            ("2025-06-01~/2025-06-10~", "2025"),
            // A digit that is not known.
            ("2025-09-XX", "2025-09"),
            ("2025-XX", "2025"),
            ("201X", ""),
            // No part of ISO 8601.
            ("2022-21", "2022"),
            ("2025-33", "2025"),
            ("2025-41", "2025"),
        ] {
            assert_eq!(both(edtf), iso, "{edtf}");
        }
    }

    #[test]
    fn a_clock_time_has_its_offset() {
        let day = EventDate::parse("2025-09-03").expect("a day");
        let start = |time: &str| start_and_end(&day, ClockTime::parse(time)).0.unwrap_or_default();
        assert_eq!(start("14:30+08:00"), "2025-09-03T14:30:00+08:00");
        assert_eq!(start("09:05Z"), "2025-09-03T09:05:00Z");
        let month = EventDate::parse("2025-09").expect("a month");
        assert_eq!(start_and_end(&month, ClockTime::parse("14:30Z")).0.as_deref(), Some("2025-09"));
    }

    #[test]
    fn one_value_holds_a_span() {
        for (edtf, iso) in [
            ("2025-09-03/2025-09-05", Some("2025-09")),
            ("2025-06/2025-07", Some("2025")),
            ("2022/2025", None),
        ] {
            assert_eq!(one(&EventDate::parse(edtf).expect(edtf)).as_deref(), iso, "{edtf}");
        }
    }
}
