//! Dates in words: `3 September 2025`, `2–4 June 2025`, `about 15 August 2025`.
//!
//! Every form that EDTF has for an event is worded here, in whatever language.
//! Reading words is the business of `parse::written_date`.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, DateField, Edtf, IntervalEndpoint, Precision, YearKind};

use super::Language;
use super::phrases::Fineness;
use crate::model::date::{ClockTime, EventDate};
use crate::model::date_words::{MONTH_PARTS, YEAR_THIRDS, last_day};

impl Language {
    /// The date in words, its doubt included.
    ///
    /// ```
    /// use dateline::model::{date::EventDate, language::Language};
    ///
    /// let date = EventDate::parse("2025-06-02/2025-06-04").map(|date| Language::english().date(&date));
    /// assert_eq!(date.as_deref(), Ok("2–4 June 2025"));
    /// ```
    pub fn date(&self, date: &EventDate) -> String {
        match date.edtf() {
            Edtf::Date(value) => self.single(value),
            Edtf::Interval(interval) => match (&interval.start, &interval.end) {
                (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => self.range(start, end),
                _ => date.to_string(),
            },
            _ => date.to_string(),
        }
    }

    /// The date in words, with the clock time where there is one.
    pub fn moment(&self, date: &str, time: Option<ClockTime>) -> Option<String> {
        time.map(|time| [date, &self.phrases.comma, &self.time(time)].concat())
    }

    /// The clock time in words, with its offset: `14:30 (UTC+8)`.
    pub fn time(&self, time: ClockTime) -> String {
        let clock = format!("{:02}:{:02}", time.minute_of_day / 60, time.minute_of_day % 60);
        let text = match time.offset {
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
        };
        self.numbers.figures(text)
    }

    /// `3 September 2025`
    pub fn day(&self, day: NaiveDate) -> String {
        self.calendar.day(
            &self.numbers.figures(day.year()),
            day.month(),
            self.day_number(day.day()),
            self.numbers.zero(),
        )
    }

    /// `3 September`
    pub fn day_of_month(&self, day: NaiveDate) -> String {
        self.calendar.day_of_month(day.month(), self.day_number(day.day()), self.numbers.zero())
    }

    /// `September 2025`
    pub fn month(&self, year: i32, month: u32) -> String {
        self.calendar.month(&self.numbers.figures(year), month)
    }

    /// `September`
    pub fn month_name(&self, month: u32) -> &str {
        self.calendar.name(month)
    }

    /// `2025`
    pub fn year(&self, year: i32) -> String {
        self.calendar.year(&self.numbers.figures(year))
    }

    /// `2022–2025`, or one year.
    pub fn years(&self, first: i32, last: i32) -> String {
        if first == last {
            self.year(first)
        } else {
            self.year_range(&self.numbers.figures(first), &self.numbers.figures(last))
        }
    }

    fn year_range(&self, first: &str, last: &str) -> String {
        self.calendar.year(&self.phrases.range_close.fill(&[first, last]))
    }

    fn day_number(&self, day: u32) -> &str {
        self.days.get((day as usize).wrapping_sub(1)).map_or("", String::as_str)
    }

    fn single(&self, date: &Date) -> String {
        self.qualified(date, fineness(date), self.plain(date))
    }

    fn qualified(&self, doubt: &Date, fineness: Fineness, text: String) -> String {
        self.phrases.qualified(doubt.is_uncertain(), doubt.is_approximate(), fineness, text)
    }

    /// A single date without its qualifiers.
    fn plain(&self, date: &Date) -> String {
        let Some(year) = date.year.value().map(|year| self.numbers.figures(year)) else {
            return self.decade(date);
        };
        let Some(month) = date.month else { return self.calendar.year(&year) };
        let Some(month) = month.value() else {
            return self.phrases.unknown_month.fill(&[&self.calendar.year(&year)]);
        };
        if !(1..=12).contains(&month) {
            return self.phrases.season(month, &year);
        }
        let month = u32::from(month);
        match date.day.map(DateField::value) {
            None => self.calendar.month(&year, month),
            Some(None) => self.phrases.unknown_day.fill(&[&self.calendar.month(&year, month)]),
            Some(Some(day)) => {
                self.calendar.day(&year, month, self.day_number(u32::from(day)), self.numbers.zero())
            }
        }
    }

    /// Years with unspecified digits: `201X` is the 2010s.
    fn decade(&self, date: &Date) -> String {
        let unknown = || self.phrases.unknown_year.fill(&[]);
        let YearKind::Standard { digits, .. } = date.year.kind else { return unknown() };
        match digits {
            [Some(a), Some(b), Some(c), None] => {
                self.phrases.decade.fill(&[&self.numbers.figures(format_args!("{a}{b}{c}0"))])
            }
            [Some(a), Some(b), None, None] => self.year_range(
                &self.numbers.figures(format_args!("{a}{b}00")),
                &self.numbers.figures(format_args!("{a}{b}99")),
            ),
            _ => unknown(),
        }
    }

    fn range(&self, start: &Date, end: &Date) -> String {
        let doubt = |date: &Date| (date.is_uncertain(), date.is_approximate());
        if doubt(start) != doubt(end) {
            return self.phrases.range.fill(&[&self.single(start), &self.single(end)]);
        }
        if let Some(part) = self.named_part(start, end) {
            return part;
        }
        let fineness = match fineness(start) {
            Fineness::Day => Fineness::Days,
            other => other,
        };
        self.qualified(start, fineness, self.plain_range(start, end))
    }

    fn plain_range(&self, start: &Date, end: &Date) -> String {
        let number = |date: &Date| {
            let month = date.month.map(DateField::value);
            (date.year.value(), month, date.day.map(DateField::value))
        };
        let is_month = |month: u8| (1..=12).contains(&month);
        let close = |from: &str, to: &str| self.phrases.range_close.fill(&[from, to]);
        let day = |day: u8| self.day_number(u32::from(day));
        match (number(start), number(end)) {
            ((Some(y1), Some(Some(m1)), Some(Some(d1))), (Some(y2), Some(Some(m2)), Some(Some(d2))))
                if y1 == y2 && m1 == m2 && d1 != d2 && is_month(m1) =>
            {
                self.calendar.day(&self.numbers.figures(y1), m1.into(), &close(day(d1), day(d2)), "")
            }
            ((Some(y1), Some(Some(m1)), Some(Some(d1))), (Some(y2), _, Some(Some(_))))
                if y1 == y2 && is_month(m1) && !self.calendar.is_year_first() =>
            {
                let first = self.calendar.day_of_month(m1.into(), day(d1), self.numbers.zero());
                self.phrases.range.fill(&[&first, &self.plain(end)])
            }
            ((Some(y1), Some(Some(m1)), None), (Some(y2), Some(Some(m2)), None))
                if y1 == y2 && m1 != m2 && is_month(m1) && is_month(m2) =>
            {
                let name = |month: u8| self.calendar.name_with_year(month.into());
                self.calendar.months(&self.numbers.figures(y1), m1.into(), &close(name(m1), name(m2)))
            }
            ((Some(y1), None, None), (Some(y2), None, None)) => {
                self.year_range(&self.numbers.figures(y1), &self.numbers.figures(y2))
            }
            _ => self.phrases.range.fill(&[&self.plain(start), &self.plain(end)]),
        }
    }

    /// `early June 2025` for `2025-06-01~/2025-06-10~`, `late 2025` for `2025-09~/2025-12~`.
    fn named_part(&self, start: &Date, end: &Date) -> Option<String> {
        if !start.is_approximate() || start.is_uncertain() || start.year != end.year {
            return None;
        }
        let (month, last_month) = (u32::from(start.month?.value()?), u32::from(end.month?.value()?));
        let year = i32::try_from(start.year.value()?).ok()?;
        let figures = self.numbers.figures(year);
        let (Some(first), Some(last)) = (start.day, end.day) else {
            let part = YEAR_THIRDS.iter().position(|part| (month, last_month) == (part.1, part.2))?;
            return (start.day == end.day).then(|| self.phrases.year_parts[part].fill(&[&figures]));
        };
        let (first, last) = (u32::from(first.value()?), u32::from(last.value()?));
        let of_part = |part: &(&str, u32, u32)| {
            let end = if part.2 == 0 { last_day(year, month) } else { part.2 };
            (first, last) == (part.1, end)
        };
        let part = MONTH_PARTS.iter().position(of_part).filter(|_| month == last_month)?;
        let (heading, after_day) =
            (self.calendar.month(&figures, month), self.calendar.of_month(&figures, month));
        Some(self.phrases.month_parts[part].fill(&[&heading, &after_day]))
    }
}

/// How finely a single date is known.
fn fineness(date: &Date) -> Fineness {
    match date.precision() {
        Precision::Day => Fineness::Day,
        Precision::Month => Fineness::Month,
        Precision::Season => Fineness::Season,
        Precision::Year => Fineness::Year,
    }
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
            assert_eq!(Language::english().date(&EventDate::parse(edtf).expect(edtf)), expected, "{edtf}");
        }
    }
}
