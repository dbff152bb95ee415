//! What an expression means before it is resolved, and how a rule's slots become that.

use super::forms::form;
use super::language::{Mean, Rule};
use super::pattern::Label;
use super::slots::{PARTS, Slot, Slots, Unit};

/// From where a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The publication date, in news.
    Now,
    /// The date that the story has reached.
    Story,
}

/// A step from another date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// How many units forward; `None` if it is not said ("a few days later").
    pub by: Option<f32>,
    /// The sign of the step where its length is not known.
    pub forward: bool,
    pub unit: Unit,
    pub base: Base,
    /// It keeps what is finer than its unit: "a year ago today".
    pub exact: bool,
}

/// The parts of a date, as far as they are said.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fields {
    pub bc: bool,
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub week: Option<u32>,
    pub weekend: bool,
    /// 1 is Monday.
    pub weekday: Option<u32>,
    pub season: Option<usize>,
    pub quarter: Option<u32>,
    pub half: Option<u32>,
    /// The first year of a decade.
    pub decade: Option<i32>,
    /// 19 for 1801 to 1900.
    pub century: Option<i32>,
    pub part: Option<usize>,
    /// Seconds since midnight.
    pub clock: Option<u32>,
    /// It is a time of the day, and nobody knows which.
    pub some_time: bool,
    /// Minutes from UTC.
    pub zone: Option<i32>,
    pub holiday: Option<usize>,
    /// It is a day, and nobody knows which.
    pub some_day: bool,
    /// The year was written with two digits, and its century is a guess.
    pub short: bool,
}

impl Fields {
    /// `over` where it says something, these fields elsewhere.
    pub fn under(self, over: Self) -> Self {
        Self {
            bc: self.bc || over.bc,
            year: over.year.or(self.year),
            month: over.month.or(self.month),
            day: over.day.or(self.day),
            week: over.week.or(self.week),
            weekend: self.weekend || over.weekend,
            weekday: over.weekday.or(self.weekday),
            season: over.season.or(self.season),
            quarter: over.quarter.or(self.quarter),
            half: over.half.or(self.half),
            decade: over.decade.or(self.decade),
            century: over.century.or(self.century),
            part: over.part.or(self.part),
            clock: over.clock.or(self.clock),
            some_time: self.some_time || over.some_time,
            zone: over.zone.or(self.zone),
            holiday: over.holiday.or(self.holiday),
            some_day: self.some_day || over.some_day,
            short: if over.year.is_some() { over.short } else { self.short },
        }
    }

    /// "Eight o'clock tonight" is at 20:00.
    fn at_that_part(mut self) -> Self {
        let later = |part: usize, clock: u32| match PARTS.get(part) {
            Some(&("AF" | "EV")) => clock < 12 * 3600,
            Some(&"NI") => (5 * 3600..12 * 3600).contains(&clock),
            _ => false,
        };
        if let (Some(part), Some(clock)) = (self.part, self.clock)
            && later(part, clock)
        {
            self.clock = Some(clock + 12 * 3600);
        }
        self
    }

    /// Whether it names a part of a day.
    pub fn is_time(&self) -> bool {
        self.part.is_some() || self.clock.is_some() || self.some_time
    }

    /// Whether it names a day, or a part of one.
    pub fn is_day(&self) -> bool {
        self.day.is_some() || self.some_day || self.weekday.is_some() || self.holiday.is_some()
    }

    /// Whether it is finer than a year.
    pub fn within_year(&self) -> bool {
        self.month.is_some() || self.is_day() || self.is_part_of_year()
    }

    /// Whether it is a season, a quarter, a half.
    pub fn is_part_of_year(&self) -> bool {
        self.season.is_some() || self.quarter.is_some() || self.half.is_some()
    }
}

/// A date, by its parts, by a step from another, or both: "the spring of next year".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct When {
    pub shift: Option<Shift>,
    pub fields: Fields,
    /// "last", "this", "next" before a weekday, a month, a season.
    pub by: Option<i32>,
    pub base: Base,
    /// What is meant is the unit around it: "the week of March 4".
    pub around: Option<Unit>,
}

impl When {
    fn of(fields: Fields) -> Self {
        Self { shift: None, fields, by: None, base: Base::Now, around: None }
    }
}

/// What an expression means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    When(When),
    /// A length; below 0 the number is not known.
    Period {
        count: f32,
        unit: Unit,
        attributive: bool,
    },
    /// Times that recur.
    Set {
        count: f32,
        unit: Option<Unit>,
        fields: Fields,
    },
    /// The number of one of [`super::slots::REFERENCES`].
    Reference(usize),
    /// No expression.
    Nothing,
}

/// A sense, and how it is narrowed (the number of a modifier).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meaning {
    pub sense: Sense,
    pub modifier: Option<usize>,
}

