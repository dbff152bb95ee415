//! Meanings to values: what is not said is taken from an anchor.
//!
//! The anchors, in order: the expression itself, the last date that the story has named, the year
//! in the heading, the date of publication. In news, the publication date comes first.

use chrono::{Datelike, NaiveDate};

use super::calendar::{self, Holiday};
use super::language::Language;
use super::matcher::Found;
use super::meaning::{Base, Fields, Meaning, Sense, Shift, When};
use super::mode::Mode;
use super::slots::{REFERENCES, Unit};
use super::tense::{Reader, Tense};
use super::timex3;
use crate::model::date::EventDate;
use crate::model::timex::{Anchor, Modifier, Timex, TimexKind};

/// A date that the text has named, and where.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    pub fields: Fields,
    pub start: u32,
    pub end: u32,
    pub sentence: usize,
    /// It opens its sentence, or stands in a heading.
    pub opens: bool,
    /// It says which of several things is meant: "the 1990 law".
    pub attribute: bool,
    /// "Early", "late".
    pub modifier: Option<Modifier>,
}

impl Named {
    /// It as an anchor.
    pub fn anchor(&self) -> Anchor {
        Anchor::Story { start: self.start as usize, end: self.end as usize }
    }
}

/// What the story has told so far.
pub struct Resolver<'a> {
    pub(super) language: &'a Language,
    pub(super) mode: Mode,
    pub(super) published: Option<NaiveDate>,
    pub(super) tense: Reader<'a>,
    /// The last date with a year.
    pub(super) last: Option<Named>,
    /// The last three dates with a year, the latest first, without asides.
    pub(super) told: [Option<Named>; 3],
    /// The last date with a day.
    pub(super) last_day: Option<Named>,
    /// The year of the heading.
    pub(super) heading: Option<Named>,
    /// The number of the sentence that is read.
    pub(super) sentence: usize,
}

impl<'a> Resolver<'a> {
    /// A resolver at the start of a text.
    pub fn new(language: &'a Language, mode: Mode, published: Option<&EventDate>, tense: Reader<'a>) -> Self {
        let published = published.map(EventDate::first);
        let told = [None; 3];
        Self {
            language,
            mode,
            published,
            tense,
            last: None,
            told,
            last_day: None,
            heading: None,
            sentence: 0,
        }
    }

    /// The value of an expression; the story goes on from it.
    pub fn resolve(&mut self, found: &Found) -> Timex {
        let Meaning { sense, modifier } = found.meaning;
        let modifier = modifier.and_then(|number| Modifier::ALL.get(number).copied());
        let (kind, value, edtf, anchor) = match sense {
            Sense::When(when) => self.when(&when, found, modifier),
            Sense::Period { count, unit, .. } => {
                (TimexKind::Duration, timex3::period(count, unit), None, Anchor::Itself)
            }
            Sense::Set { count, unit, fields } => {
                (TimexKind::Set, timex3::set(count, unit, &fields), None, Anchor::Itself)
            }
            Sense::Reference(number) => (
                TimexKind::Date,
                REFERENCES.get(number).copied().unwrap_or_default().into(),
                None,
                Anchor::Itself,
            ),
            Sense::Nothing => (TimexKind::Date, String::new(), None, Anchor::Itself),
        };
        let (round, rule) = found.rule;
        let rules = self.language.rounds.get(usize::from(round)).map(|round| &round.rules);
        let rule = rules.and_then(|rules| rules.get(usize::from(rule))).map(|rule| rule.name.clone());
        let span = found.start as usize..found.end as usize;
        Timex { span, kind, value, edtf, rule: rule.unwrap_or_else(|| "".into()), anchor, modifier }
    }

    fn when(
        &mut self,
        when: &When,
        found: &Found,
        modifier: Option<Modifier>,
    ) -> (TimexKind, String, Option<EventDate>, Anchor) {
        let tense = self.tense.at(found.first, found.last);
        let unknown = when.shift.filter(|shift| shift.by.is_none() && shift.unit >= Unit::Day);
        if let Some(shift) = unknown {
            let reference = if shift.forward { REFERENCES[2] } else { REFERENCES[1] };
            return (TimexKind::Date, reference.into(), None, Anchor::Missing);
        }
        let (mut fields, anchor) = self.fields(when, tense, found.first);
        if let Some(around) = when.around.and_then(|unit| step(&fields, 0.0, unit)) {
            fields = around;
        }
        let aside = when.shift.is_some_and(|shift| shift.by < Some(0.0) && shift.unit >= Unit::Year);
        let aside =
            aside || (self.mode == Mode::News && fields.day.is_some() && self.tense.is_reported(found.first));
        self.remember(&fields, found, aside, modifier);
        let kind = if fields.is_time() { TimexKind::Time } else { TimexKind::Date };
        let edtf = timex3::edtf(&fields, modifier == Some(Modifier::Approx));
        (kind, timex3::date(&fields), edtf, anchor)
    }

