//! Dates without a year, weekdays, clock times: which ones they are, in news and in narratives.

use chrono::{Datelike, NaiveDate};

use super::calendar;
use super::meaning::{Base, Fields, When};
use super::tense::Tense;
use super::values::{Named, Resolver, day_of, whole};
use crate::model::timex::{Anchor, Modifier};

impl Resolver<'_> {
    /// A date without a year, in news: near the publication, on the side that the tense points to.
    pub(super) fn in_news(&self, when: &When, tense: Tense, first: usize) -> (Fields, Anchor) {
        let fields = when.fields;
        let ahead = tense == Tense::Future;
        let Some(now) = self.published else { return self.in_narrative(when) };
        if fields.weekday.is_some() && fields.day.is_none() {
            let told =
                self.last_day.filter(|day| when.base == Base::Story && day.sentence + 3 > self.sentence);
            if let Some((told, day)) = told.and_then(|told| Some((told, day_of(&told.fields)?))) {
                return (weekday(fields, when.by, ahead, day), told.anchor());
            }
            return (weekday(fields, when.by, ahead, now), Anchor::Published);
        }
        if fields.holiday.is_some() || fields.month.is_some() || fields.is_part_of_year() {
            let story =
                self.last.filter(|last| when.base == Base::Story && last.sentence + 3 > self.sentence);
            if let Some(told) = story.or_else(|| self.told_year(now).filter(|_| when.by.is_none())) {
                let year = told.fields.year;
                return (
                    self.placed(Fields { year, ..fields }),
                    Anchor::Story { start: told.start as usize, end: told.end as usize },
                );
            }
            let tense =
                if self.is_about_last_month(&fields, tense, now, first) { Tense::Past } else { tense };
            let year = self.near_year(&fields, when.by, tense, now);
            return (self.placed(Fields { year: Some(year), ..fields }), Anchor::Published);
        }
        if fields.day.is_some() {
            return (
                Fields { year: Some(now.year()), month: Some(now.month()), ..fields },
                Anchor::Published,
            );
        }
        let told = self.last_day.filter(|day| day.sentence == self.sentence);
        let day = told.map_or(whole(now), |day| day.fields);
        let day = Fields { part: None, clock: None, some_time: false, zone: None, ..day };
        (day.under(fields), Anchor::Published)
    }

    /// "The report on October sales will …" in November: what is awaited is not the month.
    fn is_about_last_month(&self, fields: &Fields, tense: Tense, now: NaiveDate, first: usize) -> bool {
        let months = fields.month.map(|month| (now.month() as i32 - month as i32).rem_euclid(12));
        let bare = fields.day.is_none() && matches!(months, Some(1 | 2));
        bare && tense == Tense::Future && !self.tense.is_in(first)
    }

    /// A year that the same sentence has named, and that is not the publication's.
    fn told_year(&self, now: NaiveDate) -> Option<Named> {
        self.last.filter(|last| {
            last.sentence == self.sentence
                && !last.fields.bc
                && !last.attribute
                && last.fields.year.is_some_and(|year| year < now.year() - 1)
        })
    }

    fn near_year(&self, fields: &Fields, by: Option<i32>, tense: Tense, now: NaiveDate) -> i32 {
        // Halves of months, so that a season has a place in the year too.
        let place = |fields: &Fields| {
            let season = fields.season.map(|season| [8, 14, 20, 24][season.min(3)]);
            let quarter = fields.quarter.map(|quarter| quarter * 6 - 4);
            let half = fields.half.map(|half| half * 12 - 10);
            let month = fields.month.map(|month| month * 2);
            month.or(season).or(quarter).or(half).unwrap_or(0) as i32
        };
        // A quarter's results are reported, and awaited, for some time after it.
        let lasts = match (fields.quarter, fields.half) {
            (Some(_), _) => 9,
            (_, Some(_)) => 15,
            _ => 1,
        };
        let mut fields = *fields;
        if let Some(rule) = fields.holiday.and_then(|number| self.language.holidays.get(number))
            && let Some(day) = calendar::holiday(*rule, now.year())
        {
            (fields.month, fields.day) = (Some(day.month()), Some(day.day()));
        }
        let distance = match (fields.month, fields.day) {
            (Some(month), Some(day)) => {
                let there = calendar::day(now.year(), month, day.min(28)).unwrap_or(now);
                ((there - now).num_days() as f32 / 15.0).round() as i32
            }
            _ => place(&fields) - now.month() as i32 * 2,
        };
        let year = now.year();
        match (by, tense) {
            (Some(-1), _) => year - i32::from(distance >= 0),
            (Some(1), _) => year + i32::from(distance <= 0),
            (Some(0), _) => year,
            (_, Tense::Future) => year + i32::from(distance < -lasts),
            // A day eleven months back is named with its year.
            (_, Tense::Past) if fields.day.is_some() && distance < -20 => year + 1,
            (_, Tense::Past) => year - i32::from(distance > 1),
            _ if distance > 12 => year - 1,
            _ if distance < -18 => year + 1,
            _ => year,
        }
    }

    /// A date without a year, in a narrative: it goes on from the last date.
    pub(super) fn in_narrative(&self, when: &When) -> (Fields, Anchor) {
        let fields = when.fields;
        let Some(last) = self.last.or(self.heading) else { return (fields, Anchor::Missing) };
        let near = self.story_year(&fields).unwrap_or(last);
        let anchor = near.anchor();
        let (bc, year) = (near.fields.bc, near.fields.year);
        if fields.month.is_some() || fields.is_part_of_year() || fields.holiday.is_some() {
            return (self.placed(Fields { bc, year, ..fields }), anchor);
        }
        if fields.weekday.is_some() {
            let day = self.last_day.and_then(|day| day_of(&day.fields));
            return day.map_or((fields, Anchor::Missing), |day| (nearest_weekday(fields, day), anchor));
        }
        if fields.day.is_some() {
            return (Fields { bc, year, month: last.fields.month, ..fields }, anchor);
        }
        if fields.clock.is_some() && last.sentence + 1 >= self.sentence {
            let day = Fields { part: None, clock: None, zone: None, ..last.fields };
            return (day.under(fields), anchor);
        }
        (fields, Anchor::Missing)
    }
}