impl Meaning {
    /// The classes that patterns of the second round know it by.
    pub fn classes(&self) -> [Label; 3] {
        match &self.sense {
            Sense::Period { attributive, .. } => [if *attributive { 0 } else { form::PERIOD }, 0, 0],
            Sense::Set { .. } => [form::SET, 0, 0],
            Sense::Reference(_) => [form::REFERENCE, 0, 0],
            Sense::Nothing => [0; 3],
            Sense::When(when) => {
                let (fields, unit) = (&when.fields, when.shift.map(|shift| shift.unit));
                let coarse = !fields.within_year();
                if fields.is_time() {
                    let day = fields.is_day() || unit.is_some();
                    let clocked = if fields.clock.is_some() {
                        form::CLOCKED
                    } else if day {
                        form::DAY_TIME
                    } else {
                        0
                    };
                    [form::TIME, if day { form::FULL_DAY } else { 0 }, clocked]
                } else if fields.is_day() || unit == Some(Unit::Day) {
                    [form::DATE, form::FULL_DAY, form::WHOLE_DAY]
                } else if fields.is_part_of_year() && fields.year.is_none() && unit.is_none() {
                    [form::DATE, form::YEAR_PART, 0]
                } else if coarse && (fields.year.is_some() || unit == Some(Unit::Year)) {
                    [form::DATE, form::YEARLY, 0]
                } else if unit == Some(Unit::Week) {
                    [form::DATE, form::WEEKLY, 0]
                } else if fields.month.is_some() || unit == Some(Unit::Month) {
                    [form::DATE, form::MONTHLY, 0]
                } else {
                    [form::DATE, 0, 0]
                }
            }
        }
    }
}

/// The meaning of a match. `inner` gives the meanings of found tokens, `text` the text of a token.
pub fn meaning<'a>(
    rule: &Rule,
    slots: &Slots,
    inner: impl Fn(usize) -> Option<Meaning>,
    text: impl Fn(usize) -> &'a str,
) -> Option<Meaning> {
    let found = |slot| slots.token(slot).and_then(&inner);
    let modifier = slots.int(Slot::Modifier).map(|number| number as usize);
    let sense = match rule.mean {
        Mean::Nothing => Sense::Nothing,
        Mean::Reference => Sense::Reference(slots.int(Slot::Reference)? as usize),
        Mean::Period | Mean::Attribute => Sense::Period {
            count: count(slots),
            unit: Unit::of(slots.int(Slot::Unit)?)?,
            attributive: rule.mean == Mean::Attribute,
        },
        Mean::Set => Sense::Set {
            count: count(slots),
            unit: slots.int(Slot::Unit).and_then(Unit::of),
            fields: fields(slots),
        },
        Mean::Shift => {
            let by = slots.get(Slot::By)?;
            let unit = Unit::of(slots.int(Slot::Unit)?)?;
            let base = base(slots);
            let shift = Shift { by: Some(by), forward: by > 0.0, unit, base, exact: false };
            Sense::When(When { shift: Some(shift), base, ..When::of(fields(slots)) })
        }
        Mean::Date => {
            let fields = written(rule, slots, &text).unwrap_or_else(|| Some(fields(slots)))?;
            Sense::When(When { by: slots.int(Slot::By), base: base(slots), ..When::of(fields) })
        }
        Mean::Step => {
            let Sense::Period { mut count, mut unit, .. } = found(Slot::Inner)?.sense else { return None };
            if count > 0.0 {
                (count, unit) = unit.whole(count);
            }
            // "A decade ago" is a year, ten years back.
            if unit == Unit::Decade && count > 0.0 {
                (count, unit) = (count * 10.0, Unit::Year);
            }
            let by = slots.get(Slot::By)?;
            let by_count = (count >= 0.0).then_some(count * by);
            let exact = slots.int(Slot::Exact).is_some();
            let shift = Shift { by: by_count, forward: by > 0.0, unit, base: base(slots), exact };
            Sense::When(When { shift: Some(shift), base: base(slots), ..When::of(fields(slots)) })
        }
        Mean::Over => {
            let around = slots.int(Slot::Unit).and_then(Unit::of);
            let over = over(found(Slot::Inner)?, found(Slot::Other), fields(slots), modifier)?;
            return Some(match over.sense {
                Sense::When(when) => Meaning { sense: Sense::When(When { around, ..when }), ..over },
                _ => over,
            });
        }
    };
    Some(Meaning { sense, modifier })
}

fn over(inner: Meaning, other: Option<Meaning>, fields: Fields, modifier: Option<usize>) -> Option<Meaning> {
    let modifier = modifier.or(inner.modifier);
    let Sense::When(mut when) = inner.sense else {
        return Some(Meaning { modifier, ..inner });
    };
    if let Some(Sense::When(other)) = other.map(|other| other.sense) {
        when = When {
            shift: when.shift.or(other.shift),
            fields: other.fields.under(when.fields),
            by: when.by.or(other.by),
            base: other.base,
            around: when.around,
        };
    }
    when.fields = when.fields.under(fields).at_that_part();
    Some(Meaning { sense: Sense::When(when), modifier })
}

fn count(slots: &Slots) -> f32 {
    slots.get(Slot::Count).unwrap_or(1.0)
}