    fn remember(&mut self, fields: &Fields, found: &Found, aside: bool, modifier: Option<Modifier>) {
        let opens = self.tense.opens(found.first);
        let (start, end, sentence) = (found.start, found.end, self.sentence);
        let attribute = self.tense.is_attribute(found.first);
        let named = Named { fields: *fields, start, end, sentence, opens, attribute, modifier };
        if fields.year.is_some() && !aside {
            self.told = [Some(named), self.told[0], self.told[1]];
        }
        if !aside && (fields.year.is_some() || fields.decade.is_some()) {
            self.last = Some(named);
            if fields.day.is_some() {
                self.last_day = Some(named);
            }
        }
    }

    /// A heading with a year begins the story anew.
    pub fn head(&mut self) {
        let Some(last) = self.last else { return };
        let last = Named { opens: true, ..last };
        self.told = [Some(last), None, None];
        self.heading = Some(last);
    }

    fn fields(&self, when: &When, tense: Tense, first: usize) -> (Fields, Anchor) {
        if let Some(shift) = when.shift {
            let (fields, anchor) = self.shifted(&shift, tense);
            return (self.placed(fields.under(when.fields)), anchor);
        }
        let fields = self.dated(when.fields);
        if fields.year.is_some() || fields.decade.is_some() || fields.century.is_some() {
            return (self.placed(fields), Anchor::Itself);
        }
        match self.mode {
            Mode::News => self.in_news(when, tense, first),
            Mode::Narrative => self.in_narrative(when),
        }
    }

    /// Days that were once have their year.
    fn dated(&self, fields: Fields) -> Fields {
        let rule = fields.holiday.and_then(|number| self.language.holidays.get(number));
        match rule {
            Some(Holiday::Once { year, .. }) => Fields { year: Some(*year), ..fields },
            _ => fields,
        }
    }

    /// Holidays get their day; a weekday beside a full date says nothing more.
    pub(super) fn placed(&self, mut fields: Fields) -> Fields {
        if let (Some(number), Some(year), false) = (fields.holiday, fields.year, fields.bc)
            && let Some(rule) = self.language.holidays.get(number)
            && let Some(day) = calendar::holiday(*rule, year)
        {
            (fields.month, fields.day) = (Some(day.month()), Some(day.day()));
        }
        if let (Some(weekday), Some(week), Some(year)) = (fields.weekday, fields.week, fields.year)
            && let Some(day) = calendar::monday(year, week)
                .and_then(|monday| calendar::add_days(monday, i64::from(weekday) - 1))
        {
            fields = Fields { week: None, ..fields }.under(whole(day));
        }
        if fields.day.is_some() {
            fields.weekday = None;
        }
        fields
    }

    /// The date from which a step is taken.
    fn base(&self, base: Base, unit: Unit) -> (Option<Fields>, Anchor) {
        let now = self.published.map(whole);
        let narrative = self.mode == Mode::Narrative;
        let in_week = |story: &Named| story.fields.week.is_some();
        let story = match unit {
            _ if narrative => self.last,
            Unit::Week => self.last.filter(in_week).or(self.last_day),
            _ if unit < Unit::Week => self.last_day,
            _ => self.last,
        };
        let told = story.filter(|story| narrative || story.sentence + 3 > self.sentence);
        // Hours are told of what is new.
        let told = told.filter(|story| narrative || unit > Unit::Hour || self.is_new(&story.fields));
        match (base, self.mode) {
            (Base::Story, _) | (Base::Now, Mode::Narrative) if told.is_some() => {
                (told.map(|named| named.fields), told.map_or(Anchor::Missing, |named| named.anchor()))
            }
            (Base::Now, Mode::News) | (Base::Story, _) if now.is_some() => (now, Anchor::Published),
            _ => (None, Anchor::Missing),
        }
    }

    /// Whether a date is within some days of the publication.
    fn is_new(&self, fields: &Fields) -> bool {
        let apart = |now: NaiveDate| Some((day_of(fields)? - now).num_days().abs());
        fields.clock.is_some() || self.published.is_none_or(|now| apart(now).is_some_and(|days| days < 8))
    }

    fn shifted(&self, shift: &Shift, tense: Tense) -> (Fields, Anchor) {
        let (base, anchor) = self.base(shift.base, shift.unit);
        let some_time = shift.by.is_none();
        let mut by = shift.by.unwrap_or(0.0);
        // On a Monday, "the weekend" that was is the one before.
        let workday = self.published.is_some_and(|now| calendar::weekday(now) <= 5);
        if shift.unit == Unit::Weekend && by == 0.0 && workday && tense != Tense::Future {
            by = -1.0;
        }
        // "The latest quarter" that nobody has named yet is the one that is over.
        let unnamed = shift.unit == Unit::Quarter && anchor == Anchor::Published;
        if unnamed && by == 0.0 && shift.base == Base::Story {
            by = -1.0;
        }
        let step = if shift.exact { exact_step } else { step };
        let base = base.map(|base| Fields { clock: base.clock.filter(|_| !some_time), ..base });
        match base.and_then(|base| step(&base, by, shift.unit)) {
            Some(fields) => (fields, anchor),
            None => (unknown(shift.unit), Anchor::Missing),
        }
    }
}

