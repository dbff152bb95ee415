//! Values as TIMEX3 and as EDTF write them.
//!
//! TIMEX3 after ISO-TimeML: `2013-W11`, `1989-Q3`, `1943-SU`, `196`, `18`, `2013-03-22TMO`,
//! `BC0493`, `P2Y`, `PT24H`, with `X` for what is not known. EDTF after ISO 8601-2:2019.

use super::calendar;
use super::meaning::Fields;
use super::slots::{PARTS, SEASONS, Unit};
use crate::model::date::EventDate;

/// The value of a date or a time of day.
pub fn date(fields: &Fields) -> String {
    let era = if fields.bc { "BC" } else { "" };
    if let Some(century) = fields.century {
        return format!("{era}{:02}", century - 1);
    }
    if let Some(decade) = fields.decade {
        return format!("{era}{:03}", decade / 10);
    }
    let mut value = fields.year.map_or_else(|| format!("{era}XXXX"), |year| format!("{era}{year:04}"));
    let time = fields.is_time();
    let day = fields.day.is_some() || fields.some_day || time;
    if let Some(season) = fields.season.and_then(|season| SEASONS.get(season)) {
        value = value + "-" + season;
    } else if let Some(quarter) = fields.quarter {
        value += &format!("-Q{quarter}");
    } else if let Some(half) = fields.half {
        value += &format!("-H{half}");
    } else if let Some(week) = fields.week {
        value += &format!("-W{week:02}");
        if fields.weekend {
            value += "-WE";
        }
    } else if let (Some(weekday), None, false) = (fields.weekday, fields.day, time) {
        value += &format!("-WXX-{weekday}");
    } else if fields.month.is_some() || day {
        value += &part(fields.month);
        if day {
            value += &part(fields.day);
        }
    }
    value + &clock(fields)
}

fn part(value: Option<u32>) -> String {
    value.map_or_else(|| "-XX".into(), |value| format!("-{value:02}"))
}

fn clock(fields: &Fields) -> String {
    let Some(seconds) = fields.clock else {
        if fields.some_time {
            return "TXX".into();
        }
        return fields
            .part
            .and_then(|part| PARTS.get(part))
            .map(|part| format!("T{part}"))
            .unwrap_or_default();
    };
    let mut value = format!("T{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if !seconds.is_multiple_of(60) {
        value += &format!(":{:02}", seconds % 60);
    }
    if let Some(zone) = fields.zone {
        let sign = if zone < 0 { '-' } else { '+' };
        value += &if zone == 0 { "Z".into() } else { format!("{sign}{:02}", zone.abs() / 60) };
    }
    value
}

/// The value of a length: `P2Y`, `PT24H`, `PXM`, `P2.5Y`.
pub fn period(count: f32, unit: Unit) -> String {
    let (count, unit) = unit.whole(count);
    let time = if unit <= Unit::Hour { "T" } else { "" };
    let number = if count < 0.0 { "X".into() } else { decimal(count) };
    let letters =
        if unit == Unit::Half { return format!("P{}M", decimal(count * 6.0)) } else { unit.letters() };
    format!("P{time}{number}{letters}")
}

fn decimal(count: f32) -> String {
    let rounded = (count * 100.0).round() / 100.0;
    format!("{rounded}")
}

/// The value of times that recur.
pub fn set(count: f32, unit: Option<Unit>, fields: &Fields) -> String {
    if let Some(weekday) = fields.weekday {
        return format!("XXXX-WXX-{weekday}{}", clock(fields));
    }
    match unit {
        Some(Unit::Weekend) => "XXXX-WXX-WE".into(),
        Some(unit) => period(count, unit),
        None => date(fields),
    }
}

/// A date as EDTF, if it has a first and a last day and the model can hold them.
pub fn edtf(fields: &Fields, approximate: bool) -> Option<EventDate> {
    if fields.bc {
        return None;
    }
    let mark = if approximate { "~" } else { "" };
    let text = if let Some(century) = fields.century {
        format!("{:02}XX{mark}", century - 1)
    } else if let Some(decade) = fields.decade {
        format!("{:03}X{mark}", decade / 10)
    } else {
        let year = fields.year.filter(|year| (0..=9999).contains(year))?;
        let code = fields.season.map(|season| season as u32 + 21);
        let code = code.or(fields.quarter.map(|quarter| quarter + 32)).or(fields.half.map(|half| half + 39));
        if let Some(code) = code {
            format!("{year:04}-{code}{mark}")
        } else if let Some(week) = fields.week {
            let monday = calendar::monday(year, week)?;
            let from = calendar::add_days(monday, if fields.weekend { 5 } else { 0 })?;
            format!("{from}/{}", calendar::add_days(monday, 6)?)
        } else {
            match (fields.month, fields.day) {
                (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}{mark}"),
                (None, _) if fields.is_day() || fields.is_time() => return None,
                (Some(_), None) if fields.is_time() => return None,
                (Some(month), None) => format!("{year:04}-{month:02}{mark}"),
                (None, _) => format!("{year:04}{mark}"),
            }
        }
    };
    EventDate::parse(&text).ok()
}