fn base(slots: &Slots) -> Base {
    if slots.int(Slot::Base) == Some(1) { Base::Story } else { Base::Now }
}

/// Dates in digits: `Some(None)` if it is one that the calendar does not have.
fn written<'a>(rule: &Rule, slots: &Slots, text: &impl Fn(usize) -> &'a str) -> Option<Option<Fields>> {
    if let Some(token) = slots.token(Slot::Iso) {
        let (day, time) = text(token).split_at_checked(10).unwrap_or((text(token), ""));
        return Some(digits(day, '-', [0, 1, 2]).map(|day| day.under(iso_time(time))));
    }
    if let Some(token) = slots.token(Slot::Dotted) {
        return Some(digits(text(token), '.', [2, 1, 0]));
    }
    let token = slots.token(Slot::Slashed)?;
    // What the language does not write first is tried when the other cannot be.
    let (first, second) = if rule.day_first { ([2, 1, 0], [2, 0, 1]) } else { ([2, 0, 1], [2, 1, 0]) };
    Some(digits(text(token), '/', first).or_else(|| digits(text(token), '/', second)))
}

/// `T10:30:00+02:00`, with or without what follows the minutes.
fn iso_time(text: &str) -> Fields {
    let number = |from: usize| text.get(from..from + 2).and_then(|digits| digits.parse::<u32>().ok());
    let (Some(hour), Some(minute)) = (number(1), number(4)) else { return Fields::default() };
    let second = text.get(6..7).filter(|mark| *mark == ":").and_then(|_| number(7)).unwrap_or(0);
    let offset = text.len().checked_sub(6).filter(|at| *at > 0 && !text.ends_with('Z'));
    let offset = offset.and_then(|at| text.get(at..)).filter(|text| text.starts_with(['+', '-']));
    let minutes =
        |text: &str| Some(text.get(1..3)?.parse::<i32>().ok()? * 60 + text.get(4..6)?.parse::<i32>().ok()?);
    let zone =
        offset.and_then(|text| Some(if text.starts_with('-') { -minutes(text)? } else { minutes(text)? }));
    let zone = zone.or(text.ends_with('Z').then_some(0));
    let clock = (hour <= 24 && minute < 60).then_some(hour * 3600 + minute * 60 + second);
    Fields { clock, zone, ..Fields::default() }
}

fn digits(text: &str, between: char, order: [usize; 3]) -> Option<Fields> {
    let parts: Vec<u32> = text.split(between).filter_map(|part| part.parse().ok()).collect();
    let part = |at: usize| parts.get(order[at]).copied();
    let (year, month, day) = (part(0)?, part(1)?, part(2)?);
    let year = if year < 100 { short_year(year as i32) } else { year as i32 };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| Fields { year: Some(year), month: Some(month), day: Some(day), ..Fields::default() })
}

/// The year that two digits stand for.
fn short_year(digits: i32) -> i32 {
    if digits < 30 { 2000 + digits } else { 1900 + digits }
}

fn fields(slots: &Slots) -> Fields {
    let unsigned = |slot| slots.int(slot).map(|value| value.max(0) as u32);
    let yy = slots.int(Slot::Yy).map(|yy| match slots.int(Slot::First).filter(|first| *first >= 100) {
        Some(first) => first / 100 * 100 + yy,
        None => short_year(yy),
    });
    let decade = slots.int(Slot::Decade).map(|decade| {
        let bc = slots.int(Slot::Era) == Some(1);
        if decade < 100 && !bc { 1900 + decade / 10 * 10 } else { decade / 10 * 10 }
    });
    Fields {
        bc: slots.int(Slot::Era) == Some(1),
        short: slots.int(Slot::Yy).is_some() && slots.int(Slot::First).is_none(),
        year: slots.int(Slot::Year).or(yy),
        month: unsigned(Slot::Month),
        day: unsigned(Slot::Day),
        weekday: unsigned(Slot::Weekday),
        season: unsigned(Slot::Season).map(|season| season as usize),
        quarter: unsigned(Slot::Quarter),
        half: unsigned(Slot::Half),
        decade,
        century: slots.int(Slot::Century),
        part: unsigned(Slot::Part).map(|part| part as usize),
        clock: clock(slots),
        zone: slots.int(Slot::Zone),
        holiday: unsigned(Slot::Holiday).map(|number| number as usize),
        ..Fields::default()
    }
    .at_that_part()
}

fn clock(slots: &Slots) -> Option<u32> {
    let minutes = slots.int(Slot::Minute).unwrap_or(0) * slots.int(Slot::By).unwrap_or(1) * 60;
    let hours = slots.int(Slot::Hour).map(|hour| hour * 3600 + minutes);
    let seconds = slots.int(Slot::Clock).or(hours)?;
    let shifted = match slots.int(Slot::Meridiem) {
        Some(0) if seconds >= 12 * 3600 => seconds - 12 * 3600,
        Some(12) if seconds < 12 * 3600 => seconds + 12 * 3600,
        _ => seconds,
    };
    u32::try_from(shifted).ok()
}
