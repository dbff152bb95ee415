//! How an event stood on earlier days, for its page.

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use super::DateView;
use super::lifetime::day;
use crate::model::correction::{CorrectedField, CorrectedValue, in_words, label};
use crate::model::date::{ClockTime, EventDate};
use crate::model::event::Event;
use crate::model::version::{Version, versions};
use crate::render::PageMaker;

#[derive(Serialize)]
pub struct VersionView {
    /// Its anchor on the page.
    id: String,
    /// First and last day, as data; `None` where there is none or it is not known.
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// `now`, `then` (from day to day), `until` (the first day is not known) or `same-day` (published and corrected on one day).
    stood: &'static str,
    /// The days for which it stood: for `now` the first, for `until` the last.
    days: Option<DateView>,
    facts: Vec<FactView>,
    /// Why the text was corrected, each with the anchor of the correction.
    texts: Vec<TextView>,
}

#[derive(Serialize)]
struct FactView {
    label: String,
    /// In words; `None` where nothing is said.
    value: Option<Value>,
    /// The anchor of the correction that made it so on the first day.
    corrected: Option<String>,
}

#[derive(Serialize)]
struct TextView {
    correction: String,
    why: Value,
}

/// The versions of an event, newest first; none where nothing has been corrected.
pub fn view(r: &PageMaker<'_>, event: &Event) -> Vec<VersionView> {
    let all = versions(&r.timeline, event);
    let corrected = |field: CorrectedField| {
        all.iter().flat_map(|version| &version.made_by).any(|told| told.correction.field == field)
    };
    let fields = CorrectedField::ALL.into_iter().filter(|field| *field != CorrectedField::Text);
    let fields: Vec<(CorrectedField, bool)> = fields.map(|field| (field, corrected(field))).collect();
    all.iter().rev().map(|version| one(r, version, &fields)).collect()
}

/// What was never said is left out.
fn one(r: &PageMaker<'_>, version: &Version<'_>, fields: &[(CorrectedField, bool)]) -> VersionView {
    let fact = |(field, was_corrected): &(CorrectedField, bool)| {
        let value = version.facts.get(field);
        let made_by = version.made_by.iter().rfind(|told| told.correction.field == *field);
        (value.is_some() || *was_corrected).then(|| FactView {
            label: label(r.language(), *field).to_owned(),
            value: value.map(|value| r.isolated(&words(r, *field, value))),
            corrected: made_by.map(|told| told.anchor.clone()),
        })
    };
    let texts = version.made_by.iter().filter(|told| told.correction.field == CorrectedField::Text);
    let (stood, days) = days(r, version);
    VersionView {
        id: version.anchor.clone(),
        from: version.from,
        to: version.to,
        stood,
        days,
        facts: fields.iter().filter_map(fact).collect(),
        texts: texts
            .map(|told| TextView { correction: told.anchor.clone(), why: r.isolated(&told.correction.why) })
            .collect(),
    }
}

fn days(r: &PageMaker<'_>, version: &Version<'_>) -> (&'static str, Option<DateView>) {
    match (version.from, version.to) {
        (Some(from), None) => ("now", day(r, from)),
        (None, to) => ("until", to.and_then(|to| day(r, to))),
        (Some(from), Some(_)) if version.is_of_a_part_of_a_day() => ("same-day", day(r, from)),
        (Some(from), Some(to)) if from == to => ("then", day(r, from)),
        (Some(from), Some(to)) => {
            let days = EventDate::parse(&format!("{from}/{to}"));
            ("then", days.ok().map(|days| r.date(&days, None)))
        }
    }
}

fn words(r: &PageMaker<'_>, field: CorrectedField, value: &CorrectedValue) -> String {
    let time = match value {
        CorrectedValue::Text(text) if field == CorrectedField::Time => ClockTime::parse(text),
        _ => None,
    };
    time.map_or_else(|| in_words(&r.timeline, r.language(), field, value), |time| r.language().time(time))
}