impl Resolver<'_> {
    /// The year that goes best with the last dates of the story, and the date that it comes from.
    fn story_year(&self, fields: &Fields) -> Option<Named> {
        let month = self.month(fields)?;
        let told = || self.told.iter().flatten();
        if let Some(same) =
            told().find(|named| named.sentence == self.sentence && named.fields.month.is_none())
        {
            return Some(*same);
        }
        let mut best: Option<(f32, Named)> = None;
        for named in told() {
            for step in [0, 1, -1] {
                let Some(year) = named.fields.year.map(|year| year + step).filter(|year| *year > 0) else {
                    continue;
                };
                if fields.day == Some(29) && month == 2 && calendar::day(year, 2, 29).is_none() {
                    continue;
                }
                let cost: f32 =
                    told().zip(WEIGHTS).map(|(other, weight)| weight * gap(other, year, month)).sum();
                if best.is_none_or(|(least, _)| cost < least) {
                    best =
                        Some((cost, Named { fields: Fields { year: Some(year), ..named.fields }, ..*named }));
                }
            }
        }
        best.map(|(_, named)| named)
    }

    /// The month that a date without a year is in, or about.
    fn month(&self, fields: &Fields) -> Option<u32> {
        let season = fields.season.map(|season| [4, 7, 10, 12][season.min(3)]);
        let part = fields.quarter.map(|quarter| quarter * 3 - 1).or(fields.half.map(|half| half * 6 - 3));
        let rule = fields.holiday.and_then(|number| self.language.holidays.get(number));
        let holiday = rule.and_then(|rule| calendar::holiday(*rule, 2000)).map(|day| day.month());
        fields.month.or(season).or(part).or(holiday)
    }
}

/// What the last dates of a story weigh, the latest first.
const WEIGHTS: [f32; 3] = [1.0, 0.6, 0.35];

/// How badly a month follows a date that was told: stories go on, and seldom by much.
fn gap(told: &Named, year: i32, month: u32) -> f32 {
    let forward = if told.fields.bc { -1 } else { 1 };
    let years = (year - told.fields.year.unwrap_or(year)) * forward;
    let part = match told.modifier {
        Some(Modifier::Start) => Some(2),
        Some(Modifier::Mid) => Some(6),
        Some(Modifier::End) => Some(11),
        _ => None,
    };
    let Some(from) = told.fields.month.or(part) else {
        let weight = if told.opens { 1.2 } else { 0.7 };
        return weight
            * match years {
                0 => 0.0,
                1 => 6.0,
                -1 => 8.0,
                _ => 14.0,
            };
    };
    let months = (years * 12 + month as i32 - from as i32) as f32;
    (if months < 0.0 { months * -1.3 } else { months }).min(16.0)
}

/// The weekday around the publication.
fn weekday(fields: Fields, by: Option<i32>, ahead: bool, now: NaiveDate) -> Fields {
    let wanted = i64::from(fields.weekday.unwrap_or(1));
    let back = (calendar::weekday(now) - wanted).rem_euclid(7);
    let forward = (wanted - calendar::weekday(now)).rem_euclid(7);
    let days = match by {
        // Nobody calls yesterday "last Thursday", or tomorrow "next Saturday".
        Some(-1) => -back - if back < 2 { 7 } else { 0 },
        Some(1) => forward + if forward < 2 { 7 } else { 0 },
        Some(_) => forward,
        None if ahead => forward,
        None => -back,
    };
    on(fields, calendar::add_days(now, days))
}

fn nearest_weekday(fields: Fields, day: NaiveDate) -> Fields {
    let wanted = i64::from(fields.weekday.unwrap_or(1));
    let forward = (wanted - calendar::weekday(day)).rem_euclid(7);
    on(fields, calendar::add_days(day, if forward > 3 { forward - 7 } else { forward }))
}

fn on(fields: Fields, day: Option<NaiveDate>) -> Fields {
    match day {
        Some(day) => Fields { weekday: None, ..fields }.under(whole(day)),
        None => fields,
    }
}