/// A day as fields.
pub fn whole(date: NaiveDate) -> Fields {
    Fields {
        bc: date.year() < 0,
        year: Some(date.year()),
        month: Some(date.month()),
        day: Some(date.day()),
        ..Fields::default()
    }
}

/// The day that fields name, if they do.
pub fn day_of(fields: &Fields) -> Option<NaiveDate> {
    if fields.bc {
        return None;
    }
    calendar::day(fields.year?, fields.month?, fields.day?)
}

/// The month that fields name, or that their week begins in.
fn month_of(fields: &Fields) -> Option<u32> {
    fields.month.or_else(|| Some(calendar::monday(fields.year?, fields.week?)?.month()))
}

/// What is known of a date that could not be stepped to.
fn unknown(unit: Unit) -> Fields {
    Fields { some_day: unit <= Unit::Day, ..Fields::default() }
}

/// The day so many units from another.
fn exact_step(base: &Fields, by: f32, unit: Unit) -> Option<Fields> {
    let months = match unit {
        Unit::Month => by,
        Unit::Year => by * 12.0,
        Unit::Week => return Some(whole(calendar::add_days(day_of(base)?, (by * 7.0) as i64)?)),
        _ => return step(base, by, unit),
    };
    Some(whole(calendar::add_months(day_of(base)?, months as i32)?))
}

/// The date so many units from another, as fine as the unit.
fn step(base: &Fields, by: f32, unit: Unit) -> Option<Fields> {
    let whole_steps = by as i32;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            let length = [1.0, 60.0, 3600.0][unit as usize];
            let steps = f64::from(by) * length;
            let Some(clock) = base.clock else {
                let whole_days = by != 0.0 && steps % 86_400.0 == 0.0;
                let day =
                    calendar::add_days(day_of(base)?, if whole_days { steps as i64 / 86_400 } else { 0 })?;
                return Some(Fields { some_time: !whole_days, ..whole(day) });
            };
            let seconds = f64::from(clock) + steps;
            let day = calendar::add_days(day_of(base)?, seconds.div_euclid(86_400.0) as i64)?;
            Some(Fields { clock: Some(seconds.rem_euclid(86_400.0) as u32), ..whole(day) })
        }
        Unit::Day if base.day.is_none() && base.year.is_some() && base.decade.is_none() => Some(Fields {
            some_day: true,
            bc: base.bc,
            year: base.year,
            month: base.month,
            ..Fields::default()
        }),
        Unit::Day => Some(whole(calendar::add_days(day_of(base)?, i64::from(whole_steps))?)),
        Unit::Week | Unit::Weekend => {
            let monday = || calendar::monday(base.year?, base.week?);
            let day = calendar::add_days(day_of(base).or_else(monday)?, (by * 7.0) as i64)?;
            let (year, week) = calendar::week(day);
            let weekend = unit == Unit::Weekend;
            Some(Fields { year: Some(year), week: Some(week), weekend, ..Fields::default() })
        }
        Unit::Month => {
            let months = base.year? * 12 + month_of(base)? as i32 - 1 + whole_steps;
            let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
            (!base.bc).then(|| Fields { year: Some(year), month: Some(month), ..Fields::default() })
        }
        Unit::Quarter => {
            let quarter = base.quarter.or(base.month.map(|month| month.div_ceil(3)))? as i32;
            let quarters = base.year? * 4 + quarter - 1 + whole_steps;
            let (year, quarter) = (quarters.div_euclid(4), quarters.rem_euclid(4) as u32 + 1);
            Some(Fields { year: Some(year), quarter: Some(quarter), ..Fields::default() })
        }
        Unit::Fortnight => step(base, by * 2.0, Unit::Week),
        Unit::Half => None,
        Unit::Year => {
            let years = if base.bc { -whole_steps } else { whole_steps };
            let (year, quarter) = (base.year?.checked_add(years)?, base.quarter);
            // There is no year 0: 2,500 years before 2001 is 500 BC.
            let (bc, year) = if year > 0 { (base.bc, year) } else { (!base.bc, 1 - year) };
            (year <= 9999).then(|| Fields { bc, year: Some(year), quarter, ..Fields::default() })
        }
        Unit::Decade => {
            let decade = base.decade.or(base.year)?;
            let years = if base.bc { -whole_steps } else { whole_steps } * 10;
            Some(Fields { bc: base.bc, decade: Some((decade + years) / 10 * 10), ..Fields::default() })
        }
        Unit::Century => {
            let year = base.year.or(base.decade)?;
            (!base.bc).then(|| Fields { century: Some(year / 100 + 1 + whole_steps), ..Fields::default() })
        }
        Unit::Millennium => None,
    }
}
