//! The calendar: steps, weeks, movable days. On chrono; ISO 8601 weeks begin on Monday.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// How the day of a holiday is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// The same day every year.
    Fixed { month: u32, day: u32 },
    /// So many days after the nth weekday (1 is Monday) of a month; -1 is the last one.
    Nth { month: u32, weekday: u32, nth: i32, after: i64 },
    /// So many days after Easter Sunday (Gregorian).
    Easter(i64),
    /// So many days after Easter Sunday of the Orthodox churches.
    OrthodoxEaster(i64),
    /// A day that has a name of its own, and was once.
    Once { year: i32, month: u32, day: u32 },
}

impl Holiday {
    /// Reads a rule of a language file: `12-25`, `11-4-4` (the fourth Thursday), `easter-2`, `2001-09-11`.
    pub fn read(rule: &str) -> Option<Self> {
        if let Some(days) = rule.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some(days) = rule.strip_prefix("orthodox-easter") {
            return days.parse().ok().map(Self::OrthodoxEaster);
        }
        let mut parts = rule.splitn(3, '-');
        let first = parts.next()?;
        let second = parts.next()?.parse().ok()?;
        let Some(third) = parts.next() else {
            return Some(Self::Fixed { month: first.parse().ok()?, day: second });
        };
        if first.len() == 4 {
            return Some(Self::Once { year: first.parse().ok()?, month: second, day: third.parse().ok()? });
        }
        let (nth, after) = third.split_once('+').unwrap_or((third, "0"));
        let (nth, after) = (nth.parse().ok()?, after.parse().ok()?);
        Some(Self::Nth { month: first.parse().ok()?, weekday: second, nth, after })
    }
}

/// A day, if the calendar has it.
pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// So many days on, or back.
pub fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) }
}

/// So many months on, or back; the day stays, if the month has it.
pub fn add_months(date: NaiveDate, months: i32) -> Option<NaiveDate> {
    let step = Months::new(months.unsigned_abs());
    if months < 0 { date.checked_sub_months(step) } else { date.checked_add_months(step) }
}

/// The weekday, 1 for Monday.
pub fn weekday(date: NaiveDate) -> i64 {
    i64::from(date.weekday().number_from_monday())
}

/// The Monday of an ISO week.
pub fn monday(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// The year and the number of a day's ISO week.
pub fn week(date: NaiveDate) -> (i32, u32) {
    (date.iso_week().year(), date.iso_week().week())
}

/// The day of a holiday in a year.
pub fn holiday(rule: Holiday, year: i32) -> Option<NaiveDate> {
    match rule {
        Holiday::Fixed { month, day: number } => day(year, month, number),
        Holiday::Easter(days) => add_days(easter(year)?, days),
        Holiday::OrthodoxEaster(days) => add_days(orthodox_easter(year)?, days),
        Holiday::Once { year, month, day: number } => day(year, month, number),
        Holiday::Nth { month, weekday: wanted, nth, after } => {
            let first = day(year, month, 1)?;
            let to_first = (i64::from(wanted) - weekday(first)).rem_euclid(7);
            if nth > 0 {
                return add_days(first, to_first + i64::from(nth - 1) * 7 + after);
            }
            let next = add_months(first, 1)?;
            add_days(next, (i64::from(wanted) - weekday(next)).rem_euclid(7) - 7 + after)
        }
    }
}

/// Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar, after Meeus.
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let julian = d + e + 114;
    let (month, number) = (julian / 31, julian % 31 + 1);
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    add_days(day(year, u32::try_from(month).ok()?, u32::try_from(number).ok()?)?, i64::from(behind))
}

/// Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let number = (h + l - 7 * m + 33 * month + 19) % 32;
    day(year, u32::try_from(month).ok()?, u32::try_from(number).ok()?)
}
