//! What a date covers, as a drawing: a span as long as it is, hatched where it is in doubt.
//!
//! A certain day needs none. The words of the date say the same.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::model::date::EventDate;
use crate::model::date_words::last_day;

/// How wide the month, year or years are drawn in which the date lies.
const WIDTH: i64 = 100;
/// The least width of a span.
const LEAST: i64 = 3;

/// The span of a date within its month, its year or its years.
#[derive(Serialize, Clone, Debug, PartialEq, Eq)]
pub struct ExtentView {
    pub x: i64,
    pub width: i64,
    /// `exact`, `about` or `doubtful`.
    pub sureness: &'static str,
}

/// The drawing of a date; none of a day without doubt.
pub fn view(date: &EventDate) -> Option<ExtentView> {
    let (first, last) = (date.first(), date.last());
    let sureness = if date.is_uncertain() {
        "doubtful"
    } else if date.is_approximate() {
        "about"
    } else if first == last {
        return None;
    } else {
        "exact"
    };
    let (start, end) = frame(first, last);
    let all = (end - start).num_days() + 1;
    let from = (first - start).num_days() * WIDTH / all;
    let to = ((last - start).num_days() + 1) * WIDTH / all;
    let width = (to - from).max(LEAST);
    Some(ExtentView { x: from.min(WIDTH - width), width, sureness })
}

/// The month, the year or the years that hold both days.
fn frame(first: NaiveDate, last: NaiveDate) -> (NaiveDate, NaiveDate) {
    let same_year = first.year() == last.year();
    let (start_month, end_month) =
        if same_year && first.month() == last.month() { (first.month(), last.month()) } else { (1, 12) };
    let end_day = last_day(last.year(), end_month);
    let start = NaiveDate::from_ymd_opt(first.year(), start_month, 1).unwrap_or(first);
    let end = NaiveDate::from_ymd_opt(last.year(), end_month, end_day).unwrap_or(last);
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_as_long_as_their_dates() {
        let drawn = |date: &str| {
            let extent = view(&EventDate::parse(date).expect("a date"));
            extent.map(|extent| (extent.x, extent.width, extent.sureness))
        };
        for (date, expected) in [
            ("2025-09-03", None),
            ("2025-09-03?", Some((6, 4, "doubtful"))),
            ("2025-09-30~", Some((96, 4, "about"))),
            ("2025-09", Some((0, 100, "exact"))),
            ("2025-06-02/2025-06-04", Some((3, 10, "exact"))),
            ("2025-03/2025-05", Some((16, 25, "exact"))),
            ("2022/2025", Some((0, 100, "exact"))),
            ("2022-12-30/2023-01-02", Some((49, 3, "exact"))),
        ] {
            assert_eq!(drawn(date), expected, "{date}");
        }
    }
}
