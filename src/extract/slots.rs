//! What a rule can say: the slots that its pattern fills, and the names of values in a language file.

/// A field of a rule's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Slot {
    Year,
    /// The last two digits of a year.
    Yy,
    Month,
    Day,
    Weekday,
    Season,
    Quarter,
    Half,
    Decade,
    Century,
    Part,
    Clock,
    Hour,
    Minute,
    Meridiem,
    Zone,
    /// 1: before Christ.
    Era,
    /// How many.
    Count,
    /// And how many tenths.
    Fraction,
    Unit,
    /// Forward or back, in units.
    By,
    /// From the publication date (0) or from the date that the story has reached (1).
    Base,
    Modifier,
    Reference,
    Holiday,
    /// The token that is an expression of its own: `6` in "6-15 October".
    First,
    /// A found expression within this one.
    Inner,
    /// A second one.
    Other,
    Iso,
    Slashed,
    Dotted,
    /// The step keeps what is finer than its unit: "a year ago today".
    Exact,
}

impl Slot {
    /// How many there are.
    pub const COUNT: usize = 32;

    const ALL: [(&'static str, Self); Self::COUNT] = [
        ("year", Self::Year),
        ("yy", Self::Yy),
        ("month", Self::Month),
        ("day", Self::Day),
        ("weekday", Self::Weekday),
        ("season", Self::Season),
        ("quarter", Self::Quarter),
        ("half", Self::Half),
        ("decade", Self::Decade),
        ("century", Self::Century),
        ("part", Self::Part),
        ("clock", Self::Clock),
        ("hour", Self::Hour),
        ("minute", Self::Minute),
        ("meridiem", Self::Meridiem),
        ("zone", Self::Zone),
        ("era", Self::Era),
        ("count", Self::Count),
        ("fraction", Self::Fraction),
        ("unit", Self::Unit),
        ("by", Self::By),
        ("base", Self::Base),
        ("modifier", Self::Modifier),
        ("reference", Self::Reference),
        ("holiday", Self::Holiday),
        ("first", Self::First),
        ("inner", Self::Inner),
        ("other", Self::Other),
        ("iso", Self::Iso),
        ("slashed", Self::Slashed),
        ("dotted", Self::Dotted),
        ("exact", Self::Exact),
    ];

    /// The slot of a name in a language file.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }
}

/// What a match has filled in: values, and the tokens that they came from.
#[derive(Debug, Clone, Copy)]
pub struct Slots {
    values: [f32; Slot::COUNT],
    tokens: [u32; Slot::COUNT],
}

impl Slots {
    /// Nothing filled in.
    pub const EMPTY: Self = Self { values: [f32::NAN; Slot::COUNT], tokens: [u32::MAX; Slot::COUNT] };

    /// Fills a slot.
    pub fn set(&mut self, slot: Slot, value: f32, token: u32) {
        self.values[slot as usize] = value;
        self.tokens[slot as usize] = token;
    }

    /// The value of a slot.
    pub fn get(&self, slot: Slot) -> Option<f32> {
        let value = self.values[slot as usize];
        (!value.is_nan()).then_some(value)
    }

    /// The value of a slot that counts something.
    pub fn int(&self, slot: Slot) -> Option<i32> {
        self.get(slot).map(|value| value as i32)
    }

    /// The token that filled a slot.
    pub fn token(&self, slot: Slot) -> Option<usize> {
        let token = self.tokens[slot as usize];
        (token != u32::MAX).then_some(token as usize)
    }
}

/// Units of time, in the order of their lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    const ALL: [Self; 14] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Weekend,
        Self::Week,
        Self::Fortnight,
        Self::Month,
        Self::Quarter,
        Self::Half,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];

    /// From its number in a slot.
    pub fn of(number: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// Halves and quarters of a unit in the next one: "half an hour" has 30 minutes.
    pub fn whole(self, count: f32) -> (f32, Self) {
        let (many, finer) = match self {
            Self::Fortnight if count > 0.0 => return (count * 2.0, Self::Week),
            Self::Minute => (60.0, Self::Second),
            Self::Hour => (60.0, Self::Minute),
            Self::Day => (24.0, Self::Hour),
            Self::Year => (12.0, Self::Month),
            Self::Decade => (10.0, Self::Year),
            Self::Century => (100.0, Self::Year),
            _ => return (count, self),
        };
        if count > 0.0 && count < 1.0 { (count * many, finer) } else { (count, self) }
    }

    /// As durations of TIMEX3 write it, after `P` or `PT`.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Weekend => "WE",
            Self::Week | Self::Fortnight => "W",
            Self::Quarter => "Q",
            Self::Half => "H",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Millennium => "ML",
        }
    }
}

/// Seasons, as TIMEX3 writes them.
pub const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
/// Parts of the day, as TIMEX3 writes them.
pub const PARTS: [&str; 6] = ["MO", "MI", "AF", "EV", "NI", "DT"];
/// References without a date, as TIMEX3 writes them.
pub const REFERENCES: [&str; 3] = ["PRESENT_REF", "PAST_REF", "FUTURE_REF"];
const UNIT_NAMES: [&str; 14] = ["S", "MIN", "H", "D", "WE", "W", "FN", "M", "Q", "HY", "Y", "DE", "CE", "ML"];
const MODIFIERS: [&str; 8] =
    ["START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"];

/// A value's number: `D` for days, `SU` for summer, `now` and `story`, or a number itself.
pub fn constant(name: &str) -> Option<f32> {
    let tables: [&[&str]; 6] = [&UNIT_NAMES, &SEASONS, &PARTS, &REFERENCES, &MODIFIERS, &["now", "story"]];
    let found = tables.iter().find_map(|table| table.iter().position(|known| *known == name));
    found.map(|at| at as f32).or_else(|| name.parse().ok())
}
