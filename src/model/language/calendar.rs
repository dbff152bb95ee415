//! How a language writes days, months and years: asked of ICU once for each
//! month, and kept as patterns, so that a date costs no more than a few copies.
//!
//! Not here: words around a date (`phrases`), dates with doubt or two ends.

use std::fmt::{self, Write};

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{M, MD, Y, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter as Formatter};
use icu_locale::Locale;
use writeable::{Part, PartsWrite, Writeable};

/// A year, a month and a day that ICU writes with digits enough to tell what it pads.
const SAMPLE: (i32, u8) = (2025, 3);

/// How days, months and years are written; months from January.
#[derive(Debug, Default)]
pub struct Calendar {
    days: [Pattern; 12],
    days_of_month: [Pattern; 12],
    months: [Pattern; 12],
    names: [String; 12],
    year: Pattern,
}

/// A date with its numbers left open.
#[derive(Debug, Default)]
struct Pattern(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(Box<str>),
    /// The day; whether it has two digits always.
    Day {
        padded: bool,
    },
    Month(Box<str>),
    Year,
}

/// What is put into a pattern.
#[derive(Clone, Copy)]
struct Parts<'a> {
    day: &'a str,
    /// Instead of the month's own name.
    month: Option<&'a str>,
    year: &'a str,
    zero: &'a str,
}

impl Calendar {
    /// As ICU writes dates in a language; `None` where it does not know the language.
    pub fn new(locale: &Locale) -> Option<Self> {
        let preferences = DateTimeFormatterPreferences::from(locale);
        let full = YMD::long().with_year_style(YearStyle::Full);
        let day = Formatter::<Gregorian, _>::try_new(preferences, full).ok()?;
        let day_of_month = Formatter::<Gregorian, _>::try_new(preferences, MD::long()).ok()?;
        let month = Formatter::<Gregorian, _>::try_new(preferences, YM::long()).ok()?;
        let name = Formatter::<Gregorian, _>::try_new(preferences, M::long()).ok()?;
        let year = Formatter::<Gregorian, _>::try_new(preferences, Y::long()).ok()?;
        let sample = |month: usize| Date::try_new_gregorian(SAMPLE.0, number(month), SAMPLE.1).ok();
        let samples: Vec<Date<Gregorian>> = (0..12).filter_map(sample).collect();
        let of = |month: usize| samples.get(month);
        // Root data writes `M03`.
        if name.format(of(2)?).to_string() == "M03" {
            return None;
        }
        let pattern = |written: &dyn Fn(&Date<Gregorian>) -> Pattern| {
            std::array::from_fn(|month| of(month).map(written).unwrap_or_default())
        };
        Some(Self {
            days: pattern(&|date| Pattern::of(&day.format(date))),
            days_of_month: pattern(&|date| Pattern::of(&day_of_month.format(date))),
            months: pattern(&|date| Pattern::of(&month.format(date))),
            names: std::array::from_fn(|month| {
                of(month).map(|date| name.format(date).to_string()).unwrap_or_default()
            }),
            year: Pattern::of(&year.format(of(0)?)),
        })
    }

    /// `3 September 2025`; the numbers are given as they are to be written.
    pub fn day(&self, year: &str, month: u32, day: &str, zero: &str) -> String {
        self.days[index(month)].fill(Parts { day, month: None, year, zero })
    }

    /// `3 September`
    pub fn day_of_month(&self, month: u32, day: &str, zero: &str) -> String {
        self.days_of_month[index(month)].fill(Parts { day, month: None, year: "", zero })
    }

    /// `September 2025`, as a heading says it.
    pub fn month(&self, year: &str, month: u32) -> String {
        self.months[index(month)].fill(Parts { day: "", month: None, year, zero: "" })
    }

    /// The same as it stands after a day, in languages that tell the two apart.
    pub fn of_month(&self, year: &str, month: u32) -> String {
        let name = self.days[index(month)].month_name();
        self.months[index(month)].fill(Parts { day: "", month: name, year, zero: "" })
    }

    /// A year with other words for the month: `June–July 2025`.
    pub fn months(&self, year: &str, month: u32, names: &str) -> String {
        self.months[index(month)].fill(Parts { day: "", month: Some(names), year, zero: "" })
    }

    /// `September`, standing alone.
    pub fn name(&self, month: u32) -> &str {
        &self.names[index(month)]
    }

    /// The month's name as it stands with a year.
    pub fn name_with_year(&self, month: u32) -> &str {
        self.months[index(month)].month_name().unwrap_or_else(|| self.name(month))
    }

    /// Whether the year comes before the day.
    pub fn is_year_first(&self) -> bool {
        let mut numbers =
            self.days[0].0.iter().filter(|piece| matches!(piece, Piece::Year | Piece::Day { .. }));
        matches!(numbers.next_back(), Some(Piece::Day { .. }))
    }

    /// `2025`
    pub fn year(&self, year: &str) -> String {
        self.year.fill(Parts { day: "", month: None, year, zero: "" })
    }
}

fn index(month: u32) -> usize {
    (month as usize).clamp(1, 12) - 1
}

fn number(month: usize) -> u8 {
    u8::try_from(month + 1).unwrap_or(1)
}

impl Pattern {
    fn of(written: &impl Writeable) -> Self {
        let mut pieces = Pieces { pattern: Self::default(), part: None };
        // Writing into memory does not fail.
        let _ = written.write_to_parts(&mut pieces);
        pieces.pattern
    }

    fn month_name(&self) -> Option<&str> {
        self.0.iter().find_map(|piece| if let Piece::Month(name) = piece { Some(&**name) } else { None })
    }

    fn fill(&self, parts: Parts<'_>) -> String {
        let mut text = String::with_capacity(32);
        for piece in &self.0 {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Month(name) => text.push_str(parts.month.unwrap_or(name)),
                Piece::Year => text.push_str(parts.year),
                Piece::Day { padded } => {
                    if *padded && parts.day.chars().count() == 1 {
                        text.push_str(parts.zero);
                    }
                    text.push_str(parts.day);
                }
            }
        }
        text
    }
}

/// Takes apart what ICU writes.
struct Pieces {
    pattern: Pattern,
    part: Option<&'static str>,
}

impl Write for Pieces {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let pieces = &mut self.pattern.0;
        match (self.part, pieces.last_mut()) {
            // A part may be written bit by bit.
            (Some("day"), Some(Piece::Day { padded })) => *padded = true,
            (Some("year"), Some(Piece::Year)) => {}
            (Some("month"), Some(Piece::Month(name))) => *name = [name, text].concat().into(),
            (None, Some(Piece::Text(before))) => *before = [before, text].concat().into(),
            (Some("day"), _) => pieces.push(Piece::Day { padded: text.chars().count() > 1 }),
            (Some("year"), _) => pieces.push(Piece::Year),
            (Some("month"), _) => pieces.push(Piece::Month(text.into())),
            _ => pieces.push(Piece::Text(text.into())),
        }
        Ok(())
    }
}

impl PartsWrite for Pieces {
    type SubPartsWrite = Self;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        let outer = self.part;
        // Numbers have parts of their own within those of dates.
        if part.category == "datetime" {
            self.part = Some(part.value);
        }
        let result = write(self);
        self.part = outer;
        result
    }
}
