//! Classes of tokens that no lexicon lists: numbers by their form, and expressions that are found.

use super::pattern::Label;
use super::tokens::{GROUPED, SPELLED, Shape, TIGHT, Token};

/// The first class's label; words are below.
pub const CLASSES: Label = 40_000;

/// Classes of tokens by their form, and of expressions that are found; those of words follow.
pub const FORMS: [&str; 32] = [
    "number",
    "day",
    "year",
    "anyyear",
    "yy",
    "hour",
    "ordinal",
    "dayth",
    "clocktime",
    "iso",
    "slashed",
    "date",
    "period",
    "time",
    "fullday",
    "monthly",
    "yearly",
    "reference",
    "set",
    "decadeyear",
    "decadeyy",
    "daynumeral",
    "yearpart",
    "hhmm",
    "dotclock",
    "weekly",
    "clocked",
    "wholeday",
    "daytime",
    "lateyy",
    "hyphen",
    "dotted",
];

/// The labels of [`FORMS`].
pub mod form {
    use super::{CLASSES, Label};
    pub const NUMBER: Label = CLASSES;
    pub const DAY: Label = CLASSES + 1;
    pub const YEAR: Label = CLASSES + 2;
    pub const ANY_YEAR: Label = CLASSES + 3;
    pub const YY: Label = CLASSES + 4;
    pub const HOUR: Label = CLASSES + 5;
    pub const ORDINAL: Label = CLASSES + 6;
    pub const DAY_TH: Label = CLASSES + 7;
    pub const CLOCK: Label = CLASSES + 8;
    pub const ISO: Label = CLASSES + 9;
    pub const SLASHED: Label = CLASSES + 10;
    pub const DATE: Label = CLASSES + 11;
    pub const PERIOD: Label = CLASSES + 12;
    pub const TIME: Label = CLASSES + 13;
    pub const FULL_DAY: Label = CLASSES + 14;
    pub const MONTHLY: Label = CLASSES + 15;
    pub const YEARLY: Label = CLASSES + 16;
    pub const REFERENCE: Label = CLASSES + 17;
    pub const SET: Label = CLASSES + 18;
    pub const DECADE: Label = CLASSES + 19;
    pub const DECADE_YY: Label = CLASSES + 20;
    pub const DAY_NUMERAL: Label = CLASSES + 21;
    pub const YEAR_PART: Label = CLASSES + 22;
    pub const HHMM: Label = CLASSES + 23;
    pub const DOT_CLOCK: Label = CLASSES + 24;
    pub const WEEKLY: Label = CLASSES + 25;
    pub const CLOCKED: Label = CLASSES + 26;
    pub const WHOLE_DAY: Label = CLASSES + 27;
    pub const DAY_TIME: Label = CLASSES + 28;
    pub const LATE_YY: Label = CLASSES + 29;
    pub const HYPHEN: Label = CLASSES + 30;
    pub const DOTTED: Label = CLASSES + 31;
}

/// The labels that a number has by its form: `day`, `year` and so on, with their values.
pub fn forms(token: &Token, found: &mut impl FnMut(u16, f32)) {
    let value = token.value;
    let width = token.end - token.start;
    match token.shape {
        Shape::Decimal => {
            found(form::NUMBER, value);
            // `8.30` before "p.m."
            let minutes = (value.fract() * 100.0).round();
            if width >= 4 && value < 24.0 && minutes < 60.0 {
                found(form::DOT_CLOCK, value.trunc() * 3600.0 + minutes * 60.0);
            }
        }
        Shape::Year => {
            found(form::YEAR, value);
            if value % 10.0 == 0.0 {
                found(form::DECADE, value);
            }
        }
        Shape::Number => {
            found(form::NUMBER, value);
            if token.is(SPELLED) && (1.0..=12.0).contains(&value) && value.fract() == 0.0 {
                found(form::HOUR, value);
            }
            if token.is(SPELLED | GROUPED) {
                return;
            }
            if width <= 2 && (1.0..=31.0).contains(&value) {
                found(form::DAY, value);
            }
            if width == 4 && (1400.0..=2199.0).contains(&value) {
                found(form::YEAR, value);
                if value % 10.0 == 0.0 {
                    found(form::DECADE, value);
                }
            }
            if width <= 4 && value >= 1.0 {
                found(form::ANY_YEAR, value);
            }
            if width == 4 && value < 2400.0 && value % 100.0 < 60.0 {
                found(form::HHMM, (value / 100.0).trunc() * 3600.0 + value % 100.0 * 60.0);
            }
            if width == 2 {
                found(form::YY, value);
                if value % 10.0 == 0.0 {
                    found(form::DECADE_YY, value);
                    // Below are temperatures, ages and prices.
                    if value >= 50.0 {
                        found(form::LATE_YY, value);
                    }
                }
            }
            if width <= 2 && value <= 24.0 {
                found(form::HOUR, value);
            }
        }
        Shape::Ordinal => {
            found(form::ORDINAL, value);
            if (1.0..=31.0).contains(&value) {
                found(form::DAY_TH, value);
                if token.word == 0 && !token.is(SPELLED) {
                    found(form::DAY_NUMERAL, value);
                }
            }
        }
        Shape::Clock => found(form::CLOCK, value),
        Shape::Iso => found(form::ISO, 0.0),
        Shape::Dotted => found(form::DOTTED, 0.0),
        Shape::Slashed => found(form::SLASHED, 0.0),
        Shape::Mark if value == TIGHT => found(form::HYPHEN, 0.0),
        _ => {}
    }
}
